"""The headlines of the corridor views: each says a sum in the words of what was summed."""

from collections.abc import Mapping, Sequence

from components.language import N_, Language
from components.language.language import CLOSE, OPEN
from components.language.numbers import as_said
from components.phrases import figures as phrases
from components.phrases.headlines import fitting
from components.phrases.sentences import lower_first
from components.views.corridors.common import Chosen
from components.views.corridors.words import amount, period, unit_words
from components.views.measures import CORRIDOR_WORDS
from data.areas import FIVE
from data.codelists import codes
from data.measures.corridor_choice import yearly_totals
from data.measures.corridors import NOT_A_PLACE
from data.measures.measure import Direction
from data.measures.standards import tellable

NAMED = 3  # partners that a sentence can name
SIDES: tuple[Direction, ...] = ("to", "from")
OUT_FIRST: tuple[Direction, ...] = ("from", "to")
AT_LEAST = 1_000  # people of which a sum that is known to be too low is said as “at least”
# Shares that have a plain word: from, below, in words.
PARTS: tuple[tuple[float, float, str], ...] = (
    (0.9, 0.9995, N_("nearly all")),
    (0.55, 0.9, N_("most")),
    (0.5, 0.55, N_("about half")),
    (0.45, 0.5, N_("nearly half")),
    (0.3, 0.37, N_("about a third")),
    (0.23, 0.28, N_("about a quarter")),
)


def nothing(chosen: Chosen) -> str:
    """Say that no corridor is above zero: zeros alone (often rounded ones), or no figure at all."""
    if chosen.selection.zeros:
        return chosen.lang.text("No figure above zero fits this choice")
    return chosen.lang.text("No figure fits this choice")


def map_headline(chosen: Chosen) -> str:
    """Say the selected corridor; else the sum of those chosen, or the largest of them."""
    f, picked = chosen.filters, chosen.selection
    if f.start and f.end:
        return selected(chosen, f.start, f.end)
    if picked.every.empty:
        return nothing(chosen)
    if f.direction in SIDES and len(f.partners) <= NAMED:
        return _with_partners(chosen) if f.partners else _group(chosen)
    return _largest_shown(chosen)


def _largest_shown(chosen: Chosen) -> str:
    """Say the largest corridor on the map."""
    picked = chosen.selection
    if picked.shown.empty:
        return chosen.lang.text("No corridor with a place on the map fits this choice")
    first = picked.shown.iloc[0]
    told = _one(chosen, str(first.start), str(first.end), float(first.value))
    if len(picked.every) == 1:
        return told
    largest_ = chosen.lang.text("Largest corridor: {sentence}", sentence=within(chosen.lang, told))
    return fitting(chosen.lang, largest_, told)


def selected(chosen: Chosen, start: str, end: str) -> str:
    """Say the figure of the selected corridor in the year, or that there is none."""
    value = figure_of(chosen, start, end)
    if value is None:
        return chosen.lang.text(
            "{corridor}: no figure for {period}",
            corridor=chosen.name(start, end),
            period=period(chosen.lang, chosen.measure, chosen.filters.year),
        )
    return _one(chosen, start, end, value)


def figure_of(chosen: Chosen, start: str, end: str) -> float | None:
    """Return the figure of a corridor in the chosen year, if there is one."""
    found = chosen.found
    own = found["start"].eq(start) & found["end"].eq(end) & found["year"].eq(chosen.filters.year)
    return float(found.loc[own, "value"].iloc[0]) if own.any() else None


def _one(chosen: Chosen, start: str, end: str, value: float) -> str:
    """Say one corridor; the figure of a model as the range that its methods give."""
    n, top = _written(chosen, value, chosen.pair_by_methods(start, end))
    return chosen.sentence(start, end, chosen.filters.year, top, 2, n)


def _written(
    chosen: Chosen, value: float, ends: tuple[float, float] | None, low: str = ""
) -> tuple[str, float]:
    """Return how a figure is written, and the number that its noun goes with."""
    lang = chosen.lang
    if ends and lang.compact(ends[0]) != lang.compact(ends[1]):
        return short_span(lang, *ends), ends[1]
    if low and value >= AT_LEAST:
        return lang.text("at least {n}", n=lang.compact(value)), value
    return "", value


def short_span(lang: Language, low: float, high: float) -> str:
    """Return a range in words, both ends in the same power of ten."""
    power = next((power for power in (1e9, 1e6, 1e3) if as_said(high) >= power), 1.0)
    if power == 1 or (power == 1e3 and 0 < low < 1e4):  # too small to be told in thousands
        first, last = lang.number(as_said(low)), lang.number(as_said(high))
    else:
        first, last = _in_power(lang, low, power), lang.compact(high)
    return lang.text("{low} to {high}", low=first, high=last)


def _in_power(lang: Language, value: float, power: float) -> str:
    """Write a number with two figures as so many thousands or millions."""
    share = as_said(value) / power
    digits = 0 if share >= 10 or share == int(share) else 1 if share >= 1 else 2
    return lang.number(share, digits)


def _with_partners(chosen: Chosen) -> str:
    """Say the sum with the chosen partners that have a figure."""
    f, every = chosen.filters, chosen.selection.every
    away = f.direction == "from"
    there = set(every["end" if away else "start"])
    ends = (f.countries, [code for code in f.partners if code in there])
    origins, end = ends if away else ends[::-1]
    start = chosen.named(origins, end)
    n, top = _written(chosen, chosen.selection.total, chosen.by_methods, chosen.too_low)
    ways = (chosen.sentence(start, end, f.year, top, 2, n, short) for short in (False, True))
    return fitting(chosen.lang, *ways)


def _group(chosen: Chosen) -> str:
    """Say the sum, and the part of the largest partner where the sum can bear one."""
    f, picked = chosen.filters, chosen.selection
    n, top = _written(chosen, picked.total, chosen.by_methods, chosen.too_low)
    ways = []
    for short in (False, True):
        told = chosen.group(f.direction, f.countries, top, n, short)
        ways += [*_with_part(chosen, told), told]
    return fitting(chosen.lang, *ways)


def _with_part(chosen: Chosen, told: str) -> tuple[str, ...]:
    """Add how large the part of the largest partner is, in words, where one stands out."""
    lang, f, picked = chosen.lang, chosen.filters, chosen.selection
    if chosen.measure.methods or not tellable(picked.total):
        return ()  # where most go to depends on the method as well
    away = f.direction == "from"
    ends = picked.every.groupby("end" if away else "start")["value"].sum()
    named = ends.loc[[code not in NOT_A_PLACE for code in ends.index]]
    if named.empty or len(ends) < 2:
        return ()
    part = part_of(lang, float(named.max()), picked.total)
    if not part:
        return ()
    words = CORRIDOR_WORDS[f.measure]
    where = lang.place(str(named.idxmax()), words.top_out if away else words.top_into)
    return (lang.text("{sentence}, {part} {where}", sentence=told, part=part, where=where),)


def part_of(lang: Language, part: float, whole: float) -> str:
    """Return a part of a whole in words; nothing for one that has no plain word."""
    found = (words for least, most, words in PARTS if least <= part / whole < most)
    return lang.text(next(found, ""))


def ranked_headline(chosen: Chosen) -> str:
    """Say the place of the selected corridor, or what the corridors shown make up."""
    lang, f, picked = chosen.lang, chosen.filters, chosen.selection
    if picked.every.empty:
        return nothing(chosen)
    if picked.shown.empty:
        return lang.text("No corridor with a place on the map fits this choice")
    first = picked.every.iloc[0]
    if len(picked.every) == 1:
        return chosen.sentence(first.start, first.end, f.year, first.value, 2)
    ranked = _rank(chosen)
    if ranked:
        return ranked
    if not picked.rest or not tellable(picked.total):
        return _first_of(chosen)
    return _share_shown(chosen)


def _share_shown(chosen: Chosen) -> str:
    """Say what the corridors on the map make up of all that fit."""
    lang, f, picked = chosen.lang, chosen.filters, chosen.selection
    fits = (
        picked.shown[["start", "end"]]
        .apply(tuple, axis=1)
        .isin(set(zip(picked.every["start"], picked.every["end"], strict=True)))
    )
    part, count = float(picked.shown.loc[fits, "value"].sum()), int(fits.sum())
    told = lang.plural(
        "The largest corridor on the map makes up {share} of the total",
        "The {n} largest corridors on the map make up {share} of the total",
        count,
        n=lang.number(count),
        share=phrases.share(lang, part, picked.total),
    )
    if f.sex == "total":
        return told
    return lang.text("{title} ({who})", title=told, who=unit_words(lang, chosen.measure, f.sex))


def _rank(chosen: Chosen) -> str:
    """Say the place of the selected corridor among those that fit, if it is one of them."""
    every, pair = chosen.selection.every, (chosen.filters.start, chosen.filters.end)
    pairs = list(zip(every["start"], every["end"], strict=True))
    if pair not in pairs:
        return ""
    at = pairs.index(pair)
    if at == 0:
        return _first_of(chosen)
    return chosen.lang.text(
        "{corridor} is number {rank} of {n} corridors by size",
        corridor=chosen.name(*pairs[at]),
        rank=chosen.lang.number(at + 1),
        n=chosen.lang.number(len(pairs)),
    )


def _first_of(chosen: Chosen) -> str:
    """Say which corridor is the largest of those that fit."""
    every = chosen.selection.every
    return chosen.lang.text(
        "{corridor} is the largest of {n} corridors",
        corridor=chosen.name(every.loc[0, "start"], every.loc[0, "end"]),
        n=chosen.lang.number(len(every)),
    )


def two_sides(chosen: Chosen, country: str, totals: Mapping[Direction, float]) -> str:
    """Say what leads into a country and what out of it; a side without a figure is not said."""
    known = sorted((side for side in SIDES if totals[side]), key=lambda side: -totals[side])
    if known:
        said = [chosen.group(side, (country,), totals[side]) for side in known]
        return fitting(chosen.lang, joined(chosen.lang, said), said[0])
    return chosen.lang.text(
        "{country}: no figure fits this choice", country=chosen.lang.place(country)
    )


def largest(chosen: Chosen) -> str:
    """Say which of the five has the largest total out of it, else into it, in the chosen year."""
    lang, f = chosen.lang, chosen.filters
    for side in OUT_FIRST:
        totals = {
            c: yearly_totals(chosen.found, c, side, f.partners).get(f.year, 0.0) for c in FIVE
        }
        known = {c: value for c, value in totals.items() if value > 0}
        best = [c for c in known if known[c] == max(known.values())]
        if len(best) == 1:
            told = _of_one(chosen, side, best[0], known[best[0]])
            ranked = lang.text("Largest among the five: {sentence}", sentence=within(lang, told))
            return fitting(lang, ranked, told) if len(known) > 1 else told
        if best:
            each = amount(lang, chosen.measure, known[best[0]], f.sex)
            countries = lang.listing([lang.place(code) for code in best])
            return lang.text("{countries}: {n} each", countries=countries, n=each)
    return lang.text("No figure fits this choice")


def _of_one(chosen: Chosen, side: Direction, country: str, value: float) -> str:
    """Say one country's sum in the words of its partners, where they were chosen."""
    f = chosen.filters
    if not f.partners:
        return chosen.group(side, (country,), value)
    start, end = (country, f.partners) if side == "from" else (f.partners, country)
    ways = (chosen.sentence(start, end, f.year, value, 2, short=short) for short in (False, True))
    return fitting(chosen.lang, *ways)


def joined(lang: Language, sentences: Sequence[str]) -> str:
    """Join whole sentences into one, each but the first with a small letter."""
    return "; ".join([*sentences[:1], *(within(lang, one) for one in sentences[1:])])


def within(lang: Language, sentence: str) -> str:
    """Return a sentence as it stands inside another; the name of a place keeps its capital."""
    names = tuple(lang.place(code).strip(OPEN + CLOSE) for code in codes("countries"))
    return sentence if sentence.lstrip(OPEN).startswith(names) else lower_first(sentence)
