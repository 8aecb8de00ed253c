"""Net migration of one country by year, source by source: that they contradict is the finding."""

import pandas as pd

from components.charts.net_rows import TALL, NetRow, Same, net_rows
from components.context import RenderContext
from components.language import N_, Language
from components.phrases.columns import column
from components.phrases.headlines import fitting
from components.phrases.references import source_names
from components.view import Table, View
from components.views.assemble import assemble, caveats_of, sources_of, warnings_first
from components.views.countries.filters import CountryFilters
from components.views.countries.words import signed
from components.views.spec import Tables
from components.views.yearly.words import MODEL, YEARLY
from data.measures.counted_flows import total_rows
from data.measures.net_verdict import net_rows as counted_nets
from data.measures.yearly import EDITIONS, META
from data.measures.yearly_net import COUNTED, RESIDUAL, Nets, nets
from data.measures.yearly_net import net_rows as model_rows

ON_SLIDE = 90  # pixels of a row where letters are large
NAMES = {
    RESIDUAL: N_("UN, World Population Prospects 2024"),
    EDITIONS[0]: N_("Gaskin and Abel, edition of 2025"),
    EDITIONS[1]: N_("Gaskin and Abel, edition of 2026"),
    META: N_("Meta, online data"),
    COUNTED: N_("Counted by the statistical office"),
}


def yearly_net(tables: Tables, filters: CountryFilters, context: RenderContext) -> View:
    """Return net migration in every source that has it, one row each."""
    lang, country = context.language, filters.country
    found = nets(tables, country)
    own = model_rows(tables[YEARLY], country)
    residual = _residual(tables["population"], country)
    counts = _counts(tables["migration_flows"], country, found)
    return assemble(
        context,
        "yearly-net",
        _title(lang, country, found),
        lang.text(
            "People who came less people who left, by year, {first}–{last}; each source by "
            "itself, all on one scale",
            first=found.compared[0],
            last=found.compared[-1],
        ),
        _table(lang, country, found, counts),
        lang.text("Columns by year, a row for each source"),
        sources_of(residual, own, counts),
        _chart(context, found),
        remarks=warnings_first(
            caveats_of(lang, YEARLY, own),
            caveats_of(lang, "population", residual),
            caveats_of(lang, "migration_flows", counts) if len(counts) else (),
        ),
        notes=_notes(lang, found),
        caution=lang.text(
            "Sources contradict one another, in sign too. The model was fitted to the United "
            "Nations’ net migration, too, so that where they agree they are not independent."
        ),
    )


def _residual(population: pd.DataFrame, country: str) -> pd.DataFrame:
    rows = population["indicator"].eq("net_migration") & population["series"].eq("estimate")
    return population.loc[rows & population["country"].eq(country)]


def _counts(flows: pd.DataFrame, country: str, found: Nets) -> pd.DataFrame:
    """Return the rows behind the counted balances."""
    years = list(found.by_source[COUNTED])
    totals, balances = total_rows(flows, country), counted_nets(flows, country)
    whole = balances["origin"].eq("WLD") & balances["year"].isin(years)
    return pd.concat([totals.loc[totals["year"].isin(years)], balances.loc[whole]])


def _title(lang: Language, country: str, found: Nets) -> str:
    told = {
        "country": lang.place(country),
        "k": lang.number(len(found.agreed)),
        "n": lang.number(len(found.compared)),
    }
    return fitting(
        lang,
        lang.plural(
            "{country}: sources give net migration the same sign in {k} of {n} year",
            "{country}: sources give net migration the same sign in {k} of {n} years",
            len(found.compared),
            **told,
        ),
        lang.plural(
            "{country}: sources agree on the sign in {k} of {n} year",
            "{country}: sources agree on the sign in {k} of {n} years",
            len(found.compared),
            **told,
        ),
    )


def _chart(context: RenderContext, found: Nets) -> object:
    lang = context.language
    rows = [
        NetRow(
            lang.text(NAMES[source]),
            known,
            {year: _tip(lang, found, source, year) for year in known},
            found.deviation if source == EDITIONS[0] else {},
            source != COUNTED,
        )
        for source, known in found.by_source.items()
        if known
    ]
    agreed = {year: year in found.agreed for year in found.compared}
    tips = {
        year: "<br>".join(
            (
                f"{year}",
                *(f"{lang.text(NAMES[s])}: {signed(lang, v)}" for s, v in _of(found, year)),
            )
        )
        for year in agreed
    }
    same = Same(
        lang.text("Signs compared"),
        agreed,
        tips,
        (lang.text("same sign"), lang.text("signs differ")),
    )
    ways = (lang.text("More came than left"), lang.text("More left than came"))
    return net_rows(
        rows,
        same,
        lang,
        context.colours,
        context.width(),
        ways,
        lang.text("one standard deviation, where the authors give it"),
        ON_SLIDE if context.room else TALL,
    )


def _of(found: Nets, year: int) -> list[tuple[str, float]]:
    return list(found.of_year(year).items())


def _tip(lang: Language, found: Nets, source: str, year: int) -> str:
    told = f"{lang.text(NAMES[source])}, {year}: {signed(lang, found.by_source[source][year])}"
    own = found.deviation.get(year) if source == EDITIONS[0] else None
    return told if own is None else f"{told} ± {lang.compact(own)}"


def _notes(lang: Language, found: Nets) -> tuple[str, ...]:
    year = found.widest()
    told = [f"{lang.text(NAMES[s])}: {signed(lang, value)}" for s, value in _of(found, year)]
    notes = [
        lang.text(
            "Sources are farthest apart in {year} ({told}).",
            year=year,
            told="; ".join(told),
        )
    ]
    unsure = [year for year in found.compared if found.unsure(year)]
    if unsure:
        notes.append(
            lang.text(
                "In {k} of {n} years the edition of 2025 is within one standard deviation of zero, "
                "so that its own sign is uncertain.",
                k=lang.number(len(unsure)),
                n=lang.number(len(found.by_source[EDITIONS[0]])),
            )
        )
    if not found.by_source[COUNTED]:
        notes.append(
            lang.text(
                "No count of all arrivals and departures was found for this country. Its "
                "statistical office would have it."
            )
        )
    return (
        *notes,
        lang.text("Hollow columns are estimates, full ones counts. A year without one is empty."),
    )


def _table(lang: Language, country: str, found: Nets, counts: pd.DataFrame) -> Table:
    offices = source_names(lang, counts["source_id"])
    names = {
        RESIDUAL: source_names(lang, ["un_wpp2024"]),
        **dict.fromkeys(EDITIONS, source_names(lang, [MODEL])),
        META: source_names(lang, [META]),
        COUNTED: offices,
    }
    rows = [
        (
            lang.place(country),
            names[source],
            lang.text(NAMES[source]),
            str(year),
            value,
            found.deviation.get(year) if source == EDITIONS[0] else None,
            lang.text("same sign") if year in found.agreed else lang.text("signs differ"),
        )
        for source, known in found.by_source.items()
        for year, value in known.items()
    ]
    heads = ["country", "source", "line", "period", "value", "deviation", "finding"]
    return Table(
        pd.DataFrame(rows, columns=heads).astype({"value": "float", "deviation": "float"}),
        (
            column(lang, "country"),
            column(lang, "source_id", "source"),
            column(lang, "line"),
            column(lang, "period"),
            column(lang, "people", "value"),
            column(lang, "deviation"),
            column(lang, "finding"),
        ),
    )
