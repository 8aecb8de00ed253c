"""Main host countries of the people whom IOM helped to return."""

import pandas as pd

from components.charts.bars import Bar, ranked
from components.context import RenderContext
from components.language import Language
from components.phrases.figures import exact
from components.style.theme import FLOW_COLOURS
from components.view import View
from components.views.assemble import assemble, sources_of
from components.views.avrr.rows import remarks_of, rows_table
from components.views.spec import Tables
from data.measures.avrr import RETURNS, WORLD, best_known_year, host_programmes, host_totals

NATIONAL = ("assisted_returns_national", "voluntary_returns_national")
TOP = 12


def avrr_hosts(tables: Tables, filters: object, context: RenderContext) -> View:
    """Return the main host countries in the year for which most of them are known."""
    lang, avrr = context.language, tables["avrr"]
    totals = host_totals(avrr)
    year = best_known_year(totals)
    shown = totals.loc[totals["year"].eq(year)].head(TOP)
    national = avrr.loc[avrr["indicator"].isin(NATIONAL) & avrr["origin"].eq(WORLD)]
    other = avrr["indicator"].isin(RETURNS) & avrr["origin"].eq(WORLD) & avrr["host"].ne(WORLD)
    rows = pd.concat([avrr.loc[other], national, host_programmes(tables["returns"])])
    return assemble(
        context,
        "avrr-hosts",
        _title(lang, avrr, shown),
        lang.text(
            "People whom IOM helped to return (AVRR), by host country, all origins, {year}",
            year=year or "",
        ),
        rows_table(
            lang, rows.sort_values(["year", "value"], ascending=[False, False]), set(shown.index)
        ),
        lang.text("Bar chart"),
        sources_of(rows),
        ranked(_bars(lang, shown, year), lang, context.colours),
        remarks=remarks_of(lang, rows),
        notes=(
            lang.text(
                "Hosts’ own counts of assisted and voluntary returns stand in the table too; "
                "they are other programmes."
            ),
        ),
        missing=lang.text(
            "Only the hosts named in IOM’s pages and press are known. The tables of "
            "its yearly reports list all of them; we could not get these."
        ),
    )


def _bars(lang: Language, shown: pd.DataFrame, year: int | None) -> list[Bar]:
    return [
        Bar(
            lang.place(row.host),
            float(row.value),
            exact(lang, row),
            lang.text(
                "{place}: {value} in {year}",
                place=lang.place(row.host),
                value=exact(lang, row),
                year=year,
            ),
            FLOW_COLOURS["return"],
        )
        for row in shown.itertuples()
    ]


def _title(lang: Language, avrr: pd.DataFrame, shown: pd.DataFrame) -> str:
    first = shown.iloc[0]
    world = avrr.loc[
        avrr["host"].eq(WORLD)
        & avrr["origin"].eq(WORLD)
        & avrr["year"].eq(first["year"])
        & avrr["indicator"].eq("avrr_returns")
        & avrr["period_type"].eq("calendar_year"),
        "value",
    ]
    said = {
        "place": lang.place(first["host"], "from"),
        "year": first["year"],
        "n": lang.compact(float(first["value"])),
    }
    if world.empty:
        return lang.text(
            "Of the hosts whose figures were found, most people went home {place} in {year}: {n}",
            **said,
        )
    share = lang.percent(float(first["value"]) / float(world.iloc[0]))
    if first["obs_status"] == "lower_bound":
        return lang.text(
            "IOM helped more than {n} people to go home {place} in {year}, about "
            "{share} of all whom it helped",
            share=share,
            **said,
        )
    return lang.text(
        "IOM helped {n} people to go home {place} in {year}, {share} of all whom it helped",
        share=share,
        **said,
    )
