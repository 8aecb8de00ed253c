"""The choices of the page of flow types: whose, which cell of the matrix, counted how."""

from collections.abc import Sequence
from dataclasses import replace

from components.card.document import choose_cell
from components.documents.model import Document
from components.frame.page import Page
from components.language import N_, Language
from components.session.choice import Choice, ChoiceSet, Option, Part, countries, messages
from components.session.memory import ask
from components.view import View
from components.views.types.filters import PER, TypesFilters
from components.views.types.words import name_of, type_of
from data.areas import FIVE
from data.measures.catalogue import SERIES, TYPES, compared_by, of_type

USUAL = TypesFilters()
CELLS = tuple(f"{country}.{flow_type}" for country in FIVE for flow_type in TYPES)
PER_NAMES = {"absolute": N_("Numbers"), "per_1000": N_("Per 1,000 inhabitants")}
MATRIX = "cells"  # key of the matrix that is clicked


def _ways(filters: TypesFilters) -> tuple[str, ...]:
    return tuple(one.id for one in of_type(filters.flow_type))


def _first_way(filters: TypesFilters, _: Sequence[Option]) -> str:
    return compared_by(filters.flow_type)


def _first_cell(filters: TypesFilters, _: Sequence[Option]) -> str:
    """Return the cell of a reader who has chosen none: of the first country that is shown."""
    return f"{(filters.countries or FIVE)[0]}.{TYPES[0]}"


def _cell(filters: TypesFilters, code: str) -> TypesFilters:
    country, flow_type = code.split(".")
    return replace(filters, country=country, flow_type=flow_type)


def _cell_name(lang: Language, code: str, _: TypesFilters) -> str:
    country, flow_type = code.split(".")
    return f"{lang.place(country)} · {type_of(lang, flow_type)}"


PARTS = (
    Part[TypesFilters]("cell", N_("One country, one flow type"), ("types-cell",), ("cell",)),
    Part[TypesFilters](
        "compare",
        N_("Countries side by side"),
        ("types-compare",),
        ("cell", "measure", "per"),
        words=N_("One way of counting at a time; ways of counting are never joined."),
    ),
    Part[TypesFilters]("rule", N_("How each figure is chosen"), ()),
)
CHOICES = ChoiceSet[TypesFilters](
    USUAL,
    (
        countries(USUAL),
        Choice(
            "cell",
            N_("Country and flow type"),
            CELLS,
            _cell_name,
            form="list",
            default=_first_cell,
            help=N_("One cell to look at closely; a click on the matrix selects it, too."),
            into=_cell,
        ),
        Choice(
            "measure",
            N_("What is counted"),
            _ways,
            lambda lang, way, _: name_of(lang, SERIES[way]),
            form="list",
            default=_first_way,
            help=N_("The one way of counting by which countries are compared."),
            former=("yardstick",),
        ),
        Choice(
            "per",
            N_("Measured in"),
            PER,
            messages(PER_NAMES),
            help=N_("As counted, or set against the number of inhabitants."),
        ),
    ),
    views=lambda _: ("types-matrix",),
    parts=lambda _: PARTS,
)


def draw_matrix(view: View, page: Page[TypesFilters]) -> None:
    """Draw the matrix; a click on a cell opens its own view below."""
    if isinstance(view.figure, Document):
        chosen = f"{page.filters.country}.{page.filters.flow_type}"
        choose_cell(view.figure, page.lang, MATRIX, view.title, chosen, _choose)


def _choose(code: str) -> None:
    ask(cell=code, closer="cell")


def show_returns(page: Page[TypesFilters]) -> None:
    """Show the ways to the pages of return, where return is compared."""
    lang = page.lang
    if page.filters.flow_type == "return":
        page.leads(
            ("returns", lang.text("Returns by kind"), {}),
            ("avrr", lang.text("Assisted return"), {}),
            ("counter-streams", lang.text("Counter-streams"), {}),
        )
