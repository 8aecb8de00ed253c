"""Which rows of which tables speak to each step of the chain and to each obstacle."""

from typing import Any

from data.areas import FIVE
from data.measures.avrr import OTHER_RETURNS, RETURNS
from data.measures.drivers import MEMBERS
from data.measures.readiness import COUNTRY, Lookup, Rule
from data.measures.returns import ASSISTED, ENFORCED, REFUSED, UK, VOLUNTARY

TOTAL = {"sex": "total", "age": "total"}
ABROAD = {"indicator": "migrant_stock", "source_id": "un_desa_ims2024", "age": "total"}


def rule(name: str, claim: str, *lookups: Lookup) -> Rule:
    """Return a rule: the evidence `name` speaks to `claim`."""
    return Rule(name, claim, lookups)


def member(name: str) -> Lookup:
    """Return where a country's membership stands."""
    return Lookup("memberships", {"country": COUNTRY, "name": name}, "status")


def domain(name: str) -> Lookup:
    """Return where a country's own level in a domain of indicator 10.7.2 stands."""
    return Lookup("policy_domains", {"country": COUNTRY, "series": name}, "status")


def stock(**where: Any) -> Lookup:
    """Return where a total stock of migrants of UN DESA (2024) stands."""
    return Lookup("migrant_stocks", {**ABROAD, "sex": "total", "series": "totals", **where})


# Counts of all who came back, of whom the State brought a part only.
BY_THEMSELVES_TOO = ("avf_on_own", "avf_all_ways")

TREATIES = Lookup("treaties", {"country": COUNTRY, "series": "standing"}, "tally")
FOUND = Lookup(
    "irregular_movement",
    {
        "origin": COUNTRY,
        "destination": MEMBERS,
        "indicator": "found_illegally_present",
        **TOTAL,
    },
    "sum",
)
STATE_PAID = Lookup(
    "returns",
    {
        "origin": COUNTRY,
        "host": "WLD",
        "indicator": "state_assisted_returns",
        "period_type": "calendar_year",
    },
)
STATE_PAID_ABROAD = Lookup(
    "returns",
    {
        "origin": COUNTRY,
        "indicator": ("state_assisted_returns", "state_evacuation", "covid_repatriation"),
        **TOTAL,
    },
    "best",
    apart={"note_id": BY_THEMSELVES_TOO},
)
AVRR = Lookup(
    "avrr",
    {"origin": COUNTRY, "indicator": (*RETURNS, *OTHER_RETURNS), **TOTAL},
    "best",
)
UK_ASSISTED = Lookup(
    "returns",
    {"origin": COUNTRY, "source_id": UK, "indicator": (*VOLUNTARY, ENFORCED, REFUSED)},
    "part",
    part={"indicator": ASSISTED},
)

STEPS = ("status", "policy", "law", "effectiveness", "direction")
CHAIN = (
    rule("emigrants", "status", stock(origin=COUNTRY, destination="WLD")),
    rule("immigrants", "status", stock(origin="WLD", destination=COUNTRY)),
    rule(
        "net_migration",
        "status",
        Lookup(
            "population",
            {"country": COUNTRY, "indicator": "net_migration", "series": "estimate", **TOTAL},
        ),
    ),
    rule("all_domains", "policy", domain("all_domains")),
    rule("regular_migration", "policy", domain("regular_migration")),
    rule(
        "population_policy",
        "policy",
        Lookup("policy_domains", {"series": ()}, "status"),
        Lookup("policy_events", {"name": ()}, "status"),
    ),
    rule("treaties", "law", TREATIES),
    rule("eaeu", "law", member("EAEU")),
    rule("cis", "law", member("CIS")),
    rule(
        "trafficking_tier",
        "effectiveness",
        Lookup("trafficking_tiers", {"country": COUNTRY}, "status"),
    ),
    rule(
        "governance_profile",
        "effectiveness",
        member("Migration Governance Indicators"),
    ),
    rule("found_in_eu", "effectiveness", FOUND),
    rule("avrr", "direction", AVRR),
    rule("uk_assisted", "direction", UK_ASSISTED),
    rule("state_paid", "direction", STATE_PAID, STATE_PAID_ABROAD),
)

OBSTACLES = (
    rule(
        "event_participants",
        "obstacle_awareness",
        Lookup("avrr", {"origin": COUNTRY, "indicator": "avrr_event_participants"}, "sum"),
    ),
    rule(
        "counselled",
        "obstacle_awareness",
        Lookup(
            "avrr",
            {
                "origin": COUNTRY,
                "indicator": ("avrr_counselling_before", "avrr_counselling_after"),
            },
        ),
    ),
    rule(
        "requests",
        "obstacle_awareness",
        Lookup("returns", {"origin": COUNTRY, "indicator": "state_return_requests"}),
    ),
    rule("treaties", "obstacle_law", TREATIES),
    rule("migrant_rights", "obstacle_law", domain("migrant_rights")),
    rule("cooperation", "obstacle_coordination", domain("cooperation")),
    rule("whole_of_government", "obstacle_coordination", domain("whole_of_government")),
    rule(
        "coordination",
        "obstacle_coordination",
        member("National coordination on the Global Compact for Migration"),
        Lookup(
            "policy_events",
            {"country": COUNTRY, "name": "National UN Network on Migration"},
            "status",
        ),
    ),
    rule(
        "spending",
        "obstacle_finance",
        Lookup("returns", {"origin": COUNTRY, "indicator": "state_return_spending"}),
    ),
    rule(
        "reintegration_money",
        "obstacle_finance",
        Lookup("avrr", {"origin": COUNTRY, "indicator": "avrr_reintegration_amount"}),
    ),
    rule(
        "readmission_five",
        "obstacle_mechanism",
        Lookup("readmission_agreements", {"country": COUNTRY, "partner": FIVE}, "links"),
    ),
)
