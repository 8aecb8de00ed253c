"""IOM's assisted voluntary return in the world, year by year."""

import pandas as pd

from components.charts.columns import Part, columns
from components.look import Look
from components.theme import FLOW_COLOURS
from components.view import Column, Table, View
from components.views.assemble import assemble, caveats_of
from components.views.spec import Tables

FIRST, LAST = 2014, 2023
INDICATORS = ("avrr_returns", "vhr_returns", "avrr_vhr_returns")


def avrr_world(tables: Tables, filters: object, look: Look) -> View:
    """Return what IOM published of assisted voluntary return in the world, year by year.

    Assisted voluntary return and reintegration (AVRR) and voluntary humanitarian return (VHR) are
    two programmes. For some years only their sum is published; it is hatched, and the years with
    no figure stay empty.
    """
    lang, avrr = look.language, tables["avrr"]
    known = world_figures(avrr)
    drawn = {
        "avrr_returns": known["avrr_returns"],
        "vhr_returns": {
            y: v for y, v in known["vhr_returns"].items() if y in known["avrr_returns"]
        },
        "avrr_vhr_returns": {
            y: v for y, v in known["avrr_vhr_returns"].items() if y not in known["avrr_returns"]
        },
    }
    fills = {"avrr_returns": "solid", "vhr_returns": "pale", "avrr_vhr_returns": "hatched"}
    parts = [
        Part(lang.label("indicators", i), values, FLOW_COLOURS["return"], fill=fills[i])  # type: ignore[arg-type]
        for i, values in drawn.items()
    ]
    chart = columns(parts, lang, look.colours, range(FIRST, LAST + 1))
    rows = [
        (str(year), lang.label("indicators", indicator), value)
        for indicator, values in known.items()
        for year, value in sorted(values.items())
    ]
    return assemble(
        look,
        "avrr-world",
        lang.text(
            "Assisted voluntary return helped {last} people in {last_year}; "
            "how many were from Central Asia, no figure found says",
            last=lang.compact(known["avrr_returns"][LAST]),
            last_year=LAST,
        ),
        lang.text(
            "Assisted voluntary return and reintegration (AVRR) and voluntary humanitarian return "
            "(VHR), people in the year, world"
        ),
        Table(
            pd.DataFrame(rows, columns=["year", "what", "value"]),
            (
                Column("year", lang.text("Year")),
                Column("what", lang.text("What was counted")),
                Column("value", lang.text("People"), 0),
            ),
        ),
        lang.text("Bar chart by year"),
        ("avrr",),
        chart,
        remarks=caveats_of(lang, "avrr", world_rows(avrr)),
        missing=lang.text(
            "No figure was found for 2019 and 2024, nor by country of origin for Central Asia. "
            "IOM has them: the annexes of its yearly report on return and reintegration."
        ),
    )


def world_rows(avrr: pd.DataFrame) -> pd.DataFrame:
    """Return the yearly world totals of the two programmes (rows of the table ``avrr``)."""
    rows = avrr["host"].eq("WLD") & avrr["origin"].eq("WLD")
    rows &= avrr["period_type"].eq("calendar_year") & avrr["year"].between(FIRST, LAST)
    return avrr.loc[rows & avrr["indicator"].isin(INDICATORS)]


def world_figures(avrr: pd.DataFrame) -> dict[str, dict[int, float]]:
    """Return people helped to return, world, by indicator and year."""
    rows = world_rows(avrr)
    return {
        indicator: {
            int(row.year): float(row.value)
            for row in rows.loc[rows["indicator"] == indicator].itertuples()
        }
        for indicator in INDICATORS
    }
