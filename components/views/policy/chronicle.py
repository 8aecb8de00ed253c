"""All dated steps of policy on one timeline, by country, filtered by kind."""

from typing import Any

import pandas as pd

from components.charts.keys import Sign
from components.charts.timeline import Lane, Moment, timeline
from components.context import RenderContext
from components.language import Language
from components.language.language import N_
from components.phrases.columns import column
from components.phrases.periods import moment, years
from components.phrases.references import read_in
from components.style.marks import POLICY_SYMBOLS
from components.view import Table, View
from components.views.assemble import (
    assemble,
    caveats_of,
    sources_of,
    warnings_first,
)
from components.views.policy.filters import ALL, PolicyFilters
from components.views.policy.words import instrument, own_words, table_of
from components.views.spec import Tables
from data.measures.chronology import TABLES, behind, dated
from data.measures.policy import NOT_READMISSION

KIND_NAMES = {
    ALL: N_("All kinds"),
    "treaties": N_("Treaties"),
    "memberships": N_("Bodies and pledges"),
    "votes": N_("Votes"),
    "readmission": N_("Readmission"),
    "cooperation": N_("Agreements and programmes"),
}


def policy_timeline(tables: Tables, filters: PolicyFilters, context: RenderContext) -> View:
    """Return a lane per country with its dated steps."""
    lang, kinds = context.language, filters.kinds
    found = dated(tables, filters.countries, kinds)
    title = _title(lang, found, filters)
    subtitle = (
        lang.text(
            "{n} steps whose day or year is known, {years}: {kinds}",
            n=lang.number(len(found)),
            years=_years(found),
            kinds=_kind_words(lang, filters),
        )
        if len(found)
        else _kind_words(lang, filters)
    )
    used = behind(tables, filters.countries, kinds)
    sources = sources_of(*used.values())
    lanes, marks = _lanes(lang, found, filters.countries), _marks(context)
    return assemble(
        context,
        "policy-timeline",
        title,
        subtitle,
        _table(lang, found),
        lang.text("Timeline"),
        sources or ("policy_events",),
        timeline(lanes, lang, context.colours, context.width(), marks) if len(found) else None,
        remarks=warnings_first(
            *(caveats_of(lang, TABLES[kind], rows) for kind, rows in used.items())
        ),
        notes=(
            lang.text(
                "What was found and is dated, not all that happened. A hollow mark on a "
                "bar means that only the year is known."
            ),
        ),
        missing=lang.text(
            "Steps without a known day or year are not on the timeline; ministries "
            "of foreign affairs and depositaries of treaties have the days."
        ),
    )


def _years(found: pd.DataFrame) -> str:
    return years(found["year"].min(), found["year"].max())


def _kind_words(lang: Language, filters: PolicyFilters) -> str:
    return "; ".join(lang.text(KIND_NAMES[kind]) for kind in filters.kinds)


def _title(lang: Language, found: pd.DataFrame, filters: PolicyFilters) -> str:
    if found.empty:
        kind = lang.text(KIND_NAMES[filters.kind])
        return lang.text("{kind}: no dated step was found", kind=kind)
    row = next(found.tail(1).itertuples())
    same = found["date"].eq(row.date) & found["name"].eq(row.name)
    shared = found.loc[same & found["status"].eq(row.status), "country"]
    codes = list(shared) if len(shared) and row.kind != "readmission" else [row.country]
    said = {
        "places": lang.listing([lang.place(code) for code in codes]),
        "name": _named(lang, row),
        "day": moment(lang, row.date, row.year),
    }
    if row.kind == "cooperation" and ": " in said["name"]:  # the name tells the step
        return lang.text("The latest dated step: {places} – {name} ({day})", **said)
    return lang.text(
        "The latest dated step: {places} – {name}, {status} ({day})",
        status=lang.label("statuses", row.status).lower(),
        **said,
    )


def _marks(context: RenderContext) -> dict[str, Sign]:
    lang, colours = context.language, context.colours
    drawn = {
        "treaties": colours.primary,
        "memberships": colours.within,
        "votes": colours.ink,
        "readmission": colours.into,
        "cooperation": colours.other,
    }
    return {
        kind: Sign(lang.text(KIND_NAMES[kind]), POLICY_SYMBOLS[kind], colour)
        for kind, colour in drawn.items()
    }


def _lanes(lang: Language, found: pd.DataFrame, countries: tuple[str, ...]) -> list[Lane]:
    none = lang.text("nothing dated was found")
    return [
        Lane(lang.place(code), moments, note="" if moments else none)
        for code in countries
        for moments in [_moments(lang, found.loc[found["country"].eq(code)])]
    ]


def _moments(lang: Language, rows: pd.DataFrame) -> tuple[Moment, ...]:
    """Return one moment for each day and kind; what happened on one day stands together."""
    day = rows["date"].astype(str).where(rows["date"].notna(), rows["year"].astype(str))
    moments = []
    for _, group in rows.groupby([day, rows["kind"], rows["status"]], sort=False):
        steps = list(group.itertuples())
        first = steps[0]
        known = not pd.isna(first.date)
        at = first.date if known else pd.Timestamp(int(first.year), 1, 1)
        moments.append(
            Moment(
                at.date(),
                first.kind,
                " · ".join(_said(lang, row) for row in steps),
                _label(lang, steps),
                whole_year=not known,
            )
        )
    return tuple(moments)


def _label(lang: Language, steps: list[Any]) -> str:
    names = list(dict.fromkeys(_short(lang, row) for row in steps))
    if len(names) == 1:
        return names[0]
    return lang.text("{first} +{more}", first=names[0], more=lang.number(len(names) - 1))


def _short(lang: Language, row: Any) -> str:
    if row.kind == "readmission":
        return lang.text("{place}: {step}", place=lang.place(row.partner), step=_step(lang, row))
    if row.kind == "treaties" and row.status == "signed":
        return lang.text("{name}: signed", name=instrument(lang, row.name))
    return _titled(lang, row)


def _titled(lang: Language, row: Any) -> str:
    """Return the name of an instrument; what only borders on readmission has its own words."""
    return own_words(lang, row) if NOT_READMISSION in row.name else instrument(lang, row.name)


def _step(lang: Language, row: Any) -> str:
    return {
        "signed": lang.text("signed"),
        "ratified": lang.text("ratified"),
        "in_force": lang.text("in force"),
    }[row.status]


def _named(lang: Language, row: Any) -> str:
    if row.kind == "readmission":
        return lang.text("Readmission: {place}", place=lang.place(row.partner))
    return _titled(lang, row)


def _said(lang: Language, row: Any) -> str:
    return lang.text(
        "{day}: {name}, {status}",
        day=moment(lang, row.date, row.year),
        name=_named(lang, row),
        status=lang.label("statuses", row.status),
    )


def _table(lang: Language, found: pd.DataFrame) -> Table:
    told = [
        (
            moment(lang, row.date, row.year),
            lang.place(row.country),
            lang.text(KIND_NAMES[row.kind]),
            _named(lang, row),
            lang.label("statuses", row.status),
            own_words(lang, row),
            read_in(lang, row.reference),
        )
        for row in found.itertuples()
    ]
    columns = (
        column(lang, "date"),
        column(lang, "country"),
        column(lang, "kind"),
        column(lang, "act_name", "name"),
        column(lang, "act", "status"),
        column(lang, "known", "words"),
        column(lang, "reference"),
    )
    return table_of(told, columns)
