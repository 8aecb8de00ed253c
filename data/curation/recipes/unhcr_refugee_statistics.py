"""UNHCR, Refugee Population Statistics Database: rows with a Central Asian origin or asylum."""

import pandas as pd

from data.curation.raw import RawFolder
from data.curation.tidy import calendar_year, involving, longer, observations, on_day

TABLE = "forced_displacement"
STOCKS = {
    "refugees": "refugees",
    "asylum_seekers": "asylum_seekers_pending",
    "oip": "other_in_need_of_protection",
    "stateless": "stateless",
    "idps": "idps",
    "ooc": "others_of_concern",
}
SOLUTIONS = {
    "returned_refugees": "returned_refugees",
    "resettlement": "resettled_refugees",
    "naturalisation": "naturalised_refugees",
    "returned_idps": "returned_idps",
}
ARRIVALS = {
    "refugees": "arrivals_refugees",
    "asylum_seekers": "arrivals_asylum_claims",
    "refugee_like": "arrivals_refugee_like",
}
STAGES = {"N": "new"} | dict.fromkeys(["A", "J", "NA", "NR", "R", "RA", "V"], "other")
COUNTED = {"P": "persons", "C": "cases"}
OUTCOMES = {
    "dec_recognized": "recognised",
    "dec_other": "complementary",
    "dec_rejected": "rejected",
    "dec_closed": "closed",
    "dec_total": "total",
}
AUTHORITIES = {"G": "government", "U": "UNHCR", "J": "joint"}
BREAKDOWNS = {
    "REF": "demographics_refugees",
    "ASY": "demographics_asylum_seekers",
    "OIP": "demographics_other_protection",
    "STA": "demographics_stateless",
    "IDP": "demographics_idps",
    "OOC": "demographics_others_of_concern",
    "RET": "demographics_returned_refugees",
    "RDP": "demographics_returned_idps",
}
FLOW_BREAKDOWNS = ("demographics_returned_refugees", "demographics_returned_idps")
SEXES = {"f": "female", "m": "male"}
AGES = {
    "0_4": "0-4",
    "5_11": "5-11",
    "12_17": "12-17",
    "18_59": "18-59",
    "60": "60+",
    "other": "unknown",
    "total": "total",
}
RESIDUALS = {"UKN": "UNK", "STA": "XXA"}
COMPARED = ("refugees", "asylum_seekers_pending", "stateless", "idps", "returned_refugees")
REFUGEE_LIKE = (
    "refugees",
    "other_in_need_of_protection",
    "demographics_refugees",
    "demographics_other_protection",
)
REFUGEE_LIKE_SINCE = {
    ("UNK", "KAZ"): 2023,
    ("UNK", "KGZ"): 2023,
    ("UNK", "TJK"): 2023,
    ("AFG", "TKM"): 2023,
    ("AFG", "UZB"): 2021,
}


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return stocks, solutions, arrivals, asylum procedures and breakdowns.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``forced_displacement``: persons (asylum procedures of some countries: cases) by origin
        and country of asylum; stocks at the end of the year, the rest over a calendar year.
    """
    parts = [
        stocks(raw),
        solutions(raw),
        arrivals(raw),
        applications(raw),
        decisions(raw),
        demographics(raw),
        conflict_displaced(raw),
    ]
    return {TABLE: pd.concat(parts, ignore_index=True)}


def stocks(raw: RawFolder) -> pd.DataFrame:
    """Return people at the end of each year by population group.

    The raw table fills empty categories with zeros: a zero stays only where the same pair of
    countries has a figure of that group in some year.
    """
    frame = longer(pairs(raw, "population"), STOCKS, "indicator")
    frame = on_day(without_fillers(frame), "12-31", "end_year")
    return rows(raw, frame, measure="stock", unit="persons")


def solutions(raw: RawFolder) -> pd.DataFrame:
    """Return people who returned, were resettled or naturalised in the year."""
    frame = calendar_year(longer(pairs(raw, "solutions"), SOLUTIONS, "indicator"))
    return rows(raw, frame, measure="flow", unit="persons")


def arrivals(raw: RawFolder) -> pd.DataFrame:
    """Return new arrivals in the year (Forced Displacement Flow Dataset)."""
    frame = calendar_year(longer(pairs(raw, "flows"), ARRIVALS, "indicator"))
    return rows(raw, frame, measure="flow", unit="persons")


def applications(raw: RawFolder) -> pd.DataFrame:
    """Return asylum applications of the year by stage, level, authority and what was counted."""
    frame = pairs(raw, "asylum_applications").rename(columns={"applied": "value"})
    stage, counted = frame["app_type"].map(STAGES.__getitem__), frame["app_pc"]
    frame["indicator"] = "asylum_claims_" + stage + "_" + counted.map(COUNTED.__getitem__)
    frame["series"] = "type " + frame["app_type"] + ", " + procedure(frame)
    return procedure_rows(raw, frame, counted)


def decisions(raw: RawFolder) -> pd.DataFrame:
    """Return asylum decisions of the year by outcome, level, authority and what was counted."""
    frame = longer(pairs(raw, "asylum_decisions"), OUTCOMES, "outcome")
    counted = frame["dec_pc"]
    counts = counted.map(COUNTED.__getitem__)
    frame["indicator"] = "asylum_decisions_" + frame["outcome"] + "_" + counts
    frame["series"] = procedure(frame)
    return procedure_rows(raw, frame, counted)


def demographics(raw: RawFolder) -> pd.DataFrame:
    """Return the breakdown of stocks and returns by place, sex and age; zeros are fillers."""
    frame = pairs(raw, "demographics")
    frame["indicator"] = frame["pop_type"].map(BREAKDOWNS.__getitem__)
    frame["series"] = (
        frame["location"] + ", location " + frame["loc_type"] + ", housing " + frame["acc_type"]
    )
    cells = {f"{s}_{a}": f"{s}_{a}" for s in SEXES for a in AGES} | {"total": "t_total"}
    frame = longer(frame, cells, "cell")
    frame = frame.loc[frame["value"] != "0"]
    split = frame["cell"].str.split("_", n=1)
    frame["sex"] = split.str[0].map((SEXES | {"t": "total"}).__getitem__)
    frame["age"] = split.str[1].map(AGES.__getitem__)
    flow = frame["indicator"].isin(FLOW_BREAKDOWNS)
    flows = rows(raw, calendar_year(frame.loc[flow]), measure="flow", unit="persons")
    stock = on_day(frame.loc[~flow], "12-31", "end_year")
    return pd.concat([flows, rows(raw, stock, measure="stock", unit="persons")])


def conflict_displaced(raw: RawFolder) -> pd.DataFrame:
    """Return people displaced inside their country by conflict, as estimated by IDMC."""
    frame = pairs(raw, "idmc").rename(columns={"total": "value"})
    frame = on_day(frame.assign(indicator="idps_conflict_idmc"), "12-31", "end_year")
    constants = {"method": "estimate", "obs_status": "estimated"}
    return rows(raw, frame, measure="stock", unit="persons", **constants)


def pairs(raw: RawFolder, name: str) -> pd.DataFrame:
    """Return a raw file with ``origin`` and ``destination`` as codes of the country list."""
    frame = raw.read(f"unhcr_{name}_central_asia.csv")
    frame["origin"] = frame["coo_iso"].replace(RESIDUALS)
    frame["destination"] = frame["coa_iso"].replace(RESIDUALS)
    return involving(frame, "origin", "destination")


def without_fillers(frame: pd.DataFrame) -> pd.DataFrame:
    """Leave out the zeros of a pair and indicator that never has a figure above zero."""
    known = frame.loc[frame["value"] != "0", ["origin", "destination", "indicator"]]
    known = pd.MultiIndex.from_frame(known.drop_duplicates())
    named = pd.MultiIndex.from_frame(frame[["origin", "destination", "indicator"]])
    return frame.loc[named.isin(known)]


def procedure(frame: pd.DataFrame) -> pd.Series:
    """Return the level of the decision and the authority in words, as a series label."""
    authority = frame["procedure_type"].map(AUTHORITIES.__getitem__)
    return "level " + frame["dec_level"] + ", by " + authority


def procedure_rows(raw: RawFolder, frame: pd.DataFrame, counted: pd.Series) -> pd.DataFrame:
    """Return asylum procedure rows; counts of cases are cases, counts of persons a flow."""
    frame = calendar_year(frame.assign(unit=counted.map(COUNTED.__getitem__)))
    frame["measure"] = counted.map({"P": "flow", "C": "case"}.__getitem__)
    return rows(raw, frame)


def rows(raw: RawFolder, frame: pd.DataFrame, **constants: str) -> pd.DataFrame:
    """Return a part of the table with notes, confidence, status and the meaning of origin."""
    year, indicator = frame["year"].astype(int), frame["indicator"]
    compared = indicator.isin(COMPARED) & (year <= 2023)
    pair = zip(frame["origin"], frame["destination"], strict=True)
    since = [REFUGEE_LIKE_SINCE.get(countries, 9999) for countries in pair]
    refugee_like = indicator.isin(REFUGEE_LIKE) & (year >= since)
    guess = indicator.eq("stateless") & frame["destination"].eq("KGZ") & (year == 2005)
    status = constants.pop("obs_status", "normal")
    frame = frame.assign(
        confidence=compared.map({True: "machine_checked", False: "machine_single"}),
        origin_basis=indicator.map(basis),
        note_id=refugee_like.map({True: "unhcr_break_2023", False: ""}),
        obs_status=guess.map({True: "estimated", False: status}),
    )
    defaults = {"sex": "total", "age": "total", "source_id": raw.source_id}
    return observations(frame, TABLE, **defaults, **constants)


def basis(indicator: str) -> str:
    """Return what origin means: the place people went back to, fled within, or are citizens of."""
    if "returned_" in indicator:
        return "return_place"
    return "residence" if "idps" in indicator else "citizenship"
