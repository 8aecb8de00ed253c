"""How the comparison of countries is to be read: periods, breaks, sums, methods, holes."""

from collections.abc import Mapping, Sequence

import pandas as pd

from components.language import Language
from components.phrases.figures import span
from components.phrases.periods import period
from components.views.types.compare_words import Compared, exact, method_name
from components.views.types.titles import statement
from components.views.types.words import HOLDERS
from data.measures.comparison import parts, together, whole
from data.measures.standards import tellable
from data.measures.students import derivable_years


def absent(shown: Compared) -> str:
    """Say for which countries no figure was found, and what is known of them instead.

    A country that another way of counting the same thing has a figure for, or of which there are
    figures without a year, is no hole: it is told apart.
    """
    lang, known = shown.lang, set(shown.found["country"])
    lacking = [
        code for code in shown.filters.countries if code not in known and shown.chosen.applies(code)
    ]
    if not known and not lacking:
        return lang.text("No chosen country can have this figure.")
    told = _not_ranked(shown)
    otherwise = [code for code in lacking if code in shown.otherwise]
    loose = [code for code in lacking if code in shown.loose and code not in otherwise]
    nothing = [code for code in lacking if code not in (*otherwise, *loose)]
    if otherwise:
        told.append(
            lang.text(
                "Known only from a different way of counting: {names}.",
                names=_places(shown, otherwise),
            )
        )
    if loose:
        told.append(
            lang.text(
                "Known only in part, or without a year: {names}.",
                names=_places(shown, loose),
            )
        )
    if nothing:
        told.append(
            lang.text(
                "No figure found: {names}. {holder}",
                names=_places(shown, nothing),
                holder=lang.text(HOLDERS[shown.chosen.measure.flow_type]),
            )
        )
    return " ".join(told)


def _not_ranked(shown: Compared) -> list[str]:
    """Name the countries that the headline leaves out: of another time, or of too few people."""
    lang, rows = shown.lang, together(shown.found)
    others = [code for code in shown.found["country"].unique() if code not in set(rows["country"])]
    few = [
        code
        for code, value in zip(rows["country"], rows["value"], strict=True)
        if shown.relative and not tellable(value)
    ]
    told = []
    last = whole(shown.found).sort_values("at").drop_duplicates("country", keep="last")
    late = [row for _, row in last.iterrows() if len(rows) and row["at"] > rows["at"].max()]
    if late:
        told.append(
            lang.text(
                "Newer than what the headline compares: {figures}.",
                figures="; ".join(
                    f"{lang.place(row['country'])} {exact(shown, float(row['shown']))} "
                    f"({period(lang, row)})"
                    for row in late
                ),
            )
        )
    if others:
        told.append(
            lang.text(
                "No figure for the time that the headline compares: {names}.",
                names=_places(shown, others),
            )
        )
    if few:
        told.append(
            lang.text(
                "Too few people for a rate in the headline: {names}.", names=_places(shown, few)
            )
        )
    return told


def _places(shown: Compared, codes: Sequence[str]) -> str:
    return ", ".join(shown.lang.place(code) for code in codes)


def notes(shown: Compared, zero: bool) -> tuple[str, ...]:
    """Return what was counted, and how to read it: periods, breaks, sums, methods, inhabitants."""
    lang, chosen = shown.lang, shown.chosen
    return (
        *(f"{lang.label('indicators', one, 'definition')}." for one in chosen.measure.indicators),
        lang.text(
            "The best figure comes from another way of counting: {figures}.",
            figures="; ".join(statement(lang, one.series, one.row) for one in shown.better),
        )
        if shown.better
        else "",
        *_about_parts(shown),
        *_about_breaks(shown),
        *_about_holes(shown),
        *_about_sums(shown),
        lang.text(
            "Hollow marks are estimates by the method “{method}”. Whiskers reach from the "
            "smallest to the largest estimate of the methods: where they are long, the "
            "result depends on the method.",
            method=method_name(shown),
        )
        if shown.spread
        else "",
        lang.text("On this scale zero is shown separately at the bottom.") if zero else "",
        lang.text("A percentage is not divided by inhabitants; it is shown as it is.")
        if shown.filters.per == "per_1000" and not shown.relative
        else "",
        lang.text(
            "Divided by the inhabitants of the country on 1 July of the same year, of a period on "
            "1 July of its last year; for the latest years these are projections."
        )
        if shown.relative
        else "",
        lang.text(
            "The pages “Counter-streams”, “Returns by kind” and “Assisted return” show who "
            "goes back: helped, of their own accord or by order."
        )
        if chosen.measure.flow_type == "return"
        else "",
    )


def newer_students(
    lang: Language, education: pd.DataFrame, countries: Sequence[str], found: pd.DataFrame
) -> str:
    """Say that newer totals of students abroad could only be worked out; empty where none could.

    Parameters
    ----------
    lang : Language
        The reader's language.
    education : pandas.DataFrame
        Table ``education``.
    countries : sequence of str
        ISO codes.
    found : pandas.DataFrame
        The totals that are known, with ``year`` and ``coverage``.
    """
    full = found.loc[found["coverage"].eq("full"), "year"]
    years = () if full.empty else derivable_years(education, countries, int(full.max()))
    if not years:
        return ""
    return lang.text(
        "Newer totals of students abroad are not published. For {years} they could be worked out "
        "from the foreign students in the country and the net flow of students that UNESCO gives; "
        "the atlas does not do so.",
        years=", ".join(map(str, years)),
    )


def _about_parts(shown: Compared) -> list[str]:
    """Say how figures for a part of a year, or for several years, are drawn."""
    lang, spans = shown.lang, parts(shown.found)
    told = []
    if len(spans):
        told.append(
            lang.text(
                "A thin bar with a hollow mark is a figure for part of a year, or for "
                "several years together: the bar covers the days that were counted. Such "
                "figures overlap and are never joined."
            )
        )
    if spans["open"].any():
        told.append(
            lang.text(
                "A hollow arrow: the first day of the period is known, the last day is not given."
            )
        )
    return told


def _about_breaks(shown: Compared) -> list[str]:
    """Say where lines stop because the way of counting changed."""
    lang, chosen = shown.lang, shown.chosen
    told = []
    if chosen.measure.breaks and len(shown.found):
        told.append(
            lang.text(
                "The dotted line is a break. From {year} on UNHCR reclassified many people: "
                "as refugees at first, in 2025 as others in need of protection. The two "
                "groups are shown together, and no line crosses the break.",
                year=chosen.measure.breaks[0],
            )
        )
    return [*told, *_own_breaks(shown)]


def _about_holes(shown: Compared) -> list[str]:
    """Say which years are not drawn, and why zeros are not."""
    lang, chosen, found = shown.lang, shown.chosen, shown.found
    told = []
    holes = sorted({int(y) for y in found.loc[found["coverage"].eq("incomplete"), "year"]})
    if holes:
        told.append(
            lang.text(
                "In the table only, because a main country of residence gave no figure: {years}.",
                years=", ".join(map(str, holes)),
            )
        )
    if not chosen.measure.zeros:
        told.append(
            lang.text(
                "Zeros are left out: UNHCR's table fills empty places with them, so that a "
                "zero may "
                "mean that nobody counted."
            )
        )
    return told


def _own_breaks(shown: Compared) -> list[str]:
    """Say where a line is broken for one country alone, or by who is in the sum."""
    lang, chosen = shown.lang, shown.chosen
    anew, others = {}, {}
    for code, own in shown.found.groupby("country", sort=False):
        at = set(chosen.breaks_in(str(code))) - set(chosen.measure.breaks)
        anew[str(code)] = at if not chosen.summed else set()
        others[str(code)] = {*own["breaks"].iloc[0]} - set(chosen.measure.breaks) - anew[str(code)]
    told = []
    if any(anew.values()):
        told.append(
            lang.text(
                "Lines are also broken where one country starts a new count: {places}.",
                places=_dated(shown, anew),
            )
        )
    if any(others.values()):
        told.append(
            lang.text(
                "Lines stop before a year in which countries with more than a twentieth of "
                "the sum enter or leave it: {places}.",
                places=_dated(shown, others),
            )
        )
    return told


def _dated(shown: Compared, by_country: Mapping[str, set[int]]) -> str:
    """Write years by country; once where they are those of all countries."""
    years = {tuple(sorted(own)) for own in by_country.values()}
    if len(years) == 1 and len(by_country) > 1:
        return ", ".join(map(str, years.pop()))
    return "; ".join(
        f"{shown.lang.place(code)} {', '.join(map(str, sorted(own)))}"
        for code, own in by_country.items()
        if own
    )


def _about_sums(shown: Compared) -> list[str]:
    """Say how many countries are added, where their number changes."""
    if not shown.chosen.summed or whole(shown.found).empty:
        return []
    known = whole(shown.found)["partners"]
    return [
        shown.lang.text(
            "The sum covers the partner countries that gave a figure, {range} of them; the "
            "table says how many. A missing country is not a zero.",
            range=span(shown.lang, known.min(), known.max(), shown.lang.number),
        )
    ]
