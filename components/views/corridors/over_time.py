"""The largest corridors over the years, and what all lines of corridors share."""

from collections.abc import Iterable
from functools import partial

import pandas as pd

from components.charts.lines import Line, lines
from components.phrases.columns import column
from components.view import Column, Table, View
from components.views.corridors.change import change
from components.views.corridors.common import Chosen
from components.views.corridors.inks import ink_of
from components.views.corridors.titles import nothing
from components.views.corridors.words import period
from components.views.drawn import drawn_column, drawn_words
from components.views.measures import CORRIDOR_WORDS
from data.measures.breaks import comparable, pair_breaks
from data.measures.corridors import by_pair

LINES = 6


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
            "New estimates begin in {years} (dotted lines): figures before and after are "
            "not comparable.",
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


def with_gaps(years: list[int], every: list[int]) -> list[int]:
    """Return all published years of a measure between the first and last of one corridor."""
    return [y for y in every if years[0] <= y <= years[-1]]


def time_line(chosen: Chosen) -> View:
    """Return the largest corridors of the chosen year through all years of the measure.

    One is in the colour of its country, the selected one or the largest; the others are grey.
    """
    lang, drawn = chosen.lang, _drawn(chosen)
    leading = _leading(drawn)
    series, title, cuts = [], nothing(chosen), set[int]()
    for corridor in drawn.itertuples():
        pair = str(corridor.start), str(corridor.end)
        breaks = pair_breaks(chosen.measure, *pair)
        cuts |= set(breaks)
        known = _known(chosen, pair)
        first = pair == leading
        colour = chosen.colours.ink_of(ink_of(chosen, corridor)) if first else chosen.colours.quiet
        series.append(_line(chosen, pair, known, colour, first, breaks))
        if first:
            title = change(chosen, pair, known, comparable(known, chosen.published, breaks))
    narrow = chosen.context.size == "narrow"
    series.sort(key=lambda line: line.colour != chosen.colours.quiet)  # the leading one on top
    chart = lines(
        series,
        lang,
        chosen.colours,
        420 if narrow else 400,
        year=partial(period, lang, chosen.measure),
        ticks=5 if narrow else 7,
        breaks=chosen.measure.breaks,
    )
    table = _every_corridor(chosen, drawn)
    names = [line.name for line in series[::-1]]
    return lines_view(chosen, "time", title, chart if series else None, table, names, cuts=cuts)


def _drawn(chosen: Chosen) -> pd.DataFrame:
    """Return the corridors that are drawn: the largest, and the selected one."""
    shown = chosen.selection.shown.sort_values("value", ascending=False, kind="stable")
    own = shown["start"].eq(chosen.filters.start) & shown["end"].eq(chosen.filters.end)
    return pd.concat([shown.loc[own], shown.loc[~own]]).head(LINES)


def _leading(drawn: pd.DataFrame) -> tuple[str, str] | None:
    """Return the corridor in colour: of those drawn the first, which is the selected one."""
    ends = zip(drawn["start"].head(1), drawn["end"].head(1), strict=True)
    return next(((str(start), str(end)) for start, end in ends), None)


def _known(chosen: Chosen, pair: tuple[str, str]) -> dict[int, float]:
    return by_pair(chosen.found).get(pair, {})


def _line(
    chosen: Chosen,
    pair: tuple[str, str],
    known: dict[int, float],
    colour: str,
    first: bool,
    breaks: tuple[int, ...],
) -> Line:
    years = with_gaps(sorted(known), chosen.published)
    return Line(
        chosen.name(*pair),
        years,
        [known.get(year) for year in years],
        [chosen.sentence(*pair, year, known[year]) if year in known else "" for year in years],
        colour,
        symbol="circle" if first else "circle-open",
        breaks=breaks,
    )


def _every_corridor(chosen: Chosen, drawn: pd.DataFrame) -> Table:
    """Return all corridors of the choice through all years, largest first."""
    lang, picked = chosen.lang, chosen.selection
    largest_ = set(zip(drawn["start"], drawn["end"], strict=True))
    known = by_pair(chosen.found)
    rows = [
        (pair, year, value)
        for pair in zip(picked.every["start"], picked.every["end"], strict=True)
        for year, value in known.get(pair, {}).items()
    ]
    shown = pd.DataFrame(
        {
            "start": [lang.place(start) for (start, _), _, _ in rows],
            "end": [lang.place(end) for (_, end), _, _ in rows],
            "period": [period(lang, chosen.measure, year) for _, year, _ in rows],
            "value": [value for _, _, value in rows],
            "drawn": drawn_words(lang, [pair in largest_ for pair, _, _ in rows]),
        }
    )
    keys = (
        column(lang, "from", "start"),
        column(lang, "to", "end"),
    )
    return Table(shown, (*keys, *value_columns(chosen), drawn_column(lang)))


def value_columns(chosen: Chosen) -> tuple[Column, ...]:
    """Return the columns of the period and of the figure."""
    lang, measure = chosen.lang, chosen.measure
    name = lang.text(CORRIDOR_WORDS[chosen.filters.measure].name)
    return (
        column(lang, "period"),
        column(lang, "value", label=name, digits=0, unit=measure.unit),
    )


def lines_view(
    chosen: Chosen,
    name: str,
    title: str,
    chart: object,
    table: Table,
    drawn: Iterable[str],
    cuts: Iterable[int] = (),
    notes: tuple[str, ...] = (),
) -> View:
    """Return a view of lines over the years, with the notes that all of them have."""
    lang = chosen.lang
    subtitle = " · ".join(chosen.counted)
    first = "; ".join(drawn)
    return View(
        name=name,
        title=title,
        subtitle=subtitle,
        figure=chart,
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
            *notes,
        ),
        remarks=chosen.remarks_on_all,
    )
