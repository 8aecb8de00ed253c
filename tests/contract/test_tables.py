"""What every row of every curated table has to be like, whichever source it is from."""

import pandas as pd
import pytest

from data.curation.raw import provenance
from data.paths import TABLES
from data.schema import fields, tables
from tests.contract.conftest import Part

PARTS = sorted((path.parent.name, path.stem) for path in TABLES.glob("*/*.csv"))
MEASURED = [(t, s) for t, s in PARTS if "value" in tables()[t].columns]
DATED = [(t, s) for t, s in PARTS if "period_start" in tables()[t].columns]
BY_SEX = [(t, s) for t, s in PARTS if "sex" in tables()[t].columns]
INDICATED = [(t, s) for t, s in PARTS if "indicator" in tables()[t].columns]

SIGNED = {  # balances and changes
    "avrr_change",
    "avrr_vulnerable_change",
    "return_migrants_change",
    "mobile_students_net",
    "net_1y",
    "net_migration",
    "net_migration_rate",
}
WHOLE = {
    "persons",
    "students",
    "families",
    "returns",
    "detections",
    "crossings",
    "permits",
    "visas",
    "applications",
    "decisions",
    "cases",
    "registrations",
    "patents",
}
FRACTIONS = {"mobile_students", "mobile_students_net", "mobile_students_inbound"}  # UNESCO's own
ONE_DAY = {"mid_year": "07-01", "end_year": "12-31", "start_year": "01-01"}
DAYS = {
    "calendar_year": (365, 366),
    "fiscal_year": (365, 366),
    "quarter": (90, 92),
    "month": (28, 31),
    "five_years": (1826, 1827),
    "multi_year": (366, 40 * 366),
    "part_year": (2, 365),
    "event": (1, 366),
}


def parts(chosen: list[tuple[str, str]]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("where", chosen, ids=["/".join(pair) for pair in chosen])


def numbers(frame: pd.DataFrame) -> pd.Series:
    return pd.to_numeric(frame["value"].where(frame["value"] != ""))


@parts(PARTS)
def test_columns_are_those_of_the_table_and_cells_are_trimmed(part: Part, where) -> None:
    frame = part(*where)
    assert list(frame.columns) == list(tables()[where[0]].columns)
    assert len(frame) > 0
    for column in frame.columns:
        cells = pd.Series(frame[column].unique())
        assert (cells == cells.str.strip()).all(), column
        assert not cells.isin(["nan", "NaN", "<NA>", "None", "NaT"]).any(), column


@parts(PARTS)
def test_no_row_is_without_its_source(part: Part, where) -> None:
    assert set(part(*where)["source_id"]) == {where[1]}


@parts(PARTS)
def test_keys_are_unique(part: Part, where) -> None:
    key = list(tables()[where[0]].key)
    twice = part(*where).loc[lambda f: f.duplicated(key, keep=False)]
    assert twice.empty, twice[key].head().to_dict("records")


@parts(PARTS)
def test_every_code_is_in_its_list(part: Part, where, code_lists) -> None:
    frame = part(*where)
    lists = {column: fields()[column].get("codes") for column in frame.columns}
    coded = {column: name for column, name in lists.items() if name}
    assert coded
    for column, list_name in coded.items():
        unknown = set(frame[column]) - set(code_lists[list_name].index) - {""}
        assert not unknown, (column, unknown)


@parts(MEASURED)
def test_values_are_plain_numbers(part: Part, where) -> None:
    """No exponent, no separator, no sign but minus; an empty value only beside a status."""
    frame = part(*where)
    plain = frame["value"].str.fullmatch(r"-?\d+(\.\d+)?")
    assert frame.loc[~plain & (frame["value"] != ""), "value"].tolist() == []
    empty = frame.loc[frame["value"] == ""]
    assert empty.empty or ("status" in frame and (empty["status"] != "").all())
    assert ((frame["unit"] == "") == (frame["value"] == "")).all()


@parts(MEASURED)
def test_only_balances_and_changes_are_negative(part: Part, where) -> None:
    frame = part(*where)
    negative = frame.loc[numbers(frame) < 0]
    assert set(negative.get("indicator", [])) <= SIGNED
    assert "indicator" in frame or negative.empty


@parts(MEASURED)
def test_percentages_are_between_nought_and_a_hundred(part: Part, where) -> None:
    frame = part(*where)
    value, percent = numbers(frame), frame["unit"] == "percent"
    outside = frame.loc[percent & ~value.between(0, 100)]
    assert outside.empty or set(outside["indicator"]) <= SIGNED


@parts(MEASURED)
def test_people_and_documents_are_whole(part: Part, where) -> None:
    """UNESCO spreads some students over countries and publishes fractions."""
    frame = part(*where)
    broken = frame.loc[frame["unit"].isin(WHOLE) & frame["value"].str.contains(".", regex=False)]
    assert broken.empty or set(broken["indicator"]) <= FRACTIONS


@parts([(t, s) for t, s in PARTS if "year" in tables()[t].columns])
def test_years_are_within_the_subject(part: Part, where) -> None:
    years = pd.to_numeric(part(*where)["year"].loc[lambda y: y != ""])
    assert years.between(1950, 2031).all()


@parts(DATED)
def test_periods_end_after_they_start(part: Part, where) -> None:
    frame = part(*where)
    both = frame.loc[(frame["period_start"] != "") & (frame["period_end"] != "")]
    assert (both["period_start"] <= both["period_end"]).all()


@parts(DATED)
def test_a_row_is_filed_under_the_last_year_of_its_period(part: Part, where) -> None:
    """Without a last day under the first one's year; a running total may lack either."""
    frame = part(*where)
    ended = frame.loc[frame["period_end"] != ""]
    assert (ended["year"] == ended["period_end"].str[:4]).all()
    begun = frame.loc[(frame["period_end"] == "") & (frame["period_start"] != "")]
    begun = begun.loc[begun["period_type"] != "cumulative"]
    assert (begun["year"] == begun["period_start"].str[:4]).all()


@parts(DATED)
def test_a_period_is_as_long_as_its_type_says(part: Part, where) -> None:
    frame = part(*where)
    both = frame.loc[(frame["period_start"] != "") & (frame["period_end"] != "")]
    start, end = pd.to_datetime(both["period_start"]), pd.to_datetime(both["period_end"])
    days = (end - start).dt.days + 1
    for kind, (shortest, longest) in DAYS.items():
        assert days.loc[both["period_type"] == kind].between(shortest, longest).all(), kind
    calendar = both.loc[both["period_type"] == "calendar_year"]
    assert (calendar["period_start"] == calendar["year"] + "-01-01").all()
    assert (calendar["period_end"] == calendar["year"] + "-12-31").all()
    fiscal = both.loc[both["period_type"] == "fiscal_year"]
    assert not fiscal["period_start"].str.endswith("-01-01").any()


@parts(DATED)
def test_whole_periods_have_both_days_and_moments_have_one(part: Part, where) -> None:
    frame = part(*where)
    whole = frame["period_type"].isin(set(DAYS) - {"part_year", "event"})
    assert (frame.loc[whole, ["period_start", "period_end"]] != "").all(axis=None)
    for kind, day in ONE_DAY.items():
        moments = frame.loc[frame["period_type"] == kind]
        assert (moments["period_start"] == "").all()
        assert (moments["period_end"] == moments["year"] + "-" + day).all()
    assert (frame.loc[frame["period_type"] == "snapshot", "period_start"] == "").all()


@parts(DATED)
def test_rows_without_a_year_cannot_enter_a_time_series(part: Part, where) -> None:
    frame = part(*where)
    kinds = set(frame.loc[frame["year"] == "", "period_type"])
    assert kinds <= {"unknown", "cumulative", "snapshot", "part_year"}
    assert (frame.loc[frame["year"] == "", "period_end"] == "").all()


@parts(INDICATED)
def test_indicators_agree_with_their_list(part: Part, where, code_lists) -> None:
    """Table, measure and unit are those of the indicator; so a code means one thing."""
    frame = part(*where)
    listed = code_lists["indicators"].loc[frame["indicator"]].reset_index(drop=True)
    assert set(listed["table"]) == {where[0]}
    for column in {"measure", "unit"} & set(frame.columns):
        assert (listed[column] == frame[column].reset_index(drop=True)).all(), column


@parts(MEASURED)
def test_stocks_are_not_dated_as_flows(part: Part, where) -> None:
    """UNESCO's students of a school year and IOM's returnees since a year are the exceptions."""
    frame = part(*where)
    if "measure" not in frame or where[1] in {"unesco_students", "iom_dtm_return_migrants"}:
        return
    kinds = set(frame.loc[frame["measure"] == "stock", "period_type"])
    assert kinds <= {"mid_year", "end_year", "start_year", "snapshot", "unknown"}


@parts(PARTS)
def test_press_figures_say_so_and_name_where_they_were_read(part: Part, where) -> None:
    frame = part(*where)
    press = frame["confidence"] == "press"
    if "method" in frame:
        assert ((frame["method"] == "press") == press).all()
    if "reference" in frame:
        assert (frame.loc[press, "reference"] != "").all()


@parts(BY_SEX)
def test_men_and_women_make_the_total_by_the_declared_rule(part: Part, where) -> None:
    """``exact`` and ``tolerance`` hold wherever all three stand; other rules have a reason."""
    table, source = where
    frame, rule = part(*where), provenance(source)["sex_rule"].get(table)
    if not {"male", "female"} <= set(frame["sex"]):
        assert rule is None or rule["rule"] == "not_applicable"
        return
    assert rule, "men and women, but no rule"
    assert rule["rule"] in {"exact", "tolerance", "not_applicable"}
    off = differences(frame, table)
    if rule["rule"] == "not_applicable":
        assert rule["reason"]
        assert off.empty or (off["off"] > 0).any(), "the rule could be exact"
        return
    assert len(off) > 0, "nothing to compare, the rule is not applicable"
    allowed = rule.get("persons", 0) + rule.get("share", 0) * off["total"]
    assert (off["off"] <= allowed).all(), off.loc[off["off"] > allowed].head().to_dict()
    assert rule["rule"] == "exact" or off["off"].max() > 0, "the rule could be exact"


def differences(frame: pd.DataFrame, table: str) -> pd.DataFrame:
    """How far all sexes together are from the total, where men, women and total stand."""
    keys = [c for c in tables()[table].key if c not in {"sex", "reference"}]
    once = frame.assign(value=numbers(frame)).drop_duplicates([*keys, "sex"])
    wide = once.set_index([*keys, "sex"])["value"].unstack("sex")
    if "total" not in wide:
        return pd.DataFrame({"total": [], "off": []})
    wide = wide.dropna(subset=["male", "female", "total"])
    sexes = wide.drop(columns="total").fillna(0).sum(axis=1)
    return pd.DataFrame({"total": wide["total"], "off": (sexes - wide["total"]).abs()})


def test_differences_count_every_sex_that_is_named() -> None:
    rows = [("total", "10"), ("male", "6"), ("female", "3"), ("unknown", "1")]
    frame = pd.DataFrame(rows, columns=["sex", "value"]).assign(
        country="KAZ",
        indicator="population",
        series="",
        year="2000",
        period_start="",
        period_end="",
        period_type="mid_year",
        age="total",
        method="",
        source_id="x",
        reference="",
    )
    assert differences(frame, "population")["off"].tolist() == [0]
    assert differences(frame.iloc[:3], "population")["off"].tolist() == [1]
    assert differences(frame.iloc[1:], "population").empty
