"""Corridors over the years: the largest ones, and small multiples for the five countries."""

from collections.abc import Iterable
from functools import partial

import pandas as pd

from components.charts.base import for_print
from components.charts.lines import Line, lines, multiples
from components.language import Language
from components.phrases.columns import column
from components.style.theme import Palette
from components.view import Column, Table, View
from components.views.corridors.common import Chosen
from components.views.corridors.titles import change, largest, nothing
from components.views.corridors.words import WORDS, amount, period
from components.views.drawn import drawn_column, drawn_words
from data.areas import FIVE
from data.measures.catalogue import Direction
from data.measures.corridors import yearly_totals
from data.measures.reporting import comparable, line_breaks

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
            "A line breaks where countries with more than a tenth of the sum begin or stop "
            "reporting, or where one country changes its way of counting: the figures before and "
            "after are not over the same countries."
        ),
    )


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
        breaks = line_breaks(pair, chosen.measure)
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
        column(lang, "from", "start"),
        column(lang, "to", "end"),
    )
    return Table(shown, (*keys, *_columns(chosen), drawn_column(lang)))


def _columns(chosen: Chosen) -> tuple[Column, ...]:
    lang, measure = chosen.lang, chosen.measure
    name = lang.text(WORDS[chosen.filters.measure].name)
    return (
        column(lang, "period"),
        column(lang, "value", label=name, digits=0, unit=measure.unit),
    )


def small_multiples(chosen: Chosen) -> View:
    """Return for each of the five countries what leads out and what leads in, over the years."""
    lang, colours = chosen.lang, chosen.colours
    words = WORDS[chosen.filters.measure]
    names = {"from": lang.text(words.side_out), "to": lang.text(words.side_into)}
    published = chosen.published
    narrow = chosen.context.size == "narrow"
    panels, rows, cuts = [], [], set(chosen.measure.breaks)
    for country in FIVE:
        series = []
        sides: tuple[tuple[Direction, str], ...] = (("from", colours.out), ("to", colours.into))
        for side, colour in sides:
            known = yearly_totals(chosen.found, country, side, chosen.filters.partners)
            if not known:
                continue
            years = with_gaps(sorted(known), published)
            name = f"{lang.place(country)}, {names[side]}"
            tips = [
                f"{name}, {period(lang, chosen.measure, y)}: "
                f"{amount(lang, chosen.measure, known[y], chosen.filters.sex, 3)}"
                if y in known
                else ""
                for y in years
            ]
            symbol = "circle" if side == "from" else "diamond"
            breaks = _breaks(chosen, country, side)
            cuts |= set(breaks)
            series.append(
                Line(
                    names[side],
                    years,
                    [known.get(y) for y in years],
                    tips,
                    colour,
                    symbol=symbol,
                    breaks=breaks,
                )
            )
            rows += [
                (lang.place(country), names[side], period(lang, chosen.measure, y), v)
                for y, v in known.items()
            ]
        panels.append((lang.place(country), series))
    columns = 2 if narrow else 5
    chart = None
    if rows:
        chart = multiples(
            panels,
            lang,
            colours,
            columns,
            partial(period, lang, chosen.measure),
            chosen.measure.breaks,
        )
    keys = (
        column(lang, "country", "place"),
        column(lang, "direction", "way"),
    )
    frame = pd.DataFrame(rows, columns=["place", "way", "period", "value"])
    table = Table(frame, (*keys, *_columns(chosen)))
    drawn = list(dict.fromkeys(f"{place}, {way}" for place, way, *_ in rows))
    return _view(chosen, "five", largest(chosen), chart, table, drawn, FIVE, cuts)


def _breaks(chosen: Chosen, country: str, side: Direction) -> tuple[int, ...]:
    """Return the years at which a country's sum is one over other reporters, or another count."""
    own, other = ("start", "end") if side == "from" else ("end", "start")
    rows = chosen.found.loc[chosen.found[own].eq(country)]
    if chosen.filters.partners:
        rows = rows.loc[rows[other].isin(chosen.filters.partners)]
    return line_breaks(rows, chosen.measure, own)


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
            *(
                reporter_note(lang)
                if name == "five" and set(cuts) - set(chosen.measure.breaks)
                else ()
            ),
        ),
        remarks=chosen.remarks_on(chosen.found),
    )
