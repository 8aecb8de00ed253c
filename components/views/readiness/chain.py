"""The chain from migration status to the way that assisted return can go, for one country."""

from collections.abc import Sequence

from components.context import RenderContext
from components.documents.model import Document, Line, Panel, Panels
from components.language import Language
from components.view import View
from components.views.assemble import assemble
from components.views.readiness.filters import ReadinessFilters
from components.views.readiness.titles import (
    caveats_behind,
    found_for,
    line,
    name_of,
    said,
    sources_behind,
    state,
    table_of,
    when,
)
from components.views.readiness.words import Claim, basis, claim, claims, told
from components.views.spec import Tables
from data.measures.readiness import Evidence
from data.measures.readiness_rules import CHAIN, STEPS
from data.texts import texts


def chain(tables: Tables, filters: ReadinessFilters, context: RenderContext) -> View:
    """Return the five steps as a path, each with what the data say of the chosen country."""
    lang, country = context.language, filters.country
    found = {rule: row[0] for rule, row in found_for(tables, CHAIN, (country,)).items()}
    by_step = {step: [found[r.id] for r in CHAIN if r.claim == step] for step in STEPS}
    steps = tuple(_panel(lang, n, country, by_step[step]) for n, step in enumerate(STEPS))
    everything = list(found.values())
    title = lang.text(
        "The data on {place} answer {found} of {total} questions from status to assisted return",
        place=lang.place(country),
        found=lang.number(sum(one.found for one in everything)),
        total=lang.number(len(everything)),
    )
    subtitle = lang.text(
        "Five steps, each of which follows from the one before in the regional literature"
    )
    sources = sources_behind(everything)
    return assemble(
        context,
        "readiness-chain",
        title,
        subtitle,
        table_of(
            lang,
            [_row(lang, n, country, one) for n, step in enumerate(STEPS) for one in by_step[step]],
        ),
        lang.text("Diagram of five steps from left to right"),
        sources,
        Document((Panels(steps, form="steps", most=5),)),
        remarks=caveats_behind(lang, everything),
        notes=(told(lang, claim("chain_steps")), _notice(lang)),
    )


def _notice(lang: Language) -> str:
    return lang.text(
        "The figures are shown beside the steps; they do not show that one step leads to "
        "the next. Assisted returns from the United Kingdom are counted by its Home Office, "
        "not by IOM."
    )


def _step(lang: Language, number: int) -> str:
    name = lang.pick(claim("chain_steps")["steps"][number])
    return lang.text("{number}. {name}", number=number + 1, name=name)


def _status(country: str) -> Claim:
    """Return the claim of the literature on a country's migration status."""
    return next(one for one in claims("status") if country in one["countries"])


def _panel(lang: Language, number: int, country: str, found: Sequence[Evidence]) -> Panel:
    lines = tuple(_line(lang, one) for one in found)
    foot = ""
    if number == 0:
        one = _status(country)
        foot = lang.text(
            "Literature: {claim}. {basis}.", claim=lang.pick(one["title"]), basis=basis(lang, one)
        )
    quiet = not any(one.found for one in found)
    return Panel(_step(lang, number), lines=lines, foot=foot, quiet=quiet)


def _line(lang: Language, one: Evidence) -> Line:
    if not one.found:
        return Line(line(lang, one), "none")
    return Line(name_of(lang, one.rule), state(one), said(lang, one), when(lang, one))


def _row(
    lang: Language, number: int, country: str, one: Evidence
) -> tuple[str, str, str, Evidence]:
    said = _status(country) if number == 0 else claim("chain_steps")
    rests = lang.pick(texts("framework")["unreferenced"])
    words = lang.text("{step}: {claim}", step=_step(lang, number), claim=lang.pick(said["title"]))
    return country, words, rests, one
