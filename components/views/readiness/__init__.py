"""Views of readiness for assisted return."""

from components.views.readiness.chain import chain
from components.views.readiness.claims import factors, obstacles
from components.views.readiness.mechanisms import mechanisms
from components.views.readiness.peers import peers
from components.views.readiness.titles import tables_of
from components.views.spec import ViewSpec
from data.measures.readiness_factors import FACTORS
from data.measures.readiness_rules import CHAIN, OBSTACLES

INSTRUMENTS = ("memberships", "treaties", "votes", "policy_events", "readmission_agreements")
VIEWS: dict[str, ViewSpec] = {
    "readiness-mechanisms": ViewSpec(mechanisms, (*INSTRUMENTS, "repatriation"), ("countries",)),
    "readiness-chain": ViewSpec(chain, tables_of(CHAIN), ("country",)),
    "readiness-peers": ViewSpec(peers, INSTRUMENTS, ("country",)),
    "readiness-factors": ViewSpec(factors, tables_of(FACTORS), ("countries",)),
    "readiness-obstacles": ViewSpec(obstacles, tables_of(OBSTACLES), ("countries",)),
}
