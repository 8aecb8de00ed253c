"""The page of policy: its choices, and what it builds for them."""

import pytest

from components.views.policy.filters import AGREEMENTS, FAMILIES
from data.measures.chronology import KINDS
from tests.opening import choose, figures, open_page


def cards_of(app) -> set[str]:
    keys = {str(group.key) for group in app.button_group}
    return {key.removeprefix("face-") for key in keys if key.startswith("face-")}


@pytest.mark.parametrize("instrument", FAMILIES)
def test_only_the_chosen_instrument_is_built(instrument):
    app = open_page("policy", lang="en", instrument=instrument)
    assert not app.exception
    assert not app.error
    always = {"readmission-map", "readmission-matrix"}
    assert cards_of(app) == {FAMILIES[instrument], *always}


@pytest.mark.parametrize(
    ("key", "value", "part"),
    [
        ("instrument", "votes", {}),
        ("agreements", "timeline", {}),
        ("kind", KINDS[0], {"closer": "steps"}),
    ],
)
def test_a_choice_stands_in_the_link_and_opens_the_same_page(key, value, part):
    app = open_page("policy", lang="en", **part)
    choose(app, key, value)
    assert app.query_params == {"lang": "en", key: value, **part}
    again = open_page("policy", lang="en", **{key: value, **part})
    assert [h.value for h in again.html] == [h.value for h in app.html]
    assert figures(again) == figures(app)


def test_nonsense_is_left_out_of_the_link():
    app = open_page(
        "policy", instrument="law", agreements="map", kind="9", beside="x", countries="XXX"
    )
    assert not app.exception
    left = {"instrument", "agreements", "kind", "beside", "countries"} & set(app.query_params)
    assert not left
    assert AGREEMENTS["matrix"] in cards_of(app)
