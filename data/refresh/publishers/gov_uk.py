"""GOV.UK: the Home Office's workbook of returns, whose address changes with each release.

The content API says which file is the newest. Only whole years are taken: the quarters of a year
that is not over would be drawn as if they were the year.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from openpyxl.workbook import Workbook

from data.bring.names import folded, known_places
from data.bring.problems import N_, Problem, refuse
from data.curation.tidy import CENTRAL_ASIA
from data.refresh import faults
from data.refresh.answers import json_of, need, number, sheet_rows, workbook_of
from data.refresh.faults import passing
from data.refresh.publisher import Edition, Entries, Publisher, RawFiles, day_of
from data.refresh.web import Answer, Web

NAME = "Home Office"
PAGE = (
    "https://www.gov.uk/api/content/government/statistical-data-sets/"
    "immigration-system-statistics-data-tables"
)
LINK = re.compile(
    r"https://assets\.publishing\.service\.gov\.uk/[^\s\"'<>\\]*/"
    r"(returns-datasets-([a-z]{3})-(\d{2,4})\.xlsx)"
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
ENDS = {"1": "-03-31", "2": "-06-30", "3": "-09-30", "4": "-12-31"}
SHEETS = {
    "nationality": ("Data_Ret_D01", "Data - Ret_D01", "Ret_D01"),
    "destination": ("Data_Ret_D02", "Data - Ret_D02", "Ret_D02"),
}
COLUMNS = {  # folded name in the sheet: raw column
    "year": "year",
    "quarter": "quarter",
    "nationality": "nationality",
    "region": "region",
    "return destination": "return_destination",
    "return destination region": "return_destination_region",
    "return type group": "return_type_group",
    "return type": "return_type",
    "age": "age",
    "age group": "age",
    "sex": "sex",
    "return destination group": "return_destination_group",
    "number of returns": "number_of_returns",
}
NEEDED = {
    "nationality": [
        "quarter",
        "nationality",
        "return_type_group",
        "return_type",
        "age",
        "sex",
        "return_destination_group",
        "number_of_returns",
    ],
    "destination": [
        "quarter",
        "return_destination",
        "return_type_group",
        "return_type",
        "number_of_returns",
    ],
}
BY_NATIONALITY = "uk_returns_by_nationality_2004_2023_central_asia.csv"
BY_DESTINATION = "uk_returns_by_destination_central_asia.csv"
WORLD = "uk_returns_world_totals_by_year.csv"
OTHER = "uk_home_office_returns_2025"
STANDS_ELSEWHERE = N_(
    "The year {year} stands in the atlas under {source} already and is left out, so that nobody is "
    "counted twice. Take that source out of the atlas to have the year from here."
)
PART_YEAR = N_("The year {year} is not over in this release; its quarters are left out.")


def newest(web: Web) -> Edition:
    """Return the newest release that the page names, with the address of its workbook."""
    told = web.ask(PAGE, json_of, fresh=0)
    links = {m[0]: (m[3], m[2]) for m in LINK.finditer(json.dumps(told, ensure_ascii=False))}
    found = [link for link, (_, month) in links.items() if month in MONTHS]
    if not found:
        raise refuse(faults.NO_FILE, name="returns-datasets-<month>-<year>.xlsx", address=PAGE)
    latest = max(found, key=lambda link: _moment(*links[link]))
    day = day_of(str(told.get("public_updated_at", ""))) if isinstance(told, dict) else ""
    return Edition(latest, day)


def _moment(year: str, month: str) -> tuple[int, int]:
    return int(year) % 100, MONTHS.index(month)


def fetch(web: Web, edition: Edition, raw: RawFiles) -> None:
    """Write the quarters of whole years by nationality and destination, and the world's totals."""
    size = _size(web.ask(PAGE, json_of), edition.mark)

    def read(answer: Answer) -> dict[str, list[dict[str, str]]]:
        if size and len(answer.content) != size:
            said = {"size": len(answer.content), "wanted": size}
            raise passing(faults.WRONG_SIZE, host=answer.host, **said)
        book = workbook_of(answer)
        return {kind: list(_rows(book, kind)) for kind in SHEETS}

    tables = web.ask(edition.mark, read)
    quarters = {row["date"][:7] for row in tables["nationality"]}
    years = {q[:4] for q in quarters}
    whole = {y for y in years if {f"{y}-{m:02}" for m in (3, 6, 9, 12)} <= quarters}
    for year in sorted(years - whole):
        raw.remarks.append(Problem(PART_YEAR, {"year": year}))
    tables = {k: [r for r in rows if r["year"] in whole] for k, rows in tables.items()}
    world = _world(tables)
    there = raw.elsewhere("returns", OTHER)
    known = {year for origin, year in there if origin != "WLD"}
    for year in sorted(known & whole):
        raw.remarks.append(Problem(STANDS_ELSEWHERE, {"year": year, "source": OTHER}))
    tables = {k: [r for r in rows if r["year"] not in known] for k, rows in tables.items()}
    world = [row for row in world if ("WLD", row["year"]) not in there]
    raw.write(BY_NATIONALITY, _ours(tables["nationality"], "nationality", "nationality_iso3"))
    iso = "return_destination_iso3"
    raw.write(BY_DESTINATION, _ours(tables["destination"], "return_destination", iso))
    raw.write(WORLD, world)


def _size(page: Any, link: str) -> int:
    """Return the size that the page gives for a file; 0 when it gives none."""
    details = page.get("details", {}) if isinstance(page, dict) else {}
    for one in details.get("attachments", ()) if isinstance(details, dict) else ():
        if isinstance(one, dict) and one.get("url") == link:
            return int(one.get("file_size") or 0)
    return 0


def _rows(book: Workbook, kind: str) -> Iterator[dict[str, str]]:
    what = f"{NAME}, {SHEETS[kind][0]}"
    lines = sheet_rows(book, SHEETS[kind], what)
    columns: list[str] = []
    for _, line in zip(range(12), lines, strict=False):
        names = [" ".join(str(cell or "").lower().split()) for cell in line]
        if "quarter" in names:
            columns = [COLUMNS.get(name, "") for name in names]
            break
    need(columns, NEEDED[kind], what)
    for line in lines:
        cells = {
            c: str(v).strip() for c, v in zip(columns, line, strict=False) if c and v is not None
        }
        if re.fullmatch(r"\d{4} Q[1-4]", cells.get("quarter", "")):
            yield _row(cells, what)


def _row(cells: dict[str, str], what: str) -> dict[str, str]:
    year, quarter = cells["quarter"].split(" Q")
    value = number(cells.get("number_of_returns"), "Number of returns", what)
    if not value:  # a published zero would be a zero
        raise refuse(faults.NOT_A_NUMBER, what=what, text="", field="Number of returns")
    told = {"date": year + ENDS[quarter], "year": year, "quarter": quarter}
    return cells | told | {"number_of_returns": value}


def _world(tables: dict[str, list[dict[str, str]]]) -> list[dict[str, str]]:
    """Add the rows of all nationalities by year and group; both sheets have to say the same."""
    sums: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for kind, rows in tables.items():
        for row in rows:
            sums[kind][row["year"], row["return_type_group"]] += int(row["number_of_returns"])
    if not sums["nationality"]:
        raise refuse(faults.NOTHING, what=NAME, names="Data_Ret_D01")
    for key, got in sums["destination"].items():
        total = sums["nationality"][key]
        if got != total:
            what = f"{NAME}, {' '.join(key)}"
            raise refuse(faults.SUMS_DIFFER, what=what, got=got, total=total)
    named = ("year", "return_type_group", "number_of_returns")
    return [
        dict(zip(named, (*key, str(n)), strict=True))
        for key, n in sorted(sums["nationality"].items())
    ]


def _ours(rows: list[dict[str, str]], column: str, iso: str) -> list[dict[str, str]]:
    """Return the rows of the five countries with their codes."""
    code: Callable[[str], str] = lambda name: known_places().get(folded(name), "")  # noqa: E731
    found = [row | {iso: code(row[column])} for row in rows]
    kept = [row for row in found if row[iso] in CENTRAL_ASIA]
    lacking = sorted(set(CENTRAL_ASIA) - {row[iso] for row in kept})
    if lacking:
        raise refuse(faults.NOTHING, what=f"{NAME}, {column}", names=", ".join(lacking))
    return kept


def entries(edition: Edition) -> Entries:
    """Return what the provenance file says of an edition."""
    year, month = LINK.match(edition.mark).group(3, 2)  # type: ignore[union-attr]
    year, published = f"20{year[-2:]}", edition.day[:4]
    name = {"mar": "March", "jun": "June", "sep": "September", "dec": "December"}.get(month, month)
    return {
        "short": {"en": f"UK Home Office {published}", "ru": f"МВД Великобритании, {published}"},
        "version": f"Release for the year ending {name} {year} (detailed data sets Ret_D01 and "
        "Ret_D02)",
        "citation": f"UK Home Office ({published}). Immigration system statistics, returns "
        f"detailed data sets, year ending {name} {year}.",
        "obtained": f"Workbook of the Home Office ({edition.mark})",
    }


HOME_OFFICE = Publisher("uk_home_office_returns", newest, fetch, entries)
