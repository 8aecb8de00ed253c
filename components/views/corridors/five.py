"""Small multiples for the five countries: what leads out and what leads in, over the years."""

from collections.abc import Mapping
from functools import partial

import pandas as pd
import plotly.graph_objects as go

from components.charts.lines import Line
from components.charts.multiples import multiples
from components.language import Language
from components.phrases.columns import column
from components.view import Table, View
from components.views.corridors.common import Chosen
from components.views.corridors.over_time import lines_view, value_columns, with_gaps
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
            "A line breaks where countries that make up more than a twentieth of the sum come into "
            "it or leave it, or where one country changes its way of counting: the figures before "
            "and after are not over the same countries."
        ),
    )


def sums_notes(chosen: Chosen) -> tuple[str, ...]:
    """Say in which years other countries are in every sum, and of which main ones are missing."""
    lang, f, measure = chosen.lang, chosen.filters, chosen.measure
    told = []
    if measure.sums_broken and not f.partners:
        told.append(
            lang.text(
                "Other countries report from {years} on: every line breaks there.",
                years=lang.listing([str(year) for year in measure.sums_broken]),
            )
        )
    if measure.incomplete and not f.partners:
        told.append(
            lang.text(
                "A hollow mark is an incomplete year, of which main countries gave no figure: "
                "{years}.",
                years=lang.listing([str(year) for year in measure.incomplete]),
            )
        )
    return tuple(told)


def small_multiples(chosen: Chosen) -> View:
    """Return for each of the five countries what leads out and what leads in, over the years."""
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
    chart = _chart(chosen, names, sums, breaks) if sums else None
    drawn = [f"{lang.place(country)}, {names[side]}" for country, side in sums]
    cuts = {*chosen.measure.breaks, *(year for own in breaks.values() for year in own)}
    table = _sums_table(chosen, names, sums)
    notes = (
        *sums_notes(chosen),
        *(reporter_note(lang) if cuts - set(chosen.measure.breaks) else ()),
    )
    return lines_view(chosen, "five", largest(chosen), chart, table, drawn, FIVE, cuts, notes)


def _chart(chosen: Chosen, names: Mapping[Direction, str], sums: Sums, breaks: Breaks) -> go.Figure:
    """Draw a small chart for each of the five countries."""
    lang = chosen.lang
    panels = [
        (
            lang.place(country),
            [
                line
                for side, name in names.items()
                if (country, side) in sums
                for line in _sides(chosen, country, side, name, sums, breaks)
            ],
        )
        for country in FIVE
    ]
    return multiples(
        panels,
        lang,
        chosen.colours,
        2 if chosen.context.size == "narrow" else 5,
        partial(period, lang, chosen.measure),
        chosen.measure.breaks,
    )


def _sums(chosen: Chosen, country: str, side: Direction) -> dict[int, float]:
    """Return a country's sums by year; one of zeros where a zero is a count."""
    measure = chosen.measure
    counted = measure.zeros and not measure.modelled
    return yearly_totals(chosen.found, country, side, chosen.filters.partners, counted)


def _sides(
    chosen: Chosen,
    country: str,
    side: Direction,
    name: str,
    sums: Sums,
    breaks: Breaks,
) -> list[Line]:
    """Return the line of whole years of one side of a country, and marks for incomplete ones."""
    lang, measure, known = chosen.lang, chosen.measure, sums[country, side]
    colour = chosen.colours.out if side == "from" else chosen.colours.into
    said = f"{lang.place(country)}, {name}"
    tips = {
        y: f"{said}, {period(lang, measure, y)}: "
        f"{amount(lang, measure, value, chosen.filters.sex, 3)}"
        for y, value in known.items()
    }
    less = sorted(known.keys() & chosen.lacks(country))
    whole = sorted(known.keys() - set(less))
    lines = []
    if whole:
        symbol = "circle" if side == "from" else "diamond"
        years = with_gaps(whole, chosen.published)
        values = [known[y] if y in whole else None for y in years]
        shown = [tips[y] if y in whole else "" for y in years]
        cuts = breaks[country, side]
        lines.append(Line(name, years, values, shown, colour, symbol=symbol, breaks=cuts))
    if less:
        incomplete = lang.text(COVERAGE_NAMES["incomplete"])
        values = [known[y] for y in less]
        shown = [f"{tips[y]}<br>{incomplete}" for y in less]
        mark = "diamond-open"
        lines.append(Line(incomplete, less, values, shown, colour, symbol=mark, connected=False))
    return lines


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
