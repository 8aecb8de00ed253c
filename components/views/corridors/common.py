"""What all corridor views share: the chosen corridors, their sentences, sources and caveats."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from components.context import RenderContext
from components.language import Language
from components.phrases.columns import column
from components.phrases.figures import on_2024
from components.phrases.sentences import lower_first, upper_first
from components.style.theme import Palette
from components.view import Column, Remark, Table
from components.views.corridors.filters import CorridorFilters
from components.views.corridors.hosts import named, not_named
from components.views.corridors.words import cautions, group_sentence, pair_sentence, period
from components.views.drawn import drawn_column, drawn_words
from components.views.measures import CORRIDOR_WORDS
from components.views.spec import Tables
from data.areas import FIVE
from data.measures.corridor_choice import Selection, holding, select
from data.measures.corridors import all_behind, corridors, pairs_behind, sources_of_years
from data.measures.measure import Direction, Measure
from data.measures.rows import among
from geo.loader import places


@dataclass(frozen=True)
class Chosen:
    """A reader's choice applied to the data; the start of every corridor view.

    Attributes
    ----------
    filters : CorridorFilters
        What was asked for.
    context : RenderContext
        How to draw it.
    tables : mapping of str to pandas.DataFrame
        Curated tables by name: that of the measure, and those that a view of one corridor adds.
    """

    filters: CorridorFilters
    context: RenderContext
    tables: Tables

    @property
    def frame(self) -> pd.DataFrame:
        """The curated table of the measure."""
        return self.tables[self.measure.table]

    @property
    def found(self) -> pd.DataFrame:
        """All corridors of the measure (see `data.measures.corridors.corridors`)."""
        return corridors(self.frame, self.measure, self.filters.sex, self.filters.method)

    @property
    def places(self) -> frozenset[str]:
        """Codes that can be put on a map."""
        return frozenset(places().index)

    @property
    def lang(self) -> Language:
        """The reader's language."""
        return self.context.language

    @property
    def colours(self) -> Palette:
        """Colours of the page's mode."""
        return self.context.colours

    @property
    def measure(self) -> Measure:
        """The chosen measure."""
        return self.filters.definition

    @cached_property
    def selection(self) -> Selection:
        """The corridors of the year, the selected one among those shown."""
        picked, f = self._select(self.found), self.filters
        if not (f.start and f.end and {f.start, f.end} <= self.places):
            return picked
        return holding(picked, self.found, f.year, (f.start, f.end))

    def _select(self, found: pd.DataFrame) -> Selection:
        """Return those of some corridors that were asked for."""
        f = self.filters
        return select(
            found,
            f.year,
            f.direction,
            f.countries,
            f.partners,
            f.minimum,
            f.top,
            self.places,
            self.measure.crossing,
        )

    @property
    def chosen(self) -> frozenset[tuple[str, str]]:
        """The selected corridor, both ways."""
        f = self.filters
        if f.start and f.end:
            return frozenset({(f.start, f.end), (f.end, f.start)})
        return frozenset()

    def sentence(
        self,
        start: str | Sequence[str],
        end: str | Sequence[str],
        year: int,
        value: float,
        figures: int = 3,
        n: str = "",
        short: bool = False,
    ) -> str:
        """Say one corridor as a sentence: three figures in a tip, two in a headline."""
        return pair_sentence(
            self.lang, self.measure, start, end, year, value, figures, self.filters.sex, n, short
        )

    def group(
        self,
        side: Direction,
        countries: Sequence[str],
        value: float,
        n: str = "",
        short: bool = False,
    ) -> str:
        """Say the sum of the year's corridors out of, or into, some countries as a sentence."""
        f = self.filters
        now = f.year == max(self.found["year"], default=0)
        return group_sentence(
            self.lang, self.measure, side, countries, f.year, value, f.sex, n, short, now
        )

    def name(self, start: str, end: str) -> str:
        """Name a corridor."""
        return f"{self.lang.place(start)} → {self.lang.place(end)}"

    @property
    def counted(self) -> tuple[str, ...]:
        """What was counted, of which sex and by which method: the first parts of a subtitle."""
        lang, f = self.lang, self.filters
        parts = [lang.text(CORRIDOR_WORDS[f.measure].what)]
        if self.measure.sexes and f.sex != "total":
            parts.append(lang.label("sexes", f.sex))
            if self.measure.modelled:
                parts.append(
                    lang.text("the two sexes, modelled separately, do not add up to the total")
                )
        if self.measure.methods:
            parts.append(on_2024(lang))
            parts.append(method_phrase(lang, f.method or self.measure.methods[0]))
        return tuple(parts)

    def low(self, origins: Sequence[str], among: Sequence[str] = ()) -> tuple[str, ...]:
        """Return in which hosts the source names nobody of some origins, if it says so."""
        told = not_named(self.lang, self.measure.sources[0], origins, among)
        return tuple(filter(None, [upper_first(told)]))

    @cached_property
    def by_methods(self) -> tuple[float, float] | None:
        """The smallest and the largest sum of the same choice by all methods of a model."""
        sums = [self._select(one).total for one in self._all_methods]
        return (min(sums), max(sums)) if sums else None

    def pair_by_methods(self, start: str, end: str) -> tuple[float, float] | None:
        """Return the smallest and the largest figure of a corridor by all methods of a model."""
        known = []
        for found in self._all_methods:
            own = found["start"].eq(start) & found["end"].eq(end)
            known.append(float(found.loc[own & found["year"].eq(self.filters.year), "value"].sum()))
        return (min(known), max(known)) if known else None

    @property
    def _all_methods(self) -> list[pd.DataFrame]:
        return [
            corridors(self.frame, self.measure, self.filters.sex, method)
            for method in self.measure.methods
        ]

    def named(self, origins: Sequence[str], hosts: Sequence[str]) -> Sequence[str]:
        """Return the origins that the source names in some hosts; all, where it names none."""
        return named(self.measure.sources[0], origins, hosts) or origins

    @property
    def subtitle(self) -> str:
        """Measure, population, period, method."""
        what, *more = self.counted
        return " · ".join((what, period(self.lang, self.measure, self.filters.year), *more))

    @property
    def too_low(self) -> str:
        """What keeps the sums of the choice too low, where the source names not everybody."""
        f = self.filters
        abroad = f.direction in ("from", "both")
        return next(iter(self.low(f.countries, f.partners)), "") if abroad else ""

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """Sources that have figures of the year; all of the measure where none has."""
        there = sources_of_years(self.frame).get(self.filters.year, frozenset())
        return tuple(s for s in self.measure.sources if s in there) or self.measure.sources

    @cached_property
    def published(self) -> list[int]:
        """Years of which there is a figure, or would be one: a year without is a gap."""
        years = sorted(int(year) for year in self.found["year"].unique())
        between = range(years[0], years[-1]) if years and self.measure.every == 1 else ()
        return sorted({*years, *between, *self.gaps})

    @cached_property
    def gaps(self) -> list[int]:
        """Years between two releases of which the source says nothing of any of the five."""
        if len(self.measure.sources) == 1:
            return []
        frame = self.frame
        rows = among(frame["source_id"], self.measure.sources) & among(frame["origin"], FIVE)
        years = {int(year) for year in frame["year"].array[rows].dropna().unique()}
        return [year for year in range(min(years), max(years)) if year not in years]

    def lacks(self, country: str) -> frozenset[int]:
        """Return the years of which a country's sum over all partners lacks main ones."""
        return frozenset() if self.filters.partners else self.measure.lacks(country)

    @property
    def incomplete(self) -> tuple[str, ...]:
        """A note where the year's sums lack main partners."""
        f, lang = self.filters, self.lang
        if not any(f.year in self.lacks(country) for country in f.countries):
            return ()
        return (
            lang.text(
                "{year} is an incomplete year: main countries gave no figure for it.", year=f.year
            ),
        )

    @cached_property
    def remarks(self) -> tuple[Remark, ...]:
        """Caveats that bear on the rows behind the corridors of the year."""
        return self.remarks_on(self.selection.every.assign(year=self.filters.year))

    def remarks_on(self, shown: pd.DataFrame) -> tuple[Remark, ...]:
        """Return the caveats that bear on corridors (``start``, ``end``, ``year``)."""
        f = self.filters
        rows = pairs_behind(self.frame, self.measure, shown, f.sex, f.method)
        return cautions(rows, self.measure, self.context.lang)

    @property
    def remarks_on_all(self) -> tuple[Remark, ...]:
        """Caveats that bear on all corridors of the measure."""
        f = self.filters
        rows = all_behind(self.frame, self.measure, f.sex, f.method)
        return cautions(rows, self.measure, self.context.lang)

    @cached_property
    def table(self) -> Table:
        """All corridors of the choice, largest first; those in the figure are marked."""
        lang, picked = self.lang, self.selection
        shown = set(zip(picked.shown["start"], picked.shown["end"], strict=True))
        pairs = list(zip(picked.every["start"], picked.every["end"], strict=True))
        rows = pd.DataFrame(
            {
                "start": [lang.place(start) for start, _ in pairs],
                "end": [lang.place(end) for _, end in pairs],
                "value": picked.every["value"].to_list(),
                "share": [100 * v / picked.total for v in picked.every["value"]],
                "status": [lang.label("obs_statuses", s) for s in picked.every["obs_status"]],
                "drawn": drawn_words(lang, (pair in shown for pair in pairs)),
                "codes": [f"{start}-{end}" for start, end in pairs],
            }
        )
        return Table(rows, self._columns())

    def _columns(self) -> tuple[Column, ...]:
        lang = self.lang
        return (
            column(lang, "from", "start"),
            column(lang, "to", "end"),
            column(
                lang,
                "value",
                label=lang.text(CORRIDOR_WORDS[self.filters.measure].name),
                digits=0,
                unit=self.measure.unit,
            ),
            column(lang, "share_of_total", "share"),
            column(lang, "obs_status", "status"),
            drawn_column(lang),
        )


def method_phrase(lang: Language, method: str) -> str:
    """Name a method in the middle of a line."""
    return lang.text("method: {name}", name=lower_first(lang.label("methods", method)))
