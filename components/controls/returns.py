"""The choices of the page on returns: whose, which part, and what each part reads."""

from collections.abc import Callable, Sequence

from components import cache
from components.language import N_
from components.session.choice import (
    Choice,
    ChoiceSet,
    Option,
    Part,
    countries,
    messages,
    offered,
    place,
    plain,
)
from components.views.returns.filters import DATED_KINDS, KINDS, SERIES, SPLITS, ReturnFilters
from components.views.returns.uk_by_words import KIND_NAMES
from data.areas import FIVE
from data.measures.drivers import UNION
from data.measures.returns import uk_returns
from data.measures.returns_eu import Series, reporting, returned_rows, years_of

USUAL = ReturnFilters()
# The view that leads the page, by the kind of return.
LEADING: dict[str, str] = {
    "overview": "returns-overview",
    "uk": "returns-uk-share",
    "eu": "returns-eu-years",
    "usa": "returns-usa",
    "dated": "returns-dated",
    "crisis": "returns-crisis",
    "refugees": "returns-refugees",
    "tracked": "returns-tracked",
}
PART_NAMES = {
    "overview": N_("All kinds"),
    "uk": N_("United Kingdom"),
    "eu": N_("European Union"),
    "usa": N_("United States"),
    "dated": N_("Flights and missions"),
    "crisis": N_("Crises"),
    "refugees": N_("Refugees"),
    "tracked": N_("Back home"),
}
# What stands beside the leading view.
CLOSER: dict[str, tuple[Part[ReturnFilters], ...]] = {
    "uk": (
        Part(
            "by",
            N_("By kind, sex, age or quarter"),
            ("returns-uk-by",),
            ("by", "uk_kind"),
            words=N_(
                "One kind of return at a time: voluntary returns have three parts; the "
                "other kinds are separate."
            ),
        ),
        Part("years", N_("Over time"), ("returns-uk-years",)),
        Part("detention", N_("Out of detention"), ("returns-uk-detention",)),
        Part("arrivals", N_("Irregular arrivals"), ("returns-uk-arrivals",)),
    ),
    "eu": (
        Part(
            "hosts",
            N_("By country that returned people"),
            ("returns-eu-hosts",),
            ("series", "year"),
            words=N_("The two counts are never joined: choose one, and a year that it has."),
        ),
    ),
    "crisis": (
        Part(
            "flights",
            N_("State flights and campaigns"),
            ("returns-flights",),
        ),
    ),
    "usa": (Part("found", N_("People found"), ("returns-usa-found",)),),
}
SPLIT_NAMES: dict[str, str] = {
    "type": N_("Kind"),
    "sex": N_("Sex"),
    "age": N_("Age"),
    "quarter": N_("Quarter"),
}
DATED_NAMES = {
    "all": N_("All kinds"),
    "assisted": N_("Assisted"),
    "humanitarian": N_("Humanitarian flights"),
    "conflict": N_("Conflict zones"),
    "state": N_("Paid by the State of origin"),
    "covid": N_("Pandemic"),
    "own": N_("By themselves"),
    "enforced": N_("Enforced"),
}
SERIES_NAMES: dict[str, str] = {
    "third": N_("To countries outside the EU"),
    "all": N_("To any country, older count"),
}


@cache.remembered
def _uk_years() -> tuple[int, ...]:
    return tuple(int(year) for year in sorted(set(uk_returns(cache.table("returns"))["year"])))


def _uk_usual(filters: ReturnFilters, found: Sequence[Option]) -> Option:
    """Return the latest year in which it is known how many people had help."""
    usual: tuple[int, ...] = (USUAL.year,)
    split = offered(_uk_split_years, otherwise=usual) if filters.part == "uk" else ()
    return next((year for year in reversed(found) if year in split), found[-1])


@cache.remembered
def _uk_split_years() -> tuple[int, ...]:
    rows = uk_returns(cache.table("returns"))
    return tuple(sorted({int(year) for year in rows.loc[rows["assisted"].notna(), "year"]}))


@cache.remembered
def _eu_years(series: Series) -> tuple[int, ...]:
    rows = returned_rows(cache.table("returns"), FIVE)
    return tuple(int(year) for year in years_of(rows, series))


@cache.remembered
def _eu_hosts() -> tuple[str, ...]:
    return (UNION, *reporting(returned_rows(cache.table("returns"), FIVE)))


def years(filters: ReturnFilters) -> tuple[int, ...]:
    """Return the years of a part, and of the series that it shows; the usual where none load."""
    if filters.part == "uk":
        return offered(_uk_years, otherwise=(USUAL.year,))
    return offered(_eu_years, filters.series, otherwise=(USUAL.year,))


def hosts(_: ReturnFilters) -> tuple[str, ...]:
    """Return the Union and the countries that returned anybody after an order."""
    return offered(_eu_hosts, otherwise=(UNION,))


def _part(*parts: str) -> Callable[[ReturnFilters], bool]:
    return lambda filters: filters.part in parts


CHOICES = ChoiceSet[ReturnFilters](
    USUAL,
    (
        countries(USUAL),
        Choice(
            "part",
            N_("Kind of return"),
            tuple(LEADING),
            messages(PART_NAMES),
            form="tabs",
            help=N_("Which returns are shown; counts by different bodies are never joined."),
        ),
        Choice(
            "by",
            N_("Split by"),
            SPLITS,
            messages(SPLIT_NAMES),
            there=_part("uk"),
            help=N_("What the returns are divided by."),
        ),
        Choice(
            "uk_kind",
            N_("Kind of return counted"),
            KINDS,
            messages(KIND_NAMES),
            former=("counted",),
            there=lambda filters: filters.part == "uk" and filters.by != "type",
            help=N_("The kind of return that is divided."),
        ),
        Choice(
            "series",
            N_("Count"),
            SERIES,
            messages(SERIES_NAMES),
            there=_part("eu"),
            help=N_("One of two counts, which are never joined."),
        ),
        Choice(
            "year",
            N_("Year"),
            years,
            plain,
            form="slider",
            default=_uk_usual,
            there=_part("uk", "eu"),
            help=N_("The year shown."),
        ),
        Choice(
            "host",
            N_("Country that returned people"),
            hosts,
            place,
            form="list",
            there=_part("eu"),
            help=N_("The whole Union, or one country."),
        ),
        Choice(
            "kind",
            N_("Single figures on"),
            DATED_KINDS,
            messages(DATED_NAMES),
            there=_part("dated"),
            help=N_("Which flights and missions are shown."),
        ),
    ),
    views=lambda filters: (LEADING[filters.part],),
    parts=lambda filters: CLOSER.get(filters.part, ()),
)
