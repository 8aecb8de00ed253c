"""Age pyramid of people born in a country who live in another."""

import math

import pandas as pd

from components.charts.pyramid import USUAL, Step, pyramid
from components.context import RenderContext
from components.language import Language
from components.phrases.columns import column
from components.view import Table, View
from components.views.assemble import assemble, caveats_of, sources_of
from components.views.countries.ages_words import count_title, group_name, office, span_of
from components.views.countries.filters import CountryFilters
from components.views.spec import Tables
from data.measures.ages_abroad import OLDEST, Count, Group, count_rows, counts

OPEN_YEARS = 5  # of a group without an end, as it is drawn
BEYOND = 5  # years of the band for ages that are not published


def ages_pyramid(tables: Tables, filters: CountryFilters, context: RenderContext) -> View:
    """Return people of a country by age and sex in one host: the chosen one, or the largest count.

    Where that host has no ages of them, the view says who would have them.
    """
    lang, country, ages = context.language, filters.country, tables["ages_abroad"]
    known = counts(ages, country)
    host = filters.host or next(iter(known), "")
    if host not in known:
        return _none(context, country, host)
    count = known[host]
    steps = _steps(lang, count)
    behind = count_rows(ages, country, host)
    return assemble(
        context,
        "ages-pyramid",
        count_title(lang, country, count),
        _subtitle(lang, country, count),
        _table(lang, count),
        lang.text("Age pyramid"),
        sources_of(behind),
        pyramid(steps, lang, context.colours, context.colours.of_origin(country)),
        remarks=caveats_of(lang, "ages_abroad", behind),
        notes=_notes(lang, count, steps),
        missing=_older(lang, count) or (_newer(lang, count) if not count.is_recent else ""),
        period=str(count.year),
    )


def _subtitle(lang: Language, country: str, count: Count) -> str:
    told = {
        "where": lang.place(country, "in"),
        "of": lang.place(country, "of"),
        "host": lang.place(count.destination, "in"),
        "year": count.year,
        "n": lang.number(count.people),
    }
    if count.basis == "birth":
        return lang.text(
            "People born {where} who lived {host} by age and sex, {year}; all ages: {n}", **told
        )
    return lang.text("Citizens {of} who lived {host} by age and sex, {year}; all ages: {n}", **told)


def _steps(lang: Language, count: Count) -> list[Step]:
    steps = [
        Step(
            _years(lang, group),
            group.first,
            OPEN_YEARS if group.is_open else group.last - group.first + 1,
            group.male,
            group.female,
        )
        for group in _whole(count)
    ]
    if count.closed and count.unknown:
        first = count.groups[-1].last + 1
        name = lang.text("{age} years", age=span_of(first, OLDEST))
        steps.append(Step(name, first, BEYOND, None, None))
    return steps


def _whole(count: Count) -> list[Group]:
    """Return the groups with one of nobody wherever the source has none between two."""
    found: list[Group] = []
    for group in count.groups:
        start = found[-1].last + 1 if found else 0
        if group.first > start and found:
            found.append(Group(start, group.first - 1, 0.0, 0.0, 0.0))
        found.append(group)
    return found


def _years(lang: Language, group: Group) -> str:
    return lang.text("{age} years", age=group_name(group))


def _notes(lang: Language, count: Count, steps: list[Step]) -> tuple[str, ...]:
    broad = any(step.years != USUAL for step in steps if step.male is not None)
    unknown = count.unknown if not count.closed else 0.0
    return (
        lang.text(
            "Age groups are of different width: the length of a bar is the number of people for "
            "every five years of age, so that its area is their number."
        )
        if broad
        else "",
        lang.text("Of unknown age: {n}.", n=lang.number(unknown)) if unknown else "",
        lang.text("A group that is not in the source is drawn as empty."),
    )


def _older(lang: Language, count: Count) -> str:
    """Say that the oldest are missing, where they are."""
    if not (count.closed and count.unknown):
        return ""
    return lang.plural(
        "People older than {age} are not published by age; {n} person of the total is in no "
        "group. The statistical office of the country would have them.",
        "People older than {age} are not published by age; {n} people of the total are in no "
        "group. The statistical office of the country would have them.",
        count.unknown,
        age=lang.number(count.groups[-1].last),
        n=lang.number(count.unknown),
    )


def _newer(lang: Language, count: Count) -> str:
    return lang.text(
        "The atlas has no newer ages than those of {year}. Who would have them: {office}.",
        year=count.year,
        office=office(lang, count.destination),
    )


def _none(context: RenderContext, country: str, host: str) -> View:
    lang = context.language
    where = lang.place(host, "in") if host else ""
    return assemble(
        context,
        "ages-pyramid",
        lang.text(
            "The atlas has no ages of people born {where} who live {host}",
            where=lang.place(country, "in"),
            host=where,
        )
        if host
        else lang.text("{country}: the atlas has no figures by age", country=lang.place(country)),
        lang.text("People by age and sex"),
        _table(lang, None),
        lang.text("Age pyramid"),
        (),
        None,
        missing=lang.text("Who would have them: {office}.", office=office(lang, host))
        if host
        else lang.text("The atlas has ages abroad of people born in the five countries only."),
    )


def _table(lang: Language, count: Count | None) -> Table:
    rows = [
        (_years(lang, group), group.female, group.male, group.both, 100 * group.both / count.people)
        for group in (count.groups if count else ())
        if count
    ]
    if count:
        nan = math.nan
        if count.unknown:
            rows.append(
                (
                    lang.text("age not known"),
                    nan,
                    nan,
                    count.unknown,
                    100 * count.unknown / count.people,
                )
            )
        rows.append((lang.text("all ages"), count.female, count.male, count.people, 100.0))
    return Table(
        pd.DataFrame(rows, columns=["age", "female", "male", "both", "share"]),
        (
            column(lang, "age"),
            column(lang, "people", "female", label=lang.label("sexes", "female")),
            column(lang, "people", "male", label=lang.label("sexes", "male")),
            column(lang, "people", "both"),
            column(lang, "share_of_total", "share"),
        ),
    )
