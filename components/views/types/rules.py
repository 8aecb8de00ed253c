"""How the figure of a cell is chosen, in words; and what no table of the atlas bears on."""

from components.language import N_, Language
from components.phrases.tables import tables_named
from components.views.types.words import kind_of
from data.measures.best import FAR, LARGE, STALE
from data.measures.catalogue import TYPES
from data.measures.flow_types import TABLES

# Why the ways of counting of each type stand in their order.
REASONS: dict[str, str] = {
    "labour": N_(
        "first what authorities say of people who work or stay abroad, and departures to "
        "work; then migrant workers in the country itself; permits for any purpose come "
        "after them."
    ),
    "forced": N_(
        "first people from the country who are refugees or in need of protection elsewhere; "
        "those whom the country itself protects, those who wait and the stateless come after."
    ),
    "frontier": N_(
        "movement across and along borders. First entries to one neighbour by citizens of the "
        "country, then entries to the country by all foreigners; no source counts borderland "
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
        "first people who came back, not brought by a State; then, as parts of it, those "
        "who left the European Union after an order to leave, whom Russia removed, whom "
        "their State helped home. The model comes last: its totals have since been halved. "
        "None of these is assisted return."
    ),
    "educational": N_(
        "first students from the country who study abroad, up to the last year with all large "
        "countries of study; then foreign students in the country."
    ),
    "irregular": N_(
        "first people found in the European Union without a right to stay, then detections and "
        "refusals at its external border; for Russia, where many people from the region live, the "
        "atlas has stated numbers only, without a country or without a date."
    ),
}


def choice(lang: Language) -> str:
    """Say by which rule a cell gets its figure."""
    return lang.text(
        "One rule chooses the figure. A count of the type itself comes before a count of a "
        "part of it or of a wider group. Of figures that count the same, one that is more "
        "than {stale} years older than the newest is not chosen; a full year or day comes "
        "before a part of a year or a single country; a part never hides a figure {large} "
        "times larger and at most {far} years older; then the newer figure is chosen, and "
        "within a year the more reliable one. Nothing is carried forward or filled in. “One "
        "country, one flow type” below lists the figures that are not shown, with the "
        "reason.",
        stale=STALE,
        large=LARGE,
        far=FAR,
    )


def reasons(lang: Language) -> tuple[tuple[str, str], ...]:
    """Return for each type its name and why its ways of counting stand in their order."""
    return tuple((kind_of(lang, one), lang.text(REASONS[one])) for one in TYPES)


def urbanisation(lang: Language) -> str:
    """Say that no table of the atlas bears on the urbanisation of migration, and who would know."""
    return lang.text(
        "The regional literature also names the urbanisation of migration. None of the "
        "tables searched ({tables}) bears on it: origins and destinations are countries, "
        "and the few rows with a region (Japan's prefectures, work patents of Moscow, "
        "regions of Kazakhstan) do not say who moved to a town. Where to ask: censuses and "
        "registers of residence of the host countries, and national statistics of internal "
        "migration.",
        tables=tables_named(lang, TABLES),
    )
