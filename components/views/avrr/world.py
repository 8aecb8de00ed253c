"""IOM's assisted voluntary return in the world, year by year."""

import pandas as pd

from components.charts.columns import Fill, Part, columns
from components.charts.plain import SharedFigure
from components.context import RenderContext
from components.language import Language
from components.phrases.columns import column
from components.style.fonts import fold
from components.style.theme import FLOW_COLOURS
from components.view import Table, View
from components.views.assemble import assemble, caveats_of
from components.views.avrr.words import report_titles, terms
from components.views.spec import Tables
from data.areas import FIVE
from data.measures.avrr import report_years, yearly_totals

FIRST = 2014
LINES = 56  # pixels that the names need when they are broken on a phone
INDICATORS = ("avrr_returns", "vhr_returns", "avrr_vhr_returns")
FILLS: dict[str, Fill] = {
    "avrr_returns": "solid",
    "vhr_returns": "pale",
    "avrr_vhr_returns": "hatched",
}
Figures = dict[str, dict[int, float]]  # by indicator and year


def avrr_world(tables: Tables, filters: object, context: RenderContext) -> View:
    """Return what IOM published of assisted voluntary return in the world, year by year.

    Assisted voluntary return and reintegration (AVRR) and voluntary humanitarian return (VHR) are
    two programmes. For some years only their sum is published; it is hatched, and the years with
    no figure stay empty.
    """
    lang, avrr = context.language, tables["avrr"]
    known = world_figures(avrr)
    drawn = _drawn(known)
    alone = drawn["avrr_returns"]
    years = range(FIRST, max(report_years(terms()["reports"])[-1], *alone) + 1)
    covered = {year for values in drawn.values() for year in values}
    return assemble(
        context,
        "avrr-world",
        _title(lang, avrr, alone),
        lang.text(
            "People helped by assisted voluntary return (AVRR) and humanitarian return (VHR), world"
        ),
        _table(lang, known),
        lang.text("Bar chart by year"),
        ("avrr",),
        _chart(context, drawn, years, _tips(lang, known)),
        remarks=caveats_of(lang, "avrr", world_rows(avrr)),
        notes=(
            lang.text(
                "Hatched: only the sum of the two programmes is published. It is not split here: "
                "the sum and the humanitarian part come from press reports."
            ),
        ),
        missing=_missing(lang, [year for year in years if year not in covered]),
    )


def _drawn(known: Figures) -> Figures:
    """Return what is drawn: the sum of both programmes where AVRR alone is not known."""
    alone, humanitarian, sums = (known[one] for one in INDICATORS)
    return {
        "avrr_returns": alone,
        "vhr_returns": {year: value for year, value in humanitarian.items() if year in alone},
        "avrr_vhr_returns": {year: value for year, value in sums.items() if year not in alone},
    }


def _chart(
    context: RenderContext, drawn: Figures, years: range, tips: dict[int, str]
) -> SharedFigure:
    """Draw the programmes as columns; `tips` are those of the published sums."""
    lang = context.language
    parts = [
        Part(
            _name(lang, indicator, context.narrow),
            values,
            FLOW_COLOURS["return"],
            tips if indicator == "avrr_vhr_returns" else {},
            fill=FILLS[indicator],
        )
        for indicator, values in drawn.items()
    ]
    chart = columns(parts, lang, context.colours, years, room=6 if context.narrow else 12)
    if context.narrow:
        now = chart.plain["layout"]
        chart.update_layout(height=now["height"] + LINES, margin_b=now["margin"]["b"] + LINES)
    return chart


def _table(lang: Language, known: Figures) -> Table:
    rows = [
        (str(year), lang.label("indicators", indicator), value)
        for indicator, values in known.items()
        for year, value in sorted(values.items())
    ]
    return Table(
        pd.DataFrame(rows, columns=["year", "what", "value"]),
        (
            column(lang, "year"),
            column(lang, "what"),
            column(lang, "people", "value"),
        ),
    )


def _missing(lang: Language, years: list[int]) -> str:
    """Say for which years no total was found, and where it stands."""
    if not years:
        return ""
    return lang.text(
        "No world total was found for: {years}. It is, with the figures by country, in "
        "IOM’s {reports}; we could not get them.",
        years=", ".join(str(year) for year in years),
        reports=report_titles(lang, years),
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
            "IOM helped {last} people go home in {last_year}; how many to Central Asia is unknown",
            **said,
        )
    return lang.plural(
        "IOM helped {last} people go home in {last_year}, {n} to {known} country of the five",
        "IOM helped {last} people go home in {last_year}, {n} to {known} countries of the five",
        five["country"].nunique(),
        n=lang.compact(float(five["value"].sum())),
        known=lang.number(five["country"].nunique()),
        **said,
    )


def _tips(lang: Language, known: Figures) -> dict[int, str]:
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


def world_figures(avrr: pd.DataFrame) -> Figures:
    """Return people helped to return, world, by indicator and year."""
    rows = world_rows(avrr)
    return {
        indicator: {
            int(row.year): float(row.value)
            for row in rows.loc[rows["indicator"] == indicator].itertuples()
        }
        for indicator in INDICATORS
    }
