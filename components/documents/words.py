"""What each mark means, on every page: its name, and what more a document says of it."""

from collections.abc import Mapping

from components.documents.states import State
from components.language import N_, Language

STATE_NAMES: dict[State, str] = {
    "plain": "",
    "yes": N_("yes"),
    "part": N_("in part"),
    "several": N_("years together"),
    "no": N_("no"),
    "official": N_("official statistics"),
    "relayed": N_("official figure via the press"),
    "press": N_("press only"),
    "other": N_("counted by another body only"),
    "unknown": N_("not known or in doubt"),
    "estimate": N_("estimate"),
    "none": N_("not found"),
    "hole": N_("not found"),
    "away": N_("not applicable"),
}


def meanings(lang: Language, said: Mapping[State, str]) -> dict[State, str]:
    """Return what the marks of a document mean: the name that each has everywhere, and more.

    Parameters
    ----------
    said : mapping of State to str
        Translated words that say what it is here, such as “signed, but not ratified”; none where
        the name says all. What ``plain`` means is said by them alone.
    """
    return {state: _named(lang, STATE_NAMES[state], words) for state, words in said.items()}


def _named(lang: Language, name: str, words: str) -> str:
    if not name:
        return words
    head = lang.text(name)
    return lang.text("{head}: {words}", head=head, words=words) if words not in ("", head) else head
