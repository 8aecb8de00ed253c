"""Returns from the United Kingdom by kind, sex, age or quarter."""

from collections.abc import Sequence

import pandas as pd

from components.charts.stacks import Fill, Stack, stacks
from components.context import RenderContext
from components.language import N_, Language
from components.phrases.columns import column
from components.phrases.periods import quarter
from components.phrases.periods import years as years_words
from components.style.theme import FLOW_COLOURS
from components.view import Table, View
from components.views.assemble import assemble, caveats_of, sources_of
from components.views.returns.filters import ReturnFilters
from components.views.returns.gaps import gap_words, mark_gaps
from components.views.returns.uk_by_words import (
    KIND_NAMES,
    SPLIT_WORDS,
    group_name,
    title_words,
)
from components.views.spec import Tables
from data.areas import FIVE
from data.measures.returns import (
    ASSISTED,
    CONTROLLED,
    ENFORCED,
    GROUPS,
    KIND_ROWS,
    NOT_SPLIT,
    REFUSED,
    UK,
    UK_SOURCES,
    VERIFIED,
    Split,
    uk_gaps,
    uk_split,
    uk_years,
)

FILLS: dict[str, Fill] = {
    VERIFIED: "pale",
    CONTROLLED: "middle",
    ASSISTED: "hatched",
    NOT_SPLIT: "faint",
    ENFORCED: "solid",
    REFUSED: "mark",
    "male": "pale",
    "female": "solid",
    "0-17": "faint",
    "18-29": "pale",
    "30-49": "middle",
    "50-69": "solid",
    "70+": "hatched",
    "unknown": "dotted",
    "all": "middle",
}
ASIDE = 0.21  # years that voluntary and enforced columns stand from the middle of the year


def uk_by(tables: Tables, filters: ReturnFilters, context: RenderContext) -> View:
    """Return the Home Office's returns of each nationality over the years, split one way."""
    lang, by = context.language, filters.by
    found = uk_split(tables["returns"], filters.countries, by, filters.uk_kind)
    covered = sorted(set(uk_split(tables["returns"], FIVE, by, "voluntary")["year"]))
    gaps = uk_gaps(tables["returns"], FIVE)
    span = (covered[0], covered[-1])
    panels = [
        (lang.place(code), _series(context, found.loc[found["origin"].eq(code)], filters))
        for code in filters.countries
    ]
    columns = 1 if context.narrow else min(3, len(panels))
    chart = stacks(panels, lang, context.colours, columns, span, context.width())
    mark_gaps(chart, lang, context.colours, len(panels), [y for y in gaps if y in range(*span)])
    rows = _rows(tables["returns"], filters)
    year = filters.year if filters.year in (*covered, *gaps) else covered[-1]
    return assemble(
        context,
        "returns-uk-by",
        title_words(lang, found, filters, year, gaps),
        _subtitle(lang, filters, span),
        _table(lang, found, filters),
        lang.text("Small charts of columns"),
        sources_of(rows) or (UK,),
        chart if len(found) else None,
        remarks=caveats_of(lang, "returns", rows),
        notes=_notes(lang, filters),
        missing=_missing(lang, tables["returns"], found, filters, covered),
    )


def _rows(returns: pd.DataFrame, filters: ReturnFilters) -> pd.DataFrame:
    """Return the rows behind the view, for their caveats."""
    shown = GROUPS["type"] if filters.by == "type" else KIND_ROWS[filters.uk_kind]
    sources = UK_SOURCES if filters.by == "type" else (UK,)
    own = returns["source_id"].isin(sources) & returns["origin"].isin(filters.countries)
    return returns.loc[own & returns["indicator"].isin(shown)]


def _series(context: RenderContext, rows: pd.DataFrame, filters: ReturnFilters) -> list[Stack]:
    lang = context.language
    drawn = []
    for group in GROUPS[filters.by]:
        own = rows.loc[rows["group"].eq(group)]
        if own.empty:
            continue
        name = group_name(lang, group, filters)
        places, width = _places(own, group, filters.by)
        tips = [
            lang.text(
                "{when}, {what}: {n}",
                what=name,
                n=lang.number(row.value),
                when=quarter(lang, row.year, row.quarter),
            )
            for row in own.itertuples()
        ]
        values = [float(value) for value in own["value"]]
        drawn.append(
            Stack(name, places, values, tips, _colour(context, group, filters), FILLS[group], width)
        )
    return drawn


def _places(rows: pd.DataFrame, group: str, by: Split) -> tuple[list[float], float]:
    """Return where the columns of a group stand and how wide they are, in years."""
    if by == "quarter":
        return [y + (q - 2.5) / 4 for y, q in zip(rows["year"], rows["quarter"], strict=True)], 0.22
    if by != "type":
        return [float(y) for y in rows["year"]], 0.76
    aside = {ENFORCED: ASIDE, REFUSED: 0.0}.get(group, -ASIDE)
    return [float(y) + aside for y in rows["year"]], 0.4


def _colour(context: RenderContext, group: str, filters: ReturnFilters) -> str:
    colours = context.colours
    enforced = group == ENFORCED or (filters.by != "type" and filters.uk_kind == "enforced")
    if enforced:
        return colours.into
    if group == REFUSED or (filters.by != "type" and filters.uk_kind == "refused"):
        return colours.within
    if group == ASSISTED:
        return FLOW_COLOURS["return"]
    return colours.primary


def _subtitle(lang: Language, filters: ReturnFilters, span: tuple[int, int]) -> str:
    what = N_("Returns") if filters.by == "type" else KIND_NAMES[filters.uk_kind]
    return lang.text(
        "{what} {split} and citizenship, UK Home Office, {years}; each country has its own scale",
        what=lang.text(what),
        split=lang.text(SPLIT_WORDS[filters.by]),
        years=years_words(*span),
    )


def _notes(lang: Language, filters: ReturnFilters) -> tuple[str, ...]:
    if filters.by == "type":
        return (
            lang.text(
                "Stacked columns are voluntary returns and their parts; the columns beside them "
                "are enforced returns. Diamonds are people turned back at the border: no return "
                "of residents, and added to nothing."
            ),
            lang.text("Counts of the Home Office, not of IOM’s programme (AVRR)."),
        )
    groups = lang.text(
        "The groups add up to all returns of the kind; “not known” is shown as a group."
    )
    return (
        groups if filters.by != "quarter" else lang.text("Four columns a year, one per quarter."),
        lang.text("Counts of the Home Office, not of IOM’s programme (AVRR)."),
    )


def _missing(
    lang: Language,
    returns: pd.DataFrame,
    found: pd.DataFrame,
    filters: ReturnFilters,
    covered: Sequence[int],
) -> str:
    """Name what has no row at all: nationalities, single years of them, and years not split."""
    years, told = uk_years(returns, filters.countries), []
    for code in filters.countries:
        if found.loc[found["origin"].eq(code)].empty:
            told.append(lang.text("{place} (no return of this kind)", place=lang.place(code)))
            continue
        absent = [y for y in covered if y not in years[code]]
        if absent:
            listed = lang.listing([str(y) for y in absent])
            told.append(lang.text("{place} ({years})", place=lang.place(code), years=listed))
    holes = (
        lang.text(
            "No entry in the source: {list}. It publishes no zeros; the Home Office could "
            "say whether nobody returned.",
            list="; ".join(told),
        )
        if told
        else ""
    )
    gaps = gap_words(lang, uk_gaps(returns, FIVE))
    whole = sorted(set(uk_split(returns, FIVE, "type", "voluntary")["year"]) - set(covered))
    unsplit = (
        lang.text(
            "Returns of {years} were found by kind only, not {split}.",
            years=lang.listing([str(y) for y in whole]),
            split=lang.text(SPLIT_WORDS[filters.by]),
        )
        if whole
        else ""
    )
    return " ".join(words for words in (gaps, unsplit, holes) if words)


def _table(lang: Language, found: pd.DataFrame, filters: ReturnFilters) -> Table:
    order = {code: place for place, code in enumerate(filters.countries)}
    groups: Sequence[str] = GROUPS[filters.by]
    rows = found.assign(
        order=found["origin"].map(order), part=[groups.index(g) for g in found["group"]]
    ).sort_values(["order", "year", "quarter", "part"])
    shown = pd.DataFrame(
        {
            "place": [lang.place(code) for code in rows["origin"]],
            "when": [quarter(lang, r.year, r.quarter) for r in rows.itertuples()],
            "what": [group_name(lang, g, filters) for g in rows["group"]],
            "value": rows["value"].to_list(),
        }
    )
    when = "period" if filters.by == "quarter" else "year"
    return Table(
        shown,
        (
            column(lang, "citizenship", "place"),
            column(lang, when, "when"),
            column(lang, "what"),
            column(lang, "returns", "value"),
        ),
    )
