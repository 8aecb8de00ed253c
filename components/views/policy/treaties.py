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
    MARKS,
    grid_view,
    grouped,
    in_full,
    own_words,
    standings_table,
)
from components.views.spec import Tables
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
        lang.text(
            "Year of ratification or accession · {n} treaties of the United Nations and the "
            "ILO that bear on migration · the table says of which moment each standing is",
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
                "and what came later could not be checked. “Not checked” means that no "
                "list was read at all."
            ),
        ),
        missing=lang.text(
            "The treaty collection of the United Nations has the state of today; the "
            "database NORMLEX of the ILO has who ratified its conventions, the two "
            "fundamental ones on forced labour (Nos. 29 and 105) among them, which "
            "we could not get for every country."
        ),
    )


def key_words(lang: Language) -> dict[State, str]:
    """Say what the states of the grid mean."""
    return {
        "yes": lang.text("bound, with the year"),
        "part": lang.text(
            "signed only, or ratified by a national law only (ILO conventions are not signed)"
        ),
        "no": lang.text("not a party"),
        "unknown": lang.text("not known today"),
        "none": lang.text("not checked"),
    }


def _cell(context: RenderContext, row: Any) -> Cell:
    lang = context.language
    status = lang.label("statuses", row.status) if row.status else ""
    said = {
        "bound": status or lang.label("statuses", "party"),
        "part": status,
        "not_bound": lang.text("no"),
        "unknown": lang.text("not known"),
        "unchecked": lang.text("not checked"),
    }[row.standing]
    dated = row.standing in ("bound", "part")
    year = moment(lang, None, row.year) if dated else ""
    return Cell(MARKS[row.standing], words=said, unit=year, tip=_tip(lang, row))


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
        "bound": lang.label("statuses", "party"),
        "part": lang.text("bound in part: signed, or ratified by a national law only"),
        "not_bound": lang.label("statuses", "not_party"),
        "unknown": lang.label("statuses", "unknown"),
        "unchecked": lang.text("not checked"),
    }[standing]


def _title(lang: Language, found: pd.DataFrame, countries: Sequence[str]) -> str:
    mine = found.loc[found["country"].isin(countries)]
    if len(countries) == 1:
        counts = mine["standing"].value_counts()
        said = {state: lang.number(int(counts.get(state, 0))) for state in ("bound", "not_bound")}
        return lang.text(
            "{place} is known to be bound by {bound} of {total} treaties on migration and not to "
            "be a party to {not_bound}",
            place=lang.place(countries[0]),
            total=lang.number(len(NAMES)),
            **said,
        )
    workers = mine.loc[mine["name"].eq(MIGRANT_WORKERS)]
    inside = list(workers.loc[workers["standing"].eq("bound"), "country"])
    outside = list(workers.loc[workers["standing"].eq("not_bound"), "country"])
    return _workers(lang, inside, outside)


def _workers(lang: Language, inside: Sequence[str], outside: Sequence[str]) -> str:
    said = {
        "inside": named(lang, inside),
        "outside": named(lang, outside),
    }
    if not inside:
        return lang.text("Not bound by the Migrant Workers Convention: {outside}", **said)
    if not outside:
        return lang.text("Bound by the Migrant Workers Convention: {inside}", **said)
    return lang.text("The Migrant Workers Convention binds {inside}, but not {outside}", **said)
