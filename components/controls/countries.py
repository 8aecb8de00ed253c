"""The choices of the page of one country: which, beside which, per head, and which part."""

from dataclasses import replace
from itertools import chain

from components.frame.page import Page
from components.language import N_, Language
from components.session.choice import Choice, ChoiceSet, messages, place
from components.views.corridors.filters import CorridorFilters
from components.views.countries.filters import MOST_BESIDE, PER, SIX, CountryFilters
from components.views.countries.measured import name_of
from components.views.registry import SPECS
from data.areas import FIVE
from data.measures.catalogue import BESIDE_EVENTS, TYPES

USUAL = CountryFilters()
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
    found = [code for code in filters.beside if name in offered(part, code)]
    return (name, *(f"{name}.{code}" for code in found))


def of_one(name: str, filters: CountryFilters) -> tuple[str, CountryFilters]:
    """Return the view that a name of `rows` stands for, and its choices."""
    view, _, code = name.partition(".")
    return view, replace(filters, country=code, beside=()) if code else filters


def parts(country: str) -> tuple[str, ...]:
    """Return the parts that have any view."""
    return tuple(part for part in PARTS if offered(part, country))


def _others(filters: CountryFilters) -> tuple[str, ...]:
    return tuple(code for code in SIX if code != filters.country)


def _per_name(lang: Language, per: str, filters: CountryFilters) -> str:
    return lang.text((MONEY_NAMES if filters.part == "money" else PER_NAMES)[per])


def corridor_filters(filters: CountryFilters) -> CorridorFilters:
    """Return the choice of this page as a choice of the corridor page, for its views."""
    return CorridorFilters(direction="both", countries=(filters.country,), sex=filters.sex)


def views_of(filters: CountryFilters) -> tuple[str, ...]:
    """Return the names of all views of the chosen part."""
    return (offered(filters.part, filters.country)[0], *chain(*rows(filters.part, filters)))


def asks(name: str, filters: CountryFilters) -> tuple[str, object]:
    """Return the view that a name of `rows` stands for, and what it reads."""
    view, own = of_one(name, filters)
    return (view, corridor_filters(own)) if view == "sankey" else (view, own)


CHOICES = ChoiceSet[CountryFilters](
    USUAL,
    (
        Choice(
            "countries",
            N_("Country"),
            SIX,
            place,
            shared=True,
            former=("who", "country"),
            into=lambda filters, code: replace(filters, country=code),
        ),
        Choice(
            "beside",
            N_("Put beside it"),
            _others,
            place,
            form="several",
            empty=N_("No other country"),
            most=MOST_BESIDE,
        ),
        Choice(
            "part",
            N_("Part of the page"),
            lambda filters: parts(filters.country),
            messages(PART_NAMES),
        ),
        Choice("per", N_("Measured in"), PER, _per_name),
        Choice(
            "sex",
            N_("Sex"),
            SEXES,
            lambda lang, sex, _: lang.label("sexes", sex),
            there=lambda filters: filters.part == "people",
        ),
        Choice(
            "measure",
            N_("Measure"),
            tuple(BESIDE_EVENTS),
            lambda lang, measure, _: name_of(lang, BESIDE_EVENTS[measure]),
            there=lambda filters: filters.part == "events",
        ),
    ),
    views=views_of,
    asks=asks,
)


def show_closer(page: Page[CountryFilters]) -> None:
    """Show the choices that only some parts of the page read, and the links of a part."""
    filters, lang = page.filters, page.lang
    if filters.part == "types":
        names = ((f"{filters.country}.{one}", lang.label("flow_types", one)) for one in TYPES)
        page.leads(*(("flow-types", name, {"cell": cell}) for cell, name in names), key="types")
    page.line("beside", *(("per",) if filters.part in WITH_PER else ()), "sex")
