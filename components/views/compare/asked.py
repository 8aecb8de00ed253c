"""What a reader asks to see compared: figures on a corridor, or of a country, in one year."""

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from components.language import Language
from components.phrases.places import corridor
from components.view import Remark
from components.views.assemble import caveats_of, warnings_first
from components.views.compare.filters import CompareFilters
from components.views.compare.words import (
    ELSEWHERE,
    INDICATOR_NAMES,
    OFFICE,
    SUBJECT_NAMES,
    WHO,
)
from components.views.spec import Tables
from data.measures.sides import sides_of
from data.measures.source_figures import corridor_figures, country_figures
from data.measures.source_gaps import at_year, usual_year
from data.measures.source_subjects import COUNTRY, INDICATORS


@dataclass(frozen=True)
class Asked:
    """Figures that are compared.

    Attributes
    ----------
    found : pandas.DataFrame
        From `data.measures.source_figures`.
    home, away : str
        Codes of both sides; ``WLD`` for all others.
    chosen : int
        Year that was chosen; 0 for the usual one.
    name : str
        What is compared; a message.
    own : str
        Code of the country, where figures are of one.
    who : str
        Who would have another figure; a message.
    """

    found: pd.DataFrame
    home: str
    away: str
    chosen: int
    name: str
    own: str
    who: str

    @cached_property
    def year(self) -> int:
        """The year of which figures are compared."""
        there = self.found["year"].eq(self.chosen).any()
        return self.chosen if there else usual_year(self.found)

    @cached_property
    def rows(self) -> pd.DataFrame:
        """The figures of the year and near it (see `data.measures.source_gaps.at_year`)."""
        return at_year(self.found, self.year)

    def title(self, lang: Language) -> str:
        """Name what is compared and where."""
        place = lang.place(self.own) if self.own else corridor(lang, self.home, self.away)
        return lang.text("{what}, {place}", what=lang.text(self.name), place=place)


def on_corridor(tables: Tables, filters: CompareFilters, year: int = 0) -> Asked:
    """Return the figures of a subject on the chosen corridor."""
    home, away, subject = filters.start, filters.end, filters.subject
    found = corridor_figures(tables, subject, home, away)
    return Asked(found, home, away, year, SUBJECT_NAMES[subject], "", WHO[subject])


def of_country(tables: Tables, filters: CompareFilters) -> Asked:
    """Return the figures of an indicator of the chosen country."""
    country, series = filters.country, filters.series
    asked = INDICATORS[series]
    found = country_figures(tables, series, country)
    here = asked.side == "away"
    home, away = (asked.partner, country) if here else (country, asked.partner)
    who = ELSEWHERE.get(series, OFFICE)
    return Asked(found, home, away, filters.at, INDICATOR_NAMES[series], country, who)


def cautions(lang: Language, asked: Asked, rows: pd.DataFrame) -> tuple[Remark, ...]:
    """Return the caveats of the sources that bear on figures, warnings first."""
    parts = []
    for table in dict.fromkeys(rows["table"].astype("str")):
        own = rows.loc[rows["table"].eq(table)]
        if table in COUNTRY:
            told = {COUNTRY[table]: asked.own}
        else:
            told = dict(zip(sides_of(table, "home"), (asked.home, asked.away), strict=True))
        sexes = {} if "sex" in own else {"sex": "total"}
        parts.append(caveats_of(lang, table, own.assign(**told, **sexes)))
    return warnings_first(*parts)
