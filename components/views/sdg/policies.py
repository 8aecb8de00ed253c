"""Indicator 10.7.2: migration policies as governments assess them, six domains by round."""

import datetime
from collections.abc import Sequence

import pandas as pd

from components.context import RenderContext
from components.documents.model import Cell, Group, Row, one_grid
from components.documents.states import State
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
STATES: dict[int, State] = {4: "yes", 3: "part", 2: "plain", 1: "no"}
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
    key = _key(lang)
    title = assessed(lang, domains, filters.countries)
    subtitle = lang.text(
        "SDG 10.7.2, level from 1 to 4 by domain and round of questions, as the government itself "
        "assesses its policies; for areas, the share of answering governments at level 3 or 4"
    )
    return assemble(
        context,
        "sdg-policies",
        title,
        subtitle,
        _table(lang, shown),
        lang.text("Table of short statements"),
        sources_of(shown),
        one_grid(heads, (Group(tuple(lines)),), key, lang.text("Domain")),
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
    return Cell(STATES[level], str(level), words, tip=tip)


def _key(lang: Language) -> dict[State, str]:
    return {
        "yes": lang.text("4: fully meets"),
        "part": lang.text("3: meets"),
        "plain": lang.text("2: partially meets; or a share"),
        "no": lang.text("1: requires further progress"),
        "none": lang.text("no answer of the government in the data"),
    }


def assessed(lang: Language, domains: pd.DataFrame, countries: Sequence[str]) -> str:
    """Say of which governments the data hold no assessment of their policies, or that of all."""
    silent = [c for c in countries if not sdg.policy_rounds(domains, c)]
    if silent:
        return lang.text(
            "The data of {day} hold no assessment of migration policies by {names} (10.7.2)",
            day=lang.date(datetime.date.fromisoformat(source("un_sdg_database").published)),
            names=lang.listing([lang.place(code) for code in silent]),
        )
    if len(countries) == 1:
        return lang.text(
            "{name} has assessed its migration policies for the UN (10.7.2)",
            name=lang.place(countries[0]),
        )
    return lang.text("All chosen governments have assessed their migration policies (10.7.2)")


def _trend(lang: Language, countries: tuple[str, ...], domains: pd.DataFrame) -> str:
    twice = [c for c in countries if len(sdg.policy_rounds(domains, c)) > 1]
    if not twice:
        return lang.text("No chosen country has answered twice, so there is no trend.")
    names = lang.listing([lang.place(code) for code in twice])
    return lang.text("Only who has answered twice can be compared over time: {names}.", names=names)


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
