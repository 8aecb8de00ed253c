"""Headlines on modelled ratios: the range of the methods first, because no one of them decides."""

from components.language import Language
from components.phrases.periods import five_years
from components.phrases.places import corridor
from components.views.counterstreams.common import (
    method_within,
    per_hundred,
    range_per_hundred,
)
from data.measures.catalogue import METHODS
from data.measures.modelled_flows import Ratios, spread


def moved_back(lang: Language, start: str, end: str, year: int, method: str, ratios: Ratios) -> str:
    """Say how many moved back for each hundred, by all methods that have enough people.

    Parameters
    ----------
    start, end : str
        The way that counts as forward.
    year : int
        Last year of the period.
    method : str
        The chosen method, told beside the range.
    ratios : dict of str to float or None
        By method, from `data.measures.modelled_flows.told_ratios`.
    """
    told = {
        "from_start": lang.place(start, "from"),
        "to_end": lang.place(end, "to"),
        "period": five_years(year),
        "corridor": corridor(lang, start, end),
    }
    ends = spread(ratios.values())
    if ends is None:
        return lang.text(
            "{corridor}, {period}: too few people moved by any method for a ratio to be told",
            **told,
        )
    said = lang.text(
        "For every 100 people who moved {from_start} {to_end} in {period}, {range} moved back",
        range=range_per_hundred(lang, ends),
        **told,
    )
    return said + _by(lang, method, ratios, ends)


def _by(lang: Language, method: str, ratios: Ratios, ends: tuple[float, float]) -> str:
    """Say by which methods: all alike, some alone, or depending on the method."""
    k = sum(ratio is not None for ratio in ratios.values())
    if per_hundred(lang, ends[0]) == per_hundred(lang, ends[1]):
        if k == len(METHODS):
            return lang.text(", by every method")
        return lang.text(
            ", by {k} of {n} methods; by the others too few moved for a ratio",
            k=lang.number(k),
            n=lang.number(len(METHODS)),
        )
    own = ratios.get(method)
    if own is None:
        return lang.text(
            ", depending on the method; {method}: too few people for a ratio",
            method=method_within(lang, method),
        )
    return lang.text(
        ", depending on the method; {method}: {n}",
        method=method_within(lang, method),
        n=per_hundred(lang, own),
    )


def others_give(lang: Language, ratios: Ratios, method: str) -> str:
    """Say what the other methods give for a ratio, or that they have too few people for one."""
    others = [r for name, r in ratios.items() if name != method and r is not None]
    ends = spread(others)
    if ends is None:
        return lang.text("by the other methods too few moved for a ratio")
    if len(others) < len(METHODS) - 1:
        return lang.plural(
            "the one other method with enough people gives {range}",
            "the {k} other methods with enough people give {range}",
            len(others),
            k=lang.number(len(others)),
            range=range_per_hundred(lang, ends),
        )
    return lang.text("the other methods give {range}", range=range_per_hundred(lang, ends))
