"""Indicator 10.c.1: what it costs to send 200 dollars, by corridor and quarter."""

from collections.abc import Mapping

import pandas as pd

from components.charts.lines import Line, lines
from components.context import RenderContext
from components.language import Language
from components.phrases.observations import Say, observations
from components.phrases.periods import quarter
from components.phrases.places import corridor
from components.style.marks import PLACE_SYMBOLS
from components.view import Table, View
from components.views.assemble import assemble, caveats_of, sources_of
from components.views.sdg.costs_row import per_cent
from components.views.sdg.filters import SdgFilters
from components.views.sdg.lines import limits
from components.views.spec import Tables
from data.measures import sdg

SENDERS = {"RUS": "solid", "DEU": "dash"}
KINDS = ("remittance_cost_quarter", "sdg_10_c_1_corridor", "sdg_10_c_1_smart")
HIGHEST = 6.0  # the axis reaches at least this far, so that both limits are on it


def cost(tables: Tables, filters: SdgFilters, context: RenderContext) -> View:
    """Return the cost of sending by corridor and quarter beside the official 3 % and 5 %."""
    lang, costs = context.language, tables["remittance_costs"]
    corridors = {
        (sender, receiver): rows
        for sender in SENDERS
        for receiver in filters.countries
        if len(rows := sdg.corridor_rows(costs, sender, receiver))
    }
    pairs = costs["sender"].isin(list(SENDERS)) & costs["receiver"].isin(list(filters.countries))
    shown = costs.loc[pairs & costs["indicator"].isin(KINDS)]
    subtitle = lang.text("SDG 10.c.1, average cost of sending 200 US dollars, per cent of the sum")
    missing = ""
    if "TKM" in filters.countries:
        missing = lang.text(
            "No corridor to Turkmenistan is surveyed; the World Bank's price survey would be the "
            "one to do it."
        )
    return assemble(
        context,
        "sdg-cost",
        _of_year(lang, shown, corridors) or _title(lang, corridors),
        subtitle,
        _table(lang, shown),
        lang.text("Line chart"),
        sources_of(shown),
        _chart(context, corridors) if corridors else None,
        remarks=caveats_of(lang, "remittance_costs", shown),
        notes=_notes(lang, corridors, int(shown["year"].max())) if corridors else (),
        missing=missing,
    )


def written_quarter(lang: Language, number: int) -> str:
    """Write a quarter that `data.measures.sdg.quarter` has numbered."""
    return quarter(lang, number // 4, number % 4 + 1)


def _title(lang: Language, corridors: dict[tuple[str, str], pd.DataFrame]) -> str:
    """Tell the costliest corridor of the last quarter."""
    if not corridors:
        return lang.text("What sending money to Turkmenistan costs is not surveyed")
    ends = {pair: _last(rows) for pair, rows in corridors.items()}
    newest = max(quarter for quarter, _ in ends.values())
    now = {pair: value for pair, (quarter, value) in ends.items() if quarter == newest}
    return _costliest(lang, now, written_quarter(lang, newest))


def _of_year(
    lang: Language, shown: pd.DataFrame, corridors: dict[tuple[str, str], pd.DataFrame]
) -> str:
    """Tell the last year, where the yearly values go beyond the quarters that are drawn."""
    yearly = shown.loc[shown["indicator"].eq("sdg_10_c_1_corridor")]
    quarters = [_last(rows)[0] // 4 for rows in corridors.values()]
    if yearly.empty or (quarters and yearly["year"].max() <= max(quarters)):
        return ""
    year = int(yearly["year"].max())
    now = yearly.loc[yearly["year"].eq(year)]
    costs = {(str(r.sender), str(r.receiver)): float(r.value) for r in now.itertuples()}
    return _costliest(lang, costs, str(year))


def _costliest(lang: Language, costs: Mapping[tuple[str, str], float], time: str) -> str:
    (sender, receiver), cost = max(costs.items(), key=lambda one: one[1])
    said = {
        "cost": lang.percent(cost / 100, 1),
        "origin": lang.place(sender, "from"),
        "place": lang.place(receiver, "to"),
        "time": time,
    }
    if len(costs) == 1:
        return lang.text(
            "Sending 200 dollars {origin} {place} cost {cost} in {time} (target: under 3%)", **said
        )
    return lang.text(
        "Sending 200 dollars cost up to {cost} in {time}, {origin} {place} (target: under 3%)",
        **said,
    )


def _last(rows: pd.DataFrame) -> tuple[int, float]:
    row = rows.iloc[-1]
    return sdg.quarter(row["period_start"]), float(row["value"])


def _chart(context: RenderContext, corridors: dict[tuple[str, str], pd.DataFrame]) -> object:
    lang = context.language
    series = [_line(context, *pair, rows) for pair, rows in corridors.items()]
    chart = lines(series, lang, context.colours, 460, named=False)
    top = max(HIGHEST, *(v for line in series for v in line.values if v is not None)) * 1.08
    ticks = [t for t in range(0, int(top) + 1) if t % (1 if top < 8 else 2) == 0]
    chart.update_yaxes(
        range=[0, top], tickvals=ticks, ticktext=[lang.percent(t / 100) for t in ticks]
    )
    first = min(line.years[0] for line in series) // 4
    last = max(line.years[-1] for line in series) // 4
    years = list(range(first, last + 1, 2 if context.narrow else 1))
    chart.update_xaxes(
        tickvals=[y * 4 for y in years],
        ticktext=[str(y) for y in years],
        range=[first * 4 - 1, last * 4 + 4],
        showgrid=False,
    )
    limits(
        chart,
        context,
        {
            sdg.COST_TARGET: lang.text("target: under 3%"),
            sdg.CORRIDOR_LIMIT: lang.text("limit for any corridor: 5%"),
        },
    )
    rows = len(series) if context.narrow else 2
    chart.update_layout(margin={"b": 40 + 22 * rows}, height=420 + 22 * rows)
    return chart


def _line(context: RenderContext, sender: str, receiver: str, rows: pd.DataFrame) -> Line:
    lang = context.language
    known = {sdg.quarter(r.period_start): float(r.value) for r in rows.itertuples()}
    quarters = list(range(min(known), max(known) + 1))
    name = corridor(lang, sender, receiver)
    tips = [
        f"{name}, {written_quarter(lang, q)}: {per_cent(lang, known[q])}" if q in known else ""
        for q in quarters
    ]
    return Line(
        name,
        quarters,
        [known.get(q) for q in quarters],
        tips,
        context.colours.countries[receiver],
        SENDERS[sender],
        PLACE_SYMBOLS[receiver],
    )


def _notes(
    lang: Language, corridors: dict[tuple[str, str], pd.DataFrame], yearly: int
) -> tuple[str, ...]:
    last = max(_last(rows)[0] for rows in corridors.values())
    return (
        lang.text(
            "The quarterly prices that we could get end in {quarter}; the World Bank has "
            "later ones. Yearly values to {year} from the UN database are in the table.",
            quarter=written_quarter(lang, last),
            year=yearly,
        ),
        lang.text(
            "The chart shows corridors, not country averages: an average jumps when a "
            "costly corridor enters the survey. For transfers in roubles the margin on the "
            "exchange rate is often not visible, so true costs may be higher."
        ),
    )


def _table(lang: Language, rows: pd.DataFrame) -> Table:
    ordered = rows.sort_values(["sender", "receiver", "indicator", "period_start"])
    said: dict[str, Say] = {
        "cost": lambda row: float(row.value),
        "cost_target": lambda row: _status(lang, float(row.value)),
    }
    columns = ("sender", "receiver", "what", "period", "cost", "cost_target")
    return observations(lang, ordered, columns, said, lambda row: f"{row.sender}-{row.receiver}")


def _status(lang: Language, value: float) -> str:
    told = {
        "under_target": lang.text("under 3%"),
        "under_limit": lang.text("3% to 5%"),
        "over_limit": lang.text("over 5%"),
    }
    return told[sdg.cost_status(value)]
