"""Corridors over the years: the largest ones, and small multiples for the five countries."""

from collections.abc import Iterable, Mapping
from functools import partial

import pandas as pd

from components.charts.base import for_print
from components.charts.lines import Line, lines, multiples
from components.language import Language
from components.style.theme import Palette
from components.view import Column, Table, View
from components.views.corridors.common import Chosen
from components.views.corridors.titles import change, largest, nothing
from components.views.corridors.words import amount, period
from components.views.drawn import drawn_column, drawn_words
from components.views.measures import CORRIDOR_WORDS
from components.views.types.words import COVERAGE_NAMES
from data.areas import FIVE
from data.measures.breaks import comparable, pair_breaks, sum_breaks
from data.measures.corridors import yearly_totals
from data.measures.measure import Direction

LINES = 6
SYMBOLS = ("circle", "square", "diamond", "triangle-up", "cross", "star")


def series_colours(colours: Palette) -> list[str]:
    """Return colours that lines of one chart are told apart by."""
    return [*colours.countries.values(), colours.quiet]


def break_notes(chosen: Chosen) -> tuple[str, ...]:
    """Return the note on the breaks of the measure, if it has any."""
    lang, years = chosen.lang, [str(year) for year in chosen.measure.breaks]
    if not years:
        return gap_note(chosen)
    if len(years) == 1:
        return (
            lang.text(
                "The way of counting changed in {year} (dotted line): figures before and after are "
                "not comparable.",
                year=years[0],
            ),
        )
    return (
        lang.text(
            "{years} begin estimates of their own (dotted lines): figures before and after are not "
            "comparable.",
            years=lang.listing(years),
        ),
    )


def gap_note(chosen: Chosen) -> tuple[str, ...]:
    """Name the years between two releases of a source that no figure is of."""
    if not chosen.gaps:
        return ()
    told = chosen.lang.listing([str(year) for year in chosen.gaps])
    return (chosen.lang.text("No figures for {years}: that is a gap, not a zero.", years=told),)


def broken_notes(chosen: Chosen, broken: Iterable[int]) -> tuple[str, ...]:
    """Return a note on each country that alone counts anew, where a line drawn breaks for it."""
    years = set(broken)
    return tuple(
        chosen.lang.text(
            "{country} counts in another way from {year}: its line breaks there.",
            country=chosen.lang.place(place),
            year=str(year),
        )
        for place, year in chosen.measure.broken
        if year in years
    )


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


def with_gaps(years: list[int], every: list[int]) -> list[int]:
    """Return all published years of a measure between the first and last of one corridor."""
    return [y for y in every if years[0] <= y <= years[-1]]


def time_line(chosen: Chosen) -> View:
    """Return the largest corridors of the chosen year through all years of the measure."""
    lang = chosen.lang
    published = chosen.published
    series, titles, drawn = [], [], chosen.selection.shown.head(LINES)
    cuts: set[int] = set()
    for index, corridor in enumerate(drawn.itertuples()):
        pair = chosen.found.loc[
            (chosen.found["start"] == corridor.start) & (chosen.found["end"] == corridor.end)
        ].sort_values("year")
        breaks = pair_breaks(chosen.measure, str(corridor.start), str(corridor.end))
        cuts |= set(breaks)
        known = dict(zip(pair["year"].tolist(), pair["value"].tolist(), strict=True))
        years = with_gaps(sorted(known), published)
        name = chosen.name(corridor.start, corridor.end)
        tips = [
            chosen.sentence(corridor.start, corridor.end, y, known[y]) if y in known else ""
            for y in years
        ]
        colour = series_colours(chosen.colours)[index]
        values = [known.get(y) for y in years]
        series.append(Line(name, years, values, tips, colour, symbol=SYMBOLS[index], breaks=breaks))
        ends = str(corridor.start), str(corridor.end)
        titles.append(change(chosen, ends, known, comparable(known, published, breaks)))
    narrow = chosen.context.size == "narrow"
    chart = lines(
        series,
        lang,
        chosen.colours,
        420 if narrow else 400,
        named=not narrow,
        year=partial(period, lang, chosen.measure),
        ticks=5 if narrow else 7,
        breaks=chosen.measure.breaks,
    )
    title = titles[0] if titles else nothing(chosen)
    table = _every_corridor(chosen, len(drawn))
    names = [line.name for line in series]
    return _view(chosen, "time", title, chart if series else None, table, names, cuts=cuts)


def _every_corridor(chosen: Chosen, drawn: int) -> Table:
    """Return all corridors of the choice through all years, largest first."""
    lang, picked = chosen.lang, chosen.selection
    ends = ["start", "end"]
    largest_ = picked.shown.head(drawn)[ends].assign(drawn=True)
    order = picked.every[ends].reset_index(names="place").merge(largest_, "left", ends)
    rows = order.merge(chosen.found, on=ends).sort_values(["place", "year"])
    shown = pd.DataFrame(
        {
            "start": [lang.place(code) for code in rows["start"]],
            "end": [lang.place(code) for code in rows["end"]],
            "period": [period(lang, chosen.measure, year) for year in rows["year"]],
            "value": rows["value"].to_list(),
            "drawn": drawn_words(lang, rows["drawn"].notna()),
        }
    )
    keys = (
        Column("start", lang.text("From"), kind="place"),
        Column("end", lang.text("To"), kind="place"),
    )
    return Table(shown, (*keys, *_columns(chosen), drawn_column(lang)))


def _columns(chosen: Chosen) -> tuple[Column, ...]:
    lang, measure = chosen.lang, chosen.measure
    name = lang.text(CORRIDOR_WORDS[chosen.filters.measure].name)
    return (
        Column("period", lang.text("Period"), kind="period"),
        Column("value", name, 0, unit=measure.unit),
    )


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
    chart = None
    if sums:
        chart = multiples(
            panels,
            lang,
            chosen.colours,
            2 if chosen.context.size == "narrow" else 5,
            partial(period, lang, chosen.measure),
            chosen.measure.breaks,
        )
    drawn = [f"{lang.place(country)}, {names[side]}" for country, side in sums]
    cuts = {*chosen.measure.breaks, *(year for own in breaks.values() for year in own)}
    table = _sums_table(chosen, names, sums)
    return _view(chosen, "five", largest(chosen), chart, table, drawn, FIVE, cuts)


Sums = dict[tuple[str, Direction], dict[int, float]]


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
    breaks: Mapping[tuple[str, Direction], tuple[int, ...]],
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
        years = with_gaps(whole, chosen.published)
        lines.append(
            Line(
                name,
                years,
                [known[y] if y in whole else None for y in years],
                [tips[y] if y in whole else "" for y in years],
                colour,
                symbol="circle" if side == "from" else "diamond",
                breaks=breaks[country, side],
            )
        )
    if less:
        incomplete = lang.text(COVERAGE_NAMES["incomplete"])
        lines.append(
            Line(
                incomplete,
                less,
                [known[y] for y in less],
                [f"{tips[y]}<br>{incomplete}" for y in less],
                colour,
                symbol="diamond-open",
                connected=False,
            )
        )
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
        Column("place", lang.text("Country"), kind="place"),
        Column("way", lang.text("Direction")),
        *_columns(chosen),
    )
    if any(chosen.lacks(country) & set(known) for (country, _), known in sums.items()):
        columns = (*columns, Column("coverage", lang.text("Coverage")))
    frame = pd.DataFrame(rows, columns=["place", "way", "period", "value", "coverage"])
    return Table(frame[[column.name for column in columns]], columns)


def _breaks(chosen: Chosen, country: str, side: Direction) -> tuple[int, ...]:
    """Return the years at which a country's sum is one over other reporters, or another count."""
    own, other = ("start", "end") if side == "from" else ("end", "start")
    rows = chosen.found.loc[chosen.found[own].eq(country)]
    if chosen.filters.partners:
        rows = rows.loc[rows[other].isin(chosen.filters.partners)]
    return sum_breaks(rows, chosen.measure, country, own, not chosen.filters.partners)


def _view(
    chosen: Chosen,
    name: str,
    title: str,
    chart: object,
    table: Table,
    drawn: Iterable[str],
    origins: tuple[str, ...] = (),
    cuts: Iterable[int] = (),
) -> View:
    lang = chosen.lang
    subtitle = " · ".join(
        (*chosen.counted, *(chosen.low(origins, chosen.filters.partners) if origins else ()))
    )
    printed = None
    if chart is not None:
        printed = partial(
            for_print,
            chart,
            title,
            subtitle,
            chosen.source_line,
            chosen.colours,
        )
    first = "; ".join(drawn)
    return View(
        name=name,
        title=title,
        subtitle=subtitle,
        figure=chart,
        print_figure=printed,
        table=table,
        alt=lang.text(
            "{title}. {subtitle}. Lines: {list}.",
            title=title.rstrip("."),
            subtitle=subtitle,
            list=first,
        )
        if first
        else lang.text("{title}. {subtitle}.", title=title.rstrip("."), subtitle=subtitle),
        sources=chosen.measure.sources,
        notes=(
            *break_notes(chosen),
            *broken_notes(chosen, cuts),
            *(sums_notes(chosen) if name == "five" else ()),
            *(
                reporter_note(lang)
                if name == "five" and set(cuts) - set(chosen.measure.breaks)
                else ()
            ),
        ),
        remarks=chosen.remarks_on(chosen.found),
    )
