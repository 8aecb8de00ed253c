"""Views of SDG target 10.7."""

from components.views.sdg.avrr_links import avrr_links
from components.views.sdg.blocks import blocks
from components.views.sdg.costs import cost
from components.views.sdg.deaths import deaths
from components.views.sdg.policies import policies
from components.views.sdg.scorecard import scorecard
from components.views.sdg.series import recruitment, refugees, trafficking
from components.views.sdg.tiers import tiers
from components.views.spec import ViewSpec

SCORED = (
    "sdg_indicators",
    "policy_domains",
    "remittance_costs",
    "trafficking_tiers",
    "returns",
    "readmission_agreements",
    "labour_and_stay",
    "irregular_movement",
    "entry_bans",
    "visa_requirements",
    "treaties",
    "votes",
    "memberships",
    "avrr",
    "missing_migrants",
)
VIEWS: dict[str, ViewSpec] = {
    "sdg-blocks": ViewSpec(blocks, SCORED, ("countries", "word")),
    "sdg-scorecard": ViewSpec(scorecard, SCORED, ("countries", "word")),
    "sdg-policies": ViewSpec(policies, ("policy_domains",), ("countries",)),
    "sdg-deaths": ViewSpec(deaths, ("sdg_indicators", "missing_migrants"), ("countries",)),
    "sdg-refugees": ViewSpec(refugees, ("sdg_indicators",), ("countries",)),
    "sdg-cost": ViewSpec(cost, ("remittance_costs",), ("countries",)),
    "sdg-trafficking": ViewSpec(trafficking, ("sdg_indicators",), ("countries",)),
    "sdg-tiers": ViewSpec(tiers, ("trafficking_tiers",), ("countries",)),
    "sdg-recruitment": ViewSpec(recruitment, ("sdg_indicators",), ("countries",)),
    "sdg-avrr-links": ViewSpec(avrr_links, ("avrr",), ()),
}
