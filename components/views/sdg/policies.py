"""Indicator 10.7.2: migration policies as governments assess them, six domains by round."""

import datetime
from collections.abc import Sequence

import pandas as pd

from components.context import RenderContext
from components.documents.model import Cell, Group, Row, one_grid
from components.documents.states import State
from components.documents.words import meanings
from components.language import Language
from components.phrases.columns import column
from components.view import Table, View
from components.views.assemble import assemble, caveats_of, sources_of
from components.views.sdg.filters import SdgFilters
from components.views.sdg.regular_responsible import LEVELS
from components.views.spec import Tables
from data.measures import sdg
from data.provenance import source

DOMAINS = (
    "migrant_rights",
    "whole_of_government",
    "cooperation",
    "well_being",
    "crises",
    "regular_migration",
    "all_domains",
)
TOP = 4  # the highest level
SHARES = ("R_CENTRAL_ASIA", "WLD")


def policies(tables: Tables, filters: SdgFilters, context: RenderContext) -> View:
    """Return the level of each domain that governments gave, and who gave none."""
    lang, domains = context.language, tables["policy_domains"]
    rounds = [
        (code, year)
        for code in (*filters.countries, "RUS")
        for year in sdg.policy_rounds(domains, code) or (None,)
    ]
    areas = [(code, 2021) for code in SHARES]
    shown = domains.loc[domains["country"].isin([*filters.countries, "RUS", *SHARES])]
    known = {
        (str(r.country), int(r.year), str(r.series)): float(r.value) for r in shown.itertuples()
    }
    columns = [*rounds, *areas]
    heads = [f"{lang.place(code)} {year or ''}".strip() for code, year in columns]
    lines = [
        Row(
            lang.label("policy_domains", domain),
            tuple(_cell(lang, known, code, year, domain) for code, year in columns),
        )
        for domain in DOMAINS
    ]
    title = _title(lang, domains, filters.countries)
    subtitle = lang.text(
        "SDG 10.7.2, level of policies from 1 to 4 as the government itself assesses them, {day}",
        day=lang.date(datetime.date.fromisoformat(source("un_sdg_database").published)),
    )
    return assemble(
        context,
        "sdg-policies",
        title,
        subtitle,
        _table(lang, shown),
        lang.text("Table of levels"),
        sources_of(shown),
        one_grid(heads, (Group(tuple(lines)),), meanings(lang, _key(lang)), lang.text("Domain")),
        remarks=caveats_of(lang, "policy_domains", shown),
        notes=(_trend(lang, filters.countries, domains),),
    )


def _cell(
    lang: Language,
    known: dict[tuple[str, int, str], float],
    code: str,
    year: int | None,
    domain: str,
) -> Cell:
    value = known.get((code, year or 0, domain))
    where = f"{lang.place(code)}, {lang.label('policy_domains', domain)}"
    if value is None:
        told = lang.text("no figure")
        return Cell("none", words=told, tip=f"{where}: {told}")
    if code in SHARES:
        told = lang.percent(value / 100)
        return Cell("plain", told, tip=f"{where}, {year}: {told}")
    level = int(value)
    words = lang.label("statuses", LEVELS[level])
    tip = f"{where}, {year}: {level}, {words}"
    return Cell(value=str(level), unit=words, tip=tip, magnitude=level / TOP)


def _key(lang: Language) -> dict[State, str]:
    return {
        "plain": lang.text("level from 1, requires further progress, to 4, fully meets; or share"),
        "none": lang.text("no answer from the government in the data"),
    }


def answered(domains: pd.DataFrame, countries: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Return level and year of the latest assessment of all domains, of those who gave one."""
    rows = domains.loc[
        domains["series"].eq("all_domains") & domains["indicator"].eq("sdg_10_7_2_level")
    ].sort_values("year")
    own = rows.loc[rows["country"].isin(list(countries))]
    return {str(row.country): (int(row.value), int(row.year)) for row in own.itertuples()}


def _title(lang: Language, domains: pd.DataFrame, countries: Sequence[str]) -> str:
    """Say which government gives itself the best mark, or how many do."""
    given = answered(domains, countries)
    if not given:
        return assessed(lang, domains, countries)
    best = max(level for level, _ in given.values())
    first = [code for code in countries if code in given and given[code][0] == best]
    said = {"n": lang.number(best), "total": lang.number(TOP)}
    if len(first) > 1:
        return lang.plural(
            "{count} government gives its own migration policies {n} of {total} (10.7.2)",
            "{count} governments give their own migration policies {n} of {total} (10.7.2)",
            len(first),
            count=lang.number(len(first)),
            **said,
        )
    if len(given) == 1:
        return lang.text(
            "{place} gives its own migration policies {n} of {total} (10.7.2)",
            place=lang.place(first[0]),
            **said,
        )
    return lang.text(
        "{place} gives its own migration policies the best mark, {n} of {total} (10.7.2)",
        place=lang.place(first[0]),
        **said,
    )


def assessed(lang: Language, domains: pd.DataFrame, countries: Sequence[str]) -> str:
    """Say of which governments the UN has no assessment of their policies, or that of all."""
    silent = [c for c in countries if not sdg.policy_rounds(domains, c)]
    said = {"name": lang.place((silent or list(countries))[0])}
    if len(silent) == 1:
        return lang.text(
            "No self-assessment of migration policies was found for {name} (10.7.2)",
            **said,
        )
    if silent:
        return lang.plural(
            "{n} of {total} governments has no assessment of its migration policies (10.7.2)",
            "{n} of {total} governments have no assessment of their migration policies (10.7.2)",
            len(silent),
            n=lang.number(len(silent)),
            total=lang.number(len(countries)),
        )
    if len(countries) == 1:
        return lang.text("{name} has assessed its migration policies for the UN (10.7.2)", **said)
    return lang.text("All chosen governments have assessed their migration policies (10.7.2)")


def _trend(lang: Language, countries: tuple[str, ...], domains: pd.DataFrame) -> str:
    twice = [c for c in countries if len(sdg.policy_rounds(domains, c)) > 1]
    if not twice:
        return lang.text("No chosen country has answered twice, so there is no trend.")
    names = lang.listing([lang.place(code) for code in twice])
    return lang.text(
        "Only governments that have answered twice can be compared over time: {names}.", names=names
    )


def _table(lang: Language, rows: pd.DataFrame) -> Table:
    frame = pd.DataFrame(
        {
            "codes": rows["country"].astype(str),
            "place": [lang.place(str(c)) for c in rows["country"]],
            "year": rows["year"].astype(str),
            "domain": [lang.label("policy_domains", str(d)) for d in rows["series"]],
            "what": [lang.label("indicators", str(i)) for i in rows["indicator"]],
            "value": rows["value"].astype(float),
            "unit": [lang.label("units", str(u)) for u in rows["unit"]],
            "words": [
                lang.label("statuses", LEVELS[int(v)]) if str(i).endswith("level") else ""
                for v, i in zip(rows["value"], rows["indicator"], strict=True)
            ],
        }
    )
    return Table(
        frame.reset_index(drop=True),
        (
            column(lang, "place"),
            column(lang, "year"),
            column(lang, "domain"),
            column(lang, "what"),
            column(lang, "value", digits=1),
            column(lang, "unit"),
            column(lang, "words"),
        ),
    )
