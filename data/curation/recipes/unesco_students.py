"""UNESCO Institute for Statistics: internationally mobile tertiary students."""

import pandas as pd

from data.curation.press_steps import Target, looked_up, press_tables
from data.curation.raw import RawFolder

PAIR = ["origin_iso3", "destination_iso3", "period_start"]
TOP_DESTINATIONS = "Internationally mobile tertiary students (top ten destinations and the rest)"
TOP_ORIGINS = (
    "Internationally mobile tertiary students (top ten origins of a host country and the rest)"
)
PAIRS = Target("education", "mobile_students")
TARGETS = {
    TOP_DESTINATIONS: PAIRS,
    TOP_ORIGINS: PAIRS,
    "Inbound internationally mobile tertiary students": Target(
        "education", "mobile_students_inbound"
    ),
    "Net flow of internationally mobile students (inbound minus outbound)": Target(
        "education", "mobile_students_net"
    ),
}
UNKNOWN_ORIGINS = {
    "Asia: unknown countries": "UNK_ASIA",
    "Europe: unknown countries": "UNK_EUROPE",
}
# Marks of the institute: includes or is included in another category, national estimate,
# estimate of the institute.
KINDS = {
    "- - - -": "exact",
    "a - - -": "approx",
    "- - c -": "estimate",
    "- - - d": "estimate",
    "- - c d": "estimate",
    "": "exact",
    "UIS_EST": "estimate",
}
NOTES = {"2013": "uis_2013", "2020": "uis_2020", "2021": "uis_2020"}


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return students abroad by pair, and inbound and net numbers of the five countries.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``education``: students. The series of a pair is ``destinations`` (one of the ten largest
        hosts of the origin, or their rest), ``origins`` (one of the ten largest origins of the
        host, or their rest) or ``both``; inbound and net numbers have the origin WLD.
    """
    frame = pd.concat([pairs(raw), totals(raw)], ignore_index=True)
    notes = {note: note for note in frame["note"].unique() if note}
    return press_tables(
        frame,
        TARGETS,
        notes,
        raw.source_id,
        origin_basis="not_stated",
        method="register",
    )


def pairs(raw: RawFolder) -> pd.DataFrame:
    """Return origin-destination pairs of both files; a pair that stands in both stands once."""
    hosts = raw.read("uis_students_top_destinations_by_origin.csv")
    origins = raw.read("uis_students_top_origins_by_destination.csv")
    blank = origins["origin_iso3"] == ""
    names = origins.loc[blank, "origin_name"]
    origins.loc[blank, "origin_iso3"] = looked_up(UNKNOWN_ORIGINS, names, "origin without a code")
    pairs_of_hosts = pd.MultiIndex.from_frame(hosts[PAIR])
    pairs_of_origins = pd.MultiIndex.from_frame(origins[PAIR])
    in_both = pd.Series(pairs_of_hosts.isin(pairs_of_origins), index=hosts.index)
    hosts = hosts.assign(series=in_both.map({True: "both", False: "destinations"}))
    origins = origins.loc[~pairs_of_origins.isin(pairs_of_hosts)].assign(series="origins")
    frame = pd.concat([hosts, origins], ignore_index=True)
    kinds = looked_up(KINDS, frame["uis_flags"], "mark of the institute")
    note = frame["period_start"].str[:4].map(NOTES).fillna("")
    return frame.assign(value_kind=kinds, note=note)


def totals(raw: RawFolder) -> pd.DataFrame:
    """Return inbound students and the net number of each country; all origins together."""
    frame = raw.read("uis_students_inbound_and_net.csv")
    frame = frame.rename(columns={"country_iso3": "destination_iso3"})
    kinds = looked_up(KINDS, frame["uis_qualifier"], "mark of the institute")
    return frame.assign(origin_iso3="WLD", note="", series="", value_kind=kinds)
