"""How often asylum is granted: decisions by country of asylum, level and year."""

from collections.abc import Sequence
from typing import Protocol

import pandas as pd

from components.context import RenderContext
from components.documents.model import Cell, Group, Row, one_grid
from components.documents.states import State
from components.language import Language
from components.language.numbers import as_said
from components.phrases.columns import column
from components.phrases.periods import years
from components.view import Table, View
from components.views.assemble import assemble, caveats_of, sources_of
from components.views.countries.filters import CountryFilters
from components.views.countries.levels import level_name
from components.views.drawn import drawn_column, drawn_words
from components.views.spec import Tables
from data.areas import FIVE
from data.measures.protection import Side
from data.measures.recognition import (
    FEW,
    decision_rows,
    decisions,
    first_decisions,
    pooled,
)
from data.measures.standards import SHARE_MINIMUM, tellable

SHOWN = 14  # years that are drawn
RECENT = 5  # years that the headline takes together
MOST = {"origin": 8, "host": 4}
KEYS = ["partner", "level", "authority", "unit"]


def country_recognition(tables: Tables, filters: CountryFilters, context: RenderContext) -> View:
    """Return recognition rates of people from a country, and of those who ask in it."""
    lang, forced, country = context.language, tables["forced_displacement"], filters.country
    found = {side: decisions(forced, country, side) for side in ("origin", "host")}
    behind = pd.concat([decision_rows(forced, country, side) for side in ("origin", "host")])
    last = int(behind["year"].max())
    shown = list(range(last - SHOWN + 1, last + 1))
    title = _title(lang, country, found, last)
    told = lang.text(
        "Share of positive decisions, per cent: refugee status and complementary protection among "
        "decisions on the substance of a claim, by level and year · UNHCR"
    )
    heads = [str(year) for year in shown]
    corner = lang.text("Country of asylum or of origin")
    sources = sources_of(behind)
    return assemble(
        context,
        "country-recognition",
        title,
        told,
        _table(lang, found, last - SHOWN + 1),
        lang.text("Table of shaded cells"),
        sources,
        one_grid(heads, _groups(lang, country, found, shown), _key(lang), corner, "tiles"),
        remarks=caveats_of(lang, "forced_displacement", behind),
        notes=_notes(lang),
        missing=_hole(lang, country, found),
    )


Decisions = dict[str, pd.DataFrame]


def _title(lang: Language, country: str, found: Decisions, last: int) -> str:
    """Say how often decisions were positive where that is known, else how many were."""
    side: Side = "origin" if country in FIVE else "host"
    since = last - RECENT + 1
    top = pooled(first_decisions(found[side]), since)
    top = top.loc[top["unit"].eq("persons")]
    span = years(since, last)
    if side == "host":
        return _granted(lang, top.iloc[0], country, span)
    whole = top.loc[top["whole"]].drop_duplicates("partner")
    sure = whole.loc[[tellable(n) for n in whole["substantive"]]]
    told: dict[str, object] = {"where": lang.place(country, "from"), "years": span}
    if sure.empty:
        return _counted(lang, whole.iloc[0], told)
    first = sure.iloc[0]
    told |= {"share": lang.percent(first["rate"]), "place": lang.place(str(first["partner"]), "in")}
    if len(sure) == 1:
        return lang.text(
            "{share} of first decisions on asylum for people {where} were positive {place} in "
            "{years}; elsewhere decisions are too few, or not all counted, for a share",
            **told,
        )
    second = sure.iloc[1]
    return lang.text(
        "Of first decisions on asylum for people {where} in {years}, {share} were positive {place} "
        "and {other} {second}",
        other=lang.percent(second["rate"]),
        second=lang.place(str(second["partner"]), "in"),
        **told,
    )


def _positive(row: pd.Series) -> float:
    return float(row["recognised"] + row["complementary"])


def _counted(lang: Language, row: pd.Series, told: dict[str, object]) -> str:
    """Say how many of few decisions were positive in the country that took most of them."""
    return lang.text(
        "Of {all} first decisions on asylum for people {where} {place} in {years}, {n} gave "
        "protection",
        n=lang.number(_positive(row)),
        all=lang.number(row["substantive"]),
        place=lang.place(str(row["partner"]), "in"),
        **told,
    )


def _granted(lang: Language, row: pd.Series, country: str, span: str) -> str:
    """Say how many people were given protection where refusals are not reported."""
    positive = _positive(row)
    told = {
        "country": lang.place(country),
        "n": lang.compact(positive),
        "step": _step(lang, row),
        "origin": lang.place(str(row["partner"]), "from"),
        "years": span,
    }
    return lang.plural(
        "{country} gave protection to {n} person {origin} in {years} ({step}); refusals are not in "
        "the table, so nobody can tell a share",
        "{country} gave protection to {n} people {origin} in {years} ({step}); refusals are not in "
        "the table, so nobody can tell a share",
        as_said(positive),
        **told,
    )


def _step(lang: Language, row: pd.Series) -> str:
    return level_name(lang, str(row["level"]), str(row["authority"]), str(row["unit"]))


def _groups(lang: Language, country: str, found: Decisions, shown: Sequence[int]) -> list[Group]:
    """Return groups of rows: the country's people elsewhere, then decisions in it."""
    headings = {
        "origin": lang.text(
            "People {where}, by country of asylum", where=lang.place(country, "from")
        ),
        "host": lang.text("Decisions {where}, by origin", where=lang.place(country, "in")),
    }
    groups = []
    for side, name in headings.items():
        own, ranked = first_decisions(found[side]), _ranked(found, side, shown[0])
        if len(ranked):
            rows = tuple(_row(lang, own, row, shown) for _, row in ranked.iterrows())
            groups.append(Group(rows, name))
    return groups


def _ranked(found: Decisions, side: str, since: int) -> pd.DataFrame:
    """Return what has a row of its own in the chart: most substantive decisions first."""
    ranked = pooled(first_decisions(found[side]), since)
    return ranked.loc[ranked["substantive"].gt(0)].head(MOST[side])


def _row(lang: Language, own: pd.DataFrame, row: pd.Series, shown: Sequence[int]) -> Row:
    rows = own
    for key in KEYS:
        rows = rows.loc[rows[key].eq(row[key])]
    name = f"{lang.place(str(row['partner']))} · {_step(lang, row)}"
    label = lang.plural(
        "{n} decision",
        "{n} decisions",
        float(row["substantive"]),
        n=lang.number(row["substantive"]),
    )
    if not row["whole"]:
        label = lang.text("{n} positive, share not known", n=lang.number(_positive(row)))
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


def _key(lang: Language) -> dict[State, str]:
    """Say what the states of the grid mean."""
    return {
        "plain": lang.text("share, per cent; the fuller the fill, the larger the share"),
        "part": lang.text("fewer than {few} decisions, too few to compare", few=lang.number(FEW)),
        "unknown": lang.text("no share can be told"),
        "none": lang.text("no figure"),
    }


def _notes(lang: Language) -> tuple[str, ...]:
    return (
        lang.text(
            "Small counts are rounded by UNHCR, so shares of few decisions are not to be compared; "
            "the headline tells no share of fewer than {least}. There is no share where no "
            "decision was taken on the substance, no rejection is reported for the year, or the "
            "authority decides only part of the first claims.",
            least=lang.number(SHARE_MINIMUM),
        ),
        lang.text(
            "Claims closed otherwise, by withdrawal or on formal grounds, are no part of the rate; "
            "they stand in the table, as do reviews, appeals and repeated claims. Levels are never "
            "added, since an appeal decides the same claim again."
        ),
        lang.text(
            "In the United States asylum officers and immigration courts decide one after the "
            "other on part of the claims, so neither has a share of its own here. Temporary asylum "
            "in Russia is complementary protection for a limited time, granted in a procedure of "
            "its own."
        ),
    )


def _hole(lang: Language, country: str, found: Decisions) -> str:
    if country not in FIVE:
        return lang.text(
            "The table holds only decisions on people from Central Asia, and decisions there on "
            "people from Russia. UNHCR publishes the others."
        )
    own = found["host"]
    last = int(own["year"].max()) if len(own) else None
    latest = int(found["origin"]["year"].max())
    if last is None or last < latest:
        return lang.text(
            "Of decisions {where} the table has none for {latest}. The migration service of the "
            "country would have them.",
            where=lang.place(country, "in"),
            latest=latest,
        )
    return ""


def _table(lang: Language, found: Decisions, since: int) -> Table:
    drawn = {side: set(_keys(_ranked(found, side, since))) for side in found}
    order = {"by": ["year", *KEYS], "ascending": [False, *[True] * len(KEYS)]}
    ordered = {side: own.sort_values(**order) for side, own in found.items()}
    sides = {
        "origin": lang.text("people from the country, elsewhere"),
        "host": lang.text("people from elsewhere, in the country"),
    }
    rows = [
        (
            row.partner,
            sides[side],
            lang.place(row.partner),
            level_name(lang, row.level, row.authority, row.unit),
            str(row.year),
            row.recognised,
            row.complementary,
            row.rejected,
            row.closed,
            lang.label("units", str(row.unit)),
            100 * row.rate,
            row.year >= since and key in drawn[side],
        )
        for side, own in ordered.items()
        for key, row in zip(_keys(own), own.itertuples(), strict=True)
    ]
    names = [
        "codes",
        "side",
        "partner",
        "level",
        "year",
        "recognised",
        "complementary",
        "rejected",
        "closed",
        "unit",
        "rate",
        "drawn",
    ]
    frame = pd.DataFrame(rows, columns=names)
    frame["drawn"] = drawn_words(lang, frame["drawn"])
    return Table(
        frame,
        (
            column(lang, "side"),
            column(lang, "asylum_or_origin", "partner"),
            column(lang, "level"),
            column(lang, "year"),
            column(lang, "recognised"),
            column(lang, "complementary"),
            column(lang, "rejected"),
            column(lang, "closed"),
            column(lang, "unit"),
            column(lang, "recognition_rate", "rate"),
            drawn_column(lang),
        ),
    )


def _keys(rows: pd.DataFrame) -> list[tuple[str, ...]]:
    return list(rows[KEYS].itertuples(index=False, name=None))
