"""What views say of a question: which charts fit, what is left out, what is told apart."""

from dataclasses import replace

import pandas as pd
import pytest

from components.card.rows import rows_html
from components.context import RenderContext
from components.controls.explore import CHOICES
from components.controls.placed import Told
from components.documents.model import Grid
from components.language import language
from components.phrases.tables import FAMILIES, TABLES
from components.views.explore.answer import WHY, charts_offered
from components.views.explore.coverage import ALL, extents
from components.views.explore.draw import gaps
from components.views.explore.filters import ExploreFilters, told, written
from components.views.explore.shapes import shape_of, told_apart
from components.views.spec import TablesByName
from data.codelists import code_list
from data.errors import MissingTable
from data.explore.question import Question
from data.schema import tables
from tests.support import built, table

READ = TablesByName(ALL, table)
BORN = "origin=KAZ&source_id=un_desa_ims2024&sex=total"


def answer(data, asked="", chart="rows", lang="en", **more):
    return built("explore-answer", ExploreFilters(data, asked, chart, **more), RenderContext(lang))


def test_every_table_has_its_subject_its_name_and_words_in_both_languages():
    named = [name for _, names in FAMILIES.values() for name in names]
    assert sorted(named) == sorted(tables()) == sorted(TABLES)
    for one in tables().values():
        for told_in in (one.titles, one.descriptions):
            assert set(told_in) == {"en", "ru"}
            assert told_in["en"] != told_in["ru"]


def test_coverage_counts_every_row_once():
    rows = built("explore-coverage", None, RenderContext("en")).table.rows.set_index("table_name")
    periods = [name for name in rows if name.startswith("p")]
    for name in ("returns", "votes", "citizenship_rules"):
        frame = table(name)
        assert rows.loc[name, "rows"] == len(frame)
        dated = frame["year"] if "year" in frame else frame.get("date", pd.Series(dtype=float))
        assert rows.loc[name, periods].fillna(0).sum() == dated.notna().sum()


def test_a_table_that_cannot_be_read_is_told_and_the_others_are_there():
    def load(name):
        if name == "votes":
            raise MissingTable(name, "for the test")
        return table(name)

    found = {one.name: one for one in extents(TablesByName(ALL, load))}
    assert found["votes"].rows is None
    assert found["returns"].count == len(table("returns"))


@pytest.mark.parametrize(
    ("data", "asked", "charts", "why"),
    [
        ("migrant_stocks", f"{BORN}&year=2024", {"bars", "map"}, ""),
        ("migrant_stocks", f"{BORN}&destination=RUS", {"lines"}, ""),
        ("migrant_stocks", BORN, {"lines", "heat", "slope"}, ""),
        ("migrant_stocks", "", set(), "many_rows"),
        ("votes", "", set(), "no_value"),
        ("votes", "_by=status", {"bars"}, ""),
        ("votes", "_by=status,country", {"heat"}, ""),
        ("votes", "_by=status,country,name", set(), "dimensions"),
        ("votes", "country=TKM&status=none", set(), "no_value"),
        ("returns", "host=GBR&year=2010..2024", set(), "units"),
        ("by_region", "indicator=region_working_abroad", {"bars", "map"}, ""),
        ("sdg_indicators", "country=KAZ&year=1900", set(), "nothing"),
    ],
)
def test_a_chart_is_offered_where_the_answer_has_its_shape(data, asked, charts, why):
    found, reason = charts_offered(READ, ExploreFilters(data, asked))
    assert found[0] == "rows"
    assert (charts <= set(found[1:]), reason) == (True, why)
    assert bool(found[1:]) == bool(charts)
    assert reason in ("", *WHY)
    for chart in found[1:]:
        shown = answer(data, asked, chart)
        assert shown.figure is not None, chart
        assert shown.sources


def test_a_chart_that_does_not_fit_says_why_in_its_place():
    shown = answer("votes", "", "lines", "ru")
    assert shown.figure is None
    assert "слова, а не числа" in shown.missing


def test_what_is_counted_otherwise_from_year_to_year_is_no_line():
    rows = pd.DataFrame({"country": "KAZ", "year": [2000, 2001], "source_id": ["a", "b"]})
    assert told_apart("population", rows.assign(source_id="a")) == ("year",)
    assert told_apart("population", rows) == ("year", "source_id")
    each = pd.concat([rows.assign(source_id="a"), rows.assign(country="UZB", source_id="b")])
    assert told_apart("population", each) == ("country", "year")


def test_rows_that_nothing_tells_apart_are_no_chart():
    rows = pd.DataFrame({"country": ["KAZ", "KAZ"], "year": 2000, "value": [1.0, 2.0]})
    shape = shape_of(Question("population"), rows, ("persons",))
    assert (shape.dims, shape.why) == ((), "dimensions")


def test_sums_of_places_stay_out_of_charts_and_are_named():
    shown = answer("migrant_stocks", f"{BORN}&year=2024", "bars")
    assert "World" in shown.table.rows["destination"].tolist()
    assert not any("World" in one.text for one in shown.figure.layout.annotations)
    assert any("World" in note for note in shown.notes)


def test_the_numbers_of_a_page_are_those_of_the_table():
    shown = answer("avrr", "host=GBR&_sort=-value")
    frame = table("avrr")
    own = frame.loc[frame["host"].eq("GBR"), "value"].sort_values(ascending=False)
    assert shown.table.rows["value"].tolist() == own.tolist()
    assert f"{len(own)} of {len(frame)} rows" in shown.subtitle


def test_a_heat_table_shows_holes_as_holes():
    shown = answer("votes", "_by=status,country", "heat")
    [grid] = shown.figure.blocks
    assert isinstance(grid, Grid)
    cells = [cell for row in grid.rows for cell in row.cells]
    frame = table("votes")
    pairs = frame[["status", "country"]].drop_duplicates()
    assert sum(cell.state == "plain" for cell in cells) == len(pairs)
    assert sum(cell.state == "none" for cell in cells) == len(cells) - len(pairs)


def test_what_may_not_be_put_together_says_why():
    shown = answer("returns", "_by=host&_how=sum", "bars")
    assert shown.figure is None
    assert "never put together" in shown.missing


def test_values_of_a_column_become_columns():
    shown = answer("votes", "_by=country,status&_across=country")
    frame = table("votes")
    wide = pd.crosstab(frame["status"], frame["country"])
    kazakhstan = next(one for one in shown.table.columns if one.label == "Kazakhstan")
    told = shown.table.rows.set_index("status")[kazakhstan.name].dropna()
    assert told.tolist() == [n for n in wide["KAZ"] if n]


def test_codes_stand_for_names_where_they_are_asked_for():
    plain, codes = (answer("votes", "country=TKM", codes=one) for one in (False, True))
    assert "Turkmenistan" in plain.table.rows["country"].tolist()
    assert set(codes.table.rows["country"]) == {"TKM"}


def test_each_row_leads_to_its_source_and_its_note():
    shown = answer("migrant_stocks", "origin=KAZ&destination=DEU")
    html = rows_html(shown, language("en"), "x")
    assert html.count("<tr>") == len(shown.table.rows) + 1
    assert "rel='noopener noreferrer'>UN DESA 2024</a>" in html
    assert "<details><summary>Note</summary>" in html
    first = code_list("notes").iloc[0]["text_en"]
    assert "<script" not in rows_html(replace(shown, title="<script>"), language("en"), first)


def test_a_value_never_stands_without_its_unit():
    shown = answer("labour_and_stay", "_columns=origin,year,value")
    assert any(one.kind == "unit" for one in shown.table.columns)


def test_a_page_of_a_hundred_rows_is_light():
    html = rows_html(answer("migration_flows", lang="ru"), language("ru"), "x")
    assert len(html.encode()) < 150_000


# The link


@pytest.mark.parametrize(
    ("link", "asked", "lost"),
    [
        ({"host": "gbr,deu"}, "host=GBR,DEU", False),
        ({"host": "GBR,XYZ"}, "host=GBR", True),
        ({"year": "2010..2020"}, "year=2010..2020", False),
        ({"year": "lately"}, "", True),
        ({"indicator": "migrant_stock"}, "", True),  # of another table
        ({"country": "KAZ"}, "", False),  # set aside: the table has no such column
        ({"_by": "host,nothing", "_how": "sum"}, "_by=host&_how=sum", True),
        ({"_how": "eval"}, "", True),
        ({"_across": "year"}, "", True),
        ({"note_id": ","}, "note_id=,", False),
        ({"_sort": "-value,bad"}, "_sort=-value", True),
        ({"_search": "x" * 300}, "", True),
    ],
    ids=str,
)
def test_what_a_link_asks_is_understood_as_far_as_the_table_has_it(link, asked, lost):
    filters = CHOICES.read(Told({"data": "returns", **link}))
    assert filters.asked == asked
    odd = [
        CHOICES.keys[key].means(ExploreFilters("returns", ""), value)[1]
        for key, value in link.items()
        if CHOICES.keys[key].is_there(ExploreFilters("returns"))
    ]
    assert any(odd) == lost


def test_a_question_is_written_as_it_is_read():
    asked = "host=GBR,DEU&year=2010..2024&_by=origin&_how=sum"
    assert written(told(asked)) == asked
    assert CHOICES.read(Told({"data": "returns", **told(asked)})).asked == asked


@pytest.mark.parametrize(
    ("years", "between"),
    [
        ((1990, 1995, 2000, 2005, 2010, 2015, 2020, 2024), []),  # the last step is a shorter one
        ((1990, 1995, 2005, 2010), [2000]),
        ((2010, 2011, 2015, 2016), [2012]),
        ((2010, 2011, 2015), [2012]),  # as many of both: the shorter way is the usual one
        ((2010,), []),
        ((), []),
    ],
)
def test_a_line_is_drawn_over_no_longer_way_than_is_usual_in_it(years, between):
    assert gaps(years) == between
