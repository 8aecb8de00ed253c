"""The choices of the page where sources are compared: a corridor, a subject, a year."""

from dataclasses import replace

from components import cache
from components.controls.corridors import offer_of
from components.language import N_
from components.phrases.places import corridor
from components.session.choice import Choice, ChoiceSet, Part, messages, offered, place
from components.views.compare import OF_CORRIDORS, OF_COUNTRIES
from components.views.compare.filters import CompareFilters
from components.views.compare.words import INDICATOR_NAMES, SUBJECT_NAMES
from components.views.spec import TablesByName
from data.areas import FIVE
from data.measures.source_figures import corridor_figures, country_figures
from data.measures.source_gaps import usual_year, years_of
from data.measures.source_subjects import INDICATORS, SUBJECTS

USUAL = CompareFilters()
Years = tuple[tuple[int, ...], int]  # those of which there are figures, and the usual one
NO_YEARS: Years = ((0,), 0)
# Measures whose corridors are offered: the largest counts of people first.
OFFERED = ("stock", "flow")


def _corridors(_: CompareFilters) -> tuple[str, ...]:
    """Return all corridors, people’s own country first."""
    found = (code for name in OFFERED for code in offer_of(name, "total", None).corridors)
    usual = f"{USUAL.start}-{USUAL.end}"
    return tuple(dict.fromkeys((*found, usual)))


def _into(filters: CompareFilters, code: str) -> CompareFilters:
    start, end = code.split("-")
    return replace(filters, start=start, end=end)


@cache.remembered
def _years(subject: str, start: str, end: str) -> Years:
    tables = TablesByName(OF_CORRIDORS, cache.table)
    found = corridor_figures(tables, subject, start, end)
    return years_of(found), usual_year(found)


@cache.remembered
def _years_of_country(series: str, country: str) -> Years:
    tables = TablesByName(OF_COUNTRIES, cache.table)
    found = country_figures(tables, series, country)
    return years_of(found), usual_year(found)


def _known(subject: str, filters: CompareFilters) -> Years:
    return offered(_years, subject, filters.start, filters.end, otherwise=NO_YEARS)


def _known_of_country(series: str, filters: CompareFilters) -> Years:
    return offered(_years_of_country, series, filters.country, otherwise=NO_YEARS)


def _subjects(filters: CompareFilters) -> tuple[str, ...]:
    """Return the subjects of which any source has a figure on the corridor."""
    return tuple(one for one in SUBJECTS if _known(one, filters)[0]) or tuple(SUBJECTS)


def _series(filters: CompareFilters) -> tuple[str, ...]:
    """Return the indicators of which any source has a figure of the country."""
    return tuple(one for one in INDICATORS if _known_of_country(one, filters)[0])


PARTS = (
    Part[CompareFilters]("why", N_("Why they differ"), ("compare-why",)),
    Part[CompareFilters]("time", N_("Over time"), ("compare-time",)),
    Part[CompareFilters](
        "country",
        N_("An indicator of a country"),
        ("compare-country",),
        ("countries", "series", "at"),
    ),
    Part[CompareFilters]("most", N_("Where sources differ the most"), ("compare-widest",)),
)
CHOICES = ChoiceSet[CompareFilters](
    USUAL,
    (
        Choice(
            "corridor",
            N_("Corridor"),
            _corridors,
            lambda lang, code, _: corridor(lang, *code.split("-")),
            form="list",
            default=lambda _, __: f"{USUAL.start}-{USUAL.end}",
            into=_into,
            help=N_("The country that people are from, and the one where they are."),
        ),
        Choice(
            "subject",
            N_("What is compared"),
            _subjects,
            messages(SUBJECT_NAMES),
            form="list",
            help=N_("A subject of which at least one source has figures on this corridor."),
        ),
        Choice(
            "in_year",
            N_("Year"),
            lambda filters: _known(filters.subject, filters)[0] or (0,),
            form="slider",
            default=lambda filters, _: _known(filters.subject, filters)[1],
            help=N_("Figures of this year, or of the nearest year of a source."),
        ),
        Choice(
            "countries",
            N_("Country"),
            FIVE,
            place,
            shared=True,
            former=("who", "country"),
            default=lambda _, __: USUAL.country,
            into=lambda filters, code: replace(filters, country=code),
            help=N_("The country of the indicator."),
        ),
        Choice(
            "series",
            N_("Indicator"),
            _series,
            messages(INDICATOR_NAMES),
            form="list",
            help=N_("Something that at least one source counts of this country."),
        ),
        Choice(
            "at",
            N_("Year of the indicator"),
            lambda filters: _known_of_country(filters.series, filters)[0] or (0,),
            form="slider",
            default=lambda filters, _: _known_of_country(filters.series, filters)[1],
            help=N_("Figures of this year, or of the nearest year of a source."),
        ),
    ),
    views=lambda _: ("compare-sources",),
    parts=lambda _: PARTS,
)
