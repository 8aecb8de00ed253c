"""Answers are what pandas finds, for whatever is asked; and what is asked is written and read."""

from functools import cache
from threading import Thread

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import loaders
from data.errors import DataError
from data.explore.answer import answer, values, whole
from data.explore.filters import filtered
from data.explore.params import OWN, from_params, to_params
from data.explore.question import HOWS, Filter, Question
from data.explore.refusal import REASONS, Refused
from data.schema import fields, tables
from data.store.package import Package
from tests.explored import STOCK, fitting, grouped, store_of

ASKED = ("returns", "education", "remittances", "policy_domains", "visa_requirements", "treaties")
load = cache(loaders.load)


@pytest.fixture(scope="module")
def store() -> Package:
    return Package(load=load)


@cache
def cells(table: str, column: str) -> list[str]:
    """Return what stands in a column, an empty text for an empty cell."""
    told = values(Package(load=load), Question(table), column)
    return sorted(told)


@st.composite
def questions(draw: st.DrawFn) -> Question:
    """Draw a question that names columns and values that are there."""
    table = draw(st.sampled_from(ASKED))
    columns = [name for name in tables()[table].columns if not name.startswith("text_")]
    plain = [name for name in columns if name != "value"]
    where = []
    for column in draw(st.lists(st.sampled_from(plain), max_size=3, unique=True)):
        if fields()[column]["type"] == "integer" and draw(st.booleans()):
            low, high = sorted(draw(st.tuples(st.integers(1990, 2026), st.integers(1990, 2026))))
            where.append(Filter(column, low=str(low), high=str(high)))
        else:
            some = st.lists(st.sampled_from(cells(table, column)), min_size=1, max_size=4)
            where.append(Filter(column, tuple(dict.fromkeys(draw(some)))))
    by = draw(st.lists(st.sampled_from(plain), max_size=3, unique=True))
    sort = draw(st.lists(st.sampled_from([*columns, *(f"-{c}" for c in columns)]), max_size=2))
    how = draw(st.sampled_from(HOWS)) if by else "count"
    return Question(table, tuple(where), "", (), tuple(sort), tuple(by), how)


def allowed(store: Package, question: Question) -> Question | None:
    """Return a question as it may be asked: itself, or what a refusal says would do."""
    try:
        answer(store, question, size=1)
    except Refused as refused:
        assert refused.reason in REASONS
        enough = [one for one in refused.remedies if one.enough]
        return enough[0].applied(question) if enough else None
    return question


@settings(max_examples=40)
@given(questions())
def test_answers_are_what_pandas_finds(store, question):
    asked = allowed(store, question)
    if asked is None:
        return
    found = answer(store, asked, size=500)
    fit = fitting(load(asked.table), asked.where)
    assert (found.behind, found.every) == (len(fit), len(load(asked.table)))
    assert found.missing == (int(fit["value"].isna().sum()) if "value" in fit else 0)
    if not asked.by:
        assert found.total == len(fit)
        return
    wanted = grouped(fit, asked) if len(fit) else {}
    assert found.total == len(wanted)
    for row in found.rows.to_pylist():
        key = tuple("" if row[c] is None else str(row[c]) for c in asked.by)
        value, rows, missing = wanted[key]
        assert (row["rows"], row.get("missing", 0)) == (rows, missing)
        assert row.get("value") == (None if value is None else pytest.approx(value, rel=1e-9))
        if asked.how == "sum" and value is not None:
            assert_alike(fit, asked, key)


def assert_alike(fit: pd.DataFrame, asked: Question, key: tuple[str, ...]) -> None:
    """Look at the rows of one sum: nothing in it may be of two kinds."""
    own = fitting(fit, [Filter(c, (v,)) for c, v in zip(asked.by, key, strict=True)])
    own = own.loc[own["value"].notna()]
    assert own["unit"].nunique() == 1
    for column in ("measure", "period_type", "source_id", "method", "origin_basis"):
        if column in own:
            assert own[column].nunique(dropna=False) == 1
    if "measure" in own:
        assert not own["measure"].eq("rate").any()
        assert not own["measure"].eq("stock").any() or own["year"].nunique(dropna=False) == 1
    for column in ("origin", "destination", "host", "sender", "receiver"):
        if column in own and own[column].eq("WLD").any():
            assert own[column].nunique() == 1
    who = [
        c for c in tables()[asked.table].key if c in own and c not in ("sex", "age", "reference")
    ]
    if "sex" in own and own["sex"].eq("total").any():
        totals = own.loc[own["sex"].eq("total"), who].astype(str)
        parts = own.loc[~own["sex"].eq("total"), who].astype(str)
        assert totals.merge(parts, on=who).empty


texts = st.text(max_size=12)
names = st.sampled_from([*OWN, *tables()["returns"].columns, "nothing", ""])
bounds = st.sampled_from(["..", "2010..", "..2020", "2010..2020", "1e400", "-5", "2020,,2021", "٣"])
columns = st.lists(names, max_size=3).map(",".join)
hostile = st.dictionaries(names, texts | bounds | columns | st.sampled_from(HOWS), max_size=5)


@settings(max_examples=100)
@given(st.sampled_from(["returns", "votes", "x"]), hostile)
def test_whatever_is_written_is_refused_or_read_and_written_alike(table, params):
    try:
        asked = from_params(table, params)
    except Refused as refused:
        assert refused.reason in REASONS
        return
    assert from_params(table, to_params(asked)) == asked


@settings(max_examples=30)
@given(hostile, st.integers(-9, 10**30))
def test_whatever_is_written_is_refused_or_answered(store, params, page):
    try:
        found = answer(store, from_params("returns", params), page, 5)
    except Refused as refused:
        assert refused.reason in REASONS
        return
    assert found.rows.num_rows <= 5
    assert 1 <= found.page <= found.pages


@pytest.mark.parametrize("word", ["%", "_", "'", "\\", '"', "--", ";", "\ud800", "\0", "{x}"])
def test_signs_mean_themselves(store, word):
    found = answer(store, from_params("treaties", {"_search": word}))
    frame = load("treaties").astype("object").fillna("").astype(str)
    told = word.replace("\0", "").encode("utf-8", "ignore").decode()
    if told not in ("_", "-", "--"):  # these stand in codes
        fit = frame.apply(lambda row: any(told in cell for cell in row), axis=1)
        assert found.total <= int(fit.sum()) or not told


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Приём и учёт", "ПРИЕМ учет"),
        ("Прием", "приём"),
        ("Oʻzbekiston", "o'zbek"),
        ("Côte d’Ivoire", "D'IVOIRE"),
    ],
)
def test_a_search_takes_letters_as_people_write_them(text, word):
    store = store_of("migrant_stocks", [STOCK | {"reference": text}, STOCK | {"reference": "-"}])
    assert answer(store, Question("migrant_stocks", search=word)).total == 1


def test_missing_values_are_told_and_are_no_zeros():
    rows = [STOCK, STOCK | {"destination": "RUS", "value": None}]
    rows += [STOCK | {"origin": "KAZ", "value": None}]
    for how in ("sum", "mean", "median", "min", "max"):
        asked = Question("migrant_stocks", by=("origin",), how=how)
        found = answer(store_of("migrant_stocks", rows), asked)
        assert found.missing == 2
        assert found.rows.to_pylist() == [
            {"origin": "KAZ", "value": None, "rows": 1, "missing": 1},
            {"origin": "UZB", "value": 1.0, "rows": 2, "missing": 1},
        ]


def test_nothing_adds_up_to_nothing(store):
    asked = from_params("returns", {"year": "1950", "_by": "host", "_how": "sum"})
    found = answer(store, asked)
    assert (found.total, found.pages, found.rows.num_rows, found.behind) == (0, 1, 0, 0)
    assert answer(store, from_params("returns", {"year": "1950"}), 3).page == 1


@pytest.mark.parametrize("sign", ["", "-"])
def test_empty_cells_are_last_and_hidden_columns_give_the_order(store, sign):
    frame = load("visa_requirements")
    asked = {"_sort": f"{sign}value", "_columns": "origin,status"}
    found = whole(store, from_params("visa_requirements", asked))
    assert found.column_names == ["origin", "status"]
    shown = whole(store, from_params("visa_requirements", {"_sort": f"{sign}value"}))
    assert found.to_pylist() == shown.select(["origin", "status"]).to_pylist()
    known = shown["value"].to_pylist()
    numbers = sorted(frame["value"].dropna(), reverse=bool(sign))
    assert known == [*numbers, *[None] * int(frame["value"].isna().sum())]


def test_groups_are_ordered_by_what_they_have(store):
    asked = from_params("returns", {"_by": "host,sex", "_sort": "-rows,sex"})
    rows = [row["rows"] for row in whole(store, asked).to_pylist()]
    assert rows == sorted(rows, reverse=True)
    pages = [answer(store, asked, page, 7).rows.to_pylist() for page in range(1, 30)]
    every = [
        tuple(row.values()) for page in pages[: answer(store, asked, 1, 7).pages] for row in page
    ]
    assert every == [tuple(row.values()) for row in whole(store, asked).to_pylist()]
    last = answer(store, asked, 99, 7)
    assert last.page == last.pages and last.rows.num_rows


WIDE = {
    "origin": "UZB,KAZ,TJK",
    "source_id": "un_desa_ims2024",
    "series": "pairs",
    "sex": "total",
    "_by": "origin,destination,year",
    "_how": "sum",
    "_across": "year",
}


def test_a_wide_table_is_what_pandas_makes_of_it(store):
    asked = from_params("migrant_stocks", WIDE)
    found = whole(store, asked).to_pandas().set_index(["origin", "destination"])
    fit = fitting(load("migrant_stocks"), asked.where)
    fit = fit.assign(**{c: fit[c].astype(str) for c in ("origin", "destination", "year")})
    wanted = fit.pivot(index=["origin", "destination"], columns="year", values="value")
    got = found.drop(columns=["rows", "missing"])
    assert list(got.columns) == sorted(wanted.columns)
    pd.testing.assert_frame_equal(got, wanted, check_names=False, check_index_type=False)
    assert found["rows"].sum() == len(fit)


def test_pages_of_a_wide_table_have_every_row_once(store):
    asked = from_params("migrant_stocks", WIDE | {"_sort": "-rows,destination"})
    every = whole(store, asked).to_pylist()
    pages = [answer(store, asked, number, 40) for number in range(1, 10)]
    assert pages[0].across == ("1990", "1995", "2000", "2005", "2010", "2015", "2020", "2024")
    assert pages[0].total == len(every)
    told = [row for page in pages[: pages[0].pages] for row in page.rows.to_pylist()]
    assert told == every
    assert answer(store, asked, 10**20, 40).page == pages[0].pages


def test_columns_of_a_wide_table_have_an_order_and_a_limit(store):
    ages = answer(store, from_params("returns", {"_by": "host,age", "_across": "age"}))
    assert ages.across == ("total", "0-17", "18-29", "30-49", "50-69", "70+", "unknown")
    assert ages.rows.column_names == ["host", *ages.across, "rows", "missing"]
    alone = answer(store, from_params("returns", {"_by": "age", "_across": "age"}))
    assert alone.rows.num_rows == 1
    empty = answer(store, from_params("returns", {"_by": "host,programme", "_across": "programme"}))
    assert empty.across[-1] == "" and "programme=" in empty.rows.column_names
    with pytest.raises(Refused) as refused:
        answer(store, from_params("returns", {"_by": "host,series", "_across": "series"}))
    assert refused.value.reason == "across_many" and refused.value.facts["n"] > 200


def test_fifty_ask_at_once_and_each_gets_its_own(store):
    asked = [Question("returns", sort=(f"-{c}",)) for c in ("value", "year", "host")]
    asked += [from_params("remittances", {"_search": word}) for word in ("uzbek", "росс", "usa")]
    wanted = [answer(store, one).rows for one in asked]
    wrong: list[object] = []

    def ask(number: int) -> None:
        try:
            one = number % len(asked)
            if not answer(store, asked[one]).rows.equals(wanted[one]):
                wrong.append(asked[one])
        except (DataError, Refused) as error:
            wrong.append(error)

    readers = [Thread(target=ask, args=(number,)) for number in range(50)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert not wrong


def test_a_newer_edition_takes_the_place_of_the_old():
    kept = [load("votes")]
    store = Package(load=lambda _: kept[0])
    assert answer(store, Question("votes")).every == 20
    kept[0] = kept[0].head(7)
    assert answer(store, Question("votes")).every == 7


def test_what_an_engine_cannot_do_is_an_error_of_the_table(store):
    table = filtered(store.table("votes"), Question("votes"))
    with pytest.raises(DataError):
        store.answer(table.mutate(broken=table["name"].cast("int64")))
