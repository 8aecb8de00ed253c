"""Words on asylum procedures: who decides, and at which step."""

from components.language import N_, Language

# UNHCR's codes of the level of a decision.
LEVEL_NAMES = {
    "FI": N_("first instance"),
    "FA": N_("first instance and appeal together"),
    "NA": N_("new applications"),
    "IN": N_("asylum officers"),
    "EO": N_("immigration courts"),
    "TA": N_("temporary asylum"),
    "AR": N_("administrative review"),
    "RA": N_("repeated applications"),
    "JR": N_("court review"),
    "CA": N_("cantonal rules"),
}
AUTHORITY_NAMES = {
    "government": N_("the government"),
    "UNHCR": N_("UNHCR"),
    "joint": N_("the government and UNHCR"),
}


def level_name(lang: Language, level: str, authority: str, unit: str) -> str:
    """Write the step of a procedure, with what is not usual: UNHCR decides, cases are counted."""
    told = [lang.text(LEVEL_NAMES[level])]
    if authority != "government":
        told.append(lang.text(AUTHORITY_NAMES[authority]))
    if unit == "cases":
        told.append(lang.text("cases, not people"))
    return ", ".join(told)
