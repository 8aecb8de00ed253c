"""How the figure of a cell is chosen, in words; and what no table of the atlas bears on."""

from components.language import N_, Language
from components.table_names import tables_named
from components.views.types.words import kind_of
from data.measures.flow_types import TABLES
from data.measures.yardsticks import TYPES

# Why the ways of counting of each type stand in their order.
REASONS: dict[str, str] = {
    "labour": N_(
        "first what authorities say of people who work abroad, then departures to work, then "
        "migrant workers in the country itself; permits for any purpose stand behind them."
    ),
    "forced": N_(
        "first people from the country who are refugees or in need of protection elsewhere; "
        "those whom the country itself protects, those who wait and the stateless come after."
    ),
    "frontier": N_(
        "first entries to Kazakhstan, the one border with counts for all its neighbours in the "
        "region, and for Kazakhstan the entries of all foreigners; no source counts borderland "
        "movement alone."
    ),
    "transit": N_(
        "first the model of moves between two countries of which neither is that of birth; what "
        "is counted, detections in the Americas, is a small part of transit."
    ),
    "repatriation": N_(
        "first statuses granted to people who came to their historic homeland, then how many of "
        "them came from the country, then citizenship granted on any ground."
    ),
    "return": N_(
        "first people who went back from Europe after an order to leave: the widest official "
        "count for all five countries, and not voluntary return. Returns that were the people's "
        "own choice, that a State paid or that a model estimates follow."
    ),
    "educational": N_(
        "first students from the country who study abroad, up to the last year with all large "
        "countries of study; then foreign students in the country."
    ),
    "irregular": N_(
        "first people found in Europe without a right to stay, then detections and refusals at "
        "its external border; for Russia, where many people from the region live, the atlas has "
        "stated numbers only, without a country or without a date."
    ),
}


def choice(lang: Language) -> str:
    """Say by which rule a cell gets its figure."""
    return lang.text(
        "Each type has a fixed list of ways of counting: what counts the type itself, for most "
        "people and most countries, stands first; a part of it, or a wider group, stands behind "
        "and its name says so. A cell shows the first way that has a figure for the country: its "
        "latest whole year, period or day, and a part of a year only where nothing else is "
        "known. How sure a figure is does not decide which is shown; its mark says how it is "
        "known. Nothing is carried forward or filled in."
    )


def reasons(lang: Language) -> tuple[tuple[str, str], ...]:
    """Return for each type its name and why its ways of counting stand in their order."""
    return tuple((kind_of(lang, one), lang.text(REASONS[one])) for one in TYPES)


def urbanisation(lang: Language) -> str:
    """Say that no table of the atlas bears on the urbanisation of migration, and who would know."""
    return lang.text(
        "The framework also names the urbanisation of migration. No table of the atlas bears on "
        "it, of all that were searched ({tables}): origins and destinations are countries, and "
        "the few rows with a region (Japan's prefectures, work patents of Moscow, regions of "
        "Kazakhstan) do not say who moved to a town. Who would have it: censuses and registers "
        "of residence of the host countries, and national statistics of internal migration.",
        tables=tables_named(lang, TABLES),
    )
