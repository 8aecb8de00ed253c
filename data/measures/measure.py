"""What a measure is: what was counted, where its figures stand, and how they may be read.

Measures are declared in ``measures.yml`` and read by `data.measures.catalogue`. A *measure* says
what is counted; a *country series* says how it is read as the series of one country: on which side
the country stands, and which partners are in the figure.
"""

from dataclasses import dataclass
from typing import Literal

from data.measures.sides import ONE_SIDED, SIDES, moving, sides_of

Direction = Literal["from", "to", "both", "within"]
Side = Literal["home", "away"]
Where = tuple[tuple[str, tuple[str, ...]], ...]
Places = tuple[tuple[str, int], ...]
SUMS = ("sum", "members")  # partners that are added by the atlas, not by the source


@dataclass(frozen=True)
class Measure:
    """One thing that is counted.

    Attributes
    ----------
    id : str
        Its name in links.
    table : str
        Curated table.
    indicators : tuple of str
        Indicators whose values are added; several only where they are parts of one whole, or
        where they ask one question and never meet in one period of one source.
    count : str
        Kind of count, from ``codes/measures.csv``.
    unit : str
        Unit of the value, from ``codes/units.csv``.
    sources : tuple of str
        Sources that are read: one body, its later releases after the first; sources are never
        spliced. Empty where any source of the indicator may speak, each as a line of its own.
    flow_type : str
        Type of migration, from ``codes/flow_types.csv``.
    where : tuple of (column, values)
        What other columns must say.
    pairs : tuple of (column, values)
        What they must say besides where the figures of single corridors are read.
    rate : str
        Indicator by which the source itself publishes the figure for the size of the country.
    methods : tuple of str
        Methods to choose from; the first is the default.
    sexes : bool
        Whether men and women can be told apart.
    added : bool
        Whether the rows of a year (quarters, ages, sexes, operations) are added to make the year.
    years : tuple of int
        First and last year that monthly or quarterly rows cover whole.
    every : int
        Years from one figure to the next.
    scale : float
        What a value is multiplied by to be in `unit`.
    modelled : bool
        Whether all values come from a model rather than from a count.
    breaks : tuple of int
        First years of a new way of counting: no line is drawn into them.
    broken : tuple of (country, year)
        First years of a new way of counting by one reporter alone.
    sums_broken : tuple of int
        First years in which other reporters are in a sum, however much they weigh.
    incomplete : tuple of int
        Years of which a sum lacks main partners.
    lacking : tuple of (country, year)
        Years that are incomplete in the series of one country alone.
    zeros : bool
        Whether a zero is a count; if not, it fills an empty place and is left out.
    zeros_left_out : bool
        Whether the source has no row where its figure is 0; elsewhere a missing pair is a gap.
    crossing : bool
        Whether it counts what crossed a border (moves, money): a sum over several countries then
        leaves out what went between them. Whoever was counted in a country (a stock) belongs to a
        sum wherever outside the own country that is.
    comparable : bool
        Whether figures of different years may be compared in a sentence; not where more was
        recorded, or other operations were run, from year to year.
    direction : {"from", "to", ""}
        Direction that the corridor page shows first; empty where the page does not have it.
    """

    id: str
    table: str
    indicators: tuple[str, ...]
    count: str
    unit: str
    sources: tuple[str, ...] = ()
    flow_type: str = "all"
    where: Where = ()
    pairs: Where = ()
    rate: str = ""
    methods: tuple[str, ...] = ()
    sexes: bool = False
    added: bool = False
    years: tuple[int, ...] = ()
    every: int = 1
    scale: float = 1.0
    modelled: bool = False
    breaks: tuple[int, ...] = ()
    broken: Places = ()
    sums_broken: tuple[int, ...] = ()
    incomplete: tuple[int, ...] = ()
    lacking: Places = ()
    zeros: bool = True
    zeros_left_out: bool = False
    crossing: bool = False
    comparable: bool = True
    direction: Literal["from", "to", ""] = ""

    @property
    def start(self) -> str:
        """Column in which the arrow of a corridor starts."""
        return moving(self.table, self.indicators[0])[0]

    @property
    def end(self) -> str:
        """Column in which the arrow of a corridor ends."""
        return moving(self.table, self.indicators[0])[1]

    @property
    def reporter(self) -> Literal["start", "end"] | None:
        """The end of a corridor that counted it; None where a model made all figures."""
        if self.modelled:
            return None
        return "start" if self.start == SIDES[self.table].away else "end"

    def anew(self, reporter: str = "") -> tuple[int, ...]:
        """Return the first years of a new way of counting, by one reporter where it is named."""
        own = (year for code, year in self.broken if code == reporter)
        return tuple(sorted({*self.breaks, *own}))

    def lacks(self, country: str) -> frozenset[int]:
        """Return the years of which a country's sum lacks main partners."""
        own = (year for code, year in self.lacking if code == country)
        return frozenset({*self.incomplete, *own})


@dataclass(frozen=True)
class CountrySeries:
    """A measure read as the series of one country.

    Attributes
    ----------
    id : str
        Its name in links.
    measure : Measure
        What is counted.
    side : {"home", "away"}
        Whether the country is where people (or money) belong, or where they are.
    partners : str
        ``total`` (the source's own total), ``sum`` (partner countries are added, and how many is
        said), ``members`` (the same, of the European Union), or the code of one partner; empty
        where the table has no partners.
    where : tuple of (column, values)
        What other columns must say, besides what the measure says.
    parts : tuple of (column, values)
        What they say in the rows of single partners, where the figure itself is a total.
    rank : int
        Place among the series of its type of migration, the smallest first; 0 where the page of
        flow types does not have it.
    kind : str
        What it tells of; series of one kind compete by date and coverage, and kinds stand in the
        order of their ranks. Its own id where it is alone.
    widest : bool
        Whether countries are compared by it at first, because the series with the first rank has
        few of them.
    only : tuple of str
        Countries that have what is counted; empty where all may have it.
    shares : str
        Indicator with the partners' shares, where no numbers by partner are published.
    elsewhere : tuple of (table, indicators)
        Where other rows answer the same question in part.
    events : str
        Its name in links of the page of one country, where it is set beside events and beside
        other countries; empty where it is not.
    """

    id: str
    measure: Measure
    side: Side
    partners: str = ""
    where: Where = ()
    parts: Where = ()
    rank: int = 0
    kind: str = ""
    widest: bool = False
    only: tuple[str, ...] = ()
    shares: str = ""
    elsewhere: Where = ()
    events: str = ""

    @property
    def column(self) -> str:
        """Column that holds the country."""
        if self.measure.table in ONE_SIDED:
            return ONE_SIDED[self.measure.table]
        return sides_of(self.measure.table, self.side)[0]

    @property
    def other(self) -> str:
        """Column of the partners."""
        return sides_of(self.measure.table, self.side)[1]

    @property
    def summed(self) -> bool:
        """Whether the atlas adds partner countries."""
        return self.partners in SUMS

    def breaks_in(self, country: str) -> tuple[int, ...]:
        """Return the declared first years of another count, or of another sum, in a country."""
        counts = self.side == "away" and not self.measure.modelled  # where people are, they count
        anew = self.measure.anew(country if counts else self.partners)
        return tuple(sorted({*anew, *(self.measure.sums_broken if self.summed else ())}))

    def lacks(self, country: str) -> frozenset[int]:
        """Return the incomplete years of a country; none where the atlas adds no partners."""
        return self.measure.lacks(country) if self.summed else frozenset()

    def applies(self, country: str) -> bool:
        """Say whether there can be a figure for a country.

        There cannot where the country is itself the partner, or does not have what is counted,
        such as the status of kandas outside Kazakhstan.
        """
        return country != self.partners and (not self.only or country in self.only)
