"""Words on net migration: a residual, and what speaks for or against it."""

from components.language import Language
from components.phrases.figures import rate
from components.views.countries.words import signed
from data.measures.net_verdict import NetVerdict, Pair


def net_doubt(lang: Language, net: NetVerdict) -> str:
    """Say what speaks against the sign or the size of net migration; empty where nothing does."""
    counts = _counts(lang, net) if net.apart else ""
    if not net.against or net.against == "count":
        return counts
    return " ".join(filter(None, (_open(lang, net), counts)))


def _counts(lang: Language, net: NetVerdict) -> str:
    """Set counts beside the estimates of the same years."""
    if net.pair:
        return lang.text(
            "Net migration with {place} alone was counted at {value} in {year}; the United "
            "Nations’ residual with all countries is {estimate} for that year. Sources disagree.",
            place=lang.place(net.pair.partner),
            value=signed(lang, net.pair.value),
            year=net.pair.year,
            estimate=signed(lang, net.pair.estimate),
        )
    return lang.text(
        "Net migration, {years}: the United Nations’ residual comes to {same}, counts to "
        "{counted}. Sources disagree.",
        **_told(lang, net),
    )


def counted_with(lang: Language, pair: Pair) -> str:
    """Name the counted net migration of one pair."""
    return lang.text("Net migration with {place} (counted)", place=lang.place(pair.partner))


def _open(lang: Language, net: NetVerdict) -> str:
    told = _told(lang, net)
    if net.against == "stocks":
        return lang.text(
            "Net migration {start}–{end}: sources disagree. The United Nations’ residual is "
            "{total}, yet from {then} to {now} the number of immigrants went from {were} to {are}, "
            "of emigrants from {old} to {new}.",
            **told,
        )
    return lang.text(
        "Net migration {start}–{end}: open. Of the United Nations’ residual of {total}, {run} "
        "falls into {first}–{last}, and no count confirms it.",
        **told,
    )


def net_title(lang: Language, country: str, net: NetVerdict) -> str:
    """Say what a country gained or lost, or that the sources do not agree on it."""
    told = {"country": lang.place(country), **_told(lang, net), "n": lang.compact(abs(net.total))}
    if net.against in ("", "count") and net.apart:
        return _apart_title(lang, net, told)
    if net.clear and net.total > 0:
        return lang.text(
            "{country} gained {n} people net in {start}–{end}, the United Nations estimates", **told
        )
    if net.clear:
        return lang.text(
            "{country} lost {n} people net in {start}–{end}, the United Nations estimates", **told
        )
    if net.against == "stocks":
        return lang.text(
            "{country}: the UN’s net migration of {total} in {start}–{end} contradicts the stocks",
            **told,
        )
    return lang.text(
        "{country}: no count confirms the UN’s net migration of {total} in {start}–{end}", **told
    )


def rate_title(lang: Language, country: str, net: NetVerdict, known: dict[int, float]) -> str:
    """Say the latest rate, and whether the sources agree on the balance that it is of."""
    last = max(known)
    told = {
        "country": lang.place(country),
        "year": last,
        "rate": rate(lang, known[last]).replace("-", "−"),
    }
    said = lang.text(
        "{country}: the UN puts net migration at {rate} per 1,000 inhabitants in {year}", **told
    )
    if net.agreed:
        return said
    if net.apart or net.against == "stocks":
        return lang.text(
            "{country}: the UN puts net migration at {rate} per 1,000 in {year}; sources disagree",
            **told,
        )
    return lang.text(
        "{country}: the UN puts net migration at {rate} per 1,000 in {year}; no count confirms it",
        **told,
    )


def _apart_title(lang: Language, net: NetVerdict, told: dict[str, object]) -> str:
    """Set counts beside the residual of the same years, never beside that of others."""
    if net.pair:
        return lang.text(
            "{country}: counts put net migration with {place} at {value}, the UN total at "
            "{estimate}",
            estimate=signed(lang, net.pair.estimate),
            place=lang.place(net.pair.partner),
            value=signed(lang, net.pair.value),
            **told,
        )
    return lang.text(
        "{country}: counts put net migration at {counted}, the United Nations at {same}", **told
    )


def _told(lang: Language, net: NetVerdict) -> dict[str, object]:
    then, old, now, new = net.abroad
    _, were, _, are = net.here
    return {
        "start": net.start,
        "end": net.end,
        "total": signed(lang, net.total),
        "years": lang.listing([str(year) for year in net.counted]),
        "counted": signed(lang, net.counted_sum),
        "same": signed(lang, net.same),
        "then": then,
        "now": now,
        "old": lang.compact(old),
        "new": lang.compact(new),
        "were": lang.compact(were),
        "are": lang.compact(are),
        "first": net.run[0],
        "last": net.run[1],
        "run": signed(lang, net.run[2]),
    }
