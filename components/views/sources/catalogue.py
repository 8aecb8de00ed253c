"""All sources of the atlas, each in a line: how much it gives, of what, how sure, on what terms."""

from collections.abc import Mapping, Sequence

import pandas as pd

from components.context import RenderContext
from components.documents.model import Cell, Document, Grid, Group, Link, Row
from components.language import Language
from components.phrases.columns import column
from components.phrases.licences import licence_name
from components.phrases.references import source_name
from components.phrases.tables import FAMILIES, tables_named
from components.phrases.tables import TABLES as TABLE_NAMES
from components.view import Table, View
from components.views.assemble import assemble
from components.views.sources.filters import (
    ALL,
    SourceFilters,
    by_source,
    family_of,
    narrowed,
)
from components.views.sources.words import copies, is_checked, listed, sum_of, years_said
from components.views.spec import Tables
from data.measures.census import Holding, added, census
from data.provenance import source

Found = Mapping[str, Sequence[Holding]]
Sources = list[tuple[str, Sequence[Holding]]]


def source_catalogue(tables: Tables, filters: SourceFilters, context: RenderContext) -> View:
    """Return the sources that have rows of a table and a kind of licence, all by default."""
    lang = context.language
    found = narrowed(by_source(census(tables)), filters.subject, filters.licence)
    figure = _document(lang, found, filters.subject == ALL) if found else None
    return assemble(
        context,
        "sources-catalogue",
        _title(lang, filters, found),
        lang.text("Sources of the atlas: rows, years, confidence and licence"),
        _table(lang, found),
        lang.text("Table of sources"),
        tuple(found),
        figure,
        notes=(
            lang.text(
                "“Checked” is said of official data sets of which some or all rows were compared "
                "with a second copy. How every other source was checked stands in its entry."
            ),
            lang.text(
                "A row is one figure, act or event of a curated table. Rows are counted, not "
                "people: of two sources, the one with more rows is not the better one."
            ),
        ),
        missing="" if found else lang.text("Choose another table, or other terms."),
    )


def _title(lang: Language, filters: SourceFilters, found: Found) -> str:
    checked = sum(is_checked(own) for own in found.values())
    told = {"n": lang.number(checked), "m": lang.number(len(found))}
    if not found:
        return lang.text("No source of this table has such terms")
    subject = capital(lang.text(TABLE_NAMES[filters.subject])) if filters.subject != ALL else ""
    if len(found) == 1 and checked:
        return lang.text("The one source of this choice was checked against a second copy")
    if len(found) == 1:
        return lang.text("The one source of this choice was not checked against a second copy")
    if filters.licence != ALL:
        return lang.text(
            "Under these terms, {n} of {m} sources were checked against a second copy", **told
        )
    if subject:
        return lang.text(
            "{table}: {n} of {m} sources were checked against a second copy", table=subject, **told
        )
    return lang.text(
        "{n} of {m} sources were checked, wholly or in part, against a second copy", **told
    )


def capital(words: str) -> str:
    """Return words that begin a sentence."""
    at = next((index for index, letter in enumerate(words) if letter.isalpha()), 0)
    return words[:at] + words[at : at + 1].upper() + words[at + 1 :]


def _document(lang: Language, found: Found, parted: bool) -> Document:
    """Return the sources, those with most rows first: by family, or all in one of one table."""
    heads = (
        lang.text("Rows and years"),
        lang.text("In the tables") if parted else lang.text("What is counted"),
        lang.text("Read in, and licence"),
    )
    families: dict[str, Sources] = {name: [] for name in FAMILIES}
    for name, own in found.items():
        families[family_of(own)].append((name, own))
    groups = tuple(
        Group(
            tuple(_row(lang, *one, parted) for one in _sorted(own)),
            lang.text(FAMILIES[name][0]) if parted else "",
        )
        for name, own in families.items()
        if own
    )
    grid = Grid(heads, groups, lang.text("Source"), narrow="stack", parted=True)
    return Document((grid,))


def _sorted(own: Sources) -> Sources:
    return sorted(own, key=lambda one: (-sum_of(one[1]), one[0]))


def _row(lang: Language, name: str, own: Sequence[Holding], parted: bool) -> Row:
    known = source(name)
    told = added(tuple(own), "confidence")
    address = f"/sources?source={name}&lang={lang.code}"
    counted = listed(lang, "measures", added(tuple(own), "measure"))
    there = capital(tables_named(lang, (one.table for one in own)))
    return Row(
        source_name(lang, name),
        (
            Cell(value=lang.number(sum_of(own)), unit=years_said(lang, own)),
            Cell(
                words=there if parted else counted or lang.text("Acts and rules, no numbers"),
                link=Link(lang.text("In full"), address),
            ),
            Cell(
                words=copies(lang, told),
                unit=licence_name(lang, known.licence["name"]),
            ),
        ),
    )


def _table(lang: Language, found: Found) -> Table:
    rows = [
        {
            "source": source_name(lang, name),
            "what": lang.pick(source(name).title),
            "publisher": lang.pick(source(name).publisher),
            "tables": tables_named(lang, (one.table for one in own)),
            "rows": sum_of(own),
            "period": years_said(lang, own),
            "measure": listed(lang, "measures", added(tuple(own), "measure")),
            "method": listed(lang, "methods", added(tuple(own), "method")),
            "confidence": listed(lang, "confidences", added(tuple(own), "confidence")),
            "licence": licence_name(lang, source(name).licence["name"]),
        }
        for name, own in found.items()
    ]
    columns = (
        column(lang, "source_id", "source"),
        column(lang, "title", "what"),
        column(lang, "publisher"),
        column(lang, "tables"),
        column(lang, "rows"),
        column(lang, "period"),
        column(lang, "measure"),
        column(lang, "method"),
        column(lang, "confidence"),
        column(lang, "licence"),
    )
    return Table(pd.DataFrame(rows, columns=[one.name for one in columns]), columns)
