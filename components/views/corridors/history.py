"""One corridor in detail: its history both ways, in the measure in hand."""

from functools import partial

import pandas as pd
import plotly.graph_objects as go

from components.charts.lines import Line, lines
from components.phrases import figures as phrases
from components.phrases.columns import column
from components.phrases.periods import five_years
from components.view import Remark, Table, View
from components.views.assemble import caveats_of
from components.views.corridors.change import change
from components.views.corridors.common import Chosen
from components.views.corridors.over_time import (
    break_notes,
    broken_notes,
    with_gaps,
)
from components.views.corridors.words import period
from components.views.counterstreams.common import statement
from components.views.counterstreams.titles import moved_back
from components.views.measures import CORRIDOR_WORDS
from data.measures.breaks import comparable, pair_breaks
from data.measures.catalogue import EDITION
from data.measures.modelled_flows import corridor_flows, pair_rows, told_ratios

Known = dict[tuple[str, str], dict[int, float]]  # figures by way and year


def history(chosen: Chosen) -> View:
    """Return one corridor's whole history in the measure in hand, both directions.

    Parameters
    ----------
    chosen : Chosen
        With a corridor in hand; the counter-stream ratio is from ``migration_flows``.
    """
    lang, flows = chosen.lang, chosen.tables["migration_flows"]
    known = _both_ways(chosen)
    latest = {pair: (max(own), own[max(own)]) for pair, own in known.items()}
    cuts = {year for pair in known for year in pair_breaks(chosen.measure, *pair)}
    title, subtitle = _history_title(chosen, known), " · ".join(chosen.counted)
    notes = (
        *_one_sided(chosen, latest),
        *break_notes(chosen),
        *broken_notes(chosen, cuts),
        counter_sentence(chosen, flows),
    )
    return View(
        name="corridor-history",
        title=title,
        subtitle=subtitle,
        figure=_chart(chosen, known) if known else None,
        table=_table(chosen, known),
        alt=lang.text("Line chart. {title}. {subtitle}.", title=title, subtitle=subtitle),
        sources=tuple(dict.fromkeys((*chosen.measure.sources, EDITION))),
        notes=tuple(n for n in notes if n),
        remarks=_history_remarks(chosen, flows),
        missing=_not_here(chosen),
    )


def _not_here(chosen: Chosen) -> str:
    """Name what is asked of a corridor and is not in the atlas, and who would know."""
    lang, f = chosen.lang, chosen.filters
    if f.measure not in ("stock", "flow"):
        return ""
    return lang.text(
        "Not in the atlas: moves {from_start} {to_end} by year and sex. The statistical office "
        "{of_end} would know.",
        from_start=lang.place(str(f.start), "from"),
        to_end=lang.place(str(f.end), "to"),
        of_end=lang.place(str(f.end), "of"),
    )


def _both_ways(chosen: Chosen) -> Known:
    """Return the figures by year of each way of the corridor that has any."""
    start, end = str(chosen.filters.start), str(chosen.filters.end)
    known = {}
    for pair in ((start, end), (end, start)):
        found = chosen.found.loc[
            (chosen.found["start"] == pair[0]) & (chosen.found["end"] == pair[1])
        ]
        own = dict(sorted(zip(found["year"].tolist(), found["value"].tolist(), strict=True)))
        if own:
            known[pair] = own
    return known


def _chart(chosen: Chosen, known: Known) -> go.Figure:
    """Draw a line for each way, with gaps where a year was not published."""
    lang, colours = chosen.lang, chosen.colours
    series = []
    for pair, own in known.items():
        forward = pair[0] == str(chosen.filters.start)
        years = with_gaps(list(own), chosen.published)
        series.append(
            Line(
                chosen.name(*pair),
                years,
                [own.get(y) for y in years],
                [chosen.sentence(*pair, y, own[y]) if y in own else "" for y in years],
                colours.of_origin(pair[0]),
                symbol="circle" if forward else "diamond",
                breaks=pair_breaks(chosen.measure, *pair),
            )
        )
    narrow = chosen.context.size == "narrow"
    year = partial(period, lang, chosen.measure)
    ticks = 5 if narrow else 9
    return lines(series, lang, colours, 380, not narrow, year, ticks, chosen.measure.breaks)


def _table(chosen: Chosen, known: Known) -> Table:
    lang, measure = chosen.lang, chosen.measure
    rows = [
        (*map(lang.place, pair), period(lang, measure, year), value)
        for pair, own in known.items()
        for year, value in own.items()
    ]
    name = lang.text(CORRIDOR_WORDS[chosen.filters.measure].name)
    return Table(
        pd.DataFrame(rows, columns=["start", "end", "period", "value"]),
        (
            column(lang, "from", "start"),
            column(lang, "to", "end"),
            column(lang, "period"),
            column(lang, "value", label=name, digits=0, unit=measure.unit),
        ),
    )


def _history_remarks(chosen: Chosen, flows: pd.DataFrame) -> tuple[Remark, ...]:
    """Return the caveats of the pair in every year, and those of the modelled ratio below it."""
    start, end = str(chosen.filters.start), str(chosen.filters.end)
    there = chosen.found["start"].eq(start) & chosen.found["end"].eq(end)
    back = chosen.found["start"].eq(end) & chosen.found["end"].eq(start)
    own = chosen.remarks_on(chosen.found.loc[there | back])
    ratio = caveats_of(chosen.lang, "migration_flows", pair_rows(flows, start, end))
    together = dict.fromkeys((*own, *ratio))
    return tuple(sorted(together, key=lambda remark: remark.level != "warning"))


def _history_title(chosen: Chosen, known: Known) -> str:
    pair = (str(chosen.filters.start), str(chosen.filters.end))
    if not known and chosen.measure.zeros_left_out:
        return chosen.lang.text(
            "{corridor}: in no period does any of the methods have anybody moving",
            corridor=chosen.name(*pair),
        )
    if not known:
        return chosen.lang.text(
            "This measure has no figure for {corridor}", corridor=chosen.name(*pair)
        )
    told = pair if pair in known else next(iter(known))
    breaks = pair_breaks(chosen.measure, *told)
    return change(chosen, told, known[told], comparable(known[told], chosen.published, breaks))


def _one_sided(chosen: Chosen, latest: dict[tuple[str, str], tuple[int, float]]) -> tuple[str, ...]:
    pair = (str(chosen.filters.start), str(chosen.filters.end))
    absent = [chosen.name(*p) for p in (pair, pair[::-1]) if p not in latest]
    if latest and chosen.measure.reporter == "start":  # returns are counted one way alone
        return ()
    if chosen.measure.zeros_left_out:
        return tuple(
            chosen.lang.text(
                "{corridor} has no entry: by all methods nobody moved this way in any period.",
                corridor=name,
            )
            for name in absent
            if latest
        )
    return tuple(
        chosen.lang.text(
            "No figure for {corridor} in this measure: that is a gap, not a zero.", corridor=name
        )
        for name in absent
    )


def counter_sentence(chosen: Chosen, flows: pd.DataFrame) -> str:
    """Say how many moved back for each hundred in the latest period, by all methods."""
    lang, f = chosen.lang, chosen.filters
    start, end = str(f.start), str(f.end)
    found = corridor_flows(flows, start, end)
    if found.empty:
        return lang.text("Counter-stream ratio: not defined, because no flow is estimated here.")
    year = int(found["year"].max())
    ratios = told_ratios(found.loc[found["year"].eq(year)])
    return lang.text(
        "{sentence} ({period}, five-year flows of Abel and Cohen, {edition}). {statement}",
        sentence=moved_back(lang, start, end, ratios),
        period=five_years(year),
        edition=phrases.on_2024(lang),
        statement=statement(lang),
    )
