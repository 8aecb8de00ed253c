"""How columns, periods, figures and rows are said: once, in every language, nothing made up."""

import ast
import datetime
import re
from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.language import PSEUDO, language
from components.phrases.codes import code_of
from components.phrases.columns import codes_of, column
from components.phrases.figures import QUALIFIED, bounded, exact, qualified, short
from components.phrases.headings import HEADINGS
from components.phrases.observations import observations
from components.phrases.periods import during, five_years, moment, period, quarter, years
from components.phrases.places import among, corridor, nationality
from components.phrases.references import source_names
from data.areas import FIVE
from data.codelists import codes
from data.provenance import day_told, source, source_ids
from data.schema import fields
from tests.support import WHOLE, table

EN, RU = language("en"), language("ru")
EVERY = [language(code) for code in (*WHOLE, PSEUDO)]
ROOT = Path(__file__).parents[2]
HOME = ROOT / "components" / "phrases" / "columns.py"
NUMBER = re.compile(r"\d+")
MADE_UP = re.compile(r"None|NaT|nan|<NA>|[{}]")
days = st.dates(datetime.date(1990, 1, 1), datetime.date(2030, 12, 31))


def calls(name):
    """Return file, line and syntax of each call of a function in the components."""
    for path in sorted((ROOT / "components").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == name:
                yield path, node


def test_every_column_is_made_in_one_place():
    assert {path for path, _ in calls("Column")} == {HOME}


def test_no_heading_is_typed_where_a_column_is_asked_for():
    typed = [
        (path.name, node.lineno)
        for path, node in calls("column")
        for word in node.keywords
        if word.arg == "label" and re.match(r"lang\.text\(['\"]", ast.unparse(word.value))
    ]
    assert typed == []


def test_every_column_that_is_declared_is_asked_for():
    written = {
        node.value
        for path in (ROOT / "components" / "views").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert set(HEADINGS) - written == set()


def test_no_column_that_views_make_hides_a_field_of_the_data():
    assert set(HEADINGS) & set(fields()) == set()


@pytest.mark.parametrize("lang", [EN, RU], ids=["en", "ru"])
def test_two_columns_with_one_heading_are_one(lang):
    titles = [column(lang, name).label for name in (*HEADINGS, *fields())]
    assert sorted({title for title in titles if titles.count(title) > 1}) == []


def test_every_field_has_a_title_in_english_and_russian():
    lacking = {
        (name, code)
        for name, entry in fields().items()
        for code in ("en", "ru")
        if not entry["title"].get(code)
    }
    assert lacking == set()


def test_a_field_says_what_its_column_is():
    kinds = {name: column(EN, name).kind for name in fields()}
    places = {name for name, kind in kinds.items() if kind == "place"}
    assert places == {"origin", "destination", "host", "country", "partner", "sender", "receiver"}
    assert (kinds["unit"], kinds["source_id"], kinds["year"]) == ("unit", "source", "period")
    assert column(EN, "value").digits == 2
    assert column(EN, "reference").digits is None


def test_a_column_of_one_view_keeps_what_is_declared_but_for_what_it_says():
    own = column(EN, "share_of_total", "part", label="Of all", digits=2)
    assert (own.name, own.label, own.digits, own.unit) == ("part", "Of all", 2, "percent")
    assert codes_of(RU, column(RU, "host", "left")).label == "Принимающая страна, код"


@st.composite
def told_rows(draw):
    """Return a row with any type of period, its days and its year as far as they are printed."""
    first, last = sorted((draw(days), draw(days)))
    start, end = draw(st.sampled_from([first, None])), draw(st.sampled_from([last, None]))
    year = draw(st.sampled_from([(end or start or first).year, None]))
    return SimpleNamespace(
        period_type=draw(st.sampled_from(codes("period_types"))),
        year=year,
        period_start=pd.NaT if start is None else pd.Timestamp(start),
        period_end=pd.NaT if end is None else pd.Timestamp(end),
    )


def printed(row):
    """Return every number that a row's period may name: years, days, quarters."""
    marks = [one for one in (row.period_start, row.period_end) if not pd.isna(one)]
    found = {one.year for one in marks} | {one.day for one in marks}
    found |= {one.year - 5 for one in marks}
    if marks:
        found |= {1, 2, 3, 4}
    if row.year is not None:
        found |= {row.year, row.year - 5}
    return found


@pytest.mark.parametrize("lang", EVERY, ids=[one.code for one in EVERY])
@given(row=told_rows())
def test_a_period_is_said_whole_and_nothing_is_made_up(lang, row):
    for told in (period(lang, row), period(lang, row, short=True), during(lang, row)):
        assert told.strip("⟦⟧ "), row
        assert not MADE_UP.search(told), told
        assert set(map(int, NUMBER.findall(told))) <= printed(row), told
    assert not MADE_UP.search(during(lang, row, days=False))


@given(row=told_rows())
def test_a_period_in_short_is_no_longer_than_in_full(row):
    assert len(period(EN, row, short=True)) <= max(len(period(EN, row)), len("part of 2020"))


def dated(kind, start="", end="", year=None):
    first, last = (pd.Timestamp(one) if one else pd.NaT for one in (start, end))
    year = year or (None if pd.isna(last) else last.year)
    return SimpleNamespace(period_type=kind, year=year, period_start=first, period_end=last)


@pytest.mark.parametrize(
    ("row", "full", "brief", "sentence"),
    [
        (dated("calendar_year", "2024-01-01", "2024-12-31"), "2024", "2024", "in 2024"),
        (dated("mid_year", "", "2024-07-01"), "2024", "2024", "in 2024"),
        (dated("end_year", "", "2024-12-31"), "end of 2024", "end of 2024", "at the end of 2024"),
        (dated("five_years", "2015-07-01", "2020-06-30"), "2015–2020", "2015–2020", "in 2015–2020"),
        (dated("quarter", "2020-07-01", "2020-09-30"), "Q3 2020", "part of 2020", None),
        (dated("month", "2020-06-01", "2020-06-30"), "June 2020", "part of 2020", None),
        (
            dated("part_year", "2023-01-01", "2023-06-30"),
            "first half of 2023",
            "part of 2023",
            None,
        ),
        (
            dated("part_year", "2023-01-01", "2023-06-29"),
            "1 January 2023 – 29 June 2023",
            "part of 2023",
            "from 1 January 2023 to 29 June 2023",
        ),
        (
            dated("part_year", "", "2021-02-01"),
            "to 1 February 2021",
            "part of 2021",
            "up to 1 February 2021",
        ),
        (
            dated("cumulative", "", "2020-12-01"),
            "in all by 1 December 2020",
            "to 2020",
            "by 1 December 2020, in all",
        ),
        (
            dated("multi_year", "2018-07-01", "2019-12-31"),
            "1 July 2018 – 31 December 2019, in all",
            "2018–2019",
            None,
        ),
        (dated("multi_year", "2018-01-01", "2019-12-31"), "2018–2019, in all", "2018–2019", None),
        (
            dated("fiscal_year", "2023-10-01", "2024-09-30"),
            "fiscal year 2024: 1 October 2023 – 30 September 2024",
            "FY 2024",
            "in the fiscal year 2024",
        ),
        (dated("snapshot", "", "2024-05-05"), "5 May 2024", "2024", "on 5 May 2024"),
        (dated("snapshot", year=2024), "2024, day not given", "2024", "in 2024"),
        (dated("event", year=2020), "2020, day not given", "part of 2020", "in 2020"),
        (dated("event", "2024-05-05", "2024-05-05"), "5 May 2024", "part of 2024", "on 5 May 2024"),
        (dated("unknown"), "date not given", "no year", "at a date not given"),
    ],
)
def test_a_period_in_words(row, full, brief, sentence):
    assert period(EN, row) == full
    assert period(EN, row, short=True) == brief
    assert sentence in (None, during(EN, row))


def test_a_quarter_is_never_said_to_be_a_year():
    row = dated("quarter", "2020-07-01", "2020-09-30")
    assert during(EN, row, days=False) == "in a part of 2020"


def test_years_quarters_and_days_in_words():
    assert (years(2012, 2023), years(2023, 2023), five_years(2020)) == (
        "2012–2023",
        "2023",
        "2015–2020",
    )
    assert (quarter(EN, 2020, 3), quarter(EN, 2020, 0)) == ("Q3 2020", "2020")
    day = pd.Timestamp("2024-05-05")
    assert [moment(EN, day, 2024), moment(EN, pd.NaT, 2024), moment(EN, pd.NaT, None)] == [
        "5 May 2024",
        "2024",
        "",
    ]


@pytest.mark.parametrize("status", codes("obs_statuses"))
@pytest.mark.parametrize("lang", EVERY, ids=[one.code for one in EVERY])
def test_a_value_says_whether_it_is_a_bound(status, lang):
    row = SimpleNamespace(value=1234.0, unit="persons", obs_status=status)
    number, told = lang.number(1234), exact(lang, row)
    assert (number in told) == (status != "flag")
    assert (told != number) == (status in {*QUALIFIED, "flag"})
    assert qualified(lang, status, number, sign=True).endswith(number)
    assert bounded(lang, "rounded", number) == number


def test_a_lower_bound_is_at_least_and_not_more():
    row = SimpleNamespace(value=45.94, unit="percent", obs_status="lower_bound")
    assert (exact(EN, row), short(EN, row)) == ("at least 45.9%", "at least 46%")
    assert qualified(EN, "lower_bound", "5", sign=True) == "≥ 5"
    row = SimpleNamespace(value=2.25, unit="ratio", obs_status="normal")
    assert exact(EN, row) == "2.25"


def test_rows_of_the_data_are_told_by_what_their_fields_are():
    rows = table("returns").loc[lambda found: found["reference"].astype(str).ne("")].head(40)
    columns = ("host", "what", "sex", "period", "value", "unit", "obs_status", "source_id")
    shown = observations(
        EN,
        rows,
        (*columns, "reference", "kind"),
        {"kind": lambda row: row.indicator.upper()},
        lambda row: f"{row.origin}-{row.host}",
    )
    assert [one.name for one in shown.columns] == [*columns, "reference", "kind"]
    assert len(shown.rows) == 40
    assert shown.rows["value"].tolist() == rows["value"].astype(float).tolist()
    assert set(shown.rows["unit"]) <= {EN.label("units", unit) for unit in codes("units")}
    assert not shown.rows["sex"].str.contains("total", case=False).any()
    assert shown.rows["codes"].iloc[0] == f"{rows['origin'].iloc[0]}-{rows['host'].iloc[0]}"
    assert shown.rows["kind"].iloc[0] == str(rows["indicator"].iloc[0]).upper()


def test_a_fact_without_a_size_has_no_value_and_no_unit():
    rows = table("avrr").loc[lambda found: found["obs_status"].eq("flag")]
    shown = observations(EN, rows, ("what", "value", "unit", "obs_status")).rows
    assert len(shown) > 0
    assert shown["value"].isna().all()
    assert set(shown["unit"]) == {""}


def test_a_table_without_rows_has_its_columns():
    shown = observations(EN, table("avrr").head(0), ("what", "period", "value"))
    assert list(shown.rows) == ["what", "period", "value"]


def test_places_in_words_and_the_codes_behind_them():
    assert corridor(EN, "UZB", "RUS").count("→") == 1
    assert among(EN, FIVE, "from") == EN.place("R_CENTRAL_ASIA", "from")
    assert among(EN, FIVE[:2], "in") == EN.listing([EN.place(code, "in") for code in FIVE[:2]])
    assert code_of(EN, "place", nationality(EN, "WLD")) == "WLD"
    assert code_of(EN, "place", "somewhere") == ""
    assert code_of(EN, "place", EN.place("KAZ")) == "KAZ"


@pytest.mark.parametrize("lang", [EN, RU], ids=["en", "ru"])
def test_sources_have_their_ids(lang):
    pair = codes("sources")[:2]
    assert code_of(lang, "source", source_names(lang, pair)) == "; ".join(pair)
    assert code_of(lang, "source", "census") == ""


DAYLESS = [
    (source_id, caveat.id, name)
    for source_id in source_ids()
    for caveat in source(source_id).caveats
    if caveat.day
    for name in caveat.tables
]


@pytest.mark.parametrize(("source_id", "note", "name"), DAYLESS)
def test_no_day_is_told_where_the_source_prints_none(source_id, note, name):
    rows = table(name)
    carried = rows["note_id"].astype(object).fillna("").str.split().map(lambda ids: note in ids)
    own = rows.loc[carried & rows["source_id"].eq(source_id) & rows["period_type"].eq("snapshot")]
    assert len(own)
    words = {period(language("en"), row).count(" ") for row in own.itertuples()}
    assert words == {int(day_told(source_id, note) == "month")}  # “January 2023”
    for row in own.itertuples():
        for lang in map(language, WHOLE):
            assert period(lang, row, short=True) == str(int(row.year))
            assert re.findall(r"\d+", period(lang, row)) == [str(int(row.year))]
            assert re.findall(r"\d+", during(lang, row)) == [str(int(row.year))]
