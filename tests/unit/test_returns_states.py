"""The page of returns in every state that its choices can reach: numbers, years and words."""

import re

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from components.context import RenderContext
from components.language import language
from components.style.fonts import text_width
from components.views.registry import SPECS
from components.views.returns.filters import DATED_KINDS, KINDS, SERIES, SPLITS, ReturnFilters
from data.areas import FIVE
from data.measures.drivers import UNION
from data.measures.returns import uk_returns
from data.measures.returns_eu import reporting, returned_rows
from tests.cases.returns import CASES
from tests.support import built, table, written

NAMES = sorted(name for name in SPECS if name.startswith("returns-"))
HOSTS = (UNION, *reporting(returned_rows(table("returns"), FIVE)))
YEAR = r"(?:19|20)\d\d"
DECIMAL_YEAR = re.compile(rf"(?<![\d.,]){YEAR}[.,]0(?!\d)")
EQUAL_ENDS = re.compile(rf"(?<!\d)({YEAR})[–—]\1(?!\d)|(?<![\d.])(\d+) (?:to|до) \2(?!\d)")
STATES = st.builds(
    ReturnFilters,
    countries=st.lists(st.sampled_from(FIVE), min_size=1, unique=True).map(
        lambda who: tuple(code for code in FIVE if code in who)
    ),
    year=st.integers(2003, 2026),
    by=st.sampled_from(SPLITS),
    uk_kind=st.sampled_from(KINDS),
    kind=st.sampled_from(DATED_KINDS),
    series=st.sampled_from(SERIES),
    host=st.sampled_from(HOSTS),
)
walked = settings(max_examples=5, suppress_health_check=[HealthCheck.too_slow])


def numbers(text):
    """The whole numbers of a headline that are not years."""
    plain = re.sub(r"(?<=\d)[\u00a0,](?=\d{3})", "", text)
    return [int(one) for one in re.findall(r"(?<![\d.,])\d+(?![\d.,]|\u00a0(?:тыс|млн))", plain)]


@pytest.mark.parametrize("name", NAMES)
@walked
@given(state=STATES, lang=st.sampled_from(["en", "ru"]))
def test_no_state_prints_a_decimal_year_or_a_range_of_one_number(name, state, lang):
    shown = built(name, state, RenderContext(lang))
    cells = (cell for column in shown.table.rows for cell in shown.table.rows[column])
    for text in (*written(shown), *(cell for cell in cells if isinstance(cell, str))):
        assert not DECIMAL_YEAR.search(text), text
        assert not EQUAL_ENDS.search(text), text


@walked
@given(state=STATES)
def test_counts_of_the_headline_are_those_of_the_table(state):
    shown = built("returns-uk-share", state)
    rows = shown.table.rows
    own = rows.loc[rows["place"].ne("World")]
    known = {state.year, *(int(own[name].sum()) for name in ("voluntary", "enforced", "assisted"))}
    for number in numbers(shown.title):
        assert number in known or number >= 1000, (shown.title, known)
    assert "%" not in shown.title


@pytest.mark.parametrize("code", FIVE)
@pytest.mark.parametrize("year", sorted(set(uk_returns(table("returns"))["year"])))
def test_every_year_is_told_as_the_home_office_counts_it(code, year):
    found = uk_returns(table("returns"))
    row = found.loc[found["origin"].eq(code) & found["year"].eq(year)]
    shown = built("returns-uk-share", ReturnFilters((code,), year))
    if row.empty:
        assert f"{year}" in shown.missing
        return
    told = set(numbers(shown.title))
    for name in ("voluntary", "assisted"):
        value = row[name].iloc[0]
        assert pd.isna(value) or not value or int(value) in told, (name, shown.title)


@pytest.mark.parametrize("name", ["returns-uk-share", "returns-uk-by", "returns-uk-years"])
@walked
@given(state=STATES)
def test_what_is_not_split_is_never_called_assisted(name, state):
    """Where the voluntary returns of a year are one total, nothing of it is assisted return."""
    shown = built(name, state)
    rows = shown.table.rows
    if name == "returns-uk-by":
        newest = rows.loc[rows["when"].eq("2025"), "what"]
        assert not newest.str.contains("assisted", case=False).any()
    else:
        newest = rows.loc[rows["year"].eq("2025")]
        assert newest["assisted"].isna().all()
    assert not ("2025" in shown.title and re.search(r"assisted|had help", shown.title))


@pytest.mark.parametrize("name", ["returns-usa", "returns-usa-found"])
@walked
@given(state=STATES)
def test_american_figures_say_that_their_years_are_fiscal(name, state):
    shown = built(name, state)
    assert "fiscal years (October to September)" in shown.subtitle
    assert shown.table.rows["year"].str.startswith("FY ").all()
    assert not shown.table.rows.duplicated(["place", "what", "year"]).any()  # one Yearbook a year
    assert "voluntar" not in shown.title


@walked
@given(state=STATES)
def test_a_headline_of_single_figures_names_one_of_them(state):
    shown = built("returns-dated", state)
    if state.kind == "all" or not len(shown.table.rows):
        return
    first = shown.title
    thousands = re.search(r"([\d.]+) thousand", first)
    told = (
        [1000 * float(thousands[1])]
        if thousands
        else [float(one) for one in numbers(first) if not re.fullmatch(YEAR, str(one))]
    )
    values = shown.table.rows["value"]
    for number in told[:1]:
        near = values.sub(number).abs().le(0.05 * number + 0.5)
        assert near.any(), shown.title


@pytest.mark.parametrize("name", NAMES)
def test_words_on_an_order_to_leave_are_one_in_russian(name):
    for who in (FIVE, ("UZB",)):
        told = " ".join(written(built(name, ReturnFilters(who), RenderContext("ru"))))
        assert not re.search(r"решени\w+ о выезде", told)


@pytest.mark.parametrize(
    ("number", "form"),
    [
        (1, "возвращение"),
        (21, "возвращение"),
        (34, "возвращения"),
        (12, "возвращений"),
        (305, "возвращений"),
    ],
)
def test_russian_counts_of_returns_agree_with_their_number(number, form):
    lang = language("ru")
    told = lang.plural("{n} voluntary return", "{n} voluntary returns", number, n=number)
    assert told.endswith(form)


SIZES = ("narrow", "medium", "wide", "large")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["en", "ru"])
def test_dots_are_people_that_can_be_seen_and_stand_inside_the_picture(size, lang):
    """A longer heading once left room for no step but the smallest: dots of four pixels."""
    for state in CASES["returns-uk-share"]:
        shown = built("returns-uk-share", state, RenderContext(lang, "light", size))
        if shown.figure is None:
            continue
        rows = shown.table.rows.loc[lambda told: told["place"].ne(language(lang).place("WLD"))]
        people = rows["voluntary"].sum() + rows["enforced"].sum()
        (_, right), (low, _) = (shown.figure.layout[axis].range for axis in ("xaxis", "yaxis"))
        points = [xy for trace in shown.figure.data for xy in zip(trace.x, trace.y, strict=True)]
        assert len(points) == len(set(points)) == people
        assert all(0 < x < right and 0 < y < low for x, y in points)
        least = 6 if size == "narrow" else 9
        assert all(trace.marker.size >= least for trace in shown.figure.data), state


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["en", "ru"])
def test_every_count_of_the_overview_is_a_mark_whose_label_has_room(size, lang):
    for state in CASES["returns-overview"]:
        context = RenderContext(lang, "light", size)
        shown = built("returns-overview", state, context)
        figure, rows = shown.figure, shown.table.rows
        first = rows.drop_duplicates(["what", "origin"])
        marks = [tip for trace in figure.data for tip in trace.customdata]
        assert len(marks) == len(first)
        low, high = figure.layout.xaxis.range
        margin = figure.layout.margin
        room = context.width() - margin.l - margin.r
        for note in figure.layout.annotations:
            if note.xref == "x" or note.xref is None:
                at = (note.x - low) / (high - low) * room + note.xshift
                assert at + text_width(note.text, 15) <= room + margin.r + 1, (state, note.text)
