"""Layout ``annex``: returns by host, origin and year, as in the annexes of IOM's yearly report."""

from pathlib import Path

from data.bring import cells, names, totals
from data.bring.brought import Brought, Wishes, frame
from data.bring.left_out import Row, taken, tell_left_out
from data.bring.problems import N_, Found
from data.bring.reading import Grid
from data.curation.tidy import calendar_year, observations
from data.paths import DATA

NEEDED = ("host", "origin", "year", "value")
ALIASES = {
    "host": (
        "host country",
        "country of departure",
        "принимающая страна",
        "страна пребывания",
        "страна выезда",
    ),
    "origin": (
        "country of origin",
        "origin country",
        "country of return",
        "страна происхождения",
        "страна возвращения",
    ),
    "year": ("год",),
    "value": (
        "people",
        "persons",
        "returns",
        "returnees",
        "number of people",
        "number of returns",
        "число людей",
        "человек",
        "вернулись",
        "количество",
    ),
    "programme": ("program", "программа"),
    "sex": ("пол",),
    "status": ("статус",),
    "reference": ("page", "страница", "место в документе"),
}
PROGRAMMES = {
    "": "avrr",
    "avrr": "avrr",
    "пдвр": "avrr",
    "vhr": "vhr",
    "avrr_vhr": "avrr_vhr",
    "avrr+vhr": "avrr_vhr",
    "avrr and vhr": "avrr_vhr",
}
INDICATORS = {"avrr": "avrr_returns", "vhr": "vhr_returns", "avrr_vhr": "avrr_vhr_returns"}
STATUSES = {
    "": "normal",
    "exact": "normal",
    "точное": "normal",
    "provisional": "provisional",
    "предварительное": "provisional",
    "rounded": "rounded",
    "округленное": "rounded",
    "at least": "lower_bound",
    "не менее": "lower_bound",
    "estimated": "estimated",
    "оценка": "estimated",
}
SPLITS = {"host": "WLD", "origin": "WLD", "sex": "total"}
KNOWN = {
    "title_en": "Assisted voluntary returns by host country, country of origin and year",
    "title_ru": "Добровольное возвращение с помощью МОМ по принимающим странам, странам "
    "происхождения и годам",
    "short_en": "IOM, annexes on returns",
    "short_ru": "МОМ, приложения о возвращении",
    "publisher_en": "International Organization for Migration (IOM)",
    "publisher_ru": "Международная организация по миграции (МОМ)",
    "caveat_en": "IOM counts the people whom it helped to go home; who returned without its help "
    "is not in it. A pair of countries or a year that is not listed is not a zero.",
    "caveat_ru": "МОМ учитывает людей, которым помогла вернуться домой; вернувшихся без её помощи "
    "здесь нет. Отсутствие пары стран или года не означает нуля.",
}

SAME_COUNTRY = N_("{place} is both the host and the country of return: one of the two is wrong.")


def read(grid: Grid, wishes: Wishes, root: Path = DATA) -> Brought:
    """Return the rows of an annex in the columns of the table ``avrr``."""
    columns = cells.named(grid, ALIASES, NEEDED)

    def made(number: int, told: Row, found: Found) -> Row:
        return _row(number, told, columns, found, root)

    found = taken(grid, columns, made, {"host": "host", "origin": "origin"}, root)
    table = calendar_year(frame(found.rows))
    constants = dict(
        age="total",
        measure="flow",
        origin_basis="return_place",
        method="register",
        unit="persons",
        confidence="machine_single",
    )
    brought = Brought(
        "annex",
        "avrr",
        observations(table, "avrr", **constants),
        source_id="iom_avrr_annex",
        known=KNOWN,
    )
    brought.remarks += [*grid.remarks, *found.unknown.remarks()]
    brought.remarks += totals.remarks(found.everything, SPLITS)
    tell_left_out(brought, found.empty, found.other)
    return brought


def _row(
    number: int, told: dict[str, str], columns: dict[str, str], found: Found, root: Path
) -> dict[str, str]:
    host = names.place(told["host"], found, number, columns["host"], root)
    origin = names.place(told["origin"], found, number, columns["origin"], root)
    value = cells.no_figure(told["value"])
    programme = cells.word(
        told.get("programme", ""), PROGRAMMES, found, number, columns.get("programme", "")
    )
    if host == origin and host not in {"", names.WORLD}:
        found.add(SAME_COUNTRY, number, columns["host"], place=host)
    return {
        "host": host,
        "origin": origin,
        "year": cells.year(told["year"], found, number, columns["year"]),
        "value": cells.people(value, found, number, columns["value"]) if value else "",
        "programme": programme,
        "indicator": INDICATORS.get(programme, ""),
        "sex": cells.word(told.get("sex", ""), names.SEXES, found, number, columns.get("sex", "")),
        "obs_status": cells.word(
            told.get("status", ""), STATUSES, found, number, columns.get("status", "")
        ),
        "reference": told.get("reference", ""),
    }
