"""“Add to my slides”: what a card's button keeps brings back the view of that card, as it was."""

import html
import json
import re

import pytest

from components.card.adding import adding_html
from components.context import RenderContext
from components.controls.decks import place_of
from components.controls.pages import CHOICES, SUBJECTS
from components.decks.coded import PAIRS, VALUE, read
from components.decks.model import Slide
from components.language import language
from components.session import memory
from components.views.corridors.filters import CorridorFilters
from components.views.registry import SPECS
from tests.reader import Reader, streamlit_of_its_own
from tests.support import built

pytestmark = pytest.mark.usefixtures(streamlit_of_its_own.__name__)
LINKS = {
    "corridors": ("", "measure=refugees&countries=UZB&year=2020&top=10", "corridor=KAZ-RUS"),
    "countries": ("", "countries=TJK&part=money", "countries=RUS&beside=KAZ,UZB&part=people"),
    "flow-types": ("", "countries=UZB"),
    "counter-streams": ("", "countries=KAZ,KGZ"),
    "returns": ("", "countries=KAZ,TJK"),
    "avrr": ("", "countries=KGZ"),
    "drivers": ("", "countries=TJK"),
    "readiness": ("", "country=UZB&closer=chain"),
    "sdg": ("", "countries=KAZ&table=sdg-blocks"),
    "policy": ("", "countries=TKM"),
    "explore": (
        "",
        "data=votes&country=TKM,KAZ&_by=status&chart=bars",
        "data=avrr&year=2020..&sheet=2",
    ),
    "sources": ("", "source=unga_votes", "closer=methods&method=ratio"),
    "compare": ("", "corridor=UZB-KOR&in_year=2015&countries=TJK&series=stateless"),
}


def of_card(card, chosen):
    """The slide of a card, as the browser keeps it and the server reads it again."""
    view = built("ranked", CorridorFilters(), RenderContext())
    told = adding_html(view, language("en"), card, chosen)
    kept = {key: html.unescape(value) for key, value in re.findall(r'data-(\w+)="([^"]*)"', told)}
    slides = [{"view": kept["view"], "query": json.loads(kept["query"])}]
    return read(json.dumps({"version": 1, "slides": slides})).slides[0]


@pytest.mark.parametrize(
    ("page", "link"), [(page, link) for page in SUBJECTS for link in LINKS[page]]
)
def test_each_card_of_a_page_comes_back_as_it_is_shown(page, link):
    reader, declared = Reader(link=link), SUBJECTS[page]
    filters = reader.sees(page)
    assert reader.odd == []
    chosen = memory.chosen()
    cards = declared.all_views(filters)
    assert cards
    for card in cards:
        asked, own = declared.asks(card, filters)
        slide = of_card(card, chosen)
        place = place_of(slide)
        assert (place.url, place.card, place.view) == (page, card, asked)
        assert SPECS[asked].own(place.filters) == SPECS[asked].own(own), (card, slide.query)
        assert len(slide.query) <= PAIRS
        assert not {"closer", "table", "lang", "show"} & dict(slide.query).keys()


@pytest.mark.parametrize("page", SUBJECTS)
def test_no_page_has_more_choices_than_a_slide_may_have(page):
    own = [key for key in SUBJECTS[page].keys if key not in ("closer", "table")]
    assert len(own) <= PAIRS


def test_the_longest_choice_of_many_fits():
    reader = Reader(link="")
    partners = SUBJECTS["corridors"].keys["partners"].offers(reader.sees("corridors"))
    most = ",".join(sorted(partners))
    assert len(most) <= VALUE, len(most)


def test_the_words_of_a_button_cannot_leave_their_attribute():
    view = built("ranked", CorridorFilters(), RenderContext())
    told = adding_html(view, language("en"), "ranked", {"year": "\"'><img src=x onerror=alert(1)>"})
    assert "<img" not in told
    [query] = re.findall(r'data-query="([^"]*)"', told)
    assert json.loads(html.unescape(query)) == {"year": "\"'><img src=x onerror=alert(1)>"}


def test_a_link_opens_the_view_and_none_is_made_for_what_is_not_here():
    slide = Slide("ranked", (("countries", "KAZ,UZB"), ("measure", "a&b=c")))
    root = "https://atlas.example"
    wanted = f"{root}/corridors?countries=KAZ,UZB&measure=a%26b%3Dc&lang=ru#card-ranked"
    assert place_of(slide).address(root, "ru") == wanted
    assert place_of(Slide("no-such-view")) is None


def test_a_change_of_the_list_takes_the_place_of_the_address_before_it():
    reader, declared = Reader(link="lang=en"), CHOICES["slides"]
    reader.st.context.url = "http://atlas.test/slides"

    def run():
        choices = reader.open("slides", declared.former)
        choices.language()
        deck = declared.read(choices).deck
        choices.write()
        return deck, choices.told

    assert run() == ("", "lang=en")
    memory.amend_in_place(deck="aFirst")
    assert run() == ("aFirst", "lang=en&deck=aFirst")
    assert reader.address == {"lang": "en"}  # no entry of the browser's history
    reader.types(lang="en", deck="aFirst")  # the browser has heard
    assert run()[0] == "aFirst"
    memory.amend_in_place(deck="")
    assert run() == ("", "lang=en")


def test_whatever_an_address_says_of_a_list_is_a_text_and_no_complaint():
    for text in ("nonsense", "<b>", "a b,c;d", "a" * 9_000):
        reader = Reader(deck=text)
        choices = reader.open("slides")
        choices.language()
        assert CHOICES["slides"].read(choices).deck == text
        choices.write()
        assert choices.odd == []
        assert choices.written == {"deck": text}
