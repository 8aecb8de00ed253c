"""Headlines on modelled ratios: the range of the methods, because no one of them decides."""

from components.language import Language
from components.phrases.headlines import fitting
from components.views.counterstreams.common import per_hundred, range_per_hundred
from data.measures.catalogue import METHODS
from data.measures.modelled_flows import Ratios, spread


def moved_back(lang: Language, start: str, end: str, ratios: Ratios) -> str:
    """Say how many moved back for each hundred, by all methods that have enough people.

    Parameters
    ----------
    start, end : str
        The way that counts as forward.
    ratios : dict of str to float or None
        By method, from `data.measures.modelled_flows.told_ratios`.
    """
    told = {"from_start": lang.place(start, "from"), "to_end": lang.place(end, "to")}
    ends = spread(ratios.values())
    if ends is None:
        return fitting(
            lang,
            lang.text(
                "By every method too few people moved {from_start} {to_end} for a ratio", **told
            ),
            lang.text("Too few people moved {from_start} {to_end} for a ratio", **told),
        )
    said = lang.text(
        "For every 100 who moved {from_start} {to_end}, {range} moved back",
        range=range_per_hundred(lang, ends),
        **told,
    )
    k = sum(ratio is not None for ratio in ratios.values())
    if per_hundred(lang, ends[0]) != per_hundred(lang, ends[1]):
        return said
    if k == len(METHODS):
        return fitting(lang, lang.text("{sentence}, by every method", sentence=said), said)
    some = lang.text(
        "{sentence}, by {k} of {n} methods",
        sentence=said,
        k=lang.number(k),
        n=lang.number(len(METHODS)),
    )
    return fitting(lang, some, said)


def others_give(lang: Language, ratios: Ratios, method: str) -> str:
    """Say what the other methods give for a ratio; empty where they have too few people for one."""
    ends = spread(r for name, r in ratios.items() if name != method and r is not None)
    if ends is None:
        return ""
    return lang.text("others: {range}", range=range_per_hundred(lang, ends))
