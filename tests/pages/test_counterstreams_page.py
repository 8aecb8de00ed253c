"""The page of counter-streams: its choices, and what it builds for them."""

import pytest

from components.language import language
from components.views.counterstreams import VIEWS
from components.views.counterstreams.common import statement
from data.measures.catalogue import METHODS
from tests.opening import figures, open_page


def words(app) -> list[str]:
    return [element.value for element in app.html]


def test_all_views_are_there_and_the_statement_stands_beside_the_headline():
    app = open_page("counter-streams", lang="en")
    assert not app.exception
    assert not app.error
    faces = {str(group.key) for group in app.button_group}
    assert {f"face-{name}" for name in set(VIEWS) - {"counter-balance"}} <= faces
    first = next(text for text in words(app) if "atlas-headline" in text)
    assert statement(language("en")) in first


@pytest.mark.parametrize("method", METHODS[1:])
def test_every_method_can_be_chosen_and_stands_in_the_link(method):
    app = open_page("counter-streams", lang="en")
    before = words(app)
    app.selectbox(key="method").select(method).run()
    assert not app.exception
    assert app.query_params == {"lang": "en", "method": method}
    assert words(app) != before


def test_every_other_choice_changes_the_page_and_a_link_reopens_it():
    app = open_page("counter-streams", lang="en")
    app.select_slider(key="year").set_value("1995").run()
    app.select_slider(key="least").set_value("50000").run()
    app.button_group(key="countries").set_value(["UZB"]).run()
    app.selectbox(key="corridor").select("UZB-KAZ").run()
    app.button_group(key="whole").set_value("net").run()
    wanted = {
        "lang": "en",
        "year": "1995",
        "least": "50000",
        "countries": "UZB",
        "corridor": "UZB-KAZ",
        "whole": "net",
    }
    assert not app.exception
    assert app.query_params == wanted
    again = open_page("counter-streams", **wanted)
    assert words(again) == words(app)
    assert figures(again) == figures(app)


@pytest.mark.parametrize(
    ("whole", "shown", "hidden"),
    [
        ("from", "counter-return-share", "counter-balance"),
        ("effectiveness", "counter-balance", "counter-return-share"),
        ("net", "counter-balance", "counter-return-share"),
    ],
)
def test_only_the_chosen_measure_of_whole_countries_is_built(whole, shown, hidden):
    app = open_page("counter-streams", lang="en", whole=whole)
    faces = {str(group.key) for group in app.button_group}
    assert f"face-{shown}" in faces
    assert f"face-{hidden}" not in faces


def test_without_a_choice_the_largest_main_current_is_in_hand_and_follows_the_country():
    app = open_page("counter-streams", lang="en")
    assert any("from Kazakhstan to Russia" in text for text in words(app))
    app.button_group(key="countries").set_value(["TJK"]).run()
    assert any("from Tajikistan to Russia" in text for text in words(app))


@pytest.mark.parametrize("address", [{"countries": "TKM"}, {"corridor": "TKM-TUR"}], ids=str)
def test_what_nobody_counted_leaves_the_page_whole(address):
    app = open_page("counter-streams", lang="en", **address)
    assert not app.exception
    assert any("atlas-hole" in text for text in words(app))


def test_nonsense_is_left_out_of_the_link():
    app = open_page(
        "counter-streams", method="guess", year="2021", least="7", corridor="X", whole="gross"
    )
    assert not app.exception
    assert not set(app.query_params) & {"method", "year", "least", "corridor", "whole"}


def test_the_first_run_stays_small():
    app = open_page("counter-streams", lang="ru")
    sizes = [len(c.proto.spec) for c in app.get("plotly_chart")]
    sizes += [len(d.proto.json) for d in app.get("deck_gl_json_chart")]
    sizes += [len(text) for text in words(app) if not text.startswith("<style>")]
    sizes += [len("".join(box.options)) for box in app.selectbox]
    assert sum(sizes) < 150_000
