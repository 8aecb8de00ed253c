"""Who has agreed with whom to take people back, and how far each agreement has come."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from components.context import RenderContext
from components.documents.model import Cell, Group, Row
from components.documents.states import State
from components.language import Language
from components.phrases.columns import column
from components.phrases.periods import moment
from components.phrases.references import read_in
from components.view import Remark, Table, View
from components.views.assemble import caveats_of, sources_of
from components.views.policy.filters import PolicyFilters
from components.views.policy.words import grid_view, table_of
from components.views.spec import Tables
from data.measures.chronology import rows_of
from data.measures.readmission import (
    STANDINGS,
    STEPS,
    Step,
    agreements,
    in_force_with,
    of_countries,
    pairs,
)

TABLE = "readmission_agreements"


def step_words(lang: Language, step: Step) -> str:
    """Say how far an agreement has come, as far as is known."""
    return {
        "in_force": lang.text("in force"),
        "reported": lang.text("reported as in force, day not known"),
        "ratified": lang.text("ratified; entry into force not known"),
        "approved": lang.text(
            "reported as approved at home; ratification and entry into force not known"
        ),
        "signed": lang.text("signed; entry into force not known"),
        "in_preparation": lang.text("in preparation"),
        "unknown": lang.text("prepared; signature not known"),
    }[step]


def found_for(tables: Tables, filters: PolicyFilters) -> pd.DataFrame:
    """Return the agreements of the chosen countries."""
    return of_countries(agreements(tables[TABLE]), filters.countries)


def remarks_of(lang: Language, tables: Tables, filters: PolicyFilters) -> tuple[Remark, ...]:
    """Return the caveats that bear on the agreements of the chosen countries."""
    rows = rows_of(tables[TABLE], "readmission", filters.countries)
    return caveats_of(lang, TABLE, rows if len(rows) else tables[TABLE])


def headline(lang: Language, found: pd.DataFrame, countries: Sequence[str]) -> str:
    """Say how many readmission agreements of the countries are known to be in force."""
    held = in_force_with(pairs(found, countries)) if len(found) else {}
    if len(countries) == 1:
        place, count = lang.place(countries[0]), len(held.get(countries[0], []))
        if not count:
            return lang.text(
                "{place}: no readmission agreement was found that is known to be in force",
                place=place,
            )
        return lang.plural(
            "{place} has {n} readmission agreement known to be in force",
            "{place} has {n} readmission agreements known to be in force",
            count,
            place=place,
            n=lang.number(count),
        )
    counts = sorted((len(others) for others in held.values()), reverse=True)
    total = len({frozenset((home, other)) for home, others in held.items() for other in others})
    if not total:
        return lang.text("No readmission agreement of the chosen countries is known to be in force")
    if counts[0] == total or counts[0] in counts[1:]:
        return lang.plural(
            "The chosen countries have {n} readmission agreement known to be in force",
            "The chosen countries have {n} readmission agreements known to be in force",
            total,
            n=lang.number(total),
        )
    most = next(code for code, others in held.items() if len(others) == counts[0])
    return lang.text(
        "{place} has {n} of the {total} readmission agreements known to be in force",
        place=lang.place(most),
        whose=lang.place(most, "of"),
        n=lang.number(counts[0]),
        total=lang.number(total),
    )


def no_rows(lang: Language) -> str:
    """Say what is missing, and who would have it."""
    return lang.text(
        "The ministries of foreign affairs and their treaty databases have the full "
        "lists and the days of entry into force."
    )


def readmission_matrix(tables: Tables, filters: PolicyFilters, context: RenderContext) -> View:
    """Return partner by country: in force since when, signed, in preparation, nothing found."""
    lang, found = context.language, found_for(tables, filters)
    countries = filters.countries
    linked = pairs(agreements(tables[TABLE]), countries)
    held = {(row.home, row.other): row for row in linked.itertuples()}
    others = _partners(lang, linked)
    title, remarks = headline(lang, found, countries), remarks_of(lang, tables, filters)
    lines = [
        Row(
            lang.place(other),
            tuple(_cell(context, held.get((home, other)), home, other) for home in countries),
        )
        for other in others
    ]
    return grid_view(
        context,
        "readmission-matrix",
        title,
        lang.text("Furthest step known of an agreement with each partner, and its year"),
        [lang.place(code) for code in countries],
        (Group(tuple(lines)),),
        key_words(lang),
        lang.text("Partner"),
        agreements_table(lang, found),
        sources_of(tables[TABLE]),
        remarks,
        notes=(
            lang.text(
                "An empty cell means that no agreement was found, not that there is none. "
                "Where there are several agreements, the most advanced one is shown; the "
                "table has them all."
            ),
        ),
        missing=no_rows(lang),
    )


def _partners(lang: Language, linked: pd.DataFrame) -> list[str]:
    """Return the partners, those with most agreements in force first."""
    if linked.empty:
        return []
    rank = linked["step"].map(STEPS.index)
    best = rank.groupby(linked["other"]).min()
    return sorted(best.index, key=lambda code: (best[code], lang.place(code)))


def key_words(lang: Language) -> dict[State, str]:
    """Say what the states of the grid mean."""
    return {
        "yes": lang.text("in force, since the year"),
        "part": lang.text("in preparation, signed or ratified; entry into force not known"),
        "none": lang.text("no agreement found"),
    }


def _cell(context: RenderContext, row: Any, home: str, other: str) -> Cell:
    lang = context.language
    if home == other:
        return Cell("away")
    pair = lang.text("{place} – {other}", place=lang.place(home), other=lang.place(other))
    if row is None:
        return Cell("none", tip=lang.text("{pair}: no agreement found", pair=pair))
    words = step_words(lang, row.step)
    tip = lang.text("{pair}: {words}", pair=pair, words=words)
    for name, day in _days(lang, row):
        tip = lang.text("{tip}; {step} {day}", tip=tip, step=name, day=day)
    if row.step == "in_force":
        return Cell("yes", unit=str(row.in_force.year), tip=tip)
    year = row.ratified if row.step == "ratified" and not pd.isna(row.ratified) else row.signed
    note = "" if pd.isna(year) else str(year.year)
    return Cell(STANDINGS[row.step], words=_short(lang, row.step), unit=note, tip=tip)


def _short(lang: Language, step: Step) -> str:
    return {
        "reported": lang.text("in force?"),
        "ratified": lang.text("ratified"),
        "approved": lang.text("approved"),
        "signed": lang.text("signed"),
        "in_preparation": lang.text("in preparation"),
        "unknown": lang.text("not known"),
    }[step]


def _days(lang: Language, row: Any) -> list[tuple[str, str]]:
    """Return the steps whose day is known, with the day."""
    steps = (
        (lang.text("signed:"), row.signed),
        (lang.text("ratified:"), row.ratified),
        (lang.text("in force:"), row.in_force),
    )
    return [(name, lang.date(day)) for name, day in steps if not pd.isna(day)]


def agreements_table(lang: Language, found: pd.DataFrame) -> Table:
    """Return the table of agreements with all their steps."""
    told = [
        (
            lang.place(row.country),
            lang.place(row.partner),
            said(lang, row),
            step_words(lang, row.step),
            *(moment(lang, day, None) for day in (row.signed, row.ratified, row.in_force)),
            read_in(lang, row.reference),
        )
        for row in found.itertuples()
    ]
    columns = (
        column(lang, "country"),
        column(lang, "partner"),
        column(lang, "agreement", "words"),
        column(lang, "step"),
        column(lang, "signed"),
        column(lang, "ratified"),
        column(lang, "in_force"),
        column(lang, "reference"),
    )
    return table_of(told, columns)


def said(lang: Language, row: Any) -> str:
    """Return the words of an agreement with what its steps add to its name, each once."""
    texts = lang.cell(row, "text")
    name = min(texts, key=len)
    added = [text.removeprefix(name).strip("; ") for text in texts]
    words = "; ".join(dict.fromkeys([name, *(part for part in added if part)]))
    return lang.verbatim(words)
