"""Which column is which side, against sums made straight from the raw files, and published ones.

Nothing of the project is used to read the raw files: they are added with the standard library.
"""

import csv
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pytest

from data.measures.countries import pair_rows
from data.measures.protection import group_rows
from data.measures.remittances import reported_rows, sender_rows
from data.measures.sides import SIDES, moving
from data.schema import tables
from tests.support import table

FIVE = ("KAZ", "KGZ", "TJK", "TKM", "UZB")
SIX = (*FIVE, "RUS")
UNHCR = "forced_returns/unhcr_refugee_statistics/unhcr_{}_central_asia.csv"
Row = dict[str, str]


@dataclass(frozen=True)
class Raw:
    """Where the rows of a table come from: its columns by the words of the source."""

    table: str
    source: str
    file: str
    home: str
    away: str
    value: str
    indicator: tuple[str, ...] = ()
    where: Callable[[Row], bool] = lambda row: True
    curated: tuple[tuple[str, str], ...] = ()
    since: int = 0


RAW = (
    Raw(
        "migrant_stocks",
        "un_desa_ims2024",
        "stocks_flows/un_desa_ims2024/ims2024_bilateral_central_asia.csv",
        "origin",
        "destination",
        "migrants",
        where=lambda r: r["sex"] == "female",
        curated=(("series", "pairs"), ("sex", "female")),
    ),
    Raw(
        "migration_flows",
        "abel_cohen_flows",
        "stocks_flows/abel_cohen_flows/abel_cohen_flows_by_type_central_asia.csv",
        "origin",
        "destination",
        "da_pb_closed",
        ("flow_5y_return",),
        lambda r: r["migration_type"] == "return",
        (("method", "da_pb_closed"),),
    ),
    Raw(
        "forced_displacement",
        "unhcr_refugee_statistics",
        UNHCR.format("population"),
        "coo_iso",
        "coa_iso",
        "refugees",
        ("refugees",),
    ),
    Raw(
        "forced_displacement",
        "unhcr_refugee_statistics",
        UNHCR.format("solutions"),
        "coo_iso",
        "coa_iso",
        "returned_refugees",
        ("returned_refugees",),
    ),
    Raw(
        "forced_displacement",
        "unhcr_refugee_statistics",
        UNHCR.format("solutions"),
        "coo_iso",
        "coa_iso",
        "naturalisation",
        ("naturalised_refugees",),
    ),
    Raw(
        "forced_displacement",
        "unhcr_refugee_statistics",
        UNHCR.format("asylum_decisions"),
        "coo_iso",
        "coa_iso",
        "dec_rejected",
        ("asylum_decisions_rejected_persons",),
        lambda r: r["dec_pc"] == "P",
    ),
    Raw(
        "returns",
        "eurostat_enforcement",
        "forced_returns/eurostat_enforcement/"
        "eurostat_migr_eirtn_third_country_2014_2023_central_asia.csv",
        "citizen_iso3",
        "reporter_iso3",
        "value",
        ("returned_after_order_third_country",),
    ),
    Raw(
        "irregular_movement",
        "eurostat_enforcement",
        "forced_returns/eurostat_enforcement/eurostat_migr_eipre_2013_2024_central_asia.csv",
        "citizen_iso3",
        "reporter_iso3",
        "value",
        ("found_illegally_present",),
        since=2013,
    ),
    Raw(
        "labour_and_stay",
        "eurostat",
        "stocks_flows/eurostat/eurostat_valid_residence_permits.csv",
        "citizenship",
        "reporting_country",
        "permits",
        ("residence_permits_valid",),
    ),
    Raw(
        "remittances",
        "knomad_bilateral_remittances",
        "labour_repatriation/knomad_bilateral_remittances/knomad_bilateral_remittances.csv",
        "receiver_iso3",
        "sender_iso3",
        "value_musd",
        where=lambda r: "WLD" not in (r["receiver_iso3"], r["sender_iso3"]),
        curated=(("series", "pairs"),),
    ),
    Raw(
        "remittance_costs",
        "rpw_corridor_costs",
        "sdg_policy/rpw_corridor_costs/rpw_quarterly_corridor_cost.csv",
        "receiving_iso3",
        "sending_iso3",
        "avg_total_cost_pct",
        ("remittance_cost_quarter",),
    ),
    Raw(
        "repatriation",
        "kgz_kairylman",
        "labour_repatriation/kgz_kairylman/kgz_kairylman.csv",
        "origin_iso3",
        "destination_iso3",
        "value",
    ),
    Raw(
        "frontier_and_transit",
        "kaz_flows_and_foreign_labour",
        "labour_repatriation/kaz_flows_and_foreign_labour/kaz_flows_and_foreign_labour.csv",
        "origin_iso3",
        "destination_iso3",
        "value",
        ("border_entries",),
        lambda r: r["indicator"].startswith("Entries of foreign citizens"),
    ),
)
# Tables made from many short notes of the press: each pair must stand in the raw file as it is.
NOTES = (
    Raw("avrr", "avrr", "avrr/avrr_*.csv", "origin_iso3", "host_iso3", "value"),
    Raw("entry_bans", "reentry_bans", "avrr/reentry_bans.csv", "origin_iso3", "by_iso3", "value"),
    Raw(
        "education",
        "unesco_students",
        "labour_repatriation/unesco_students/uis_students_top_*.csv",
        "origin_iso3",
        "destination_iso3",
        "value",
        ("mobile_students",),
    ),
)


def read(raw: Path, pattern: str) -> list[Row]:
    found = []
    for path in sorted(raw.glob(pattern)):
        with path.open(encoding="utf-8-sig", newline="") as file:
            found += list(csv.DictReader(file))
    assert found, pattern
    return found


def curated(spec: Raw) -> pd.DataFrame:
    rows = table(spec.table)
    keep = rows["source_id"].eq(spec.source) & rows["year"].ge(spec.since).fillna(True)
    if spec.indicator:
        keep &= rows["indicator"].isin(spec.indicator)
    for column, value in spec.curated:
        keep &= rows[column].eq(value)
    return rows.loc[keep]


def named(spec: Raw) -> str:
    return " ".join((spec.table, spec.source, *spec.indicator))


@pytest.mark.parametrize("spec", RAW, ids=named)
def test_each_side_adds_to_what_the_raw_file_adds_to(raw, spec):
    sums: dict[str, dict[str, float]] = {"home": defaultdict(float), "away": defaultdict(float)}
    source = read(raw, spec.file)
    for row in source:
        if spec.where(row):
            sums["home"][row[spec.home]] += float(row[spec.value] or 0)
            sums["away"][row[spec.away]] += float(row[spec.value] or 0)
    rows, own = curated(spec), SIDES[spec.table]
    if "year" in source[0]:  # other years of the source may stand in another file
        rows = rows.loc[rows["year"].isin([int(row["year"]) for row in source])]
    for side, column in (("home", own.home), ("away", own.away)):
        ours = rows.groupby(column, observed=True)["value"].sum()
        told = {code: round(float(ours.get(code, 0.0)), 3) for code in SIX}
        assert told == {code: round(sums[side][code], 3) for code in SIX}
    # The two sides differ, or the test would say nothing.
    assert {c: sums["home"][c] for c in SIX} != {c: sums["away"][c] for c in SIX}


@pytest.mark.parametrize("spec", NOTES, ids=named)
def test_each_pair_stands_in_the_raw_file_on_the_same_sides(raw, spec):
    there = {
        (row[spec.home], row[spec.away], float(row[spec.value]))
        for row in read(raw, spec.file)
        if row[spec.value]
    }
    rows, own = curated(spec), SIDES[spec.table]
    pairs = [
        (str(row[own.home]), str(row[own.away]), float(row["value"]))
        for row in rows.to_dict("records")
        if row[own.home] in FIVE and row[own.away] not in ("WLD", "OTH", "UNK")
    ]
    assert len(pairs) > 10
    assert [pair for pair in pairs if pair not in there] == []


@pytest.mark.parametrize("country", SIX)
@pytest.mark.parametrize(
    ("file", "column", "group"),
    [
        ("solutions", "returned_refugees", "returned"),
        ("solutions", "resettlement", "resettled"),
        ("solutions", "naturalisation", "naturalised"),
        ("flows", "asylum_seekers", "claims"),
        ("population", "asylum_seekers", "seekers"),
    ],
)
def test_protection_counts_each_side_as_the_raw_file_does(raw, country, file, column, group):
    for side, own in (("origin", "coo_iso"), ("host", "coa_iso")):
        rows = [row for row in read(raw, UNHCR.format(file)) if row[own] == country]
        ours = group_rows(table("forced_displacement"), country, side, group)
        assert float(ours["value"].sum()) == sum(float(row[column] or 0) for row in rows)


def test_visas_stand_by_passport_and_by_country_of_entry(raw):
    there = {
        (row["snapshot"], row["passport"], row["destination"], row["category"].replace(" ", "_"))
        for row in read(raw, "sdg_policy/passport_index/passport_index_pairs.csv")
    }
    rows = table("visa_requirements")
    rows = rows.loc[rows["series"].eq("pairs")]
    own = SIDES["visa_requirements"]
    ours = [
        (str(r["date"].date()), str(r[own.home]), str(r[own.away]), str(r["status"]))
        for r in rows.to_dict("records")
    ]
    plain = {(date, home, away) for date, home, away, _ in there}
    assert {one[:3] for one in ours} <= plain
    free = {one for one in there if one[3] == "visa_free"}
    assert {one for one in ours if one[3] == "visa_free"} == {one for one in free if one in ours}
    assert any((date, away, home) not in {f[:3] for f in free} for date, home, away, _ in free)


def test_agreements_stand_once_for_a_pair(raw):
    there = {
        frozenset((row["party_a_iso3"], row["party_b_iso3"]))
        for row in read(raw, "avrr/readmission_agreements.csv")
    }
    own = SIDES["readmission_agreements"]
    pairs = table("readmission_agreements")[[own.home, own.away]].drop_duplicates()
    ours = [frozenset((str(a), str(b))) for a, b in pairs.itertuples(index=False)]
    assert own.mutual
    assert len(ours) == len(set(ours))
    assert set(ours) <= there


def test_every_table_of_two_sides_is_declared():
    pairs = (
        {"origin", "destination"},
        {"origin", "host"},
        {"sender", "receiver"},
        {"country", "partner"},
        {"country", "origin"},
    )
    sided = {
        name
        for name, shape in tables().items()
        if any(pair <= set(shape.columns) for pair in pairs)
    }
    assert sided == set(SIDES)
    for name, own in SIDES.items():
        assert {own.home, own.away} <= set(tables()[name].columns)


def total(rows: pd.DataFrame, **wanted: object) -> float:
    for column, value in wanted.items():
        rows = rows.loc[rows[column].eq(value)]
    assert len(rows) > 0
    return float(rows["value"].sum())


@pytest.mark.parametrize(
    ("country", "side", "people", "first", "last"),
    [
        ("TJK", "origin", 52_905, 1994, 2006),
        ("TJK", "host", 25_261, 1995, 2025),
        ("KAZ", "origin", 35_219, 1997, 2025),
        ("RUS", "origin", 151, None, None),
    ],
)
def test_refugees_who_went_back_are_under_their_own_country(country, side, people, first, last):
    rows = group_rows(table("forced_displacement"), country, side, "returned")
    assert float(rows["value"].sum()) == people
    if first:
        assert (int(rows["year"].min()), int(rows["year"].max())) == (first, last)


def test_published_figures_stand_on_their_sides():
    stocks = table("migrant_stocks")
    assert (
        total(pair_rows(stocks, "KAZ", "abroad"), year=2024, sex="total", destination="RUS")
        == 1_321_004
    )
    assert (
        total(pair_rows(stocks, "KAZ", "here"), year=2024, sex="total", origin="RUS") != 1_321_004
    )
    permits = table("labour_and_stay")
    rows = permits.loc[permits["indicator"].eq("residence_permits_valid")]
    assert total(rows, origin="KAZ", destination="AUT", year=2008) == 218
    found = table("irregular_movement")
    rows = found.loc[found["indicator"].eq("found_illegally_present")]
    assert total(rows, origin="KAZ", destination="AUT", year=2013) == 65
    returns = table("returns")
    rows = returns.loc[returns["indicator"].eq("returned_after_order_third_country")]
    assert total(rows, origin="KAZ", host="AUT", year=2016) == 10
    bans = table("entry_bans")
    assert total(bans, origin="TJK", host="RUS", indicator="expulsions", year=2024) == 17_134
    money = table("remittances")
    assert total(reported_rows(money, "KAZ", "received"), year=1995) == 116_099_998.5
    assert set(sender_rows(money, "TJK")["receiver"]) == {"TJK"}
    assert set(sender_rows(money, "RUS")["sender"]) == {"RUS"}


def test_what_goes_back_leaves_the_country_where_people_are():
    assert moving("returns") == ("host", "origin")
    assert moving("forced_displacement", "returned_refugees") == ("destination", "origin")
    assert moving("forced_displacement", "refugees") == ("origin", "destination")
    assert moving("remittances") == ("sender", "receiver")
