"""What each mark means, on every page: its name, and what more a document says of it."""

from collections.abc import Mapping

from components.documents.states import State
from components.language import N_, Language

STATE_NAMES: dict[State, str] = {
    "plain": "",
    "yes": N_("yes"),
    "part": N_("in part"),
    "no": N_("no"),
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
        Translated words that say what it is here, such as “signed, but not ratified”; what
        ``plain`` means is said by them alone.
    """
    return {
        state: lang.text("{head}: {words}", head=lang.text(STATE_NAMES[state]), words=words)
        if STATE_NAMES[state]
        else words
        for state, words in said.items()
    }
