"""The choices of the page on policy: countries, what is looked at, and how."""

import streamlit as st

from components.controls import common
from components.frame.state import Choices
from components.language import Language
from components.views.policy.chronicle import KIND_NAMES
from components.views.policy.filters import AGREEMENTS, ALL, FAMILIES, PolicyFilters
from data.areas import FIVE
from data.measures.chronology import KINDS


def read_filters(choices: Choices) -> tuple[PolicyFilters, str, str]:
    """Read the filters, the view of instruments and the view of agreements.

    What does not fit falls back to the default.
    """
    filters = PolicyFilters(
        countries=choices.several("who", FIVE, FIVE, shared=True),
        beside=choices.flag("beside"),
        kind=choices.one("kind", (ALL, *KINDS), ALL),
    )
    family = choices.one("instrument", tuple(FAMILIES), "treaties")
    agreements = choices.one("agreements", tuple(AGREEMENTS), "matrix")
    return filters, FAMILIES[family], AGREEMENTS[agreements]


def show_controls(lang: Language, narrow: bool) -> None:
    """Show the choices that the page shares: countries, and the kind of instrument."""
    if narrow:
        with st.expander(lang.text("Filters"), key="filters"):
            _controls(lang)
    else:
        with st.container(key="filters", horizontal=True, gap="large"):
            _controls(lang)


def _controls(lang: Language) -> None:
    names = {
        "treaties": lang.text("Treaties"),
        "memberships": lang.text("Bodies and pledges"),
        "votes": lang.text("Votes"),
        "visas": lang.text("Visas"),
        "citizenship": lang.text("Citizenship"),
    }
    common.one_of(lang.text("Instrument"), tuple(FAMILIES), names.__getitem__, "instrument")
    common.countries(lang)
    st.toggle(lang.text("Show other countries beside them"), key="beside")


def show_agreements(lang: Language) -> None:
    """Show the choice of how agreements on readmission are laid out."""
    names = {"matrix": lang.text("Who with whom"), "timeline": lang.text("From signing to force")}
    common.one_of(lang.text("Agreements as"), tuple(AGREEMENTS), names.__getitem__, "agreements")


def show_kinds(lang: Language) -> None:
    """Show the choice of what stands on the timeline."""
    common.one_of(
        lang.text("Kind of step"), (ALL, *KINDS), lambda kind: lang.text(KIND_NAMES[kind]), "kind"
    )
