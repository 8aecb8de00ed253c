"""Sources, code lists and the atlas itself, as programs are told them."""

from dataclasses import asdict
from functools import cache
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from components.api.asked import CSV, JSON, asked, nothing_else
from components.api.edition import edition
from components.api.problems import Problem
from components.api.written import answered, as_csv, as_json, cell_of
from components.cite.forms import csl
from components.cite.works import of_source
from components.frame.footer import cited
from components.language import Language
from components.phrases.licences import licence_name
from components.web.asking import root
from data.citation import citation
from data.codelists import code_list
from data.paths import DATA
from data.provenance import source, source_ids
from data.schema import fields, tables


def frame_of(request: Request, lang: Language) -> dict[str, Any]:
    """Return what every answer says of the atlas: edition, citation, licence, language."""
    return {
        "edition": asdict(edition()),
        "language": lang.data_code,
        "citation": cited(citation(), root(request)),
        "licence": lang.text(
            "Each figure keeps the licence of its source, which is named with it."
        ),
    }


def brief(request: Request, source_id: str, lang: Language) -> dict[str, Any]:
    """Return a source as it stands with the figures that are from it."""
    found = source(source_id)
    return {
        "id": found.id,
        "title": lang.pick(found.title),
        "publisher": lang.pick(found.publisher),
        "url": found.url,
        "version": found.version,
        "read": found.read,
        "licence": licence_name(lang, found.licence["name"]),
        "citation": found.citation,
        "about": f"{root(request)}/api/sources/{found.id}",
    }


def sources(request: Request) -> Response:
    """Answer with all sources."""

    def make() -> Response:
        told = asked(request, JSON)
        nothing_else(told)
        listed = [brief(request, one, told.lang) for one in source_ids()]
        return as_json({**frame_of(request, told.lang), "sources": listed}, told.lang.data_code)

    return answered(request, make)


def one_source(request: Request, source_id: str) -> Response:
    """Answer with all that is known of a source."""

    def make() -> Response:
        told = asked(request, JSON)
        nothing_else(told)
        lang = told.lang
        if source_id not in source_ids():
            words = lang.text(
                "There is no source “{name}”; /api/sources lists all.", name=source_id
            )
            raise Problem(404, "unknown_source", words)
        found = source(source_id)
        used = [name for name in tables() if source_id in files_of(name)]
        more = {
            "producer": found.producer,
            "published": found.published,
            "verified": lang.pick(found.verified),
            "cautions": [
                {"level": one.level, "text": lang.pick(one.text), "tables": list(one.tables)}
                for one in found.caveats
            ],
            "csl": csl(of_source(source_id, lang)),
            "tables": [
                {"name": name, "rows": f"{root(request)}/api/tables/{name}?source_id={source_id}"}
                for name in used
            ],
        }
        content = {**frame_of(request, lang), "source": brief(request, source_id, lang) | more}
        return as_json(content, lang.data_code)

    return answered(request, make)


@cache
def files_of(table: str) -> tuple[str, ...]:
    """Return the ids of the sources that a table has files of."""
    return tuple(sorted(path.stem for path in (DATA / "tables" / table).glob("*.csv")))


@cache
def lists() -> tuple[str, ...]:
    """Return the names of the code lists."""
    return tuple(sorted(path.stem for path in (DATA / "codes").glob("*.csv")))


def codes(request: Request, name: str) -> Response:
    """Answer with a code list, whole."""

    def make() -> Response:
        told = asked(request, JSON, CSV)
        nothing_else(told)
        if name not in lists():
            words = told.lang.text("There is no code list “{name}”; /api lists all.", name=name)
            raise Problem(404, "unknown_list", words)
        frame = code_list(name)
        if told.form == CSV:
            rows = ([cell_of(cell) for cell in row] for row in frame.itertuples(index=False))
            return as_csv(request, list(frame.columns), [rows], name)
        used = sorted(column for column, one in fields().items() if one.get("codes") == name)
        content = {
            **frame_of(request, told.lang),
            "name": name,
            "columns": used,
            "codes": frame.to_dict("records"),
        }
        return as_json(content, told.lang.data_code)

    return answered(request, make)
