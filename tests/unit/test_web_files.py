"""Files of the pages come packed, may be kept, and are named before they are needed."""

import gzip
import re
from pathlib import Path

import brotli
import pytest
from babel.messages.pofile import read_po
from fontTools.ttLib import TTFont
from streamlit import file_util

from components.style.font_recipe import drawn_in, icon_names, letters_of
from components.web import charts, early, files, fonts, routes
from tests.opening import ROOT
from tests.served import ask

CATALOGUE = "components/language/locale/ru/LC_MESSAGES/atlas.po"

PLOTLY = next(path for path in files.known() if path.startswith("/static/js/PlotlyChart."))


@pytest.mark.parametrize(
    ("takes", "way", "unpack"),
    [
        ("gzip, deflate, br, zstd", "br", brotli.decompress),
        ("br;q=0, gzip", "gzip", gzip.decompress),
        ("identity", "", bytes),
    ],
)
@pytest.mark.parametrize(
    ("path", "kept"),
    [(PLOTLY, "immutable"), ("/app/static/geo/world.geojson", "stale-while-revalidate")],
)
def test_a_file_comes_packed_as_the_browser_takes_it_and_once(path, kept, takes, way, unpack):
    answer = ask(path, accept_encoding=takes)
    whole = ask(path).body
    assert answer.headers.get("content-encoding", "") == way
    assert unpack(answer.body) == whole
    assert not way or len(answer.body) < 0.4 * len(whole)
    assert kept in answer.headers["cache-control"]
    assert answer.headers["vary"] == "Accept-Encoding"
    again = ask(path, accept_encoding=takes, if_none_match=answer.headers["etag"])
    assert (again.status, again.body) == (304, b"")


def test_what_is_packed_already_is_sent_as_it_is():
    path = next(iter(fonts.cut()))
    answer = ask(path, accept_encoding="br")
    assert "content-encoding" not in answer.headers
    assert ask(path, if_none_match=answer.headers["etag"]).status == 304


def test_what_is_no_file_of_the_pages_goes_on():
    assert ask("/app/static/../serve.py").text == "ok"
    assert ask("/static/js/none.js").status == 404


def test_a_document_names_early_what_each_page_asks_for_and_is_there():
    named = re.findall(r'href="\.(/static/[^"]+)"', ask("/").text)
    assert len(named) == len(set(named))
    assert set(named) <= set(files.known())
    for element in early.ELEMENTS:
        assert any(path.startswith(f"/static/js/{element}.") for path in named), element
    assert len(set(fonts.cut()) & set(named)) == 3


def test_the_script_of_charts_is_named_by_the_pages_that_open_with_charts():
    assert PLOTLY in ask("/countries").text
    assert PLOTLY not in ask("/policy").text


def test_charts_come_with_a_plotly_that_draws_what_views_have():
    whole = files.known()[PLOTLY].path.read_text("utf-8")
    lean = ask(PLOTLY).text
    assert len(lean) < len(whole) / 3
    assert lean.startswith(whole[:2000])
    assert lean.endswith(whole[-2000:])
    assert charts.lean("of another make") == "of another make"


# The fonts of the page


def test_each_font_of_the_page_is_sent_as_the_atlas_cut_it():
    sheets = "".join(
        path.read_text("utf-8")
        for path in Path(file_util.get_static_dir(), "static", "css").glob("index.*.css")
    )
    assert len(fonts.cut()) == len(fonts.CUT)
    for path, ours in fonts.cut().items():
        assert path.rpartition("/")[2] in sheets + routes.shell(), "the page asks for it no more"
        answer = ask(path)
        assert answer.headers["content-type"] == "font/woff2"
        assert answer.body == ours.read_bytes()
        assert len(answer.body) < 60_000


def test_the_cut_fonts_have_every_letter_of_the_catalogues_and_every_icon():
    with (ROOT / CATALOGUE).open("rb") as file:
        text = "".join(f"{message.id}{message.string}" for message in read_po(file, locale="ru"))
    for name in ("atlas-sans.woff2", "atlas-serif-600.woff2"):
        known = set(letters_of(TTFont(fonts.FOLDER / name)).values())
        assert not {letter for letter in text if letter.isalpha()} - known
    drawn = {name for name, _ in drawn_in(TTFont(fonts.FOLDER / "atlas-icons.woff2"))}
    asked = icon_names() - {"star_filled"}  # Streamlit's own font has no such icon
    assert len(asked) > 60
    assert not asked - drawn, "python -m components.style.font_recipe cuts them anew"
