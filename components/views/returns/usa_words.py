"""What the views of the United States say: names of its counts, their findings and their holes."""

import pandas as pd

from components.language import N_, Language
from components.language.language import NP_
from components.language.numbers import as_said
from components.phrases.periods import years as years_words
from components.phrases.places import briefly
from components.phrases.publications import later_fill
from data.measures.publications import Gap
from data.measures.us_returns import APPREHENDED, BY_AGENCY, INADMISSIBLE, REMOVED, RETURNED

NAMES = {
    REMOVED: N_("Removed on an order (enforced)"),
    BY_AGENCY: N_("Removed, as the US enforcement agency counts"),
    RETURNED: N_("“Returned”: left without an order of removal"),
    APPREHENDED: N_("Apprehended in the country or at its border"),
    INADMISSIBLE: N_("Found inadmissible at a port of entry"),
}
COUNTS = {
    REMOVED: NP_(
        "The US removed {n} person {origin} in fiscal year {year}",
        "The US removed {n} people {origin} in fiscal year {year}",
    ),
    APPREHENDED: NP_(
        "The US apprehended {n} person {origin} in fiscal year {year}",
        "The US apprehended {n} people {origin} in fiscal year {year}",
    ),
}


# What was done to the people of a count.
DONE = {REMOVED: N_("removed"), APPREHENDED: N_("apprehended")}
SUBTITLES = {
    REMOVED: N_(
        "People removed, or who left without an order, US fiscal years (October to September)"
    ),
    APPREHENDED: N_(
        "People apprehended or found inadmissible, US fiscal years (October to September)"
    ),
}


def headline(
    lang: Language, own: pd.DataFrame, kinds: tuple[str, str], countries: tuple[str, ...]
) -> str:
    """Tell the last year of the first count, of the nationality with most people in it."""
    first = own.loc[own["indicator"].eq(kinds[0]) & own["value"].gt(0)]
    if first.empty:
        return lang.text(
            "US Yearbooks give no number above zero of people {origin} {what}",
            what=lang.text(DONE[kinds[0]]),
            origin=briefly(lang, countries, "from"),
        )
    last = first.loc[first["year"].eq(first["year"].max())]
    top = last.loc[last["value"].idxmax()]
    return _counted(lang, top)


def newest_words(lang: Language, later: pd.DataFrame, books: pd.DataFrame) -> str:
    """Tell removals as the agency counts them, where that is newer than the Yearbooks.

    Parameters
    ----------
    later : pandas.DataFrame
        The newest removal of each nationality as the agency counts it.
    books : pandas.DataFrame
        What the Yearbooks have, by year.
    """
    books = books.loc[books["indicator"].eq(REMOVED)]
    if later.empty or (len(books) and books["year"].max() >= later["year"].max()):
        return ""
    last = later.loc[later["year"].eq(later["year"].max())]
    top = last.loc[last["value"].idxmax()]
    return _counted(lang, top.replace({BY_AGENCY: REMOVED}))


def _counted(lang: Language, row: pd.Series) -> str:
    return lang.plural(
        *COUNTS[row["indicator"]],
        as_said(row["value"]),
        n=lang.compact(row["value"]),
        origin=lang.place(str(row["origin"]), "from"),
        year=row["year"],
    )


def subtitle(lang: Language, own: pd.DataFrame, kinds: tuple[str, str]) -> str:
    """Say what is drawn and in which years."""
    words = lang.text(SUBTITLES[kinds[0]])
    if own.empty:
        return words
    years = years_words(own["year"].min(), own["year"].max())
    return lang.text("{what}, {years}", what=words, years=years)


def book_words(lang: Language, series: str) -> str:
    """Name the Yearbook that a figure was read from."""
    if "earbook" not in series:
        return lang.text("US Immigration and Customs Enforcement")
    years = series.rpartition(" ")[2]
    if "–" in years:
        return lang.text("Yearbooks {years}", years=years)
    return lang.text("Yearbook {years}", years=years)


def absent(
    lang: Language, own: pd.DataFrame, kinds: tuple[str, str], countries: tuple[str, ...]
) -> str:
    """Name the nationalities without a figure of a count, and who would have it."""
    told = []
    for kind in kinds:
        have = set(own.loc[own["indicator"].eq(kind), "origin"])
        absent = [lang.place(code) for code in countries if code not in have]
        if absent:
            told.append(
                lang.text(
                    "{what}: {places}", what=lang.text(NAMES[kind]), places=lang.listing(absent)
                )
            )
    if not told:
        return ""
    return lang.text(
        "The source gives no separate figure. {list}. That is not a zero; the US Department "
        "of Homeland Security would have it.",
        list="; ".join(told),
    )


def later_words(lang: Language, own: pd.DataFrame, kinds: tuple[str, str]) -> str:
    """Say which publications have the years after the Yearbooks that were found."""
    ends = [own.loc[own["indicator"].eq(kind), "year"].max() for kind in kinds]
    known = [int(end) for end in ends if not pd.isna(end)]
    if not known:
        return ""
    gaps: tuple[Gap, ...] = ("us_found",)
    if kinds[0] == REMOVED:
        gaps = ("us_returns", "us_removals")
    return later_fill(lang, min(known), *gaps)
