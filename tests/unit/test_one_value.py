"""One quantity has one value, on whichever page it stands.

`QUANTITIES` names what more than one view shows of a country, with the extractors that read it
where a reader meets it. To add a quantity, or another place of one, add a line; `tests/extractors`
has the readers.
"""

import pandas as pd
import pytest

from components.views.countries.filters import CountryFilters
from components.views.policy.memberships import PLEDGES
from components.views.sdg.filters import SdgFilters
from data.areas import FIVE
from tests.extractors import (
    Extractor,
    Value,
    abroad,
    afghans,
    compared,
    corridor_sum,
    cost,
    country,
    deaths,
    eu_returned,
    evidence,
    filed,
    forced,
    found_by_host,
    found_over_years,
    here,
    in_force,
    in_force_in_headline,
    known,
    level,
    listed,
    listed_in_headline,
    mechanism,
    money,
    of_type,
    readmission_row,
    residual,
    scored,
    sdg_series,
    standing,
    start_page,
    tier,
    treaties_bound,
    treaties_in_headline,
    uk,
    visa_free,
    women,
    written_share,
    zero,
)

CHAIN, FACTORS, OBSTACLES = "readiness-chain", "readiness-factors", "readiness-obstacles"
ONE = CountryFilters
QUANTITIES: dict[str, tuple[Extractor, ...]] = {
    # people abroad and people born abroad
    "emigrants": (
        evidence(CHAIN, "emigrants"),
        compared("abroad"),
        abroad("total"),
        corridor_sum("from"),
        country("country-stocks", 0),
        women("country-women", ONE, "total"),
    ),
    "immigrants": (
        evidence(CHAIN, "immigrants"),
        compared("here"),
        here,
        corridor_sum("to"),
        country("country-stocks", 1),
    ),
    "women among emigrants": (
        evidence(FACTORS, "women_abroad"),
        women("country-women", ONE, "share"),
    ),
    "share of emigrants in Russia": (
        evidence(FACTORS, "share_in_russia"),
        abroad("share", "RUS"),
    ),
    "net migration": (
        evidence(CHAIN, "net_migration"),
        compared("net"),
        residual,
    ),
    # money
    "remittances, share of GDP": (
        evidence(FACTORS, "remittances"),
        money("received_gdp"),
    ),
    "remittances, share of GDP, as written": (written_share, start_page),
    "remittances received": (compared("remittances"), money("received")),
    "cost of sending from Russia by quarter": (
        cost("sdg-cost", lambda _: SdgFilters(), "remittance_cost_quarter"),
        cost("country-sending-cost", CountryFilters, "remittance_cost_quarter"),
    ),
    "cost of sending from Russia by year": (
        scored("from Russia, per cent"),
        cost("sdg-cost", lambda _: SdgFilters(), "sdg_10_c_1_corridor"),
        cost("country-sending-cost", CountryFilters, "sdg_10_c_1_corridor"),
    ),
    # refugees
    "refugees and others from the country": (
        compared("refugees"),
        of_type("forced", "refugees_from"),
        forced("country-forced-origin", ("protected", "origin")),
    ),
    "refugees and others in the country": (
        of_type("forced", "refugees_in"),
        forced("country-forced-host", ("protected", "host")),
    ),
    "Afghans under protection": (
        evidence(FACTORS, "afghans_protected"),
        afghans,
    ),
    "refugees per 100,000 (10.7.4)": (
        evidence(FACTORS, "refugees_of_origin"),
        sdg_series("sdg-refugees"),
    ),
    # found, ordered, returned
    "found without the right to stay in the Union": (
        found_by_host,
        found_over_years,
        scored("Found without the right"),
        evidence(CHAIN, "found_in_eu"),
        evidence(FACTORS, "found_in_eu"),
        of_type("irregular", "found_present"),
    ),
    "returned from the Union after an order": (
        evidence(FACTORS, "returned_from_eu"),
        eu_returned,
        known("eu"),
        of_type("return", "eu_returned"),
    ),
    "voluntary returns from the United Kingdom": (
        scored("Voluntary returns"),
        uk("voluntary"),
        of_type("return", "uk_voluntary"),
        known("uk_voluntary"),
    ),
    "assisted returns from the United Kingdom": (
        evidence(CHAIN, "uk_assisted"),
        uk("assisted", 2023),
        known("uk_assisted"),
    ),
    "enforced returns from the United Kingdom": (
        uk("enforced"),
        known("uk_enforced"),
        of_type("return", "uk_enforced"),
    ),
    "helped home by their State": (of_type("return", "state_paid"), known("state")),
    "helped by IOM to return": (evidence(CHAIN, "avrr"), scored("Helped by IOM"), known("iom")),
    "brought home from conflict": (scored("Brought home"), known("conflict")),
    "removed from Russia": (
        listed("enforced"),
        listed_in_headline("enforced"),
        known("rus"),
        of_type("return", "removed_russia"),
    ),
    "barred from Russia": (
        evidence(FACTORS, "banned_from_entry"),
        scored("Barred from entering"),
        listed("banned"),
        listed_in_headline("banned"),
    ),
    "register of controlled persons": (
        scored("register of controlled"),
        listed("register"),
        listed_in_headline("register"),
    ),
    "residence permits in Europe": (
        scored("Valid residence permits"),
        of_type("labour", "permits_europe"),
    ),
    "status of ethnic repatriate": (
        evidence(FACTORS, "repatriated"),
        lambda code: of_type("repatriation", {"KAZ": "kandas"}.get(code, "kairylman"))(code),
    ),
    # goals
    "deaths (10.7.3)": (deaths, scored("10.7.3")),
    "victims of trafficking (16.2.2)": (sdg_series("sdg-trafficking"), scored("16.2.2")),
    "tier of the US report": (
        tier,
        scored("US report", "told"),
        evidence(CHAIN, "trafficking_tier", "said"),
    ),
    "migration policies (10.7.2)": (level, evidence(CHAIN, "all_domains", "said")),
    # policy
    "readmission agreements in force": (
        in_force("readmission-matrix"),
        in_force("readmission-timeline"),
        in_force_in_headline,
        readmission_row(0),
        zero(scored("Readmission agreements")),
    ),
    "readmission in force among the five": (
        readmission_row(1),
        zero(evidence(OBSTACLES, "readmission_five")),
    ),
    "treaties that bind": (
        treaties_bound,
        treaties_in_headline,
        scored("Treaties of the UN"),
        evidence(CHAIN, "treaties"),
        evidence(OBSTACLES, "treaties"),
    ),
    "passports let in without a visa": (visa_free, zero(scored("Passports"))),
    "vote on the Compact for Migration": (
        standing("policy-votes", "A/RES/73/195"),
        mechanism("A/RES/73/195"),
        scored("Vote on the Global Compact", "told"),
    ),
    "vote on the Compact on Refugees": (
        standing("policy-votes", "A/RES/73/151"),
        mechanism("A/RES/73/151"),
    ),
    "Eurasian Economic Union": (
        standing("policy-memberships", "EAEU"),
        mechanism("EAEU"),
        evidence(CHAIN, "eaeu", "said"),
        evidence(FACTORS, "eaeu", "said"),
    ),
    "Commonwealth of Independent States": (
        standing("policy-memberships", "CIS"),
        mechanism("CIS"),
        evidence(CHAIN, "cis", "said"),
    ),
    **{
        body: (standing("policy-memberships", body), filed(body))
        for body in PLEDGES
        if body != "CIS declaration on coordinated migration policy"
    },
    **{
        body: (standing("policy-memberships", body), mechanism(body))
        for body in (
            "IOM",
            "Prague Process",
            "CAREC",
            "EU Strategy for Central Asia",
            "Eastern Partnership",
        )
    },
}


def plain(value: Value) -> Value:
    """The value without the noise of sums: six digits after the point, words in small letters."""
    if value is None or (isinstance(value, float) and pd.isna(value)):
        return None
    return value.casefold() if isinstance(value, str) else round(float(value), 6)


@pytest.mark.parametrize("code", FIVE)
@pytest.mark.parametrize("quantity", QUANTITIES)
def test_a_quantity_has_one_value_wherever_it_is_shown(quantity, code):
    shown = [plain(read(code)) for read in QUANTITIES[quantity]]
    told = [value for value in shown if value is not None]
    assert len(set(told)) <= 1, shown


@pytest.mark.parametrize("quantity", QUANTITIES)
def test_every_place_of_a_quantity_is_read(quantity):
    """An extractor that finds nothing for anybody compares nothing."""
    assert len(QUANTITIES[quantity]) > 1
    for place, read in enumerate(QUANTITIES[quantity]):
        assert any(plain(read(code)) is not None for code in FIVE), place
