"""World Bank, API v2: remittances and gross domestic product.

An answer is ``[header, rows]``. An error is one object with a ``message``, sent with status 200.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd

from data.bring.problems import refuse
from data.curation.recipes.gdp_context import COLUMNS as GDP_COLUMNS
from data.curation.recipes.wdi_remittances import KEPT, SERIES
from data.refresh import faults
from data.refresh.answers import json_of, need, number
from data.refresh.faults import passing
from data.refresh.publisher import Edition, Entries, Publisher, RawFiles, day_of
from data.refresh.web import Answer, Web

NAME = "World Bank"
BASE = "https://api.worldbank.org/v2"
LONGEST = 1500  # characters of an address
PER_PAGE = 1000
FIRST_YEAR = 1960
GDP = {"NY.GDP.MKTP.CD": "gdp_current_usd", "NY.GDP.PCAP.CD": "gdp_per_capita_current_usd"}
GDP_PARTNERS = ("AFG", "ARE", "CHN", "DEU", "KOR", "POL", "RUS", "TUR", "USA")
FOUND = "World Bank, World Development Indicators, API v2"
LICENCE = {
    "name": "CC BY 4.0",
    "url": "https://creativecommons.org/licenses/by/4.0/",
    "note": "The World Bank’s licence for its data sets unless it says otherwise.",
}


def rows_of(web: Web, indicator: str, countries: Sequence[str]) -> list[dict[str, Any]]:
    """Return all years of an indicator for some countries."""
    what, found, page, pages, total = f"{NAME}, {indicator}", [], 1, 1, 0
    while page <= pages:
        header, rows = web.ask(*_question(indicator, countries, page), limit=LONGEST)
        need(header, ("total",), what)
        total = int(header["total"])
        pages = int(header.get("pages") or -(-total // PER_PAGE))
        if not rows and total:
            raise refuse(faults.EMPTY_PAGE, what=what, page=page, pages=pages)
        found += rows
        page += 1
    if len(found) != total:
        raise refuse(faults.HALF, what=what, got=len(found), total=total)
    return found


def _question(indicator: str, countries: Sequence[str], page: int) -> tuple[str, Any, Any]:
    url = f"{BASE}/country/{';'.join(countries)}/indicator/{indicator}"
    query = {"format": "json", "per_page": str(PER_PAGE), "page": str(page)}
    return url, _read, query | {"date": f"{FIRST_YEAR}:{date.today().year}"}


def _read(answer: Answer) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    told = json_of(answer)
    first = told[0] if isinstance(told, list) and told else told
    if isinstance(first, dict) and "message" in first:
        said = "; ".join(str(m.get("value") or m.get("key")) for m in first["message"])
        known = any(word in said.lower() for word in ("unavailable", "too many", "timeout"))
        fault = passing if known else refuse
        raise fault(faults.ERROR_INSIDE, host=answer.host, detail=said[:200])
    if not (isinstance(told, list) and len(told) == 2 and isinstance(first, dict)):
        raise refuse(faults.LAYOUT, what=NAME, names="[header, rows]")
    return first, told[1] or []


def _newest(indicator: str) -> Any:
    def newest(web: Web) -> Edition:
        url = f"{BASE}/country/KAZ/indicator/{indicator}"
        query = {"format": "json", "per_page": "1", "page": "1"}
        header, _ = web.ask(url, _read, query, limit=LONGEST, fresh=0)
        need(header, ("lastupdated",), NAME)
        return Edition(str(header["lastupdated"]), day_of(str(header["lastupdated"])))

    return newest


def _values(web: Web, indicator: str, countries: Sequence[str]) -> list[dict[str, str]]:
    """Return what is published, one row for each country and year."""
    what, found = f"{NAME}, {indicator}", []
    for row in rows_of(web, indicator, countries):
        need(row, ("countryiso3code", "date", "value", "indicator"), what)
        value = number(row["value"], "value", what)
        if value:
            found.append(_row(row, indicator, value))
    lacking = set(countries) - {row["iso3"] for row in found}
    if lacking == set(countries):
        raise refuse(faults.NOTHING, what=what, names=", ".join(countries))
    return sorted(found, key=lambda row: (row["iso3"], row["year"]))


def _row(row: dict[str, Any], code: str, value: str) -> dict[str, str]:
    title, _, unit = str(row["indicator"]["value"]).rpartition(" (")
    return {
        "iso3": str(row["countryiso3code"]),
        "country": str(row["country"]["value"]),
        "year": str(row["date"]),
        "indicator_code": code,
        "indicator": title,
        "unit": unit.removesuffix(")"),
        "value": value,
        "source": FOUND,
    }


def fetch_remittances(web: Web, edition: Edition, raw: RawFiles) -> None:
    """Write what the five countries receive and pay, and what Russia pays."""
    rows = []
    for indicator, (_, _, _, direction) in SERIES.items():
        five = tuple(c for c in KEPT if c != "RUS")
        rows += _values(web, indicator, KEPT if direction == "paid" else five)
    raw.write("wdi_remittances.csv", rows)


def fetch_gdp(web: Web, edition: Edition, raw: RawFiles) -> None:
    """Write gross domestic product, whole and per head, in one row for a country and year."""
    wide: dict[tuple[str, str], dict[str, str]] = {}
    for indicator, column in GDP.items():
        for row in _values(web, indicator, (*(c for c in KEPT if c != "RUS"), *GDP_PARTNERS)):
            place = {"iso3": row["iso3"], "year": row["year"]}
            cells = wide.setdefault((row["iso3"], row["year"]), place)
            cells[column] = row["value"]
    columns = ["iso3", "year", *GDP_COLUMNS, "source"]
    frame = pd.DataFrame(list(wide.values())).assign(source=FOUND)
    raw.write("gdp_context.csv", frame.reindex(columns=columns).fillna("").sort_values(columns[:2]))


def remittance_entries(edition: Edition) -> Entries:
    """Return what the provenance file says of an edition."""
    return {
        "version": f"Series {', '.join(SERIES)}; last updated {edition.mark}",
        "obtained": "World Bank API v2 (api.worldbank.org)",
    }


def gdp_entries(edition: Edition) -> Entries:
    """Return what the provenance file says: no compilation any more, the World Bank's own table."""
    return {
        "title": {
            "en": "World Development Indicators: gross domestic product in current US dollars",
            "ru": "Показатели мирового развития: валовой внутренний продукт в текущих долларах США",
        },
        "producer": "World Bank, from national accounts data of the World Bank and of the OECD",
        "short": {"en": "World Bank WDI", "ru": "Всемирный банк, «Показатели мирового развития»"},
        "publisher": {"en": "World Bank", "ru": "Всемирный банк"},
        "url": "https://data.worldbank.org/indicator/NY.GDP.MKTP.CD",
        "version": f"Series {', '.join(GDP)}; last updated {edition.mark}",
        "licence": LICENCE,
        "citation": "World Bank. World Development Indicators: GDP (NY.GDP.MKTP.CD) and GDP per "
        "capita (NY.GDP.PCAP.CD), current US$.",
        "obtained": "World Bank API v2 (api.worldbank.org)",
    }


REMITTANCES = Publisher(
    "wdi_remittances", _newest("BX.TRF.PWKR.CD.DT"), fetch_remittances, remittance_entries
)
GDP_CONTEXT = Publisher(
    "gdp_context",
    _newest("NY.GDP.MKTP.CD"),
    fetch_gdp,
    gdp_entries,
    without=("gdp_context_mixed",),
)
