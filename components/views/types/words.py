"""Words of the flow types: what each series counts, periods, grades, who has what is missing."""

from typing import Any

from components.language import N_, Language
from components.phrases.figures import bounded
from components.views.measures import KIND_NAMES, SERIES_WORDS
from data.measures.measure import CountrySeries

GRADE_NAMES: dict[str, str] = {
    "official": N_("Official statistics"),
    "modelled": N_("Estimate, by a model or by local informants"),
    "official_press": N_("Official figure via the press"),
    "press": N_("Press only"),
    "none": N_("No data found"),
}
GRADE_SHORT: dict[str, str] = {
    "official": N_("official"),
    "modelled": N_("estimate"),
    "official_press": N_("via the press"),
    "press": N_("press only"),
    "none": N_("no data"),
}
COVERAGE_NAMES: dict[str, str] = {
    "full": N_("Whole"),
    "incomplete": N_("Incomplete year"),
    "several": N_("Several years"),
    "part": N_("Part of a year"),
    "event": N_("One operation"),
}
# Who publishes, or would have, what the atlas did not find.
HOLDERS: dict[str, str] = {
    "labour": N_("Where to ask: ministries of labour, and labour force surveys."),
    "forced": N_("Where to ask: UNHCR and the migration authorities."),
    "frontier": N_("Where to ask: the border services, by citizenship and full year."),
    "transit": N_("Where to ask: the border services; the atlas has models only."),
    "repatriation": N_("Where to ask: ministries of labour and of the interior."),
    "return": N_("Where to ask: the authorities of host countries, and IOM."),
    "educational": N_("Where to ask: UNESCO and the ministries of education."),
    "irregular": N_("Where to ask: interior ministries; Eurostat and Frontex for Europe."),
}
KINDS: dict[str, str] = {
    "labour": N_("Labour migration"),
    "forced": N_("Forced migration"),
    "frontier": N_("Frontier migration"),
    "transit": N_("Transit migration"),
    "repatriation": N_("Repatriation"),
    "return": N_("Return migration"),
    "educational": N_("Educational migration"),
    "irregular": N_("Irregular migration"),
}


def name_of(lang: Language, chosen: CountrySeries) -> str:
    """Return the name of a series."""
    return lang.text(SERIES_WORDS[chosen.id].name)


def kind_name(lang: Language, kind: str) -> str:
    """Return the name of a kind of figure: of its only series, or of several together."""
    return lang.text(KIND_NAMES.get(kind) or SERIES_WORDS[kind].name)


def unit_of(lang: Language, chosen: CountrySeries) -> str:
    """Return the unit of a series, in the plural."""
    return lang.label("units", chosen.measure.unit)


def type_of(lang: Language, flow_type: str) -> str:
    """Return the name of a type of migration."""
    return lang.label("flow_types", flow_type)


def kind_of(lang: Language, flow_type: str) -> str:
    """Return the name of a type of migration as it stands in a sentence."""
    return lang.text(KINDS[flow_type])


def said(lang: Language, chosen: CountrySeries, value: float) -> str:
    """Write a value with two significant figures; a percentage with its sign."""
    return lang.percent(value / 100) if chosen.measure.unit == "percent" else lang.compact(value)


def told(lang: Language, chosen: CountrySeries, row: Any) -> str:
    """Write a figure with two significant figures and what its source says of it: “at least”.

    Parameters
    ----------
    row : Series or named tuple
        With ``value`` and ``obs_status``.
    """
    return bounded(lang, row.obs_status, said(lang, chosen, float(row.value)))
