"""What a state is called where a document does not say what it means there."""

from components.documents.states import State
from components.language import N_

STATE_NAMES: dict[State, str] = {
    "plain": "",
    "yes": N_("yes"),
    "part": N_("in part"),
    "no": N_("no"),
    "unknown": N_("not known"),
    "estimate": N_("estimate"),
    "none": N_("not found"),
    "hole": N_("not found"),
    "away": N_("not applicable"),
}
