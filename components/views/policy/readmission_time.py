"""When each readmission agreement was signed, ratified and came into force."""

from typing import Any

import pandas as pd

from components.charts.keys import Sign
from components.charts.timeline import Lane, Moment, timeline
from components.context import RenderContext
from components.language import Language
from components.phrases.figures import span
from components.style.marks import AGREEMENT_MARKS
from components.view import View
from components.views.assemble import assemble, sources_of
from components.views.policy.filters import PolicyFilters
from components.views.policy.readmission import (
    TABLE,
    agreements_table,
    found_for,
    headline,
    no_rows,
    remarks_of,
    said,
    step_words,
)
from components.views.spec import Tables
from data.measures.readmission import concluded, months_to_force


def readmission_timeline(tables: Tables, filters: PolicyFilters, context: RenderContext) -> View:
    """Return one lane per agreement: from signature to entry into force."""
    lang, found = context.language, found_for(tables, filters)
    title, sources = _title(lang, found, filters.countries), sources_of(tables[TABLE])
    lanes = _lanes(lang, found) if len(found) else []
    subtitle = lang.text("Steps of each agreement on readmission and return whose day is known")
    marks, dated = marks_of(context), any(lane.moments for lane in lanes)
    return assemble(
        context,
        "readmission-timeline",
        title,
        subtitle,
        agreements_table(lang, found),
        lang.text("Timeline"),
        sources,
        timeline(lanes, lang, context.colours, context.width(), marks) if dated else None,
        remarks=remarks_of(lang, tables, filters),
        notes=(
            _in_force(lang, found),
            lang.text(
                "A dotted end means that the day of entry into force was not found; the "
                "agreement may or may not be in force."
            ),
        ),
        missing=no_rows(lang),
    )


def _title(lang: Language, found: pd.DataFrame, countries: tuple[str, ...]) -> str:
    """Say how long it took from signature to force; where that is not known, what is in force."""
    months = months_to_force(found) if len(found) else []
    if len(months) < 2:
        return headline(lang, found, countries)
    return lang.plural(
        "Readmission agreements took {months} month from signature to entry into force",
        "Readmission agreements took {months} months from signature to entry into force",
        months[-1],
        months=span(lang, months[0], months[-1], lang.number),
    )


def _in_force(lang: Language, found: pd.DataFrame) -> str:
    """Say how many of the agreements known to be signed are known to be in force."""
    signed = concluded(found) if len(found) else found
    if not len(signed):
        return ""
    return lang.text(
        "Known to be signed: {total}; of these known to be in force: {n}.",
        total=lang.number(len(signed)),
        n=lang.number(int(signed["step"].eq("in_force").sum())),
    )


def marks_of(context: RenderContext) -> dict[str, Sign]:
    """Return what signature, ratification and entry into force look like."""
    lang, colours = context.language, context.colours
    words = _steps(lang)
    return {
        step: Sign(words[step], symbol, getattr(colours, role))
        for step, (role, symbol) in AGREEMENT_MARKS.items()
    }


def _steps(lang: Language) -> dict[str, str]:
    return {
        "signed": lang.text("signed"),
        "ratified": lang.text("ratified"),
        "in_force": lang.text("in force"),
    }


def _lanes(lang: Language, found: pd.DataFrame) -> list[Lane]:
    """Return the lanes in order of the first known day, those without a day last."""
    order = found.assign(first=found[["signed", "ratified", "in_force"]].min(axis=1))
    order = order.sort_values(["first", "country", "partner"], na_position="last", kind="stable")
    return [_lane(lang, row) for row in order.itertuples()]


def _lane(lang: Language, row: Any) -> Lane:
    pair = lang.text(
        "{place} – {other}", place=lang.place(row.country), other=lang.place(row.partner)
    )
    name = pair if row.readmission else lang.text("{pair} (not on readmission)", pair=pair)
    moments = tuple(
        Moment(
            day.date(),
            step,
            lang.text(
                "{pair}: {step}, {day}. {words}",
                pair=pair,
                step=words,
                day=lang.date(day),
                words=said(lang, row),
            ),
        )
        for step, words in _steps(lang).items()
        for day in [getattr(row, step)]
        if not pd.isna(day)
    )
    done = row.step == "in_force"
    note = str(row.in_force.year) if done else step_words(lang, row.step)
    return Lane(name, moments, line=True, open=not done and bool(moments), note=note)
