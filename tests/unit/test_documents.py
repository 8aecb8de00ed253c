"""Documents: grids and panels, what they say, and the HTML that they become."""

import re

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.documents.html import document_html
from components.documents.model import (
    Cell,
    Document,
    Grid,
    Group,
    Line,
    Link,
    Panel,
    Panels,
    Row,
    grouped,
    lines,
    one_grid,
)
from components.documents.slopes import Bar, Slope, segments
from components.documents.states import MARKS, STATES
from components.documents.words import STATE_NAMES
from components.language import language
from components.style.theme import FLOW_COLOURS, LIGHT
from components.style.variables import variables
from tests.document_contract import is_sound, marks_data, parsed
from tests.support import WHOLE

EN = language("en")
RAW = "<script>alert(1)</script>\"'&amp;</td></table>"


def grid(*cells: Cell, **more: object) -> Document:
    heads = tuple(f"H{n}" for n in range(len(cells)))
    return Document((Grid(heads, (Group((Row("Row", cells),)),), "Corner", **more),))


def page(document: Document, chosen: str | None = None):
    return parsed(document_html(document, EN, "name", "Title", chosen))


@pytest.mark.parametrize("field", ["value", "unit", "words", "tip", "code"])
def test_nothing_in_a_cell_is_read_as_markup(field):
    document = grid(Cell(words="known"), Cell(**{"words": "x", field: RAW}))
    assert not page(document, "").all("script")
    is_sound(document, "Title", EN)


@pytest.mark.parametrize("field", ["head", "value", "unit", "foot"])
def test_nothing_in_a_panel_is_read_as_markup(field):
    document = Document((Panels((Panel(**{"head": "a", field: RAW}),), RAW, RAW),))
    assert not page(document).all("script")
    is_sound(document, "Title", EN)


@given(st.text(min_size=1), st.text(), st.sampled_from(STATES))
def test_any_words_in_any_state_are_a_sound_document(words, unit, state):
    if not words.isprintable() or not words.strip():
        words = "words"
    unit = unit if unit.isprintable() else ""
    cell = Cell(state, words=words, unit=unit, tip=words)
    panel = Panel(words, words, unit, (Line(words, state, words),), words, state)
    group = Group((Row(words, (cell,)),), words, words)
    is_sound(Document((Grid(("A",), (group,)), Panels((panel,)))), "Title", EN)


@pytest.mark.parametrize("lang", WHOLE)
@pytest.mark.parametrize("state", [state for state in STATES if state != "plain"])
def test_a_cell_that_only_has_a_state_is_told_in_words(state, lang):
    told = document_html(grid(Cell(state)), language(lang), "name", "Title")
    [cell] = parsed(told).all("tbody")[0].all("td")
    assert language(lang).text(STATE_NAMES[state]) in cell.text


def test_the_name_of_a_mark_is_heard_before_the_words():
    document = one_grid(
        ["A"], (Group((Row("R", (Cell("yes", words="2002"),)),)),), {"yes": "yes: bound"}
    )
    [cell] = page(document).all("tbody")[0].all("td")
    assert cell.text == "yes: 2002"


def test_the_legend_has_the_states_that_occur_and_no_other():
    key = {"yes": "bound", "no": "not bound", "none": "nothing found"}
    document = one_grid(["A", "B"], (Group((Row("R", (Cell("none"), Cell("yes"))),)),), key)
    assert [words for _, words in document.legend] == ["bound", "nothing found"]
    assert "not bound" not in page(document).text


def test_a_sheet_of_marks_has_one_mark_for_one_meaning():
    shown = [mark for state, mark in MARKS.items() if mark and state != "hole"]
    assert len(shown) == len(set(shown))


def test_cells_are_a_choice_of_one_only_where_one_can_be_chosen():
    document = grid(Cell(words="a", code="KAZ.labour"), Cell(words="b"))

    def offered(chosen=None):
        inputs = page(document, chosen).all("input")
        return [one for one in inputs if "data-code" in one.attributes]

    assert not offered()
    [chosen] = offered("KAZ.labour")
    assert chosen.attributes["data-code"] == "KAZ.labour"
    assert "checked" in chosen.attributes
    [other] = offered("UZB.labour")
    assert "checked" not in other.attributes
    assert document.codes == {"KAZ.labour"}


@pytest.mark.parametrize(
    ("magnitude", "written"), [(0.0, "0"), (0.5, "0.5"), (1.0, "1"), (7.0, "1"), (-1.0, "0")]
)
def test_fill_is_a_share_of_one_ramp(magnitude, written):
    [cell] = page(grid(Cell(value="5", magnitude=magnitude))).all("tbody")[0].all("td")
    assert cell.attributes["style"] == f"--m:{written}"


def test_a_small_line_is_a_mask_in_the_colour_of_its_name():
    slope = Slope(segments([2000, 2001, 2003], [1, 2, 4], (2000, 2003)), "labour", ("2000", "2003"))
    [drawn] = [
        one
        for one in page(grid(Cell(value="4", inline=slope))).all("i")
        if one.attributes.get("class") == "slope"
    ]
    assert "--ink:var(--atlas-labour)" in drawn.attributes["style"]
    assert drawn.attributes["style"].count("M") == 2 * 2  # a gap, in the mask and its old name
    assert drawn.attributes["aria-hidden"] == "true"


def test_a_small_bar_stays_in_its_cell():
    told = document_html(grid(Cell(value="4", inline=Bar(3.0))), EN, "name", "Title")
    assert "--m:1'" in told


def test_steps_are_an_ordered_list_and_others_are_not():
    for form, tag in (("steps", "ol"), ("cards", "ul"), ("list", "ul")):
        document = Document((Panels((Panel("a"), Panel("b")), "Head", form=form),))
        [found] = page(document).all("ol", "ul")
        assert found.tag == tag
        assert found.attributes["aria-label"] == "Head"
        assert len(found.all("li")) == 2


@pytest.mark.parametrize(
    ("address", "away"), [("https://example.org/a?b=1&c=2", True), ("/corridors?lang=en", False)]
)
def test_a_link_out_of_the_atlas_opens_beside_it(address, away):
    [link] = page(grid(Cell(words="a", link=Link("read on", address)))).all("a")
    assert link.attributes["href"] == address
    assert ("rel" in link.attributes) == away


def test_rows_of_one_heading_stand_in_one_group():
    rows = [(head, "words", Row(str(n), ())) for n, head in enumerate(["a", "a", "", "b"])]
    assert [(one.head, len(one.rows)) for one in grouped(rows)] == [("a", 3), ("b", 1)]


def test_new_lines_start_paragraphs():
    assert [one.words for one in lines("a\nb\n\nc")] == ["a", "b", "c"]


def test_every_colour_of_a_document_follows_the_mode():
    told = variables()
    for name in (*LIGHT.countries, "paper", "ink", "quiet", "rule", "primary"):
        assert re.search(rf"--atlas-{name}:light-dark\(#\w+,#\w+\);", told), name
    for name in FLOW_COLOURS:
        assert f"--atlas-{name}:#" in told


def test_a_chart_that_only_has_words_is_found_out():
    unseen = go.Scatter(x=[0], y=[0], mode="markers", marker={"opacity": 0})
    words = go.Scatter(x=[0], y=[0], mode="text", text=["words"])
    seen = (go.Scatter(x=[0, 1], y=[0, 1]), go.Bar(x=[1], y=["a"]))
    assert [marks_data(one.to_plotly_json()) for one in (unseen, words)] == [False, False]
    assert [marks_data(one.to_plotly_json()) for one in seen] == [True, True]
