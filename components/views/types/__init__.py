"""Views of flow types: what kinds of migration each country has, and how that is known."""

from components.views.spec import ViewSpec
from components.views.types.cell import types_cell
from components.views.types.compare import types_compare
from components.views.types.matrix import types_matrix
from data.measures.flow_types import TABLES

VIEWS: dict[str, ViewSpec] = {
    "types-matrix": ViewSpec(types_matrix, TABLES, ("countries",)),
    "types-cell": ViewSpec(types_cell, TABLES, ("flow_type", "country")),
    "types-compare": ViewSpec(
        types_compare, (*TABLES, "population"), ("countries", "measure", "per")
    ),
}
