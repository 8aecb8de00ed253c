"""Which rows of which tables speak to each step, factor and obstacle of the framework."""

from typing import Any

from data.measures.corridors import FIVE
from data.measures.readiness import COUNTRY, Lookup, Rule

TOTAL = {"sex": "total", "age": "total"}
ABROAD = {"indicator": "migrant_stock", "source_id": "un_desa_ims2024", "age": "total"}


def _rule(name: str, claim: str, *lookups: Lookup) -> Rule:
    return Rule(name, claim, lookups)


def _member(name: str) -> Lookup:
    return Lookup("memberships", {"country": COUNTRY, "name": name}, "status")


def _domain(name: str) -> Lookup:
    return Lookup("policy_domains", {"country": COUNTRY, "series": name}, "status")


def _stock(**where: Any) -> Lookup:
    return Lookup("migrant_stocks", {**ABROAD, "sex": "total", "series": "totals", **where})


TREATIES = Lookup("treaties", {"country": COUNTRY, "series": "standing"}, "tally")
FOUND = Lookup(
    "irregular_movement",
    {"origin": COUNTRY, "indicator": "found_illegally_present", **TOTAL},
    "sum",
)
STATE_PAID = Lookup(
    "returns",
    {
        "origin": COUNTRY, "host": "WLD", "indicator": "state_assisted_returns",
        "period_type": "calendar_year",
    },
)  # fmt: skip
AVRR = Lookup(
    "avrr",
    {
        "origin": COUNTRY,
        "indicator": ("avrr_returns", "returns_and_reintegration_assisted", "stranded_returns"),
        "period_type": ("calendar_year", "part_year"), **TOTAL,
    },
)  # fmt: skip
UK_ASSISTED = Lookup(
    "returns",
    {"origin": COUNTRY, "host": "GBR", "indicator": "return_voluntary_assisted"},
    "sum",
)

STEPS = ("status", "policy", "law", "effectiveness", "direction")
CHAIN = (
    _rule("emigrants", "status", _stock(origin=COUNTRY, destination="WLD")),
    _rule("immigrants", "status", _stock(origin="WLD", destination=COUNTRY)),
    _rule(
        "net_migration",
        "status",
        Lookup(
            "population",
            {"country": COUNTRY, "indicator": "net_migration", "series": "estimate", **TOTAL},
        ),
    ),
    _rule("all_domains", "policy", _domain("all_domains")),
    _rule("regular_migration", "policy", _domain("regular_migration")),
    _rule("treaties", "law", TREATIES),
    _rule("eaeu", "law", _member("EAEU")),
    _rule("cis", "law", _member("CIS")),
    _rule(
        "trafficking_tier",
        "effectiveness",
        Lookup("trafficking_tiers", {"country": COUNTRY}, "status"),
    ),
    _rule(
        "governance_profile",
        "effectiveness",
        _member("Migration Governance Indicators"),
    ),
    _rule("found_in_eu", "effectiveness", FOUND),
    _rule("avrr", "direction", AVRR),
    _rule("uk_assisted", "direction", UK_ASSISTED),
    _rule("state_paid", "direction", STATE_PAID),
)

FACTORS = (
    _rule(
        "women_abroad",
        "factor_trends",
        Lookup(
            "migrant_stocks",
            {**ABROAD, "series": "totals", "origin": COUNTRY, "destination": "WLD"},
            "share",
            part={"sex": "female"},
            whole={"sex": "total"},
        ),
    ),
    _rule(
        "students_net",
        "factor_trends",
        Lookup(
            "education",
            {
                "origin": "WLD",
                "destination": COUNTRY,
                "indicator": "mobile_students_net",
                "source_id": "unesco_students",
            },
        ),  # fmt: skip
    ),
    _rule("found_in_eu", "factor_trends", FOUND),
    _rule(
        "urban",
        "factor_trends",
        Lookup("population", {"indicator": ()}),
        Lookup("economy", {"indicator": ()}),
    ),
    _rule(
        "destinations",
        "factor_directions",
        Lookup(
            "migrant_stocks",
            {**ABROAD, "series": "pairs", "sex": "total", "origin": COUNTRY},
            "distinct",
            column="destination",
        ),
    ),
    _rule(
        "share_in_russia",
        "factor_directions",
        Lookup(
            "migrant_stocks",
            {**ABROAD, "sex": "total", "origin": COUNTRY, "destination": ("RUS", "WLD")},
            "share",
            part={"destination": "RUS", "series": "pairs"},
            whole={"destination": "WLD", "series": "totals"},
        ),
    ),
    _rule(
        "returned_from_eu",
        "factor_directions",
        Lookup(
            "returns",
            {
                "origin": COUNTRY,
                "indicator": "returned_after_order_third_country",
                **TOTAL,
            },
            "sum",
        ),  # fmt: skip
    ),
    _rule(
        "afghans_protected",
        "factor_geopolitics",
        Lookup(
            "forced_displacement",
            {
                "origin": "AFG",
                "destination": COUNTRY,
                "indicator": ("refugees", "other_in_need_of_protection"),
            },
            "sum",
        ),  # fmt: skip
    ),
    _rule(
        "refugees_of_origin",
        "factor_geopolitics",
        Lookup(
            "sdg_indicators",
            {"country": COUNTRY, "indicator": "sdg_10_7_4", "series": "SM_POP_REFG_OR", **TOTAL},
        ),
    ),
    _rule(
        "remittances",
        "factor_society",
        Lookup("remittances", {"receiver": COUNTRY, "indicator": "remittances_received_gdp"}),
    ),
    _rule(
        "gdp_per_capita",
        "factor_society",
        Lookup("economy", {"country": COUNTRY, "indicator": "gdp_per_capita_usd"}),
    ),
    _rule(
        "repatriated",
        "factor_society",
        Lookup(
            "repatriation",
            {
                "origin": "WLD",
                "destination": COUNTRY,
                "period_type": "calendar_year",
                "indicator": ("kandas_status_granted", "kairylman_status_granted"),
            },
        ),  # fmt: skip
    ),
    _rule("eaeu", "factor_integration", _member("EAEU")),
    _rule(
        "readmission_russia",
        "factor_integration",
        Lookup(
            "readmission_agreements",
            {
                "country": COUNTRY,
                "partner": "RUS",
                "series": "in_force",
                "status": "in_force",
            },
            "status",
        ),  # fmt: skip
        Lookup(
            "readmission_agreements",
            {"country": COUNTRY, "partner": "RUS", "series": "signed"},
            "status",
        ),
    ),
)

OBSTACLES = (
    _rule(
        "counselled",
        "obstacle_awareness",
        Lookup(
            "avrr",
            {
                "origin": COUNTRY,
                "indicator": ("avrr_counselling_before", "avrr_counselling_after"),
            },
        ),  # fmt: skip
    ),
    _rule(
        "requests",
        "obstacle_awareness",
        Lookup("returns", {"origin": COUNTRY, "indicator": "state_return_requests"}),
    ),
    _rule("treaties", "obstacle_law", TREATIES),
    _rule("migrant_rights", "obstacle_law", _domain("migrant_rights")),
    _rule("cooperation", "obstacle_coordination", _domain("cooperation")),
    _rule("whole_of_government", "obstacle_coordination", _domain("whole_of_government")),
    _rule(
        "coordination",
        "obstacle_coordination",
        _member("National coordination on the Global Compact for Migration"),
        Lookup(
            "policy_events",
            {"country": COUNTRY, "name": "National UN Network on Migration"},
            "status",
        ),
    ),
    _rule(
        "spending",
        "obstacle_finance",
        Lookup("returns", {"origin": COUNTRY, "indicator": "state_return_spending"}),
    ),
    _rule(
        "reintegration_money",
        "obstacle_finance",
        Lookup("avrr", {"origin": COUNTRY, "indicator": "avrr_reintegration_amount"}),
    ),
    _rule(
        "readmission_five",
        "obstacle_mechanism",
        Lookup("readmission_agreements", {"country": COUNTRY, "partner": FIVE}, "links"),
    ),
)
