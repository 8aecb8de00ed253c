"""Voluntary and enforced returns from the United Kingdom."""

import math
from typing import Any

import pandas as pd

from components.charts.bars import Bar, ranked
from components.charts.lines import Line, multiples
from components.language import Language
from components.look import Look
from components.theme import FLOW_COLOURS
from components.view import Column, Table, View
from components.views.assemble import assemble, caveats_of
from components.views.returns.filters import ReturnFilters
from components.views.spec import Tables
from data.measures.returns import SMALL, uk_returns, voluntary_share

SOURCE = "uk_home_office_returns"


def share_in_a_year(tables: Tables, filters: ReturnFilters, look: Look) -> View:
    """Return the voluntary share by nationality in one year, the world beside it."""
    lang, colours = look.language, look.colours
    found = _chosen(tables, filters)
    shown = found.loc[found["year"].eq(filters.year)]
    bars = []
    for row in shown.itertuples():
        share = voluntary_share(row.voluntary, row.enforced)
        colour = colours.other if row.origin == "WLD" else FLOW_COLOURS["return"]
        bars.append(Bar(
            _name(lang, row), 100 * (share or 0), _percent(lang, share), _told(lang, row), colour,
        ))  # fmt: skip
    return assemble(
        look,
        "returns-uk-share",
        _headline(lang, shown),
        lang.text(
            "Voluntary returns as a share of voluntary and enforced ones, by citizenship, "
            "United Kingdom, {year}; refused entry is left out",
            year=filters.year,
        ),
        _table(lang, shown),
        lang.text("Bar chart"),
        (SOURCE,),
        ranked(bars, lang, colours, top=100) if bars else None,
        remarks=caveats_of(lang, "returns", _rows(tables, filters)),
        notes=_notes(lang),
        missing=_missing(lang, filters, shown),
    )


def share_over_years(tables: Tables, filters: ReturnFilters, look: Look) -> View:
    """Return the voluntary share of each nationality from 2004 on, the world beside it."""
    lang, colours = look.language, look.colours
    found = _chosen(tables, filters)
    world = found.loc[found["origin"].eq("WLD")]
    panels = []
    for code in filters.who:
        own = found.loc[found["origin"].eq(code)]
        few = own.loc[own["voluntary"] + own["enforced"] < SMALL]
        many = own.drop(index=few.index)
        panels.append((lang.place(code), [
            _line(lang, lang.text("All nationalities"), world, colours.other, dash="dot"),
            _line(lang, lang.text("This nationality"), many, colours.primary),
            _line(lang, lang.text("Fewer than {n} returns (diamonds)", n=SMALL), few,
                  colours.into, symbol="diamond", connected=False),
        ]))  # fmt: skip
    return assemble(
        look,
        "returns-uk-years",
        _change(lang, found),
        lang.text(
            "Voluntary returns as a share of voluntary and enforced ones, %, by citizenship, "
            "United Kingdom, {first}–{last}",
            first=world["year"].min(),
            last=world["year"].max(),
        ),
        _table(lang, found),
        lang.text("Small line charts"),
        (SOURCE,),
        multiples(panels, lang, colours, 1 if look.narrow else min(3, len(panels))),
        remarks=caveats_of(lang, "returns", _rows(tables, filters)),
        notes=_notes(lang),
    )


def _rows(tables: Tables, filters: ReturnFilters) -> pd.DataFrame:
    rows = tables["returns"]
    chosen = rows["source_id"].eq(SOURCE) & rows["origin"].isin([*filters.who, "WLD"])
    return rows.loc[chosen]


def _chosen(tables: Tables, filters: ReturnFilters) -> pd.DataFrame:
    found = uk_returns(tables["returns"])
    order = {code: place for place, code in enumerate([*filters.who, "WLD"])}
    found = found.loc[found["origin"].isin(order)]
    return found.assign(order=found["origin"].map(order)).sort_values(["order", "year"])


def _line(
    lang: Language, name: str, rows: pd.DataFrame, colour: str, dash: str = "solid",
    symbol: str = "circle", connected: bool = True,
) -> Line:  # fmt: skip
    by_year = {row.year: row for row in rows.itertuples()}
    years = list(range(min(by_year), max(by_year) + 1)) if by_year else []
    shares = [_share(by_year.get(year)) for year in years]
    tips = [f"{year}: {_told(lang, by_year[year])}" if year in by_year else "" for year in years]
    return Line(name, years, shares, tips, colour, dash, symbol, connected)


def _share(row: Any) -> float | None:
    share = voluntary_share(row.voluntary, row.enforced) if row is not None else None
    return None if share is None else 100 * share


def _name(lang: Language, row: Any) -> str:
    count = row.voluntary + row.enforced
    few = "◆ " if count < SMALL else ""
    return f"{few}{lang.place(row.origin)} ({lang.number(count)})"


def _percent(lang: Language, share: float | None) -> str:
    return lang.text("not defined") if share is None else lang.percent(share)


def _told(lang: Language, row: Any) -> str:
    if pd.isna(row.assisted):
        return lang.text(
            "{place}: voluntary {voluntary}, enforced {enforced}",
            place=lang.place(row.origin), voluntary=lang.number(row.voluntary),
            enforced=lang.number(row.enforced),
        )  # fmt: skip
    return lang.text(
        "{place}: voluntary {voluntary}, of them assisted {assisted}; enforced {enforced}",
        place=lang.place(row.origin), voluntary=lang.number(row.voluntary),
        assisted=lang.number(row.assisted), enforced=lang.number(row.enforced),
    )  # fmt: skip


def _headline(lang: Language, shown: pd.DataFrame) -> str:
    own = shown.loc[shown["origin"].ne("WLD") & (shown["voluntary"] + shown["enforced"] > 0)]
    if own.empty:
        return lang.text("No return of this nationality is recorded, so no share is defined")
    row = own.loc[(own["voluntary"] + own["enforced"]).idxmax()]
    return lang.text(
        "{place}: {share} of returns from the United Kingdom in {year} were voluntary "
        "({voluntary}, of them assisted {assisted}; enforced {enforced})",
        place=lang.place(row["origin"]), year=row["year"],
        share=lang.percent(row["voluntary"] / (row["voluntary"] + row["enforced"])),
        voluntary=lang.number(row["voluntary"]), assisted=lang.number(row["assisted"]),
        enforced=lang.number(row["enforced"]),
    )  # fmt: skip


def _change(lang: Language, found: pd.DataFrame) -> str:
    """Tell the first and the last share that rest on enough people, of the largest nationality."""
    own = found.loc[found["origin"].ne("WLD")]
    both = own["voluntary"] + own["enforced"]
    enough = own.loc[both >= SMALL]
    if len(enough) < 2:
        return lang.text(
            "No nationality shown has two years with {n} returns or more: the shares rest on few "
            "people and jump", n=SMALL,
        )  # fmt: skip
    place = both.loc[enough.index].groupby(enough["origin"]).sum().idxmax()
    rows = enough.loc[enough["origin"].eq(place)].sort_values("year")
    first, last = (
        {"year": row["year"], "share": voluntary_share(row["voluntary"], row["enforced"])}
        for row in (rows.iloc[0], rows.iloc[-1])
    )
    return lang.text(
        "{place}: {first} of returns were voluntary in {first_year}, {last} in {last_year}; "
        "shares that rest on few people jump",
        place=lang.place(str(place)), first=_percent(lang, first["share"]),
        first_year=first["year"], last=_percent(lang, last["share"]), last_year=last["year"],
    )  # fmt: skip


def _missing(lang: Language, filters: ReturnFilters, shown: pd.DataFrame) -> str:
    """Name the nationalities that have no row in the year."""
    absent = [code for code in filters.who if code not in set(shown["origin"])]
    if not absent:
        return ""
    return lang.text(
        "No return is recorded in {year} for: {list}. The source has no row; the Home Office "
        "could say whether that is a zero.",
        year=filters.year, list=lang.listing([lang.place(code) for code in absent]),
    )  # fmt: skip


def _notes(lang: Language) -> tuple[str, ...]:
    return (
        lang.text(
            "Diamonds: fewer than {n} returns in the year, so a few people move the share.", n=SMALL
        ),
        lang.text("A kind without a row in the source counts as no return recorded."),
        lang.text("Counts of the Home Office, not of IOM’s programme (AVRR)."),
        lang.text("The source does not give the assisted part for all nationalities together."),
    )


def _table(lang: Language, shown: pd.DataFrame) -> Table:
    rows = pd.DataFrame({
        "place": [lang.place(code) for code in shown["origin"]],
        "year": [str(year) for year in shown["year"]],
        "share": [math.nan if (share := voluntary_share(r.voluntary, r.enforced)) is None
                  else 100 * share for r in shown.itertuples()],
        "voluntary": shown["voluntary"].to_list(), "assisted": shown["assisted"].to_list(),
        "enforced": shown["enforced"].to_list(), "refused": shown["refused"].to_list(),
    })  # fmt: skip
    return Table(rows, (
        Column("place", lang.text("Citizenship"), kind="place"),
        Column("year", lang.text("Year"), kind="period"),
        Column("share", lang.text("Voluntary share, %"), 1, unit="percent"),
        Column("voluntary", lang.text("Voluntary returns"), 0, unit="returns"),
        Column("assisted", lang.text("Assisted, among the voluntary"), 0, unit="returns"),
        Column("enforced", lang.text("Enforced returns"), 0, unit="returns"),
        Column("refused", lang.text("Refused entry and left (apart)"), 0, unit="returns"),
    ))  # fmt: skip
