"""Every page runs in every language, with every choice, and with data that are not there."""

import json
import re

import pytest
from streamlit.testing.v1 import AppTest

from components.frame.footer import cited
from components.language import LANGUAGES, PSEUDO, language
from components.navigation import PAGES
from components.web.early import CHARTED
from data import loaders
from data.areas import FIVE
from data.citation import citation
from data.errors import DamagedTable, DataError, EmptyTable, MissingTable, UnknownCode
from data.measures.catalogue import CORRIDORS
from data.measures.corridors import directions
from data.provenance import source, source_ids
from tests.opening import (
    OF_VIEWS,
    charts,
    choose,
    control,
    figures,
    maps,
    messages,
    open_page,
    pictures,
)
from tests.support import WHOLE, escaped, found, texts_in

PICTURE = re.compile(r"!\[\]\([^)]*\)")
CYRILLIC = re.compile(r"[А-Яа-яЁё]")
URLS = [spec.url for spec in PAGES]
SPOKEN = [*WHOLE, PSEUDO]
CORRIDOR = {"corridor": "KAZ-RUS", "measure": "flow"}
PROBLEMS = (MissingTable, EmptyTable, DamagedTable, UnknownCode)

every_page = pytest.mark.parametrize("url", URLS)
every_page_of_views = pytest.mark.parametrize("url", [spec.url for spec in OF_VIEWS])
in_every_language = pytest.mark.parametrize("lang", SPOKEN)
for_readers = pytest.mark.parametrize("lang", WHOLE)


def works(app: AppTest) -> bool:
    return not app.exception and not app.error


def headlines(app: AppTest) -> list[str]:
    """The text of every heading on a page."""
    bodies = " ".join(element.value for element in app.html)
    return re.findall(r"<h[123][^>]*>(.*?)</h[123]>", bodies)


def cards_of(app: AppTest) -> list[str]:
    """The names of the cards of a page that have a table."""
    keys = [str(group.key) for group in app.button_group]
    return [key.removeprefix("face-") for key in keys if key.startswith("face-")]


def labels(app: AppTest) -> list[str]:
    """What the links of a page to others say."""
    return [link.proto.label for link in app.get("page_link")]


# Every page in every language


@in_every_language
@every_page_of_views
def test_a_page_opens_with_a_headline_and_charts(url, lang):
    app = open_page(url, lang=lang)
    assert works(app)
    assert headlines(app)
    assert figures(app)
    assert bool(app.get("plotly_chart")) == (url in CHARTED)


@for_readers
@every_page
def test_headings_are_in_the_readers_language(url, lang):
    for heading in headlines(open_page(url, lang=lang)):
        assert bool(CYRILLIC.search(heading)) == (lang == "ru"), heading


@every_page
def test_nothing_russian_stands_on_an_english_page(url):
    own = {one.name for one in LANGUAGES.values()}  # in themselves, where the reader chooses
    for _, _, text in messages(open_page(url, lang="en")):
        assert text in own or not CYRILLIC.search(text), text


@for_readers
@every_page
def test_every_chart_and_every_control_has_words_for_those_who_do_not_see_it(url, lang):
    app = open_page(url, lang=lang, **CORRIDOR)
    for chart in app.get("plotly_chart"):
        assert chart.proto.alt.strip()
    assert all(re.search(r'role="group" aria-label="[^"]+"', drawn) for drawn in maps(app))
    for widget in (
        *app.button,
        *app.button_group,
        *app.selectbox,
        *app.select_slider,
        *app.multiselect,
        *app.toggle,
    ):
        assert widget.label.strip()


@every_page_of_views
def test_a_page_shows_each_view_with_source_and_licence_and_a_link_to_itself(url):
    app = open_page(url, lang="en")
    cards = cards_of(app)
    assert len(cards) >= len(charts(app))
    for card in cards:
        app.session_state[f"more-{card}"] = app.session_state[f"foot-{card}"] = True
    app.run()
    bodies = " ".join(element.value for element in app.html)
    assert bodies.count("<div class='atlas-notes'>") == len(cards)
    assert "rel='noopener noreferrer'" in bodies
    codes = [code.value for code in app.code]
    for link, told in zip(codes[::2], codes[1::2], strict=True):
        assert re.fullmatch(r"\?lang=en(&story=region)?#card-[\w-]+", link)
        assert link in told


# The pseudo-language: whatever is not wrapped has escaped translation


def data_that_no_one_translates() -> set[str]:
    """What stands on pages as its publisher wrote it, in every language."""
    citations = {source(source_id).citation for source_id in source_ids()}
    versions = {source(source_id).version for source_id in source_ids()}
    licences = {source(source_id).licence["name"] for source_id in source_ids()}
    atlas = cited(citation(), "").strip()
    spoken = {one.name for one in LANGUAGES.values()}  # where the reader chooses
    return citations | versions | licences | spoken | {atlas}


def outside(text: str) -> str:
    for known in sorted(data_that_no_one_translates() - {""}, key=len, reverse=True):
        text = text.replace(known, " ")
    text = PICTURE.sub("", text)
    return escaped(text)


def nothing_escapes(app: AppTest) -> None:
    for element, field, text in messages(app):
        assert not outside(text), (element, field, text)
    for chart in charts(app):
        for text in texts_in(chart):
            assert not escaped(re.sub(r"<br>[^\s⟦⟧]+: ⟦", "⟦", text)), text  # a source's own series


@pytest.mark.parametrize("address", [{}, CORRIDOR, {"measure": "permits", "world": "1"}])
@every_page
def test_no_string_of_a_page_escapes_translation(url, address):
    nothing_escapes(open_page(url, lang=PSEUDO, **address))


@pytest.mark.parametrize("measure", CORRIDORS)
def test_no_string_of_a_measure_escapes_translation(measure):
    nothing_escapes(open_page("corridors", lang=PSEUDO, measure=measure))


@every_page_of_views
def test_no_string_behind_a_chart_escapes_translation(url):
    app = open_page(url, lang=PSEUDO)
    cards = cards_of(app)
    assert cards
    for card in cards:
        app.button_group(key=f"face-{card}").set_value("table")
        app.session_state[f"more-{card}"] = app.session_state[f"foot-{card}"] = True
    app.run()
    assert works(app)
    for element, field, text in messages(app):
        told = re.sub(r"\b[A-Z]{3}-[A-Z]{3}\b|#card-\S+|table=\S+", " ", text)  # codes
        assert not outside(told), (element, field, text)


def test_plotly_has_no_tool_bar_and_names_months_in_the_readers_language():
    config = json.loads(open_page("corridors", lang="ru").get("plotly_chart")[0].proto.config)
    assert config["displayModeBar"] is False
    assert config["locales"]["ru"]["format"]["months"][0] == "января"


# Choices


def test_every_measure_and_direction_can_be_reached_by_the_controls():
    app = open_page("corridors", lang="en")
    assert len(control(app, "measure").options) == len(CORRIDORS)
    for measure in CORRIDORS:
        choose(app, "measure", measure)
        assert works(app), measure
        assert app.query_params.get("measure", "stock") == measure
        ways = directions(found(measure))
        for way in (*ways[1:], ways[0]) if len(ways) > 1 else ():
            choose(app, "direction", way)
            assert works(app), (measure, way)
            assert figures(app), (measure, way)


@for_readers
def test_every_other_control_changes_the_page_and_stands_in_the_link(lang):
    app = open_page("corridors", lang=lang)
    choose(app, "year", "2010")
    choose(app, "countries", ["UZB"])
    choose(app, "sex", "female")
    choose(app, "minimum", "1000")
    choose(app, "top", "10")
    choose(app, "partners", ["RUS", "UKR"])
    choose(app, "world", True)
    choose(app, "corridor", "UZB-RUS")
    assert works(app)
    assert app.query_params == {
        "lang": lang,
        "year": "2010",
        "countries": "UZB",
        "sex": "female",
        "minimum": "1000",
        "top": "10",
        "partners": "RUS,UKR",
        "world": "1",
        "corridor": "UZB-RUS",
    }
    again = open_page("corridors", **app.query_params)
    assert headlines(again) == headlines(app)
    assert figures(again) == figures(app)


@pytest.mark.parametrize("method", CORRIDORS["flow"].methods)
def test_every_method_can_be_chosen_and_is_named(method):
    app = open_page("corridors", lang="en", measure="flow")
    first = headlines(app)
    choose(app, "method", method)
    assert works(app)
    assert (headlines(app) == first) == (method == CORRIDORS["flow"].methods[0])


@for_readers
def test_a_choice_without_figures_says_so_in_their_place(lang):
    app = open_page("corridors", lang=lang, measure="frontex_voluntary", countries="KAZ")
    assert works(app)
    bodies = " ".join(element.value for element in app.html)
    told = re.findall(r"<p class='atlas-said atlas-hole'>(.*?)</p>", bodies)
    assert told
    assert all(bool(CYRILLIC.search(text)) == (lang == "ru") for text in told)


@pytest.mark.parametrize(
    "address",
    [
        {"measure": "gold", "direction": "up", "year": "0", "countries": "XYZ"},
        {"measure": "flow", "method": "../../etc/passwd", "year": "2024"},
        {"measure": "uk_voluntary", "direction": "from", "sex": "female"},
        {"corridor": "KAZ-KAZ", "place": "<script>", "partners": "ZZZ,,"},
        {"corridor": "KAZ", "minimum": "-5", "top": "1000000", "world": "yes"},
        {"show": "nothing-like-it"},
        {"show": "evidence"},
        {"lang": "xx", "year": "2024' or 1=1"},
        {"countries": "", "measure": ""},
    ],
    ids=str,
)
@every_page_of_views
def test_nonsense_in_the_address_opens_the_page_as_it_is_without_it(url, address):
    app = open_page(url, **address)
    assert works(app)
    assert headlines(app)
    assert figures(app)
    for name, value in address.items():
        if name not in ("measure",) or value not in CORRIDORS:
            assert app.query_params.get(name) != value


@for_readers
def test_the_language_switch_changes_the_page_and_keeps_the_choices(lang):
    other = next(code for code in WHOLE if code != lang)
    app = open_page("corridors", lang=lang, measure="permits")
    choose(app, "language-switch", other)
    assert works(app)
    assert app.query_params == {"lang": other, "measure": "permits"}
    assert bool(CYRILLIC.search(headlines(app)[0])) == (other == "ru")


def part_of(view: str) -> dict[str, str]:
    return {"closer": view} if view == "sankey" else {}


@pytest.mark.parametrize("view", ["corridor-map", "ranked", "time", "sankey"])
def test_a_view_can_have_the_screen_alone_and_give_it_back(view):
    app = open_page("corridors", lang="en", **part_of(view))
    app.session_state[f"more-{view}"] = True
    app.run()
    app.button(key=f"show-{view}").click().run()
    assert works(app)
    assert len(pictures(app)) == 1
    assert app.query_params.items() >= {"lang": "en", "show": view}.items()
    app.button(key="stage-back").click().run()
    assert works(app)
    assert len(figures(app)) > 1
    assert "show" not in app.query_params


@for_readers
@pytest.mark.parametrize("view", ["corridor-map", "ranked", "time", "sankey"])
def test_a_picture_can_be_taken_of_every_view(view, lang):
    app = open_page("corridors", lang=lang, **part_of(view))
    assert not pictures(app)
    app.session_state[f"more-{view}"] = True
    app.run()
    app.button(key=f"png-{view}").click().run()
    assert works(app)
    assert app.session_state[f"more-{view}"] is False
    [slides] = pictures(app)
    assert all(slide["svg"].startswith("<svg") for slide in slides)


@for_readers
def test_the_ways_on_from_the_start_page_open_what_they_say(lang):
    links = [link.proto.query_string for link in open_page("start", lang=lang).get("page_link")]
    ways = [dict(part.split("=") for part in link.split("&")) for link in links]
    countries = [way["countries"] for way in ways if "countries" in way]
    assert countries == list(FIVE)
    for code in countries:
        answer = open_page("countries", lang=lang, countries=code)
        assert works(answer)
        assert answer.query_params.get("countries", code) == code
    for part in {way["part"] for way in ways if "part" in way}:
        assert open_page("countries", lang=lang, part=part).query_params.get("part") == part


# Data that are not there


def broken(monkeypatch: pytest.MonkeyPatch, table: str, problem: type[DataError]) -> None:
    load = loaders.load

    def load_or_fail(name, *more):
        if name == table:
            raise problem(table, "for the test")
        return load(name, *more)

    monkeypatch.setattr(loaders, "load", load_or_fail)


def tells(app: AppTest, table: str, lang: str) -> None:
    """The page says what is wrong, in the reader's language, and does not fail."""
    assert not app.exception
    assert app.error
    for error in app.error:
        assert table in error.value
        assert bool(CYRILLIC.search(error.value)) == (lang == "ru")
        assert "Error" not in error.value


@for_readers
@pytest.mark.parametrize("problem", PROBLEMS, ids=lambda problem: problem.__name__)
def test_a_table_that_is_not_there_leaves_the_rest_of_the_start_page(
    problem, lang, monkeypatch, fresh_cache
):
    broken(monkeypatch, "avrr", problem)
    app = open_page("start", lang=lang)
    tells(app, "avrr", lang)
    assert maps(app)
    assert headlines(app)


@for_readers
def test_without_the_stocks_the_start_page_still_tells_of_assisted_return(
    lang, monkeypatch, fresh_cache
):
    broken(monkeypatch, "migrant_stocks", MissingTable)
    app = open_page("start", lang=lang)
    tells(app, "migrant_stocks", lang)
    assert language(lang).text("How assisted return works") in labels(app)


@for_readers
def test_without_the_flows_the_map_of_stocks_and_its_charts_are_still_there(
    lang, monkeypatch, fresh_cache
):
    broken(monkeypatch, "migration_flows", DamagedTable)
    app = open_page("corridors", lang=lang, corridor="KAZ-RUS")
    tells(app, "migration_flows", lang)
    assert maps(app)
    assert len(app.get("plotly_chart")) == 1  # what all sources say


@for_readers
@pytest.mark.parametrize("problem", PROBLEMS, ids=lambda problem: problem.__name__)
def test_without_the_table_of_a_measure_another_measure_can_still_be_chosen(
    problem, lang, monkeypatch, fresh_cache
):
    broken(monkeypatch, "forced_displacement", problem)
    app = open_page("corridors", lang=lang, measure="refugees", corridor="KAZ-RUS")
    tells(app, "forced_displacement", lang)
    choose(app, "measure", "flow")
    assert works(app)
    assert maps(app)


def test_a_table_that_comes_back_is_shown_again(monkeypatch, fresh_cache):
    with monkeypatch.context() as patched:
        broken(patched, "avrr", MissingTable)
        app = open_page("start", lang="en")
        tells(app, "avrr", "en")
    app.run()
    assert works(app)
    assert language("en").text("How assisted return works") in labels(app)


def test_the_controls_of_a_measure_without_its_table_are_still_there(monkeypatch, fresh_cache):
    broken(monkeypatch, "migrant_stocks", EmptyTable)
    app = open_page("corridors", lang="en")
    tells(app, "migrant_stocks", "en")
    assert control(app, "measure").value == "stock"
    assert control(app, "countries").options
