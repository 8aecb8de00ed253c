"""Kazakhstan: kandas (oralman until 2020), releases of the Ministry of Labour."""

import pandas as pd

from data.curation.press_steps import Target, press_tables
from data.curation.raw import RawFolder
from data.curation.region_steps import by_region

GRANTED = Target("repatriation", "kandas_status_granted")
RETURNED = Target("repatriation", "ethnic_kazakhs_returned")


FILES = ("kaz_kandas.csv", "kaz_kandas_2026_addition.csv")
REGIONAL = "kaz_kandas_by_region.csv"
REGIONS = {
    "Almaty city": "KZ-75",
    "Astana city": "KZ-71",
    "Mangystau region": "KZ-47",
    "Shymkent city": "KZ-79",
    "Turkistan region": "KZ-61",
    "Zhambyl region": "KZ-31",
}
ALMATY, SPLIT = "Almaty region", "2022-06"  # month in which Jetisu was made out of a part of it
OWN_SITE = "https://www.gov.kz/"  # the ministry's own page, read without a news site between


def age_group(series: str) -> Target:
    """Return the target of an age group, which the source names in words."""
    return Target("repatriation", "kandas_age_share", {"series": series})


def education(series: str) -> Target:
    """Return the target of a level of education, which the source names in words."""
    return Target("repatriation", "kandas_education_share", {"series": series})


TARGETS = {
    "Persons granted kandas (oralman) status in period": GRANTED,
    "Share of kandas (oralman) status grants by country of origin": Target(
        "repatriation", "kandas_origin_share"
    ),
    "Ethnic Kazakhs returned since 1991, cumulative": RETURNED,
    "Ethnic Kazakhs returned by country of origin, cumulative": RETURNED,
    "Ethnic Kazakhs returned, multi-year count": RETURNED,
    "Share of cumulative returnees by country of origin": Target(
        "repatriation", "ethnic_kazakhs_returned_share"
    ),
    "Age structure of kandas: working age": age_group("working_age"),
    "Age structure of kandas: children": age_group("children"),
    "Age structure of kandas: pensioners": age_group("pensioners"),
    "Education of kandas of working age: higher": education("higher"),
    "Education of kandas of working age: secondary vocational": education("secondary_vocational"),
    "Education of kandas of working age: general secondary": education("general_secondary"),
    "Education of kandas of working age: none": education("none"),
    "Regional reception quota for kandas": Target("repatriation", "kandas_quota"),
    "Kandas resettled to regions short of labour": Target("repatriation", "kandas_resettled"),
    "Regional reception quota for internal resettlers (pereselentsy)": None,
}
NOTES = {
    "42,987 families; listed origins sum to 182,805 of 183,652. "
    'Period as printed: "between 1991 and 2000".': "kandas_sum",
    "Published shares sum to 97.4, not 100. "
    "Same figures in a second outlet (baigenews.kz).": "kandas_sum",
    "As-of date taken from the age structure paragraph (1 September 2024).": "kandas_date",
    "As-of date taken from the age structure paragraph (1 December 2024).": "kandas_date",
    "As-of date not given in the excerpt; period_end is the publication date.": "kandas_date",
    "Release of 28-29 May 2015, as-of date not stated; same figures in riata.ru. "
    "259,539 families.": "kandas_date",
    "The same page gives 12.5 thousand for 2021; not used: it contradicts the ministry "
    "full-year figure (17,540) and looks like a part-year count.": None,
    "Total repeated by mgorod.kz (2026-02-01).": None,
    "221.3 thousand families. The report adds that 439,430 persons (over 51%) arrived "
    "in 2004-2008.": None,
    "6,840 families.": None,
    "380 families.": None,
    "A later release gives 3,033 for 2024 (turanews.kz).": "kandas_quota_later",
    "official site, Kazakh text": None,
    "Zakon.kz": None,
    "Akmola, Abai, Kostanay, Pavlodar, Atyrau, West, East and North Kazakhstan": None,
}


def region_codes(frame: pd.DataFrame) -> pd.Series:
    """Return the code of each row's region; Almaty region is another one since Jetisu left it."""
    almaty = (frame["period_end"] >= SPLIT).map({True: "KZ-19", False: "KZ-ALM"})
    named = frame["region"] == ALMATY
    unknown = sorted(set(frame.loc[~named, "region"]) - set(REGIONS))
    if unknown:
        raise ValueError(f"unknown regions: {unknown}")
    return almaty.where(named, frame["region"].map(REGIONS))


def settled(raw: RawFolder) -> pd.DataFrame:
    """Return where new kandas settle: shares of the regions that releases name, as printed."""
    frame = raw.read(REGIONAL)
    own, shares = frame["read_from_url"].str.startswith(OWN_SITE), frame["unit"] != "persons"
    indicators = {
        label: "kandas_region_share" if share else "kandas_region_count"
        for label, share in zip(frame["indicator"], shares, strict=True)
    }
    told = frame.assign(
        region=region_codes(frame),
        confidence=own.map({True: "text-verbatim", False: "secondary press"}),
    )
    return by_region(told, indicators, raw.source_id, method="register")


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return status grants, shares of origins and running totals.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``repatriation``: persons (grants in a period, running totals, quota) and per cent (shares
        of origins, of age groups and of levels of education); the destination is Kazakhstan.
        ``by_region``: shares of the regions in which they settle.
    """
    frame = pd.concat([raw.read(name) for name in FILES], ignore_index=True)
    own = frame["read_from_url"].str.startswith(OWN_SITE)
    told = press_tables(
        frame.assign(
            confidence=own.map({True: "text-verbatim", False: "secondary press"}),
            method=own.map({True: "register", False: ""}),
        ),
        TARGETS,
        NOTES,
        raw.source_id,
        origin_basis="ethnic",
        programme="kandas",
    )
    return told | {"by_region": settled(raw)}
