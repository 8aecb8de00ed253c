"""What each publisher may send instead of what is wanted: half answers, errors inside, new layouts.

Rows of an answer that is well stand in ``test_whole.py``; here every fault is told in a sentence.
"""

import re
from datetime import date
from typing import Any

import pytest

from data.refresh.publisher import Edition, RawFiles
from data.refresh.publishers import eurostat, un_sdg, unhcr, world_bank
from data.refresh.web import Web
from tests.refresh import made, shapes
from tests.refresh.conftest import changed, said
from tests.refresh.replay import Replay, Reply

BANK = r"/api\.worldbank\.org/"
REFUGEES = r"/api\.unhcr\.org/population/v1"
ESTAT = r"/ec\.europa\.eu/eurostat/api/dissemination"
GOALS = r"/unstats\.un\.org/sdgapi/v1/sdg"


# World Bank


def bank(web: Web, raw: RawFiles) -> None:
    world_bank.fetch_remittances(web, Edition("2026"), raw)


def test_an_error_with_status_200_is_seen(replay: Replay, web: Web, raw: RawFiles) -> None:
    message = {"id": "120", "key": "Invalid value", "value": "The provided parameter is not valid"}
    replay.on(BANK, shapes.as_json([{"message": [message]}]))
    assert "with an error inside: The provided parameter" in said(lambda: bank(web, raw))
    assert len(replay.asked) == 1


def test_a_bank_that_is_busy_is_asked_again(replay: Replay, web: Web, raw: RawFiles) -> None:
    shapes.on_world_bank(replay, made.world_bank())
    busy = {"message": [{"id": "105", "key": "x", "value": "Service currently unavailable"}]}
    replay.spoil(BANK, shapes.as_json([busy]), Reply(b"<?xml version='1.0'?><wb:data/>"))
    bank(web, raw)
    assert (raw.folder / "wdi_remittances.csv").is_file()


def test_xml_that_lasts_is_told(replay: Replay, web: Web, raw: RawFiles) -> None:
    replay.on(BANK, Reply(b"<?xml version='1.0'?><wb:data/>"))
    assert "sends XML although JSON was asked for" in said(lambda: bank(web, raw))


def test_fewer_rows_than_the_total(replay: Replay, web: Web, raw: RawFiles) -> None:
    shapes.on_world_bank(replay, made.world_bank())
    changed(replay, BANK, lambda told: [told[0], told[1][:-1]])
    assert "10 rows came, but the publisher speaks of 11" in said(lambda: bank(web, raw))


def test_an_empty_page_among_others(replay: Replay, web: Web, raw: RawFiles) -> None:
    shapes.on_world_bank(replay, made.world_bank())
    changed(replay, BANK, lambda told: [told[0] | {"pages": 2}, None])
    assert "page 1 of 2 is empty" in said(lambda: bank(web, raw))


def test_pages_are_counted_where_their_number_is_missing(replay, web, raw, monkeypatch) -> None:
    monkeypatch.setattr(world_bank, "PER_PAGE", 4)
    shapes.on_world_bank(replay, made.world_bank())
    bank(web, raw)
    whole = (raw.folder / "wdi_remittances.csv").read_bytes()

    def without(told: Any) -> Any:
        told[0].pop("pages")
        return told

    changed(replay, BANK, without)
    bank(web, raw)
    assert (raw.folder / "wdi_remittances.csv").read_bytes() == whole
    assert len(whole.splitlines()) == 31


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda told: told[1], "there is no “[header, rows]”"),
        (lambda told: [{"page": 1}, told[1]], "there is no “total”"),
        (lambda told: [told[0] | {"total": 0}, []], "nothing came for KAZ"),
        (
            lambda told: [told[0], [{k: v for k, v in r.items() if k != "date"} for r in told[1]]],
            "there is no “date”",
        ),
        (lambda told: [told[0], [r | {"value": "n.a."} for r in told[1]]], "“n.a.” in “value”"),
    ],
)
def test_another_layout_of_the_bank(change, sentence, replay, web, raw) -> None:
    shapes.on_world_bank(replay, made.world_bank())
    changed(replay, BANK, change)
    assert sentence in said(lambda: bank(web, raw))


def test_numbers_as_text_are_numbers(replay: Replay, web: Web, raw: RawFiles) -> None:
    shapes.on_world_bank(replay, made.world_bank())
    bank(web, raw)
    numbers = (raw.folder / "wdi_remittances.csv").read_bytes()
    changed(
        replay,
        BANK,
        lambda told: [
            told[0],
            [r | {"value": None if r["value"] is None else f"{r['value']}"} for r in told[1]],
        ],
    )
    bank(web, raw)
    assert (raw.folder / "wdi_remittances.csv").read_bytes() == numbers


# UNHCR


def refugees(web: Web, raw: RawFiles) -> None:
    unhcr.fetch(web, Edition("year-end 2025", sure=False), raw)


def test_countries_are_asked_for_by_unhcrs_own_codes(replay, web, raw) -> None:
    rows = made.unhcr()
    for table in rows.values():
        for row in table:
            row["coo"] = row["coo"].replace("UZB", "UZK")
    shapes.on_unhcr(replay, rows, "2025")
    refugees(web, raw)
    asked = {",".join(one.query.get("coo", [])) for one in replay.questions("/population/$")}
    assert "KAZ,KGZ,TJK,TKM,UZK" in asked
    text = (raw.folder / "unhcr_population_central_asia.csv").read_text("utf-8")
    assert ",UZK,UZB," in text


def test_a_code_that_means_nothing_answers_nothing(replay, web, raw) -> None:
    shapes.on_unhcr(replay, made.unhcr(), "2025")
    changed(
        replay,
        rf"{REFUGEES}/countries/",
        lambda told: {"items": [i | {"code": f"{i['code']}X"} for i in told["items"]]},
    )
    assert "nothing came for KAZ, KGZ, TJK, TKM, UZB" in said(lambda: refugees(web, raw))


def test_empties_and_zeros_of_unhcr(replay: Replay, web: Web, raw: RawFiles) -> None:
    shapes.on_unhcr(replay, made.unhcr(), "2025")
    refugees(web, raw)
    lines = (raw.folder / "unhcr_population_central_asia.csv").read_text("utf-8").splitlines()
    columns, cells = lines[0].split(","), lines[1].split(",")
    row = dict(zip(columns, cells, strict=True))
    assert (row["idps"], row["oip"], row["hst"]) == ("0", "", "0")
    assert "NA" in (raw.folder / "unhcr_asylum_applications_central_asia.csv").read_text("utf-8")


@pytest.mark.parametrize(
    ("place", "change", "sentence"),
    [
        ("population/", lambda t: t | {"items": t["items"][1:]}, "“refugees” adds up to"),
        ("population/", lambda t: t | {"maxPages": 3, "items": []}, "page 1 of 3 is empty"),
        ("population/", lambda t: {"message": "Welcome"}, "with an error inside: Welcome"),
        ("solutions/", lambda t: {"rows": []}, "there is no “items”"),
        (
            "demographics/",
            lambda t: (
                t | {"items": [{k: v for k, v in i.items() if k != "pop_type"} for i in t["items"]]}
            ),
            "there is no “pop_type”",
        ),
        ("countries/", lambda t: {"items": t["items"][:2]}, "countries has changed: there is no"),
    ],
)
def test_another_answer_of_unhcr(place, change, sentence, replay, web, raw) -> None:
    shapes.on_unhcr(replay, made.unhcr(), "2025")
    changed(replay, rf"{REFUGEES}/{place}", change)
    assert sentence in said(lambda: refugees(web, raw))


def test_pages_that_change_while_they_are_read(replay, web, raw, monkeypatch) -> None:
    monkeypatch.setattr(unhcr, "LIMIT", 2)
    shapes.on_unhcr(replay, made.unhcr(), "2025")
    refugees(web, raw)
    lines = (raw.folder / "unhcr_population_central_asia.csv").read_text("utf-8").splitlines()
    assert len(lines) == 1 + 6, "all pages, and no pair twice"
    changed(replay, rf"{REFUGEES}/population/", lambda t: t | {"maxPages": 3 - (t["page"] > 1)})
    assert "changed while it was being read" in said(lambda: refugees(web, raw))


def test_figures_of_the_middle_of_a_year_are_not_those_of_its_end() -> None:
    assert unhcr.last_year_end(date(2026, 11, 30)) == 2025
    assert unhcr.last_year_end(date(2027, 3, 1)) == 2025, "2026 is that of its middle still"
    assert unhcr.last_year_end(date(2027, 7, 1)) == 2026


# UN SDG


def goals(web: Web, raw: RawFiles) -> None:
    un_sdg.fetch(web, Edition("2026.Q3.G.01"), raw)


def test_codes_become_the_words_of_the_raw_files(replay, web, raw, monkeypatch) -> None:
    monkeypatch.setattr(un_sdg, "PAGE_SIZE", 2)
    shapes.on_sdg(replay, made.sdg())
    goals(web, raw)
    text = (raw.folder / "sdg_migration_indicators.csv").read_text("utf-8")
    expected = "16.2.2,VC_HTF_DETV,860,UZB,Uzbekistan,2020,31,number,Under 18,Female,country data"
    assert expected in text
    assert '7.6,"score (0-10, lower is better)",,,country data' in text
    costs = (raw.folder / "sdg_10_c_1_corridor_costs.csv").read_text("utf-8")
    assert "643,RUS,Russian Federation,TJ,TJK,2021,1.5,percent" in costs
    assert "AFG" not in costs, "no Central Asian side"
    levels = (raw.folder / "sdg_10_7_2_policy_domains_by_country.csv").read_text("utf-8")
    assert len(levels.splitlines()) == 3, "no row where a government did not answer"


@pytest.mark.parametrize(
    ("place", "change", "sentence"),
    [
        ("Series/Data", lambda t: t | {"totalElements": 4}, "rows came, but the publisher speaks"),
        ("Series/Data", lambda t: t | {"data": []}, "is empty"),
        ("Series/Data", lambda t: {"data": t["data"]}, "there is no “totalElements”"),
        (
            "Series/Data",
            lambda t: t | {"dimensions": [], "attributes": []},
            "“BOTHSEX”|“<18Y” in “Age” is not known",
        ),
    ],
)
def test_another_answer_of_the_sdg_interface(place, change, sentence, replay, web, raw) -> None:
    shapes.on_sdg(replay, made.sdg())
    changed(replay, f"{GOALS}/{place}", change)
    assert re.search(sentence, said(lambda: goals(web, raw)))


def test_a_series_that_is_no_more(replay: Replay, web: Web) -> None:
    shapes.on_sdg(replay, made.sdg())
    changed(replay, f"{GOALS}/Series/List", lambda told: told[1:])
    assert "there is no “SM_DTH_MIGR”" in said(lambda: un_sdg.newest(web))


# Eurostat


def europe(web: Web, raw: RawFiles) -> None:
    rows = eurostat.rows_of(web, eurostat.SETS[0], raw)
    raw.write(eurostat.SETS[0].file, rows)


def test_flags_and_zeros_of_eurostat(replay: Replay, web: Web, raw: RawFiles) -> None:
    told = made.eurostat()
    told["eurostat_population_by_citizenship.csv"][0] |= {"population": "0", "flag": "b"}
    shapes.on_eurostat(replay, told)
    europe(web, raw)
    text = (raw.folder / "eurostat_population_by_citizenship.csv").read_text("utf-8")
    assert "2023,KAZ,AUT,AUT,0,b" in text, "a zero that is sent is a zero"


@pytest.mark.parametrize("status", [413, 414])
def test_a_question_that_is_too_large_is_asked_in_parts(status, replay, web, raw) -> None:
    shapes.on_eurostat(replay, made.eurostat())
    replay.spoil(f"{ESTAT}/statistics", Reply(b"too large", status))
    europe(web, raw)
    asked = [one.query["citizen"] for one in replay.questions("/statistics/")]
    assert asked == [list(eurostat.FIVE), *([code] for code in eurostat.FIVE)]
    lines = (raw.folder / "eurostat_population_by_citizenship.csv").read_text("utf-8").splitlines()
    assert len(lines) == 11


def test_a_warning_that_it_takes_longer_is_a_large_question(replay, web, raw) -> None:
    shapes.on_eurostat(replay, made.eurostat())
    label = "ASYNCHRONOUS_RESPONSE. Your request will be treated asynchronously."
    replay.spoil(
        f"{ESTAT}/statistics", shapes.as_json({"warning": {"status": 413, "label": label}})
    )
    europe(web, raw)
    assert len(replay.questions("/statistics/")) == 6


def test_an_answer_that_comes_later_is_waited_for(replay, web, raw, waits) -> None:
    rows = made.eurostat()[eurostat.SETS[0].file]
    shapes.on_eurostat(replay, made.eurostat())
    soap = "<env:Envelope><queued><id>{}</id><status>{}</status></queued></env:Envelope>"
    key = "0123abcd-ef01-2345-6789-abcdef012345"
    later = {n: Reply(soap.format(key, n).encode()) for n in ("SUBMITTED", "AVAILABLE", "EXPIRED")}
    replay.spoil(f"{ESTAT}/statistics", later["SUBMITTED"])
    replay.on(f"{ESTAT}/1.0/async/status/{key}", later["AVAILABLE"])
    replay.spoil(f"{ESTAT}/1.0/async/status/{key}", later["SUBMITTED"])
    ready = shapes.json_stat(eurostat.SETS[0], rows, {})
    replay.on(f"{ESTAT}/1.0/async/data/{key}", shapes.as_json(ready))
    europe(web, raw)
    assert len(waits) == 1
    replay.spoil(f"{ESTAT}/statistics", later["SUBMITTED"])
    replay.on(f"{ESTAT}/1.0/async/status/{key}", later["EXPIRED"])
    assert "with an error inside: EXPIRED" in said(lambda: europe(web, raw))


def drop_time(told: Any) -> Any:
    return told | {"id": ["t" if name == "time" else name for name in told["id"]]}


def widen(told: Any) -> Any:
    told["dimension"]["age"]["category"]["index"]["Y20"] = 1
    told["size"][told["id"].index("age")] = 2
    return told


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda t: {"error": [{"status": 400, "label": "ERR_NOT_FOUND_4"}]}, "ERR_NOT_FOUND_4"),
        (lambda t: {k: v for k, v in t.items() if k != "value"}, "there is no “value”"),
        (drop_time, "there is no “time”"),
        (widen, "age (2)"),
        (lambda t: t | {"size": [9] * len(t["size"])}, "size"),
        (lambda t: t | {"value": {}}, "nothing came for KAZ, KGZ, TJK, TKM, UZB"),
    ],
)
def test_another_answer_of_eurostat(change, sentence, replay, web, raw) -> None:
    shapes.on_eurostat(replay, made.eurostat())
    changed(replay, f"{ESTAT}/statistics", change)
    assert sentence in said(lambda: europe(web, raw))


def test_a_table_of_contents_without_a_data_set(replay: Replay, web: Web) -> None:
    shapes.on_eurostat(replay, made.eurostat())
    assert eurostat.EUROSTAT.newest(web).day == "2026-11-02"
    text = b'"title"\t"code"\t"last update of data"\n"x"\t"migr_pop1ctz"\t"02.11.2026"\n'
    replay.on(f"{ESTAT}/catalogue", Reply(text))
    assert "there is no “migr_imm1ctz" in said(lambda: eurostat.EUROSTAT.newest(web))
    replay.on(f"{ESTAT}/catalogue", Reply(b"<html><title>Maintenance</title></html>"))
    assert "web page instead of data: “Maintenance”" in said(lambda: eurostat.EUROSTAT.newest(web))
