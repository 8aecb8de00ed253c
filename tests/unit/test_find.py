"""Finding: what people type leads where it is answered, a slip of a key included."""

import csv
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.context import RenderContext
from components.controls import finding
from components.controls.pages import CHOICES
from components.controls.places import Place, built, labels, places
from components.find.aliases import aliases, goal_of
from components.find.words import LONGEST, other_ways, tokens
from components.language import LANGUAGES, language
from components.navigation import PAGES
from components.views.alike import ALIKE, also
from components.views.registry import SPECS
from data.codelists import known
from data.errors import DamagedFile
from data.measures.catalogue import CORRIDORS, SERIES
from tests.opening import ROOT

FIRST = 3  # places among which an answer has to stand

with (ROOT / "tests/find/queries.csv").open(encoding="utf-8") as told:
    QUERIES = [tuple(row.values()) for row in csv.DictReader(told)]
SPOKEN = sorted({lang for _, lang, _ in QUERIES})  # in which questions have been collected
ANSWERED = [row for row in QUERIES if row[2]]
WORDS = [
    (question, lang, expected, word)
    for question, lang, expected in ANSWERED
    for word in question.split()
    if len(word) >= 6 and word.isalpha()
]
pytestmark = pytest.mark.xdist_group("find")  # the index is made once


@cache
def index(code):
    return finding.index(code)


def answers(question, lang, expected):
    goal, found = goal_of(expected), index(lang).find(question)
    return found.sure and any(
        hit.goal.page == goal.page and set(goal.query) <= set(hit.goal.query)
        for hit in found.hits[:FIRST]
    )


# What people type


def test_there_are_questions_enough_in_every_language():
    for code in SPOKEN:
        assert sum(lang == code for _, lang, _ in ANSWERED) >= 40


@pytest.mark.parametrize(("question", "lang", "expected"), QUERIES)
def test_a_question_is_answered_among_the_first_or_honestly_not_at_all(question, lang, expected):
    if expected:
        assert answers(question, lang, expected)
    else:
        assert not index(lang).find(question).sure


@pytest.mark.parametrize(
    ("question", "lang", "expected"),
    [
        ("tajkistan", "en", "countries?countries=TJK"),
        ("remitances kirgizstan", "en", "countries?part=money&countries=KGZ"),
        ("депортацыя", "ru", "returns"),
        ("gthtdjls", "ru", "countries?part=money"),  # typed with an English keyboard
        ("куегкты", "en", "returns"),  # and with a Russian one
        ("pogibli v puti", "ru", "countries?part=protection&closer=deaths"),
        ("ПЕРЕВОДЫ", "ru", "countries?part=money"),
        ("  remittances?! ", "en", "countries?part=money"),
        ("погибшие", "en", "countries?part=protection&closer=deaths"),  # in the other language
        ("remittances", "ru", "countries?part=money"),
    ],
)
def test_slips_keyboards_alphabets_and_the_other_language_are_understood(question, lang, expected):
    assert answers(question, lang, expected)


def slipped(draw, word):
    at = draw(st.integers(0, len(word) - 1))
    letter = draw(st.sampled_from("aeinorаеино"))
    kind = draw(st.sampled_from(("without", "more", "another", "turned")))
    if kind == "turned":
        at = min(at, len(word) - 2)
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    middle = {"without": "", "more": letter + word[at], "another": letter}[kind]
    return word[:at] + middle + word[at + 1 :]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_one_slip_in_a_long_word_still_finds_it(data):
    question, lang, expected, word = data.draw(st.sampled_from(WORDS))
    typed = question.replace(word, slipped(data.draw, word), 1)
    assert answers(typed, lang, expected), typed


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=3 * LONGEST))
def test_whatever_is_typed_finds_something_or_nothing(text):
    for code in SPOKEN:
        assert len(index(code).find(text).hits) <= 8


@pytest.mark.parametrize("typed", ["", "  ", "?!", "the", "😀", "<script>", "\0", "%' or x=x"])
def test_what_says_nothing_is_no_fault(typed):
    assert not index("en").find(typed).sure


def test_the_country_in_a_question_is_set():
    goals = [hit.goal for hit in index("en").find("asylum decisions uzbekistan").hits]
    assert dict(goals[0].query)["countries"] == "UZB"
    titles = [hit.title for hit in index("ru").find("женщины узбекистан").hits]
    assert titles[0].endswith("Узбекистан")


def test_places_are_known_by_their_names_in_every_language():
    for code in LANGUAGES:
        named = " ".join(language(code).place(one) for one in ("TJK", "RUS"))
        assert index("en").find(named).hits[0].goal == goal_of("corridors?corridor=TJK-RUS")


def test_an_address_is_offered_once():
    for question, lang, _ in ANSWERED:
        goals = [(hit.goal.page, hit.goal.query) for hit in index(lang).find(question).hits]
        assert len(goals) == len(set(goals)), question


def test_words_are_made_alike():
    told = ["counter", "streams", "10.7.3", "10.c.1", "turkiyes", "елка"]
    assert tokens("Counter-streams, 10.7.3 & 10.c.1: Türkiye’s Ёлка") == told
    assert "переводы" in other_ways("gthtdjls")
    assert "uzbek" in other_ways("гяиул")


# What can be found


def test_every_view_of_the_registry_has_its_place():
    of_questions = {"explore-answer", "explore-places"}  # as many as can be asked
    assert {place.view for place in places()} == set(SPECS) - of_questions
    assert len({(place.page, place.view) for place in places()}) == len(places())


@pytest.mark.parametrize("code", SPOKEN)
def test_every_place_is_named_and_leads_to_its_view(code):
    context = RenderContext(code)
    for place in places():
        assert all(labels(place, language(code)))
        asked = Place(place.page, place.view, place.query)  # read from its address
        assert built(asked, context).name == place.view


def test_what_is_found_leads_to_choices_that_its_page_has():
    pages = {spec.url for spec in PAGES}
    for code in SPOKEN:
        for entry in index(code).entries:
            assert entry.goal.page in pages
            assert entry.title
            declared = CHOICES[entry.goal.page]
            assert {key for key, _ in entry.goal.query} <= set(declared.keys)


def test_sources_terms_measures_and_questions_are_there():
    kinds = {entry.kind for entry in index("ru").entries}
    assert kinds == {"page", "view", "question", "measure", "source", "term"}


def test_aliases_name_what_there_is():
    told = aliases()
    assert set(told.views) <= {*SPECS, *(spec.url for spec in PAGES)}
    assert set(told.measures) <= set(CORRIDORS)
    assert set(told.series) <= set(SERIES)
    assert set(told.places) <= known("countries")
    for question in told.questions:
        assert set(SPOKEN) <= set(question.texts)
        assert question.goal.page in CHOICES


def test_aliases_that_cannot_be_read_are_a_fault_with_a_name(tmp_path):
    path = tmp_path / "aliases.yml"
    path.write_text("skip: [the]\nviews: 3\n", "utf-8")
    with pytest.raises(DamagedFile, match="aliases"):
        aliases(path)


# Also on


@pytest.mark.parametrize("group", ALIKE, ids=lambda group: group[0].view)
def test_views_that_count_the_same_stand_where_it_is_said_and_lead_to_each_other(group):
    views = []
    for count in group:
        goal = goal_of(count.address)
        view = built(Place(goal.page, count.view, goal.query), RenderContext())
        assert view.name == count.view
        assert count.kind in ("", *view.choice)
        views.append(view)
    for count, view in zip(group, views, strict=True):
        elsewhere = {one for one in group if one.page != count.page}
        assert elsewhere
        assert elsewhere <= set(also(view, count.page))
        assert all(one.page != count.page for one in also(view, count.page))
