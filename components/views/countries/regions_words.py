"""What is said of figures by region: headlines, subtitles, notes, and who could fill the holes."""

from components.language import N_, Language
from components.phrases.regions import region_name
from data.measures.regions import ONCE, REGIONAL

HEADLINES = {
    "workers_share": N_(
        "In {region}, {n} of the employed worked abroad in early 2021, the most of all regions"
    ),
    "workers": N_("{region} had {n} people working abroad in early 2021, the most of all regions"),
    "workers_told": N_("A press club in 2020 told of {n} workers from {region}, without a source"),
    "emigrants": N_("{n} of those who left Uzbekistan for good in early 2020 were from {region}"),
    "kandas_2023": N_("{region} took in {n} of new kandas in early 2023, the largest share named"),
    "kandas_2021": N_("{region} took in {n} of new kandas in early 2021, the largest share named"),
}
SUBTITLES = {
    "workers_share": N_(
        "People who went abroad to work as a share of their region’s employed, who include them; "
        "estimate of the Ministry of Employment of Uzbekistan, end of March 2021"
    ),
    "workers": N_(
        "People who went abroad to work, by region of origin; estimate of the Ministry of "
        "Employment of Uzbekistan, end of March 2021"
    ),
    "workers_told": N_(
        "Labour migrants abroad by region of origin, as told at a press club, August 2020"
    ),
    "emigrants": N_(
        "People who moved abroad for permanent residence, by region left, January to June 2020; "
        "State Statistics Committee, as quoted by the press"
    ),
    "kandas_2023": N_(
        "Share of each region named among the people granted the status of kandas, January to "
        "March 2023"
    ),
    "kandas_2021": N_(
        "Share of each region named among the people granted the status of kandas, January to "
        "March 2021"
    ),
}
NO_COUNT = N_("People abroad, or people who came, by region: no published figure was found")
HEADS = {
    "workers_share": N_("Share of the employed who work abroad"),
    "workers": N_("People working abroad"),
    "workers_told": N_("Labour migrants told of"),
    "emigrants": N_("People who left for good"),
    "kandas_2023": N_("Share of new kandas"),
    "kandas_2021": N_("Share of new kandas"),
}
NOT_NAMED = {
    "workers_told": N_("not in the list that could be read"),
    "emigrants": N_("not printed"),
    "kandas_2023": N_("not named in the release"),
    "kandas_2021": N_("not named in the release"),
}
MISSING = {
    "workers_told": N_(
        "The list that could be read ends after ten regions, and no source was named. The "
        "Migration Agency of Uzbekistan could publish its own count of all 14."
    ),
    "emigrants": N_(
        "Seven of the 14 regions were printed, the largest and the smallest. The National "
        "Statistics Committee of Uzbekistan has the others."
    ),
    "kandas_2023": N_(
        "The release names seven of the 20 regions. The Ministry of Labour of Kazakhstan, which "
        "grants the status, has the others."
    ),
    "kandas_2021": N_(
        "The release names five of the 17 regions of that year. The Ministry of Labour of "
        "Kazakhstan, which grants the status, has the others."
    ),
    "KGZ": N_(
        "No count of migrants by region of Kyrgyzstan was found. The Ministry of Labour, Social "
        "Security and Migration and the National Statistical Committee would have one."
    ),
    "TJK": N_(
        "No count of migrants by region of Tajikistan was found. The Ministry of Labour, "
        "Migration and Employment and the Agency on Statistics would have one."
    ),
    "TKM": N_(
        "No count of migrants by region of Turkmenistan was found. The State Migration Service "
        "and the State Committee for Statistics would have one."
    ),
    "RUS": N_("The atlas has regions only of the five countries of Central Asia."),
}
ELSEWHERE = {
    "KAZ": N_(
        "Who leaves Kazakhstan, by region, is not in the atlas: the Bureau of National Statistics "
        "would have it."
    ),
}
INCOMPLETE = {
    "KAZ": N_(
        "Kazakhstan made the regions Abai, Jetisu and Ulytau in June 2022, and Shymkent a city "
        "of its own in 2018: the map has no outlines of them. Almaty region and Shymkent are "
        "marked inside the outlines that they were part of."
    ),
    "KGZ": N_("Osh city is inside the outline of Osh region."),
    "TKM": N_("Ashgabat and Arkadag are inside the outline of Ahal."),
}


def plain_name(lang: Language, code: str) -> str:
    """Return the name of a region in a sentence; of one since split, its own of then."""
    return region_name(lang, ONCE.get(code, code))


def said(lang: Language, key: str, value: float) -> str:
    """Write a value: a share in per cent, or people in full."""
    return lang.percent(value) if REGIONAL[key].shares else lang.number(value)


def headline(lang: Language, key: str, values: dict[str, float], whole: float | None) -> str:
    """Return the finding of the map: the region with the largest value."""
    code = next(iter(values))
    told = said(lang, key, values[code])
    if key == "emigrants" and whole:
        told = lang.percent(values[code] / whole)
    elif not REGIONAL[key].shares:
        told = lang.compact(values[code])
    return lang.text(HEADLINES[key], region=plain_name(lang, code), n=told)


def no_figure(lang: Language, country: str) -> str:
    """Return the headline of a country without any figure by region."""
    return lang.text(
        "No count of migrants by region was found for {country}", country=lang.place(country)
    )


def credit(lang: Language) -> str:
    """Return the credit and the disclaimer that stand under every map of regions."""
    return lang.text(
        "Regions as of 2018–19 and lakes: made with Natural Earth; land around: UN Geodata. The "
        "boundaries and names shown are no statement on any border, and do not imply endorsement "
        "or acceptance by the United Nations or the authors."
    )
