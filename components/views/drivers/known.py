"""Which of Russia's lists have a figure for which citizenship: the latest, and the holes."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from components.context import RenderContext
from components.documents.model import Cell, Group, Row, one_grid
from components.documents.states import State
from components.language import Language
from components.phrases.figures import exact, qualified
from components.phrases.periods import period
from components.phrases.places import among, nationality
from components.view import View
from components.views.assemble import assemble, sources_of
from components.views.drivers.bans import figures_table, remarks_of
from components.views.drivers.filters import DriversFilters
from components.views.drivers.words import said_by
from components.views.spec import Tables
from data.measures.drivers import ALL, BESIDE, KINDS, leading, list_figures, said_of_russia

Rows = Mapping[tuple[str, str], Any]  # by list and citizenship
ROWS = tuple(
    name
    for kind in KINDS
    for name in (*KINDS[kind], *BESIDE[kind])
    if name not in ("entry_ban_share", "entry_ban_stock_expected", "undesirable_stay_decisions")
)


def drivers_known(tables: Tables, filters: DriversFilters, context: RenderContext) -> View:
    """Return list by citizenship: the latest dated figure, one without a date, or none."""
    lang = context.language
    said = said_of_russia(tables["entry_bans"], tables["returns"])
    rows = list_figures(said, filters.countries, ROWS)
    newest = _by_cell(leading(rows))
    undated = _by_cell(rows.loc[rows["moment"].isna()])
    columns = [*filters.countries, ALL]
    lines = [
        Row(
            lang.label("indicators", name),
            tuple(_cell(lang, name, code, newest, undated) for code in columns),
        )
        for name in ROWS
        if rows["indicator"].eq(name).any()
    ]
    heads = [lang.place(code) if code != ALL else lang.text("All") for code in columns]
    return assemble(
        context,
        "drivers-known",
        _title(lang, filters, rows),
        lang.text(
            "Russia’s lists, decisions and removals by citizenship: latest figure and its year"
        ),
        figures_table(lang, rows),
        lang.text("Matrix of lists and citizenships"),
        sources_of(rows),
        one_grid(heads, (Group(tuple(lines)),), _key(lang), lang.text("List or decision")),
        remarks=remarks_of(lang, rows),
        notes=(
            lang.text("Rows are of different things and days: they are not added or compared."),
        ),
    )


def _key(lang: Language) -> dict[State, str]:
    return {
        "yes": lang.text("latest dated figure"),
        "unknown": lang.text("figure whose year is not printed"),
        "none": lang.text("no figure found, which is not a zero"),
    }


def _by_cell(rows: pd.DataFrame) -> Rows:
    """Return the last row of each list and citizenship."""
    return {(row.indicator, row.origin): row for row in rows.itertuples()}


def _cell(lang: Language, name: str, code: str, newest: Rows, undated: Rows) -> Cell:
    what, place = lang.label("indicators", name), nationality(lang, code)
    row = newest.get((name, code))
    if row:
        note = period(lang, row, short=True)
        return Cell("yes", _short(lang, row), note, tip=_tip(lang, what, place, row))
    row = undated.get((name, code))
    if row:
        return Cell("unknown", _short(lang, row), tip=_tip(lang, what, place, row))
    return Cell("none", tip=lang.text("{what}, {place}: no figure found", what=what, place=place))


def _short(lang: Language, row: Any) -> str:
    return qualified(lang, row.obs_status, lang.short(row.value), sign=True)


def _tip(lang: Language, what: str, place: str, row: Any) -> str:
    return lang.text(
        "{what}, {place}: {value} ({when}; {who})",
        what=what,
        place=place,
        value=exact(lang, row),
        when=period(lang, row),
        who=said_by(lang, row),
    )


def _title(lang: Language, filters: DriversFilters, rows: pd.DataFrame) -> str:
    known = set(rows["origin"])
    holes = [code for code in filters.countries if code not in known]
    if holes:
        return lang.text(
            "No figure of Russia’s lists and removals was found for people {origin}",
            origin=lang.listing([lang.place(code, "from") for code in holes]),
        )
    own = rows.loc[rows["origin"].isin(filters.countries)]
    return lang.plural(
        "{n} of Russia’s lists and removals has a figure for people {origin}",
        "{n} of Russia’s lists and removals have figures for people {origin}",
        own["indicator"].nunique(),
        n=lang.number(own["indicator"].nunique()),
        origin=among(lang, filters.countries, "from"),
    )
