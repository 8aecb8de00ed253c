"""Which country is bound by which treaty, since when; “not known” apart from “no”."""

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
from components.phrases.places import named
from components.view import View
from components.views.assemble import caveats_of, sources_of
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
from data.measures.policy import treaty_standings

MIGRANT_WORKERS = "ICRMW 1990"
GROUPS = {
    N_("Migrant workers"): (
        MIGRANT_WORKERS,
        "ILO C097 Migration for Employment",
        "ILO C143 Migrant Workers",
    ),
    N_("Refugees and stateless people"): (
        "1951 Refugee Convention",
        "1967 Refugee Protocol",
        "1954 Statelessness Convention",
        "1961 Statelessness Convention",
    ),
    N_("Trafficking, smuggling, forced labour"): (
        "Palermo Trafficking Protocol 2000",
        "Palermo Smuggling Protocol 2000",
        "ILO C029 Forced Labour",
        "ILO P029 Forced Labour Protocol",
        "ILO C105 Abolition of Forced Labour",
    ),
}
NAMES = tuple(name for names in GROUPS.values() for name in names)


def policy_treaties(tables: Tables, filters: PolicyFilters, context: RenderContext) -> View:
    """Return treaty by country: bound since when, signed, not bound, not known, not checked."""
    lang, treaties = context.language, tables["treaties"]
    found = treaty_standings(treaties, NAMES, filters.shown)
    rows = treaties.loc[treaties["country"].isin(filters.shown)]
    lines = grouped(lang, GROUPS, found, partial(_cell, context))
    return grid_view(
        context,
        "policy-treaties",
        _title(lang, found, filters.countries),
        lang.plural(
            "Year of ratification or accession, {n} treaty of the UN and the ILO on migration",
            "Year of ratification or accession, {n} treaties of the UN and the ILO on migration",
            len(NAMES),
            n=lang.number(len(NAMES)),
        ),
        [lang.place(code) for code in filters.shown],
        lines,
        key_words(lang),
        lang.text("Treaty"),
        standings_table(lang, found, column(lang, "treaty", "name"), partial(_short, lang)),
        sources_of(rows),
        caveats_of(lang, "treaties", rows),
        notes=(
            lang.text(
                "“Not known” is not “no”: the country was not in the list that was read, "
                "and later changes could not be checked. “Not checked” means that no list "
                "was read at all."
            ),
        ),
        missing=lang.text(
            "The United Nations treaty collection has the current state; the ILO’s database "
            "NORMLEX lists who ratified its conventions, among them the two fundamental "
            "ones on forced labour (Nos. 29 and 105), which we could not get for every "
            "country."
        ),
    )


def key_words(lang: Language) -> dict[State, str]:
    """Say what the marks of the grid mean."""
    return {
        "yes": lang.text("bound, since the year"),
        "part": lang.text("signed, or ratified by a national law only"),
        "no": lang.text("not a party"),
        "unknown": lang.text("not in the list that was read; later years not checked"),
        "none": lang.text("no list was read"),
    }


def _cell(context: RenderContext, row: Any) -> Cell:
    lang = context.language
    year = moment(lang, None, row.year) if row.standing in ("yes", "part") else ""
    tip = _tip(lang, row)
    if row.standing == "yes" and year:
        return Cell("yes", unit=year, tip=tip)
    said = {
        "yes": lang.label("statuses", "party"),
        "part": lang.label("statuses", row.status) if row.status else lang.text("in part"),
        "no": lang.label("statuses", "not_party"),
        "unknown": lang.label("statuses", "unknown"),
        "none": lang.text("not checked"),
    }
    return Cell(row.standing, words=said[row.standing], unit=year, tip=tip)


def _tip(lang: Language, row: Any) -> str:
    head = lang.text("{place}, {name}", place=lang.place(row.country), name=in_full(lang, row.name))
    return lang.text("{head}: {words}", head=head, words=state_words(lang, row))


def state_words(lang: Language, row: Any) -> str:
    """Say where a country stands, with the act and its day, and the moment it was read of."""
    act = moment(lang, row.date, row.year)
    told = []
    if row.status:
        status = lang.label("statuses", row.status)
        told.append(lang.text("{status}: {date}", status=status, date=act) if act else status)
    told.append(own_words(lang, row) or _short(lang, row.standing))
    return "; ".join(told)


def _short(lang: Language, standing: str) -> str:
    return {
        "yes": lang.label("statuses", "party"),
        "part": lang.text("bound in part: signed, or ratified by a national law only"),
        "no": lang.label("statuses", "not_party"),
        "unknown": lang.label("statuses", "unknown"),
        "none": lang.text("not checked"),
    }[standing]


def _title(lang: Language, found: pd.DataFrame, countries: Sequence[str]) -> str:
    mine = found.loc[found["country"].isin(countries)]
    if len(countries) == 1:
        return lang.text(
            "{place} is known to be bound by {n} of {total} treaties on migration",
            place=lang.place(countries[0]),
            n=lang.number(int(mine["standing"].eq("yes").sum())),
            total=lang.number(len(NAMES)),
        )
    workers = mine.loc[mine["name"].eq(MIGRANT_WORKERS)]
    return _workers(lang, list(workers.loc[workers["standing"].eq("yes"), "country"]), countries)


def _workers(lang: Language, inside: Sequence[str], countries: Sequence[str]) -> str:
    """Say whom the Migrant Workers Convention is known to bind."""
    if not inside:
        return lang.text(
            "The Migrant Workers Convention is not known to bind any of the chosen countries"
        )
    if len(inside) == len(countries):
        return lang.text("The Migrant Workers Convention binds all of the chosen countries")
    if set(countries) != set(FIVE) or len(inside) > 2:
        return lang.plural(
            "{n} of the {total} chosen countries is bound by the Migrant Workers Convention",
            "{n} of the {total} chosen countries are bound by the Migrant Workers Convention",
            len(inside),
            n=lang.number(len(inside)),
            total=lang.number(len(countries)),
        )
    if len(inside) == 1:
        return lang.text(
            "Only {place} is bound by the Migrant Workers Convention", place=lang.place(inside[0])
        )
    return lang.text(
        "Only {places} are bound by the Migrant Workers Convention", places=named(lang, inside)
    )
