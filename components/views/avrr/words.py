"""The words about assisted return that stand in ``data/texts``, with where each was read."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from components.language import Language
from components.phrases.columns import column
from components.view import Table
from data.measures.avrr import report_of
from data.texts import entry, texts

Fact = Mapping[str, Any]


def terms() -> Mapping[str, Any]:
    """Return the whole file of terms."""
    return texts("avrr_terms")


def facts(group: str) -> list[Fact]:
    """Return the facts of a group in their order."""
    return [fact for fact in terms()["facts"] if fact["group"] == group]


def fact(name: str) -> Fact:
    """Return one fact by its id."""
    return entry("avrr_terms", "facts", name)


def group_title(lang: Language, group: str) -> str:
    """Return the heading of a group."""
    return lang.pick(entry("avrr_terms", "groups", group)["title"])


def report_titles(lang: Language, years: Sequence[int]) -> str:
    """Name the reports of IOM that have some years, each once; “yearly reports” where none is."""
    titles = filter(None, (report_of(terms()["reports"], year) for year in years))
    told = [lang.text("“{title}”", title=title) for title in dict.fromkeys(titles)]
    return lang.listing(told) if told else lang.text("yearly reports")


def citation(lang: Language, reference: str) -> str:
    """Write where a fact was read: citation and address."""
    url = terms()["references"][reference]["url"]
    return lang.text("{citation}: {address}", citation=_citation(lang, reference), address=url)


def _citation(lang: Language, reference: str) -> str:
    return lang.pick(terms()["references"][reference]["citation"])


def references_of(found: Iterable[Fact]) -> tuple[str, ...]:
    """Return the references of facts, each once."""
    names = (n for one in found for n in one.get("references", [one.get("reference")]) if n)
    return tuple(dict.fromkeys(names))


def said(lang: Language, one: Fact) -> str:
    """Write a fact with its name before it."""
    return lang.text("{head}: {words}", head=lang.pick(one["title"]), words=lang.pick(one["text"]))


def cited(lang: Language, references: Sequence[str]) -> str:
    """Say in one note where facts were read, without addresses; those stand in the table."""
    told = "; ".join(_citation(lang, one) for one in references)
    return lang.text(
        "Based on: {references}. Their addresses are in the table; the wording is the atlas’s own.",
        references=told,
    )


def read_in(lang: Language, references: Sequence[str]) -> str:
    """Say in one note where facts were read."""
    told = "; ".join(citation(lang, one) for one in references)
    return lang.text("Based on: {references}. The wording is the atlas’s own.", references=told)


def fact_table(lang: Language, found: Sequence[Fact]) -> Table:
    """Return facts as a table: part, name, words, where they were read."""
    rows = [
        (
            group_title(lang, one["group"]),
            lang.pick(one["title"]),
            lang.pick(one["text"]),
            citation(lang, one["reference"]),
        )
        for one in found
    ]
    return Table(
        pd.DataFrame(rows, columns=["part", "name", "words", "reference"]),
        (
            column(lang, "part"),
            column(lang, "name"),
            column(lang, "own_words", "words"),
            column(lang, "reference"),
        ),
    )
