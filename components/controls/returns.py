"""The choices of the page on returns: whose, which part, and what each part reads."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from components import cache
from components.controls import common
from components.frame.state import Choices
from components.language import N_, Language
from components.views.registry import SPECS
from components.views.returns.filters import DATED_KINDS, KINDS, SERIES, SPLITS, ReturnFilters
from components.views.returns.uk_by_words import KIND_NAMES
from data.areas import FIVE
from data.measures.drivers import UNION
from data.measures.returns import uk_returns
from data.measures.returns_eu import Series, reporting, returned_rows, years_of

# The first view of a part leads the page; a view that is not registered is not offered.
PARTS: dict[str, tuple[str, ...]] = {
    "overview": ("returns-overview",),
    "uk": (
        "returns-uk-share",
        "returns-uk-by",
        "returns-uk-years",
        "returns-uk-detention",
        "returns-uk-arrivals",
    ),
    "eu": ("returns-eu-years", "returns-eu-hosts"),
    "usa": ("returns-usa", "returns-usa-found"),
    "dated": ("returns-dated",),
    "refugees": ("returns-refugees",),
    "tracked": ("returns-tracked",),
}
PART_NAMES = {
    "overview": N_("All kinds"),
    "uk": N_("Voluntary or enforced (UK)"),
    "eu": N_("After an order to leave (EU)"),
    "usa": N_("Removed or left (US)"),
    "dated": N_("Flights, missions, removals"),
    "refugees": N_("Refugees"),
    "tracked": N_("Return migrants at home"),
}
# Heading above the closer look of a part, and a sentence below it.
PART_WORDS = {
    "uk": (
        N_("Who is counted"),
        N_("One kind at a time: voluntary returns have three parts, other kinds stand apart."),
    ),
    "eu": (
        N_("Which country returned people"),
        N_("The two counts are never joined: choose one, and a year that it has."),
    ),
}
SPLIT_NAMES: dict[str, str] = {
    "type": N_("Kind"),
    "sex": N_("Sex"),
    "age": N_("Age"),
    "quarter": N_("Quarter"),
}
DATED_NAMES = {
    "all": N_("All kinds"),
    "assisted": N_("Assisted"),
    "humanitarian": N_("Humanitarian flights"),
    "conflict": N_("Conflict zones"),
    "state": N_("Paid by the State of origin"),
    "covid": N_("Pandemic"),
    "own": N_("By themselves"),
    "enforced": N_("Enforced"),
}
SERIES_NAMES: dict[str, str] = {
    "third": N_("To countries outside the EU"),
    "all": N_("To any country, older count"),
}


def offered(part: str) -> tuple[str, ...]:
    """Return the views of a part of the page that are there."""
    return tuple(name for name in PARTS[part] if name in SPECS)


def parts() -> tuple[str, ...]:
    """Return the parts that have any view."""
    return tuple(part for part in PARTS if offered(part))


@cache.remembered
def _uk_years() -> tuple[str, ...]:
    return tuple(str(year) for year in sorted(set(uk_returns(cache.table("returns"))["year"])))


@cache.remembered
def _eu_years(series: Series) -> tuple[str, ...]:
    rows = returned_rows(cache.table("returns"), FIVE)
    return tuple(str(year) for year in years_of(rows, series))


@cache.remembered
def _eu_hosts() -> tuple[str, ...]:
    return (UNION, *reporting(returned_rows(cache.table("returns"), FIVE)))


def uk_years() -> tuple[str, ...]:
    """Return the years with returns from the United Kingdom; the default where none load."""
    return common.offered(_uk_years, otherwise=(str(ReturnFilters.year),))


def eu_years(series: Series) -> tuple[str, ...]:
    """Return the years of one of Eurostat's two counts; the default where none load."""
    return common.offered(_eu_years, series, otherwise=(str(ReturnFilters.year),))


def eu_hosts() -> tuple[str, ...]:
    """Return the Union and the countries that returned anybody after an order."""
    return common.offered(_eu_hosts, otherwise=(UNION,))


def read_filters(choices: Choices) -> tuple[ReturnFilters, str]:
    """Read the filters and the part of the page; what does not fit falls back to the default."""
    who = choices.several("who", FIVE, FIVE, shared=True)
    available = parts()
    part = choices.one("part", available, available[0])
    if part == "uk":
        years = uk_years()
        by = choices.one("by", SPLITS, SPLITS[0])
        kind = choices.one("counted", KINDS, KINDS[0]) if by != "type" else KINDS[0]
        year = int(choices.one("year", years, years[-1]))
        return ReturnFilters(who, year, by, kind), part  # type: ignore[arg-type]
    if part == "eu":
        series = choices.one("series", SERIES, SERIES[0])
        years = eu_years(series)  # type: ignore[arg-type]
        hosts = eu_hosts()
        return ReturnFilters(
            who,
            year=int(choices.one("year", years, years[-1])),
            series=series,  # type: ignore[arg-type]
            host=choices.one("host", hosts, hosts[0]),
        ), part
    if part == "dated":
        return ReturnFilters(who, kind=choices.one("kind", DATED_KINDS, DATED_KINDS[0])), part
    return ReturnFilters(who), part


def show_kind(lang: Language, narrow: bool) -> None:
    """Show the choice of origins and of the kind of return.

    Parameters
    ----------
    lang : Language
        The reader's language.
    narrow : bool
        Whether there is no room for all kinds at once.
    """
    choose = common.listed if narrow else common.one_of
    common.countries(lang)
    choose(lang.text("Kind of return"), parts(), lambda part: lang.text(PART_NAMES[part]), "part")


def show_main(part: str, lang: Language, narrow: bool) -> None:
    """Show the choices that the leading view of a part reads."""
    if part == "dated":
        _named(lang.text("Single figures of"), DATED_KINDS, DATED_NAMES, "kind", lang, narrow)
    if part == "uk":
        common.years(lang.text("Year"), uk_years(), str, "year")
    if part == "eu":
        common.listed(lang.text("Country that returned people"), eu_hosts(), lang.place, "host")


def show_closer(part: str, filters: ReturnFilters, lang: Language, narrow: bool) -> None:
    """Show the choices of the closer look of a part."""
    with st.container(key="closer", horizontal=not narrow, gap="small" if narrow else "large"):
        if part == "uk":
            _named(lang.text("Split by"), SPLITS, SPLIT_NAMES, "by", lang, narrow)
            if filters.by != "type":
                _named(lang.text("Which of them"), KINDS, KIND_NAMES, "counted", lang, narrow)
        if part == "eu":
            _named(lang.text("Count"), SERIES, SERIES_NAMES, "series", lang, narrow)
            common.years(lang.text("Year"), eu_years(filters.series), str, "year")


def _named(
    label: str,
    options: Sequence[str],
    names: Mapping[Any, str],
    key: str,
    lang: Language,
    narrow: bool,
) -> None:
    choose = common.listed if narrow else common.one_of
    choose(label, options, lambda one: lang.text(names[one]), key)
