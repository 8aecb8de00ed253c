"""The lines of what is known of return: one kind of return, counted by one body in one way.

Lines are never added. Their figures are in `data.measures.known_figures`.
"""

from dataclasses import dataclass
from typing import Literal

from data.measures import uk_beside, us_returns
from data.measures.avrr import OTHER_RETURNS, RETURNS
from data.measures.returns import (
    ASSISTED,
    ENFORCED,
    NOT_SPLIT,
    OTHER_VOLUNTARY,
    UK,
    UK_SOURCES,
    UK_TOTALS,
)
from data.measures.returns_eu import INDICATORS

Group = Literal[
    "assisted", "voluntary", "enforced", "mixed", "humanitarian", "state", "refugees", "tracked"
]
GROUPS: tuple[Group, ...] = (
    "assisted",
    "voluntary",
    "enforced",
    "mixed",
    "humanitarian",
    "state",
    "refugees",
    "tracked",
)
WHOLE = ("calendar_year", "fiscal_year")


@dataclass(frozen=True)
class KnownLine:
    """One kind of return, counted by one body in one way.

    Attributes
    ----------
    name : str
        Key of the line.
    group : str
        The kind of return, of `GROUPS`.
    indicators : tuple of str
        Rows of the table.
    table : str
        ``returns``, ``avrr`` or ``forced_displacement``.
    hosts : tuple of str
        Countries that people left; all where empty.
    sources : tuple of str
        Ids of sources; all where empty.
    series : str
        How the series of its rows begin; any where empty.
    apart : str
        How the series of rows end that are not of the line; none where empty.
    summed : bool
        Whether the parts of a calendar year are summed.
    split : bool
        Whether its rows are by sex and age, without a total.
    """

    name: str
    group: Group
    indicators: tuple[str, ...]
    table: str = "returns"
    hosts: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    series: str = ""
    apart: str = ""
    summed: bool = False
    split: bool = False


LINES: tuple[KnownLine, ...] = (
    KnownLine("iom", "assisted", (*RETURNS, *OTHER_RETURNS), "avrr"),
    KnownLine("uk_assisted", "assisted", (ASSISTED,), sources=(UK,), summed=True, split=True),
    KnownLine("uk_voluntary", "voluntary", (NOT_SPLIT,), sources=(UK_TOTALS,)),
    KnownLine("uk_other", "voluntary", OTHER_VOLUNTARY, sources=(UK,), summed=True, split=True),
    KnownLine("uk_enforced", "enforced", (ENFORCED,), sources=UK_SOURCES, summed=True, split=True),
    KnownLine("us_removals", "enforced", (us_returns.REMOVED,), sources=(us_returns.USA,)),
    KnownLine("usa", "enforced", ("removals_national",), hosts=("USA",)),
    KnownLine("deu", "enforced", ("removals_national",), hosts=("DEU",)),
    KnownLine("pol", "enforced", ("removals_national",), hosts=("POL",)),
    KnownLine(
        "rus", "enforced", ("removals_national", "removals_reported_by_origin"), hosts=("RUS",)
    ),
    KnownLine("frontex", "enforced", ("frontex_operation_enforced",), summed=True),
    KnownLine("mexico", "enforced", ("mexico_deportations",), summed=True),
    KnownLine("us_returns", "mixed", (us_returns.RETURNED,), sources=(us_returns.USA,)),
    KnownLine(
        "uk_detention",
        "mixed",
        (uk_beside.INDICATORS["detention"],),
        sources=(uk_beside.SOURCE,),
        series=uk_beside.RETURNED,
        summed=True,
        split=True,
    ),
    KnownLine("eu", "mixed", (INDICATORS["third"],), summed=True),
    KnownLine(
        "conflict", "humanitarian", ("humanitarian_returns", "humanitarian_returns_women_children")
    ),
    KnownLine("poland", "humanitarian", ("frontex_humanitarian_voluntary",), summed=True),
    KnownLine("state", "state", ("state_assisted_returns",)),
    KnownLine("covid", "state", ("covid_repatriation",)),
    KnownLine("ukraine", "state", ("state_evacuation",), series="Ukraine 2022"),
    KnownLine(
        "mideast",
        "state",
        ("state_evacuation",),
        series="Middle East 2026",
        apart="all who came back",
    ),
    KnownLine("unhcr", "refugees", ("returned_refugees",), "forced_displacement", summed=True),
    KnownLine("dtm", "tracked", ("return_migrants_communities",)),
    KnownLine("ministries", "tracked", ("labour_migrants_returned",)),
)
