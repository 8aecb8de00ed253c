"""The words of each corridor measure: what was counted, and the sentences that say a finding."""

from collections.abc import Sequence
from dataclasses import dataclass

from components.language import N_, NP_, Language
from components.language.language import as_said
from data.measures.catalogue import CorridorMeasure
from data.measures.corridors import FIVE


@dataclass(frozen=True)
class Words:
    """The messages of one measure; all but `name` and `what` are pairs of plural forms.

    Attributes
    ----------
    name : str
        Its name in the menu.
    what : str
        What was counted: unit and population, for subtitles.
    pair : (str, str)
        One corridor: ``n``, ``from_start``, ``in_start``, ``to_end``, ``in_end``, ``period``.
    out, into : (str, str)
        All corridors away from, or towards, some countries: ``n``, ``who``, ``period``.
    who_out, who_into : str
        Form of the countries' names in `out` and `into`: ``in``, ``from`` or ``to``.
    top_out, top_into : str
        Form of the biggest partner's name.
    """

    name: str
    what: str
    pair: tuple[str, str]
    out: tuple[str, str]
    into: tuple[str, str]
    who_out: str = "from"
    who_into: str = "to"
    top_out: str = "to"
    top_into: str = "from"


RETURNS_OUT = NP_(
    "{n} return {who} in {period}",
    "{n} returns {who} in {period}",
)
WORDS = {
    "stock": Words(
        N_("People living abroad"),
        N_("People by country of birth, on 1 July"),
        NP_(
            "{n} person born {in_start} lived {in_end} in {period}",
            "{n} people born {in_start} lived {in_end} in {period}",
        ),
        NP_(
            "{n} person born {who} lived outside the country of birth in {period}",
            "{n} people born {who} lived outside their country of birth in {period}",
        ),
        NP_(
            "{n} person born in another country lived {who} in {period}",
            "{n} people born in another country lived {who} in {period}",
        ),
        "in", "in", "in", "from",
    ),
    "flow": Words(
        N_("Moves in five years (modelled)"),
        N_("People who changed their country of residence in five years, modelled"),
        NP_(
            "An estimated {n} person moved {from_start} {to_end} in {period}",
            "An estimated {n} people moved {from_start} {to_end} in {period}",
        ),
        NP_(
            "An estimated {n} person moved away {who} in {period}",
            "An estimated {n} people moved away {who} in {period}",
        ),
        NP_(
            "An estimated {n} person moved {who} in {period}",
            "An estimated {n} people moved {who} in {period}",
        ),
    ),
    "refugees": Words(
        N_("Refugees"),
        N_("Refugees and other people in need of international protection, end of year"),
        NP_(
            "{n} refugee or other person in need of protection {from_start} was {in_end} "
            "at the end of {period}",
            "{n} refugees and other people in need of protection {from_start} were {in_end} "
            "at the end of {period}",
        ),
        NP_(
            "{n} refugee or other person in need of protection {who} was abroad "
            "at the end of {period}",
            "{n} refugees and other people in need of protection {who} were abroad "
            "at the end of {period}",
        ),
        NP_(
            "{n} refugee or other person in need of protection was {who} at the end of {period}",
            "{n} refugees and other people in need of protection were {who} "
            "at the end of {period}",
        ),
        "from", "in", "in", "from",
    ),
    "asylum": Words(
        N_("Asylum-seekers"),
        N_("People with a claim not yet decided, end of year"),
        NP_(
            "{n} person {from_start} was waiting for a decision on asylum {in_end} "
            "at the end of {period}",
            "{n} people {from_start} were waiting for a decision on asylum {in_end} "
            "at the end of {period}",
        ),
        NP_(
            "{n} person {who} was waiting for a decision on asylum at the end of {period}",
            "{n} people {who} were waiting for a decision on asylum at the end of {period}",
        ),
        NP_(
            "{n} person was waiting for a decision on asylum {who} at the end of {period}",
            "{n} people were waiting for a decision on asylum {who} at the end of {period}",
        ),
        "from", "in", "in", "from",
    ),
    "permits": Words(
        N_("Residence permits in Europe"),
        N_("Valid residence permits of citizens, on 31 December"),
        NP_(
            "{n} citizen {from_start} held a valid residence permit {in_end} "
            "at the end of {period}",
            "{n} citizens {from_start} held valid residence permits {in_end} "
            "at the end of {period}",
        ),
        NP_(
            "{n} citizen {who} held a valid residence permit in Europe at the end of {period}",
            "{n} citizens {who} held valid residence permits in Europe at the end of {period}",
        ),
        NP_(
            "{n} person held a valid residence permit {who} at the end of {period}",
            "{n} people held valid residence permits {who} at the end of {period}",
        ),
        "from", "in", "in", "from",
    ),
    "remittances": Words(
        N_("Remittances"),
        N_("US dollars sent in the year, modelled"),
        NP_(
            "An estimated {n} US dollar was sent {from_start} {to_end} in {period}",
            "An estimated {n} US dollars was sent {from_start} {to_end} in {period}",
        ),
        NP_(
            "An estimated {n} US dollar was sent home {who} in {period}",
            "An estimated {n} US dollars was sent home {who} in {period}",
        ),
        NP_(
            "An estimated {n} US dollar was sent {who} in {period}",
            "An estimated {n} US dollars was sent {who} in {period}",
        ),
    ),
    "uk_voluntary": Words(
        N_("Voluntary returns from the United Kingdom"),
        N_(
            "Voluntary returns in the year, by nationality: assisted, controlled "
            "and other verified"
        ),
        NP_(
            "{n} voluntary return {from_start} {to_end} in {period}",
            "{n} voluntary returns {from_start} {to_end} in {period}",
        ),
        RETURNS_OUT,
        NP_(
            "{n} voluntary return from the United Kingdom {who} in {period}",
            "{n} voluntary returns from the United Kingdom {who} in {period}",
        ),
    ),
    "uk_assisted": Words(
        N_("Assisted returns from the United Kingdom"),
        N_("Assisted returns in the year, by nationality: a part of the voluntary ones"),
        NP_(
            "{n} assisted return {from_start} {to_end} in {period}",
            "{n} assisted returns {from_start} {to_end} in {period}",
        ),
        RETURNS_OUT,
        NP_(
            "{n} assisted return from the United Kingdom {who} in {period}",
            "{n} assisted returns from the United Kingdom {who} in {period}",
        ),
    ),
    "uk_enforced": Words(
        N_("Enforced returns from the United Kingdom"),
        N_("Enforced returns in the year, by nationality; refusals at the border apart"),
        NP_(
            "{n} enforced return {from_start} {to_end} in {period}",
            "{n} enforced returns {from_start} {to_end} in {period}",
        ),
        RETURNS_OUT,
        NP_(
            "{n} enforced return from the United Kingdom {who} in {period}",
            "{n} enforced returns from the United Kingdom {who} in {period}",
        ),
    ),
    "eu_ordered": Words(
        N_("Returns from Europe after an order to leave"),
        N_("Citizens returned to a non-EU country after an order to leave, in the year"),
        NP_(
            "{n} citizen of the country returned {from_start} {to_end} or another non-EU country "
            "after an order to leave in {period}",
            "{n} citizens of the country returned {from_start} {to_end} or another non-EU country "
            "after an order to leave in {period}",
        ),
        RETURNS_OUT,
        NP_(
            "{n} person returned from Europe {who} or another non-EU country "
            "after an order to leave in {period}",
            "{n} people returned from Europe {who} or another non-EU country "
            "after an order to leave in {period}",
        ),
    ),
    "frontex_enforced": Words(
        N_("Enforced returns coordinated by Frontex"),
        N_("People returned in operations that Frontex coordinated, in the year"),
        NP_(
            "{n} person was returned {from_start} {to_end} in operations coordinated by Frontex "
            "in {period}",
            "{n} people were returned {from_start} {to_end} in operations coordinated by Frontex "
            "in {period}",
        ),
        RETURNS_OUT,
        NP_(
            "{n} person was returned {who} in operations coordinated by Frontex in {period}",
            "{n} people were returned {who} in operations coordinated by Frontex in {period}",
        ),
    ),
    "frontex_voluntary": Words(
        N_("Humanitarian voluntary returns with Frontex"),
        N_("People on humanitarian voluntary return flights, in the year"),
        NP_(
            "{n} person returned {from_start} {to_end} on a humanitarian flight in {period}",
            "{n} people returned {from_start} {to_end} on humanitarian flights in {period}",
        ),
        RETURNS_OUT,
        NP_(
            "{n} person returned {who} on a humanitarian flight in {period}",
            "{n} people returned {who} on humanitarian flights in {period}",
        ),
    ),
}  # fmt: skip


def period(lang: Language, measure: CorridorMeasure, year: int) -> str:
    """Write a year, or the five years that end with it."""
    return f"{year - 5}–{year}" if measure.methods else str(year)


def pair_sentence(
    lang: Language,
    measure: CorridorMeasure,
    start: str,
    end: str,
    year: int,
    value: float,
    figures: int = 3,
) -> str:
    """Say one corridor as a whole sentence, rounded to some significant figures."""
    return lang.plural(
        *WORDS[measure.id].pair,
        as_said(value, figures),
        n=lang.compact(value, figures),
        from_start=lang.place(start, "from"),
        in_start=lang.place(start, "in"),
        to_end=lang.place(end, "to"),
        in_end=lang.place(end, "in"),
        period=period(lang, measure, year),
    )


def group_sentence(
    lang: Language,
    measure: CorridorMeasure,
    side: str,
    countries: Sequence[str],
    year: int,
    value: float,
) -> str:
    """Say the sum over corridors that lead out of (``from``) or into (``to``) some countries."""
    words = WORDS[measure.id]
    message, form = (words.out, words.who_out) if side == "from" else (words.into, words.who_into)
    return lang.plural(
        *message,
        as_said(value),
        n=lang.compact(value),
        who=who(lang, countries, form),
        period=period(lang, measure, year),
    )


def who(lang: Language, countries: Sequence[str], form: str) -> str:
    """Name some of the five countries in a sentence; all five are “Central Asia”."""
    if set(countries) == set(FIVE):
        return lang.place("R_CENTRAL_ASIA", form)
    return lang.listing([lang.place(code, form) for code in countries])
