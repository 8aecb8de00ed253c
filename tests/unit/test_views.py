"""Every corridor view, for every measure, every choice of countries and both languages."""

import math
import re
from itertools import product

import pandas as pd
import plotly.graph_objects as go
import pytest

from components.documents.model import Document, Panels
from components.language import language
from components.maps.draw import map_body
from components.maps.drawing import MapDrawing
from components.view import View
from data.areas import FIVE
from data.measures.catalogue import CORRIDORS, EDITION
from data.measures.corridors import NOT_A_PLACE, directions
from tests.support import (
    GROUPS,
    VIEWS,
    chosen,
    drawn,
    escaped,
    found,
    view,
    written,
)
from tests.view_contract import holds, plotted

READERS = ("en", "ru")
LINES = ("time", "five", "corridor-history", "evidence")
every_measure = pytest.mark.parametrize("measure", CORRIDORS)
every_view = pytest.mark.parametrize("name", VIEWS)
both_languages = pytest.mark.parametrize("lang", READERS)


def all_choices(name: str, measure: str, lang: str) -> list[View]:
    return [view(name, measure, countries, lang) for countries in GROUPS]


# The whole matrix


@both_languages
@every_view
@every_measure
def test_a_view_is_whole_true_to_its_table_and_speaks_its_readers_language(measure, name, lang):
    for countries in GROUPS:
        shown = view(name, measure, countries, lang)
        assert shown.name == name
        holds(shown, lang)
        draws_what_its_table_says(shown, lang)


def draws_what_its_table_says(shown: View, lang: str) -> None:
    rows, rest = shown.table.rows, shown.table.rows.iloc[:0]
    if "drawn" in rows:
        marked = rows["drawn"].eq(language(lang).text("yes"))
        rows, rest = rows.loc[marked], rows.loc[~marked]
    if shown.name == "five" and shown.figure is not None:  # two years of those in the table
        points = {value for trace in shown.figure.data for value in trace.x if value is not None}
        assert points <= set(rows["value"])
    elif isinstance(shown.figure, go.Figure):
        here = language(lang).place(shown.places[0])
        others = added_up(rest, shown.name, here) if shown.name in ("ranked", "sankey") else []
        assert sorted(plotted(shown.figure)) == pytest.approx(sorted([*rows["value"], *others]))
    elif isinstance(shown.figure, MapDrawing):
        listed = list(rows["codes"])
        arrows = shown.figure.drawn.arrows
        assert [f"{arrow.start}-{arrow.end}" for arrow in arrows] == listed
        assert not any(NOT_A_PLACE & set(code.split("-")) for code in listed)
    elif isinstance(shown.figure, Document):
        (block,) = shown.figure.blocks
        assert isinstance(block, Panels)
        assert [panel.code for panel in block.panels if panel.code] == list(rows["codes"])
    else:
        assert rows.empty


def added_up(rest: pd.DataFrame, name: str, here: str) -> list[float]:
    """What a chart draws as “Other”: all that it does not name, in a Sankey each side apart."""
    inwards = rest["end"].eq(here)
    sides = [rest] if name == "ranked" else [rest.loc[inwards], rest.loc[~inwards]]
    return [float(side["value"].sum()) for side in sides if len(side)]


@every_view
@every_measure
def test_no_string_of_a_view_escapes_translation(measure, name):
    for countries in GROUPS:
        shown = view(name, measure, countries, "qps")
        for text in {*written(shown), *drawn(shown.figure)}:
            assert not escaped(without_data(text, shown)), text


def without_data(text: str, shown: View) -> str:
    """Return a text without the names of the sources' own series."""
    ids = source_series(shown)
    for one in ids:
        text = text.replace(f"<br>{one}: ", "<br>")
    return "" if text in ids else text


def source_series(shown: View) -> set[str]:
    """Names that a source gives to its own series, such as “Census_2021”: data, not words."""
    if shown.name != "evidence":
        return set()
    names = set(shown.table.rows["series"]) - {"pairs", "totals", "ages"}
    return {name for name in names if re.fullmatch(r"\S+", name)}


@both_languages
@every_measure
def test_caveats_come_with_every_measure(measure, lang):
    assert view("ranked", measure, FIVE, lang).remarks


def test_a_view_of_all_years_tells_the_same_caveats_whatever_year_is_chosen():
    first = int(found("asylum")["year"].min())
    early, late = view("five", "asylum", FIVE, year=first), view("five", "asylum", FIVE)
    assert early.table.rows.equals(late.table.rows)
    assert {remark.text for remark in early.remarks} == {remark.text for remark in late.remarks}


def test_a_ratio_of_modelled_flows_comes_with_the_caveats_of_its_source():
    history = view("corridor-history", "stock", ("KAZ",), pair=("KAZ", "RUS"))
    modelled = view("corridor-history", "flow", ("KAZ",), pair=("KAZ", "RUS"))
    assert EDITION in history.sources
    assert {r.text for r in modelled.remarks} & {r.text for r in history.remarks}


# The numbers


@every_measure
def test_tables_are_exact_to_the_last_person(measure):
    data = found(measure)
    for countries in GROUPS:
        picked = chosen(measure, countries, "en", "wide")
        rows = picked.table.rows
        of_the_year = data.loc[data["year"] == picked.filters.year]
        exact = {f"{r.start}-{r.end}": r.value for r in of_the_year.itertuples()}
        for row in rows.itertuples():
            assert row.value == exact[row.codes]


@every_measure
def test_shares_of_a_table_of_corridors_add_up_to_all(measure):
    for countries in GROUPS:
        picked = chosen(measure, countries, "en", "wide", top=10)
        rows = picked.table.rows
        assert len(rows) == len(picked.selection.every)
        assert not picked.selection.total or math.isclose(rows["share"].sum(), 100)


@every_measure
def test_headlines_follow_the_direction_and_the_partner(measure):
    titles = set()
    for way in directions(found(measure)):
        titles.add(view("corridor-map", measure, FIVE, direction=way).title)
    assert len(titles) == len(directions(found(measure)))
    way = directions(found(measure))[0]
    row = found(measure).query("value > 0").iloc[-1]
    partner = row["end"] if row["start"] in FIVE else row["start"]
    year = int(row["year"])
    others = {*found(measure)["start"], *found(measure)["end"]} - {*FIVE, partner}
    alone = view("corridor-map", measure, FIVE, direction=way, partners=(partner,), year=year)
    everyone = view("corridor-map", measure, FIVE, direction=way, year=year)
    assert alone.title != everyone.title or len(everyone.table.rows) == 1 or not others


# Choices for which there is nothing


@both_languages
@pytest.mark.parametrize("name", [n for n in VIEWS if n != "five"])
def test_a_choice_without_figures_is_told_and_not_drawn(name, lang):
    empty = view(name, "frontex_voluntary", ("KAZ",), lang, pair=("TKM", "VAT"))
    assert empty.figure is None
    assert empty.title
    assert empty.table.rows.empty


def test_a_corridor_that_no_source_counts_says_who_would_have_the_figure():
    for lang in READERS:
        empty = view("evidence", "stock", ("TKM",), lang, pair=("TKM", "VAT"))
        assert empty.missing
        assert empty.sources == ()


def test_a_direction_that_a_measure_does_not_know_is_not_told_as_a_zero():
    zero = re.compile(r"(?<![\d.,])0(?![\d.,])")
    for measure in CORRIDORS:
        for lang in READERS:
            title = view("sankey", measure, ("UZB",), lang).title
            assert not zero.search(title), title


def test_a_gap_on_one_way_of_a_corridor_is_told_as_a_gap():
    for lang in READERS:
        history = view("corridor-history", "permits", ("KAZ",), lang, pair=("KAZ", "DEU"))
        assert len(history.figure.data) == 1
        assert len(history.notes) == 2  # the way back has no figure; the counter-stream ratio


@every_measure
def test_the_history_of_a_corridor_leaves_gaps_for_years_without_a_figure(measure):
    for countries in GROUPS:
        figure = view("corridor-history", measure, countries).figure
        published = chosen(measure, countries, "en", "wide").published
        for trace in figure.data if figure else ():
            years = [year for year in trace.x if year % 1 == 0]  # a break lies between two years
            assert years == [y for y in published if years[0] <= y <= years[-1]]
            assert trace.connectgaps is False


# Look


@pytest.mark.parametrize("size", ["narrow", "medium", "wide", "large"])
def test_the_map_is_made_for_the_width_of_the_window_and_shows_the_same_corridors(size):
    drawn_here = view("corridor-map", "stock", FIVE, "en", size)
    assert drawn_here.table.rows.equals(view("corridor-map", "stock").table.rows)
    assert drawn_here.title == view("corridor-map", "stock").title


@pytest.mark.parametrize("name", LINES)
def test_narrow_charts_have_the_same_numbers(name):
    wide, narrow = (view(name, "flow", ("KAZ",), "ru", size) for size in ("wide", "narrow"))
    assert narrow.table.rows.equals(wide.table.rows)
    assert sorted(plotted(narrow.figure)) == sorted(plotted(wide.figure))


@every_measure
def test_the_same_choice_gives_the_same_view(measure):
    once = map_body(view("corridor-map", measure).figure, str)
    view.cache_clear()
    assert map_body(view("corridor-map", measure).figure, str) == once


# The pseudo-language


@pytest.mark.parametrize("name", VIEWS)
def test_no_string_of_a_figure_escapes_translation(name):
    shown = view(name, "stock", ("KAZ",), "qps")
    for text in drawn(shown.figure):
        assert not escaped(without_data(text, shown)), text


@every_measure
def test_no_string_of_other_directions_escapes_translation(measure):
    for way, sex in product(directions(found(measure)), ("total", "female")):
        if sex == "total" or CORRIDORS[measure].sexes:
            shown = view("corridor-map", measure, FIVE, "qps", direction=way, sex=sex)
            for text in (*written(shown), *drawn(shown.figure)):
                assert not escaped(text), text
