"""Corridors ranked by their counter-stream ratio, with the spread of the methods."""

from functools import partial
from typing import Any

import pandas as pd

from components.charts.ratio_rows import HIGHEST, LOWEST, ratio_rows
from components.charts.spread import Spread
from components.context import RenderContext
from components.language import Language
from components.phrases.columns import column
from components.phrases.figures import on_2024
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
    ratio_legend,
    ratio_words,
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

SHOWN = 15
ASIDE = 190  # pixels for the names in pictures


def ranked(tables: Tables, filters: CounterFilters, context: RenderContext) -> View:
    """Return the corridors with the largest main currents, highest ratio first."""
    lang, flows = context.language, tables["migration_flows"]
    pairs = both_ways(flows)
    pairs = pairs.loc[pairs["year"].eq(filters.year)]
    every = main_currents(pairs, filters.year, filters.method, filters.countries, filters.least)
    shown = by_ratio(every.head(SHOWN))
    behind = [of_corridor(pairs, r.start, r.end, filters.year) for r in shown.itertuples()]
    rows = [
        _row(lang, filters, row, told_ratios(found))
        for row, found in zip(shown.itertuples(), behind, strict=True)
    ]
    title = _title(lang, filters, shown, behind, len(every))
    draw = partial(
        ratio_rows,
        rows,
        lang,
        context.colours,
        context.colours.primary,
        lang.text("equal both ways"),
    )
    return assemble(
        context,
        "counter-ranked",
        title,
        _subtitle(lang, filters),
        _table(lang, pairs, filters, by_ratio(every), shown),
        lang.text("Chart of ranges"),
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
        "Counter-stream ratio: people who moved back over people who moved with the main current, "
        "{period}, {edition}; {method}; logarithmic scale",
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
        "No main current of these countries is as large as this in the estimates of this method; a "
        "smaller limit, another method or period may show some."
    )


def pair_tip(lang: Language, method: str, row: Any) -> str:
    """Say both flows of a corridor and their ratio, on three lines."""
    back = lang.text("no figure") if known(row.counter) is None else lang.compact(row.counter, 3)
    told = lang.text(
        "there {stream}, back {counter}, ratio {ratio}",
        stream=lang.compact(row.stream, 3),
        counter=back,
        ratio=ratio_words(lang, row.ratio),
    )
    return f"{corridor(lang, row.start, row.end)}<br>{method_name(lang, method)}<br>{told}"


def _row(lang: Language, filters: CounterFilters, row: Any, found: Ratios) -> Spread:
    others = [
        (ratio, f"{method_name(lang, method)}: {ratio_words(lang, ratio)}")
        for method, ratio in found.items()
        if method != filters.method and ratio is not None
    ]
    return Spread(
        corridor(lang, row.start, row.end),
        row.ratio,
        ratio_words(lang, row.ratio),
        pair_tip(lang, filters.method, row),
        others,
    )


def _title(
    lang: Language,
    filters: CounterFilters,
    shown: pd.DataFrame,
    behind: list[pd.DataFrame],
    every: int,
) -> str:
    """Tell the highest ratio by the chosen method, with what the others make of it.

    Smaller main currents stand in the table alone: the headline says that it is about the largest.
    """
    if shown.empty or shown.at[0, "ratio"] is None:
        return lang.text("No counter-stream ratio is defined for this choice")
    first = shown.iloc[0]
    told = {
        "n": per_hundred(lang, first["ratio"]),
        "from_start": lang.place(first["start"], "from"),
        "to_end": lang.place(first["end"], "to"),
        "others": others_give(lang, told_ratios(behind[0]), filters.method),
        "k": lang.number(len(shown)),
    }
    some = every > len(shown)
    if told["n"] == per_hundred(lang, 0.0):
        return _hardly_back(lang, float(first["ratio"]), len(shown) if some else 0)
    written = [per_hundred(lang, ratio) for ratio in shown["ratio"].dropna().head(2)]
    if len(set(written)) < 2:  # the only ratio, or none that is the highest
        return lang.text(
            "{n} moved back for every 100 who moved {from_start} {to_end} by the chosen method; "
            "{others}",
            **told,
        )
    if some:
        return lang.text(
            "{n} moved back for every 100 who moved {from_start} {to_end}, the highest ratio on "
            "the {k} largest corridors by the chosen method; {others}",
            **told,
        )
    return lang.text(
        "{n} moved back for every 100 who moved {from_start} {to_end}, the highest ratio by the "
        "chosen method; {others}",
        **told,
    )


def _hardly_back(lang: Language, ratio: float, largest: int) -> str:
    """Say that nobody moved back, or hardly anybody; on how many largest corridors, if not all."""
    if ratio:
        return lang.text("By the chosen method hardly anybody moved back on any of these corridors")
    if largest:
        return lang.text(
            "By the chosen method nobody moved back on any of the {k} largest corridors",
            k=lang.number(largest),
        )
    return lang.text("By the chosen method nobody moved back on any of these corridors")


def _notes(lang: Language, every: int, shown: int) -> tuple[str, ...]:
    notes = [
        ratio_legend(lang),
        lang.text(
            "The main current is the larger of the two flows by the chosen method; by another "
            "method the other flow may be the larger, and the ratio above 1. Ratios below {low} or "
            "above {high} stand at the edge.",
            low=lang.number(LOWEST, 2),
            high=lang.number(HIGHEST),
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
