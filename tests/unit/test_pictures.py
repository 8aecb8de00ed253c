"""Pictures of the atlas' own making: letters, canvas, documents, maps, charts, on every format."""

import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.card.picture import on_screen
from components.context import RenderContext
from components.documents.model import Cell, Document, Grid, Group, Line, Panel, Panels, Row
from components.maps.draw import map_body
from components.maps.drawing import MapDrawing
from components.pictures.canvas import CANVASES, DATA, SQUARE, TALL, WIDE, Words, framed
from components.pictures.chart import Chart, smallest_type
from components.pictures.divide import divided
from components.pictures.document import PANELS, ROWS, slides
from components.pictures.heights import TICKS, panels, texts
from components.pictures.slides import slides_of
from components.style import fonts
from components.style.font_recipe import widths
from components.style.fonts import balanced, cut, fold, font_css, known, longest_word, text_width
from components.style.theme import DARK, LIGHT
from components.view import View
from components.views.registry import SPECS
from tests.cases import all_cases
from tests.picture_contract import ADDRESS, faults, keeps_its_texts_apart
from tests.support import built

SVG = "{http://www.w3.org/2000/svg}"
CASES = all_cases()
RU = RenderContext("ru")
WORDS = Words("A finding", "What was counted", ("3 sources",), "Atlas", ADDRESS)
every_view = pytest.mark.parametrize("name", sorted(SPECS))


def first(name: str) -> View:
    """Return the first case of a view in Russian, whose words are the longer ones."""
    return built(name, CASES[name][0], RU)


@pytest.fixture
def letters_not_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """Which letters a picture carries is asked of every view; that they can be cut, above."""
    monkeypatch.setattr(fonts, "_face_css", lambda face, _: f"@font-face{{/*{face}*/}}")


# Letters


@given(st.text("abc где–-/ ", max_size=120), st.floats(20, 400))
def test_a_folded_text_fits_its_room_and_loses_no_letter(text, room):
    lines = fold(text, room, 20)
    assert all(text_width(line, 20) <= room for line in lines if len(line) > 1)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@settings(max_examples=50)
@given(st.text("abc где ", min_size=1, max_size=120), st.floats(60, 400))
def test_a_balanced_text_takes_no_more_lines_and_cuts_no_word(text, room):
    lines = balanced(text, room, 20)
    assert len(lines) <= len(fold(text, room, 20))
    if longest_word(text, 20) <= room:
        words = set(text.split())
        assert all(set(line.split()) <= words for line in lines)


def test_a_text_that_is_cut_fits_and_says_so():
    told = cut("A rather long name of a source of figures", 120, 16)
    assert told.endswith("…")
    assert text_width(told, 16) <= 120


@pytest.mark.parametrize(
    "letters", ["Қазақстан", "Тоҷикистон", "Кыргызстан", "Oʻzbekiston", "Türkmen"]
)
@pytest.mark.parametrize("face", ["sans", "strong", "serif"])
def test_the_faces_have_the_letters_of_the_regions_languages(letters, face):
    assert known(letters, face)


@pytest.mark.parametrize("face", fonts.FACES)
def test_the_table_of_widths_is_that_of_the_font(face):
    assert json.loads(fonts.WIDTHS.read_text("utf-8"))[face] == widths(
        fonts.FOLDER / fonts.FILES[face]
    )


def test_a_file_carries_the_faces_that_it_is_written_in_and_no_others():
    style = font_css({"sans": ["Люди"], "serif": ["Title"], "strong": [""]})
    assert style.count("@font-face") == 2
    assert "font-weight:501 900" not in style
    assert len(style) < 40_000


# Canvas


@pytest.mark.parametrize("canvas", CANVASES.values(), ids=CANVASES)
@settings(max_examples=25)
@given(title=st.text("abc def", min_size=1, max_size=260).filter(str.strip))
def test_a_title_of_any_length_leaves_room_for_the_picture(canvas, title):
    sheet, room = framed(canvas, replace(WORDS, title=title, measure=title))
    assert room.height > canvas.height / 3
    assert faults(sheet) == []


@pytest.mark.parametrize("canvas", CANVASES.values(), ids=CANVASES)
def test_the_foot_has_sources_and_address_in_one_line_however_long_they_are(canvas):
    long = f"https://{'sub.' * 60}example.org/page?{'who=KAZ&' * 90}"
    sheet, _ = framed(canvas, replace(WORDS, sources=("source " * 60, "3 sources"), address=long))
    assert faults(sheet) == []
    assert sum("source" in box.text for box in sheet.boxes) == 1


# Documents


def grid(rows: int, words: str, columns: int = 5) -> Document:
    row = Row("A row with a name that is rather long", (Cell("yes", words=words),) * columns)
    groups = tuple(Group((row,) * rows, f"Group {n}") for n in range(3))
    return Document(
        (Grid(tuple(f"Head {n}" for n in range(columns)), groups),), (("yes", "bound"),)
    )


@pytest.mark.parametrize("canvas", CANVASES.values(), ids=CANVASES)
@pytest.mark.parametrize("rows", [1, 4, 30])
def test_a_grid_of_any_length_is_shared_among_slides_and_loses_no_row(canvas, rows):
    made = slides(grid(rows, "some words of a cell"), canvas, WORDS)
    assert [faults(sheet) for sheet in made] == [[]] * len(made)
    told = [" ".join(box.text for box in sheet.boxes) for sheet in made]
    assert sum(words.count("A row") for words in told) == 3 * rows
    assert all(words.count("bound") == 1 for words in told)


def test_a_grid_with_more_columns_than_fit_is_divided_by_columns():
    made = slides(grid(2, "unpublished", 30), CANVASES["tall"], WORDS)
    assert [faults(sheet) for sheet in made] == [[]] * len(made)
    heads = [box.text for sheet in made for box in sheet.boxes if box.text.startswith("Head")]
    assert {f"Head {n}" for n in range(30)} <= set(heads)


@pytest.mark.parametrize("form", ["cards", "steps"])
def test_a_slide_has_four_panels_at_most(form):
    panel = Panel("A panel", "1,234", "people, 2024", (Line("Words " * 12, "part"),), "foot")
    made = slides(Document((Panels((panel,) * 11, form=form),)), WIDE, WORDS)
    counts = [sum(box.text == "A panel" for box in sheet.boxes) for sheet in made]
    assert sum(counts) == 11
    assert max(counts) <= PANELS
    assert [faults(sheet) for sheet in made] == [[]] * len(made)


@pytest.mark.parametrize("rows", [3, 8, 20])
def test_a_slide_has_seven_rows_at_most_in_letters_that_read_well(rows):
    made = slides(grid(rows, "words"), WIDE, WORDS)
    for sheet in made:
        sizes = [box.size for box in sheet.boxes if box.text.startswith("A row")]
        assert len(sizes) <= ROWS
        assert min(sizes) >= 26


def test_a_screen_is_filled_whatever_its_shape():
    for room in ((1920, 1080), (1440, 900), (2560, 1080), (1024, 768)):
        canvas = on_screen(room)
        assert canvas.width / canvas.height == pytest.approx(room[0] / room[1], rel=0.002)
        assert canvas.width >= WIDE.width
        assert canvas.height >= WIDE.height


@pytest.mark.usefixtures("letters_not_cut")
def test_a_picture_is_dark_where_that_is_chosen():
    dark = replace(WIDE, mode="dark")
    for name in ("corridor-map", "returns-overview", "time"):
        light, other = (slides_of(first(name), one, RU.language, ADDRESS) for one in (WIDE, dark))
        assert len(light) == len(other)
        assert DARK.paper in other[0].svg
        assert LIGHT.ink not in other[0].svg


def test_texts_that_meet_are_found():
    sheet, _ = framed(WIDE, WORDS)
    sheet.text(100, 500, "one", 22, "#000")
    sheet.text(110, 505, "other", 22, "#000")
    sheet.text(1590, 600, "outside", 22, "#000")
    sheet.text(100, 700, "small", 12, "#000")
    assert [fault.split(":")[0] for fault in faults(sheet)] == [
        "'one' on 'other'",
        "outside",
        "smaller than 16",
    ]


# Every view (on the wide format all cases but maps: tests/unit/test_registered_views.py)


@pytest.mark.parametrize("canvas", [SQUARE, TALL], ids=["square", "tall"])
@every_view
def test_no_two_texts_of_a_picture_meet_on_the_narrower_formats(name, canvas):
    keeps_its_texts_apart(first(name), canvas, RU)


def test_no_two_texts_of_a_map_meet_on_the_wide_format():
    maps = [shown for shown in map(first, SPECS) if shown.drawing]
    assert maps
    for shown in maps:
        keeps_its_texts_apart(shown, WIDE, RU)


@pytest.mark.usefixtures("letters_not_cut")
@every_view
def test_a_picture_is_a_whole_file_with_its_letters_in_it_and_shows_all_of_a_chart(name):
    shown = first(name)
    found = slides_of(shown, WIDE, RU.language, ADDRESS)
    assert bool(found) == (shown.figure is not None)
    for slide in found:
        root = ET.fromstring(slide.svg)  # noqa: S314 - the atlas' own
        assert root.find(f"{SVG}title").text == shown.title
        assert "@font-face" in root.find(f"{SVG}style").text
        assert not re.search(r'(?:href|src)="(?!https://atlas\.example\.org)', slide.svg)
        assert (slide.chart is None) == ("<!--chart-->" not in slide.svg)
    charts = [slide.chart for slide in found if slide.chart]
    assert len(charts) == (len(found) if isinstance(shown.figure, go.Figure) else 0)
    fills_its_place(charts)


def fills_its_place(charts: list[Chart]) -> None:
    """Check that a chart has large type, keeps off the foot, and that all of it is on a slide."""
    for chart in charts:
        assert chart.room.width / chart.width * smallest_type(chart.figure) >= DATA - 0.01
        assert chart.figure.layout.width == pytest.approx(chart.width)
        assert chart.room.y + chart.room.height <= WIDE.height - 60
    if charts:
        figure, spans = charts[0].figure, {span for chart in charts for span in chart.spans}
        rows = panels(figure)
        whole = [(above, below - TICKS) for above, below in rows if len(rows) > 1]
        for above, below in (*whole, *(span for _, span in texts(figure))):
            inset = 0.25 * min(below - above, 20)  # a box of a text is higher than its letters
            assert any(a <= above + inset and below - inset <= b for a, b in spans)


# Maps


@pytest.mark.parametrize("name", ["corridor-map", "counter-map"])
def test_a_map_tells_every_flow_and_needs_no_outside_file(name):
    shown = first(name)
    drawing = shown.drawing(None)
    assert isinstance(drawing, MapDrawing)
    root = ET.fromstring(f"<svg>{map_body(drawing, DARK.ink_of)}</svg>")  # noqa: S314 - our own
    tips = [flow.get("data-tip") for flow in root.iter("g") if flow.get("data-code")]
    assert sorted(map(bare, tips)) == sorted(map(bare, drawing.tips.values()))
    assert len(tips) == len(drawing.drawn.arrows) > 0


def bare(text: str) -> str:
    return " ".join(text.split())


def test_a_map_is_laid_out_anew_for_its_canvas_with_the_same_flows():
    shown = first("corridor-map")
    page, wide, tall = (shown.drawing(room) for room in (None, (1488, 520), (968, 900)))
    flows = [[(arrow.start, arrow.end) for arrow in one.drawn.arrows] for one in (page, wide, tall)]
    assert flows[0] == flows[1] == flows[2]
    assert (wide.drawn.frame.width, wide.drawn.frame.height) == (1488, 520)
    assert tall.drawn.frame.width == 968


# Charts


def test_a_drawing_in_pixels_is_divided_where_nothing_stands():
    rows = [50.0 * n + 20 for n in range(20)]
    words = [{"y": y, "yref": "y", "text": "x", "font": {"size": 20}} for y in rows]
    pixels = {"height": 1000, "margin": {"t": 0, "b": 0}, "yaxis": {"range": [1000, 0]}}
    figure = go.Figure(layout={**pixels, "annotations": words})
    parts, whole = divided(figure, 430)
    assert whole
    assert len(parts) == 3
    cuts = [part[-1][1] for part in parts[:-1]]
    assert all(abs(cut_at - y) > 13 for cut_at in cuts for y in rows)
