"""Which country belongs to which body, forum or pledge, since when."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import pandas as pd

from components.context import RenderContext
from components.documents.model import Cell
from components.documents.states import State
from components.language import Language
from components.language.language import N_
from components.phrases.columns import column
from components.phrases.periods import moment
from components.view import View
from components.views.assemble import caveats_of, sources_of, warnings_first
from components.views.policy.filters import PolicyFilters
from components.views.policy.words import (
    grid_view,
    grouped,
    in_full,
    own_words,
    standings_table,
)
from components.views.spec import Tables
from data.areas import FIVE
from data.measures.policy import UNKNOWN_COUNTRY, common_to_all, membership_standings, together

ORGANISATIONS = ("IOM", "CIS", "EAEU", "SCO", "CAREC")
FORUMS = (
    "Prague Process",
    "Almaty Process",
    "EU Strategy for Central Asia",
    "Eastern Partnership",
)
PLEDGES = (
    "CIS declaration on coordinated migration policy",
    "Ashgabat Declaration on Ending Statelessness",
    "International Migration Review Forum 2022",
    "Voluntary review of the Global Compact for Migration",
    "National coordination on the Global Compact for Migration",
    "National UN Network on Migration",
    "IOM sub-regional project on the Global Compact for Migration",
    "Migration Governance Indicators",
)
GROUPS = {
    N_("Organisations"): ORGANISATIONS,
    N_("Forums and partnerships"): FORUMS,
    N_("Declarations, reviews and projects"): PLEDGES,
}
NAMES = tuple(name for names in GROUPS.values() for name in names)


def policy_memberships(tables: Tables, filters: PolicyFilters, context: RenderContext) -> View:
    """Return body by country: member since when, observer, not a member, not known."""
    lang, shown = context.language, (*filters.shown, UNKNOWN_COUNTRY)
    used = {name: tables[name] for name in ("memberships", "policy_events")}
    used = {
        name: rows.loc[rows["country"].isin(shown) & rows["name"].isin(NAMES)]
        for name, rows in used.items()
    }
    found = membership_standings(together(*used.values()), NAMES, filters.shown)
    lines = grouped(lang, GROUPS, found, partial(_cell, lang))
    return grid_view(
        context,
        "policy-memberships",
        _title(lang, found, filters.countries),
        lang.text("Year in which each joined or began, where it is known"),
        [lang.place(code) for code in filters.shown],
        lines,
        key_words(lang),
        lang.text("Organisation, process or project"),
        standings_table(lang, found, column(lang, "body", "name"), partial(_short, lang)),
        sources_of(*used.values()),
        warnings_first(*(caveats_of(lang, name, rows) for name, rows in used.items() if len(rows))),
        missing=lang.text(
            "Secretariats of the organisations and IOM’s country offices have the full "
            "lists of members and dates."
        ),
    )


def key_words(lang: Language) -> dict[State, str]:
    """Say what the marks of the grid mean."""
    return {
        "yes": lang.text("member, participant, or done"),
        "part": lang.text("observer, associate, or in preparation"),
        "no": lang.text("not a member"),
        "unknown": lang.text("no source says who took part"),
        "none": lang.text("no record"),
    }


def _cell(lang: Language, row: Any) -> Cell:
    year, tip = moment(lang, None, row.year), _tip(lang, row)
    if row.standing == "yes" and year:
        return Cell("yes", unit=year, tip=tip)
    words = lang.label("statuses", row.status) if row.status else _short(lang, row.standing)
    return Cell(row.standing, words=words, unit=year, tip=tip)


def _tip(lang: Language, row: Any) -> str:
    head = lang.text("{place}, {name}", place=lang.place(row.country), name=in_full(lang, row.name))
    words = _short(lang, row.standing)
    if row.status:
        day, status = moment(lang, row.date, row.year), lang.label("statuses", row.status)
        words = lang.text("{status}: {date}", status=status, date=day) if day else status
    own = own_words(lang, row)
    words = lang.text("{first}; {second}", first=words, second=own) if own else words
    return lang.text("{head}: {words}", head=head, words=words)


def _short(lang: Language, standing: str) -> str:
    return {
        "yes": lang.text("takes part"),
        "part": lang.text("in part"),
        "no": lang.text("does not take part"),
        "unknown": lang.label("statuses", "unknown"),
        "none": lang.text("nothing found"),
    }[standing]


def _title(lang: Language, found: pd.DataFrame, countries: Sequence[str]) -> str:
    mine = found.loc[found["country"].isin(countries)]
    bodies = mine.loc[mine["name"].isin((*ORGANISATIONS, *FORUMS))]
    common = common_to_all(bodies)
    said = {
        "n": lang.number(len(common)),
        "total": lang.number(len(ORGANISATIONS) + len(FORUMS)),
    }
    if len(countries) == 1:
        place = lang.place(countries[0])
        return lang.text(
            "{place} takes part in {n} of {total} organisations and forums on migration",
            place=place,
            **said,
        )
    if not common:
        return lang.text("No organisation or forum on migration takes in all of them")
    if set(countries) == set(FIVE):
        return lang.text(
            "All five states share {n} of {total} organisations and forums on migration", **said
        )
    return lang.text(
        "The chosen countries share {n} of {total} organisations and forums on migration", **said
    )
