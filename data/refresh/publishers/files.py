"""Publishers that give one file: UN DESA's workbook, its population table, IOM's incidents."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import pandas as pd
from babel.core import get_global

from data.bring.names import two_letters
from data.bring.problems import refuse
from data.codelists import code_list
from data.curation.tidy import CENTRAL_ASIA
from data.refresh import faults
from data.refresh.answers import need, number, sheet_rows, table_of, workbook_of
from data.refresh.publisher import Edition, Entries, Publisher, RawFiles, file_edition
from data.refresh.web import BROWSER, Web

DESA = "UN DESA"
WORKBOOK = (
    "https://www.un.org/development/desa/pd/sites/www.un.org.development.desa.pd/files/"
    "undesa_pd_2024_ims_stock_by_sex_destination_and_origin.xlsx"
)
AGES = "ims2024_age_sex_central_asia.csv"
SEXES = ("total", "male", "female")  # in the order of the three blocks of years
WORLD, RESIDUAL, CHANNEL = "900", "2003", "830"
OTHERS = {RESIDUAL: "OTH", CHANNEL: "CHI", WORLD: "WLD"}
YEAR = re.compile(r"(19|20)\d\d(\.0)?")
WPP = (
    "https://population.un.org/wpp/assets/Excel%20Files/1_Indicator%20(Standard)/CSV_FILES/"
    "WPP2024_Demographic_Indicators_Medium.csv.gz"
)
LAST_ESTIMATE, LAST_YEAR = 2023, 2030
PEOPLE = {
    "population": "TPopulation1July",
    "births": "Births",
    "deaths": "Deaths",
    "net_migration": "NetMigrations",
}
INCIDENTS = (
    "https://missingmigrants.iom.int/sites/g/files/tmzbdl601/files/report-migrant-incident/"
    "Missing_Migrants_Global_Figures_allData.csv"
)
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
FIVE = ("Kazakhstan", "Kyrgyzstan", "Tajikistan", "Turkmenistan", "Uzbekistan")
NAMED = {  # raw column: names under which the publisher's file has it
    "main_id": ("Main ID", "Incident ID"),
    "incident_type": ("Incident Type",),
    "region_of_incident": ("Region of Incident",),
    "incident_date": ("Incident Date", "Reported Date"),
    "incident_year": ("Incident Year", "Incident year", "Reported Year"),
    "number_dead": ("Number of Dead",),
    "number_missing": ("Minimum Estimated Number of Missing",),
    "total_dead_and_missing": ("Total Number of Dead and Missing", "Total Dead and Missing"),
    "country_of_origin": ("Country of Origin",),
    "region_of_origin": ("Region of Origin",),
    "cause_of_death": ("Cause of Death",),
    "country_of_incident": ("Country of Incident",),
    "unsd_group": ("UNSD Geographical Grouping",),
    "location": ("Location of Incident", "Location of death", "Location of Death"),
    "information_source": ("Information Source",),
    "source_url": ("URL",),
}
REGIONS = ("region_of_incident", "region_of_origin", "unsd_group")
NUMBERS = ("number_dead", "number_missing", "total_dead_and_missing")


@cache
def m49() -> dict[str, str]:
    """Return our codes of countries by the number that the United Nations give them."""
    ours = {two_letters(str(code)): str(code) for code in code_list("countries").index}
    aliases = get_global("territory_aliases").items()
    short = {n.lstrip("0"): new[0] for n, new in aliases if n.isdigit() and len(new) == 1}
    return {n: ours[two] for n, two in short.items() if ours.get(two)} | OTHERS


def fetch_stocks(web: Web, edition: Edition, raw: RawFiles) -> None:
    """Write pairs and totals of the workbook; ages stand in another one."""
    read: Callable[[Any], list[dict[str, str]]] = lambda a: list(_stocks(workbook_of(a)))  # noqa: E731
    rows = pd.DataFrame(web.ask(WORKBOOK, read, agent=BROWSER), dtype=str)
    _check_sexes(rows)
    five = rows["origin"].isin(CENTRAL_ASIA) | rows["destination"].isin(CENTRAL_ASIA)
    pair = (rows["origin"] != "WLD") & (rows["destination"] != "WLD")
    raw.write("ims2024_bilateral_central_asia.csv", rows.loc[five & pair])
    for side, other in (("destination", "origin"), ("origin", "destination")):
        total = rows.loc[(rows[other] == "WLD") & (rows[side] != "WLD")]
        if total.empty:
            raise refuse(faults.NOTHING, what=DESA, names=f"{other} {WORLD}")
        wide = total.pivot(index=[side, f"{side}_name", "year"], columns="sex", values="migrants")
        raw.write(f"ims2024_{side}_totals.csv", wide[list(SEXES)].reset_index())


def _stocks(book: Any) -> Iterator[dict[str, str]]:
    """Read the sheet: a row for each pair, three blocks of years for both sexes, men, women."""
    lines = sheet_rows(book, ("Table 1",), DESA)
    places, named, years = _header(lines)
    for line in lines:
        codes = [_code(line[place]) for place in places]
        if not all(code in m49() for code in codes):
            continue  # regions and other groups of countries
        names = [" ".join(str(line[place]).split()).rstrip("*") for place in named]
        for number_, (column, year) in enumerate(years):
            value = number(line[column], year, DESA)
            if value:
                yield {
                    "year": year,
                    "origin": m49()[codes[1]],
                    "origin_name": names[1],
                    "destination": m49()[codes[0]],
                    "destination_name": names[0],
                    "sex": SEXES[number_ * 3 // len(years)],
                    "migrants": value,
                }


def _header(
    lines: Iterator[tuple[Any, ...]],
) -> tuple[list[int], list[int], list[tuple[int, str]]]:
    """Find the line of names; return the columns of codes and names (to, from) and of the years."""
    for _, line in zip(range(30), lines, strict=False):
        names = [str(cell or "").lower() for cell in line]
        places = [i for i, name in enumerate(names) if "location code" in name]
        years = [(i, name[:4]) for i, name in enumerate(names) if YEAR.fullmatch(name)]
        if len(places) == 2 and years:
            told = [year for _, year in years]
            third = len(told) // 3
            if len(told) % 3 or told[:third] * 3 != told:
                raise refuse(faults.LAYOUT, what=DESA, names="three blocks of years")
            named = [i for i, name in enumerate(names) if "country or area" in name]
            if len(named) != 2:
                raise refuse(faults.LAYOUT, what=DESA, names="country or area of destination")
            if "origin" in names[places[0]] and "destination" in names[places[1]]:
                return places[::-1], named[::-1], years
            return places, named, years
    raise refuse(faults.LAYOUT, what=DESA, names="Location code")


def _code(value: Any) -> str:
    return str(value if value is not None else "").strip().removesuffix(".0").lstrip("0")


def _check_sexes(rows: pd.DataFrame) -> None:
    """Refuse a table whose men and women do not make the total: the blocks have moved."""
    keys = ["origin", "destination", "year"]
    wide = rows.assign(n=rows["migrants"].map(Decimal)).pivot(index=keys, columns="sex", values="n")
    need(wide.columns, SEXES, DESA)
    whole = wide.dropna()
    off = whole.loc[whole["male"] + whole["female"] != whole["total"]]
    if not off.empty:
        one, first = off.iloc[0], " ".join(off.index[0])
        sums = {"got": one["male"] + one["female"], "total": one["total"]}
        raise refuse(faults.SUMS_DIFFER, what=f"{DESA}, {first}", **sums)


def fetch_population(web: Web, edition: Edition, raw: RawFiles) -> None:
    """Write population, births, deaths and net migration of countries and the world, in persons."""
    what = f"{DESA}, WPP"
    frame = web.ask(WPP, table_of)
    place = ("LocID", "ISO3_code", "Location", "Time", "Variant")
    need(frame.columns, (*place, *PEOPLE.values(), "CNMR"), what)
    frame = frame.loc[frame["Variant"].isin(["Medium", "Estimates"])]
    frame = frame.loc[(frame["ISO3_code"] != "") | (frame["LocID"] == WORLD)]
    frame = frame.loc[frame["Time"].astype(int) <= LAST_YEAR]
    rows = pd.DataFrame({"iso3": frame["ISO3_code"].mask(frame["LocID"] == WORLD, "WLD")})
    rows["country"], rows["year"] = frame["Location"], frame["Time"]
    late = frame["Time"].astype(int) > LAST_ESTIMATE
    rows["series"] = late.map({True: "medium_projection", False: "estimate"})
    for ours, theirs in PEOPLE.items():
        rows[ours] = [_persons(text, theirs, what) for text in frame[theirs]]
    rows["net_migration_rate_per_1000"] = [number(t, "CNMR", what) for t in frame["CNMR"]]
    need(set(rows["iso3"]), (*CENTRAL_ASIA, "WLD"), what)
    raw.write("wpp2024_population_net_migration.csv", rows.sort_values(["iso3", "year"]))


def _persons(text: str, column: str, what: str) -> str:
    """Write thousands as persons without rounding.

    Examples
    --------
    >>> _persons("20592.571", "TPopulation1July", "WPP")
    '20592571'
    """
    told = number(text, column, what)
    return f"{(Decimal(told) * 1000).normalize():f}" if told else ""


def fetch_incidents(web: Web, edition: Edition, raw: RawFiles) -> None:
    """Write the incidents with a Central Asian country of origin or place."""
    what = "IOM Missing Migrants"
    frame = web.ask(INCIDENTS, table_of)
    there = {column: [n for n in names if n in frame] for column, names in NAMED.items()}
    lacking = [names[0] for column, names in NAMED.items() if not there[column]]
    need([], lacking, what)
    rows = pd.DataFrame({column: frame[found[0]] for column, found in there.items()})
    origin = rows["country_of_origin"].str.split(",").map(lambda n: {x.strip() for x in n})
    mine = origin.map(lambda n: bool(n & set(FIVE))) | rows["country_of_incident"].isin(FIVE)
    for column in REGIONS:  # some are miscoded, and corrections say so
        mine |= rows[column] == "Central Asia"
    rows = rows.loc[mine].reset_index(drop=True)
    if rows.empty:
        raise refuse(faults.NOTHING, what=what, names=", ".join(FIVE))
    for column in NUMBERS:
        rows[column] = [number(text, column, what) for text in rows[column]]
    rows["incident_date"] = [_day(text, what) for text in rows["incident_date"]]
    raw.write("mmp_central_asia_incidents.csv", rows)


def _day(text: str, what: str) -> str:
    """Return an ISO day; of “06/01/2014” the weekday has to say which of its days is meant.

    Examples
    --------
    >>> _day("Mon, 01/06/2014 - 14:30", "incidents"), _day("January 6, 2014", "incidents")
    ('2014-01-06', '2014-01-06')
    """
    plain = text.strip()
    if iso := re.match(r"\d{4}-\d{2}-\d{2}", plain):
        return date.fromisoformat(iso[0]).isoformat()
    days = set()
    if slashed := re.search(r"(\d{1,2})/(\d{1,2})/(\d{4})", plain):
        one, two, year = (int(n) for n in slashed.groups())
        days = {date(year, m, d) for m, d in ((one, two), (two, one)) if m <= 12 and d <= 31}
        weekday = plain[:3].title()
        days = {d for d in days if weekday not in WEEKDAYS or f"{d:%a}" == weekday}
    elif not plain.isdigit():
        told = pd.to_datetime(plain, errors="coerce", format="mixed")
        days = set() if pd.isna(told) else {told.date()}
    if len(days) != 1:
        raise refuse(faults.UNEXPECTED, what=what, detail=f"“{text[:40]}”")
    return days.pop().isoformat()


def _of_file(told: str, obtained: str) -> Callable[[Edition], Entries]:
    return lambda edition: {"version": f"{told} ({edition.mark})", "obtained": obtained}


STOCKS = Publisher(
    "un_desa_ims2024",
    lambda web: file_edition(web, WORKBOOK, BROWSER),
    fetch_stocks,
    _of_file("International Migrant Stock 2024, workbook as last changed", "Workbook of UN DESA"),
    by_hand=(AGES,),
)
POPULATION = Publisher(
    "un_wpp2024",
    lambda web: file_edition(web, WPP),
    fetch_population,
    _of_file("World Population Prospects 2024, file as last changed", "CSV file of UN DESA"),
)
MISSING = Publisher(
    "iom_missing_migrants",
    lambda web: file_edition(web, INCIDENTS),
    fetch_incidents,
    lambda edition: {
        "version": f"All incidents, file as last changed ({edition.mark})",
        "obtained": "CSV file of the project",
        # years without an incident of ours are covered as well
        "coverage": f"2014-{edition.day[:4] or date.today().year}",
    },
)
