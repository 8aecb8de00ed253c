"""Voluntary and enforced returns from the United Kingdom over the years."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.charts.lines import Line
from components.charts.multiples import multiples
from components.context import RenderContext
from components.language import N_, Language
from components.phrases.columns import column
from components.phrases.periods import years as years_words
from components.phrases.places import EVERYONE, nationality
from components.view import Table, View
from components.views.assemble import assemble, caveats_of, sources_of
from components.views.returns.filters import ReturnFilters
from components.views.returns.gaps import gap_words, mark_gaps
from components.views.spec import Tables
from data.areas import FIVE
from data.measures.returns import SMALL, UK_SOURCES, uk_gaps, uk_returns, voluntary_share

PEAK = 1.25  # times the first and the last year: a year between them is a peak


def share_over_years(tables: Tables, filters: ReturnFilters, context: RenderContext) -> View:
    """Return the voluntary share of each nationality from 2004 on, the world beside it."""
    lang = context.language
    found = chosen(tables, filters)
    gaps = uk_gaps(tables["returns"], FIVE)
    rows = rows_of(tables, filters)
    return assemble(
        context,
        "returns-uk-years",
        _change(lang, found.loc[found["origin"].ne("WLD")], gaps),
        lang.text(
            "Voluntary returns from the UK, % of the voluntary and enforced ones that the Home "
            "Office recorded, {years}",
            years=years_words(found["year"].min(), found["year"].max()),
        ),
        returns_table(lang, found),
        lang.text("Small line charts"),
        sources_of(rows),
        _shares_chart(context, found, filters.countries, gaps),
        remarks=caveats_of(lang, "returns", rows),
        notes=(
            *_after(lang, found, gaps),
            *_about_shares(lang),
            *uk_notes(lang),
            lang.text("The source does not give the assisted part for all nationalities together."),
        ),
        missing=gap_words(lang, gaps),
    )


def _shares_chart(
    context: RenderContext, found: pd.DataFrame, countries: tuple[str, ...], gaps: list[int]
) -> go.Figure:
    """Draw each nationality beside the world; shares of few people are marks of their own."""
    lang, colours = context.language, context.colours
    everyone, world = nationality(lang, EVERYONE), found.loc[found["origin"].eq("WLD")]
    panels = []
    for code in countries:
        own = found.loc[found["origin"].eq(code)]
        few = own.loc[own["voluntary"] + own["enforced"] < SMALL]
        drawn = [
            _line(lang, everyone, world, colours.other, dash="dot"),
            _line(lang, lang.text("This nationality"), own.drop(index=few.index), colours.primary),
            _line(
                lang,
                lang.text("Fewer than {n} returns (diamonds)", n=SMALL),
                few,
                colours.into,
                symbol="diamond",
                connected=False,
            ),
        ]
        panels.append((lang.place(code), drawn))
    chart = multiples(
        panels, lang, colours, 1 if context.narrow else min(3, len(panels)), context.width()
    )
    mark_gaps(chart, lang, colours, len(panels), gaps)
    return chart


def _about_shares(lang: Language) -> tuple[str, ...]:
    """Say of what the shares are, and which of them are of few people."""
    return (
        lang.text(
            "Most voluntary returns are known only from departure records, and others "
            "who left are not known at all: the share is of what was recorded."
        ),
        lang.text(
            "Diamonds: fewer than {n} returns in the year, so a few people move the share.",
            n=SMALL,
        ),
    )


def _after(lang: Language, found: pd.DataFrame, gaps: list[int]) -> tuple[str, ...]:
    """Tell the newest year of each nationality where a gap keeps it out of the headline."""
    newest = found.loc[found["year"].eq(found["year"].max()) & found["origin"].ne("WLD")]
    if not gaps or newest.empty or int(newest["year"].iloc[0]) < gaps[0]:
        return ()
    told = "; ".join(told_of(lang, row) for row in newest.itertuples())
    return (lang.text("After the gap, in {year}: {list}.", year=newest["year"].iloc[0], list=told),)


def rows_of(tables: Tables, filters: ReturnFilters) -> pd.DataFrame:
    """Return the rows of the Home Office on the chosen nationalities and on all together."""
    rows = tables["returns"]
    own = rows["source_id"].isin(UK_SOURCES) & rows["origin"].isin([*filters.countries, "WLD"])
    return rows.loc[own]


def chosen(tables: Tables, filters: ReturnFilters) -> pd.DataFrame:
    """Return the counts of the chosen nationalities by year, the world last."""
    found = uk_returns(tables["returns"])
    order = {code: place for place, code in enumerate([*filters.countries, "WLD"])}
    found = found.loc[found["origin"].isin(order)]
    return found.assign(order=found["origin"].map(order)).sort_values(["order", "year"])


def _line(
    lang: Language,
    name: str,
    rows: pd.DataFrame,
    colour: str,
    dash: str = "solid",
    symbol: str = "circle",
    connected: bool = True,
) -> Line:
    by_year = {row.year: row for row in rows.itertuples()}
    years = list(range(min(by_year), max(by_year) + 1)) if by_year else []
    shares = [_share(by_year.get(year)) for year in years]
    tips = [f"{year}: {told_of(lang, by_year[year])}" if year in by_year else "" for year in years]
    return Line(name, years, shares, tips, colour, dash, symbol, connected)


def _share(row: Any) -> float | None:
    share = voluntary_share(row.voluntary, row.enforced) if row is not None else None
    return None if share is None else 100 * share


def told_of(lang: Language, row: Any) -> str:
    """Say the counts of a nationality in a year in one sentence."""
    said = {
        "place": lang.place(row.origin),
        "voluntary": lang.number(row.voluntary),
        "enforced": lang.number(row.enforced),
    }
    if pd.isna(row.assisted):
        return lang.text("{place}: voluntary {voluntary}, enforced {enforced}", **said)
    return lang.text(
        "{place}: voluntary {voluntary}, of them assisted {assisted} and known only from departure "
        "records {verified}; enforced {enforced}",
        assisted=lang.number(row.assisted),
        verified=lang.number(row.verified),
        **said,
    )


def _change(lang: Language, own: pd.DataFrame, gaps: list[int]) -> str:
    """Tell how voluntary returns changed before any gap, for the nationality with most returns.

    Where they were much higher in between than at either end, the peak is told.
    """
    before = own.loc[own["year"].lt(gaps[0])] if gaps else own
    if before.empty:
        return lang.text("No return of this nationality from the UK is recorded")
    both = before["voluntary"] + before["enforced"]
    place = both.groupby(before["origin"]).sum().idxmax()
    rows = before.loc[before["origin"].eq(place)].sort_values("year")
    first, last, top = rows.iloc[0], rows.iloc[-1], rows.loc[rows["voluntary"].idxmax()]
    peaked = top["voluntary"] > PEAK * max(first["voluntary"], last["voluntary"])
    then = top if peaked else first
    rose = then["voluntary"] < last["voluntary"]
    if then["voluntary"] == last["voluntary"]:
        form = N_("The UK recorded {n} voluntary returns of people {origin} in {year}")
    elif rose:
        form = N_("Voluntary returns of people {origin} rose from {n} in {year} to {m} in {last}")
    else:
        form = N_("Voluntary returns of people {origin} fell from {n} in {year} to {m} in {last}")
    return lang.text(
        form,
        origin=lang.place(str(place), "from"),
        n=lang.number(then["voluntary"]),
        year=then["year"],
        m=lang.number(last["voluntary"]),
        last=last["year"],
    )


def uk_notes(lang: Language) -> tuple[str, ...]:
    """Say what the counts of the Home Office are not."""
    return (
        lang.text("A kind of return that the source leaves out counts as no return recorded."),
        lang.text("Counts of the Home Office, not of IOM’s programme (AVRR)."),
    )


def returns_table(lang: Language, shown: pd.DataFrame) -> Table:
    """Return the counts of some nationalities and years as a table."""
    rows = pd.DataFrame(
        {
            "place": [lang.place(code) for code in shown["origin"]],
            "year": [str(year) for year in shown["year"]],
            **{
                name: shown[name].astype(float).to_list()
                for name in ("voluntary", "assisted", "verified", "enforced", "refused")
            },
        }
    )
    return Table(
        rows,
        (
            column(lang, "citizenship", "place"),
            column(lang, "year"),
            column(lang, "voluntary"),
            column(lang, "assisted"),
            column(lang, "verified"),
            column(lang, "enforced"),
            column(lang, "refused"),
        ),
    )
