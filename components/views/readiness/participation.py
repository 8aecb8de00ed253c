"""How a country's standing to an instrument is told in a cell and in a row of a table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from components.documents.model import Cell
from components.documents.states import State
from components.documents.words import STATE_NAMES
from components.language import Language
from components.phrases.columns import column
from components.phrases.references import source_names
from components.phrases.tables import tables_named
from components.view import Remark, Table
from components.views.assemble import caveats_of, warnings_first
from data.measures.mechanisms import READMISSION, Link, Participation, readmission


def instrument(lang: Language, name: str) -> str:
    """Return the name of an instrument."""
    if name == READMISSION:
        return lang.text("Readmission agreement in force with any state")
    return lang.label("policy_names", name)


def counted(links: Sequence[Link]) -> tuple[int, int]:
    """Return how many agreements are in force, and how many are not, or not surely."""
    force = sum(one.step == "in_force" for one in links)
    return force, len(links) - force


def readmission_words(lang: Language, agreements: pd.DataFrame, country: str) -> tuple[str, str]:
    """Return how many readmission agreements are in force, and how many others are named."""
    links = list(readmission(agreements, country).values())
    if not links:
        return lang.text("none found"), ""
    force, others = counted(links)
    words = lang.text("{number} in force", number=lang.number(force))
    if not others:
        return words, ""
    return words, lang.text("{number} more, not confirmed in force", number=lang.number(others))


def partners_words(lang: Language, links: Mapping[str, Link]) -> str:
    """Name the partners whose agreement is in force, then those whose is not, or not surely."""
    force = [lang.place(p) for p, one in sorted(links.items()) if one.step == "in_force"]
    others = [lang.place(p) for p, one in sorted(links.items()) if one.step != "in_force"]
    told = [", ".join(force)] if force else []
    if others:
        told.append(lang.text("not confirmed in force: {names}", names=", ".join(others)))
    return "; ".join(told)


@dataclass(frozen=True)
class Told:
    """A standing with what is said of it.

    Attributes
    ----------
    one : Participation
        What is shown.
    words, note : str
        Its status and year; or how many agreements there are, and what else is known of them.
    value : str
        The number of agreements or people, where one is shown.
    """

    one: Participation
    words: str
    note: str = ""
    value: str = ""


def told(lang: Language, one: Participation) -> Told:
    """Return a standing with its status and the year since when."""
    status = lang.label("statuses", one.status) if one.status else lang.text("no record")
    return Told(one, status, str(one.year or ""))


def cell(lang: Language, shown: Told) -> Cell:
    """Return the cell of a standing: of a yes the year or the number, of all else the words."""
    one = shown.one
    tip = [lang.place(one.country), shown.words]
    if one.day:
        tip.append(lang.date(one.day))
    elif shown.note:
        tip.append(shown.note)
    if one.text:
        tip.append(lang.pick(one.text))
    said = ". ".join(part.rstrip(".") for part in tip)
    if one.state in ("yes", "part") and shown.value:
        return Cell(one.state, shown.value, tip=said)
    if one.state == "yes" and shown.note:
        return Cell(one.state, unit=shown.note, tip=said)
    year = str(one.year or "")
    return Cell(one.state, words=shown.words, unit=year, tip=said)


def key(lang: Language) -> dict[State, str]:
    """Return what the marks mean."""
    return {
        "yes": lang.text("takes part, is bound, or has it"),
        "part": lang.text("an observer, on the way, or to be confirmed"),
        "no": lang.text("does not take part"),
        "unknown": lang.text("the source says so"),
        "none": lang.text("no record in our tables, which is not a no"),
    }


def row(lang: Language, group: str, name: str, shown: Told) -> tuple[str, ...]:
    """Return a row of `table_of` for a standing."""
    one = shown.one
    sources = tuple(dict.fromkeys(map(str, one.rows["source_id"]))) if len(one.rows) else ()
    return (
        one.country,
        group,
        name,
        lang.place(one.country),
        lang.text(STATE_NAMES[one.state]),
        shown.words,
        lang.date(one.day) if one.day else shown.note,
        lang.pick(one.text) if one.text else "",
        tables_named(lang, [one.table]),
        source_names(lang, sources),
    )


def table_of(lang: Language, rows: Sequence[tuple[str, ...]]) -> Table:
    """Return standings as a table."""
    names = [
        "codes",
        "group",
        "name",
        "place",
        "state",
        "status",
        "date",
        "text",
        "table",
        "sources",
    ]
    return Table(
        pd.DataFrame(list(rows), columns=names),
        (
            column(lang, "group"),
            column(lang, "instrument", "name"),
            column(lang, "country", "place"),
            column(lang, "participation", "state"),
            column(lang, "status"),
            column(lang, "date_or_remark", "date"),
            column(lang, "words", "text"),
            column(lang, "searched", "table"),
            column(lang, "source_id", "sources"),
        ),
    )


def sources_behind(found: Sequence[Participation]) -> tuple[str, ...]:
    """Return the sources of standings, in the order of appearance."""
    told = (str(s) for one in found if len(one.rows) for s in one.rows["source_id"])
    return tuple(dict.fromkeys(told))


def caveats_behind(lang: Language, found: Sequence[Participation]) -> tuple[Remark, ...]:
    """Return the caveats that bear on the rows behind standings, warnings first."""
    rows: dict[str, list[pd.DataFrame]] = {}
    for one in found:
        if len(one.rows):
            rows.setdefault(one.table, []).append(one.rows)
    return warnings_first(
        *(caveats_of(lang, table, pd.concat(parts)) for table, parts in rows.items())
    )
