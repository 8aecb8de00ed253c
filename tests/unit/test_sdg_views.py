"""What is special about the views of target 10.7."""

import pytest

from components.context import RenderContext
from components.language import language
from components.views.registry import SPECS
from components.views.sdg.filters import INDICATORS, WORDS, SdgFilters
from components.views.sdg.glossary import terms_html
from data.areas import FIVE
from data.texts import texts
from tests.cases.sdg import GROUPS
from tests.support import built


def scores(name: str, word: str = "all") -> dict[str, dict[str, object]]:
    """The rows of the scorecard whose indicator has a name in it, by place."""
    rows = built("sdg-scorecard", SdgFilters(word=word)).table.rows
    return {
        row["codes"]: row
        for row in rows.loc[rows["indicator"].str.contains(name, regex=False)].to_dict("records")
    }


def test_each_word_has_its_own_rows_and_all_of_them_stand_together():
    single = [built("sdg-scorecard", SdgFilters(word=word)).table.rows for word in WORDS]
    assert all(rows["word"].nunique() == 1 for rows in single)
    assert sum(len(rows) for rows in single) == len(built("sdg-scorecard", SdgFilters()).table.rows)


def test_only_the_cost_of_sending_is_held_against_an_official_target():
    rows = built("sdg-scorecard", SdgFilters()).table.rows
    judged = rows.loc[rows["target"].ne(""), "indicator"]
    assert len(judged)
    assert judged.str.startswith("10.c.1").all()


def test_what_nobody_reports_is_said_in_each_place():
    assert {row["told"] for row in scores("10.7.1").values()} == {"not reported"}
    assert set(scores("10.7.1")) == set(FIVE)
    assert scores("10.7.2")["UZB"]["told"] == "not reported"
    assert scores("10.7.3")["KGZ"]["told"] == "nothing recorded"
    assert scores("10.7.3")["KGZ"]["value"] != 0


def test_voluntary_returns_are_counts_with_the_assisted_part():
    row = scores("Voluntary returns")["UZB"]
    assert (row["told"], row["year"]) == ("427 of 441", "2025")
    assert "assisted is not published" in row["more"]
    assert "2024" in row["more"]


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("code", ["en", "ru"])
def test_returns_that_are_not_split_are_never_told_as_without_assistance(group, code):
    filters = SdgFilters(countries=group, word="orderly")
    title = built("sdg-scorecard", filters, RenderContext(code)).title
    assert "2025" in title
    assert "without assistance" not in title and "без помощи" not in title
    assert ("not published" if code == "en" else "не сообщается") in title


def test_a_share_of_a_handful_is_told_as_a_count():
    assert scores("Voluntary returns")["TKM"]["told"] == "2 of 2"


def test_old_figures_tell_their_age():
    row = scores("10.7.3")["TJK"]
    assert row["year"] == "2014"
    assert row["age"] >= 12


def test_the_headline_names_who_has_no_figure_for_10_7_2():
    title = built("sdg-blocks", SdgFilters()).title
    assert "10.7.2" in title
    assert language("en").place("UZB") in title
    assert not any(language("en").place(code) in title for code in FIVE if code != "UZB")


def test_each_word_has_one_number_and_no_value_in_doubt_is_added_to_it():
    [blocks] = built("sdg-blocks", SdgFilters()).figure.blocks
    assert [panel.value for panel in blocks.panels] == ["9", "52", "200 thousand", "4 of 5"]
    doubted = [line for line in blocks.panels[1].lines if line.state == "unknown"]
    assert [line.words for line in doubted] == ["Tajikistan"]


def test_a_small_line_runs_over_years_with_the_same_reporters():
    [blocks] = built("sdg-blocks", SdgFilters()).figure.blocks
    assert blocks.panels[2].inline.ends == ("2021", "2023")


def test_the_year_stands_once_in_a_row_where_all_its_figures_have_the_same():
    [grid] = built("sdg-scorecard", SdgFilters()).figure.blocks
    permits = next(row for row in grid.rows if row.head.startswith("Valid residence"))
    assert permits.words == "2023"
    assert not any(cell.unit for cell in permits.cells)
    deaths = next(row for row in grid.rows if row.head.startswith("10.7.3"))
    assert not deaths.words
    assert deaths.cells[0].unit == "2018"


def test_the_headline_follows_the_countries():
    alone = built("sdg-blocks", SdgFilters(countries=("KAZ",))).title
    assert language("en").place("UZB") not in alone


@pytest.mark.parametrize(
    ("countries", "twice"), [(("KAZ", "KGZ"), "Kazakhstan"), (("KGZ", "TKM"), "")]
)
def test_no_trend_is_told_where_a_government_answered_once(countries, twice):
    notes = built("sdg-policies", SdgFilters(countries=countries)).notes
    assert any(twice in note for note in notes) if twice else "no trend" in notes[0]


def test_self_assessment_is_said_with_the_policies():
    assert "itself assesses" in built("sdg-policies", SdgFilters()).subtitle


def test_the_incidents_are_told_and_the_doubtful_one_is_marked():
    view = built("sdg-deaths", SdgFilters())
    notes = " ".join(view.notes)
    assert "Aktobe" in notes
    assert "Thailand" in notes
    assert "unknown" in set(view.figure.states())


def test_the_latest_quarter_from_russia_to_tajikistan_is_two_per_cent_and_under_both_limits():
    rows = built("sdg-cost", SdgFilters(countries=("TJK",))).table.rows
    found = rows.loc[rows["codes"].eq("RUS-TJK") & rows["period"].eq("Q3 2020")]
    assert found["cost"].tolist() == [2.0]
    assert found["cost_target"].tolist() == ["under 3%"]


def test_both_limits_are_drawn_even_where_all_costs_are_low():
    figure = built("sdg-cost", SdgFilters(countries=("KAZ",))).figure
    assert {shape.y0 for shape in figure.layout.shapes} == {3, 5}
    assert figure.layout.yaxis.range[1] > 5


def test_turkmenistan_has_no_chart_of_costs_but_a_word_on_who_could_survey_them():
    view = built("sdg-cost", SdgFilters(countries=("TKM",)))
    assert view.figure is None
    assert "World Bank" in view.missing


def test_a_part_year_is_in_the_table_and_not_on_the_chart():
    view = built("sdg-trafficking", SdgFilters(countries=("KGZ",)))
    assert "2025" in set(view.table.rows["year"])
    assert all(2025 not in list(trace.x) for trace in view.figure.data)


def test_a_year_without_a_figure_breaks_the_line():
    trace = built("sdg-trafficking", SdgFilters(countries=("KAZ",))).figure.data[0]
    assert dict(zip(trace.x, trace.y, strict=True))[2014] is None


def test_a_tier_that_was_not_found_is_unknown():
    rows = built("sdg-tiers", SdgFilters()).table.rows
    assert not rows["year"].isin(["2018", "2019"]).any()
    assert "none" in set(built("sdg-tiers", SdgFilters()).figure.states())


def test_every_indicator_has_a_view():
    assert set(INDICATORS.values()) <= set(SPECS)


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_every_term_is_explained_with_its_source(lang):
    known = texts("sdg_terms")
    told = terms_html(language(lang))
    assert told.count("<section>") == len(known["terms"])
    assert told.count("rel='noopener noreferrer'") == len(known["terms"])
    for reference in known["references"].values():
        assert reference["url"].startswith("https://")
    assert {term["references"][0] for term in known["terms"]} == set(known["references"]) - {
        "framework"
    }


def test_a_place_to_which_an_indicator_does_not_apply_is_no_hole():
    document = built("sdg-scorecard", SdgFilters()).figure
    [grid] = document.blocks
    world = grid.heads.index(language("en").place("WLD"))
    states = {row.cells[world].state for row in grid.rows}
    assert "away" in states
