"""Measures of counter-streams explained: formula, author, and what each cannot tell."""

from components.language import N_, Language
from components.views import glossary

FACTS: dict[str, str] = {
    "formula": N_("Formula"),
    "example": N_("For example"),
    "limit": N_("What it cannot tell"),
}


def terms_html(lang: Language) -> str:
    """Return the explanation as safe HTML."""
    return glossary.terms_html(lang, "counterstream_terms", FACTS)
