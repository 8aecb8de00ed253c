"""A deck as a code and as a file: what is written is read again, and nothing else is believed."""

import base64
import json
import tracemalloc
import zlib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from components.decks.coded import (
    CODE,
    FILE,
    NAME,
    NOTE,
    PAIRS,
    SLIDES,
    TITLE,
    BadDeck,
    LargeDeck,
    UnreadableDeck,
    coded,
    decoded,
    fitted,
    plain,
    read,
    tidy,
    written,
)
from components.decks.model import Deck, Slide

ADDRESS = set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")


def words(most, least=0, lines=False):
    return (
        st.text(min_size=least, max_size=most)
        .map(lambda text: tidy(text, lines))
        .filter(lambda text: len(text) >= least)
    )


SLIDE = st.builds(
    Slide,
    words(20, 1),
    st.dictionaries(words(8), words(12), max_size=4).map(lambda told: tuple(told.items())),
    words(TITLE),
    words(60, lines=True),
)
DECK = st.builds(Deck, words(NAME), st.lists(SLIDE, max_size=6).map(tuple))
SMALL = Deck(
    "Возвращение: 10 minutes",
    (
        Slide(
            "time", (("countries", "KAZ,UZB"),), "<b>Own</b> & “title”", "First line\nand another"
        ),
        Slide("avrr-known"),
    ),
)


def heavy(slides=SLIDES, title=0, note=0, value=0):
    """A deck that packs badly: each of its letters is like no other."""
    return Deck(
        "heavy",
        tuple(
            Slide(
                f"view-{at}",
                (("partners", noise(value, at)),),
                noise(title, at + 100),
                noise(note, at + 200),
            )
            for at in range(slides)
        ),
    )


def noise(length, seed):
    return "".join(chr(0x4E00 + (seed * 7919 + at * 104_729) % 20_000) for at in range(length))


@given(DECK)
@example(SMALL)
def test_what_is_written_is_read_again(deck):
    assert read(written(deck)) == deck
    assert read(written(deck).encode()) == deck
    code = coded(deck)
    assert set(code) <= ADDRESS
    assert len(code) <= CODE
    assert decoded(code) == fitted(deck)[0]


def test_a_usual_deck_is_short_and_keeps_its_words():
    assert fitted(SMALL) == (SMALL, "")
    assert decoded(coded(SMALL)) == SMALL
    ten = Deck(SMALL.name, SMALL.slides * 5)
    assert len(coded(ten)) < 500


@given(st.text() | st.text(ADDRESS).map("a".__add__))
def test_no_code_is_an_error_of_another_kind(text):
    try:
        found = decoded(text)
    except BadDeck:
        return
    assert isinstance(found, Deck)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
NEARLY = st.fixed_dictionaries(
    {"version": st.just(1)},
    optional={
        "name": JSON,
        "slides": st.lists(
            st.fixed_dictionaries(
                {}, optional={"view": JSON, "query": JSON, "title": JSON, "note": JSON}
            )
        )
        | JSON,
    },
)


@given(st.binary() | st.text() | (NEARLY | JSON).map(json.dumps))
@example("[" * 90_000)
@example('{"version": 1, "name": "\\ud800", "slides": [{"view": "\\ud800\\u0000"}]}')
@example("\ud800")
@example("1" * 5_000)
def test_no_file_is_an_error_of_another_kind(told):
    try:
        found = read(told)
    except BadDeck:
        return
    assert read(written(found)) == found
    assert all(one.view for one in found.slides)


def packed(raw):
    return "a" + base64.urlsafe_b64encode(zlib.compress(raw, 9)).decode().rstrip("=")


def test_a_bomb_is_not_unpacked():
    bomb = packed(b" " * 4_000_000)
    assert len(bomb) < CODE
    tracemalloc.start()
    with pytest.raises(LargeDeck):
        decoded(bomb)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 10 * FILE


def test_a_code_that_was_cut_short_or_changed_is_told():
    code = coded(SMALL)
    for wrong in (code[:-6], code[1:], code[:20] + "A" + code[20:], f"b{code[1:]}", code + "!"):
        with pytest.raises(UnreadableDeck):
            decoded(wrong)
    with pytest.raises(LargeDeck):
        decoded("a" * (CODE + 1))


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ({"name": "x" * (NAME + 1)}, LargeDeck),
        ({"slides": [{"view": "v"}] * (SLIDES + 1)}, LargeDeck),
        ({"slides": [{"view": "v", "title": "x" * (TITLE + 1)}]}, LargeDeck),
        ({"slides": [{"view": "v", "note": "x" * (NOTE + 1)}]}, LargeDeck),
        ({"slides": [{"view": "v", "query": {str(n): "" for n in range(PAIRS + 1)}}]}, LargeDeck),
        ({"slides": [{"view": "v" * 200}]}, LargeDeck),
        ({"name": "x" * FILE}, LargeDeck),
        ({"slides": [{"view": ""}]}, UnreadableDeck),
        ({"slides": [{"view": "v", "query": {"year": 2024}}]}, UnreadableDeck),
        ({"slides": "v"}, UnreadableDeck),
        ({"version": 2}, UnreadableDeck),
    ],
)
def test_what_is_too_much_or_of_another_shape_is_told(told, kind):
    with pytest.raises(kind):
        read(json.dumps({"version": 1, "slides": []} | told))


def test_the_largest_deck_may_have_all_its_words():
    told = plain(Deck("x" * NAME, (Slide("v", (), "x" * TITLE, "x" * NOTE),) * SLIDES))
    assert len(read(json.dumps(told)).slides) == SLIDES


@pytest.mark.parametrize(
    ("deck", "gone", "kept"),
    [
        (heavy(20, title=10, note=300), "notes", 20),
        (heavy(40, title=110, note=500), "titles", 40),
        (heavy(40, value=390), "slides", None),
    ],
)
def test_notes_go_first_then_titles_then_the_last_slides(deck, gone, kept):
    left, what = fitted(deck)
    assert what == gone
    assert len(coded(deck)) <= CODE
    assert decoded(coded(deck)) == left
    assert len(left.slides) == kept if kept else 0 < len(left.slides) < len(deck.slides)
    assert not any(one.note for one in left.slides)
    assert any(one.title for one in left.slides) == (gone == "notes")


def test_letters_that_no_file_holds_or_that_turn_the_line_are_left_out():
    assert tidy(" a\x00b\u202ec\ud800d\ufffee\tf \n g ") == "abcde f g"
    assert tidy(" one\r\n\x07two ", lines=True) == "one\ntwo"
