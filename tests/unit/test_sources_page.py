"""Sources and methods: each source as its file has it, and back from every view; reports."""

import datetime
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.card.foot import notes_html
from components.context import RenderContext
from components.controls import finding, sourced
from components.controls.placed import Told
from components.controls.sources import CHOICES, leading
from components.exports.report import mail_address, report_text
from components.language import language
from components.phrases.tables import FAMILIES
from components.views.registry import SPECS
from components.views.sources.filters import (
    LICENCES,
    TABLES,
    SourceFilters,
    licence_kind,
)
from components.views.sources.glossary import glossary_html
from components.views.sources.issues import issues_html
from components.views.sources.news import editions, news_html
from components.views.sources.words import SHORT
from components.views.spec import TablesByName
from data.citation import citation
from data.codelists import codes
from data.corrections import corrections
from data.glossary import terms
from data.measures.census import census
from data.provenance import source, source_ids
from data.texts import texts
from tests.cases import all_cases
from tests.support import built, drawn, table

LANGS = ("en", "ru")
every_language = pytest.mark.parametrize("lang", LANGS)


@pytest.fixture(scope="module")
def held():
    return census(TablesByName(TABLES, table))


def test_rows_are_counted_once_and_none_is_lost(held):
    assert sum(one.rows for one in held) == sum(len(table(name)) for name in TABLES)
    for one in held:
        assert sum(one.years.values()) + one.undated == one.rows
        assert sum(one.confidence.values()) == one.rows
    votes = [one for one in held if one.table == "votes"]
    assert [(one.source, one.rows, dict(one.years)) for one in votes] == [
        ("unga_votes", 20, {2018: 20})
    ]


@every_language
def test_the_catalogue_has_every_source_as_its_file_has_it(lang):
    rows = built("sources-catalogue", SourceFilters(), RenderContext(lang)).table.rows
    assert len(rows) == len(source_ids()) == 63
    told = language(lang)
    named = rows.set_index("source")
    for name in source_ids():
        known = source(name)
        row = named.loc[told.pick(known.short)]
        assert row["what"] == told.pick(known.title)
        assert row["publisher"] == told.pick(known.publisher)
        assert row["rows"] > 0


@every_language
@pytest.mark.parametrize("name", source_ids())
def test_an_entry_tells_all_that_the_file_says(name, lang):
    view = built("source-entry", SourceFilters(source=name), RenderContext(lang))
    told, known = language(lang), source(name)
    words = list(drawn(view.figure))
    assert told.pick(known.verified) in words
    assert known.citation in words
    assert known.url in {panel.link.address for panel in view.figure.blocks[0].panels if panel.link}
    for one in known.caveats:
        assert told.pick(one.text) in words
        assert told.pick(one.text) in {remark.text for remark in view.remarks}
    assert view.sources == (name,)
    assert len(view.title) <= (90 if lang == "en" else 100)


def test_the_headline_counts_sources_with_checked_rows(held):
    checked = {one.source for one in held if "machine_checked" in one.confidence}
    view = built("sources-catalogue", SourceFilters(), RenderContext("en"))
    assert view.title.startswith(f"{len(checked)} of {len(source_ids())} sources were checked")


@pytest.mark.parametrize("subject", TABLES)
def test_the_list_of_a_table_has_the_sources_of_its_rows(subject):
    view = built("sources-catalogue", SourceFilters(subject=subject), RenderContext("en"))
    assert set(view.sources) == set(table(subject)["source_id"].unique())
    assert len(view.title) <= 90


def test_every_table_is_of_one_family_and_every_licence_of_one_kind():
    assert sorted(TABLES) == sorted(one for _, own in FAMILIES.values() for one in own)
    names = {source(one).licence["name"] for one in source_ids()}
    assert names == {name for own in LICENCES.values() for name in own}
    assert {licence_kind(name) for name in names} == set(LICENCES)
    assert set(SHORT) == set(codes("confidences"))


def test_every_view_leads_to_its_sources_and_each_source_back_to_it():
    lang = language("en")
    for name in sorted(SPECS):
        view = built(name, all_cases()[name][0], RenderContext("en"))
        notes = notes_html(view, lang)
        for one in view.sources:
            assert one in source_ids()
            assert f"sources?source={one}&amp;lang=en" in notes
            own = sourced.tables_of(one)
            assert own & set(SPECS[name].tables) or not SPECS[name].tables, (name, one)


def test_where_a_source_is_used_names_views_and_none_of_this_page(monkeypatch):
    shown, may = sourced.used("unga_votes", "en")
    assert not shown
    assert {"policy-votes"} <= {spot.goal.view for spot in may}
    assert not {"sources-catalogue", "source-entry"} & {spot.goal.view for spot in may}
    told = next(one for one in finding.spots("en", whole=False) if one.goal.view == "policy-votes")
    sure = type(told)(told.goal, told.labels, "Votes", "", ("unga_votes",))
    monkeypatch.setattr(sourced, "ready_spots", lambda _: (sure,))
    shown, may = sourced.used("unga_votes", "en")
    assert [one.goal.view for one in shown] == ["policy-votes"]
    assert "policy-votes" not in {spot.goal.view for spot in may}


@settings(max_examples=60)
@given(st.text(max_size=30))
def test_any_source_that_is_asked_for_gives_a_page(asked):
    filters = CHOICES.read(Told({"source": asked, "method": asked, "subject": asked}))
    known = asked.casefold().strip() in source_ids()
    assert leading(filters) == ("source-entry" if known else "sources-catalogue")
    for name in CHOICES.all_views(filters):
        assert name in SPECS


@pytest.mark.parametrize("name", ["", "nope", "../x", "<b>", "all"])
def test_an_entry_of_no_source_says_so(name):
    view = built("source-entry", SourceFilters(source=name), RenderContext("en"))
    assert (view.figure, view.sources) == (None, ())
    assert view.missing


# A report


@every_language
def test_a_report_carries_what_was_seen_and_where(lang):
    view = built("policy-votes", all_cases()["policy-votes"][0], RenderContext(lang))
    link = f"https://example.org/policy?instrument=votes&lang={lang}#card-policy-votes"
    day = datetime.date(2026, 11, 30)
    text = report_text(view, language(lang), link, citation(), day, day)
    for said in (view.title, view.name, link, citation().version, "unga_votes", "2026"):
        assert said in text
    assert [line.rpartition(": ")[2] for line in text.splitlines()[-4:]] == ["…"] * 4


def test_a_letter_is_offered_only_to_somebody():
    told = citation()
    assert told.contact == ""
    assert mail_address(told, "a", "b") == ""
    there = type(told)(**{**vars(told), "contact": "atlas@example.org"})
    letter = urlsplit(mail_address(there, "A number", "Link: https://x.org/?a=1&b=2\nтекст"))
    assert (letter.scheme, letter.path) == ("mailto", "atlas@example.org")
    assert parse_qs(letter.query)["body"] == ["Link: https://x.org/?a=1&b=2\nтекст"]
    assert unquote(letter.query).count("subject=A number") == 1


# Corrections, news, issues, words


@every_language
def test_every_correction_is_told_with_its_reason(lang):
    view = built("sources-corrections", None, RenderContext(lang))
    assert len(view.table.rows) == len(corrections())
    words = set(drawn(view.figure))
    for one in corrections():
        assert one.source in source_ids()
        assert set(one.why) == {"en", "ru"}
        assert language(lang).pick(one.why) in words


def test_the_news_are_all_there_and_said_to_be_in_english():
    changes = [change for one in editions() for change in one.changes]
    assert len(changes) > 20
    assert "In" not in {one.name for one in editions()}
    english, russian = (news_html(language(code)) for code in LANGS)
    assert english.count("<li>") == russian.count("<li>") == len(changes)
    assert "английском" in russian
    assert "<div lang='en'>" in russian
    assert "kept in English" not in english


@every_language
def test_known_issues_stand_in_both_languages(lang):
    told = issues_html(language(lang))
    known = texts("known_issues")
    groups = {one["id"] for one in known["groups"]}
    for one in known["issues"]:
        assert one["about"] in groups
        assert set(one["title"]) == set(one["text"]) == {"en", "ru"}
    assert told.count("<h4>") == len(known["issues"])


@every_language
def test_words_are_given_in_both_languages_once(lang):
    told = glossary_html(language(lang))
    assert ("return", "возвращение") in terms()
    assert len({english for english, _ in terms()}) == len(terms())
    assert told.count("<dt>") > 100
    assert "<script" not in told


def test_a_list_of_one_table_tells_of_its_rows_alone():
    """Eurostat's asylum figures are checked, its residents are not."""
    stocks = built(
        "sources-catalogue", SourceFilters(subject="migrant_stocks"), RenderContext("en")
    )
    named = stocks.table.rows.set_index("source")
    assert named.loc["Eurostat 2025", "confidence"] == "Official data set, single copy"
    assert named.loc["Eurostat 2025", "rows"] == 1_127
    assert named["rows"].sum() == len(table("migrant_stocks"))
    assert stocks.title == "Migrant stocks: 2 of 8 sources were checked against a second copy"
    assert len(stocks.figure.blocks[0].groups) == 1
