"""Words of the comparison of countries: subtitle, what the pointer says, table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from components.language import Language
from components.phrases.columns import column
from components.phrases.figures import rate
from components.phrases.periods import period
from components.phrases.references import source_name
from components.view import Column, Table
from components.views.types.filters import TypesFilters
from components.views.types.words import (
    COVERAGE_NAMES,
    GRADE_NAMES,
    unit_of,
)
from data.measures.countries import THOUSAND
from data.measures.flow_types import Best
from data.measures.measure import CountrySeries

NAMED = 2  # partners that the pointer names; the table names more


@dataclass(frozen=True)
class Compared:
    """What is compared, for one reader.

    Attributes
    ----------
    lang : Language
        The reader's language.
    chosen : CountrySeries
        How to count.
    filters : TypesFilters
        The reader's choices.
    relative : bool
        Whether it is per 1,000 inhabitants.
    found : pandas.DataFrame
        From `data.measures.comparison.comparison`.
    partners : sequence of tuple
        Largest partners of each row of `found`.
    spread : mapping
        What all methods say, by country and year.
    otherwise, loose : tuple of str
        Countries without a figure that have one by another way of counting the same thing, or of
        which there are figures without a year or for single partners.
    better : tuple of Best
        The figures that stand for the type in the countries, where another way of counting the
        same thing has them.
    """

    lang: Language
    chosen: CountrySeries
    filters: TypesFilters
    relative: bool
    found: pd.DataFrame
    partners: Sequence[tuple[tuple[str, float], ...]]
    spread: Mapping[tuple[str, int], tuple[float, float]]
    otherwise: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    better: tuple[Best, ...] = ()


def amount(shown: Compared, value: float) -> str:
    """Write a figure for a sentence, with two significant figures."""
    lang = shown.lang
    if shown.chosen.measure.unit == "percent":
        return lang.percent(value / 100)
    return rate(lang, value) if shown.relative else lang.compact(value)


def exact(shown: Compared, value: float) -> str:
    """Write a figure in full."""
    if not shown.relative:
        return shown.lang.number(value, 1)
    return shown.lang.number(value, 3 if value < 1 else 2 if value < 10 else 1)


def between(shown: Compared, row: pd.Series) -> tuple[float, float]:
    """Return the ends of what all methods say of an estimate, in what is shown."""
    scale = THOUSAND / float(row["people"]) if shown.relative else 1.0
    low, high = shown.spread[row["country"], int(row["year"])]
    return low * scale, high * scale


def subtitle(shown: Compared, logarithmic: bool) -> str:
    """Write measure, unit, and how the scale runs."""
    lang, unit = shown.lang, unit_of(shown.lang, shown.chosen)
    if shown.relative:
        unit = lang.text("{unit} per 1,000 inhabitants of the country in the same year", unit=unit)
    told = [lang.label("measures", shown.chosen.measure.count), unit]
    if shown.spread:
        told.append(lang.text("estimates, method “{method}”", method=method_name(shown)))
    if logarithmic:
        told.append(lang.text("logarithmic scale: the same height is always the same factor"))
    return " · ".join(told)


def method_name(shown: Compared) -> str:
    """Return the name of the model's method that is drawn."""
    return shown.lang.label("methods", shown.chosen.measure.methods[0])


def tip(shown: Compared, row: pd.Series) -> str:
    """Write what the pointer says of a figure, below the name of the country."""
    lang = shown.lang
    told = lang.text(
        "{when}: {value} {unit}. {grade}, {source}",
        when=period(lang, row),
        value=exact(shown, float(row["shown"])),
        unit=_short_unit(shown),
        grade=lang.text(GRADE_NAMES[row["grade"]]),
        source=source_name(lang, row["source_id"]),
    )
    most = _partners(shown, shown.partners[int(row.name)][:NAMED])
    return f"{told}<br>{most}" if most else told


def _short_unit(shown: Compared) -> str:
    unit = unit_of(shown.lang, shown.chosen)
    return shown.lang.text("{unit} per 1,000 inhabitants", unit=unit) if shown.relative else unit


def _partners(shown: Compared, partners: Sequence[tuple[str, float]]) -> str:
    """Write the largest partners with their figures; kandas have shares only."""
    lang, share = shown.lang, bool(shown.chosen.shares)
    return "; ".join(
        f"{lang.place(code)} {lang.percent(value / 100, 1) if share else lang.number(value, 1)}"
        for code, value in partners
    )


def table(shown: Compared) -> Table:
    """Return every figure, parts of years among them, with its largest partners."""
    lang, chosen = shown.lang, shown.chosen
    rows = [
        {
            "country": lang.place(row["country"]),
            "when": period(lang, row),
            "value": float(row["value"]),
            "shown": float(row["shown"]),
            "partners": float(row["partners"]) if chosen.summed else None,
            "most": _partners(shown, shown.partners[int(row.name)]),
            "coverage": lang.text(COVERAGE_NAMES[row["coverage"]]),
            "status": lang.label("obs_statuses", row["obs_status"]),
            "grade": lang.text(GRADE_NAMES[row["grade"]]),
            "source": source_name(lang, row["source_id"]),
            **_ends(shown, row),
        }
        for _, row in shown.found.iterrows()
    ]
    columns = _columns(shown)
    return Table(pd.DataFrame(rows, columns=[column.name for column in columns]), columns)


def _ends(shown: Compared, row: pd.Series) -> dict[str, float | None]:
    low, high = shown.spread.get((row["country"], int(row["year"])), (None, None))
    return {"low": low, "high": high}


def _columns(shown: Compared) -> tuple[Column, ...]:
    lang, chosen = shown.lang, shown.chosen
    spread = (
        column(lang, "lowest", "low", unit=chosen.measure.unit),
        column(lang, "highest", "high", unit=chosen.measure.unit),
    )
    per = (column(lang, "per_1000", "shown"),)
    added = (column(lang, "added", "partners"),)
    most = (column(lang, "largest_partners", "most"),)
    return (
        column(lang, "country"),
        column(lang, "period", "when"),
        column(lang, "value", label=unit_of(lang, chosen), digits=1, unit=chosen.measure.unit),
        *(per if shown.relative else ()),
        *(spread if shown.spread else ()),
        *(added if chosen.summed else ()),
        *(most if any(shown.partners) else ()),
        column(lang, "coverage"),
        column(lang, "obs_status", "status"),
        column(lang, "known_how", "grade"),
        column(lang, "source_id", "source"),
    )
