"""All sources side by side, grouped by what they count, with their differences."""

from typing import Any

import pandas as pd

from components.charts.dots import Mark, Row, dots
from components.charts.keys import Sign
from components.context import RenderContext
from components.language import Language
from components.language.names import is_empty
from components.language.numbers import as_said
from components.phrases.figures import qualified
from components.phrases.periods import period
from components.phrases.sentences import lower_first
from components.style.marks import COMPARED_MARKS
from components.style.theme import Palette
from components.view import View
from components.views.assemble import assemble, sources_of
from components.views.compare.asked import Asked, cautions, of_country, on_corridor
from components.views.compare.filters import CompareFilters
from components.views.compare.rows import compared, figures_table, row_name
from components.views.compare.sentences import headline
from components.views.compare.words import heading
from components.views.spec import Tables
from data.measures.catalogue import METHODS

ASIDE = 430  # pixels for the names of sources
ABREAST = 900  # pixels of a chart on which names have room beside their marks
PLAIN = ("normal", "estimated", "modelled")  # what the method of a figure says anyway
HIGH = 562  # pixels of the chart at least, at a desk
EVEN = 30  # times: figures farther apart have no room on an even axis


def compare_sources(tables: Tables, filters: CompareFilters, context: RenderContext) -> View:
    """Return what every source says of a corridor in a year, like beside like."""
    return _side_by_side("compare-sources", on_corridor(tables, filters, filters.in_year), context)


def compare_country(tables: Tables, filters: CompareFilters, context: RenderContext) -> View:
    """Return what every source says of an indicator of a country in a year."""
    return _side_by_side("compare-country", of_country(tables, filters), context)


def _side_by_side(name: str, asked: Asked, context: RenderContext) -> View:
    lang, rows = context.language, asked.rows
    named = lang.text(asked.name)
    subtitle = lang.text("{what}: no figure was found", what=named)
    if len(rows):
        told = lang.text("figures of {year}, or of the nearest year of a source", year=asked.year)
        subtitle = lang.text(
            "{what} · {when} · {unit}", what=named, when=told, unit=_units(lang, rows)
        )
    return assemble(
        context,
        name,
        headline(lang, asked),
        subtitle,
        figures_table(lang, asked),
        lang.text("Dots by source"),
        sources_of(rows),
        _chart(asked, context) if len(rows) else None,
        remarks=cautions(lang, asked, rows) if len(rows) else (),
        notes=_notes(lang, rows),
        missing=_missing(lang, rows, asked),
    )


def _units(lang: Language, rows: pd.DataFrame) -> str:
    return lang.listing([lang.label("units", one) for one in dict.fromkeys(rows["unit"])])


def _chart(asked: Asked, context: RenderContext) -> Any:
    """Draw a row for each figure, under the name of what it counts."""
    lang, width = context.language, context.width()
    wide = width > ABREAST
    rows: list[Row] = []
    for kind in dict.fromkeys(asked.rows["kind"].astype("str")):
        own = asked.rows.loc[asked.rows["kind"].eq(kind)]
        rows.append(Row(heading(lang, kind, asked.home, asked.away)))
        rows += [_row(lang, row, wide) for row in own.itertuples()]
    return dots(
        rows,
        _signs(lang, context.colours),
        lang,
        context.colours,
        width,
        ASIDE if wide else 0,
        lang.text("of another year"),
        even=_is_even(asked.rows["value"]),
        least=HIGH if wide else 0,
    )


def _is_even(values: pd.Series) -> bool:
    """Say whether values have room on an even axis."""
    above = values.loc[values.gt(0)]
    return bool(values.lt(0).any() or above.empty or above.max() <= EVEN * above.min())


def _row(lang: Language, row: Any, wide: bool) -> Row:
    """Return the row of one figure: whose it is and of when, its mark, its value."""
    whose, value, when = row_name(lang, row), written(lang, row), period(lang, row)
    name = lang.text("{source}, {when}", source=whose, when=when)
    gap, part = difference(lang, row), share(lang, row)
    tip = "<br>".join(
        filter(None, (f"{name}: {value}", defined(lang, row), gap or compared(lang, row)))
    )
    more = (
        f"{gap}, {part}"
        if wide and row.difference and gap and part and row.unit != "percent"
        else part
    )
    mark = Mark(_sign_of(row), float(row.value), tip, row.reason == "year")
    label = f"{value} ({more})" if more else value
    if not wide:
        return Row(name, label, (mark,))
    words = " · ".join(filter(None, (when, defined(lang, row))))
    return Row(whose, label, (mark,), words)


def defined(lang: Language, row: Any) -> str:
    """Say what a figure is: by which mark people are counted, how, and its status."""
    told = [("origin_bases", row.origin_basis), ("methods", row.method)]
    told.append(("obs_statuses", "" if row.obs_status in PLAIN else row.obs_status))
    known = [one for one in told if not is_empty(one[1]) and one[1] not in METHODS]
    words = [lang.label(name, one) for name, one in known]
    return " · ".join(dict.fromkeys(lower_first(one) for one in words))


def written(lang: Language, row: Any) -> str:
    """Write a value in full; large sums of money in short."""
    value = float(row.value)
    if row.unit == "percent":
        told = lang.percent(value / 100, 1)
    elif row.unit == "usd":
        told = lang.compact(value, 3)
    else:
        told = lang.number(value)
    return qualified(lang, row.obs_status, told, sign=True).replace("-", "−")


def share(lang: Language, row: Any) -> str:
    """Write the difference from the reference as a percentage of it, or in points."""
    if row.reason == "reference":
        return lang.text("reference")
    if row.reason == "year":
        years = int(row.apart)
        return lang.plural("{n} year apart", "{n} years apart", years, n=years)
    if row.reason or pd.isna(row.difference):
        return ""
    sign = _sign(row.difference)
    if row.unit == "percent":
        gap = abs(row.difference)
        told = sign + lang.number(gap, 1)
        return lang.plural("{n} point", "{n} points", as_said(gap), n=told)
    if pd.isna(row.percent):
        return ""
    digits = 1 if 0 < abs(row.percent) < 1 else 0
    return sign + lang.percent(abs(row.percent) / 100, digits)


def difference(lang: Language, row: Any) -> str:
    """Write the difference from the reference in full; empty where there is none."""
    if row.reason or pd.isna(row.difference):
        return ""
    sign, size = _sign(row.difference), abs(row.difference)
    return sign + (lang.compact(size, 3) if row.unit == "usd" else lang.number(size, 1))


def _sign(value: float) -> str:
    return "+" if value > 0 else "−" if value < 0 else ""


def _sign_of(row: Any) -> str:
    if row.reason in ("reference", ""):
        return "old" if row.replaced and row.reason == "" else row.reason or "same"
    return "old" if row.replaced else "alone"


def _signs(lang: Language, colours: Palette) -> dict[str, Sign]:
    names = {
        "reference": lang.text("reference of its kind"),
        "same": lang.text("compared with it"),
        "old": lang.text("replaced by a newer edition"),
        "alone": lang.text("not compared"),
    }
    return {
        kind: Sign(names[kind], symbol, colours.ink_of(ink))
        for kind, (ink, symbol) in COMPARED_MARKS.items()
    }


def _notes(lang: Language, rows: pd.DataFrame) -> tuple[str, ...]:
    """Say between which figures no difference is taken, and what the references are."""
    if rows.empty:
        return ()
    kinds = rows["kind"].nunique()
    notes = []
    if kinds > 1:
        notes.append(
            lang.plural(
                "{n} kind of figures is shown.",
                "{n} kinds of figures are shown. They count different things: no difference is "
                "taken between them.",
                kinds,
                n=kinds,
            )
        )
    if rows["reason"].eq("reference").any():
        notes.append(
            lang.text(
                "The reference of a kind is the series that the atlas shows elsewhere; where there "
                "is none, the figure that would stand for the thing by the rule of the atlas. It "
                "is not called the right one. Figures of other years are not subtracted."
            )
        )
    return tuple(notes)


def _missing(lang: Language, rows: pd.DataFrame, asked: Asked) -> str:
    """Say who would have a second figure where no two can be compared."""
    if len(rows) and rows["reason"].eq("reference").any():
        return ""
    if rows.empty:
        return lang.text("No source in the atlas has a figure. {who}", who=lang.text(asked.who))
    return lang.text(
        "No two figures of one kind and year: nothing can be compared. {who}",
        who=lang.text(asked.who),
    )
