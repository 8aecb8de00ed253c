"""Views of policy: treaties, memberships, votes, readmission, visas, citizenship."""

from components.views.policy.chronicle import policy_timeline
from components.views.policy.citizenship import policy_citizenship
from components.views.policy.filters import PolicyFilters
from components.views.policy.memberships import policy_memberships
from components.views.policy.readmission import readmission_matrix
from components.views.policy.readmission_time import readmission_timeline
from components.views.policy.treaties import policy_treaties
from components.views.policy.visas import policy_visas
from components.views.policy.votes import policy_votes
from components.views.spec import ViewSpec
from data.measures.chronology import TABLES

READMISSION = ("readmission_agreements",)


def _shown(filters: PolicyFilters) -> tuple[str, ...]:
    return filters.shown


VIEWS: dict[str, ViewSpec] = {
    "policy-treaties": ViewSpec(policy_treaties, ("treaties",), ("countries", "beside"), _shown),
    "policy-memberships": ViewSpec(
        policy_memberships, ("memberships", "policy_events"), ("countries", "beside"), _shown
    ),
    "policy-votes": ViewSpec(policy_votes, ("votes",), ("countries", "beside"), _shown),
    "policy-visas": ViewSpec(policy_visas, ("visa_requirements",), ("countries", "beside"), _shown),
    "policy-citizenship": ViewSpec(
        policy_citizenship, ("citizenship_rules",), ("countries", "beside"), _shown
    ),
    "policy-timeline": ViewSpec(policy_timeline, tuple(TABLES.values()), ("countries",)),
    "readmission-matrix": ViewSpec(readmission_matrix, READMISSION, ("countries",)),
    "readmission-timeline": ViewSpec(readmission_timeline, READMISSION, ("countries",)),
}
