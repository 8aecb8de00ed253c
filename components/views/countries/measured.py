"""Words of the series of a country that stand beside events, or beside other countries."""

from components.language import N_, Language
from components.style.theme import Palette

MEASURE_NAMES: dict[str, str] = {
    "net": N_("Net migration"),
    "remittances": N_("Remittances received"),
    "abroad": N_("People born here who live abroad"),
    "here": N_("People born abroad who live here"),
    "refugees": N_("Refugees from the country"),
}
UNITS: dict[str, str] = {
    "net": N_("People in the year, estimated"),
    "remittances": N_("US dollars in the year"),
    "abroad": N_("People, on 1 July"),
    "here": N_("People, on 1 July"),
    "refugees": N_("People, at the end of the year"),
}
RELATIVE = N_("Per 1,000 inhabitants")
PER_HEAD = N_("US dollars for each inhabitant")
# What is not known where a country has no figure, and who would have it.
HOLES: dict[str, str] = {
    "net": N_("The Population Division of the United Nations would have it."),
    "remittances": N_("The central bank would have it, in the balance of payments."),
    "abroad": N_("The Population Division of the United Nations would have it."),
    "here": N_("The Population Division of the United Nations would have it."),
    "refugees": N_("UNHCR would have it; the atlas has only people from the five countries."),
}


def unit_of(lang: Language, measure: str, relative: bool) -> str:
    """Return the unit of a series."""
    if not relative:
        return lang.text(UNITS[measure])
    return lang.text(PER_HEAD if measure == "remittances" else RELATIVE)


def unit_code(measure: str, relative: bool) -> str:
    """Return the unit of a series as a code of the list ``units``."""
    if measure == "remittances":
        return "usd_per_person" if relative else "usd"
    return "per_1000" if relative else "persons"


def name_of(lang: Language, measure: str) -> str:
    """Return the name of a series."""
    return lang.text(MEASURE_NAMES[measure])


def measured_inside(lang: Language, measure: str) -> str:
    """Return what a series counts, inside a sentence."""
    return {
        "net": lang.text("net migration"),
        "remittances": lang.text("remittances received"),
        "abroad": lang.text("the number of people born there who live abroad"),
        "here": lang.text("the number of people born abroad who live there"),
        "refugees": lang.text("the number of refugees from there"),
    }[measure]


def hole_of(lang: Language, measure: str, countries: tuple[str, ...]) -> str:
    """Say for which countries a series has no figure, and who would have it; may be empty."""
    if not countries:
        return ""
    return lang.text(
        "{measure}: no figure for {names}. {holder}",
        measure=name_of(lang, measure),
        holder=lang.text(HOLES[measure]),
        names=lang.listing([lang.place(code) for code in countries]),
    )


def together(lang: Language, measure: str) -> str:
    """Say which groups of people a series puts together; empty where there is nothing to say."""
    if measure != "refugees":
        return ""
    return lang.text(
        "Refugees together with other people in need of international protection, added over the "
        "countries of asylum; in 2023–2025 UNHCR moved people between the two groups, and the "
        "line is broken there."
    )


def estimated(measure: str) -> bool:
    """Return whether a series is an estimate, whose marks are hollow."""
    return measure == "net"


def ink(colours: Palette, country: str) -> str:
    """Return the colour of a country."""
    return colours.countries.get(country, colours.quiet)


def written(lang: Language, value: float, relative: bool) -> str:
    """Write a value for a sentence: two significant figures."""
    return lang.compact(value) if not relative or abs(value) >= 1 else lang.number(value, 1)
