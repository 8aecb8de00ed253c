"""Licences as a reader sees them: names stay, descriptions are translated."""

from components.language import N_, Language

DESCRIBED = {
    "Not stated": N_("licence not stated"),
    "Facts quoted with their source": N_("facts quoted with their source"),
    "© of each publisher; figures quoted as facts with attribution": N_(
        "© of each publisher; figures quoted as facts with attribution"
    ),
    "© IOM; figures quoted as facts with attribution": N_(
        "© IOM; figures quoted as facts with attribution"
    ),
    "Texts of treaties and laws; dates quoted as facts with attribution": N_(
        "texts of treaties and laws; dates quoted as facts with attribution"
    ),
    "Open government statistics with acknowledgement": N_(
        "open government statistics, with acknowledgement"
    ),
    "Reuse with acknowledgement of Frontex": N_("reuse with acknowledgement of Frontex"),
    "Reuse with acknowledgement (Commission Decision 2011/833/EU)": N_(
        "reuse with acknowledgement (Commission Decision 2011/833/EU)"
    ),
    "Government of Japan Standard Terms of Use": N_("Government of Japan Standard Terms of Use"),
    "OECD terms and conditions": N_("OECD terms and conditions"),
    "EU documents, Regulation (EC) 1049/2001": N_("EU documents, Regulation (EC) 1049/2001"),
    "Public domain": N_("public domain"),
}


def licence_name(lang: Language, name: str) -> str:
    """Return a licence in the reader's language; a licence with a name of its own keeps it."""
    return lang.text(DESCRIBED[name]) if name in DESCRIBED else lang.verbatim(name)
