"""The page of policy: its choices, and what it builds for them."""

import pytest

from components.controls.policy import PARTS
from components.views.policy.filters import FAMILIES
from tests.opening import choose, figures, open_page


def cards_of(app) -> set[str]:
    keys = {str(group.key) for group in app.button_group}
    return {key.removeprefix("face-") for key in keys if key.startswith("face-")}


@pytest.mark.parametrize("instrument", FAMILIES)
def test_only_the_chosen_instrument_is_built(instrument):
    app = open_page("policy", lang="en", instrument=instrument)
    assert not app.exception
    assert not app.error
    assert cards_of(app) == {FAMILIES[instrument], "readmission-matrix"}


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.key)
def test_one_part_is_open_and_it_alone_is_built(part):
    app = open_page("policy", lang="en", closer=part.key)
    assert cards_of(app) == {"policy-treaties", *part.views}


def test_a_choice_stands_in_the_link_and_opens_the_same_page():
    app = open_page("policy", lang="en")
    choose(app, "instrument", "votes")
    assert app.query_params == {"lang": "en", "instrument": "votes"}
    again = open_page("policy", lang="en", instrument="votes")
    assert [h.value for h in again.html] == [h.value for h in app.html]
    assert figures(again) == figures(app)


def test_nonsense_is_left_out_of_the_link():
    app = open_page("policy", instrument="law", beside="x", countries="XXX")
    assert not app.exception
    assert not {"instrument", "beside", "countries"} & set(app.query_params)
