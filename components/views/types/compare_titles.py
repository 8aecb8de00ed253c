"""The headline of the comparison of countries: who has the most, or the figure of the only one.

A ranking needs a margin between its first and its second, estimates whose methods do not overlap,
and, per 1,000 inhabitants, more than a few people.
"""

import pandas as pd

from components.language import Language
from components.phrases.figures import span
from components.phrases.headlines import fitting
from components.views.types.compare_words import Compared, amount, between
from components.views.types.titles import headline
from components.views.types.words import name_of
from data.measures.comparison import together
from data.measures.standards import is_larger, tellable


def title(shown: Compared) -> str:
    """State the largest figure of the latest period that most countries share."""
    rows = together(shown.found)
    if rows.empty:
        return _none(shown)
    if shown.relative:
        return _rates(shown, rows)
    if len(rows) == 1:
        return headline(shown.lang, shown.chosen, rows.iloc[0], _estimate(shown, rows.iloc[0]))
    return _ranking(shown, rows)


def _none(shown: Compared) -> str:
    lang, what = shown.lang, name_of(shown.lang, shown.chosen)
    if not any(shown.chosen.applies(code) for code in shown.filters.countries):
        return fitting(
            lang,
            lang.text("{what}: none of the chosen countries can have this figure", what=what),
            lang.text("None of the chosen countries can have this figure"),
        )
    if shown.otherwise or shown.loose:
        return fitting(
            lang,
            lang.text("{what}: no figure that could be compared", what=what),
            lang.text("No figure was found that could be compared"),
        )
    return fitting(
        lang,
        lang.text("{what}: no figure found for these countries", what=what),
        lang.text("No figure was found for these countries"),
    )


def _rates(shown: Compared, rows: pd.DataFrame) -> str:
    """Rank rates of the countries whose figure is of enough people for one."""
    lang = shown.lang
    enough = rows.loc[[tellable(value) for value in rows["value"]]]
    if enough.empty:
        return lang.text("Too few people for rates to be compared")
    if len(enough) > 1:
        return _ranking(shown, enough)
    row = enough.iloc[0]
    told = {
        "rate": amount(shown, float(row["shown"])),
        "country": lang.place(row["country"]),
        "sentence": headline(lang, shown.chosen, row),
    }
    return fitting(
        lang,
        lang.text("{sentence}: {rate} per 1,000 inhabitants", **told),
        lang.text("Only {country} can be compared: {rate} per 1,000 inhabitants", **told),
    )


def _ranking(shown: Compared, rows: pd.DataFrame) -> str:
    lang, top = shown.lang, rows.iloc[0]
    if not float(top["shown"]):
        return fitting(
            lang,
            lang.text("{what}: none in any of these countries", what=name_of(lang, shown.chosen)),
            lang.text("There were none in any of these countries"),
        )
    first = [row for _, row in rows.iterrows() if not _apart(shown, top, row)]
    if len(first) == len(rows):
        return lang.text(
            "The figures do not allow a ranking of the countries ({range})",
            range=_range(shown, rows),
        )
    if len(first) > 1:
        return lang.text(
            "{places} come first, with {range}",
            places=lang.listing([lang.place(row["country"]) for row in first]),
            range=_range(shown, pd.DataFrame(first)),
        )
    if shown.relative:
        return lang.text(
            "{place} comes first, with {rate} per 1,000 inhabitants",
            place=lang.place(top["country"]),
            rate=amount(shown, float(top["shown"])),
        )
    said = headline(lang, shown.chosen, top, _estimate(shown, top))
    return fitting(lang, _most(lang, said, len(rows)), said)


def _most(lang: Language, said: str, countries: int) -> str:
    return lang.text(
        "{sentence}, the most of {k} countries", sentence=said, k=lang.number(countries)
    )


def _apart(shown: Compared, one: pd.Series, other: pd.Series) -> bool:
    """Say whether one figure may be called larger than another."""
    if shown.spread:
        return between(shown, one)[0] > between(shown, other)[1]
    return is_larger(float(one["shown"]), float(other["shown"]))


def _estimate(shown: Compared, row: pd.Series) -> str:
    """Write the range of all methods of an estimate; empty for what was counted."""
    return _range(shown, row.to_frame().T) if shown.spread else ""


def _range(shown: Compared, rows: pd.DataFrame) -> str:
    ends = [float(value) for value in rows["shown"]]
    if shown.spread:
        ends = [end for _, row in rows.iterrows() for end in between(shown, row)]
    return span(shown.lang, min(ends), max(ends), lambda value: amount(shown, value))
