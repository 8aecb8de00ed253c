"""The map of readmission agreements: a line for each pair, its style how far they have come."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import pandas as pd

from components.context import RenderContext
from components.language import Language
from components.maps.drawing import MapDrawing, Stroke
from components.maps.flows import flow_map
from components.maps.frame import Frame, print_frame
from components.view import View
from components.views.assemble import assemble, sources_of
from components.views.corridors.map import boundary_credit
from components.views.policy.filters import PolicyFilters
from components.views.policy.readmission import (
    TABLE,
    agreements_table,
    found_for,
    headline,
    no_rows,
    remarks_of,
    step_words,
)
from components.views.spec import Tables
from data.measures.readmission import Step, agreements, pairs
from geo.loader import places

WIDTH = 2.2  # pixels of every line
WINDOW = (1.0, 33.0, 88.0, 64.5)
SIZES = {
    "narrow": (358, 330),
    "medium": (660, 450),
    "wide": (1290, 560),
    "large": (1640, 680),
    "banner": (1290, 560),
}
STYLES: dict[Step, tuple[str, str]] = {
    "in_force": ("out", "solid"),
    "reported": ("into", "dash"),
    "ratified": ("into", "dash"),
    "approved": ("into", "dash"),
    "signed": ("into", "dash"),
    "in_preparation": ("other", "dot"),
    "unknown": ("other", "dot"),
}


def readmission_map(tables: Tables, filters: PolicyFilters, context: RenderContext) -> View:
    """Return the map of the partners of the chosen countries."""
    lang, found = context.language, found_for(tables, filters)
    title = headline(lang, found, filters.countries)
    subtitle = lang.text(
        "Readmission agreements of the chosen countries by the furthest step "
        "known; lines have no width of their own"
    )
    linked = _lines(tables, filters.countries)
    sources = sources_of(tables[TABLE])
    drawing = partial(_drawing, context, linked, filters.countries) if len(linked) else None
    view = assemble(
        context,
        "readmission-map",
        title,
        subtitle,
        agreements_table(lang, found),
        lang.text("Map with curved lines between countries"),
        sources,
        drawing(None) if drawing else None,
        remarks=remarks_of(lang, tables, filters),
        notes=(
            lang.text(
                "Lines link countries; they are not routes. No line means that no "
                "agreement was found, not that there is none."
            ),
        ),
        missing=no_rows(lang),
    )
    if drawing is None:
        return view
    return replace(
        view,
        credit=boundary_credit(lang),
        drawing=drawing,
    )


def _lines(tables: Tables, countries: Sequence[str]) -> pd.DataFrame:
    """Return one line per pair: a pair of two chosen countries stands once."""
    linked = pairs(agreements(tables[TABLE]), countries)
    ends = [tuple(sorted(pair)) for pair in zip(linked["home"], linked["other"], strict=True)]
    single = linked.loc[~pd.Series(ends, index=linked.index).duplicated()]
    return pd.DataFrame(
        {
            "start": single["other"],
            "end": single["home"],
            "value": 1.0,
            "step": single["step"],
            "side": [STYLES[step][0] for step in single["step"]],
            "in_force": single["in_force"],
        }
    )


def _drawing(
    context: RenderContext,
    linked: pd.DataFrame,
    countries: Sequence[str],
    room: tuple[int, int] | None,
) -> MapDrawing:
    lang, size = context.language, context.size
    frame = print_frame(room, WINDOW) if room else Frame(size, *WINDOW, *SIZES[size])
    dashes = {(row.start, row.end): STYLES[row.step][1] for row in linked.itertuples()}
    tips = {(row.start, row.end): _tip(lang, row) for row in linked.itertuples()}
    drawn = flow_map(linked, places(), frame, lang.place, countries, {}, width=WIDTH)
    key = tuple(Stroke(side, words, dash) for side, dash, words in _styles(lang))
    return MapDrawing(drawn, tips, dashes=dashes, key=key)


def _tip(lang: Language, row: Any) -> str:
    pair = lang.text("{place} – {other}", place=lang.place(row.start), other=lang.place(row.end))
    words = step_words(lang, row.step)
    if pd.isna(row.in_force):
        return lang.text("{pair}: {words}", pair=pair, words=words)
    return lang.text("{pair}: {words}, {day}", pair=pair, words=words, day=lang.date(row.in_force))


def _styles(lang: Language) -> list[tuple[str, str, str]]:
    """Return colour, dash and meaning of each style of line."""
    return [
        ("out", "solid", lang.text("in force")),
        ("into", "dash", lang.text("signed or ratified; in force not known")),
        ("other", "dot", lang.text("in preparation, or signature not known")),
    ]
