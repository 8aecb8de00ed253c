"""The same sources over the years: one panel for each thing that is counted."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pandas as pd

from components.charts.keys import MARKS, hollow
from components.charts.lines import Line
from components.charts.multiples import multiples
from components.context import RenderContext
from components.language import Language
from components.phrases.observations import observations
from components.phrases.periods import five_years, period
from components.style.marks import SERIES_SYMBOLS
from components.view import Table, View
from components.views.assemble import assemble, sources_of
from components.views.compare.asked import Asked, cautions, on_corridor
from components.views.compare.filters import CompareFilters
from components.views.compare.rows import row_name, series_name
from components.views.compare.sentences import headline
from components.views.compare.sources import written
from components.views.compare.words import heading
from components.views.spec import Tables
from data.measures.catalogue import MEASURES, METHODS
from data.measures.source_gaps import prepared

STEPS = {"stock": 5, "five_years": 5}  # years from one figure to the next, where not one
COLUMNS = (
    *("what", "source_id", "series", "origin_basis", "measure", "method", "period"),
    *("value", "unit", "obs_status"),
)


def compare_time(tables: Tables, filters: CompareFilters, context: RenderContext) -> View:
    """Return every figure of a subject on a corridor over the years, a panel for each kind."""
    lang, asked = context.language, on_corridor(tables, filters)
    found = asked.found
    return assemble(
        context,
        "compare-time",
        _title(lang, asked),
        lang.text(
            "{what}; each panel has one kind of figures and a scale of its own; no line joins two "
            "sources",
            what=lang.text(asked.name),
        ),
        _table(lang, asked),
        lang.text("Small line charts"),
        sources_of(found),
        _chart(asked, context) if len(found) else None,
        remarks=cautions(lang, asked, found) if len(found) else (),
        missing="" if len(found) else lang.text(asked.who),
    )


def _title(lang: Language, asked: Asked) -> str:
    """Say in how many years two series of one kind can be compared."""
    if asked.found.empty:
        return headline(lang, asked)
    rows = prepared(asked.found)
    rows = rows.loc[rows["sure"] & rows["when"].ne("")]
    counts = rows.groupby(["kind", "when", "year"])["key"].nunique()
    years = set(counts.loc[counts.gt(1)].index.get_level_values("year"))
    if not years:
        return lang.text("In no year can two sources of one kind be compared here")
    if rows["period_type"].eq("five_years").all():
        return lang.plural(
            "Only in {n} period of five years can two figures be compared here",
            "In {n} periods of five years two figures can be compared here",
            len(years),
            n=len(years),
        )
    return lang.plural(
        "Only in {n} year can two figures of one kind be compared here",
        "In {n} years two figures of one kind can be compared here",
        len(years),
        n=len(years),
    )


def _chart(asked: Asked, context: RenderContext) -> Any:
    lang = context.language
    panels = []
    for kind in dict.fromkeys(asked.found["kind"].astype("str")):
        own = asked.found.loc[asked.found["kind"].eq(kind)]
        name = heading(lang, kind, asked.home, asked.away)
        models = [one for one in METHODS if own["method"].eq(one).any()]
        if len(models) < 2:
            panels.append((name, own))
        for one in models if len(models) > 1 else ():
            panels.append((lang.label("methods", one), own.loc[own["method"].eq(one)]))
    five = asked.found["period_type"].eq("five_years").all()
    names = list(dict.fromkeys(row_name(lang, row, False) for row in asked.found.itertuples()))
    columns = 1 if context.narrow or len(panels) == 1 else 2 if len(panels) in (2, 4) else 3
    return multiples(
        [(name, _lines(context, own, names, asked.away)) for name, own in panels],
        lang,
        context.colours,
        columns,
        context.width(),
        year=five_years if five else str,
        shared=False,
    )


def _lines(
    context: RenderContext, own: pd.DataFrame, names: Sequence[str], away: str
) -> list[Line]:
    """Return a line for each series of a kind, alike in all panels."""
    lang, colours = context.language, context.colours
    plain = tuple(one for one in SERIES_SYMBOLS if one in MARKS)
    symbols = (*plain, *map(hollow, plain))
    inks = (colours.primary, *colours.sources)
    found = []
    for _, part in own.groupby("key", sort=False):
        ordered = part.sort_values("year")
        first: Any = next(ordered.itertuples())
        name = row_name(lang, first, False)
        at = names.index(name)
        found.append(
            Line(
                name,
                ordered["year"].tolist(),
                ordered["value"].tolist(),
                [
                    f"{name}, {period(lang, row)}: {written(lang, row)}"
                    for row in ordered.itertuples()
                ],
                inks[at % len(inks)],
                symbol=symbols[at % len(symbols)],
                connected=_joined(ordered),
                breaks=_breaks(ordered, away),
            )
        )
    return found


def _joined(ordered: pd.DataFrame) -> bool:
    """Say whether figures are a series: one a year, whole ones, not single statements."""
    alone = ordered["year"].duplicated().any() or ordered["method"].eq("press").any()
    return not alone and bool(ordered["coverage"].eq("full").all())


def _breaks(ordered: pd.DataFrame, away: str) -> tuple[int, ...]:
    """Return the years into which no line is drawn: after a gap, or where others are counted."""
    row: Any = next(ordered.itertuples())
    step = STEPS.get(row.measure if row.measure == "stock" else row.period_type, 1)
    years = ordered["year"].tolist()
    found = {b for a, b in pairwise(years) if b - a > step}
    found |= set(ordered.loc[ordered["obs_status"].eq("break"), "year"])
    for one in MEASURES.values():
        if one.table == row.table and row.indicator in one.indicators:
            found |= set(one.anew(away))
    return tuple(sorted(found))


def _table(lang: Language, asked: Asked) -> Table:
    return observations(
        lang,
        asked.found,
        COLUMNS,
        {
            "what": lambda row: heading(lang, row.kind, asked.home, asked.away),
            "series": lambda row: series_name(lang, row.series),
            "period": lambda row: period(lang, row),
            "value": lambda row: float(row.value),
        },
    )
