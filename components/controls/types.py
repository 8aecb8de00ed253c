"""The choices of the page of flow types: whose, which cell of the matrix, counted how."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from components.controls.choice import Choice, ChoiceSet, Option, countries, messages
from components.frame.memory import ask
from components.frame.page import Page
from components.language import N_, Language
from components.style.plotly_locale import config as plotly_config
from components.view import View
from components.views.types.filters import PER, TypesFilters
from components.views.types.words import name_of, type_of
from data.areas import FIVE
from data.measures.yardsticks import TYPES, compared_by, of_type, yardstick

USUAL = TypesFilters()
CELLS = tuple(f"{country}.{flow_type}" for country in FIVE for flow_type in TYPES)
PER_NAMES = {"absolute": N_("Numbers"), "per_1000": N_("Per 1,000 inhabitants")}
MATRIX = "cells"  # key of the matrix that is clicked


def _ways(filters: TypesFilters) -> tuple[str, ...]:
    return tuple(one.id for one in of_type(filters.flow_type))


def _first_way(filters: TypesFilters, _: Sequence[Option]) -> str:
    return compared_by(filters.flow_type)


def _cell(filters: TypesFilters, code: str) -> TypesFilters:
    country, flow_type = code.split(".")
    return replace(filters, country=country, flow_type=flow_type)


def _cell_name(lang: Language, code: str, _: TypesFilters) -> str:
    country, flow_type = code.split(".")
    return f"{lang.place(country)} · {type_of(lang, flow_type)}"


CHOICES = ChoiceSet[TypesFilters](
    USUAL,
    (
        countries(USUAL),
        Choice("cell", N_("Cell of the matrix"), CELLS, _cell_name, form="list", into=_cell),
        Choice(
            "yardstick",
            N_("What is counted"),
            _ways,
            lambda lang, way, _: name_of(lang, yardstick(way)),
            form="list",
            default=_first_way,
        ),
        Choice("per", N_("Measured in"), PER, messages(PER_NAMES)),
    ),
)


def draw_matrix(view: View, page: Page[TypesFilters]) -> None:
    """Draw the matrix; a click on a cell opens its own view below.

    Parameters
    ----------
    view : View
        Its figure has one point a cell, row by row.
    page : Page
        Its chosen countries are the columns.
    """
    st.plotly_chart(
        view.figure,
        theme=None,
        key=MATRIX,
        config=plotly_config(page.lang),
        alt=view.alt,
        on_select=lambda: _clicked(page.filters.countries),
        selection_mode="points",
    )


def _clicked(columns: tuple[str, ...]) -> None:
    points = st.session_state[MATRIX]["selection"]["points"]
    if points:
        row, column = divmod(int(points[0]["point_index"]), len(columns))
        ask(cell=f"{columns[column]}.{TYPES[row]}")
