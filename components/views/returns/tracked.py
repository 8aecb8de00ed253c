"""Return migrants whom IOM's tracking found living in communities: a stock met, not returns."""

from typing import Any

import pandas as pd

from components.context import RenderContext
from components.documents.model import Document, Line, Panel, Panels, lines
from components.language import Language
from components.language.language import N_
from components.phrases.figures import qualified
from components.phrases.observations import Say, observations
from components.phrases.periods import day_of, period
from components.phrases.places import briefly
from components.phrases.publications import would_fill
from components.view import Table, View
from components.views.assemble import (
    assemble,
    caveats_of,
    sources_of,
    warnings_first,
)
from components.views.returns.filters import ReturnFilters
from components.views.spec import Tables
from data.measures.tracked_returns import SHARE, Tracked, tracked

ADDRESS = "dtm.iom.int"
TABLES = ("returns", "migrant_stocks", "labour_and_stay")
# What was said of the people interviewed, as the table's series have it.
ANSWERS = {
    "came from Russia": N_("came back from Russia"),
    "main breadwinner": N_("are the main breadwinner of their household"),
    "move back and forth": N_("move back and forth"),
    "worked in construction abroad": N_("worked in construction abroad"),
    "upper secondary education": N_("have upper secondary education"),
}


def tracked_migrants(tables: Tables, filters: ReturnFilters, context: RenderContext) -> View:
    """Return each round as a number of its own, since rounds cannot be compared."""
    lang = context.language
    found = tracked(tables, filters.countries)
    rows = _rows(lang, found, filters)
    title, subtitle = _title(lang, found, filters), _subtitle(lang)
    sources = sources_of(found.rows)
    return assemble(
        context,
        "returns-tracked",
        title,
        subtitle,
        _table(lang, found.rows),
        lang.text("Panels with numbers"),
        sources,
        Document(rows) if rows else None,
        remarks=warnings_first(
            *(
                caveats_of(lang, name, part)
                for name in TABLES
                for part in [found.rows.loc[found.rows["table"].eq(name)]]
                if len(part)
            )
        ),
        notes=(
            lang.text(
                "People who, according to local informants, have come back and live in the "
                "places visited, in whatever way they returned: not a flow of returns, not "
                "AVRR, and not a count of the whole country."
            ),
            lang.text(
                "Rounds cover different places and years, so a higher or lower number is "
                "not a rise or a fall."
            ),
        ),
        missing=_missing(lang, filters, found),
    )


def _rows(lang: Language, found: Tracked, filters: ReturnFilters) -> tuple[Panels, ...]:
    """Return panels: the rounds of all countries, then what is told of each."""
    rounds = tuple(
        _round(lang, found, row) for code in filters.countries for row in found.rounds(code)
    )
    heading = lang.text("Living in the communities visited")
    told = [Panels(rounds, heading, most=3)] if rounds else []
    for code in filters.countries:
        place, survey = lang.place(code), found.survey(code)
        others = tuple(_other(lang, row) for row in found.others(code))
        if others:
            heading = lang.text("{place}: of all who came back", place=place)
            told.append(Panels(others, heading, most=2))
        if survey:
            heading = lang.text(
                "{place}: of the return migrants interviewed, {when}",
                place=place,
                when=period(lang, survey[0]),
            )
            told.append(Panels(tuple(_answer(lang, row) for row in survey), heading, most=5))
    return tuple(told)


def _round(lang: Language, found: Tracked, row: Any) -> Panel:
    end, start = day_of(row.period_end), day_of(row.period_start)
    words = lang.text(
        "return migrants who came back since {year}", year=start.year if start else ""
    )
    beside = [
        lang.text(
            "{what}: {n}",
            what=lang.label("indicators", other.indicator),
            n=qualified(lang, other.obs_status, lang.number(other.value)),
        )
        for other in found.beside(row)
    ]
    return Panel(
        lang.text(
            "{place}, round {n}, {date}",
            place=lang.place(row.origin),
            n=found.number(row),
            date=lang.date(end) if end else "",
        ),
        qualified(lang, row.obs_status, lang.number(row.value)),
        lines=tuple(Line(one) for one in (words, *beside)),
    )


def _other(lang: Language, row: Any) -> Panel:
    """Return a change or a share of all return migrants that is told without its numbers."""
    year = lang.text("{year}", year=row.year)
    told = lang.percent(row.value / 100)
    if row.indicator == "return_migrants_change":
        change = lang.text("+{n}", n=told)
        words = lang.text("change of return migrants on the year before")
        return Panel(year, change, lines=lines(words))
    return Panel(year, told, lines=lines(lang.text("women among those who returned")))


def _answer(lang: Language, row: Any) -> Panel:
    answer = row.series.partition(": ")[2]
    return Panel("", lang.percent(row.value / 100), lines=lines(_said(lang, answer)))


def _said(lang: Language, answer: str) -> str:
    if answer in ANSWERS:
        return lang.text(ANSWERS[answer])
    return lang.verbatim(answer)


def _title(lang: Language, found: Tracked, filters: ReturnFilters) -> str:
    latest = [found.rounds(code)[-1] for code in filters.countries if found.rounds(code)]
    if not latest:
        return lang.text(
            "No round of IOM’s tracking was found that counts return migrants {places}",
            places=briefly(lang, filters.countries, "in"),
        )
    most = max(latest, key=lambda row: row.value)
    return lang.text(
        "IOM found {n} return migrants in the communities it visited {place}",
        n=qualified(lang, most.obs_status, lang.compact(most.value)),
        place=lang.place(most.origin, "in"),
    )


def _subtitle(lang: Language) -> str:
    return lang.text(
        "People back from abroad, estimated by local informants; IOM’s Displacement Tracking "
        "Matrix (DTM)"
    )


def _missing(lang: Language, filters: ReturnFilters, found: Tracked) -> str:
    absent = [code for code in filters.countries if not found.rounds(code)]
    words = lang.text(
        "Other rounds than those shown, and numbers by district, sex and last country of stay, "
        "are with IOM ({address}).",
        address=ADDRESS,
    )
    words = f"{words} {would_fill(lang, 'tracked')}"
    if not absent:
        return words
    return lang.text(
        "No round on return migrants was found for: {places}. {more}",
        places=", ".join(lang.place(code) for code in absent),
        more=words,
    )


def _table(lang: Language, rows: pd.DataFrame) -> Table:
    said: dict[str, Say] = {
        "country": lambda row: lang.place(row.place),
        "round": lambda row: _detail(lang, row),
    }
    columns = (
        "country",
        "what",
        "round",
        "sex",
        "period",
        "value",
        "unit",
        "obs_status",
        "confidence",
        "reference",
    )
    return observations(lang, rows, columns, said)


def _detail(lang: Language, row: Any) -> str:
    if row.indicator == SHARE:
        return _said(lang, row.series.partition(": ")[2])
    number = Tracked.number(row)
    return lang.text("round {n}", n=number) if number else ""
