"""The choices of the page of counter-streams, and its map that can be clicked."""

from dataclasses import replace

import streamlit as st

from components import cache
from components.card.cards import clicked_on, draw
from components.controls.one_corridor import one_corridor
from components.frame.page import Page
from components.language import N_, Language
from components.phrases.periods import five_years
from components.phrases.places import corridor
from components.session.choice import Choice, ChoiceSet, Part, countries, messages, offered
from components.session.memory import ask, memory
from components.view import View
from components.views.counterstreams.common import method_name
from components.views.counterstreams.filters import (
    BALANCES,
    BY_YEAR,
    LEASTS,
    SIDES,
    CounterFilters,
)
from components.views.counterstreams.glossary import terms_html
from data.measures.catalogue import METHODS
from data.measures.corridors import NOT_A_PLACE, Offer
from data.measures.modelled_flows import offered_corridors
from data.measures.yearly import model_years

LEAST = 500  # people over five years: a smaller corridor cannot be taken in hand
KEY, WORDS = "counter-map", "counter-words"
USUAL = CounterFilters()
WHOLE_NAMES = {
    "counted": N_("Counted arrivals and departures"),
    "to": N_("Returns among arrivals"),
    "from": N_("Returns among departures"),
    "effectiveness": N_("Migration effectiveness"),
    "net": N_("Net flow"),
}
WHOLE_VIEWS = {
    "counted": "counter-totals",
    "to": "counter-return-share",
    "from": "counter-return-share",
    "effectiveness": "counter-balance",
    "net": "counter-balance",
}
BY_YEAR_NAMES = {
    "pair": N_("Both ways"),
    "ratio": N_("Back for every 100"),
    "map": N_("Map of the year"),
    "ranked": N_("Largest pairs"),
}
BY_YEAR_VIEWS = {
    "pair": "yearly-pair",
    "ratio": "yearly-ravenstein",
    "map": "yearly-map",
    "ranked": "yearly-ranked",
}
BY_YEAR_CONTROLS = {
    "pair": ("by_year", "corridor"),
    "ratio": ("by_year", "corridor", "in_year"),
    "map": ("by_year", "in_year"),
    "ranked": ("by_year", "in_year"),
}


def _years(filters: CounterFilters) -> tuple[int, ...]:
    """Return the periods of a method; the usual one when the table cannot be read."""
    offer = offered(cache.offer, "flow", "total", filters.method, otherwise=Offer())
    return offer.years or (USUAL.year,)


@cache.remembered
def _known_corridors() -> tuple[str, ...]:
    return offered_corridors(cache.found("flow", "total", METHODS[0]), LEAST)


@cache.remembered
def _known_years() -> tuple[int, ...]:
    return model_years(cache.table("yearly_flows"))


def _single_years(_: CounterFilters) -> tuple[int, ...]:
    """Return the years of the flows by year; the usual one when the table cannot be read."""
    return offered(_known_years, otherwise=(USUAL.in_year,))


def _corridors(_: CounterFilters) -> tuple[str, ...]:
    """Return the corridors to choose from: the same for every method, so that none is lost."""
    none: tuple[str, ...] = ()
    return ("", *offered(_known_corridors, otherwise=none))


@cache.remembered
def _largest(chosen: tuple[str, ...], method: str, year: int) -> tuple[str, str]:
    """Return the largest main current, which is in hand as long as the reader picks none."""
    found = cache.found("flow", "total", method)
    rows = found.loc[found["year"].eq(year) & found["value"].gt(0)]
    rows = rows.loc[rows["start"].isin(chosen) | rows["end"].isin(chosen)]
    rows = rows.loc[~rows["start"].isin(NOT_A_PLACE) & ~rows["end"].isin(NOT_A_PLACE)]
    if rows.empty:
        return USUAL.start, USUAL.end
    first = rows.loc[rows["value"].idxmax()]
    return first["start"], first["end"]


def _corridor(filters: CounterFilters, code: str) -> CounterFilters:
    if not code:
        return filters
    start, end = code.split("-")
    return replace(filters, start=start, end=end, picked=True)


def _settled(filters: CounterFilters) -> CounterFilters:
    """Take the largest main current in hand where the reader has picked none."""
    if filters.picked:
        return filters
    choice = (filters.countries, filters.method, filters.year)
    start, end = offered(_largest, *choice, otherwise=(USUAL.start, USUAL.end))
    return replace(filters, start=start, end=end)


def _none_picked(lang: Language, filters: CounterFilters) -> str:
    if filters.picked:
        return lang.text("The largest main current")
    told = corridor(lang, filters.start, filters.end)
    return lang.text("The largest main current: {corridor}", corridor=told)


def _whole(filters: CounterFilters, code: str) -> CounterFilters:
    chosen = replace(filters, whole=code)
    if code in SIDES:
        return replace(chosen, side=code)
    return replace(chosen, balance=code) if code in BALANCES else chosen


def _parts(filters: CounterFilters) -> tuple[Part[CounterFilters], ...]:
    return (
        Part("corridor", N_("One corridor"), ("counter-history",), ("corridor",)),
        Part(
            "counted",
            N_("What was counted"),
            ("counter-counted",),
            ("corridor",),
            words=N_("Models and counts are never joined."),
        ),
        Part(
            "by_year",
            N_("By year"),
            (BY_YEAR_VIEWS[filters.by_year],),
            BY_YEAR_CONTROLS[filters.by_year],
            words=N_(
                "Single years: two editions of one model, online data, and counts beside them."
            ),
        ),
        Part(
            "editions", N_("Two editions"), ("counter-revision", "counter-editions"), ("corridor",)
        ),
        Part("whole", N_("Whole countries"), (WHOLE_VIEWS[filters.whole],), ("whole",)),
    )


CHOICES = ChoiceSet[CounterFilters](
    USUAL,
    (
        countries(USUAL),
        Choice(
            "method",
            N_("Method of the estimate"),
            METHODS,
            lambda lang, method, _: method_name(lang, method),
            form="list",
            help=N_("How the flows were estimated: methods differ widely."),
        ),
        Choice(
            "year",
            N_("Five years"),
            _years,
            lambda _, year, __: five_years(year),
            form="slider",
            default=lambda _, years: years[-1],
            help=N_("The five years in which people moved."),
        ),
        one_corridor(_corridors, _none_picked, into=_corridor),
        Choice(
            "whole",
            N_("Measure shown"),
            tuple(WHOLE_NAMES),
            messages(WHOLE_NAMES),
            into=_whole,
            help=N_("What is shown of each country as a whole."),
        ),
        Choice(
            "by_year",
            N_("Flows by year"),
            BY_YEAR,
            messages(BY_YEAR_NAMES),
            help=N_("What is shown of the flows of single years."),
        ),
        Choice(
            "in_year",
            N_("Single year"),
            _single_years,
            form="slider",
            default=lambda _, years: years[-1],
            there=lambda filters: filters.by_year != "pair",
            help=N_("The one year that is shown; another choice than the five years above."),
        ),
        Choice(
            "least",
            N_("Smallest main current shown, people"),
            LEASTS,
            lambda lang, least, _: lang.short(float(least)),
            form="slider",
            help=N_("Main currents of fewer people are left out."),
        ),
    ),
    _settled,
    views=lambda _: ("counter-map", "counter-ranked"),
    parts=_parts,
)


def show_map(view: View, page: Page[CounterFilters]) -> None:
    """Show the map; a click on a flow takes its corridor in hand, a second click lets go."""
    draw(view, page.lang, KEY, _clicked)
    words = st.popover(page.lang.text("What each measure means"), key=WORDS, on_change="rerun")
    if words.open:
        with words:
            st.html(terms_html(page.lang))


def _clicked() -> None:
    picked = clicked_on(KEY)
    if picked is not None and picked[0] == "corridor":
        again = memory().given.get("corridor") == picked[1]
        ask(corridor="" if again else picked[1], closer="corridor")
