"""Questions to the curated tables: their written form, and the rows that answer them."""

import pytest

from data import loaders
from data.explore.answer import answer, values
from data.explore.params import from_params, to_params
from data.explore.question import Filter, Question
from data.explore.refusal import Refused


def test_a_slice_is_what_pandas_finds(store):
    asked = {"origin": "UZB,KAZ", "year": "2015..2020", "sex": "female", "_sort": "-value"}
    found = answer(store, from_params("migrant_stocks", asked), size=20)
    frame = loaders.load("migrant_stocks")
    fit = frame.loc[
        frame["origin"].isin(["UZB", "KAZ"])
        & frame["year"].between(2015, 2020)
        & frame["sex"].eq("female")
    ]
    assert found.behind == found.total == len(fit) > 20
    assert found.every == len(frame)
    assert found.missing == int(fit["value"].isna().sum())
    assert found.pages == -(-len(fit) // 20)
    largest = fit["value"].sort_values(ascending=False).head(20)
    assert found.rows["value"].to_pylist() == largest.tolist()


def test_pages_have_every_row_once(store):
    asked = from_params("visa_requirements", {"_sort": "status"})
    pages = [answer(store, asked, number, 300).rows for number in (1, 2, 3, 4)]
    rows = [tuple(row.values()) for page in pages for row in page.to_pylist()]
    assert len(rows) == len(set(rows)) == len(loaders.load("visa_requirements"))


def test_a_search_finds_by_names_of_codes_in_both_languages(store):
    for words in ("узбек росс", "UZBEK russia"):
        found = answer(store, from_params("migrant_stocks", {"_search": words}), size=500)
        pairs = {(row["origin"], row["destination"]) for row in found.rows.to_pylist()}
        assert ("UZB", "RUS") in pairs


def test_empty_cells_can_be_asked_for(store):
    found = answer(store, from_params("visa_requirements", {"value": ""}))
    frame = loaders.load("visa_requirements")
    assert found.total == found.missing == int(frame["value"].isna().sum()) > 0


def test_a_page_that_is_not_there_is_the_nearest(store):
    asked = Question("votes")
    assert answer(store, asked, 99, 7).page == 3
    assert answer(store, asked, -4, 7).page == 1


def test_values_tell_what_the_other_filters_leave(store):
    asked = Question("votes", (Filter("country", ("TKM",)), Filter("status", ("none",))))
    told = values(store, asked, "status")
    frame = loaders.load("votes")
    left = frame.loc[frame["country"].eq("TKM"), "status"].value_counts()
    assert told == {code: rows for code, rows in left.items() if rows}


@pytest.mark.parametrize(
    ("table", "asked", "reason"),
    [
        ("nothing", {}, "unknown_table"),
        ("votes", {"origin": "UZB"}, "unknown_column"),
        ("returns", {"year": "lately"}, "not_integer"),
        ("returns", {"year": "99999999.."}, "not_integer"),
        ("returns", {"value": "nan"}, "not_number"),
        ("returns", {"period_end": "2020-13-01.."}, "not_date"),
        ("returns", {"_how": "eval"}, "unknown_how"),
        ("returns", {"_by": "host", "_across": "year"}, "across_not_by"),
        ("returns", {"_sort": "-nothing"}, "unknown_column"),
        ("returns", {"_search": "x" * 201}, "long_search"),
    ],
)
def test_what_cannot_be_asked_is_refused(table, asked, reason):
    with pytest.raises(Refused) as refused:
        from_params(table, asked)
    assert refused.value.reason == reason


def test_a_question_is_written_and_read():
    asked = Question(
        "returns",
        (
            Filter("host", ("DEU", "")),
            Filter("series", ("a,b", "c\\")),
            Filter("year", low="2010"),
            Filter("note_id", ("",)),
        ),
        "Киргиз",
        ("host", "value"),
        ("-value", "host"),
        ("host", "year"),
        "sum",
        "year",
    )
    assert from_params("returns", to_params(asked)) == asked
