"""Shares of positive decisions on asylum as a grid of shaded cells."""

from collections.abc import Sequence
from typing import Protocol

import pandas as pd

from components.documents.model import Cell, Group, Row
from components.documents.states import State
from components.language import Language
from components.views.countries.recognition_words import Decisions, positive, step_words
from data.measures.recognition import FEW, first_decisions, pooled

MOST = {"origin": 8, "host": 4}
KEYS = ["partner", "level", "authority", "unit"]


def recognition_groups(
    lang: Language, country: str, found: Decisions, shown: Sequence[int]
) -> list[Group]:
    """Return groups of rows: the country's people elsewhere, then decisions in it."""
    headings = {
        "origin": lang.text(
            "People {where}, by country of asylum", where=lang.place(country, "from")
        ),
        "host": lang.text("Decisions {where}, by origin", where=lang.place(country, "in")),
    }
    groups = []
    for side, name in headings.items():
        own, ranked = first_decisions(found[side]), drawn_rows(found, side, shown[0])
        if len(ranked):
            rows = tuple(_row(lang, own, row, shown) for _, row in ranked.iterrows())
            groups.append(Group(rows, name))
    return groups


def _row(lang: Language, own: pd.DataFrame, row: pd.Series, shown: Sequence[int]) -> Row:
    rows = own
    for key in KEYS:
        rows = rows.loc[rows[key].eq(row[key])]
    name = f"{lang.place(str(row['partner']))} · {step_words(lang, row)}"
    label = lang.plural(
        "{n} decision",
        "{n} decisions",
        float(row["substantive"]),
        n=lang.number(row["substantive"]),
    )
    if not row["whole"]:
        label = lang.text("{n} positive, share not known", n=lang.number(positive(row)))
    known = {int(r.year): _cell(lang, name, r) for r in rows.itertuples()}
    none = Cell("none", tip=lang.text("no figure"))
    return Row(name, tuple(known.get(year, none) for year in shown), label)


class YearDecided(Protocol):
    """What was decided in a year, as `itertuples` gives it."""

    year: int
    substantive: float
    closed: float
    recognised: float
    complementary: float
    rejected: float
    whole: bool
    rate: float


def _cell(lang: Language, name: str, row: YearDecided) -> Cell:
    substantive, closed = float(row.substantive), float(row.closed)
    year = int(row.year)
    told = {"name": name, "year": year, "closed": lang.number(closed)}
    if substantive > 0 and not row.whole:
        return Cell(
            "unknown",
            tip=lang.text(
                "{name}, {year}: {positive} positive, {rejected} rejected; the rejections "
                "are not all "
                "in the table, so there is no share; closed otherwise: {closed}",
                positive=lang.number(row.recognised + row.complementary),
                rejected=lang.number(row.rejected),
                **told,
            ),
        )
    if pd.isna(row.rate):
        return Cell(
            "unknown",
            tip=lang.text(
                "{name}, {year}: not defined, no substantive decision; closed otherwise: {closed}",
                **told,
            ),
        )
    rate = float(row.rate)
    tip = lang.text(
        "{name}, {year}: {share} of {n}; closed otherwise: {closed}",
        share=lang.percent(rate),
        n=lang.number(substantive),
        **told,
    )
    if substantive < FEW:
        return Cell("part", lang.number(100 * rate), tip=tip)
    return Cell(value=lang.number(100 * rate), tip=tip, magnitude=rate)


def recognition_key(lang: Language) -> dict[State, str]:
    """Say what the states of the grid mean."""
    return {
        "plain": lang.text("share, per cent; the fuller the fill, the larger the share"),
        "part": lang.text("fewer than {few} decisions, too few to compare", few=lang.number(FEW)),
        "unknown": lang.text("no share can be given"),
        "none": lang.text("no figure"),
    }


def drawn_rows(found: Decisions, side: str, since: int) -> pd.DataFrame:
    """Return what has a row of its own in the chart: most substantive decisions first."""
    ranked = pooled(first_decisions(found[side]), since)
    return ranked.loc[ranked["substantive"].gt(0)].head(MOST[side])
