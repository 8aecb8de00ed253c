"""Single figures, refugees and tracked migrants by a link of their own on the page of returns."""

import pytest

from tests.opening import open_page, pictures
from tests.support import WHOLE

PARTS = ("dated", "refugees", "tracked")


@pytest.mark.parametrize("lang", WHOLE)
@pytest.mark.parametrize("part", PARTS)
def test_each_can_have_the_screen_alone(part, lang):
    app = open_page("returns", lang=lang, part=part, show=f"returns-{part}")
    assert not app.exception
    assert not app.error
    assert len(pictures(app)) == 1


def test_the_chosen_countries_are_kept():
    app = open_page("returns", lang="en", part="refugees", show="returns-refugees", countries="TJK")
    assert app.query_params["countries"] == "TJK"
    assert "Tajikistan" in str(pictures(app))
    assert "Kyrgyzstan" not in str(pictures(app))
