"""What a view is about, by the choices that it was made from."""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from functools import partial
from typing import Any

from components.context import RenderContext
from components.view import View
from components.views.avrr.filters import AvrrFilters
from components.views.corridors.filters import CorridorFilters
from components.views.counterstreams.filters import READ as COUNTER_READ
from components.views.counterstreams.filters import CounterFilters
from components.views.countries.filters import CountryFilters
from components.views.drivers.filters import READ as DRIVERS_READ
from components.views.drivers.filters import DriversFilters
from components.views.policy.filters import PolicyFilters
from components.views.readiness.filters import ONE_COUNTRY, ReadinessFilters
from components.views.returns.filters import READS as RETURNS_READ
from components.views.returns.filters import ReturnFilters
from components.views.sdg.filters import SdgFilters
from components.views.spec import Tables, ViewSpec
from components.views.types.filters import READS as TYPES_READ
from components.views.types.filters import TypesFilters
from data.areas import FIVE

Places = tuple[str, ...]
WORLD = "WLD"
OF_THE_WORLD = ("avrr-world", "avrr-hosts", "avrr-origins", "avrr-profile")
OF_NO_PLACE = ("avrr-stages", "avrr-principles", "avrr-differs", "sdg-avrr-links")
CHOICES = (
    "measure",
    "kind",
    "by",
    "uk_kind",
    "flow_type",
    "yardstick",
    "series",
    "word",
    "role",
    "direction",
    "side",
    "balance",
    "method",
    "per",
    "sex",
    "least",
    "minimum",
)
OF_ALL = ("country-compare", "country-eaeu")
PAIRS = ("corridor-history", "evidence")


def telling(views: Mapping[str, ViewSpec]) -> dict[str, ViewSpec]:
    """Return views that, once built, say what they are about."""
    return {name: replace(spec, build=partial(_built, spec.build)) for name, spec in views.items()}


def _built(
    build: Callable[[Tables, Any, RenderContext], View],
    tables: Tables,
    filters: Any,
    context: RenderContext,
) -> View:
    built = about(build(tables, filters, context), filters)
    return replace(built, again=partial(_built, build, tables, filters))


def about(view: View, filters: Any) -> View:
    """Return a view that says what it is about.

    Parameters
    ----------
    view : View
        As it was built.
    filters : dataclass or None
        The choices that it was built from.
    """
    return replace(view, places=places_of(view.name, filters), choice=choice_of(filters))


def choice_of(filters: Any) -> tuple[str, ...]:
    """Return what was chosen besides places and years, where it is not what a page opens with."""
    usual = {field.name: field.default for field in fields(filters)} if filters else {}
    chosen = ((name, getattr(filters, name)) for name in CHOICES if name in usual)
    return tuple(str(value) for name, value in chosen if value != usual[name])


def places_of(name: str, filters: Any) -> Places:
    """Return the codes of the places that a view is about.

    Parameters
    ----------
    name : str
        Name of the view.
    filters : dataclass or None
        The reader's choices.
    """
    if name in OF_NO_PLACE:
        return ()
    if name in OF_THE_WORLD:
        return (WORLD,)
    if name.startswith("avrr-kazakhstan"):
        return ("KAZ",)
    return tuple(dict.fromkeys(RULES[type(filters)](name, filters)))


def _avrr(_name: str, filters: AvrrFilters) -> Places:
    return filters.countries


def _corridor(name: str, filters: CorridorFilters) -> Places:
    if name in PAIRS:
        return tuple(end for end in (filters.start, filters.end) if end)
    if name == "five":
        return (*FIVE, *filters.partners)
    own = filters.countries[:1] if name == "sankey" else filters.countries
    return (*own, *filters.partners)


def _counter(name: str, filters: CounterFilters) -> Places:
    if "countries" in COUNTER_READ[name]:
        return filters.countries
    return (filters.start, filters.end)


def _country(name: str, filters: CountryFilters) -> Places:
    return (filters.country, *(filters.beside or FIVE)) if name in OF_ALL else filters.countries


def _drivers(name: str, filters: DriversFilters) -> Places:
    read = DRIVERS_READ[name]
    return (*filters.countries, *(getattr(filters, one) for one in ("host", "pool") if one in read))


def _policy(_name: str, filters: PolicyFilters) -> Places:
    return filters.shown


def _readiness(name: str, filters: ReadinessFilters) -> Places:
    return (filters.country,) if name in ONE_COUNTRY else filters.countries


def _returns(name: str, filters: ReturnFilters) -> Places:
    return (*filters.who, *((filters.host,) if "host" in RETURNS_READ.get(name, ()) else ()))


def _sdg(_name: str, filters: SdgFilters) -> Places:
    return filters.countries


def _types(name: str, filters: TypesFilters) -> Places:
    return (filters.country,) if "country" in TYPES_READ[name] else filters.countries


RULES: dict[type, Callable[[str, Any], Places]] = {
    AvrrFilters: _avrr,
    CorridorFilters: _corridor,
    CounterFilters: _counter,
    CountryFilters: _country,
    DriversFilters: _drivers,
    PolicyFilters: _policy,
    ReadinessFilters: _readiness,
    ReturnFilters: _returns,
    SdgFilters: _sdg,
    TypesFilters: _types,
}
