"""The measures that can be put on the corridor map: where each is read from, and what it is."""

from dataclasses import dataclass
from typing import Literal

from data.measures.sides import SIDES, moving

Direction = Literal["from", "to", "both", "within"]
METHODS = ("da_pb_closed", "da_min_closed", "da_min_open", "mig_rate", "sd_drop_neg", "sd_rev_neg")
EDITION = "abel_cohen_flows_ims2024"  # modelled flows on the 2024 stocks: every total
EARLIER = "abel_cohen_flows"  # on the 2020 stocks: only outward, return and transit moves


@dataclass(frozen=True)
class CorridorMeasure:
    """One measure of who moves, or has moved, between two countries.

    Attributes
    ----------
    id : str
        Its name in links.
    table, source_id : str
        Curated table and the source in it. One measure has one source: sources are never spliced,
        but for `also`.
    indicators : tuple of str
        Indicators whose values are added; only parts of one published whole stand together.
    flow_type : str
        Type of migration, from ``codes/flow_types.csv``.
    series : str or None
        Series that the rows are limited to.
    sexes : bool
        Whether men and women can be told apart.
    added : bool
        Whether the rows of a year (quarters, ages, sexes, operations) are added to make the year.
    methods : tuple of str
        Methods to choose from; the first is the default.
    scale : float
        What a value is multiplied by to be in `unit`.
    unit : str
        ``persons``, ``returns``, ``permits`` or ``usd``.
    modelled : bool
        Whether all values come from a model rather than from a count.
    breaks : tuple of int
        First years of a new way of counting: lines are not drawn across.
    broken : tuple of (country, year)
        First years of a new way of counting by one reporter alone.
    zeros_left_out : bool
        Whether the source has no row where its figure is 0; elsewhere a missing pair is a gap.
    direction : {"from", "to"}
        Direction that is shown first.
    crossing : bool
        Whether it counts what crossed a border (moves, money): a sum over several countries then
        leaves out what went between them. Whoever was counted in a country (a stock) belongs to a
        sum wherever outside the own country that is.
    comparable : bool
        Whether figures of different years may be compared in a sentence; not where more was
        recorded, or other operations were run, from year to year.
    also : tuple of str
        Later releases of the same body, for years that the first does not have. Lines are not
        drawn across the years between.
    """

    id: str
    table: str
    source_id: str
    indicators: tuple[str, ...]
    flow_type: str = "all"
    series: str | None = None
    sexes: bool = False
    added: bool = False
    methods: tuple[str, ...] = ()
    scale: float = 1.0
    unit: str = "persons"
    modelled: bool = False
    breaks: tuple[int, ...] = ()
    broken: tuple[tuple[str, int], ...] = ()
    zeros_left_out: bool = False
    direction: Direction = "from"
    crossing: bool = False
    comparable: bool = True
    also: tuple[str, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """All sources that the measure reads."""
        return (self.source_id, *self.also)

    @property
    def start(self) -> str:
        """Column in which the arrow starts."""
        return moving(self.table, self.indicators[0])[0]

    @property
    def end(self) -> str:
        """Column in which the arrow ends."""
        return moving(self.table, self.indicators[0])[1]

    @property
    def reporter(self) -> Literal["start", "end"] | None:
        """The end of a corridor that counted it; None where a model made all figures."""
        if self.modelled:
            return None
        return "start" if self.start == SIDES[self.table].away else "end"


def _returns(
    name: str,
    source: str,
    *indicators: str,
    added: bool,
    unit: str,
    comparable: bool = True,
    also: tuple[str, ...] = (),
) -> CorridorMeasure:
    return CorridorMeasure(
        name,
        "returns",
        source,
        indicators,
        "return",
        added=added,
        unit=unit,
        direction="to",
        comparable=comparable,
        also=also,
    )


UK_VOLUNTARY = (
    "return_voluntary_assisted",
    "return_voluntary_controlled",
    "return_voluntary_other_verified",
)
UK_NOT_SPLIT = "return_voluntary_all"
UK_NEWEST = ("uk_home_office_returns_2025",)
MEASURES = {
    measure.id: measure
    for measure in (
        CorridorMeasure(
            "stock",
            "migrant_stocks",
            "un_desa_ims2024",
            ("migrant_stock",),
            series="pairs",
            sexes=True,
        ),
        CorridorMeasure(
            "flow",
            "migration_flows",
            EDITION,
            ("flow_5y",),
            series="pairs",
            sexes=True,
            methods=METHODS,
            modelled=True,
            zeros_left_out=True,
            crossing=True,
        ),
        CorridorMeasure(
            "refugees",
            "forced_displacement",
            "unhcr_refugee_statistics",
            ("refugees", "other_in_need_of_protection"),
            flow_type="forced",
            added=True,
            breaks=(2023,),
            broken=(("UZB", 2021),),
        ),
        CorridorMeasure(
            "asylum",
            "forced_displacement",
            "unhcr_refugee_statistics",
            ("asylum_seekers_pending",),
            flow_type="forced",
        ),
        CorridorMeasure(
            "permits",
            "labour_and_stay",
            "eurostat",
            ("residence_permits_valid",),
            flow_type="labour",
            unit="permits",
        ),
        CorridorMeasure(
            "remittances",
            "remittances",
            "knomad_bilateral_remittances",
            ("remittances_bilateral_estimate",),
            "labour",
            series="pairs",
            scale=1e6,
            unit="usd",
            modelled=True,
            breaks=(2018, 2021),  # each matrix is an estimate of its own
            direction="to",
            crossing=True,
        ),
        _returns(
            "uk_voluntary",
            "uk_home_office_returns",
            *UK_VOLUNTARY,
            UK_NOT_SPLIT,
            added=True,
            unit="returns",
            comparable=False,
            also=UK_NEWEST,
        ),
        _returns(
            "uk_assisted",
            "uk_home_office_returns",
            "return_voluntary_assisted",
            added=True,
            unit="returns",
        ),
        _returns(
            "uk_enforced",
            "uk_home_office_returns",
            "return_enforced",
            added=True,
            unit="returns",
            also=UK_NEWEST,
        ),
        _returns(
            "eu_ordered",
            "eurostat_enforcement",
            "returned_after_order_third_country",
            added=False,
            unit="persons",
        ),
        _returns(
            "frontex_enforced",
            "frontex_return_operations",
            "frontex_operation_enforced",
            added=True,
            unit="persons",
            comparable=False,
        ),
        _returns(
            "frontex_voluntary",
            "frontex_return_operations",
            "frontex_humanitarian_voluntary",
            added=True,
            unit="persons",
            comparable=False,
        ),
    )
}
