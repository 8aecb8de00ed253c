"""What the other four have and the chosen country has not: a list of facts."""

from collections.abc import Sequence

from components.context import RenderContext
from components.documents.model import Row, grouped, one_grid
from components.documents.words import meanings
from components.language import Language
from components.view import Table, View
from components.views.assemble import assemble
from components.views.readiness.filters import ReadinessFilters
from components.views.readiness.participation import (
    Told,
    caveats_behind,
    cell,
    instrument,
    key,
    readmission_words,
    row,
    sources_behind,
    table_of,
    told,
)
from components.views.spec import Tables
from data.areas import FIVE
from data.measures.mechanisms import READMISSION, Gap, gaps

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
            Row(instrument(lang, gap.name), tuple(cell(lang, one) for one in own)),
        )
        for gap, own in shown
    ]
    standings = [one.one for _, own in shown for one in own]
    marks = meanings(lang, key(lang))
    figure = (
        one_grid(heads, grouped(lines), marks, lang.text("Instrument"), look="marks")
        if lines
        else None
    )
    return assemble(
        context,
        "readiness-peers",
        _title(lang, country, found),
        lang.text("Treaties, organisations, votes and agreements that another of the five has"),
        _table(lang, shown),
        lang.text("Table of marks"),
        sources_behind(standings),
        figure,
        remarks=caveats_behind(lang, standings),
        notes=(
            lang.text(
                "These are facts, not advice: the list does not say what an instrument "
                "would change. Single agreements and events are left out, since no "
                "country’s list is complete."
            ),
            _unrecorded(lang, country, found),
        ),
    )


def _table(lang: Language, shown: Sequence[tuple[Gap, Sequence[Told]]]) -> Table:
    return table_of(
        lang,
        [
            row(lang, _group(lang, gap), instrument(lang, gap.name), one)
            for gap, own in shown
            for one in own
        ],
    )


def _cells(lang: Language, tables: Tables, gap: Gap) -> list[Told]:
    agreements = tables["readmission_agreements"]
    found = []
    for one in (gap.own, *gap.peers):
        if gap.name == READMISSION:
            words, note = readmission_words(lang, agreements, one.country)
            found.append(Told(one, words, note))
        else:
            found.append(told(lang, one))
    return found


def _kind(gap: Gap) -> str:
    """Return the state of a gap; an absent vote is no refusal and stands apart."""
    return "not_voting" if gap.own.status == "not_voting" else gap.own.state


def _group(lang: Language, gap: Gap) -> str:
    return {
        "no": lang.text("Known not to have it"),
        "part": lang.text("Has it in part, or it is to be confirmed"),
        "not_voting": lang.text("Did not vote, which says nothing about support"),
        "none": lang.text("No record found: neither a yes nor a no"),
        "unknown": lang.text("The source says that it is not known"),
    }[_kind(gap)]


def _title(lang: Language, country: str, found: Sequence[Gap]) -> str:
    lacks = sum(_kind(gap) == "no" for gap in found)
    if not lacks:
        return lang.text(
            "{place} is not known to lack what others of the five have", place=lang.place(country)
        )
    return lang.plural(
        "{place} lacks {n} instrument that another of the five has",
        "{place} lacks {n} instruments that another of the five has",
        lacks,
        place=lang.place(country),
        n=lang.number(lacks),
    )


def _unrecorded(lang: Language, country: str, found: Sequence[Gap]) -> str:
    names = [instrument(lang, gap.name) for gap in found if _kind(gap) == "none"]
    if not names:
        return ""
    return lang.text(
        "{place}: no record of {names}. The depositaries and the secretariats would know.",
        place=lang.place(country),
        names="; ".join(names),
    )
