"""Words on returns out of crises: who paid, the finding, what is missing and who would have it."""

from collections.abc import Sequence

from components.language import Language
from components.language.language import N_, NP_
from components.language.numbers import as_said
from components.phrases.figures import qualified
from components.phrases.places import briefly
from components.phrases.publications import would_fill
from components.phrases.sentences import upper_first
from data.measures.crisis_returns import CrisisFigure, Who, crises, untold

WHO_NAMES: dict[Who, str] = {
    "donors": N_("IOM, UNHCR or the EU helped"),
    "state": N_("Their State flew them"),
    "any": N_("Payer not said"),
}
TITLES: dict[Who, tuple[str, str]] = {
    "donors": NP_(
        "{n} person was helped home {where} {out}, by IOM, UNHCR or the EU",
        "{n} people were helped home {where} {out}, by IOM, UNHCR or the EU",
    ),
    "state": NP_(
        "{n} person was flown home {where} by the State {out}",
        "{n} people were flown home {where} by the State {out}",
    ),
    "any": NP_(
        "{n} person came home {where} {out}; payer not said",
        "{n} people came home {where} {out}; payer not said",
    ),
}


def crisis_title(lang: Language, found: Sequence[CrisisFigure], countries: Sequence[str]) -> str:
    """Tell the largest figure of the newest crisis that has one."""
    if not found:
        return lang.text(
            "No figure of people who came home out of a crisis was found for {places}",
            places=briefly(lang, countries),
        )
    order = [one["id"] for one in crises()]
    top = max(found, key=lambda one: (order.index(one.crisis["id"]), float(one.first.value)))
    row = top.first
    return upper_first(
        lang.plural(
            *TITLES[top.who],
            as_said(float(row.value)),
            n=qualified(lang, row.obs_status, lang.compact(float(row.value))),
            where=lang.place(row.origin, "to"),
            out=lang.pick(top.crisis["out"]),
        )
    )


def crisis_notes(lang: Language, found: Sequence[CrisisFigure]) -> tuple[str, ...]:
    """Say how the rows are to be read."""
    told = [
        lang.text(
            "Each mark is one count: the latest running total of an operation, or its only "
            "figure. Counts overlap and were made by different bodies: they are never added."
        ),
        lang.text(
            "“Payer not said” holds people who bought their own ticket, who were brought by their "
            "State, and who came on foot: the ministries count them together."
        ),
        lang.text(
            "People brought out of Syria and Iraq are in the part on flights and missions, "
            "refugees with that status in the part on refugees."
        ),
    ]
    told += [
        lang.text(
            "{place}, {crisis}: of {all} who came home, {n} came on free flights of the State.",
            place=lang.place(one.first.origin),
            crisis=lang.pick(one.crisis["title"]),
            all=qualified(lang, other.first.obs_status, lang.number(float(other.first.value))),
            n=lang.number(float(one.first.value)),
        )
        for one in found
        for other in found
        if one.who == "state"
        and other.who == "any"
        and one.crisis["id"] == other.crisis["id"]
        and one.first.origin == other.first.origin
    ]
    return tuple(told)


def crisis_missing(lang: Language, found: Sequence[CrisisFigure], countries: Sequence[str]) -> str:
    """Name the crises and countries without a figure, and the publications that would have it."""
    told = [
        lang.text(
            "{crisis} — {places}",
            crisis=lang.pick(crisis["title"]),
            places=lang.listing([lang.place(code) for code in absent]),
        )
        for crisis, absent in untold(found, countries)
    ]
    if not told:
        return ""
    gaps = lang.text("No figure found, which is not a zero. {list}.", list="; ".join(told))
    return f"{gaps} {would_fill(lang, 'crisis')}"
