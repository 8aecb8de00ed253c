"""Sources side by side, against raw rows worked by hand: what is compared, and what never is."""

import math
from types import SimpleNamespace

import pandas as pd
import pytest

from components.card.also import also_html
from components.context import RenderContext
from components.language import language
from components.views.compare.asked import on_corridor
from components.views.compare.filters import CompareFilters
from components.views.compare.why import reasons
from components.views.corridors.filters import CorridorFilters
from data.loaders import load
from data.measures.evidence import stock_evidence
from data.measures.source_figures import corridor_figures, country_figures
from data.measures.source_gaps import Spread, at_year, leading, spreads, usual_year, years_of
from data.measures.source_ranking import LEAST, SINCE, widest
from data.measures.source_subjects import INDICATORS, SUBJECTS
from tests.support import built


class Tables(dict[str, pd.DataFrame]):
    """The curated tables, each read when it is first asked for."""

    def __missing__(self, name: str) -> pd.DataFrame:
        self[name] = load(name)
        return self[name]


@pytest.fixture(scope="module")
def tables():
    return Tables()


def told(rows: pd.DataFrame, kind: str) -> dict[str, tuple[float, str, float, float]]:
    """Value, reason, difference and per cent of each series of a kind, by its source and series."""
    own = rows.loc[rows["kind"].eq(kind)]
    return {
        f"{r.source_id} {r.series or ''}".strip(): (r.value, r.reason, r.difference, r.percent)
        for r in own.itertuples()
    }


def test_people_born_in_kazakhstan_who_live_in_russia_in_2020(tables):
    rows = at_year(corridor_figures(tables, "people", "KAZ", "RUS"), 2020)
    found = told(rows, "migrant_stock.birth")
    assert found["un_desa_ims2024 pairs"][:2] == (1_635_008, "reference")
    value, reason, difference, percent = found["un_desa_ims2020 pairs"]
    assert (value, reason, difference) == (2_558_907, "", 923_899)
    assert percent == pytest.approx(56.507, abs=0.001)
    # The census of 2021 is of another year: it is shown and not subtracted.
    assert found["migrant_stock_empirical Census2021"][:2] == (1_547_167, "year")
    assert math.isnan(found["migrant_stock_empirical Census2021"][2])
    apart = pytest.approx(56.507, abs=0.001)
    assert spreads(rows)[0] == Spread(
        "migrant_stock.birth", 2020, "persons", 1_635_008, 2_558_907, 3, apart, editions=True
    )


def test_citizens_of_uzbekistan_in_korea_are_never_set_against_people_born_there(tables):
    rows = at_year(corridor_figures(tables, "people", "UZB", "KOR"), 2020)
    citizens = told(rows, "citizens_resident.citizenship")
    assert citizens["migrant_stock_empirical 2015-2020_Censuses"][:2] == (58_000, "reference")
    value, reason, difference, percent = citizens["migrant_stock_empirical OECD"]
    assert (value, reason, difference) == (68_110, "", 10_110)
    assert percent == pytest.approx(17.431, abs=0.001)
    born = told(rows, "migrant_stock.birth")
    assert born["un_desa_ims2020 pairs"] == (55_601, "", -3_757, pytest.approx(-6.329, abs=0.001))
    lead = leading(spreads(rows))
    assert lead is not None
    assert (lead.kind, lead.low, lead.high) == ("citizens_resident.citizenship", 58_000, 68_110)


def test_counts_of_kyrgyz_people_in_russia_by_different_rules_stand_alone(tables):
    found = corridor_figures(tables, "people", "KGZ", "RUS")
    rows = at_year(found, 2024)
    register = rows.loc[rows["kind"].eq("in_migration_register.citizenship")]
    stated = rows.loc[rows["kind"].eq("citizens_abroad_stated.citizenship")]
    assert 350_000 in set(register["value"])
    assert set(stated["value"]) == {411_226}
    # Another source has the register on 31 March 2025: another year, so nothing is subtracted.
    assert set(register["reason"]) == {"alone"}
    # Three days of one year in one source: no source is set against itself.
    own = at_year(found, 2023)
    own = own.loc[own["source_id"].eq("labour_migrants") & own["kind"].str.startswith("in_migr")]
    assert sorted(own["value"]) == [467_000, 650_000, 1_200_691]
    assert not own["difference"].notna().any()


def test_moves_from_uzbekistan_to_kazakhstan_as_both_countries_register_them(tables):
    found = corridor_figures(tables, "moves_1y", "UZB", "KAZ")
    both = told(at_year(found, 2024), "registered")
    assert both["kaz_flows_and_foreign_labour"][:2] == (12_100, "reference")
    assert both["uzb_official_press"][:3] == (8_792, "", -3_308)
    assert both["uzb_official_press"][3] == pytest.approx(-27.339, abs=0.001)
    before = spreads(at_year(found, 2023))
    assert (before[0].low, before[0].high) == (6_519, 14_051)
    assert before[0].times == pytest.approx(2.155, abs=0.001)


def test_remittances_to_uzbekistan_in_2021(tables):
    rows = at_year(country_figures(tables, "money_received", "UZB"), 2021)
    found = told(rows, "remittances")
    assert found["wdi_remittances BX.TRF.PWKR.CD.DT"][1] == "reference"
    value, reason, difference, percent = found["knomad_bilateral_remittances totals"]
    assert (round(value / 1e6), reason) == (9_198, "")
    assert round(difference / 1e6) == -79  # 9,277 and 9,198 million dollars
    assert percent == pytest.approx(-0.855, abs=0.001)
    # What the central bank calls transfers is another thing, of which 2021 is not known.
    assert set(rows.loc[rows["kind"].ne("remittances"), "reason"]) == {"alone"}


def test_net_migration_of_uzbekistan_in_2023(tables):
    rows = at_year(country_figures(tables, "net", "UZB"), 2023)
    found = told(rows, "net")
    assert found["un_wpp2024 estimate"][:2] == (-6_004, "reference")
    assert found["gaskin_abel_flows edition_2026"][:3] == (-34_351, "", -28_347)
    assert found["gaskin_abel_flows edition_2025"][2] == -59_850
    assert spreads(rows)[0].apart is None  # a ratio of losses says nothing
    assert rows["percent"].isna().all()
    assert found["meta_flows"][1] == "year"


def test_stateless_people_in_tajikistan_in_2024(tables):
    rows = at_year(country_figures(tables, "stateless", "TJK"), 2024)
    assert told(rows, "stateless")["published_figures"][:3] == (3_600, "", -866)


def test_a_zero_of_unhcr_fills_an_empty_place_and_is_no_figure(tables):
    found = corridor_figures(tables, "refugees", "UZB", "KAZ")
    raw = tables["forced_displacement"]
    own = raw["origin"].eq("UZB") & raw["destination"].eq("KAZ")
    own &= raw["indicator"].eq("asylum_seekers_pending") & raw["value"].eq(0)
    assert own.sum() > 0
    assert not found["value"].eq(0).any()


@pytest.mark.parametrize(("home", "away"), [("KAZ", "RUS"), ("UZB", "KOR"), ("KGZ", "DEU")])
def test_the_stocks_are_those_of_the_corridor_page(tables, home, away):
    own = corridor_figures(tables, "people", home, away)
    own = own.loc[own["table"].eq("migrant_stocks"), ["source_id", "year", "value"]]
    other = stock_evidence(tables["migrant_stocks"], home, away)[["source_id", "year", "value"]]
    keys = ["source_id", "year", "value"]
    assert sorted(map(tuple, own[keys].to_numpy())) == sorted(map(tuple, other[keys].to_numpy()))


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_difference_is_of_one_kind_one_period_and_two_series(tables, subject):
    pairs = [("KAZ", "RUS"), ("UZB", "KOR"), ("TJK", "RUS"), ("UZB", "GBR"), ("KGZ", "DEU")]
    for home, away in pairs:
        found = corridor_figures(tables, subject, home, away)
        for year in years_of(found)[-6:]:
            rows = at_year(found, year)
            _holds(rows)
    assert usual_year(found.iloc[:0]) == 0


@pytest.mark.parametrize("indicator", INDICATORS)
def test_the_same_holds_for_a_country(tables, indicator):
    for country in ("KAZ", "UZB", "TKM"):
        found = country_figures(tables, indicator, country)
        _holds(at_year(found, usual_year(found)))


def _holds(rows: pd.DataFrame) -> None:
    for _, own in rows.groupby("kind"):
        assert own["unit"].nunique() == 1
        known = own.loc[own["difference"].notna()]
        lead = own.loc[own["reason"].eq("reference")]
        assert len(lead) <= 1
        assert len(lead) == 1 or known.empty
        if len(known):
            first = lead.iloc[0]
            assert set(known["when"]) == {first["when"]}
            assert first["key"] not in set(known["key"])
            assert known["sure"].all()
            assert (
                (known["value"] - known["difference"]).round(6).eq(round(first["value"], 6)).all()
            )


def test_bounds_are_shown_and_never_subtracted():
    rows = [("a", 100.0, "normal"), ("b", 120.0, "normal"), ("c", 500.0, "lower_bound")]
    found = pd.DataFrame(
        {
            "source_id": [one for one, _, _ in rows],
            "key": [one for one, _, _ in rows],
            "value": [value for _, value, _ in rows],
            "obs_status": [status for _, _, status in rows],
            "indicator": "x",
            "kind": "x",
            "table": "t",
            "series": None,
            "method": "register",
            "period_type": "calendar_year",
            "period_start": pd.NaT,
            "period_end": pd.NaT,
            "coverage": "full",
            "year": 2020,
            "unit": "persons",
            "confidence": "machine_single",
            "reference": None,
            "atlas": [True, False, False],
            "doubted": False,
        }
    )
    found = at_year(found, 2020).set_index("key")
    assert found["reason"].to_dict() == {"a": "reference", "b": "", "c": "bound"}
    assert found.at["b", "percent"] == 20
    assert spreads(found.reset_index())[0].high == 120


def test_a_count_that_by_its_own_caution_leaves_people_out_is_shown_and_never_subtracted(tables):
    rows = at_year(corridor_figures(tables, "people", "KAZ", "ITA"), 2023)
    found = told(rows, "migrant_stock.birth")
    value, reason, difference, _ = found["migrant_stock_empirical Eurostat"]
    assert (value, reason, math.isnan(difference)) == (1_033, "bound", True)
    assert found["migrant_stock_empirical NSO"][:2] == (5_032, "alone")
    rows = at_year(corridor_figures(tables, "people", "KAZ", "ITA"), 2018)  # before the break
    value, reason, difference, _ = told(rows, "migrant_stock.birth")[
        "migrant_stock_empirical Eurostat"
    ]
    assert (value, reason in ("", "reference")) == (4_628, True)


def test_the_ranking_is_of_two_current_series_of_one_year(tables):
    found = widest(tables, "people")
    assert found["times"].is_monotonic_decreasing
    assert found["low"].ge(LEAST).all()
    assert found["year"].ge(SINCE).all()
    assert not found["high_source"].isin(("worldbank_knomad_2017",)).any()
    latvia = found.loc[found["home"].eq("UZB") & found["away"].eq("LVA")].iloc[0]
    assert (latvia["year"], latvia["low"], latvia["high"]) == (2022, 1_283, 2_530)
    # Eurostat's 1,033 of 2023 lack who was born before 1991: no difference is made of them.
    born = found["kind"].eq("migrant_stock.birth")
    italy = found.loc[born & found["home"].eq("KAZ") & found["away"].eq("ITA")]
    assert not italy[["low_series", "high_series"]].isin(("Eurostat", "OECD")).any(axis=None)
    # Each is what the comparison of its corridor says.
    for row in found.head(5).itertuples():
        rows = at_year(corridor_figures(tables, "people", row.home, row.away), row.year)
        spread = next(one for one in spreads(rows) if one.kind == row.kind)
        assert (spread.low, spread.high, spread.editions) == (row.low, row.high, False)


def test_the_evidence_of_a_corridor_leads_to_its_comparison_and_back(monkeypatch):
    view = built("evidence", CorridorFilters(start="UZB", end="KAZ"), RenderContext())
    monkeypatch.setattr("components.card.also.memory", lambda: SimpleNamespace(page="corridors"))
    assert "compare?corridor=UZB-KAZ&amp;lang=en" in also_html(view, language("en"))
    view = built("compare-sources", CompareFilters("UZB", "KAZ"), RenderContext())
    monkeypatch.setattr("components.card.also.memory", lambda: SimpleNamespace(page="compare"))
    assert "corridors?corridor=UZB-KAZ&amp;closer=corridor" in also_html(view, language("en"))


def test_a_reason_is_told_only_where_its_rows_are_there(tables):
    def ids(*choice: str, year: int = 0) -> set[str]:
        asked = on_corridor(tables, CompareFilters(*choice), year)
        return {one["id"] for one in reasons(asked)}

    korea = ids("UZB", "KOR")
    assert {"birth_citizenship", "un_editions"} <= korea
    assert not {"permit_person", "flow_methods", "knomad"} & korea
    assert {"flow_methods", "flow_editions"} <= ids("KAZ", "RUS", "moves_5y")
    assert "mirror" in ids("UZB", "KAZ", "moves_1y")
    assert "mirror" not in ids("UZB", "KOR", "moves_1y")
    assert ids("TKM", "USA", "citizenship") == set()
