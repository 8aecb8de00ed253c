"""Labour migrants of Tajikistan, Kyrgyzstan and Uzbekistan; permits of Korea, Poland, the UK."""

import pandas as pd

from data.curation.press_steps import Target, concerning_region, press_tables
from data.curation.raw import RawFolder

EPS = {"programme": "kor_eps"}
ORGANISED = {"programme": "organised_recruitment"}


def labour(indicator: str, **columns: str) -> Target:
    """Return a target in the table of labour and stay."""
    return Target("labour_and_stay", indicator, columns)


FILES = ("labour_migrants.csv", "labour_migrants_2026_addition.csv")
WORKING_ABROAD = labour("working_abroad")
STAYING_ABROAD = labour("citizens_abroad_stated")
IN_REGISTER = labour("in_migration_register")
RETURNED = Target("returns", "labour_migrants_returned")
TARGETS = {
    "Seasonal worker visas granted": labour("seasonal_worker_visas"),
    "Seasonal workers": labour("seasonal_workers"),
    "Foreign workers hired under E-9 (EPS)": None,
    "E-9 visa quota of Korea": labour("e9_visa_quota", **EPS),
    "E-9 visas of Korea": labour("e9_visas", **EPS),
    "Citizens who left to work under EPS": labour("eps_departures", **EPS),
    "Citizens placed under EPS, cumulative": labour("eps_departures", **EPS),
    "Labour contracts under EPS": labour("eps_contracts", **EPS),
    "Citizens working under EPS": labour("eps_workers_present", **EPS),
    "Work permits issued": labour("work_permits_issued"),
    "Labour migrants who left the country": labour("labour_migrants_left"),
    "Labour migrants who returned": RETURNED,
    "Labour migrants who returned since the start of the year": RETURNED,
    "Citizens sent to Russia by organised recruitment": labour(
        "organised_recruitment", **ORGANISED
    ),
    "Citizens sent abroad to work through the Agency": labour("organised_recruitment", **ORGANISED),
    "Citizens staying abroad (migrants)": STAYING_ABROAD,
    "Citizens abroad": STAYING_ABROAD,
    "Citizens in Russia": STAYING_ABROAD,
    "Citizens in emigration (IOM)": None,
    "Returned from abroad (IOM)": None,
    "Migrants working in Russia": WORKING_ABROAD,
    "Citizens working abroad": WORKING_ABROAD,
    "Share of citizens working abroad who are in Russia": labour("working_abroad_share"),
    "Citizens who came to work in Russia, per MVD": labour("came_to_work"),
    "Citizens in the Russian migration register": IN_REGISTER,
    "Citizens registered in Russia": IN_REGISTER,
    "Citizens registered with the migration authorities of Russia": IN_REGISTER,
    "Citizens in Russia's register of controlled persons": Target(
        "entry_bans", "controlled_persons_register"
    ),
    'Citizens in the Russian "black list"': Target("entry_bans", "banned_from_entry"),
    "Citizens working irregularly": Target("irregular_movement", "irregular_stay_stated"),
    "Foreigners with a residence permit": labour("residence_permit_holders"),
}
NOTES = {
    "conflicts with the ranking on the same page, where Uzbekistan is second and Kyrgyzstan "
    "(4,341 visas) fourth": "labmig_conflict",
    "165 thousand is the E-9 quota of 2024 in another source": None,
    "text says persons who entered; the round 2023 figure equals the quota": "labmig_e9",
    "named among eight countries with more than 10 thousand": None,
    "the stored text does not print the year; keep out of time series until "
    "dated": "labmig_no_date",
    "date not printed (early 2024)": "labmig_no_date",
    "date not printed (2022)": "labmig_no_date",
    "May 2024, day not printed; other outlet: "
    "https://novosti.kg/2024/05/v-rossii-nahodyatsya-411-tysyach-kyrgyzstantsev/": "labmig_month",
    'printed "half a year later"': "labmig_month",
    'printed "six months later"': "labmig_month",
    "November 2024": "labmig_month",
    "November 2024; almost 65 thousand fewer than a year before": "labmig_month",
    '2023: printed only as "in 2023"': "labmig_date",
    "Kloop rounds to 1 million": None,
    "about a tenth of all": None,
    "parts add to 28,993": None,
    "world total for context; year-end assumed by the page": "labmig_date",
    "date of the article": "labmig_article",
    "date of the article; the same speaker: 700-800 thousand in 2021-2022": "labmig_article",
    'date of the article; "before this" 124 thousand, date not given': "labmig_article",
    "34 % of those who left are from Osh region and city": None,
    '"slightly more than"; most from Russia': None,
}
METHODS = {
    "https://gov.uz/oz/migration/news/view/115124": "register",
    "https://iom.int/news/un-agencies-kyrgyzstan-and-kosovo-launch-united-nations-networks-"
    "migration": "estimate",
}


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return labour migrants, permits and quotas as hand-collected.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``labour_and_stay``: people, visas, permits and per cent; ``returns``: labour migrants who
        came home (people); ``entry_bans`` and ``irregular_movement``: people. Rows of the bodies'
        own texts have the method of that body instead of ``press``.
    """
    read = pd.concat([raw.read(name) for name in FILES], ignore_index=True)
    frame = concerning_region(read)
    method = frame["read_from_url"].map(METHODS).fillna("")
    return press_tables(
        frame.assign(method=method), TARGETS, NOTES, raw.source_id, origin_basis="citizenship"
    )
