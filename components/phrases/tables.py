"""Names of the curated tables in the reader's words."""

from collections.abc import Iterable

from components.language import Language
from components.language.language import N_

TABLES = {
    "ages_abroad": N_("ages of people abroad"),
    "avrr": N_("assisted return"),
    "by_region": N_("figures by region"),
    "citizenship_rules": N_("citizenship rules"),
    "context_events": N_("events that bear on migration"),
    "economy": N_("economy"),
    "education": N_("education"),
    "entry_bans": N_("entry bans"),
    "forced_displacement": N_("forced displacement"),
    "frontier_and_transit": N_("frontier and transit"),
    "irregular_movement": N_("irregular movement"),
    "labour_and_stay": N_("labour and stay"),
    "memberships": N_("memberships"),
    "migrant_stocks": N_("migrant stocks"),
    "migration_flows": N_("migration flows"),
    "missing_migrants": N_("missing migrants"),
    "policy_domains": N_("policy domains"),
    "policy_events": N_("policy events"),
    "population": N_("population"),
    "readmission_agreements": N_("readmission agreements"),
    "remittance_costs": N_("cost of remittances"),
    "remittances": N_("remittances"),
    "repatriation": N_("repatriation"),
    "returns": N_("returns"),
    "sdg_indicators": N_("SDG indicators"),
    "trafficking_tiers": N_("trafficking tiers"),
    "treaties": N_("treaties"),
    "visa_requirements": N_("visa requirements"),
    "votes": N_("votes"),
    "yearly_flows": N_("flows by year"),
}
# The tables by what they are about, in the order in which lists tell them.
FAMILIES: dict[str, tuple[str, tuple[str, ...]]] = {
    "people": (
        N_("People and population"),
        ("migrant_stocks", "ages_abroad", "by_region", "population"),
    ),
    "moves": (
        N_("Moves and borders"),
        (
            "migration_flows",
            "yearly_flows",
            "frontier_and_transit",
            "irregular_movement",
            "missing_migrants",
        ),
    ),
    "work": (
        N_("Work, study and money"),
        ("labour_and_stay", "education", "remittances", "remittance_costs", "economy"),
    ),
    "return": (
        N_("Return and protection"),
        ("returns", "avrr", "entry_bans", "repatriation", "forced_displacement"),
    ),
    "policy": (
        N_("Goals and policy"),
        (
            "sdg_indicators",
            "policy_domains",
            "trafficking_tiers",
            "readmission_agreements",
            "treaties",
            "memberships",
            "votes",
            "policy_events",
            "context_events",
            "citizenship_rules",
            "visa_requirements",
        ),
    ),
}


def tables_named(lang: Language, names: Iterable[str]) -> str:
    """Write names of curated tables as a phrase."""
    return ", ".join(lang.text(TABLES[name]) for name in names)
