"""Words on which figures of assisted return exist, and on who has the others."""

import math
from collections.abc import Sequence
from typing import Any

import pandas as pd

from components.language import N_, Language
from components.language.language import NP_
from components.phrases.places import briefly
from components.phrases.publications import publications_of
from components.views.avrr.filters import AvrrFilters
from components.views.avrr.rows import fact_words, partner_words
from components.views.avrr.words import citation, terms
from data.measures.avrr import Role, report_of
from data.measures.avrr_known import Rows, State, before
from data.measures.notes import has
from data.measures.publications import publications

YEARS_IN_PART = NP_(
    "{place}: no full-year figure was found for any of {total} years; {part} has part of one",
    "{place}: no full-year figure was found for any of {total} years; {part} have part of one",
)
NOTHING: dict[Role, str] = {
    "origin": N_("No figure was found for people helped home {place} in {first}–{last}"),
    "host": N_("No figure was found for people helped home who were {place} in {first}–{last}"),
}
NOTHING_BUT_OLDER: dict[Role, str] = {
    "origin": N_("Only figures before {first} were found for people helped home {place}"),
    "host": N_("Only figures before {first} were found for people helped home who were {place}"),
}
MOST = 3  # rows that a cell tells in full


def coverage_title(
    lang: Language, found: pd.DataFrame, filters: AvrrFilters, rows: dict[str, Rows]
) -> str:
    """Say for how many country-years there is a figure; where for none, how many have a part."""
    counts = found["state"].value_counts()
    total = len(found)
    if counts.get("none", 0) == total:
        return _nothing(lang, found, filters, rows)
    figures = int(counts.get("figure", 0))
    parts = int(counts.get("part", 0) + counts.get("several", 0))
    said = {"n": lang.number(figures), "total": lang.number(total), "part": lang.number(parts)}
    if figures:
        return lang.text(
            "IOM’s full-year figure was found for {n} of {total} country-years", **said
        )
    if len(filters.countries) == 1:
        place = lang.place(filters.countries[0])
        if parts:
            return lang.plural(*YEARS_IN_PART, parts, place=place, **said)
        return lang.text(
            "{place}: no figure of IOM was found for any of {total} years", place=place, **said
        )
    if not parts:
        return lang.text("No figure of IOM was found for any of {total} country-years", **said)
    return lang.plural(
        "No full-year figure was found for any of {total} country-years; {part} has part of one",
        "No full-year figure was found for any of {total} country-years; {part} have part of one",
        parts,
        **said,
    )


def _nothing(
    lang: Language, found: pd.DataFrame, filters: AvrrFilters, rows: dict[str, Rows]
) -> str:
    """Say that no year has anything, and whether something older is known."""
    first = int(found["year"].min())
    said = {
        "place": briefly(lang, filters.countries, "in" if filters.role == "host" else "to"),
        "first": first,
        "last": int(found["year"].max()),
    }
    older = any(before(row, first) for own in rows.values() for row in own)
    forms = NOTHING_BUT_OLDER if older else NOTHING
    return lang.text(forms[filters.role], **said)


def coverage_subtitle(lang: Language, role: Role, years: Sequence[int]) -> str:
    """Say who is meant: people helped to leave the country, or to come home to it."""
    said = {"first": years[0], "last": years[-1]}
    if role == "host":
        return lang.text(
            "People helped to leave the country for home, one cell per year, {first}–{last}", **said
        )
    return lang.text(
        "People helped to come home to the country, one cell per year, {first}–{last}", **said
    )


def earlier_words(lang: Language, first: int) -> str:
    """Head the column of everything before the first report."""
    return lang.text("before {year}", year=first)


def later_words(lang: Language, last: int) -> str:
    """Head the column of everything after the last report."""
    return lang.text("after {year}", year=last)


def state_words(lang: Language) -> dict[State, str]:
    """Say what each state of knowledge means."""
    return {
        "figure": lang.text("IOM’s figure for the whole year"),
        "part": lang.text("part of a year, one host country, programme or journey"),
        "several": lang.text("one number that no single year can claim"),
        "other": lang.text("counted by another body only"),
        "named": lang.text("rank or mention only, no number"),
        "none": lang.text("no figure found"),
    }


def report_words(lang: Language, role: Role, year: int, addresses: bool = False) -> str:
    """Name the report of IOM that has a year's figures by country, and who else has some."""
    title = report_of(terms()["reports"], year)
    told = [
        lang.text("IOM, {title}: tables by country of origin and host country", title=title)
        if title
        else lang.text("IOM, on request: no report with the tables of {year} was found", year=year)
    ]
    others = publications_of(lang, "avrr_origin", year, addresses) if role == "origin" else ""
    return "; ".join([*told, *([others] if others else [])])


def missing_words(lang: Language, years: Sequence[int], role: Role) -> str:
    """Say who has the figures that are missing."""
    told = lang.text(
        "IOM publishes the figures by country in the tables at the end of its yearly "
        "reports ({first} and later), which we could not get. A file with such a table can "
        "be added to the data to fill the gaps.",
        first=years[0],
    )
    if role == "host":
        return told
    others = dict.fromkeys(
        lang.pick(one["publisher"]) for one in publications("avrr_origin", years[-1])
    )
    some = lang.text(
        "For single host countries, they are with: {publishers}; the tip of each cell and "
        "the table name the publication.",
        publishers="; ".join(others),
    )
    return f"{told} {some}"


def known_words(lang: Language, rows: Rows) -> str:
    """Say all that rows of a country say, the largest and newest first, three of them in full."""
    found = sorted((row for row in rows if not has(row.note_id, "replaced")), key=_rank)
    told = [
        lang.text("{journey}, {fact}", journey=partner_words(lang, row), fact=fact_words(lang, row))
        for row in found[:MOST]
    ]
    if len(found) > MOST:
        told.append(
            lang.plural(
                "{n} more figure",
                "{n} more figures",
                len(found) - MOST,
                n=lang.number(len(found) - MOST),
            )
        )
    return "; ".join(told)


def _rank(row: Any) -> tuple[float, int]:
    """Rank rows: the largest number first, of two alike the newer; without a number last."""
    if row.obs_status == "flag" or pd.isna(row.value):
        return math.inf, 0
    return -row.value, 0 if pd.isna(row.year) else -int(row.year)


def coverage_notes(lang: Language) -> tuple[str, ...]:
    """Say what a hole is, whose counts stand beside IOM's, and where they were read."""
    return (
        lang.text(
            "A gap is not a zero: people may have been helped, but no number was found. The "
            "table names the report that would fill each gap."
        ),
        lang.text(
            "Other bodies, such as the Home Office, Frontex and the authorities of "
            "Mexico, count people helped to return by themselves; their counts are never "
            "added to those of the International Organization for Migration (IOM)."
        ),
        lang.text(
            "A number in a square is the largest of those found for it; the tip names the others. "
            "Numbers of one square are never added."
        ),
        lang.text("Reports: {reference}", reference=citation(lang, "iom_publications")),
    )
