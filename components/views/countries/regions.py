"""The map of the regions inside a country: who works abroad, who left, where kandas settle."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

import pandas as pd

from components.context import RenderContext
from components.language import Language
from components.maps.areas import Shown, area_map, country_frame, country_window
from components.maps.drawing import MapDrawing, of_areas
from components.maps.frame import print_frame
from components.phrases.columns import codes_of, column
from components.phrases.periods import period
from components.phrases.regions import map_name, region_name
from components.view import Table, View
from components.views.assemble import assemble, caveats_of, sources_of
from components.views.countries.filters import CountryFilters
from components.views.countries.regions_words import (
    ELSEWHERE,
    HEADS,
    INCOMPLETE,
    MISSING,
    NO_COUNT,
    NOT_NAMED,
    SUBTITLES,
    credit,
    headline,
    no_figure,
    said,
)
from components.views.spec import Tables
from data.areas import FIVE
from data.measures.regions import (
    EMPLOYED,
    ONCE,
    REGIONAL,
    regional_of,
    regional_rows,
    regional_values,
    regions_of,
    whole_value,
)
from geo.loader import region_points

OUTLINED, OUTLINES = 2019, "2018–2019"  # the year, and the years, that the outlines are of
WIDEST = 840  # pixels of a map with its list beside it
BREAKS = {"workers_share": (0.08, 0.10, 0.15)}  # where the values leave gaps


@dataclass(frozen=True)
class Counted:
    """What is published by region for a choice, with the rows behind it."""

    key: str
    rows: pd.DataFrame
    values: dict[str, float]
    whole: float | None


def counted(tables: Tables, filters: CountryFilters) -> Counted | None:
    """Return the figures of the country that is shown; None where it publishes none.

    A choice that is of another country (beside which this one is shown) is the first of this one.
    """
    ways = regional_of(filters.country)
    if not ways:
        return None
    key = filters.regional if filters.regional in ways else ways[0]
    table = tables["by_region"]
    values = regional_values(table, key)
    return Counted(key, regional_rows(table, key), values, whole_value(table, key))


def country_regions(tables: Tables, filters: CountryFilters, context: RenderContext) -> View:
    """Return the map of a country's regions; all hatched where nothing is published."""
    lang, country, found = context.language, filters.country, counted(tables, filters)
    if country not in FIVE:
        return _outside(context, country)
    rows = found.rows if found else tables["by_region"].iloc[:0]
    draw = partial(_drawing, context, country, found)
    told = lang.text(SUBTITLES[found.key]) if found else lang.text(NO_COUNT)
    view = assemble(
        context,
        "country-regions",
        headline(lang, found.key, found.values, found.whole) if found else no_figure(lang, country),
        told,
        region_table(lang, country, found),
        lang.text("Map of regions"),
        sources_of(rows),
        draw(None),
        remarks=caveats_of(lang, "by_region", rows),
        notes=[lang.text(told[country]) for told in (INCOMPLETE, ELSEWHERE) if country in told],
        missing=hole(lang, country, found),
        period=when(lang, found),
    )
    return replace(view, drawing=draw, credit=credit(lang))


def when(lang: Language, found: Counted | None) -> str:
    """Return the time of the figures; of the outlines where there are none."""
    return period(lang, next(found.rows.itertuples())) if found else OUTLINES


def hole(lang: Language, country: str, found: Counted | None) -> str:
    """Say what is missing by region, and who could publish it."""
    message = MISSING.get(found.key, "") if found else MISSING[country]
    return lang.text(message) if message else ""


def _outside(context: RenderContext, country: str) -> View:
    lang = context.language
    return assemble(
        context,
        "country-regions",
        no_figure(lang, country),
        lang.text("Regions of the five countries of Central Asia"),
        region_table(lang, country, None),
        lang.text("Map of regions"),
        (),
        None,
        missing=lang.text(MISSING["RUS"]),
        period=when(lang, None),
    )


def _drawing(
    context: RenderContext, country: str, found: Counted | None, room: tuple[int, int] | None
) -> MapDrawing:
    """Return the map as vectors; for a picture it is computed anew."""
    lang = context.language
    own = country_frame(country, context.size, min(context.width(), WIDEST))
    if room:
        own = print_frame(room, country_window(country))
    listed = region_points()
    codes = [str(code) for code in listed.index[listed["country"].eq(country)]]
    shown = Shown(
        country,
        found.values if found else {},
        {code: map_name(lang, code) for code in codes},
        partial(said, lang, found.key) if found else str,
        {code: _tip(lang, code, found) for code in codes},
        BREAKS.get(found.key, ()) if found else (),
        ONCE,
        head=lang.text(HEADS[found.key]) if found else "",
        hole=_hatched(lang, found),
    )
    words = (lang.text("Outlines as of 2018–19"),)
    return of_areas(area_map(shown, own), words)


def _hatched(lang: Language, found: Counted | None) -> str:
    if not found:
        return lang.text("No figure")
    return (
        lang.text("No figure: {why}", why=lang.text(NOT_NAMED[found.key]))
        if (found.key in NOT_NAMED)
        else ""
    )


def _tip(lang: Language, code: str, found: Counted | None) -> str:
    name = region_name(lang, code)
    value = found.values.get(code) if found else None
    if found is None or value is None:
        if found and ONCE.get(code) in found.values:
            return name
        return lang.text("{region}: no figure", region=name)
    return lang.text("{what}: {n}", what=name, n=amount(lang, code, found))


def amount(lang: Language, code: str, found: Counted) -> str:
    """Write a region's value; a share of the employed with the people that it is a share of."""
    told = precise(lang, found.key, found.values[code])
    if not REGIONAL[found.key].per:
        return told
    own = found.rows.loc[found.rows["region"].eq(code)].set_index("indicator")["value"]
    return lang.text(
        "{share}, that is {abroad} of {employed} employed",
        share=told,
        abroad=lang.number(own[REGIONAL[found.key].indicator]),
        employed=lang.number(own[EMPLOYED]),
    )


def precise(lang: Language, key: str, value: float) -> str:
    """Write a value as it was printed, or a share to a tenth of a per cent."""
    return lang.percent(value, 1) if REGIONAL[key].shares else lang.number(value)


def region_table(lang: Language, country: str, found: Counted | None) -> Table:
    """Return every region of a country with its figures; without one where none is published."""
    values = found.values if found else {}
    codes = sorted(
        regions_of(country, year_of(found)), key=lambda code: (-values.get(code, -1.0), code)
    )
    region = column(lang, "region")
    columns, frame = [region, codes_of(lang, region)], pd.DataFrame({"region_codes": codes})
    frame["region"] = [region_name(lang, code) for code in codes]
    for name, label, unit, told in _numbers(lang, found):
        frame[name] = [told.get(code, float("nan")) for code in codes]
        digits = 1 if unit == "percent" else 0
        columns.append(column(lang, "value", name, label=label, digits=digits, unit=unit))
    return Table(frame, tuple(columns))


def year_of(found: Counted | None) -> int:
    """Return the year of the figures; that of the outlines where there are none."""
    return int(found.rows["year"].max()) if found else OUTLINED


def _numbers(
    lang: Language, found: Counted | None
) -> Iterator[tuple[str, str, str, dict[str, float]]]:
    """Return the columns of numbers: name, heading, unit, and values by region."""
    if found is None:
        return
    told, head = REGIONAL[found.key], lang.text(HEADS[found.key])
    if told.shares:
        percent = {code: 100 * value for code, value in found.values.items()}
        yield "share", lang.text("{what}, %", what=head), "percent", percent
    else:
        yield "value", head, "persons", found.values
    for name in (told.indicator, told.per) if told.per else ():
        own = found.rows.loc[found.rows["indicator"].eq(name)]
        behind = dict(zip(own["region"].astype(str), own["value"].astype(float), strict=True))
        yield name, lang.label("indicators", name), "persons", behind
