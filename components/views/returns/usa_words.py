"""What the views of the United States say: names of its counts, their findings and their holes."""

import pandas as pd

from components.language import N_, Language
from components.language.language import NP_
from components.language.numbers import as_said
from components.phrases.periods import years as years_words
from components.phrases.places import among
from data.measures.us_returns import APPREHENDED, BY_AGENCY, INADMISSIBLE, REMOVED, RETURNED

NAMES = {
    REMOVED: N_("Removed on an order (enforced)"),
    RETURNED: N_("“Returned”: left without an order of removal"),
    APPREHENDED: N_("Apprehended in the country or at its border"),
    INADMISSIBLE: N_("Found inadmissible at a port of entry"),
}
COUNTS = {
    REMOVED: NP_(
        "The United States removed {n} person {origin} in fiscal year {year}",
        "The United States removed {n} people {origin} in fiscal year {year}",
    ),
    RETURNED: NP_(
        "{n} left without an order of removal in {year}",
        "{n} left without an order of removal in {year}",
    ),
    APPREHENDED: NP_(
        "The United States apprehended {n} person {origin} in fiscal year {year}",
        "The United States apprehended {n} people {origin} in fiscal year {year}",
    ),
    INADMISSIBLE: NP_(
        "{n} was found inadmissible at its ports in {year}",
        "{n} were found inadmissible at its ports in {year}",
    ),
}


def headline(
    lang: Language, own: pd.DataFrame, kinds: tuple[str, str], countries: tuple[str, ...]
) -> str:
    """Tell the last year of each count, of the nationality with most people in the first."""
    first = own.loc[own["indicator"].eq(kinds[0]) & own["value"].gt(0)]
    if first.empty:
        return lang.text(
            "{what}: the US Yearbooks give no number above zero by name for people {origin}",
            what=lang.label("indicators", kinds[0]),
            origin=among(lang, countries, "from"),
        )
    last = first.loc[first["year"].eq(first["year"].max())]
    top = last.loc[last["value"].idxmax()]
    origin = lang.place(str(top["origin"]), "from")
    told = _counted(lang, top, origin)
    other = own.loc[own["indicator"].eq(kinds[1]) & own["origin"].eq(top["origin"])]
    if other.empty:
        return told
    more = _counted(lang, other.loc[other["year"].idxmax()], origin)
    return lang.text("{told}; {more}", told=told, more=more)


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
    origin = lang.place(str(top["origin"]), "from")
    told = _counted(lang, top.replace({BY_AGENCY: REMOVED}), origin)
    before = books.loc[books["origin"].eq(top["origin"])]
    if before.empty:
        return told
    return lang.text(
        "{told}, as its enforcement agency counts; the Yearbooks, drawn here, end in {year}",
        told=told,
        year=before["year"].max(),
    )


def _counted(lang: Language, row: pd.Series, origin: str) -> str:
    return lang.plural(
        *COUNTS[row["indicator"]],
        as_said(row["value"]),
        n=lang.compact(row["value"]),
        origin=origin,
        year=row["year"],
    )


def subtitle(lang: Language, own: pd.DataFrame, kinds: tuple[str, str]) -> str:
    """Name both counts with their years."""
    spans = []
    for kind in kinds:
        years = own.loc[own["indicator"].eq(kind), "year"]
        if len(years):
            spans.append(
                lang.text(
                    "{what}, {years}",
                    what=lang.label("indicators", kind),
                    years=years_words(years.min(), years.max()),
                )
            )
    return (
        lang.text(
            "{list}; by citizenship, US fiscal years (October to September)", list="; ".join(spans)
        )
        if spans
        else lang.text("By citizenship, US fiscal years (October to September)")
    )


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
        "No figure is printed by name. {list}. That is not a zero; the US Department of Homeland "
        "Security would have it.",
        list="; ".join(told),
    )
