"""The closed catalogue of yardsticks: in which ways each type of migration is counted."""

from dataclasses import dataclass
from typing import Literal

from data.areas import FIVE
from data.measures.catalogue import EARLIER, METHODS, UK_NOT_SPLIT, UK_VOLUNTARY
from data.measures.drivers import MEMBERS

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
Where = tuple[tuple[str, tuple[str, ...]], ...]
Places = tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Yardstick:
    """One way of counting one type of migration.

    Attributes
    ----------
    id : str
        Its name in links.
    flow_type : str
        Type of migration.
    table : str
        Curated table.
    indicators : tuple of str
        Indicators whose values are added; several only where they are parts of one whole, or
        where they ask one question and never meet in one period of one source.
    side : {"origin", "destination"}
        Column that holds the country.
    partners : str
        ``total`` (the source's own total), ``sum`` (partner countries are added, and how many is
        said), or the code of one partner.
    where : tuple of (column, values)
        What other columns must say.
    measure : str
        What is counted, from ``codes/measures.csv``.
    unit : str
        Unit of the value, from ``codes/units.csv``.
    years : tuple of int or None
        First and last year that monthly or quarterly rows cover whole; these are added to years.
    split : bool
        Whether rows are split by sex and age and have to be added over them.
    breaks : tuple of int
        First years of a new way of counting.
    broken : tuple of (country, year)
        First years of a new way of counting in one country alone.
    incomplete : tuple of int
        Years of which the source has only a part of the partners.
    lacking : tuple of (country, year)
        Years that are incomplete for one country alone.
    only : tuple of str
        Countries that have what is counted; empty where all may have it.
    zeros : bool
        Whether a zero is a count; if not, it fills an empty place and is left out.
    kind : str
        What it counts; yardsticks of one kind compete by date and coverage, and kinds stand in
        the order of the catalogue. Its own id where it is alone.
    """

    id: str
    flow_type: str
    table: str
    indicators: tuple[str, ...]
    side: Literal["origin", "destination"]
    partners: str
    measure: str
    unit: str
    where: Where = ()
    years: tuple[int, int] | None = None
    split: bool = False
    breaks: tuple[int, ...] = ()
    broken: Places = ()
    incomplete: tuple[int, ...] = ()
    lacking: Places = ()
    only: tuple[str, ...] = ()
    zeros: bool = True
    kind: str = ""


MODEL: Where = (
    ("method", (METHODS[0],)),
    ("series", ("pairs",)),
    ("source_id", (EARLIER,)),
)
UNHCR: Where = (("source_id", ("unhcr_refugee_statistics",)),)
# Evacuations by a State; a further series has all who came back, by themselves too.
EVACUATIONS: Where = (("series", ("Ukraine 2022", "Iran 2025", "Middle East 2026")),)
UK_YEARS = (2004, 2025)
REFUGEES = ("refugees", "other_in_need_of_protection")
RECLASSIFIED = (2023,)  # rule 5 of the data: UNHCR's reclassification of 2023 to 2025
# UNHCR on its series of stateless people: regular reports of Uzbekistan since 2014; a round
# estimate in Kyrgyzstan in 2005; a registration in Tajikistan in 2015.
STATELESS_BREAKS = (("UZB", 2014), ("KGZ", 2006), ("TJK", 2015))
# The United Kingdom is in Eurostat's permits of 2012 to 2018 only.
UK_IN_AND_OUT = tuple((country, year) for country in FIVE for year in (2012, 2019))
LITHUANIA_OUT = tuple((country, 2024) for country in FIVE)  # of those who report people found
LABOUR, FORCED = "labour_and_stay", "forced_displacement"
FRONTIER, IRREGULAR = "frontier_and_transit", "irregular_movement"

_LABOUR = (
    Yardstick(
        "working_abroad",
        "labour",
        LABOUR,
        ("working_abroad",),
        "origin",
        "total",
        "stock",
        "persons",
        kind="abroad",
    ),
    Yardstick(
        "citizens_abroad",
        "labour",
        LABOUR,
        ("citizens_abroad_stated",),
        "origin",
        "total",
        "stock",
        "persons",
        kind="abroad",
    ),
    Yardstick(
        "labour_migrants_left",
        "labour",
        LABOUR,
        ("labour_migrants_left", "left_for_work"),
        "origin",
        "total",
        "event",
        "persons",
        kind="abroad",
    ),
    Yardstick(
        "working_russia",
        "labour",
        LABOUR,
        ("working_abroad",),
        "origin",
        "RUS",
        "stock",
        "persons",
        kind="abroad",
    ),
    Yardstick(
        "citizens_russia",
        "labour",
        LABOUR,
        ("citizens_abroad_stated",),
        "origin",
        "RUS",
        "stock",
        "persons",
        kind="abroad",
    ),
    Yardstick(
        "workers_in_communities",
        "labour",
        LABOUR,
        ("migrant_workers_communities",),
        "destination",
        "total",
        "stock",
        "persons",
    ),
    Yardstick(
        "permits_turkiye",
        "labour",
        LABOUR,
        ("residence_permit_holders",),
        "origin",
        "TUR",
        "stock",
        "persons",
    ),
    Yardstick(
        "entries_for_work_russia",
        "labour",
        LABOUR,
        ("entries_for_work",),
        "origin",
        "RUS",
        "event",
        "crossings",
    ),
    Yardstick(
        "patents_russia",
        "labour",
        LABOUR,
        ("work_patents_issued",),
        "origin",
        "RUS",
        "permit",
        "patents",
    ),
    Yardstick(
        "registered_russia",
        "labour",
        LABOUR,
        ("in_migration_register",),
        "origin",
        "RUS",
        "stock",
        "persons",
    ),
    Yardstick(
        "permits_europe",
        "labour",
        LABOUR,
        ("residence_permits_valid",),
        "origin",
        "sum",
        "permit",
        "permits",
        broken=UK_IN_AND_OUT,
    ),
    Yardstick(
        "work_permits_poland",
        "labour",
        LABOUR,
        ("work_permits_issued",),
        "origin",
        "POL",
        "permit",
        "permits",
    ),
    Yardstick(
        "foreign_workers",
        "labour",
        LABOUR,
        ("foreign_workers_on_permits",),
        "destination",
        "total",
        "stock",
        "persons",
    ),
    Yardstick(
        "foreign_labour_permits",
        "labour",
        LABOUR,
        ("foreign_labour_permits",),
        "destination",
        "total",
        "permit",
        "permits",
    ),
)
_FORCED = (
    Yardstick(
        "refugees_from",
        "forced",
        FORCED,
        REFUGEES,
        "origin",
        "sum",
        "stock",
        "persons",
        UNHCR,
        breaks=RECLASSIFIED,
    ),
    Yardstick(
        "asylum_from",
        "forced",
        FORCED,
        ("asylum_seekers_pending",),
        "origin",
        "sum",
        "stock",
        "persons",
        UNHCR,
        zeros=False,
    ),
    Yardstick(
        "refugees_in",
        "forced",
        FORCED,
        REFUGEES,
        "destination",
        "sum",
        "stock",
        "persons",
        UNHCR,
        breaks=RECLASSIFIED,
        broken=(("UZB", 2021),),
    ),
    Yardstick(
        "asylum_in",
        "forced",
        FORCED,
        ("asylum_seekers_pending",),
        "destination",
        "sum",
        "stock",
        "persons",
        UNHCR,
        zeros=False,
    ),
    Yardstick(
        "stateless_in",
        "forced",
        FORCED,
        ("stateless",),
        "destination",
        "XXA",
        "stock",
        "persons",
        UNHCR,
        broken=STATELESS_BREAKS,
        zeros=False,
    ),
)
_FRONTIER = (
    Yardstick(
        "entries_kazakhstan",
        "frontier",
        FRONTIER,
        ("border_entries",),
        "origin",
        "KAZ",
        "event",
        "crossings",
        kind="neighbour",
    ),
    Yardstick(
        "visits_uzbekistan",
        "frontier",
        FRONTIER,
        ("tourist_visits",),
        "origin",
        "UZB",
        "event",
        "trips",
        kind="neighbour",
    ),
    Yardstick(
        "entries_in",
        "frontier",
        FRONTIER,
        ("border_entries",),
        "destination",
        "total",
        "event",
        "crossings",
    ),
    Yardstick(
        "entries_russia",
        "frontier",
        FRONTIER,
        ("border_entries",),
        "origin",
        "RUS",
        "event",
        "crossings",
    ),
    Yardstick(
        "visits_in",
        "frontier",
        FRONTIER,
        ("tourist_visits",),
        "destination",
        "total",
        "event",
        "trips",
    ),
    Yardstick(
        "departures_all",
        "frontier",
        FRONTIER,
        ("departures_all_purposes",),
        "origin",
        "total",
        "event",
        "trips",
    ),
)
_TRANSIT = (
    Yardstick(
        "transit_in",
        "transit",
        "migration_flows",
        ("flow_5y_transit",),
        "destination",
        "sum",
        "flow",
        "persons",
        MODEL,
    ),
    Yardstick(
        "transit_out",
        "transit",
        "migration_flows",
        ("flow_5y_transit",),
        "origin",
        "sum",
        "flow",
        "persons",
        MODEL,
    ),
    Yardstick(
        "mexico_proceedings",
        "transit",
        IRREGULAR,
        ("mexico_irregular_proceedings",),
        "origin",
        "MEX",
        "event",
        "detections",
        years=(2019, 2024),
    ),
    Yardstick(
        "honduras_entries",
        "transit",
        IRREGULAR,
        ("honduras_irregular_entries",),
        "origin",
        "HND",
        "event",
        "detections",
        years=(2022, 2024),
    ),
    Yardstick(
        "panama_transits",
        "transit",
        IRREGULAR,
        ("panama_darien_transits",),
        "origin",
        "PAN",
        "event",
        "detections",
        years=(2021, 2023),
    ),
)
_REPATRIATION = (
    Yardstick(
        "kandas",
        "repatriation",
        "repatriation",
        ("kandas_status_granted",),
        "destination",
        "total",
        "flow",
        "persons",
        only=("KAZ",),
    ),
    Yardstick(
        "kairylman",
        "repatriation",
        "repatriation",
        ("kairylman_status_granted",),
        "destination",
        "total",
        "flow",
        "persons",
        only=("KGZ",),
    ),
    Yardstick(
        "kandas_share_from",
        "repatriation",
        "repatriation",
        ("kandas_origin_share",),
        "origin",
        "KAZ",
        "rate",
        "percent",
    ),
    Yardstick(
        "kairylman_from",
        "repatriation",
        "repatriation",
        ("kairylman_status_granted",),
        "origin",
        "KGZ",
        "flow",
        "persons",
    ),
    Yardstick(
        "citizenship_russia",
        "repatriation",
        "repatriation",
        ("citizenship_acquired",),
        "origin",
        "RUS",
        "flow",
        "persons",
    ),
    Yardstick(
        "citizenship_kazakhstan",
        "repatriation",
        "repatriation",
        ("citizenship_acquired",),
        "origin",
        "KAZ",
        "flow",
        "persons",
    ),
)
_RETURN = (
    Yardstick(
        "labour_returned",
        "return",
        "returns",
        ("labour_migrants_returned",),
        "origin",
        "total",
        "event",
        "persons",
        kind="came_back",
    ),
    Yardstick(
        "returned_in_communities",
        "return",
        "returns",
        ("return_migrants_communities",),
        "origin",
        "total",
        "stock",
        "persons",
        kind="came_back",
    ),
    Yardstick(
        "eu_returned",
        "return",
        "returns",
        ("returned_after_order_third_country",),
        "origin",
        "sum",
        "flow",
        "persons",
        (("host", MEMBERS),),
        incomplete=(2021,),
    ),
    Yardstick(
        "removed_russia",
        "return",
        "returns",
        ("removals_national", "removals_reported_by_origin"),
        "origin",
        "RUS",
        "flow",
        "persons",
    ),
    Yardstick(
        "state_paid",
        "return",
        "returns",
        ("state_assisted_returns",),
        "origin",
        "total",
        "flow",
        "persons",
        kind="state",
    ),
    Yardstick(
        "pandemic_russia",
        "return",
        "returns",
        ("covid_repatriation",),
        "origin",
        "RUS",
        "flow",
        "persons",
        kind="state",
    ),
    Yardstick(
        "evacuated",
        "return",
        "returns",
        ("state_evacuation",),
        "origin",
        "total",
        "flow",
        "persons",
        EVACUATIONS,
        kind="state",
    ),
    # The newest year is of another release, which does not split voluntary returns.
    Yardstick(
        "uk_voluntary",
        "return",
        "returns",
        (*UK_VOLUNTARY, UK_NOT_SPLIT),
        "origin",
        "GBR",
        "flow",
        "returns",
        years=UK_YEARS,
        split=True,
    ),
    Yardstick(
        "uk_enforced",
        "return",
        "returns",
        ("return_enforced",),
        "origin",
        "GBR",
        "flow",
        "returns",
        years=UK_YEARS,
        split=True,
    ),
    Yardstick(
        "return_flow",
        "return",
        "migration_flows",
        ("flow_5y_return",),
        "destination",
        "sum",
        "flow",
        "persons",
        MODEL,
    ),
)
_EDUCATIONAL = (
    Yardstick(
        "students_abroad",
        "educational",
        "education",
        ("mobile_students",),
        "origin",
        "sum",
        "stock",
        "students",
        (("series", ("destinations", "both")),),
        incomplete=(1998, 1999, 2010, 2013, 2020, 2021),
        lacking=(("TKM", 2012),),
    ),
    Yardstick(
        "students_in",
        "educational",
        "education",
        ("mobile_students_inbound",),
        "destination",
        "total",
        "stock",
        "students",
    ),
)
_IRREGULAR = (
    Yardstick(
        "found_present",
        "irregular",
        IRREGULAR,
        ("found_illegally_present",),
        "origin",
        "sum",
        "event",
        "persons",
        (("destination", MEMBERS),),
        broken=LITHUANIA_OUT,
    ),
    Yardstick(
        "eu_border",
        "irregular",
        IRREGULAR,
        ("eu_border_detections",),
        "origin",
        "EU27_2020",
        "event",
        "detections",
        years=(2009, 2024),
    ),
    Yardstick(
        "eu_refused",
        "irregular",
        IRREGULAR,
        ("refused_entry_external_border",),
        "origin",
        "sum",
        "event",
        "persons",
    ),
)
YARDSTICKS = (
    *_LABOUR,
    *_FORCED,
    *_FRONTIER,
    *_TRANSIT,
    *_REPATRIATION,
    *_RETURN,
    *_EDUCATIONAL,
    *_IRREGULAR,
)

# The way of counting by which countries are compared at first, where the first one has few of them.
WIDEST = {"labour": "permits_europe", "return": "eu_returned"}


def of_type(flow_type: str) -> tuple[Yardstick, ...]:
    """Return the yardsticks of a type of migration in order of preference."""
    return tuple(one for one in YARDSTICKS if one.flow_type == flow_type)


def yardstick(name: str) -> Yardstick:
    """Return a yardstick by its id."""
    return next(one for one in YARDSTICKS if one.id == name)


def compared_by(flow_type: str) -> str:
    """Return the id of the yardstick by which countries are compared unless another is chosen."""
    return WIDEST.get(flow_type, of_type(flow_type)[0].id)


def kinds_of(flow_type: str) -> tuple[str, ...]:
    """Return the kinds of figure of a type of migration in order of preference."""
    return tuple(dict.fromkeys(one.kind or one.id for one in of_type(flow_type)))


def breaks_in(chosen: Yardstick, country: str) -> tuple[int, ...]:
    """Return the first years of a new way of counting in a country, in order."""
    own = (year for code, year in chosen.broken if code == country)
    return tuple(sorted({*chosen.breaks, *own}))


def applies(chosen: Yardstick, country: str) -> bool:
    """Say whether a yardstick can have a figure for a country.

    It cannot where the country is itself the partner, or does not have what is counted, such as
    the status of kandas outside Kazakhstan.
    """
    return country != chosen.partners and (not chosen.only or country in chosen.only)
