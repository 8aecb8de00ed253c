"""How assisted return differs from the other ways of going back."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import pandas as pd
import plotly.graph_objects as go

from components.charts.matrix import Cell, Line, State, matrix, matrix_print
from components.charts.panels import Panel, Row, panels
from components.context import RenderContext
from components.frame.navigation import PAGES
from components.language import Language
from components.phrases.columns import column
from components.view import Table, View
from components.views.assemble import assemble, source_line
from components.views.avrr.what import SOURCE
from components.views.avrr.words import Fact, citation, cited, fact, references_of, said, terms
from components.views.spec import Tables
from data.codelists import code_list

ROOM = 900  # pixels that a matrix of sentences needs
KINDS: tuple[str, ...] = ("decides", "helps", "basis")


def avrr_differs(tables: Tables, filters: object, context: RenderContext) -> View:
    """Return the ways of going back, with who decides, who helps, by what right, who counts."""
    lang, kinds = context.language, terms()["kinds"]
    heads = [
        lang.text("Who decides"),
        lang.text("Who helps or carries it out"),
        lang.text("On what legal basis"),
        lang.text("Counted in the atlas"),
    ]
    lines = [_line(lang, kind) for kind in kinds]
    key: dict[State, str] = {
        "yes": lang.text("counted"),
        "none": lang.text("no figure of people found"),
    }
    title = lang.text(
        "How assisted return differs from other kinds: who decides, who helps, on what legal basis"
    )
    subtitle = lang.text("Kinds of return, never added together; repatriation is not return")
    width = context.width()
    if width >= ROOM:
        chart: go.Figure = matrix(heads, lines, lang, context.colours, width, key)
    else:
        chart = panels(
            [Row([_panel(lang, heads, one) for one in lines], most=2)], lang, context.colours, width
        )
    references = references_of(kinds)
    return assemble(
        context,
        "avrr-differs",
        title,
        subtitle,
        _table(lang, kinds, heads),
        lang.text("Matrix of kinds of return by question"),
        SOURCE,
        chart,
        notes=(said(lang, fact("who_assisted")), cited(lang, references)),
        picture=partial(_picture, context, heads, lines, title, subtitle),
    )


def _picture(
    context: RenderContext,
    heads: Sequence[str],
    lines: Sequence[Line],
    title: str,
    subtitle: str,
) -> go.Figure:
    """Return the matrix without its last column, which is about the atlas and not for a room."""
    lang = context.language
    lines = [replace(line, cells=line.cells[:-1]) for line in lines]
    foot = (source_line(lang, SOURCE), *(citation(lang, r) for r in ("iom_emm", "iom_glossary")))
    return matrix_print(heads[:-1], lines, lang, context.colours, {}, title, subtitle, foot)


def _line(lang: Language, kind: Fact) -> Line:
    words = [lang.pick(kind[part]) for part in KINDS]
    cells = [Cell("plain", told, tip=told) for told in words]
    return Line(lang.pick(kind["title"]), (*cells, _counted(lang, kind)))


def _counted(lang: Language, kind: Fact) -> Cell:
    where = _where(lang, kind)
    if not kind["indicators"]:
        told = lang.text("No figure; agreements: {where}", where=where)
        return Cell("none", told, tip=told)
    what = "; ".join(lang.label("indicators", one) for one in kind["indicators"])
    return Cell("yes", where, tip=lang.text("{where}: {what}", where=where, what=what))


def _where(lang: Language, kind: Fact) -> str:
    """Name the page of the atlas that shows a kind, or else the table that has it."""
    pages = [spec for spec in PAGES if spec.url == kind["page"]]
    if pages:
        return lang.text("page “{page}”", page=lang.text(pages[0].title))
    tables = dict.fromkeys(code_list("indicators").loc[one, "table"] for one in kind["indicators"])
    return lang.text("table “{table}”", table=", ".join(str(t) for t in tables))


def _panel(lang: Language, heads: Sequence[str], line: Line) -> Panel:
    told = [
        lang.text("{head}: {words}", head=head, words=cell.text)
        for head, cell in zip(heads, line.cells, strict=True)
    ]
    return Panel(line.name, "\n".join(told))


def _table(lang: Language, kinds: Sequence[Fact], heads: Sequence[str]) -> Table:
    rows = [
        (
            lang.pick(kind["title"]),
            *(lang.pick(kind[part]) for part in KINDS),
            _counted(lang, kind).tip,
            "; ".join(citation(lang, one) for one in kind["references"]),
        )
        for kind in kinds
    ]
    names = [*KINDS, "counted"]
    columns = (
        column(lang, "return_kind", "kind"),
        *(column(lang, "words", n, label=head) for n, head in zip(names, heads, strict=True)),
        column(lang, "reference"),
    )
    return Table(pd.DataFrame(rows, columns=[c.name for c in columns]), columns)
