"""The choices of the page of SDG target 10.7."""

import streamlit as st

from components.controls import common
from components.frame.state import Choices
from components.language import Language
from components.language.language import N_
from components.views.sdg.filters import INDICATORS, WORDS, SdgFilters
from components.views.sdg.scorecard import WORD_NAMES
from data.areas import FIVE

INDICATOR_NAMES = {
    "10.7.2": N_("10.7.2 Migration policies"),
    "10.7.3": N_("10.7.3 Deaths and disappearances"),
    "10.7.4": N_("10.7.4 Refugees by origin"),
    "10.c.1": N_("10.c.1 Cost of sending money"),
    "16.2.2": N_("16.2.2 Victims of trafficking"),
    "tiers": N_("US report on trafficking: tiers"),
    "10.7.1": N_("10.7.1 Cost of recruitment"),
}


def read_filters(choices: Choices) -> SdgFilters:
    """Read the filters from the choices; what does not fit falls back to the default."""
    return SdgFilters(
        countries=choices.several("who", FIVE, FIVE, shared=True),
        word=choices.one("word", ("all", *WORDS), "all"),
        indicator=choices.one("indicator", tuple(INDICATORS), SdgFilters.indicator),
    )


def show_controls(filters: SdgFilters, lang: Language, narrow: bool) -> None:
    """Show the choices that the page shares: countries, and the word of the scorecard.

    Parameters
    ----------
    filters : SdgFilters
        The choices as they are.
    narrow : bool
        Whether the controls fold into one line.
    """
    if narrow:
        label = lang.text("Filters: {measure}", measure=lang.text(WORD_NAMES[filters.word]))
        with st.expander(label, key="filters"):
            _controls(lang)
    else:
        with st.container(key="filters", horizontal=True, gap="large"):
            _controls(lang)


def _controls(lang: Language) -> None:
    common.countries(lang)
    common.one_of(
        lang.text("Word of the target"),
        ("all", *WORDS),
        lambda word: lang.text(WORD_NAMES[word]),
        "word",
    )


def show_indicator(lang: Language) -> None:
    """Show the choice of the indicator of the closer look."""
    common.listed(
        lang.text("Indicator"),
        tuple(INDICATORS),
        lambda code: lang.text(INDICATOR_NAMES[code]),
        "indicator",
    )
