"""A country's migration status: what is claimed, and what the numbers say."""

import pandas as pd

from components.context import RenderContext
from components.documents.model import Document, Panel, Panels, lines
from components.documents.slopes import Slope, segments
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
from components.views.countries.evidence import Evidence, onward_range
from components.views.countries.filters import CountryFilters
from components.views.countries.net_words import counted_with
from components.views.countries.verdicts import verdict_panels
from components.views.countries.words import (
    CLAIM_NAMES,
    CLAIMED,
    STANDINGS,
    claim_of,
    reference_of,
    signed,
    too_low,
)
from components.views.spec import Tables
from data.areas import FIVE
from data.measures.countries import total_rows, transit_rows
from data.measures.net_verdict import rows_against

ROUND = 5  # years from one estimate of stocks to the next
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
        lang.text("Panels of words"),
        sources,
        Document(_panels(lang, seen)),
        remarks=warnings_first(
            caveats_of(lang, "migrant_stocks", stocks),
            caveats_of(lang, "population", _population(tables, seen.country)),
            caveats_of(lang, "migration_flows", moves) if seen.onward else (),
        ),
        notes=_notes(lang),
        missing=""
        if seen.onward
        else lang.text(
            "The table has onward moves only for the five countries of Central Asia. "
            "Abel and Cohen estimate them for all countries."
        ),
    )


def _subtitle(lang: Language, seen: Evidence) -> str:
    told = lang.text(
        "People by country of birth, on 1 July {first} and {last}; net migration {start}–{end} "
        "(residual estimate); modelled moves in five years",
        first=seen.first,
        last=seen.last,
        start=seen.net.start,
        end=seen.net.end,
    )
    born = FIVE if seen.country == "RUS" else (seen.country,)
    low = too_low(lang, seen.tables["migrant_stocks"], born)
    return f"{told} · {low}"


def _population(tables: Tables, country: str) -> pd.DataFrame:
    population = tables["population"]
    return population.loc[
        population["country"].eq(country) & population["indicator"].eq("net_migration")
    ]


def _notes(lang: Language) -> tuple[str, ...]:
    return (
        lang.text(
            "By the stocks a country is called receiving or sending when one side is more than a "
            "tenth larger than the other. By net migration it is called so only when no count and "
            "no change of the stocks speaks against the estimate, and no three years in a row make "
            "up more than half of it. This describes the numbers; it is not a score."
        ),
        lang.text(
            "A person who moved within the Soviet Union before 1991 and stayed counts as born "
            "abroad today."
        ),
    )


def _title(lang: Language, seen: Evidence) -> str:
    country = lang.place(seen.country)
    if seen.country == "RUS":
        return lang.text(
            "{share} of the people born in the five countries whom the United Nations’ table finds "
            "abroad live {where}, called {claim}",
            where=lang.place(seen.country, "in"),
            claim=lang.text(CLAIM_NAMES[CLAIMED["RUS"]]),
            share=lang.percent(seen.of_the_five[0] / seen.of_the_five[1]),
        )
    stand, claimed = seen.standing(seen.last), CLAIMED[seen.country]
    told = {
        "country": country,
        "claim": lang.text(CLAIM_NAMES[claimed]),
        "year": seen.last,
        "stand": lang.text(STANDINGS[stand or "level"]),
        "here": lang.compact(seen.here[seen.last]),
        "abroad": lang.compact(seen.abroad[seen.last]),
    }
    if claimed == (stand,):
        return lang.text(
            "As the literature says, {country} is {stand} by the number of migrants in {year}: "
            "{here} immigrants, {abroad} emigrants",
            **told,
        )
    return lang.text(
        "{country}, which the literature calls {claim}, is {stand} by the number of migrants in "
        "{year}: {here} immigrants, {abroad} emigrants",
        **told,
    )


def _panels(lang: Language, seen: Evidence) -> tuple[Panels, ...]:
    claim = claim_of(seen.country)
    told = Panel(
        lang.pick(claim["title"]),
        lines=lines(lang.pick(claim["text"])),
        foot=reference_of(lang, claim),
        quiet=True,
    )
    agree = lang.text("Where claim and numbers agree")
    return (
        Panels((told,), lang.text("The claim"), most=1),
        Panels(tuple(_numbers(lang, seen)), lang.text("What the numbers say")),
        Panels(tuple(verdict_panels(lang, seen)), agree, most=3),
    )


def _numbers(lang: Language, seen: Evidence) -> list[Panel]:
    net = seen.net
    counted = low = lang.text("UN DESA, 2024 revision")
    if seen.country in FIVE:
        low = lang.text(
            "UN DESA, 2024 revision; too low, because some hosts do not name the origin"
        )
    found = [
        _stock(lang, lang.text("Live here, born abroad"), seen.here, counted),
        _stock(lang, lang.text("Born here, live abroad"), seen.abroad, low),
        Panel(
            lang.text("Net migration"),
            signed(lang, net.total),
            lines=lines(
                lang.text(
                    "what births and deaths leave of the change of population, {start}–{end}",
                    start=net.start,
                    end=net.end,
                )
            ),
            foot=lang.text("World Population Prospects 2024, a residual, not a count"),
        ),
    ]
    if seen.onward:
        found.append(_onward(lang, seen))
    return found


def _onward(lang: Language, seen: Evidence) -> Panel:
    best, least, most, year = onward_range(seen)
    return Panel(
        lang.text("Onward moves"),
        lang.compact(best),
        lines=lines(
            lang.text(
                "by people born in neither country, out to a third country, "
                "{start}–{end}; {low} to {high} by three methods",
                start=year - 5,
                end=year,
                low=lang.compact(least),
                high=lang.compact(most),
            )
        ),
        foot=lang.text(
            "Abel and Cohen, edition on the 2020 stocks, pseudo-Bayesian closed method, modelled"
        ),
    )


def _stock(lang: Language, name: str, known: dict[int, float], foot: str) -> Panel:
    first, last = min(known), max(known)
    return Panel(
        name,
        lang.compact(known[last]),
        lines=lines(
            lang.text(
                "people in {last}; {n} in {first}",
                last=last,
                first=first,
                n=lang.compact(known[first]),
            )
        ),
        foot=foot,
        inline=Slope(segments(list(known), list(known.values()), (first, last), step=ROUND)),
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
