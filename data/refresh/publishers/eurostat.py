"""Eurostat, dissemination API: the table of contents first, then only what changed, as JSON-stat.

A question that is too large is answered with status 413 or later (asynchronously). Then it is
asked again for one citizenship at a time.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import product
from typing import Any

from data.bring.names import eurostat_places
from data.bring.problems import N_, Problem, Refused, refuse
from data.curation.recipes.eurostat_enforcement import EARLIER, PRESENT, RETURNED
from data.refresh import faults
from data.refresh.answers import json_of, need, number, table_of, text_of
from data.refresh.faults import passing
from data.refresh.publisher import Edition, Entries, Publisher, RawFiles, day_of
from data.refresh.web import Answer, Web

NAME = "Eurostat"
BASE = "https://ec.europa.eu/eurostat/api/dissemination"
FIVE = {"KZ": "KAZ", "KG": "KGZ", "TJ": "TJK", "TM": "TKM", "UZ": "UZB"}
SEXES = {"F": "female", "M": "male", "UNK": "unknown"}
LATER_KEY = re.compile(r"<(?:\w+:)?id>([0-9a-fA-F-]{8,})</")
LATER_STATE = re.compile(r"<(?:\w+:)?status>(\w+)</")
UNCHANGED = N_("{names}: not changed since the last time; not fetched.")
NOT_AN_AREA = N_("{what}: areas that the atlas does not have are left out ({names}).")


@dataclass(frozen=True)
class DataSet:
    """One of Eurostat's data sets and the raw file that it becomes.

    Attributes
    ----------
    code, file : str
        The data set, and the name of the raw file.
    value : str
        Raw column of the figure.
    fixed : dict
        What is asked for, by dimension.
    kept : tuple of str
        Dimensions beside citizenship, country and year that tell rows apart.
    columns : tuple of str
        Raw columns of citizenship, reporting country and its name.
    told : dict
        Raw columns that say the same in every row.
    """

    code: str
    file: str
    value: str
    fixed: Mapping[str, str | Sequence[str]]
    kept: tuple[str, ...] = ()
    columns: tuple[str, str, str] = ("citizenship", "reporting_country", "reporting_country_name")
    told: Mapping[str, str] = field(default_factory=dict)


ENFORCED = ("citizen_iso3", "reporter_iso3", "reporter")
PEOPLE = {"age": "TOTAL", "sex": "T"}
SETS = (
    DataSet("migr_pop1ctz", "eurostat_population_by_citizenship.csv", "population", PEOPLE),
    DataSet(
        "migr_imm1ctz",
        "eurostat_immigration_by_citizenship.csv",
        "immigrants",
        PEOPLE | {"agedef": "COMPLET"},
    ),
    DataSet(
        "migr_resvalid",
        "eurostat_valid_residence_permits.csv",
        "permits",
        {"reason": "TOTAL", "duration": "TOTAL"},
    ),
    DataSet(
        "migr_asyappctza",
        "eurostat_asylum_applications.csv",
        "applications",
        {"age": "TOTAL", "sex": tuple(SEXES), "applicant": "FRST"},
        kept=("sex",),
    ),
)
ENFORCEMENT = (
    DataSet(
        "migr_eirtn",
        RETURNED,
        "value",
        PEOPLE | {"c_dest": "THRD"},
        columns=ENFORCED,
        told={
            "eurostat_table": "migr_eirtn",
            "indicator": "Third-country nationals returned to a third country following an order "
            "to leave",
        },
    ),
    DataSet(
        "migr_eipre",
        PRESENT,
        "value",
        PEOPLE,
        columns=ENFORCED,
        told={
            "eurostat_table": "migr_eipre",
            "indicator": "Third-country nationals found to be illegally present",
        },
    ),
)


def contents(web: Web) -> dict[str, str]:
    """Return when each data set was last updated, from the table of contents."""
    read = partial(table_of, separator="\t")
    table = web.ask(f"{BASE}/catalogue/toc/txt", read, {"lang": "en"}, fresh=0)
    need(table.columns, ("code", "last update of data"), f"{NAME}, contents")
    return dict(zip(table["code"].str.strip(), table["last update of data"], strict=True))


def _newest(sets: Sequence[DataSet]) -> Any:
    def newest(web: Web) -> Edition:
        told = contents(web)
        need(told, [one.code for one in sets], f"{NAME}, contents")
        days = [day_of(told[one.code]) for one in sets]
        return Edition("; ".join(f"{s.code} {told[s.code]}" for s in sets), max(days))

    return newest


def _fetch(sets: Sequence[DataSet]) -> Any:
    def fetch(web: Web, edition: Edition, raw: RawFiles) -> None:
        same = []
        for one, mark in zip(sets, edition.mark.split("; "), strict=True):
            if one.file in raw.kept:
                continue
            if mark in raw.mark.split("; ") and raw.own(one.file):
                raw.keep(one.file)
                same.append(one.code)
            else:
                raw.write(one.file, rows_of(web, one, raw))
        if same:
            raw.remarks.append(Problem(UNCHANGED, {"names": ", ".join(same)}))

    return fetch


def rows_of(web: Web, one: DataSet, raw: RawFiles) -> list[dict[str, str]]:
    """Return the raw rows of a data set, for all citizenships at once or for one at a time."""
    try:
        answers = [_asked(web, one, tuple(FIVE))]
    except Refused as refused:
        if refused.problems[0].message != faults.TOO_LARGE:
            raise
        answers = [_asked(web, one, (citizen,)) for citizen in FIVE]
    rows = [row for told in answers for row in _rows(told, one, raw)]
    first, second, _ = one.columns
    lacking = sorted(set(FIVE.values()) - {row[first] for row in rows})
    if lacking:
        raise refuse(faults.NOTHING, what=f"{NAME}, {one.code}", names=", ".join(lacking))
    apart = ("sex",) if one.kept else ()
    return sorted(rows, key=lambda row: [row[c] for c in (first, second, "year", *apart)])


def _asked(web: Web, one: DataSet, citizens: Sequence[str]) -> Any:
    url = f"{BASE}/statistics/1.0/data/{one.code}"
    query = {"format": "JSON", "lang": "EN", "citizen": citizens, **one.fixed}
    told = web.ask(url, _read, query)
    if isinstance(told, str):
        return _later(web, told)
    return told


def _read(answer: Answer) -> Any:
    """Return the answer, or the key under which it will be ready."""
    text = text_of(answer)
    if text.lstrip().startswith("<") and (key := LATER_KEY.search(text)):
        return key[1]
    told = json_of(answer)
    said = told.get("error") or told.get("warning") if isinstance(told, dict) else None
    if said:
        first = said[0] if isinstance(said, list) else said
        label, status = str(first.get("label", "")), str(first.get("status", ""))
        if "ASYNC" in label.upper() or status == "413":
            raise refuse(faults.TOO_LARGE, host=answer.host, status=status or "413")
        raise refuse(faults.ERROR_INSIDE, host=answer.host, detail=label or str(first)[:200])
    need(told, ("id", "size", "dimension", "value"), NAME)
    return told


def _later(web: Web, key: str) -> Any:
    """Wait until an answer is ready, as long as the patience lasts, and fetch it."""

    def ready(answer: Answer) -> bool:
        state = LATER_STATE.search(text_of(answer))
        if state is None or state[1] in {"EXPIRED", "ERROR", "UNKNOWN_REQUEST"}:
            detail = state[1] if state else "status"
            raise refuse(faults.ERROR_INSIDE, host=answer.host, detail=detail)
        if state[1] != "AVAILABLE":
            raise passing(faults.BUSY, host=answer.host, status=state[1])
        return True

    web.ask(f"{BASE}/1.0/async/status/{key}", ready, fresh=0)
    return web.ask(f"{BASE}/1.0/async/data/{key}", _read)


def _rows(told: Any, one: DataSet, raw: RawFiles) -> Iterator[dict[str, str]]:
    what = f"{NAME}, {one.code}"
    names = [str(name) for name in told["id"]]
    need(names, ("citizen", "geo", "time", *one.kept), what)
    codes = [_codes(told, name) for name in names]
    if [len(c) for c in codes] != [int(size) for size in told["size"]]:
        raise refuse(faults.UNEXPECTED, what=what, detail="size")
    free = {"citizen", "geo", "time", *one.kept}
    wide = [f"{n} ({len(c)})" for n, c in zip(names, codes, strict=True) if len(c) > 1]
    wide = [text for text in wide if text.partition(" ")[0] not in free]
    if wide:
        raise refuse(faults.UNEXPECTED, what=what, detail=", ".join(wide))
    strange = [c for c in codes[names.index("geo")] if c not in eurostat_places()]
    if strange:
        raw.remarks.append(Problem(NOT_AN_AREA, {"what": what, "names": ", ".join(strange)}))
    labels = told["dimension"]["geo"]["category"].get("label", {})
    for place, cell in enumerate(product(*codes)):
        value = _at(told["value"], place)
        at = dict(zip(names, cell, strict=True))
        country = eurostat_places().get(at["geo"], "")
        if value is not None and country and not country.startswith("EU"):
            yield _row(one, at, country, labels) | {
                one.value: number(value, "value", what),
                "flag": str(_at(told.get("status", {}), place) or ""),
            }


def _row(one: DataSet, at: dict[str, str], country: str, labels: Any) -> dict[str, str]:
    citizen, reporter, name = one.columns
    what = f"{NAME}, {one.code}"
    if at["citizen"] not in FIVE:
        raise refuse(faults.UNKNOWN_CODE, what=what, text=at["citizen"], field="citizen")
    row = {"year": at["time"], citizen: FIVE[at["citizen"]], reporter: country}
    sex = {"sex": SEXES[at["sex"]]} if "sex" in one.kept else {}
    return {**one.told, **row, name: str(labels.get(at["geo"], country)), **sex}


def _codes(told: Any, name: str) -> list[str]:
    """Return the codes of a dimension in order; a dimension of one code may leave out its index."""
    category = told["dimension"][name]["category"]
    index = category.get("index", list(category.get("label", ())))
    if isinstance(index, list):
        return [str(code) for code in index]
    return [str(code) for code in sorted(index, key=lambda code: int(index[code]))]


def _at(cells: Any, place: int) -> Any:
    """Return a cell of a sparse object or of a full list."""
    if isinstance(cells, list):
        return cells[place] if place < len(cells) else None
    return cells.get(str(place))


def _entries(edition: Edition) -> Entries:
    year = edition.day[:4]
    return {
        "short": {"en": f"Eurostat {year}", "ru": f"Евростат, {year}"},
        "version": f"Data sets as last updated: {edition.mark}",
        "obtained": "Eurostat dissemination API, JSON-stat 2.0",
    }


def _enforcement_entries(edition: Edition) -> Entries:
    year = edition.day[:4]
    return {
        "short": {"en": f"Eurostat 2017–{year}", "ru": f"Евростат 2017–{year}"},
        "version": "migr_eirtn, migr_eiord and migr_eirfs of 2012-2016 as extracted in April-May "
        f"2017; the rest as last updated: {edition.mark}",
        "obtained": "Eurostat dissemination API, JSON-stat 2.0; 2012-2016 from the former edition",
    }


EUROSTAT = Publisher("eurostat", _newest(SETS), _fetch(SETS), _entries)
EUROSTAT_ENFORCEMENT = Publisher(
    "eurostat_enforcement",
    _newest(ENFORCEMENT),
    _fetch(ENFORCEMENT),
    _enforcement_entries,
    by_hand=(EARLIER,),
)
