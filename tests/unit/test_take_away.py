"""What is taken away in every format: the same rows, exact, harmless, telling what they are."""

import csv
import datetime
import io
import json
import math
import zipfile
from functools import cache

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape

from components.context import RenderContext
from components.exports import workbook
from components.exports.bundle import zip_rows
from components.exports.files import csv_bytes
from components.exports.formats import FORMATS
from components.exports.of_question import file_stem, of_question
from components.exports.of_view import of_view
from components.exports.taken import Field, Taken
from components.exports.written import ABOUT, csv_rows, json_rows, parquet_rows, records
from components.language import language
from data import loaders
from data.explore.answer import whole
from data.explore.params import from_params
from data.explore.question import Question
from data.harmless import harmless, is_risky
from data.provenance import source
from data.store.package import Package
from tests.cases import all_cases
from tests.file_contract import read
from tests.support import built

EN, RU = language("en"), language("ru")
DAY = datetime.date(2026, 11, 30)
LINK = "https://atlas.example/explore?lang=en"
HOSTILE = ("=1+1", "+7", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1", "'=1", 'a;b,c"d\ne', "1,5", "-")
HOSTILE += (
    '=HYPERLINK("https://example.org")',
    "https://example.org",
    "_x0041_",
    " ",
    "007",
    "{=1}",
)
texts = st.one_of(
    st.none(),
    st.sampled_from(HOSTILE),
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), min_size=1, max_size=30),
)
numbers = st.one_of(
    st.none(),
    st.integers(-(10**15), 10**15).map(float),
    st.floats(-1e300, 1e300, allow_subnormal=False),
)
days = st.one_of(st.none(), st.dates(datetime.date(1700, 1, 1), datetime.date(2100, 1, 1)))
years = st.one_of(st.none(), st.integers(1950, 2031))
SCHEMA = pa.schema(
    {
        "code": pa.dictionary(pa.int32(), pa.string()),
        "year": pa.int16(),
        "date": pa.date32(),
        "value": pa.float64(),
        "reference": pa.string(),
    }
)
some_rows = st.lists(st.tuples(texts, years, days, numbers, texts), max_size=8)


def taken(rows: list[tuple]) -> Taken:
    columns = list(zip(*rows, strict=True)) or [()] * len(SCHEMA)
    table = pa.table([pa.array(c, f.type) for c, f in zip(columns, SCHEMA, strict=True)], SCHEMA)
    kinds = ("string", "integer", "date", "number", "string")
    fields = [Field(n, n, n, kind) for n, kind in zip(SCHEMA.names, kinds, strict=True)]
    sources = ("un_desa_ims2024",)
    told = ("A title", "=What was counted", (("=Year", "+2010"),))
    return Taken("a", *told, tuple(fields), table, sources, ("@Too low",), (), LINK, "2026-11-30")


def shown(text: str | None) -> str | None:
    """A text as a spreadsheet shows it: it writes signs that XML lacks as ``_x0001_``."""
    return None if text is None else unescape(text)


def plain(text: str | None) -> str | None:
    return None if text is None else text.replace("\r\n", "\n").replace("\r", "\n")


@settings(max_examples=60)
@given(some_rows)
def test_csv_has_numbers_untouched_and_texts_that_no_spreadsheet_runs(rows):
    head, *lines = csv.reader(io.StringIO(csv_rows(taken(rows)).decode("utf-8"), newline=""))
    assert head == SCHEMA.names
    for line, (code, year, date, value, reference) in zip(lines, rows, strict=True):
        assert line[0] == harmless(code or "")
        assert line[4] == harmless(reference or "")
        assert not is_risky(line[0])
        assert line[1:3] == ["" if one is None else str(one) for one in (year, date)]
        assert line[3] == "" if value is None else float(line[3]) == value


@settings(max_examples=25, deadline=None)
@given(some_rows)
def test_a_workbook_has_the_rows_and_nothing_in_it_is_run(rows):
    book = openpyxl.load_workbook(io.BytesIO(workbook.xlsx_rows(taken(rows), EN)))
    data, about, _ = book.worksheets
    every = [cell for sheet in book for line in sheet.iter_rows() for cell in line]
    assert not [cell.value for cell in every if cell.data_type == "f" or cell.hyperlink]
    assert ("=Year", "+2010") in [line[:2] for line in about.iter_rows(values_only=True)]
    lines = list(data.iter_rows(min_row=2, values_only=True))[: len(rows)]
    lines += [(None,) * 5] * (len(rows) - len(lines))  # rows without a value at the end
    for line, (code, year, date, value, reference) in zip(lines, rows, strict=True):
        assert (shown(line[0]), line[1], shown(line[4])) == (plain(code), year, plain(reference))
        if date is None or date >= workbook.FIRST:
            assert (line[2] and line[2].date()) == date
        else:
            assert line[2] == date.isoformat()
        assert line[3] == value or math.isclose(line[3], value, rel_tol=1e-15)


@settings(max_examples=60)
@given(some_rows)
def test_parquet_and_json_have_exactly_the_rows(rows):
    given_rows = taken(rows)
    back = pq.read_table(io.BytesIO(parquet_rows(given_rows, EN)))
    assert [tuple(row.values()) for row in back.to_pylist()] == rows
    assert back.schema.equals(SCHEMA)
    told = json.loads(json_rows(given_rows, EN))
    days_told = [(a, b, None if c is None else c.isoformat(), d, e) for a, b, c, d, e in rows]
    assert [tuple(row.values()) for row in told["rows"]] == days_told
    assert told["row_count"] == len(rows)
    about = json.loads(back.schema.metadata[ABOUT])
    assert about == {key: value for key, value in told.items() if key != "rows"}


def test_a_number_that_is_none_is_missing_everywhere():
    rows = taken([("a", None, None, math.inf, None), ("b", None, None, math.nan, None)])
    assert [row["value"] for row in records(rows)] == [None, None]
    sheet = openpyxl.load_workbook(io.BytesIO(workbook.xlsx_rows(rows, EN))).worksheets[0]
    assert [cell.value for cell in sheet["D"]] == ["value", None, None]


def test_a_text_that_is_too_long_for_a_cell_is_cut_and_the_workbook_says_so():
    long = "x" * 40_000
    book = openpyxl.load_workbook(
        io.BytesIO(workbook.xlsx_rows(taken([(long, None, None, 1, None)]), EN))
    )
    assert book.worksheets[0]["A2"].value == "x" * 32_766 + "…"
    assert "Cut" in [cell.value for cell in book.worksheets[1]["A"]]
    assert long in csv_rows(taken([(long, None, None, 1, None)])).decode()


def test_a_sheet_that_has_no_room_is_refused(monkeypatch):
    monkeypatch.setattr(workbook, "ROWS", 1)
    with pytest.raises(workbook.TooManyRows):
        workbook.xlsx_rows(taken([("a", None, None, 1.0, None)] * 2), EN)
    assert not FORMATS["xlsx"].holds(1_048_576)
    assert not FORMATS["json"].holds(202_874)
    assert FORMATS["zip"].holds(10**7)


# Slices of the real data


@pytest.fixture(scope="module")
def store() -> Package:
    return Package(load=cache(loaders.load))


ASKED = {"origin": "UZB,KAZ", "year": "2015..2020", "sex": "female", "_sort": "-value"}


def test_a_slice_agrees_with_its_answer_in_every_format(store):
    asked = from_params("migrant_stocks", ASKED)
    rows = whole(store, asked).to_pylist()
    made = of_question(store, asked, RU, LINK, DAY)
    packed = zipfile.ZipFile(io.BytesIO(zip_rows(made, RU)))
    assert made.name == "migrant_stocks_UZB-KAZ-female_2015-2020"
    files = {name.removeprefix(f"{made.name}/"): packed.read(name) for name in packed.namelist()}
    assert pq.read_table(io.BytesIO(files["data.parquet"])).to_pylist() == rows
    lines = list(csv.DictReader(io.StringIO(files["data.csv"].decode("utf-8"))))
    assert [float(line["value"]) for line in lines] == [row["value"] for row in rows]
    assert [line["origin"] for line in lines] == [row["origin"] for row in rows]
    used = csv.DictReader(io.StringIO(files["codebook/codes.csv"].decode("utf-8")))
    names = {(line["code_list"], line["code"]): line["name_ru"] for line in used}
    assert names["countries", "UZB"] == "Узбекистан"
    assert {code for name, code in names if name == "sexes"} == {"female"}
    assert all(names.values())
    columns = list(csv.DictReader(io.StringIO(files["codebook/columns.csv"].decode("utf-8"))))
    assert [line["column"] for line in columns] == list(lines[0])
    assert all(line["meaning"] for line in columns)
    assert (columns[0]["title_en"], columns[0]["title_ru"][:6]) == ("Country of origin", "Страна")
    sources = {row["source_id"] for row in rows}
    assert set(made.sources) == sources
    cited = files["citation.txt"].decode("utf-8")
    assert files["citation.bib"].decode().count("@misc") == 1 + len(sources)
    assert files["citation.ris"].decode().count("TY  - DATA") == 1 + len(sources)
    licences = files["LICENCES.md"].decode("utf-8")
    for one in map(source, sources):
        assert one.citation in licences
        assert one.url in cited
    readme = files["README.md"].decode("utf-8")
    for words in ("Узбекистан (UZB)", "2015 – 2020", LINK, "Number of rows", "Число строк"):
        assert words in readme


def test_rows_that_are_put_together_say_how(store):
    of = {"indicator": "returned_after_order_third_country", "unit": "persons"}
    asked = from_params("returns", {"_by": "host,year", "_how": "max", "value": "0..", **of})
    made = of_question(store, asked, EN, LINK, DAY)
    assert [one.name for one in made.fields] == ["host", "year", "value", "rows", "missing"]
    assert "largest" in next(one.title for one in made.fields if one.name == "value")
    assert dict(made.filters)["How"] == "largest of the values"
    assert made.sources  # of the rows behind
    assert json.loads(json_rows(made, EN))["row_count"] == made.rows.num_rows > 10


def test_a_whole_table_is_named_by_itself_and_a_part_is_not():
    assert file_stem(Question("votes")) == "votes"
    assert file_stem(Question("votes", search="x")) != "votes"
    assert file_stem(Question("votes", columns=("name",))) != "votes"


def test_the_same_rows_make_the_same_archive(store):
    asked = from_params("votes", {})
    once, again = (zip_rows(of_question(store, asked, EN, LINK, DAY), EN) for _ in range(2))
    assert once == again


def test_cautions_are_those_of_the_rows(store):
    asked = from_params("migrant_stocks", {"source_id": "un_desa_ims2024", "destination": "KAZ"})
    made = of_question(store, asked, EN, LINK, DAY)
    assert made.sources == ("un_desa_ims2024",)
    told = " ".join(made.cautions)
    assert "2024 revision breaks" in told
    assert "rest on old censuses" not in told  # said of four other destinations


# Views


@pytest.mark.parametrize(("name", "lang"), [("ranked", RU), ("readiness-factors", EN)])
def test_a_view_has_the_numbers_of_its_csv_in_every_format(name, lang):
    shown = built(name, all_cases()[name][0], RenderContext(lang.code))
    made = of_view(shown, lang, LINK, DAY)
    head, *lines = read(csv_bytes(shown, lang), lang.code)
    book = openpyxl.load_workbook(io.BytesIO(workbook.xlsx_rows(made, lang)))
    sheet = list(book.worksheets[0].iter_rows(values_only=True))
    assert list(sheet[0]) == head[: len(made.fields)]
    assert len(sheet) - 1 == len(lines) == made.rows.num_rows
    for line, row, record in zip(lines, sheet[1:], records(made), strict=True):
        for cell, value, one, kept in zip(line, row, made.fields, record.values(), strict=False):
            if one.kind == "number":
                assert (float(cell.replace(lang.decimal, ".")) if cell else None) == value == kept
            else:
                assert cell == harmless(value or "") == harmless(kept or "")
    about = [cell.value for line in book.worksheets[1].iter_rows() for cell in line]
    for words in (shown.title, shown.subtitle, LINK, *(source(s).citation for s in shown.sources)):
        assert words in about
    packed = zipfile.ZipFile(io.BytesIO(zip_rows(made, lang, csv_bytes(shown, lang))))
    assert packed.read(f"{made.name}/data.csv") == csv_bytes(shown, lang)
