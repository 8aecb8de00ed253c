"""Mechanisms on which return could build, by country; above all the one that was not found."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from components.context import RenderContext
from components.documents.model import Group, Row, one_grid
from components.documents.words import meanings
from components.language import Language
from components.phrases.tables import tables_named
from components.view import View
from components.views.assemble import assemble
from components.views.readiness.filters import ReadinessFilters
from components.views.readiness.participation import (
    Told,
    caveats_behind,
    cell,
    counted,
    key,
    partners_words,
    readmission_words,
    row,
    sources_behind,
    table_of,
    told,
)
from components.views.readiness.titles import said
from components.views.readiness.words import basis, claim
from components.views.readiness.words import told as words_of
from components.views.spec import Tables
from data.areas import FIVE
from data.measures.mechanisms import (
    Participation,
    mechanisms_on_return,
    readmission,
    readmission_standing,
    shared_by_all,
    standing,
)
from data.measures.readiness import evidence
from data.measures.readiness_factors import REPATRIATED
from data.measures.standings import State
from data.texts import texts

SEARCHED = ("memberships", "treaties", "readmission_agreements")
CIS = ("CIS", "CIS declaration on coordinated migration policy")
FORUMS = ("IOM", "Prague Process", "CAREC", "EU Strategy for Central Asia")  # shown first
COMPACTS = ("A/RES/73/195", "A/RES/73/151")


@dataclass(frozen=True)
class _Row:
    """One row: the claim that points to it, its group, its name, what is told of each country."""

    claim: str
    group: str
    name: str
    told: tuple[Told, ...]
    hole: bool = False

    def of(self, countries: Sequence[str]) -> tuple[Told, ...]:
        """Return what is told of some countries."""
        known = {one.one.country: one for one in self.told}
        return tuple(known[code] for code in countries)

    @property
    def missing(self) -> int:
        """How many of the five do not have it, or not wholly."""
        return sum(one.one.state != "yes" for one in self.told)


def mechanisms(tables: Tables, filters: ReadinessFilters, context: RenderContext) -> View:
    """Return mechanisms × countries, what is missing first."""
    lang, countries = context.language, filters.countries
    rows = _rows(lang, tables)
    shown = [one for row in rows for one in row.of(countries)]
    standings = [one.one for one in shown]
    return assemble(
        context,
        "readiness-mechanisms",
        _title(lang, tables),
        lang.text("Who takes part in what, and since which year; what is missing comes first"),
        table_of(lang, [row(lang, r.group, r.name, one) for r in rows for one in r.of(countries)]),
        lang.text("Table of marks"),
        sources_behind(standings),
        one_grid(
            [lang.place(code) for code in countries],
            _groups(lang, rows, countries),
            meanings(lang, key(lang)),
            lang.text("Instrument"),
            look="marks",
        ),
        remarks=caveats_behind(lang, standings),
        notes=_notes(lang, rows),
        missing=_missing(lang, tables, countries),
    )


def _title(lang: Language, tables: Tables) -> str:
    count = len(mechanisms_on_return(tables["memberships"]))
    if count:
        return lang.plural(
            "All five states share {n} mechanism for return",
            "All five states share {n} mechanisms for return",
            count,
            n=lang.number(count),
        )
    return lang.text("All five states share forums; no shared mechanism for return was found")


def _groups(lang: Language, rows: Sequence[_Row], countries: Sequence[str]) -> list[Group]:
    """Return the rows by how many take part: nobody, some of the five, all of them."""
    by_missing = sorted(rows, key=lambda row: -row.missing)
    nobody = [row for row in by_missing if row.missing == len(FIVE) and row.hole]
    some = [row for row in by_missing if row.missing and row not in nobody]
    everybody = [row for row in by_missing if not row.missing]
    heads = (
        lang.text("Looked for and not found"),
        lang.text("Not all of the five"),
        lang.text("All five, but none of these is a mechanism for return"),
    )
    return [
        Group(tuple(_line(lang, row, countries) for row in found), head)
        for head, found in zip(heads, (nobody, some, everybody), strict=True)
        if found
    ]


def _line(lang: Language, shown: _Row, countries: Sequence[str]) -> Row:
    cells = tuple(cell(lang, one) for one in shown.of(countries))
    if shown.hole:
        cells = tuple(replace(one, state="hole") for one in cells)
    return Row(shown.name, cells)


def _rows(lang: Language, tables: Tables) -> list[_Row]:
    shared = shared_by_all(tables["memberships"])
    found = mechanisms_on_return(tables["memberships"])
    forums = [name for name in (*FORUMS, *shared) if name in shared and name not in found]
    by_claim = {
        "obstacle_mechanism": ("memberships", found),
        "mechanism_iom": ("memberships", tuple(dict.fromkeys(forums))),
        "mechanism_eaeu": ("memberships", ("EAEU",)),
        "mechanism_cis": ("memberships", CIS),
        "mechanism_compact": ("votes", COMPACTS),
        "mechanism_eastern_partnership": ("memberships", ("Eastern Partnership",)),
    }
    named = [
        _named(lang, tables, table, name, about)
        for about, (table, names) in by_claim.items()
        for name in names
    ]
    looked = [] if found else [_regional(lang)]
    return [*looked, *named, *_readmission(lang, tables), _repatriation(lang, tables)]


def _regional(lang: Language) -> _Row:
    """Return the row of the mechanism that was looked for and not found."""
    name = lang.text("A mechanism for return that covers all five")
    words = lang.text("none found")
    note = lang.text("searched: {tables}", tables=tables_named(lang, SEARCHED))
    told = tuple(Told(Participation(code, "memberships", name), words, note) for code in FIVE)
    return _Row("obstacle_mechanism", name, name, told, hole=True)


def _named(lang: Language, tables: Tables, table: str, code: str, about: str) -> _Row:
    found = tuple(told(lang, standing(tables, table, code, one)) for one in FIVE)
    group = lang.pick(claim(about)["title"])
    return _Row(about, group, lang.label("policy_names", code), found)


def _readmission(lang: Language, tables: Tables) -> list[_Row]:
    agreements, about = tables["readmission_agreements"], "mechanism_readmission"
    group = lang.pick(claim(about)["title"])
    inside = agreements.loc[agreements["country"].isin(FIVE) & agreements["partner"].isin(FIVE)]
    return [
        _Row(
            about,
            group,
            lang.text("Readmission agreements in force, with any state"),
            tuple(_agreed(lang, agreements, code) for code in FIVE),
        ),
        _Row(
            about,
            group,
            lang.text("Readmission agreements in force, with others of the five"),
            tuple(_agreed(lang, inside, code, partners=True) for code in FIVE),
        ),
    ]


def _agreed(lang: Language, agreements: pd.DataFrame, code: str, partners: bool = False) -> Told:
    links = readmission(agreements, code)
    words, note = readmission_words(lang, agreements, code)
    if partners:
        note = partners_words(lang, links)
    force, _ = counted(list(links.values()))
    return Told(readmission_standing(agreements, code), words, note, lang.number(force))


def _repatriation(lang: Language, tables: Tables) -> _Row:
    about = "mechanism_repatriation"
    name = lang.text("Status of ethnic repatriate granted, people a year")
    found = []
    for code in FIVE:
        one = evidence(tables, REPATRIATED, code)
        state: State = "yes" if one.found else "none"
        has = Participation(code, "repatriation", name, state, rows=one.rows)
        words = said(lang, one) if one.found else lang.text("none found")
        found.append(Told(has, words, str(one.year or ""), words if one.found else ""))
    return _Row(about, lang.pick(claim(about)["title"]), name, tuple(found))


def _notes(lang: Language, rows: Sequence[_Row]) -> tuple[str, ...]:
    """Return the claims of the literature that point to what is shown, and what they rest on."""
    about = dict.fromkeys([*(one.claim for one in rows), "mechanism_eaeu_growth"])
    return (
        lang.pick(texts("framework")["origin"]),
        *(words_of(lang, claim(name)) for name in about),
        lang.text(
            "Sources of the claims: {references}.",
            references="; ".join(
                basis(lang, claim(name)) for name in about if claim(name)["reference"]
            ),
        ),
    )


def _missing(lang: Language, tables: Tables, countries: Sequence[str]) -> str:
    """Name the countries without any readmission agreement, and who could tell more."""
    empty = [c for c in countries if not readmission(tables["readmission_agreements"], c)]
    if not empty:
        return ""
    return lang.text(
        "No readmission agreement was found: {names}. Their foreign ministries and the treaty "
        "registers of the partner states would know.",
        names=", ".join(lang.place(code) for code in empty),
    )
