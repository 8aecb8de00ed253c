"""What every document must be: elements that mean what they show, no word lost, nothing raw."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import plotly.graph_objects as go

from components import documents
from components.documents.html import document_html
from components.documents.model import Document, Grid
from components.language import Language
from components.view import View

VOID = {"input", "br"}
SHEET = Path(documents.__file__).parents[1] / "assets" / "documents.css"
SPACE = re.compile(r"\s+")


@dataclass
class Element:
    """One element of a page: its name, its attributes, what stands in it."""

    tag: str
    attributes: dict[str, str]
    inside: list["Element | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All words in it, those for listeners too."""
        parts = (one if isinstance(one, str) else one.text for one in self.inside)
        return SPACE.sub(" ", " ".join(parts)).strip()

    def all(self, *tags: str) -> list["Element"]:
        """Every element in it with one of the names."""
        found = []
        for one in self.inside:
            if isinstance(one, Element):
                found += ([one] if one.tag in tags or not tags else []) + one.all(*tags)
        return found


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("root", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def parsed(text: str) -> Element:
    """Return HTML as elements; every element must be closed where it was opened."""
    parser = _Parser()
    parser.feed(text)
    parser.close()
    assert parser.open == [parser.root], parser.open[-1].tag
    return parser.root


def shows_marks_or_words(shown: View, lang: Language) -> None:
    """Check that a chart draws data, and that what only has words is a sound document."""
    if isinstance(shown.figure, go.Figure):
        drawn = shown.figure.to_dict()["data"]
        assert any(marks_data(trace) for trace in drawn), f"{shown.name}: words only"
    if isinstance(shown.figure, Document):
        is_sound(shown.figure, shown.title, lang)


def marks_data(trace: dict[str, Any]) -> bool:
    """Say whether a trace is seen: a line, a bar, a mark; not the ground for a tip."""
    if trace["type"] != "scatter":
        return True
    mode, opacity = trace.get("mode", "lines"), trace.get("marker", {}).get("opacity")
    return "lines" in mode or ("markers" in mode and opacity != 0)


def is_sound(document: Document, title: str, lang: Language) -> None:
    """Check a document and the HTML that it becomes."""
    told = document_html(document, lang, "name", title)
    page = parsed(told)
    for table in page.all("table"):
        reads_as_a_table(table, title)
    grids = [block for block in document.blocks if isinstance(block, Grid)]
    assert len(page.all("table")) == len(grids)
    every = page.all()
    ids = [one.attributes["id"] for one in every if "id" in one.attributes]
    assert len(ids) == len(set(ids))
    for one in every:
        if "aria-labelledby" in one.attributes:
            assert one.attributes["aria-labelledby"] in ids
    loses_no_word(document, page)
    explains_its_marks(page)
    has_a_pill_for_every_column(document)


def reads_as_a_table(table: Element, title: str) -> None:
    """Check captions, headings and cells of one table."""
    [caption] = table.all("caption")
    assert title.rstrip(".").split()[0] in caption.text
    for head in table.all("th"):
        assert head.attributes["scope"] in ("col", "row", "rowgroup")
        assert head.text, "a heading without words"
    columns = len(table.all("thead")[0].all("tr")[0].all("th", "td"))
    for row in table.all("tbody")[0].all("tr"):
        spans = [int(one.attributes.get("colspan", 1)) for one in row.all("th", "td")]
        assert sum(spans) == columns
    for body in table.all("tbody"):
        for cell in body.all("td"):
            assert cell.text, "a cell without a state or a word"
            assert cell.attributes["data-head"]


def loses_no_word(document: Document, page: Element) -> None:
    """Check that every text of a document is on the page as it is: seen, heard or at the pointer.

    The parser undoes the escapes, so a text that was written raw would have become elements. Spaces
    do not count: words in another language stand in an element of their own, even inside brackets.
    """
    seen = SPACE.sub("", page.text)
    tips = {one.attributes["title"] for one in page.all() if "title" in one.attributes}
    for text in document.texts():
        assert SPACE.sub("", text) in seen or text in tips, text


def explains_its_marks(page: Element) -> None:
    """Check that beside every mark stand words that say what it means, to be seen or heard."""
    for one in page.all("td", "p", "button", "li"):
        parts = [part for part in one.inside if isinstance(part, Element)]
        if any("m" in part.attributes.get("class", "").split() for part in parts):
            words = [part for part in one.inside if isinstance(part, str)]
            words += [p.text for p in parts if p.attributes.get("class") == "atlas-heard"]
            assert "".join(words).strip(), one


def has_a_pill_for_every_column(document: Document) -> None:
    """Check that the style sheet can show each column, or each group, of a grid alone."""
    sheet = SHEET.read_text(encoding="utf-8")
    for block in document.blocks:
        if isinstance(block, Grid) and block.narrow == "one":
            last = f"label:nth-of-type({len(block.heads)}) :checked) td:nth-child"
            assert last in sheet, f"{len(block.heads)} columns"
        if isinstance(block, Grid) and block.narrow == "groups":
            last = f"label:nth-of-type({len(block.groups)}) :checked) tbody:nth-of-type"
            assert last in sheet, f"{len(block.groups)} groups"
