"""Names of the curated tables in the reader's words."""

from collections.abc import Iterable

from components.language import Language
from components.language.language import N_

TABLES = {
    "avrr": N_("assisted return"),
    "economy": N_("economy"),
    "education": N_("education"),
    "entry_bans": N_("entry bans"),
    "forced_displacement": N_("forced displacement"),
    "irregular_movement": N_("irregular movement"),
    "labour_and_stay": N_("labour and stay"),
    "memberships": N_("memberships"),
    "migrant_stocks": N_("migrant stocks"),
    "policy_domains": N_("policy domains"),
    "policy_events": N_("policy events"),
    "population": N_("population"),
    "readmission_agreements": N_("readmission agreements"),
    "remittances": N_("remittances"),
    "repatriation": N_("repatriation"),
    "returns": N_("returns"),
    "sdg_indicators": N_("SDG indicators"),
    "trafficking_tiers": N_("trafficking tiers"),
    "treaties": N_("treaties"),
    "votes": N_("votes"),
}


def tables_named(lang: Language, names: Iterable[str]) -> str:
    """Write names of curated tables as a phrase."""
    return ", ".join(lang.text(TABLES[name]) for name in names)
