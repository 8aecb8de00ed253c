"""UN Global SDG Indicators Database (December 2023): migration series and 10.7.2 domains."""

import pandas as pd

from data.curation.raw import RawFolder
from data.curation.tidy import CENTRAL_ASIA, calendar_year, involving, observations

PARTNERS = ("RUS", "TUR", "DEU", "POL", "AFG")
REGIONS = {
    "1": "WLD",
    "142": "R_ASIA",
    "143": "R_CENTRAL_ASIA",
    "62": "R_CENTRAL_SOUTHERN_ASIA",
    "432": "R_LLDC",
}
# UN series: indicator code, measure, unit of the raw file, unit, method
SERIES = {
    "SM_DTH_MIGR": ("sdg_10_7_3", "event", "number", "persons", "collection"),
    "SM_POP_REFG_OR": ("sdg_10_7_4", "rate", "per 100,000 population", "per_100000", "collection"),
    "SI_RMT_COST": ("sdg_10_c_1_receiving", "rate", "percent", "percent", "survey"),
    "SI_RMT_COST_SND": ("sdg_10_c_1_sending", "rate", "percent", "percent", "survey"),
    "VC_HTF_DETV": ("sdg_16_2_2_all", "event", "number", "persons", "collection"),
    "VC_HTF_DETVFL": ("sdg_16_2_2_labour", "event", "number", "persons", "collection"),
    "VC_HTF_DETVSX": ("sdg_16_2_2_sexual", "event", "number", "persons", "collection"),
    "VC_HTF_DETVOP": ("sdg_16_2_2_other", "event", "number", "persons", "collection"),
    "VC_HTF_DETVOG": ("sdg_16_2_2_organ", "event", "number", "persons", "collection"),
    "VC_HTF_DETVR": (
        "sdg_16_2_2_rate",
        "rate",
        "per 100,000 population",
        "per_100000",
        "collection",
    ),
    "SG_REG_BRTH": ("sdg_16_9_1", "rate", "percent", "percent", "survey"),
    "BX_TRF_PWKR": ("sdg_17_3_2", "rate", "percent", "percent", "balance_of_payments"),
    "SL_LBR_NTLCPL": ("sdg_8_8_2", "rate", "score (0-10, lower is better)", "score", "coded"),
}
CHECKED = ("SI_RMT_COST", "SI_RMT_COST_SND")
AGES = {
    "": "total",
    "All ages": "total",
    "Unknown": "unknown",
    "Under 18": "<18",
    "18 years and over": "18+",
    "<1 year": "<1",
    "<5 years": "<5",
    "12-23 months": "1-1",
    "24-35 months": "2-2",
    "36-47 months": "3-3",
    "48-59 months": "4-4",
}
SEXES = {
    "": "total",
    "Both sexes": "total",
    "Female": "female",
    "Male": "male",
    "Other": "other",
    "Unknown": "unknown",
}
NATURES = {
    "country data": "normal",
    "global monitoring data": "normal",
    "non-relevant": "normal",
    "estimated": "estimated",
}
CORRIDORS = {"SI_RMT_COST_BC": "sdg_10_c_1_corridor", "SI_RMT_COST_SC": "sdg_10_c_1_smart"}
DOMAINS = {
    "1 Migrant rights": "migrant_rights",
    "2 Whole-of-government / evidence-based policies": "whole_of_government",
    "3 Cooperation and partnerships": "cooperation",
    "4 Socioeconomic well-being": "well_being",
    "5 Mobility dimensions of crises": "crises",
    "6 Safe, orderly and regular migration": "regular_migration",
    "All domains (summary)": "all_domains",
}
LEVELS = {
    "Requires further progress": ("1", "requires_progress"),
    "Partially meets": ("2", "partially_meets"),
    "Meets": ("3", "meets"),
    "Fully meets": ("4", "fully_meets"),
}


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return the migration series of the database.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``sdg_indicators``: persons, rates, per cent and scores by calendar year for the five
        countries, Russia and five areas that hold Central Asia; ``policy_domains``: levels 1 to 4
        of governments and per cent of governments by area; ``remittance_costs``: per cent of
        200 US dollars by corridor and calendar year.
    """
    return {
        "sdg_indicators": _indicators(raw),
        "policy_domains": _domains(raw),
        "remittance_costs": _corridors(raw),
    }


def _indicators(raw: RawFolder) -> pd.DataFrame:
    frame = raw.read("sdg_migration_indicators.csv")
    frame = frame.assign(country=frame["iso3"].where(frame["iso3"] != "", frame["m49"]))
    frame = frame.assign(country=frame["country"].map(lambda code: REGIONS.get(code, code)))
    kept = (*CENTRAL_ASIA, "RUS", *REGIONS.values())
    frame = calendar_year(frame.loc[frame["country"].isin(kept)])
    coded = frame["series"].map(lambda series: SERIES[series])
    if (frame["unit"] != coded.str[2]).any():
        raise ValueError("a unit in the raw file is not the expected one")
    frame = frame.assign(
        indicator=coded.str[0],
        measure=coded.str[1],
        unit=coded.str[3],
        method=coded.str[4],
        age=frame["age_group"].map(lambda group: AGES[group]),
        sex=frame["sex"].map(lambda sex: SEXES[sex]),
        obs_status=frame["nature"].map(lambda nature: NATURES[nature]),
        confidence=frame["series"]
        .isin(CHECKED)
        .map({True: "machine_checked", False: "machine_single"}),
    )
    return observations(_deaths(frame), "sdg_indicators", source_id=raw.source_id)


def _deaths(frame: pd.DataFrame) -> pd.DataFrame:
    deaths = frame["indicator"] == "sdg_10_7_3"
    thailand = deaths & frame["country"].isin(["TJK", "R_CENTRAL_ASIA"]) & (frame["year"] == "2014")
    fire = deaths & frame["country"].isin(["KAZ", "R_CENTRAL_ASIA"]) & (frame["year"] == "2018")
    note = pd.Series("", index=frame.index)
    return frame.assign(
        note_id=note.mask(thailand, "sdg_tjk_2014").mask(fire, "sdg_kaz_2018"),
        obs_status=frame["obs_status"].mask(thailand, "disputed"),
    )


def _domains(raw: RawFolder) -> pd.DataFrame:
    levels = raw.read("sdg_10_7_2_policy_domains_by_country.csv")
    levels = levels.loc[levels["iso3"].isin((*CENTRAL_ASIA, *PARTNERS))]
    coded = levels["level"].map(lambda level: LEVELS[level])
    if (levels["level_code"] != coded.str[0]).any():
        raise ValueError("a level code does not fit its name")
    levels = levels.rename(columns={"iso3": "country", "level_code": "value"}).assign(
        indicator="sdg_10_7_2_level", unit="score", status=coded.str[1]
    )
    share = "percent_of_governments_meeting_or_fully_meeting"
    areas = raw.read("sdg_10_7_2_policy_domains_by_region.csv").rename(columns={share: "value"})
    areas = areas.loc[areas["m49"].isin(REGIONS)]
    joint = areas["year"] == "2021"
    areas = areas.assign(
        country=areas["m49"].map(REGIONS),
        indicator="sdg_10_7_2_share",
        unit="percent",
        note_id=joint.map({True: "sdg_1072_joint", False: ""}),
    )
    frame = pd.concat([levels, areas], ignore_index=True)
    return observations(
        frame.assign(series=frame["policy_domain"].map(lambda domain: DOMAINS[domain])),
        "policy_domains",
        obs_status="normal",
        confidence="machine_checked",
        source_id=raw.source_id,
    )


def _corridors(raw: RawFolder) -> pd.DataFrame:
    frame = raw.read("sdg_10_c_1_corridor_costs.csv").rename(
        columns={"sending_iso3": "sender", "receiving_iso3": "receiver"}
    )
    frame = calendar_year(involving(frame, "sender", "receiver"))
    return observations(
        frame.assign(indicator=frame["series"].map(lambda series: CORRIDORS[series])),
        "remittance_costs",
        measure="rate",
        method="survey",
        obs_status="normal",
        confidence="machine_checked",
        source_id=raw.source_id,
    )
