"""What is special about the views of one country."""

import pytest

from components.context import RenderContext
from components.style.fonts import text_width
from components.views.countries.filters import SIX, CountryFilters
from components.views.countries.verdicts import AGREES, DIFFERS, IN_PART, verdict
from components.views.countries.words import CLAIMED, claim_of
from data.texts import texts
from tests.support import built, drawn


def words(view):
    return " ".join(drawn(view.figure)).replace("<br>", " ")


def test_what_a_country_is_called_is_what_the_framework_says_of_it():
    spoken = {
        "receiving": "takes in",
        "transit": "passed through",
        "sending": "lose",
        "hub": "hub",
    }
    for status in CLAIMED["KAZ"]:
        assert spoken[status] in claim_of("KAZ")["text"]["en"]
    for country in SIX:
        claim = claim_of(country)
        assert claim in texts("framework")["claims"]
        assert claim["section"] == "status"
        assert country in claim["countries"]


@pytest.mark.parametrize("country", SIX)
def test_the_claim_carries_its_label_and_stands_apart_from_the_numbers(country):
    view = built("country-status", CountryFilters(country))
    claimed, agreed = (note.text for note in view.figure.layout.annotations if note.borderwidth)
    assert "In the literature: " in {claimed[:19], agreed[:19]}
    assert any("Claim in the regional literature, not verified" in note for note in view.notes)
    assert ("the total is too low" in view.subtitle) == (country != "RUS")


@pytest.mark.parametrize("country", SIX)
def test_a_country_stands_on_the_side_of_the_scale_that_has_more_people(country):
    view = built("country-status", CountryFilters(country))
    path = view.figure.data[0]
    rows = view.table.rows
    there = {
        what: dict(zip(own["period"], own["value"], strict=True))
        for what, own in rows.groupby("what")
    }
    here = there["People living in the country, born abroad"]
    abroad = there["People born in the country, living abroad"]
    years = [int(text) for text in view.figure.layout.yaxis.ticktext]
    assert [str(year) for year in years] == list(here)
    for year, share in zip(map(str, years), path.x, strict=True):
        assert (share > 50) == (abroad[year] > here[year])
        assert share == pytest.approx(100 * abroad[year] / (abroad[year] + here[year]))
    low, high = view.figure.layout.xaxis.range
    assert all(low < share < high for share in path.x)


def test_a_claim_that_only_some_numbers_bear_out_is_said_to_agree_in_part():
    assert verdict([True, True]) == AGREES
    assert verdict([True, False]) == IN_PART
    assert verdict([False, False]) == DIFFERS
    assert AGREES in words(built("country-status", CountryFilters("TJK")))
    assert IN_PART in words(built("country-status", CountryFilters("KGZ")))


def test_methods_that_find_no_onward_moves_are_told_of():
    view = built("country-status", CountryFilters("KAZ"))
    assert any("by 1 of 3 methods" in note for note in view.notes)


def test_what_is_not_known_of_russia_is_said_to_be_missing():
    for name in ("country-status", "country-transit", "country-ages", "country-unnamed"):
        assert built(name, CountryFilters("RUS")).missing
    assert built("country-transit", CountryFilters("RUS")).figure is None


def test_countries_beside_one_get_a_panel_each():
    view = built("country-stocks", CountryFilters("KAZ", ("KGZ", "UZB")))
    assert set(view.table.rows["country"]) == {"Kazakhstan", "Kyrgyzstan", "Uzbekistan"}
    for name in set(view.table.rows["country"]):
        assert f"<b>{name}</b>" in words(view)


def test_per_head_rests_on_the_population_too():
    view = built("country-stocks", CountryFilters("TJK", per="per_1000"))
    assert set(view.sources) == {"un_desa_ims2024", "un_wpp2024"}
    assert view.table.rows["value"].max() < 1000


def test_balances_below_zero_are_drawn_below_zero():
    view = built("country-net", CountryFilters("UZB"))
    low, high = view.figure.layout.yaxis.range
    assert low < min(view.table.rows["value"]) < 0 <= high


@pytest.mark.parametrize("sex", ["female", "male"])
def test_bars_follow_the_sex(sex):
    everybody = built("country-abroad", CountryFilters("KGZ"))
    some = built("country-abroad", CountryFilters("KGZ", sex=sex))
    assert sum(some.figure.data[0].x) < sum(everybody.figure.data[0].x)
    assert sum(some.figure.data[0].x) == pytest.approx(some.table.rows[sex].sum())


def test_a_share_of_women_that_rests_on_an_odd_pair_is_told_of():
    for country, name in (
        ("TKM", "country-abroad"),
        ("KAZ", "country-here"),
        ("TKM", "country-women"),
    ):
        told = " ".join(built(name, CountryFilters(country)).notes)
        assert "born in Turkmenistan who live in Kazakhstan, 88% are women" in told
    assert "unusual" not in " ".join(built("country-women", CountryFilters("KGZ")).notes)


def test_ages_of_an_older_revision_are_named_as_such():
    assert "2020 revision" in built("country-ages", CountryFilters("KGZ")).notes[0]
    assert not built("country-ages", CountryFilters("KAZ")).notes


@pytest.mark.parametrize("size", ["narrow", "wide"])
@pytest.mark.parametrize("lang", ["en", "ru"])
@pytest.mark.parametrize("country", SIX)
def test_the_values_beside_the_path_are_inside_the_chart(country, lang, size):
    context = RenderContext(lang, size=size)
    chart = built("country-status", CountryFilters(country), context).figure
    low, high = chart.layout.xaxis.range
    margin = chart.layout.margin
    room = context.width() - margin.l - margin.r
    labels = [one for one in chart.layout.annotations if one.xref is None and low < one.x < high]
    labels = [one for one in labels if any(letter.isdigit() for letter in one.text)]
    assert labels
    for one in labels:
        at = room * (one.x - low) / (high - low) + (one.xshift or 0)
        wide = text_width(one.text, one.font.size)
        left = at if one.xanchor == "left" else at - wide
        assert left >= -0.5
        assert left + wide <= room + 0.5
