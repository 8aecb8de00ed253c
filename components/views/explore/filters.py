"""What a reader asks of a curated table, as choices of views."""

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode

from data.areas import FIVE
from data.explore.params import from_params
from data.explore.question import Question
from data.schema import fields

CHARTS = ("rows", "bars", "lines", "heat", "slope", "map")
SLUG = 60  # letters of a question in the name of a file


@dataclass(frozen=True)
class ExploreFilters:
    """What is asked of the tables.

    Attributes
    ----------
    data : str
        Name of a curated table; empty before one is chosen.
    asked : str
        The question to it as links write it (see `data.explore.params`), such as
        ``host=GBR&year=2010..2024&_by=origin&_how=sum``.
    chart : str
        How the answer is shown: its rows, or a kind of chart.
    sheet : int
        Number of the page of rows, from 1.
    codes : bool
        Whether cells hold the codes of the files instead of names.
    sql : str
        A query in SQL that stands beside it.
    """

    data: str = ""
    asked: str = ""
    chart: str = "rows"
    sheet: int = 1
    codes: bool = False
    sql: str = ""


def told(asked: str) -> dict[str, str]:
    """Return the names and values of a question."""
    return dict(parse_qsl(asked, keep_blank_values=True))


def written(params: dict[str, str]) -> str:
    """Return names and values of a question as a link has them."""
    return urlencode(params, safe=",.*")


@lru_cache(maxsize=256)
def question_of(data: str, asked: str) -> Question:
    """Return what is asked.

    Raises
    ------
    data.explore.refusal.Refused
        When it cannot be asked of this table.
    """
    return from_params(data, told(asked))


def places_of(filters: ExploreFilters) -> tuple[str, ...]:
    """Return the codes of the places that the filters name; of the five where they name none."""
    named = told(filters.asked).items()
    codes = (value.split(",") for name, value in named if _of_places(name))
    return tuple(code for one in codes for code in one if code) or FIVE


def kind_of(filters: ExploreFilters) -> tuple[str, ...]:
    """Return what makes it another view of the same places, for names of files."""
    if not filters.data:
        return ()
    rest = {k: v for k, v in told(filters.asked).items() if not _of_places(k)}
    slug = re.sub(r"[^A-Za-z0-9_]+", "-", written(rest)).strip("-")[:SLUG]
    sheet = str(filters.sheet) if filters.sheet > 1 else ""
    codes = "codes" if filters.codes else ""
    return tuple(filter(None, (filters.data, slug, filters.chart, sheet, codes)))


def _of_places(name: str) -> bool:
    return fields().get(name, {}).get("codes") == "countries"
