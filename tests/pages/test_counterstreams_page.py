"""The page of counter-streams: its choices, and what it builds for them."""

import html

import pytest

from components.controls.counterstreams import WORDS
from components.language import language
from components.views.counterstreams import VIEWS
from components.views.counterstreams.common import statement
from data.measures.catalogue import METHODS
from tests.opening import choose, figures, maps, open_page


def words(app) -> list[str]:
    return [element.value for element in app.html]


def test_all_views_are_there_and_the_statement_stands_below_the_map():
    faces, whole = set(), ("counted", "to", "net")
    opened = [{"closer": part} for part in ("corridor", "counted", "editions")]
    for address in (*opened, *({"closer": "whole", "whole": one} for one in whole)):
        app = open_page("counter-streams", lang="en", **address)
        assert not app.exception
        assert not app.error
        faces |= {str(group.key) for group in app.button_group}
    assert {f"face-{name}" for name in VIEWS} <= faces
    assert any(html.escape(statement(language("en"))) in text for text in words(app))


def test_measures_are_explained_one_click_from_the_map():
    app = open_page("counter-streams", lang="en")
    assert not any("Ravenstein, E. G. (1885)" in text for text in words(app))
    app.session_state[WORDS] = True
    app.run()
    assert any("÷" in text and "Ravenstein, E. G. (1885)" in text for text in words(app))


@pytest.mark.parametrize("method", METHODS[1:])
def test_every_method_can_be_chosen_and_stands_in_the_link(method):
    app = open_page("counter-streams", lang="en")
    before = words(app)
    choose(app, "method", method)
    assert not app.exception
    assert app.query_params == {"lang": "en", "method": method}
    assert words(app) != before


def test_every_other_choice_changes_the_page_and_a_link_reopens_it():
    app = open_page("counter-streams", lang="en")
    choose(app, "year", "1995")
    choose(app, "least", "50000")
    choose(app, "countries", ["UZB"])
    choose(app, "corridor", "UZB-KAZ")
    choose(app, "closer", "whole")
    choose(app, "whole", "net")
    wanted = {
        "closer": "whole",
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


def test_without_a_choice_the_largest_main_current_is_in_hand_and_follows_the_country():
    app = open_page("counter-streams", lang="en")
    choose(app, "closer", "corridor")
    assert any("from Kazakhstan to Russia" in text for text in words(app))
    choose(app, "countries", ["TJK"])
    assert any("from Tajikistan to Russia" in text for text in words(app))


@pytest.mark.parametrize(
    "address",
    [{"countries": "TKM", "closer": "whole"}, {"corridor": "TKM-TUR", "closer": "counted"}],
    ids=str,
)
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
    sizes += [len(drawn) for drawn in maps(app)]
    sizes += [len(text) for text in words(app) if not text.startswith("<style>")]
    sizes += [len("".join(box.options)) for box in app.selectbox]
    assert sum(sizes) < 150_000
