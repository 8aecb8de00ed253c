"""Mechanisms on which return could build, by country; above all the one that was not found."""

from collections.abc import Sequence
from dataclasses import dataclass

from components.context import RenderContext
from components.documents.model import Cell, Row, grouped, one_grid
from components.language import Language
from components.phrases.tables import tables_named
from components.view import View
from components.views.assemble import assemble
from components.views.readiness.filters import ReadinessFilters
from components.views.readiness.participation import (
    caveats_behind,
    cell,
    key,
    partners_words,
    readmission_words,
    row,
    sources_behind,
    table_of,
)
from components.views.readiness.titles import said
from components.views.readiness.words import basis, claim, told
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
from data.texts import texts

SEARCHED = ("memberships", "treaties", "readmission_agreements")
CIS = ("CIS", "CIS declaration on coordinated migration policy")
FORUMS = ("IOM", "Prague Process", "CAREC", "EU Strategy for Central Asia")  # shown first
COMPACTS = ("A/RES/73/195", "A/RES/73/151")


@dataclass(frozen=True)
class _Row:
    """One row: its group and claim, its name, and for each country standing and cell."""

    claim: str
    group: str
    name: str
    cells: tuple[tuple[Participation, Cell], ...]


def mechanisms(tables: Tables, filters: ReadinessFilters, context: RenderContext) -> View:
    """Return mechanisms × countries, the gaps among them."""
    lang, countries = context.language, filters.countries
    rows = _rows(lang, tables, countries)
    lines = [
        (one.group, told(lang, claim(one.claim)), Row(one.name, tuple(c for _, c in one.cells)))
        for one in rows
    ]
    heads = [lang.place(code) for code in countries]
    standings = [s for one in rows for s, _ in one.cells]
    title = _title(lang, tables)
    subtitle = lang.text(
        "Who takes part in what: mechanisms to which the regional literature points, with the year "
        "where the day is known"
    )
    sources = sources_behind(standings)
    return assemble(
        context,
        "readiness-mechanisms",
        title,
        subtitle,
        table_of(lang, [row(lang, r.group, r.name, s, c) for r in rows for s, c in r.cells]),
        lang.text("Table of short statements"),
        sources,
        one_grid(heads, grouped(lines), key(lang), lang.text("Instrument")),
        remarks=caveats_behind(lang, standings),
        notes=_notes(lang),
        missing=_missing(lang, tables, countries),
    )


def _title(lang: Language, tables: Tables) -> str:
    names = mechanisms_on_return(tables["memberships"])
    first = lang.text("No regional mechanism on return that takes in all five countries was found")
    if names:
        told_names = [lang.label("policy_names", name) for name in names]
        first = lang.text("All five countries share: {names}", names=lang.listing(told_names))
    return first


def _rows(lang: Language, tables: Tables, countries: Sequence[str]) -> list[_Row]:
    shared = shared_by_all(tables["memberships"])
    found = mechanisms_on_return(tables["memberships"])
    forums = [name for name in (*FORUMS, *shared) if name in shared and name not in found]
    return [
        *(_regional(lang, countries) if not found else ()),
        *_named(
            lang,
            tables,
            countries,
            "memberships",
            found,
            "obstacle_mechanism",
            lang.text("A mechanism on return for all five"),
        ),
        *_named(
            lang,
            tables,
            countries,
            "memberships",
            [*dict.fromkeys(forums)],
            "mechanism_iom",
            lang.text("Forums and projects shared by all five, none of them on return"),
        ),
        *_named(lang, tables, countries, "memberships", ("EAEU",), "mechanism_eaeu"),
        *_named(lang, tables, countries, "memberships", CIS, "mechanism_cis"),
        *_readmission(lang, tables, countries),
        *_named(lang, tables, countries, "votes", COMPACTS, "mechanism_compact"),
        _repatriation(lang, tables, countries),
        *_named(
            lang,
            tables,
            countries,
            "memberships",
            ("Eastern Partnership",),
            "mechanism_eastern_partnership",
        ),
    ]


def _regional(lang: Language, countries: Sequence[str]) -> list[_Row]:
    """Return the row of the mechanism that was looked for and not found."""
    name = lang.text("Regional mechanism on return")
    words = lang.text("none found")
    tip = lang.text(
        "{name}: none found (searched: {tables})", name=name, tables=tables_named(lang, SEARCHED)
    )
    cells = tuple(
        (Participation(code, "memberships", name), Cell("none", words=words, tip=tip))
        for code in countries
    )
    group = lang.text("A mechanism on return for all five")
    return [_Row("obstacle_mechanism", group, name, cells)]


def _named(
    lang: Language,
    tables: Tables,
    countries: Sequence[str],
    table: str,
    names: Sequence[str],
    about: str,
    group: str = "",
) -> list[_Row]:
    rows = []
    for code in names:
        name = lang.label("policy_names", code)
        found = [standing(tables, table, code, one) for one in countries]
        cells = tuple((one, cell(lang, one)) for one in found)
        rows.append(_Row(about, group or lang.pick(claim(about)["title"]), name, cells))
    return rows


def _readmission(lang: Language, tables: Tables, countries: Sequence[str]) -> list[_Row]:
    agreements, about = tables["readmission_agreements"], "mechanism_readmission"
    group = lang.pick(claim(about)["title"])
    every = lang.text("Readmission agreements with any state")
    among = lang.text("Readmission agreements with others of the five")
    first, second = [], []
    for code in countries:
        one = readmission_standing(agreements, code)
        words, note = readmission_words(lang, agreements, code)
        first.append((one, cell(lang, one, words, note)))
        inside = agreements.loc[agreements["country"].isin(FIVE) & agreements["partner"].isin(FIVE)]
        one = readmission_standing(inside, code)
        words, _ = readmission_words(lang, inside, code)
        note = partners_words(lang, readmission(inside, code))
        second.append((one, cell(lang, one, words, note)))
    return [_Row(about, group, every, tuple(first)), _Row(about, group, among, tuple(second))]


def _repatriation(lang: Language, tables: Tables, countries: Sequence[str]) -> _Row:
    about = "mechanism_repatriation"
    name = lang.text("Status of ethnic repatriate granted, people a year")
    cells = []
    for code in countries:
        one = evidence(tables, REPATRIATED, code)
        state = "yes" if one.found else "none"
        has = Participation(code, "repatriation", name, state, rows=one.rows)  # type: ignore[arg-type]
        words = said(lang, one) if one.found else lang.text("none found")
        cells.append((has, cell(lang, has, words, str(one.year or ""))))
    return _Row(about, lang.pick(claim(about)["title"]), name, tuple(cells))


def _notes(lang: Language) -> tuple[str, ...]:
    return (
        lang.pick(texts("framework")["origin"]),
        lang.text(
            "Where the claims were read: {references}.",
            references="; ".join(
                basis(lang, claim(name))
                for name in (
                    "mechanism_eaeu",
                    "mechanism_cis",
                    "mechanism_eastern_partnership",
                    "mechanism_compact",
                )
            ),
        ),
        told(lang, claim("mechanism_eaeu_growth")),
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
