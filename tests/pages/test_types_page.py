"""The page of flow types: one cell of the matrix in hand, one way of counting compared."""

import pytest

from components.controls.types import CELLS
from data.areas import FIVE
from data.measures.catalogue import SERIES, TYPES, of_type
from data.measures.flow_types import TABLES
from data.measures.series_figures import all_countries
from tests.opening import choose, control, open_page
from tests.support import table


def cards_of(app) -> set[str]:
    keys = {str(group.key) for group in app.button_group}
    return {key.removeprefix("face-") for key in keys if key.startswith("face-")}


def offered(app, key) -> int:
    return len(control(app, key).options)


def asked(app, name):
    found = app.query_params.get(name, "")
    return found[0] if isinstance(found, list) else found


@pytest.mark.parametrize("lang", ["en", "ru"])
@pytest.mark.parametrize("flow_type", TYPES)
def test_every_type_has_its_cell_its_figures_and_its_comparison(flow_type, lang):
    app = open_page("flow-types", lang=lang, cell=f"TKM.{flow_type}")
    assert not app.exception
    assert not app.error
    assert cards_of(app) == {"types-matrix", "types-cell"}
    choose(app, "closer", "compare")
    assert cards_of(app) == {"types-matrix", "types-compare"}
    assert offered(app, "measure") == len(of_type(flow_type))


def test_every_cell_of_the_matrix_can_be_chosen_without_a_click():
    app = open_page("flow-types", lang="en")
    assert offered(app, "cell") == len(CELLS) == 5 * len(TYPES)
    choose(app, "cell", "UZB.transit")
    assert not app.exception
    assert asked(app, "cell") == "UZB.transit"


def test_the_cell_of_a_reader_who_has_chosen_none_is_of_a_country_that_is_shown():
    app = open_page("flow-types", lang="en", countries="UZB")
    assert control(app, "cell").value == f"UZB.{TYPES[0]}"
    assert "Labour migration, Uzbekistan" in " ".join(str(one.value) for one in app.html)


def test_a_way_of_counting_of_another_type_falls_back_to_the_first():
    app = open_page("flow-types", lang="en", cell="KAZ.transit", measure="kandas", closer="compare")
    assert not app.exception
    assert asked(app, "measure") == ""
    assert control(app, "measure").value == of_type("transit")[0].id


@pytest.mark.parametrize("flow_type", ["labour", "return"])
def test_countries_are_first_compared_by_a_way_that_has_all_of_them(flow_type):
    app = open_page("flow-types", lang="en", cell=f"KAZ.{flow_type}", closer="compare")
    chosen = SERIES[control(app, "measure").value]
    tables = {name: table(name) for name in TABLES}
    assert set(all_countries(tables, chosen)["country"]) == set(FIVE)


def test_a_country_left_out_leaves_its_column():
    app = open_page("flow-types", lang="en", countries="KGZ,TJK")
    assert not app.exception
    told = " ".join(str(one.value) for one in app.html)
    assert "Of 16 cells" in told


@pytest.mark.parametrize("cell", ["x", "KAZ", "KAZ.", ".labour", "RUS.labour", "KAZ.labour.x"])
def test_nonsense_is_left_out_of_the_link(cell):
    app = open_page("flow-types", cell=cell, measure="<b>", per="mile", countries="DEU")
    assert not app.exception
    assert not app.error
    assert not {"cell", "measure", "per", "countries"} & set(app.query_params)
