"""Five groups of factors and five obstacles: each claim with what the data say of each country."""

from collections.abc import Mapping, Sequence

from components.context import RenderContext
from components.documents.model import InGroup, Row, grouped, one_grid
from components.language import Language
from components.view import View
from components.views.assemble import assemble
from components.views.readiness.filters import ReadinessFilters
from components.views.readiness.titles import (
    caveats_behind,
    cell,
    found_for,
    key,
    name_of,
    sources_behind,
    table_of,
    under_claim,
)
from components.views.readiness.words import claim, told
from components.views.spec import Tables
from data.measures.readiness import Evidence, Rule
from data.measures.readiness_factors import FACTORS
from data.measures.readiness_rules import OBSTACLES
from data.texts import texts

Found = Mapping[str, Sequence[Evidence]]


def factors(tables: Tables, filters: ReadinessFilters, context: RenderContext) -> View:
    """Return what the data say to the five groups of factors."""
    lang = context.language
    found = found_for(tables, FACTORS, filters.countries)
    return _claims(
        context,
        "readiness-factors",
        FACTORS,
        filters,
        found,
        _title(
            lang,
            found,
            lang.text(
                "{found} of {total} questions on what shapes assisted return have an answer "
                "in the data"
            ),
            lang.text("Every question on what shapes assisted return has an answer in the data"),
        ),
        lang.text(
            "Five groups of factors named in the regional literature; latest figure and its year"
        ),
    )


def obstacles(tables: Tables, filters: ReadinessFilters, context: RenderContext) -> View:
    """Return what the data say to the five obstacles."""
    lang = context.language
    found = found_for(tables, OBSTACLES, filters.countries)
    return _claims(
        context,
        "readiness-obstacles",
        OBSTACLES,
        filters,
        found,
        _title(
            lang,
            found,
            lang.text(
                "{found} of {total} questions on the obstacles to assisted return have an answer "
                "in the data"
            ),
            lang.text(
                "Every question on the obstacles to assisted return has an answer in the data"
            ),
        ),
        lang.text("Five obstacles named in the regional literature; latest figure and its year"),
    )


def _title(lang: Language, found: Found, some: str, every: str) -> str:
    """Say on how many questions there is evidence."""
    cells = [one for row in found.values() for one in row]
    count = sum(one.found for one in cells)
    if count == len(cells):
        return every
    return some.format(found=lang.number(count), total=lang.number(len(cells)))


def _claims(
    context: RenderContext,
    name: str,
    rules: Sequence[Rule],
    filters: ReadinessFilters,
    found: Found,
    title: str,
    subtitle: str,
) -> View:
    lang = context.language
    heads = [lang.place(code) for code in filters.countries]
    lines = [_line(lang, rule, found[rule.id]) for rule in rules]
    cells = [one for row in found.values() for one in row]
    rows = [under_claim(lang, rule, one) for rule in rules for one in found[rule.id]]
    sources = sources_behind(cells)
    return assemble(
        context,
        name,
        title,
        subtitle,
        table_of(lang, rows),
        lang.text("Table of figures and marks"),
        sources,
        one_grid(heads, grouped(lines), key(lang), lang.text("Evidence"), parted=True),
        remarks=caveats_behind(lang, cells),
        notes=(
            lang.pick(texts("framework")["origin"]),
            lang.text(
                "Nothing is scored, weighted or added up. This atlas chose which figure "
                "bears on which claim; a figure neither proves nor refutes the claim."
            ),
        ),
    )


def _line(lang: Language, rule: Rule, row: Sequence[Evidence]) -> InGroup:
    """Return the claim, its words, and the row of a rule that speaks to it."""
    one, cells = claim(rule.claim), tuple(cell(lang, found) for found in row)
    return lang.pick(one["title"]), told(lang, one), Row(name_of(lang, rule.id), cells)
