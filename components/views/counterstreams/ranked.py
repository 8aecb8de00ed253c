"""Corridors ranked by their counter-stream ratio, with the spread of the methods."""

from functools import partial
from typing import Any

import pandas as pd

from components.charts.hundred_rows import CUT, hundred_rows
from components.charts.spread import Spread
from components.context import RenderContext
from components.language import Language
from components.phrases.columns import column
from components.phrases.figures import on_2024
from components.phrases.headlines import fitting
from components.phrases.periods import five_years
from components.phrases.places import corridor
from components.view import Table, View
from components.views.assemble import assemble
from components.views.counterstreams.common import (
    by_method,
    cautions,
    exact_ratio,
    few_note,
    method_name,
    per_hundred,
    statement,
)
from components.views.counterstreams.filters import CounterFilters
from components.views.counterstreams.titles import others_give
from components.views.drawn import drawn_column, drawn_words
from components.views.spec import Tables
from data.measures.catalogue import EDITION, METHODS
from data.measures.modelled_flows import (
    Ratios,
    both_ways,
    exact_ratios,
    known,
    main_currents,
    modelled_rows,
    of_corridor,
    told_ratios,
)

SHOWN = 12
ASIDE = 260  # pixels for the names in pictures, which have room for them beside the bars


def ranked(tables: Tables, filters: CounterFilters, context: RenderContext) -> View:
    """Return the corridors with the largest main currents, highest ratio first."""
    lang, flows = context.language, tables["migration_flows"]
    pairs = both_ways(flows)
    pairs = pairs.loc[pairs["year"].eq(filters.year)]
    every = main_currents(pairs, filters.year, filters.method, filters.countries, filters.least)
    shown = by_ratio(every.head(SHOWN))
    behind = [of_corridor(pairs, r.start, r.end, filters.year) for r in shown.itertuples()]
    rows = [
        _row(context, filters, row, told_ratios(found))
        for row, found in zip(shown.itertuples(), behind, strict=True)
    ]
    title = _title(lang, filters, len(every), shown, behind)
    draw = partial(
        hundred_rows,
        rows,
        lang,
        context.colours,
        lang.text("as many back as out"),
    )
    return assemble(
        context,
        "counter-ranked",
        title,
        _subtitle(lang, filters),
        _table(lang, pairs, filters, by_ratio(every), shown),
        lang.text("Bars, with a stroke for each other method"),
        (EDITION,),
        draw(aside=ASIDE if context.room else 0) if rows else None,
        remarks=cautions(lang, modelled_rows(flows, "pairs")),
        notes=_notes(lang, len(every), len(shown)) if rows else (),
        missing="" if rows else nothing_fits(lang),
        period=five_years(filters.year),
        caution=statement(lang),
    )


def _subtitle(lang: Language, filters: CounterFilters) -> str:
    return lang.text(
        "Counter-stream ratio: people who moved back for every 100 who moved out, {period}, "
        "{edition}; {method}",
        period=five_years(filters.year),
        method=by_method(lang, filters.method),
        edition=on_2024(lang),
    )


def by_ratio(currents: pd.DataFrame) -> pd.DataFrame:
    """Return main currents with the highest ratio first and undefined ones last."""
    order = [(r.ratio is None, -(r.ratio or 0.0), -r.stream) for r in currents.itertuples()]
    places = sorted(range(len(order)), key=order.__getitem__)
    return currents.iloc[places].reset_index(drop=True)


def nothing_fits(lang: Language) -> str:
    """Say that no main current is as large as asked for."""
    return lang.text(
        "By this method no main current of these countries is as large as this; a smaller "
        "limit, another method or another period may show some."
    )


def pair_tip(lang: Language, method: str, row: Any) -> str:
    """Say both flows of a corridor and their ratio, on three lines."""
    back = lang.text("no figure") if known(row.counter) is None else lang.compact(row.counter, 3)
    ratio = lang.text("no ratio") if row.ratio is None else per_hundred(lang, row.ratio)
    told = lang.text(
        "{stream} moved out, {counter} back; back for every 100 out: {ratio}",
        stream=lang.compact(row.stream, 3),
        counter=back,
        ratio=ratio,
    )
    return f"{corridor(lang, row.start, row.end)}<br>{method_name(lang, method)}<br>{told}"


def _row(context: RenderContext, filters: CounterFilters, row: Any, found: Ratios) -> Spread:
    lang = context.language
    others = [
        (
            100 * ratio,
            f"{corridor(lang, row.start, row.end)}<br>"
            f"{method_name(lang, method)}: {per_hundred(lang, ratio)}",
        )
        for method, ratio in found.items()
        if method != filters.method and ratio is not None
    ]
    return Spread(
        corridor(lang, row.start, row.end),
        None if row.ratio is None else 100 * row.ratio,
        lang.text("no ratio") if row.ratio is None else per_hundred(lang, row.ratio),
        pair_tip(lang, filters.method, row),
        others,
        colour=context.colours.of_origin(row.start),
    )


def _title(
    lang: Language,
    filters: CounterFilters,
    every: int,
    shown: pd.DataFrame,
    behind: list[pd.DataFrame],
) -> str:
    """Tell the highest ratio by the chosen method, with what the others make of it if it fits."""
    if shown.empty or shown.at[0, "ratio"] is None:
        return lang.text("No counter-stream ratio is defined for this choice")
    first = shown.iloc[0]
    start, end = first["start"], first["end"]
    told = {
        "n": per_hundred(lang, first["ratio"]),
        "from_start": lang.place(start, "from"),
        "to_end": lang.place(end, "to"),
        "corridor": corridor(lang, start, end),
    }
    if told["n"] == per_hundred(lang, 0.0):
        return _hardly_back(lang, float(first["ratio"]))
    written = [per_hundred(lang, ratio) for ratio in shown["ratio"].dropna().head(2)]
    if len(set(written)) < 2:  # the only ratio, or none that is the highest
        said = lang.text(
            "By this method {n} moved back for every 100 who moved {from_start} {to_end}", **told
        )
    else:
        brief = _at_most(lang, str(told["n"]), len(shown), every)
        where = lang.text("{sentence} ({corridor})", sentence=brief, **told)
        said = fitting(lang, where, brief)
    others = others_give(lang, told_ratios(behind[0]), filters.method)
    if not others:
        return said
    return fitting(lang, lang.text("{sentence}; {others}", sentence=said, others=others), said)


def _at_most(lang: Language, n: str, shown: int, every: int) -> str:
    """Tell the highest ratio, and among which corridors where there are more than are drawn."""
    if shown < every:
        return lang.text(
            "On the {m} largest currents, at most {n} moved back per 100 out",
            n=n,
            m=lang.number(shown),
        )
    return lang.text("By this method, at most {n} moved back for every 100 who moved out", n=n)


def _hardly_back(lang: Language, ratio: float) -> str:
    """Say that nobody moved back, or hardly anybody, on the corridors that are drawn."""
    if ratio:
        return lang.text("By this method hardly anybody moved back on any corridor shown")
    return lang.text("By this method nobody moved back on any corridor shown")


def _notes(lang: Language, every: int, shown: int) -> tuple[str, ...]:
    notes = [
        lang.text(
            "Bar: the chosen method. Strokes: the other methods. An arrow at the end of the axis "
            "stands for more than {most}.",
            most=lang.number(CUT),
        ),
        lang.text(
            "The main current is the larger of the two flows by the chosen method; by another "
            "method the other flow may be the larger, and more than 100 move back for every 100. "
            "Colours show where the main current starts."
        ),
        few_note(lang),
    ]
    if every > shown:
        notes.append(
            lang.text(
                "The {shown} largest of {every} main currents are shown.",
                shown=lang.number(shown),
                every=lang.number(every),
            )
        )
    return tuple(notes)


def _table(
    lang: Language,
    pairs: pd.DataFrame,
    filters: CounterFilters,
    every: pd.DataFrame,
    shown: pd.DataFrame,
) -> Table:
    ways = list(zip(every["start"], every["end"], strict=True))
    methods = [exact_ratios(of_corridor(pairs, *way, filters.year)) for way in ways]
    drawn = set(zip(shown["start"], shown["end"], strict=True))
    frame = pd.DataFrame(
        {
            "start": [lang.place(start) for start, _ in ways],
            "end": [lang.place(end) for _, end in ways],
            "stream": every["stream"].to_list(),
            "counter": every["counter"].to_list(),
            "ratio": [exact_ratio(r) for r in every["ratio"]],
            **{m: [exact_ratio(f.get(m)) for f in methods] for m in METHODS},
            "drawn": drawn_words(lang, (way in drawn for way in ways)),
            "codes": [f"{start}-{end}" for start, end in ways],
        }
    )
    return Table(
        frame,
        (
            column(lang, "main_from", "start"),
            column(lang, "main_to", "end"),
            column(lang, "main", "stream"),
            column(lang, "counter"),
            column(lang, "ratio"),
            *(column(lang, "ratio", m, label=method_name(lang, m)) for m in METHODS),
            drawn_column(lang),
        ),
    )
