"""Where a country stands to an instrument: one rule, by which every page gives one mark."""

from typing import Literal

State = Literal["yes", "part", "no", "unknown", "none"]

# ``unknown``: a source says that it is not known. ``none``: no record of a part or a vote.
STATES: dict[str, State] = {
    **dict.fromkeys(
        (
            "party",
            "ratified",
            "acceded",
            "succeeded",
            "in_force",
            "member",
            "participant",
            "partner",
            "adopted",
            "published",
            "in_operation",
            "launched",
            "signed",
            "in_favour",
        ),
        "yes",
    ),
    **dict.fromkeys(
        (
            "ratified_by_national_law",
            "observer",
            "associate",
            "dialogue_partner",
            "member_unconfirmed",
            "in_preparation",
            "negotiating",
            "initialled",
            "signed_not_ratified",
            "reported",
            "held",
            "abstained",
        ),
        "part",
    ),
    **dict.fromkeys(("not_party", "not_member", "not_partner", "not_participant", "against"), "no"),
    "unknown": "unknown",
    "not_voting": "none",  # an absence, which is no answer
}


def state_of(status: str) -> State:
    """Return where a country with a status stands; without one, ``none``."""
    return STATES[status] if status else "none"
