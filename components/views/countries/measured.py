"""Words of the series of a country that stand beside events, or beside other countries."""

from components.language import N_, Language
from components.style.theme import Palette
from components.views.measures import BESIDE_WORDS
from data.measures.measure import CountrySeries

RELATIVE = N_("Per 1,000 inhabitants")
PER_HEAD = N_("US dollars per inhabitant")


def unit_of(lang: Language, chosen: CountrySeries, relative: bool) -> str:
    """Return the unit of a series."""
    if not relative:
        return lang.text(BESIDE_WORDS[chosen.id].unit)
    return lang.text(PER_HEAD if chosen.measure.unit == "usd" else RELATIVE)


def unit_code(chosen: CountrySeries, relative: bool) -> str:
    """Return the unit of a series as a code of the list ``units``."""
    if chosen.measure.unit == "usd":
        return "usd_per_person" if relative else "usd"
    return "per_1000" if relative else chosen.measure.unit


def name_of(lang: Language, chosen: CountrySeries) -> str:
    """Return the name of a series."""
    return lang.text(BESIDE_WORDS[chosen.id].name)


def hole_of(lang: Language, chosen: CountrySeries, countries: tuple[str, ...]) -> str:
    """Say for which countries a series has no figure, and who would have it; may be empty."""
    if not countries:
        return ""
    return lang.text(
        "{measure}: no figure for {names}. {holder}",
        measure=name_of(lang, chosen),
        holder=lang.text(BESIDE_WORDS[chosen.id].hole),
        names=lang.listing([lang.place(code) for code in countries]),
    )


def together(lang: Language, chosen: CountrySeries) -> str:
    """Say which groups of people a series puts together; empty where there is nothing to say."""
    note = BESIDE_WORDS[chosen.id].note
    return lang.text(note) if note else ""


def ink(colours: Palette, country: str) -> str:
    """Return the colour of a country."""
    return colours.countries.get(country, colours.quiet)


def written(lang: Language, value: float, relative: bool) -> str:
    """Write a value for a sentence: two significant figures."""
    return lang.compact(value) if not relative or abs(value) >= 1 else lang.number(value, 1)
