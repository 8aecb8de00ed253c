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
from components.views.avrr.words import report_titles
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
        _title(lang, shown),
        lang.text(
            "People whom IOM helped to return (AVRR), all nationalities, by host country, {year}",
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
                "Hosts’ own counts of assisted and voluntary returns are in the table too; "
                "they cover other programmes."
            ),
        ),
        missing=_missing(lang, avrr, shown),
    )


def _missing(lang: Language, avrr: pd.DataFrame, shown: pd.DataFrame) -> str:
    """Say for which hosts the nationalities of the people are not known, and who has the rest."""
    told = (
        avrr["origin"].ne(WORLD)
        & avrr["indicator"].isin(RETURNS)
        & avrr["year"].eq(shown["year"].iloc[0])
    )
    named = set(avrr.loc[told, "host"])
    holes = [lang.place(host, "from") for host in shown["host"] if host not in named]
    words = lang.text(
        "Only the hosts named in IOM’s pages and press are known. The tables at the end of "
        "{report} list all of them; we could not get these.",
        report=report_titles(lang, [int(shown["year"].iloc[0])]),
    )
    if not holes:
        return words
    nations = lang.text(
        "Nationality is not in the atlas for those helped home {hosts}; IOM’s missions there "
        "would know.",
        hosts=lang.listing(holes),
    )
    return f"{nations} {words}"


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


def _title(lang: Language, shown: pd.DataFrame) -> str:
    first = shown.iloc[0]
    said = {
        "place": lang.place(first["host"], "from"),
        "year": first["year"],
        "n": lang.compact(float(first["value"])),
    }
    if first["obs_status"] == "lower_bound":
        return lang.text("IOM helped more than {n} people to go home {place} in {year}", **said)
    return lang.text("IOM helped {n} people to go home {place} in {year}", **said)
