"""The choices of the page of flow types: whose, which cell of the matrix, counted how."""

import streamlit as st

from components.card.document import choose_cell
from components.controls import common
from components.documents.model import Document
from components.frame.state import Choices
from components.language import N_, Language
from components.view import View
from components.views.types.filters import PER, TypesFilters
from components.views.types.words import name_of, type_of
from data.areas import FIVE
from data.measures.catalogue import SERIES, TYPES, compared_by, of_type

CELLS = tuple(f"{country}.{flow_type}" for country in FIVE for flow_type in TYPES)
PER_NAMES = {"absolute": N_("Numbers"), "per_1000": N_("Per 1,000 inhabitants")}
MATRIX = "cells"  # key of the matrix that is clicked


def read_filters(choices: Choices) -> TypesFilters:
    """Read the filters from the choices; what does not fit falls back to the default."""
    country, flow_type = choices.one("cell", CELLS, CELLS[0]).split(".")
    ways = tuple(one.id for one in of_type(flow_type))
    return TypesFilters(
        countries=choices.several("who", FIVE, FIVE, shared=True),
        flow_type=flow_type,
        country=country,
        measure=choices.one("yardstick", ways, compared_by(flow_type)),
        per=choices.one("per", PER, PER[0]),
    )


def draw_matrix(view: View, lang: Language, filters: TypesFilters) -> None:
    """Draw the matrix; a click on a cell opens its own view below."""
    if isinstance(view.figure, Document):
        chosen = f"{filters.country}.{filters.flow_type}"
        choose_cell(view.figure, lang, MATRIX, view.title, chosen, _choose)


def _choose(code: str) -> None:
    st.session_state["cell"] = code


def show_cell(lang: Language) -> None:
    """Show the choice of a cell, for those who do not click on the matrix."""
    common.listed(lang.text("Cell of the matrix"), CELLS, lambda one: _cell(lang, one), "cell")


def _cell(lang: Language, code: str) -> str:
    country, flow_type = code.split(".")
    return f"{lang.place(country)} · {type_of(lang, flow_type)}"


def show_comparison(filters: TypesFilters, lang: Language, narrow: bool) -> None:
    """Show the choices of the comparison: the way of counting, and its unit.

    Parameters
    ----------
    filters : TypesFilters
        The choices as they are.
    lang : Language
        The reader's language.
    narrow : bool
        Whether the two stand below one another.
    """
    ways = tuple(one.id for one in of_type(filters.flow_type))
    with st.container(key="compare", horizontal=not narrow, gap="small" if narrow else "large"):
        common.listed(
            lang.text("What is counted"),
            ways,
            lambda one: name_of(lang, SERIES[one]),
            "yardstick",
        )
        common.one_of(lang.text("Measured in"), PER, lambda one: lang.text(PER_NAMES[one]), "per")
