"""The page of target 10.7: its choices, and what it builds for them."""

import pytest

from components.views.sdg.filters import INDICATORS, WORDS
from tests.opening import choose, figures, open_page


def cards_of(app) -> set[str]:
    keys = {str(group.key) for group in app.button_group}
    return {key.removeprefix("face-") for key in keys if key.startswith("face-")}


@pytest.mark.parametrize("indicator", INDICATORS)
def test_only_the_chosen_indicator_is_built(indicator):
    app = open_page("sdg", lang="en", indicator=indicator)
    assert not app.exception
    assert not app.error
    assert cards_of(app) == {"sdg-blocks", INDICATORS[indicator]}


@pytest.mark.parametrize("word", WORDS)
def test_a_link_to_a_word_narrows_the_figures_and_leads_back_to_all_four(word):
    app = open_page("sdg", lang="en", word=word, closer="figures")
    assert app.query_params == {"lang": "en", "word": word, "closer": "figures"}
    choose(app, "word", "all")
    assert app.query_params == {"lang": "en", "closer": "figures"}
    again = open_page("sdg", lang="en", closer="figures")
    assert [h.value for h in again.html] == [h.value for h in app.html]
    assert figures(again) == figures(app)


def test_the_four_words_are_chosen_in_one_place_the_pills_of_the_grid():
    app = open_page("sdg", lang="en", closer="figures")
    assert not [one for one in app.button_group if one.key == "word"]
    assert sum("role='radiogroup' aria-label='Group shown'" in one.value for one in app.html) == 1


def test_nonsense_is_left_out_of_the_link():
    app = open_page("sdg", word="kind", indicator="99.9", countries="XXX")
    assert not app.exception
    assert not {"word", "indicator", "countries"} & set(app.query_params)
