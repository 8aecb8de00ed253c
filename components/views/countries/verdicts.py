"""Where the framework's claim on a country and the numbers agree, by declared rules."""

from components.charts.panels import Panel
from components.language import N_, Language
from components.views.countries.evidence import Evidence
from components.views.countries.words import CLAIMED, STATUS_NAMES, signed
from data.measures.corridors import FIVE
from data.measures.countries import ABEL_COHEN_TYPED

AGREES, IN_PART, DIFFERS = N_("Numbers agree"), N_("Numbers agree in part"), N_("Numbers differ")


def verdict(signs: list[bool]) -> str:
    """Return whether all, some or none of the signs speak for a claim.

    Parameters
    ----------
    signs : list of bool
        One for each measure that bears on the claim.
    """
    if all(signs):
        return AGREES
    return IN_PART if any(signs) else DIFFERS


def verdict_panels(lang: Language, seen: Evidence) -> list[Panel]:
    """Return one panel for each status that is claimed."""
    made = {"receiving": _side, "sending": _side, "transit": _transit, "hub": _hub}
    found = []
    for status in CLAIMED[seen.country]:
        signs, words = made[status](lang, seen, status)
        found.append(Panel(
            lang.text(STATUS_NAMES[status]), words, lang.text(verdict(signs)),
        ))  # fmt: skip
    return found


def _side(lang: Language, seen: Evidence, status: str) -> tuple[list[bool], str]:
    """Weigh a claim to be receiving or sending against stocks and net migration."""
    stand, (start, end, net) = seen.standing(seen.last), seen.net
    signs = [stand == status, (net > 0) == (status == "receiving")]
    stocks = (
        lang.text("Stocks of {year}: yes.", year=seen.last)
        if signs[0]
        else lang.text("Stocks of {year}: no.", year=seen.last)
    )
    told = {"start": start, "end": end, "n": signed(lang, net)}
    flow = (
        lang.text("Net migration {start}–{end}: yes ({n}).", **told)
        if signs[1]
        else lang.text("Net migration {start}–{end}: no ({n}).", **told)
    )
    return signs, "\n".join((stocks, flow))


def _transit(lang: Language, seen: Evidence, status: str) -> tuple[list[bool], str]:
    """Weigh a claim to be passed through against onward moves by each method."""
    year = max(seen.onward[ABEL_COHEN_TYPED[0]])
    signs = [known.get(year, 0) >= 1 for known in seen.onward.values()]
    words = lang.text(
        "Onward moves {start}–{end} are estimated by {n} of {all} methods; the others find none. "
        "No table counts people who pass through within days or weeks.",
        start=year - 5, end=year, n=lang.number(sum(signs)), all=lang.number(len(signs)),
    )  # fmt: skip
    if all(signs):
        words = lang.text(
            "Onward moves {start}–{end} are estimated by all three methods. "
            "No table counts people who pass through within days or weeks.",
            start=year - 5, end=year,
        )  # fmt: skip
    return signs, words


def _hub(lang: Language, seen: Evidence, status: str) -> tuple[list[bool], str]:
    """Weigh a claim to be the hub against where each of the five's people abroad live."""
    signs = [country in seen.leads for country in FIVE]
    shares = "; ".join(
        f"{lang.place(country)} {lang.percent(share)}" for country, share in seen.hub.items()
    )
    words = lang.text(
        "First country of residence for people abroad from {n} of the five. Share who live here, "
        "{year}: {shares}.",
        year=seen.last, shares=shares, n=lang.number(len(seen.leads)),
    )  # fmt: skip
    return signs, words
