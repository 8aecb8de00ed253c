"""Tiers of the US report on trafficking in persons, with the years that were not found."""

import pandas as pd

from components.context import RenderContext
from components.documents.model import Cell, Group, Row, one_grid
from components.documents.states import State
from components.documents.words import meanings
from components.language import Language
from components.phrases.columns import column
from components.view import Table, View
from components.views.assemble import assemble, caveats_of, sources_of
from components.views.drawn import drawn_column, drawn_words
from components.views.sdg.filters import SdgFilters
from components.views.spec import Tables

FIRST = 2010  # first year drawn; earlier ones stand in the table
TIERS = ("tier_1", "tier_2", "tier_2_watch_list", "tier_3")  # fill grows from the first on


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
        lang.text("Table of tiers"),
        sources_of(rows),
        one_grid(
            heads,
            (Group(tuple(lines)),),
            meanings(lang, _key(lang)),
            lang.text("Year of the report"),
        ),
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
    tip = f"{lang.place(code)}, {year}: {told}"
    if not status:
        return Cell("none", words=told, tip=tip)
    return Cell(words=told, tip=tip, magnitude=TIERS.index(status) / (len(TIERS) - 1))


def _key(lang: Language) -> dict[State, str]:
    return {
        "plain": lang.text("the darker, the less a government does, according to the report"),
        "none": lang.text("the tier of this year"),
    }


def _title(
    lang: Language, known: dict[tuple[str, int], str], countries: tuple[str, ...], last: int
) -> str:
    """Say who is in the lowest tier that the report of the last year has for the countries."""
    now = {code: known[code, last] for code in countries if (code, last) in known}
    if not now:
        return lang.text("The US trafficking report of {year} was not found", year=last)
    lowest = max(now.values(), key=TIERS.index)
    said = {"tier": lang.label("statuses", lowest), "year": last}
    if len(countries) == 1:
        return lang.text(
            "The US trafficking report of {year} puts {place} in {tier}",
            place=lang.place(countries[0]),
            **said,
        )
    if set(now.values()) == {lowest}:
        return lang.text(
            "The US trafficking report of {year} puts the chosen countries in {tier}", **said
        )
    count = list(now.values()).count(lowest)
    return lang.plural(
        "{n} of {total} countries is in {tier} of the US trafficking report of {year}",
        "{n} of {total} countries are in {tier} of the US trafficking report of {year}",
        count,
        n=lang.number(count),
        total=lang.number(len(now)),
        **said,
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
