"""What assisted return is: its stages, the sides of reintegration, its principles."""

from collections.abc import Sequence
from dataclasses import replace

from components.context import RenderContext
from components.documents.html import document_html
from components.documents.model import Document, Panel, Panels, lines
from components.language import Language
from components.view import View
from components.views.assemble import assemble
from components.views.avrr.words import (
    Fact,
    fact,
    fact_table,
    facts,
    group_title,
    read_in,
    references_of,
    said,
)
from components.views.spec import Tables

SOURCE = ("avrr",)


def avrr_stages(tables: Tables, filters: object, context: RenderContext) -> View:
    """Return the three stages of help as a path, and the three sides of reintegration below it."""
    lang = context.language
    steps = [one for one in facts("stages") if one["id"] != "stage_four_steps"]
    sides = facts("dimensions")
    blocks = (
        Panels(
            tuple(_panel(lang, one, number) for number, one in enumerate(steps, 1)),
            form="steps",
            most=3,
        ),
        Panels(
            tuple(_panel(lang, one) for one in sides),
            lang.text("Reintegration, which begins after arrival, has three sides"),
            most=3,
            joined=True,
        ),
    )
    helped, four = fact("who_assisted"), fact("stage_four_steps")
    terms = [fact("term_avrr"), fact("term_avrr_since")]
    rest = [*facts("levels"), *facts("measuring"), *facts("policy")]
    return text_view(
        context,
        "avrr-stages",
        lang.text(
            "Assisted return (AVRR) has three stages: before departure, during travel, after "
            "arrival"
        ),
        lang.text("Assisted voluntary return and reintegration (AVRR) as IOM describes it"),
        blocks,
        [*steps, *sides, *terms, helped, four, *rest],
        lang.text("Diagram of three steps from left to right with three panels below"),
        (*steps, *sides, helped, four),
        [said(lang, one) for one in (helped, four)],
    )


def stages_strip(lang: Language) -> str:
    """Return the three stages in a few words each as HTML: a strip that stands below a picture."""
    steps = [one for one in facts("stages") if "short" in one]
    panels = tuple(
        replace(_panel(lang, one, number), lines=lines(lang.pick(one["short"])))
        for number, one in enumerate(steps, 1)
    )
    title = lang.text("The three stages of assisted return (AVRR)")
    return document_html(Document((Panels(panels, form="steps", most=3),)), lang, "strip", title)


def avrr_principles(tables: Tables, filters: object, context: RenderContext) -> View:
    """Return the seven principles, and when a return counts as voluntary."""
    lang = context.language
    principles = [one for one in facts("principles") if one["id"] != "principles_read"]
    free = facts("voluntariness")
    blocks = (
        Panels(tuple(_panel(lang, one) for one in principles)),
        Panels(
            tuple(_panel(lang, one, quiet=True) for one in free),
            group_title(lang, "voluntariness"),
            most=2,
        ),
    )
    return text_view(
        context,
        "avrr-principles",
        lang.plural(
            "Assisted return (AVRR) rests on {n} principle: voluntariness",
            "Assisted return (AVRR) rests on {n} principles; the first is voluntariness",
            len(principles),
            n=lang.number(len(principles)),
        ),
        lang.text("Principles of IOM’s framework for AVRR, each in one sentence of our own"),
        blocks,
        [*principles, *free, fact("principles_read"), *facts("objectives")],
        lang.text("Text panels"),
        [*principles, *free],
        [lang.pick(fact("principles_read")["text"])],
    )


def text_view(
    context: RenderContext,
    name: str,
    title: str,
    subtitle: str,
    blocks: tuple[Panels, ...],
    told: Sequence[Fact],
    alt: str,
    drawn: Sequence[Fact],
    notes: Sequence[str] = (),
) -> View:
    """Return a view of panels with words of ``data/texts``.

    Where the facts that are drawn were read stands in a note; `told` is what the table has.
    """
    lang, references = context.language, references_of(drawn)
    return assemble(
        context,
        name,
        title,
        subtitle,
        fact_table(lang, told),
        alt,
        SOURCE,
        Document(blocks),
        notes=(*notes, read_in(lang, references)),
    )


def _panel(lang: Language, one: Fact, number: int = 0, quiet: bool = False) -> Panel:
    name = lang.pick(one["title"])
    if number:
        name = lang.text("{number}. {name}", number=number, name=name)
    return Panel(name, lines=lines(lang.pick(one["text"])), quiet=quiet)
