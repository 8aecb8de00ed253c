"""What is known of each kind of return to each of the five countries."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from components.context import RenderContext
from components.documents.model import Cell, InGroup, Row, grouped, one_grid
from components.documents.states import State
from components.language import Language
from components.phrases.columns import codes_of, column
from components.phrases.figures import REASONS, exact
from components.phrases.periods import period
from components.phrases.references import read_in, source_name
from components.view import Remark, Table, View
from components.views.assemble import assemble, caveats_of, warnings_first
from components.views.returns.dated_words import series_words
from components.views.returns.filters import ReturnFilters
from components.views.returns.known_words import (
    GROUP_NAMES,
    KEY_NAMES,
    LINE_NAMES,
    WOULD_KNOW,
)
from components.views.spec import Tables
from data.measures.dated_returns import DISAGREE
from data.measures.known_figures import figures
from data.measures.known_rows import KnownRow, rows_of
from data.measures.returns_known import GROUPS, LINES, WHOLE, KnownLine

TABLES = ("returns", "avrr", "forced_displacement")


def overview(tables: Tables, filters: ReturnFilters, context: RenderContext) -> View:
    """Return the latest figure of each kind of return for each country of origin, or its hole."""
    lang = context.language
    every = figures(tables, filters.countries)
    found = every.loc[every["why"].eq("")]
    heads = [lang.place(code) for code in filters.countries]
    figure = {(one.line, one.origin): one for one in found.itertuples()}
    rows = [_row(lang, line, figure, filters) for line in LINES]
    key = {state: lang.text(words) for state, words in KEY_NAMES.items()}
    used = {line.name: _used(tables, line, found, filters) for line in LINES}
    return assemble(
        context,
        "returns-overview",
        _title(lang, found, filters),
        lang.text(
            "One figure of each count with its period, by country of origin; who counted is at the "
            "left. Figures are added neither down nor across",
        ),
        _table(lang, every),
        lang.text("Matrix"),
        tuple(dict.fromkeys(row.source_id for rows in used.values() for row in rows)),
        one_grid(heads, grouped(rows), key, lang.text("Who counted what")),
        remarks=_remarks(lang, tables, used),
        notes=(
            *_disputed(lang, used["conflict"], filters),
            *_zeros(lang, found),
            *_reading(lang),
        ),
        missing=_missing(lang, found, filters),
    )


def _reading(lang: Language) -> tuple[str, ...]:
    """Say why no two lines of the matrix can be compared or added."""
    return (
        lang.text(
            "Each line is a count of its own: another body, another rule, other years. Where "
            "a body has several figures, the newest whole period is shown, and no few people "
            "hide many; the table has the others, each with the reason."
        ),
        lang.text(
            "The same person may stand in several lines: a flight of Frontex is in the "
            "returns of the country that organised it."
        ),
    )


def _disputed(lang: Language, rows: Sequence[KnownRow], filters: ReturnFilters) -> tuple[str, ...]:
    """Name the countries on whose people out of war zones sources give different numbers."""
    doubted = {row.origin for row in rows if row.note_id in DISAGREE}
    if not doubted:
        return ()
    return (
        lang.text(
            "On people brought home from Syria and Iraq sources differ: {places}. The part "
            "on single figures of this page has them all; where no total has a date, women "
            "and children stand for it.",
            places=lang.listing([lang.place(c) for c in filters.countries if c in doubted]),
        ),
    )


def _zeros(lang: Language, found: pd.DataFrame) -> tuple[str, ...]:
    """Say what a zero is: a kind without a row where its source prints no zeros."""
    if not (found["value"].eq(0) & found["line"].str.startswith("uk_")).any():
        return ()
    return (
        lang.text(
            "A zero is a count without a row for the nationality in its newest year: the "
            "Home Office prints no zeros."
        ),
    )


def _used(
    tables: Tables, line: KnownLine, found: pd.DataFrame, filters: ReturnFilters
) -> list[KnownRow]:
    """Return the rows of the years that the figures of a line are of."""
    told = found.loc[found["line"].eq(line.name), "year"].to_list()
    years = {None if pd.isna(year) else year for year in told}
    rows = (row for origin in filters.countries for row in rows_of(tables, line, origin))
    return [row for row in rows if (None if pd.isna(row.year) else row.year) in years]


def _remarks(lang: Language, tables: Tables, used: dict[str, list[KnownRow]]) -> tuple[Remark, ...]:
    places = {
        table: [row.place for line in LINES if line.table == table for row in used[line.name]]
        for table in TABLES
    }
    return warnings_first(
        *(caveats_of(lang, t, tables[t].iloc[rows]) for t, rows in places.items() if rows)
    )


def _row(
    lang: Language, line: KnownLine, figure: Mapping[tuple[str, str], Any], filters: ReturnFilters
) -> InGroup:
    cells = tuple(
        _cell(lang, line, code, figure.get((line.name, code))) for code in filters.countries
    )
    name, words = GROUP_NAMES[line.group]
    return lang.text(name), lang.text(words), Row(lang.text(LINE_NAMES[line.name]), cells)


def _cell(lang: Language, line: KnownLine, code: str, row: Any) -> Cell:
    said = {"place": lang.place(code), "what": lang.text(LINE_NAMES[line.name])}
    if row is None:
        tip = lang.text(
            "{what}. {place}: no figure found. Who would know: {who}",
            who=lang.text(WOULD_KNOW[line.group]),
            **said,
        )
        return Cell("none", tip=tip)
    told = exact(lang, row)
    when = period(lang, row)
    tip = lang.text(
        "{what}. {place}: {n} ({when}), {source}",
        n=told,
        when=when,
        source=source_name(lang, row.source_id),
        **said,
    )
    if row.others:
        further = lang.plural("{n} further figure", "{n} further figures", row.others, n=row.others)
        tip = lang.text("{told}; {further}", told=tip, further=further)
    return Cell(_state(line, row), told, period(lang, row, short=True), tip=tip)


def _state(line: KnownLine, row: Any) -> State:
    if line.group == "tracked":
        return "plain"
    if not row.value:
        return "no"
    return "yes" if row.period_type in WHOLE else "part"


def _counted(found: pd.DataFrame, code: str) -> int:
    """Return how many kinds of return have a figure for a country, people found at home apart."""
    names = set(found.loc[found["origin"].eq(code), "line"])
    return len({line.group for line in LINES if line.name in names} - {"tracked"})


def _title(lang: Language, found: pd.DataFrame, filters: ReturnFilters) -> str:
    """Say for how many kinds of return each country has a figure."""
    kinds = len(GROUPS) - 1
    counted = {code: _counted(found, code) for code in filters.countries}
    most, *fewer = sorted(set(counted.values()), reverse=True)
    places = _places(lang, counted, most)
    if most == kinds:
        told = lang.text(
            "All {kinds} kinds of return have figures for {places}", kinds=kinds, places=places
        )
    else:
        told = lang.text(
            "{n} of {kinds} kinds of return have figures for {places}",
            n=most,
            kinds=kinds,
            places=places,
        )
    rest = [lang.text("{n} for {places}", n=n, places=_places(lang, counted, n)) for n in fewer]
    return "; ".join([told, *rest])


def _places(lang: Language, counted: dict[str, int], kinds: int) -> str:
    return lang.listing([lang.place(code) for code, n in counted.items() if n == kinds])


def _missing(lang: Language, found: pd.DataFrame, filters: ReturnFilters) -> str:
    """Name the kinds of return without any figure, country by country, and who would know."""
    told = []
    for group in GROUPS:
        names = [line.name for line in LINES if line.group == group]
        have = set(found.loc[found["line"].isin(names), "origin"])
        holes = [lang.place(code) for code in filters.countries if code not in have]
        if holes:
            told.append(
                lang.text(
                    "{what}: {places} ({who} would know)",
                    what=lang.text(GROUP_NAMES[group][0]),
                    places=lang.listing(holes),
                    who=lang.text(WOULD_KNOW[group]),
                )
            )
    if not told:
        return ""
    return lang.text("No figure found, which is not a zero. {list}.", list="; ".join(told))


def _hosts(lang: Language, hosts: Sequence[str]) -> str:
    if not hosts:
        return lang.text("not named")
    unsaid = {"WLD": lang.text("not told apart"), "UNK": lang.text("not named")}
    names = [unsaid.get(host) or lang.place(host) for host in hosts]
    return lang.listing(names)


def _table(lang: Language, every: pd.DataFrame) -> Table:
    """Return all figures of all lines: the one in the matrix first, then why others are not."""
    kind = {line.name: line.group for line in LINES}
    shown = pd.DataFrame(
        {
            "group": [lang.text(GROUP_NAMES[kind[name]][0]) for name in every["line"]],
            "what": [lang.text(LINE_NAMES[name]) for name in every["line"]],
            "origin": [lang.place(code) for code in every["origin"]],
            "value": every["value"].astype(float).to_list(),
            "unit": [lang.label("units", unit) for unit in every["unit"]],
            "when": [period(lang, row) for row in every.itertuples()],
            "choice": [lang.text(REASONS[why]) for why in every["why"]],
            "exact": [lang.label("obs_statuses", status) for status in every["obs_status"]],
            "left": [_hosts(lang, hosts) for hosts in every["hosts"]],
            "left_codes": ["; ".join(hosts) for hosts in every["hosts"]],
            "detail": [series_words(lang, told) for told in every["detail"]],
            "source": [source_name(lang, one) for one in every["source_id"]],
            "reference": [read_in(lang, told) for told in every["reference"]],
        }
    )
    left = column(lang, "host", "left", kind="text")
    return Table(
        shown,
        (
            column(lang, "return_kind", "group"),
            column(lang, "line", "what"),
            column(lang, "origin"),
            column(lang, "value", digits=0),
            column(lang, "unit"),
            column(lang, "period", "when"),
            column(lang, "choice"),
            column(lang, "obs_status", "exact"),
            left,
            codes_of(lang, left),
            column(lang, "detail"),
            column(lang, "source_id", "source"),
            column(lang, "reference"),
        ),
    )
