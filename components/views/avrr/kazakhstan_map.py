"""The map of the hosts from which people were helped to return to Kazakhstan."""

from dataclasses import replace
from functools import partial

import pandas as pd

from components.context import RenderContext
from components.language import Language
from components.maps.drawing import MapDrawing
from components.maps.flows import FlowMap, flow_map
from components.maps.frame import Frame, print_frame
from components.view import View
from components.views.assemble import assemble, sources_of
from components.views.avrr.kazakhstan_known import (
    HOME,
    Known,
    beyond_words,
    counting,
    hosts,
    known_rows,
    known_table,
    remarks_on,
    said_of,
)
from components.views.avrr.words import citation, fact
from components.views.corridors.map import boundary_credit
from components.views.spec import Tables
from geo.loader import places

THIN = 1.6  # pixels of every line: no number is known
WINDOW = (-17.0, 30.0, 86.0, 66.5)
SIZES = {
    "narrow": (358, 330),
    "medium": (660, 450),
    "wide": (830, 520),
    "large": (1040, 620),
    "banner": (1290, 560),
}


def avrr_kazakhstan_map(tables: Tables, filters: object, context: RenderContext) -> View:
    """Return the map of the host countries: equal thin lines, because no number is known."""
    lang = context.language
    known = known_rows(tables)
    frame = Frame(context.size, *WINDOW, *SIZES[context.size])
    drawn, tips = _draw(context, frame), _tips(lang, known)
    words = {pair: told.replace("<br>", "\n") for pair, told in tips.items()}
    rows = pd.concat([known[0], known[1]])
    view = assemble(
        context,
        "avrr-kazakhstan-map",
        _title(lang, known),
        lang.text(
            "Host countries of IOM’s programmes for people who returned to "
            "Kazakhstan; the lines carry no number"
        ),
        known_table(lang, known),
        lang.text("Map with thin curved arrows to Kazakhstan"),
        sources_of(rows),
        _drawing(drawn, context, words, None),
        remarks=remarks_on(lang, known),
        notes=_notes(lang, known),
        missing=lang.text(
            "How many people came from each host stands in IOM’s yearly reports, "
            "whose tables we could not get; IOM Kazakhstan and the missions in the "
            "host countries would know too."
        ),
    )
    return replace(
        view,
        credit=boundary_credit(lang),
        drawing=partial(_drawing, drawn, context, words),
    )


def _title(lang: Language, known: Known) -> str:
    places = lang.listing([lang.place(code) for code in counting(known)])
    n = len(hosts())
    if not places:
        return lang.plural(
            "IOM’s programmes in {n} host country have brought people back to Kazakhstan; how "
            "many was not found",
            "IOM’s programmes in {n} host countries have brought people back to Kazakhstan; how "
            "many was not found",
            n,
            n=lang.number(n),
        )
    return lang.plural(
        "IOM’s programmes in {n} host country have brought people back to Kazakhstan; partial "
        "counts were found for {places}",
        "IOM’s programmes in {n} host countries have brought people back to Kazakhstan; partial "
        "counts were found for {places}",
        n,
        n=lang.number(n),
        places=places,
    )


def _notes(lang: Language, known: Known) -> tuple[str, ...]:
    return (
        *beyond_words(lang, known),
        lang.text(
            "All lines are equally thin: no host’s full figure was found. Lines link "
            "countries; they are not routes. A point at the edge stands for a country "
            "beyond it."
        ),
        lang.text(
            "Host countries as in: {reference}",
            reference=citation(lang, fact("kaz_hosts")["reference"]),
        ),
    )


def _tips(lang: Language, known: Known) -> dict[tuple[str, str], str]:
    return {
        (code, HOME): "<br>".join([lang.place(code), *said_of(lang, known, code)])
        for code in hosts()
    }


def _draw(context: RenderContext, frame: Frame) -> FlowMap:
    flows = pd.DataFrame({"start": hosts(), "end": HOME, "value": 1.0, "side": "into"})
    return flow_map(flows, places(), frame, context.language.place, (HOME,), {}, width=THIN)


def _drawing(
    drawn: FlowMap,
    context: RenderContext,
    tips: dict[tuple[str, str], str],
    room: tuple[int, int] | None,
) -> MapDrawing:
    """Return the map as vectors; for a picture it is computed anew."""
    thin = context.language.text(
        "All lines are equally thin: no host’s full figure was found. Lines link "
        "countries; they are not routes."
    )
    if room:
        drawn = _draw(context, print_frame(room, WINDOW))
    return MapDrawing(drawn, tips, words=(thin,))
