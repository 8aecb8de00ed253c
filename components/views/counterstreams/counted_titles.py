"""Headlines on what has been counted: one source at a time, and no ratio where offices differ."""

import pandas as pd

from components.language import Language
from components.phrases import figures as phrases
from components.phrases.places import corridor
from components.phrases.references import source_name
from components.views.counterstreams.common import per_hundred
from components.views.counterstreams.filters import CounterFilters
from data.measures.counted_flows import WORLD, counted_ratios, counted_totals, offices
from data.measures.counterstream import told_ratio
from data.measures.evidence import RECENT


def pair_title(lang: Language, filters: CounterFilters, found: pd.DataFrame) -> str:
    """Tell what was counted both ways of the corridor in hand, in the latest year with both."""
    start, end = filters.start, filters.end
    both = counted_ratios(found, start, end)
    if len(both):
        return _told_pair(lang, filters, found, both.iloc[-1])
    if found["drawn"].any():
        return lang.text(
            "{corridor}: no source has counted both ways in one year",
            corridor=corridor(lang, start, end),
        )
    return lang.text("{corridor}: nothing counted was found", corridor=corridor(lang, start, end))


def _told_pair(
    lang: Language, filters: CounterFilters, found: pd.DataFrame, last: pd.Series
) -> str:
    """Tell both ways of a year; the ratio where offices agree and enough people are in it."""
    start, end, year = filters.start, filters.end, int(last["year"])
    there, back = offices(found, start, end, year), offices(found, end, start, year)
    stream, counter = float(last["stream"]), float(last["counter"])
    told: dict[str, object] = {
        "year": year,
        "source": source_name(lang, last["source_id"]),
        "from_start": lang.place(start, "from"),
        "to_end": lang.place(end, "to"),
        "from_end": lang.place(end, "from"),
        "to_start": lang.place(start, "to"),
        "stream": phrases.span(lang, *there) if there else lang.compact(stream),
        "counter": phrases.span(lang, *back) if back else lang.compact(counter),
    }
    if there or back:
        return _disagreed(lang, told, bool(there), bool(back))
    ratio = told_ratio(stream, counter)
    if ratio is None:
        return lang.text(
            "Counted in {year}: {stream} {from_start} {to_end}, {counter} {from_end} {to_start} "
            "({source})",
            **told,
        )
    return lang.text(
        "Counted in {year}: {stream} {from_start} {to_end}, {counter} {from_end} {to_start}; "
        "that is {n} for every 100 ({source})",
        n=per_hundred(lang, ratio),
        **told,
    )


def _disagreed(lang: Language, told: dict[str, object], there: bool, back: bool) -> str:
    """Tell both ways of a year where offices differ: there, back, or both ways."""
    if there and back:
        return lang.text(
            "In {year} the offices of the two countries counted {stream} people {from_start} "
            "{to_end} and {counter} {from_end} {to_start}: they do not agree",
            **told,
        )
    if back:
        told = told | {
            "stream": told["counter"],
            "counter": told["stream"],
            "from_start": told["from_end"],
            "to_end": told["to_start"],
            "from_end": told["from_start"],
            "to_start": told["to_end"],
        }
    return lang.text(
        "In {year} the offices of the two countries counted {stream} people {from_start} "
        "{to_end}: they do not agree; counted {from_end} {to_start}: {counter}",
        **told,
    )


def totals_title(lang: Language, filters: CounterFilters, flows: pd.DataFrame) -> str:
    """Tell the latest counts; one that is much older than the newest stands in a note."""
    latest = latest_totals(filters, flows)
    if not latest:
        return lang.text("No counted total of arrivals and departures was found for this choice")
    return "; ".join(
        lang.text(
            "{place} registered {into} arrivals and {out} departures in {year}",
            place=lang.place(code),
            into=lang.compact(float(row["stream"])),
            out=lang.compact(float(row["counter"])),
            year=int(row["year"]),
        )
        for code, row in latest.items()
        if int(row["year"]) >= _newest(latest) - RECENT
    )


def old_totals(lang: Language, filters: CounterFilters, flows: pd.DataFrame) -> tuple[str, ...]:
    """Name the counts that are too old to stand beside the newest ones in a headline."""
    latest = latest_totals(filters, flows)
    return tuple(
        lang.text(
            "The last count of both arrivals and departures in {place} is from {year}.",
            place=lang.place(code),
            year=int(row["year"]),
        )
        for code, row in latest.items()
        if int(row["year"]) < _newest(latest) - RECENT
    )


def latest_totals(filters: CounterFilters, flows: pd.DataFrame) -> dict[str, pd.Series]:
    """Return the latest year with both arrivals and departures of each country that has one."""
    found = {}
    for code in filters.countries:
        both = counted_ratios(counted_totals(flows, code), WORLD, code)
        if len(both):
            found[code] = both.iloc[-1]
    return found


def _newest(latest: dict[str, pd.Series]) -> int:
    return max(int(row["year"]) for row in latest.values())
