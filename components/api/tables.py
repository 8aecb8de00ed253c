"""The curated tables, as programs ask for them."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any
from urllib.parse import quote, urlencode

import pandas as pd
from starlette.requests import Request
from starlette.responses import Response

from components.api import sdmx
from components.api.asked import CSV, FORMAT, JSON, PAGE, SDMX, SIZE, Asked, asked, nothing_else
from components.api.edition import Edition, edition
from components.api.problems import Problem, of_refusal
from components.api.sources import brief, files_of, frame_of
from components.api.written import PIECE, answered, as_csv, as_json, columns, dicts
from components.cache import store
from components.card.guarding import numbered, reason
from components.explore.refusals import value_name
from components.language import Language
from components.navigation import PAGES
from components.phrases.caveats import remarks
from components.phrases.tables import TABLES
from components.views.registry import SPECS
from components.web.asking import root
from data.errors import report
from data.explore.answer import answer, values
from data.explore.filters import filtered
from data.explore.params import from_params, to_params
from data.explore.question import Question
from data.explore.refusal import Refused
from data.provenance import source
from data.schema import fields, tables

EXPLORE = "explore"  # address of the page that shows rows of tables, where there is one


def listing(request: Request) -> Response:
    """Answer with all tables; one that cannot be read says so in its place."""

    def make() -> Response:
        told = asked(request, JSON)
        nothing_else(told)
        entries = [_entry(request, name, told.lang) for name in tables()]
        content = {**frame_of(request, told.lang), "tables": entries}
        return as_json(content, told.lang.data_code)

    return answered(request, make)


def about(request: Request, name: str) -> Response:
    """Answer with the description of a table: columns, codes, key, sources, views."""

    def make() -> Response:
        told = asked(request, JSON)
        nothing_else(told)
        lang, question = told.lang, from_params(name, {})
        counted = _counted(name, edition())
        listed = list(values(store(), question, "source_id"))
        content = {
            **frame_of(request, lang),
            "table": _described(request, name, lang) | counted,
            "key": list(tables()[name].key),
            "columns": columns_of(request, name, tables()[name].columns, lang),
            "sources": [brief(request, one, lang) for one in listed],
            "views": [
                f"{root(request)}/api/views/{quote(view)}"
                for view, spec in SPECS.items()
                if name in spec.tables
            ],
        }
        return as_json(content, lang.data_code)

    return answered(request, make)


def rows(request: Request, name: str) -> Response:
    """Answer with the rows of a table that fit a question."""

    def make() -> Response:
        told = asked(request, JSON, CSV, SDMX)
        question, forms = from_params(name, told.rest), {JSON: _page, CSV: _csv, SDMX: _sdmx}
        try:
            return forms[told.form](request, question, told)
        except Refused as refused:
            better = [one.applied(question) for one in refused.remedies if one.enough]
            here = f"{root(request)}/api/tables/{name}"
            instead = tuple(f"{here}?{urlencode(to_params(one), safe=',')}" for one in better)
            raise of_refusal(refused, told.lang, instead) from refused

    return answered(request, make)


def _csv(request: Request, question: Question, told: Asked) -> Response:
    if told.paged:
        found = answer(store(), question, told.page, told.size).rows
        names, pieces = found.column_names, iter([columns(found)])
    else:
        begin = answer(store(), question, size=1).rows
        names, pieces = begin.column_names, _pieces(question)
    made = (zip(*one.values(), strict=True) for one in pieces)
    return as_csv(request, names, made, question.table, _described_by(request, question.table))


def _pieces(question: Question) -> Iterator[dict[str, list[Any]]]:
    """Yield all rows that fit, a piece at a time: nobody waits for the whole, nothing holds it."""
    number = pages = 1
    while number <= pages:
        found = answer(store(), question, number, PIECE)
        yield columns(found.rows)
        number, pages = number + 1, found.pages


def _sdmx(request: Request, question: Question, told: Asked) -> Response:
    lang, name = told.lang, question.table
    if not sdmx.can(name):
        words = lang.text(
            "SDMX-CSV needs a year and a value, and the table “{table}” has no such columns; "
            "ask for csv.",
            table=name,
        )
        raise Problem(422, "no_sdmx", words)
    if question.by or question.columns or told.paged:
        words = lang.text(
            "SDMX-CSV has whole rows with all columns: leave out _by, _columns, _page and _size."
        )
        raise Problem(422, "no_sdmx", words)
    left = store().answer(sdmx.timeless(filtered(store().table(name), question)))
    headers = _described_by(request, name) | {"Atlas-Left-Out": str(left["rows"][0])}
    made = (sdmx.rows(name, piece) for piece in _pieces(question))
    return as_csv(request, sdmx.head(name), made, f"{name}_sdmx", headers, sdmx.KIND)


def _page(request: Request, question: Question, told: Asked) -> Response:
    lang, name = told.lang, question.table
    found = answer(store(), question, told.page, told.size)
    noted = _noted(question)
    listed = sorted(noted["source_id"].unique())
    content = {
        **frame_of(request, lang),
        "table": _described(request, name, lang),
        "question": to_params(question),
        "page": found.page,
        "pages": found.pages,
        "size": told.size,
        "total": found.total,
        "behind": found.behind,
        "missing": found.missing,
        "every": found.every,
        "columns": columns_of(request, name, found.rows.column_names, lang, question.across),
        "rows": dicts(found.rows),
        "sources": [brief(request, one, lang) for one in listed],
        "cautions": _cautions(name, noted, lang),
        "links": _links(request, question, found.page, found.pages, told.size, lang),
    }
    return as_json(content, lang.data_code)


def _noted(question: Question) -> pd.DataFrame:
    """Return of the rows that fit what says whose they are and which caveats bear on them."""
    name, known = question.table, tables()[question.table].columns
    scopes = [
        set(one.scope)
        for source_id in files_of(name)
        for one in source(source_id).caveats
        if name in one.tables and isinstance(one.scope, dict)
    ]
    asked_of = set[str]().union({"source_id", "note_id"}, *scopes)
    looked = [column for column in known if column in asked_of]
    fit = filtered(store().table(name), question).select(*looked).distinct()
    found: pd.DataFrame = store().answer(fit).to_pandas()
    return found


def _cautions(name: str, noted: pd.DataFrame, lang: Language) -> list[dict[str, str]]:
    """Return the caveats of the sources that bear on rows, warnings first."""
    found = [
        one
        for source_id, rows in noted.groupby("source_id")
        for one in remarks(lang, name, [str(source_id)], rows)
    ]
    found.sort(key=lambda one: one.level != "warning")
    return [
        {"level": one.level, "text": one.text, "source": one.source, "about": one.about}
        for one in found
    ]


def _links(
    request: Request, question: Question, page: int, pages: int, size: int, lang: Language
) -> dict[str, str]:
    """Return the addresses of this page of rows and of what belongs to it."""
    here, params = f"{root(request)}/api/tables/{question.table}", to_params(question)

    def at(**more: str | int) -> str:
        told = urlencode({**params, **more}, safe=",")
        return f"{here}?{told}" if told else here

    links = {"self": at(**{PAGE: page, SIZE: size}), "csv": at(**{FORMAT: CSV})}
    if page > 1:
        links["previous"] = at(**{PAGE: page - 1, SIZE: size})
    if page < pages:
        links["next"] = at(**{PAGE: page + 1, SIZE: size})
    if sdmx.can(question.table) and not question.by and not question.columns:
        links["sdmx_csv"] = at(**{FORMAT: SDMX})
    if any(spec.url == EXPLORE for spec in PAGES):
        told = urlencode({"data": question.table, **params, "lang": lang.code}, safe=",")
        links["page"] = f"{root(request)}/{EXPLORE}?{told}"
    return links | {"about": f"{here}/about"}


def _described_by(request: Request, name: str) -> dict[str, str]:
    here = f"{root(request)}/api/tables/{name}"
    return {"Link": f'<{here}/about>; rel="describedby", <{root(request)}/api>; rel="index"'}


def _described(request: Request, name: str, lang: Language) -> dict[str, Any]:
    here = f"{root(request)}/api/tables/{name}"
    words = lang.text(TABLES[name]) if name in TABLES else name
    return {
        "name": name,
        "title": words[:1].upper() + words[1:],
        "description": tables()[name].description,
        "rows_at": here,
        "about_at": f"{here}/about",
    }


def _entry(request: Request, name: str, lang: Language) -> dict[str, Any]:
    told = _described(request, name, lang) | {"columns": list(tables()[name].columns)}
    try:
        counted = _counted(name, edition())
    except Exception as error:  # its own answer says so, too
        report(error)
        nothing = {"rows": None, "years": None, "sources": list(files_of(name))}
        return told | nothing | {"fault": f"{reason(error, lang)} {numbered(error, lang)}"}
    return told | counted


@lru_cache(maxsize=64)
def _counted(name: str, _: Edition) -> dict[str, Any]:
    """Return how many rows a table has, of which years and sources."""
    import ibis  # noqa: PLC0415  # see data.store.package

    table = store().table(name)
    dated = "year" in table.columns
    told = {"rows": ibis._.count()}
    if dated:
        told |= {"first": ibis._.year.min(), "last": ibis._.year.max()}
    found = store().answer(table.aggregate(**told)).to_pylist()[0]
    years = [found["first"], found["last"]] if dated and found["first"] is not None else None
    return {
        "rows": found["rows"],
        "years": years,
        "sources": sorted(values(store(), Question(name), "source_id")),
    }


def columns_of(
    request: Request, table: str, names: Iterable[str], lang: Language, across: str = ""
) -> list[dict[str, Any]]:
    """Return the columns of an answer: what they are called, what stands in them.

    Parameters
    ----------
    across : str
        Column whose values are columns here.
    """
    named = value_name(lang, across)
    own = {
        "rows": ("integer", lang.text("Rows put together")),
        "missing": ("integer", lang.text("Rows without a value")),
    }
    found: list[dict[str, Any]] = []
    for name in names:
        if name not in tables()[table].columns:
            kind, title = own.get(name, ("number", named(name) if across else name))
            found.append({"name": name, "title": title, "type": kind})
            continue
        field = fields()[name]
        entry = {
            "name": name,
            "title": lang.pick(field["title"]),
            "type": field["type"],
            "description": field["description"],
        }
        if field.get("codes"):
            entry["codes"] = f"{root(request)}/api/codes/{field['codes']}"
        found.append(entry)
    return found
