"""Where the framework's claim on a country and the numbers agree, by declared rules."""

from collections.abc import Sequence

from components.documents.model import Panel, lines
from components.documents.states import State
from components.language import N_, Language
from components.views.countries.evidence import Evidence
from components.views.countries.net_words import net_doubt
from components.views.countries.words import CLAIMED, STATUS_NAMES, signed
from data.areas import FIVE
from data.measures.catalogue import TYPED_METHODS

AGREES, IN_PART, DIFFERS = N_("Numbers agree"), N_("Numbers agree in part"), N_("Numbers differ")
OPEN = N_("Numbers differ, or sources disagree")
STATES: dict[str, State] = {AGREES: "yes", IN_PART: "part", DIFFERS: "no", OPEN: "unknown"}
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


def verdict_panels(lang: Language, seen: Evidence) -> list[Panel]:
    """Return one panel for each status that is claimed."""
    made = {"receiving": _side, "sending": _side, "transit": _transit, "hub": _hub}
    found = []
    for status in CLAIMED[seen.country]:
        signs, words = made[status](lang, seen, status)
        found.append(
            Panel(
                lang.text(STATUS_NAMES[status]),
                lang.text(verdict(signs)),
                lines=lines(words),
                state=STATES[verdict(signs)],
            )
        )
    return found


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
        "First country of residence for people abroad from {n} of the five. Share who live here, "
        "{year}: {shares}.",
        year=seen.last,
        shares=shares,
        n=lang.number(len(seen.leads)),
    )
    return signs, words
