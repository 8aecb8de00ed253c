"""The reader's choices, in widgets and in the address."""

from itertools import permutations
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.controls.corridors import offer_of
from components.session import memory, state
from components.views.corridors.filters import MINIMUMS, TOPS, CorridorFilters
from data.areas import FIVE
from data.measures.catalogue import CORRIDORS
from tests.reader import DECLARED, Reader, streamlit_of_its_own

pytestmark = pytest.mark.usefixtures(streamlit_of_its_own.__name__)

METHODS = CORRIDORS["flow"].methods
YEARS = ("1990", "2020", "2024")


class Browser(Reader):
    """A reader of a page with every kind of choice, as the corridor page makes them."""

    def run(self, page: str = "corridors") -> dict:
        choices = self.open(page)
        chosen = {
            "lang": choices.language(),
            "measure": choices.one("measure", tuple(CORRIDORS), "stock"),
            "method": choices.one("method", METHODS, METHODS[0]),
            "year": choices.one("year", YEARS, YEARS[-1]),
            "who": choices.several("who", FIVE, FIVE, shared=True),
            "partner": choices.several("partner", ("DEU", "RUS", "USA"), ()),
            "least": choices.one("least", [str(m) for m in MINIMUMS], "0"),
            "top": choices.one("top", [str(t) for t in TOPS], "15"),
            "world": choices.flag("world"),
            "show": choices.alone(("ranked", "time")),
        }
        choices.write()
        self.shows(choices)
        return chosen


some_of = st.lists(st.sampled_from(FIVE), min_size=1, unique=True)
links = st.fixed_dictionaries(
    {},
    optional={
        "measure": st.sampled_from(list(CORRIDORS)),
        "method": st.sampled_from(METHODS),
        "year": st.sampled_from(YEARS),
        "who": some_of.map(",".join),
        "partner": st.lists(st.sampled_from(["DEU", "RUS", "USA"]), min_size=1, unique=True).map(
            ",".join
        ),
        "least": st.sampled_from([str(m) for m in MINIMUMS]),
        "top": st.sampled_from([str(t) for t in TOPS]),
        "world": st.just("1"),
        "lang": st.sampled_from(["en", "ru", "qps"]),
        "show": st.sampled_from(["ranked", "time"]),
    },
)
nonsense = st.dictionaries(
    st.sampled_from(
        [
            "measure",
            "method",
            "year",
            "who",
            "partner",
            "least",
            "top",
            "world",
            "lang",
            "show",
            "unheard",
        ]
    ),
    st.one_of(st.text(max_size=12), st.sampled_from(["../etc", "<b>", "ZZZ,,", "-1", "1e9"])),
)


@given(links)
def test_a_link_made_from_any_choice_opens_the_same_choice(link):
    first = Browser(**link)
    chosen = first.run()
    again = Browser(**first.address)
    assert again.run() == chosen
    assert again.address == first.address


@given(links)
def test_what_is_asked_for_is_what_is_chosen(link):
    chosen = Browser(**link).run()
    for name, code in link.items():
        if name in ("who", "partner"):
            assert set(chosen[name]) == set(code.split(","))
        elif name == "world":
            assert chosen[name] is True
        else:
            assert chosen[name] == code


@given(links)
def test_the_address_holds_only_what_differs_from_the_defaults(link):
    browser = Browser(**link)
    browser.run()
    usual = Browser().run()
    for name, code in browser.address.items():
        told = code.split(",") if name in ("who", "partner") else code
        assert name == "lang" or told != usual[name]


@given(nonsense)
def test_nonsense_falls_back_to_the_defaults_and_leaves_the_address(asked):
    usual = Browser().run()
    browser = Browser(**asked)
    chosen = browser.run()
    valid = {"measure": CORRIDORS, "method": METHODS, "year": YEARS, "lang": ("en", "ru", "qps")}
    for name, allowed in valid.items():
        assert chosen[name] in allowed
        if asked.get(name) not in allowed:
            assert chosen[name] == usual[name]
            assert name not in browser.address
    assert set(chosen["who"]) <= set(FIVE)
    assert "unheard" not in browser.address
    assert chosen["show"] in ("", "ranked", "time")


def test_defaults_alone_leave_the_address_empty():
    browser = Browser()
    browser.run()
    assert browser.address == {}
    asked = Browser(measure="stock", top="15", who=",".join(FIVE), least="0")
    asked.run()
    assert asked.address == {}


@given(st.permutations(FIVE), st.integers(1, 4))
def test_countries_stand_in_one_order_whatever_order_they_are_asked_in(order, count):
    asked = order[:count]
    browser = Browser(who=",".join(asked))
    assert browser.run()["who"] == tuple(code for code in FIVE if code in asked)


def test_some_nonsense_among_countries_leaves_the_good_ones():
    assert Browser(who="UZB,ZZZ,,TJK").run()["who"] == ("TJK", "UZB")


def test_a_widget_moved_by_the_reader_wins_over_the_address_it_left():
    browser = Browser(measure="flow")
    assert browser.run()["measure"] == "flow"
    for said in ("asylum", "A name in the language before"):  # which is no option, and no move
        browser.widgets["measure"] = said
        assert browser.run()["measure"] == "asylum"
        assert browser.address["measure"] == "asylum"


def test_an_address_typed_by_the_reader_wins_over_the_widgets():
    browser = Browser(measure="flow")
    browser.run()
    browser.types(measure="permits")
    assert browser.run()["measure"] == "permits"
    assert browser.widgets["measure"] == "permits"


def test_choices_are_put_into_the_widgets():
    browser = Browser(measure="flow", who="TJK,UZB", world="1")
    browser.run()
    assert browser.widgets["measure"] == "flow"
    assert browser.widgets["who"] == ["TJK", "UZB"]
    assert browser.widgets["world"] is True


def test_shared_choices_and_the_language_go_along_to_the_next_page_and_others_do_not():
    browser = Browser(who="TJK", measure="flow", lang="ru")
    browser.run("corridors")
    browser.st.query_params.clear()  # a page of the menu has a bare address
    arrived = browser.run("another")
    assert arrived["who"] == ("TJK",)
    assert arrived["lang"] == "ru"
    assert arrived["measure"] == "stock"
    assert browser.address == {"who": "TJK", "lang": "ru"}


def test_emptied_pills_mean_all_again():
    browser = Browser(who="TJK")
    browser.run()
    browser.widgets["who"] = []
    assert browser.run()["who"] == FIVE


@pytest.mark.parametrize(
    ("locale", "address", "expected"),
    [
        ("ru-RU", {}, "ru"),
        ("ru", {}, "ru"),
        ("en-GB", {}, "en"),
        ("de-DE", {}, "en"),
        (None, {}, "en"),
        ("en-GB", {"lang": "ru"}, "ru"),
        ("ru-RU", {"lang": "en"}, "en"),
        ("ru-RU", {"lang": "xx"}, "ru"),
    ],
)
def test_the_address_decides_the_language_before_the_browser_does(locale, address, expected):
    assert Browser(locale, **address).run()["lang"] == expected


def test_a_language_that_only_the_browser_wants_stays_out_of_the_address():
    browser = Browser("ru-RU")
    browser.run()
    assert "lang" not in browser.address


def test_a_view_asked_to_fill_the_screen_does_so_until_it_is_let_go():
    browser = Browser(show="ranked")
    assert browser.run()["show"] == "ranked"
    memory.show("")
    assert browser.run()["show"] == ""
    assert browser.address == {}


def test_a_view_that_is_not_on_the_page_never_fills_the_screen():
    browser = Browser(show="nothing-like-it")
    assert browser.run()["show"] == ""
    assert browser.address == {}


# From one measure of the corridors to another


def corridors(browser: Browser) -> CorridorFilters:
    """One run of the corridor page."""
    return browser.sees("corridors")


def latest(measure: str) -> int:
    return max(offer_of(measure, "total", None).years)


@pytest.mark.parametrize(("first", "second"), [*permutations(CORRIDORS, 2)])
def test_a_measure_opens_at_its_own_year_and_direction_wherever_the_reader_comes_from(
    first, second
):
    browser = Browser(measure=first)
    before = corridors(browser)
    for measure in (second, first):
        browser.widgets["measure"] = measure
        seen = corridors(browser)
        assert seen.year == latest(measure)
        assert seen.direction == CORRIDORS[measure].direction
    assert seen == before


@pytest.mark.parametrize(("first", "second"), [*permutations(CORRIDORS, 2)])
def test_a_choice_that_a_measure_does_not_have_is_there_again_when_it_can_be_had(first, second):
    browser = Browser(measure=first)
    corridors(browser)
    sex = "female" if CORRIDORS[first].sexes else "total"
    offered = offer_of(first, sex, None)
    chosen = {
        "year": str(offered.years[0]),
        "direction": offered.directions[-1],
        "partners": [offered.partners[0]],
        "sex": sex,
    }
    browser.widgets.update(chosen)
    before = corridors(browser)
    assert (before.year, before.direction) == (offered.years[0], offered.directions[-1])
    assert before.partners == (offered.partners[0],)
    assert before.sex == sex
    browser.widgets["measure"] = second
    between = corridors(browser)
    there = offer_of(second, between.sex, between.method)
    assert between.year in there.years
    assert between.direction in there.directions
    browser.widgets["measure"] = first
    assert corridors(browser) == before


def test_a_widget_that_streamlit_forgot_does_not_take_the_choice_with_it():
    browser = Browser(measure="stock")
    corridors(browser)
    browser.widgets["sex"] = "female"
    corridors(browser)
    browser.widgets["measure"] = "asylum"
    corridors(browser)
    del browser.widgets["sex"]  # the control was not shown
    browser.widgets["measure"] = "stock"
    assert corridors(browser).sex == "female"


def test_a_choice_set_aside_does_not_go_along_to_another_page():
    browser = Browser(measure="stock", sex="female")
    corridors(browser)
    browser.st.query_params.clear()
    browser.run("another")
    browser.st.query_params.clear()
    assert corridors(browser).sex == "total"


def test_money_opens_on_what_is_sent_to_the_region():
    browser = Browser(measure="remittances")
    seen = corridors(browser)
    assert (seen.direction, seen.year) == ("to", 2021)
    assert browser.address == {"measure": "remittances"}


# One name for the choice of countries, from page to page

OF_COUNTRIES = [page for page, declared in DECLARED.items() if "countries" in declared.keys]
SEVERAL = [page for page in OF_COUNTRIES if DECLARED[page].keys["countries"].form == "pills"]


@pytest.mark.parametrize(
    "link",
    [
        "countries=KAZ,UZB",
        "who=KAZ,UZB",
        "who=UZB&who=KAZ",
        "countries=kaz;uzb",
        "Countries=Kaz, UZB.",
        "who=«KAZ»|uzb)",
        "country=KAZ&who=UZB",
        "countries=KAZ+UZB",
    ],
)
@pytest.mark.parametrize("page", [page for page in SEVERAL if page != "readiness"])
def test_countries_are_understood_however_they_are_written(page, link):
    reader = Browser(link=link)
    assert reader.sees(page).countries == ("KAZ", "UZB")
    assert reader.address == {"countries": "KAZ,UZB"}
    assert reader.odd == []


@pytest.mark.parametrize("link", ["countries=tjk", "country=TJK", "who=TJK.", "who=(tjk)"])
def test_the_page_of_one_country_understands_the_same_names(link):
    reader = Browser(link=link)
    assert reader.sees("countries").country == "TJK"
    assert reader.address == {"countries": "TJK"}


@pytest.mark.parametrize("page", SEVERAL)
def test_a_country_that_was_chosen_goes_along_both_ways(page):
    reader = Browser(link="who=UZB")
    assert reader.sees(page).countries == ("UZB",)
    assert reader.goes("countries").country == "UZB"
    reader.widgets["countries"] = "TJK"
    assert reader.sees("countries").country == "TJK"
    assert reader.goes(page).countries == ("TJK",)
    assert reader.address["countries"] == "TJK"


@pytest.mark.parametrize("page", SEVERAL)
def test_a_country_that_nobody_chose_does_not_go_along(page):
    reader = Browser()
    assert reader.sees("countries").country == "KAZ"
    assert reader.goes(page).countries == FIVE
    assert reader.goes("countries").country == "KAZ"
    reader.widgets["countries"] = "KAZ"  # what is shown already, so no choice
    reader.sees("countries")
    assert reader.goes(page).countries == FIVE


def test_all_five_are_no_choice_and_a_few_are_not_lost_on_the_page_of_one():
    reader = Browser(link="who=KAZ,KGZ,TJK,TKM,UZB")
    reader.sees("corridors")
    assert reader.goes("returns").countries == FIVE
    reader.widgets["countries"] = ["TJK", "UZB"]
    reader.sees("returns")
    assert reader.goes("countries").country == "TJK"
    assert reader.odd == []
    assert reader.goes("avrr").countries == ("TJK", "UZB")


def test_russia_stays_where_it_is_understood():
    reader = Browser(link="countries=RUS")
    assert reader.sees("countries").country == "RUS"
    assert reader.goes("corridors").countries == FIVE
    assert reader.goes("countries").country == "RUS"


# What is not understood is told


@pytest.mark.parametrize("page", OF_COUNTRIES)
def test_what_is_not_understood_is_told_once_and_falls_back(page):
    usual = Browser().sees(page)
    reader = Browser(link="countries=XYZ&yeer=2010&lang=xx&utm_source=mail&fbclid=1")
    assert reader.sees(page) == usual
    assert reader.odd == ["lang=xx", "countries=XYZ", "yeer=2010"]
    assert reader.address == {}
    reader.sees(page)
    assert reader.odd == ["lang=xx", "countries=XYZ", "yeer=2010"]  # a run is no choice
    reader.widgets["countries"] = "TJK" if page == "countries" else ["TJK"]
    reader.sees(page)
    assert reader.odd == []


@pytest.mark.parametrize("page", DECLARED)
def test_nothing_in_the_address_is_lost_without_a_word(page):
    for key, one in DECLARED[page].keys.items():
        if one.form == "text" and not one.means:  # may be anything at all
            continue
        reader = Browser(link=f"{key}=no-such")
        reader.sees(page)
        assert reader.odd == [f"{key}=no-such"], one


def test_a_choice_that_the_measure_does_not_have_is_told_and_set_aside():
    reader = Browser(link="measure=asylum&sex=female")
    assert reader.sees("corridors").sex == "total"
    assert reader.odd == ["sex=female"]
    reader.widgets["measure"] = "stock"
    assert reader.sees("corridors").sex == "female"
    assert reader.odd == []


@given(st.sampled_from(sorted(DECLARED)), st.dictionaries(st.text(max_size=8), st.text(max_size=9)))
def test_no_address_is_an_error(page, address):
    Browser(link=urlencode(address)).sees(page)


# A browser tells of arrivals, and of Back


def test_an_arrival_is_put_right_in_its_place_and_a_choice_is_a_new_entry():
    reader = Browser(link="who=tjk")
    reader.st.context.url = "http://atlas.test/corridors"
    choices = reader.open("corridors", {"who": "countries"})
    choices.language()
    choices.several("countries", FIVE, FIVE, shared=True)
    choices.write()
    assert choices.told == "countries=TJK"
    assert reader.address == {"who": "tjk"}  # the browser has not heard yet
    reader.shows(choices)
    reader.widgets["countries"] = ["UZB"]  # and the reader is quicker
    again = reader.open("corridors", {"who": "countries"})
    again.language()
    assert again.several("countries", FIVE, FIVE, shared=True) == ("UZB",)
    again.write()
    assert again.told is None
    assert reader.address == {"countries": "UZB"}


def test_a_second_choice_before_the_browser_has_heard_of_the_first_keeps_both():
    reader = Browser(measure="refugees")
    reader.run()
    reader.widgets["who"] = ["KAZ"]
    reader.run()
    for year in ("2020", "2024"):  # and back to what is usual
        reader.types(measure="refugees")
        reader.widgets["year"] = year
        seen = reader.run()
        assert (seen["who"], seen["year"]) == (("KAZ",), year)
    assert reader.address == {"measure": "refugees", "who": "KAZ"}
    reader.widgets["who"] = []
    reader.types(measure="refugees")
    reader.run()
    reader.types(measure="refugees", who="KAZ")
    reader.widgets["world"] = True
    reader.run()
    assert reader.address == {"measure": "refugees", "world": "1"}


@pytest.mark.parametrize("why", [("by_history", lambda: True), ("HEARING", 0.0)])
def test_an_address_of_before_is_followed_when_back_leads_there_or_later(monkeypatch, why):
    reader = Browser(measure="refugees")
    reader.run()
    reader.widgets["who"] = ["KAZ"]
    reader.run()
    monkeypatch.setattr(memory, *why)
    reader.types(measure="refugees")
    assert reader.run()["who"] == FIVE


def test_back_to_a_page_without_a_country_does_not_bring_one_along(monkeypatch):
    reader = Browser()
    assert reader.sees("corridors").countries == FIVE
    reader.goes("countries")
    reader.widgets["countries"] = "UZB"
    reader.sees("countries")
    monkeypatch.setattr(state, "by_history", lambda: True)
    assert reader.goes("corridors").countries == FIVE
    assert reader.address == {}


def test_the_language_of_the_menu_is_the_language_of_the_page():
    reader = Browser(link="lang=RU")
    reader.open()
    assert memory.wanted_language() == "ru"
    reader.sees("corridors")
    memory.ask(lang="en")
    assert memory.wanted_language() == "en"
    reader.sees("corridors")
    reader.st.query_params.clear()
    assert memory.wanted_language() == "en"
