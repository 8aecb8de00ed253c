"""The catalogue of measures: what it refuses, and that nothing of an entry is missing elsewhere."""

import subprocess
import sys

import pytest

from components.views.measures import BESIDE_WORDS, CORRIDOR_WORDS, SERIES_WORDS, WORDS
from data.codelists import code_list, codes
from data.errors import DataError
from data.measures.catalogue import (
    BESIDE_EVENTS,
    CORRIDORS,
    FILE,
    MEASURES,
    METHODS,
    RANKED,
    SERIES,
    read,
)
from tests.opening import ROOT

GOOD = """
people:
  table: labour_and_stay
  sources: [eurostat]
  indicators: [residence_permits_valid]
  flow_type: labour
  count: permit
  unit: permits
  direction: from
  series:
    people_there: {side: home, partners: sum, rank: 1}
"""
WRONG = [
    ("unit: permits", "", "people: lacks unit"),
    ("unit: permits", "units: permits", "people: no such field: units"),
    ("indicators: [residence_permits_valid]", "indicators: x", "indicators must be a list"),
    ("table: labour_and_stay", "table: labour", "people: table must be one of"),
    ("direction: from", "direction: both", "direction must be one of from, to"),
    ("flow_type: labour", "flow_type: work", "flow_type must be one of"),
    ("count: permit", "count: permit\n  breaks: [2020, 2012]", "breaks must be a list of years"),
    ("count: permit", "count: permit\n  breaks: 2012", "breaks must be a list of years"),
    ("count: permit", "count: permit\n  years: [2012]", "years must be the first and the last"),
    ("count: permit", "count: permit\n  broken: [2012]", "broken must have names"),
    ("count: permit", "count: permit\n  zeros: never", "zeros must be true or false"),
    ("side: home", "side: origin", "people, people_there: side must be one of home, away"),
    (", partners: sum", "", "people_there: lacks partners"),
    ("rank: 1", "rank: first", "people, people_there: rank must be a whole number"),
    ("  sources: [eurostat]\n", "", "people: the corridor page needs sources"),
    ("  flow_type: labour\n", "", "people_there: has a rank and no flow_type"),
]


def test_a_good_entry_is_read(tmp_path):
    path = tmp_path / "measures.yml"
    path.write_text(GOOD, "utf-8")
    measure, (series,) = read(path)["people"]
    assert (measure.indicators, series.measure, series.column) == (
        ("residence_permits_valid",),
        measure,
        "origin",
    )


@pytest.mark.parametrize(("right", "wrong", "told"), WRONG, ids=[told for *_, told in WRONG])
def test_a_wrong_entry_is_refused_by_its_name_and_field(tmp_path, right, wrong, told):
    assert right in GOOD
    path = tmp_path / "measures.yml"
    path.write_text(GOOD.replace(right, wrong), "utf-8")
    with pytest.raises(DataError) as refused:
        read(path)
    assert told in refused.value.detail


@pytest.mark.parametrize("what", ["rows", "series", "rank"])
def test_what_can_be_there_once_is_refused_twice(tmp_path, what):
    second = GOOD.replace("people:", "others:", 1)
    if what != "rows":
        second = second.replace("residence_permits_valid", "other")
    if what != "series":
        second = second.replace("people_there", "others_there")
    if what != "rank":
        second = second.replace("rank: 1", "rank: 2")
    path = tmp_path / "measures.yml"
    path.write_text(GOOD + second, "utf-8")
    with pytest.raises(DataError, match=f"{what} declared twice"):
        read(path)


def test_every_entry_is_of_known_codes_and_of_the_unit_of_its_indicators():
    listed = code_list("indicators")
    for measure in MEASURES.values():
        assert set(measure.indicators) <= set(codes("indicators")), measure.id
        assert measure.count in codes("measures") and measure.unit in codes("units")
        assert set(measure.sources) <= set(codes("sources"))
        assert set(measure.methods) <= set(codes("methods")) | set(METHODS)
        assert {code for code, _ in (*measure.broken, *measure.lacking)} <= set(codes("countries"))
        tables = set(listed.loc[list(measure.indicators), "table"])
        assert measure.table in {name for told in tables for name in str(told).split()}, measure.id


def test_every_entry_has_its_words_and_no_words_are_without_an_entry():
    assert set(CORRIDOR_WORDS) == set(CORRIDORS)
    assert set(SERIES_WORDS) == {one.id for one in RANKED}
    assert set(BESIDE_WORDS) == {one.id for one in BESIDE_EVENTS.values()}
    for name, words in WORDS.items():
        assert {SERIES[one].measure.id for one in (*words.series, *words.beside)} <= {name}


def test_names_in_links_are_those_that_they_have_always_been():
    assert list(CORRIDORS) == [
        "stock",
        "flow",
        "refugees",
        "asylum",
        "permits",
        "remittances",
        "uk_voluntary",
        "uk_assisted",
        "uk_enforced",
        "eu_ordered",
        "frontex_enforced",
        "frontex_voluntary",
    ]
    assert list(BESIDE_EVENTS) == ["net", "remittances", "abroad", "here", "refugees"]
    assert len(RANKED) == 51


def test_the_catalogue_is_read_without_pandas():
    code = "import sys; import data.measures.catalogue; print('pandas' in sys.modules)"
    asked = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert asked.stdout.strip() == "False"
    assert FILE.name == "measures.yml"
