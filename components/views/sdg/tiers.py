"""Tiers of the US report on trafficking in persons, with the years that were not found."""

import pandas as pd

from components.context import RenderContext
from components.documents.model import Cell, Group, Row, one_grid
from components.documents.states import State
from components.language import Language
from components.phrases.columns import column
from components.view import Table, View
from components.views.assemble import assemble, caveats_of, sources_of
from components.views.drawn import drawn_column, drawn_words
from components.views.sdg.filters import SdgFilters
from components.views.spec import Tables

FIRST = 2010  # first year drawn; earlier ones stand in the table
STATES: dict[str, State] = {
    "tier_1": "yes",
    "tier_2": "plain",
    "tier_2_watch_list": "part",
    "tier_3": "no",
}


def tiers(tables: Tables, filters: SdgFilters, context: RenderContext) -> View:
    """Return the tier of each country by year of the report."""
    lang, table = context.language, tables["trafficking_tiers"]
    places = (*filters.countries, "RUS")
    rows = table.loc[table["country"].isin([*filters.countries, "RUS"])]
    known = {(str(r.country), int(r.year)): str(r.status) for r in rows.itertuples()}
    last = int(rows["year"].max())
    lines = [
        Row(str(year), tuple(_cell(lang, known, code, year) for code in places))
        for year in range(last, FIRST - 1, -1)
    ]
    heads = [lang.place(code) for code in places]
    key = _key(lang)
    title = _title(lang, known, filters.countries, last)
    subtitle = lang.text(
        "US report on trafficking in persons, tier of a government's effort by year of the report"
    )
    return assemble(
        context,
        "sdg-tiers",
        title,
        subtitle,
        _table(lang, rows),
        lang.text("Table of short statements"),
        sources_of(rows),
        one_grid(heads, (Group(tuple(lines)),), key, lang.text("Year of the report")),
        remarks=caveats_of(lang, "trafficking_tiers", rows),
        notes=(
            lang.text(
                "The report sets the effort of a government beside the law of the United States; "
                "it is an instrument of foreign policy and no count of victims. A year that was "
                "not found is unknown, never Tier 1."
            ),
        ),
    )


def _cell(lang: Language, known: dict[tuple[str, int], str], code: str, year: int) -> Cell:
    status = known.get((code, year))
    told = lang.label("statuses", status) if status else lang.text("not found")
    state: State = STATES[status] if status else "unknown"
    return Cell(state, words=told, tip=f"{lang.place(code)}, {year}: {told}")


def _key(lang: Language) -> dict[State, str]:
    return {
        "yes": lang.label("statuses", "tier_1"),
        "plain": lang.label("statuses", "tier_2"),
        "part": lang.label("statuses", "tier_2_watch_list"),
        "no": lang.label("statuses", "tier_3"),
        "unknown": lang.text("the tier of this year was not found"),
    }


def _title(
    lang: Language, known: dict[tuple[str, int], str], countries: tuple[str, ...], last: int
) -> str:
    groups: dict[str, list[str]] = {}
    for code in countries:
        if (code, last) in known:
            groups.setdefault(known[code, last], []).append(code)
    told = [
        lang.text(
            "{places} in {tier}",
            places=lang.listing([lang.place(code) for code in codes]),
            tier=lang.label("statuses", tier),
        )
        for tier, codes in sorted(groups.items())
    ]
    if not told:
        return lang.text("The US trafficking report of {year} was not found", year=last)
    return lang.text(
        "The US trafficking report of {year} puts {places}", year=last, places="; ".join(told)
    )


def _table(lang: Language, rows: pd.DataFrame) -> Table:
    ordered = rows.sort_values(["country", "year"])
    frame = pd.DataFrame(
        {
            "codes": ordered["country"].astype(str),
            "place": [lang.place(str(c)) for c in ordered["country"]],
            "year": ordered["year"].astype(str),
            "tier": [lang.label("statuses", str(s)) for s in ordered["status"]],
            "drawn": drawn_words(lang, ordered["year"].ge(FIRST)),
        }
    ).reset_index(drop=True)
    return Table(
        frame,
        (
            column(lang, "place"),
            column(lang, "report_year", "year"),
            column(lang, "tier"),
            drawn_column(lang),
        ),
    )
