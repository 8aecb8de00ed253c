"""Small multiples for the five countries: what leads out and what leads in, over the years."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from components.charts.dumbbells import Bell, BellRow, dumbbells
from components.language import Language
from components.phrases.columns import column
from components.view import Table, View
from components.views.corridors.common import Chosen
from components.views.corridors.over_time import lines_view, value_columns
from components.views.corridors.titles import largest
from components.views.corridors.words import amount, period
from components.views.measures import CORRIDOR_WORDS
from components.views.types.words import COVERAGE_NAMES
from data.areas import FIVE
from data.measures.breaks import sum_breaks
from data.measures.corridor_choice import yearly_totals
from data.measures.measure import Direction

Sums = dict[tuple[str, Direction], dict[int, float]]
Breaks = Mapping[tuple[str, Direction], tuple[int, ...]]


def reporter_note(lang: Language) -> tuple[str, ...]:
    """Return the note on lines that are broken because other countries report."""
    return (
        lang.text(
            "A line breaks where countries with more than a twentieth of the sum enter or "
            "leave it, or where one country changes its way of counting: the figures before "
            "and after do not cover the same countries."
        ),
    )


def sums_notes(chosen: Chosen) -> tuple[str, ...]:
    """Say in which years other countries are in every sum, and of which main ones are missing."""
    lang, f, measure = chosen.lang, chosen.filters, chosen.measure
    told = []
    if measure.sums_broken and not f.partners:
        told.append(
            lang.text(
                "The countries that report are different from {years} on: every line breaks there.",
                years=lang.listing([str(year) for year in measure.sums_broken]),
            )
        )
    if measure.incomplete and not f.partners:
        told.append(
            lang.text(
                "A hollow mark shows an incomplete year, for which main countries gave no "
                "figure: {years}.",
                years=lang.listing([str(year) for year in measure.incomplete]),
            )
        )
    return tuple(told)


def in_and_out(chosen: Chosen) -> View:
    """Return for each of the five countries what leads out and what leads in, in two years."""
    lang = chosen.lang
    words = CORRIDOR_WORDS[chosen.filters.measure]
    names: dict[Direction, str] = {
        "from": lang.text(words.side_out),
        "to": lang.text(words.side_into),
    }
    sums = {
        (country, side): known
        for country in FIVE
        for side in names
        if (known := _sums(chosen, country, side))
    }
    breaks = {(country, side): _breaks(chosen, country, side) for country, side in sums}
    chart = _chart(chosen, names, sums, breaks)
    drawn = [f"{lang.place(country)}, {names[side]}" for country, side in sums]
    cuts = {*chosen.measure.breaks, *(year for own in breaks.values() for year in own)}
    table = _sums_table(chosen, names, sums)
    notes = (
        *chosen.low(FIVE, chosen.filters.partners),
        *sums_notes(chosen),
        *(reporter_note(lang) if cuts - set(chosen.measure.breaks) else ()),
    )
    return lines_view(chosen, "five", largest(chosen), chart, table, drawn, cuts, notes)


def _chart(
    chosen: Chosen, names: Mapping[Direction, str], sums: Sums, breaks: Breaks
) -> go.Figure | None:
    """Draw a row for each of the five countries, the largest first."""
    lang, colours, year = chosen.lang, chosen.colours, chosen.filters.year
    rows = []
    for country in FIVE:
        bells = {
            str(side): bell
            for side in names
            if (country, side) in sums and (bell := _bell(chosen, country, side, sums, breaks))
        }
        if bells:
            rows.append(BellRow(lang.place(country), bells))
    if not rows:
        return None
    rows.sort(key=lambda row: -max(bell.last for bell in row.bells.values()))
    inks = {"from": colours.out, "to": colours.into}
    when = period(lang, chosen.measure, year)
    kinds = {
        str(side): (f"{name}, {when}", inks[side])
        for side, name in names.items()
        if any(str(side) in row.bells for row in rows)
    }
    return dumbbells(rows, kinds, lang, colours, chosen.context.narrow, chosen.context.width())


def _bell(chosen: Chosen, country: str, side: Direction, sums: Sums, breaks: Breaks) -> Bell | None:
    """Return a country's sum in the chosen year, and in the first that can be compared with it."""
    lang, measure, known = chosen.lang, chosen.measure, sums[country, side]
    year, less = chosen.filters.year, chosen.lacks(country)
    if year not in known:
        return None
    cuts = [cut for cut in (*breaks[country, side], *measure.breaks) if cut <= year]
    alike = [y for y in known if max(cuts, default=0) <= y < year and y not in less]
    first = min(alike) if alike and year not in less and measure.comparable else None

    def tip(when: int) -> str:
        told = amount(lang, measure, known[when], chosen.filters.sex, 3)
        return f"{lang.place(country)}, {period(lang, measure, when)}: {told}"

    return Bell(
        known[first] if first else None,
        known[year],
        _told(lang, known[year], known[first] if first else None, str(first or "")),
        (tip(first) if first else "", tip(year)),
        year in less,
    )


def _told(lang: Language, last: float, first: float | None, when: str) -> str:
    """Write the value of the last year, and what it was in the first."""
    now = lang.compact(last)
    if first is None:
        return now
    return lang.text("{n} ({year}: {before})", n=now, year=when, before=lang.compact(first))


def _sums(chosen: Chosen, country: str, side: Direction) -> dict[int, float]:
    """Return a country's sums by year; one of zeros where a zero is a count."""
    measure = chosen.measure
    counted = measure.zeros and not measure.modelled
    return yearly_totals(chosen.found, country, side, chosen.filters.partners, counted)


def _sums_table(chosen: Chosen, names: Mapping[Direction, str], sums: Sums) -> Table:
    """Return all sums; where some years are incomplete, also which."""
    lang = chosen.lang
    rows = [
        (
            lang.place(country),
            names[side],
            period(lang, chosen.measure, year),
            value,
            lang.text(COVERAGE_NAMES["incomplete" if year in chosen.lacks(country) else "full"]),
        )
        for (country, side), known in sums.items()
        for year, value in known.items()
    ]
    columns = (
        column(lang, "country", "place"),
        column(lang, "direction", "way"),
        *value_columns(chosen),
    )
    if any(chosen.lacks(country) & set(known) for (country, _), known in sums.items()):
        columns = (*columns, column(lang, "coverage"))
    frame = pd.DataFrame(rows, columns=["place", "way", "period", "value", "coverage"])
    return Table(frame[[column.name for column in columns]], columns)


def _breaks(chosen: Chosen, country: str, side: Direction) -> tuple[int, ...]:
    """Return the years at which a country's sum is one over other reporters, or another count."""
    own = "start" if side == "from" else "end"
    return sum_breaks(chosen.found, chosen.measure, country, own, chosen.filters.partners)
