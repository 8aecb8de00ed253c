"""The five countries compared over time by one way of counting one type of migration."""

import pandas as pd

from components.charts.lines import Line, lines
from components.language import Language
from components.look import Look
from components.view import Column, Table, View
from components.views.assemble import assemble, caveats_of, sources_of, warnings_first
from components.views.spec import Tables
from components.views.types.cell import gapped
from components.views.types.filters import TypesFilters
from components.views.types.words import (
    COVERAGE_NAMES,
    GRADE_NAMES,
    HOLDERS,
    name_of,
    period_of,
    said,
    unit_of,
)
from data.measures.countries import THOUSAND, inhabitants
from data.measures.flow_types import all_countries, latest, rows_behind, series
from data.measures.yardsticks import Yardstick, yardstick
from data.provenance import source

SYMBOLS = ("circle", "square", "diamond", "triangle-up", "star")


def types_compare(tables: Tables, filters: TypesFilters, look: Look) -> View:
    """Return one way of counting in the countries over time, in numbers or per 1,000 inhabitants.

    Whole years make lines; where a way of counting has parts of years only, they are marks.
    """
    lang, chosen = look.language, yardstick(filters.yardstick)
    relative = filters.per == "per_1000" and chosen.unit != "percent"
    found = _found(tables, chosen, filters.countries, relative)
    whole = found["coverage"].eq("full").any()
    drawn = series(found) if whole else found
    drawn = drawn.drop_duplicates(["country", "year", "source_id"], keep="last")
    made = [line for code in filters.countries for line in _lines(lang, look, chosen, drawn, code)]
    behind = rows_behind(tables, chosen, filters.countries)
    subtitle = _subtitle(lang, chosen, relative, bool(whole))
    bases = tables["population"].loc[lambda t: t["country"].isin(filters.countries)
                                     & t["year"].isin(found["year"])
                                     & t["indicator"].eq("population")]  # fmt: skip
    return assemble(
        look,
        "types-compare",
        _title(lang, chosen, found, filters.countries, relative),
        subtitle,
        _table(lang, chosen, found, relative),
        lang.text("Line chart"),
        sources_of(behind, bases) if relative and len(behind) else sources_of(behind),
        lines(made, lang, look.colours, 400, named=False, ticks=4 if look.narrow else 9,
              breaks=chosen.breaks) if made else None,
        remarks=warnings_first(
            caveats_of(lang, chosen.table, behind),
            caveats_of(lang, "population", bases) if relative else (),
        ),
        notes=_notes(lang, chosen, found, filters, relative),
        missing="" if made else lang.text(HOLDERS[chosen.flow_type]),
    )  # fmt: skip


def _found(
    tables: Tables, chosen: Yardstick, countries: tuple[str, ...], relative: bool
) -> pd.DataFrame:
    """Return the figures, with ``shown``: the value, or the value per 1,000 inhabitants."""
    found = all_countries(tables, chosen)
    found = found.loc[found["country"].isin(countries)].reset_index(drop=True)
    if not relative:
        return found.assign(shown=found["value"])
    people = {code: inhabitants(tables["population"], code) for code in countries}
    shown = [
        THOUSAND * value / people[code][year] if people[code].get(year) else float("nan")
        for code, year, value in zip(found["country"], found["year"], found["value"], strict=True)
    ]
    return found.assign(shown=shown).dropna(subset="shown")


def _lines(
    lang: Language, look: Look, chosen: Yardstick, drawn: pd.DataFrame, country: str
) -> list[Line]:
    """Return a country's line; one more where another source has other years."""
    made = []
    own = drawn.loc[drawn["country"].eq(country)]
    symbol = SYMBOLS[list(look.colours.countries).index(country) % len(SYMBOLS)]
    for number, (_, rows) in enumerate(own.groupby("source_id", sort=False)):
        tips = [_tip(lang, chosen, row) for _, row in rows.iterrows()]
        years, values, told = gapped(rows.assign(value=rows["shown"]), chosen, tips)
        whole = bool(rows["coverage"].eq("full").all())
        estimated = "modelled" in set(rows["grade"])
        name = lang.place(country)
        if number:
            name = lang.text("{country}, another source", country=name)
        made.append(Line(
            name, years, values, told, look.colours.countries[country],
            "dash" if estimated else "solid" if number == 0 else "dot",
            symbol if whole and not estimated else f"{symbol}-open", whole,
        ))  # fmt: skip
    return made


def _tip(lang: Language, chosen: Yardstick, row: pd.Series) -> str:
    return lang.text(
        "{country}, {when}: {value} ({unit}). {grade}.",
        country=lang.place(row["country"]), when=period_of(lang, row),
        value=lang.number(row["value"], 1), unit=unit_of(lang, chosen),
        grade=lang.text(GRADE_NAMES[row["grade"]]),
    )  # fmt: skip


def _title(
    lang: Language,
    chosen: Yardstick,
    found: pd.DataFrame,
    countries: tuple[str, ...],
    relative: bool,
) -> str:
    """Name the country with the largest figure of the last period that most countries have."""
    name = name_of(lang, chosen)
    last = [row for c in countries
            if (row := latest(found.loc[found["country"].eq(c)])) is not None]  # fmt: skip
    if not last:
        return lang.text("{what}: no data found for these countries", what=name)
    top = max(last, key=lambda row: float(row["shown"]))
    if relative:
        return lang.text(
            "{what}: {value} per 1,000 inhabitants, {country}, {when}, is the largest latest "
            "figure of {n}",
            what=name, value=_per(lang, float(top["shown"])), country=lang.place(top["country"]),
            when=period_of(lang, top), n=len(last),
        )  # fmt: skip
    return lang.text(
        "{what}: {value}, {country}, {when}, is the largest latest figure of {n}",
        what=name, value=said(lang, chosen, float(top["value"])),
        country=lang.place(top["country"]), when=period_of(lang, top), n=len(last),
    )  # fmt: skip


def _per(lang: Language, value: float) -> str:
    return lang.compact(value) if value >= 10 else lang.number(value, 1 if value >= 1 else 2)


def _subtitle(lang: Language, chosen: Yardstick, relative: bool, whole: bool) -> str:
    unit = unit_of(lang, chosen)
    if relative:
        unit = lang.text("{unit} per 1,000 inhabitants of the country", unit=unit)
    told = lang.text("whole years and dates") if whole else lang.text("parts of years, marks only")
    return f"{lang.label('measures', chosen.measure)} · {unit} · {told}"


def _notes(
    lang: Language,
    chosen: Yardstick,
    found: pd.DataFrame,
    filters: TypesFilters,
    relative: bool,
) -> tuple[str, ...]:
    absent = [lang.place(c) for c in filters.countries if c not in set(found["country"])]
    notes = []
    if absent:
        notes.append(lang.text(
            "No figure found: {names}. {holder}",
            names=", ".join(absent), holder=lang.text(HOLDERS[chosen.flow_type]),
        ))  # fmt: skip
    if chosen.breaks:
        notes.append(lang.text(
            "The dotted line is a break: from 2023 on UNHCR counts many people anew, as refugees "
            "or as other people in need of protection; both stand together here."
        ))  # fmt: skip
    if chosen.incomplete:
        notes.append(lang.text(
            "Left out of the lines, because large countries of study are missing: {years}.",
            years=", ".join(map(str, chosen.incomplete)),
        ))  # fmt: skip
    if filters.per == "per_1000" and not relative:
        notes.append(lang.text("A percentage is not divided by inhabitants; it is shown as it is."))
    if relative:
        notes.append(lang.text("Divided by inhabitants on 1 July of the same year; the numbers "
                               "of inhabitants since 2024 are projections."))  # fmt: skip
    return tuple(notes)


def _table(lang: Language, chosen: Yardstick, found: pd.DataFrame, relative: bool) -> Table:
    rows = [
        {
            "country": lang.place(row["country"]),
            "when": period_of(lang, row),
            "value": float(row["value"]),
            "shown": float(row["shown"]),
            "partners": float(row["partners"]) if chosen.partners == "sum" else None,
            "coverage": lang.text(COVERAGE_NAMES[row["coverage"]]),
            "grade": lang.text(GRADE_NAMES[row["grade"]]),
            "source": lang.pick(source(row["source_id"]).short),
        }
        for _, row in found.iterrows()
    ]
    per = (Column("shown", lang.text("Per 1,000 inhabitants"), 3),) if relative else ()
    return Table(
        pd.DataFrame(rows, columns=["country", "when", "value", "shown", "partners", "coverage",
                                    "grade", "source"]),
        (
            Column("country", lang.text("Country")),
            Column("when", lang.text("Period")),
            Column("value", unit_of(lang, chosen), 1),
            *per,
            Column("partners", lang.text("Countries added"), 0),
            Column("coverage", lang.text("Coverage")),
            Column("grade", lang.text("How it is known")),
            Column("source", lang.text("Source")),
        ),
    )  # fmt: skip
