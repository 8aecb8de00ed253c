"""Hostile SQL: nothing happens but a sentence."""

import json
import subprocess
import sys
import threading
from functools import cache
from pathlib import Path

import duckdb
import pytest
import sqlglot
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from components.explore.sql_examples import EXAMPLES
from components.explore.sql_words import REASONS, quoted, said
from components.language import language
from data import loaders
from data.explore import sql
from data.explore.refusal import Refused
from data.explore.sql_guard import judge
from data.turns import Turns

ROOT = Path(__file__).parents[2]
KEPT = cache(loaders.load)
# What is asked, by the reason for which it is refused; None where there is an answer.
HOSTILE: dict[str | None, tuple[str, ...]] = {
    "sql_empty": (";", "-- nothing", "/* */"),
    "sql_only_select": (
        "copy returns to '/srv/x.csv'",
        "COPY (SELECT 1) TO '/dev/stdout'",
        "copy returns from '/etc/passwd'",
        "attach '/srv/x.db'",
        "attach ':memory:' as y",
        "detach memory",
        "install httpfs",
        "load httpfs",
        "pragma database_list",
        "set threads=8",
        "set memory_limit='64GB'",
        "set enable_external_access=true",
        "reset memory_limit",
        "export database '/srv/x'",
        "import database '/srv/x'",
        "checkpoint",
        "force checkpoint",
        "vacuum",
        "create table x as select 1",
        "create macro f(x) as x",
        "create persistent secret (type s3)",
        "insert into returns values (1)",
        "delete from returns",
        "update returns set value=0",
        "drop view returns",
        "alter table returns rename to x",
        "use memory",
        "begin transaction",
        "prepare x as select 1",
        "execute x",
        "call pragma_version()",
        "explain analyze select 1",
        "set variable x = 1",
        "show tables",
        "show all tables",
        "select 1; copy (select 1) to '/srv/x'",
        "pivot returns on origin using sum(value)",
    ),
    "sql_several": ("select 1; select 2",),
    "sql_parameter": ("select ?", "select $1", "select $name"),
    "sql_table": (
        "from '/etc/passwd'",
        'from "/etc/passwd"',
        "select * from 'data/tables/returns/*.csv'",
        "select * from 'https://example.org/x.csv'",
        "select * from 's3://x/y.parquet'",
        "describe '/etc/passwd'",
        "summarize '/etc/passwd'",
        "select * from duckdb_tables",
        "select * from information_schema.tables",
        "select * from sqlite_master",
        "select * from pg_catalog.pg_class",
        "select * from main.returns",
        "select * from memory.main.returns",
        "select * from con",
        "select * from tables",
        "select * from \"__import__('os').system('id')\"",
        "select * from (with sqlite_master as (select 1) select 1), sqlite_master",
        "select (select count(*) from duckdb_settings)",
        "select 1 where exists (from '/etc/passwd')",
        "pivot 'x.csv' on a in (1) using sum(b)",
    ),
    "sql_function": (
        "select * from read_csv('/etc/passwd')",
        "select * from read_text('/etc/hostname')",
        "select * from glob('/*')",
        "select * from sniff_csv('/etc/passwd')",
        "select * from parquet_scan('x')",
        "select * from query('select 1')",
        "select * from query_table('returns')",
        "select * from duckdb_settings()",
        "select * from duckdb_secrets()",
        "select * from which_secret('x', 's3')",
        "select * from pragma_database_size()",
        "select * from json_execute_serialized_sql('{}')",
        "select * from arrow_scan(1, 2, 3)",
        "select * from pandas_scan(0)",
        "select * from seq_scan('returns')",
        "select * from unnest(range(1000000000))",
        "select * from range((select len(read_text('/etc/hostname'))))",
        "select current_setting('temp_directory')",
        "select version()",
        "select current_user",
        "select user",
        "select current_database()",
        "select getenv('PATH')",
        "select getvariable('x')",
        "select write_log('x')",
        "select sleep_ms(100000)",
        "select pg_sleep(100)",
        "select nextval('x')",
        "select random()",
        "select error('boom')",
        "select main.getenv('PATH')",
        "select repeat('x', 1000000000)",
        "select 'x'.repeat(1000000000)",
        "select lpad('x', 1000000000, 'y')",
        "select range(1000000000)",
        "select printf('%1000000000d', 1)",
        "select format('{:>1000000000}', 'x')",
        "select * replace (repeat('x', 9) as origin) from returns",
        "select sum(value) filter (getenv('x') = 'y') from returns",
        "select value from returns order by sleep_ms(9)",
        "select value from returns limit (select getenv('x'))",
        "select count(*) over (partition by getenv('x')) from returns",
        "with t as (select read_text('x')) select 1",
        "select case when true then getenv('x') end",
        "values (getenv('x'))",
    ),
    "sql_type": ("select null::integer[100000][1000]", "select '1'::json", "select 'x'::uuid"),
    "sql_form": (
        "select [1, 2]",
        "select {'a': 1}",
        "select lambda x: x + 1",
        "select origin collate nocase from returns",
    ),
    "sql_syntax": ("selec 1", "/* select 1", "sеlect 1", "ＳＥＬＥＣＴ 1", "select 'x", "\\x"),
    "sql_error": (
        "select nosuch from returns",
        "select ‘x’",
        "select cast('x' as integer)",
        "select sum(9223372036854775807) from range(10)",
    ),
    None: (
        "select 1;",
        "select 1 -- '; drop view returns",
        "select 1 /* ; copy returns to 'x' */",
        "select 'copy returns to ''x'''",
        "select '/etc/passwd', '😀' as \"😀\", $$;$$",
        'with "/etc/passwd" as (select 1) select * from "/etc/passwd"',
        "select * from RETURNS",
        "describe returns",
        "summarize returns",
        "select 1 as a, 2 as a, 3 as A",
    ),
}
SLOW = (
    "with recursive t(a) as (select 1 union all select a + 1 from t) select count(*) from t",
    "select count(*) from range(1000000) a, range(1000000) b, range(1000000) c",
    "select a.value from returns a, returns b, returns c order by a.value + b.value * c.value",
)
LARGE = (
    "with recursive t(a) as (select 'x' union all select a || a from t) select max(a) from t",
    "with a as (select replace('aaaaaaaaaa', 'a', 'aaaaaaaaaa') x), "
    "b as (select replace(x, 'a', x) x from a), c as (select replace(x, 'a', x) x from b), "
    "d as (select replace(x, 'a', x) x from c) select length(replace(x, 'a', x)) from d",
    "select string_agg(a.reference || b.reference) from returns a, returns b",
)


@pytest.fixture(autouse=True)
def patient(monkeypatch):
    """Machines of tests are often busy: what is asked here is not stopped by the clock."""
    monkeypatch.setattr(sql, "CLOCK", 60.0)


def child(texts, judged=True, **more):
    """Return what came of statements in one sealed process."""
    asked = json.dumps({"texts": list(texts), "judged": judged, **more})
    command = [sys.executable, "-m", "tests.sql_child"]
    done = subprocess.run(
        command, check=False, input=asked, capture_output=True, text=True, cwd=ROOT, timeout=120
    )
    if done.returncode:
        return {"code": done.returncode, "said": done.stderr}
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def answers():
    texts = [text for group in HOSTILE.values() for text in group]
    found = child(texts)
    return {**dict(zip(texts, found.pop("told"), strict=True)), **found}


@pytest.mark.parametrize(
    ("reason", "text"), [(reason, text) for reason, group in HOSTILE.items() for text in group]
)
def test_it_is_a_sentence_or_an_answer_and_nothing_else(answers, reason, text):
    told = answers[text]
    assert told.get("reason") == reason, told
    if reason:
        refused = Refused(reason, **told["facts"])
        for code in ("en", "ru"):
            assert said(refused, language(code)).endswith((".", "?", ":"))
        assert bool(quoted(refused)) == (reason in ("sql_syntax", "sql_error"))
        assert str(ROOT) not in str(told) and "site-packages" not in str(told)
    else:
        assert told["rows"]


def test_no_file_or_connection_is_opened_for_any_of_it(answers):
    assert answers["opened"] == []
    assert answers["most"] < 300  # MB


@pytest.mark.parametrize("text", SLOW)
def test_what_takes_long_is_stopped_and_leaves_nothing(text, monkeypatch):
    began, started = threading.enumerate(), []
    monkeypatch.setattr(sql, "CLOCK", 0.9)

    class Noted(subprocess.Popen):
        def __init__(self, *args, **options):
            super().__init__(*args, **options)
            started.append(self)

    monkeypatch.setattr(subprocess, "Popen", Noted)
    with pytest.raises(Refused, match="sql_slow"):
        sql.run(KEPT, text)
    assert [one.returncode for one in started] == [-9]
    assert threading.enumerate() == began


def test_the_processor_is_counted_too():
    assert child(SLOW[1:2], seconds=1)["code"] in (-24, -9)  # SIGXCPU, SIGKILL


@pytest.mark.parametrize("text", LARGE)
def test_what_needs_much_memory_is_refused(text):
    with pytest.raises(Refused, match=r"sql_(memory|large)"):
        sql.run(KEPT, text)


def test_the_operating_system_holds_where_nothing_else_does(tmp_path):
    """Nothing is judged and DuckDB is open to all: files, connections and memory are still shut."""
    target = tmp_path / "x"
    texts = (
        "select * from read_text('/etc/hostname')",
        "select * from glob('/etc/*')",
        "select * from '/etc/passwd'",
        f"copy (select 1) to '{target}'",
        f"attach '{target}'",
        "install httpfs",
        "select length(repeat('x', 1000000000))",
        "select len(range(300000000))",
        "select printf('%1000000000d', 1)",
    )
    found = child(texts, judged=False)
    assert all("fault" in one or one["rows"] == 0 for one in found["told"]), found["told"]
    assert not target.exists()
    assert found["most"] < 700, found["most"]  # MB: of the process, `ROOM` and what DuckDB took


def test_only_so_many_run_at_once(monkeypatch):
    turns = Turns(at_once=1, of_one=1, waiting=1, patience=0.01)
    monkeypatch.setattr(sql, "_turns", turns)
    with turns.taken("another"), pytest.raises(Refused, match="sql_busy"):
        sql.run(KEPT, "select 1")
    assert sql.run(KEPT, "select 1").rows.num_rows == 1  # and the place is free again


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "sql_empty"),
        (" \n", "sql_empty"),
        ("x" * (sql.LONGEST + 1), "sql_long"),
        ("select '\0'", "sql_letters"),
        ("select '\ud800'", "sql_letters"),
        ("pivot returns on origin using sum(value)", "sql_pivot"),
        (f"select {'(' * 2400}1{')' * 2400}", "sql_deep"),
        (f"select {'-(' * 1600}1{')' * 1600}", "sql_deep"),
        (f"select {'not ' * 1200}true", "sql_deep"),
    ],
)
def test_odd_texts_are_refused_at_once(text, reason):
    with pytest.raises(Refused, match=reason):
        sql.run(KEPT, text)


def test_a_reading_that_is_too_deep_is_refused():
    deep = []
    for _ in range(1_100):
        deep = [deep]
    with pytest.raises(Refused, match="sql_deep"):
        judge({"error": False, "statements": [deep]}, ())


SEEDS = [
    text
    for group in HOSTILE.values()
    for text in group
    if text.startswith(("select", "with", "from", "values"))
]
SEEDS += [one.text.format(name="name_en") for one in EXAMPLES]


@cache
def _parsed(text):
    try:
        return sqlglot.parse_one(text, read="duckdb")
    except sqlglot.errors.SqlglotError:
        return None


@st.composite
def mutated(draw):
    """Return a statement in which parts of another have taken the place of some of its own."""
    one, other = (draw(st.sampled_from([s for s in SEEDS if _parsed(s)])) for _ in "ab")
    tree, donor = _parsed(one).copy(), list(_parsed(other).find_all(sqlglot.exp.Expression))
    parts = [part for part in tree.find_all(sqlglot.exp.Expression) if part.parent]
    if parts:
        draw(st.sampled_from(parts)).replace(draw(st.sampled_from(donor)).copy())
    return tree.sql(dialect="duckdb")


@settings(max_examples=5, suppress_health_check=list(HealthCheck))
@given(st.lists(mutated() | st.text(max_size=60), min_size=25, max_size=40))
def test_whatever_is_asked_is_answered_or_refused(texts):
    texts = [text for text in texts if text.isprintable() and "range(1" not in text.casefold()]
    found = child(texts)
    for text, told in zip(texts, found["told"], strict=True):
        assert told.get("reason") in (*REASONS, None), text
        assert told.get("reason") != "sql_failed", text
    assert found["opened"] == []


def test_the_lists_name_functions_that_there_are():
    names = duckdb.sql("select distinct function_name from duckdb_functions()").fetchall()
    there = {name for (name,) in names}
    from data.explore import sql_guard as guard

    written = {"coalesce", "ifnull"}  # forms of the language, not functions
    assert there | written >= guard.AGGREGATES | guard.WINDOWS | guard.SCALARS
    assert there >= guard.TABLE_FUNCTIONS
