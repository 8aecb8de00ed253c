"""The four words of target 10.7: one number each, with what each country adds to it."""

from collections.abc import Mapping, Sequence

import pandas as pd

from components.context import RenderContext
from components.documents.model import Document, Line, Panel, Panels
from components.documents.slopes import Slope, segments
from components.documents.states import State
from components.documents.words import meanings
from components.language import Language
from components.phrases.periods import years
from components.view import View
from components.views.assemble import assemble, caveats_of, sources_of, warnings_first
from components.views.sdg.accidents import accident
from components.views.sdg.filters import WORD_NAMES, SdgFilters
from components.views.sdg.policies import answered, assessed
from components.views.sdg.regular_responsible import EUROPE, LEVELS
from components.views.sdg.scorecard import score_table
from components.views.spec import Tables
from data.measures import sdg
from data.measures.readmission import agreements, in_force, pairs


def blocks(tables: Tables, filters: SdgFilters, context: RenderContext) -> View:
    """Return a block for each word: its number, how it has changed since 2015, the countries."""
    lang, countries = context.language, filters.countries
    panels = (
        _orderly(lang, tables["readmission_agreements"], countries),
        _safe(lang, tables, countries),
        _regular(lang, tables["labour_and_stay"], countries),
        _responsible(lang, tables["policy_domains"], countries),
    )
    table, used = score_table(lang, tables, filters)
    key: dict[State, str] = {
        "unknown": lang.text("the official value appears to be wrong"),
        "none": lang.text("no figure, which is not a zero"),
    }
    return assemble(
        context,
        "sdg-blocks",
        assessed(lang, tables["policy_domains"], countries),
        lang.text("SDG target 10.7: one figure for each of its four words, latest year known"),
        table,
        lang.text("Four numbers with small lines"),
        sources_of(*(rows for _, rows in used)),
        Document((Panels(panels, form="figures", most=4),), tuple(meanings(lang, key).items())),
        remarks=warnings_first(*(caveats_of(lang, name, rows) for name, rows in used)),
        notes=(
            lang.text(
                "This atlas chose which figure represents which word; the UN framework does "
                "not divide the target in this way."
            ),
        ),
    )


def _orderly(lang: Language, table: pd.DataFrame, countries: Sequence[str]) -> Panel:
    """Tell the readmission agreements in force, each once, and how many there were by year."""
    linked = pairs(agreements(table), countries)
    held = linked.loc[linked["step"].eq("in_force")]
    since = {frozenset((row.home, row.other)): row.in_force.year for row in held.itertuples()}
    last = max(since.values(), default=sdg.BASE_YEAR)
    span = list(range(sdg.BASE_YEAR, last + 1))
    counts = [sum(start <= year for start in since.values()) for year in span]
    twice = sum(len(in_force(table, code)) for code in countries) - len(since)
    return Panel(
        lang.text(WORD_NAMES["orderly"]),
        lang.number(len(since)) if since else lang.text("none found"),
        lang.text("readmission agreements known to be in force"),
        tuple(_line(lang, code, _counted(lang, len(in_force(table, code)))) for code in countries),
        _shared(lang, twice),
        state="plain" if since else "none",
        inline=_slope(span, counts) if len(span) > 1 else None,
    )


def _shared(lang: Language, twice: int) -> str:
    """Say why the countries add up to more than the number above them."""
    if twice <= 0:
        return ""
    return lang.plural(
        "{n} agreement is between two of these countries and stands with both.",
        "{n} agreements are between two of these countries and stand with both.",
        twice,
        n=lang.number(twice),
    )


def _safe(lang: Language, tables: Tables, countries: Sequence[str]) -> Panel:
    """Tell the deaths on record; a value in doubt is marked and not added."""
    indicators, missing = tables["sdg_indicators"], tables["missing_migrants"]
    found = {c: sdg.points(sdg.indicator_rows(indicators, "sdg_10_7_3", c)) for c in countries}
    sure = {c: sdg.undisputed(points) for c, points in found.items()}
    total = sum(point.value for points in sure.values() for point in points)
    one = next((o for c, p in sure.items() if p and (o := accident(missing, c, p))), None)
    foot = ""
    if one is not None:
        foot = lang.text(
            "All in one accident in {year}; the dead were {origin}.",
            year=int(one.year),
            origin=lang.place(str(one.origin), "from"),
        )
    return Panel(
        lang.text(WORD_NAMES["safe"]),
        lang.number(total) if total else lang.text("no record"),
        _time(lang, sure),
        tuple(_deaths(lang, code, found[code]) for code in countries),
        foot,
        state="plain" if total else "none",
    )


def _time(lang: Language, sure: Mapping[str, Sequence[sdg.Point]]) -> str:
    """Say what is counted, and of which years."""
    found = [point.year for points in sure.values() for point in points if point.year]
    if not found:
        return lang.text("recorded deaths during migration")
    return lang.text("recorded deaths during migration, {year}", year=years(min(found), max(found)))


def _deaths(lang: Language, code: str, points: Sequence[sdg.Point]) -> Line:
    if not points:
        return _line(lang, code, "")
    sure = sdg.undisputed(points)
    value = lang.number(sum(point.value for point in sure or points))
    year = str(points[-1].year)
    return Line(lang.place(code), "plain" if sure else "unknown", value, year)


def _regular(lang: Language, stay: pd.DataFrame, countries: Sequence[str]) -> Panel:
    """Tell the permits to stay in Europe, and those of earlier years with the same reporters."""
    rows = stay.loc[stay["indicator"].eq("residence_permits_valid")]
    sums = sdg.summed(rows.loc[rows["origin"].isin(list(countries))], EUROPE)
    last = max(sums)
    alike = [
        year for year in sorted(sums) if year >= sdg.BASE_YEAR and sums[year][1] == sums[last][1]
    ]
    own = {c: sdg.summed(rows.loc[rows["origin"].eq(c)], EUROPE) for c in countries}
    return Panel(
        lang.text(WORD_NAMES["regular"]),
        lang.compact(sums[last][0]),
        lang.text("valid residence permits in the EU and EFTA, end of {year}", year=last),
        tuple(
            _line(lang, code, lang.number(own[code][last][0]) if last in own[code] else "")
            for code in countries
        ),
        inline=_slope(alike, [sums[year][0] for year in alike]) if len(alike) > 1 else None,
    )


def _responsible(lang: Language, domains: pd.DataFrame, countries: Sequence[str]) -> Panel:
    """Tell how many governments have assessed their migration policies, and at which level."""
    given = answered(domains, countries)
    return Panel(
        lang.text(WORD_NAMES["responsible"]),
        lang.text("{n} of {total}", n=lang.number(len(given)), total=lang.number(len(countries))),
        lang.text("governments have assessed their migration policies (10.7.2)"),
        tuple(_assessed(lang, code, given.get(code)) for code in countries),
    )


def _assessed(lang: Language, code: str, found: tuple[int, int] | None) -> Line:
    if found is None:
        return _line(lang, code, "")
    level, year = found
    words = lang.label("statuses", LEVELS[level])
    return Line(lang.place(code), value=words, unit=str(year))


def _line(lang: Language, code: str, value: str) -> Line:
    """Return the line of a country; without a figure it has the mark of what was not found."""
    if value:
        return Line(lang.place(code), value=value)
    return Line(lang.place(code), "none", lang.text("none found"))


def _counted(lang: Language, count: int) -> str:
    return lang.number(count) if count else ""


def _slope(dates: Sequence[int], values: Sequence[float]) -> Slope:
    span = (dates[0], dates[-1])
    return Slope(segments(dates, values, span), ends=(str(span[0]), str(span[1])))
