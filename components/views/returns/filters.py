"""What a reader can choose on the page of returns."""

from dataclasses import dataclass

from data.areas import FIVE
from data.measures.drivers import UNION
from data.measures.returns import Kind, Split
from data.measures.returns_eu import Series

SPLITS: tuple[Split, ...] = ("type", "sex", "age", "quarter")
KINDS: tuple[Kind, ...] = ("voluntary", "assisted", "enforced", "refused")
DATED_KINDS = (
    "all",
    "assisted",
    "humanitarian",
    "conflict",
    "state",
    "covid",
    "own",
    "enforced",
)
SERIES: tuple[Series, ...] = ("third", "all")


@dataclass(frozen=True)
class ReturnFilters:
    """The state of the page; every field stands in the link.

    Attributes
    ----------
    countries : tuple of str
        Countries of origin, of the five.
    year : int
        Year of the shares and of the matrix of hosts.
    by : {"type", "sex", "age", "quarter"}
        What returns from the United Kingdom are split by.
    uk_kind : {"voluntary", "assisted", "enforced", "refused"}
        Which kind of them is split by sex, age or quarter.
    kind : str
        Kind of return of the single figures, of `DATED_KINDS`; ``all`` for all of them.
    series : {"third", "all"}
        Eurostat's returns to countries outside the Union, or to all countries.
    host : str
        Country that returned people after an order, or the European Union.
    part : str
        The part of the page that is shown.
    """

    countries: tuple[str, ...] = FIVE
    year: int = 2023
    by: Split = "type"
    uk_kind: Kind = "voluntary"
    kind: str = "all"
    series: Series = "third"
    host: str = UNION
    part: str = "overview"
