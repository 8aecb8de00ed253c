"""IOM's assisted voluntary return in the world, year by year."""

import pandas as pd

from components.charts.columns import Fill, Part, columns
from components.context import RenderContext
from components.language import Language
from components.phrases.columns import column
from components.style.fonts import fold
from components.style.theme import FLOW_COLOURS
from components.view import Table, View
from components.views.assemble import assemble, caveats_of
from components.views.avrr.words import terms
from components.views.spec import Tables
from data.areas import FIVE
from data.measures.avrr import report_years, yearly_totals

FIRST = 2014
LINES = 56  # pixels that the names need when they are broken on a phone
INDICATORS = ("avrr_returns", "vhr_returns", "avrr_vhr_returns")


def avrr_world(tables: Tables, filters: object, context: RenderContext) -> View:
    """Return what IOM published of assisted voluntary return in the world, year by year.

    Assisted voluntary return and reintegration (AVRR) and voluntary humanitarian return (VHR) are
    two programmes. For some years only their sum is published; it is hatched, and the years with
    no figure stay empty.
    """
    lang, avrr = context.language, tables["avrr"]
    known = world_figures(avrr)
    alone = known["avrr_returns"]
    drawn = {
        "avrr_returns": alone,
        "vhr_returns": {y: v for y, v in known["vhr_returns"].items() if y in alone},
        "avrr_vhr_returns": {y: v for y, v in known["avrr_vhr_returns"].items() if y not in alone},
    }
    fills: dict[str, Fill] = {
        "avrr_returns": "solid",
        "vhr_returns": "pale",
        "avrr_vhr_returns": "hatched",
    }
    tips = {"avrr_vhr_returns": _tips(lang, known)}
    parts = [
        Part(
            _name(lang, i, context.narrow),
            values,
            FLOW_COLOURS["return"],
            tips.get(i, {}),
            fill=fills[i],
        )
        for i, values in drawn.items()
    ]
    years = range(FIRST, max(report_years(terms()["reports"])[-1], *alone) + 1)
    chart = columns(parts, lang, context.colours, years)
    if context.narrow:
        now = chart.plain["layout"]
        chart.update_layout(height=now["height"] + LINES, margin_b=now["margin"]["b"] + LINES)
    rows = [
        (str(year), lang.label("indicators", indicator), value)
        for indicator, values in known.items()
        for year, value in sorted(values.items())
    ]
    covered = {year for values in drawn.values() for year in values}
    return assemble(
        context,
        "avrr-world",
        _title(lang, avrr, alone),
        lang.text(
            "Assisted voluntary return and reintegration (AVRR) and voluntary humanitarian return "
            "(VHR), people in the year, world"
        ),
        Table(
            pd.DataFrame(rows, columns=["year", "what", "value"]),
            (
                column(lang, "year"),
                column(lang, "what"),
                column(lang, "people", "value"),
            ),
        ),
        lang.text("Bar chart by year"),
        ("avrr",),
        chart,
        remarks=caveats_of(lang, "avrr", world_rows(avrr)),
        notes=(
            lang.text(
                "Hatched: only the sum of the two programmes is published. It is not split here: "
                "the sum and the humanitarian part come from press reports."
            ),
        ),
        missing=lang.text(
            "No world total was found for: {years}. It stands, with the figures by country, in "
            "IOM’s yearly report on return and reintegration, which we could not get.",
            years=", ".join(str(year) for year in years if year not in covered),
        )
        if set(years) - covered
        else "",
    )


def _name(lang: Language, indicator: str, narrow: bool) -> str:
    told = lang.label("indicators", indicator)
    return "<br>".join(fold(told, 300, 13)) if narrow else told


def _title(lang: Language, avrr: pd.DataFrame, alone: dict[int, float]) -> str:
    last = max(alone)
    said = {"last": lang.compact(alone[last]), "last_year": last}
    five = yearly_totals(avrr, FIVE, "origin")
    five = five.loc[five["year"].eq(last) & five["indicator"].eq("avrr_returns")]
    if five.empty:
        return lang.text(
            "IOM’s assisted voluntary return (AVRR) helped {last} people go home in {last_year}; "
            "no figure was found of how many were from Central Asia",
            **said,
        )
    return lang.plural(
        "IOM’s assisted voluntary return (AVRR) helped {last} people go home in {last_year}, {n} "
        "of them from Central Asia (figures for {known} country of the five)",
        "IOM’s assisted voluntary return (AVRR) helped {last} people go home in {last_year}, {n} "
        "of them from Central Asia (figures for {known} countries of the five)",
        five["country"].nunique(),
        n=lang.compact(float(five["value"].sum())),
        known=lang.number(five["country"].nunique()),
        **said,
    )


def _tips(lang: Language, known: dict[str, dict[int, float]]) -> dict[int, str]:
    """Say of a published sum how much of it is humanitarian return, where that is published."""
    humanitarian = known["vhr_returns"]
    return {
        year: lang.text(
            "{year}: {n} people by both programmes together, {part} of them humanitarian returns",
            year=year,
            n=lang.number(value),
            part=lang.number(humanitarian[year]),
        )
        for year, value in known["avrr_vhr_returns"].items()
        if year in humanitarian
    }


def world_rows(avrr: pd.DataFrame) -> pd.DataFrame:
    """Return the yearly world totals of the two programmes (rows of the table ``avrr``)."""
    rows = avrr["host"].eq("WLD") & avrr["origin"].eq("WLD")
    rows &= avrr["period_type"].eq("calendar_year") & avrr["year"].ge(FIRST)
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
