"""The choices of the corridor page: one row above the views that share them."""

from collections.abc import Sequence
from dataclasses import replace

from components import cache
from components.controls.one_corridor import one_corridor
from components.language import N_, Language
from components.session.choice import (
    Choice,
    ChoiceSet,
    Option,
    Part,
    countries,
    offered,
    place,
    plain,
)
from components.views.corridors import OF_ONE
from components.views.corridors.filters import MINIMUMS, TOPS, CorridorFilters
from components.views.corridors.words import period
from components.views.measures import CORRIDOR_WORDS
from data.measures.catalogue import CORRIDORS
from data.measures.corridor_choice import select
from data.measures.corridors import Offer
from data.measures.measure import Direction
from geo.loader import places

USUAL = CorridorFilters()
SEXES = ("total", "female", "male")
DIRECTIONS = {
    "from": N_("Outwards"),
    "to": N_("Inwards"),
    "both": N_("Both ways"),
    "within": N_("Within"),
}


def offer_of(measure: str, sex: str, method: str | None) -> Offer:
    """Return what a measure has to choose from; nothing when its table cannot be read.

    The controls then still offer the other measures, and the cards say what is wrong.
    """
    return offered(cache.offer, measure, sex, method, otherwise=Offer())


def _offer(filters: CorridorFilters) -> Offer:
    return offer_of(filters.measure, filters.sex, filters.method)


def _places(_: CorridorFilters) -> tuple[str, ...]:
    return offered(_all_places, otherwise=("",))


@cache.remembered
def _all_places() -> tuple[str, ...]:
    return ("", *places().index)


def _own_direction(filters: CorridorFilters, options: Sequence[Option]) -> Option:
    own = filters.definition.direction
    return own if own in options else options[0]


def _year_label(lang: Language, filters: CorridorFilters) -> str:
    return lang.text("Five years") if filters.definition.methods else lang.text("Year")


def _corridors(filters: CorridorFilters) -> tuple[str, ...]:
    """Return all corridors: those of the choice first, the largest first."""
    offer = _offer(filters)
    none: tuple[str, ...] = ()
    f = filters
    asked = (f.measure, f.sex, f.method, f.year, f.direction, f.countries, f.partners)
    own = offered(_of_choice, *asked, otherwise=none)
    there = set(offer.corridors)
    return ("", *dict.fromkeys((*(code for code in own if code in there), *offer.corridors)))


@cache.remembered
def _of_choice(
    measure: str,
    sex: str,
    method: str | None,
    year: int,
    direction: Direction,
    countries: tuple[str, ...],
    partners: tuple[str, ...],
) -> tuple[str, ...]:
    """Return the corridors of a choice, the largest first."""
    found = cache.found(measure, sex, method)
    every = select(found, year, direction, countries, partners).every
    pairs = zip(every["start"], every["end"], strict=True)
    return tuple(f"{start}-{end}" for start, end in pairs)


def _corridor(filters: CorridorFilters, code: str) -> CorridorFilters:
    start, end = code.split("-") if code else (None, None)
    return replace(filters, start=start, end=end)


def _parts(filters: CorridorFilters) -> tuple[Part[CorridorFilters], ...]:
    chosen = Part[CorridorFilters]("corridor", N_("This corridor"), OF_ONE)
    return (*((chosen,) if filters.start else ()), *PARTS)


PARTS = (
    Part[CorridorFilters]("time", N_("Over time"), ("time",)),
    Part[CorridorFilters]("sankey", N_("From where to where"), ("sankey",)),
)
CHOICES = ChoiceSet[CorridorFilters](
    USUAL,
    (
        Choice(
            "measure",
            N_("What is measured"),
            tuple(CORRIDORS),
            lambda lang, measure, _: lang.text(CORRIDOR_WORDS[measure].name),
            form="list",
            help=N_("Each measure has a meaning of its own and is never joined to another."),
        ),
        Choice(
            "sex",
            N_("Sex"),
            SEXES,
            lambda lang, sex, _: lang.label("sexes", sex),
            there=lambda filters: filters.definition.sexes,
            help=N_("All people, or women or men alone where the source tells them apart."),
        ),
        Choice(
            "method",
            N_("Method of the estimate"),
            lambda filters: filters.definition.methods,
            lambda lang, method, _: lang.label("methods", method),
            form="list",
            help=N_("How the flows were estimated: methods differ widely."),
        ),
        Choice(
            "direction",
            N_("Direction, seen from Central Asia"),
            lambda filters: _offer(filters).directions or ("from",),
            lambda lang, direction, _: lang.text(DIRECTIONS[direction]),
            default=_own_direction,
            help=N_("Out of the five countries, into them, both, or between them."),
        ),
        countries(USUAL),
        Choice(
            "partners",
            N_("Partner countries"),
            lambda filters: _offer(filters).partners,
            place,
            form="several",
            former=("partner",),
            empty=N_("All countries"),
            help=N_("Countries at the other end of the corridors."),
        ),
        Choice(
            "place",
            "",
            _places,
            into=lambda filters, code: replace(filters, place=code or None),
        ),
        Choice(
            "year",
            _year_label,
            lambda filters: _offer(filters).years or (0,),
            lambda lang, year, filters: period(lang, filters.definition, year),
            form="slider",
            default=lambda _, years: years[-1],
            help=N_("The year shown, or the five years of a flow."),
        ),
        Choice(
            "minimum",
            N_("Smallest corridor shown"),
            MINIMUMS,
            lambda lang, least, _: lang.short(float(least)),
            form="slider",
            former=("least",),
            help=N_("Smaller corridors are not drawn; the table has them."),
        ),
        Choice(
            "top",
            N_("Corridors shown"),
            TOPS,
            plain,
            help=N_("How many corridors are drawn, the largest first; the table has the rest."),
        ),
        one_corridor(_corridors, lambda lang, _: lang.text("No corridor selected"), into=_corridor),
        Choice(
            "world",
            N_("World map"),
            form="toggle",
            help=N_("The whole world, to be moved and zoomed, instead of the region."),
        ),
    ),
    views=lambda _: ("corridor-map", "ranked"),
    parts=_parts,
)
