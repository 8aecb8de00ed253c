"""Works as the files that reference managers take: CSL-JSON, BibTeX, RIS."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from components.cite.work import Work

CSL = {"dataset": "dataset", "page": "webpage", "software": "software"}
RIS = {"dataset": "DATA", "page": "ELEC", "software": "COMP"}
LATEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{letter: f"\\{letter}" for letter in "&%$#_{}"},
}


def csl(work: Work) -> dict[str, Any]:
    """Return a work as an item of CSL-JSON 1.0; what is not known is left out."""
    parts = work.parts
    told: dict[str, Any] = {
        "id": work.id,
        "type": CSL[work.kind],
        "title": work.title,
        "author": [{"literal": one} for one in work.authors],
        "publisher": work.publisher,
        "container-title": work.container,
        "version": work.version,
        "note": work.note,
        "issued": {"date-parts": [list(parts)]} if parts else None,
        "accessed": {"date-parts": [[work.read.year, work.read.month, work.read.day]]},
        "URL": work.address,
        "language": work.lang,
    }
    return {name: value for name, value in told.items() if value}


def csl_json(works: Iterable[Work]) -> str:
    """Return works as a file of CSL-JSON."""
    return json.dumps([csl(one) for one in works], ensure_ascii=False, indent=2) + "\n"


def bibtex(works: Iterable[Work]) -> str:
    """Return works as a BibTeX file; ``urldate`` and ``version`` are read by biblatex."""
    return "\n".join(map(_bibtex, works))


def _bibtex(work: Work) -> str:
    told = {
        "title": f"{{{_latex(work.title)}}}",
        "author": " and ".join(f"{{{_latex(one)}}}" for one in work.authors),
        "year": work.year,
        "publisher": _latex(work.publisher),
        "howpublished": _latex(work.container),
        "version": _latex(work.version),
        "note": _latex(work.note),
        "url": work.address.replace("{", "%7B").replace("}", "%7D"),
        "urldate": work.read.isoformat(),
        "langid": {"en": "english", "ru": "russian"}.get(work.lang, ""),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in told.items() if value]
    return f"@misc{{{work.id},\n" + ",\n".join(lines) + "\n}\n"


def _latex(text: str) -> str:
    return "".join(LATEX.get(letter, letter) for letter in _one_line(text))


def ris(works: Iterable[Work]) -> str:
    """Return works as a RIS file."""
    return "".join(f"{tag}  - {value}\r\n" for one in works for tag, value in _ris(one))


def _ris(work: Work) -> Iterator[tuple[str, str]]:
    read = work.read
    issued = [*work.issued.split("-"), "", ""][:3] if work.issued else []
    told = [
        ("ID", work.id),
        ("TI", work.title),
        *(("AU", one) for one in work.authors),
        ("PY", work.year),
        ("DA", "/".join([*issued, ""]) if issued else ""),
        ("PB", work.publisher),
        ("T2", work.container),
        ("ET", work.version),
        ("N1", work.note),
        ("UR", work.address),
        ("Y2", f"{read.year}/{read.month:02d}/{read.day:02d}/"),
        ("LA", work.lang),
    ]
    yield "TY", RIS[work.kind]
    yield from ((tag, _one_line(value)) for tag, value in told if value)
    yield "ER", ""


def _one_line(text: str) -> str:
    return " ".join(text.split())
