"""The map of main currents and counter-currents."""

from dataclasses import replace
from functools import partial

import pandas as pd

from components.context import RenderContext
from components.language import Language
from components.maps.drawing import MapDrawing, Stroke
from components.maps.flows import FlowMap, flow_map
from components.maps.frame import ON_PAPER, ON_TALL_PAPER, Frame, frame, print_frame
from components.phrases import figures as phrases
from components.phrases.columns import column
from components.phrases.figures import on_2024
from components.phrases.periods import five_years
from components.view import Table, View
from components.views.assemble import assemble
from components.views.corridors.map import boundary_credit
from components.views.counterstreams.common import (
    by_method,
    cautions,
    exact_ratio,
    few_note,
    statement,
)
from components.views.counterstreams.filters import CounterFilters
from components.views.counterstreams.ranked import nothing_fits, pair_tip
from components.views.counterstreams.titles import moved_back
from components.views.drawn import drawn_column, drawn_words
from components.views.spec import Tables
from data.areas import FIVE
from data.measures.catalogue import EDITION
from data.measures.corridor_choice import place_totals
from data.measures.counterstream import counter_stream_ratio
from data.measures.modelled_flows import (
    both_ways,
    came_back,
    known,
    main_currents,
    modelled_rows,
    of_corridor,
    told_ratios,
)
from geo.loader import places

SHOWN = 6  # pairs of countries, two arrows each
HALF = 0.5


def counter_map(tables: Tables, filters: CounterFilters, context: RenderContext) -> View:
    """Return the map of the largest main currents, each with its counter-current beside it."""
    lang, flows = context.language, tables["migration_flows"]
    pairs = both_ways(flows)
    pairs = pairs.loc[pairs["year"].eq(filters.year)]
    every = main_currents(pairs, filters.year, filters.method, filters.countries, filters.least)
    shown = _with_picked(every.head(SHOWN), pairs, filters)
    arrows, tips = _arrows(shown), _tips(lang, filters, shown)
    title = _title(lang, every, pairs, filters.year)
    drawn = _draw(frame(context.size), lang, arrows)
    view = assemble(
        context,
        "counter-map",
        title,
        _subtitle(lang, filters),
        _table(lang, every, shown),
        lang.text("Map with curved arrows between countries, one for each way"),
        (EDITION,),
        None,
        remarks=cautions(lang, modelled_rows(flows, "pairs")),
        notes=_notes(lang, len(every), drawn),
        missing="" if len(arrows) else nothing_fits(lang),
        period=five_years(filters.year),
        caution=statement(lang),
    )
    view = replace(view, credit=boundary_credit(lang))
    return _with_map(view, filters, lang, drawn, arrows, tips) if len(arrows) else view


def _subtitle(lang: Language, filters: CounterFilters) -> str:
    return lang.text(
        "People who changed their country of residence in five years, modelled, {period}, "
        "{edition}; {method}; main currents of at least {least} people",
        period=five_years(filters.year),
        method=by_method(lang, filters.method),
        least=lang.compact(filters.least),
        edition=on_2024(lang),
    )


def _with_map(
    view: View,
    filters: CounterFilters,
    lang: Language,
    drawn: FlowMap,
    arrows: pd.DataFrame,
    tips: dict[tuple[str, str], str],
) -> View:
    """Return the view with its map, and how it is drawn for a picture."""
    plain = _plain(tips)
    chosen = _chosen(filters) & frozenset(zip(arrows["start"], arrows["end"], strict=True))
    return replace(
        view,
        figure=_drawing(drawn, lang, arrows, plain, chosen, None),
        drawing=partial(_drawing, drawn, lang, arrows, plain, chosen),
    )


def _with_picked(shown: pd.DataFrame, pairs: pd.DataFrame, filters: CounterFilters) -> pd.DataFrame:
    """Return the corridors drawn, with the one that the reader picked, however small."""
    pair = {filters.start, filters.end}
    if not filters.picked or any({r.start, r.end} == pair for r in shown.itertuples()):
        return shown
    every = main_currents(pairs, filters.year, filters.method)
    own = [{r.start, r.end} == pair for r in every.itertuples()]
    picked = every.loc[own]
    return pd.concat([shown, picked], ignore_index=True) if len(picked) else shown


def names(lang: Language) -> dict[str, str]:
    """Return what the two colours of the map stand for."""
    return {"out": lang.text("main current"), "into": lang.text("counter-current")}


def _arrows(currents: pd.DataFrame) -> pd.DataFrame:
    there = currents[["start", "end", "stream"]].set_axis(["start", "end", "value"], axis=1)
    back = currents[["end", "start", "counter"]].set_axis(["start", "end", "value"], axis=1)
    both = pd.concat([there.assign(side="out"), back.assign(side="into")])
    return both.loc[both["value"].gt(0)].reset_index(drop=True)


def _tips(
    lang: Language, filters: CounterFilters, currents: pd.DataFrame
) -> dict[tuple[str, str], str]:
    tips = {}
    for row in currents.itertuples():
        told = pair_tip(lang, filters.method, row)
        tips[row.start, row.end] = told
        tips[row.end, row.start] = told
    return tips


def _plain(tips: dict[tuple[str, str], str]) -> dict[tuple[str, str], str]:
    return {pair: tip.replace("<br>", "\n") for pair, tip in tips.items()}


def _chosen(filters: CounterFilters) -> frozenset[tuple[str, str]]:
    if not filters.picked:
        return frozenset()
    return frozenset({(filters.start, filters.end), (filters.end, filters.start)})


def _draw(window: Frame, lang: Language, arrows: pd.DataFrame) -> FlowMap:
    return flow_map(arrows, places(), window, lang.place, FIVE, place_totals(arrows))


def _drawing(
    drawn: FlowMap,
    lang: Language,
    arrows: pd.DataFrame,
    tips: dict[tuple[str, str], str],
    chosen: frozenset[tuple[str, str]],
    room: tuple[int, int] | None,
) -> MapDrawing:
    """Return the map as vectors; for a picture it is computed anew."""
    if room:
        drawn = _draw(print_frame(room, ON_PAPER, ON_TALL_PAPER), lang, arrows)
    key = tuple(Stroke(side, words) for side, words in names(lang).items())
    return MapDrawing(drawn, tips, chosen, hollow=True, key=key)


def _title(lang: Language, every: pd.DataFrame, pairs: pd.DataFrame, year: int) -> str:
    if every.empty:
        return lang.text("No main current fits this choice")
    if len(every) == 1:
        start, end = every.at[0, "start"], every.at[0, "end"]
        return moved_back(lang, start, end, told_ratios(of_corridor(pairs, start, end, year)))
    counts = came_back(pairs, every, HALF)
    low, high = min(counts.values()), max(counts.values())
    told = {"k": lang.number(len(every)), "range": phrases.span(lang, low, high)}
    if low == high:
        return lang.text(
            "On {range} of {k} corridors at least half as many moved back as out, by every method",
            **told,
        )
    return lang.text(
        "On {range} of {k} corridors at least half as many moved back as out, by six methods",
        **told,
    )


def _notes(lang: Language, every: int, drawn: FlowMap) -> tuple[str, ...]:
    notes = [
        lang.text(
            "The main current is the larger of the two flows between two countries by the chosen "
            "method. A flow of 0 has no arrow."
        ),
        few_note(lang),
    ]
    if every > SHOWN:
        notes.append(
            lang.text(
                "The map draws the {shown} largest of {every} corridors; the table has them all.",
                shown=lang.number(SHOWN),
                every=lang.number(every),
            )
        )
    if any(node.stub for node in drawn.nodes):
        notes.append(lang.text("Small points at the edge mark countries beyond it."))
    return tuple(notes)


def _table(lang: Language, every: pd.DataFrame, shown: pd.DataFrame) -> Table:
    every = pd.concat([every, shown]).drop_duplicates(["start", "end"], ignore_index=True)
    drawn = set(zip(shown["start"], shown["end"], strict=True))
    frame_ = pd.DataFrame(
        {
            "start": [lang.place(code) for code in every["start"]],
            "end": [lang.place(code) for code in every["end"]],
            "stream": every["stream"].to_list(),
            "counter": every["counter"].to_list(),
            "net": (every["stream"] - every["counter"]).to_list(),
            "ratio": [
                exact_ratio(counter_stream_ratio(r.stream, known(r.counter)))
                for r in every.itertuples()
            ],
            "drawn": drawn_words(lang, ((r.start, r.end) in drawn for r in every.itertuples())),
            "codes": [f"{r.start}-{r.end}" for r in every.itertuples()],
        }
    )
    return Table(
        frame_,
        (
            column(lang, "main_from", "start"),
            column(lang, "main_to", "end"),
            column(lang, "main", "stream"),
            column(lang, "counter"),
            column(lang, "net_main", "net"),
            column(lang, "ratio"),
            drawn_column(lang),
        ),
    )
