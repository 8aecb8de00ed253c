"""What a sentence may lean on, and the phrases that follow their numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.language import language
from components.phrases.figures import people, span
from components.phrases.periods import years
from data.measures.standards import MARGIN, SHARE_MINIMUM, is_larger, is_most, tellable

EN, RU = language("en"), language("ru")
counts = st.floats(0.01, 1e9)


@given(counts, counts)
def test_most_is_more_than_half(part, rest):
    assert is_most(part, part + rest) == (part > rest) or part == pytest.approx(rest)


def test_half_is_not_most():
    assert not is_most(50, 100)
    assert not is_most(0, 0)


@given(counts, counts)
def test_a_range_never_has_equal_ends(low, high):
    for lang in (EN, RU):
        least, most = lang.compact(min(low, high)), lang.compact(max(low, high))
        told = span(lang, low, high)
        assert (told == most) == (least == most)
        assert least in told
        assert most in told


def test_a_single_year_is_no_range():
    assert years(2022, 2022) == "2022"
    assert years(2012.0, 2023.0) == "2012–2023"


def test_a_share_needs_enough_people():
    assert not tellable(None)
    assert not tellable(float("nan"))
    assert not tellable(SHARE_MINIMUM - 1)
    assert tellable(SHARE_MINIMUM)


@given(st.one_of(st.none(), counts), st.one_of(st.none(), counts))
def test_larger_means_beyond_the_margin(one, other):
    if one is None or other is None:
        assert not is_larger(one, other)
    else:
        assert is_larger(one, other) == (one > other * MARGIN)
        assert not (is_larger(one, other) and is_larger(other, one))


@pytest.mark.parametrize(
    ("count", "sex", "english", "russian"),
    [
        (3_300_000, "female", "3.3 million women", "3,3\u00a0млн женщин"),
        (1, "female", "1 woman", "1 женщина"),
        (22, "male", "22 men", "22 мужчины"),
        (5, "total", "5 people", "5 человек"),
    ],
)
def test_the_chosen_sex_is_said(count, sex, english, russian):
    assert people(EN, count, sex) == english
    assert people(RU, count, sex) == russian
