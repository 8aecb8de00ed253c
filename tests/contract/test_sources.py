"""Every source says who published it, on what terms, how it was checked, and what to mind."""

import re
from datetime import date
from typing import Any

import pandas as pd
import pytest

from data.curation.raw import provenance
from data.paths import SOURCES, TABLES
from data.provenance import source, source_ids
from data.schema import tables

FED = {
    source_id: {path.parent.name for path in TABLES.glob(f"*/{source_id}.csv")}
    for source_id in source_ids()
}
TEXTS = {
    "id",
    "producer",
    "url",
    "version",
    "published",
    "read",
    "coverage",
    "citation",
    "obtained",
    "confidence",
}
BOTH = {"title", "short", "publisher", "verified"}
FIVE = {"KAZ", "KGZ", "TJK", "TKM", "UZB"}
LISTS = {"raw", "left_out", "caveats"}
CYRILLIC = re.compile("[а-яёА-ЯЁ]")
MACHINE = re.compile(r"(^|\s)/(work|home|root|tmp|Users|mnt)/|\.\./|localhost|127\.0\.0\.1")
by_source = pytest.mark.parametrize("source_id", source_ids())


def words(value: Any) -> list[str]:
    """All texts inside a provenance file, however deep."""
    if isinstance(value, dict):
        return [text for item in value.values() for text in words(item)]
    if isinstance(value, list):
        return [text for item in value for text in words(item)]
    return [str(value)]


@by_source
def test_provenance_has_these_entries_and_no_other(source_id: str) -> None:
    """A stray entry is most often a sentence that lost its quotation marks."""
    raw = provenance(source_id)
    assert set(raw) - {"unnamed", "edition"} == TEXTS | BOTH | LISTS | {"licence", "sex_rule"}
    assert set(raw.get("edition", {})) in (set(), {"mark", "compared"})
    assert set(raw["licence"]) == {"name", "url", "note"}
    assert all(set(raw[name]) == {"en", "ru"} for name in BOTH)
    assert all(set(item) == {"file", "sha256"} for item in raw["raw"])
    assert all(set(item) == {"file", "why"} for item in raw["left_out"])
    caveat = {"id", "level", "tables", "scope", "en", "ru"}
    assert all(caveat <= set(item) <= caveat | {"day"} for item in raw["caveats"])
    assert {item.get("day", "month") for item in raw["caveats"]} <= {"month", "inferred"}
    rule = {"rule", "share", "persons", "reason"}
    assert all({"rule"} <= set(item) <= rule for item in raw["sex_rule"].values())


@by_source
def test_publisher_terms_citation_and_address_are_given(source_id: str) -> None:
    raw = provenance(source_id)
    assert raw["id"] == source_id
    assert all(str(raw[name]).strip() for name in TEXTS)
    assert raw["licence"]["name"] and (raw["licence"]["url"] or raw["licence"]["note"])
    assert raw["url"].startswith("http")
    assert raw["licence"]["url"] == "" or raw["licence"]["url"].startswith("http")
    assert date.fromisoformat(str(raw["read"])) <= date.today()


@by_source
def test_both_languages_have_their_own_letters(source_id: str) -> None:
    raw = provenance(source_id)
    texts = [raw[name] for name in BOTH] + raw["caveats"]
    for text in texts:
        assert text["en"].strip() == text["en"] != ""
        assert text["ru"].strip() == text["ru"] != ""
        assert not CYRILLIC.search(text["en"]), text["en"]
        assert CYRILLIC.search(text["ru"]), text["ru"]
    for name in TEXTS:
        assert not CYRILLIC.search(str(raw[name])), name


@by_source
def test_every_raw_file_has_a_checksum(source_id: str) -> None:
    files = provenance(source_id)["raw"]
    assert files
    assert len({item["file"].rpartition("/")[2] for item in files}) == len(files)
    assert all(re.fullmatch("[0-9a-f]{64}", item["sha256"]) for item in files)
    assert not any(item["file"].startswith("/") for item in files)


@by_source
def test_what_is_left_out_has_a_reason(source_id: str) -> None:
    for item in provenance(source_id)["left_out"]:
        assert item["file"].strip()
        assert item["why"].endswith("."), item["why"]


@by_source
def test_caveats_and_rules_name_tables_that_the_source_feeds(source_id: str) -> None:
    raw = provenance(source_id)
    assert FED[source_id], "a source without rows"
    assert set(raw["sex_rule"]) <= FED[source_id]
    for caveat in raw["caveats"]:
        assert caveat["tables"] and set(caveat["tables"]) <= FED[source_id], caveat["id"]
        assert caveat["level"] in {"info", "warning"}


@by_source
def test_every_table_of_a_source_has_a_caveat_or_needs_none(source_id: str) -> None:
    """Sources are read with care: none is without any caveat."""
    assert source(source_id).caveats


@by_source
def test_hosts_said_to_be_unnamed_are_so_in_the_table(source_id: str) -> None:
    for host, named in source(source_id).unnamed.items():
        rows = pd.read_csv(
            TABLES / "migrant_stocks" / f"{source_id}.csv", dtype=str, keep_default_na=False
        )
        pairs = rows.loc[rows["series"].eq("pairs") & rows["destination"].eq(host), "origin"]
        assert set(pairs) & FIVE == set(named), host


def test_caveats_have_ids_of_their_own() -> None:
    ids = [item["id"] for source_id in source_ids() for item in provenance(source_id)["caveats"]]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch("[a-z0-9_]+", item) for item in ids)


def test_every_file_of_a_table_has_a_provenance_and_the_reverse() -> None:
    fed = {path.stem for path in TABLES.glob("*/*.csv")}
    assert fed == set(source_ids()) == {path.stem for path in SOURCES.iterdir()}


def test_tables_of_the_schema_are_all_fed() -> None:
    assert set.union(*FED.values()) == set(tables())


@by_source
def test_no_machine_is_named(source_id: str) -> None:
    assert [text for text in words(provenance(source_id)) if MACHINE.search(text)] == []


def test_short_names_tell_sources_apart() -> None:
    for language in ("en", "ru"):
        short = [source(source_id).short[language] for source_id in source_ids()]
        assert len(short) == len(set(short)), sorted(s for s in short if short.count(s) > 1)
        assert max(map(len, short)) <= 60


@pytest.mark.parametrize(
    "publisher",
    [
        "Eurostat",
        "World Bank",
        "Frontex",
        "UN DESA Population Division",
        "UK Home Office",
        "outlets named in each row",
        "News media",
    ],
)
def test_one_publisher_has_one_licence(publisher: str) -> None:
    """What a reader may do with a publisher's figures does not depend on the file they stand in."""
    licences = [
        (raw["licence"]["name"], raw["licence"]["url"])
        for raw in map(provenance, source_ids())
        if publisher in raw["publisher"]["en"]
        and not raw["obtained"].startswith("Brought as a file")
    ]
    assert licences
    assert len(set(licences)) == 1, licences


def test_single_figures_that_iom_printed_have_one_licence() -> None:
    """Quoted one by one from its pages, they are told in one way in every file."""
    quoted = ("avrr", "avrr_found_2026", "iom_avrr_details", "iom_dtm_return_migrants")
    licences = [provenance(source_id)["licence"] for source_id in quoted]
    assert len({(one["name"], one["url"]) for one in licences}) == 1, licences
    assert all("© IOM" in one["note"] for one in licences)


def test_no_figure_carries_the_licence_of_a_program() -> None:
    """A package that carries public records does not license them."""
    assert provenance("unga_votes")["licence"]["name"] == "Public records of the United Nations"
