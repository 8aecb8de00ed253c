"""UN Statistics Division, SDG API: series on migration.

Areas are M49 numbers, figures are text, and ``totalPages`` may be missing. What codes mean stands
beside the rows (``attributes``, ``dimensions``); a code that is not described is not guessed.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from data.bring.names import two_letters
from data.bring.problems import refuse
from data.curation.recipes.un_sdg_database import AGES, CORRIDORS, PARTNERS, REGIONS, SERIES
from data.curation.tidy import CENTRAL_ASIA
from data.refresh import faults
from data.refresh.answers import json_of, need, number
from data.refresh.publisher import Edition, Entries, Publisher, RawFiles
from data.refresh.publishers.files import m49
from data.refresh.web import Answer, Web

NAME = "UN SDG"
BASE = "https://unstats.un.org/sdgapi/v1/sdg"
PAGE_SIZE = 1000
LEVELS, SHARES = "SG_CPA_MIGRS", "SG_CPA_MIGRP"
ALL = (*SERIES, *CORRIDORS, LEVELS, SHARES)
LEVEL_NAMES = {
    "1": "Requires further progress",
    "2": "Partially meets",
    "3": "Meets",
    "4": "Fully meets",
}
DOMAIN_WORDS = {
    "rights": "1 Migrant rights",
    "whole-of-government": "2 Whole-of-government / evidence-based policies",
    "whole of government": "2 Whole-of-government / evidence-based policies",
    "cooperation": "3 Cooperation and partnerships",
    "socioeconomic": "4 Socioeconomic well-being",
    "crises": "5 Mobility dimensions of crises",
    "orderly": "6 Safe, orderly and regular migration",
    "all domains": "All domains (summary)",
    "total": "All domains (summary)",
}
UNITS = {"score": "score (0-10, lower is better)"}
WORDS = {  # a description in small letters: how the raw file says it
    "per 100,000 population": "per 100,000 population",
    "all age ranges or no breaks by age": "All ages",
    "no breaks by age": "All ages",
    "under 18 years old": "Under 18",
    "under 18 years": "Under 18",
    "18 years old and over": "18 years and over",
    "under 1 year old": "<1 year",
    "under 5 years old": "<5 years",
    "both sexes or no breakdown by sex": "Both sexes",
    "country adjusted data": "country data, adjusted",
}
Codes = Mapping[str, Mapping[str, str]]
Row = dict[str, Any]


def newest(web: Web) -> Edition:
    """Return the release of the newest of the series, as their list says."""
    told = web.ask(f"{BASE}/Series/List", json_of, {"allreleases": "false"}, fresh=0)
    if not isinstance(told, list):
        raise refuse(faults.LAYOUT, what=f"{NAME}, series", names="code")
    releases = {str(item.get("code")): str(item.get("release", "")) for item in told}
    need(releases, ALL, f"{NAME}, series")
    newest_one = max(releases[code] for code in ALL)
    if not newest_one:
        raise refuse(faults.LAYOUT, what=f"{NAME}, series", names="release")
    return Edition(newest_one)


def fetch(web: Web, edition: Edition, raw: RawFiles) -> None:
    """Write indicators, policy domains of countries and areas, and costs of corridors."""
    countries = [n for n, code in m49().items() if code in (*CENTRAL_ASIA, *PARTNERS)]
    areas = [*countries, *REGIONS]
    if "sdg_migration_indicators.csv" not in raw.kept:
        rows = [r for s in SERIES for r in _series(web, s, areas)]
        raw.write("sdg_migration_indicators.csv", rows)
    if "sdg_10_7_2_policy_domains_by_country.csv" not in raw.kept:
        _write_domains(web, countries, raw)
    if "sdg_10_c_1_corridor_costs.csv" not in raw.kept:
        raw.write("sdg_10_c_1_corridor_costs.csv", [r for s in CORRIDORS for r in _costs(web, s)])


def _write_domains(web: Web, countries: Sequence[str], raw: RawFiles) -> None:
    """Write both files of 10.7.2; they are kept together or not at all."""
    levels = _domains(web, LEVELS, countries)
    raw.write("sdg_10_7_2_policy_domains_by_country.csv", [_level(r) for r in levels if r["value"]])
    share = "percent_of_governments_meeting_or_fully_meeting"
    rows = [
        {c: r[c] for c in ("m49", "area", "year", "policy_domain")} | {share: r["value"]}
        for r in _domains(web, SHARES, list(REGIONS))
    ]
    raw.write("sdg_10_7_2_policy_domains_by_region.csv", rows)


def rows_of(web: Web, series: str, areas: Sequence[str]) -> tuple[list[Row], Codes]:
    """Return all rows of a series, and what its codes mean."""
    what, found, codes = f"{NAME}, {series}", list[Row](), dict[str, dict[str, str]]()
    page, pages = 1, 1
    while page <= pages:
        query = {"seriesCode": series, "pageSize": str(PAGE_SIZE), "page": str(page)}
        question = query | ({"areaCode": list(areas)} if areas else {})
        told = web.ask(f"{BASE}/Series/Data", _read, question)
        total = int(told["totalElements"])
        pages = int(told.get("totalPages") or -(-total // PAGE_SIZE))
        if not told["data"] and total:
            raise refuse(faults.EMPTY_PAGE, what=what, page=page, pages=pages)
        found += told["data"]
        for one in (*told.get("attributes", ()), *told.get("dimensions", ())):
            known = codes.setdefault(str(one["id"]), {})
            known |= {str(c["code"]): str(c["description"]) for c in one["codes"]}
        page += 1
    if len(found) != total:
        raise refuse(faults.HALF, what=what, got=len(found), total=total)
    return found, codes


def _read(answer: Answer) -> dict[str, Any]:
    told = json_of(answer)
    if not isinstance(told, dict):
        raise refuse(faults.LAYOUT, what=NAME, names="data")
    need(told, ("totalElements", "data"), NAME)
    return told


def _series(web: Web, series: str, areas: Sequence[str]) -> Iterator[dict[str, str]]:
    rows, codes = rows_of(web, series, areas)
    for row in rows:
        if _of(row, "dimensions", "Reporting Type", codes).lower() in {"", "global", "g"}:
            told = _indicator(row, series, codes)
            if told["value"]:
                yield told


def _indicator(row: Row, series: str, codes: Codes) -> dict[str, str]:
    what = f"{NAME}, {series}"
    need(row, ("geoAreaCode", "geoAreaName", "timePeriodStart", "value", "indicator"), what)
    place = str(row["geoAreaCode"])
    unit = _of(row, "attributes", "Units", codes).lower()
    age = _of(row, "dimensions", "Age", codes)
    if age not in AGES:
        raise refuse(faults.UNKNOWN_CODE, what=what, text=age, field="Age")
    return {
        "sdg_indicator": str(row["indicator"][0]),
        "series": series,
        "m49": place,
        "iso3": "" if place in REGIONS else m49().get(place, ""),
        "area": str(row["geoAreaName"]),
        "year": _year(row),
        "value": number(row["value"], "value", what),
        "unit": UNITS.get(unit.split(" ")[0], unit),
        "age_group": age,
        "sex": _of(row, "dimensions", "Sex", codes),
        "nature": _of(row, "attributes", "Nature", codes).lower(),
    }


def _domains(web: Web, series: str, areas: Sequence[str]) -> Iterator[dict[str, str]]:
    rows, codes = rows_of(web, series, areas)
    what = f"{NAME}, {series}"
    for row in rows:
        told = _of(row, "dimensions", "Policy Domains", codes)
        domain = next((d for word, d in DOMAIN_WORDS.items() if word in told.lower()), "")
        if not domain:
            raise refuse(faults.UNKNOWN_CODE, what=what, text=told, field="Policy Domains")
        yield {
            "m49": str(row["geoAreaCode"]),
            "iso3": m49().get(str(row["geoAreaCode"]), ""),
            "area": str(row["geoAreaName"]),
            "year": _year(row),
            "policy_domain": domain,
            "value": "" if str(row["value"]) == "N" else number(row["value"], "value", what),
        }


def _level(row: dict[str, str]) -> dict[str, str]:
    level = row.pop("value").removesuffix(".0")
    if level not in LEVEL_NAMES:
        raise refuse(faults.UNKNOWN_CODE, what=f"{NAME}, {LEVELS}", text=level, field="value")
    return row | {"level_code": level, "level": LEVEL_NAMES[level], "reported": "yes"}


def _costs(web: Web, series: str) -> Iterator[dict[str, str]]:
    """Return the corridors that begin or end in one of the five."""
    from_two = {two_letters(code): code for code in m49().values()}
    rows, codes = rows_of(web, series, ())
    for row in rows:
        need(row.get("dimensions", ()), ("Counterpart",), f"{NAME}, {series}")
        other = str(row["dimensions"]["Counterpart"])
        sender = m49().get(str(row["geoAreaCode"]), "")
        receiver = from_two.get(other) or m49().get(other.lstrip("0")) or other
        if {sender, receiver} & set(CENTRAL_ASIA):
            yield {
                "series": series,
                "sending_m49": str(row["geoAreaCode"]),
                "sending_iso3": sender,
                "sending_area": str(row["geoAreaName"]),
                "receiving_iso2": other,
                "receiving_iso3": receiver,
                "year": _year(row),
                "value": number(row["value"], "value", f"{NAME}, {series}"),
                "unit": _of(row, "attributes", "Units", codes).lower(),
                "nature": _of(row, "attributes", "Nature", codes).lower(),
            }


def _of(row: Row, kind: str, name: str, codes: Codes) -> str:
    """Return what a row says under one of its codes, in the words of the raw file."""
    code = str((row.get(kind) or {}).get(name) or "")
    told = codes.get(name, {}).get(code, code)
    return WORDS.get(told.lower(), told)


def _year(row: Row) -> str:
    return str(row["timePeriodStart"]).partition(".")[0]


def entries(edition: Edition) -> Entries:
    """Return what the provenance file says of an edition."""
    year = edition.mark[:4]
    return {
        "short": {"en": f"UN SDG database {year}", "ru": f"База данных ЦУР ООН, {year}"},
        "version": f"Release {edition.mark}",
        "citation": "United Nations Statistics Division. Global SDG Indicators Database, "
        f"release {edition.mark}.",
        "obtained": "SDG API (unstats.un.org/sdgapi)",
    }


SDG = Publisher("un_sdg_database", newest, fetch, entries)
