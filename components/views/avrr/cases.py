"""Cases of assisted return that a source tells: how many, when, who paid, who says so."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

import pandas as pd

from components.context import RenderContext
from components.documents.model import Document, Line, Panel, Panels
from components.language import Language
from components.phrases.figures import exact
from components.phrases.periods import period, years
from components.phrases.sentences import upper_first
from components.view import View
from components.views.assemble import assemble, sources_of
from components.views.avrr.rows import remarks_of, rows_table
from components.views.returns.dated_words import series_words
from components.views.spec import Tables
from data.measures.avrr import WORLD
from data.measures.avrr_cases import Case, cases, rows_of


def avrr_cases(tables: Tables, filters: object, context: RenderContext) -> View:
    """Return a card for each case: its largest figure, the others, who paid and who says so."""
    lang = context.language
    found = [(case, rows_of(tables["avrr"], case)) for case in cases()]
    told = [(case, rows) for case, rows in found if len(rows)]
    every = pd.concat([rows for _, rows in told]) if told else tables["avrr"].head(0)
    paid = sum(case["known"] == "full" for case, _ in told)
    return assemble(
        context,
        "avrr-cases",
        lang.text(
            "Who paid is known in {n} of {total} recorded cases of assisted return",
            n=lang.number(paid),
            total=lang.number(len(told)),
        ),
        lang.text("People helped home, by case: several years, one year or one operation"),
        rows_table(lang, every),
        lang.text("Text panels"),
        sources_of(every),
        Document((Panels(tuple(_panel(lang, *one) for one in told), form="figures", most=3),)),
        remarks=remarks_of(lang, every),
        notes=(
            lang.text(
                "The cases are of different years, rules and bodies; they are never added. "
                "Figures of one case overlap as well."
            ),
        ),
    )


def _panel(lang: Language, case: Case, rows: pd.DataFrame) -> Panel:
    lead, *others = list(rows.itertuples())
    flagged = lead.obs_status == "flag"
    lines = [_line(lang, lead, list(same)) for _, same in groupby(others, _one_count)]
    paid = lang.text("Who paid: {who}", who=lang.pick(case["paid"]))
    return Panel(
        upper_first(
            lang.text(
                "{place}, {when}",
                place=lang.place(case["host"], "from"),
                when=_years(rows),
            )
        ),
        lang.text("no number") if flagged else exact(lang, lead),
        lang.text("{where}, {when}", where=lang.place(lead.origin, "to"), when=period(lang, lead)),
        (*lines, Line(paid)),
        lang.verbatim(str(lead.reference).rpartition(", http")[0]),
        "unknown" if flagged else "plain",
    )


def _years(rows: pd.DataFrame) -> str:
    starts = [start.year for start in rows["period_start"].dropna()]
    return years(min([*starts, int(rows["year"].min())]), int(rows["year"].max()))


def _one_count(row: Any) -> tuple[str, ...]:
    """Return what rows have in common that are one count or mention of the same people."""
    if row.obs_status == "flag":
        return (row.origin, row.indicator)
    return (row.origin, row.indicator, str(row.series), str(row.period_start))


def _line(lang: Language, lead: Any, same: Sequence[Any]) -> Line:
    """Return a further figure of a case, or all its mentions without a number."""
    row = same[0]
    if row.obs_status == "flag":
        when = lang.listing(sorted(str(one.year) for one in same))
        return Line(
            lang.text("named among the main countries, {years}", years=when),
            "unknown",
            lang.text("no number"),
        )
    values = dict.fromkeys(exact(lang, one) for one in same)
    told = " / ".join(values)
    return Line(_name(lang, lead, row), value=told)


def _name(lang: Language, lead: Any, row: Any) -> str:
    """Say how a figure differs from the one that leads: to where, counted by whom, or when."""
    names = []
    if row.origin == WORLD:
        names.append(lang.text("people of all citizenships"))
    elif row.origin != lead.origin:
        names.append(lang.place(row.origin, "to"))
    series = "" if pd.isna(row.series) else str(row.series)
    if series:
        names.append(series_words(lang, series))
    apart = (row.period_start, row.period_end) != (lead.period_start, lead.period_end)
    if apart and not (series and (row.origin == WORLD or row.period_type == "cumulative")):
        names.append(period(lang, row))
    return ", ".join(names)
