"""The findings of the page in sentences: how far figures are apart, or that one stands alone."""

from components.language import Language
from components.language.numbers import as_said
from components.phrases.figures import rate
from components.phrases.headlines import fitting
from components.phrases.periods import five_years
from components.phrases.places import corridor
from components.phrases.sentences import lower_first
from components.views.compare.asked import Asked
from components.views.compare.words import kind_name, what
from data.measures.source_gaps import Spread, leading, spreads

AGREED = 0.5  # per cent: closer figures agree
MANY = 2  # times: from here on a ratio is said instead of a percentage


def headline(lang: Language, asked: Asked) -> str:
    """Say how far the figures of the leading kind are apart in the year."""
    if asked.found.empty:
        named = asked.title(lang)
        return fitting(
            lang,
            lang.text(
                "No source in the atlas has a figure: {what}", what=lower_first(asked.title(lang))
            ),
            lang.text("No source in the atlas has a figure of this kind here"),
        )
    lead = leading(spreads(asked.rows))
    if lead is None:
        return _alone(lang, asked)
    named = what(lang, lead.kind, asked.home, asked.away)
    dated = lang.text("{what}, {when}", what=named, when=when(lead))
    ways = (asked.own and lang.place(asked.own)) or corridor(lang, asked.home, asked.away)
    return fitting(
        lang, *(told(lang, lead, one) for one in (dated, named, ways, kind_name(lang, lead.kind)))
    )


def when(one: Spread) -> str:
    """Write the year of figures, or their five years."""
    return five_years(one.year) if one.kind.startswith("flow_5y") else str(one.year)


def told(lang: Language, one: Spread, named: str) -> str:
    """Say in one sentence how far the figures of a kind are apart."""
    if one.low == one.high and one.editions:
        return lang.text("{what}: editions of one estimate have the same figure", what=named)
    if one.low == one.high:
        return lang.text("{what}: all figures are the same", what=named)
    if one.unit == "percent":
        gap = one.high - one.low
        return lang.plural(
            "{what}: figures are {n} percentage point apart",
            "{what}: figures are {n} percentage points apart",
            as_said(gap),
            what=named,
            n=lang.number(gap, 1),
        )
    if one.low == 0:
        most = lang.compact(one.high)
        return lang.text("{what}: figures reach from none to {n}", what=named, n=most)
    if one.apart is None or one.times is None:
        people = lang.compact(one.high - one.low)
        return lang.text("{what}: figures are {n} apart", what=named, n=people)
    return _relative(lang, one, named, one.apart, one.times)


def _relative(lang: Language, one: Spread, named: str, percent: float, times: float) -> str:
    """Say the difference of figures above zero as a percentage, or as a ratio."""
    if percent < AGREED:
        share = lang.percent(0.01)
        return lang.text("{what}: figures agree within {p}", what=named, p=share)
    if times >= MANY:
        if one.editions:
            return lang.plural(
                "{what}: editions of one estimate differ {n} time",
                "{what}: editions of one estimate differ {n} times",
                as_said(times),
                what=named,
                n=rate(lang, times),
            )
        return times_sentence(lang, times, named)
    share = lang.percent(percent / 100)
    if one.editions:
        return lang.text("{what}: editions of one estimate differ by {p}", what=named, p=share)
    if one.count > 2:
        return lang.text("{what}: figures differ by up to {p}", what=named, p=share)
    return lang.text("{what}: two figures differ by {p}", what=named, p=share)


def times_sentence(lang: Language, times: float, named: str) -> str:
    """Say how many times the smallest figure the largest is."""
    return lang.plural(
        "{what}: the largest figure is {n} time the smallest",
        "{what}: the largest figure is {n} times the smallest",
        as_said(times),
        what=named,
        n=rate(lang, times),
    )


def _alone(lang: Language, asked: Asked) -> str:
    """Say that no two figures can be compared in the year."""
    kinds = list(dict.fromkeys(asked.rows["kind"].astype("str")))
    if asked.rows["source_id"].nunique() > 1 or len(kinds) != 1:
        return fitting(
            lang,
            lang.text("{what}: no two figures of one kind share a year", what=asked.title(lang)),
            lang.text("No two figures of one kind share a year here"),
        )
    named = what(lang, kinds[0], asked.home, asked.away)
    return fitting(
        lang,
        lang.text("{what}: only one source has figures", what=named),
        lang.text("Only one source has figures here"),
    )
