"""The one catalogue of measures, read and checked from ``measures.yml``.

Corridors, flow types and the series of a country all read their measures here: breaks, incomplete
years, selection, unit and methods stand in the file and nowhere else. Words stand in
`components.views.measures`.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any, TypeVar

from data.errors import DamagedFile
from data.measures.measure import CountrySeries, Measure, Where
from data.measures.sides import ONE_SIDED, SIDES
from data.yamlfile import read_yaml

FILE = Path(__file__).with_name("measures.yml")
NAME = f"measures/{FILE.name}"
TYPES = (
    "labour",
    "forced",
    "frontier",
    "transit",
    "repatriation",
    "return",
    "educational",
    "irregular",
)
Read = Callable[[Any], Any]


def _text(raw: Any) -> str:
    if not isinstance(raw, str) or not raw:
        raise ValueError("must be a text")
    return raw


def _flag(raw: Any) -> bool:
    if not isinstance(raw, bool):
        raise ValueError("must be true or false")
    return raw


def _number(raw: Any) -> int:
    if not isinstance(raw, int) or isinstance(raw, bool) or raw < 1:
        raise ValueError("must be a whole number above 0")
    return raw


def _names(raw: Any) -> tuple[str, ...]:
    if not isinstance(raw, list) or not raw:
        raise ValueError("must be a list of names")
    return tuple(_text(one) for one in raw)


def _years(raw: Any) -> tuple[int, ...]:
    good = isinstance(raw, list) and all(isinstance(y, int) and 1900 < y < 2100 for y in raw)
    if not good or raw != sorted(set(raw)):
        raise ValueError("must be a list of years in order")
    return tuple(raw)


def _span(raw: Any) -> tuple[int, ...]:
    if len(_years(raw)) != 2:
        raise ValueError("must be the first and the last year")
    return _years(raw)


def _by_place(raw: Any) -> tuple[tuple[str, int], ...]:
    return tuple((_text(code), year) for code, own in _mapping(raw).items() for year in _years(own))


def _where(raw: Any) -> Where:
    return tuple((_text(column), _names(values)) for column, values in _mapping(raw).items())


def _mapping(raw: Any) -> Mapping[str, Any]:
    if not isinstance(raw, dict) or not raw:
        raise ValueError("must have names and what belongs to them")
    return raw


def _one_of(*allowed: str) -> Read:
    def read(raw: Any) -> str:
        if raw not in allowed:
            raise ValueError(f"must be one of {', '.join(allowed)}")
        return str(raw)

    return read


NAMES, YEARS, PLACES, ROWS = (
    ("indicators", "sources", "methods", "only"),
    ("breaks", "sums_broken", "incomplete"),
    ("broken", "lacking"),
    ("where", "pairs", "parts", "elsewhere"),
)
FLAGS = (
    "sexes",
    "added",
    "modelled",
    "zeros",
    "zeros_left_out",
    "crossing",
    "comparable",
    "widest",
)
READ: dict[str, Read] = {
    **dict.fromkeys(NAMES, _names),
    **dict.fromkeys(YEARS, _years),
    **dict.fromkeys(PLACES, _by_place),
    **dict.fromkeys(ROWS, _where),
    **dict.fromkeys(FLAGS, _flag),
    **dict.fromkeys(("every", "rank"), _number),
    "years": _span,
    "scale": lambda raw: float(_number(raw)),
    "table": _one_of(*SIDES, *ONE_SIDED),
    "side": _one_of("home", "away"),
    "direction": _one_of("from", "to"),
    "flow_type": _one_of(*TYPES),
}


def _fields(
    kind: type[Measure] | type[CountrySeries], at: str, raw: Any, given: tuple[str, ...]
) -> dict[str, Any]:
    """Read the declared fields of a measure or of a series; say which one is wrong, and why."""
    known = {one.name: one.default is MISSING for one in fields(kind) if one.name not in given}
    if not isinstance(raw, dict):
        raise DamagedFile(NAME, f"{at}: must have fields")
    if unknown := set(raw) - set(known):
        raise DamagedFile(NAME, f"{at}: no such field: {', '.join(sorted(map(str, unknown)))}")
    if lacking := [name for name, required in known.items() if required and name not in raw]:
        raise DamagedFile(NAME, f"{at}: lacks {', '.join(lacking)}")
    found = {}
    for name, value in raw.items():
        convert: Read = READ.get(name, _text)
        try:
            found[name] = convert(value)
        except ValueError as error:
            raise DamagedFile(NAME, f"{at}: {name} {error}, not {value!r}") from None
    return found


def read(path: Path = FILE) -> dict[str, tuple[Measure, tuple[CountrySeries, ...]]]:
    """Return all declared measures, each with the country series that are read from it.

    Raises
    ------
    data.errors.DamagedFile
        Where the file does not say what a measure must say, with the entry and the field.
    """
    found = {}
    try:
        declared = _mapping(read_yaml(path))
    except ValueError as error:
        raise DamagedFile(NAME, str(error)) from None
    for name, raw in declared.items():
        own = dict(raw) if isinstance(raw, dict) else raw
        series = own.pop("series", {}) if isinstance(own, dict) else {}
        measure = Measure(id=name, **_fields(Measure, name, own, ("id",)))
        found[name] = (
            measure,
            tuple(
                CountrySeries(
                    id=one,
                    measure=measure,
                    **_fields(CountrySeries, f"{name}, {one}", told, ("id", "measure")),
                )
                for one, told in series.items()
            ),
        )
    _check(found)
    return found


def _check(found: Mapping[str, tuple[Measure, tuple[CountrySeries, ...]]]) -> None:
    """Refuse what each entry may say by itself, and all together may not."""
    series = [one for _, own in found.values() for one in own]
    once = {
        "series": [one.id for one in series],
        "name beside events": [one.events for one in series if one.events],
        "rank": [f"{one.measure.flow_type} {one.rank}" for one in series if one.rank],
        "rows": [f"{m.table}, {sorted(m.indicators)}" for m, _ in found.values()],
    }
    for what, names in once.items():
        if twice := [name for name, count in Counter(names).items() if count > 1]:
            raise DamagedFile(NAME, f"{what} declared twice: {'; '.join(twice)}")
    for measure, _ in found.values():
        if measure.direction and not measure.sources:
            raise DamagedFile(NAME, f"{measure.id}: the corridor page needs sources")
    for one in series:
        if one.rank and one.measure.flow_type not in TYPES:
            raise DamagedFile(NAME, f"{one.id}: has a rank and no flow_type")
        if not one.partners and one.measure.table not in ONE_SIDED:
            raise DamagedFile(NAME, f"{one.id}: lacks partners")


_Entry = TypeVar("_Entry")


class Declared(dict[str, _Entry]):
    """Entries by their ids; one that is asked for and not declared is a fault of the file."""

    def __missing__(self, name: str) -> _Entry:
        raise DamagedFile(NAME, f"{name} is not declared")


_READ = read()
MEASURES: Declared[Measure] = Declared({name: one for name, (one, _) in _READ.items()})
SERIES: Declared[CountrySeries] = Declared(
    {one.id: one for _, own in _READ.values() for one in own}
)
# What the corridor page offers, and what the page of one country sets beside events.
CORRIDORS: dict[str, Measure] = {name: one for name, one in MEASURES.items() if one.direction}
BESIDE_EVENTS: dict[str, CountrySeries] = {one.events: one for one in SERIES.values() if one.events}
_BY_TYPE: dict[str, tuple[CountrySeries, ...]] = {
    flow_type: tuple(
        sorted(
            (one for one in SERIES.values() if one.rank and one.measure.flow_type == flow_type),
            key=lambda one: one.rank,
        )
    )
    for flow_type in TYPES
}
# All series of the page of flow types, type by type.
RANKED: tuple[CountrySeries, ...] = tuple(one for own in _BY_TYPE.values() for one in own)

METHODS = MEASURES["flow"].methods
TYPED_METHODS = MEASURES["transit"].methods  # those that tell outward, return and transit moves
EDITION = MEASURES["flow"].sources[0]  # modelled flows on the 2024 stocks: every total
EARLIER = MEASURES["transit"].sources[0]  # on the 2020 stocks: moves by type
STOCKS = MEASURES["stock"].sources[0]


def of_type(flow_type: str) -> tuple[CountrySeries, ...]:
    """Return the series of a type of migration in order of preference."""
    return _BY_TYPE[flow_type]


def compared_by(flow_type: str) -> str:
    """Return the id of the series by which countries are compared unless another is chosen."""
    own = of_type(flow_type)
    return next((one.id for one in own if one.widest), own[0].id)


def kinds_of(flow_type: str) -> tuple[str, ...]:
    """Return the kinds of figure of a type of migration in order of preference."""
    return tuple(dict.fromkeys(one.kind or one.id for one in of_type(flow_type)))
