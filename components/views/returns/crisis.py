"""Returns out of crises: by crisis and by who helped or paid, side by side, never added."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from components.charts.dots import Mark, Row, dots
from components.charts.keys import country_signs
from components.context import RenderContext
from components.language import Language
from components.phrases.columns import codes_of, column
from components.phrases.figures import exact, qualified
from components.phrases.periods import period, years
from components.phrases.references import read_in, source_name
from components.view import Remark, Table, View
from components.views.assemble import assemble, caveats_of, sources_of, warnings_first
from components.views.drawn import NAME, drawn_column, drawn_words
from components.views.returns.crisis_words import (
    WHO_NAMES,
    crisis_missing,
    crisis_notes,
    crisis_title,
)
from components.views.returns.dated_words import host_words, series_words
from components.views.returns.filters import ReturnFilters
from components.views.spec import Tables
from data.measures.crisis_returns import CrisisFigure, crises, crisis_figures

THOUSANDS = 10_000  # numbers below are written in full
ASIDE, ABREAST = 440, 1000  # pixels of the names, and of a chart that has room for them


def crisis(tables: Tables, filters: ReturnFilters, context: RenderContext) -> View:
    """Return people who came home out of each crisis, by who helped, the newest crisis first."""
    lang = context.language
    found = crisis_figures(tables, filters.countries)
    rows = pd.DataFrame([row._asdict() for one in found for row in one.rows])
    return assemble(
        context,
        "returns-crisis",
        crisis_title(lang, found, filters.countries),
        lang.text(
            "People who came home, by crisis, who helped and country of origin; logarithmic scale, "
            "nothing is added"
        ),
        _table(lang, found),
        lang.text("Dots on a logarithmic scale"),
        sources_of(rows) if len(rows) else ("avrr_found_2026",),
        dots(
            _rows(lang, found),
            country_signs(lang, context.colours),
            lang,
            context.colours,
            context.width(),
            ASIDE if context.width() > ABREAST else 0,
        )
        if found
        else None,
        remarks=_remarks(lang, found),
        notes=crisis_notes(lang, found),
        missing=crisis_missing(lang, found, filters.countries),
    )


def _remarks(lang: Language, found: Sequence[CrisisFigure]) -> tuple[Remark, ...]:
    """Return the caveats of all rows, those of each table by its own."""
    rows: dict[str, list[Any]] = {}
    for one in found:
        rows.setdefault(one.pick["table"], []).extend(row._asdict() for row in one.rows)
    return warnings_first(
        *(caveats_of(lang, name, pd.DataFrame(own)) for name, own in rows.items())
    )


def _rows(lang: Language, found: Sequence[CrisisFigure]) -> list[Row]:
    """Return a heading for each crisis, the newest first, and below it a row for each payer."""
    rows = []
    for one in reversed(crises()):
        own = [figure for figure in found if figure.crisis["id"] == one["id"]]
        if own:
            rows.append(Row(lang.pick(one["title"])))
        for pick in one["picks"]:
            marked = [figure for figure in own if figure.pick is pick]
            rows += [_row(lang, marked)] if marked else []
    return rows


def _row(lang: Language, marked: Sequence[CrisisFigure]) -> Row:
    most = max(marked, key=lambda one: float(one.first.value))
    marks = [_mark(lang, one, one is most) for one in marked]
    starts = [one.first.period_start.year for one in marked if not pd.isna(one.first.period_start)]
    ends = [int(one.first.year) for one in marked]
    return Row(_name(lang, most), years(min([*starts, *ends]), max(ends)), marks)


def _name(lang: Language, one: CrisisFigure) -> str:
    """Name a row: who helped or paid, and how; words on a donor name the body themselves."""
    if one.who == "donors":
        return lang.pick(one.pick["words"])
    return lang.text(
        "{payer}: {words}",
        payer=lang.text(WHO_NAMES[one.who]),
        words=lang.pick(one.pick["words"]),
    )


def _mark(lang: Language, one: CrisisFigure, largest: bool) -> Mark:
    row = one.first
    tip = lang.text(
        "{place}: {n} ({when}). {what}. {source}",
        place=lang.place(row.origin),
        n=exact(lang, row),
        when=period(lang, row),
        what=_name(lang, one),
        source=source_name(lang, row.source_id),
    )
    told = lang.number(row.value) if row.value < THOUSANDS else lang.short(float(row.value))
    label = qualified(lang, row.obs_status, told, sign=True)
    return Mark(row.origin, float(row.value), tip, label=label if largest else "")


def _table(lang: Language, found: Sequence[CrisisFigure]) -> Table:
    """Return every row of every crisis, and which of them the picture draws."""
    told = [(one, row, row is one.first) for one in found for row in one.rows]
    shown = pd.DataFrame(
        {
            "crisis": [lang.pick(one.crisis["title"]) for one, _, _ in told],
            "payer": [lang.text(WHO_NAMES[one.who]) for one, _, _ in told],
            "organised": [lang.pick(one.pick["words"]) for one, _, _ in told],
            "origin": [lang.place(row.origin) for _, row, _ in told],
            "left": [host_words(lang, row) for _, row, _ in told],
            "left_codes": [str(row.host) for _, row, _ in told],
            "value": [float(row.value) for _, row, _ in told],
            "exact": [lang.label("obs_statuses", row.obs_status) for _, row, _ in told],
            "when": [period(lang, row) for _, row, _ in told],
            "what": [lang.label("indicators", row.indicator) for _, row, _ in told],
            "detail": [_series(lang, row.series) for _, row, _ in told],
            NAME: drawn_words(lang, [first for _, _, first in told]),
            "source": [source_name(lang, row.source_id) for _, row, _ in told],
            "reference": [read_in(lang, row.reference) for _, row, _ in told],
        }
    )
    left = column(lang, "host", "left", kind="text")
    return Table(
        shown,
        (
            column(lang, "crisis"),
            column(lang, "payer"),
            column(lang, "organised"),
            column(lang, "origin"),
            left,
            codes_of(lang, left),
            column(lang, "people", "value"),
            column(lang, "obs_status", "exact"),
            column(lang, "period", "when"),
            column(lang, "what"),
            column(lang, "detail"),
            drawn_column(lang),
            column(lang, "source_id", "source"),
            column(lang, "reference"),
        ),
    )


def _series(lang: Language, series: object) -> str:
    return "" if pd.isna(series) else series_words(lang, str(series))
