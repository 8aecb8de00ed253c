"""Words on both ways of a pair by year: what all sources say, and how far they are apart."""

import pandas as pd

from components.language import Language
from components.phrases import figures
from components.phrases.headlines import fitting
from components.phrases.periods import years as span
from components.phrases.places import corridor
from components.views.yearly.words import times
from data.measures.counted_flows import OUTFLOWS
from data.measures.modelled_flows import known
from data.measures.standards import is_most
from data.measures.yearly import LEAST, Agreement, apart, beside_counts, larger_way, one_way


def pair_title(lang: Language, start: str, end: str, agreed: Agreement | None) -> str:
    """Say in how many years every source by year has the same way as the larger one.

    Parameters
    ----------
    agreed : Agreement or None
        None for a pair that is too small.
    """
    way = corridor(lang, start, end)
    if agreed is None:
        n = lang.number(LEAST)
        return lang.text(
            "{corridor}: no edition has {n} people a year, either way", corridor=way, n=n
        )
    every, there, back = len(agreed.compared), len(agreed.there), len(agreed.back)
    for pair, most, other in (((start, end), there, back), ((end, start), back, there)):
        if is_most(most, every):
            return (
                _turned(lang, pair, most, other, every) if other else _most(lang, pair, most, every)
            )
    told = {"corridor": way, "n": lang.number(every)}
    if is_most(agreed.agreed, every):
        return lang.plural(
            "{corridor}: sources agree in {k} of {n} year which way more people moved",
            "{corridor}: sources agree in {k} of {n} years which way more people moved",
            every,
            k=lang.number(agreed.agreed),
            **told,
        )
    return lang.plural(
        "{corridor}: sources disagree in {k} of {n} year which way more people moved",
        "{corridor}: sources disagree in {k} of {n} years which way more people moved",
        every,
        k=lang.number(every - agreed.agreed),
        **told,
    )


def _turned(lang: Language, way: tuple[str, str], k: int, other: int, n: int) -> str:
    """Say in how many years more people moved one way, and in how many the other."""
    told = {
        "corridor": corridor(lang, *way),
        "from_start": lang.place(way[0], "from"),
        "to_end": lang.place(way[1], "to"),
        "k": lang.number(k),
        "other": lang.number(other),
        "n": lang.number(n),
    }
    return fitting(
        lang,
        lang.text(
            "All sources: more moved {from_start} {to_end} in {k} of {n} years, back in {other}",
            **told,
        ),
        lang.text("{corridor}: more moved this way in {k} of {n} years, back in {other}", **told),
    )


def _most(lang: Language, way: tuple[str, str], k: int, n: int) -> str:
    """Say that more people moved one way in most years, by every source by year."""
    told = {
        "corridor": corridor(lang, *way),
        "from_start": lang.place(way[0], "from"),
        "to_end": lang.place(way[1], "to"),
        "k": lang.number(k),
        "n": lang.number(n),
    }
    if k == n:
        return fitting(
            lang,
            lang.plural(
                "Every yearly source: more moved {from_start} {to_end} than back in all {n} year",
                "Every yearly source: more moved {from_start} {to_end} than back in all {n} years",
                n,
                **told,
            ),
            lang.plural(
                "{corridor}: more moved this way than back in all {n} year",
                "{corridor}: more moved this way than back in all {n} years",
                n,
                **told,
            ),
        )
    return fitting(
        lang,
        lang.plural(
            "Every yearly source: more moved {from_start} {to_end} than back in {k} of {n} year",
            "Every yearly source: more moved {from_start} {to_end} than back in {k} of {n} years",
            n,
            **told,
        ),
        lang.plural(
            "{corridor}: more moved this way than back in {k} of {n} year",
            "{corridor}: more moved this way than back in {k} of {n} years",
            n,
            **told,
        ),
    )


def runs(years: tuple[int, ...]) -> str:
    """Write years as spans: “1990–2009, 2019, 2021–2022”."""
    found: list[list[int]] = []
    for year in years:
        if found and found[-1][1] == year - 1:
            found[-1][1] = year
        else:
            found.append([year, year])
    return ", ".join(span(first, last) for first, last in found)


def agreed_note(lang: Language, start: str, end: str, agreed: Agreement) -> str:
    """Name the years in which all sources agree, each way, and those in which they do not."""
    parts = []
    if agreed.there:
        way = corridor(lang, start, end)
        parts.append(lang.text("{way} in {years}", way=way, years=runs(agreed.there)))
    if agreed.back:
        way = corridor(lang, end, start)
        parts.append(lang.text("{way} in {years}", way=way, years=runs(agreed.back)))
    split = tuple(sorted({*agreed.compared} - {*agreed.there} - {*agreed.back}))
    if split:
        parts.append(lang.text("no agreement in {years}", years=runs(split)))
    return lang.text(
        "The larger way by every source that has both ways of the year (the editions, Meta, an "
        "office; more than a tenth larger): {parts}.",
        parts="; ".join(parts),
    )


def apart_note(lang: Language, found: pd.DataFrame, start: str, end: str) -> str:
    """Say how far apart the editions are in the median year, each way."""
    parts = []
    for way in ((start, end), (end, start)):
        ratio = apart(one_way(found, *way))
        if ratio is not None:
            parts.append(
                lang.text("{way} {n} times", way=corridor(lang, *way), n=times(lang, ratio))
            )
    if not parts:
        return ""
    return lang.text(
        "In the median year the higher edition is so many times the lower one: {parts}.",
        parts="; ".join(parts),
    )


def counted_note(lang: Language, found: pd.DataFrame, counts: pd.DataFrame) -> str:
    """Say how many counts lie within the span of the editions, and which lies farthest from it."""
    beside = beside_counts(found, counts)
    if beside.empty:
        return ""
    first = beside.iloc[0]
    return lang.text(
        "Counts of registration for residence that lie between the two editions: {k} of {n}. "
        "Farthest from them, {way} in {year}: {range} estimated, {value} counted.",
        n=lang.number(len(beside)),
        k=lang.number(int(beside["times"].eq(1).sum())),
        way=corridor(lang, first["start"], first["end"]),
        year=int(first["year"]),
        value=lang.number(first["value"]),
        range=figures.span(lang, first["low"], first["high"]),
    )


def counts_notes(lang: Language, counts: pd.DataFrame) -> tuple[str, ...]:
    """Say whom offices count where that is not who moved from one country to the other."""
    notes = []
    if counts["indicator"].eq("immigration_counted").any():
        notes.append(
            lang.text(
                "Eurostat gives arrivals by citizenship: the country of origin is that of "
                "the passport."
            )
        )
    if counts["indicator"].eq(OUTFLOWS).any():
        notes.append(
            lang.text(
                "OECD: citizens who left the host country, wherever they went; drawn as "
                "moves to their "
                "own country."
            )
        )
    return tuple(notes)


def periods_note(lang: Language, start: str, end: str, periods: pd.DataFrame) -> str:
    """Say what the estimates over five years have as the larger way."""
    there = back = 0
    every = sorted(set(periods["year"]))
    for year in every:
        rows = periods.loc[periods["year"].eq(year)]
        ways = {larger_way(known(r.stream), known(r.counter)) for r in rows.itertuples()}
        there += ways == {1}
        back += ways == {-1}
    if not every:
        return ""
    return lang.text(
        "Strip: people over five years, on a scale of its own and never divided by five, since "
        "who moved and came back within the five is not in it. All six methods agree in {k} of "
        "{n} periods: {way} in {there}, {opposite} in {back}.",
        k=lang.number(there + back),
        n=lang.number(len(every)),
        way=corridor(lang, start, end),
        opposite=corridor(lang, end, start),
        there=lang.number(there),
        back=lang.number(back),
    )
