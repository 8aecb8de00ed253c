"""The choices of the page of one country: which, beside which, per head, and which part."""

from dataclasses import replace

import streamlit as st

from components.controls import common
from components.frame.navigation import PAGES
from components.frame.state import Choices
from components.language import N_, Language
from components.views.corridors.filters import CorridorFilters
from components.views.countries.filters import MOST_BESIDE, PER, SIX, CountryFilters
from components.views.countries.measured import name_of
from components.views.registry import SPECS
from data.areas import FIVE
from data.measures.catalogue import BESIDE_EVENTS, TYPES

TYPES_PAGE = "flow-types"
SEXES = ("total", "female", "male")
PARTS: dict[str, tuple[str, ...]] = {
    "status": ("country-status", "country-stocks", "country-net", "country-transit"),
    "people": (
        "country-abroad",
        "country-here",
        "sankey",
        "country-unnamed",
        "country-women",
        "country-ages",
    ),
    "types": ("country-strip",),
    "money": ("country-remittances", "country-remittance-senders", "country-sending-cost"),
    "protection": (
        "country-forced-origin",
        "country-forced-host",
        "country-asylum-claims",
        "country-recognition",
        "country-solutions",
    ),
    "events": ("country-events", "country-eaeu", "country-compare"),
}
PART_NAMES = {
    "status": N_("Status"),
    "people": N_("People abroad and here"),
    "types": N_("Flow types"),
    "money": N_("Money"),
    "protection": N_("Protection"),
    "events": N_("Events and comparison"),
}
PER_NAMES = {"absolute": N_("People"), "per_1000": N_("Per 1,000 inhabitants")}
MONEY_NAMES = {"absolute": N_("In US dollars"), "per_1000": N_("In US dollars per inhabitant")}
# What only the five have: Russia is here as their hub, in a shorter form.
FIVE_ONLY = {"country-transit", "country-unnamed", "country-ages", "country-strip", "sankey"}
# Parts whose views read the unit.
WITH_PER = ("status", "money", "protection", "events")


def offered(part: str, country: str) -> tuple[str, ...]:
    """Return the views of a part of the page that are there for a country.

    Parameters
    ----------
    part : str
        A key of `PARTS`.
    country : str
        A code of `SIX`.
    """
    left_out = set() if country in FIVE else FIVE_ONLY
    return tuple(name for name in PARTS[part] if name not in left_out)


def rows(part: str, filters: CountryFilters) -> list[tuple[str, ...]]:
    """Return what stands below the first view of a part, row by row.

    Parameters
    ----------
    part : str
        A key of `PARTS`.
    filters : CountryFilters
        The country, and those beside it.

    Returns
    -------
    list of tuple of str
        Names of views. Where other countries are put beside the country, a view that shows one
        country only stands there again for each of them, under its name and the country's code
        (``country-women.KGZ``), as far as it is there for that country.
    """
    first, *others = offered(part, filters.country)
    if not filters.beside:
        return [tuple(others[:2]), tuple(others[2:])]
    together = tuple(name for name in others if compares(name))
    found = [_each(first, filters)[1:], together]
    return [*found, *(_each(name, filters) for name in others if not compares(name))]


def compares(name: str) -> bool:
    """Return whether a view draws all countries that are put side by side by itself."""
    return name == "country-eaeu" or "beside" in SPECS[name].reads


def _each(name: str, filters: CountryFilters) -> tuple[str, ...]:
    """Return a view's names for the country and for those beside it."""
    if compares(name):
        return (name,)
    part = next(part for part, names in PARTS.items() if name in names)
    there = [code for code in filters.beside if name in offered(part, code)]
    return (name, *(f"{name}.{code}" for code in there))


def of_one(name: str, filters: CountryFilters) -> tuple[str, CountryFilters]:
    """Return the view that a name of `rows` stands for, and its choices."""
    view, _, code = name.partition(".")
    return view, replace(filters, country=code, beside=()) if code else filters


def parts(country: str) -> tuple[str, ...]:
    """Return the parts that have any view."""
    return tuple(part for part in PARTS if offered(part, country))


def read_filters(choices: Choices) -> tuple[CountryFilters, str]:
    """Read the filters and the part of the page; what does not fit falls back to the default."""
    country = choices.one("country", SIX, SIX[0], shared=True)
    others = tuple(code for code in SIX if code != country)
    beside = choices.several("beside", others, ())
    if len(beside) > MOST_BESIDE:
        beside = choices.several("beside", beside[:MOST_BESIDE], ())
    available = parts(country)
    part = choices.one("part", available, available[0])
    names = tuple(BESIDE_EVENTS)
    filters = CountryFilters(
        country=country,
        beside=beside,
        per=choices.one("per", PER, PER[0]),
        sex=choices.one("sex", SEXES, SEXES[0]) if part == "people" else SEXES[0],
        measure=choices.one("measure", names, names[0]) if part == "events" else names[0],
    )
    return filters, part


def corridor_filters(filters: CountryFilters) -> CorridorFilters:
    """Return the choice of this page as a choice of the corridor page, for its views."""
    return CorridorFilters(direction="both", countries=(filters.country,), sex=filters.sex)


def show_country(filters: CountryFilters, lang: Language, narrow: bool) -> None:
    """Show the choices of the country and of the part of the page.

    Parameters
    ----------
    filters : CountryFilters
        The choices as they are.
    lang : Language
        The reader's language.
    narrow : bool
        Whether there is no room for all countries and parts at once.
    """
    choose = common.listed if narrow else common.one_of
    with st.container(key="filters", horizontal=not narrow, gap="large"):
        choose(lang.text("Country"), SIX, lang.place, "country")
        choose(
            lang.text("Part of the page"),
            parts(filters.country),
            lambda part: lang.text(PART_NAMES[part]),
            "part",
        )


def show_series(part: str, lang: Language, narrow: bool) -> None:
    """Show the choice of the series that events and other countries are set beside."""
    if part == "events":
        choose = common.listed if narrow else common.one_of
        choose(
            lang.text("Measure"),
            tuple(BESIDE_EVENTS),
            lambda one: name_of(lang, BESIDE_EVENTS[one]),
            "measure",
        )


def show_types(filters: CountryFilters, part: str, lang: Language) -> None:
    """Show a link to each type of migration of the country, on the page of types."""
    path = next((spec.path for spec in PAGES if spec.url == TYPES_PAGE), None)
    if part != "types" or path is None:
        return
    with st.container(horizontal=True, gap="medium", key="types"):
        for flow_type in TYPES:
            st.page_link(
                path,
                label=lang.label("flow_types", flow_type),
                icon=":material/arrow_forward:",
                query_params={"cell": f"{filters.country}.{flow_type}", "lang": lang.code},
            )


def show_closer(filters: CountryFilters, part: str, lang: Language) -> None:
    """Show the choices that only some parts of the page read."""
    with st.container(key="closer", horizontal=True, gap="large", vertical_alignment="bottom"):
        st.multiselect(
            lang.text("Put beside it"),
            [code for code in SIX if code != filters.country],
            max_selections=MOST_BESIDE,
            format_func=lang.place,
            key="beside",
            placeholder=lang.text("No other country"),
            width=420,
        )
        if part in WITH_PER:
            names = MONEY_NAMES if part == "money" else PER_NAMES
            common.one_of(lang.text("Measured in"), PER, lambda per: lang.text(names[per]), "per")
        if part == "people":
            common.one_of(lang.text("Sex"), SEXES, lambda sex: lang.label("sexes", sex), "sex")
