"""The measures that the atlas derives: in words and symbols, with author and worked example."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from components.context import RenderContext
from components.documents.model import Cell, Document, Grid, Group, Line, Link, Panel, Panels, Row
from components.language import Language
from components.phrases.columns import column
from components.phrases.sentences import lower_first
from components.view import Table, View
from components.views.assemble import assemble
from components.views.sources import examples_flows as flows
from components.views.sources import examples_people as people
from components.views.sources import examples_rules as rules
from components.views.sources.example import Example
from components.views.sources.filters import ALL, SourceFilters
from components.views.spec import Tables
from data.texts import entry, texts

FILE = "methods"
EXAMPLES: dict[str, Callable[[Language, Tables], Example]] = {
    "stock_ratio": people.of_stock_ratio,
    "per_1000": people.of_per_1000,
    "women_share": people.of_women,
    "hub_share": people.of_hub,
    "median_group": people.of_median,
    "covered": people.of_covered,
    "ratio": flows.of_ratio,
    "spread": flows.of_spread,
    "net": flows.of_net,
    "effectiveness": flows.of_effectiveness,
    "return_share": flows.of_return_share,
    "editions_apart": flows.of_apart,
    "agreement": flows.of_agreement,
    "net_verdict": flows.of_verdict,
    "revision": flows.of_revision,
    "voluntary_share": rules.of_voluntary,
    "recognition_rate": rules.of_recognition,
    "months_to_force": rules.of_months,
    "dollars_per_inhabitant": people.of_dollars,
    "cost_target": people.of_cost,
    "since_2015": people.of_since_2015,
    "index_100": people.of_index,
    "best_figure": rules.of_best,
    "same_reporters": rules.of_same_reporters,
    "margin": rules.of_margin,
}
METHODS: tuple[str, ...] = tuple(EXAMPLES)


@dataclass(frozen=True)
class Method:
    """A method with its words, wherever they stand.

    Attributes
    ----------
    id, group, function : str
        Its id, that of its group, and the function of ``data/measures`` that computes it.
    views : tuple of str
        Names of views that use it.
    words : mapping
        ``title``, ``text``, ``formula`` and ``limit``, each by language.
    references : tuple of mapping
        Works that it is from, with ``citation`` and perhaps ``url``; none of a rule of the atlas.
    """

    id: str
    group: str
    function: str
    views: tuple[str, ...]
    words: Mapping[str, Any]
    references: tuple[Mapping[str, Any], ...]

    def said(self, lang: Language, part: str) -> str:
        """Return a part of its words in a language; empty where it has none."""
        return lang.pick(self.words[part]) if self.words.get(part) else ""


def methods() -> tuple[Method, ...]:
    """Return all methods in the order of ``data/texts/methods.yml``."""
    return tuple(map(_method, texts(FILE)["methods"]))


def _method(raw: Mapping[str, Any]) -> Method:
    words, known = raw, texts(FILE)["references"]
    if raw.get("term"):
        file, part, name = raw["term"].split(".")
        words, known = entry(file, part, name), texts(file)["references"]
    cited = tuple(known[one] for one in words.get("references", ()))
    return Method(raw["id"], raw["group"], raw["function"], tuple(raw["views"]), words, cited)


def title_of(lang: Language, name: str) -> str:
    """Return the title of a method by its id."""
    return next(one.said(lang, "title") for one in methods() if one.id == name)


def method_list(tables: Tables, filters: None, context: RenderContext) -> View:
    """Return all methods, each with its formula and a worked example."""
    lang, found = context.language, methods()
    worked = {one.id: EXAMPLES[one.id](lang, tables) for one in found}
    groups = tuple(
        Group(
            tuple(
                _row(lang, one, worked[one.id], context.narrow)
                for one in found
                if one.group == group["id"]
            ),
            lang.pick(group["title"]),
        )
        for group in texts(FILE)["groups"]
    )
    words = () if context.narrow else (lang.text("In words"),)
    heads = (lang.text("Formula"), *words, lang.text("Worked example"))
    count = len(found)
    return assemble(
        context,
        "sources-methods",
        lang.plural(
            "The atlas computes {n} measure of its own, with a worked example",
            "The atlas computes {n} measures of its own, each with a worked example",
            count,
            n=lang.number(count),
        ),
        lang.text("Formula, words and an example on the newest figures of the tables"),
        _table(lang, found, worked),
        lang.text("Table of methods"),
        tuple(dict.fromkeys(name for one in worked.values() for name in one.sources)),
        Document((Grid(heads, groups, lang.text("Method"), narrow="stack", parted=True),)),
        notes=(_computed(lang),),
    )


def _computed(lang: Language) -> str:
    return lang.text(
        "Examples are computed from the tables by the functions that the views use; numbers are "
        "rounded where they are written, and not before."
    )


def _row(lang: Language, one: Method, worked: Example, short: bool) -> Row:
    """Return a row; on a phone, where it would be long, without the words."""
    address = f"/sources?closer=methods&method={one.id}&lang={lang.code}"
    link = Link(lang.text("In full"), address)
    formula, example = one.said(lang, "formula"), Cell(words=worked.worked, unit=worked.about)
    if short:
        return Row(one.said(lang, "title"), (Cell(words=formula, link=link), example))
    cells = (Cell(words=formula), Cell(words=one.said(lang, "text"), link=link), example)
    return Row(one.said(lang, "title"), cells)


def _table(lang: Language, found: tuple[Method, ...], worked: Mapping[str, Example]) -> Table:
    rows = [
        {
            "method": one.said(lang, "title"),
            "formula": one.said(lang, "formula"),
            "words": one.said(lang, "text"),
            "about": worked[one.id].about,
            "example": worked[one.id].worked,
            "author": _author(lang, one),
        }
        for one in found
    ]
    columns = (
        column(lang, "method_name", "method"),
        column(lang, "formula"),
        column(lang, "words"),
        column(lang, "what", "about"),
        column(lang, "example"),
        column(lang, "author"),
    )
    return Table(pd.DataFrame(rows, columns=[one.name for one in columns]), columns)


def _author(lang: Language, one: Method) -> str:
    if not one.references:
        return lang.text("A rule of this atlas")
    return "; ".join(lang.pick(work["citation"]) for work in one.references)


def method_in_full(tables: Tables, filters: SourceFilters, context: RenderContext) -> View:
    """Return one method in full; the first where none is chosen."""
    lang = context.language
    name = filters.method if filters.method != ALL else METHODS[0]
    one = next(method for method in methods() if method.id == name)
    worked = EXAMPLES[one.id](lang, tables)
    return assemble(
        context,
        "source-method",
        lang.text("How it is computed: {method}", method=lower_first(one.said(lang, "title"))),
        lang.text("Formula: {formula}", formula=one.said(lang, "formula")),
        _table(lang, (one,), {one.id: worked}),
        lang.text("Description of a method"),
        worked.sources,
        Document((_panels(lang, one, worked),)),
        notes=(_computed(lang),),
    )


def _panels(lang: Language, one: Method, worked: Example) -> Panels:
    given = tuple(Line(words, value=value) for words, value in worked.given)
    works = tuple(
        Panel(
            lang.text("Source of the method"),
            lines=(Line(lang.pick(work["citation"])),),
            link=Link(lang.text("Read it"), work["url"]) if work.get("url") else None,
        )
        for work in one.references
    ) or (
        Panel(
            lang.text("Source of the method"),
            lines=(Line(lang.text("A rule of this atlas, declared in its code.")),),
        ),
    )
    code = lang.verbatim("data/measures/{}.py: {}".format(*one.function.split(".")))
    return Panels(
        (
            Panel(lang.text("In words"), lines=(Line(one.said(lang, "text")),), foot=code),
            Panel(lang.text("Formula"), lines=(Line(one.said(lang, "formula")),)),
            Panel(
                lang.text("Worked example"),
                lines=(*given, Line(worked.worked)),
                foot=worked.about,
            ),
            Panel(lang.text("What it cannot tell"), lines=(Line(one.said(lang, "limit")),)),
            *works,
        ),
        most=3,
    )
