"""The views of the atlas, as programs ask for them: what a card says, and its exact numbers."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import Response

from components import cache
from components.api.asked import CSV, FORMAT, JSON, Asked, asked, nothing_else
from components.api.choices import Chosen, chosen, places_of
from components.api.problems import Problem
from components.api.sources import brief, frame_of
from components.api.written import answered, as_csv, as_json, cell_of, plain
from components.context import RenderContext
from components.controls.placed import Placed
from components.controls.places import labels, places
from components.exports.files import period, rounded
from components.exports.tables import cells
from components.language import Language
from components.phrases.codes import LISTS, code_of
from components.session.choice import Choice
from components.session.memory import TABLE
from components.session.paths import static_root
from components.view import View
from components.views.registry import SPECS
from components.web.asking import root

SOURCES = "_sources"  # column of a file for the ids of all sources of the view


def listing(request: Request) -> Response:
    """Answer with all views, and the choices by which links lead to each."""

    def make() -> Response:
        told = asked(request, JSON)
        nothing_else(told)
        lang = told.lang
        listed = [
            {
                "name": place.view,
                "title": " · ".join(labels(place, lang)),
                "choices": dict(place.query),
                "reads": list(SPECS[place.view].reads),
                "tables": list(SPECS[place.view].tables),
                "links": _links(
                    request, Placed(place.page, place.view, place.view, None, place.query), lang
                ),
            }
            for place in places()
        ]
        return as_json({**frame_of(request, lang), "views": listed}, lang.data_code)

    return answered(request, make)


def about(request: Request, name: str) -> Response:
    """Answer with the choices of a view, each with what can be chosen beside the others."""

    def make() -> Response:
        told = asked(request, JSON)
        found = _chosen(name, told)
        content = {
            **frame_of(request, told.lang),
            "view": name,
            "choices": list(_offered(found, name, told.lang)),
            "odd": list(found.odd),
            "links": _links(request, found.placed, told.lang),
        }
        return as_json(content, told.lang.data_code)

    return answered(request, make)


def one(request: Request, name: str) -> Response:
    """Answer with a view: what it says, its rows, sources and cautions."""

    def make() -> Response:
        told = asked(request, JSON, CSV)
        lang, found = told.lang, _chosen(name, told)
        context = RenderContext(lang.code, static=static_root())
        view = cache.view(found.placed.view, found.placed.filters, context)
        head, rows = heads(view), list(table_rows(view, lang))
        if told.form == CSV:
            behind = " ".join(view.sources)
            links = _links(request, found.placed, lang)
            headers = {"Link": f'<{links["self"]}>; rel="describedby"'}
            made = [[*map(cell_of, row), behind] for row in rows]
            return as_csv(request, [*head, SOURCES], [made], name, headers)
        content = {
            **frame_of(request, lang),
            **_said(request, view, lang),
            "choices": found.taken,
            "odd": list(found.odd),
            "columns": list(_columns(view)),
            "rows": [dict(zip(head, row, strict=True)) for row in rows],
            "links": _links(request, found.placed, lang),
        }
        return as_json(content, lang.data_code)

    return answered(request, make)


def _chosen(name: str, told: Asked) -> Chosen:
    lang = told.lang
    known = places_of(name)
    if not known:
        words = lang.text("There is no view “{name}”; /api/views lists all.", name=name)
        raise Problem(404, "unknown_view", words)
    found = chosen(name, told.rest)
    if found is None:
        ways = " / ".join(urlencode(place.query, safe=",") for place in known if place.query)
        words = lang.text(
            "With these choices the page shows other views. What leads to this one: {choices}.",
            choices=ways or "–",
        )
        raise Problem(422, "other_views", words)
    return found


def _said(request: Request, view: View, lang: Language) -> dict[str, Any]:
    """Return what a card says of a view besides its numbers."""
    cautions = [
        {"level": one.level, "text": one.text, "source": one.source, "about": one.about}
        for one in view.remarks
    ]
    if view.caution:
        cautions.insert(0, {"level": "warning", "text": view.caution, "source": "", "about": ""})
    return {
        "view": view.name,
        "title": view.title,
        "subtitle": view.subtitle,
        "description": view.alt,
        "period": period(view),
        "places": list(view.places),
        "notes": list(view.notes),
        "missing": view.missing,
        "cautions": cautions,
        "sources": [brief(request, one, lang) for one in dict.fromkeys(view.sources)],
    }


def _columns(view: View) -> Iterator[dict[str, Any]]:
    for column in view.table.columns:
        kind = "number" if column.digits is not None else column.kind
        yield {
            "name": column.name,
            "title": column.label,
            "type": kind,
            "unit": column.unit,
            "digits": column.digits,
        }
        if column.kind in LISTS:
            yield {
                "name": f"{column.name}_code",
                "title": column.label,
                "type": "codes",
                "unit": "",
                "digits": None,
            }


def heads(view: View) -> list[str]:
    """Return the names of the columns of a view's rows, those of codes beside places included."""
    return [str(column["name"]) for column in _columns(view)]


def table_rows(view: View, lang: Language) -> Iterator[list[Any]]:
    """Yield the rows of a view: numbers as in its files, codes beside places and sources."""
    for row in cells(view.table):
        made: list[Any] = []
        for column, value in zip(view.table.columns, row, strict=True):
            if column.digits is not None:
                made.append(None if value is None else rounded(float(value)))
            else:
                made.append(None if value is None else str(plain(value)))
            if column.kind in LISTS:
                made.append(code_of(lang, column.kind, str(value)) or None)
        yield made


def _offered(found: Chosen, name: str, lang: Language) -> Iterator[dict[str, Any]]:
    reads = SPECS[name].reads
    for one_choice in found.declared.choices:
        if one_choice.key == TABLE or not one_choice.is_there(found.filters):
            continue
        yield {
            "key": one_choice.key,
            "label": _label(one_choice, found.filters, lang),
            "form": one_choice.form,
            "chosen": found.taken.get(one_choice.key, ""),
            "read": one_choice.key in reads,
            "options": [
                {"code": code, "name": one_choice.name(lang, option, found.filters)}
                for code, option in one_choice.offers(found.filters).items()
            ],
        }


def _label(one_choice: Choice[Any], filters: Any, lang: Language) -> str:
    label = one_choice.label
    return label(lang, filters) if callable(label) else lang.text(label)


def _links(request: Request, placed: Placed, lang: Language) -> dict[str, str]:
    """Return the addresses of a view here and in the atlas."""
    here, at = f"{root(request)}/api/views/{quote(placed.view)}", dict(placed.query)
    told = {**at, "lang": lang.code}
    return {
        "self": f"{here}?{urlencode(told, safe=',')}",
        "csv": f"{here}?{urlencode({**told, FORMAT: CSV}, safe=',')}",
        "about": f"{here}/about?{urlencode(told, safe=',')}",
        "page": placed.address(root(request), lang.code),
    }
