"""What is special about single figures, returned refugees and tracked return migrants."""

import re

import pytest

from components.context import RenderContext
from components.documents.model import Bar
from components.style.marks import RETURN_MARKS
from components.views.returns.dated_words import KIND_NAMES, SERIES, series_words
from components.views.returns.filters import ReturnFilters
from data.areas import FIVE
from data.measures.dated_rows import KINDS, SHOWN, dated_rows
from tests.support import built, drawn, table

TAG = re.compile(r"<[^<>]*>")


def words(figure):
    return [TAG.sub(" ", text) for text in drawn(figure)]


def marks(figure):
    """What the pointer says at the marks of figures, those of headings and key left out."""
    return [text for text in words(figure) if "Source:" in text]


# ----------------------------------------------------------------------- single figures


def test_every_kind_has_a_name_and_every_kind_that_is_shown_a_look():
    assert set(KIND_NAMES) == {"all", *KINDS}
    assert set(RETURN_MARKS) == set(SHOWN)
    assert len({mark.symbol for mark in RETURN_MARKS.values()}) == len(SHOWN)


def test_all_that_the_source_adds_to_a_row_has_words_in_both_languages():
    names = ("returns", "entry_bans", "avrr")
    rows = dated_rows({name: table(name) for name in names}, FIVE)
    known = re.compile(r"^(RO|VRD|Aikol|Mehr|Zhusan)-")
    unknown = {one for one in rows["series"] if one and one not in SERIES and not known.match(one)}
    assert not unknown
    for series in set(rows["series"]) - {""}:
        assert re.search("[А-Яа-яё]", series_words(RenderContext("ru").language, series)), series


def test_every_row_on_return_is_in_the_table_with_where_it_was_read():
    shown = built("returns-dated", ReturnFilters()).table.rows
    names = ("returns", "entry_bans", "avrr")
    assert len(shown) == len(dated_rows({name: table(name) for name in names}, FIVE))
    assert (shown["source_id"].str.len() > 0).all()
    assert (shown["reference"].str.len() > 0).sum() > 150
    assert set(shown["return_kind"]) == {KIND_NAMES[kind] for kind in KINDS}


def test_each_figure_is_one_mark_and_none_is_a_sum():
    values = set(built("returns-dated", ReturnFilters()).table.rows["value"])
    said = [
        float(n.replace(",", ""))
        for kind in ("all", *SHOWN)
        for text in marks(built("returns-dated", ReturnFilters(kind=kind)).figure)
        for n in re.findall(
            r": (?:at least |about |up to )?([\d,]+)[^:]*\((?:people|returns)", text
        )
    ]
    assert len(said) > 200
    assert set(said) <= values


def test_all_kinds_at_once_show_the_largest_figures_and_say_so_and_one_kind_shows_all():
    told = "Only the largest figures"
    several = built("returns-dated", ReturnFilters()).figure
    one = built("returns-dated", ReturnFilters(kind="enforced")).figure
    assert any(told in text for text in words(several))
    assert not any(told in text for text in words(one))
    enforced = [text for text in marks(several) if "36,000" in text or "36 000" in text]
    assert enforced, "the figure of the headline is drawn"


def test_two_outlets_that_disagree_stand_on_one_mark():
    labels = words(built("returns-dated", ReturnFilters(kind="enforced")).figure)
    assert labels.count("21 or 55 ≠") == 2


def test_one_figure_in_two_sources_is_one_mark_that_names_both():
    found = [
        text
        for text in marks(built("returns-dated", ReturnFilters(kind="enforced")).figure)
        if "4,245" in text
    ]
    assert len(found) == 1
    assert found[0].partition("Source:")[2].count(";") == 1


def test_the_table_says_which_rows_are_counts_of_the_same_thing():
    rows = built("returns-dated", ReturnFilters()).table.rows
    same = rows.loc[rows["value"].eq(4_245), "standing"]
    assert list(same) == ["The same figure as in another row"] * 2
    usa = rows.loc[rows["host"].eq("United States") & rows["value"].isin([21, 55]), "standing"]
    assert set(usa) == {"One of two counts of the same thing"}
    total = rows.loc[rows["value"].eq(531), "standing"]
    assert list(total) == ["A total that includes other rows"]


def test_a_part_of_a_year_is_drawn_shorter_than_a_year():
    filters = ReturnFilters(("TJK",), kind="enforced")
    figure = built("returns-dated", filters).figure
    bars = {}
    for word in figure.layout.annotations:
        if word.text in ("44", "31"):
            (bar,) = (
                s
                for s in figure.layout.shapes
                if s.type != "line" and s.y0 < word.y < s.y1 and s.x0 < word.x < s.x1
            )
            bars[word.text] = bar.x1 - bar.x0
    assert bars["31"] == pytest.approx(bars["44"] * 334 / 364, abs=1)  # to 30 November


def test_a_total_without_a_date_stands_beside_the_axis_and_is_hollow():
    figure = built("returns-dated", ReturnFilters(("UZB",), kind="conflict")).figure
    (head,) = (a for a in figure.layout.annotations if a.text == "no date")
    (trace,) = (t for t in figure.data if any("531" in tip for tip in t.customdata))
    at = next(i for i, tip in enumerate(trace.customdata) if "531" in tip)
    assert trace.marker.symbol.endswith("-open")
    assert trace.x[at] >= head.x
    assert "date not given" in trace.customdata[at]


def test_old_figures_stand_before_the_axis_with_their_year():
    labels = words(built("returns-dated", ReturnFilters(("TJK",), kind="enforced")).figure)
    assert "before 2017" in labels or "before 2018" in labels
    assert "≈ 18K · 2004" in labels


def test_enforced_return_and_help_home_never_share_a_colour_or_a_heading():
    enforced, assisted = RETURN_MARKS["enforced"], RETURN_MARKS["assisted"]
    assert enforced.light != assisted.light
    assert enforced.dark != assisted.dark
    labels = words(built("returns-dated", ReturnFilters()).figure)
    assert "Enforced: removals, expulsions, deportations" in " ".join(labels)


def test_a_country_without_any_figure_is_named_in_the_headline_and_in_the_hole():
    shown = built("returns-dated", ReturnFilters(("TKM",), kind="enforced"))
    assert "Turkmenistan" in shown.title
    assert "of any kind shown — Turkmenistan" in shown.missing


def test_figures_of_the_whole_region_are_not_called_figures_of_one_country():
    shown = built("returns-dated", ReturnFilters(("TKM",), kind="enforced"))
    assert shown.title.endswith("none was found for Turkmenistan")
    assert shown.figure is not None


def test_a_kind_that_is_not_known_of_a_country_has_no_chart():
    shown = built("returns-dated", ReturnFilters(("TKM",), kind="own"))
    assert shown.figure is None
    assert "Turkmenistan" in shown.missing


def test_the_largest_figure_of_a_kind_is_in_the_headline():
    title = built("returns-dated", ReturnFilters(("UZB",), kind="state")).title
    assert title.startswith("33 thousand people came home or were evacuated to Uzbekistan")
    assert "in a part of 2026" in title


def test_a_phone_gets_a_list_and_is_told_how_many_more_there_are():
    figure = built("returns-dated", ReturnFilters(), RenderContext("en", size="narrow")).figure
    told = words(figure)
    assert any("more figures are in the table" in text for text in told)
    assert "no date" not in told
    assert max(a.x for a in figure.layout.annotations) < 358


def test_a_note_on_units_and_totals_stands_only_where_it_bears_on_a_figure():
    everything = " ".join(built("returns-dated", ReturnFilters()).notes)
    missions = " ".join(built("returns-dated", ReturnFilters(kind="conflict")).notes)
    for word in ("Mexico counts events", "Totals of all citizenships"):
        assert word in everything
        assert word not in missions


# ----------------------------------------------------------------------- refugees


def test_displaced_people_stand_apart_and_hatched_and_only_where_there_are_any():
    figure = built("returns-refugees", ReturnFilters()).figure
    hatched = [bar for bar in figure.data if bar.marker.pattern.shape]
    assert len(hatched) == 1
    assert max(hatched[0].y) == 200_000
    assert "Apart" not in " ".join(words(built("returns-refugees", ReturnFilters(("TJK",))).figure))


def test_a_year_without_a_row_has_no_column():
    figure = built("returns-refugees", ReturnFilters(("KAZ",))).figure
    assert list(figure.data[0].x) == [1997, 1998, 1999, 2022, 2025]


def test_the_headline_on_refugees_tells_the_largest_year():
    title = built("returns-refugees", ReturnFilters(("TJK",))).title
    assert title.startswith("18 thousand refugees went back to Tajikistan in 1994")
    assert title.endswith("the most in any year known")


def test_the_doubt_on_kazakhstan_is_told_only_with_kazakhstan():
    assert any("Our reading" in note for note in built("returns-refugees", ReturnFilters()).notes)
    assert not any(
        "Our reading" in note for note in built("returns-refugees", ReturnFilters(("TJK",))).notes
    )


# ----------------------------------------------------------------------- tracked


def test_tracked_migrants_are_called_no_flow_and_no_avrr():
    shown = built("returns-tracked", ReturnFilters())
    assert any("not a flow of returns" in note for note in shown.notes)
    assert shown.title.startswith("IOM found about 300 thousand return migrants")
    panels = [panel for block in shown.figure.blocks for panel in block.panels]
    assert panels
    assert not any(isinstance(panel.inline, Bar) for panel in panels)  # nothing to compare


@pytest.mark.parametrize("code", ["KAZ", "TKM", "UZB"])
def test_a_country_without_a_round_is_a_hole_with_an_owner(code):
    shown = built("returns-tracked", ReturnFilters((code,)))
    assert shown.figure is None
    assert "dtm.iom.int" in shown.missing
