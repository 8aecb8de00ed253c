"""An answer as a map: movements between countries, or the regions of one country."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

import pandas as pd

from components.context import RenderContext
from components.language import Language
from components.maps.areas import Shown, area_map, country_frame, country_window
from components.maps.drawing import Draw, MapDrawing, Stroke, of_areas
from components.maps.flows import FlowMap, flow_map
from components.maps.frame import ON_PAPER, ON_TALL_PAPER, WORLD, Frame, frame, print_frame
from components.phrases.places import corridor
from components.phrases.regions import map_name
from components.views.corridors.map import boundary_credit
from components.views.countries.regions_words import credit as region_credit
from components.views.explore.shapes import Shape, ends_of, mapped
from components.views.explore.words import number_said
from data.areas import FIVE
from data.measures.corridor_choice import place_totals
from geo.loader import places, region_points

SHOWN = 15  # flows
STANDING = ("narrow", "medium")  # widths at which the map is as high as others
FLAT = 0.5  # height of a wider one, of its width


@dataclass(frozen=True)
class Mapped:
    """A map of an answer.

    Attributes
    ----------
    figure : MapDrawing
        As the page shows it.
    drawing : callable
        Draws it anew for a picture.
    credit : str
        Whose the boundaries are.
    shown, every : int
        How many things it draws, of how many.
    """

    figure: MapDrawing
    drawing: Draw
    credit: str
    shown: int
    every: int


def map_of(context: RenderContext, shape: Shape, unit: str) -> Mapped | None:
    """Return the map of an answer; none where nothing of it has a place."""
    return (_regions if mapped(shape) == "regions" else _flows)(context, shape, unit)


def _flows(context: RenderContext, shape: Shape, unit: str) -> Mapped | None:
    lang, ends = context.language, ends_of(shape)
    if ends is None:
        return None
    start, end = ends
    names = {start: "start", end: "end", shape.number: "value"}
    flows = shape.rows[list(names)].rename(columns=names)
    known = places().index
    placed = flows["start"].isin(known) & flows["end"].isin(known)
    placed &= flows["value"].gt(0) & flows["start"].ne(flows["end"])
    found = flows.loc[placed].sort_values("value", ascending=False, kind="stable")
    if found.empty:
        return None
    drawn = found.head(SHOWN).reset_index(drop=True)
    out = drawn["start"].isin(FIVE)
    drawn["side"] = out.map({True: "out", False: "into"}).where(
        ~(out & drawn["end"].isin(FIVE)), "within"
    )
    draw = partial(_drawing, context, drawn, unit)
    return Mapped(draw(None), draw, boundary_credit(lang), len(drawn), len(flows))


def _frame(context: RenderContext, flows: pd.DataFrame) -> Frame:
    near = {*flows["start"], *flows["end"]} & set(FIVE)
    usual = frame(context.size) if near else frame(context.size, WORLD)
    if context.size in STANDING:
        return usual
    return replace(usual, width=context.width(), height=round(context.width() * FLAT))


def _drawing(
    context: RenderContext, flows: pd.DataFrame, unit: str, room: tuple[int, int] | None
) -> MapDrawing:
    lang = context.language
    window = print_frame(room, ON_PAPER, ON_TALL_PAPER) if room else _frame(context, flows)
    focus = [code for code in FIVE if code in {*flows["start"], *flows["end"]}] or list(FIVE)
    drawn: FlowMap = flow_map(
        flows, places(), window, lang.place, focus, place_totals(flows), lang.short
    )
    used = set(flows["side"])
    key = [
        Stroke(side, words)
        for side, words in (
            ("out", lang.text("out of the five countries")),
            ("into", lang.text("to them")),
            ("within", lang.text("between them")),
        )
        if side in used
    ]
    return MapDrawing(
        drawn,
        {(r.start, r.end): _tip(lang, r.start, r.end, r.value) for r in flows.itertuples()},
        key=tuple(key),
        unit=unit,
    )


def _tip(lang: Language, start: str, end: str, value: float) -> str:
    return f"{corridor(lang, start, end)}\n{number_said(lang, value)}"


def _regions(context: RenderContext, shape: Shape, unit: str) -> Mapped | None:
    lang = context.language
    listed = region_points()
    values = {
        str(row["region"]): float(row[shape.number])
        for row in shape.rows.to_dict("records")
        if row["region"] in listed.index
    }
    countries = set(listed.loc[list(values), "country"]) if values else set()
    if len(countries) != 1:
        return None
    [country] = countries
    codes = [str(code) for code in listed.index[listed["country"].eq(country)]]
    write: Callable[[float], str] = partial(number_said, lang)
    shown = Shown(
        str(country),
        values,
        {code: map_name(lang, code) for code in codes},
        write,
        {
            code: f"{map_name(lang, code)}: {write(values[code])}"
            if code in values
            else lang.text("{region}: no figure", region=map_name(lang, code))
            for code in codes
        },
        head=unit,
        hole=lang.text("No figure"),
    )
    draw = partial(_areas, context, shown)
    return Mapped(draw(None), draw, region_credit(lang), len(values), shape.count("region"))


def _areas(context: RenderContext, shown: Shown, room: tuple[int, int] | None) -> MapDrawing:
    own = country_frame(shown.country, context.size, context.width())
    if room:
        own = print_frame(room, country_window(shown.country))
    words = (context.language.text("Outlines as of 2018–19"),)
    return of_areas(area_map(shown, own), words)
