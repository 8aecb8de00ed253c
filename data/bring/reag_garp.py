"""Layout ``reag-garp``: departures under the German programme REAG/GARP, by nationality."""

from pathlib import Path

from data.bring import cells, names, totals
from data.bring.brought import Brought, Wishes, frame
from data.bring.left_out import Row, taken, tell_left_out
from data.bring.problems import Found
from data.bring.reading import Grid
from data.curation.tidy import calendar_year, observations
from data.paths import DATA

NEEDED = ("year", "nationality", "persons")
ALIASES = {
    "year": ("jahr", "год"),
    "nationality": ("citizenship", "staatsangehörigkeit", "гражданство"),
    "persons": ("people", "personen", "ausreisen", "число людей", "человек"),
    "destination": ("country of destination", "zielland", "zielstaat", "страна назначения"),
    "reference": ("page", "seite", "страница", "место в документе"),
}
SERIES = "REAG/GARP"
SPLITS = {"origin": "WLD", "series": SERIES}
KNOWN = {
    "title_en": "Departures under the programme REAG/GARP by nationality",
    "title_ru": "Выезды по программе REAG/GARP по гражданству",
    "short_en": "Germany, REAG/GARP by nationality",
    "short_ru": "Германия, REAG/GARP по гражданству",
    "publisher_en": "Federal Office for Migration and Refugees of Germany (BAMF)",
    "publisher_ru": "Федеральное ведомство Германии по делам миграции и беженцев (BAMF)",
    "caveat_en": "People who left Germany with help of the programme REAG/GARP, by nationality. "
    "Who left without it, or with help of a state or city only, is not in it. Figures by country "
    "of destination are parts of the figure of the nationality and are never added to it.",
    "caveat_ru": "Люди, выехавшие из Германии с помощью программы REAG/GARP, по гражданству. "
    "Выехавших без неё или только с помощью земли или города здесь нет. Данные по странам "
    "назначения — часть данных по гражданству и с ними не складываются.",
}


def read(grid: Grid, wishes: Wishes, root: Path = DATA) -> Brought:
    """Return departures by nationality in the columns of the table ``returns``.

    A row with a country of destination gets a series of its own, because it is a part of the
    nationality's figure; nothing is added up here.
    """
    columns = cells.named(grid, ALIASES, NEEDED)

    def made(number: int, told: Row, found: Found) -> Row:
        return _row(number, told, columns, found, root)

    found = taken(grid, columns, made, {"nationality": "origin"}, root)
    constants = dict(
        indicator="assisted_return_programme",
        sex="total",
        age="total",
        measure="flow",
        origin_basis="citizenship",
        method="register",
        unit="persons",
        obs_status="normal",
        confidence="machine_single",
    )
    table = observations(calendar_year(frame(found.rows)), "returns", **constants)
    brought = Brought("reag-garp", "returns", table, source_id="reag_garp", known=KNOWN)
    brought.remarks += [*grid.remarks, *found.unknown.remarks()]
    brought.remarks += totals.remarks(found.everything, SPLITS)
    tell_left_out(brought, found.empty, found.other)
    return brought


def _row(
    number: int, told: dict[str, str], columns: dict[str, str], found: Found, root: Path
) -> dict[str, str]:
    series, value = SERIES, cells.no_figure(told["persons"])
    if told.get("destination"):
        to = names.place(told["destination"], found, number, columns["destination"], root)
        series = f"{SERIES} to {to}"
    return {
        "host": "DEU",
        "origin": names.place(told["nationality"], found, number, columns["nationality"], root),
        "series": series,
        "year": cells.year(told["year"], found, number, columns["year"]),
        "value": cells.people(value, found, number, columns["persons"]) if value else "",
        "reference": told.get("reference", ""),
    }
