"""What a reader takes away as a file: exact, harmless, in columns, and telling what it is."""

import math
import re

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.exports.files import csv_bytes, file_name, number, rounded
from components.language import language
from components.view import Column, Table, View
from components.views.countries.filters import CountryFilters
from components.views.registry import SPECS
from data.codelists import codes
from data.harmless import BREAKS, SIGNS, harmless
from data.measures.catalogue import CORRIDORS
from data.measures.modelled_flows import both_ways, main_currents
from data.provenance import source
from tests.cases import all_cases
from tests.file_contract import ABOUT, read
from tests.support import GROUPS, built, chosen, escaped, table, view
from tests.view_contract import plotted

EN, RU, QPS = language("en"), language("ru"), language("qps")
SOURCE = "un_desa_ims2024"
HOSTILE = (
    "=1+1",
    "+7",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1",
    "'=1",
    'a;b,c"d\ne',
    "1,5",
    '=HYPERLINK("https://example.org")',
    "",
)
words = st.one_of(
    st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=("Cs",)), max_size=40)
)
anything = st.one_of(
    st.none(),
    st.just(float("nan")),
    st.just(float("inf")),
    st.just(float("-inf")),
    st.integers(-(10**15), 10**15).map(float),
    st.floats(-1e12, 1e12, allow_nan=False),
    st.floats(-1, 1, allow_nan=False),
)
languages = st.sampled_from((EN, RU))


def a_view(rows, label: str = "Name", **more) -> View:
    frame = pd.DataFrame(rows, columns=["name", "value"]).astype({"value": float})
    columns = (Column("name", label), Column("value", "People", 0, unit="persons"))
    usual = {
        "name": "a-view",
        "title": "A title",
        "subtitle": "What was counted",
        "figure": None,
        "alt": "alt",
        "sources": (SOURCE,),
    }
    return View(table=Table(frame, columns), **(usual | more))


def a_file(view_: View, lang=EN) -> tuple[list[str], list[list[str]]]:
    head, *lines = read(csv_bytes(view_, lang), lang.code)
    return head, lines


# The writer, whatever it is given


@given(st.lists(st.tuples(words, anything), max_size=8), words, words, languages)
def test_a_file_gives_back_every_text_and_number(rows, label, subtitle, lang):
    head, lines = a_file(a_view(rows, label, subtitle=subtitle), lang)
    assert len(lines) == len(rows)
    for line, (name, value) in zip(lines, rows, strict=True):
        assert len(line) == len(head)
        assert bare(line[0]) == as_lines(name)
        if value is None or not math.isfinite(value):
            assert line[1] == ""
        else:
            assert float(line[1].replace(",", ".")) == rounded(value)
    assert {bare(line[2]) for line in lines} <= {as_lines(subtitle)}


def as_lines(text: str) -> str:
    return bare(text.replace("\r\n", "\n").replace("\r", "\n"))


def bare(text: str) -> str:
    return text.removeprefix("'")


@given(st.lists(st.tuples(words, anything), max_size=8), words, words, languages)
def test_nothing_in_a_file_is_a_formula_and_a_negative_number_stays_a_number(
    rows, label, subtitle, lang
):
    head, lines = a_file(a_view(rows, label, subtitle=subtitle), lang)
    texts = [*head, *(cell for line in lines for at, cell in enumerate(line) if at != 1)]
    assert not [text for text in texts if text.startswith((*SIGNS, *BREAKS))]
    for line in lines:
        assert re.fullmatch(r"(-?\d+([.,]\d+)?)?", line[1])


@given(st.floats(-1e12, 1e12, allow_nan=False))
def test_a_number_is_as_published_or_shortened_and_never_written_with_a_power(value):
    told = number(value)
    assert float(told) == rounded(value)
    assert re.fullmatch(r"-?\d+(\.\d{1,9})?", told)
    assert told != "-0"
    assert abs(rounded(value) - value) <= max(1e-4 * abs(value), 1e-9)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (2_089_797.0, "2089797"),
        (0.25, "0.25"),
        (0.053271, "0.053271"),
        (179.967, "179.967"),
        (20.86271239708839, "20.8627"),
        (0.012036680722441576, "0.01204"),
        (-200 / 3, "-66.6667"),
        (-0.0, "0"),
        (1e15, "1000000000000000"),
        (None, ""),
    ],
)
def test_published_decimals_stay_and_those_of_a_division_are_cut(value, told):
    assert number(value) == told


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "\ta", "\ra", "\na", "＝1", "＋1", "＠a"])
def test_a_text_that_a_spreadsheet_would_run_is_made_harmless(text):
    assert harmless(text).startswith("'")
    assert harmless(f"a{text}") == as_lines(f"a{text}")


# What stands where


@pytest.mark.parametrize(("lang", "separator", "half"), [(EN, b",", "0.5"), (RU, b";", "0,5")])
def test_a_file_opens_in_columns_in_a_spreadsheet_of_the_readers_language(lang, separator, half):
    content = csv_bytes(a_view([("a", 0.5)]), lang)
    assert content.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in content
    assert content.splitlines()[1].startswith(b"a" + separator + half.encode() + separator)
    head, [line] = a_file(a_view([("a", 0.5)]), lang)
    assert len(head) == len(line) == ABOUT + 2


def test_each_row_says_what_it_is_about_and_whose_it_is():
    shown = a_view([("a", 1.0)], places=("KAZ", "RUS"), period="1990–2024")
    _, [line] = a_file(shown)
    found = source(SOURCE)
    assert line[2:] == [
        "What was counted",
        "Kazakhstan; Russia",
        "KAZ; RUS",
        "1990–2024",
        "people",
        SOURCE,
        found.citation,
        found.url,
        found.licence["name"],
    ]


def test_places_have_their_codes_beside_them_and_what_is_no_one_place_has_none():
    rows = pd.DataFrame(
        {"place": ["Kazakhstan", "All countries together"], "year": ["1990", "2000"]}
    )
    columns = (Column("place", "Country", kind="place"), Column("year", "Year", kind="period"))
    shown = a_view([])
    shown = View(**(vars(shown) | {"table": Table(rows, columns)}))
    head, lines = a_file(shown)
    assert head[:3] == ["Country", "Country, code", "Year"]
    assert [line[:2] for line in lines] == [["Kazakhstan", "KAZ"], ["All countries together", ""]]
    assert lines[0][6] == "1990–2000"


@pytest.mark.parametrize("lang", [EN, RU, QPS])
def test_no_two_places_share_a_name(lang):
    names = [lang.place(code) for code in codes("countries")]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("units", "told"),
    [
        (("persons", "persons"), "people"),
        (("persons", "percent"), "A: people; B: per cent"),
        (("", "percent"), "A: see the column “Unit”; B: per cent"),
        (("", ""), "see the column “Unit”"),
    ],
)
def test_the_unit_is_told_once_or_column_by_column(units, told):
    columns = (
        Column("u", "Unit", kind="unit"),
        Column("a", "A", 0, unit=units[0]),
        Column("b", "B", 1, unit=units[1]),
    )
    table = Table(pd.DataFrame({"u": ["people"], "a": [1.0], "b": [2.0]}), columns)
    _, [line] = a_file(View(**(vars(a_view([])) | {"table": table})))
    assert line[-5] == told


@pytest.mark.parametrize(
    ("places", "period", "name"),
    [
        (("KAZ",), "1990–2024", "a-view_KAZ_1990-2024_ru.csv"),
        (("KAZ", "RUS"), "", "a-view_KAZ-RUS_ru.csv"),
        ((), "", "a-view_ru.csv"),
        (
            ("A1", "B2", "C3", "D4", "E5", "F6", "G7"),
            "2024",
            "a-view_A1-B2-C3-D4-E5-F6-etc_2024_ru.csv",
        ),
    ],
)
def test_a_file_is_named_by_view_places_period_and_language(places, period, name):
    assert file_name(a_view([], places=places, period=period), RU) == name


# Real views


@pytest.mark.parametrize("name", ["ranked", "time", "evidence"])
def test_no_heading_of_a_file_escapes_translation(name):
    head, _ = a_file(view(name, "stock", ("UZB",), "qps"), QPS)
    assert not any(escaped(cell) for cell in head)


@pytest.mark.parametrize("measure", list(CORRIDORS))
def test_a_file_of_corridors_holds_all_of_the_choice_and_marks_those_drawn(measure):
    for countries in GROUPS:
        picked = chosen(measure, countries, "en", "wide").selection
        for name in ("corridor-map", "ranked"):
            rows = view(name, measure, countries).table.rows
            pairs = [f"{r.start}-{r.end}" for r in picked.every.itertuples()]
            assert list(rows["codes"]) == pairs
            assert rows["value"].sum() == pytest.approx(picked.total)
            marked = set(rows.loc[rows["drawn"].eq("yes"), "codes"])
            assert marked == {f"{r.start}-{r.end}" for r in picked.shown.itertuples()}


@pytest.mark.parametrize("name", ["country-abroad", "country-here", "country-unnamed"])
def test_the_rows_that_are_marked_are_the_bars_that_are_drawn(name):
    for filters in all_cases()[name]:
        shown = built(name, filters)
        rows = shown.table.rows
        people = "value" if "value" in rows else getattr(filters, "sex", "total")
        marked = rows.loc[rows["drawn"].eq("yes"), people]
        bars = plotted(shown.figure) if shown.figure else []
        assert sorted(marked) == sorted(bars)[-len(marked) :] or set(marked) < set(bars)
        assert len(bars) - len(marked) in (0, 1)  # “all others” is one bar


@pytest.mark.parametrize(("name", "few"), [("counter-map", 6), ("counter-ranked", 10)])
def test_all_main_currents_are_in_the_file_though_few_are_drawn(name, few):
    for filters in all_cases()[name]:
        every = main_currents(
            both_ways(table("migration_flows")),
            filters.year,
            filters.method,
            filters.countries,
            filters.least,
        )
        rows = built(name, filters).table.rows
        assert {f"{r.start}-{r.end}" for r in every.itertuples()} <= set(rows["codes"])
        assert rows["drawn"].eq("yes").sum() >= min(len(every), few)


def test_claims_of_people_from_a_country_and_in_it_stand_apart():
    shown = built("country-asylum-claims", CountryFilters("KAZ"))
    rows = shown.table.rows
    pair = rows.loc[rows["partner"].eq("Kyrgyzstan") & rows["year"].eq("2023")]
    assert len(pair) == 2
    assert pair["what"].nunique() == 2
    assert pair["series"].ne("").all()


@pytest.mark.parametrize("name", SPECS)
def test_whose_columns_are_years_and_places_says_them_of_the_whole_file(name):
    """A year or a nationality that stands as plain text gets neither a period nor a code."""
    shown = built(name, all_cases()[name][0])
    kinds = {column.label: column.kind for column in shown.table.columns}
    wanted = {
        "Year": "period",
        "Fiscal year": "period",
        "Quarter or year": "period",
        "Citizenship": "place",
    }
    assert {label: kind for label, kind in kinds.items() if wanted.get(label, kind) != kind} == {}
