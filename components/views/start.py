"""Views of the start page: key numbers with their shares, and AVRR in the world."""

from dataclasses import dataclass
from functools import partial

import pandas as pd
import plotly.graph_objects as go

from components.caveats import remarks
from components.charts.base import annotate, figure, for_print
from components.charts.lines import axis_ticks
from components.language import Language, language
from components.theme import FLOW_COLOURS, Palette, palette, rgba
from components.view import Column, Table, View
from components.views.corridors.common import source_line
from components.views.corridors.filters import Look
from data.measures.corridors import FIVE

FIRST, LAST = 2014, 2023
PARTS = (
    ("avrr_returns", "avrr", False),
    ("vhr_returns", "vhr", False),
    ("avrr_vhr_returns", "avrr_vhr", True),
)


@dataclass(frozen=True)
class KeyNumber:
    """A big number with what it is a share of.

    Attributes
    ----------
    value, label, share : str
        The number, what it counts, and what it is a part of.
    source : str
        Source, with the year in the label.
    """

    value: str
    label: str
    share: str
    source: str


def key_numbers(
    lang: Language,
    stocks: pd.DataFrame,
    population: pd.DataFrame,
    remittances: pd.DataFrame,
    returns: pd.DataFrame,
    avrr: pd.DataFrame,
) -> tuple[KeyNumber, ...]:
    """Return up to four key numbers; one whose figures are missing is left out."""
    found = (
        _abroad(lang, stocks, population),
        _remittances(lang, remittances),
        _uk_returns(lang, returns),
        _helped(lang, avrr),
    )
    return tuple(number for number in found if number)


def _abroad(lang: Language, stocks: pd.DataFrame, population: pd.DataFrame) -> KeyNumber | None:
    rows = stocks["source_id"].eq("un_desa_ims2024") & stocks["series"].eq("pairs")
    rows &= stocks["sex"].eq("total") & stocks["origin"].isin(FIVE)
    abroad = stocks.loc[rows]
    year = int(abroad["year"].max())
    abroad = abroad.loc[abroad["year"] == year]
    people = population["indicator"].eq("population") & population["country"].isin(FIVE)
    living = population.loc[people & population["year"].eq(year)]
    if abroad.empty or len(living) != len(FIVE):
        return None
    total = float(abroad["value"].sum())
    there = float(abroad.loc[abroad["destination"] == "RUS", "value"].sum())
    return KeyNumber(
        lang.percent(total / float(living["value"].sum()), 1),
        lang.text(
            "is how the people born in Central Asia who lived outside their country of birth "
            "in {year} compare with the region’s population",
            year=year,
        ),
        lang.text(
            "{n} people, {share} of them in Russia; seasonal workers mostly are not counted",
            n=lang.compact(total),
            share=lang.percent(there / total),
        ),
        source_line(lang, ("un_desa_ims2024", "un_wpp2024")),
    )


def _helped(lang: Language, avrr: pd.DataFrame) -> KeyNumber | None:
    known = _world_figures(avrr)["avrr_returns"]
    if not known:
        return None
    year = max(known)
    return KeyNumber(
        lang.compact(known[year]),
        lang.text(
            "people in the world returned with IOM’s assisted voluntary return in {year}", year=year
        ),
        lang.text("how many of them were from Central Asia: no figure was found"),
        source_line(lang, ("avrr",)),
    )


def _remittances(lang: Language, remittances: pd.DataFrame) -> KeyNumber | None:
    rows = remittances["indicator"].eq("remittances_received_gdp")
    rows &= remittances["receiver"].eq("TJK") & remittances["source_id"].eq("wdi_remittances")
    found = remittances.loc[rows].sort_values("year")
    if found.empty:
        return None
    last = found.iloc[-1]
    return KeyNumber(
        lang.percent(float(last["value"]) / 100),
        lang.text("of the gross domestic product of Tajikistan was what migrants sent home "
                  "in {year}", year=int(last["year"])),
        lang.text("the highest share among the five countries in that year")
        if _highest(remittances, int(last["year"])) == "TJK"
        else lang.text("personal remittances received, as a share of the economy"),
        source_line(lang, ("wdi_remittances",)),
    )  # fmt: skip


def _highest(remittances: pd.DataFrame, year: int) -> str:
    rows = remittances["indicator"].eq("remittances_received_gdp")
    rows &= remittances["receiver"].isin(FIVE) & remittances["year"].eq(year)
    found = remittances.loc[rows]
    return str(found.loc[found["value"].idxmax(), "receiver"])


def _uk_returns(lang: Language, returns: pd.DataFrame) -> KeyNumber | None:
    rows = returns["source_id"].eq("uk_home_office_returns") & returns["origin"].isin(FIVE)
    found = returns.loc[rows]
    year = int(found["year"].max())
    this = found.loc[found["year"] == year]
    voluntary = float(this.loc[this["indicator"].isin(
        ("return_voluntary_assisted", "return_voluntary_controlled",
         "return_voluntary_other_verified")), "value"].sum())  # fmt: skip
    assisted = float(this.loc[this["indicator"].eq("return_voluntary_assisted"), "value"].sum())
    enforced = float(this.loc[this["indicator"].eq("return_enforced"), "value"].sum())
    if not voluntary:
        return None
    return KeyNumber(
        lang.percent(voluntary / (voluntary + enforced)),
        lang.text("of returns from the United Kingdom to the region were voluntary in {year}",
                  year=year),
        lang.text("{voluntary} voluntary and {enforced} enforced; only {assisted} of the voluntary "
                  "ones were assisted",
                  voluntary=lang.number(voluntary), enforced=lang.number(enforced),
                  assisted=lang.number(assisted)),
        source_line(lang, ("uk_home_office_returns",)),
    )  # fmt: skip


def avrr_world(avrr: pd.DataFrame, look: Look) -> View:
    """Return what IOM published of assisted voluntary return in the world, year by year.

    Assisted voluntary return and reintegration (AVRR) and voluntary humanitarian return (VHR) are
    two programmes. For some years only their sum is published; it is hatched, and the years with
    no figure stay empty.
    """
    lang = language(look.lang)
    colours = palette("dark" if look.mode == "dark" else "light")
    known = _world_figures(avrr)
    years = list(range(FIRST, LAST + 1))
    chart = _avrr_chart(lang, colours, known, years)
    title = lang.text(
        "Assisted voluntary return helped {last} people in {last_year}; "
        "how many were from Central Asia, no figure found says",
        last=lang.compact(known["avrr_returns"][LAST]),
        last_year=LAST,
    )
    subtitle = lang.text(
        "Assisted voluntary return and reintegration (AVRR) and voluntary humanitarian return "
        "(VHR), people in the year, world"
    )
    rows = [
        (year, lang.label("indicators", indicator), value)
        for indicator, values in known.items()
        for year, value in sorted(values.items())
    ]
    return View(
        name="avrr-world",
        title=title,
        subtitle=subtitle,
        figure=chart,
        print_figure=partial(
            for_print, chart, title, subtitle, (source_line(lang, ("avrr",)),), colours
        ),
        table=Table(
            pd.DataFrame(rows, columns=["year", "what", "value"]).astype({"year": "str"}),
            (
                Column("year", lang.text("Year")),
                Column("what", lang.text("What was counted")),
                Column("value", lang.text("People"), 0),
            ),
        ),
        alt=lang.text("Bar chart by year. {title}. {subtitle}.", title=title, subtitle=subtitle),
        sources=("avrr",),
        remarks=remarks(lang, "avrr", ("avrr",), _world_rows(avrr)),
        missing=lang.text(
            "No figure was found for 2019 and 2024, nor by country of origin for Central Asia. "
            "IOM has them: the annexes of its yearly report on return and reintegration."
        ),
    )


def _world_rows(avrr: pd.DataFrame) -> pd.DataFrame:
    rows = avrr["host"].eq("WLD") & avrr["origin"].eq("WLD")
    rows &= avrr["period_type"].eq("calendar_year") & avrr["year"].between(FIRST, LAST)
    return avrr.loc[rows & avrr["indicator"].isin([part[0] for part in PARTS])]


def _world_figures(avrr: pd.DataFrame) -> dict[str, dict[int, float]]:
    rows = _world_rows(avrr)
    return {
        indicator: {
            int(row.year): float(row.value)
            for row in rows.loc[rows["indicator"] == indicator].itertuples()
        }
        for indicator, _, _ in PARTS
    }


def _avrr_chart(
    lang: Language, colours: Palette, known: dict[str, dict[int, float]], years: list[int]
) -> go.Figure:
    base = FLOW_COLOURS["return"]
    looks = {
        "avrr_returns": {"color": base, "line": {"width": 1, "color": colours.primary}},
        "vhr_returns": {"color": rgba(base, 0.45), "line": {"width": 1, "color": colours.primary}},
        "avrr_vhr_returns": {
            "color": rgba(base, 0.12), "line": {"width": 1, "color": colours.primary},
            "pattern": {"shape": "/", "fgcolor": colours.primary, "size": 6, "solidity": 0.25},
        },
    }  # fmt: skip
    split = {y for y in known["avrr_returns"] if y in known["vhr_returns"]}
    drawn = {
        "avrr_returns": known["avrr_returns"],
        "vhr_returns": {y: v for y, v in known["vhr_returns"].items() if y in split},
        "avrr_vhr_returns": {
            y: v for y, v in known["avrr_vhr_returns"].items() if y not in known["avrr_returns"]
        },
    }
    chart = figure(lang, colours, 360, barmode="stack", bargap=0.32)
    for indicator, values in drawn.items():
        name = lang.label("indicators", indicator)
        chart.add_bar(
            x=list(values), y=list(values.values()), name=name, marker=looks[indicator],
            customdata=[f"{name}, {y}: {lang.number(v)}" for y, v in values.items()],
            hovertemplate="%{customdata}<extra></extra>",
        )  # fmt: skip
    top = max(known["avrr_returns"].values())
    ticks = axis_ticks(top)
    chart.update_yaxes(tickvals=ticks, ticktext=[lang.short(t) for t in ticks],
                       range=[0, top * 1.1])  # fmt: skip
    chart.update_xaxes(tickvals=years, ticktext=[str(y) for y in years], showgrid=False,
                       range=[FIRST - 0.6, LAST + 0.6])  # fmt: skip
    covered = {y for values in drawn.values() for y in values}
    annotate(chart, [
        {"x": year, "y": top * 0.05, "text": lang.text("no figure"), "showarrow": False,
         "textangle": -90, "yanchor": "bottom", "font": {"size": 12, "color": colours.quiet}}
        for year in years if year not in covered
    ])  # fmt: skip
    chart.update_layout(
        showlegend=True,
        legend={"orientation": "h", "x": 0, "y": -0.13, "yanchor": "top", "font": {"size": 12.5}},
        margin={"l": 44, "r": 8, "t": 10, "b": 84},
    )
    return chart
