"""Russia's lists of people who may not enter or stay, figure by figure, with who says each."""

from typing import Any

import pandas as pd

from components.charts.day_dots import Day, Series, Words, day_dots
from components.charts.keys import Sign
from components.context import RenderContext
from components.language import Language
from components.phrases.figures import exact, qualified, short
from components.phrases.observations import Say, observations
from components.phrases.periods import during, period
from components.phrases.places import briefly, nationality
from components.style.marks import PLACE_SYMBOLS
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
ROUGHLY = ("approximate", "lower_bound", "upper_bound")


def drivers_bans(tables: Tables, filters: DriversFilters, context: RenderContext) -> View:
    """Return the figures of one kind of list, each as a bar with its day and its speaker."""
    lang, kind = context.language, filters.kind
    said = said_of_russia(tables["entry_bans"], tables["returns"])
    rows = list_figures(said, filters.countries, KINDS[kind])
    beside = list_figures(said, filters.countries, BESIDE[kind])
    every = pd.concat([rows, beside])
    drawn = _drawn(rows)
    series = [_series(context, code, own) for code, own in drawn.groupby("origin", sort=False)]
    title, subtitle = _title(lang, rows, beside, filters), _subtitle(lang, kind)
    return assemble(
        context,
        "drivers-bans",
        title,
        subtitle,
        figures_table(lang, every),
        lang.text("Dots on an axis of time"),
        sources_of(every) if len(every) else SOURCE,
        day_dots(series, lang, context.colours, context.width(), _words(lang)) if series else None,
        remarks=remarks_of(lang, every),
        notes=(*_notes(lang, kind), _all_words(lang, rows)),
        missing=hole_words(lang, filters.countries, rows) if kind != "submitted" else "",
    )


def _drawn(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the figures of citizenships; those of all together only where there are no others."""
    own = rows.loc[rows["origin"].ne(ALL)]
    return own if len(own) else rows


def _series(context: RenderContext, code: Any, rows: pd.DataFrame) -> Series:
    """Return the figures of a citizenship, in the order of their days."""
    lang, inks = context.language, context.colours.countries
    sign = Sign(nationality(lang, code), PLACE_SYMBOLS[code], inks.get(code, context.colours.other))
    return Series(sign, tuple(_day(lang, row) for row in rows.itertuples()))


def _day(lang: Language, row: Any) -> Day:
    told = exact(lang, row)
    tip = "<br>".join(
        (
            f"{lang.label('indicators', row.indicator)}: {told}",
            f"{nationality(lang, row.origin)}, {period(lang, row)}",
            said_by(lang, row),
        )
    )
    return Day(
        float(row.value),
        tip,
        qualified(lang, row.obs_status, lang.short(row.value), sign=True),
        None if pd.isna(row.moment) else row.moment.date(),
        None if pd.isna(row.period_start) else row.period_start.date(),
        row.obs_status in ROUGHLY,
    )


def _words(lang: Language) -> Words:
    return Words(
        lang.text("date not given"),
        lang.text("counted or rounded"),
        lang.text("about, at least"),
    )


def _all_words(lang: Language, rows: pd.DataFrame) -> str:
    """Tell the newest figure of all nationalities together, which is not drawn beside a part."""
    every = rows.loc[rows["origin"].eq(ALL)]
    if every.empty or len(every) == len(rows):
        return ""
    row: Any = next(every.tail(1).itertuples())
    return lang.text(
        "All nationalities together, not drawn: {n} ({when}, {who}).",
        n=exact(lang, row),
        when=period(lang, row),
        who=said_by(lang, row),
    )


def _title(
    lang: Language, rows: pd.DataFrame, beside: pd.DataFrame, filters: DriversFilters
) -> str:
    """Tell the largest of the figures that stand for a citizenship, or for all together."""
    heads = leading(rows, ("origin",))
    own = heads.loc[heads["origin"].ne(ALL)]
    if filters.kind == "submitted":
        own = heads
    said = {
        "kind": lang.text(KIND_NAMES[filters.kind]),
        "origin": briefly(lang, filters.countries, "from"),
    }
    if own.empty and beside["origin"].isin(filters.countries).any():
        return lang.text("{kind}: only partial figures are known for people {origin}", **said)
    if own.empty:
        return lang.text("{kind}: no figure was found for people {origin}", **said)
    row = next(own.sort_values("value", kind="stable").tail(1).itertuples())
    n, when = short(lang, row), during(lang, row, days=False)
    return sentence(lang, filters.kind, n, lang.place(row.origin, "from"), when)


def _subtitle(lang: Language, kind: Kind) -> str:
    what = {
        "banned": lang.text("People on the list on the day named"),
        "register": lang.text("People in the register on the day named; in force since 2025"),
        "lifted": lang.text("People whose ban was lifted in the days named"),
        "submitted": lang.text("Decisions in the days named, mostly parts of a year"),
        "enforced": lang.text("People in the days named, mostly parts of a year"),
    }[kind]
    return lang.text("{what}; Russia, by citizenship", what=what)


def _notes(lang: Language, kind: Kind) -> tuple[str, ...]:
    common = lang.text(
        "Official figures as quoted in the press. Where two speakers differ, both dots are "
        "shown; they are never added, and a gap between days is not a trend. A line before "
        "a dot spans the days that it covers."
    )
    own = {
        "banned": lang.text(
            "The table also has parts of the list, shares, an expected size, and figures "
            "whose year is not given."
        ),
        "register": lang.text(
            "The register is not the list of entry bans: it names people who are in Russia without "
            "a right to stay, and a person may leave it by settling their papers or by departing."
        ),
        "lifted": lang.text("A ban that was lifted opens the way back to Russia, not out of it."),
        "submitted": lang.text(
            "A submission is not a person: one person may be barred by several authorities. "
            "The dots cover different months, so they are not a yearly series."
        ),
        "enforced": lang.text(
            "Enforced, not voluntary. Removals ordered by courts are part of those ordered "
            "by all authorities. Decisions, which are not departures, are in the table."
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
