"""What the corridors' words leave out or add: partners without a figure, methods, sexes, series."""

import re

import pytest

from components.language import language
from components.views.corridors.series import series_words
from components.views.corridors.titles import map_headline, short_span
from data.areas import FIVE
from data.measures.catalogue import METHODS, RANKED
from data.measures.evidence import RECENT, ranges, stock_evidence
from data.measures.sides import moving
from data.provenance import source
from tests.support import GROUPS, chosen, found, table, view

both_languages = pytest.mark.parametrize("lang", ["en", "ru"])
UNNAMED = source("un_desa_ims2024").unnamed


@both_languages
@pytest.mark.parametrize("host", UNNAMED)
@pytest.mark.parametrize("country", FIVE)
def test_a_host_that_names_nobody_is_in_no_sum_by_name(country, host, lang):
    told = language(lang)
    shown = view(
        "corridor-map", "stock", (country,), lang, direction="from", partners=(host, "RUS")
    )
    named = told.place(host, "in") in shown.title
    assert named == (country in UNNAMED[host])
    assert named or told.place(host) in shown.caution


@pytest.mark.parametrize("countries", GROUPS)
def test_a_modelled_sum_says_what_the_other_methods_give(countries):
    flows = table("migration_flows")
    sums = {}
    for method in METHODS:
        rows = flows["source_id"].eq("abel_cohen_flows_ims2024") & flows["method"].eq(method)
        rows &= flows["indicator"].eq("flow_5y") & flows["series"].eq("pairs")
        rows &= flows["sex"].eq("total") & flows["year"].eq(2020)
        rows &= flows["origin"].isin(countries) & ~flows["destination"].isin(countries)
        sums[method] = float(flows.loc[rows, "value"].sum())
    title = map_headline(chosen("flow", countries, "en", "wide", year=2020, direction="from"))
    told = language("en")
    assert short_span(told, min(sums.values()), max(sums.values())) in title
    assert "%" not in title


@both_languages
@pytest.mark.parametrize("sex", ["female", "male"])
def test_the_history_of_one_corridor_says_whose_it_is(sex, lang):
    shown = view("corridor-history", "stock", FIVE, lang, sex=sex)
    assert language(lang).label("sexes", sex) in shown.subtitle


@pytest.mark.parametrize("measure", ["uk_voluntary", "uk_enforced", "eu_ordered"])
def test_a_return_has_no_hole_on_the_way_back(measure):
    """Nobody counts returns from Uzbekistan to the United Kingdom: that is no gap."""
    pair = ("GBR", "UZB") if measure != "eu_ordered" else ("DEU", "UZB")
    shown = view("corridor-history", measure, FIVE, "en", pair=pair)
    back = " → ".join(language("en").place(code) for code in pair[::-1])
    assert not any(back in note for note in shown.notes)


@pytest.mark.parametrize("measure", ["uk_voluntary", "uk_enforced"])
def test_returns_from_the_united_kingdom_are_told_to_the_newest_year(measure):
    returns = table("returns")
    rows = returns["host"].eq("GBR") & returns["origin"].isin(FIVE)
    rows &= returns["source_id"].astype(str).str.startswith("uk_home_office_returns")
    years = set(returns.loc[rows, "year"])
    assert found(measure)["year"].max() == max(years)
    shown = chosen(measure, FIVE, "en", "wide")
    gaps = [year for year in range(min(years), max(years)) if year not in years]
    assert shown.gaps == gaps
    for year in gaps:
        assert year in shown.published
        notes = view("time", measure, FIVE, "en").notes
        assert any(str(year) in note for note in notes)


@pytest.mark.parametrize("origin", FIVE)
def test_figures_of_far_years_are_in_no_sentence_together(origin):
    stocks = table("migrant_stocks")
    for destination in sorted(set(stocks["destination"].astype(str))):
        told = ranges(stock_evidence(stocks, origin, destination))
        lasts = [one.last for one in told.values()]
        assert not lasts or max(lasts) - min(lasts) <= RECENT


def test_every_series_of_stocks_has_words_in_russian():
    russian = language("ru")
    for name in table("migrant_stocks")["series"].dropna().astype(str).unique():
        words = series_words(russian, name)
        assert not words or re.search("[а-я]", words), name
        assert words != name


def test_one_definition_says_which_columns_a_series_and_a_corridor_read():
    assert all(one.column in moving(one.measure.table) for one in RANKED)
