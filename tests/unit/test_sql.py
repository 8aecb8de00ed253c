"""SQL over the curated tables: right answers, in words and rows that a reader can use."""

import csv
import io
from datetime import date
from functools import cache

import pandas as pd
import pyarrow as pa
import pytest
from streamlit.testing.v1 import AppTest

from components.explore.sql_examples import EXAMPLES
from components.explore.sql_schema import schema_html
from components.explore.sql_words import REASONS, quoted, said
from components.exports.sql_rows import ABOUT, csv_bytes, pages, rows_html
from components.language import language
from data import loaders
from data.codelists import code_list
from data.errors import MissingTable
from data.explore import sql
from data.explore.refusal import Refused
from data.explore.sql import known, run
from data.explore.sql_worker import ROWS, without_paths
from data.schema import tables

KEPT = cache(loaders.load)


@pytest.fixture(autouse=True)
def patient(monkeypatch):
    """Machines of tests are often busy: what is asked here is not stopped by the clock."""
    monkeypatch.setattr(sql, "CLOCK", 60.0)


def asked(text):
    return run(KEPT, text)


def test_sums_by_group_and_names_are_what_pandas_finds():
    answer = asked("""
        select c.name_en as name, m.year, sum(m.value) as value, count(*) as n,
          count(*) - count(m.value) as empty
        from migrant_stocks m join codes_countries c on c.code = m.destination
        where m.origin = 'UZB' and m.sex = 'total' and m.source_id = 'un_desa_ims2024'
        group by all order by m.year, name
    """)
    frame = KEPT("migrant_stocks")
    fit = frame[
        frame["origin"].eq("UZB")
        & frame["sex"].eq("total")
        & frame["source_id"].eq("un_desa_ims2024")
    ]
    names = fit["destination"].astype(str).map(code_list("countries")["name_en"])
    told = (
        fit.assign(name=names)
        .groupby(["year", "name"])["value"]
        .agg(value="sum", n="size", empty=lambda cells: cells.isna().sum())
        .reset_index()
    )
    expected = told[["name", "year", "value", "n", "empty"]].to_dict("list")
    assert answer.rows.to_pydict() == expected
    assert len(answer.rows) > 50
    assert answer.tables == ("codes_countries", "migrant_stocks")
    assert not answer.cut
    assert 0 < answer.seconds < 8


def test_every_table_can_be_asked_and_has_all_its_rows():
    each = "select '{0}' t, count(*) n from {0}"
    answer = asked(" union all ".join(each.format(name) for name in known()))
    counted = dict(zip(*answer.rows.to_pydict().values(), strict=True))
    assert set(answer.tables) == set(known()) >= set(tables())
    for name in tables():
        assert counted[name] == len(KEPT(name)), name
    assert counted["codes_countries"] == len(code_list("countries"))


def test_types_and_holes_arrive_as_they_are():
    answer = asked("""
        select period_start, year, value, origin, year > 2000 as later, sum(year) over () as years,
          1.25 as quarter, timestamp '2020-01-02 03:04:05' as at, null as nothing
        from returns where value is null or year is null limit 3
    """)
    kinds = [str(kind) for kind in answer.rows.schema.types]
    expected = "date32[day] int16 double string bool int64 double string string"
    assert kinds == expected.split()
    row = answer.rows.to_pylist()[0]
    assert row["value"] is None or row["year"] is None
    assert row["at"] == "2020-01-02 03:04:05" and row["quarter"] == 1.25
    assert row["period_start"] is None or isinstance(row["period_start"], date)


def test_more_rows_than_may_be_told_are_cut_and_it_is_said():
    answer = asked("select * from migration_flows order by value desc nulls last")
    assert answer.cut and answer.rows.num_rows == ROWS
    largest = KEPT("migration_flows")["value"].nlargest(ROWS)
    assert answer.rows["value"].to_pylist() == largest.tolist()
    assert not asked("select 1 from range(10000)").cut and ROWS == 10_000


def test_a_table_that_cannot_be_had_is_told_as_everywhere():
    def load(name):
        raise MissingTable(name, "gone")

    with pytest.raises(MissingTable):
        run(load, "select * from returns")
    assert run(load, "select 'no table is needed'").rows.num_rows == 1


@pytest.mark.parametrize("code", ["en", "ru"])
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.key)
def test_examples_have_answers_in_both_languages(example, code):
    answer = asked(example.statement(language(code)))
    told = answer.rows.to_pylist()
    assert len(told) >= 5
    if example.key == "women" and code == "en":
        assert {row["born_in"]: row["people"] for row in told}["Kazakhstan"] == 2_796_572
    if example.key == "abroad":
        assert told[0]["country"] == {"en": "Russia", "ru": "Россия"}[code]
        assert told[0]["people"] == 778_041
    if example.key == "methods" and code == "en":
        first = {row["method"]: row["2020"] for row in told}
        assert first["Pseudo-Bayesian (closed)"] == 383_238
        assert first["Minimum of moves (closed)"] == 118_782


def test_a_near_name_is_offered_and_duckdb_is_quoted():
    for text, near in (("from migrant_stoks", "migrant_stocks"), ("select medain(1)", "median")):
        with pytest.raises(Refused) as found:
            asked(text)
        assert near in said(found.value, language("ru"))
    with pytest.raises(Refused) as found:
        asked("select\n  1 as a,\n  vale\nfrom returns")
    assert 'column "vale" not found' in quoted(found.value)
    assert '"value"' in quoted(found.value)
    with pytest.raises(Refused) as found:
        asked("-- по-русски\nselect 'я', 1 1\nfrom returns")
    line, mark = quoted(found.value).splitlines()[-2:]
    assert line == "LINE 2: select 'я', 1 1" and mark.index("^") == len(line) - 1


def test_a_message_has_no_places_of_the_machine():
    told = without_paths("at /srv/app/x.so and C:\\x\\y.dll, not '/etc/passwd'", "'/etc/passwd'")
    assert told == "at … and …, not '/etc/passwd'"
    assert len(without_paths("x" * 9999, "")) <= 600


def test_every_reason_has_words_in_both_languages():
    facts = {"most": 5000, "seconds": 8, "table": "a" * 99, "function": "f", "type": "t"}
    for reason in REASONS:
        sentences = {said(Refused(reason, **facts, form="x"), language(c)) for c in ("en", "ru")}
        assert len(sentences) == 2
        assert all("{" not in one and len(one) < 200 for one in sentences)


ROW = pa.table(
    {
        "year": pa.array([2020, 2024], pa.int16()),
        "people": [1234567.0, None],
        "share": [0.123456789, float("inf")],
        "n": pa.array([12345, -1], pa.int64()),
        "<b>": ["<i>x</i>", "=1+1"],
    }
)


def test_rows_are_shown_in_the_readers_format_and_harmless():
    told = rows_html(ROW, 1, language("ru"), "x")
    assert ">2020<" in told and "1\xa0234\xa0567" in told and "12\xa0345" in told
    assert "NULL" in told and "0,1235" in told and ">inf<" in told
    assert "&lt;b&gt;" in told and "&lt;i&gt;" in told and "<i>" not in told
    assert "1,234,567" in rows_html(ROW, 1, language("en"), "x")
    many = pa.table({"a": list(range(250))})
    assert pages(many) == 3 and rows_html(many, 3, language("en"), "x").count("<tr>") == 51


@pytest.mark.parametrize(("code", "between", "point"), [("en", ",", "."), ("ru", ";", ",")])
def test_the_file_has_all_rows_and_no_formula(code, between, point):
    text = csv_bytes(ROW, ("returns",), language(code)).decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(text), delimiter=between)
    assert head == ["year", "people", "share", "n", "<b>", ABOUT]
    assert rows[0] == ["2020", "1234567", f"0{point}1235", "12345", "<i>x</i>", "returns"]
    assert rows[1] == ["2024", "", "inf", "-1", "'=1+1", "returns"]


def test_the_columns_at_hand_say_where_codes_have_names():
    told = schema_html("migrant_stocks", language("ru"))
    assert all(f"<code>{column}</code>" in told for column in tables()["migrant_stocks"].columns)
    assert "codes_countries" in told and "Страна происхождения" in told
    assert '"table"' in schema_html("codes_indicators", language("en")).replace("&quot;", '"')


def _script(text):
    from types import SimpleNamespace

    from components.controls.sql import sql_part
    from components.language import language
    from components.session.memory import memory

    now = memory().asked.get("sql", text)
    sql_part(SimpleNamespace(lang=language("en"), stacked=True, filters=SimpleNamespace(sql=now)))


def test_a_query_of_a_link_is_shown_and_runs_when_it_is_asked_for():
    page = AppTest.from_function(_script, args=("select 40 + 2 as n",), default_timeout=60).run()
    assert page.text_area[0].value == "select 40 + 2 as n"
    assert any("has not been run" in one.proto.body for one in page.get("html"))
    page.button(key="sql-run").click().run()
    shown = "".join(one.proto.body for one in page.get("html"))
    assert ">42<" in shown and "1 row" in shown and "has not been run" not in shown
    assert "sources in these" not in shown
    page.text_area[0].set_value("select count(*) from returns").run()
    page.button(key="sql-run").click().run()
    shown = "".join(one.proto.body for one in page.get("html"))
    assert f"{KEPT('returns')['source_id'].nunique()} sources in these tables" in shown
    page.text_area[0].set_value("select nosuch from returns").run()
    page.button(key="sql-run").click().run()
    shown = "".join(one.proto.body for one in page.get("html"))
    assert "cannot be answered" in shown and "nosuch" in shown and not page.exception
    assert page.session_state["_choices"].asked["sql"] == "select nosuch from returns"


def test_a_long_query_runs_and_stays_out_of_the_link():
    text = "select 7 as n -- " + "x" * 2_100
    page = AppTest.from_function(_script, args=("",), default_timeout=60).run()
    page.text_area[0].set_value(text).run()
    page.button(key="sql-run").click().run()
    shown = "".join(one.proto.body for one in page.get("html"))
    assert ">7<" in shown and "too long for the link" in shown
    assert not page.session_state["_choices"].asked.get("sql")


def test_frames_of_pandas_are_not_changed():
    before = KEPT("votes").copy()
    asked("select * from votes")
    pd.testing.assert_frame_equal(before, KEPT("votes"))
