"""The largest main currents of one year as ranges over the editions; small pairs are not ranked."""

from typing import Any

import pandas as pd

from components.charts.dumbbells import Bell, BellRow, dumbbells
from components.context import RenderContext
from components.language import Language
from components.phrases.columns import column
from components.phrases.figures import span
from components.phrases.headlines import fitting
from components.phrases.places import corridor
from components.view import Table, View
from components.views.assemble import assemble
from components.views.counterstreams.filters import CounterFilters
from components.views.drawn import drawn_column, drawn_words
from components.views.spec import Tables
from components.views.yearly.words import EDITION_NAMES, MODEL, YEARLY, cautions, statement, told_by
from data.measures.modelled_flows import known
from data.measures.yearly import (
    EDITIONS,
    FLOW,
    LEAST,
    META,
    is_largest,
    pairs_of_year,
    ranked_pairs,
)

SHOWN, LEAST_SHOWN = 10, 3
AROUND, EACH = 64, 66  # pixels of a picture: above and below the rows, and of a row
SIDES = {"main": "", "back": "_back"}


def yearly_ranked(tables: Tables, filters: CounterFilters, context: RenderContext) -> View:
    """Return the pairs whose main current is large in both editions, as ranges both ways."""
    lang, yearly, year = context.language, tables[YEARLY], filters.in_year
    found = ranked_pairs(yearly, year, filters.countries)
    every = pairs_of_year(yearly, year, filters.countries)
    shown = found.head(SHOWN)
    return assemble(
        context,
        "yearly-ranked",
        _title(lang, filters, yearly, found),
        lang.text(
            "People who moved to live in the other country in {year}: from the lower edition "
            "(hollow) to the higher one (full), one model",
            year=year,
        ),
        ranked_table(lang, found, len(shown)),
        lang.text("Dumbbells, a row for each pair"),
        (MODEL, META),
        _chart(context, shown) if len(shown) else None,
        remarks=cautions(lang, (YEARLY, model_rows(yearly, year))),
        notes=_notes(lang, found, every, len(shown)) if len(found) else (),
        missing="" if len(found) else none_ranked(lang, year),
        period=str(year),
        caution=statement(lang),
    )


def model_rows(yearly: pd.DataFrame, year: int) -> pd.DataFrame:
    """Return the rows of both editions on the flows of a year."""
    own = yearly["source_id"].eq(MODEL) & yearly["indicator"].eq(FLOW)
    return yearly.loc[own & yearly["year"].eq(year)]


def none_ranked(lang: Language, year: int) -> str:
    """Say that no pair is large enough, and who has the others."""
    return lang.text(
        "No main current of these countries has {n} people or more in both editions in {year}. "
        "Gaskin and Abel publish all pairs.",
        n=lang.number(LEAST),
        year=year,
    )


def _title(
    lang: Language, filters: CounterFilters, yearly: pd.DataFrame, found: pd.DataFrame
) -> str:
    """Name the largest main current where both editions have it above all others."""
    year = filters.in_year
    if found.empty:
        return lang.text(
            "No main current has {n} people in both editions in {year}",
            n=lang.number(LEAST),
            year=year,
        )
    first = found.iloc[0]
    start, end = first["start"], first["end"]
    told = {
        "year": year,
        "from_start": lang.place(start, "from"),
        "to_end": lang.place(end, "to"),
        "range": span(lang, first["low"], first["high"]),
    }
    if is_largest(yearly, year, filters.countries, start, end):
        return fitting(
            lang,
            lang.text(
                "Most people moved {from_start} {to_end} in {year}, both editions say: {range}",
                **told,
            ),
            lang.text("Most people moved {from_start} {to_end} in {year}: {range}", **told),
        )
    return lang.text(
        "{year}: the two editions disagree on which of {n} main currents was the largest",
        n=lang.number(len(found)),
        **told,
    )


def _chart(context: RenderContext, shown: pd.DataFrame) -> Any:
    lang, colours = context.language, context.colours
    kinds = {
        "main": (lang.text("main current"), colours.out),
        "back": (lang.text("counter-current"), colours.into),
    }
    if context.room:  # a picture has fewer of the rows, in letters for a hall
        shown = shown.head(max(LEAST_SHOWN, (context.high - AROUND) // EACH))
    rows = []
    for row in shown.to_dict("records"):
        ways = {"main": (row["start"], row["end"]), "back": (row["end"], row["start"])}
        bells = {key: _bell(lang, row, way, SIDES[key]) for key, way in ways.items()}
        known_ = {key: bell for key, bell in bells.items() if bell}
        rows.append(BellRow(corridor(lang, row["start"], row["end"]), known_))
    return dumbbells(rows, kinds, lang, colours, context.narrow, context.width())


def _bell(lang: Language, row: Any, way: tuple[str, str], side: str) -> Bell | None:
    """Return the range of one way; a lower figure below the cut of the editions is missing."""
    values = {one: known(row[f"{one}{side}"]) for one in EDITIONS}
    there = [value for value in values.values() if value is not None]
    if not there:
        return None
    name = corridor(lang, *way)
    low, high = (
        "<br>".join(
            (name, *(f"{told_by(lang, one)}: {lang.number(v)}" for one, v in values.items() if v))
        )
        for _ in range(2)
    )
    label = span(lang, min(there), max(there)) if len(there) > 1 else lang.compact(there[0])
    return Bell(min(there) if len(there) > 1 else None, max(there), label, (low, high))


def _notes(lang: Language, found: pd.DataFrame, every: int, shown: int) -> tuple[str, ...]:
    notes = [
        lang.text(
            "Ranked by the lower edition. A pair is ranked only where its main current has {least} "
            "people or more in both editions: {n} of {every} pairs that the atlas holds. The "
            "others are too small to be ranked.",
            least=lang.number(LEAST),
            n=lang.number(len(found)),
            every=lang.number(every),
        )
    ]
    if len(found) > shown:
        notes.append(
            lang.text(
                "The {shown} largest of {every} main currents are shown.",
                shown=lang.number(shown),
                every=lang.number(len(found)),
            )
        )
    split = found.loc[found["sign"].eq(0)]
    if len(split):
        names = [corridor(lang, r.start, r.end) for r in split.itertuples()]
        notes.append(
            lang.text(
                "The editions do not agree which way is the larger on {n} of these pairs: {names}.",
                n=lang.number(len(split)),
                names="; ".join(names),
            )
        )
    return tuple(notes)


def ranked_table(lang: Language, found: pd.DataFrame, shown: int) -> Table:
    """Return both ways of the ranked pairs in each edition and in Meta's estimates."""
    values = [*EDITIONS, META, *(f"{one}_back" for one in (*EDITIONS, META))]
    frame = (
        found[values]
        .astype("float")
        .assign(
            start=[lang.place(code) for code in found["start"]],
            end=[lang.place(code) for code in found["end"]],
            drawn=drawn_words(lang, (index < shown for index in range(len(found)))),
        )
    )
    names = {**EDITION_NAMES, META: ""}
    people = [
        column(lang, kind, f"{one}{side}", label=_heading(lang, kind, one))
        for kind, side in (("main", ""), ("counter", "_back"))
        for one in names
    ]
    ends = (column(lang, "main_from", "start"), column(lang, "main_to", "end"))
    return Table(frame, (*ends, *people, drawn_column(lang)))


def _heading(lang: Language, kind: str, one: str) -> str:
    told = (
        lang.text("Main current, people")
        if kind == "main"
        else lang.text("Counter-current, people")
    )
    return lang.text("{what}: {source}", what=told, source=told_by(lang, one))
