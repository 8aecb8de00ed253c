"""Two pages draw one series alike: values, where lines are interrupted, units, incomplete years."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations, pairwise
from typing import Any

import pytest

from components.language import language
from components.views.corridors.filters import CorridorFilters
from components.views.countries.filters import CountryFilters
from components.views.countries.forced_words import GROUP_NAMES
from components.views.measures import CORRIDOR_WORDS
from components.views.types.filters import TypesFilters
from components.views.types.words import COVERAGE_NAMES, name_of
from data.areas import FIVE
from data.measures.catalogue import BESIDE_EVENTS, SERIES, of_type
from data.measures.measure import CountrySeries
from data.measures.protection import GROUPS
from tests.support import built

LANG = language("en")
INCOMPLETE = LANG.text(COVERAGE_NAMES["incomplete"])
Steps = set[tuple[int, int]]


@dataclass
class Drawn:
    """What one page shows of one series of one country."""

    page: str
    unit: str
    joined: Steps = field(default_factory=set)
    values: dict[int, float] = field(default_factory=dict)
    incomplete: set[int] = field(default_factory=set)
    marks: bool = False  # whether the page says which years are incomplete
    lines: bool = False  # whether it joins its values by lines

    def take(self, trace: Any) -> None:
        """Add a trace: its points, and which of them its line joins."""
        self.lines = True
        points = list(zip(trace.x, trace.y, strict=True))
        if "lines" in trace.mode:
            self.joined |= {
                (round(a[0]), round(b[0]))
                for a, b in pairwise(points)
                if a[1] is not None and b[1] is not None
            }
        self.values |= {round(x): float(y) for x, y in points if y is not None}


def years_of(when: Any, values: Any) -> dict[int, float]:
    """The values of whole years, and of their ends."""
    pairs = zip(when.astype(str), values, strict=True)
    found = ((re.fullmatch(r"(?:end of )?(\d{4})", said), value) for said, value in pairs)
    return {int(year[1]): float(value) for year, value in found if year}


def of_panel(figure: Any, index: int) -> list[Any]:
    axis = "x" if index == 0 else f"x{index + 1}"
    return [trace for trace in figure.data if (trace.xaxis or "x") == axis]


def in_cell(series: CountrySeries, country: str) -> Drawn | None:
    """The dots of a series in its cell of the page of flow types, by its table."""
    flow_type = series.measure.flow_type
    view = built("types-cell", TypesFilters(flow_type=flow_type, country=country))
    rows = view.table.rows
    there = [one for one in of_type(flow_type) if name_of(LANG, one) in set(rows["what"])]
    if series not in there:
        return None
    own = rows.loc[rows["what"].eq(name_of(LANG, series))]
    assert set(own["unit"]) == {LANG.label("units", series.measure.unit)}
    drawn = Drawn("flow types", series.measure.unit, marks=True)
    drawn.values = years_of(own["when"], own["value"])
    drawn.incomplete = {int(when) for when in own.loc[own["coverage"].eq(INCOMPLETE), "when"]}
    return drawn


def in_five(series: CountrySeries, country: str) -> Drawn | None:
    """The rows of a country in the table of in and out by country."""
    measure = series.measure
    view = built("five", CorridorFilters(measure=measure.id))
    words = CORRIDOR_WORDS[measure.id]
    way = LANG.text(words.side_out if series.column == measure.start else words.side_into)
    rows = view.table.rows
    own = rows.loc[rows["place"].eq(LANG.place(country)) & rows["way"].eq(way)]
    if own.empty:
        return None
    column = next(one for one in view.table.columns if one.name == "value")
    drawn = Drawn("corridors", column.unit, marks=True)
    drawn.values = years_of(own["period"], own["value"])
    if "coverage" in own:
        drawn.incomplete = {int(y) for y in own.loc[own["coverage"].eq(INCOMPLETE), "period"]}
    return drawn


def beside_others(series: CountrySeries, country: str) -> Iterator[Drawn]:
    """The two charts of the page of one country that draw a series."""
    view = built("country-compare", CountryFilters("KAZ", measure=series.events))
    order = [c for c in FIVE if LANG.place(c) in set(view.table.rows["country"])]
    drawn = Drawn("compared countries", view.table.columns[2].unit)
    for trace in of_panel(view.figure, order.index(country)):
        drawn.take(trace)
    if drawn.values:
        yield drawn
    view = built("country-events", CountryFilters(country, measure=series.events))
    unit = next(one for one in view.table.columns if one.name == "value").unit
    drawn = Drawn("events", unit)
    if view.figure is not None:
        drawn.take(view.figure.data[0])
        yield drawn


def in_protection(series: CountrySeries, country: str) -> Drawn | None:
    """The rows of a group of people in the table of protection of one country."""
    side = "origin" if series.side == "home" else "host"
    group = next(name for name, measure in GROUPS.items() if measure == series.measure)
    view = built(f"country-forced-{side}", CountryFilters(country))
    name = LANG.text(GROUP_NAMES[group, side])
    rows = view.table.rows
    own = rows.loc[rows["what"].eq(name) & rows["partner"].eq("All countries together")]
    if own.empty:
        return None
    column = next(one for one in view.table.columns if one.name == "value")
    drawn = Drawn("protection", column.unit)
    drawn.values = {int(r.year): float(r.value) for r in own.itertuples()}
    return drawn


@cache
def drawings(name: str, country: str) -> tuple[Drawn, ...]:
    series = SERIES[name]
    found: list[Drawn | None] = []
    if series.rank:
        found.append(in_cell(series, country))
    if series.measure.direction:
        found.append(in_five(series, country))
    if series.events:
        found += beside_others(series, country)
    if series.measure.table == "forced_displacement":
        found.append(in_protection(series, country))
    return tuple(one for one in found if one)


TWICE = [
    name
    for name, one in SERIES.items()
    if bool(one.rank)
    + bool(one.measure.direction)
    + 2 * bool(one.events)
    + (one.measure.table == "forced_displacement")
    > 1
]


@pytest.mark.parametrize("name", TWICE)
def test_two_pages_draw_one_series_alike(name):
    series, met = SERIES[name], 0
    for country in FIVE:
        for one, other in combinations(drawings(name, country), 2):
            what = f"{country}: {one.page}, {other.page}"
            assert one.unit == other.unit == series.measure.unit, what
            if one.marks and other.marks:
                assert one.incomplete == other.incomplete, what
            if series.partners == "members" or (series.parts and "corridors" in what):
                met += 1  # by declaration a sum over other partners than the corridor page has
                continue
            if one.lines and other.lines:
                assert one.joined == other.joined, what
            assert one.values == pytest.approx(other.values), what
            met += 1
    assert met >= len(FIVE) - 1


@pytest.mark.parametrize("name", TWICE)
def test_no_line_is_drawn_into_a_declared_break_or_an_incomplete_year(name):
    series, met = SERIES[name], 0
    for country in FIVE:
        for drawn in drawings(name, country):
            cuts = series.breaks_in(country)
            assert not any(a < cut <= b for a, b in drawn.joined for cut in cuts), drawn.page
            ends = {year for step in drawn.joined for year in step}
            assert not ends & series.lacks(country), drawn.page
            met += bool(drawn.values)
    assert met


def test_every_series_that_several_pages_have_is_compared():
    assert set(TWICE) >= {one.id for one in BESIDE_EVENTS.values()}
    assert {"permits_europe", "eu_returned", "refugees_in", "stateless_in", "uk_enforced"} <= set(
        TWICE
    )
