"""All that the atlas holds on one type of migration in one country, indicator by indicator."""

from collections.abc import Sequence

import pandas as pd

from components.charts.base import figure
from components.charts.plain import SharedFigure
from components.charts.ticks import year_ticks
from components.context import RenderContext
from components.language import Language
from components.phrases.columns import column
from components.phrases.periods import years as dates
from components.phrases.tables import tables_named
from components.style.theme import FLOW_COLOURS, rgba
from components.view import Table, View
from components.views.assemble import assemble, caveats_of, sources_of, warnings_first
from components.views.drawn import drawn_column, drawn_words
from components.views.spec import Tables
from components.views.types.filters import TypesFilters
from components.views.types.words import kind_of
from data.codelists import code_list
from data.measures.flow_holdings import all_figures
from data.measures.flow_types import searched

MOST = 18  # indicators drawn; the table has all
ROW = 27  # pixels


def types_holdings(tables: Tables, filters: TypesFilters, context: RenderContext) -> View:
    """Return which figures the atlas holds on a type in a country: how many, of which years."""
    lang, country = context.language, filters.country
    found = all_figures(tables, filters.flow_type, country)
    held = _by_indicator(found)
    behind = [(str(name), rows) for name, rows in found.groupby("table", sort=False)]
    name, place = kind_of(lang, filters.flow_type), lang.place(country)
    return assemble(
        context,
        "types-holdings",
        lang.text(
            "{type}, {country}: the atlas holds {rows} figures by {kinds} indicators",
            type=name,
            country=place,
            rows=lang.compact(len(found)),
            kinds=lang.number(held["indicator"].nunique()),
        ),
        lang.text(
            "First and last year of each indicator, with the number of figures · sexes, "
            "ages, places and partners counted one by one"
        ),
        _table(lang, held),
        lang.text("Bars from the first to the last year"),
        sources_of(found),
        _spans(lang, context, held.head(MOST), FLOW_COLOURS[filters.flow_type])
        if len(held)
        else None,
        remarks=warnings_first(*(caveats_of(lang, table, rows) for table, rows in behind)),
        notes=(
            lang.text(
                "Figures of different indicators, sources and splits overlap and are never "
                "added. Tables searched: {tables}.",
                tables=tables_named(lang, searched(filters.flow_type)),
            ),
            lang.text("Some figures have no year; they count in the number and have no bar.")
            if found["year"].isna().any()
            else "",
        ),
        missing="" if len(held) else lang.text("No figure names this country."),
    )


def _by_indicator(found: pd.DataFrame) -> pd.DataFrame:
    """Return one row an indicator: figures, first and last year, partners, sources; most first."""
    plain = found.astype({"indicator": "object", "source_id": "object"})
    held = (
        plain.groupby("indicator", sort=False)
        .agg(
            rows=("value", "size"),
            first=("year", "min"),
            last=("year", "max"),
            partners=("partner", "nunique"),
            sources=("source_id", lambda s: tuple(dict.fromkeys(s))),
        )
        .reset_index()
    )
    return held.sort_values(["rows", "indicator"], ascending=[False, True], ignore_index=True)


def _spans(lang: Language, context: RenderContext, held: pd.DataFrame, colour: str) -> SharedFigure:
    """Return a bar from the first to the last year for each indicator, its name written above."""
    dated = held.loc[held["first"].notna()].iloc[::-1].reset_index(drop=True)
    first, last = (dated["first"].min(), dated["last"].max()) if len(dated) else (2020, 2020)
    chart = figure(lang, context.colours, round((ROW + 12) * len(dated)) + 40)
    names = [lang.label("indicators", one) for one in dated["indicator"]]
    chart.add_bar(
        y=list(range(len(dated))),
        x=[int(v) + 1 for v in dated["last"] - dated["first"]],
        base=[int(v) - 0.5 for v in dated["first"]],
        orientation="h",
        width=0.34,
        marker={"color": rgba(colour, 0.55), "line": {"color": colour, "width": 1}},
        customdata=[
            lang.text(
                "{name}: {n} figures, {years}",
                name=name,
                n=lang.number(row.rows),
                years=dates(row.first, row.last),
            )
            for name, row in zip(names, dated.itertuples(), strict=True)
        ],
        hovertemplate="%{customdata}<extra></extra>",
    )
    chart.add_annotations(_above_bars(names, 44 if context.narrow else 120))
    shown = year_ticks(list(range(int(first), int(last) + 1)), 5 if context.narrow else 12)
    chart.update_xaxes(
        range=[int(first) - 0.6, int(last) + 0.6], tickvals=shown, ticktext=[str(y) for y in shown]
    )
    chart.update_yaxes(visible=False, range=[-0.4, len(dated) - 0.2])
    return chart


def _above_bars(names: Sequence[str], most: int) -> list[dict[str, object]]:
    """Return the names above their bars, each of at most so many letters."""
    return [
        {
            "x": 0,
            "xref": "paper",
            "y": at + 0.4,
            "text": _short(name, most),
            "showarrow": False,
            "xanchor": "left",
            "yanchor": "middle",
            "font": {"size": 12},
        }
        for at, name in enumerate(names)
    ]


def _short(name: str, most: int) -> str:
    return name if len(name) <= most else name[: most - 1].rstrip() + "…"


def _table(lang: Language, held: pd.DataFrame) -> Table:
    listed = code_list("indicators")
    rows = [
        {
            "what": lang.label("indicators", row.indicator),
            "unit": lang.label("units", listed.at[row.indicator, "unit"]),
            "kind": lang.label("measures", listed.at[row.indicator, "measure"]),
            "rows": float(row.rows),
            "first": "" if pd.isna(row.first) else str(int(row.first)),
            "last": "" if pd.isna(row.last) else str(int(row.last)),
            "partners": float(row.partners),
            "drawn": drawn_words(lang, [place < MOST and pd.notna(row.first)])[0],
        }
        for place, row in enumerate(held.itertuples())
    ]
    names = ["what", "unit", "kind", "rows", "first", "last", "partners", "drawn"]
    return Table(
        pd.DataFrame(rows, columns=names),
        (
            column(lang, "indicator", "what"),
            column(lang, "unit"),
            column(lang, "measure", "kind"),
            column(lang, "figures", "rows"),
            column(lang, "first_year", "first"),
            column(lang, "last_year", "last"),
            column(lang, "partners"),
            drawn_column(lang),
        ),
    )
