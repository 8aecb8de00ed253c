"""Comparing the countries by flow type, and women among migrants: measures, pictures, headlines."""

import math
import re
from dataclasses import replace
from functools import cache

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.charts.dated import Mark, Scale, Track, dated
from components.context import RenderContext
from components.language import language
from components.phrases.headlines import fits
from components.style.theme import LIGHT
from components.views.countries.filters import CountryFilters
from components.views.registry import SPECS
from components.views.types.filters import TypesFilters
from data.areas import FIVE
from data.measures import flow_types
from data.measures.catalogue import EARLIER, RANKED, SERIES
from data.measures.comparison import (
    comparison,
    largest_partners,
    method_spread,
    on_axis,
    stretches,
    together,
    whole,
)
from data.measures.countries import stock_totals
from data.measures.feminisation import (
    counted_years,
    doubtful,
    not_counted_anew,
    pair_shares,
    share_without,
)
from data.measures.measure import CountrySeries, Measure
from data.measures.rows import rows_behind
from data.measures.series_figures import all_countries
from tests.support import built, table

TABLES = {name: table(name) for name in (*flow_types.TABLES, "population")}
STOCKS = TABLES["migrant_stocks"]
COUNTED = Measure("x", "forced_displacement", ("a",), "stock", "persons", flow_type="forced")
SUM = CountrySeries("x", COUNTED, "home", "sum")


def a_table(*rows: dict) -> dict[str, pd.DataFrame]:
    base = {
        "origin": "KAZ",
        "destination": "DEU",
        "indicator": "a",
        "year": 2020,
        "sex": "total",
        "age": "total",
        "series": "pairs",
        "period_type": "calendar_year",
        "period_start": pd.NaT,
        "period_end": pd.NaT,
        "value": 1.0,
        "obs_status": "normal",
        "confidence": "machine_checked",
        "method": "",
        "source_id": "s",
        "note_id": "",
        "reference": "",
    }
    return {SUM.measure.table: pd.DataFrame([base | row for row in rows])}


def found_of(chosen: CountrySeries, *rows: dict, countries: tuple[str, ...] = FIVE) -> pd.DataFrame:
    return comparison(a_table(*rows), chosen, countries, relative=False)


def shown(context: RenderContext | None = None, **chosen: object):
    return built("types-compare", TypesFilters(**chosen), context)


def women(name: str, context: RenderContext | None = None, **chosen: object):
    spec = SPECS[name]
    return spec.view(
        {"migrant_stocks": STOCKS}.__getitem__,
        CountryFilters(**chosen),
        context or RenderContext("en"),
    )


def test_a_year_fills_its_place_on_the_axis():
    assert on_axis(pd.Timestamp("2023-01-01")) == 2022.5
    assert on_axis(pd.Timestamp("2023-07-02")) == pytest.approx(2023, abs=0.01)
    assert on_axis(pd.Timestamp("2024-12-31")) == pytest.approx(2024.5, abs=0.01)


def test_a_part_of_a_year_stands_on_its_own_days_and_an_open_one_makes_no_claim():
    found = found_of(
        SUM,
        {
            "period_type": "part_year",
            "period_start": pd.Timestamp("2020-01-01"),
            "period_end": pd.Timestamp("2020-07-01"),
        },
        {"year": 2021, "period_type": "part_year", "period_start": pd.Timestamp("2021-01-01")},
    )
    assert list(found["begin"]) == [2019.5, 2020.5]
    assert found["at"].iloc[0] == pytest.approx(2020, abs=0.01)
    assert list(found["open"]) == [False, True]
    assert whole(found).empty


def test_a_line_stops_at_a_missing_year_a_break_another_source_and_a_bound():
    counted = [{"year": year} for year in (2010, 2011, 2013, 2014, 2015, 2016)]
    counted += [{"year": 2017, "obs_status": "upper_bound"}, {"year": 2018}]
    other = [{"year": 2018, "source_id": "o"}, {"year": 2019, "source_id": "o"}]
    broken = replace(SUM, measure=replace(COUNTED, breaks=(2015,), sums_broken=(2016,)))
    found = found_of(broken, *counted, *other)
    years = [list(part["year"]) for part in stretches(whole(found))]
    assert years == [[2010, 2011], [2013, 2014], [2015], [2016], [2017], [2018], [2018, 2019]]


def test_the_headline_compares_the_latest_year_that_most_countries_share():
    found = found_of(
        SUM,
        {"origin": "KAZ", "value": 5.0},
        {"origin": "UZB", "value": 9.0},
        {"origin": "KGZ"},
        {"origin": "KAZ", "year": 2023, "value": 100.0},
    )
    rows = together(found)
    assert list(rows["country"]) == ["UZB", "KAZ", "KGZ"]
    assert set(rows["year"]) == {2020}


def test_parts_of_a_year_are_compared_where_one_country_alone_has_a_whole_one():
    part = {"year": 2025, "period_type": "part_year", "period_start": pd.Timestamp("2025-01-01")}
    found = found_of(
        SUM, {"origin": "UZB", "year": 2021}, {**part, "origin": "UZB"}, {**part, "origin": "TJK"}
    )
    assert set(together(found)["year"]) == {2025}


def test_per_1000_inhabitants_is_of_the_same_year():
    tables = a_table({"value": 50.0}, {"year": 2021, "value": 50.0})
    tables["population"] = pd.DataFrame(
        {
            "country": "KAZ",
            "indicator": "population",
            "year": [2020],
            "value": [20_000.0],
        }
    )
    found = comparison(tables, SUM, ("KAZ",), relative=True)
    assert list(found["shown"]) == [2.5]  # 50 / 20,000; of 2021 nobody knows the inhabitants


def test_the_spread_is_over_the_methods_of_the_model():
    methods = ("da_pb_closed", "da_min_closed", "da_min_open")
    modelled = replace(SUM, measure=replace(COUNTED, methods=methods, modelled=True))
    tables = a_table(
        {"method": "da_pb_closed", "value": 8.0, "source_id": EARLIER},
        {"method": "da_pb_closed", "value": 2.0, "destination": "POL", "source_id": EARLIER},
        {"method": "da_min_closed", "value": 0.0, "source_id": EARLIER},
        {"method": "da_min_open", "value": 3.0, "source_id": EARLIER},
    )
    assert method_spread(tables, modelled) == {("KAZ", 2020): (0.0, 10.0)}
    assert method_spread(tables, SUM) == {}


def test_partners_are_named_for_the_period_of_the_figure():
    tables = a_table(
        {"value": 8.0},
        {"destination": "POL", "value": 9.0},
        {"destination": "AUT", "value": 0.0},
        {"year": 2021, "destination": "ITA"},
    )
    found = comparison(tables, SUM, ("KAZ",), relative=False)
    assert largest_partners(tables, SUM, found) == [
        (("POL", 9.0), ("DEU", 8.0)),
        (("ITA", 1.0),),
    ]


@pytest.mark.parametrize(
    ("year", "published"),
    [(2018, 97_510), (2020, 88_117)],  # UNHCR: stateless people in the five countries
)
def test_stateless_people_of_the_five_add_up_to_what_unhcr_published(year, published):
    found = whole(comparison(TABLES, SERIES["stateless_in"], FIVE, relative=False))
    assert found.loc[found["year"].eq(year), "value"].sum() == published


def test_kandas_have_their_origins_and_kairylman_too():
    """Kazakhstan 2025: 44.5 % from Uzbekistan. Kyrgyzstan 2025: 837 of 935 from Tajikistan."""
    for name, year, first in (("kandas", 2025, ("UZB", 44.5)), ("kairylman", 2025, ("TJK", 837.0))):
        chosen = SERIES[name]
        found = comparison(TABLES, chosen, FIVE, relative=False)
        place = found.index[found["year"].eq(year) & found["coverage"].eq("full")][0]
        assert largest_partners(TABLES, chosen, found)[place][0] == first


def test_years_of_students_are_incomplete_exactly_where_russia_is_missing():
    chosen = SERIES["students_abroad"]
    rows = rows_behind(TABLES, chosen)
    with_russia = {
        (str(r.origin), int(r.year)) for r in rows.loc[rows["destination"].eq("RUS")].itertuples()
    }
    for row in all_countries(TABLES, chosen).itertuples():
        assert (row.coverage == "full") == ((row.country, row.year) in with_russia)


@pytest.mark.parametrize(
    ("name", "partner", "years"),
    [
        ("permits_europe", "GBR", set(range(2012, 2019))),
        ("found_present", "LTU", set(range(2013, 2024))),
        ("eu_returned", "LTU", {2014, 2015, 2016, 2017, 2018, 2019, 2020, 2022, 2023}),
    ],
)
def test_breaks_and_incomplete_years_of_sums_are_where_a_main_host_comes_or_goes(
    name, partner, years
):
    chosen = SERIES[name]
    rows = rows_behind(TABLES, chosen)
    host = "host" if "host" in rows else "destination"
    there = set(rows.loc[rows[host].eq(partner), "year"].astype(int))
    assert there == years
    every = set(rows["year"].astype(int))
    broken = {year for year in every if (year in there) != (year - 1 in there)} & every
    told = set(chosen.breaks_in("KAZ")) | {
        year for hole in chosen.measure.incomplete for year in (hole, hole + 1)
    }
    assert broken - {min(every)} <= told


def test_a_country_that_cannot_have_a_figure_is_not_called_missing():
    assert not SERIES["kandas"].applies("UZB")
    assert not SERIES["entries_kazakhstan"].applies("KAZ")
    assert SERIES["entries_kazakhstan"].applies("UZB")
    assert shown(measure="kandas").missing == ""
    assert "Turkmenistan" in shown(measure="patents_russia").missing


def test_no_line_crosses_the_reclassification_of_unhcr_and_the_reader_is_told():
    view = shown(measure="refugees_in")
    for trace in view.figure.data:
        at = list(trace.x)
        assert None in at[at.index(2022) : at.index(2023)], trace.name
    uzbekistan = next(t for t in view.figure.data if t.name == "Uzbekistan")
    assert None in uzbekistan.x[uzbekistan.x.index(2020) : uzbekistan.x.index(2021)]
    assert any("no line crosses the break" in note for note in view.notes)
    assert "2022" not in view.title  # nothing before the break is set beside 2025
    assert any(shape["x0"] == 2022.5 for shape in view.figure.to_dict()["layout"]["shapes"])


def test_parts_of_a_year_are_bars_over_their_days_and_no_points_of_a_line():
    view = shown(measure="kandas")
    line, bars = view.figure.data
    assert set(filter(None, line.x)) == {2010, 2012, 2013, 2014, 2016, 2021, 2022, 2025}
    assert all("open" in symbol for symbol in bars.marker.symbol)
    assert len(view.table.rows) == 40  # two more parts of a year since the additions


def test_no_headline_rests_on_zeros_that_fill_empty_places():
    view = shown(measure="asylum_in")
    assert view.table.rows["value"].gt(0).all()
    assert any("Zeros are left out" in note for note in view.notes)


def test_per_1000_names_the_source_of_the_inhabitants_and_the_year():
    view = shown(measure="refugees_from", per="per_1000")
    assert "un_wpp2024" in view.sources
    assert "un_wpp2024" not in shown(measure="refugees_from").sources
    assert "per 1,000 inhabitants" in view.title
    assert any("1 July of the same year" in note for note in view.notes)


def test_a_percentage_is_not_divided_by_inhabitants():
    both = [shown(measure="kandas_share_from", per=per) for per in ("absolute", "per_1000")]
    assert both[0].table.rows.equals(both[1].table.rows)
    assert any("not divided" in note for note in both[1].notes)


def test_transit_moves_name_the_method_and_show_the_others():
    view = shown(measure="transit_out")
    assert any("Pseudo-Bayesian" in note or "pseudo-Bayesian" in note for note in view.notes)
    kazakhstan = view.table.rows.loc[view.table.rows["country"].eq("Kazakhstan")].iloc[-1]
    assert (kazakhstan["low"], round(kazakhstan["high"])) == (0, 28_248)
    assert all(trace.error_y.array for trace in view.figure.data)


def test_the_return_comparison_leads_to_the_pages_of_return():
    assert any("Counter-streams" in note for note in shown(measure="uk_voluntary").notes)
    assert not any("Counter-streams" in note for note in shown(measure="kandas").notes)


@pytest.mark.parametrize("one", RANKED, ids=lambda one: one.id)
@pytest.mark.parametrize("lang", ["en", "ru"])
def test_a_headline_fits_on_a_slide_and_a_figure_on_a_telephone(one, lang):
    view = shown(RenderContext(lang, "light", "narrow"), measure=one.id, per="per_1000")
    assert fits(language(lang), view.title), view.title
    assert len(view.figure.to_json()) < 60_000


@given(st.lists(st.just(0.0) | st.floats(1e-6, 1e8), min_size=1, max_size=8))
def test_a_scale_keeps_the_order_of_values_and_has_room_for_all(values):
    scale = Scale(values)
    low, high = scale.range()
    places = [scale.place(value) for value in sorted(values)]
    assert places == sorted(places)
    assert all(low <= place <= high for place in places)
    assert all(low <= scale.place(tick) <= high * 1.01 + 0.1 for tick in scale.ticks())


def test_a_scale_is_logarithmic_from_two_powers_of_ten_on():
    assert not Scale([2_000.0, 90_000.0]).log
    assert Scale([900.0, 90_000.0]).log
    assert Scale([0.0, 1.0, 900.0]).place(0) < Scale([0.0, 1.0, 900.0]).place(1)


def test_a_bar_of_a_period_has_one_name_in_the_legend():
    track = Track("A", "#000000", "circle", [[Mark(2020, 5, "a")]], [Mark(2020.2, 3, "b", 2019.5)])
    chart = dated([track], language("en"), LIGHT, 300, 9)
    assert [trace.showlegend for trace in chart.data] == [None, False]
    alone = dated(
        [Track("A", "#000000", "circle", (), [Mark(2020.2, 3, "b", 2019.5)])],
        language("en"),
        LIGHT,
        300,
        9,
    )
    assert alone.data[0].showlegend
    assert alone.data[0].x == (2020.2, 2019.5, None)


def pairs_of(*rows: tuple[str, int, float, float]) -> pd.DataFrame:
    found = pd.DataFrame(rows, columns=["partner", "year", "total", "female"])
    return found.assign(share=found["female"] / found["total"])


def test_a_large_pair_whose_sexes_change_places_is_in_doubt_and_a_small_one_is_left_alone():
    pairs = pairs_of(
        ("KAZ", 1990, 100, 14),
        ("KAZ", 2024, 100, 88),
        ("TUR", 1990, 100, 28),
        ("TUR", 2024, 100, 60),
        ("IND", 1990, 5, 5),
        ("IND", 2024, 5, 0),
    )
    assert doubtful(pairs, {1990: 1000, 2024: 1000}) == ("KAZ",)


def test_the_pairs_in_doubt_are_turkmenistan_and_ukraine_in_kazakhstan_alone():
    found = {
        (country, side): doubtful(
            pair_shares(STOCKS, country, side), stock_totals(STOCKS, country, side)
        )
        for country in FIVE
        for side in ("abroad", "here")
    }
    assert {place: partners for place, partners in found.items() if partners} == {
        ("TKM", "abroad"): ("KAZ",),
        ("KAZ", "here"): ("TKM", "UKR"),
    }


def test_a_share_without_a_pair_leaves_it_out_of_both_numbers():
    """UN DESA 2024, born in Turkmenistan: 365,787 abroad, of them 117,117 in Kazakhstan."""
    female = stock_totals(STOCKS, "TKM", "abroad", "female")[2024]
    expected = (female - 103_590) / (365_787 - 117_117)
    assert share_without(STOCKS, "TKM", "abroad", ("KAZ",))[2024] == pytest.approx(expected)
    assert share_without(STOCKS, "TKM", "abroad", ())[2024] == pytest.approx(female / 365_787)


def test_one_share_for_all_countries_of_birth_was_not_counted_for_each():
    for country in FIVE:
        taken = not_counted_anew(STOCKS, country)
        assert ("RUS", 1990) in taken  # 50.93 % for each of the five
        assert ("RUS", 2024) in taken  # as in 2020
    assert ("KAZ", 2024) not in not_counted_anew(STOCKS, "KGZ")


def test_the_error_of_the_file_makes_no_headline():
    alone = women("country-women", country="TKM")
    assert "64%" not in alone.title and "living in Turkmenistan" in alone.title
    corridor = women("country-women-corridors", country="TKM")
    for told in (alone, corridor):
        assert any("looks like an error" in note for note in told.notes)
    assert "people born in Turkmenistan" in corridor.title
    assert "Kazakhstan" not in corridor.title and "1990" not in corridor.title


def test_a_share_in_doubt_is_dotted_and_hollow():
    corridor = women("country-women-corridors", country="TKM")
    [trace] = [t for t in corridor.figure.data if "in doubt" in t.name]
    assert trace.line.dash == "dot"
    assert all(symbol.endswith("-open") for symbol in trace.marker.symbol)


@pytest.mark.parametrize("country", FIVE)
def test_every_corridor_and_year_stands_in_the_table(country):
    view = women("country-women-corridors", country=country)
    pairs = pair_shares(STOCKS, country, "abroad")
    assert len(view.table.rows) == len(pairs)
    shares = view.table.rows["share"]
    assert shares.between(0, 100).all()
    for number in re.findall(r"(\d+)%", view.title):
        assert (shares.round() == int(number)).any()


def test_women_of_both_groups_are_in_the_table():
    rows = women("country-women", country="TJK", beside=FIVE[:2]).table.rows
    assert set(rows["what"]) == {
        "Born in the country, live abroad",
        "Live in the country, born abroad",
    }
    assert len(rows) == 2 * 3 * 8
    tajik = rows.loc[rows["country"].eq("Tajikistan") & rows["year"].eq("2024")].iloc[0]
    assert math.isclose(tajik["share"], 100 * tajik["female"] / tajik["total"])


# What a headline may lean on


def test_a_sum_is_not_set_beside_one_of_other_partners():
    rows = [
        {"year": 2020, "value": 600.0},
        {"year": 2021, "value": 700.0},
        {"year": 2021, "destination": "POL", "value": 400.0},
        {"year": 2022, "value": 800.0},
        {"year": 2022, "destination": "POL", "value": 450.0},
    ]
    found = found_of(SUM, *rows)
    assert [list(part["year"]) for part in stretches(whole(found))] == [[2020], [2021, 2022]]


def test_a_shared_period_five_years_behind_the_newest_figure_does_not_lead():
    old = [{"origin": code, "year": 2014, "period_type": "snapshot"} for code in FIVE]
    new = {"origin": "KGZ", "year": 2026, "period_type": "snapshot", "value": 7.0}
    rows = together(found_of(SUM, *old, new))
    assert list(rows["value"]) == [7.0]
    assert len(together(found_of(SUM, *old, {**new, "year": 2018}))) == 5


@cache
def drawn_once(lang: str, name: str, per: str = "absolute"):
    return shown(RenderContext(lang), measure=name, per=per)


EVERY = [
    pytest.param(one, per, id=f"{one.id}-{per}")
    for one in RANKED
    for per in ("absolute", "per_1000")
]
RANKS = re.compile(r"the most of|comes? first")


@pytest.mark.parametrize(("one", "per"), EVERY)
def test_a_headline_ranks_only_what_is_apart_and_of_enough_people(one, per):
    view = drawn_once("en", one.id, per)
    relative = per == "per_1000" and one.measure.unit != "percent"
    rows = together(comparison(TABLES, one, FIVE, relative))
    if relative:
        rows = rows.loc[rows["value"].ge(500)]
    spread = method_spread(TABLES, one)
    lows, highs = list(rows["shown"]), list(rows["shown"])
    if spread:
        ends = [spread[row.country, row.year] for row in rows.itertuples()]
        scale = [row.shown / row.value for row in rows.itertuples()]
        lows = [low * by for (low, _), by in zip(ends, scale, strict=True)]
        highs = [high * by for (_, high), by in zip(ends, scale, strict=True)]
    margin = 1.0 if spread else 1.1
    apart = len(rows) > 1 and lows[0] > highs[-1] * margin
    assert not RANKS.search(view.title) or apart


@pytest.mark.parametrize("lang", ["en", "ru"])
@pytest.mark.parametrize("one", RANKED, ids=lambda one: one.id)
def test_no_range_has_equal_ends_and_no_year_a_fraction(one, lang):
    view = drawn_once(lang, one.id)
    words = " ".join([view.title, view.subtitle, view.missing, *view.notes])
    cells = view.table.rows.astype(str).to_numpy().ravel()
    for low, high in re.findall(r"(\d[\d\u00a0.,]*)(?:–| to | до )(\d[\d\u00a0.,]*)", words):
        assert low.strip(".,") != high.strip(".,"), words
    assert not re.search(r"\b(19|20)\d\d\.0\b", words)
    assert not [cell for cell in view.table.rows["when"] if ".0" in cell]
    assert len(cells)


@pytest.mark.parametrize("one", [way for way in RANKED if way.kind], ids=lambda one: one.id)
def test_no_country_with_a_figure_by_another_way_is_called_a_hole(one):
    view = drawn_once("en", one.id)
    holes = view.missing.partition("No figure found: ")[2].partition(". Where to ask")[0]
    for country in FIVE:
        others = [way for way in RANKED if way.kind == one.kind]
        known = any(len(all_countries(TABLES, way, (country,))) for way in others)
        assert not known or language("en").place(country) not in holes
    alone = shown(measure="labour_returned", countries=("KGZ",))
    assert (
        "No figure was found for" not in alone.title
    )  # 110,977 in the communities that IOM assessed


def test_the_best_figure_stands_beside_an_older_way_of_counting():
    told = " ".join(shown(measure="working_abroad").notes)
    assert "800 thousand" in told and "2026" in told  # Kyrgyzstan
    assert "1.9 million" in told and "2025" in told  # Uzbekistan


@pytest.mark.parametrize("country", FIVE)
def test_a_sentence_on_women_leans_on_own_counts_of_enough_people(country):
    title = women("country-women-corridors", country=country).title
    taken = not_counted_anew(STOCKS, country)
    pairs = pair_shares(STOCKS, country, "abroad")
    years = {int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", title)}
    shares = {f"{share}%" for share in re.findall(r"(\d+)%", title)}
    named = [
        code
        for code in pairs["partner"].unique()
        if language("en").place(code, "in") in title and code != country
    ]
    own = pairs.loc[pairs["partner"].isin(named) & pairs["year"].isin(years)]
    fit = own.loc[
        [(row.partner, row.year) not in taken and row.total >= 500 for row in own.itertuples()]
    ]
    assert len(years) == 2
    assert shares <= {language("en").percent(share) for share in fit["share"]}


def test_a_year_whose_shares_were_mostly_taken_from_elsewhere_is_not_told():
    assert 2024 not in counted_years(STOCKS, "UZB")
    assert 2015 in counted_years(STOCKS, "UZB")
    view = women("country-women", country="UZB")
    assert "2024" not in view.title and "1990" not in view.title
    assert any("2024" in note and "not new counts" in note for note in view.notes)


@pytest.mark.parametrize("name", ["eu_returned", "uk_voluntary", "uk_enforced"])
@pytest.mark.parametrize("country", FIVE)
def test_returns_by_citizenship_are_of_people_from_a_country_and_not_to_it(country, name):
    """The source has them going to their own or to another country outside the Union."""
    chosen = TypesFilters(countries=(country,), measure=name)
    shown = built("types-compare", chosen)
    assert language("en").place(country, "to") not in shown.title
    assert "destination" not in shown.title
