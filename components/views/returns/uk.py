"""Voluntary and enforced returns from the United Kingdom, in a year and over the years."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.charts.bars import Bar, ranked
from components.charts.lines import Line
from components.charts.multiples import multiples
from components.context import RenderContext
from components.language import Language
from components.phrases.columns import column
from components.phrases.periods import years as years_words
from components.phrases.places import EVERYONE, among, nationality
from components.style.theme import FLOW_COLOURS
from components.view import Table, View
from components.views.assemble import assemble, caveats_of, sources_of
from components.views.returns.filters import ReturnFilters
from components.views.returns.gaps import gap_words, mark_gaps
from components.views.returns.uk_words import counted_words, verified_words
from components.views.spec import Tables
from data.areas import FIVE
from data.measures.returns import SMALL, UK_SOURCES, uk_gaps, uk_returns, voluntary_share


def share_in_a_year(tables: Tables, filters: ReturnFilters, context: RenderContext) -> View:
    """Return voluntary and enforced returns by nationality in one year, in numbers."""
    lang, colours = context.language, context.colours
    found = _chosen(tables, filters)
    shown = found.loc[found["year"].eq(filters.year)]
    own = shown.loc[shown["origin"].ne("WLD")]
    gaps = uk_gaps(tables["returns"], FIVE)
    bars = []
    for row in own.itertuples():
        for words, count, colour in (
            (
                lang.text("{place}: left of their own will", place=lang.place(row.origin)),
                row.voluntary,
                FLOW_COLOURS["return"],
            ),
            (
                lang.text("{place}: removed", place=lang.place(row.origin)),
                row.enforced,
                colours.into,
            ),
        ):
            bars.append(Bar(words, count, lang.number(count), _told(lang, row), colour))
    used = _rows(tables, filters).loc[lambda rows: rows["year"].eq(filters.year)]
    return assemble(
        context,
        "returns-uk-share",
        _headline(lang, own, filters, gaps),
        lang.text(
            "Voluntary and enforced returns from the United Kingdom, {year}, by citizenship, as "
            "the Home Office counts them; people refused entry are left out",
            year=filters.year,
        ),
        _table(lang, shown),
        lang.text("Bar chart"),
        sources_of(used) or UK_SOURCES,
        ranked(bars, lang, colours) if bars else None,
        remarks=caveats_of(lang, "returns", used),
        notes=(verified_words(lang, own) if len(own) else "", *_notes(lang)),
        missing=_missing(lang, filters, shown, gaps),
    )


def share_over_years(tables: Tables, filters: ReturnFilters, context: RenderContext) -> View:
    """Return the voluntary share of each nationality from 2004 on, the world beside it."""
    lang = context.language
    found = _chosen(tables, filters)
    gaps = uk_gaps(tables["returns"], FIVE)
    rows = _rows(tables, filters)
    return assemble(
        context,
        "returns-uk-years",
        _change(lang, found.loc[found["origin"].ne("WLD")], gaps),
        lang.text(
            "Voluntary returns, % of the voluntary and enforced ones that the Home Office "
            "recorded, by citizenship, United Kingdom, {years}",
            years=years_words(found["year"].min(), found["year"].max()),
        ),
        _table(lang, found),
        lang.text("Small line charts"),
        sources_of(rows),
        _shares_chart(context, found, filters.countries, gaps),
        remarks=caveats_of(lang, "returns", rows),
        notes=(
            *_after(lang, found, gaps),
            *_about_shares(lang),
            *_notes(lang),
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
    chart = multiples(panels, lang, colours, 1 if context.narrow else min(3, len(panels)))
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
    told = "; ".join(_told(lang, row) for row in newest.itertuples())
    return (lang.text("After the gap, in {year}: {list}.", year=newest["year"].iloc[0], list=told),)


def _rows(tables: Tables, filters: ReturnFilters) -> pd.DataFrame:
    rows = tables["returns"]
    chosen = rows["source_id"].isin(UK_SOURCES) & rows["origin"].isin([*filters.countries, "WLD"])
    return rows.loc[chosen]


def _chosen(tables: Tables, filters: ReturnFilters) -> pd.DataFrame:
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
    tips = [f"{year}: {_told(lang, by_year[year])}" if year in by_year else "" for year in years]
    return Line(name, years, shares, tips, colour, dash, symbol, connected)


def _share(row: Any) -> float | None:
    share = voluntary_share(row.voluntary, row.enforced) if row is not None else None
    return None if share is None else 100 * share


def _told(lang: Language, row: Any) -> str:
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


def _headline(lang: Language, own: pd.DataFrame, filters: ReturnFilters, gaps: list[int]) -> str:
    origin = among(lang, filters.countries, "from")
    if filters.year in gaps:
        return lang.text(
            "How many people {origin} returned from the United Kingdom in {year} was not found",
            origin=origin,
            year=filters.year,
        )
    if own.empty:
        return lang.text(
            "No return of people {origin} from the United Kingdom is recorded in {year}",
            origin=origin,
            year=filters.year,
        )
    return counted_words(lang, own, origin, filters.year)


def _change(lang: Language, own: pd.DataFrame, gaps: list[int]) -> str:
    """Tell the first and the last year before any gap, of the nationality with most returns."""
    before = own.loc[own["year"].lt(gaps[0])] if gaps else own
    if before.empty:
        return lang.text("No return of this nationality from the United Kingdom is recorded")
    both = before["voluntary"] + before["enforced"]
    place = both.groupby(before["origin"]).sum().idxmax()
    rows = before.loc[before["origin"].eq(place)].sort_values("year")
    first, last = rows.iloc[0], rows.iloc[-1]
    told = {
        "place": lang.place(str(place)),
        "last_year": last["year"],
        "voluntary": lang.number(last["voluntary"]),
        "enforced": lang.number(last["enforced"]),
    }
    if first["year"] == last["year"]:
        return lang.text(
            "{place}: voluntary returns from the United Kingdom in {last_year} {voluntary}, "
            "enforced {enforced}",
            **told,
        )
    return lang.text(
        "{place}, returns from the United Kingdom: {before_voluntary} voluntary and "
        "{before_enforced} enforced in {first_year}, {voluntary} and {enforced} in {last_year}",
        before_voluntary=lang.number(first["voluntary"]),
        before_enforced=lang.number(first["enforced"]),
        first_year=first["year"],
        **told,
    )


def _missing(lang: Language, filters: ReturnFilters, shown: pd.DataFrame, gaps: list[int]) -> str:
    """Name the nationalities that have no row in the year, or the year itself as a gap."""
    if filters.year in gaps:
        return gap_words(lang, gaps)
    absent = [code for code in filters.countries if code not in set(shown["origin"])]
    if not absent:
        return ""
    return lang.text(
        "No return is recorded in {year} for: {list}. The source has no row; the Home Office "
        "could say whether that is a zero.",
        year=filters.year,
        list=lang.listing([lang.place(code) for code in absent]),
    )


def _notes(lang: Language) -> tuple[str, ...]:
    return (
        lang.text("A kind without a row in the source counts as no return recorded."),
        lang.text("Counts of the Home Office, not of IOM’s programme (AVRR)."),
    )


def _table(lang: Language, shown: pd.DataFrame) -> Table:
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
