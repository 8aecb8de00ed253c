"""What the Home Office counts beside returns: people leaving detention, irregular arrivals."""

from functools import partial

import pandas as pd

from components.charts.stacks import Fill, Stack, stacks
from components.context import RenderContext
from components.language import N_, Language
from components.language.language import NP_
from components.language.numbers import as_said
from components.phrases.columns import column
from components.phrases.periods import years as years_words
from components.phrases.places import briefly
from components.view import Table, View
from components.views.assemble import assemble, caveats_of
from components.views.returns.filters import ReturnFilters
from components.views.spec import Tables
from data.areas import FIVE
from data.measures.uk_beside import (
    AIR,
    BAILED,
    BOATS,
    GROUPS,
    INLAND,
    LEAVE,
    OTHER,
    RETURNED,
    SOURCE,
    Beside,
    beside_rows,
    by_year,
)

TABLES: dict[Beside, str] = {"detention": "returns", "arrivals": "irregular_movement"}
NAMES = {
    RETURNED: N_("Returned from the United Kingdom"),
    BAILED: N_("Bailed"),
    LEAVE: N_("Granted leave to stay"),
    OTHER: N_("Other reasons"),
    BOATS: N_("By small boat"),
    AIR: N_("By air without adequate documents"),
    INLAND: N_("Found in the country"),
}
FILLS: dict[str, Fill] = {
    RETURNED: "solid",
    BAILED: "pale",
    LEAVE: "hatched",
    OTHER: "faint",
    BOATS: "solid",
    AIR: "middle",
    INLAND: "pale",
}
COUNTS: dict[Beside, tuple[str, str]] = {
    "detention": NP_(
        "{n} person {origin} left immigration detention in the UK in {year}",
        "{n} people {origin} left immigration detention in the UK in {year}",
    ),
    "arrivals": NP_(
        "{n} irregular arrival of people {origin} was detected in the UK in {year}",
        "{n} irregular arrivals of people {origin} were detected in the UK in {year}",
    ),
}
UNITS: dict[Beside, str] = {"detention": "persons", "arrivals": "detections"}
NOBODY: dict[Beside, str] = {
    "detention": N_(
        "Nobody {origin} is recorded as leaving immigration detention in the UK in {year}"
    ),
    "arrivals": N_("No irregular arrival of people {origin} in the UK is recorded in {year}"),
}
SUBTITLES: dict[Beside, str] = {
    "detention": N_(
        "People leaving immigration detention by reason, UK Home Office, {years}; each country "
        "has its own scale"
    ),
    "arrivals": N_(
        "Detected irregular arrivals by way of arrival, UK Home Office, {years}; each country "
        "has its own scale"
    ),
}
NOTES: dict[Beside, str] = {
    "detention": N_(
        "Those returned from detention are part of the returns above and are never added to "
        "them. Bail and leave to stay are not returns."
    ),
    "arrivals": N_(
        "Arrivals are shown because they may come before a return; they are not returns."
    ),
}


def _beside(what: Beside, tables: Tables, filters: ReturnFilters, context: RenderContext) -> View:
    lang = context.language
    table = tables[TABLES[what]]
    rows = beside_rows(table, what, filters.countries)
    found = by_year(rows)
    every = beside_rows(table, what, FIVE)["year"]
    span = (int(every.min()), int(every.max()))
    panels = [
        (lang.place(code), _series(context, found.loc[found["origin"].eq(code)], what))
        for code in filters.countries
    ]
    columns = 1 if context.narrow else min(3, len(panels))
    return assemble(
        context,
        f"returns-uk-{what}",
        _title(lang, found, filters, what, span[1]),
        lang.text(SUBTITLES[what], years=years_words(*span)),
        _table(lang, found, what),
        lang.text("Small charts of columns"),
        (SOURCE,),
        stacks(panels, lang, context.colours, columns, span, context.width())
        if len(found)
        else None,
        remarks=caveats_of(lang, TABLES[what], rows),
        notes=(lang.text(NOTES[what]),),
        missing=_missing(lang, found, filters),
    )


uk_detention = partial(_beside, "detention")
uk_arrivals = partial(_beside, "arrivals")


def _series(context: RenderContext, rows: pd.DataFrame, what: Beside) -> list[Stack]:
    lang, drawn = context.language, []
    for group in GROUPS[what]:
        own = rows.loc[rows["group"].eq(group)]
        if own.empty:
            continue
        name = lang.text(NAMES[group])
        tips = [
            lang.text("{when}, {what}: {n}", when=row.year, what=name, n=lang.number(row.value))
            for row in own.itertuples()
        ]
        colour = context.colours.into if group == RETURNED else context.colours.primary
        years, values = [float(y) for y in own["year"]], [float(v) for v in own["value"]]
        drawn.append(Stack(name, years, values, tips, colour, FILLS[group]))
    return drawn


def _title(
    lang: Language, found: pd.DataFrame, filters: ReturnFilters, what: Beside, last: int
) -> str:
    """Tell the last year of all citizenships chosen; of detention, how many were returned."""
    origin = briefly(lang, filters.countries, "from")
    own = found.loc[found["year"].eq(last)]
    if own.empty:
        return lang.text(NOBODY[what], origin=origin, year=last)
    total = float(own["value"].sum())
    said = {"n": lang.compact(total), "origin": origin, "year": last}
    returned = float(own.loc[own["group"].eq(RETURNED), "value"].sum())
    if not returned or returned == total:
        return lang.plural(*COUNTS[what], as_said(total), **said)
    return lang.plural(
        "The UK returned {m} of {n} person {origin} who left its detention in {year}",
        "The UK returned {m} of {n} people {origin} who left its detention in {year}",
        as_said(total),
        m=lang.number(returned),
        **said,
    )


def _missing(lang: Language, found: pd.DataFrame, filters: ReturnFilters) -> str:
    absent = [code for code in filters.countries if code not in set(found["origin"])]
    if not absent:
        return ""
    return lang.text(
        "No entry in the source: {list}. It publishes no zeros; the Home Office could say more.",
        list=lang.listing([lang.place(code) for code in absent]),
    )


def _table(lang: Language, found: pd.DataFrame, what: Beside) -> Table:
    shown = pd.DataFrame(
        {
            "place": [lang.place(code) for code in found["origin"]],
            "year": [str(year) for year in found["year"]],
            "what": [lang.text(NAMES[group]) for group in found["group"]],
            "value": found["value"].astype(float).to_list(),
        }
    )
    return Table(
        shown,
        (
            column(lang, "citizenship", "place"),
            column(lang, "year"),
            column(lang, "what"),
            column(lang, "value", digits=0, unit=UNITS[what]),
        ),
    )
