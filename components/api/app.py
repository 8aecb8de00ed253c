"""The interface as an app of its own: its addresses, and their description as OpenAPI."""

from collections.abc import Callable
from typing import Any

from fastapi import FastAPI
from pydantic import BaseModel
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp

from components.api import sdmx, shapes, sources, tables, views
from components.api.asked import (
    CSV,
    FORMAT,
    JSON,
    MOST,
    PAGE,
    SDMX,
    SIZE,
    USUAL,
    asked,
    nothing_else,
)
from components.api.gate import Gate
from components.api.page import page
from components.api.problems import KIND, handled
from components.api.written import answered, as_json
from components.language import LANGUAGES, N_
from components.session.paths import static_root
from components.views.registry import SPECS
from components.web.asking import FRESH, root, spoken
from data.citation import citation
from data.provenance import source_ids
from data.schema import fields
from data.schema import tables as described

API = "/api"
NOTHING = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'"
SEEN = ["ETag", "Link", "Retry-After", "Content-Disposition", "Content-Language", "Atlas-Left-Out"]


def build(rate: str | None = None) -> ASGIApp:
    """Return the interface behind its gate.

    Parameters
    ----------
    rate : str or None
        Requests of one address, as ``60/minute``; the setting's by default.
    """
    inside = Gate(described_app(), rate)
    return CORSMiddleware(
        inside,
        allow_origins=["*"],
        allow_methods=["GET", "HEAD", "OPTIONS"],
        expose_headers=SEEN,
        max_age=86_400,
    )


def described_app() -> FastAPI:
    """Return the app itself: who asks it asks as often as they like."""
    app = FastAPI(
        title="Central Asia Migration Atlas",
        version=citation().version,
        summary="Tables, views and sources of the atlas, read-only.",
        description=(
            "Every answer names its sources with licence and citation, the cautions that bear on "
            "it, the edition of the data, and the page of the atlas that shows it."
        ),
        openapi_url=f"{API}/openapi.json",
        docs_url=None,  # they would load scripts from elsewhere
        redoc_url=None,
        redirect_slashes=False,
    )
    handled(app)
    for path, answer, summary, shape, parameters, forms in ROUTES:
        app.add_api_route(
            f"{API}{path}",
            answer,
            summary=summary,
            methods=["GET"],
            response_class=Response,
            responses=_responses(shape, forms, "{" in path),
            openapi_extra={"parameters": [*parameters, LANG]},
        )
    app.add_api_route(f"{API}/docs", docs, methods=["GET"], include_in_schema=False)
    _name(app.openapi())
    return app


def _name(openapi: dict[str, Any]) -> None:
    """Say in the description which names there are; it is kept by the app as it is then."""
    names = {
        "tables": list(described()),
        "views": list(SPECS),
        "sources": source_ids(),
        "codes": list(sources.lists()),
    }
    for path, told in openapi["paths"].items():
        for one in told["get"]["parameters"]:
            if one["in"] == "path":
                one["schema"]["enum"] = names[path.split("/")[2]]


def index(request: Request) -> Response:
    """Answer with what there is."""

    def make() -> Response:
        told = asked(request, JSON)
        nothing_else(told)
        at = f"{root(request)}{API}"
        names = ("tables", "views", "sources", "openapi.json", "docs")
        content = {
            **sources.frame_of(request, told.lang),
            "title": told.lang.text("Central Asia Migration Atlas"),
            "links": {name.partition(".")[0]: f"{at}/{name}" for name in names},
            "tables": [f"{at}/tables/{name}" for name in described()],
            "lists": [f"{at}/codes/{name}" for name in sources.lists()],
        }
        return as_json(content, told.lang.data_code)

    return answered(request, make)


def docs(request: Request) -> Response:
    """Answer with a page for people; it loads nothing."""
    lang = spoken(request)
    told = page(request.app.openapi(), lang, root(request), static_root())
    headers = {**FRESH, "Content-Security-Policy": NOTHING}
    return HTMLResponse(told, headers=headers)


def _parameter(name: str, description: str, schema: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"name": name, "in": "query", "description": description, "schema": schema, **more}


def _form(*forms: str) -> dict[str, Any]:
    return _parameter(FORMAT, N_("Form of the answer."), {"enum": list(forms), "default": forms[0]})


LANG = _parameter(
    "lang",
    N_("Language of the words; without it, that of Accept-Language."),
    {"enum": list(LANGUAGES)},
)
OWN = {
    "_search": N_("Words that stand in a text of the row or in the name of one of its codes."),
    "_columns": N_("Columns that are answered, by commas; all without it."),
    "_sort": N_("Columns by which rows are ordered, a hyphen before those from large to small."),
    "_by": N_("Columns whose combinations are put together, where unit and kind allow it."),
    "_across": N_("Column of _by whose values become columns."),
    "_how": N_("How values become one: count, sum, mean, median, min or max."),
}


def _table_parameters() -> list[dict[str, Any]]:
    """Return what can be asked of a table: its columns, and words of the question itself."""
    filters = {name: {"type": "string"} for name in fields()}
    told = N_(
        "Filters by column: origin=UZB,KAZ (either), year=2010..2020 (both included), value=1000.. "
        "(at least), note_id= (empty)."
    )
    whole = {"type": "object", "properties": filters, "additionalProperties": False}
    number = {"type": "integer", "minimum": 1}
    return [
        _parameter("filters", told, whole, style="form", explode=True),
        *(_parameter(name, words, {"type": "string"}) for name, words in OWN.items()),
        _parameter(PAGE, N_("Page of rows; the last one where there are fewer."), number),
        _parameter(
            SIZE,
            N_("Rows of a page. CSV is whole where neither page nor size is asked for."),
            {**number, "maximum": MOST, "default": USUAL},
        ),
        _form(JSON, CSV, SDMX),
    ]


CHOICES = _parameter(
    "choices",
    N_("Choices as they stand in the links of the page; odd ones are told in the answer."),
    {"type": "object", "additionalProperties": {"type": "string"}},
    style="form",
    explode=True,
)


def _responses(shape: type[BaseModel], forms: tuple[str, ...], named: bool) -> dict[int | str, Any]:
    kinds = {JSON: "application/json", CSV: "text/csv", SDMX: sdmx.KIND.partition(";")[0]}
    more = {kinds[one]: {"schema": {"type": "string"}} for one in forms if one != JSON}
    problem = {"content": {KIND: {"schema": shapes.Problem.model_json_schema()}}}
    wrong = (400, 422, 429, 503, *((404,) if named else ()))
    told: dict[int | str, Any] = {
        200: {"model": shape, "content": {"application/json": {}, **more}, "description": "Here."},
        304: {"description": "You have it already (If-None-Match)."},
    }
    return told | {one: {**problem, "description": WRONG[one]} for one in wrong}


WRONG = {
    400: "Not well put: an unknown name, no number, no such form.",
    404: "There is no such thing.",
    422: "Understood, and refused with the reason.",
    429: "Too many requests; Retry-After says when.",
    503: "The data cannot be read, or others are being answered.",
}
Known = tuple[str, Callable[..., Response], str, type[BaseModel], list[Any], tuple[str, ...]]
ROUTES: tuple[Known, ...] = (
    ("", index, N_("What there is"), shapes.Index, [], ()),
    ("/tables", tables.listing, N_("All tables"), shapes.Tables, [], ()),
    (
        "/tables/{name}",
        tables.rows,
        N_("Rows of a table"),
        shapes.TableRows,
        _table_parameters(),
        (CSV, SDMX),
    ),
    (
        "/tables/{name}/about",
        tables.about,
        N_("Columns, codes and sources of a table"),
        shapes.TableAbout,
        [],
        (),
    ),
    ("/views", views.listing, N_("All views"), shapes.Views, [], ()),
    (
        "/views/{name}",
        views.one,
        N_("A view: what it says, and its exact numbers"),
        shapes.View,
        [CHOICES, _form(JSON, CSV)],
        (CSV,),
    ),
    (
        "/views/{name}/about",
        views.about,
        N_("Choices of a view"),
        shapes.ViewAbout,
        [CHOICES],
        (),
    ),
    ("/sources", sources.sources, N_("All sources"), shapes.Sources, [], ()),
    ("/sources/{source_id}", sources.one_source, N_("A source"), shapes.OneSource, [], ()),
    ("/codes/{name}", sources.codes, N_("A code list"), shapes.Codes, [_form(JSON, CSV)], (CSV,)),
)
