"""UNHCR, Refugee Data Finder API.

Countries are asked for by UNHCR's own codes, which look like ISO codes and often are none: a wrong
one answers nothing. The codes are therefore read from ``/countries/`` each time.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from data.bring.problems import N_, Problem, refuse
from data.curation.tidy import CENTRAL_ASIA
from data.refresh import faults
from data.refresh.answers import json_of, need, number
from data.refresh.publisher import Edition, Entries, Publisher, RawFiles
from data.refresh.web import Answer, Web

NAME = "UNHCR"
BASE = "https://api.unhcr.org/population/v1"
LIMIT = 1000
FIRST_YEAR = 1990
PUBLISHED_IN = 7  # month by which the figures of the end of a year are out
SIDES = {"coo": "coa_all", "coa": "coo_all"}
PLACES = ("coo_name", "coo", "coo_iso", "coa_name", "coa", "coa_iso")
CELLS = [
    f"{s}_{a}" for s in "fm" for a in ("0_4", "5_11", "12_17", "18_59", "60", "other", "total")
]
# endpoint: raw file, columns that tell rows apart, columns of figures
TABLES: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "population": (
        "unhcr_population_central_asia.csv",
        (),
        (
            "refugees",
            "asylum_seekers",
            "returned_refugees",
            "idps",
            "returned_idps",
            "stateless",
            "ooc",
            "oip",
            "hst",
        ),
    ),
    "solutions": (
        "unhcr_solutions_central_asia.csv",
        (),
        ("returned_refugees", "resettlement", "naturalisation", "returned_idps"),
    ),
    "asylum-applications": (
        "unhcr_asylum_applications_central_asia.csv",
        ("procedure_type", "app_type", "dec_level", "app_pc"),
        ("applied",),
    ),
    "asylum-decisions": (
        "unhcr_asylum_decisions_central_asia.csv",
        ("procedure_type", "dec_level", "dec_pc"),
        ("dec_recognized", "dec_other", "dec_rejected", "dec_closed", "dec_total"),
    ),
    "demographics": (
        "unhcr_demographics_central_asia.csv",
        ("pop_type", "location", "loc_type", "acc_type"),
        (*CELLS, "total"),
    ),
    "idmc": ("unhcr_idmc_central_asia.csv", (), ("total",)),
}
MORE = {"demographics": {"ptype_show": "true"}}
FLOWS = "unhcr_flows_central_asia.csv"
SUM_OVER = N_("{what}: “{field}” adds up to {got}, more than the publisher’s {total}.")


def newest(web: Web) -> Edition:
    """Return the newest year-end with data; corrections of older years are announced nowhere."""
    told = web.ask(f"{BASE}/years/", json_of, {"limit": "300"}, fresh=0)
    need(told, ("items",), f"{NAME}, years")
    years = [int(item["year"]) for item in told["items"] if str(item.get("year", "")).isdigit()]
    if not years:
        raise refuse(faults.LAYOUT, what=f"{NAME}, years", names="year")
    return Edition(f"year-end {min(max(years), last_year_end(date.today()))}", sure=False)


def last_year_end(day: date) -> int:
    """Return the last year whose end is published: until June its figures are those of mid-year.

    Examples
    --------
    >>> last_year_end(date(2027, 3, 1)), last_year_end(date(2027, 7, 1))
    (2025, 2026)
    """
    return day.year - (1 if day.month >= PUBLISHED_IN else 2)


def codes(web: Web) -> dict[str, str]:
    """Return UNHCR's codes of the five countries by their ISO codes."""
    told = web.ask(f"{BASE}/countries/", json_of, {"limit": "300"})
    need(told, ("items",), f"{NAME}, countries")
    known = {str(item.get("iso")): str(item.get("code")) for item in told["items"]}
    need(known, CENTRAL_ASIA, f"{NAME}, countries")
    return {iso: known[iso] for iso in CENTRAL_ASIA}


def fetch(web: Web, edition: Edition, raw: RawFiles) -> None:
    """Write all tables with a Central Asian country on either side."""
    asked = codes(web)
    last = max(int(edition.mark.split()[-1]), FIRST_YEAR)
    for endpoint, (name, apart, figures) in TABLES.items():
        if name in raw.kept:
            continue
        found: dict[tuple[str, ...], dict[str, str]] = {}
        for side in SIDES:
            for item in _items(web, endpoint, side, asked, last, raw):
                row = _row(item, endpoint, apart, figures)
                found.setdefault(tuple(row[c] for c in ("year", *PLACES, *apart)), row)
        _check_places(endpoint, found.values())
        raw.write(name, [found[key] for key in sorted(found)])


def _items(
    web: Web, endpoint: str, side: str, asked: dict[str, str], last: int, raw: RawFiles
) -> list[dict[str, Any]]:
    """Return all pages of one question."""
    what = f"{NAME}, {endpoint}"
    query = {
        "limit": str(LIMIT),
        "yearFrom": str(FIRST_YEAR),
        "yearTo": str(last),
        side: ",".join(asked.values()),
        SIDES[side]: "true",
    } | MORE.get(endpoint, {})
    found: list[dict[str, Any]] = []
    page, pages = 1, 1
    total: Any = None
    while page <= pages:
        told = web.ask(f"{BASE}/{endpoint}/", _read, query | {"page": str(page)})
        said = int(told.get("maxPages") or 1)
        if page > 1 and said != pages:
            raise refuse(faults.MOVED, what=what)
        pages, total = said, told.get("total")
        if not told["items"] and pages > 1:
            raise refuse(faults.EMPTY_PAGE, what=what, page=page, pages=pages)
        found += told["items"]
        page += 1
    _check_sums(what, found, total, raw)
    return found


def _read(answer: Answer) -> dict[str, Any]:
    told = json_of(answer)
    if not isinstance(told, dict) or not isinstance(told.get("items"), list):
        detail = str(told.get("message", "")) if isinstance(told, dict) else ""
        if detail:
            raise refuse(faults.ERROR_INSIDE, host=answer.host, detail=detail[:200])
        raise refuse(faults.LAYOUT, what=NAME, names="items")
    return told


def _check_sums(what: str, items: list[dict[str, Any]], total: Any, raw: RawFiles) -> None:
    """Compare the rows with the sums that stand beside them: fewer people mean a half answer."""
    sums = total[0] if isinstance(total, list) and total else total
    for column, text in sums.items() if isinstance(sums, dict) else ():
        wanted = number(text, column, what) if isinstance(text, str) else ""
        if not wanted or not items or column not in items[0]:
            continue
        got = sum(Decimal(number(item.get(column), column, what) or 0) for item in items)
        said = {"what": what, "field": column, "got": f"{got:f}", "total": wanted}
        if got < Decimal(wanted):
            raise refuse(faults.HALF_SUM, **said)
        if got > Decimal(wanted):
            raw.remarks.append(Problem(SUM_OVER, said))


def _row(
    item: dict[str, Any], endpoint: str, apart: tuple[str, ...], figures: tuple[str, ...]
) -> dict[str, str]:
    what = f"{NAME}, {endpoint}"
    need(item, ("year", *PLACES, *apart, *figures), what)
    named = {c: str(item[c]).strip() for c in ("year", *PLACES, *apart)}
    return named | {c: number(item[c], c, what) for c in figures}


def _check_places(endpoint: str, rows: Iterable[dict[str, str]]) -> None:
    """Refuse a table in which one of the five has no row at all: its code means nothing."""
    if endpoint not in {"population", "asylum-applications", "demographics"}:
        return  # the others may well have no row of a country
    there = {row[side] for row in rows for side in ("coo_iso", "coa_iso")}
    lacking = [iso for iso in CENTRAL_ASIA if iso not in there]
    if lacking:
        raise refuse(faults.NOTHING, what=f"{NAME}, {endpoint}", names=", ".join(lacking))


def entries(edition: Edition) -> Entries:
    """Return what the provenance file says of an edition."""
    year = f"{date.today():%Y}"
    return {
        "short": {"en": f"UNHCR {year}", "ru": f"УВКБ ООН {year}"},
        "version": f"{edition.mark[0].upper()}{edition.mark[1:]}, as the interface gave it",
        "obtained": "Refugee Data Finder API (api.unhcr.org); arrivals from the former edition",
    }


UNHCR = Publisher("unhcr_refugee_statistics", newest, fetch, entries, by_hand=(FLOWS,))
