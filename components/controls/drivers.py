"""The choices of the page on what drives return."""

from components import cache
from components.language import N_
from components.session.choice import (
    Choice,
    ChoiceSet,
    Part,
    countries,
    messages,
    offered,
    place,
    plain,
)
from components.views.drivers.filters import HOSTS, POOLS, STEPS, DriversFilters, Step
from components.views.drivers.words import KIND_NAMES
from data.areas import FIVE
from data.measures.drivers import KINDS, found_present

USUAL = DriversFilters()
STEP_NAMES: dict[Step, str] = {
    "ordered": N_("Ordered to leave"),
    "refused": N_("Refused entry"),
}


@cache.remembered
def _counted_years() -> tuple[int, ...]:
    rows = found_present(cache.table("irregular_movement"), FIVE)
    return tuple(int(year) for year in sorted(set(rows["year"])))


def found_years() -> tuple[int, ...]:
    """Return the years with people found by Eurostat's countries; the usual where none load."""
    return offered(_counted_years, otherwise=(USUAL.year,))


def _parts(filters: DriversFilters) -> tuple[Part[DriversFilters], ...]:
    return (
        Part(
            "pool",
            N_("Who lives where"),
            ("drivers-pool",),
            ("pool",),
            words=N_(
                "Voluntary return has to work where people are; these are the counts that were "
                "found."
            ),
        ),
        Part(
            "found",
            N_("Found in Europe"),
            ("drivers-found", "drivers-found-years"),
            ("year", "host"),
            words=N_(
                "Being found may be followed by an order to leave, by help to return, or by a stay."
            ),
            columns=2,
        ),
        Part(
            "steps",
            N_("Ordered to leave, refused entry"),
            (f"drivers-{filters.step}",),
            ("step", "host"),
        ),
    )


CHOICES = ChoiceSet[DriversFilters](
    USUAL,
    (
        countries(USUAL),
        Choice(
            "kind",
            N_("List or decision"),
            tuple(KINDS),
            messages(KIND_NAMES),
            former=("list",),
            help=N_("Which list of people, or which decision, is shown."),
        ),
        Choice(
            "year",
            N_("Year"),
            lambda _: found_years(),
            plain,
            form="slider",
            default=lambda _, years: years[-1],
            help=N_("The year shown."),
        ),
        Choice(
            "host",
            N_("Country that counted"),
            HOSTS,
            place,
            form="list",
            help=N_("The whole Union, or one country."),
        ),
        Choice(
            "step",
            N_("Step"),
            STEPS,
            messages(STEP_NAMES),
            help=N_("Orders to leave, or refusals at the border."),
        ),
        Choice(
            "pool",
            N_("Where people are"),
            POOLS,
            place,
            help=N_("The country in which people from the five live."),
        ),
    ),
    views=lambda _: ("drivers-bans",),
    parts=_parts,
)
