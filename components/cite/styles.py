"""Works as a line of a list of references: APA (7th edition) and GOST R 7.0.5-2008."""

from functools import cache
from pathlib import Path

from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON

from components.cite.forms import csl
from components.cite.work import Work

APA = Path(__file__).with_name("apa.csl")


def apa(work: Work) -> str:
    """Return a work in the APA style, by its own definition in the Citation Style Language."""
    item = csl(work) | {"id": "one"}
    listed = CitationStylesBibliography(_style(), CiteProcJSON([item]), formatter.plain)
    listed.register(Citation([CitationItem("one")]))
    return str(listed.bibliography()[0]).strip()


@cache
def _style() -> CitationStylesStyle:
    return CitationStylesStyle(str(APA), validate=False)


def gost(work: Work) -> str:
    """Return a work as GOST R 7.0.5-2008 has electronic resources of the network (section 10).

    A part of a site stands before two strokes, the site after them; a work of its own has the body
    that made it after one stroke. The words are Russian, whatever the language of the work.
    """
    bodies = ", ".join(work.authors)
    if work.container:
        head = f"{_ended(bodies)} {work.title} // {work.container}" if bodies else ""
        head = head or f"{work.title} // {work.container}"
    else:
        head = f"{work.title} [Электронный ресурс]" + (f" / {bodies}" if bodies else "")
    parts = [head, _version(work.version), work.publisher, _issued(work)]
    read = f"{work.read:%d.%m.%Y}"
    line = " ".join(_ended(part) for part in parts if part)
    return f"{line} URL: {work.address} (дата обращения: {read})."


def _version(version: str) -> str:
    return f"Версия: {version}" if version else ""


def _issued(work: Work) -> str:
    return ".".join(f"{part:02d}" for part in reversed(work.parts))


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."
