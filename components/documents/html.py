"""A document as HTML that can be read, searched, copied, heard and printed.

The elements are those that mean what they show: a table with its headings, ordered steps, lists.
What they look like stands in ``components/assets/documents.css``. Everything that comes from a
document is escaped.
"""

import html
import re
from dataclasses import dataclass
from urllib.parse import quote

from components.documents.model import Cell, Document, Grid, Group, Line, Link, Panel, Panels, Row
from components.documents.slopes import Bar, Slope
from components.documents.states import MARKS, QUIET, State
from components.documents.words import STATE_NAMES
from components.language import Language
from components.language.parts import marked
from components.style.variables import ink

OUTSIDE = re.compile(r"https?://")
DRAWN = frozenset({"yes", "part", "several", "no", "official", "relayed", "press", "other"})
BESIDE = 12  # letters of unit and year that stand beside a value
SHORT = 3  # letters of a value for which the narrowest tile has room
# Roles are said, because a style sheet that lays a table out otherwise takes them away.
COLUMN, ROW = "scope='col' role='columnheader'", "scope='row' role='rowheader'"
GROUP = "scope='rowgroup' role='rowheader'"
HEIGHT, WIDTH = 24, 100  # of the box in which a small line is drawn


def document_html(
    document: Document, lang: Language, name: str, title: str, chosen: str | None = None
) -> str:
    """Return a document as HTML.

    Parameters
    ----------
    document : Document
        What to write.
    lang : Language
        The reader's language.
    name : str
        Name by which its parts are told apart from others on the page.
    title : str
        What it is about, for the caption of a table and the name of a region that scrolls.
    chosen : str or None
        Code of the cell that the page shows in detail, where cells with a code are a choice of
        one; the page has to listen to it. None where they are not.
    """
    return _Writer(document, lang, name, title, chosen).whole()


@dataclass(frozen=True)
class _Writer:
    document: Document
    lang: Language
    name: str
    title: str
    chosen: str | None

    def whole(self) -> str:
        parts = [
            self.grid(block, number) if isinstance(block, Grid) else self.panels(block)
            for number, block in enumerate(self.document.blocks)
        ]
        return f"<div class='doc'>{''.join(parts)}{self.legend()}</div>"

    def told(self, words: str) -> str:
        """Write words; those in another language than the page say in which."""
        return marked(words, self.lang.data_code)

    def head(self, words: str) -> str:
        return f"<p class='doc-head'>{self.told(words)}</p>" if words else ""

    def state(self, state: State, alone: bool = False) -> str:
        """Write the mark of a state, and its meaning for those who do not see it."""
        meaning = self.lang.text(STATE_NAMES[state])
        if state == "plain":
            meaning = dict(self.document.key).get(state, "")
        mark = _mark(state)
        if not meaning or (state == "plain" and not alone):
            return mark
        return f"{mark}<span class='atlas-heard'>{_safe(meaning)}{'' if alone else ': '}</span>"

    def legend(self) -> str:
        items = "".join(
            f"<li>{_mark(state)}{self.told(words)}</li>" for state, words in self.document.legend
        )
        return f"<ul class='doc-key'>{items}</ul>" if items else ""

    # Grids
    def grid(self, grid: Grid, number: int) -> str:
        part = f"{self.name}-{number}"
        caption = ". ".join(one for one in (self.title.rstrip("."), grid.head) if one)
        heads = "".join(f"<th {COLUMN}>{self.told(head)}</th>" for head in grid.heads)
        corner = f"<th {COLUMN}>{self.told(grid.corner)}</th>" if grid.corner else "<td></td>"
        body = "".join(self.group(group, grid) for group in grid.groups)
        look = f"doc-grid doc-{grid.narrow} doc-of-{grid.look}"
        look += " doc-parted" if grid.parted and len(grid.groups) > 1 else ""
        return (
            f"{self.head(grid.head)}<div class='{look}'>"
            f"{self.parts(grid, part)}{self.pills(grid, part)}"
            f"<div class='doc-room' role='region' tabindex='0' aria-labelledby='{part}'>"
            f"<table role='table'><caption id='{part}' class='atlas-heard'>{self.told(caption)}"
            f"</caption><thead role='rowgroup'><tr role='row'>{corner}{heads}</tr></thead>{body}"
            "</table></div></div>"
        )

    def parts(self, grid: Grid, part: str) -> str:
        """Write the choice of the one group that is shown, each with the number of its holes."""
        if not grid.parted or len(grid.groups) < 2:
            return ""
        told = []
        for index, group in enumerate(grid.groups):
            holes = sum(cell.state in QUIET for row in group.rows for cell in row.cells)
            missing = self.lang.text("no figure: {n}", n=self.lang.number(holes)) if holes else ""
            on = "" if index else " checked"
            told.append(
                f"<label><input type='radio' name='{part}-group'{on}>"
                f"<span>{self.told(group.head)}{_unit(missing)}</span></label>"
            )
        name = _safe(self.lang.text("Group shown"))
        head = f"<div class='doc-parts' role='radiogroup' aria-label='{name}'>"
        return f"{head}{''.join(told)}</div>"

    def pills(self, grid: Grid, part: str) -> str:
        """Write the choice of the one column that a phone shows."""
        heads = grid.heads if grid.narrow == "one" else ()
        if len(heads) < 2:
            return ""
        told = "".join(
            f"<label><input type='radio' name='{part}-column'{'' if index else ' checked'}>"
            f"<span>{self.told(head)}</span></label>"
            for index, head in enumerate(heads)
        )
        name = _safe(self.lang.text("Column shown"))
        return f"<div class='doc-pills' role='radiogroup' aria-label='{name}'>{told}</div>"

    def group(self, group: Group, grid: Grid) -> str:
        head = ""
        if group.head:
            words = f"<small>{self.told(group.words)}</small>" if group.words else ""
            head = (
                f"<tr role='row' class='g'><th {GROUP} colspan='{len(grid.heads) + 1}'>"
                f"<b>{self.told(group.head)}</b>{words}</th></tr>"
            )
        rows = "".join(self.row(row, grid) for row in group.rows)
        return f"<tbody role='rowgroup'>{head}{rows}</tbody>"

    def row(self, row: Row, grid: Grid) -> str:
        words = f"<small>{self.told(row.words)}</small>" if row.words else ""
        cells = "".join(
            self.cell(cell, head) for cell, head in zip(row.cells, grid.heads, strict=True)
        )
        head = self.told(row.head)
        if row.address:
            head = f"<a href='{_safe(row.address)}'>{head}</a>"
        return f"<tr role='row'><th {ROW}>{_dot(row.ink)}{head}{words}</th>{cells}</tr>"

    def cell(self, cell: Cell, head: str) -> str:
        classes: list[str] = [cell.state] if cell.state != "plain" else []
        style = ""
        if len(cell.value) > SHORT:  # as “3.5K”: tiles give it room
            classes.append("long")
        if cell.magnitude is not None:
            classes.append("fill")
            style = f" style='--m:{min(max(cell.magnitude, 0.0), 1.0):.2g}'"
        named = f" class='{' '.join(classes)}'" if classes else ""
        tip = f" title='{_safe(cell.tip)}'" if cell.tip else ""
        inside = self.inside(cell)
        if self.chosen is not None and cell.code:
            on = " checked" if cell.code == self.chosen else ""
            inside = (
                f"<label><input type='radio' name='{self.name}-cell' "
                f"data-code='{_safe(cell.code)}'{on}>{inside}</label>"
            )
        return f"<td role='cell' data-head='{_safe(head)}'{named}{style}{tip}>{inside}</td>"

    def inside(self, cell: Cell) -> str:
        said = cell.value or cell.words or cell.unit
        parts = [self.state(cell.state, alone=not said)]
        parts += [f"<b>{self.told(cell.value)}</b>"] if cell.value else []
        parts += [f"<span class='w'>{self.told(cell.words)}</span>"] if cell.words else []
        parts += [_unit(cell.unit)]
        return "".join([*parts, _inline(cell.inline), self.link(cell.link)])

    # Panels
    def panels(self, block: Panels) -> str:
        words = f"<p class='doc-words'>{self.told(block.words)}</p>" if block.words else ""
        tag = "ol" if block.form == "steps" else "ul"
        told = "".join(self.panel(panel) for panel in block.panels)
        joined = " joined" if block.joined else ""
        named = f" aria-label='{_safe(block.head)}'" if block.head else ""
        return (
            f"{self.head(block.head)}{words}<{tag} role='list'{named} "
            f"class='doc-panels doc-{block.form}{joined}' "
            f"style='--most:{max(min(block.most, len(block.panels)), 1)}'>{told}</{tag}>"
        )

    def panel(self, panel: Panel) -> str:
        classes: list[str] = [panel.state] if panel.state in QUIET else []
        classes += ["quiet"] if panel.quiet else []
        classes += ["coded"] if panel.code else []
        named = f" class='{' '.join(classes)}'" if classes else ""
        parts = []
        if panel.head:
            parts.append(f"<p class='h'>{_dot(panel.ink)}{self.told(panel.head)}</p>")
        if panel.value or panel.state != "plain":
            mark = self.state(panel.state, alone=not panel.value)
            parts.append(f"<p class='v'>{mark}<b>{_safe(panel.value)}</b>{_unit(panel.unit)}</p>")
        parts.append(_inline(panel.inline))
        parts += [self.line(line) for line in panel.lines]
        parts += [f"<p class='f'>{self.told(panel.foot)}</p>"] if panel.foot else []
        parts.append(self.pick(panel))
        coded = f" data-code='{_safe(panel.code)}'" if panel.code else ""
        return f"<li{named}{coded}>{''.join(parts)}{self.link(panel.link)}</li>"

    def pick(self, panel: Panel) -> str:
        """Write the radio button that lies over a panel that can be chosen."""
        if self.chosen is None or not panel.code:
            return ""
        on = " checked" if panel.code == self.chosen else ""
        name = ": ".join(filter(None, (panel.head, panel.value)))
        return (
            f"<input type='radio' name='{self.name}-panel' data-code='{_safe(panel.code)}' "
            f"aria-label='{_safe(name)}'{on}>"
        )

    def link(self, link: Link | None) -> str:
        if link is None:
            return ""
        away = " target='_blank' rel='noopener noreferrer'" if OUTSIDE.match(link.address) else ""
        return f"<a href='{_safe(link.address)}'{away}>{self.told(link.words)}</a>"

    def line(self, line: Line) -> str:
        named = f" class='{line.state}'" if line.state in QUIET else ""
        value = f"<b>{_safe(line.value)}</b>" if line.value else ""
        words = f"<span class='w'>{self.told(line.words)}</span>"
        return f"<p{named}>{self.state(line.state)}{words}{value}{_unit(line.unit)}</p>"


def _safe(text: str) -> str:
    return html.escape(text, quote=True)


def _mark(state: State) -> str:
    """Return the mark of a state; most are drawn by the style sheet, so that all are alike."""
    mark = "" if state in DRAWN else MARKS[state]
    return f"<i class='m {state}' aria-hidden='true'>{mark}</i>" if MARKS[state] else ""


def _unit(words: str) -> str:
    """Return unit and year; a few letters stand beside the value, more below it."""
    if not words:
        return ""
    return f" <small{' class=y' if len(words) <= BESIDE else ''}>{_safe(words)}</small>"


def _dot(name: str) -> str:
    return f"<i class='dot' style='--ink:{ink(name)}' aria-hidden='true'></i>" if name else ""


def _inline(drawing: Slope | Bar | None) -> str:
    if isinstance(drawing, Bar):
        share = min(max(drawing.share, 0.0), 1.0)
        return (
            f"<i class='bar' aria-hidden='true' style='--ink:{ink(drawing.ink)};"
            f"--m:{share:.3g}'></i>"
        )
    if drawing is None or not drawing.segments:
        return ""
    mask = f"url(&quot;data:image/svg+xml,{quote(_svg(drawing), safe='=/: ')}&quot;)"
    return (
        f"<i class='slope' aria-hidden='true' style='--ink:{ink(drawing.ink)};"
        f"-webkit-mask-image:{mask};mask-image:{mask}'></i>{_ends(drawing)}"
    )


def _ends(slope: Slope) -> str:
    first, last = (_safe(one) for one in slope.ends)
    told = f"<small>{first}</small><small>{last}</small>"
    return f"<span class='ends'>{told}</span>" if first or last else ""


def _svg(slope: Slope) -> str:
    """Return the lines as a mask, through which the colour of the page is seen."""
    paths = "".join(
        f"M{points}L{points.rpartition('L')[2]}"
        for line in slope.segments
        if (points := "L".join(f"{3 + x * 94:.1f} {22 - y * 20:.1f}" for x, y in line))
    )
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH} {HEIGHT}' "
        "preserveAspectRatio='none'>"
        f"<path d='{paths}' fill='none' stroke='#000' stroke-width='2' stroke-linecap='round' "
        "stroke-linejoin='round' vector-effect='non-scaling-stroke'/></svg>"
    )
