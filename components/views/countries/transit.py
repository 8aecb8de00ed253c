"""Modelled moves between two countries of people who were born in neither."""

import pandas as pd

from components.charts.columns import Part, columns
from components.charts.plain import SharedFigure
from components.context import RenderContext
from components.language import Language
from components.phrases.columns import column
from components.phrases.figures import span
from components.phrases.periods import five_years
from components.phrases.sentences import lower_first
from components.view import Table, View
from components.views.assemble import assemble, caveats_of, sources_of
from components.views.countries.filters import CountryFilters
from components.views.spec import Tables
from data.areas import FIVE
from data.measures.catalogue import TYPED_METHODS
from data.measures.countries import transit_moves, transit_rows

PERIOD = 5
Moves = dict[str, dict[int, float]]  # by method and last year of a period


def country_transit(tables: Tables, filters: CountryFilters, context: RenderContext) -> View:
    """Return modelled moves of people who were born in neither of two countries."""
    lang, flows, country = context.language, tables["migration_flows"], filters.country
    method = TYPED_METHODS[0]
    if country not in FIVE:
        return _no_transit(lang, context, country)
    onward = {m: transit_moves(flows, country, "from", m) for m in TYPED_METHODS}
    inward = {m: transit_moves(flows, country, "to", m) for m in TYPED_METHODS}
    ends = sorted(onward[method])
    behind = pd.concat([transit_rows(flows, country, side) for side in ("from", "to")])
    return assemble(
        context,
        "country-transit",
        _title(lang, country, onward, ends[-1]),
        lang.text(
            "People who moved between two countries and were born in neither, in five years, "
            "modelled; headline: {period}, by three methods; bars: {method}",
            period=five_years(ends[-1]),
            method=lower_first(lang.label("methods", method)),
        ),
        _transit_table(lang, inward, onward),
        lang.text("Bar chart by period"),
        sources_of(behind),
        _chart(context, inward, onward, ends),
        remarks=caveats_of(lang, "migration_flows", behind),
        notes=(
            lang.text(
                "These are changes of residence over five years. People who pass through within "
                "days or weeks are counted in no table of the atlas."
            ),
            lang.text(
                "Onward moves are estimated only in the edition that rests on the stocks of the "
                "2020 revision. The newer edition, which rests on the 2024 revision, has far fewer "
                "moves of all kinds together."
            ),
        ),
    )


def _title(lang: Language, country: str, onward: Moves, last: int) -> str:
    known = [by_year[last] for by_year in onward.values() if last in by_year]
    return lang.text(
        "{span} people born elsewhere moved on {where} to a third country",
        span=span(lang, min(known), max(known)),
        where=lang.place(country, "from"),
    )


def _chart(context: RenderContext, inward: Moves, onward: Moves, ends: list[int]) -> SharedFigure:
    """Draw moves in and moves on side by side, period by period."""
    lang, colours = context.language, context.colours
    parts = [
        _transit_part(lang, name, known, ends, colour)
        for name, known, colour in (
            (lang.text("In, from a third country"), inward, colours.into),
            (lang.text("On, to a third country"), onward, colours.out),
        )
    ]
    return columns(
        parts,
        lang,
        colours,
        range(len(ends)),
        stacked=False,
        year=lambda i: f"{ends[i] - PERIOD}–{ends[i] % 100:02d}",
    )


def _transit_part(
    lang: Language,
    name: str,
    known: Moves,
    ends: list[int],
    colour: str,
) -> Part:
    tips, best = {}, known[TYPED_METHODS[0]]
    for index, end in enumerate(ends):
        values = [by_year[end] for by_year in known.values() if end in by_year]
        tips[index] = lang.text(
            "{name}, {period}: {n}; {low} to {high} by three methods",
            name=name,
            period=five_years(end),
            n=lang.compact(best[end]),
            low=lang.compact(min(values)),
            high=lang.compact(max(values)),
        )
    values_by_place = {i: best[end] for i, end in enumerate(ends)}
    return Part(name, values_by_place, colour, tips, "hollow")


def _transit_table(lang: Language, inward: Moves, onward: Moves) -> Table:
    sides = {
        lang.text("In, from a third country"): inward,
        lang.text("On, to a third country"): onward,
    }
    rows = [
        (side, lang.label("methods", method), five_years(end), value)
        for side, methods in sides.items()
        for method, known in methods.items()
        for end, value in known.items()
    ]
    return Table(
        pd.DataFrame(rows, columns=["side", "method", "period", "value"]),
        (
            column(lang, "direction", "side"),
            column(lang, "method"),
            column(lang, "period"),
            column(lang, "people", "value"),
        ),
    )


def _no_transit(lang: Language, context: RenderContext, country: str) -> View:
    return assemble(
        context,
        "country-transit",
        lang.text(
            "The atlas has no figure of onward moves for {country}", country=lang.place(country)
        ),
        lang.text("People who moved between two countries and were born in neither"),
        _transit_table(lang, {}, {}),
        lang.text("Bar chart by period"),
        (),
        None,
        missing=lang.text(
            "The table has onward moves only for the five countries of Central Asia. "
            "Abel and Cohen estimate them for all countries."
        ),
    )
