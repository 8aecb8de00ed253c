"""Where the table stands in the lines of a sheet: what is above, between and below it.

The line of column names is the first that has all columns that the layout needs. Lines above it,
blank lines, lines that repeat it, and notes and totals under the last row are left aside and told.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from unicodedata import category

from data.bring.problems import N_, Found, Problem, refuse
from data.bring.sheets import MOST_COLUMNS, TOO_MANY, Lines
from data.harmless import BREAKS, SIGNS

LOOKED_AT = 300  # lines among which the column names are looked for
SHOWN = 60
NOTE = re.compile(
    r"(sources?|notes?|remarks?|источник\w*|примечани\w*|quellen?|anmerkung\w*)\b|[*†‡¹²³]"
    r"|\(?\d{1,2}\)\s|\[\d{1,2}\]|n\. ?b\b|©",
    re.I,
)
NUMBER = re.compile(r"[+-]?\s?[0-9][0-9\s.,]*%?|[+-]")
THOUSANDS = re.compile(r"\bthousands?\b|\bmillions?\b|\bтыс|\bмлн|\(000|’000|'000|\btsd\b", re.I)
TOTAL = re.compile(
    r"(grand |sub)?totals?\b|sum\b|всего|итого|в том числе|gesamt|insgesamt|summe", re.I
)

NO_ROWS = N_("The file has no rows under the line of column names.")
TWICE = N_("The column “{name}” stands in the file twice.")
NO_SUCH_CHARACTER = N_("A cell holds a character that cannot be printed.")
FORMULA = N_("The cell holds a formula ({text}). Copy the column and paste it as values.")
LIKE_FORMULA = N_(
    "The cell begins like a formula ({text}), which a spreadsheet would run. Take the first "
    "character away."
)
BREAK_FIRST = N_("The text of the cell begins with a tab or a new line. Take it away.")
MERGED = N_("The cells {cells} are merged. Split them: each cell stands alone.")
ABOVE = N_("The column names stand in row {row}; what is above was left aside: “{text}”.")
IN_THOUSANDS = N_(
    "Above the column names stands “{text}”: are the figures in thousands? Write people, and "
    "take the line away."
)
BELOW = N_("From row {row} on there are no figures of the table but notes or totals: “{text}”.")
BETWEEN = N_(
    "The line is no row of the table: “{text}”. What such lines say belongs in a column of each "
    "row; take them away."
)
REPEATED = N_("Lines that repeat the column names were left aside: {rows}.")

Names = Callable[[Sequence[str]], Sequence[str] | None]


@dataclass(frozen=True)
class Shape:
    """How a layout knows its table.

    Attributes
    ----------
    names : function
        The column names of a line if it has all that the layout needs, else None.
    near : function
        How many of the columns of the layout a line names.
    needed : int
        How many cells a row needs; 0 where a row may have its name only.
    """

    names: Names
    near: Callable[[Sequence[str]], int] = lambda cells: 0
    needed: int = 0


ANY = Shape(lambda cells: None)


@dataclass
class Rows:
    """The table that was found: its header, its rows, and what to say of the rest."""

    header_row: int
    header: list[str]
    rows: list[tuple[int, list[str]]]
    remarks: list[Problem] = field(default_factory=list)


def clean(cell: str) -> str:
    """Return a cell with plain single spaces; in a number what is no single space is two.

    So that `data.bring.cells.whole` takes no two figures for one.
    """
    if cell.isprintable() and "  " not in cell:
        return cell.strip()
    if not re.fullmatch(r"[\d\s.,+-]+", cell):
        return " ".join(cell.split())
    return re.sub(r"\s+", _gap, cell.strip())


def _gap(match: re.Match[str]) -> str:
    return " " if len(match[0]) == 1 and category(match[0]) == "Zs" else "  "


def find(lines: Lines, shape: Shape, merged: Sequence[tuple[int, int, str]] = ()) -> Rows:
    """Return the table in the lines of a sheet.

    Raises
    ------
    Refused
        When there is no row under the column names, or a line stands where no line may.
    """
    filled = [(n, cells) for n, cells in lines if any(map(str.strip, cells))]
    at, names = _header(filled, shape)
    header_row = filled[at][0]
    end = _end(filled, at, shape)
    _check_merged(merged, header_row, filled[end - 1][0])
    rows = filled[at + 1 : end]
    repeated = {n for n, cells in rows if _cleaned(cells)[: len(names)] == _cleaned(filled[at][1])}
    found = Rows(header_row, names, [(n, c) for n, c in rows if n not in repeated])
    _tell_above(found, filled[:at])
    if repeated:
        found.remarks.append(Problem(REPEATED, {"rows": spans(repeated)}))
    if end < len(filled):
        told = {"row": filled[end][0], "text": said(line for _, line in filled[end:])}
        found.remarks.append(Problem(BELOW, told))
    if not found.rows:
        raise refuse(NO_ROWS)
    if shape.names(names) is not None:
        _check_between(found, shape)
    return found


def _header(filled: Lines, shape: Shape) -> tuple[int, list[str]]:
    """Return the place of the line of column names and the names."""
    if len(filled) < 2:
        raise refuse(NO_ROWS)
    for at, (_, cells) in enumerate(filled[:LOOKED_AT]):
        names = shape.names(_trimmed(cells))
        if names is not None:
            return at, list(names)
    near = [shape.near(_trimmed(cells)) for _, cells in filled[:LOOKED_AT]]
    at = near.index(max(near)) if max(near) > 1 else 0
    return min(at, len(filled) - 2), _trimmed(filled[min(at, len(filled) - 2)][1])


def _trimmed(cells: Sequence[str]) -> list[str]:
    names = _cleaned(cells)
    while names and not names[-1]:
        names.pop()
    return names


def _cleaned(cells: Sequence[str]) -> list[str]:
    return [" ".join(cell.split()) for cell in cells]


def _end(filled: Lines, at: int, shape: Shape) -> int:
    """Return where the table ends: behind it stand notes of one cell, and totals without names."""
    end = len(filled)
    while end > at + 1 and _is_below(filled[end - 1][1], shape):
        end -= 1
    return end if end > at + 1 else len(filled)


def _is_below(cells: Sequence[str], shape: Shape) -> bool:
    told = [cell for cell in map(str.strip, cells) if cell]
    words = [cell for cell in told if not NUMBER.fullmatch(cell) and not cell.startswith("=")]
    if not words or not shape.needed:
        return False
    total = len(words) == 1 and len(told) < shape.needed and bool(TOTAL.match(words[0]))
    return len(told) == 1 or total or (told[0] == words[0] and bool(NOTE.match(words[0])))


def _check_between(found: Rows, shape: Shape) -> None:
    """Refuse a title of a group between the rows: what it says would be lost."""
    for number, cells in found.rows:
        if _is_below(cells, shape):
            raise refuse(BETWEEN, number, text=said([cells]))


def _check_merged(merged: Sequence[tuple[int, int, str]], first: int, last: int) -> None:
    inside = [one for one in merged if one[1] >= first and one[0] <= last]
    if inside:
        raise refuse(MERGED, inside[0][0], cells=inside[0][2])


def _tell_above(found: Rows, above: Lines) -> None:
    if not above:
        return
    text = said(cells for _, cells in above)
    if any(THOUSANDS.search(cell) for _, cells in above for cell in cells):
        raise refuse(IN_THOUSANDS, text=text)
    found.remarks.append(Problem(ABOVE, {"row": found.header_row, "text": text}))


def said(lines: Iterable[Sequence[str]]) -> str:
    """Return the words of lines, shortened."""
    text = " · ".join(cell for cells in lines for cell in _cleaned(cells) if cell)
    plain = "".join(c if c.isprintable() else " " for c in text)
    return plain if len(plain) <= SHOWN else f"{plain[:SHOWN].rstrip()}…"


def spans(numbers: Iterable[int]) -> str:
    """Write numbers of rows: 3, 5–9, 12; of many only the first."""
    found: list[list[int]] = []
    for number in sorted(numbers):
        if found and number == found[-1][1] + 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    told = [str(a) if a == b else f"{a}–{b}" for a, b in found[:8]]
    return ", ".join(told) + (", …" if len(found) > 8 else "")


def check_cell(number: int, name: str, raw: str, found: Found) -> None:
    """Note a formula, or what a spreadsheet would take for one, and what cannot be printed."""
    cell = raw.strip()
    if cell.startswith("="):
        found.add(FORMULA, number, name, text=cell[:60])
    elif cell.startswith(SIGNS) and not NUMBER.fullmatch(cell):
        found.add(LIKE_FORMULA, number, name, text=cell[:60])
    elif raw.startswith(BREAKS) and cell:
        found.add(BREAK_FIRST, number, name)
    if not clean(cell).isprintable():
        found.add(NO_SUCH_CHARACTER, number, name if name.isprintable() else "")


def check_names(row: int, names: Sequence[str], found: Found) -> None:
    """Note column names that stand twice, or cannot be names."""
    if len(names) > MOST_COLUMNS:
        raise refuse(TOO_MANY, most=MOST_COLUMNS)
    seen = set()
    for name in names:
        check_cell(row, "", name, found)
        if name.casefold() in seen and name:
            found.add(TWICE, row, name=name[:60])
        seen.add(name.casefold())


def has_table(lines: Lines, shape: Shape) -> bool:
    """Say whether a line has all column names that the layout needs, and another stands below."""
    filled = [cells for _, cells in lines[:LOOKED_AT] if any(map(str.strip, cells))]
    return any(shape.names(_trimmed(cells)) is not None for cells in filled[:-1])


def nearness(lines: Lines, shape: Shape) -> int:
    """Return how many columns of the layout the best of the lines names."""
    return max((shape.near(_trimmed(cells)) for _, cells in lines[:LOOKED_AT]), default=0)
