"""Controls in one line, and parts of a page of which one is open and built."""

import pytest

from components import cache
from components.controls import corridors
from components.controls.pages import CHOICES
from components.session.choice import CLOSER
from data.areas import FIVE
from tests.opening import choose, control, open_page

PARTS = {
    url: parts
    for url, one in CHOICES.items()
    if CLOSER in one.keys and (parts := one.parts(one.unchosen()))
}


def labels(app) -> dict[str, str]:
    """What the style sheet writes on the buttons that open choices."""
    sheets = [one.value for one in app.html if one.value.startswith("<style>.st-key-open-")]
    rules = [rule for sheet in sheets for rule in sheet[7:-8].split("}") if rule]
    said = {}
    for rule in rules:
        key = rule.split("st-key-open-")[1].split(" ")[0]
        text = rule.split('content:"')[1].rstrip('"')
        said[key] = "".join(
            chr(int(piece[:6], 16)) + piece[6:] if at else piece
            for at, piece in enumerate(text.split("\\"))
        ).strip()
    return said


@pytest.mark.parametrize("url", PARTS)
def test_one_part_is_open_and_no_other_is_built(url, monkeypatch):
    build, asked = cache.view, []

    def view(name, filters, context):
        asked.append(name)
        return build(name, filters, context)

    monkeypatch.setattr(cache, "view", view)
    parts = PARTS[url]
    assert 2 <= len(parts) <= 5
    built = []
    for at, part in enumerate(parts):
        asked.clear()
        app = open_page(url, lang="en", closer=part.key)
        assert not app.exception
        assert app.query_params.get(CLOSER) == (part.key if at else None)
        built.append(set(asked))
        assert set(part.views) <= built[-1]
    always = set.intersection(*built)
    for part, names in zip(parts, built, strict=True):
        assert names - always <= set(part.views), part.key


@pytest.mark.parametrize("url", PARTS)
def test_every_choice_of_a_part_can_be_reached_in_it(url):
    for part in PARTS[url]:
        app = open_page(url, lang="en", closer=part.key)
        for key in (*part.controls, *part.more):
            assert control(app, key).label


def test_a_control_says_what_is_chosen_and_nothing_selected_says_all():
    app = open_page("corridors", lang="en")
    assert labels(app) == {"countries": "All five", "year": "2024", "more-controls": "⋯"}
    choose(app, "countries", ["TJK"])
    assert labels(app)["countries"] == "Tajikistan"
    assert app.query_params["countries"] == "TJK"
    choose(app, "countries", ["KAZ", "TJK", "UZB"])
    assert labels(app)["countries"] == "Kazakhstan + 2"
    choose(app, "countries", [])
    assert labels(app)["countries"] == "All five"
    assert "countries" not in app.query_params
    assert control(app, "countries").value == []
    assert any("none selected" in one.value for one in app.html)
    choose(app, "countries", list(FIVE))
    assert labels(app)["countries"] == "All five"
    assert "countries" not in app.query_params
    choose(app, "sex", "female")
    assert labels(app)["more-controls"] == "Women"


def test_a_choice_that_is_closed_keeps_what_was_chosen():
    app = open_page("corridors", lang="en")
    choose(app, "year", "2010")
    app.session_state["open-year"] = False
    app.run()
    assert not [one for one in app.select_slider if one.key == "year"]
    choose(app, "measure", "refugees")
    choose(app, "measure", "stock")
    assert app.query_params["year"] == "2010"
    assert control(app, "year").value == "2010"


def test_a_long_list_asks_for_what_is_on_offer_a_few_times_not_for_each_option(monkeypatch):
    ranked, asked = corridors.select, []

    def select(*chosen):
        asked.append(chosen)
        return ranked(*chosen)

    monkeypatch.setattr(corridors, "select", select)
    app = open_page("corridors", lang="en", measure="flow")
    assert len(control(app, "corridor").options) > 100
    assert len(asked) < 20
