"""Published figures of the stock and flow sources, typed in by hand, stand in the tables."""

from functools import cache

import pandas as pd
import pytest

from data.curation.recipes.migrant_stock_empirical import day, method
from data.paths import TABLES

STOCK = {"indicator": "migrant_stock"}
FLOW = {"indicator": "flow_5y", "year": "2020", "sex": "total"}
PB = {"method": "da_pb_closed"}
TOTAL = {"sex": "total"}


@cache
def part(table: str, source: str) -> pd.DataFrame:
    """Return one source's part of a table, as text."""
    path = TABLES / table / f"{source}.csv"
    return pd.read_csv(path, dtype=str, keep_default_na=False)


def select(table: str, source: str, where: dict[str, str]) -> pd.DataFrame:
    """Return the rows in which every named column has the named value."""
    frame = part(table, source)
    for column, value in where.items():
        frame = frame.loc[frame[column] == value]
    return frame


def pair(origin: str, destination: str, **more: str) -> dict[str, str]:
    """Return the conditions for one pair of countries."""
    return {"origin": origin, "destination": destination, **more}


IMS2020, IMS2024 = "un_desa_ims2020", "un_desa_ims2024"
EMPIRICAL, GBM = "migrant_stock_empirical", "worldbank_global_bilateral_migration"
CENSUS2010 = {"series": "Census2010", "sex": "total"}
BORN_IN_GERMANY = pair("KAZ", "DEU", year="2022", sex="total", series="OECD", **STOCK)
CITIZENS_IN_GERMANY = BORN_IN_GERMANY | {"indicator": "citizens_resident"}
STOCKS = [
    (
        "immigrants in Kazakhstan 2020 are 3.73 million in the 2020 revision",
        IMS2020,
        pair("WLD", "KAZ", year="2020", series="totals", **TOTAL),
        "3732073",
    ),
    (
        "immigrants in Kazakhstan 2024 in the 2024 revision",
        IMS2024,
        pair("WLD", "KAZ", year="2024", series="totals", **TOTAL),
        "2089797",
    ),
    (
        "immigrants in Uzbekistan 2024 in the 2024 revision",
        IMS2024,
        pair("WLD", "UZB", year="2024", series="totals", **TOTAL),
        "1154963",
    ),
    (
        "people born in Uzbekistan live in Russia in 2020 in the 2024 revision",
        IMS2024,
        pair("UZB", "RUS", year="2020", **TOTAL),
        "871154",
    ),
    (
        "people born in Uzbekistan live in Russia in the 2020 revision",
        IMS2020,
        pair("UZB", "RUS", year="2020", **TOTAL),
        "1146175",
    ),
    (
        "people born in Kazakhstan live in Germany in the 2020 revision",
        IMS2020,
        pair("KAZ", "DEU", year="2020", **TOTAL),
        "1128201",
    ),
    (
        "people born in Kyrgyzstan live in Germany in the 2020 revision",
        IMS2020,
        pair("KGZ", "DEU", year="2020", **TOTAL),
        "92834",
    ),
    (
        "citizens of Turkmenistan live in Türkiye 2024",
        "eurostat",
        pair("TKM", "TUR", year="2024", indicator="citizens_resident"),
        "110349",
    ),
    (
        "people born in Kazakhstan by the Russian census of 2010",
        EMPIRICAL,
        pair("KAZ", "RUS", **CENSUS2010),
        "2481911",
    ),
    (
        "people born in Uzbekistan by the Russian census of 2010",
        EMPIRICAL,
        pair("UZB", "RUS", **CENSUS2010),
        "1111704",
    ),
    (
        "people born in Tajikistan by the Russian census of 2010",
        EMPIRICAL,
        pair("TJK", "RUS", **CENSUS2010),
        "452230",
    ),
    ("people born in Kazakhstan live in Germany by OECD", EMPIRICAL, BORN_IN_GERMANY, "912000"),
    ("citizens of Kazakhstan live in Germany by OECD", EMPIRICAL, CITIZENS_IN_GERMANY, "47560"),
    (
        "people born in Uzbekistan live in Türkiye 2021 by the register",
        EMPIRICAL,
        pair("UZB", "TUR", year="2021", series="OECD", sex="total", **STOCK),
        "109909",
    ),
    (
        "the World Bank of 2020 repeats the 2020 revision",
        GBM,
        pair("UZB", "RUS", year="2020", **TOTAL),
        "1146175",
    ),
    (
        "Uzbekistan to Russia in the matrix of 2017",
        "worldbank_knomad_2017",
        pair("UZB", "RUS"),
        "1147613",
    ),
    (
        "Kazakhstan to Russia in the matrix of 2017",
        "worldbank_knomad_2017",
        pair("KAZ", "RUS"),
        "2562079",
    ),
]
FLOWS_2024, FLOWS_2020 = "abel_cohen_flows_ims2024", "abel_cohen_flows"
EDITIONS = [FLOWS_2024, FLOWS_2020]
FLOWS = [
    (
        "Russia to Kazakhstan by the pseudo-Bayesian method, on the 2024 stocks",
        FLOWS_2024,
        pair("RUS", "KAZ", **FLOW, **PB),
        "256718",
    ),
    (
        "Kazakhstan to Russia by the pseudo-Bayesian method, on the 2024 stocks",
        FLOWS_2024,
        pair("KAZ", "RUS", **FLOW, **PB),
        "383238",
    ),
    (
        "Tajikistan to Russia by the pseudo-Bayesian method, on the 2024 stocks",
        FLOWS_2024,
        pair("TJK", "RUS", **FLOW, **PB),
        "124030",
    ),
    (
        "Turkmenistan to Turkiye by the pseudo-Bayesian method, on the 2024 stocks",
        FLOWS_2024,
        pair("TKM", "TUR", **FLOW, **PB),
        "10522",
    ),
    (
        "Russia to Kazakhstan by the closed minimum method, on the 2024 stocks",
        FLOWS_2024,
        pair("RUS", "KAZ", **FLOW, method="da_min_closed"),
        "480",
    ),
    (
        "Russia to Kazakhstan by the pseudo-Bayesian method, on the 2020 stocks",
        FLOWS_2020,
        pair("RUS", "KAZ", **FLOW, **PB),
        "525610",
    ),
    (
        "Kazakhstan to Russia by the pseudo-Bayesian method, on the 2020 stocks",
        FLOWS_2020,
        pair("KAZ", "RUS", **FLOW, **PB),
        "783568",
    ),
    (
        "Tajikistan to Russia by the pseudo-Bayesian method, on the 2020 stocks",
        FLOWS_2020,
        pair("TJK", "RUS", **FLOW, **PB),
        "136208",
    ),
    (
        "Turkmenistan to Turkiye by the pseudo-Bayesian method, on the 2020 stocks",
        FLOWS_2020,
        pair("TKM", "TUR", **FLOW, **PB),
        "306",
    ),
    (
        "Russia to Kazakhstan is zero by the closed minimum method, on the 2020 stocks",
        FLOWS_2020,
        pair("RUS", "KAZ", **FLOW, method="da_min_closed"),
        "0",
    ),
    (
        "immigrants of Kyrgyzstan 2006 in the flow table of the United Nations",
        "un_desa_flows2015",
        pair("WLD", "KGZ", year="2006", series="residence_both"),
        "3420",
    ),
    (
        "immigrants of Kyrgyzstan 2007 in the flow table of the United Nations",
        "un_desa_flows2015",
        pair("WLD", "KGZ", year="2007", series="residence_both"),
        "3955",
    ),
    (
        "emigrants of Kyrgyzstan 2007",
        "un_desa_flows2015",
        pair("KGZ", "WLD", year="2007", series="residence_both"),
        "54608",
    ),
    (
        "emigrants of Kazakhstan 2000",
        "un_desa_flows2015",
        pair("KAZ", "WLD", year="2000"),
        "155749",
    ),
    ("emigrants of Kazakhstan 2009", "un_desa_flows2015", pair("KAZ", "WLD", year="2009"), "33983"),
    (
        "immigrants with citizenship of Kazakhstan in Austria 1998",
        "eurostat",
        pair("KAZ", "AUT", year="1998"),
        "12",
    ),
]
OTHERS = [
    (
        "population of Kazakhstan 2024",
        "population",
        "un_wpp2024",
        {"country": "KAZ", "year": "2024", "indicator": "population"},
        "20592571",
    ),
    (
        "population of the world 2023",
        "population",
        "un_wpp2024",
        {"country": "WLD", "year": "2023", "indicator": "population"},
        "8091521039",
    ),
    (
        "permits of citizens of Kazakhstan in Austria 2008",
        "labour_and_stay",
        "eurostat",
        pair("KAZ", "AUT", year="2008"),
        "218",
    ),
    (
        "men of Kazakhstan who first asked for asylum in Austria 2011",
        "forced_displacement",
        "eurostat",
        pair("KAZ", "AUT", year="2011", sex="male"),
        "15",
    ),
    (
        "Uzbek nationals left Korea 2012",
        "returns",
        "oecd_outflows_2012",
        {"origin": "UZB", "host": "KOR"},
        "7756",
    ),
    (
        "Uzbek nationals left Germany 2012",
        "returns",
        "oecd_outflows_2012",
        {"origin": "UZB", "host": "DEU"},
        "470",
    ),
    (
        "nationals of Kazakhstan left Germany 2012",
        "returns",
        "oecd_outflows_2012",
        {"origin": "KAZ", "host": "DEU"},
        "1043",
    ),
    (
        "nationals of Tajikistan left Germany 2012",
        "returns",
        "oecd_outflows_2012",
        {"origin": "TJK", "host": "DEU"},
        "156",
    ),
]
CASES = [
    *((name, "migrant_stocks", *rest) for name, *rest in STOCKS),
    *((name, "migration_flows", *rest) for name, *rest in FLOWS),
    *OTHERS,
]
JAPAN = {"UZB": 7362, "KGZ": 1028, "KAZ": 989, "TJK": 392, "TKM": 162}
TYPES = ["flow_5y_outward", "flow_5y_return", "flow_5y_transit"]


@pytest.mark.parametrize(
    ("table", "source", "where", "value"),
    [pytest.param(*rest, id=name) for name, *rest in CASES],
)
def test_published_figure(table: str, source: str, where: dict[str, str], value: str) -> None:
    """One row has the conditions, and it has the published value."""
    assert select(table, source, where)["value"].tolist() == [value]


@pytest.mark.parametrize("sex", ["total", "known and withheld"])
@pytest.mark.parametrize("country", JAPAN)
def test_residents_of_japan_add_up(country: str, sex: str) -> None:
    """Statuses add up to the published number of residents, in total and over the sexes."""
    where = {"origin": country, "indicator": "foreign_residents_by_status"}
    frame = select("labour_and_stay", "japan_foreign_residents", where)
    rows = frame["sex"] == "total"
    values = frame.loc[rows if sex == "total" else ~rows, "value"].astype(int)
    assert values.sum() == JAPAN[country]


def test_revisions_of_the_united_nations_disagree() -> None:
    """Immigrants in Kazakhstan in 2020 are 3.73 million in one and 1.99 million in the other."""
    where = pair("WLD", "KAZ", year="2020", series="totals", **TOTAL)
    older = select("migrant_stocks", IMS2020, where)["value"].astype(int).item()
    newer = select("migrant_stocks", IMS2024, where)["value"].astype(int).item()
    assert [round(older / 1e6, 2), round(newer / 1e6, 2)] == [3.73, 1.99]


def test_japan_has_no_year() -> None:
    """The date of the Japanese figures is not stated, so they stay out of time series."""
    frame = part("labour_and_stay", "japan_foreign_residents")
    assert set(frame["year"]) == {""}
    assert set(frame["period_type"]) == {"unknown"}


@pytest.mark.parametrize("source", [IMS2020, IMS2024, GBM])
def test_men_and_women_are_exactly_the_total(source: str) -> None:
    """Men and women add up, a sex without a row counting as zero."""
    frame = part("migrant_stocks", source)
    frame = frame.assign(value=frame["value"].astype(int))
    keys = ["origin", "destination", "series", "year", "age"]
    wide = frame.pivot_table(index=keys, columns="sex", values="value", aggfunc="sum").fillna(0)
    assert (wide["male"] + wide["female"] == wide["total"]).all()


def test_sexes_of_the_census_collection_differ_by_rounding_only() -> None:
    """Where both sexes are given they differ from the total by 20 people at most."""
    frame = part("migrant_stocks", EMPIRICAL)
    frame = frame.assign(value=frame["value"].astype(int))
    keys = ["origin", "destination", "indicator", "series", "year", "period_end"]
    wide = frame.pivot_table(index=keys, columns="sex", values="value", aggfunc="sum").dropna()
    assert (wide["male"] + wide["female"] - wide["total"]).abs().max() == 20


def test_types_of_the_main_method_add_up_to_its_total() -> None:
    """Outward, return and transit moves are the total within rounding of one person."""
    frame = select("migration_flows", "abel_cohen_flows", {"series": "pairs", **TOTAL, **PB})
    frame = frame.assign(value=frame["value"].astype(int))
    keys = ["origin", "destination", "year"]
    wide = frame.pivot_table(index=keys, columns="indicator", values="value", aggfunc="sum")
    wide = wide.loc[wide[TYPES].notna().all(axis=1)]
    assert len(wide) > 0
    assert ((wide[TYPES].sum(axis=1) - wide["flow_5y"]).abs() <= 1).all()


@pytest.mark.parametrize(("edition", "total"), [(FLOWS_2024, 741900), (FLOWS_2020, 978653)])
def test_country_totals_of_the_five_are_the_sum_of_their_pairs(edition: str, total: int) -> None:
    """Flows from and to the world hold the same people as the pairs, so they are not added."""
    where = {"indicator": "flow_5y", "destination": "KAZ", **TOTAL, **PB}
    frame = select("migration_flows", edition, where)
    frame = frame.assign(value=frame["value"].astype(int))
    sums = frame.pivot_table(index="year", columns="series", values="value", aggfunc="sum")
    assert sums["pairs"].tolist() == sums["country_totals"].tolist()
    assert sums.loc["2020", "country_totals"] == total


@pytest.mark.parametrize(
    ("table", "source", "basis"),
    [
        ("migrant_stocks", IMS2020, {"birth"}),
        ("migrant_stocks", GBM, {"birth"}),
        ("migrant_stocks", "eurostat", {"citizenship"}),
        ("migrant_stocks", EMPIRICAL, {"birth", "citizenship"}),
        ("migration_flows", "eurostat", {"citizenship"}),
        ("migration_flows", FLOWS_2024, {"residence"}),
        ("migration_flows", FLOWS_2020, {"residence"}),
        ("returns", "oecd_outflows_2012", {"citizenship"}),
    ],
)
def test_what_origin_means(table: str, source: str, basis: set[str]) -> None:
    """Births, citizens and residents never look alike."""
    assert set(part(table, source)["origin_basis"]) == basis


def test_basis_of_the_census_collection_follows_the_indicator() -> None:
    """People born abroad are counted by birth, foreign citizens by citizenship."""
    frame = part("migrant_stocks", EMPIRICAL)
    found = set(zip(frame["indicator"], frame["origin_basis"], strict=True))
    assert found == {("migrant_stock", "birth"), ("citizens_resident", "citizenship")}


@pytest.mark.parametrize(
    ("edition", "everybody", "to_russia"),
    [(FLOWS_2024, 1_490_000, 58), (FLOWS_2020, 2_200_000, 72)],
)
def test_who_moved_out_of_the_five(edition: str, everybody: int, to_russia: int) -> None:
    """All moves out of one of the five in 2015-2020, and the share of them that went to Russia."""
    frame = select("migration_flows", edition, {**FLOW, **PB, "series": "pairs"})
    frame = frame.loc[frame["origin"].isin(["KAZ", "KGZ", "TJK", "TKM", "UZB"])]
    values = frame["value"].astype(int)
    assert round(values.sum(), -4) == everybody
    assert round(100 * values[frame["destination"] == "RUS"].sum() / values.sum()) == to_russia


def test_countries_that_stood_together_say_so() -> None:
    """Sudan with South Sudan, and Serbia with Montenegro, carry their note, and nobody else."""
    frame = part("migration_flows", FLOWS_2024)
    noted = frame["note_id"] == "abel_cohen_2024_together"
    both = frame[["origin", "destination"]].isin(["SDN_SSD", "SCG"]).any(axis=1)
    assert both.any()
    assert (noted == both).all()


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_pair_that_is_there_has_somebody_by_some_method(edition: str) -> None:
    """Pairs without anybody are left out, so a missing pair of these sources is a zero."""
    frame = select("migration_flows", edition, {"indicator": "flow_5y", "series": "pairs"})
    keys = ["origin", "destination", "year", "sex"]
    assert (frame["value"].astype(int).groupby([frame[key] for key in keys]).max() > 0).all()


@pytest.mark.parametrize("edition", EDITIONS)
def test_periods_of_five_years_do_not_overlap(edition: str) -> None:
    """Each five-year flow runs from 1 July to 30 June and is filed under its last year."""
    frame = part("migration_flows", edition)
    periods = frame[["year", "period_start", "period_end"]].drop_duplicates()
    assert len(periods) == 6
    assert ("2020", "2015-07-01", "2020-06-30") in set(periods.itertuples(index=False, name=None))


def test_namibia_is_not_read_as_missing() -> None:
    """Rows about Namibia (NAM) and all other pairs keep both countries."""
    frame = part("migration_flows", "abel_cohen_flows")
    assert "NAM" in set(frame["destination"])
    assert not (frame[["origin", "destination"]] == "").any(axis=None)


def test_population_from_2024_on_is_a_projection() -> None:
    """Estimates end in 2023."""
    frame = part("population", "un_wpp2024")
    projected = frame["obs_status"] == "projection"
    assert (projected == (frame["year"].astype(int) >= 2024)).all()


@pytest.mark.parametrize(
    ("source", "decimal_year", "date"),
    [
        pytest.param("UNSDDYB_B59_CFC", "2010.819", "2010-10-27", id="a census day"),
        pytest.param("FRS2015", "2015.997", "2015-12-31", id="the last day of a year"),
        pytest.param("NSO", "1996.495", "1996-06-30", id="a day of a leap year"),
        pytest.param("Eurostat", "2015.0", "2015-01-01", id="Eurostat counts on 1 January"),
        pytest.param("OECD", "2015.0", "", id="OECD names only the year"),
        pytest.param("Census2010", "2010.799", "", id="the middle of a census between two days"),
    ],
)
def test_day_of_a_decimal_year(source: str, decimal_year: str, date: str) -> None:
    """A day is named only where the decimal year tells it exactly."""
    assert day(source, decimal_year) == date


def test_unknown_source_name_is_refused() -> None:
    """A new kind of original source needs a decision about its method."""
    assert method("NSO_Census1999") == "census"
    with pytest.raises(KeyError):
        method("Hearsay2020")
