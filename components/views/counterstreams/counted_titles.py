"""Headlines on what has been counted: one source at a time, and no ratio where offices differ."""

import pandas as pd

from components.language import Language
from components.language.numbers import as_said
from components.phrases import figures as phrases
from components.phrases.headlines import fitting
from components.phrases.places import corridor
from components.views.counterstreams.common import per_hundred
from components.views.counterstreams.filters import CounterFilters
from data.measures.counted_flows import WORLD, counted_ratios, counted_totals, offices
from data.measures.counterstream import told_ratio


def pair_title(lang: Language, filters: CounterFilters, found: pd.DataFrame) -> str:
    """Tell what was counted both ways of the corridor in hand, in the latest year with both."""
    start, end = filters.start, filters.end
    both = counted_ratios(found, start, end)
    if len(both):
        return _told_pair(lang, filters, found, both.iloc[-1])
    if found["drawn"].any():
        return lang.text(
            "{corridor}: no source has counted both ways in the same year",
            corridor=corridor(lang, start, end),
        )
    return lang.text("{corridor}: no count was found", corridor=corridor(lang, start, end))


def _told_pair(
    lang: Language, filters: CounterFilters, found: pd.DataFrame, last: pd.Series
) -> str:
    """Tell both ways of a year; the ratio where offices agree and enough people are in it."""
    start, end, year = filters.start, filters.end, int(last["year"])
    for way in ((start, end), (end, start)):
        apart = offices(found, *way, year)
        if apart:
            return _disagreed(lang, *way, year, phrases.span(lang, *apart))
    stream, counter = float(last["stream"]), float(last["counter"])
    told: dict[str, object] = {
        "year": year,
        "from_start": lang.place(start, "from"),
        "to_end": lang.place(end, "to"),
    }
    ratio = told_ratio(stream, counter)
    if ratio is None:
        told |= {"n": lang.compact(stream), "back": lang.compact(counter)}
        return fitting(
            lang,
            lang.plural(
                "{n} person was counted moving {from_start} {to_end} in {year}, {back} the other "
                "way",
                "{n} people were counted moving {from_start} {to_end} in {year}, {back} the other "
                "way",
                as_said(stream),
                **told,
            ),
            lang.text(
                "Counted {from_start} {to_end} in {year}: {n}, the other way: {back}", **told
            ),
        )
    return lang.text(
        "For every 100 counted {from_start} {to_end} in {year}, {n} moved back",
        n=per_hundred(lang, ratio),
        **told,
    )


def _disagreed(lang: Language, start: str, end: str, year: int, counts: str) -> str:
    """Tell what the offices of both countries counted one way, where they differ."""
    told = {
        "from_start": lang.place(start, "from"),
        "to_end": lang.place(end, "to"),
        "year": year,
    }
    return fitting(
        lang,
        lang.text(
            "Offices disagree: {counts} people moved {from_start} {to_end} in {year}",
            counts=counts,
            **told,
        ),
        lang.text(
            "The two offices disagree on how many moved {from_start} {to_end} in {year}", **told
        ),
    )


def totals_title(lang: Language, filters: CounterFilters, flows: pd.DataFrame) -> str:
    """Tell the latest count; where several are as new, that of the most people."""
    latest = latest_totals(filters, flows)
    if not latest:
        return lang.text("No counted total of arrivals and departures was found for this choice")
    return _registered(lang, _first(latest), latest)


def _first(latest: dict[str, pd.Series]) -> str:
    return max(
        latest, key=lambda c: (int(latest[c]["year"]), latest[c]["stream"] + latest[c]["counter"])
    )


def _registered(lang: Language, code: str, latest: dict[str, pd.Series]) -> str:
    row = latest[code]
    return lang.text(
        "{place} registered {into} arrivals and {out} departures in {year}",
        place=lang.place(code),
        into=lang.compact(float(row["stream"])),
        out=lang.compact(float(row["counter"])),
        year=int(row["year"]),
    )


def other_totals(lang: Language, filters: CounterFilters, flows: pd.DataFrame) -> tuple[str, ...]:
    """Tell the latest counts of the countries that the headline does not name."""
    latest = latest_totals(filters, flows)
    return tuple(f"{_registered(lang, code, latest)}." for code in latest if code != _first(latest))


def latest_totals(filters: CounterFilters, flows: pd.DataFrame) -> dict[str, pd.Series]:
    """Return the latest year with both arrivals and departures of each country that has one."""
    found = {}
    for code in filters.countries:
        both = counted_ratios(counted_totals(flows, code), WORLD, code)
        if len(both):
            found[code] = both.iloc[-1]
    return found
