"""What the view of single figures on return says around its picture."""

from collections.abc import Sequence

import pandas as pd

from components.language import Language
from components.views.returns.dated_words import KIND_NAMES, journey, qualified, year_words
from components.views.returns.filters import ReturnFilters
from data.measures.dated_returns import ALL, Figure, Kind, holes


def title_words(lang: Language, shown: Sequence[Figure], filters: ReturnFilters) -> str:
    """Write the finding: how many figures there are, and on what, or the largest of a kind."""
    own = [one for one in shown if one.first.origin in filters.who]
    if not own:
        return lang.text(
            "{kind}: no single figure was found for {places} alone",
            kind=lang.text(KIND_NAMES[filters.kind]),
            places=lang.listing([lang.place(code) for code in filters.who]),
        )
    if filters.kind == "all":
        return _title_of_all(lang, own, filters)
    largest = max((one for one in own if not one.running), key=lambda one: one.size, default=own[0])
    row, value = largest.first, largest.size
    return lang.plural(
        "{kind}: {n} figure, the largest {value} ({journey}, {year})",
        "{kind}: {n} figures, the largest {value} ({journey}, {year})",
        len(own), kind=lang.text(KIND_NAMES[filters.kind]), n=lang.number(len(own)),
        value=qualified(lang, row, lang.compact(value)), journey=journey(lang, row),
        year=year_words(lang, row),
    )  # fmt: skip


def _title_of_all(lang: Language, own: Sequence[Figure], filters: ReturnFilters) -> str:
    enforced = sum(one.kind == "enforced" for one in own)
    absent = [code for code in filters.who if all(one.first.origin != code for one in own)]
    told = lang.plural(
        "{n} single figure on return, of which {m} on enforced return",
        "{n} single figures on return, of which {m} on enforced return",
        len(own), n=lang.number(len(own)), m=lang.number(enforced),
    )  # fmt: skip
    if not absent:
        return told
    return lang.text(
        "{told}, and none for {places}", told=told,
        places=lang.listing([lang.place(code) for code in absent]),
    )  # fmt: skip


def subtitle_words(lang: Language, shown: Sequence[Figure]) -> str:
    """Write what was counted, and in which years."""
    years = years_of(shown)
    words = lang.text(
        "People in single operations, months, years and parts of years, as various authorities "
        "count them; kinds and figures are never added"
    )
    if not years:
        return words
    return lang.text("{first}–{last}. {what}", what=words, first=min(years), last=max(years))


def years_of(shown: Sequence[Figure]) -> list[int]:
    """Return the years of some figures, as far as they are printed."""
    return [int(one.first.year) for one in shown if not pd.isna(one.first.year)]


def note_words(lang: Language, shown: Sequence[Figure], kind: str) -> tuple[str, ...]:
    """Return the remarks on how to read the figures that are shown."""
    told = [
        lang.text("Figures overlap: months lie in years, operations in running totals. They are "
                  "of unlike periods and counted by different bodies; none is added to another.")
    ]  # fmt: skip
    if any(one.first.unit != "persons" for one in shown):
        told.append(
            lang.text("Mexico counts events, and Russia’s deportations of 2018–2021 are "
                      "decisions; the table has the unit of each row.")
        )  # fmt: skip
    if any(one.first.origin == ALL for one in shown):
        told.append(
            lang.text("Totals of all citizenships are shown for two main hosts of the region’s "
                "migrants, Kazakhstan and Russia: how many of these people are citizens of the "
                "region is not printed.")
        )  # fmt: skip
    if kind == "all":
        told.append(
            lang.text("Applications, people obliged to leave, help with work and spending are no "
                      "returns: they stand in the table only.")
        )  # fmt: skip
    return tuple(told)


def missing_words(
    lang: Language, shown: Sequence[Figure], filters: ReturnFilters, kinds: Sequence[Kind]
) -> str:
    """Name kind by kind the countries without a figure, and who would have it."""
    absent = holes(shown, filters.who, kinds)
    none = [code for code in filters.who if all(code in absent.get(kind, ()) for kind in kinds)]
    told = [
        lang.text("“{kind}” — {places}", kind=lang.text(KIND_NAMES[kind]),
                  places=", ".join(lang.place(code) for code in codes))
        for kind, missed in absent.items() if (codes := [c for c in missed if c not in none])
    ]  # fmt: skip
    if none:
        at_all = lang.text("of any kind shown — {places}",
                           places=", ".join(lang.place(code) for code in none))  # fmt: skip
        told.insert(0, at_all)
    if not told:
        return ""
    return lang.text(
        "No single figure was found: {list}. That is not a zero; ministries of internal and "
        "foreign affairs, migration services, IOM and Frontex would have the figures.",
        list="; ".join(told),
    )
