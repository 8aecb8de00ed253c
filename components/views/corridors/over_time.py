"""Corridors over the years: the largest ones, and small multiples for the five countries."""

from collections.abc import Iterable
from functools import partial

import pandas as pd

from components.charts.base import for_print
from components.charts.lines import Line, lines, multiples
from components.theme import Palette
from components.view import Column, Table, View
from components.views.corridors.common import Chosen, method_phrase
from components.views.corridors.wording import WORDS, period
from components.views.drawn import drawn_column, drawn_words
from data.measures.corridors import FIVE, Direction, yearly_totals

LINES = 6
SYMBOLS = ("circle", "square", "diamond", "triangle-up", "cross", "star")


def series_colours(colours: Palette) -> list[str]:
    """Return colours that lines of one chart are told apart by."""
    return [*colours.countries.values(), colours.quiet]


def break_notes(chosen: Chosen) -> tuple[str, ...]:
    """Return a note for each break of the measure."""
    return tuple(
        chosen.lang.text(
            "The way of counting changed in {year} (dotted line): figures before and after are "
            "not comparable.",
            year=year,
        )
        for year in chosen.measure.breaks
    )


def with_gaps(years: list[int], every: list[int]) -> list[int]:
    """Return all published years of a measure between the first and last of one corridor."""
    return [y for y in every if years[0] <= y <= years[-1]]


def time_line(chosen: Chosen) -> View:
    """Return the largest corridors of the chosen year through all years of the measure."""
    lang = chosen.lang
    published = sorted(chosen.found["year"].unique().tolist())
    series, largest = [], chosen.selection.shown.head(LINES)
    for index, corridor in enumerate(largest.itertuples()):
        known = _by_year(chosen, corridor.start, corridor.end)
        years = with_gaps(sorted(known), published)
        name = chosen.name(corridor.start, corridor.end)
        tips = [
            chosen.sentence(corridor.start, corridor.end, y, known[y]) if y in known else ""
            for y in years
        ]
        colour = series_colours(chosen.colours)[index]
        series.append(
            Line(name, years, [known.get(y) for y in years], tips, colour, symbol=SYMBOLS[index])
        )
    narrow = chosen.look.size == "narrow"
    chart = lines(
        series, lang, chosen.colours, 420 if narrow else 400, named=not narrow,
        year=partial(period, lang, chosen.measure), ticks=5 if narrow else 7,
        breaks=chosen.measure.breaks,
    )  # fmt: skip
    title = _change(chosen, series)
    names = [line.name for line in series]
    table = _every_corridor(chosen, len(largest))
    return _view(chosen, "time", title, chart if series else None, table, names)


def _every_corridor(chosen: Chosen, drawn: int) -> Table:
    """Return all corridors of the choice through all years, largest first."""
    lang, picked = chosen.lang, chosen.selection
    ends = ["start", "end"]
    largest = picked.shown.head(drawn)[ends].assign(drawn=True)
    order = picked.every[ends].reset_index(names="place").merge(largest, "left", ends)
    rows = order.merge(chosen.found, on=ends).sort_values(["place", "year"])
    shown = pd.DataFrame({
        "start": [lang.place(code) for code in rows["start"]],
        "end": [lang.place(code) for code in rows["end"]],
        "period": [period(lang, chosen.measure, year) for year in rows["year"]],
        "value": rows["value"].to_list(),
        "drawn": drawn_words(lang, rows["drawn"].notna()),
    })  # fmt: skip
    keys = (
        Column("start", lang.text("From"), kind="place"),
        Column("end", lang.text("To"), kind="place"),
    )
    return Table(shown, (*keys, *_columns(chosen), drawn_column(lang)))


def _by_year(chosen: Chosen, start: str, end: str) -> dict[int, float]:
    """Return what is known of a corridor, year by year."""
    found = chosen.found
    pair = found.loc[(found["start"] == start) & (found["end"] == end)].sort_values("year")
    return dict(zip(pair["year"].tolist(), pair["value"].tolist(), strict=True))


def small_multiples(chosen: Chosen) -> View:
    """Return for each of the five countries what leads out and what leads in, over the years."""
    lang, colours = chosen.lang, chosen.colours
    names = {"from": lang.text("out"), "to": lang.text("in")}
    published = sorted(chosen.found["year"].unique().tolist())
    narrow = chosen.look.size == "narrow"
    panels, rows = [], []
    for country in FIVE:
        series = []
        sides: tuple[tuple[Direction, str], ...] = (("from", colours.out), ("to", colours.into))
        for side, colour in sides:
            known = yearly_totals(chosen.found, country, side, chosen.filters.partners)
            if not known:
                continue
            years = with_gaps(sorted(known), published)
            tips = [
                f"{lang.place(country)}, {names[side]}, {period(lang, chosen.measure, y)}: "
                f"{lang.compact(known[y], 3)}"
                if y in known
                else ""
                for y in years
            ]
            symbol = "circle" if side == "from" else "diamond"
            series.append(
                Line(names[side], years, [known.get(y) for y in years], tips, colour, symbol=symbol)
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
            panels, lang, colours, columns, partial(period, lang, chosen.measure),
            chosen.measure.breaks,
        )  # fmt: skip

    keys = (
        Column("place", lang.text("Country"), kind="place"),
        Column("way", lang.text("Direction")),
    )
    table = pd.DataFrame(rows, columns=["place", "way", "period", "value"])
    lines_ = dict.fromkeys(f"{place}, {way}" for place, way, *_ in rows)
    return _view(
        chosen, "five", _largest(chosen), chart, Table(table, (*keys, *_columns(chosen))), lines_
    )


def _columns(chosen: Chosen) -> tuple[Column, ...]:
    lang, measure = chosen.lang, chosen.measure
    name = lang.text(WORDS[chosen.filters.measure].name)
    return (
        Column("period", lang.text("Period"), kind="period"),
        Column("value", name, 0, unit=measure.unit),
    )


def _change(chosen: Chosen, series: list[Line]) -> str:
    lang = chosen.lang
    if not series:
        return lang.text("No figure fits this choice")
    first = series[0]
    known = [(y, v) for y, v in zip(first.years, first.values, strict=True) if v is not None]
    (start_year, start), (end_year, end) = known[0], known[-1]
    if start_year == end_year:
        return lang.text("{corridor}: one year only, {n}", corridor=first.name, n=lang.compact(end))
    return lang.text(
        "{corridor}: {start} in {start_year}, {end} in {end_year}",
        corridor=first.name,
        start=lang.compact(start),
        end=lang.compact(end),
        start_year=period(lang, chosen.measure, start_year),
        end_year=period(lang, chosen.measure, end_year),
    )


def _largest(chosen: Chosen) -> str:
    """Say which of the five has the largest total outwards and inwards in the chosen year."""
    lang, f = chosen.lang, chosen.filters
    told = []
    messages: dict[Direction, str] = {
        "from": lang.text("Most outwards in {period}: {country}, {n}"),
        "to": lang.text("most inwards: {country}, {n}"),
    }
    for side, message in messages.items():
        totals = {
            c: yearly_totals(chosen.found, c, side, f.partners).get(f.year, 0.0) for c in FIVE
        }
        best = max(totals, key=totals.__getitem__)
        if totals[best] > 0:
            told.append(
                message.format(
                    period=period(lang, chosen.measure, f.year),
                    country=lang.place(best),
                    n=lang.compact(totals[best]),
                )
            )
    sentence = "; ".join(told) or lang.text("No figure fits this choice")
    return sentence[:1].upper() + sentence[1:]


def _view(
    chosen: Chosen, name: str, title: str, chart: object, table: Table, drawn: Iterable[str]
) -> View:
    lang = chosen.lang
    subtitle = lang.text(WORDS[chosen.filters.measure].what)
    if chosen.measure.methods:
        method = chosen.filters.method or chosen.measure.methods[0]
        subtitle += " · " + method_phrase(lang, method)
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
        alt=lang.text("{title}. {subtitle}. Lines: {list}.",
                      title=title, subtitle=subtitle, list=first),
        sources=(chosen.measure.source_id,),
        notes=break_notes(chosen),
        remarks=chosen.remarks_on(chosen.found),
    )  # fmt: skip
