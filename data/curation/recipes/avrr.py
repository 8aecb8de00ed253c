"""IOM's published figures on assisted voluntary return: world, hosts, origins, corridors."""

import pandas as pd

from data.curation.avrr_steps import coded, noted, once, periods, published, without
from data.curation.press_steps import looked_up
from data.curation.raw import RawFolder
from data.curation.tidy import observations

FILES = ("global", "by_host", "by_origin", "corridor", "profile")
INDICATORS = {
    "returns": ("avrr_returns", "flow"),
    "returns_cumulative_since_1979": ("avrr_returns", "flow"),
    "returns_vhr": ("vhr_returns", "flow"),
    "returns_avrr_vhr": ("avrr_vhr_returns", "flow"),
    "returns_covid_return_task_force": ("covid_task_force_returns", "flow"),
    "hosts_count": ("avrr_host_countries", "rate"),
    "origins_count": ("avrr_origin_countries", "rate"),
    "share_of_returns_by_host_region": ("avrr_share_by_host_region", "rate"),
    "share_of_returns_by_origin_region": ("avrr_share_by_origin_region", "rate"),
    "change_on_previous_year": ("avrr_change", "rate"),
    "reintegration_activities": ("avrr_reintegration_activities", "event"),
    "reintegration_services": ("avrr_reintegration_services", "event"),
    "share_of_global_returns": ("avrr_share_of_world", "rate"),
    "returns_cumulative": ("avrr_returns", "flow"),
    "assisted_returns_national_programme": ("assisted_returns_national", "flow"),
    "voluntary_returns_national_programme": ("voluntary_returns_national", "flow"),
    "listed_position_among_top10_origins": ("avrr_top_ten_rank_listed", "rate"),
    "stranded:returns_movement": ("stranded_returns", "flow"),
    "stranded:returns_cumulative": ("stranded_returns", "flow"),
    "transit_assisted_cumulative": ("stranded_transit", "flow"),
    "returns_and_reintegration": ("returns_and_reintegration_assisted", "flow"),
    "humanitarian_voluntary_return_movement": ("humanitarian_flights_other_counts", "flow"),
    "humanitarian_voluntary_return_cumulative": ("humanitarian_flights_other_counts", "flow"),
    "migrants_in_vulnerable_situations": ("avrr_vulnerable_migrants", "flow"),
    "change_in_migrants_in_vulnerable_situations": ("avrr_vulnerable_change", "rate"),
    "unaccompanied_migrant_children": ("avrr_unaccompanied_children", "flow"),
    "health_related_needs": ("avrr_health_needs", "flow"),
    "victims_of_trafficking": ("avrr_trafficking_victims", "flow"),
    "share_women": ("avrr_share_women", "rate"),
    "share_children": ("avrr_share_children", "rate"),
    "predeparture_reintegration_counselling": ("avrr_counselling_before", "flow"),
    "postarrival_reintegration_counselling": ("avrr_counselling_after", "flow"),
    "returns:adults": ("avrr_returns_adults", "flow"),
    "returns_single": ("avrr_returns_single", "flow"),
    "returns_in_families": ("avrr_returns_families", "flow"),
    "share_of_returnees": ("avrr_share_of_returnees", "rate"),
    "stranded:share_of_returnees": ("stranded_share", "rate"),
    "stranded:students_among_returnees": ("stranded_students", "flow"),
    "reintegration_assistance": ("avrr_reintegration_assisted", "case"),
    "reintegration_assistance_amount": ("avrr_reintegration_amount", "money"),
    "reintegration_assistance_first_time": ("avrr_reintegration_first", "rate"),
    "victims_of_trafficking_assisted": ("trafficking_victims_assisted_iom", "flow"),
    "integration_assistance_internal_vulnerable_migrants": ("internal_migrants_assisted", "flow"),
}
STRANDED = "IOM-facilitated voluntary return of stranded migrants (COVID-19)"
PROGRAMMES = {
    "IOM AVRR": "avrr",
    "IOM VHR": "vhr",
    "IOM AVRR+VHR": "avrr_vhr",
    "IOM COVID-19 Return Task Force": "iom_covid_task_force",
    STRANDED: "iom_covid_stranded",
    "IOM Central Asia humanitarian operation": "iom_ca_humanitarian",
    "IOM Kazakhstan": "iom_kazakhstan",
    "IOM Kazakhstan counter-trafficking": "iom_kaz_counter_trafficking",
    "Belgium voluntary return (Fedasil; IOM usually organises the journey)": "bel_voluntary",
    "Belgium voluntary return": "bel_voluntary",
    "Norway assisted return (UDI)": "nor_assisted",
    "UK assisted returns (Home Office)": "uk_assisted",
    "Frontex humanitarian voluntary return": "frontex_humanitarian",
    "Polish Border Guard / Frontex humanitarian voluntary return": "frontex_humanitarian",
}
NATIONAL = ("bel_voluntary", "nor_assisted")
REGIONS = {"EEA": "R_EEA", "EEA+CHE": "R_EEA_CHE", "MENA": "R_MENA", "SEEECA": "R_SEEECA"}
NO_HOST = "IOM Central Asia humanitarian operation"  # filed under KAZ; its pages name no host
NO_ORIGIN = {"IOM-UZB-TRANSIT": "UNK", "IOM-KAZ-VOT": "WLD"}
COMPARATORS = ("KAZ", "KGZ", "TJK", "TKM", "UZB", "WLD", "R_SEEECA", "UNK", "BGD")
REPORTED = "reported 2021-02-01"
WORDED = {
    "2020": "",
    "to 2020-08-16": "2020-08-16",
    "to 2020-11-01": "2020-11-01",
    "to 2020-12-01": "2020-12-01",
    REPORTED: "2021-02-01",
}
LEFT_OUT = (
    {"source_id": "FX-PR"},
    {"source_id": "FX-UKR"},
    {"source_id": "FX-2223"},
    {"programme": "UK returns (Home Office)"},
    {"measure": "share_of_host_returns"},
)
NOTES = (
    ({"period_type": "cumulative"}, "avrr_cumulative"),
    ({"obs_status": "provisional"}, "avrr_provisional"),
    ({"indicator": "avrr_returns", "year": "2015", "host": "WLD"}, "avrr_2015_funding"),
    ({"indicator": "assisted_returns_national"}, "avrr_national"),
    ({"indicator": "voluntary_returns_national"}, "avrr_national"),
    ({"indicator": "avrr_top_ten_rank_listed"}, "avrr_rank_only"),
    ({"origin": "BGD"}, "avrr_rank_only"),
    ({"source": "NU-2005"}, "avrr_other_destination"),
    ({"source": "RFERL-0620", "indicator": "stranded_returns"}, "avrr_same_journey"),
    ({"source": "IOM-TJK-0620", "indicator": "stranded_returns"}, "avrr_same_journey"),
    ({"indicator": "stranded_transit"}, "avrr_transit"),
    ({"indicator": "returns_and_reintegration_assisted"}, "avrr_host_not_named"),
    ({"indicator": "stranded_returns", "origin": "UNK"}, "avrr_no_nationality"),
    ({"indicator": "humanitarian_flights_other_counts"}, "avrr_poland_counts"),
    ({"indicator": "trafficking_victims_assisted_iom"}, "avrr_not_return"),
    ({"indicator": "internal_migrants_assisted"}, "avrr_not_return"),
)


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return what was published on assisted voluntary return, one row per printed figure.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``avrr``: people, shares and services of IOM's programmes and of three national ones, for
        the world, regions, hosts and the few corridors with Central Asia that were printed;
        ``returns``: humanitarian voluntary returns from Poland in March 2022, in persons, as
        other bodies than Frontex counted them.
    """
    parts = [raw.read(f"avrr_{name}.csv") for name in FILES]
    frame = without(pd.concat(parts, ignore_index=True), LEFT_OUT)
    frame = frame.pipe(_people).pipe(_indicators).pipe(_period)
    frame = published(frame.assign(source=frame["source_id"]))
    frame = frame.loc[frame["origin"].isin(COMPARATORS)]
    frame.loc[frame["indicator"] == "avrr_top_ten_rank_listed", "obs_status"] = "flag"
    frame = noted(frame, NOTES)
    outside = frame["programme"] == "frontex_humanitarian"
    constants = {"sex": "total", "age": "total", "source_id": raw.source_id}
    return {
        "avrr": once(observations(frame.loc[~outside], "avrr", **constants)),
        "returns": once(observations(frame.loc[outside], "returns", **constants)),
    }


def _people(frame: pd.DataFrame) -> pd.DataFrame:
    """Name host, origin and programme by their codes; mark what origin means."""
    empty = frame["origin_iso3"] == ""
    unnamed = looked_up(NO_ORIGIN, frame.loc[empty, "source_id"], "source without origin")
    origin = frame["origin_iso3"].where(~empty, unnamed).replace(REGIONS)
    programme = looked_up(PROGRAMMES, frame["programme"], "programme")
    basis = pd.Series("return_place", index=frame.index)
    basis = basis.mask(programme.isin(NATIONAL), "not_stated")
    basis = basis.mask(programme == "uk_assisted", "citizenship")
    return frame.assign(
        host=frame["host_iso3"].replace(REGIONS).mask(frame["programme"] == NO_HOST, "UNK"),
        origin=origin,
        stranded=frame["programme"] == STRANDED,
        programme=programme,
        origin_basis=basis,
    )


def _indicators(frame: pd.DataFrame) -> pd.DataFrame:
    """Add indicator and measure; adults and stranded migrants have indicators of their own."""
    label = frame["measure"].where(frame["age"] != "adults", frame["measure"] + ":adults")
    shared = label.isin({k.partition(":")[2] for k in INDICATORS if k.startswith("stranded:")})
    label = label.mask(frame["stranded"] & shared, "stranded:" + label)
    frame = frame.assign(label=label, cumulative=label.str.contains("cumulative"))
    return coded(frame, INDICATORS, "label").replace({"age": {"adults": ""}})


def _period(frame: pd.DataFrame) -> pd.DataFrame:
    """Add the period columns; an operation of 2020 without a day is an event of that year."""
    dates = periods(frame["period"], frame["year"], frame["cumulative"], WORDED)
    # The work lies before the day of the report; its first day is not printed.
    reported = frame["period"] == REPORTED
    dates["period_start"] = dates["period_start"].mask(reported, "")
    kind = dates["period_type"].mask(reported, "part_year")
    undated = (frame["period"] == "2020") & ~frame["cumulative"]
    return frame.assign(**dates).assign(period_type=kind.mask(undated, "event"))
