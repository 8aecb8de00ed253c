"""How the comparison of countries is to be read: periods, breaks, sums, methods, holes."""

from components.views.types.compare_words import Compared, method_name
from components.views.types.words import HOLDERS
from data.measures.comparison import parts, whole
from data.measures.yardsticks import applies, breaks_in


def absent(shown: Compared) -> str:
    """Say for which countries no figure was found, and who would have it."""
    lang = shown.lang
    known = set(shown.found["country"])
    names = [
        lang.place(country) for country in shown.filters.countries
        if country not in known and applies(shown.chosen, country)
    ]  # fmt: skip
    if not names:
        return "" if known else lang.text("No chosen country can have this figure.")
    return lang.text(
        "No figure found: {names}. {holder}",
        names=", ".join(names), holder=lang.text(HOLDERS[shown.chosen.flow_type]),
    )  # fmt: skip


def notes(shown: Compared, zero: bool) -> tuple[str, ...]:
    """Return what was counted, and how to read it: periods, breaks, sums, methods, inhabitants."""
    lang, chosen = shown.lang, shown.chosen
    return (
        *(f"{lang.label('indicators', one, 'definition')}." for one in chosen.indicators),
        *_about_time(shown),
        *_about_sums(shown),
        lang.text(
            "Hollow marks are estimates by the method “{method}”. Whiskers reach from the smallest "
            "to the largest estimate of the methods: where they are long, it is the method that "
            "decides.",
            method=method_name(shown),
        ) if shown.spread else "",
        lang.text("On this scale zero stands at the foot, apart.") if zero else "",
        lang.text("A percentage is not divided by inhabitants; it is shown as it is.")
        if shown.filters.per == "per_1000" and not shown.relative else "",
        lang.text(
            "Divided by the inhabitants of the country on 1 July of the same year, of a period on "
            "1 July of its last year; for the latest years these are projections."
        ) if shown.relative else "",
        lang.text(
            "Who goes back, helped, of their own accord or by order, is told on the pages "
            "“Counter-streams”, “Returns by kind” and “Assisted return”."
        ) if chosen.flow_type == "return" else "",
    )  # fmt: skip


def _about_time(shown: Compared) -> list[str]:
    lang, chosen, found = shown.lang, shown.chosen, shown.found
    told = []
    spans = parts(found)
    if len(spans):
        told.append(lang.text(
            "A thin bar with a hollow mark is a figure for a part of a year, or for several years "
            "together: the bar covers the days that were counted. Such figures overlap and are "
            "never joined."
        ))  # fmt: skip
    if spans["open"].any():
        told.append(lang.text(
            "A hollow arrow: the first day of the period is known, the last day was not printed."
        ))  # fmt: skip
    if chosen.breaks and len(found):
        told.append(lang.text(
            "The dotted line is a break. From {year} on UNHCR counted many people anew: as "
            "refugees at first, in 2025 as others in need of protection. The two groups are shown "
            "together, and no line crosses the break.",
            year=chosen.breaks[0],
        ))  # fmt: skip
    told += _own_breaks(shown)
    holes = sorted({int(y) for y in found.loc[found["coverage"].eq("incomplete"), "year"]})
    if holes:
        told.append(lang.text(
            "In the table only, because a main country of residence gave no figure: {years}.",
            years=", ".join(map(str, holes)),
        ))  # fmt: skip
    if not chosen.zeros:
        told.append(lang.text(
            "Zeros are left out: UNHCR's table fills empty places with them, so that a zero may "
            "mean that nobody counted."
        ))  # fmt: skip
    return told


def _own_breaks(shown: Compared) -> list[str]:
    """Say where a line is broken for one country alone, or for all by who is in the sum."""
    lang, chosen = shown.lang, shown.chosen
    by_country = {
        code: years for code in shown.found["country"].unique()
        if (years := set(breaks_in(chosen, str(code))) - set(chosen.breaks))
    }  # fmt: skip
    if not by_country:
        return []
    same = set.intersection(*by_country.values())
    if same and len(by_country) == shown.found["country"].nunique():
        return [lang.text(
            "Lines are broken where the United Kingdom enters or leaves the sum: before {years}.",
            years=", ".join(map(str, sorted(same))),
        )]  # fmt: skip
    return [lang.text(
        "Lines are also broken where one country is counted anew: {places}.",
        places="; ".join(f"{lang.place(code)} {', '.join(map(str, sorted(years)))}"
                         for code, years in by_country.items()),
    )]  # fmt: skip


def _about_sums(shown: Compared) -> list[str]:
    """Say how many countries are added, where their number changes."""
    if shown.chosen.partners != "sum" or whole(shown.found).empty:
        return []
    known = whole(shown.found)["partners"]
    return [shown.lang.text(
        "Added up over the partner countries that gave a figure, {low} to {high} of them; the "
        "table says how many. A country that is not there is not a zero.",
        low=shown.lang.number(known.min()), high=shown.lang.number(known.max()),
    )]  # fmt: skip
