"""What is taken away as one archive: data, codebook, terms, citation, and how to read them."""

import csv
import datetime
import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from components.cite.forms import bibtex, ris
from components.cite.styles import apa, gost
from components.cite.work import Work
from components.cite.works import of_rows, of_source
from components.exports.taken import Field, Taken, codes_used
from components.exports.written import csv_rows, parquet_rows
from components.language import Language, language
from components.phrases.licences import licence_name
from data.harmless import harmless
from data.provenance import source
from data.schema import fields

BOTH = ("en", "ru")  # languages of the data, and of what explains them
EPOCH = (1980, 1, 1, 0, 0, 0)  # the day that archives begin with: the same rows, the same bytes


@dataclass(frozen=True)
class Part:
    """A file in the archive."""

    name: str
    content: bytes


def archive(parts: Iterable[Part]) -> bytes:
    """Return files as a ZIP whose bytes depend on them alone."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
        for part in parts:
            told = zipfile.ZipInfo(part.name, EPOCH)
            told.compress_type, told.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            packed.writestr(told, part.content)
    return buffer.getvalue()


def zip_rows(taken: Taken, lang: Language, table: bytes = b"") -> bytes:
    """Return the archive of what is taken away.

    Parameters
    ----------
    table : bytes
        The rows as CSV, where they have a form of their own (a view's for spreadsheets).
    """
    folder = taken.name
    works = cited(taken, lang)
    parts: dict[str, str | bytes] = {
        "README.md": readme(taken),
        "data.csv": table or csv_rows(taken),
        "data.parquet": parquet_rows(taken, lang),
        "codebook/columns.csv": _columns(taken),
        "codebook/codes.csv": _codes(taken),
        "LICENCES.md": licences(taken.sources, lang),
        "citation.bib": bibtex(works),
        "citation.ris": ris(works),
        "citation.txt": "\n\n".join([*map(apa, works), *map(gost, works)]) + "\n",
    }
    return archive(
        Part(f"{folder}/{name}", told if isinstance(told, bytes) else told.encode("utf-8"))
        for name, told in parts.items()
    )


def cited(taken: Taken, lang: Language) -> list[Work]:
    """Return the rows as a work, then their sources."""
    day = datetime.date.fromisoformat(taken.day)
    own = of_rows(taken.title, taken.name.replace("_", "-"), lang, taken.address, day)
    return [own, *(of_source(one, lang) for one in taken.sources)]


def readme(taken: Taken) -> str:
    """Return what is in the archive, in English and in Russian."""
    told = [line for code in BOTH for line in _readme(taken, language(code))]
    if taken.cautions:
        head = " / ".join(language(code).text("Cautions") for code in BOTH)
        told += [f"## {head}", "", *(f"- {words}" for words in taken.cautions), ""]
    return "\n".join(told)


def _readme(taken: Taken, lang: Language) -> list[str]:
    files = {
        "data.csv": lang.text("The rows, for spreadsheets and programs; UTF-8."),
        "data.parquet": lang.text("The same rows with their types, for Python, R and databases."),
        "codebook/columns.csv": lang.text("What each column means, its type, unit and code list."),
        "codebook/codes.csv": lang.text("The codes in the rows, with English and Russian names."),
        "LICENCES.md": lang.text("Terms of each source. Who uses the rows names the sources."),
        "citation.*": lang.text("How to cite the rows and their sources: BibTeX, RIS, text."),
    }
    chosen = [f"- {head}: {words}" for head, words in taken.filters]
    holes = lang.text(
        "A missing row or an empty cell is no zero. Texts that a spreadsheet would run begin with "
        "an apostrophe in the CSV file; numbers are not touched."
    )
    return [
        f"# {lang.text('Central Asia Migration Atlas')}: {taken.title}",
        "",
        taken.told,
        "",
        *chosen,
        f"- {lang.text('Number of rows')}: {taken.rows.num_rows}",
        f"- {lang.text('Taken on')}: {taken.day}",
        f"- {lang.text('Link')}: {taken.address}",
        "",
        f"## {lang.text('Files')}",
        "",
        *(f"- `{name}`: {words}" for name, words in files.items()),
        "",
        holes,
        "",
    ]


def licences(sources: Sequence[str], lang: Language) -> str:
    """Return the terms and the citation of each source."""
    lines = [f"# {lang.text('Licences of the sources')}", ""]
    for one in map(source, sources):
        terms = licence_name(lang, one.licence["name"])
        link = f" ({one.licence['url']})" if one.licence.get("url") else ""
        lines += [
            f"## {lang.pick(one.title)}",
            "",
            f"- {lang.text('Publisher')}: {lang.pick(one.publisher)}",
            f"- {lang.text('Licence')}: {terms}{link}. {one.licence.get('note') or ''}".rstrip(),
            f"- {lang.text('To be cited as')}: {one.citation}",
            f"- {lang.text('Address')}: {one.url}",
            "",
        ]
    return "\n".join(lines)


def _columns(taken: Taken) -> str:
    titles = tuple(f"title_{code}" for code in BOTH)
    heads = ("column", "heading", *titles, "type", "unit", "code_list", "between_codes", "meaning")
    return _csv(heads, map(_column, taken.fields))


def _column(one: Field) -> tuple[str, ...]:
    known = fields().get(one.name, {}).get("title") if one.meaning else None
    titles = tuple((known or {}).get(code, one.title) for code in BOTH)
    return (one.name, one.head, *titles, one.kind, one.unit, one.codes, one.between, one.meaning)


def _codes(taken: Taken) -> str:
    heads = ("code_list", "code", *(f"name_{code}" for code in BOTH))
    return _csv(heads, ((one.listed, one.code, *one.names) for one in codes_used(taken, BOTH)))


def _csv(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(heads)
    writer.writerows(tuple(map(harmless, row)) for row in rows)
    return buffer.getvalue()
