"""One source in full: what it gives, how sure, on what terms, how it was checked, what to heed."""

import datetime
from collections.abc import Sequence

import pandas as pd

from components.context import RenderContext
from components.documents.model import (
    Block,
    Cell,
    Document,
    Grid,
    Group,
    Line,
    Link,
    Panel,
    Panels,
    Row,
)
from components.language import Language
from components.language.language import NP_
from components.phrases.columns import column
from components.phrases.licences import licence_name
from components.phrases.references import source_name
from components.phrases.tables import TABLES as TABLE_NAMES
from components.view import Remark, Table, View
from components.views.assemble import assemble
from components.views.sources.catalogue import capital
from components.views.sources.filters import SourceFilters
from components.views.sources.words import (
    listed,
    rows_said,
    shares,
    sum_of,
    years_said,
)
from components.views.spec import Tables
from data.codelists import known
from data.measures.census import Holding, added, census
from data.provenance import Caveat, Source, source

TITLE = NP_("{n} row here comes from {source}", "{n} rows here come from {source}")


def source_entry(tables: Tables, filters: SourceFilters, context: RenderContext) -> View:
    """Return everything that the atlas knows of one source."""
    lang, name = context.language, filters.source
    if name not in known("sources"):
        return _nothing(context)
    own = [one for one in census(tables) if one.source == name]
    told = source(name)
    count = sum_of(own)
    title = lang.plural(*TITLE, count, n=lang.compact(count), source=source_name(lang, name))
    return assemble(
        context,
        "source-entry",
        title,
        lang.text(
            "What the source gives, how sure it is, and what to heed. Years: {years}",
            years=years_said(lang, own),
        ),
        _table(lang, own),
        lang.text("Description of a source"),
        (name,),
        _document(lang, told, own),
        remarks=_remarks(lang, told),
        notes=(
            lang.text(
                "Its limits are the cautions and notes that go with its figures on every page; "
                "how sure it is, the confidence of its rows. Neither is a mark given to the source."
            ),
        ),
    )


def _nothing(context: RenderContext) -> View:
    lang = context.language
    return assemble(
        context,
        "source-entry",
        lang.text("No source is chosen"),
        lang.text("Description of a source"),
        _table(lang, []),
        lang.text("Description of a source"),
        (),
        None,
        missing=lang.text("Choose a source from the list."),
    )


def _remarks(lang: Language, told: Source) -> tuple[Remark, ...]:
    """Return all caveats of a source, warnings first."""
    found = sorted(told.caveats, key=lambda one: one.level != "warning")
    return tuple(
        Remark(
            "warning" if one.level == "warning" else "info",
            lang.pick(one.text),
            told.id,
        )
        for one in found
    )


def _document(lang: Language, told: Source, own: Sequence[Holding]) -> Document:
    parts: list[Block] = [_panels(lang, told, own), _grid(lang, own)]
    warned = [one for one in told.caveats if one.level == "warning"]
    whole = [one for one in warned if one.scope == "source"]
    heads = (
        (lang.text("Cautions on all rows"), whole),
        (lang.text("Cautions on some rows"), [one for one in warned if one not in whole]),
        (lang.text("Remarks of the source"), [one for one in told.caveats if one not in warned]),
    )
    groups = tuple(_caveats(lang, head, one, own) for head, one in heads if one)
    if groups:
        corner, told_head = lang.text("Bears on"), lang.text("What to heed")
        parts.append(Grid((told_head,), groups, corner, narrow="stack", parted=True))
    return Document(tuple(parts))


def _panels(lang: Language, told: Source, own: Sequence[Holding]) -> Panels:
    """Return who publishes it, on what terms, how sure it is, and how it is cited."""
    whole = tuple(own)
    counted = listed(lang, "measures", added(whole, "measure"))
    kinds = ". ".join(
        part for part in (capital(counted), listed(lang, "methods", added(whole, "method"))) if part
    )
    read = lang.date(datetime.date.fromisoformat(told.read))
    publisher = (
        Line(lang.pick(told.publisher)),
        Line(lang.text("Version: {version}", version=lang.verbatim(told.version)))
        if told.version
        else Line(lang.text("No version is named.")),
        Line(lang.text("Read on {day}", day=read)),
    )
    terms = [Line(capital(licence_name(lang, told.licence["name"])))]
    return Panels(
        (
            Panel(
                lang.text("What is counted, and how"),
                lines=(
                    Line(lang.pick(told.title)),
                    Line(kinds or lang.text("Acts and rules, no numbers")),
                ),
                foot=years_said(lang, own),
            ),
            Panel(
                lang.text("Publisher"),
                lines=publisher,
                link=Link(lang.text("At the publisher"), told.url),
            ),
            Panel(
                lang.text("Confidence of its rows"),
                lines=(Line(shares(lang, "confidences", added(whole, "confidence"))),),
            ),
            Panel(lang.text("Licence"), lines=tuple(terms)),
            Panel(lang.text("How it was checked"), lines=(Line(lang.pick(told.verified)),)),
            Panel(lang.text("Cite as"), lines=(Line(lang.verbatim(told.citation)),)),
        ),
        most=3,
    )


def _grid(lang: Language, own: Sequence[Holding]) -> Grid:
    heads = (lang.text("Rows and years"), lang.text("What is counted"), lang.text("Confidence"))
    rows = tuple(
        Row(
            capital(lang.text(TABLE_NAMES[one.table])),
            (
                Cell(value=lang.number(one.rows), unit=years_said(lang, [one])),
                Cell(words=_kinds(lang, one)),
                Cell(words=shares(lang, "confidences", one.confidence)),
            ),
        )
        for one in sorted(own, key=lambda one: -one.rows)
    )
    return Grid(heads, (Group(rows),), lang.text("Table"), narrow="stack")


def _kinds(lang: Language, one: Holding) -> str:
    """Write the kinds of measure and the methods of a table's rows."""
    told = (listed(lang, "measures", one.measure), listed(lang, "methods", one.method))
    return ". ".join(filter(None, told)) or lang.text("Acts and rules, no numbers")


def _caveats(lang: Language, head: str, caveats: Sequence[Caveat], own: Sequence[Holding]) -> Group:
    noted = added(tuple(own), "note_id")
    rows = tuple(
        Row(_bears(lang, one, noted), (Cell(words=lang.pick(one.text)),)) for one in caveats
    )
    return Group(rows, f"{head}: {lang.number(len(caveats))}")


def _bears(lang: Language, one: Caveat, noted: dict[str, int]) -> str:
    """Write what a caveat bears on: all rows, those that carry it, or those of some places."""
    if one.scope == "source":
        return lang.text("All rows")
    if one.scope == "rows":
        return rows_said(lang, noted.get(one.id, 0))
    return lang.text("Some countries or years")


def _table(lang: Language, own: Sequence[Holding]) -> Table:
    rows = [
        {
            "table": lang.text(TABLE_NAMES[one.table]),
            "rows": one.rows,
            "period": years_said(lang, [one]),
            "measure": listed(lang, "measures", one.measure),
            "method": listed(lang, "methods", one.method),
            "confidence": shares(lang, "confidences", one.confidence),
        }
        for one in own
    ]
    columns = (
        column(lang, "in_table", "table"),
        column(lang, "rows"),
        column(lang, "period"),
        column(lang, "measure"),
        column(lang, "method"),
        column(lang, "confidence"),
    )
    return Table(pd.DataFrame(rows, columns=[one.name for one in columns]), columns)
