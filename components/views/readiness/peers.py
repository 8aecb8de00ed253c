"""What the other four have and the chosen country has not: a list of facts."""

from collections.abc import Sequence

from components.context import RenderContext
from components.documents.model import Cell, Row, grouped, one_grid
from components.language import Language
from components.view import Table, View
from components.views.assemble import assemble
from components.views.readiness.filters import ReadinessFilters
from components.views.readiness.participation import (
    caveats_behind,
    cell,
    instrument,
    key,
    readmission_words,
    row,
    sources_behind,
    table_of,
)
from components.views.spec import Tables
from data.areas import FIVE
from data.measures.mechanisms import READMISSION, Gap, Participation, gaps

Cells = list[tuple[Participation, Cell]]  # standing of each country, and its cell
ORDER = ("no", "part", "not_voting", "none", "unknown")  # the known first


def peers(tables: Tables, filters: ReadinessFilters, context: RenderContext) -> View:
    """Return the instruments that at least one of the other four has and the country has not."""
    lang, country = context.language, filters.country
    found = sorted(gaps(tables, country), key=lambda gap: ORDER.index(_kind(gap)))
    others = [code for code in FIVE if code != country]
    heads = [lang.place(code) for code in (country, *others)]
    shown = [(gap, _cells(lang, tables, gap)) for gap in found]
    lines = [
        (
            _group(lang, gap),
            "",
            Row(instrument(lang, gap.name), tuple(c for _, c in cells)),
        )
        for gap, cells in shown
    ]
    standings = [one for _, cells in shown for one, _ in cells]
    return assemble(
        context,
        "readiness-peers",
        _title(lang, country, found),
        lang.text(
            "Treaties, memberships, votes and readmission agreements that at least one other "
            "country of Central Asia has; each standing as last read"
        ),
        _table(lang, shown),
        lang.text("Table of short statements"),
        sources_behind(standings),
        one_grid(heads, grouped(lines), key(lang), lang.text("Instrument")) if lines else None,
        remarks=caveats_behind(lang, standings),
        notes=(
            lang.text(
                "A list of facts and not advice: it does not say what an instrument would change. "
                "Single agreements and events are left out, since no country’s list is complete."
            ),
            _unrecorded(lang, country, found),
        ),
    )


def _table(lang: Language, shown: Sequence[tuple[Gap, Cells]]) -> Table:
    return table_of(
        lang,
        [
            row(lang, _group(lang, gap), instrument(lang, gap.name), one, told)
            for gap, cells in shown
            for one, told in cells
        ],
    )


def _cells(lang: Language, tables: Tables, gap: Gap) -> Cells:
    agreements = tables["readmission_agreements"]
    cells = []
    for one in (gap.own, *gap.peers):
        words, note = "", ""
        if gap.name == READMISSION:
            words, note = readmission_words(lang, agreements, one.country)
        cells.append((one, cell(lang, one, words, note)))
    return cells


def _kind(gap: Gap) -> str:
    """Return the state of a gap; an absent vote is no refusal and stands apart."""
    return "not_voting" if gap.own.status == "not_voting" else gap.own.state


def _group(lang: Language, gap: Gap) -> str:
    return {
        "no": lang.text("Known not to have"),
        "part": lang.text("Has in part, or it is to be confirmed"),
        "not_voting": lang.text("Did not vote, which says nothing of support"),
        "none": lang.text("No record found: neither a yes nor a no"),
        "unknown": lang.text("The source says that it is not known"),
    }[_kind(gap)]


def _title(lang: Language, country: str, found: Sequence[Gap]) -> str:
    lacks = [gap for gap in found if _kind(gap) == "no"]
    partly = [gap for gap in found if _kind(gap) == "part"]
    first = lang.plural(
        "{place} lacks {n} instrument that at least one neighbour has",
        "{place} lacks {n} instruments that at least one neighbour has",
        len(lacks),
        place=lang.place(country),
        n=lang.number(len(lacks)),
    )
    if not partly:
        return first
    return lang.text(
        "{finding} and has {n} more in part", finding=first, n=lang.number(len(partly))
    )


def _unrecorded(lang: Language, country: str, found: Sequence[Gap]) -> str:
    names = [instrument(lang, gap.name) for gap in found if gap.own.state == "none"]
    if not names:
        return ""
    return lang.text(
        "{place}: no record of {names}. The depositaries and the secretariats would know.",
        place=lang.place(country),
        names="; ".join(names),
    )
