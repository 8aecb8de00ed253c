"""Russia's lists of people who may not enter or stay, figure by figure, with who says each."""

from typing import Any

import pandas as pd

from components.charts.bars import Bar, ranked
from components.context import RenderContext
from components.language import Language
from components.phrases.figures import exact, short
from components.phrases.observations import Say, observations
from components.phrases.periods import period
from components.phrases.places import among, nationality
from components.style.fonts import fold, text_width
from components.view import Remark, Table, View
from components.views.assemble import (
    assemble,
    caveats_of,
    sources_of,
    warnings_first,
)
from components.views.drivers.filters import DriversFilters
from components.views.drivers.words import (
    KIND_NAMES,
    hole_words,
    said_by,
    sentence,
)
from components.views.spec import Tables
from data.measures.drivers import ALL, BESIDE, KINDS, Kind, leading, list_figures, said_of_russia

SOURCE = ("reentry_bans",)
TWO_LINES = 54  # pixels of a bar whose name takes two lines


def drivers_bans(tables: Tables, filters: DriversFilters, context: RenderContext) -> View:
    """Return the figures of one kind of list, each as a bar with its day and its speaker."""
    lang, kind = context.language, filters.kind
    said = said_of_russia(tables["entry_bans"], tables["returns"])
    rows = list_figures(said, filters.countries, KINDS[kind])
    beside = list_figures(said, filters.countries, BESIDE[kind])
    every = pd.concat([rows, beside])
    narrow = context.width() < 760
    chart = None
    if len(rows):
        bars = [_bar(context, row, narrow) for row in rows.itertuples()]
        chart = ranked(bars, lang, context.colours, TWO_LINES if narrow else 36)
    title, subtitle = _title(lang, rows, beside, filters), _subtitle(lang, kind)
    return assemble(
        context,
        "drivers-bans",
        title,
        subtitle,
        figures_table(lang, every),
        lang.text("Bar chart"),
        sources_of(every) if len(every) else SOURCE,
        chart,
        remarks=remarks_of(lang, every),
        notes=_notes(lang, kind),
        missing=hole_words(lang, filters.countries, rows) if kind != "submitted" else "",
    )


def _bar(context: RenderContext, row: Any, narrow: bool) -> Bar:
    lang = context.language
    place, when, who = nationality(lang, row.origin), period(lang, row), said_by(lang, row)
    told = exact(lang, row)
    name = lang.text("{place}, {when}: {who}", place=place, when=when, who=who)
    if narrow:
        room = context.width() - 24 - 1.15 * text_width(told, 13.0)
        first = lang.text("{place}, {when}", place=place, when=when)
        name = f"{first}<br>{_cut(who, room)}"
    else:
        name = _cut(name, context.width() - 24 - 1.15 * text_width(told, 13.0))
    colour = context.colours.other if row.origin == ALL else context.colours.countries[row.origin]
    tip = f"{lang.label('indicators', row.indicator)}: {told}<br>{place}, {when}<br>{who}"
    return Bar(name, float(row.value), told, tip, colour)


def _cut(text: str, room: float) -> str:
    lines = fold(text, room, 13.0)
    return lines[0] if len(lines) == 1 else f"{lines[0]}…"


def _title(
    lang: Language, rows: pd.DataFrame, beside: pd.DataFrame, filters: DriversFilters
) -> str:
    """Tell the newest of the figures that stand for a citizenship, or for all together."""
    heads = leading(rows, ("origin",))
    own = heads.loc[heads["origin"].ne(ALL)]
    if filters.kind == "submitted":
        own = heads
    if own.empty and beside["origin"].isin(filters.countries).any():
        return lang.text(
            "{kind}: no dated figure for all of Russia was found for people {origin}; the table "
            "has what is known in part",
            kind=lang.text(KIND_NAMES[filters.kind]),
            origin=among(lang, filters.countries, "from"),
        )
    if own.empty:
        return lang.text(
            "{kind}: no dated figure was found for people {origin}",
            kind=lang.text(KIND_NAMES[filters.kind]),
            origin=among(lang, filters.countries, "from"),
        )
    row = next(own.sort_values("moment", kind="stable").tail(1).itertuples())
    n, when = short(lang, row), period(lang, row)
    return sentence(lang, filters.kind, n, lang.place(row.origin, "from"), when)


def _subtitle(lang: Language, kind: Kind) -> str:
    what = {
        "banned": lang.text("People on the list on the day named"),
        "register": lang.text("People in the register on the day named; in force since 2025"),
        "lifted": lang.text("People whose ban was lifted in the days named"),
        "submitted": lang.text("Decisions in the days named, mostly parts of a year"),
        "enforced": lang.text("People in the days named, mostly parts of a year"),
    }[kind]
    return lang.text("{what}; Russia, by citizenship, one bar for each figure", what=what)


def _notes(lang: Language, kind: Kind) -> tuple[str, ...]:
    common = lang.text(
        "Figures of authorities as the press quotes them. Where two speakers differ, both bars "
        "stand; bars are never added, and a gap between days is not a trend."
    )
    own = {
        "banned": lang.text(
            "The table also holds parts of the list, shares, a size that was expected, and "
            "figures whose year is not printed."
        ),
        "register": lang.text(
            "The register is not the list of entry bans: it names people who are in Russia without "
            "a right to stay, and a person may leave it by settling their papers or by departing."
        ),
        "lifted": lang.text("A ban that was lifted opens the way back to Russia, not out of it."),
        "submitted": lang.text(
            "A submission is not a person: one person may be barred by several authorities. "
            "The months covered differ, so the bars are not a series of years."
        ),
        "enforced": lang.text(
            "Enforced, not voluntary. What courts ordered is a part of what all authorities "
            "ordered. Decisions, which are not departures, stand in the table."
        ),
    }[kind]
    return common, own


def remarks_of(lang: Language, rows: pd.DataFrame) -> tuple[Remark, ...]:
    """Return the caveats of figures that stand in two tables, warnings first."""
    return warnings_first(
        *(caveats_of(lang, str(name), own) for name, own in rows.groupby("table", sort=False))
    )


def figures_table(lang: Language, rows: pd.DataFrame) -> Table:
    """Return figures of lists as a table: who, what, when, how many, how exact, who says so."""
    columns = (
        "citizenship",
        "what",
        "period",
        "value",
        "unit",
        "obs_status",
        "said_by",
        "confidence",
        "reference",
    )
    said: dict[str, Say] = {
        "citizenship": lambda row: nationality(lang, row.origin),
        "said_by": lambda row: said_by(lang, row),
    }
    return observations(lang, rows, columns, said, lambda row: f"{row.origin}-{row.host}")
