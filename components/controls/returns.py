"""The choices of the page on returns."""

from components import cache
from components.state import Choices
from components.views.returns.filters import ReturnFilters
from data.errors import DataError
from data.measures.corridors import FIVE
from data.measures.returns import uk_returns


def uk_years() -> tuple[str, ...]:
    """Return the years with returns from the United Kingdom; the default where none load."""
    try:
        rows = uk_returns(cache.table("returns"))
    except DataError:
        return (str(ReturnFilters.year),)
    return tuple(str(year) for year in sorted(set(rows["year"])))


def read_filters(choices: Choices) -> ReturnFilters:
    """Read the filters; what does not fit falls back to the default."""
    years = uk_years()
    return ReturnFilters(
        who=choices.several("who", FIVE, FIVE, shared=True),
        year=int(choices.one("year", years, years[-1])),
    )
