"""All single, dated figures on return in one picture, by kind: joined, marked, never added."""

from collections.abc import Sequence

import pandas as pd

from components.charts.spells import Group, Key, Spell, Track, spells
from components.context import RenderContext
from components.language import Language
from components.phrases.periods import day_of, period, years
from components.phrases.places import nationality
from components.view import Remark, View
from components.views.assemble import (
    assemble,
    caveats_of,
    sources_of,
    warnings_first,
)
from components.views.returns.dated_table import dated_table
from components.views.returns.dated_titles import (
    missing_words,
    note_words,
    subtitle_words,
    title_words,
    years_of,
)
from components.views.returns.dated_words import (
    KIND_NAMES,
    host_words,
    journey,
    kind_marks,
    series_words,
    tip,
    values_words,
)
from components.views.returns.filters import ReturnFilters
from components.views.spec import Tables
from data.measures.dated_returns import Figure, figures, ranked, size_class
from data.measures.dated_rows import ALL, KINDS, REGION, SHOWN, Kind, dated_rows

AXIS = 9  # years of the axis; older figures stand in a column before it
OF_A_LANE = 5  # figures of a lane where all kinds are shown; one kind shows all
LARGEST = 3  # figures of a lane that are labelled where all kinds are shown
LISTED_OF_ALL, LISTED_OF_ONE = 3, 8  # figures of a kind in a list
BY_JOURNEY = ("conflict", "humanitarian", "covid")  # kinds whose indicators are parts of one thing


def dated(tables: Tables, filters: ReturnFilters, context: RenderContext) -> View:
    """Return the figures of all kinds, or of one, on an axis of time."""
    lang = context.language
    kinds: tuple[Kind, ...] = tuple(kind for kind in SHOWN if filters.kind in ("all", kind))
    rows = dated_rows(tables, filters.countries)
    rows = rows.loc[rows["kind"].isin([*kinds, *(["beside"] if filters.kind == "all" else [])])]
    found = figures(rows)
    shown = [one for one in found if one.kind in kinds]
    groups = _groups(lang, shown, filters)
    marks, key = kind_marks(context), _key(lang, shown, kinds[0], groups)
    title, subtitle = title_words(lang, shown, filters), subtitle_words(lang, shown)
    sources = sources_of(rows)
    return assemble(
        context,
        "returns-dated",
        title,
        subtitle,
        dated_table(lang, rows, found),
        lang.text("Timeline, or a list on a phone"),
        sources,
        spells(groups, lang, context.colours, context.width(), marks, key) if shown else None,
        remarks=_caveats(lang, tables, rows),
        notes=note_words(lang, shown, filters.kind),
        missing=missing_words(lang, shown, filters, kinds),
    )


def _groups(lang: Language, shown: Sequence[Figure], filters: ReturnFilters) -> list[Group]:
    """Return lanes by kind and origin; of one kind, by what was counted and journey."""
    groups: dict[tuple[Kind, str], list[Figure]] = {}
    for one in shown:
        fine = filters.kind != "all" and one.kind not in BY_JOURNEY
        groups.setdefault((one.kind, one.first.indicator if fine else ""), []).append(one)
    listed = LISTED_OF_ALL if filters.kind == "all" else LISTED_OF_ONE
    return [
        Group(
            lang.label("indicators", indicator) if indicator else lang.text(KIND_NAMES[kind]),
            kind,
            tuple(_track(lang, lane, filters) for lane in _lanes(members, filters)),
            *_listed(lang, members, listed),
        )
        for (kind, indicator), members in sorted(groups.items(), key=_order)
    ]


def _order(group: tuple[tuple[Kind, str], object]) -> tuple[int, int]:
    """Put kinds and what was counted into the order of `KINDS`."""
    kind, indicator = group[0]
    return list(KINDS).index(kind), KINDS[kind].index(indicator) if indicator else 0


def _lanes(members: Sequence[Figure], filters: ReturnFilters) -> list[list[Figure]]:
    """Return figures by origin: the largest of all kinds, or all of one kind, by host too."""
    order = {code: at for at, code in enumerate((*filters.countries, REGION, ALL))}
    lanes: dict[tuple[str, str], list[Figure]] = {}
    for one in sorted(members, key=lambda one: order[one.first.origin]):
        host = "" if filters.kind == "all" else one.first.host
        lanes.setdefault((one.first.origin, host), []).append(one)
    if filters.kind != "all":
        return list(lanes.values())
    return [[one for one in lane if one in ranked(lane)[:OF_A_LANE]] for lane in lanes.values()]


def _track(lang: Language, lane: Sequence[Figure], filters: ReturnFilters) -> Track:
    """Return a lane with labels: on all figures of one kind, else on the largest."""
    alone = filters.kind != "all"
    largest = ranked(lane)[:LARGEST]
    labelled = [one for one in lane if alone or one in largest or one.running]
    first = lane[0].first
    return Track(
        journey(lang, first) if alone else nationality(lang, first.origin),
        tuple(
            _spell(lang, one, _label(lang, one, alone) if one in labelled else "") for one in lane
        ),
    )


def _label(lang: Language, one: Figure, alone: bool) -> str:
    """Write a figure in short: with its operation in a lane of its own, else with its host."""
    told = values_words(lang, one, sign=True)
    first = one.first
    more = ""
    if alone and one.kind == "conflict":
        more = series_words(lang, first.series)
    elif not alone and first.host != ALL:
        more = host_words(lang, first)
    return lang.text("{value} · {more}", value=told, more=more) if more else told


def _spell(lang: Language, one: Figure, label: str, line: str = "", when: str = "") -> Spell:
    first = one.first
    return Spell(
        one.kind,
        day_of(first.period_start),
        day_of(first.period_end),
        size_class(one.size),
        tip(lang, one),
        label,
        _early(lang, one),
        line,
        when,
        one.running,
    )


def _early(lang: Language, one: Figure) -> str:
    """Write a figure in short with its year, for the column before the axis."""
    row = one.first
    if pd.isna(row.year):
        return ""
    end = int(row.year)
    start = day_of(row.period_start)
    told = years(start.year if start else end, end)
    return lang.text("{value} · {more}", value=values_words(lang, one, sign=True), more=told)


def _listed(lang: Language, members: Sequence[Figure], most: int) -> tuple[tuple[Spell, ...], str]:
    """Return the largest figures for a list, in order of time, and how many more there are."""
    largest = ranked(members)[:most]
    told = tuple(
        _spell(lang, one, "", _line(lang, one), period(lang, one.first))
        for one in members
        if one in largest
    )
    more = len(members) - len(told)
    if not more:
        return told, ""
    return told, lang.plural(
        "The largest single figures; {n} more figure is in the table",
        "The largest single figures; {n} more figures are in the table",
        more,
        n=lang.number(more),
    )


def _line(lang: Language, one: Figure) -> str:
    """Write a figure for a list: how many, in bold, from where to where."""
    return f"<b>{values_words(lang, one)}</b> · {journey(lang, one.first)}"


def _key(lang: Language, shown: Sequence[Figure], kind: Kind, groups: Sequence[Group]) -> Key:
    drawn = sum(len(track.spells) for group in groups for track in group.tracks)
    years = years_of(shown)
    since = max(years) - AXIS + 1 if years else 0
    long = bool(years) and min(years) < since - 1
    return Key(
        (
            lang.text("under {n}", n=lang.number(10)),
            *(lang.text("{n} and more", n=lang.number(edge)) for edge in (10, 100, 1_000, 10_000)),
        ),
        (
            lang.text(
                "Bar: from the first to the last day. Dotted line to the left: the first "
                "day is not given. Hollow: a total that includes other figures."
            ),
            lang.text(
                "≠: sources count or split it differently. ≈: about or rounded. "
                ">: more than. ≤: at most."
            ),
            *((_largest_only(lang),) if drawn < len(shown) else ()),
        ),
        lang.text("no date"),
        lang.text("before {year}", year=since),
        kind,
        since if long else 0,
    )


def _largest_only(lang: Language) -> str:
    return lang.text(
        "Only the largest figures of each country and kind are shown; choose a kind to see all."
    )


def _caveats(lang: Language, tables: Tables, rows: pd.DataFrame) -> tuple[Remark, ...]:
    return warnings_first(
        *(
            caveats_of(lang, name, part)
            for name in tables
            for part in [rows.loc[rows["table"].eq(name)]]
            if len(part)
        )
    )
