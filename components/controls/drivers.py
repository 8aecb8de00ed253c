"""The choices of the page on what drives return."""

from components import cache
from components.controls import common
from components.frame.state import Choices
from components.language import Language
from components.language.language import N_
from components.views.drivers.filters import HOSTS, POOLS, STEPS, DriversFilters, Step
from components.views.drivers.words import KIND_NAMES
from data.areas import FIVE
from data.measures.drivers import KINDS, UNION, found_present

STEP_NAMES: dict[Step, str] = {
    "ordered": N_("Ordered to leave"),
    "refused": N_("Refused entry"),
}


@cache.remembered
def _counted_years() -> tuple[str, ...]:
    rows = found_present(cache.table("irregular_movement"), FIVE)
    return tuple(str(year) for year in sorted(set(rows["year"])))


def found_years() -> tuple[str, ...]:
    """Return the years with people found by Eurostat's countries; the default where none load."""
    return common.offered(_counted_years, otherwise=(str(DriversFilters.year),))


def read_filters(choices: Choices) -> tuple[DriversFilters, str]:
    """Read the filters and the step of enforcement; what does not fit falls back to the default."""
    years = found_years()
    filters = DriversFilters(
        countries=choices.several("who", FIVE, FIVE, shared=True),
        kind=choices.one("list", tuple(KINDS), "banned"),  # type: ignore[arg-type]
        year=int(choices.one("year", years, years[-1])),
        host=choices.one("host", HOSTS, UNION),
        pool=choices.one("pool", POOLS, POOLS[0]),
    )
    return filters, choices.one("step", STEPS, STEPS[0])


def show_lists(lang: Language) -> None:
    """Show the choice of countries and of Russia's lists and decisions."""
    common.countries(lang)
    common.one_of(
        lang.text("List or decision"),
        tuple(KINDS),
        lambda kind: lang.text(KIND_NAMES[kind]),  # type: ignore[index]
        "list",
    )


def show_europe(lang: Language) -> None:
    """Show the choice of the year and of the country that found people."""
    common.years(lang.text("Year"), found_years(), str, "year")
    common.listed(lang.text("Country that counted"), HOSTS, lang.place, "host")


def show_step(lang: Language) -> None:
    """Show the choice of the step that followed."""
    common.one_of(
        lang.text("Step"),
        STEPS,
        lambda step: lang.text(STEP_NAMES[step]),  # type: ignore[index]
        "step",
    )


def show_pool(lang: Language) -> None:
    """Show the choice of the host country."""
    common.one_of(lang.text("Where people are"), POOLS, lang.place, "pool")
