"""Goal 10, target 10.7 and its indicators explained."""

from components.language import N_, Language
from components.views import glossary

FACTS: dict[str, str] = {
    "custodian": N_("Custodian agency"),
    "unit": N_("Unit"),
    "limit": N_("What it cannot tell"),
}


def terms_html(lang: Language) -> str:
    """Return the explanation as safe HTML."""
    return glossary.terms_html(lang, "sdg_terms", FACTS)
