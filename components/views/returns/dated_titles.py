"""What the view of single figures on return says around its picture."""

from collections.abc import Sequence

import pandas as pd

from components.language import Language
from components.language.language import NP_
from components.language.numbers import as_said
from components.phrases.figures import qualified
from components.phrases.periods import during
from components.phrases.periods import years as years_words
from components.phrases.places import briefly, way
from components.phrases.publications import would_fill
from components.phrases.sentences import upper_first
from components.views.returns.dated_words import (
    KIND_NAMES,
    PEOPLE,
    journey,
)
from components.views.returns.filters import ReturnFilters
from data.measures.dated_returns import Figure, holes, recent
from data.measures.dated_rows import ALL, Kind

# How many people, in a sentence that goes on with the way: “from Russia to Tajikistan”.
COUNTS: dict[str, tuple[str, str]] = {
    "assisted": NP_(
        "{n} person was helped home {way} {when}", "{n} people were helped home {way} {when}"
    ),
    "humanitarian": NP_(
        "{n} person flew home {way} {when} on humanitarian flights",
        "{n} people flew home {way} {when} on humanitarian flights",
    ),
    "conflict": NP_(
        "{n} person was brought home {way} {when}, out of a conflict zone",
        "{n} people were brought home {way} {when}, out of a conflict zone",
    ),
    "state": NP_(
        "{n} person was helped home by the State {way} {when}",
        "{n} people were helped home by the State {way} {when}",
    ),
    "covid": NP_(
        "{n} person came or was brought home {way} in the pandemic",
        "{n} people came or were brought home {way} in the pandemic",
    ),
    "own": NP_(
        "{n} person came home, helped or not, {way} {when}",
        "{n} people came home, helped or not, {way} {when}",
    ),
    "enforced": NP_("{n} person was removed {way} {when}", "{n} people were removed {way} {when}"),
}
# A count of an evacuation does not say who paid, nor who came by themselves.
EVACUATED = NP_(
    "{n} person came home or was evacuated {way} {when}",
    "{n} people came home or were evacuated {way} {when}",
)


def title_words(lang: Language, shown: Sequence[Figure], filters: ReturnFilters) -> str:
    """Write the finding: the largest figure of the last years of a kind, or of any operation."""
    own = [one for one in shown if one.first.origin in filters.countries]
    if not own:
        places = briefly(lang, filters.countries)
        if filters.kind == "all":
            return lang.text("No figure on returns was found for {places} alone", places=places)
        return lang.text(
            "{kind}: none was found for {places}",
            kind=lang.text(KIND_NAMES[filters.kind]),
            places=places,
        )
    if filters.kind == "all":  # who came home by themselves is no operation
        own = [one for one in own if one.kind != "own"] or own
    return _largest_words(
        lang, max(recent(own), key=lambda one: (one.first.unit == "persons", one.size))
    )


def _largest_words(lang: Language, one: Figure) -> str:
    """Write a figure as a sentence; of children, women or cases in short."""
    row = next(row for row in one.rows if float(row.value) == one.size)
    told = qualified(lang, row.obs_status, lang.compact(one.size))
    if row.unit != "persons" or row.indicator in PEOPLE:
        return lang.text(
            "{what}: {value} ({journey}, {year})",
            what=lang.label("indicators", row.indicator),
            value=told,
            journey=journey(lang, row),
            year=during(lang, row, days=False),
        )
    forms = EVACUATED if row.indicator == "state_evacuation" else COUNTS[one.kind]
    sentence = lang.plural(
        *forms,
        as_said(one.size),
        n=told,
        way=way(lang, row.host, row.origin),
        when=during(lang, row, days=False),
    )
    return upper_first(sentence)


def subtitle_words(lang: Language, shown: Sequence[Figure]) -> str:
    """Write what was counted, and in which years."""
    years = years_of(shown)
    words = lang.text(
        "People on single operations, in months, years and parts of years; nothing is added"
    )
    if not years:
        return words
    return lang.text("{what}, {years}", what=words, years=years_words(min(years), max(years)))


def years_of(shown: Sequence[Figure]) -> list[int]:
    """Return the first and last years of some figures, as far as they are printed."""
    rows = [one.first for one in shown]
    starts = [row.period_start.year for row in rows if not pd.isna(row.period_start)]
    return [*(int(row.year) for row in rows if not pd.isna(row.year)), *starts]


def note_words(lang: Language, shown: Sequence[Figure], kind: str) -> tuple[str, ...]:
    """Return the remarks on how to read the figures that are shown."""
    told = [
        lang.text(
            "Figures overlap: years include months, and running totals include operations. "
            "Their periods differ and different bodies counted them; none is added to "
            "another."
        )
    ]
    if any(one.first.unit != "persons" for one in shown):
        told.append(
            lang.text(
                "Mexico counts events, and Russia’s deportations of 2018–2021 are "
                "decisions; the table has the unit of each row."
            )
        )
    if any(one.first.origin == ALL for one in shown):
        told.append(
            lang.text(
                "Totals of all citizenships are shown for two main hosts of the region’s "
                "migrants, Kazakhstan and Russia: how many of these people are citizens of "
                "the region is not published."
            )
        )
    if kind == "all":
        told.append(
            lang.text(
                "Applications, people obliged to leave, help with work and spending are not "
                "returns: they are in the table only."
            )
        )
    return tuple(told)


def missing_words(
    lang: Language, shown: Sequence[Figure], filters: ReturnFilters, kinds: Sequence[Kind]
) -> str:
    """Name kind by kind the countries without a figure, and who would have it."""
    absent = holes(shown, filters.countries, kinds)
    none = [
        code for code in filters.countries if all(code in absent.get(kind, ()) for kind in kinds)
    ]
    told = [
        lang.text(
            "“{kind}” — {places}",
            kind=lang.text(KIND_NAMES[kind]),
            places=", ".join(lang.place(code) for code in codes),
        )
        for kind, missed in absent.items()
        if (codes := [c for c in missed if c not in none])
    ]
    if none:
        at_all = lang.text(
            "of any kind shown — {places}", places=", ".join(lang.place(code) for code in none)
        )
        told.insert(0, at_all)
    if not told:
        return ""
    words = lang.text(
        "Apart from the yearly counts in the other parts of this page, no figure was found: "
        "{list}. That is not a zero; ministries of internal and foreign affairs, migration "
        "services, IOM and Frontex would have the figures.",
        list="; ".join(told),
    )
    return f"{words} {would_fill(lang, 'flights')}"
