"""The headlines of the corridor views: each says a sum in the words of what was summed."""

from collections.abc import Mapping, Sequence

from components.language import Language
from components.language.language import CLOSE, OPEN
from components.phrases import figures as phrases
from components.phrases.figures import span
from components.phrases.sentences import lower_first
from components.views.corridors.common import Chosen
from components.views.corridors.words import amount, period
from components.views.measures import CORRIDOR_WORDS
from data.areas import FIVE
from data.codelists import codes
from data.measures.corridor_choice import yearly_totals
from data.measures.corridors import NOT_A_PLACE
from data.measures.measure import Direction
from data.measures.standards import is_larger, tellable

NAMED = 3  # partners that a sentence can name
SIDES: tuple[Direction, ...] = ("to", "from")


def nothing(chosen: Chosen) -> str:
    """Say that no corridor is above zero: zeros alone (often rounded ones), or no figure at all."""
    if chosen.selection.zeros:
        return chosen.lang.text("No figure above zero fits this choice")
    return chosen.lang.text("No figure fits this choice")


def map_headline(chosen: Chosen) -> str:
    """Say the sum of the corridors chosen, or the largest where they have no common sentence."""
    f, picked = chosen.filters, chosen.selection
    if picked.every.empty:
        return nothing(chosen)
    if f.direction in SIDES and not f.partners:
        return _group(chosen)
    if f.direction in SIDES and len(f.partners) <= NAMED:
        return _with_methods(chosen, _with_partners(chosen))
    if picked.shown.empty:
        return chosen.lang.text("No corridor with a place on the map fits this choice")
    first = picked.shown.iloc[0]
    told = chosen.sentence(first.start, first.end, f.year, first.value, 2)
    if len(picked.every) == 1:
        return told
    return chosen.lang.text("{sentence}: the largest corridor on the map", sentence=told)


def _with_partners(chosen: Chosen) -> str:
    """Say the sum with the chosen partners that have a figure, and which have none."""
    lang, f, every = chosen.lang, chosen.filters, chosen.selection.every
    away = f.direction == "from"
    there = set(every["end" if away else "start"])
    ends = (f.countries, [code for code in f.partners if code in there])
    start, end = ends if away else ends[::-1]
    told = chosen.sentence(chosen.named(start, end), end, f.year, chosen.selection.total, 2)
    absent = [lang.place(code) for code in f.partners if code not in there]
    if not absent or chosen.measure.zeros_left_out:
        return told
    return lang.text("{sentence}; no figure: {places}", sentence=told, places=lang.listing(absent))


def _with_methods(chosen: Chosen, told: str) -> str:
    """Add what all methods of a model say, where they are not at one."""
    ends = chosen.by_methods
    if ends is None or chosen.lang.compact(ends[0]) == chosen.lang.compact(ends[1]):
        return told
    return chosen.lang.text(
        "{sentence}; the methods give {range}",
        sentence=told,
        range=span(chosen.lang, *ends),
    )


def _group(chosen: Chosen) -> str:
    """Say the sum, and the share of the largest partner where the sum can bear one."""
    lang, f, picked = chosen.lang, chosen.filters, chosen.selection
    told = chosen.group(f.direction, f.countries, picked.total)
    if chosen.measure.methods:  # where most go to depends on the method as well
        return _with_methods(chosen, told)
    away = f.direction == "from"
    ends = picked.every.groupby("end" if away else "start")["value"].sum()
    named = ends.loc[[code not in NOT_A_PLACE for code in ends.index]]
    alone = len(ends) < 2 and chosen.measure.unit != "usd"
    if alone or not tellable(picked.total):
        return told
    unnamed = picked.total - float(named.sum())
    if named.empty or unnamed > float(named.max()):
        return lang.text(
            "{sentence}; for {share} of them the other country is not named",
            sentence=told,
            share=phrases.share(lang, unnamed, picked.total),
        )
    words = CORRIDOR_WORDS[f.measure]
    form = words.top_out if away else words.top_into
    most = float(named.max())
    first, *alike = (lang.place(str(code), form) for code in named.index[named.eq(most)])
    values = {
        "sentence": told,
        "share": phrases.share(lang, most, picked.total),
        "where": first,
        "others": lang.listing(alike),
    }
    if alike:
        return lang.text("{sentence}; {share} of them {where} and as many {others}", **values)
    return _largest_part(chosen, values, len(ends))


def _largest_part(chosen: Chosen, values: Mapping[str, str], partners: int) -> str:
    lang = chosen.lang
    if chosen.measure.unit != "usd":
        return lang.text("{sentence}; {share} of them {where}", **values)
    if partners == 1:
        return lang.text("{sentence}; by the model all of it {where}", **values)
    return lang.text("{sentence}; by the model {share} of it {where}", **values)


def ranked_headline(chosen: Chosen) -> str:
    """Say what the corridors shown make up, or the only one; never a share of few people."""
    lang, f, picked = chosen.lang, chosen.filters, chosen.selection
    if picked.every.empty:
        return nothing(chosen)
    if picked.shown.empty:
        return lang.text("No corridor with a place on the map fits this choice")
    first = picked.every.iloc[0]
    if len(picked.every) == 1:
        return chosen.sentence(first.start, first.end, f.year, first.value, 2)
    total = amount(lang, chosen.measure, picked.total, f.sex)
    part = float(picked.shown["value"].sum())
    if not picked.rest or not tellable(picked.total):
        return _first_of(chosen, total)
    return lang.plural(
        "The largest corridor on the map makes up {share} of the total ({total})",
        "The {n} largest corridors on the map make up {share} of the total ({total})",
        len(picked.shown),
        n=lang.number(len(picked.shown)),
        share=phrases.share(lang, part, picked.total),
        total=total,
    )


def _first_of(chosen: Chosen, total: str) -> str:
    """Say which corridor is the largest of those that fit, in counts."""
    lang, every = chosen.lang, chosen.selection.every
    corridor, n = chosen.name(every.loc[0, "start"], every.loc[0, "end"]), lang.number(len(every))
    part = lang.compact(float(every.loc[0, "value"]))
    if part == lang.compact(chosen.selection.total):
        return lang.text(
            "{corridor} is the largest of {n} corridors: nearly all of {total}",
            corridor=corridor,
            n=n,
            total=total,
        )
    return lang.text(
        "{corridor} is the largest of {n} corridors: {part} of {total}",
        corridor=corridor,
        n=n,
        part=part,
        total=total,
    )


def two_sides(chosen: Chosen, country: str, totals: Mapping[Direction, float]) -> str:
    """Say what leads into a country and what out of it; a side without a figure is not said."""
    said = [chosen.group(side, (country,), totals[side]) for side in SIDES if totals[side]]
    if said:
        return joined(chosen.lang, said)
    return chosen.lang.text(
        "{country}: no figure fits this choice", country=chosen.lang.place(country)
    )


def largest(chosen: Chosen) -> str:
    """Say which of the five has the largest total on each side in the chosen year."""
    lang, f = chosen.lang, chosen.filters
    said, ranked = [], False
    for side in SIDES:
        totals = {
            c: yearly_totals(chosen.found, c, side, f.partners).get(f.year, 0.0) for c in FIVE
        }
        known = {c: value for c, value in totals.items() if value > 0}
        best = [c for c in known if known[c] == max(known.values())]
        ranked = ranked or len(known) > len(best)
        if len(best) == 1:
            said.append(_leading(chosen, side, best[0], known))
        elif best:
            each = amount(lang, chosen.measure, known[best[0]], f.sex)
            countries = lang.listing([lang.place(code) for code in best])
            said.append(lang.text("{countries}: {n} each", countries=countries, n=each))
    if not said:
        return lang.text("No figure fits this choice")
    if not ranked:
        return joined(lang, said)
    return lang.text(
        "The most among the five: {sentence}", sentence=within(lang, joined(lang, said))
    )


def _leading(chosen: Chosen, side: Direction, country: str, known: Mapping[str, float]) -> str:
    """Say the largest sum, and the next where that is hardly smaller."""
    told = _of_one(chosen, side, country, known[country])
    others = {c: value for c, value in known.items() if c != country}
    if not others:
        return told
    second = max(others, key=others.__getitem__)
    if is_larger(known[country], known[second]):
        return told
    if chosen.lang.compact(known[country]) == chosen.lang.compact(known[second]):
        return chosen.lang.text(
            "{sentence}; {country}: about as many",
            sentence=told,
            country=chosen.lang.place(second),
        )
    return chosen.lang.text(
        "{sentence}, closely followed by {country} ({n})",
        sentence=told,
        country=chosen.lang.place(second),
        n=chosen.lang.compact(known[second]),
    )


def _of_one(chosen: Chosen, side: Direction, country: str, value: float) -> str:
    """Say one country's sum in the words of its partners, where they were chosen."""
    f = chosen.filters
    if not f.partners:
        return chosen.group(side, (country,), value)
    start, end = (country, f.partners) if side == "from" else (f.partners, country)
    return chosen.sentence(start, end, f.year, value, 2)


def change(
    chosen: Chosen,
    pair: tuple[str, str],
    known: Mapping[int, float],
    stretch: tuple[int, int] | None,
) -> str:
    """Say a corridor's latest figure, the first comparable one, and a peak between them."""
    lang, last = chosen.lang, max(known)
    told = chosen.sentence(*pair, last, known[last], 2)
    if stretch is None or not chosen.measure.comparable:
        return told
    top = max((y for y in known if stretch[0] < y < last), key=known.__getitem__, default=last)
    peak = is_larger(known[top], max(known[last], known[stretch[0]]))
    if not peak and lang.compact(known[stretch[0]]) == lang.compact(known[last]):
        return told  # as good as the same: no change to tell
    values = {
        "sentence": told,
        "period": period(lang, chosen.measure, stretch[0]),
        "n": lang.compact(known[stretch[0]]),
        "peak": period(lang, chosen.measure, top),
        "top": lang.compact(known[top]),
    }
    if peak and chosen.measure.methods:
        return lang.text(
            "{sentence}; in the five years {period} it was {n}, at its highest, in {peak}, {top}",
            **values,
        )
    if peak:
        return lang.text(
            "{sentence}; in {period} it was {n}, at its highest, in {peak}, {top}", **values
        )
    if chosen.measure.methods:
        return lang.text("{sentence}; in the five years {period} it was {n}", **values)
    return lang.text("{sentence}; in {period} it was {n}", **values)


def joined(lang: Language, sentences: Sequence[str]) -> str:
    """Join whole sentences into one, each but the first with a small letter."""
    return "; ".join([*sentences[:1], *(within(lang, one) for one in sentences[1:])])


def within(lang: Language, sentence: str) -> str:
    """Return a sentence as it stands inside another; the name of a place keeps its capital."""
    names = tuple(lang.place(code).strip(OPEN + CLOSE) for code in codes("countries"))
    return sentence if sentence.lstrip(OPEN).startswith(names) else lower_first(sentence)
