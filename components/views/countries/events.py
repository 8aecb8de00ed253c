"""Steps of a country's migration policy and other dated events, marked on one of its series."""

from itertools import groupby
from typing import Any

import pandas as pd

from components.charts.annotated import Note, annotated
from components.charts.lines import Line
from components.context import RenderContext
from components.language import Language
from components.phrases.columns import column
from components.phrases.periods import moment
from components.phrases.references import read_in
from components.phrases.sentences import lower_first
from components.view import Remark, Table, View
from components.views.assemble import (
    assemble,
    caveats_of,
    sources_of,
    warnings_first,
)
from components.views.countries.breaks import broken_words
from components.views.countries.events_titles import events_title
from components.views.countries.filters import SIX, CountryFilters
from components.views.countries.measured import (
    hole_of,
    ink,
    name_of,
    together,
    unit_code,
    unit_of,
)
from components.views.countries.words import compared_over
from components.views.policy.words import instrument, own_words
from components.views.spec import Tables
from data.measures.changes import Reporters, steepest
from data.measures.changes import steps as changes
from data.measures.chronology import TABLES as STEP_TABLES
from data.measures.chronology import rows_of as step_rows
from data.measures.country_series import (
    breaks_of,
    by_reporter,
    rows_of,
    values,
)
from data.measures.events import (
    EVENT,
    EVENTS,
    PANDEMIC,
    bearing,
    home_rows,
    shut_rows,
)
from data.measures.measure import CountrySeries


def country_events(tables: Tables, filters: CountryFilters, context: RenderContext) -> View:
    """Return a series of a country with the dated steps that bear on its migration."""
    lang, country, series = context.language, filters.country, filters.definition
    steps = bearing(tables, country, tuple(code for code in SIX if code != country))
    known = values(tables, series, country, relative=False)
    parts = by_reporter(tables, series, country)
    notes = _notes(lang, steps)
    change = steepest(parts, series.breaks_in(country))
    title = events_title(lang, filters, known, change, len(steps))
    subtitle = lang.text(
        "{measure} · {unit} · numbers mark policy steps and other events, which need not be causes",
        measure=name_of(lang, series),
        unit=unit_of(lang, series, False),
    )
    behind = rows_of(tables, series, country, relative=False)
    used = _used(tables, country, steps)
    sources = sources_of(behind, *(rows for _, rows in used))
    line = _line(lang, context, filters, known)
    breaks = tuple(y for y in breaks_of(series, country, parts) if known and y <= max(known))
    return assemble(
        context,
        "country-events",
        title,
        subtitle,
        _table(lang, series, known, parts, steps),
        lang.text("Line chart with numbered marks"),
        sources,
        annotated(line, notes, lang, context.colours, context.width(), breaks=breaks)
        if known
        else None,
        remarks=_remarks(lang, series.measure.table, behind, used),
        notes=(
            *_reading(lang, series, breaks),
            "" if series.measure.zeros else compared_over(lang, change),
            broken_words(lang, {"": parts}),
        ),
        missing=_missing(lang, filters, known),
    )


def _line(
    lang: Language, context: RenderContext, filters: CountryFilters, known: dict[int, float]
) -> Line:
    country, series = filters.country, filters.definition
    unit = unit_of(lang, series, False)
    tips = [
        f"{lang.place(country)}, {year}: {lang.number(value)}<br>{unit}"
        for year, value in known.items()
    ]
    symbol = "circle-open" if series.measure.modelled else "circle"
    return Line(
        name_of(lang, series),
        list(known),
        list(known.values()),
        tips,
        ink(context.colours, country),
        symbol=symbol,
    )


def _notes(lang: Language, steps: pd.DataFrame) -> list[Note]:
    """Return one note for each year, with all its steps."""
    rows = list(steps.itertuples())
    return [
        Note(int(year), "; ".join(_said(lang, list(group))))
        for year, group in groupby(rows, key=lambda row: row.year)
    ]


def _said(lang: Language, rows: list[Any]) -> list[str]:
    """Say the steps of a year; those of one day and one kind of act stand together."""
    told = []
    for _, group in groupby(rows, key=lambda row: (str(row.date), row.status, row.kind)):
        alike = list(group)
        first, names = alike[0], [_named(lang, row) for row in alike]
        names = list(dict.fromkeys(names))
        if first.kind == PANDEMIC:
            told += names
            continue
        if first.kind == EVENT and first.status == "took_place" and not pd.isna(first.date):
            told += [f"{name} ({lang.date(first.date)})" for name in names]
            continue
        status = lang.label("statuses", first.status)
        act = {"names": ", ".join(names), "act": lower_first(status)}
        if pd.isna(first.date):
            told.append(lang.text("{names} ({act}; the day is not known)", **act))
        else:
            told.append(lang.text("{names} ({act}, {day})", day=lang.date(first.date), **act))
    return told


def _named(lang: Language, row: Any) -> str:
    if row.kind == PANDEMIC:
        day = lang.date(row.date)
        if row.name == "covid_ban":
            return lang.text("Pandemic: entry closed to some passports (seen on {day})", day=day)
        return lang.text(
            "Pandemic: citizens come or are brought home {place}, since {day}",
            place=lang.place(row.partner, "from"),
            day=day,
        )
    if row.kind == "readmission":
        return lang.text("Readmission: {place}", place=lang.place(row.partner))
    return instrument(lang, row.name)


def _used(tables: Tables, country: str, steps: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
    """Return the curated rows behind the steps, with the name of their table."""
    found = []
    for kind, name in STEP_TABLES.items():
        named = steps.loc[steps["kind"].eq(kind), "name"]
        rows = step_rows(tables[name], kind, [country])
        found.append((name, rows.loc[rows["name"].isin(named)]))
    seen = set(steps.loc[steps["kind"].eq(PANDEMIC), "name"])
    home, shut = home_rows(tables["returns"], country), shut_rows(tables, country)
    found.append(("returns", home if seen - {"covid_ban"} else home.iloc[:0]))
    found.append(("visa_requirements", shut))
    events = tables[EVENTS]
    found.append((EVENTS, events.loc[events["country"].eq(country)]))
    return [(name, rows) for name, rows in found if len(rows)]


def _remarks(
    lang: Language, table: str, behind: pd.DataFrame, used: list[tuple[str, pd.DataFrame]]
) -> tuple[Remark, ...]:
    groups = [caveats_of(lang, name, rows) for name, rows in used]
    own = caveats_of(lang, table, behind) if len(behind) else ()
    return warnings_first(own, *groups)


def _reading(lang: Language, series: CountrySeries, breaks: tuple[int, ...]) -> tuple[str, ...]:
    return (
        lang.text(
            "An event next to a rise or a fall need not be its cause: other things happened "
            "in the same years, and many of them are not in the atlas."
        ),
        lang.text("Hollow marks: an estimate.") if series.measure.modelled else "",
        lang.text(
            "A zero is treated as no figure, because UNHCR's table fills empty places with "
            "zeros; so no change given here includes a fall to nothing in one country. Nor "
            "does any change compare years whose countries differ; the table has it for "
            "those with both figures."
        )
        if not series.measure.zeros
        else "",
        together(lang, series),
        lang.text(
            "Dotted line: from there on the way of counting or the countries in the sum are "
            "different; the two sides are not one series."
        )
        if breaks
        else "",
    )


def _missing(lang: Language, filters: CountryFilters, known: dict[int, float]) -> str:
    hole = hole_of(lang, filters.definition, () if known else (filters.country,))
    told = lang.text(
        "Elections, most moves of currencies and the laws of other states are not marked, "
        "because the atlas has no table of them with a source. Readmission agreements with "
        "other countries are on the policy page."
    )
    return f"{hole} {told}".strip()


def _table(
    lang: Language,
    series: CountrySeries,
    known: dict[int, float],
    parts: Reporters,
    steps: pd.DataFrame,
) -> Table:
    changed = {step.end: step.value for step in changes(parts) if step.reporters}
    rows: list[tuple[str, str, float | None, float | None, str, str, str]] = [
        (str(year), "", value, changed.get(year), "", "", "") for year, value in known.items()
    ]
    for row in steps.itertuples():
        act = "" if row.kind == PANDEMIC else lang.label("statuses", row.status)
        told = f"{_named(lang, row)}: {act}" if act else _named(lang, row)
        day = moment(lang, row.date, row.year)
        known_of = own_words(lang, row)
        rows.append((str(row.year), day, None, None, told, known_of, read_in(lang, row.reference)))
    rows.sort(key=lambda row: (row[0], row[4] != ""))
    names = ["year", "date", "value", "change", "words", "known", "reference"]
    frame = pd.DataFrame(rows, columns=names)
    return Table(
        frame.astype({"value": "float", "change": "float"}),
        (
            column(lang, "year"),
            column(
                lang,
                "value",
                label=unit_of(lang, series, False),
                digits=0,
                unit=unit_code(series, False),
            ),
            column(lang, "change", unit=unit_code(series, False)),
            column(lang, "date"),
            column(lang, "event", "words"),
            column(lang, "known"),
            column(lang, "reference"),
        ),
    )
