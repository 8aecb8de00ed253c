"""The choices of the page of counter-streams, and its map that can be clicked."""

import streamlit as st

from components import cache
from components.browser import clicked
from components.card.cards import draw_without_webgl, show_legend
from components.controls import common
from components.frame.state import Choices
from components.language import Language
from components.maps.deck import CompactDeck
from components.phrases.periods import five_years
from components.phrases.places import corridor
from components.view import View
from components.views.counterstreams.common import method_name
from components.views.counterstreams.filters import BALANCES, LEASTS, SIDES, CounterFilters
from data.areas import FIVE
from data.measures.catalogue import METHODS
from data.measures.corridors import NOT_A_PLACE, Offer
from data.measures.modelled_flows import offered_corridors

LEAST = 500  # people over five years: a smaller corridor cannot be taken in hand
KEY = "counter-map-deck"
DEFAULT = CounterFilters()


def read_filters(choices: Choices) -> tuple[CounterFilters, str]:
    """Read the filters and the view of whole countries; what does not fit is the default."""
    countries = choices.several("who", FIVE, FIVE, shared=True)
    method = choices.one("method", METHODS, METHODS[0])
    offered = _offer(method)
    years = [str(year) for year in offered.years] or [str(DEFAULT.year)]
    year = int(choices.one("year", years, years[-1]))
    wanted = choices.one("corridor", ("", *_corridors()), "")
    if wanted:
        start, end = wanted.split("-")
    else:
        otherwise = (DEFAULT.start, DEFAULT.end)
        start, end = common.offered(_largest, countries, method, year, otherwise=otherwise)
    whole = choices.one("whole", (*SIDES, *BALANCES), SIDES[0])
    filters = CounterFilters(
        countries=countries,
        method=method,
        year=year,
        least=int(choices.one("least", [str(n) for n in LEASTS], str(DEFAULT.least))),
        start=start,
        end=end,
        picked=bool(wanted),
        balance=whole if whole in BALANCES else BALANCES[0],
        side=whole if whole in SIDES else SIDES[0],
    )
    return filters, "counter-return-share" if whole in SIDES else "counter-balance"


def _offer(method: str) -> Offer:
    """Return periods and corridors of a method; nothing when the table cannot be read."""
    return common.offered(cache.offer, "flow", "total", method, otherwise=Offer())


@cache.remembered
def _known_corridors() -> tuple[str, ...]:
    return offered_corridors(cache.found("flow", "total", METHODS[0]), LEAST)


def _corridors() -> tuple[str, ...]:
    """Return the corridors to choose from: the same for every method, so that none is lost."""
    return common.offered(_known_corridors, otherwise=())


@cache.remembered
def _largest(countries: tuple[str, ...], method: str, year: int) -> tuple[str, str]:
    """Return the largest main current, which is in hand as long as the reader picks none."""
    found = cache.found("flow", "total", method)
    rows = found.loc[found["year"].eq(year) & found["value"].gt(0)]
    rows = rows.loc[rows["start"].isin(countries) | rows["end"].isin(countries)]
    rows = rows.loc[~rows["start"].isin(NOT_A_PLACE) & ~rows["end"].isin(NOT_A_PLACE)]
    if rows.empty:
        return DEFAULT.start, DEFAULT.end
    first = rows.loc[rows["value"].idxmax()]
    return first["start"], first["end"]


def show_controls(filters: CounterFilters, lang: Language, narrow: bool) -> None:
    """Show the choices that map and ranking share.

    Parameters
    ----------
    filters : CounterFilters
        The choices as they are.
    narrow : bool
        Whether the controls fold into one line.
    """
    if narrow:
        label = lang.text("Filters: {measure}", measure=method_name(lang, filters.method))
        with st.expander(label, key="filters"):
            _controls(filters, lang)
    else:
        with st.container(key="filters"):
            _controls(filters, lang)


def _controls(filters: CounterFilters, lang: Language) -> None:
    left, right = st.columns([10, 9], vertical_alignment="bottom", gap="medium")
    with left:
        common.countries(lang)
    with right:
        common.listed(
            lang.text("Method of the estimate"), METHODS, lambda m: method_name(lang, m), "method"
        )
    left, right = st.columns([10, 9], vertical_alignment="bottom", gap="medium")
    with left:
        years = [str(year) for year in _offer(filters.method).years]
        common.years(lang.text("Five years"), years, lambda y: five_years(int(y)), "year")
    with right:
        st.select_slider(
            lang.text("Smallest main current shown, people"),
            [str(n) for n in LEASTS],
            format_func=lambda n: lang.short(float(n)),
            key="least",
        )


def show_corridor(filters: CounterFilters, lang: Language) -> None:
    """Show the choice of the corridor in hand."""

    def name(code: str) -> str:
        if not code and filters.picked:
            return lang.text("The largest main current")
        if not code:
            told = corridor(lang, filters.start, filters.end)
            return lang.text("The largest main current: {corridor}", corridor=told)
        return corridor(lang, *code.split("-"))

    common.listed(
        lang.text("Selected corridor (or click one on the map)"),
        ["", *_corridors()],
        name,
        "corridor",
    )


def show_whole(lang: Language) -> None:
    """Show the choice of what is shown of whole countries."""
    names = {
        "to": lang.text("Returns among arrivals"),
        "from": lang.text("Returns among departures"),
        "effectiveness": lang.text("Migration effectiveness"),
        "net": lang.text("Net flow"),
    }
    common.one_of(lang.text("Measure shown"), (*SIDES, *BALANCES), names.__getitem__, "whole")


def show_map(view: View, lang: Language) -> None:
    """Show the map; a click on a flow takes its corridor in hand, a second click lets go."""
    if isinstance(view.figure, CompactDeck) and not draw_without_webgl(view, lang, KEY):
        st.pydeck_chart(
            view.figure,
            height=view.figure.rows,
            key=KEY,
            on_select=_clicked,
            selection_mode="single-object",
            alt=view.alt,
        )
    show_legend(view)


def _clicked() -> None:
    picked = clicked(st.session_state.get(KEY))
    if picked is None:
        return
    kind, value = picked
    if kind == "corridor":
        st.session_state["corridor"] = "" if st.session_state.get("corridor") == value else value
