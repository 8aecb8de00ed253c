"""What is known of each kind of return to each of the five countries."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from components.charts.dots import Mark, Row, dots
from components.charts.keys import country_signs
from components.context import RenderContext
from components.language import Language
from components.phrases.columns import codes_of, column
from components.phrases.figures import REASONS, exact, qualified
from components.phrases.periods import period, years
from components.phrases.places import briefly
from components.phrases.publications import would_fill
from components.phrases.references import read_in, source_name
from components.view import Remark, Table, View
from components.views.assemble import assemble, caveats_of, warnings_first
from components.views.returns.dated_words import series_words
from components.views.returns.filters import ReturnFilters
from components.views.returns.known_words import (
    BAND_NAMES,
    BANDS,
    GROUP_NAMES,
    LINE_NAMES,
    WOULD_KNOW,
)
from components.views.spec import Tables
from data.measures.dated_returns import DISAGREE
from data.measures.known_figures import figures
from data.measures.known_rows import KnownRow, rows_of
from data.measures.returns_known import GROUPS, LINES, WHOLE, KnownLine

TABLES = ("returns", "avrr", "forced_displacement")
HOSTS = ("RUS", "KAZ", "TUR")  # where most of the region’s migrants are
LATELY = 2022  # the year from which readers ask whether people have come back
ASIDE, ABREAST = 540, 1080  # pixels of the names, and of a chart that has room for them


def overview(tables: Tables, filters: ReturnFilters, context: RenderContext) -> View:
    """Return the latest figure of each kind of return for each country of origin, or its hole."""
    lang = context.language
    every = figures(tables, filters.countries)
    found = every.loc[every["why"].eq("")]
    used = {line.name: _used(tables, line, found, filters) for line in LINES}
    return assemble(
        context,
        "returns-overview",
        _title(lang, found, filters),
        lang.text(
            "The latest figure of each count, people by country of origin; logarithmic scale, "
            "nothing is added"
        ),
        _table(lang, every),
        lang.text("Dots on a logarithmic scale"),
        tuple(dict.fromkeys(row.source_id for rows in used.values() for row in rows)),
        dots(
            _rows(lang, found),
            country_signs(lang, context.colours),
            lang,
            context.colours,
            context.width(),
            ASIDE if context.width() > ABREAST else 0,
            lang.text("part of a year, single journeys, or several years together"),
        ),
        remarks=_remarks(lang, tables, used),
        notes=(
            *_disputed(lang, used["conflict"], filters),
            *_zeros(lang, found),
            *_reading(lang),
        ),
        missing=" ".join((_unasked(lang, every, filters), _missing(lang, found, filters))).strip(),
    )


def _reading(lang: Language) -> tuple[str, ...]:
    """Say why no two rows can be compared or added."""
    return (
        lang.text(
            "Each row is a separate count: another body, another rule, other years. Where a "
            "body has several figures, the newest full period is shown, unless its few "
            "people would hide many; the table has the others, each with the reason."
        ),
        lang.text(
            "The same person may be in several rows: a Frontex flight is also among the "
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
            "Sources differ on the number of people brought home from Syria and Iraq: "
            "{places}. The part of this page on single figures has them all; where no total "
            "has a date, the figure for women and children is shown instead.",
            places=lang.listing([lang.place(c) for c in filters.countries if c in doubted]),
        ),
    )


def _zeros(lang: Language, found: pd.DataFrame) -> tuple[str, ...]:
    """Say what a zero is: a kind without a row where its source prints no zeros."""
    if not (found["value"].eq(0) & found["line"].str.startswith("uk_")).any():
        return ()
    return (
        lang.text(
            "A zero means that the newest year of the count has no entry for this "
            "nationality: the Home Office publishes no zeros."
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


def _rows(lang: Language, found: pd.DataFrame) -> list[Row]:
    """Return the counts with a figure, band by band, each with a mark for each country."""
    rows = []
    for band, words in BAND_NAMES.items():
        lines = [line for line in LINES if BANDS[line.group] == band]
        told = [(line, found.loc[found["line"].eq(line.name)]) for line in lines]
        own = [_row(lang, line, figures_) for line, figures_ in told if len(figures_)]
        rows += [Row(lang.text(words)), *own] if own else []
    return rows


def _row(lang: Language, line: KnownLine, own: pd.DataFrame) -> Row:
    most = own["value"].idxmax()
    marks = [_mark(lang, line, one, one.Index == most) for one in own.itertuples()]
    dated = own["year"].dropna()
    label = years(int(dated.min()), int(dated.max())) if len(dated) else lang.text("no date")
    return Row(lang.text(LINE_NAMES[line.name]), label, marks)


def _mark(lang: Language, line: KnownLine, row: Any, largest: bool) -> Mark:
    tip = lang.text(
        "{what}. {place}: {n} ({when}), {source}",
        place=lang.place(row.origin),
        what=lang.text(LINE_NAMES[line.name]),
        n=exact(lang, row),
        when=period(lang, row),
        source=source_name(lang, row.source_id),
    )
    if row.others:
        further = lang.plural("{n} further figure", "{n} further figures", row.others, n=row.others)
        tip = lang.text("{told}; {further}", told=tip, further=further)
    hollow = row.period_type not in WHOLE
    label = qualified(lang, row.obs_status, lang.short(row.value), sign=True) if largest else ""
    return Mark(row.origin, float(row.value), tip, hollow, label)


def _title(lang: Language, found: pd.DataFrame, filters: ReturnFilters) -> str:
    """Say how many counts there are, and how many of them are of assisted return."""
    kinds = {line.name: line.group for line in LINES}
    counts = [kinds[name] for name in found["line"].unique() if kinds[name] != "tracked"]
    helped = counts.count("assisted")
    said = {"n": lang.number(len(counts)), "place": briefly(lang, filters.countries, "to")}
    if not helped:
        return lang.plural(
            "{n} count of return {place} was found, none of assisted return",
            "{n} counts of return {place} were found, none of assisted return",
            len(counts),
            **said,
        )
    return lang.plural(
        "Of {n} counts of return {place}, {m} is of assisted return",
        "Of {n} counts of return {place}, {m} are of assisted return",
        helped,
        m=lang.number(helped),
        **said,
    )


def _unasked(lang: Language, every: pd.DataFrame, filters: ReturnFilters) -> str:
    """Say from which main hosts nobody has counted those who came back of their own choice."""
    kinds = {line.name: line.group for line in LINES}
    chosen = every["line"].map(kinds).isin(("assisted", "voluntary"))
    late = every.loc[chosen & every["year"].ge(LATELY).fillna(False)]
    known = {(origin, host) for origin, hosts in late[["origin", "hosts"]].values for host in hosts}
    holes = [
        host
        for host in HOSTS
        if any(code != host and (code, host) not in known for code in filters.countries)
    ]
    if not holes:
        return ""
    told = lang.text(
        "Not in the atlas: how many people have come back {home} {hosts} of their own choice since "
        "{year}; the migration services on both sides would know.",
        home=briefly(lang, filters.countries, "to"),
        hosts=lang.listing([lang.place(host, "from") for host in holes]),
        year=LATELY,
    )
    return f"{told} {would_fill(lang, 'voluntary')}"


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
    unsaid = {"WLD": lang.text("not broken down"), "UNK": lang.text("not named")}
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
