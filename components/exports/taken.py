"""What a reader takes away, whatever the format: rows, their columns, and what they are."""

from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from components.language import Language
from components.phrases.licences import licence_name
from data.citation import citation
from data.codelists import code_list
from data.provenance import Source, source

KINDS = {"string": "string", "integer": "integer", "number": "number", "date": "date"}
NAMES = ("name", "text")  # what a code is called stands in one of these, with a language after it


@dataclass(frozen=True)
class Field:
    """A column of what is taken.

    Attributes
    ----------
    name : str
        Its name in the rows, for programs.
    head : str
        Its heading in tables for people.
    title : str
        What it is called, in the reader's language.
    kind : {"string", "integer", "number", "date"}
        What its cells are.
    meaning : str
        What it means; empty where the title says it.
    unit : str
        Unit of its numbers, in the reader's language; empty where the rows have their own.
    codes : str
        Code list of its cells; empty for what is no code.
    between : str
        What stands between several codes in a cell; empty where a cell has one at most.
    """

    name: str
    head: str
    title: str
    kind: str
    meaning: str = ""
    unit: str = ""
    codes: str = ""
    between: str = ""


@dataclass(frozen=True)
class Taken:
    """Rows that are taken away, with all that has to be known of them.

    Attributes
    ----------
    name : str
        Name of the file, without its ending.
    title : str
        The headline of a view; of a slice, its table.
    told : str
        Measure, population, period; of a slice, what its table holds.
    filters : tuple of (str, str)
        What was chosen, in the reader's words.
    fields : tuple of Field
        The columns, in order.
    rows : pyarrow.Table
        The rows; columns are called as the fields.
    sources : tuple of str
        Ids of the sources.
    cautions, notes : tuple of str
        What has to be known to read the rows.
    address : str
        Link that opens them in the atlas.
    day : str
        When they were taken (ISO 8601).
    """

    name: str
    title: str
    told: str
    filters: tuple[tuple[str, str], ...]
    fields: tuple[Field, ...]
    rows: pa.Table
    sources: tuple[str, ...]
    cautions: tuple[str, ...]
    notes: tuple[str, ...]
    address: str
    day: str


def described(taken: Taken, lang: Language) -> dict[str, Any]:
    """Return what the rows are, for programs: the same in JSON, in Parquet and in a workbook."""
    made = citation()
    return {
        "title": taken.title,
        "about": taken.told,
        "filters": [{"column": head, "is": told} for head, told in taken.filters],
        "row_count": taken.rows.num_rows,
        "columns": [_column(one) for one in taken.fields],
        "cautions": list(taken.cautions),
        "notes": list(taken.notes),
        "sources": [_source(source(one), lang) for one in taken.sources],
        "atlas": {
            "title": made.title,
            "version": made.version,
            "released": made.released.isoformat(),
        },
        "taken": taken.day,
        "link": taken.address,
    }


def _column(one: Field) -> dict[str, str]:
    told = {
        "name": one.name,
        "title": one.title,
        "type": one.kind,
        "meaning": one.meaning,
        "unit": one.unit,
        "codes": one.codes,
    }
    return {key: value for key, value in told.items() if value}


def _source(one: Source, lang: Language) -> dict[str, str]:
    told = {
        "id": one.id,
        "title": lang.pick(one.title),
        "publisher": lang.pick(one.publisher),
        "licence": licence_name(lang, one.licence["name"]),
        "licence_url": one.licence.get("url") or "",
        "licence_note": one.licence.get("note") or "",
        "cite_as": one.citation,
        "url": one.url,
        "version": one.version,
        "read": one.read,
    }
    return {key: value for key, value in told.items() if value}


@dataclass(frozen=True)
class Code:
    """A code that the rows use, with its names."""

    listed: str
    code: str
    names: tuple[str, ...]


def codes_used(taken: Taken, langs: tuple[str, ...]) -> list[Code]:
    """Return the codes in the rows, list by list, with their names in languages of the lists.

    Parameters
    ----------
    langs : tuple of str
        Codes of the languages; a list has names in English and Russian.
    """
    used: dict[str, set[str]] = {}
    for one in taken.fields:
        if one.codes:
            cells = taken.rows[one.name].unique().to_pylist()
            parts = [str(c).split(one.between) if one.between else [str(c)] for c in cells if c]
            used.setdefault(one.codes, set()).update(code for part in parts for code in part)
    return [
        Code(name, code, tuple(_named(name, code, lang) for lang in langs))
        for name, codes in sorted(used.items())
        for code in code_list(name).index
        if code in codes
    ]


def _named(listed: str, code: str, lang: str) -> str:
    row = code_list(listed).loc[code]
    return next((str(row[f"{stem}_{lang}"]) for stem in NAMES if f"{stem}_{lang}" in row), "")
