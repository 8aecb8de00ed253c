"""Views of ages abroad: holes in their place, no share of few people, nothing beside its group."""

import pytest

from components.context import RenderContext
from components.views.countries.filters import CountryFilters
from data.areas import FIVE
from data.measures.ages_abroad import counts
from tests.support import built, drawn, table

LANGUAGES = pytest.mark.parametrize("lang", ["en", "ru"])


def words(view):
    return " ".join(drawn(view.figure)).replace("<br>", " ")


def pyramid(country, host="", **more):
    return built("ages-pyramid", CountryFilters(country, host=host), RenderContext(**more))


def test_the_headline_says_how_many_have_no_recent_ages():
    shown = built("ages-destinations", CountryFilters("KAZ"))
    assert shown.title == (
        "The atlas has no ages from 2015 on for 94% of people born in Kazakhstan who live abroad"
    )
    assert "67%" in built("ages-destinations", CountryFilters("TKM")).title


def test_a_host_without_ages_is_a_hatched_row_that_names_who_would_have_them():
    shown = built("ages-destinations", CountryFilters("KAZ"))
    rows = shown.table.rows.set_index("place")
    for host in ("Russia", "Ukraine", "Belarus", "United States"):
        assert rows.loc[host, "year"] == "" and rows.loc[host, "drawn"] == "yes"
        assert rows.loc[host, ["people", "women", "working"]].isna().all()
    hatched = [trace for trace in shown.figure.data if trace.marker.pattern.shape == "/"]
    assert len(hatched) == 1 and len(hatched[0].y) >= 4
    assert "Rosstat (censuses of 2010 and 2021)" in words(shown)
    assert "Rosstat" in shown.missing and "US Census Bureau" in shown.missing
    assert "Destatis" in rows.loc["Germany", "office"]


def test_hosts_stand_in_the_order_of_their_people_and_say_their_own_year():
    rows = built("ages-destinations", CountryFilters("KAZ")).table.rows
    assert list(rows["place"][:3]) == ["Russia", "Germany", "Ukraine"]
    assert rows["stock"].is_monotonic_decreasing
    germany = rows.set_index("place").loc["Germany"]
    assert (germany["year"], germany["median"]) == ("2011", "35–39")
    assert (germany["people"], germany["unknown"]) == (828_802, 17)
    assert germany["women"] == pytest.approx(51.6, abs=0.05)


def test_an_old_count_is_hollow_and_a_broad_one_a_line():
    shown = built("ages-destinations", CountryFilters("KAZ"))
    half, median, thin = shown.figure.data[:3]
    germany = next(at for at, tip in enumerate(half.customdata) if "Germany, 2011" in tip)
    korea = next(at for at, tip in enumerate(half.customdata) if "South Korea, 2015" in tip)
    assert half.marker.color[germany].endswith(",0)")
    assert half.marker.line.width[germany] > half.marker.line.width[korea] == 0
    assert not any("Türkiye" in tip for tip in (*half.customdata, *median.customdata))
    assert [("Türkiye" in tip) for tip in thin.customdata] == [True]


def test_few_people_get_no_share_in_the_chart():
    rows = built("ages-destinations", CountryFilters("TJK")).table.rows
    small = rows.loc[rows["people"].lt(500) & rows["drawn"].eq("yes")]
    assert small.empty or "–" in words(built("ages-destinations", CountryFilters("TJK")))


@pytest.mark.parametrize(
    ("country", "host", "title"),
    [
        ("KAZ", "", "57% of those born in Kazakhstan who lived in Germany in 2011 were under 40"),
        ("UZB", "", "89% of those born in Uzbekistan who lived in Türkiye in 2022 were aged 15–64"),
        (
            "UZB",
            "JPN",
            "52% of the citizens of Uzbekistan who lived in Japan in 2023 were under 25",
        ),
        ("KAZ", "EGY", "162 citizens of Kazakhstan lived in Egypt in 2006"),
        ("KGZ", "RUS", "The atlas has no ages of people born in Kyrgyzstan who live in Russia"),
    ],
)
def test_a_pyramid_says_its_finding(country, host, title):
    assert pyramid(country, host).title == title


def test_men_are_left_and_women_right_and_bars_are_per_five_years_of_age():
    men, women = pyramid("UZB", "TUR").figure.data[:2]
    count = counts(table("ages_abroad"), "UZB")["TUR"]
    children, adults = count.groups
    assert list(men.x) == [-children.male / 3, -adults.male / 10]
    assert list(women.x) == [children.female / 3, adults.female / 10]
    assert list(women.width) == pytest.approx([15 * 0.86, 50 * 0.86])


def test_ages_that_are_not_published_are_a_hatched_band():
    shown = pyramid("UZB", "TUR")
    assert [trace.marker.pattern.shape for trace in shown.figure.data][-1] == "/"
    assert "65+ years" in words(shown)
    assert "4,437 people" in shown.missing
    assert "65+ years" not in words(pyramid("UZB", "KOR"))


def test_the_table_has_every_group_and_the_total():
    rows = pyramid("KAZ", "DEU").table.rows
    assert rows["both"].iloc[:-2].sum() == 828_785
    assert list(rows["age"].iloc[-2:]) == ["age not known", "all ages"]
    assert list(rows["both"].iloc[-2:]) == [17, 828_802]


def test_an_empty_group_between_two_is_drawn_as_empty():
    for code, count in counts(table("ages_abroad"), "TKM").items():
        women = pyramid("TKM", code).figure.data[1]
        tops = [y + width / 0.86 / 2 for y, width in zip(women.y, women.width, strict=True)]
        bottoms = [y - width / 0.86 / 2 for y, width in zip(women.y, women.width, strict=True)]
        assert bottoms[1:] == pytest.approx(tops[:-1]), code
        assert count.groups


@LANGUAGES
@pytest.mark.parametrize("country", FIVE)
def test_every_count_has_a_pyramid_that_fits_its_headline(country, lang):
    for host in counts(table("ages_abroad"), country):
        assert len(pyramid(country, host, lang=lang).title) <= {"en": 90, "ru": 100}[lang]


def test_russia_is_told_that_only_the_five_are_here():
    for name in ("ages-destinations", "ages-pyramid"):
        shown = built(name, CountryFilters("RUS"))
        assert shown.figure is None and "five countries" in shown.missing
