"""Readers of what a view shows of a country: from its table, its headline, or its measure.

An extractor gets the code of a country and returns what stands there, or None where that view has
nothing of the country. `tests/unit/test_one_value.py` compares them.
"""

import re
from collections.abc import Callable
from typing import Any

import pandas as pd

from components.language import language
from components.views.countries.filters import CountryFilters
from components.views.countries.forced_words import GROUP_NAMES
from components.views.countries.money_words import FLOW_NAMES as MONEY
from components.views.drivers.filters import DriversFilters
from components.views.policy.filters import PolicyFilters
from components.views.readiness.filters import ReadinessFilters
from components.views.readiness.words import RULES
from components.views.returns.filters import ReturnFilters
from components.views.sdg.filters import SdgFilters
from components.views.start import key_numbers
from components.views.types.filters import TypesFilters
from data.measures import drivers, known_figures, mechanisms, returns, returns_known
from tests.support import built, table, view

LANG = language("en")
Value = float | str | None
Extractor = Callable[[str], Value]


def only(rows: pd.DataFrame, column: str = "value") -> Value:
    """The one value of rows that should be one; None where there is none."""
    if rows.empty:
        return None
    assert len(rows) == 1, rows
    value = rows[column].iloc[0]
    return None if pd.isna(value) else value


def newest(rows: pd.DataFrame, column: str = "value", time: str = "year") -> Value:
    """The value of the last year."""
    return None if rows.empty else rows.loc[rows[time].astype(int).idxmax(), column]


def scored(name: str, column: str = "value") -> Extractor:
    """A row of the scorecard of target 10.7, by a part of its name."""

    def read(code: str) -> Value:
        rows = built("sdg-scorecard", SdgFilters()).table.rows
        named = rows["indicator"].str.contains(name, regex=False)
        assert named.any(), name
        return only(rows.loc[named & rows["codes"].eq(code)], column) or None

    return read


def evidence(name: str, rule: str, column: str = "value") -> Extractor:
    """A piece of evidence of the page on readiness."""

    def read(code: str) -> Value:
        rows = built(name, ReadinessFilters(country=code)).table.rows
        own = rows.loc[rows["evidence"].eq(LANG.text(RULES[rule])) & rows["codes"].eq(code)]
        if own.empty or not own["table"].iloc[0]:
            return None
        return own[column].iloc[0]

    return read


def mechanism(name: str) -> Extractor:
    """The status of a country in a mechanism of the page on readiness."""

    def read(code: str) -> Value:
        rows = built("readiness-mechanisms", ReadinessFilters()).table.rows
        own = rows.loc[rows["name"].eq(LANG.label("policy_names", name)) & rows["codes"].eq(code)]
        return own["status"].iloc[0]

    return read


def readmission_row(place: int) -> Extractor:
    """How many agreements the page on readiness counts: 0 with any state, 1 among the five."""

    def read(code: str) -> Value:
        rows = built("readiness-mechanisms", ReadinessFilters()).table.rows
        own = rows.loc[rows["codes"].eq(code) & rows["table"].str.contains("readmission")]
        return float(re.search(r"\d+|none", own["status"].iloc[place])[0].replace("none", "0"))

    return read


def compared(measure: str) -> Extractor:
    """The last value of a series of the page of one country, side by side."""

    def read(code: str) -> Value:
        rows = built("country-compare", CountryFilters(code, measure=measure)).table.rows
        return newest(rows.loc[rows["codes"].eq(code)])

    return read


def of_type(flow_type: str, series: str) -> Extractor:
    """The last whole figure by a way of counting on the page of flow types."""

    def read(code: str) -> Value:
        filters = TypesFilters(flow_type=flow_type, measure=series)
        rows = built("types-compare", filters).table.rows
        own = rows.loc[rows["country"].eq(LANG.place(code)) & rows["coverage"].eq("Whole")]
        return None if own.empty else own["value"].iloc[-1]

    return read


def country(name: str, group: int = 0, column: str = "value") -> Extractor:
    """The last value in the n-th group of the table of a view of one country."""

    def read(code: str) -> Value:
        rows = built(name, CountryFilters(code)).table.rows
        groups = list(dict.fromkeys(rows["what"]))
        return newest(rows.loc[rows["what"].eq(groups[group])], column)

    return read


def forced(name: str, key: tuple[str, str]) -> Extractor:
    """The last value of refugees and others in or from a country, all other countries together."""

    def read(code: str) -> Value:
        rows = built(name, CountryFilters(code)).table.rows
        return newest(rows.loc[rows["what"].eq(LANG.text(GROUP_NAMES[key]))])

    return read


def afghans(code: str) -> Value:
    """Refugees and others from Afghanistan in the last year of the country's table."""
    rows = built("country-forced-host", CountryFilters(code)).table.rows
    kinds = [LANG.label("indicators", one) for one in ("refugees", "other_in_need_of_protection")]
    own = rows.loc[rows["series"].isin(kinds) & rows["partner"].eq(LANG.place("AFG"))]
    last = own.loc[own["year"].astype(int).eq(own["year"].astype(int).max())]
    return float(last["value"].sum())


def residual(code: str) -> Value:
    """The newest net migration that the page of the country draws, not what is set against it."""
    rows = built("country-net", CountryFilters(code)).table.rows
    return newest(rows.loc[rows["what"].eq(LANG.text("Net migration (residual)"))])


def abroad(column: str, code: str = "") -> Extractor:
    """A column of people abroad by country: of one country, or the sum of all."""

    def read(origin: str) -> Value:
        rows = built("country-abroad", CountryFilters(origin)).table.rows
        own = rows.loc[rows["codes"].eq(code)] if code else rows
        return float(own[column].sum())

    return read


def here(origin: str) -> Value:
    return float(built("country-here", CountryFilters(origin)).table.rows["total"].sum())


def corridor_sum(direction: str) -> Extractor:
    """All people of the corridor map from, or to, a country."""

    def read(code: str) -> Value:
        rows = view("corridor-map", "stock", (code,), direction=direction).table.rows
        return float(rows["value"].sum())

    return read


def women(name: str, filters: Callable[[str], Any], column: str) -> Extractor:
    """The last row of the first group of a table of women: people born there who live abroad."""

    def read(code: str) -> Value:
        rows = built(name, filters(code)).table.rows
        rows = rows.loc[rows["what"].eq(rows["what"].iloc[0])]
        if "country" in rows:
            rows = rows.loc[rows["country"].eq(LANG.place(code))]
        return newest(rows, column)

    return read


def money(kind: str) -> Extractor:
    """The last value by the World Bank; what the press quotes is another account."""

    def read(code: str) -> Value:
        rows = built("country-remittances", CountryFilters(code)).table.rows
        own = rows.loc[rows["what"].eq(LANG.text(MONEY[kind]))]
        return newest(own.loc[~own["kind"].str.contains("press")])

    return read


def uk(column: str, year: int | None = None) -> Extractor:
    """A count of the Home Office, of the newest year where none is named."""

    def read(code: str) -> Value:
        newest_year = returns.uk_years(table("returns"), (code,))[code][-1]
        rows = built("returns-uk-share", ReturnFilters(year=year or newest_year)).table.rows
        return only(rows.loc[rows["place"].eq(LANG.place(code))], column)

    return read


def eu_returned(code: str) -> Value:
    rows = built("returns-eu-years", ReturnFilters()).table.rows
    return newest(rows.loc[rows["place"].eq(LANG.place(code))])


def known(line: str) -> Extractor:
    """The figure of one line of the matrix of what is known of returns."""

    def read(code: str) -> Value:
        tables = {name: table(name) for name in ("returns", "avrr", "forced_displacement")}
        lines = [one for one in returns_known.LINES if one.name == line]
        return only(known_figures.latest(tables, (code,), lines))

    return read


def found_by_host(code: str) -> Value:
    rows = built("drivers-found", DriversFilters((code,))).table.rows
    hosts = [f"{code}-{member}" for member in drivers.MEMBERS]
    return float(rows.loc[rows["codes"].isin(hosts), "value"].sum())


def found_over_years(code: str) -> Value:
    rows = built("drivers-found-years", DriversFilters((code,))).table.rows
    return newest(rows)


def listed(kind: drivers.Kind) -> Extractor:
    """The figure that stands for a list or for removals in Russia."""

    def read(code: str) -> Value:
        said = drivers.said_of_russia(table("entry_bans"), table("returns"))
        rows = drivers.list_figures(said, (code,), drivers.KINDS[kind])
        rows = drivers.leading(rows.loc[rows["origin"].eq(code)], ("origin",))
        return only(rows)

    return read


def listed_in_headline(kind: drivers.Kind) -> Extractor:
    """The number in the headline of a list; the table has it in full."""

    def read(code: str) -> Value:
        shown = built("drivers-bans", DriversFilters((code,), kind))
        number = listed(kind)(code)
        if number is None:
            assert re.search("no figure was found|only partial figures are known", shown.title)
            return None
        assert LANG.compact(float(number)) in shown.title
        return number

    return read


def standing(name: str, body: str, column: str = "status") -> Extractor:
    def read(code: str) -> Value:
        rows = built(name, PolicyFilters()).table.rows
        full = (LANG.label("policy_names", body), LANG.label("policy_names", body, "description"))
        own = rows["name"].isin(full) & rows["country"].eq(LANG.place(code))
        return only(rows.loc[own], column) or None

    return read


def filed(body: str) -> Extractor:
    """The status of a country in a body or pledge, in whichever table it is filed."""

    def read(code: str) -> Value:
        tables = {name: table(name) for name in ("memberships", "policy_events")}
        status = mechanisms.standing(tables, "memberships", body, code).status
        return LANG.label("statuses", status) if status else None

    return read


def treaties_bound(code: str) -> Value:
    rows = built("policy-treaties", PolicyFilters()).table.rows
    party = rows["standing"].eq(LANG.label("statuses", "party"))
    return float((party & rows["country"].eq(LANG.place(code))).sum())


def treaties_in_headline(code: str) -> Value:
    return float(re.search(r"\d+", built("policy-treaties", PolicyFilters((code,))).title)[0])


def in_force(name: str) -> Extractor:
    def read(code: str) -> Value:
        rows = built(name, PolicyFilters((code,))).table.rows
        return float(rows["step"].eq("in force").sum() - _borders(rows))

    return read


def _borders(rows: pd.DataFrame) -> int:
    """Agreements of the table that only border on readmission."""
    other = rows["words"].str.contains("not readmission")
    return int((other & rows["step"].eq("in force")).sum())


def in_force_in_headline(code: str) -> Value:
    number = re.search(r"\d+", built("readmission-matrix", PolicyFilters((code,))).title)
    return float(number[0]) if number else 0.0


def visa_free(code: str) -> Value:
    number = re.search(r"\d+", built("policy-visas", PolicyFilters((code,))).title)
    return float(number[0]) if number else 0.0


def zero(read: Extractor) -> Extractor:
    """Nothing found, in a place where nothing found is counted as none."""
    return lambda code: read(code) or 0.0


def tier(code: str) -> Value:
    rows = built("sdg-tiers", SdgFilters()).table.rows
    return newest(rows.loc[rows["codes"].eq(code)], "tier")


def level(code: str) -> Value:
    rows = built("sdg-policies", SdgFilters()).table.rows
    every = rows["domain"].eq(LANG.label("policy_domains", "all_domains"))
    return newest(rows.loc[every & rows["codes"].eq(code)], "words")


def sdg_series(name: str) -> Extractor:
    def read(code: str) -> Value:
        rows = built(name, SdgFilters()).table.rows
        un = rows["by"].eq("UN database")
        return newest(rows.loc[un & rows["codes"].eq(code)])

    return read


def deaths(code: str) -> Value:
    rows = built("sdg-deaths", SdgFilters()).table.rows
    return newest(rows.loc[rows["codes"].eq(code) & rows["origin"].eq("")], time="time")


def cost(name: str, filters: Callable[[str], Any], indicator: str) -> Extractor:
    """The last cost of sending from Russia, by quarter or by year."""

    def read(code: str) -> Value:
        rows = built(name, filters(code)).table.rows
        label = LANG.label("indicators", indicator)
        rows = rows.loc[rows["codes"].eq(f"RUS-{code}") & rows["what"].eq(label)]
        return None if rows.empty else rows["cost"].iloc[-1]

    return read


def start_page(code: str) -> Value:
    """The share of its GDP that Tajikistan receives, as the start page writes it."""
    names = ("migrant_stocks", "population", "remittances", "returns", "avrr")
    found = key_numbers(LANG, *(table(name) for name in names))
    told = [n.value for n in found if LANG.place("TJK") in n.label]
    return told[0] if told and code == "TJK" else None


def written_share(code: str) -> Value:
    return evidence("readiness-factors", "remittances", "said")(code) if code == "TJK" else None
