"""A country's migration status: what is claimed, and what the numbers say."""

import pandas as pd
import plotly.graph_objects as go

from components.charts.balance_path import Scale, Step, balance_path
from components.context import RenderContext
from components.language import Language
from components.phrases.columns import column
from components.phrases.periods import five_years, years
from components.view import Table, View
from components.views.assemble import (
    assemble,
    caveats_of,
    sources_of,
    warnings_first,
)
from components.views.countries.evidence import Evidence
from components.views.countries.filters import CountryFilters
from components.views.countries.net_words import counted_with
from components.views.countries.verdicts import verdict_chips, verdict_notes
from components.views.countries.words import (
    claim_of,
    reference_of,
    too_low,
)
from components.views.spec import Tables
from data.measures.countries import total_rows, transit_rows
from data.measures.net_verdict import rows_against

LEVEL = 100 * 1.1 / 2.1 - 50  # a tenth more on one side, as a distance from the middle
SOURCES = ("un_desa_ims2024", "un_wpp2024", "abel_cohen_flows")


def country_status(tables: Tables, filters: CountryFilters, context: RenderContext) -> View:
    """Return the framework's claim on a country beside what stocks and flows say."""
    lang = context.language
    seen = Evidence(filters.country, tables)
    title = _title(lang, seen)
    counts = rows_against(tables["migration_flows"], seen.country, seen.net)
    sources = (*(SOURCES if seen.onward else SOURCES[:2]), *sources_of(counts))
    stocks = pd.concat(
        [total_rows(tables["migrant_stocks"], seen.country, s) for s in ("abroad", "here")]
    )
    moves = transit_rows(tables["migration_flows"], seen.country, "from")
    return assemble(
        context,
        "country-status",
        title,
        _subtitle(lang, seen),
        _table(lang, seen),
        lang.text("Connected dots on one scale"),
        sources,
        _chart(context, seen),
        remarks=warnings_first(
            caveats_of(lang, "migrant_stocks", stocks),
            caveats_of(lang, "population", _population(tables, seen.country)),
            caveats_of(lang, "migration_flows", moves) if seen.onward else (),
        ),
        notes=(*verdict_notes(lang, seen), *_claim(lang, seen), *_notes(lang)),
        missing=""
        if seen.onward
        else lang.text(
            "The table has onward moves only for the five countries of Central Asia. "
            "Abel and Cohen estimate them for all countries."
        ),
    )


def _subtitle(lang: Language, seen: Evidence) -> str:
    told = lang.text(
        "People by country of birth, on 1 July {first}–{last}", first=seen.first, last=seen.last
    )
    if seen.country == "RUS":
        return told
    return f"{told} · {too_low(lang, seen.tables['migrant_stocks'], (seen.country,))}"


def _claim(lang: Language, seen: Evidence) -> tuple[str, ...]:
    """Say what is claimed, and by whom."""
    claim = claim_of(seen.country)
    return (f"{lang.pick(claim['title'])}: {lang.pick(claim['text'])} {reference_of(lang, claim)}",)


def _population(tables: Tables, country: str) -> pd.DataFrame:
    population = tables["population"]
    return population.loc[
        population["country"].eq(country) & population["indicator"].eq("net_migration")
    ]


def _notes(lang: Language) -> tuple[str, ...]:
    return (
        lang.text(
            "By its stocks, a country counts as receiving or sending when one side is more "
            "than a tenth larger than the other. By net migration it does so only when no "
            "count and no change in the stocks contradicts the estimate, and no three years "
            "in a row make up more than half of it. This describes the numbers; it is not a "
            "score."
        ),
        lang.text(
            "A person who moved within the Soviet Union before 1991 and stayed counts as born "
            "abroad today."
        ),
    )


def _title(lang: Language, seen: Evidence) -> str:
    country = seen.country
    if country == "RUS":
        return lang.text(
            "Russia is the hub: {share} of people born in the five countries and living abroad "
            "live there",
            share=lang.percent(seen.of_the_five[0] / seen.of_the_five[1]),
        )
    return lang.text(
        "{abroad} born {where} live abroad; it is home to {here} born abroad",
        where=lang.place(country, "in"),
        here=lang.compact(seen.here[seen.last]),
        abroad=lang.compact(seen.abroad[seen.last]),
    )


def _chart(context: RenderContext, seen: Evidence) -> go.Figure:
    """Draw the share of those who left among those who came and those who left, year by year."""
    lang = context.language
    years = sorted(seen.here)
    steps = [_step(lang, seen, year, year in (years[0], years[-1])) for year in years]
    scale = Scale(
        lang.text("people come"),
        lang.text("people go"),
        (
            lang.text("3 live here for 1 abroad"),
            lang.text("as many here as abroad"),
            lang.text("3 live abroad for 1 here"),
        ),
        LEVEL,
        lang.text("level"),
    )
    colour = context.colours.countries.get(seen.country, context.colours.primary)
    return balance_path(
        steps, scale, verdict_chips(lang, seen), lang, context.colours, colour, context.width()
    )


def _step(lang: Language, seen: Evidence, year: int, named: bool) -> Step:
    here, abroad = seen.here[year], seen.abroad[year]
    told = {"here": lang.short(here), "abroad": lang.short(abroad), "year": year}
    return Step(
        year,
        100 * abroad / (here + abroad),
        lang.text("{year}: {here} live here, {abroad} live abroad", **told),
        lang.text("{here} here, {abroad} abroad", **told) if named else "",
    )


def _table(lang: Language, seen: Evidence) -> Table:
    people, ratio = lang.text("people"), lang.text("ratio")
    here = lang.text("People living in the country, born abroad")
    abroad = lang.text("People born in the country, living abroad")
    rows: list[tuple[str, str, float, str]] = []
    rows += [(here, str(y), v, people) for y, v in seen.here.items()]
    rows += [(abroad, str(y), v, people) for y, v in seen.abroad.items()]
    for year in seen.here:
        value = seen.ratio(year)
        if value is not None:
            rows.append((lang.text("Immigrants for each emigrant"), str(year), value, ratio))
    net = seen.net
    residual = lang.text("Net migration (residual)")
    rows.append((residual, years(net.start, net.end), net.total, people))
    rows.append((residual, years(net.run[0], net.run[1]), net.run[2], people))
    rows += [
        (lang.text("Net migration (counted)"), str(y), v, people) for y, v in net.counted.items()
    ]
    if net.pair:
        rows.append((counted_with(lang, net.pair), str(net.pair.year), net.pair.value, people))
    rows += [
        (f"{lang.text('Onward moves')}: {lang.label('methods', method)}", five_years(y), v, people)
        for method, known in seen.onward.items()
        for y, v in known.items()
    ]
    if seen.country == "RUS":
        rows += _hub_rows(lang, seen, people)
    return Table(
        pd.DataFrame(rows, columns=["what", "period", "value", "unit"]),
        (
            column(lang, "what"),
            column(lang, "period"),
            column(lang, "value"),
            column(lang, "unit"),
        ),
    )


def _hub_rows(lang: Language, seen: Evidence, people: str) -> list[tuple[str, str, float, str]]:
    """Return where the people born in the five countries live, together and by country."""
    there, everyone = seen.of_the_five
    last = str(seen.last)
    return [
        (lang.text("Born in the five countries, live abroad"), last, everyone, people),
        (lang.text("Born in the five countries, live here"), last, there, people),
        *(
            (
                lang.text(
                    "Share of the people abroad who live here, born {where}",
                    where=lang.place(code, "in"),
                ),
                last,
                100 * share,
                "%",
            )
            for code, share in seen.hub.items()
        ),
    ]
