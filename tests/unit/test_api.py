"""What programs are answered: rows as pandas finds them, views as they are built, with sources."""

import io
import json
import re
from typing import Any
from urllib.parse import urlencode, urlsplit

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components import cache
from components.api import sdmx
from components.api.app import build
from components.api.views import heads, table_rows
from components.context import RenderContext
from components.controls.places import built, places
from components.language import LANGUAGES, language
from components.navigation import PAGES
from components.session.paths import static_root
from components.views.registry import SPECS
from data.codelists import code_list
from data.paths import DATA
from data.provenance import source, source_ids
from data.schema import tables
from tests.asking import HOST, Answer, ask
from tests.broken import ROOT, broken

HERE = f"https://{HOST}"
APP = build("off")


def get(path: str, query: str = "", **more: str) -> Answer:
    found = ask(APP, f"/api{path}", query, **more)
    assert found.headers["access-control-allow-origin"] == "*" if "origin" in more else True
    return found


def told(path: str, query: str = "", **more: str) -> Any:
    found = get(path, query, **more)
    assert found.status == 200, found.text
    assert found.headers["content-type"] == "application/json"
    assert found.told["edition"]["version"]
    return found.told


# Tables


def test_all_tables_are_told_with_their_rows_and_years():
    listed = {one["name"]: one for one in told("/tables")["tables"]}
    assert list(listed) == list(tables())
    for name in ("migrant_stocks", "treaties", "votes"):
        frame = cache.table(name)
        assert listed[name]["rows"] == len(frame)
        assert listed[name]["sources"] == sorted(frame["source_id"].unique())
        assert listed[name]["columns"] == list(frame.columns)
        years = [frame["year"].min(), frame["year"].max()] if "year" in frame else None
        assert listed[name]["years"] == years


SLICES = st.fixed_dictionaries(
    {"origin": st.lists(st.sampled_from(["UZB", "KAZ", "TJK", "WLD"]), min_size=1, unique=True)},
    optional={
        "sex": st.sampled_from(["total", "female"]),
        "year": st.tuples(st.integers(1990, 2024), st.integers(1990, 2024)),
    },
)


@settings(max_examples=6)
@given(asked=SLICES, size=st.integers(1, 1000), page=st.integers(1, 4))
def test_rows_are_those_that_pandas_finds(asked, size, page):
    frame = cache.table("migrant_stocks")
    fit = frame["origin"].isin(asked["origin"])
    query = {"origin": ",".join(asked["origin"]), "_size": size, "_page": page, "_sort": "-value"}
    if "sex" in asked:
        fit &= frame["sex"].eq(asked["sex"])
        query["sex"] = asked["sex"]
    if "year" in asked:
        fit &= frame["year"].between(*asked["year"]).fillna(False)
        query["year"] = "{}..{}".format(*asked["year"])
    found, expected = told("/tables/migrant_stocks", urlencode(query)), frame.loc[fit]
    assert found["total"] == found["behind"] == len(expected)
    assert found["missing"] == int(expected["value"].isna().sum())
    assert found["pages"] == max(1, -(-len(expected) // size))
    first = (found["page"] - 1) * size
    ordered = expected["value"].sort_values(ascending=False, na_position="last")
    values = [row["value"] for row in found["rows"]]
    assert values == [None if pd.isna(v) else v for v in ordered.iloc[first : first + size]]
    assert {one["id"] for one in found["sources"]} == set(expected["source_id"].unique())


def test_rows_come_with_sources_licences_cautions_and_columns_in_words():
    found = told("/tables/returns", "host=DEU&_size=5&lang=ru")
    assert found["language"] == "ru"
    listed = {one["id"]: one for one in found["sources"]}
    rows = cache.table("returns").loc[lambda frame: frame["host"].eq("DEU")]
    assert set(listed) == set(rows["source_id"].unique())
    for name, one in listed.items():
        assert one["citation"] == source(name).citation
        assert one["licence"]
        assert one["about"] == f"{HERE}/api/sources/{name}"
    whole = {one.text["ru"] for name in listed for one in source(name).caveats}
    assert found["cautions"]
    assert {one["text"] for one in found["cautions"]} <= whole
    heads = {one["name"]: one for one in found["columns"]}
    assert heads["host"]["title"] == "Принимающая страна"
    assert heads["host"]["codes"] == f"{HERE}/api/codes/countries"


def test_a_caution_is_told_only_where_it_bears_on_the_rows():
    everything = told("/tables/migrant_stocks", "_size=1")["cautions"]
    few = told("/tables/migrant_stocks", "origin=TJK&destination=KAZ&_size=1")["cautions"]
    assert 0 < len(few) < len(everything)


def test_pages_lead_to_each_other_until_all_rows_were_told():
    at, rows = f"{HERE}/api/tables/votes?_size=8", []
    while at:
        parts = urlsplit(at)
        found = told(parts.path.removeprefix("/api"), parts.query)
        rows += [tuple(row.values()) for row in found["rows"]]
        at = found["links"].get("next", "")
    assert len(rows) == len(set(rows)) == len(cache.table("votes"))


def test_csv_is_whole_and_opens_with_the_same_rows():
    found = get("/tables/returns", "host=DEU,POL&_format=csv")
    assert found.headers["content-type"].startswith("text/csv")
    assert 'rel="describedby"' in found.headers["link"]
    frame = cache.table("returns")
    frame = frame.loc[frame["host"].isin(["DEU", "POL"])]
    opened = pd.read_csv(io.BytesIO(found.body), keep_default_na=False, na_values=[""])
    assert list(opened.columns) == list(tables()["returns"].columns)
    key = [name for name in tables()["returns"].key if name not in ("period_start", "period_end")]
    key = [*key, "value"]
    plain = frame[key].astype(object).where(frame[key].notna(), None)
    own = opened[key].astype(object).where(opened[key].notna(), None)
    assert sorted(map(repr, plain.map(_bare).itertuples(index=False, name=None))) == sorted(
        map(repr, own.map(_bare).itertuples(index=False, name=None))
    )


def _bare(cell: Any) -> Any:
    return float(cell) if isinstance(cell, (int, float)) else None if cell is None else str(cell)


def test_the_largest_table_comes_whole_in_pieces():
    found = get("/tables/migrant_stocks", "_format=csv&_columns=origin,year,value")
    opened = pd.read_csv(io.BytesIO(found.body), na_values=[""])
    frame = cache.table("migrant_stocks")
    assert len(opened) == len(frame)
    assert opened["value"].sum() == pytest.approx(frame["value"].sum(), rel=1e-9)


def test_rows_are_put_together():
    found = told("/tables/returns", "host=DEU&_by=origin,year&_how=count&_size=1000")
    frame = cache.table("returns").loc[lambda one: one["host"].eq("DEU")]
    counted = frame.groupby(["origin", "year"], observed=True, dropna=False).size()
    assert found["total"] == len(counted)
    assert sum(row["rows"] for row in found["rows"]) == len(frame) == found["behind"]


def test_values_of_a_column_become_columns_with_names():
    query = "host=DEU,POL&_by=origin,host&_how=count&_across=host&_size=1000&lang=ru"
    found = told("/tables/returns", query)
    heads = {one["name"]: one["title"] for one in found["columns"]}
    assert (heads["DEU"], heads["POL"]) == ("Германия", "Польша")
    frame = cache.table("returns")
    own = frame["host"].eq("DEU") & frame["origin"].eq("KAZ")
    row = next(row for row in found["rows"] if row["origin"] == "KAZ")
    assert row["DEU"] == int(own.sum())


def test_what_may_not_be_added_is_refused_with_what_could_be_asked():
    found = get("/tables/returns", "_by=origin&_how=sum")
    assert found.status == 422
    assert found.told["reason"].startswith("mixed_")
    found = get("/tables/migrant_stocks", "_by=origin&_how=sum&source_id=un_desa_ims2020")
    assert found.status == 422
    for at in found.told.get("instead", []):
        parts = urlsplit(at)
        assert get(parts.path.removeprefix("/api"), parts.query).status == 200


def test_sources_are_those_of_the_rows():
    name = cache.table("returns")["source_id"].iloc[0]
    found = told("/tables/returns", f"source_id={name}&_size=1")
    assert [one["id"] for one in found["sources"]] == [name]


# SDMX-CSV


@pytest.mark.parametrize("name", [name for name in tables() if sdmx.can(name)])
def test_a_dimension_names_each_observation_once(name):
    frame = cache.table(name)
    if len(frame) > 10_000:
        frame = frame.loc[frame["source_id"].eq(frame["source_id"].iloc[-1])].head(5_000)
    text = frame.astype(object).where(frame.notna(), "")
    for column in ("period_start", "period_end"):
        if column in text:
            text[column] = [str(day)[:10] if day != "" else "" for day in text[column]]
    made = pd.DataFrame(sdmx.rows(name, text.to_dict("list")), columns=sdmx.head(name))
    key = [*map(str.upper, sdmx.dimensions(name)), "TIME_PERIOD"]
    assert not made.duplicated(key).any()
    assert made["TIME_PERIOD"].str.fullmatch(r"\d{4}(-\d\d-\d\d(/P\d+[YMD])?)?").all()
    assert set(made["OBS_STATUS"]) <= {*sdmx.STATUS.values(), sdmx.MISSING, ""}


def test_sdmx_says_its_version_codes_and_what_it_left_out():
    query = "origin=UZB&destination=KAZ,RUS&year=2020&_format=sdmx-csv"
    found = get("/tables/migrant_stocks", query)
    assert found.headers["content-type"].startswith("application/vnd.sdmx.data+csv; version=2.0.0")
    assert found.headers["atlas-left-out"] == "0"
    opened = pd.read_csv(io.BytesIO(found.body), dtype=str, keep_default_na=False)
    assert list(opened.columns[:3]) == ["STRUCTURE", "STRUCTURE_ID", "ACTION"]
    assert set(opened["STRUCTURE"]) == {"datastructure"}
    assert {"_T", "F", "M"} == set(opened["SEX"])
    assert set(opened["TIME_PERIOD"]) == {"2020"}
    frame = cache.table("migrant_stocks")
    fit = frame["origin"].eq("UZB") & frame["destination"].isin(["KAZ", "RUS"])
    assert len(opened) == int((fit & frame["year"].eq(2020)).sum())


@pytest.mark.parametrize(
    ("start", "end", "written"),
    [
        ("1990-07-01", "1995-06-30", "1990-07-01/P5Y"),
        ("2024-01-01", "2024-03-31", "2024-01-01/P3M"),
        ("2024-02-10", "2024-02-16", "2024-02-10/P7D"),
        ("2024-02-10", "2024-02-10", "2024-02-10"),
    ],
)
def test_a_period_is_written_as_its_first_day_and_length(start, end, written):
    assert sdmx._period(2024, start, end, "part_year") == written


# Views


@pytest.mark.parametrize("code", ["en", "ru"])
def test_a_view_is_answered_as_it_is_built(code):
    """Every sixth view in each language, at the place where it stands."""
    lang, whole = language(code), places()
    for place in whole[3 * (code == "ru") :: 6]:
        query = urlencode({**dict(place.query), "lang": code})
        found = told(f"/views/{place.view}", query)
        view = built(place, RenderContext(code, static=static_root()))
        if found["title"] != view.title:  # another page has the view too, and is asked first
            assert [one.view for one in whole].count(place.view) > 1
            continue
        assert (found["subtitle"], found["missing"]) == (view.subtitle, view.missing)
        assert [one["name"] for one in found["columns"]] == heads(view)
        rows = [dict(zip(heads(view), row, strict=True)) for row in table_rows(view, lang)]
        assert found["rows"] == json.loads(json.dumps(rows))
        assert len(rows) == len(view.table.rows)
        assert [one["id"] for one in found["sources"]] == list(dict.fromkeys(view.sources))
        assert {one.text for one in view.remarks} <= {one["text"] for one in found["cautions"]}
        assert found["odd"] == []


def test_all_views_are_listed_with_what_leads_to_them():
    listed = told("/views")["views"]
    names = {one["name"] for one in listed}
    assert names <= set(SPECS)
    for name in set(SPECS) - names:  # only a question leads to it
        assert get(f"/views/{name}").status == 422
    urls = {spec.url for spec in PAGES}
    for one in listed:
        assert urlsplit(one["links"]["page"]).path.removeprefix("/") in urls
        assert get("/views/" + one["name"] + "/about", urlencode(one["choices"])).status == 200


def test_a_choice_makes_it_another_view_and_odd_parts_are_told():
    found = told("/views/ranked", "Countries=tjk&year=1066&foo=1&show=ranked&utm_source=x")
    assert found["choices"]["countries"] == "TJK"
    assert {row["start_code"] for row in found["rows"]} == {"TJK"}
    assert set(found["odd"]) == {"year=1066", "foo=1"}
    assert "countries=tjk" in found["links"]["page"].casefold()
    assert found["links"]["page"].endswith("#card-ranked")
    assert "1066" not in found["links"]["page"] + found["links"]["self"]


def test_csv_of_a_view_has_its_rows_and_sources():
    rows = told("/views/ranked", "countries=KGZ")["rows"]
    opened = pd.read_csv(io.BytesIO(get("/views/ranked", "countries=KGZ&_format=csv").body))
    assert opened["end_code"].tolist() == [row["end_code"] for row in rows]
    assert opened["value"].tolist() == [row["value"] for row in rows]
    assert set(opened["_sources"].str.split().sum()) <= set(source_ids())


# Sources, lists, the whole


def test_a_source_is_told_with_its_tables_and_as_a_reference():
    for name in source_ids()[::9]:
        found = told(f"/sources/{name}")["source"]
        assert found["citation"] == source(name).citation
        assert found["csl"]["URL"] == source(name).url
        for table in found["tables"]:
            assert (DATA / "tables" / table["name"] / f"{name}.csv").is_file()


def test_a_code_list_is_told_whole():
    frame = code_list("statuses")
    assert told("/codes/statuses")["codes"] == frame.to_dict("records")
    opened = pd.read_csv(io.BytesIO(get("/codes/statuses", "_format=csv").body), dtype=str)
    assert opened["code"].tolist() == frame.index.tolist()


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_page_for_people_loads_nothing_and_says_every_address(code):
    found = get("/docs", f"lang={code}")
    assert found.status == 200
    assert found.headers["content-type"].startswith("text/html")
    assert found.headers["content-security-policy"].startswith("default-src 'none'")
    described = get("/openapi.json").told["paths"]
    for path in described:
        assert f"GET {path}<" in found.text
    for word in ("<script", "src=", "url(", "@import"):
        assert word not in found.text
    assert re.findall(r"<link[^>]*>", found.text) == [
        "<link rel='icon' href='/app/static/brand/mark.svg'>"
    ]
    for at in re.findall(r"href='(http[^']*)'", found.text):
        assert at == HERE or at.startswith(f"{HERE}/api")
    assert language(code).text("Data interface") in found.text


def test_every_link_of_the_index_is_answered():
    found = told("")
    for at in (*found["links"].values(), *found["lists"]):
        assert get(urlsplit(at).path.removeprefix("/api")).status == 200


def test_every_address_of_the_document_is_answered():
    told = (ROOT / "docs" / "api.md").read_text("utf-8")
    addresses = re.findall(r"ATLAS(/api/[^\"'\s]*)", told)
    assert len(addresses) >= 5
    for at in addresses:
        parts = urlsplit(at)
        assert get(parts.path.removeprefix("/api"), parts.query).status == 200, at


# When there is no answer


@pytest.mark.parametrize(
    ("path", "query", "status", "reason"),
    [
        ("/tables/nothing", "", 404, "unknown_table"),
        ("/tables/nothing/about", "", 404, "unknown_table"),
        ("/views/nothing", "", 404, "unknown_view"),
        ("/sources/nothing", "", 404, "unknown_source"),
        ("/codes/nothing", "", 404, "unknown_list"),
        ("/nothing", "", 404, "unknown_address"),
        ("/tables/votes", "origin=UZB", 400, "unknown_column"),
        ("/tables/returns", "year=lately", 400, "not_integer"),
        ("/tables/returns", "_page=0", 400, "bad_number"),
        ("/tables/returns", "_size=1001", 400, "bad_number"),
        ("/tables/returns", "_format=xml", 400, "unknown_format"),
        ("/tables", "name=votes", 400, "unknown_parameter"),
        ("/tables/treaties", "_format=sdmx-csv", 422, "no_sdmx"),
        ("/tables/returns", "_format=sdmx-csv&_columns=year", 422, "no_sdmx"),
    ],
)
def test_what_cannot_be_answered_is_a_sentence_in_the_readers_language(path, query, status, reason):
    said = set()
    for code in ("en", "ru"):
        found = get(path, query, accept_language=f"{code},de;q=0.5")
        assert found.status == found.told["status"] == status
        assert found.headers["content-type"] == "application/problem+json"
        assert found.headers["content-language"] == code
        assert found.headers["cache-control"] == "no-store"
        assert found.told["reason"] == reason
        said.add(found.told["detail"])
    assert len(said) == 2


def test_a_damaged_table_says_so_and_the_others_go_on():
    with broken(DATA / "tables" / "votes" / "unga_votes.csv", lambda _: b"hello\n"):
        for path in ("/tables/votes", "/tables/votes/about"):
            found = get(path, "lang=ru")
            assert found.status == 503
            assert "«votes»" in found.told["detail"]
        listed = {one["name"]: one for one in told("/tables")["tables"]}
        assert listed["votes"]["rows"] is None
        assert "damaged" in listed["votes"]["fault"]
        assert listed["treaties"]["rows"]
        assert get("/tables/treaties").status == 200
