"""The regions of a country as a ranked list beside their map."""

from collections.abc import Iterator

from components.context import RenderContext
from components.documents.model import Document, Line, Panel, Panels
from components.documents.slopes import Bar
from components.language import N_, Language
from components.phrases.regions import region_name
from components.view import View
from components.views.assemble import assemble, caveats_of, sources_of
from components.views.countries.filters import CountryFilters
from components.views.countries.regions import (
    OUTLINED,
    Counted,
    counted,
    hole,
    precise,
    region_table,
    when,
    year_of,
)
from components.views.countries.regions_words import (
    HEADS,
    NO_COUNT,
    NOT_NAMED,
    SUBTITLES,
    no_figure,
    plain_name,
    said,
)
from components.views.spec import Tables
from data.areas import FIVE
from data.measures.regions import EMPLOYED, ONCE, REGIONAL, regional_values, regions_of

COUNTED = "kandas_region_count"
MOST = 3  # regions that the headline adds, as it says
# The same count in another year, that a list tells beside its own, and how the year is called.
BESIDE = {
    "kandas_2023": ("kandas_2021", N_("same months of 2021: {n}")),
    "kandas_2021": ("kandas_2023", N_("same months of 2023: {n}")),
}


def country_regions_list(tables: Tables, filters: CountryFilters, context: RenderContext) -> View:
    """Return the regions of a country by their figures, the largest first."""
    lang, country, found = context.language, filters.country, counted(tables, filters)
    rows = found.rows if found else tables["by_region"].iloc[:0]
    beside = _beside(tables, found)
    return assemble(
        context,
        "country-regions-list",
        _title(lang, found) if found else _none(lang, country),
        lang.text(SUBTITLES[found.key]) if found else lang.text(NO_COUNT),
        region_table(lang, country, found),
        lang.text("Ranked list"),
        sources_of(rows),
        _list(lang, country, found, beside) if found else _holes(lang, country),
        remarks=caveats_of(lang, "by_region", rows),
        notes=_counts(tables, lang, found),
        missing="" if found else _missing(lang, country),
        period=when(lang, found),
    )


def _beside(tables: Tables, found: Counted | None) -> dict[str, float]:
    if not found or found.key not in BESIDE:
        return {}
    return regional_values(tables["by_region"], BESIDE[found.key][0])


def _counts(tables: Tables, lang: Language, found: Counted | None) -> Iterator[str]:
    """Return what single regions count themselves of what is shown as shares."""
    if not found or found.key not in BESIDE:
        return
    table = tables["by_region"]
    for row in table.loc[table["indicator"].eq(COUNTED)].itertuples():
        yield lang.text(
            "{region} alone counted {n} new kandas in {year}; the other regions’ numbers of people "
            "were not found.",
            region=region_name(lang, str(row.region)),
            n=lang.number(float(row.value)),
            year=row.year,
        )


def _title(lang: Language, found: Counted) -> str:
    """Return the finding of the list, which is not the largest: the map says that."""
    codes, values = list(found.values), found.values
    if found.key == "workers_share":
        return lang.text(
            "In {region}, {n} of the employed worked abroad, the smallest share of all regions",
            region=plain_name(lang, codes[-1]),
            n=said(lang, found.key, values[codes[-1]]),
        )
    if found.key == "workers" and found.whole:
        largest = sum(values[code] for code in codes[:MOST])
        return lang.text(
            "{n} of Uzbekistan’s workers abroad came from three of its regions",
            n=lang.percent(largest / found.whole),
        )
    if REGIONAL[found.key].shares:
        return lang.text(
            "The regions that the release names took in {n} of new kandas",
            n=lang.percent(sum(values.values())),
        )
    return lang.plural(
        "{n} region was named; the others are not known",
        "{n} regions were named; the others are not known",
        len(codes),
        n=lang.number(len(codes)),
    )


def _none(lang: Language, country: str) -> str:
    count = len(regions_of(country, OUTLINED))
    if not count:
        return no_figure(lang, country)
    return lang.plural(
        "{country}: none of its {n} region has a count of migrants that was found",
        "{country}: none of its {n} regions has a count of migrants that was found",
        count,
        n=lang.number(count),
        country=lang.place(country),
    )


def _missing(lang: Language, country: str) -> str:
    if country not in FIVE:
        return hole(lang, country, None)
    return lang.text("A missing count is not a zero: nothing published by region was found.")


def _holes(lang: Language, country: str) -> Document | None:
    """Return the regions that have no figure; the map says who could publish one."""
    codes = regions_of(country, OUTLINED)
    if not codes:
        return None
    names = lang.listing(sorted(region_name(lang, code) for code in codes))
    return Document((Panels((Panel(lang.text("No figure"), state="hole", lines=(Line(names),)),)),))


def _list(lang: Language, country: str, found: Counted, beside: dict[str, float]) -> Document:
    largest = next(iter(found.values.values()))
    panels = [
        Panel(
            region_name(lang, code),
            precise(lang, found.key, value),
            lines=_lines(lang, code, found, beside),
            inline=Bar(value / largest),
            code=code,
        )
        for code, value in found.values.items()
    ]
    unnamed = [code for code in regions_of(country, year_of(found)) if code not in found.values]
    blocks = [Panels(tuple(panels), lang.text(HEADS[found.key]), form="list")]
    if unnamed:
        names = lang.listing(sorted(region_name(lang, code) for code in unnamed))
        words = lang.text("No figure: {why}", why=lang.text(NOT_NAMED[found.key]))
        blocks.append(Panels((Panel(words, state="hole", lines=(Line(names),)),), most=1))
    return Document(tuple(blocks))


def _lines(lang: Language, code: str, found: Counted, beside: dict[str, float]) -> tuple[Line, ...]:
    """Return what a share is made of; or the same share in another year."""
    if REGIONAL[found.key].per:
        own = found.rows.loc[found.rows["region"].eq(code)].set_index("indicator")["value"]
        told = lang.text(
            "{abroad} of {employed} employed",
            abroad=lang.number(float(own[REGIONAL[found.key].indicator])),
            employed=lang.number(float(own[EMPLOYED])),
        )
        return (Line(told),)
    if found.key not in BESIDE:
        return ()
    then, message = BESIDE[found.key]
    once = code if code in beside else {**ONCE, **{b: a for a, b in ONCE.items()}}.get(code, "")
    if once not in beside:
        return (Line(lang.text(message, n=lang.text(NOT_NAMED[then]))),)
    told = lang.text(message, n=precise(lang, then, beside[once]))
    if once != code:
        told = lang.text("{told}, within other boundaries", told=told)
    return (Line(told),)
