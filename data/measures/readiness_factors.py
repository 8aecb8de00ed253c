"""Which rows of which tables speak to each group of factors that shape assisted return."""

from data.measures.drivers import MEMBERS
from data.measures.readiness import COUNTRY, Lookup
from data.measures.readiness_rules import ABROAD, FOUND, TOTAL, member, rule

REPATRIATED = rule(
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
    ),
)
FACTORS = (
    rule(
        "women_abroad",
        "factor_trends",
        Lookup(
            "migrant_stocks",
            {**ABROAD, "series": "totals", "origin": COUNTRY, "destination": "WLD"},
            "share",
            part={"sex": "female"},
            whole={"sex": "total"},
            doubt={"origin": COUNTRY, "series": "pairs", "note_id": "ims2024_kaz_sexes"},
        ),
    ),
    rule(
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
        ),
    ),
    rule("found_in_eu", "factor_trends", FOUND),
    rule(
        "entries_for_work",
        "factor_trends",
        Lookup(
            "labour_and_stay",
            {"origin": COUNTRY, "destination": "RUS", "indicator": "entries_for_work"},
            "best",
        ),
    ),
    rule(
        "urban",
        "factor_trends",
        Lookup("population", {"indicator": ()}),
        Lookup("economy", {"indicator": ()}),
    ),
    rule(
        "destinations",
        "factor_directions",
        Lookup(
            "migrant_stocks",
            {**ABROAD, "series": "pairs", "sex": "total", "origin": COUNTRY},
            "distinct",
            column="destination",
        ),
    ),
    rule(
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
    rule(
        "returned_from_eu",
        "factor_directions",
        Lookup(
            "returns",
            {
                "origin": COUNTRY,
                "host": MEMBERS,
                "indicator": "returned_after_order_third_country",
                **TOTAL,
            },
            "sum",
        ),
    ),
    rule(
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
        ),
    ),
    rule(
        "refugees_of_origin",
        "factor_geopolitics",
        Lookup(
            "sdg_indicators",
            {"country": COUNTRY, "indicator": "sdg_10_7_4", "series": "SM_POP_REFG_OR", **TOTAL},
        ),
    ),
    rule(
        "banned_from_entry",
        "factor_geopolitics",
        Lookup(
            "entry_bans",
            {"origin": COUNTRY, "host": "RUS", "indicator": "banned_from_entry"},
            "best",
        ),
    ),
    rule(
        "remittances",
        "factor_society",
        Lookup("remittances", {"receiver": COUNTRY, "indicator": "remittances_received_gdp"}),
    ),
    rule(
        "gdp_per_capita",
        "factor_society",
        Lookup("economy", {"country": COUNTRY, "indicator": "gdp_per_capita_usd"}),
    ),
    REPATRIATED,
    rule("eaeu", "factor_integration", member("EAEU")),
    rule(
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
        ),
        Lookup(
            "readmission_agreements",
            {"country": COUNTRY, "partner": "RUS", "series": "signed"},
            "status",
        ),
    ),
)
