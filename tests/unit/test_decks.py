"""Slides to take away: what stands in the file, opened as a presentation program opens it."""

import io
from dataclasses import replace

import pytest
from pptx import Presentation

from components.card.slide import has_slide
from components.context import RenderContext
from components.controls.decks import built
from components.controls.offers import about_of
from components.controls.own_slides import given
from components.decks import pptx
from components.decks.files import PRESENTATION
from components.decks.model import Deck, Slide, nothing
from components.decks.native import native
from components.decks.pptx import pptx_bytes
from components.decks.shown import Shown

DECK = Deck(
    "My <talk>",
    (
        Slide("country-stocks", (("countries", "kaz"),), "Own <title> & more", "Say this first"),
        Slide("no-such-view"),
        Slide("corridor-map", (("measure", "nonsense"), ("year", "-1"))),
        Slide("avrr-known"),
        Slide("types-cell"),
        Slide("avrr-world"),
    ),
)
ADDRESS = "https://atlas.example/countries?lang=en"


def opened(code):
    context, left_out = RenderContext(code), []
    made = built(DECK, context, left_out.append)
    shown = [Shown(view, one.title, one.note, ADDRESS, "Cited so") for one, view in made]
    told = pptx_bytes(shown, context, DECK.name, ADDRESS, "1 May")
    return Presentation(io.BytesIO(told)), shown, left_out


@pytest.fixture(scope="module", params=("en", "ru"))
def talk(request):
    """Slides made on a machine without a browser."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pptx, "has_browser", lambda: False)
        return opened(request.param)


def texts(slide):
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def of(talk, name):
    """Slides of a view, by its headline."""
    file, shown, _ = talk
    head = next(one.head for one in shown if one.view.name == name)
    return [one for one in file.slides if one.shapes.title.text_frame.text.startswith(head)]


def figure(slide):
    return next(s for s in slide.shapes if s.has_chart or s.has_table or s.shape_type == 13)


def test_a_view_that_is_not_here_is_left_out_and_told(talk):
    _, shown, left_out = talk
    assert [one.view for one in left_out] == ["no-such-view"]
    assert len(shown) == len(DECK.slides) - 1


def test_choices_are_read_as_from_an_address(talk):
    assert talk[1][0].view.places == ("KAZ",)


def test_titles_measures_and_sources_are_text(talk):
    for one in talk[1]:
        for slide in of(talk, one.view.name):
            told = texts(slide)
            assert told[0].startswith(one.title or one.view.title)
            assert one.view.subtitle in told


def test_a_slide_is_offered_where_it_is_more_than_rows_of_numbers(talk):
    offered = {one.view.name: has_slide(one.view) for one in talk[1]}
    assert not offered.pop("types-cell")
    assert all(offered.values())


def test_a_chart_without_a_native_form_has_its_first_rows_on_two_slides_at_most(talk):
    cell = next(one for one in talk[1] if one.view.name == "types-cell")
    slides = of(talk, "types-cell")
    assert native(cell.view) is None
    assert len(slides) <= 2
    rows = sum(len(figure(slide).table.rows) - 1 for slide in slides)
    every = len(cell.view.table.rows)
    if rows < every:
        assert all(any(f"{rows}" in t and f"{every}" in t for t in texts(s)) for s in slides)


def test_the_notes_say_who_counted_and_on_what_terms(talk):
    told = of(talk, "country-stocks")[0].notes_slide.notes_text_frame.text
    assert told.startswith("Say this first")
    view = talk[1][0].view
    assert all(words in told for words in (view.title, view.caution, "Cited so", ADDRESS))
    assert "CC BY" in told


def test_every_picture_chart_and_table_has_words_for_who_does_not_see_it(talk):
    for slide in talk[0].slides:
        for shape in slide.shapes:
            if shape.has_chart or shape.has_table or shape.shape_type == 13:
                assert shape._element._nvXxPr.cNvPr.get("descr")


def test_lines_are_a_chart_with_the_values_of_the_table(talk):
    chart = figure(of(talk, "country-stocks")[0]).chart
    view = talk[1][0].view
    drawn = sorted(value for one in chart.plots[0].series for value in one.values)
    assert drawn == sorted(view.table.rows["value"].dropna())


def test_a_hole_stays_a_hole_in_a_column_chart(talk):
    view = next(one.view for one in talk[1] if one.view.name == "avrr-world")
    plot = figure(of(talk, "avrr-world")[0]).chart.plots[0]
    holes = [
        category
        for category, *values in zip(plot.categories, *[s.values for s in plot.series], strict=True)
        if not any(values)
    ]
    assert len(holes) == len([a for a in view.figure.layout.annotations if a.text])
    assert all("\n" in one for one in holes), "and is said beside its year"


def test_words_are_a_table_with_every_row_of_the_grid(talk):
    view = next(one.view for one in talk[1] if one.view.name == "avrr-known")
    tables = [figure(slide).table for slide in of(talk, "avrr-known")]
    heads = [row.cells[0].text for table in tables for row in list(table.rows)[1:]]
    grids = view.figure.blocks
    wanted = [
        told
        for grid in grids
        for group in grid.groups
        for told in (group.head, *[row.head for row in group.rows])
    ]
    wanted = [grid.head for grid in grids if grid.head] + [told for told in wanted if told]
    assert sorted(one.split("\n")[0] for one in heads) == sorted(wanted)
    assert all(len(table.rows) <= 10 for table in tables)


def test_a_chart_without_an_editable_form_is_its_numbers_and_says_so(talk):
    view = next(one.view for one in talk[1] if one.view.name == "types-cell")
    slide = of(talk, "types-cell")[0]
    assert native(view) is None and figure(slide).has_table
    assert any(talk[0].core_properties.language == code for code in ("en", "ru"))
    assert any("atlas" in told or "атласе" in told for told in texts(slide)[3:])


def test_a_map_is_a_picture_within_the_slide(talk):
    file, picture = talk[0], figure(of(talk, "corridor-map")[0])
    assert picture.left + picture.width <= file.slide_width
    assert picture.top + picture.height <= file.slide_height


def test_a_talk_begins_with_its_name_and_ends_with_its_address(talk):
    first, *_, last = talk[0].slides
    assert texts(first)[0] == DECK.name
    assert any(ADDRESS in told for told in texts(last))
    assert figure(last).shape_type == 13


def test_lines_of_one_colour_have_marks_of_their_own():
    made = built(Deck("", (Slide("time"),)), RenderContext("en"), pytest.fail)
    told = pptx_bytes([Shown(view) for _, view in made], RenderContext("en"))
    plot = figure(Presentation(io.BytesIO(told)).slides[0]).chart.plots[0]
    looks = {(str(s.format.line.color.rgb), s.marker.style) for s in plot.series}
    assert len(looks) == len(plot.series) > 3


def test_a_chart_without_an_editable_form_is_a_picture_where_there_is_a_browser():
    context = RenderContext("en")
    made = built(Deck("", (Slide("types-cell"), Slide("country-stocks"))), context, pytest.fail)
    count = []
    told = pptx_bytes([Shown(v) for _, v in made], context, done=lambda n, _: count.append(n))
    file = Presentation(io.BytesIO(told))
    *pictures, last = map(figure, file.slides)
    assert pictures and last.has_chart
    for one in pictures:
        assert one.shape_type == 13
        assert one.left + one.width <= file.slide_width
        assert one.top + one.height <= file.slide_height
    assert len(count) == 2


def test_a_list_too_long_for_a_code_is_a_file_and_a_talk_all_the_same():
    deck = Deck("Long", tuple(Slide("ranked", (("year", "2020"),), f"{n} " * 40) for n in range(3)))
    context, root = RenderContext("en"), "https://atlas.example"
    long = replace(given(deck, context, root), home=f"{root}/slides?deck={'a' * 6000}&lang=en")
    about = about_of(long)
    assert about.address == root
    told = PRESENTATION.make(long.shown(context, pytest.fail), about, context, nothing)
    *_, last = Presentation(io.BytesIO(told)).slides
    assert any(root in words for words in texts(last))
    assert figure(last).shape_type == 13
