"""What Eurostat's codes, labels and flags mean, and what is known of the source."""

CITIZENS = {"KZ": "KAZ", "KG": "KGZ", "TJ": "TJK", "TM": "TKM", "UZ": "UZB", "TOTAL": "WLD"}
TOTALS = {"age": "TOTAL", "sex": "T", "c_dest": "TOTAL"}
FREQUENCIES = {"annual": "A", "a": "A", "quarterly": "Q", "q": "Q", "monthly": "M"}
PERSONS = {"per", "person", "persons", "people"}
FLAG_LABELS = {
    "break in time series": "b",
    "break in series": "b",
    "confidential": "c",
    "definition differs": "d",
    "definition differs, see metadata": "d",
    "estimated": "e",
    "eurostat estimate": "s",
    "not significant": "n",
    "provisional": "p",
    "revised": "r",
    "low reliability": "u",
    "not applicable": "z",
    "missing": "m",
}
INDICATORS = {
    "migr_eirt_vol": {
        "total": "returned_by_type_total",
        "voluntary": "returned_voluntary",
        "enforced": "returned_enforced",
        "unknown": "returned_type_unknown",
    },
    "migr_eirt_ass": {
        "total": "returned_by_assistance_total",
        "assisted": "returned_assisted",
        "not_assisted": "returned_not_assisted",
        "unknown": "returned_assistance_unknown",
    },
}
MEANINGS = {  # codes and English labels, in lower case; anything else is asked for
    "total": "total",
    "unk": "unknown",
    "unknown": "unknown",
    "voluntary": "voluntary",
    "voluntary return": "voluntary",
    "enforced": "enforced",
    "enforced return": "enforced",
    "forced return": "enforced",
    "assisted": "assisted",
    "assisted return": "assisted",
    "non-assisted": "not_assisted",
    "not assisted": "not_assisted",
    "non-assisted return": "not_assisted",
}
FLAGS = {  # in order of weight; an empty status leaves the figure rounded
    "e": "estimated",
    "s": "estimated",
    "b": "break",
    "p": "provisional",
    "u": "approximate",
    "d": "",
    "c": "",
    "n": "",
    "z": "",
    "r": "",
    "m": "",
}
NOTE_OF = {"d": "definition", "u": "reliability"}
NOTES = {
    "definition": (
        "Eurostat marks this figure as counted by a definition of its own; it may not compare "
        "with other countries.",
        "Евростат отмечает, что это значение учтено по иному определению; с другими странами оно "
        "может быть несопоставимо.",
    ),
    "reliability": (
        "Eurostat marks this figure as of low reliability.",
        "Евростат отмечает, что надёжность этого значения низкая.",
    ),
}
KNOWN = {
    "title_en": "Returns to third countries by type of return and of assistance",
    "title_ru": "Возвращения в третьи страны по виду возвращения и помощи",
    "short_en": "Eurostat, returns by type",
    "short_ru": "Евростат, возвращения по виду",
    "publisher_en": "Eurostat",
    "publisher_ru": "Евростат",
    "licence": "Reuse with acknowledgement (Commission Decision 2011/833/EU)",
    "licence_url": "https://ec.europa.eu/eurostat/about-us/policies/copyright",
    "licence_note": "Reuse is authorised when the source is named.",
    "citation": "Source: Eurostat (migr_eirt_vol, migr_eirt_ass).",
    "caveat_en": "Citizens of other countries who left a European country for a third country. "
    "Type of return and type of assistance are two splits of the same people and are never added; "
    "neither are quarters and years. Eurostat rounds to the nearest five; a missing figure is not "
    "a zero. These tables are not IOM's.",
    "caveat_ru": "Граждане третьих стран, выехавшие из европейской страны в третью страну. Вид "
    "возвращения и вид помощи — два деления одних и тех же людей, они не складываются, как и "
    "кварталы с годами. Евростат округляет до ближайших пяти; отсутствие значения не означает "
    "нуля. Это не данные МОМ.",
}
