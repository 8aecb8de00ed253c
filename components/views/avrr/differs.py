"""How assisted return differs from the other ways of going back."""

from collections.abc import Sequence

import pandas as pd

from components.context import RenderContext
from components.documents.model import Cell, Group, Row, one_grid
from components.documents.states import State
from components.documents.words import meanings
from components.language import Language
from components.navigation import PAGES
from components.phrases.columns import column
from components.view import Table, View
from components.views.assemble import assemble
from components.views.avrr.what import SOURCE
from components.views.avrr.words import Fact, citation, cited, fact, references_of, said, terms
from components.views.spec import Tables
from data.codelists import code_list

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
    rows = tuple(_row(lang, kind) for kind in kinds)
    key: dict[State, str] = {
        "yes": lang.text("counted"),
        "none": lang.text("no figure of people found"),
    }
    title = lang.text(
        "Assisted return is the person’s own decision, carried out with somebody’s help"
    )
    subtitle = lang.text(
        "Kinds of return: who decides, who helps, on what legal basis; repatriation is not return"
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
        one_grid(heads, (Group(rows),), meanings(lang, key), lang.text("Kind of return"), "one"),
        notes=(said(lang, fact("who_assisted")), cited(lang, references)),
    )


def _row(lang: Language, kind: Fact) -> Row:
    words = [lang.pick(kind[part]) for part in KINDS]
    cells = [Cell(words=told) for told in words]
    return Row(lang.pick(kind["title"]), (*cells, _counted(lang, kind)))


def _counted(lang: Language, kind: Fact) -> Cell:
    where = _where(lang, kind)
    if not kind["indicators"]:
        told = lang.text("No figure; agreements: {where}", where=where)
        return Cell("none", words=told)
    what = "; ".join(lang.label("indicators", one) for one in kind["indicators"])
    return Cell("yes", words=where, tip=lang.text("{where}: {what}", where=where, what=what))


def _where(lang: Language, kind: Fact) -> str:
    """Name the page of the atlas that shows a kind, or else the table that has it."""
    pages = [spec for spec in PAGES if spec.url == kind["page"]]
    if pages:
        return lang.text("page “{page}”", page=lang.text(pages[0].title))
    tables = dict.fromkeys(code_list("indicators").loc[one, "table"] for one in kind["indicators"])
    return lang.text("table “{table}”", table=", ".join(str(t) for t in tables))


def _table(lang: Language, kinds: Sequence[Fact], heads: Sequence[str]) -> Table:
    rows = [
        (
            lang.pick(kind["title"]),
            *(lang.pick(kind[part]) for part in KINDS),
            (_counted(lang, kind).tip or _counted(lang, kind).words),
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
