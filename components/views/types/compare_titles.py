"""The headline of the comparison of countries: who has the most, who the fewest, and since when.

A ranking needs a margin between its first and its second, estimates whose methods do not overlap,
and, per 1,000 inhabitants, more than a few people.
"""

import pandas as pd

from components.phrases.figures import bounded, span
from components.phrases.periods import during, period
from components.views.measures import SERIES_WORDS
from components.views.types.compare_words import Compared, amount, between
from components.views.types.titles import statement
from components.views.types.words import name_of
from data.measures.comparison import before, together, whole
from data.measures.standards import is_larger, tellable

TWICE = 2.0  # how many times both ends a figure between them must be to be told, too


def title(shown: Compared) -> str:
    """State the largest and the smallest figure of the latest shared period, and what they were.

    A figure is set beside an older one only where the line between them has no gap, no break and
    no other partners in the sum.
    """
    rows = together(shown.found)
    if rows.empty:
        return _none(shown)
    if len(rows) == 1:
        return _alone(shown, rows.iloc[0])
    if shown.relative:
        return _rates(shown, rows)
    return _ranking(shown, rows, name_of(shown.lang, shown.chosen))


def _none(shown: Compared) -> str:
    lang, what = shown.lang, name_of(shown.lang, shown.chosen)
    if not any(shown.chosen.applies(code) for code in shown.filters.countries):
        return lang.text("{what}: none of the chosen countries can have this figure", what=what)
    if shown.otherwise or shown.loose:
        return lang.text("{what}: no figure that could be compared", what=what)
    return lang.text("{what}: no figure found for these countries", what=what)


def _rates(shown: Compared, rows: pd.DataFrame) -> str:
    """Rank rates of the countries whose figure is of enough people for one, and name the others.

    Two of them are told without a rank.
    """
    lang, name = shown.lang, name_of(shown.lang, shown.chosen)
    enough = rows.loc[[tellable(value) for value in rows["value"]]]
    few = rows.loc[~rows.index.isin(enough.index)]
    if len(enough) < 2:
        return lang.text(
            "{what}, {when}: too few people for rates to be compared",
            what=name,
            when=_period(shown, rows),
        )
    name = lang.text("{what}, per 1,000 inhabitants", what=name)
    told = (
        _ranking(shown, enough, name)
        if len(enough) > 2
        else lang.text(
            "{what}, {when}: {rates}",
            what=name,
            when=_period(shown, rows),
            rates=lang.listing([_then(shown, row) for _, row in enough.iterrows()]),
        )
    )
    if few.empty:
        return told
    return lang.text(
        "{ranking}; too few people for a rate: {names}",
        ranking=told,
        names=lang.listing([lang.place(code) for code in few["country"]]),
    )


def _ranking(shown: Compared, rows: pd.DataFrame, name: str) -> str:
    lang, top, low = shown.lang, rows.iloc[0], rows.iloc[-1]
    said = {"what": name, "when": _period(shown, rows)}
    if not float(top["shown"]):
        return lang.text("{what}, {when}: none in any of these countries", **said)
    first = [row for _, row in rows.iterrows() if not _apart(shown, top, row)]
    last = [row for _, row in rows.iterrows() if not _apart(shown, row, low)]
    if len(first) + len(last) > len(rows):  # the two groups run into one another
        return lang.text(
            "{what}, {when}: the figures do not bear a ranking ({range})",
            range=_range(shown, rows),
            **said,
        )
    said |= {
        "top": _group(shown, first),
        "low": _group(shown, last),
    }
    if shown.relative:
        return lang.text("{what}, {when}: highest for {top}, lowest for {low}", **said)
    if shown.chosen.measure.unit == "percent":
        return lang.text("{what}, {when}: largest {top}, smallest {low}", **said)
    return lang.text("{what}, {when}: most {top}, fewest {low}", **said)


def _form(shown: Compared) -> str:
    """Return the form of a country's name: people are from it, in it, or go back to it."""
    if shown.relative:
        return "name"
    if form := SERIES_WORDS[shown.chosen.id].form:
        return form
    if shown.chosen.measure.flow_type == "return":
        return "to"
    return "from" if shown.chosen.side == "home" else "in"


def _apart(shown: Compared, one: pd.Series, other: pd.Series) -> bool:
    """Say whether one figure may be called larger than another."""
    if shown.spread:
        return between(shown, one)[0] > between(shown, other)[1]
    return is_larger(float(one["shown"]), float(other["shown"]))


def _range(shown: Compared, rows: pd.DataFrame) -> str:
    ends = [float(value) for value in rows["shown"]]
    if shown.spread:
        ends = [end for _, row in rows.iterrows() for end in between(shown, row)]
    return span(shown.lang, min(ends), max(ends), lambda value: amount(shown, value))


def _period(shown: Compared, rows: pd.DataFrame) -> str:
    periods = {period(shown.lang, row) for _, row in rows.iterrows()}
    return (
        periods.pop()
        if len(periods) == 1
        else shown.lang.text("{year}", year=int(rows["year"].iloc[0]))
    )


def _first(shown: Compared, row: pd.Series) -> pd.Series | None:
    """Return the oldest figure that a figure may be set beside, for a change worth the name."""
    if shown.spread:
        return None
    first = before(shown.found, row, shown.reporting.get(str(row["country"])))
    if first is None or (shown.relative and not tellable(float(first["value"]))):
        return None
    now, then = (amount(shown, float(one["shown"])) for one in (row, first))
    return None if now == then else first


def _group(shown: Compared, rows: list[pd.Series]) -> str:
    """Write a country with its figure, or several that are too close to be told apart."""
    if len(rows) == 1:
        return _then(shown, rows[0])
    places = [shown.lang.place(row["country"], _form(shown)) for row in rows]
    return shown.lang.text(
        "{place} ({now})", place=shown.lang.listing(places), now=_range(shown, pd.DataFrame(rows))
    )


def _then(shown: Compared, row: pd.Series) -> str:
    """Write a country with its figure, and what it was where its line began."""
    lang, first = shown.lang, _first(shown, row)
    said = {"place": lang.place(row["country"], _form(shown)), "now": _bounded(shown, row)}
    if shown.spread:
        return lang.text(
            "{place} ({now}; methods: {range})", range=_range(shown, row.to_frame().T), **said
        )
    if first is None:
        return lang.text("{place} ({now})", **said)
    peak = _peak(shown, first, row)
    if peak is not None:
        return lang.text(
            "{place} ({now}; {before}: {then}; {high}: {most})",
            before=period(lang, first),
            then=amount(shown, float(first["shown"])),
            high=period(lang, peak),
            most=amount(shown, float(peak["shown"])),
            **said,
        )
    return lang.text(
        "{place} ({now}; {before}: {then})",
        before=period(lang, first),
        then=amount(shown, float(first["shown"])),
        **said,
    )


def _peak(shown: Compared, first: pd.Series, row: pd.Series) -> pd.Series | None:
    """Return the highest figure between two, where it is more than twice as high as both."""
    own = whole(shown.found.loc[shown.found["country"].eq(row["country"])])
    own = own.loc[own["year"].gt(first["year"]) & own["year"].lt(row["year"])]
    if own.empty:
        return None
    top = own.loc[own["shown"].idxmax()]
    ends = max(float(first["shown"]), float(row["shown"]))
    return top if is_larger(float(top["shown"]), ends, TWICE) else None


def _bounded(shown: Compared, row: pd.Series) -> str:
    return bounded(shown.lang, str(row["obs_status"]), amount(shown, float(row["shown"])))


def _alone(shown: Compared, row: pd.Series) -> str:
    """State the latest figure of the one country that has one."""
    lang, first = shown.lang, _first(shown, row)
    told = statement(lang, shown.chosen, row)
    if shown.relative and tellable(float(row["value"])):
        told = lang.text(
            "{told}: {rate} per 1,000 inhabitants",
            told=told,
            rate=amount(shown, float(row["shown"])),
        )
    if shown.spread:
        told = lang.text(
            "{told} (methods: {range})", told=told, range=_range(shown, row.to_frame().T)
        )
    elif first is not None and not shown.relative:
        told = lang.text(
            "{told}, against {old} {before}",
            told=told,
            old=amount(shown, float(first["value"])),
            before=during(lang, first),
        )
    return told if shown.spread else told + _mostly(shown, row)


def _mostly(shown: Compared, row: pd.Series) -> str:
    """Name the largest partner country of a figure, where the source names any."""
    lang, named = shown.lang, shown.partners[int(row.name)]
    if not named or not tellable(float(row["value"])):
        return ""
    code, value = named[0]
    share = value / 100 if shown.chosen.shares else value / float(row["value"])
    said = {"place": lang.place(code), "share": lang.percent(share)}
    if shown.chosen.side == "away":
        return lang.text("; largest country of origin: {place}, {share}", **said)
    if SERIES_WORDS[shown.chosen.id].reporting:
        return lang.text("; largest reporting country: {place}, {share}", **said)
    return lang.text("; largest destination: {place}, {share}", **said)
