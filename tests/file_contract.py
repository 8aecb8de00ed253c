"""What the file of every view must say, whatever its subject."""

import csv
import io
import re
from functools import cache

from components.exports.files import csv_bytes, file_name, rounded
from components.exports.tables import cells
from components.language import Language, language
from components.phrases.codes import LISTS
from components.view import Column, View
from data.codelists import known
from data.harmless import BREAKS, SIGNS
from data.provenance import source

NUMBER = {"en": re.compile(r"-?\d+(\.\d{1,9})?"), "ru": re.compile(r"-?\d+(,\d{1,9})?")}
FIGURES = re.compile(r"[-+−]?\d[\d\s\u00a0.,]*%?")
YEAR = re.compile(r"(?:18|19|20)\d\d")
NO_VALUE = {"nan", "none", "nat", "<na>", "null", "inf", "-inf"}
ABOUT = 9  # columns at the end that say what the rows are about
# Columns of words that may be a bare number, beside a column of exact numbers or of its time.
WORDS = {"said", "told", "earlier", "status"}
# Views of words and rules: about no place, or of no time.
OF_SOURCES = {"sources-catalogue", "source-entry", "sources-coverage", "sources-corrections"}
OF_METHODS = {"sources-methods", "source-method"}
NO_PLACE = {
    "avrr-stages",
    "avrr-principles",
    "avrr-differs",
    "sdg-avrr-links",
    *OF_SOURCES,
    *OF_METHODS,
}
NO_TIME = NO_PLACE | {"avrr-kazakhstan-help", "sdg-recruitment"}


def tells_everything_in_its_file(shown: View, lang: str) -> None:
    """Check the file of a view: its headings, its numbers, what stands beside them, its name."""
    told = language(lang)
    head, *lines = read(csv_bytes(shown, told), lang)
    assert all(head)
    assert len(set(head)) == len(head), head
    assert len(lines) == len(shown.table.rows)
    for line in lines:
        assert len(line) == len(head)
        assert not any(cell.lower() in NO_VALUE for cell in line), line
    cells_are_what_their_columns_say(shown, lines, lang)
    places_have_codes(shown, told)
    rows_can_be_told_apart(shown)
    numbers_have_units(shown)
    rows_say_what_they_are_about(shown, head, lines)
    named_by_its_contents(shown, told)


def read(content: bytes, lang: str) -> list[list[str]]:
    """Read a file as a spreadsheet of the language does."""
    text = io.StringIO(content.decode("utf-8-sig"), newline="")
    return list(csv.reader(text, delimiter=";" if lang == "ru" else ","))


def cells_are_what_their_columns_say(shown: View, lines: list[list[str]], lang: str) -> None:
    for line, row in zip(lines, cells(shown.table), strict=True):
        rest = iter(line)
        for column, value in zip(shown.table.columns, row, strict=True):
            cell = next(rest)
            if column.digits is None:
                a_text(column, cell)
            elif value is None:
                assert cell == ""
            else:
                assert NUMBER[lang].fullmatch(cell), (column, cell)
                assert float(cell.replace(",", ".")) == rounded(float(value))
            if column.kind in LISTS:
                code = next(rest)
                listed = known(LISTS[column.kind][0])
                assert set(code.split("; ")) - {""} <= listed, (column, code)
        assert len(list(rest)) == ABOUT


def a_text(column: Column, cell: str) -> None:
    assert not cell.startswith((*SIGNS, *BREAKS)), (column, cell)
    bare = FIGURES.fullmatch(cell) and not YEAR.fullmatch(cell)
    assert not bare or column.name in WORDS, (column, cell)


def places_have_codes(shown: View, lang: Language) -> None:
    names = names_of_places(lang)
    together = {
        lang.text("All countries together"),
        lang.text("All nationalities"),
        lang.text("Abroad"),
        lang.text("all countries"),
        lang.text("several countries"),
        lang.text("not named"),
        lang.text("Host not named"),
    }
    for column in shown.table.columns:
        found = {
            value for value in shown.table.rows[column.name] if value and column.digits is None
        }
        if column.kind == "place":
            assert all(cell in names | together or ":" in cell for cell in found), (column, found)
        elif found and f"{column.name}_codes" not in shown.table.rows:
            assert not found <= names, column


@cache
def names_of_places(lang: Language) -> frozenset[str]:
    return frozenset(lang.place(code) for code in known("countries"))


def rows_can_be_told_apart(shown: View) -> None:
    """Check that no two rows differ in nothing but their figures."""
    keys = [column.name for column in shown.table.columns if column.digits is None]
    same = shown.table.rows.duplicated(keys, keep=False)
    assert not same.any(), shown.table.rows.loc[same, keys]


def numbers_have_units(shown: View) -> None:
    columns, rows = shown.table.columns, shown.table.rows
    own = [column.name for column in columns if column.kind == "unit"]
    for column in columns:
        if column.digits is not None and not column.unit:
            assert own, column
            assert rows.loc[rows[column.name].notna(), own].ne("").all(axis=None), column
        assert not column.unit or column.unit in known("units")


def rows_say_what_they_are_about(shown: View, head: list[str], lines: list[list[str]]) -> None:
    times = [column.name for column in shown.table.columns if column.kind == "period"]
    dated = YEAR.search(" ".join(shown.table.rows[times].astype(str).to_numpy().ravel()))
    for line in lines[:1]:
        subtitle, places, place_codes, period, units, ids, *whose = line[-ABOUT:]
        cited, addresses, licences = whose
        assert subtitle
        assert bool(places) == bool(place_codes) == (shown.name not in NO_PLACE), head
        assert set(place_codes.split("; ")) - {""} <= known("countries")
        assert period or shown.name in NO_TIME or (times and not dated)
        assert bool(units) == any(column.digits is not None for column in shown.table.columns)
        assert ids == "; ".join(shown.sources)
        assert bool(cited) == bool(shown.sources)
        for one in map(source, shown.sources):
            assert one.citation in cited
            assert one.url in addresses
        assert len(licences.split("; ")) >= len(shown.sources)


def named_by_its_contents(shown: View, lang: Language) -> None:
    name = file_name(shown, lang)
    assert re.fullmatch(r"[A-Za-z0-9_-]+\.csv", name)
    assert name.startswith(shown.name)
    assert name.endswith(f"_{lang.code}.csv")
    assert shown.places[:1] == () or shown.places[0] in name
