"""The controls of the corridor page: one row above the views that share them."""

from collections.abc import Sequence

import streamlit as st

from components import cache
from components.controls import common
from components.frame.state import Choices
from components.language import Language
from components.views.corridors.filters import MINIMUMS, TOPS, CorridorFilters
from components.views.corridors.words import period
from components.views.measures import CORRIDOR_WORDS
from data.areas import FIVE
from data.measures.catalogue import CORRIDORS
from data.measures.corridors import Offer
from geo.loader import places


def show_controls(filters: CorridorFilters, lang: Language, narrow: bool) -> None:
    """Show the controls, each with what `read_filters` has read into it.

    Parameters
    ----------
    filters : CorridorFilters
        The choices as they are.
    lang : Language
        The reader's language.
    narrow : bool
        Whether the controls fold into one line.
    """
    if narrow:
        label = lang.text(
            "Filters: {measure}", measure=lang.text(CORRIDOR_WORDS[filters.measure].name)
        )
        with st.expander(label, key="filters"):
            _controls(filters, lang)
    else:
        with st.container(key="filters"):
            _controls(filters, lang)


def read_filters(choices: Choices) -> CorridorFilters:
    """Read the filters from the choices; what does not fit falls back to the default."""
    measure = choices.one("measure", tuple(CORRIDORS), "stock")
    definition = CORRIDORS[measure]
    sex = choices.one(
        "sex", ("total", "female", "male") if definition.sexes else ("total",), "total"
    )
    method = None
    if definition.methods:
        method = choices.one("method", definition.methods, definition.methods[0])
    offered = offer_of(measure, sex, method)
    years = [str(year) for year in offered.years] or ["0"]
    possible = offered.directions or ("from",)
    first = definition.direction if definition.direction in possible else possible[0]
    direction = choices.one("direction", possible, first)
    countries = choices.several("who", FIVE, FIVE, shared=True)
    partners = choices.several("partner", offered.partners, ())
    corridor = choices.one("corridor", ("", *offered.corridors), "")
    start, end = corridor.split("-") if corridor else (None, None)
    place = choices.one("place", ("", *places().index), "")
    return CorridorFilters(
        measure=measure,
        year=int(choices.one("year", years, years[-1])),
        direction=direction,  # type: ignore[arg-type]
        countries=countries,
        partners=partners,
        sex=sex,
        method=method,
        minimum=float(choices.one("least", [str(m) for m in MINIMUMS], "0")),
        top=int(choices.one("top", [str(t) for t in TOPS], "15")),
        world=choices.flag("world"),
        start=start,
        end=end,
        place=place or None,
    )


def offer_of(measure: str, sex: str, method: str | None) -> Offer:
    """Return what a measure has to choose from; nothing when its table cannot be read.

    The controls then still offer the other measures, and the cards say what is wrong.
    """
    return common.offered(cache.offer, measure, sex, method, otherwise=Offer())


def _controls(filters: CorridorFilters, lang: Language) -> None:
    offered = offer_of(filters.measure, filters.sex, filters.method)
    first, second, third = st.columns([9, 11, 14], vertical_alignment="top")
    with first:
        common.listed(
            lang.text("What is measured"),
            list(CORRIDORS),
            lambda m: lang.text(CORRIDOR_WORDS[m].name),
            "measure",
        )
    with second:
        names = {
            "from": lang.text("Outwards"),
            "to": lang.text("Inwards"),
            "both": lang.text("Both ways"),
            "within": lang.text("Within"),
        }
        common.one_of(
            lang.text("Direction, seen from Central Asia"),
            offered.directions or (filters.direction,),
            names.__getitem__,
            "direction",
        )
    with third:
        common.countries(lang)
    _second_row(filters, lang, [str(year) for year in offered.years])


def _second_row(filters: CorridorFilters, lang: Language, years: Sequence[str]) -> None:
    definition = filters.definition
    left, middle, right = st.columns([8, 4, 4], vertical_alignment="bottom")
    with left:
        _year_control(filters, lang, years)
    if definition.methods:
        with middle:
            common.listed(
                lang.text("Method of the estimate"),
                definition.methods,
                lambda m: lang.label("methods", m),
                "method",
            )
    with (
        right if definition.methods else middle,
        st.container(horizontal=True, vertical_alignment="center"),
    ):
        with st.popover(lang.text("More choices"), icon=":material/tune:"):
            _more(filters, lang)
        st.toggle(lang.text("World map"), key="world")


def _year_control(filters: CorridorFilters, lang: Language, years: Sequence[str]) -> None:
    label = lang.text("Five years") if filters.definition.methods else lang.text("Year")
    common.years(label, years, lambda y: period(lang, filters.definition, int(y)), "year")


def _more(filters: CorridorFilters, lang: Language) -> None:
    st.multiselect(
        lang.text("Partner countries"),
        offer_of(filters.measure, filters.sex, filters.method).partners,
        format_func=lang.place,
        key="partner",
        placeholder=lang.text("All countries"),
    )
    if filters.definition.sexes:
        common.one_of(
            lang.text("Sex"), ("total", "female", "male"), lambda s: lang.label("sexes", s), "sex"
        )
    st.select_slider(
        lang.text("Smallest corridor shown"),
        [str(m) for m in MINIMUMS],
        key="least",
        format_func=lambda m: lang.short(float(m)),
    )
    common.one_of(lang.text("Corridors shown"), [str(t) for t in TOPS], str, "top")
