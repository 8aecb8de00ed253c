"""People who returned from the United Kingdom in a year, a dot for each."""

import pandas as pd

from components.charts.keys import country_signs
from components.charts.people_dots import Block, Crowd, each_dot, people_dots
from components.context import RenderContext
from components.language import Language
from components.phrases.places import briefly
from components.view import View
from components.views.assemble import assemble, caveats_of, sources_of
from components.views.returns.filters import ReturnFilters
from components.views.returns.gaps import gap_words
from components.views.returns.uk import chosen, returns_table, rows_of, told_of, uk_notes
from components.views.returns.uk_words import counted_words, verified_words
from components.views.spec import Tables
from data.areas import FIVE
from data.measures.returns import UK_SOURCES, uk_gaps


def share_in_a_year(tables: Tables, filters: ReturnFilters, context: RenderContext) -> View:
    """Return voluntary and enforced returns by nationality in one year, in numbers."""
    lang = context.language
    found = chosen(tables, filters)
    shown = found.loc[found["year"].eq(filters.year)]
    own = shown.loc[shown["origin"].ne("WLD")]
    gaps = uk_gaps(tables["returns"], FIVE)
    blocks = _blocks(lang, own)
    each = each_dot(sum(block.people for block in blocks))
    used = rows_of(tables, filters).loc[lambda rows: rows["year"].eq(filters.year)]
    return assemble(
        context,
        "returns-uk-share",
        _headline(lang, own, filters, gaps),
        lang.text(
            "Voluntary and enforced returns counted by the Home Office, by citizenship, {year}; "
            "{dot}",
            year=filters.year,
            dot=lang.text(
                "a dot is {people}", people=lang.plural("{n} person", "{n} people", each, n=each)
            ),
        ),
        returns_table(lang, shown),
        lang.text("Dots, one for each person"),
        sources_of(used) or UK_SOURCES,
        people_dots(
            blocks,
            country_signs(lang, context.colours),
            lang,
            context.colours,
            context.width(),
            context.high,
        )
        if any(block.people for block in blocks)
        else None,
        remarks=caveats_of(lang, "returns", used),
        notes=(verified_words(lang, own) if len(own) else "", *uk_notes(lang)),
        missing=_missing(lang, filters, shown, gaps),
    )


def _blocks(lang: Language, own: pd.DataFrame) -> list[Block]:
    """Return people who left without recorded help, with help, or were removed."""
    columns = {
        "alone": lang.text("left of their own will, no help recorded"),
        "assisted": lang.text("left of their own will, with help"),
        "voluntary": lang.text("left of their own will; with or without help is not published"),
        "enforced": lang.text("were removed"),
    }
    split = own["assisted"].notna()
    parts = pd.DataFrame(
        {
            "origin": own["origin"],
            "alone": (own["voluntary"] - own["assisted"]).where(split, 0),
            "assisted": own["assisted"].where(split, 0),
            "voluntary": own["voluntary"].mask(split, 0),
            "enforced": own["enforced"],
        }
    )
    told = {row.origin: told_of(lang, row) for row in own.itertuples()}
    return [
        Block(
            lang.number(float(parts[name].sum())),
            words,
            [
                Crowd(code, int(people), told[code])
                for code, people in zip(parts["origin"], parts[name], strict=True)
            ],
        )
        for name, words in columns.items()
        if parts[name].sum() or (name in ("assisted", "enforced") and split.any())
    ]


def _headline(lang: Language, own: pd.DataFrame, filters: ReturnFilters, gaps: list[int]) -> str:
    origin = briefly(lang, filters.countries, "from")
    if filters.year in gaps:
        return lang.text(
            "How many people {origin} returned from the UK in {year} was not found",
            origin=origin,
            year=filters.year,
        )
    if own.empty:
        return lang.text(
            "No return of people {origin} from the UK is recorded in {year}",
            origin=origin,
            year=filters.year,
        )
    return counted_words(lang, own, origin, filters.year)


def _missing(lang: Language, filters: ReturnFilters, shown: pd.DataFrame, gaps: list[int]) -> str:
    """Name the nationalities that have no row in the year, or the year itself as a gap."""
    if filters.year in gaps:
        return gap_words(lang, gaps)
    absent = [code for code in filters.countries if code not in set(shown["origin"])]
    if not absent:
        return ""
    return lang.text(
        "No return is recorded in {year} for: {list}. The source has no entry; the Home "
        "Office could say whether that is a zero.",
        year=filters.year,
        list=lang.listing([lang.place(code) for code in absent]),
    )
