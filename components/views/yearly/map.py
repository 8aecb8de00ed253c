"""The map of one year: only what both editions hold, each flow as wide as its span."""

from dataclasses import replace
from functools import partial

import pandas as pd

from components.context import RenderContext
from components.language import Language
from components.maps.drawing import MapDrawing, Stroke
from components.maps.flows import FlowMap, flow_map
from components.maps.frame import ON_PAPER, ON_TALL_PAPER, Frame, frame, print_frame
from components.phrases.places import corridor
from components.view import View
from components.views.assemble import assemble
from components.views.corridors.map import boundary_credit
from components.views.counterstreams.filters import CounterFilters
from components.views.spec import Tables
from components.views.yearly.ranked import model_rows, none_ranked, ranked_table
from components.views.yearly.words import MODEL, YEARLY, cautions, statement, told_by
from data.areas import FIVE
from data.measures.corridor_choice import place_totals
from data.measures.yearly import EDITIONS, LEAST, META, ranked_pairs
from geo.loader import places

SHOWN = 8  # pairs of countries, two arrows each
STANDING = ("narrow", "medium")  # widths at which the map is as high as others
FLAT = 0.56  # height of a wider one, of its width
Pair = tuple[str, str]


def yearly_map(tables: Tables, filters: CounterFilters, context: RenderContext) -> View:
    """Return the map of the largest pairs of a year, both ways, in both editions."""
    lang, yearly, year = context.language, tables[YEARLY], filters.in_year
    found = ranked_pairs(yearly, year, filters.countries)
    flows = _flows(found.head(SHOWN))
    view = assemble(
        context,
        "yearly-map",
        _title(lang, year, found),
        lang.text(
            "People who moved to live in the other country in {year}, one model: full colour, in "
            "both editions; pale, in the higher one alone",
            year=year,
        ),
        ranked_table(lang, found, SHOWN),
        lang.text("Map with curved arrows between countries, one for each way"),
        (MODEL, META),
        None,
        remarks=cautions(lang, (YEARLY, model_rows(yearly, year))),
        notes=_notes(lang, found) if len(found) else (),
        missing="" if len(found) else none_ranked(lang, year),
        period=str(year),
        caution=statement(lang),
    )
    view = replace(view, credit=boundary_credit(lang))
    if flows.empty:
        return view
    drawn = _draw(_window(context), lang, flows)
    make = partial(_drawing, drawn, lang, flows)
    return replace(view, figure=make(None), drawing=make)


def _window(context: RenderContext) -> Frame:
    """Return the window of the map, which has the width of the page for itself."""
    usual = frame(context.size)
    if context.size in STANDING:
        return usual
    return replace(usual, width=context.width(), height=round(context.width() * FLAT))


def _title(lang: Language, year: int, found: pd.DataFrame) -> str:
    """Say for how many of the ranked pairs the editions agree on the larger way."""
    if found.empty:
        return lang.text(
            "No main current has {n} people in both editions in {year}",
            n=lang.number(LEAST),
            year=year,
        )
    return lang.text(
        "{year}: both editions agree which way more moved between {k} of {n} pairs of countries",
        year=year,
        k=lang.number(int(found["sign"].sum())),
        n=lang.number(len(found)),
    )


def _flows(shown: pd.DataFrame) -> pd.DataFrame:
    """Return both ways of pairs, as far as both editions hold them."""
    names = ["start", "end", "low", "value", *EDITIONS]
    there = shown[["start", "end", "low", "high", *EDITIONS]].set_axis(names, axis=1)
    back = shown[["end", "start", "low_back", "high_back", *(f"{one}_back" for one in EDITIONS)]]
    back = back.set_axis(names, axis=1)
    both = pd.concat([there.assign(side="out"), back.assign(side="into")])
    return both.dropna(subset=["low", "value"]).reset_index(drop=True)


def _draw(window: Frame, lang: Language, flows: pd.DataFrame) -> FlowMap:
    """Lay the flows out as wide as their higher figures; the largest carry their span."""
    spans = {
        float(r.value): f"{lang.short(float(r.low))}–{lang.short(float(r.value))}"
        for r in flows.itertuples()
    }

    def span(value: float) -> str:
        return spans.get(value, "")  # a place beyond the window has no sum of spans

    arrows = flows[["start", "end", "value", "side"]]
    return flow_map(arrows, places(), window, lang.place, FIVE, place_totals(arrows), span)


def _drawing(
    drawn: FlowMap, lang: Language, flows: pd.DataFrame, room: tuple[int, int] | None
) -> MapDrawing:
    """Return the map as vectors; for a picture it is computed anew."""
    if room:
        drawn = _draw(print_frame(room, ON_PAPER, ON_TALL_PAPER), lang, flows)
    rows = flows.to_dict("records")
    return MapDrawing(
        drawn,
        {(r["start"], r["end"]): _tip(lang, r) for r in rows},
        cores={(r["start"], r["end"]): float(r["low"]) for r in rows},
        key=(
            Stroke("out", lang.text("main current")),
            Stroke("into", lang.text("counter-current")),
        ),
        words=(lang.text("Pale: the higher edition alone. Modelled, not counted."),),
    )


def _tip(lang: Language, row: dict[object, object]) -> str:
    told = [f"{told_by(lang, one)}: {lang.number(float(str(row[one])))}" for one in EDITIONS]
    return "\n".join((corridor(lang, str(row["start"]), str(row["end"])), *told))


def _notes(lang: Language, found: pd.DataFrame) -> tuple[str, ...]:
    notes = [
        lang.text(
            "The main current is the larger of the two flows by the lower edition; only flows that "
            "both editions hold are drawn. Lines link countries; they are not routes."
        )
    ]
    if len(found) > SHOWN:
        notes.append(
            lang.text(
                "The map draws the {shown} largest of {every} corridors; the table has them all.",
                shown=lang.number(SHOWN),
                every=lang.number(len(found)),
            )
        )
    return tuple(notes)
