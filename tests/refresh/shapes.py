"""Answers in the publishers' shapes, made by hand from rows as the raw files have them.

None is recorded: see README.md in this folder.
"""

import csv
import gzip
import io
import json
import re
from collections import defaultdict
from decimal import Decimal
from typing import Any

from openpyxl import Workbook

from data.refresh.publishers import eurostat, files, gov_uk, un_sdg, unhcr, world_bank
from tests.refresh.replay import Query, Replay, Reply

Rows = list[dict[str, str]]
Raw = dict[str, Rows]  # name of the raw file: its rows
WB_UNITS = {"NY.GDP.MKTP.CD": "GDP", "NY.GDP.PCAP.CD": "GDP per capita"}
CHANGED = "Mon, 02 Nov 2026 10:00:00 GMT"
DAY = "02.11.2026"
HOME_OFFICE_FILE = (
    "https://assets.publishing.service.gov.uk/media/65d888d1/returns-datasets-{month}-{year}.xlsx"
)


def as_json(told: Any) -> Reply:
    return Reply(json.dumps(told).encode(), headers={"Content-Type": "application/json"})


def as_file(body: bytes, etag: str = '"a1"') -> Reply:
    return Reply(body, headers={"ETag": etag, "Last-Modified": CHANGED}, is_file=True)


def first(query: Query, name: str, otherwise: str = "") -> str:
    return query.get(name, [otherwise])[0]


def paged(rows: list[Any], query: Query, size: str) -> tuple[int, int, list[Any]]:
    per_page, page = int(first(query, size, "50")), int(first(query, "page", "1"))
    pages = max(-(-len(rows) // per_page), 1)
    return page, pages, rows[(page - 1) * per_page : page * per_page]


# World Bank


def world_bank_rows(raw: Raw) -> Rows:
    """All figures, one row each; gross domestic product stands in two columns of its file."""
    rows = list(raw.get("wdi_remittances.csv", ()))
    for row in raw.get("gdp_context.csv", ()):
        for code, column in world_bank.GDP.items():
            told = {"indicator_code": code, "indicator": WB_UNITS[code], "unit": "current US$"}
            rows.append(row | told | {"value": row[column], "country": row["iso3"]})
    return rows


def on_world_bank(replay: Replay, raw: Raw, updated: str = "2026-11-02") -> None:
    rows = world_bank_rows(raw)

    def answer(match: re.Match[str], query: Query) -> Reply:
        places, code = match[1].split(";"), match[2]
        found = [r for r in rows if r["indicator_code"] == code and r["iso3"] in places]
        if found:  # years without a figure are sent too
            found = [*found, found[0] | {"year": "1960", "value": ""}]
        page, pages, part = paged(found, query, "per_page")
        header = {"page": page, "pages": pages, "per_page": 1000, "total": len(found)}
        items = [
            {
                "indicator": {"id": code, "value": f"{r['indicator']} ({r['unit']})"},
                "country": {"id": r["iso3"][:2], "value": r["country"]},
                "countryiso3code": r["iso3"],
                "date": r["year"],
                "value": json.loads(r["value"]) if r["value"] else None,
                "unit": "",
                "obs_status": "",
                "decimal": 0,
            }
            for r in part
        ]
        return as_json([header | {"sourceid": "2", "lastupdated": updated}, items])

    replay.on(r"/api\.worldbank\.org/v2/country/([^/]+)/indicator/([^/]+)$", answer)


# UNHCR


def on_unhcr(replay: Replay, raw: Raw, year: str = "2026") -> None:
    base = r"/api\.unhcr\.org/population/v1"
    places = {
        row[c]: row[f"{c}_iso"] for rows in raw.values() for row in rows for c in ("coo", "coa")
    }
    listed = [{"id": i, "code": c, "iso": iso} for i, (c, iso) in enumerate(sorted(places.items()))]
    replay.on(rf"{base}/countries/$", as_json({"page": 1, "maxPages": 1, "items": listed}))
    years = [{"year": str(n)} for n in range(2000, int(year) + 1)]
    replay.on(rf"{base}/years/$", as_json({"page": 1, "maxPages": 1, "items": years}))

    def answer(match: re.Match[str], query: Query) -> Reply:
        name, _, figures = unhcr.TABLES[match[1]]
        side = "coo" if "coo" in query else "coa"
        assert first(query, {"coo": "coa_all", "coa": "coo_all"}[side]) == "true"
        wanted = first(query, side).split(",")
        found = [
            r
            for r in raw[name]
            if r[side] in wanted and int(first(query, "yearFrom")) <= int(r["year"]) <= int(year)
        ]
        page, pages, part = paged(found, query, "limit")
        items = [{k: _unhcr_cell(k, v) for k, v in row.items()} for row in part]
        sums = {c: sum(Decimal(r[c] or 0) for r in found) for c in figures}
        total = {c: str(n) for c, n in sums.items()}
        return as_json({"page": page, "maxPages": pages, "total": total, "items": items})

    replay.on(rf"{base}/({'|'.join(unhcr.TABLES)})/$", answer)


def _unhcr_cell(name: str, text: str) -> Any:
    if text == "":
        return "-"
    if name == "year" or (text.isdigit() and text != "0" and not name.startswith("co")):
        return int(text)
    return text


# UN SDG


def on_sdg(replay: Replay, raw: Raw, release: str = "2026.Q3.G.01") -> None:
    base = r"/unstats\.un\.org/sdgapi/v1/sdg"
    series = [{"code": code, "release": release} for code in un_sdg.ALL]
    replay.on(rf"{base}/Series/List$", as_json(series))
    rows = _sdg_rows(raw)

    def answer(match: re.Match[str], query: Query) -> Reply:
        code, areas = first(query, "seriesCode"), query.get("areaCode")
        found = [r for r in rows[code] if areas is None or r["geoAreaCode"] in areas]
        page, _, part = paged(found, query, "pageSize")
        told = {"size": len(part), "totalElements": len(found), "pageNumber": page}
        return as_json(told | _sdg_codes() | {"data": part})  # totalPages is missing

    replay.on(rf"{base}/Series/Data$", answer)


def _sdg_codes() -> dict[str, Any]:
    def codes(name: str, told: dict[str, str]) -> dict[str, Any]:
        return {"id": name, "codes": [{"code": c, "description": d} for c, d in told.items()]}

    units = {"NUMBER": "Number", "PERCENT": "Percent", "SCORE": "Score (0-10)"}
    units["PER_100000_POP"] = "Per 100,000 population"
    nature = {"C": "Country data", "G": "Global monitoring data", "N": "Non-relevant"}
    nature |= {"E": "Estimated", "CA": "Country adjusted data"}
    ages = {"ALLAGE": "All age ranges or no breaks by age", "<18Y": "Under 18 years old"}
    ages |= {"18+": "18 years old and over", "<1Y": "under 1 year old", "<5Y": "under 5 years old"}
    sexes = {"BOTHSEX": "Both sexes or no breakdown by sex", "FEMALE": "Female", "MALE": "Male"}
    domains = dict(enumerate(dict.fromkeys(un_sdg.DOMAIN_WORDS.values())))
    return {
        "attributes": [codes("Units", units), codes("Nature", nature)],
        "dimensions": [
            codes("Age", ages),
            codes("Sex", sexes),
            codes("Reporting Type", {"G": "Global", "N": "National"}),
            codes("Policy Domains", {f"D{n}": text for n, text in domains.items()}),
        ],
    }


def _sdg_rows(raw: Raw) -> dict[str, list[dict[str, Any]]]:
    known = {
        one["id"]: {
            un_sdg.WORDS.get(c["description"].lower(), c["description"]).lower(): c["code"]
            for c in one["codes"]
        }
        for kind in _sdg_codes().values()
        for one in kind
    }
    known["Units"]["score (0-10, lower is better)"] = "SCORE"
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)

    def add(series: str, row: dict[str, str], indicator: str, value: str, **more: str) -> None:
        unit, nature = row.get("unit", "percent"), row.get("nature", "country data")
        dimensions = {k.replace("_", " "): v for k, v in more.items() if v}
        found[series].append(
            {
                "indicator": [indicator],
                "series": series,
                "geoAreaCode": row.get("m49") or row.get("sending_m49"),
                "geoAreaName": row.get("area") or row.get("sending_area"),
                "timePeriodStart": float(row["year"]),
                "value": value,
                "attributes": {"Units": known["Units"][unit], "Nature": known["Nature"][nature]},
                "dimensions": {"Reporting Type": "G"} | dimensions,
            }
        )

    def code(kind: str, text: str) -> str:
        return known[kind].get(text.lower(), text)

    for row in raw.get("sdg_migration_indicators.csv", ()):
        split = {"Age": code("Age", row["age_group"]), "Sex": code("Sex", row["sex"])}
        add(row["series"], row, row["sdg_indicator"], row["value"], **split)
    for row in raw.get("sdg_10_7_2_policy_domains_by_country.csv", ()):
        domain = code("Policy Domains", row["policy_domain"])
        add(un_sdg.LEVELS, row, "10.7.2", row["level_code"] or "N", Policy_Domains=domain)
    for row in raw.get("sdg_10_7_2_policy_domains_by_region.csv", ()):
        domain = code("Policy Domains", row["policy_domain"])
        share = row["percent_of_governments_meeting_or_fully_meeting"]
        add(un_sdg.SHARES, row, "10.7.2", share, Policy_Domains=domain)
    for row in raw.get("sdg_10_c_1_corridor_costs.csv", ()):
        add(row["series"], row, "10.c.1", row["value"], Counterpart=row["receiving_iso2"])
    return found


# Eurostat


def on_eurostat(replay: Replay, raw: Raw, days: dict[str, str] | None = None) -> None:
    base = r"/ec\.europa\.eu/eurostat/api/dissemination"
    sets = {one.code: one for one in (*eurostat.SETS, *eurostat.ENFORCEMENT)}
    updates = dict.fromkeys(sets, DAY) | (days or {})
    lines = ['"title"\t"code"\t"type"\t"last update of data"\t"data start"\t"data end"']
    lines += [f'"    A title"\t"{c}"\t"dataset"\t"{d}"\t"1998"\t"2025"' for c, d in updates.items()]
    replay.on(rf"{base}/catalogue/toc/txt$", Reply("\n".join([*lines, ""]).encode()))

    def answer(match: re.Match[str], query: Query) -> Reply:
        one = sets[match[1]]
        rows = [r for r in raw[one.file] if r[one.columns[0]] in _five(query["citizen"])]
        return as_json(json_stat(one, rows, query))

    replay.on(rf"{base}/statistics/1\.0/data/(\w+)$", answer)


def _five(short: list[str]) -> set[str]:
    return {eurostat.FIVE[code] for code in short}


def json_stat(one: eurostat.DataSet, rows: Rows, query: Query) -> dict[str, Any]:
    back = {code: short for short, code in eurostat.eurostat_places().items()}
    citizen, reporter, _ = one.columns
    short = {iso: two for two, iso in eurostat.FIVE.items()}
    fixed = {n: v for n, v in one.fixed.items() if isinstance(v, str)} | {"freq": "A"}
    sexes = {v: k for k, v in eurostat.SEXES.items()}
    cells = {}
    for row in rows:
        at = fixed | {"citizen": short[row[citizen]], "geo": back[row[reporter]]}
        at |= {"time": row["year"]} | ({"sex": sexes[row["sex"]]} if one.kept else {})
        cells[tuple(sorted(at.items()))] = row
    names = sorted(fixed | dict.fromkeys(["citizen", "geo", "time", *one.kept], ""))
    codes = {n: sorted({dict(at)[n] for at in cells}) for n in names}
    value, status = {}, {}
    for at, row in cells.items():
        place = 0
        for name in names:
            place = place * len(codes[name]) + codes[name].index(dict(at)[name])
        value[str(place)] = json.loads(row[one.value])
        if row.get("flag"):
            status[str(place)] = row["flag"]
    category = {n: {"index": {c: i for i, c in enumerate(codes[n])}} for n in names}
    return {
        "version": "2.0",
        "class": "dataset",
        "updated": "2026-11-02T11:00:00+0100",
        "id": names,
        "size": [len(codes[n]) for n in names],
        "dimension": {n: {"category": category[n]} for n in names},
        "value": value,
        "status": status,
    }


# GOV.UK


def on_gov_uk(replay: Replay, raw: Raw, month: str = "dec", year: str = "2026") -> None:
    link = HOME_OFFICE_FILE.format(month=month, year=year)
    older = HOME_OFFICE_FILE.format(month="sep", year="22")
    book = home_office_book(raw)
    page = {
        "public_updated_at": f"{int(year) + 1}-02-26T09:30:00Z",
        "details": {
            "body": f"<a href='{older}'>older</a> <a href=\"{link}\">Returns</a>",
            "attachments": [{"url": link, "file_size": len(book)}],
        },
    }
    replay.on(r"/www\.gov\.uk/api/content/", as_json(page))
    replay.on(rf"/media/65d888d1/returns-datasets-{month}-{year}\.xlsx$", as_file(book))


def home_office_book(raw: Raw) -> bytes:
    """Both sheets; the rows of all others in the world stand in one row of a year and group."""
    mine: dict[str, dict[tuple[str, str], int]] = {"n": defaultdict(int), "d": defaultdict(int)}
    files_of = {"n": gov_uk.BY_NATIONALITY, "d": gov_uk.BY_DESTINATION}
    for kind, name in files_of.items():
        for row in raw[name]:
            mine[kind][row["year"], row["return_type_group"]] += int(row["number_of_returns"])
    heads = {
        "n": "Year,Quarter,Nationality,Region,Return type group,Return type,Age,Sex,"
        "Return destination group,Number of returns",
        "d": "Year,Quarter,Return destination,Return destination region,Return type group,"
        "Return type,Number of returns",
    }
    book = Workbook(write_only=True)
    for kind, sheet in (("n", "Data_Ret_D01"), ("d", "Data_Ret_D02")):
        page = book.create_sheet(sheet)
        columns = heads[kind].split(",")
        page.append(["Returns, detailed data set"])
        page.append(columns)
        names = [gov_uk.COLUMNS[c.lower()] for c in columns]
        for row in raw[files_of[kind]]:
            told = row | {"quarter": f"{row['year']} Q{row['quarter']}"}
            cells = [told.get(name, "") for name in names]
            page.append([int(cells[0]), *cells[1:-1], int(cells[-1])])
        for row in raw[gov_uk.WORLD]:
            rest = int(row["number_of_returns"])
            rest -= mine[kind][row["year"], row["return_type_group"]]
            told = row | {"nationality": "India", "return_destination": "India", "sex": "Male"}
            for quarter in "1234":
                told |= {"quarter": f"{row['year']} Q{quarter}", "number_of_returns": "0"}
                if quarter == "1":
                    told |= {"number_of_returns": str(rest)}
                page.append([told.get(name, "") for name in names])
    return _saved(book)


def _saved(book: Workbook) -> bytes:
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


# Files


def on_desa(replay: Replay, raw: Raw, etag: str = '"a1"') -> None:
    replay.on(
        r"/www\.un\.org/.*ims_stock_by_sex_destination_and_origin\.xlsx$",
        as_file(desa_book(raw), etag),
    )


def desa_book(raw: Raw) -> bytes:
    numbers = {code: number for number, code in files.m49().items()}
    cells: dict[tuple[str, str], dict[tuple[str, str], str]] = defaultdict(dict)
    for row in raw["ims2024_bilateral_central_asia.csv"]:
        cells[row["destination"], row["origin"]][row["sex"], row["year"]] = row["migrants"]
    for side in ("destination", "origin"):
        for row in raw[f"ims2024_{side}_totals.csv"]:
            pair = (row[side], "WLD") if side == "destination" else ("WLD", row[side])
            cells[pair] |= {(sex, row["year"]): row[sex] for sex in files.SEXES}
    years = sorted({year for told in cells.values() for _, year in told})
    book = Workbook(write_only=True)
    book.create_sheet("Contents")
    page = book.create_sheet("Table 1")
    for _ in range(10):
        page.append(["United Nations"])
    page.append(
        [
            "Index",
            "Region, development group, country or area of destination",
            "Coverage",
            "Data type",
            "Location code of destination",
            "Region, development group, country or area of origin",
            "Location code of origin",
            *(int(year) for year in years * 3),
        ]
    )
    page.append([1, "Africa", None, None, 903, "World", 900, *([1] * 3 * len(years))])
    for number, ((to, of), told) in enumerate(sorted(cells.items()), 2):
        figures = [told.get((sex, year)) for sex in files.SEXES for year in years]
        figures = [".." if text is None else int(text) for text in figures]
        places = [f"Place {to}*", None, "B R", int(numbers[to]), f"Place {of}", int(numbers[of])]
        page.append([number, *places, *figures])
    return _saved(book)


def on_wpp(replay: Replay, raw: Raw, etag: str = '"a1"') -> None:
    text = io.StringIO()
    names = ["SortOrder", "LocID", "ISO3_code", "Location", "Variant", "Time"]
    names += [*files.PEOPLE.values(), "CNMR"]
    writer = csv.DictWriter(text, names, restval="", lineterminator="\n")
    writer.writeheader()
    for row in raw["wpp2024_population_net_migration.csv"]:
        is_world = row["iso3"] == "WLD"
        told = {"LocID": "900" if is_world else "398", "ISO3_code": "" if is_world else row["iso3"]}
        told |= {"Location": row["country"], "Variant": "Medium", "Time": row["year"]}
        told |= {t: f"{Decimal(row[o]) / 1000:f}" for o, t in files.PEOPLE.items() if row[o]}
        writer.writerow(told | {"CNMR": row["net_migration_rate_per_1000"]})
    writer.writerow({"LocID": "903", "Location": "Africa", "Variant": "Medium", "Time": "2024"})
    body = gzip.compress(b"\xef\xbb\xbf" + text.getvalue().encode(), mtime=0)
    replay.on(
        r"/population\.un\.org/.*WPP2024_Demographic_Indicators_Medium\.csv\.gz$",
        as_file(body, etag),
    )


def on_missing(replay: Replay, raw: Raw, etag: str = '"a1"') -> None:
    rows = raw["mmp_central_asia_incidents.csv"]
    text = io.StringIO()
    names = {column: known[0] for column, known in files.NAMED.items()}
    writer = csv.writer(text, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerow(list(names.values()))
    others = {
        "main_id": "2024.MMP0001",
        "country_of_origin": "Eritrea",
        "incident_date": "2024-01-02",
    }
    for row in [*rows, others]:
        writer.writerow([row.get(column, "") for column in names])
    body = b"\xef\xbb\xbf" + text.getvalue().encode()
    replay.on(r"/missingmigrants\.iom\.int/.*allData\.csv$", as_file(body, etag))
