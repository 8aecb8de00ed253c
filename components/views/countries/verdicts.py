"""Where the framework's claim on a country and the numbers agree, by declared rules."""

from collections.abc import Sequence

from components.language import N_, Language
from components.phrases.sentences import lower_first
from components.views.countries.evidence import Evidence
from components.views.countries.net_words import net_doubt
from components.views.countries.words import CLAIM_NAMES, CLAIMED, STATUS_NAMES, signed
from data.areas import FIVE
from data.measures.catalogue import TYPED_METHODS

AGREES, IN_PART, DIFFERS = N_("Numbers agree"), N_("Numbers agree in part"), N_("Numbers differ")
OPEN = N_("Numbers differ, or sources disagree")
Signs = list[bool | None]


def verdict(signs: Sequence[bool | None]) -> str:
    """Return whether all, some or none of the signs speak for a claim.

    Parameters
    ----------
    signs : sequence of bool or None
        One for each measure that bears on the claim; None where its sources disagree.
    """
    if all(signs):
        return AGREES
    if any(signs):
        return IN_PART
    return OPEN if None in signs else DIFFERS


def verdict_chips(lang: Language, seen: Evidence) -> tuple[str, str]:
    """Say in a few words what is claimed, and how far the numbers agree."""
    claimed = CLAIMED[seen.country]
    found = {status: lang.text(verdict(signs)) for status, (signs, _) in _weighed(lang, seen)}
    agreed = "; ".join(
        told
        if len(found) == 1
        else lang.text(
            "{status}: {verdict}",
            status=lang.text(STATUS_NAMES[status]),
            verdict=lower_first(told),
        )
        for status, told in found.items()
    )
    return (
        lang.text("In the literature: {claim}", claim=lang.text(CLAIM_NAMES[claimed])),
        agreed,
    )


def verdict_notes(lang: Language, seen: Evidence) -> tuple[str, ...]:
    """Say for each status that is claimed what the measures say of it."""
    return tuple(
        lang.text(
            "{status}. {verdict}. {words}",
            status=lang.text(STATUS_NAMES[status]),
            verdict=lang.text(verdict(signs)),
            words=words.replace("\n", " "),
        )
        for status, (signs, words) in _weighed(lang, seen)
    )


def _weighed(lang: Language, seen: Evidence) -> list[tuple[str, tuple[Signs, str]]]:
    made = {"receiving": _side, "sending": _side, "transit": _transit, "hub": _hub}
    return [(status, made[status](lang, seen, status)) for status in CLAIMED[seen.country]]


def _side(lang: Language, seen: Evidence, status: str) -> tuple[Signs, str]:
    """Weigh a claim to be receiving or sending against stocks and net migration."""
    net = seen.net
    signs: Signs = [seen.standing(seen.last) == status, net.side == status if net.clear else None]
    stocks = (
        lang.text("Stocks of {year}: yes.", year=seen.last)
        if signs[0]
        else lang.text("Stocks of {year}: no.", year=seen.last)
    )
    told = {"start": net.start, "end": net.end, "n": signed(lang, net.total)}
    if not net.clear:
        flow = ""
    elif signs[1]:
        flow = lang.text("Net migration {start}–{end}: yes ({n}).", **told)
    else:
        flow = lang.text("Net migration {start}–{end}: no ({n}).", **told)
    doubt = net_doubt(lang, net)
    return signs, "\n".join(filter(None, (stocks, flow, doubt)))


def _transit(lang: Language, seen: Evidence, status: str) -> tuple[Signs, str]:
    """Weigh a claim to be passed through against onward moves by each method."""
    year = max(seen.onward[TYPED_METHODS[0]])
    signs: Signs = [known.get(year, 0) >= 1 for known in seen.onward.values()]
    words = lang.text(
        "Onward moves {start}–{end} are estimated by {n} of {all} methods; the others find none. "
        "No table counts people who pass through within days or weeks.",
        start=year - 5,
        end=year,
        n=lang.number(signs.count(True)),
        all=lang.number(len(signs)),
    )
    if all(signs):
        words = lang.text(
            "Onward moves {start}–{end} are estimated by all three methods. "
            "No table counts people who pass through within days or weeks.",
            start=year - 5,
            end=year,
        )
    return signs, words


def _hub(lang: Language, seen: Evidence, status: str) -> tuple[Signs, str]:
    """Weigh a claim to be the hub against where each of the five's people abroad live."""
    signs: Signs = [country in seen.leads for country in FIVE]
    shares = "; ".join(
        f"{lang.place(country)} {lang.percent(share)}" for country, share in seen.hub.items()
    )
    words = lang.text(
        "Main country of residence of people abroad from {n} of the five. Share who live "
        "here, {year}: {shares}.",
        year=seen.last,
        shares=shares,
        n=lang.number(len(seen.leads)),
    )
    return signs, words
