"""Ethnic return and citizenship: Kazakhstan, Kyrgyzstan and the Russian compatriots programme."""

import pandas as pd

from data.curation.press_steps import Target, concerning_region, press_tables
from data.curation.raw import RawFolder

KANDAS = {"origin_basis": "ethnic", "programme": "kandas"}
COMPATRIOTS = {"origin_basis": "not_stated", "programme": "rus_compatriots"}
CITIZENS = {"origin_basis": "citizenship"}
AGE_GROUPS = {
    "age group: working age": "working_age",
    "age group: children": "children",
    "age group: below working age": "below_working_age",
    "age group: pensioners": "pensioners",
}
NATURALISED_SHARES = "shares of the group that became citizens"


def target(indicator: str, columns: dict[str, str]) -> Target:
    """Return a target in the table of repatriation."""
    return Target("repatriation", indicator, columns)


COUNTRY_SHARE = target("compatriots_origin_share", COMPATRIOTS)
RESETTLED = target("compatriots_resettled", COMPATRIOTS)
CITIZENSHIP = target("citizenship_acquired", CITIZENS)
BY_FORMER = "Acquisitions of Kazakhstan citizenship by former citizenship"
RUS = "Russian State Programme for compatriots"
TARGETS = {
    "Persons granted kandas (oralman) status": target("kandas_status_granted", KANDAS),
    "Persons granted kandas (oralman) status: families": target(
        "kandas_status_granted_families", KANDAS
    ),
    "Share of persons granted kandas (oralman) status by country of origin": target(
        "kandas_origin_share", KANDAS
    ),
    "Share of persons granted kandas (oralman) status by country of origin: citizens": target(
        "kandas_naturalised_origin_share", KANDAS
    ),
    "Share of kandas (oralman) by age group": target("kandas_age_share", KANDAS),
    "Kandas (oralman) returned since 1991, cumulative": target("ethnic_kazakhs_returned", KANDAS),
    "Kandas (oralman) returned since 1991, cumulative: families": target(
        "ethnic_kazakhs_returned_families", KANDAS
    ),
    "Kandas (oralman) naturalised as citizens of Kazakhstan": target("kandas_naturalised", KANDAS),
    "Annual state quota for oralman families": target("kandas_family_quota", KANDAS),
    "Persons resettled to Russia under the State Programme for compatriots": RESETTLED,
    "Persons resettled to Russia under the State Programme for compatriots, cumulative": RESETTLED,
    f"Applications for the {RUS}": target("compatriots_applications", COMPATRIOTS),
    "Share of country among persons resettled to Russia under the State Programme "
    "for compatriots": COUNTRY_SHARE,
    f"Share of country in the {RUS}": COUNTRY_SHARE,
    f"Share of country in the {RUS} since 2007": COUNTRY_SHARE,
    BY_FORMER: CITIZENSHIP,
    f"{BY_FORMER}, of them kandas": target("citizenship_acquired_kandas", CITIZENS),
    "Acquisitions of Kazakhstan citizenship by the simplified procedure": target(
        "citizenship_acquired_simplified", CITIZENS
    ),
    "Acquisitions of Kazakhstan citizenship by decree of the President": target(
        "citizenship_acquired_decree", CITIZENS
    ),
    "Losses of Kazakhstan citizenship": target("citizenship_lost", CITIZENS),
    "Applications to leave Kazakhstan citizenship": target(
        "citizenship_leave_applications", CITIZENS
    ),
    "Acquisitions of Kyrgyz citizenship": CITIZENSHIP,
    "Acquisitions of Kyrgyz citizenship by citizens of the country": CITIZENSHIP,
}
WEAK = "outlet of low reliability that quotes the MVD; confirm at mvd.ru before use"
NOTES = {
    **dict.fromkeys(AGE_GROUPS),
    NATURALISED_SHARES: None,
    WEAK: "ethnic_weak_outlet",
    f'{WEAK}; the text ties the shares to "most of them", most likely the two last '
    "years": "ethnic_weak_outlet",
    "January to October; the year is not printed in the stored part "
    "(2024 fits the neighbouring releases)": "ethnic_no_date",
    "month not printed": "ethnic_no_date",
    "2020, month not printed": "ethnic_no_date",
    'printed "almost 11 thousand"; the month is not printed': "ethnic_no_date",
    "year not printed; the article is of spring 2021": "ethnic_date_inferred",
    'printed "more than 10.7 thousand became citizens"; end date is the date of '
    "the page": "ethnic_date_inferred",
    'printed "36." in a list given in thousands; confirm before use': "ethnic_thousands",
    'printed "39" in a list given in thousands; confirm before use': "ethnic_thousands",
    "the share of UZB is misprinted on the page (96.6) and was left out": "ethnic_misprint",
    "the 2004 quota was 10,000 families (text: enlarged by 5,000)": "ethnic_quota_year",
    "82% ethnic Kyrgyz": "ethnic_kgz_share",
    'printed as "moved", with "really entered almost 65 thousand" in the same sentence; '
    "read as applications": "ethnic_2022_wording",
    'printed "really entered almost 65 thousand"': "ethnic_2022_wording",
    'printed "fewer than 9 thousand"': None,
    "September 2019; 307.3 thousand families": None,
    'printed "almost 11"': None,
    "lowest in 14 years; mainly from Kazakhstan and Tajikistan": None,
}


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return kandas, citizenship grants and the compatriots programme.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``repatriation``: persons or families (grants, running totals, quota), applications and
        per cent (shares); origins outside Central Asia only towards Kazakhstan and Kyrgyzstan.
    """
    frame = concerning_region(raw.read("ethnic_return.csv"))
    families = frame["indicator"] + ": families"
    citizens = frame["indicator"] + ": citizens"
    labels = frame["indicator"].mask(frame["unit"] == "families", families)
    labels = labels.mask(frame["note"] == NATURALISED_SHARES, citizens)
    series = frame["note"].map(AGE_GROUPS).fillna("")
    return press_tables(
        frame.assign(indicator=labels, series=series), TARGETS, NOTES, raw.source_id
    )
