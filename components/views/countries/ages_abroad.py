"""Ages and sexes of people born in a country by where they live, and where nobody has told them."""

import math

import pandas as pd
import plotly.graph_objects as go

from components.charts.age_bands import AgeRow, Kind, age_bands
from components.context import RenderContext
from components.language import Language
from components.phrases.columns import column
from components.view import Table, View
from components.views.assemble import assemble, caveats_of, sources_of, warnings_first
from components.views.countries.ages_words import (
    WORKING,
    group_name,
    hole_title,
    narrow_median,
    office,
    span_of,
)
from components.views.countries.filters import CountryFilters
from components.views.drawn import drawn_column, drawn_words
from components.views.spec import Tables
from data.areas import FIVE
from data.measures.ages_abroad import (
    OLDEST,
    RECENT,
    Count,
    group_of_rank,
    share_of_ages,
    share_of_women,
)
from data.measures.ages_hosts import Host, covered, hosts
from data.measures.countries import pair_rows
from data.measures.standards import SHARE_MINIMUM, tellable

LARGEST, SHOWN = 9, 16  # hosts with or without ages, and all rows
NAMED = 6  # hosts whose offices are named below the chart


def ages_destinations(tables: Tables, filters: CountryFilters, context: RenderContext) -> View:
    """Return the ages of people born in a country by host, largest hosts first, with the holes."""
    lang, country = context.language, filters.country
    stocks, ages = tables["migrant_stocks"], tables["ages_abroad"]
    if country not in FIVE:
        return _none(context, country)
    every = hosts(stocks, ages, country)
    rest = [host for host in every[LARGEST:] if host.count]
    shown = [*every[:LARGEST], *rest][:SHOWN]
    behind = ages.loc[ages["origin"].eq(country)]
    pairs = pair_rows(stocks, country, "abroad")
    pairs = pairs.loc[pairs["year"].eq(pairs["year"].max())]
    return assemble(
        context,
        "ages-destinations",
        hole_title(lang, country, 1 - covered(stocks, ages, country)),
        lang.text(
            "Ages and share of women by country of residence, latest count from {since} on; "
            "those with most people come first",
            since=int(ages["year"].min()),
        ),
        _table(lang, every, shown),
        lang.text("Bands of ages by country of residence"),
        sources_of(behind, pairs),
        _chart(context, country, shown),
        remarks=warnings_first(
            caveats_of(lang, "ages_abroad", behind), caveats_of(lang, "migrant_stocks", pairs)
        ),
        notes=_notes(lang, int(pairs["year"].iloc[0])),
        missing=_missing(lang, every),
    )


def _none(context: RenderContext, country: str) -> View:
    lang = context.language
    return assemble(
        context,
        "ages-destinations",
        lang.text("{country}: the atlas has no figures by age", country=lang.place(country)),
        lang.text("Ages and share of women by country of residence"),
        _table(lang, [], []),
        lang.text("Bands of ages by country of residence"),
        (),
        None,
        missing=lang.text("The atlas has ages abroad of people born in the five countries only."),
    )


def _notes(lang: Language, year: int) -> tuple[str, ...]:
    return (
        lang.text(
            "Drawn are the {n} countries with most people, and below them the next ones that have "
            "ages; the table has all.",
            n=LARGEST,
        ),
        lang.text(
            "The share in the headline is of people whom the United Nations’ table places in a "
            "country on 1 July {year}. That number also puts the rows in order, or a national "
            "count where the table has none; it is not set against the ages, which are of other "
            "years.",
            year=year,
        ),
        lang.text(
            "No age is worked out inside a group. The band runs from the age group in which the "
            "youngest quarter of people ends to the one in which the oldest quarter begins, so it "
            "holds at least half of them."
        ),
        lang.text(
            "A share is given only of {n} people or more, and only where age groups begin and end "
            "there; the table has every count.",
            n=SHARE_MINIMUM,
        ),
    )


def _missing(lang: Language, every: list[Host]) -> str:
    """Say who would have the ages of the largest hosts without recent ones."""
    lacking = [host for host in every if not (host.count and host.count.is_recent)][:NAMED]
    told = "; ".join(f"{lang.place(host.code)} – {office(lang, host.code)}" for host in lacking)
    return lang.text(
        "Ages from {year} on are missing here, and who would have them: {told}.",
        year=RECENT,
        told=told,
    )


def _chart(context: RenderContext, country: str, shown: list[Host]) -> go.Figure:
    lang, colours = context.language, context.colours
    return age_bands(
        [_row(lang, host) for host in shown],
        (
            lang.text("Women"),
            lang.text("Aged {ages}", ages=span_of(*WORKING)),
            lang.text("Year"),
        ),
        {
            "median": lang.text("age group of the median"),
            "known": lang.text("half of the people"),
            "old": lang.text("counted before {year}", year=RECENT),
            "coarse": lang.text("only broad age groups"),
            "gap": lang.text("no ages, and who would have them"),
        },
        lang,
        colours,
        colours.of_origin(country),
        context.width(),
        context.narrow,
    )


def _row(lang: Language, host: Host) -> AgeRow:
    count, name = host.count, lang.place(host.code)
    if count is None:
        words = office(lang, host.code)
        tip = lang.text("{place}: no ages. {office}", place=name, office=words)
        return AgeRow(name, "gap", None, None, ("", "", "–"), words, tip)
    facts = (
        _told(lang, count, share_of_women(count)),
        _told(lang, count, share_of_ages(count, *WORKING)),
        str(count.year),
    )
    lower, upper = group_of_rank(count, 0.25), group_of_rank(count, 0.75)
    median = group_of_rank(count, 0.5)
    half = (lower.first, upper.last) if lower and upper else None
    narrow = narrow_median(count)
    if not narrow:
        known = [group for group in count.groups if group.both]
        words = ", ".join(group_name(group) for group in known) if len(known) < 4 else ""
        words = lang.text("known by age: {groups}", groups=words) if words else ""
        return AgeRow(name, "coarse", half, None, facts, words, _tip(lang, host, count))
    band = (median.first, median.last) if median else None
    kind: Kind = "known" if count.is_recent else "old"
    return AgeRow(name, kind, half, band, facts, "", _tip(lang, host, count))


def _told(lang: Language, count: Count, share: float | None) -> str:
    if share is None or not tellable(count.people):
        return "–"
    return lang.percent(share, 1 if 0.99 < share < 1 else 0)  # not all of them


def _tip(lang: Language, host: Host, count: Count) -> str:
    told = [
        lang.text(
            "{place}, {year}: {n}",
            place=lang.place(host.code),
            year=count.year,
            n=lang.number(count.people),
        ),
        lang.label("origin_bases", count.basis),
    ]
    median = group_of_rank(count, 0.5)
    if median:
        told.append(lang.text("median: {group} years", group=group_name(median)))
    return "<br>".join(told)


NUMBERS = ("people", "women", "children", "working", "old", "unknown", "stock")


def _table(lang: Language, every: list[Host], shown: list[Host]) -> Table:
    codes = {host.code for host in shown}
    drawn = drawn_words(lang, (host.code in codes for host in every))
    cells = [_cells(lang, host) for host in every]
    names = ("place", "year", "basis", "lower", "median", "upper", "codes", "office", *NUMBERS)
    frame = pd.DataFrame(cells, columns=names).assign(drawn=drawn)
    return Table(
        frame.astype(dict.fromkeys(NUMBERS, "float")),
        (
            column(lang, "residence", "place"),
            column(lang, "year"),
            column(lang, "origin_basis", "basis", kind="text"),
            column(lang, "people"),
            column(lang, "quarter_group", "lower"),
            column(lang, "median_group", "median"),
            column(lang, "three_quarter_group", "upper"),
            column(lang, "share_of_women", "women"),
            column(lang, "children_share", "children"),
            column(lang, "working_age_share", "working"),
            column(lang, "old_age_share", "old"),
            column(lang, "no_age", "unknown"),
            column(lang, "series", "codes"),
            column(lang, "stock_for_order", "stock"),
            column(lang, "would_have", "office"),
            drawn_column(lang),
        ),
    )


def _cells(lang: Language, host: Host) -> tuple[str | float, ...]:
    """Return the texts of a row, then its numbers."""
    count, nan = host.count, math.nan
    lacking = "" if count and count.is_recent else office(lang, host.code)
    if count is None:
        return (lang.place(host.code), *[""] * 6, lacking, *[nan] * 6, host.people)
    return (
        lang.place(host.code),
        str(count.year),
        lang.label("origin_bases", count.basis),
        *(group_name(group_of_rank(count, rank)) for rank in (0.25, 0.5, 0.75)),
        count.series,
        lacking,
        count.people,
        *_shares(count),
        count.unknown,
        host.people,
    )


def _shares(count: Count) -> list[float]:
    found = (
        share_of_women(count),
        share_of_ages(count, 0, 14),
        share_of_ages(count, *WORKING),
        share_of_ages(count, 65, OLDEST),
    )
    return [math.nan if share is None else 100 * share for share in found]
