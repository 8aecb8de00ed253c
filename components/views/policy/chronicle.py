"""All dated steps of policy: a strip for each country, on which milestones are named."""

from collections.abc import Mapping, Sequence
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
from components.style.marks import POLICY_MARKS
from components.view import Table, View
from components.views.assemble import (
    assemble,
    caveats_of,
    sources_of,
    warnings_first,
)
from components.views.policy.filters import PolicyFilters
from components.views.policy.words import instrument, own_words, table_of
from components.views.spec import Tables
from data.measures.chronology import TABLES, behind, dated
from data.measures.policy import NOT_READMISSION

KIND_NAMES = {
    "treaties": N_("Treaties"),
    "memberships": N_("Organisations and pledges"),
    "votes": N_("Votes"),
    "readmission": N_("Readmission"),
    "cooperation": N_("Agreements and programmes"),
}
EU_TALKS = "Visa facilitation and readmission agreements with the EU: negotiations"
EU_PARTNERSHIP = "Enhanced Partnership and Cooperation Agreement with the EU: signing"
# What is named on the strip, by country, kind, name of the step or partner, and status.
MILESTONES = {
    ("KAZ", "readmission", "RUS", "in_force"): N_("Readmission with Russia in force"),
    ("KAZ", "cooperation", EU_TALKS, "negotiating"): N_("Talks with the EU on readmission"),
    ("KGZ", "treaties", "ICRMW 1990", "acceded"): N_("Migrant Workers Convention"),
    ("KGZ", "memberships", "EAEU", "member"): N_("Eurasian Economic Union"),
    ("KGZ", "readmission", "KAZ", "in_force"): N_("Readmission with Kazakhstan in force"),
    ("TJK", "treaties", "ICRMW 1990", "ratified"): N_("Migrant Workers Convention"),
    ("TJK", "readmission", "KAZ", "in_force"): N_("Readmission with Kazakhstan in force"),
    ("TKM", "treaties", "1961 Statelessness Convention", "acceded"): N_("Statelessness Convention"),
    ("TKM", "memberships", "IOM", "member"): N_("Joins IOM"),
    ("UZB", "readmission", "BGR", "in_force"): N_("Readmission with Bulgaria in force"),
    ("UZB", "memberships", "IOM", "member"): N_("Joins IOM"),
    ("UZB", "cooperation", EU_PARTNERSHIP, "signed"): N_("Partnership agreement with the EU"),
}


def policy_timeline(tables: Tables, filters: PolicyFilters, context: RenderContext) -> View:
    """Return a strip of dated steps for each country, with the milestones named."""
    lang, found = context.language, dated(tables, filters.countries)
    used = behind(tables, filters.countries)
    lanes, marks = _lanes(lang, found, filters.countries), _marks(context)
    drawn = timeline(lanes, lang, context.colours, context.width(), marks) if len(found) else None
    return assemble(
        context,
        "policy-timeline",
        _title(lang, found, filters.countries),
        lang.text(
            "Dated steps by day or year; milestones are named on the chart, all steps in the table"
        ),
        _table(lang, found),
        lang.text("Timeline"),
        sources_of(*used.values()) or ("policy_events",),
        drawn,
        remarks=warnings_first(
            *(caveats_of(lang, TABLES[kind], rows) for kind, rows in used.items())
        ),
        notes=(
            lang.text(
                "The chart shows what was found with a date, not all that happened. A "
                "hollow mark on a bar means that only the year is known."
            ),
        ),
        missing=lang.text(
            "Steps without a known day or year are not on the timeline; ministries "
            "of foreign affairs and depositaries of treaties have the days."
        ),
    )


def _title(lang: Language, found: pd.DataFrame, countries: Sequence[str]) -> str:
    if found.empty:
        return lang.text("No dated step of migration policy was found")
    said = {
        "n": lang.number(len(found)),
        "years": years(found["year"].min(), found["year"].max()),
    }
    if len(countries) > 1:
        return lang.plural(
            "{n} dated step of migration policy was found for {years}",
            "{n} dated steps of migration policy were found for {years}",
            len(found),
            **said,
        )
    return lang.plural(
        "{place}: {n} dated step of migration policy was found for {years}",
        "{place}: {n} dated steps of migration policy were found for {years}",
        len(found),
        place=lang.place(countries[0]),
        **said,
    )


def _marks(context: RenderContext) -> dict[str, Sign]:
    lang, colours = context.language, context.colours
    return {
        kind: Sign(lang.text(KIND_NAMES[kind]), symbol, getattr(colours, role))
        for kind, (role, symbol) in POLICY_MARKS.items()
    }


def _lanes(lang: Language, found: pd.DataFrame, countries: Sequence[str]) -> list[Lane]:
    none, alone = lang.text("nothing dated was found"), len(countries) == 1
    return [
        Lane(lang.place(code), moments, note="" if moments else none)
        for code in countries
        for moments in [_moments(lang, found.loc[found["country"].eq(code)], alone)]
    ]


def _moments(lang: Language, rows: pd.DataFrame, alone: bool) -> tuple[Moment, ...]:
    """Return one moment for each day and kind; what happened on one day stands together.

    Parameters
    ----------
    alone : bool
        Whether all are named, as far as there is room, because one country is looked at.
    """
    day = rows["date"].astype(str).where(rows["date"].notna(), rows["year"].astype(str))
    moments, milestones = [], _milestones(rows)
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
                _label(lang, steps, milestones, alone),
                whole_year=not known,
            )
        )
    return tuple(moments)


def _milestones(rows: pd.DataFrame) -> dict[int, str]:
    """Return the messages of `MILESTONES` by the row that each names: the first of its kind."""
    found: dict[str, int] = {}
    for row in rows.itertuples():
        what = row.partner if row.kind == "readmission" else row.name
        message = MILESTONES.get((row.country, row.kind, what, row.status))
        if message:
            found.setdefault(message, row.Index)
    return {index: message for message, index in found.items()}


def _label(lang: Language, steps: Sequence[Any], milestones: Mapping[int, str], alone: bool) -> str:
    """Return what the strip calls the steps of a day: a milestone, or all of one country."""
    year = str(steps[0].year)
    for row in steps:
        if row.Index in milestones:
            return lang.text("{name}, {year}", name=lang.text(milestones[row.Index]), year=year)
    if not alone:
        return ""
    names = list(dict.fromkeys(_short(lang, row) for row in steps))
    if len(names) > 1:
        more = lang.number(len(names) - 1)
        return lang.text("{first} +{more}, {year}", first=names[0], more=more, year=year)
    return lang.text("{name}, {year}", name=names[0], year=year)


def _short(lang: Language, row: Any) -> str:
    if row.kind == "readmission":
        return lang.text("{place}: {step}", place=lang.place(row.partner), step=_step(lang, row))
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
