"""What leaves a view as HTML or as a file: safe, exact, in the reader's language."""

from html.parser import HTMLParser

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.card.foot import about_html, small_print_html
from components.exports.tables import table_html
from components.language import language
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
    read = Reader(table_html(a_table([(name, value)], label), EN, caption))
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
        "td",
        "td",
    ]
    assert {key for key, _ in read.attributes} <= {"class", "tabindex", "scope"}
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
    made = table_html(a_table([("a", 1_234_567.8)], digits=digits), lang, "caption")
    assert f">{written}<" in made


def test_a_missing_number_is_an_empty_cell_and_a_zero_is_a_zero():
    made = table_html(a_table([("gap", float("nan")), ("none", 0.0)]), EN, "caption")
    assert Reader(made).texts[-3:] == ["gap", "none", "0"]


def test_numbers_stand_to_the_right_and_names_do_not():
    made = Reader(table_html(a_table([("a", 1.0)]), EN, "caption"))
    assert made.attributes.count(("class", "n")) == 2


def test_the_name_of_a_table_is_heard_though_it_is_not_seen():
    read = Reader(table_html(a_table([("a", 1.0)]), EN, "What it shows"))
    assert "hidden" not in dict(read.attributes)
    assert read.texts[0] == "What it shows"


def test_what_is_not_a_number_is_an_empty_cell():
    made = table_html(a_table([("a", float("inf")), (None, 1.0)]), EN, "caption")
    assert Reader(made).texts[-2:] == ["a", "1"]


@pytest.mark.parametrize("name", VIEWS)
def test_every_table_of_the_atlas_has_a_caption_and_a_head_for_each_column(name):
    shown = view(name, "stock", ("UZB",), "ru")
    read = Reader(table_html(shown.table, RU, shown.title))
    assert read.tags.count("th") == len(shown.table.columns)
    assert read.tags.count("td") == len(shown.table.columns) * len(shown.table.rows)
    assert shown.title in read.text


# The small print


@given(words, words, words)
def test_hostile_notes_stay_text_in_the_small_print(note, missing, credit):
    shown = a_view(
        a_table([]),
        notes=(note,),
        missing=missing,
        credit=credit,
        figure=object(),
        remarks=(Remark("warning", note),),
    )
    read = Reader(small_print_html(shown, EN))
    assert set(read.tags) <= {"p", "a", "strong"}
    assert {key for key, _ in read.attributes} <= {"class", "href", "target", "rel"}
    for text in (note, missing, credit):
        assert text in read.text


@given(words)
def test_hostile_caveats_stay_text(text):
    shown = a_view(a_table([]), remarks=(Remark("info", text),))
    read = Reader(about_html(shown, EN))
    assert set(read.tags) <= {"div", "strong", "ul", "li", "dl", "dt", "dd"}
    assert text in read.text


@pytest.mark.parametrize("lang", [EN, RU])
@pytest.mark.parametrize("source_id", source_ids())
def test_every_source_can_be_shown_with_link_licence_citation_and_check(source_id, lang):
    shown = a_view(a_table([]), sources=(source_id,))
    links = dict(Reader(small_print_html(shown, lang)).attributes)
    assert links["href"] == source(source_id).url
    assert links["rel"] == "noopener noreferrer"
    read = Reader(about_html(shown, lang))
    assert read.tags.count("dt") == read.tags.count("dd") >= 6
    for text in (source(source_id).citation, source(source_id).verified[lang.code]):
        assert text in read.text


def test_cautions_are_counted_under_the_figure():
    remarks = (Remark("warning", "one"), Remark("warning", "two"), Remark("info", "three"))
    told = Reader(small_print_html(a_view(a_table([]), remarks=remarks), EN)).text
    assert "2" in told
    alone = a_view(a_table([]), remarks=remarks[2:])
    assert "strong" not in Reader(small_print_html(alone, EN)).tags


def test_what_is_missing_is_said_once_where_there_is_no_figure():
    shown = a_view(a_table([]), missing="A gap.")
    assert "A gap." not in small_print_html(shown, EN)  # the card says it in the figure's place
