"""What leaves a view as HTML or as a file: safe, exact, in the reader's language."""

import re
from html.parser import HTMLParser

import pandas as pd
import pytest
import streamlit as st_app
from hypothesis import given
from hypothesis import strategies as st

from components.card.cards import said
from components.card.citation import citation
from components.card.foot import foot_line, notes_html
from components.card.tools import label
from components.exports.tables import table_html
from components.language import language
from components.phrases.columns import column
from components.view import Column, Remark, Table, View
from data.provenance import source, source_ids
from tests.support import VIEWS, view

EN, RU, QPS = language("en"), language("ru"), language("qps")
HOSTILE = (
    "<script>alert(1)</script>",
    "</td></tr></table>",
    "\"' onmouseover='x",
    "&amp;&lt;b&gt;",
    "{name} %s {0}",
    "=1+1",
    'a,b;c"d\ne',
    "⟦not a wrapper⟧",
)
words = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40),
)
numbers = st.one_of(
    st.integers(0, 10**12).map(float),
    st.floats(0, 1e9, allow_nan=False, allow_infinity=False, allow_subnormal=False),
)
SOURCE = "un_desa_ims2024"


class Reader(HTMLParser):
    """Reads HTML as a browser would: its tags, its attributes, its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.texts: list[str] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.texts.append(data)

    @property
    def text(self) -> str:
        return "".join(self.texts)


def a_table(rows: list[tuple[str, float]], label: str = "Name", digits: int = 0) -> Table:
    frame = pd.DataFrame(rows, columns=["name", "value"])
    return Table(frame, (Column("name", label), Column("value", "People", digits)))


def a_view(table: Table, **more) -> View:
    usual = {
        "name": "a-view",
        "title": "A title",
        "subtitle": "What was counted",
        "figure": None,
        "alt": "alt",
        "sources": (SOURCE,),
    }
    return View(table=table, **(usual | more))


# Tables as HTML


@given(words, words, words, numbers)
def test_hostile_names_stay_text_in_a_table(name, label, caption, value):
    read = Reader(table_html(a_table([(name, value)], label), EN, caption, "one"))
    assert read.tags == [
        "div",
        "table",
        "caption",
        "thead",
        "tr",
        "th",
        "th",
        "tbody",
        "tr",
        "th",
        "td",
    ]
    allowed = {"class", "tabindex", "scope", "id", "role", "aria-labelledby"}
    assert {key for key, _ in read.attributes} <= allowed
    assert read.open == []
    assert name in read.text
    assert label in read.text
    assert caption in read.text


@pytest.mark.parametrize(
    ("lang", "digits", "written"),
    [
        (EN, 0, "1,234,568"),
        (RU, 0, "1\u00a0234\u00a0568"),
        (EN, 1, "1,234,567.8"),
        (RU, 1, "1\u00a0234\u00a0567,8"),
        (QPS, 0, "⟦1,234,568⟧"),
    ],
)
def test_numbers_have_the_readers_separators(lang, digits, written):
    made = table_html(a_table([("a", 1_234_567.8)], digits=digits), lang, "caption", "one")
    assert f">{written}<" in made


def test_a_missing_number_is_an_empty_cell_and_a_zero_is_a_zero():
    made = table_html(a_table([("gap", float("nan")), ("none", 0.0)]), EN, "caption", "one")
    assert Reader(made).texts[-3:] == ["gap", "none", "0"]


def test_numbers_stand_to_the_right_and_names_do_not():
    made = Reader(table_html(a_table([("a", 1.0)]), EN, "caption", "one"))
    assert made.attributes.count(("class", "n")) == 2


def test_the_name_of_a_table_is_heard_though_it_is_not_seen():
    read = Reader(table_html(a_table([("a", 1.0)]), EN, "What it shows", "one"))
    assert "hidden" not in dict(read.attributes)
    assert read.texts[0] == "What it shows"
    assert dict(read.attributes)["aria-labelledby"] == "table-one"
    assert ("id", "table-one") in read.attributes
    assert ("role", "region") in read.attributes


def test_what_is_not_a_number_is_an_empty_cell():
    made = table_html(a_table([("a", float("inf")), (None, 1.0)]), EN, "caption", "one")
    assert Reader(made).texts[-2:] == ["a", "1"]


@pytest.mark.parametrize("name", VIEWS)
def test_every_table_of_the_atlas_has_a_caption_and_a_head_for_each_column(name):
    shown = view(name, "stock", ("UZB",), "ru")
    read = Reader(table_html(shown.table, RU, shown.title, name))
    assert read.attributes.count(("scope", "col")) == len(shown.table.columns)
    assert read.attributes.count(("scope", "row")) == len(shown.table.rows)
    assert read.tags.count("td") == (len(shown.table.columns) - 1) * len(shown.table.rows)
    assert shown.title in read.text


# The line under a figure, and what it opens


@given(words, words, words)
def test_hostile_notes_stay_text(note, remark, credit):
    remarks = (Remark("warning", remark, SOURCE, note), Remark("info", note))
    shown = a_view(a_table([]), notes=(note,), credit=credit, remarks=remarks, sources=(SOURCE,))
    read = Reader(notes_html(shown, EN))
    allowed = {"div", "section", "p", "strong", "ul", "li", "dl", "dt", "dd", "a"}
    assert set(read.tags) <= allowed
    assert {key for key, _ in read.attributes} <= {"class", "href", "target", "rel"}
    for text in (note, remark, credit):
        assert text in read.text


@given(words, words)
def test_hostile_words_stay_text_in_what_has_to_be_seen(missing, caution):
    shown = a_view(a_table([]), missing=missing, caution=caution)
    read = Reader(said(shown, EN, "card"))
    assert set(read.tags) <= {"p", "span"}
    assert {key for key, _ in read.attributes} <= {"class", "lang"}
    assert missing in read.text
    assert caution in read.text


@given(words)
def test_hostile_words_stay_text_on_a_button(text):
    seen, heard = label(text, "").rsplit(" **", 1)
    assert heard == ""
    bare = re.sub(r"\\.", " ", seen)
    assert not re.search(r"[*\[\]`$<>]|:(?=\w)|(?<!\w)_|_(?!\w)", bare)


@pytest.mark.parametrize("lang", [EN, RU])
@pytest.mark.parametrize("source_id", source_ids())
def test_every_source_can_be_shown_with_link_licence_citation_and_check(source_id, lang):
    shown = a_view(a_table([]), sources=(source_id,))
    read = Reader(notes_html(shown, lang))
    links = [value for name, value in read.attributes if name == "href"]
    assert links == [source(source_id).url, f"/sources?source={source_id}&lang={lang.code}"]
    assert dict(read.attributes)["rel"] == "noopener noreferrer"
    assert read.tags.count("dt") == read.tags.count("dd") >= 6
    for text in (source(source_id).citation, source(source_id).verified[lang.code]):
        assert text in read.text


REMARKS = (
    Remark("warning", "Too low", SOURCE, "Tajikistan, 2014"),
    Remark("info", "Of censuses", SOURCE),
    Remark("info", "Of the whole"),
    Remark("info", "Of the whole"),
)


def test_the_line_counts_sources_cautions_and_notes_each_once():
    other = next(one for one in source_ids() if one != SOURCE)
    shown = a_view(
        a_table([]), remarks=REMARKS, notes=("A note",), sources=(SOURCE, other), period="2024"
    )
    first = source(SOURCE).short["en"]
    assert foot_line(shown, EN) == f"{first} + 1 more · 2024 · 1 caution · 3 notes"
    assert foot_line(a_view(a_table([]), sources=(SOURCE,)), EN) == first
    assert foot_line(a_view(a_table([]), sources=()), EN) == ""


@pytest.mark.parametrize(
    ("told", "said_so"),
    [(["Estimated"] * 2, True), (["Estimated", "As published"], False), (["As published"], False)],
)
def test_the_line_says_estimate_only_where_all_figures_are(told, said_so):
    rows = pd.DataFrame({"status": told})
    shown = a_view(Table(rows, (column(EN, "obs_status", "status"),)), sources=(SOURCE,))
    assert ("estimate" in foot_line(shown, EN)) == said_so


def test_notes_stand_with_their_source_and_say_what_they_bear_on():
    other = next(one for one in source_ids() if one != SOURCE)
    shown = a_view(a_table([]), remarks=REMARKS, sources=(other, SOURCE))
    told = Reader(notes_html(shown, EN)).text
    places = [told.index(text) for text in ("Of the whole", source(other).url and "Publisher")]
    assert places == sorted(places)
    assert told.count("Of the whole") == 1
    assert told.index("Caution. Tajikistan, 2014.") > told.index(source(SOURCE).short["en"])
    assert told.index("Too low") < told.index("Of censuses")


def test_a_citation_names_the_view_its_sources_the_day_and_the_address():
    shown = a_view(a_table([]), sources=(SOURCE,))
    told = citation(shown, EN, "https://example.org/x?lang=en#card-y", "1 May 2026")
    for part in (shown.title, "1 May 2026", "https://example.org/x?lang=en#card-y"):
        assert part in told
    assert source(SOURCE).citation.rstrip(".") in told


def test_what_all_cards_would_say_is_said_once(monkeypatch):
    monkeypatch.setattr(st_app, "session_state", {})
    shown = a_view(a_table([]), credit="Boundaries: somebody.")
    assert "Boundaries" in said(shown, EN, "first")
    assert "Boundaries" in said(shown, EN, "first")  # the card may run again
    assert "Boundaries" not in said(shown, EN, "second")
