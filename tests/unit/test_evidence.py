"""What all sources say of one corridor's people: the headline of every pair of countries."""

import re

import pytest

from components.language import language
from components.views.corridors.evidence import evidence_rest, evidence_title
from components.views.corridors.history import counter_sentence
from data.areas import FIVE
from data.measures.catalogue import EDITION
from data.measures.evidence import LAST_BEFORE, NEWEST, REPEATED, ranges, stock_evidence
from tests.support import chosen, table, view

LANGUAGES = pytest.mark.parametrize("lang", ["en", "ru"])
EQUAL_ENDS = re.compile(r"(?<![\d.,\u00a0])(\d[\d.,]*(?: \w+)?) (?:to|до) \1(?![\d.,])")


@pytest.fixture(scope="module")
def pairs():
    """Every pair of countries with a stock, and its evidence."""
    stocks = table("migrant_stocks")
    rows = stocks.loc[stocks["origin"].isin(FIVE) | stocks["destination"].isin(FIVE)]
    rows = rows.astype({"origin": "object", "destination": "object"})
    found = {}
    for (start, end), part in rows.groupby(["origin", "destination"]):
        if "WLD" not in (start, end):
            found[start, end] = stock_evidence(part, start, end)
    return found


@LANGUAGES
def test_each_kind_has_its_own_range_in_the_headline_or_the_note_of_every_pair(pairs, lang):
    speaks = language(lang)
    words = {
        "birth": {"en": "born", "ru": "родивш"}[lang],
        "citizenship": {"en": "citizen", "ru": "граждан"}[lang],
    }
    kinds = set()
    for (start, end), found in pairs.items():
        title, told = evidence_title(speaks, start, end, found), ranges(found)
        rest = evidence_rest(speaks, start, end, found, title)
        kinds.add(frozenset(told))
        for kind, word in words.items():
            assert (word in title or word in rest) == (kind in told), (title, rest)
            assert not (word in title and word in rest), (title, rest)
        assert "birth" not in told or words["birth"] in title, title
        assert not EQUAL_ENDS.search(title.replace("\u00a0", " ")), title
    assert frozenset(("birth", "citizenship")) in kinds


def test_no_headline_of_any_pair_rests_on_a_replaced_revision(pairs):
    for found in pairs.values():
        told = ranges(found)
        newer = found["source_id"].eq(NEWEST).any()
        gone = (LAST_BEFORE, *REPEATED) if newer else REPEATED
        without = ranges(found.loc[~found["source_id"].isin(gone)])
        assert told == without
        newest = {
            kind: found.loc[
                ~found["source_id"].isin(gone)
                & found["origin_basis"].eq(kind)
                & found["indicator"].isin(["migrant_stock", "citizens_resident"])
                & found["note_id"].ne("empirical_workers"),
                "year",
            ].max()
            for kind in told
        }
        for kind, one in told.items():
            assert one.low <= one.high
            assert newest[kind] - 5 <= one.first <= one.last == newest[kind]


def test_a_replaced_revision_speaks_where_the_newest_lacks_the_pair(pairs):
    alone = 0
    for found in pairs.values():
        sources = set(found["source_id"])
        if LAST_BEFORE in sources and NEWEST not in sources:
            birth = found.loc[
                found["source_id"].eq(LAST_BEFORE) & found["origin_basis"].eq("birth")
            ]
            if len(birth) and not ranges(found).get("citizenship"):
                assert ranges(found)["birth"].last >= birth["year"].max()
                alone += 1
    assert alone


def test_no_headline_joins_figures_of_years_far_apart(pairs):
    for found in pairs.values():
        told = ranges(found).values()
        assert not told or max(o.last for o in told) - min(o.first for o in told) <= 5


def test_uzbekistan_to_kazakhstan_tells_births_and_citizens_apart():
    shown = view("evidence", "stock", ("UZB",), pair=("UZB", "KAZ"))
    assert "710 thousand to 740 thousand people born in Uzbekistan" in shown.title
    assert any(note.startswith("280 thousand citizens of Uzbekistan") for note in shown.notes)


def test_kazakhstan_to_russia_leaves_the_revision_of_2020_out_and_draws_it():
    shown = view("evidence", "stock", ("KAZ",), pair=("KAZ", "RUS"))
    assert shown.title.startswith("1.3 million to 1.5 million people born in Kazakhstan")
    assert {LAST_BEFORE, *REPEATED} <= set(shown.sources)
    assert any("since replaced" in name for name in shown.table.rows["name"])


@LANGUAGES
def test_the_flows_below_a_history_are_of_the_newest_edition(lang):
    picked = chosen("stock", ("KAZ",), lang, "wide", pair=("KAZ", "RUS"))
    flows = table("migration_flows")
    told = counter_sentence(picked, flows)
    assert told == counter_sentence(picked, flows.loc[flows["source_id"].eq(EDITION)])
    assert "2024" in told


def test_a_way_that_the_flows_leave_out_is_told_as_nobody_and_elsewhere_as_a_gap():
    flows = table("migration_flows")
    rows = flows.loc[flows["source_id"].eq(EDITION) & flows["series"].eq("pairs")]
    ways = set(zip(rows["origin"], rows["destination"], strict=True))
    start, end = min((a, b) for a, b in ways if (b, a) not in ways and a in FIVE)
    shown = view("corridor-history", "flow", (start,), pair=(start, end))
    assert any("nobody moved this way" in note for note in shown.notes)
    assert not any("a gap, not a zero" in note for note in shown.notes)
    assert any(
        "a gap, not a zero" in note
        for note in view("corridor-history", "stock", ("TKM",), pair=("TKM", "TUR")).notes
    )
