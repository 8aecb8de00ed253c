"""Why the figures differ: what each kind counts, the known reasons, what the sources warn of."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from components.context import RenderContext
from components.documents.model import Document, Line, Panel, Panels
from components.language import Language
from components.phrases.columns import column
from components.phrases.references import source_name
from components.phrases.sentences import upper_first
from components.view import Remark, Table, View
from components.views.assemble import assemble, sources_of
from components.views.compare.asked import Asked, cautions, on_corridor
from components.views.compare.filters import CompareFilters
from components.views.compare.sentences import headline
from components.views.compare.words import heading
from components.views.spec import Tables
from data.areas import SOVIET
from data.codelists import code_list
from data.texts import texts, words_in


def compare_why(tables: Tables, filters: CompareFilters, context: RenderContext) -> View:
    """Return why the figures of a corridor differ, as a document of words."""
    lang, asked = context.language, on_corridor(tables, filters, filters.in_year)
    rows = asked.rows
    found = reasons(asked)
    warned = cautions(lang, asked, rows) if len(rows) else ()
    return assemble(
        context,
        "compare-why",
        _title(lang, asked, len(found)),
        lang.text(
            "{what}: reasons that bear on the figures of {year}, from the definitions and cautions "
            "of the sources",
            what=lang.text(asked.name),
            year=asked.year,
        ),
        _table(lang, asked, found),
        lang.text("Short texts"),
        sources_of(rows),
        Document(tuple(_blocks(lang, asked, found, warned, context.narrow))) if len(rows) else None,
        remarks=warned,
        missing="" if len(rows) else lang.text(asked.who),
        period=str(asked.year) if len(rows) else "",
    )


def reasons(asked: Asked) -> list[dict[str, Any]]:
    """Return the entries of ``texts/why_differ.yml`` that bear on the figures."""
    rows = asked.rows
    if rows.empty:
        return []
    places = {asked.home, asked.away}
    born = rows["origin_basis"].eq("birth").any() and bool(places & SOVIET)
    sides = rows.loc[rows["kind"].eq("registered"), "indicator"].nunique() > 1
    facts = {"soviet": {"yes"} if born else set(), "mirrored": {"yes"} if sides else set()}
    for name in rows.columns:
        facts[str(name)] = {part for one in rows[name].dropna() for part in str(one).split()}
    return [one for one in texts("why_differ")["reasons"] if _met(one["when"], facts)]


def _met(conditions: list[dict[str, Any]], facts: Mapping[str, set[str]]) -> bool:
    return all(
        facts[one["column"]] & set(one["one"])
        and (not one.get("other") or facts[one["column"]] & set(one["other"]))
        for one in conditions
    )


def _title(lang: Language, asked: Asked, count: int) -> str:
    if asked.found.empty or not count:
        return headline(lang, asked)
    return lang.plural(
        "{n} known reason makes these figures differ",
        "{n} known reasons make these figures differ",
        count,
        n=count,
    )


def _blocks(
    lang: Language,
    asked: Asked,
    found: list[dict[str, Any]],
    warned: tuple[Remark, ...],
    narrow: bool,
) -> list[Panels]:
    blocks = []
    if found:
        panels = tuple(
            Panel(lang.pick(one["title"]), lines=(Line(lang.pick(one["text"])),)) for one in found
        )
        blocks.append(Panels(panels, lang.text("Why they differ"), most=3))
    counted = tuple(
        Panel(name, lines=(Line(" ".join(told)),)) for name, told in definitions(lang, asked)
    )
    blocks.append(Panels(counted, lang.text("What each kind of figures counts"), most=3))
    sources = dict.fromkeys(remark.source for remark in warned if remark.level == "warning")
    panels = tuple(
        Panel(
            source_name(lang, one),
            lines=tuple(Line(r.text) for r in warned if (r.source, r.level) == (one, "warning")),
        )
        for one in sources
        if one
    )
    if panels and not narrow:  # on a phone they stand in the line below
        blocks.append(Panels(panels, lang.text("What the sources warn of"), most=4))
    return blocks


def definitions(lang: Language, asked: Asked) -> list[tuple[str, tuple[str, ...]]]:
    """Return of each kind its name, and what its indicators, marks and methods are by the lists."""
    told = []
    for kind in dict.fromkeys(asked.rows["kind"].astype("str")):
        own = asked.rows.loc[asked.rows["kind"].eq(kind)]
        lines = [_said(lang, "indicators", one, "definition") for one in own["indicator"].unique()]
        for column_name, name in LISTS:
            codes = list(dict.fromkeys(own[column_name].dropna()))
            said = (
                f"{lang.label(name, one)}: {_said(lang, name, one, 'description')}" for one in codes
            )
            lines += [" ".join(said)] if codes else []
        told.append((heading(lang, kind, asked.home, asked.away), tuple(lines)))
    return told


LISTS = (
    ("origin_basis", "origin_bases"),
    ("measure", "measures"),
    ("method", "methods"),
    ("period_type", "period_types"),
    ("obs_status", "obs_statuses"),
)


def _said(lang: Language, name: str, code: str, stem: str) -> str:
    """Return what a code list says of a code, in a sentence."""
    entry: dict[Any, Any] = code_list(name).loc[code].to_dict()
    return upper_first(lang.pick(words_in(entry, stem))).rstrip(".") + "."


def _table(lang: Language, asked: Asked, found: list[dict[str, Any]]) -> Table:
    rows = [
        (lang.text("Why they differ"), lang.pick(one["title"]), lang.pick(one["text"]))
        for one in found
    ]
    counted = lang.text("What each kind of figures counts")
    if len(asked.rows):
        rows += [(counted, name, " ".join(told)) for name, told in definitions(lang, asked)]
    frame = pd.DataFrame(rows, columns=["part", "counted", "words"])
    return Table(
        frame, (column(lang, "part"), column(lang, "what", "counted"), column(lang, "words"))
    )
