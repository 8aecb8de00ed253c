"""Values from the browser are anything at all: what is malformed is ignored and never fails."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.browser import LEAST, MOST, ROOM, clicked, room
from data.codelists import codes

KEYS = st.sampled_from(
    ["selection", "objects", "points", "point_index", "flows", "places", "start", "end", "code"]
)
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(["KAZ", "RUS", "KAZ-RUS", "ZZZ", "<b>"])
)
ANYTHING = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS | LEAVES, inner, max_size=4),
    max_leaves=12,
)


@given(ANYTHING | st.from_regex(r"-?[0-9]{1,9}(\.[0-9])?x-?[0-9]{1,9}", fullmatch=True))
def test_a_room_is_always_one_that_can_be_drawn_in(told: Any) -> None:
    width, height = room(told)
    assert LEAST <= width <= MOST
    assert LEAST <= height <= MOST


@pytest.mark.parametrize(
    ("told", "sides"),
    [
        ("1280x720", (1280, 720)),
        ("1280.5x719.9", (1280, 719)),
        ("100x99999", (LEAST, MOST)),
        *(
            (told, ROOM)
            for told in ("axb", "0x0", "1280x0", "", "x", "1e3x5", "nanxnan", "-5x5", "1x2x3", None)
        ),
        ("٣٠٠x٣٠٠", ROOM),
        ([1280, 720], ROOM),
        (1280, ROOM),
        ("9" * 5000 + "x1", ROOM),
    ],
)
def test_a_room_is_read_or_the_usual_one(told: Any, sides: tuple[int, int]) -> None:
    assert room(told) == sides


SAID = st.sampled_from(["KAZ", "RUS", "KAZ-RUS", "ZZZ", "", "<b>", 7, None])


@given(
    ANYTHING
    | st.builds(
        lambda kind, one, other, between: f"{kind} {one}{between}{other}",
        st.sampled_from(["corridor", "place", "flow", ""]),
        SAID,
        SAID,
        st.sampled_from(["-", "", " ", "--"]),
    )
)
def test_a_click_on_a_map_is_a_known_place_or_nothing(event: Any) -> None:
    known = set(codes("countries"))
    match clicked(event):
        case None:
            return
        case ("corridor", pair):
            assert set(pair.split("-")) <= known
        case ("place", code):
            assert code in known
        case other:
            raise AssertionError(other)


def test_a_sound_click_is_understood() -> None:
    assert clicked("corridor KAZ-RUS") == ("corridor", "KAZ-RUS")
    assert clicked("place UZB") == ("place", "UZB")
    assert clicked("place ZZZ") is None
    assert clicked("name UZB") is None
