"""The answer to a question as a view: its rows, or the chart that fits them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from components.context import RenderContext
from components.explore.refusals import said
from components.language import N_, Language
from components.phrases.caveats import remarks
from components.phrases.periods import years
from components.view import Remark, View
from components.views.assemble import assemble
from components.views.explore import draw
from components.views.explore.asked import Answered, answered
from components.views.explore.coverage import explore_coverage
from components.views.explore.draw_map import map_of
from components.views.explore.filters import ExploreFilters
from components.views.explore.rows import answer_table
from components.views.explore.shapes import Shape, charts_of, shape_of
from components.views.explore.words import (
    FEW,
    HOW_NAMES,
    WHEN,
    question_subtitle,
    question_title,
    rows_said,
    table_title,
)
from components.views.spec import Tables
from data.explore.refusal import Refused
from data.schema import tables as tables_described

NAME = "explore-answer"
CHART_NAMES: dict[str, str] = {
    "rows": N_("Rows"),
    "bars": N_("Bars"),
    "lines": N_("Lines"),
    "heat": N_("Heat table"),
    "slope": N_("Slope"),
    "map": N_("Map"),
}
ALTS: dict[str, str] = {
    "bars": N_("Ranked bars"),
    "lines": N_("Line chart"),
    "heat": N_("Table"),
    "slope": N_("Slope chart"),
    "map": N_("Map"),
}
# Why there is no chart, and what would make one.
WHY: dict[str, str] = {
    "no_value": N_(
        "This table holds words, not numbers. Group it and count the rows to draw them."
    ),
    "many_rows": N_("There are too many rows for a chart. Filter them, or group them."),
    "nothing": N_("None of these rows has a number."),
    "units": N_("These rows are counted in different units. Filter one unit."),
    "dimensions": N_(
        "These rows differ in more than two ways, so a chart would need one number where there are "
        "several. Filter until one or two columns differ, or group by them."
    ),
    "measures": N_("These rows are different kinds of measure. Filter one."),
    "unfit": N_("This chart does not fit what is asked."),
}


@dataclass(frozen=True)
class _Figure:
    """What is drawn of an answer, and what has to be said of it."""

    view: View
    shown: int = 0
    every: int = 0


def explore_answer(tables: Tables, filters: ExploreFilters, context: RenderContext) -> View:
    """Return the answer to what a reader asks of a table; all tables where none is chosen.

    Where the question cannot be asked, the view says why.
    """
    lang = context.language
    if not filters.data:
        return replace(explore_coverage(tables, filters, context), name=NAME)
    try:
        found = answered(tables, filters)
    except Refused as refusal:
        return _refused(context, filters, refusal)
    told, rows = found.question, filters.chart == "rows"
    shape = None if rows else shape_of(told, found.rows, units_of(tables, found))
    one_unit = _one_unit(tables, found) if rows else (shape.unit if shape else "")
    unit = lang.label("units", one_unit) if one_unit else ""
    dims = shape.dims if shape and filters.chart in charts_of(shape) else ()
    view = assemble(
        context,
        NAME,
        question_title(lang, told, found.told.behind, dims),
        " · ".join((question_subtitle(lang, told, unit), *counts_said(lang, found))),
        answer_table(lang, found, one_unit, filters),
        lang.text(ALTS.get(filters.chart, N_("Table"))),
        tuple(dict.fromkeys(str(one) for one in found.behind["source_id"])),
        None,
        remarks=_remarks(lang, found),
        notes=_notes(lang, found),
        missing="" if found.told.behind else lang.text("Remove a filter, or choose another value."),
        period=_period(found.behind),
    )
    return _drawn(view, context, shape, filters.chart, unit) if shape else view


def _one_unit(tables: Tables, found: Answered) -> str:
    """Return the code of the one unit of values that were put together; empty for none."""
    units = units_of(tables, found)
    together = found.question.by and found.question.how != "count"
    return units[0] if together and len(units) == 1 else ""


def counts_said(lang: Language, found: Answered) -> Iterator[str]:
    """Say how many rows fit, how many have no value, and into how many they were put together."""
    told, question = found.told, found.question
    if told.behind == told.every:
        yield lang.text("all {rows}", rows=rows_said(lang, told.every))
    else:
        n, every = lang.number(told.behind), lang.number(told.every)
        yield lang.text("{n} of {every} rows", n=n, every=every)
    if "value" in tables_described()[question.table].columns:
        yield lang.text("without a value: {n}", n=lang.number(told.missing))
    if question.by:
        n = lang.number(told.total)
        yield lang.plural("{n} combination", "{n} combinations", told.total, n=n)


def units_of(tables: Tables, found: Answered) -> tuple[str, ...]:
    """Return the codes of the units of the rows behind an answer."""
    if "unit" not in found.behind:
        return ()
    return tuple(str(one) for one in found.behind["unit"].dropna().unique())


def charts_offered(tables: Tables, filters: ExploreFilters) -> tuple[tuple[str, ...], str]:
    """Return the forms in which an answer can be shown, and why there are no more.

    Raises
    ------
    data.explore.refusal.Refused
        When it cannot be asked.
    data.errors.DataError
        When the table cannot be had.
    """
    found = answered(tables, replace(filters, chart="bars", sheet=1, codes=False))
    shape = shape_of(found.question, found.rows, units_of(tables, found))
    return charts_of(shape), shape.why


def _drawn(view: View, context: RenderContext, shape: Shape, chart: str, unit: str) -> View:
    """Return a view with its chart; without one where it does not fit, with the reason."""
    lang = context.language
    if shape.sums:
        names = lang.listing([lang.place(code) for code in shape.sums[:FEW]])
        said_of = lang.text(
            "Sums of other places are in the table and not in the chart: {names}.", names=names
        )
        view = replace(view, notes=(said_of, *view.notes))
    if chart not in charts_of(shape):
        why = lang.text(WHY[shape.why or "unfit"])
        return replace(view, missing=view.missing or why)
    if chart == "map":
        found = map_of(context, shape, unit)
        if found is None:
            return replace(view, missing=lang.text("None of these rows has two places on the map."))
        view = replace(view, figure=found.figure, drawing=found.drawing, credit=found.credit)
        return _with_count(lang, view, found.shown, found.every)
    makers = {"bars": draw.bars, "lines": draw.over_years, "heat": draw.heat, "slope": draw.slope}
    made = makers[chart](context, shape)
    if made is None:
        return replace(view, missing=lang.text("Nothing has a number in the first and last year."))
    return _with_count(lang, replace(view, figure=made.figure), made.shown, made.every)


def _with_count(lang: Language, view: View, shown: int, every: int) -> View:
    if shown >= every:
        return view
    said = lang.text(
        "{shown} of {every} are drawn; the table has them all.",
        shown=lang.number(shown),
        every=lang.number(every),
    )
    return replace(view, notes=(said, *view.notes))


def _remarks(lang: Language, found: Answered) -> tuple[Remark, ...]:
    sources: Sequence[str] = tuple(dict.fromkeys(str(s) for s in found.behind["source_id"]))
    return remarks(lang, found.question.table, sources, found.behind)


def _notes(lang: Language, found: Answered) -> tuple[str, ...]:
    notes = []
    if found.question.by and found.question.how != "count":
        notes.append(
            lang.text(
                "{what}: computed here from the rows as they are published; rows without a value "
                "are left out.",
                what=lang.text(HOW_NAMES[found.question.how]),
            )
        )
    return tuple(notes)


def _period(rows: pd.DataFrame) -> str:
    told = [
        one.year if name == "date" else one
        for name in WHEN
        if name in rows
        for one in rows[name].dropna()
    ]
    known = pd.Series(told, dtype=float)
    return years(int(known.min()), int(known.max())) if len(known) else ""


def _refused(context: RenderContext, filters: ExploreFilters, refusal: Refused) -> View:
    """Return a view that says why its question has no answer."""
    lang = context.language
    return assemble(
        context,
        NAME,
        lang.text("These rows cannot be put together in this way"),
        table_title(lang, filters.data)
        if filters.data in tables_described()
        else lang.text("No such table"),
        answer_table(lang, None, "", filters),
        lang.text("Table"),
        (),
        None,
        missing=said(refusal, lang),
    )
