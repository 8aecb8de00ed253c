"""Women among people who moved, by country over time."""

from collections.abc import Collection

import pandas as pd
import plotly.graph_objects as go

from components.charts.lines import Line
from components.charts.multiples import multiples
from components.context import RenderContext
from components.language import Language
from components.phrases.columns import column
from components.view import Table, View
from components.views.assemble import assemble, caveats_of, sources_of
from components.views.spec import Tables
from components.views.types.compare import SYMBOLS
from components.views.types.filters import TypesFilters
from data.measures.countries import Side, stock_totals, total_rows, women_share
from data.measures.feminisation import counted_years, doubtful, pair_shares, share_without

SIDES: tuple[Side, ...] = ("abroad", "here")
HEIGHT, STEP = 330, 5
Found = dict[tuple[str, Side], dict[int, float]]


def types_women(tables: Tables, filters: TypesFilters, context: RenderContext) -> View:
    """Return the share of women among people born in and living in each country, over time.

    Where the shares of a large pair look like an error, the country's line is shown twice: as
    published, hollow and dotted, and without the pair.
    """
    lang, stocks = context.language, tables["migrant_stocks"]
    published: Found = {}
    without: Found = {}
    wrong: dict[tuple[str, Side], tuple[str, ...]] = {}
    rows = []
    for side in SIDES:
        for code in filters.countries:
            female = stock_totals(stocks, code, side, "female")
            total = stock_totals(stocks, code, side)
            published[code, side] = share = women_share(female, total)
            wrong[code, side] = doubtful(pair_shares(stocks, code, side), total)
            clean = share_without(stocks, code, side, wrong[code, side])
            if wrong[code, side]:
                without[code, side] = clean
            rows += [
                (
                    side_name(lang, side),
                    lang.place(code),
                    str(year),
                    female[year],
                    total[year],
                    100 * share[year],
                    100 * clean[year] if wrong[code, side] else None,
                )
                for year in share
            ]
    behind = pd.concat([total_rows(stocks, c, side) for c in filters.countries for side in SIDES])
    panels = [
        (side_name(lang, side), _lines(lang, context, filters, published, without, side))
        for side in SIDES
    ]
    return assemble(
        context,
        "types-women",
        _title(lang, filters, stocks, published, without, wrong),
        lang.text(
            "Share of women and girls, %, among migrants by country of birth and of "
            "residence, on 1 July"
        ),
        _table(lang, rows),
        lang.text("Small line charts"),
        sources_of(behind),
        _chart(panels, lang, context),
        remarks=caveats_of(lang, "migrant_stocks", behind),
        notes=(
            lang.text(
                "Where a pair is in doubt, the solid line leaves it out of both numbers; the "
                "dotted line has it."
            )
            if without
            else "",
            carried_note(
                lang,
                {year for own in published.values() for year in own}
                - _bearing(stocks, filters.countries),
            ),
            *doubt_notes(lang, stocks, wrong),
        ),
    )


def side_name(lang: Language, side: Side) -> str:
    """Name the two groups of people."""
    if side == "abroad":
        return lang.text("Born in the country, live abroad")
    return lang.text("Live in the country, born abroad")


def _lines(
    lang: Language,
    context: RenderContext,
    filters: TypesFilters,
    published: Found,
    without: Found,
    side: Side,
) -> list[Line]:
    made = []
    for code in filters.countries:
        name, key, colour = lang.place(code), (code, side), context.colours.countries[code]
        symbol = SYMBOLS[list(context.colours.countries).index(code)]
        if key not in without:
            made.append(share_line(lang, name, published[key], colour, symbol))
            continue
        clean = lang.text("{country}, without the pair in doubt", country=name)
        made.append(share_line(lang, name, without[key], colour, symbol, tip=clean))
        made.append(
            share_line(
                lang,
                lang.text("Dotted: as published"),
                published[key],
                colour,
                f"{symbol}-open",
                "dot",
                lang.text("{country}, as published", country=name),
            )
        )
    return made


def share_line(
    lang: Language,
    name: str,
    shares: dict[int, float],
    colour: str,
    symbol: str,
    dash: str = "solid",
    tip: str = "",
) -> Line:
    """Return a line of shares (0 to 1), drawn in per cent; `tip` is its name for the pointer."""
    tips = [f"{tip or name}, {year}: {lang.percent(value, 1)}" for year, value in shares.items()]
    return Line(name, list(shares), [100 * v for v in shares.values()], tips, colour, dash, symbol)


def _chart(
    panels: list[tuple[str, list[Line]]], lang: Language, context: RenderContext
) -> go.Figure:
    columns = 2 if context.size in ("wide", "large", "banner") else 1
    chart = multiples(panels, lang, context.colours, columns)
    if columns == 2:
        chart.update_layout(height=HEIGHT + chart.plain["layout"]["margin"]["b"])
    around_half(chart, [line for _, lines in panels for line in lines], lang, context)
    years = sorted({year for _, lines in panels for line in lines for year in line.years})
    last = years[-1]
    shown = [year for year in years if (year % 10 == 0 and last - year >= 5) or year == last]
    chart.update_xaxes(tickvals=shown, ticktext=[str(year) for year in shown])
    return chart


def around_half(
    chart: go.Figure, lines: list[Line], lang: Language, context: RenderContext
) -> None:
    """Show the scale as far as the lines go, with a dotted rule where women are half."""
    values = [v for line in lines for v in line.values if v is not None] or [50.0]
    low = min(45, STEP * int((min(values) - 1) // STEP))
    high = max(55, STEP * int(-(-(max(values) + 1) // STEP)))
    step = 5 if high - low <= 40 else 10
    ticks = [tick for tick in range(low, high + 1) if tick % step == 0]
    chart.update_yaxes(
        range=[low, high], tickvals=ticks, ticktext=[lang.percent(tick / 100) for tick in ticks]
    )
    axes = [(one.get("xaxis", "x"), one.get("yaxis", "y")) for one in chart.plain["data"]]
    chart.add_shapes(
        [
            {
                "type": "line",
                "xref": f"{x} domain",
                "yref": y,
                "x0": 0,
                "x1": 1,
                "y0": 50,
                "y1": 50,
                "line": {"width": 1.4, "dash": "dot", "color": context.colours.quiet},
            }
            for x, y in dict.fromkeys(axes)
        ]
    )


def _title(
    lang: Language,
    filters: TypesFilters,
    stocks: pd.DataFrame,
    published: Found,
    without: Found,
    wrong: dict[tuple[str, Side], tuple[str, ...]],
) -> str:
    """State the highest and the lowest share among those that can be relied on."""
    sure = {c: published[c, "abroad"] for c in filters.countries if (c, "abroad") not in without}
    if not sure:
        country = filters.countries[0]
        year = max(published[country, "abroad"])
        return lang.text(
            "In {year} women and girls were {less} of the people born {where} who lived abroad, "
            "without those {partner}, where the sexes look wrong",
            year=year,
            where=lang.place(country, "in"),
            less=lang.percent(without[country, "abroad"][year]),
            partner=lang.place(wrong[country, "abroad"][0], "in"),
        )
    years = sorted(_bearing(stocks, tuple(sure)))
    if not years:
        return lang.text("In no year were women counted anew among most of the people abroad")
    year, first = years[-1], years[0]
    most = max(sure, key=lambda code: sure[code][year])
    fewest = min(sure, key=lambda code: sure[code][year])
    said = {
        "year": year,
        "first": first,
        "most": lang.place(most, "in"),
        "high": lang.percent(sure[most][year]),
        "was": lang.percent(sure[most][first]),
    }
    if most == fewest:
        return lang.text(
            "In {year} women and girls were {high} of the people born {most} who lived abroad "
            "({was} in {first})",
            **said,
        )
    return lang.text(
        "In {year} women and girls were {high} of the people born {most} who lived abroad ({was} "
        "in {first}), and {low} of those born {fewest} ({old})",
        fewest=lang.place(fewest, "in"),
        low=lang.percent(sure[fewest][year]),
        old=lang.percent(sure[fewest][first]),
        **said,
    )


def _bearing(stocks: pd.DataFrame, countries: tuple[str, ...]) -> set[int]:
    """Return the years that a sentence on people abroad from all these countries may name."""
    return set.intersection(*(set(counted_years(stocks, code)) for code in countries))


def carried_note(lang: Language, old: Collection[int]) -> str:
    """Say in which years most shares were not counted anew, so that no sentence leans on them."""
    if not old:
        return ""
    return lang.text(
        "Not told above: {years}. For at least one group of people most shares of these years were "
        "not counted anew; UN DESA took them from another year, or from all migrants.",
        years=", ".join(map(str, sorted(old))),
    )


def doubt_notes(
    lang: Language, stocks: pd.DataFrame, wrong: dict[tuple[str, Side], tuple[str, ...]]
) -> tuple[str, ...]:
    """Say of each pair in doubt what the file has, so that nobody takes it for a finding."""
    told = {}
    for (country, side), partners in wrong.items():
        pairs = pair_shares(stocks, country, side).set_index(["partner", "year"])["share"]
        for partner in partners:
            own = pairs.loc[partner]
            born, lives = (country, partner) if side == "abroad" else (partner, country)
            told[born, lives] = lang.text(
                "People born {born} who live {lives}: women are {low} in {first} and {high} in "
                "{last}, so in the file of UN DESA. It looks like an error of the sexes, not like "
                "a change: use the total, not the share. UN DESA could explain it.",
                born=lang.place(born, "in"),
                lives=lang.place(lives, "in"),
                low=lang.percent(float(own.iloc[0])),
                first=int(own.index[0]),
                high=lang.percent(float(own.iloc[-1])),
                last=int(own.index[-1]),
            )
    return tuple(told.values())


def _table(
    lang: Language, rows: list[tuple[str, str, str, float, float, float, float | None]]
) -> Table:
    return Table(
        pd.DataFrame(
            rows, columns=["what", "country", "year", "female", "total", "share", "without"]
        ),
        (
            column(lang, "who_counted", "what"),
            column(lang, "country"),
            column(lang, "year"),
            column(lang, "people", "female", label=lang.label("sexes", "female")),
            column(lang, "people", "total"),
            column(lang, "share_of_women", "share"),
            column(lang, "without_doubt", "without"),
        ),
    )
