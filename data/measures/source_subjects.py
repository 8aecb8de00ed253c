"""What can be compared: subjects of corridors and indicators of countries, and where they stand.

A *subject* is what a reader asks about: people who live there, moves in a year, money sent. Its
rows come from several tables, and fall into *kinds*: figures that count the same thing.
"""

from dataclasses import dataclass
from typing import Literal

from data.measures.measure import Where
from data.measures.sides import ONE_SIDED

Side = Literal["home", "away", "own"]
WORLD, STATELESS = "WLD", "XXA"
# Indicators of different names that count the same; the others are kinds of their own.
SAME: dict[str, str] = {
    "remittances_bilateral_estimate": "remittances",
    "remittances_received": "remittances",
    "net_migration": "net",
    "net_migration_counted": "net",
    "net_1y": "net",
    "immigration_total_counted": "registered",
    "emigration_total_counted": "registered",
    "arrivals_for_residence": "registered",
    "departures_for_residence": "registered",
    "arrivals_asylum_claims": "asylum_claims",
    "asylum_first_applications": "asylum_claims",
    "other_in_need_of_protection": "refugees",
    "remittances_received_gdp": "money_gdp",
    "sdg_17_3_2": "money_gdp",
    "remittance_cost_inbound": "cost",
    "sdg_10_c_1_receiving": "cost",
    "stateless": "stateless",
    "stateless_reported": "stateless",
}
# Kinds of figures that are not of people by a mark of theirs, or of all who move.
NO_BASIS = ("remittances", "net", "registered", "money_gdp", "cost", "stateless")


@dataclass(frozen=True)
class Piece:
    """Rows of one table that belong to a subject.

    Attributes
    ----------
    table : str
        Curated table.
    indicators : tuple of str
        Their indicators; of a measure, the one that names it.
    measure : str
        Id in the catalogue of measures, where rows of one source have to be added to make a figure.
    where : tuple of (column, values)
        What other columns must say.
    """

    table: str
    indicators: tuple[str, ...]
    measure: str = ""
    where: Where = ()


@dataclass(frozen=True)
class Indicator:
    """Something that sources say of one country.

    Attributes
    ----------
    pieces : tuple of Piece
        Where it stands.
    side : {"home", "away", "own"}
        Whether people or money belong to the country, are in it, or the rows are of it alone.
    partner : str
        Code on the other side.
    """

    pieces: tuple[Piece, ...]
    side: Side = "own"
    partner: str = WORLD


STOCKS = Piece("migrant_stocks", ("migrant_stock", "citizens_resident"))
SUBJECTS: dict[str, tuple[Piece, ...]] = {
    "people": (
        STOCKS,
        Piece("migrant_stocks", ("nationals_abroad_communities", "relocants_remaining")),
        Piece(
            "labour_and_stay",
            (
                "in_migration_register",
                "citizens_abroad_stated",
                "working_abroad",
                "nationals_living_in_country",
                "residence_permit_holders",
            ),
        ),
    ),
    "moves_5y": (Piece("migration_flows", ("flow_5y",), where=(("series", ("pairs",)),)),),
    "moves_1y": (
        Piece("migration_flows", ("departures_for_residence", "arrivals_for_residence")),
        Piece("migration_flows", ("immigration_counted", "arrivals_rosstat")),
        Piece("yearly_flows", ("flow_1y",)),
    ),
    "work": (
        Piece(
            "labour_and_stay",
            (
                "residence_permits_valid",
                "work_permits_issued",
                "work_patents_issued",
                "vnzh_permits_valid",
                "rvp_permits_valid",
                "temporary_residence_granted",
                "first_residence_permits_press",
                "entries_for_work",
                "labour_migrants_left",
                "left_for_work",
                "came_to_work",
                "organised_recruitment",
                "foreign_workers_on_permits",
                "foreign_labour_permits",
                "seasonal_worker_visas",
                "national_work_visas",
                "eps_workers_hired",
                "eps_departures",
                "eps_workers_present",
                "labour_contracts",
                "migration_registrations",
            ),
        ),
        Piece("labour_and_stay", ("migrant_workers_communities",)),
    ),
    "returns": (
        Piece("returns", ("return_voluntary_all",), "uk_voluntary"),
        Piece("returns", ("return_enforced",), "uk_enforced"),
        Piece(
            "returns",
            (
                "returned_after_order_third_country",
                "returned_after_order_all_destinations",
                "us_returns",
                "removals_national",
                "removals_reported_by_origin",
                "labour_migrants_returned",
                "left_after_order",
                "assisted_return_programme",
                "state_assisted_returns",
                "covid_repatriation",
                "humanitarian_returns",
                "outflow_foreign_nationals",
            ),
        ),
        Piece(
            "returns",
            ("us_removals",),
            where=(("series", ("total, Yearbook 2003", "total, Yearbook 2008")),),
        ),
        Piece("entry_bans", ("deportations", "expulsions")),
        Piece("avrr", ("avrr_returns", "avrr_vhr_returns", "assisted_returns_national")),
        Piece("migration_flows", ("flow_5y_return",), where=(("series", ("pairs",)),)),
    ),
    "money": (
        Piece(
            "remittances",
            (
                "remittances_bilateral_estimate",
                "transfers_received_central_bank",
                "transfers_from_russia_all",
                "transfers_from_russia_systems",
            ),
        ),
    ),
    "students": (Piece("education", ("mobile_students", "foreign_students_national")),),
    "refugees": (
        Piece("forced_displacement", ("refugees",), "refugees"),
        Piece("forced_displacement", ("asylum_seekers_pending",)),
        Piece("forced_displacement", ("arrivals_asylum_claims", "asylum_first_applications")),
    ),
    "citizenship": (
        Piece(
            "repatriation",
            (
                "citizenship_acquired",
                "citizenship_acquired_simplified",
                "kandas_status_granted",
                "ethnic_kazakhs_returned",
                "kairylman_status_granted",
                "compatriots_resettled",
            ),
        ),
    ),
}
RESIDENTS = (("series", ("residence_both",)),)
INDICATORS: dict[str, Indicator] = {
    "abroad": Indicator((STOCKS,), "home"),
    "here": Indicator((STOCKS,), "away"),
    "net": Indicator(
        (
            Piece("population", ("net_migration",), where=(("series", ("estimate",)),)),
            Piece("yearly_flows", ("net_1y",)),
            Piece("migration_flows", ("net_migration_counted",)),
        ),
        "away",
    ),
    "arrivals": Indicator(
        (
            Piece("migration_flows", ("immigration_total_counted",), where=RESIDENTS),
            Piece("migration_flows", ("arrivals_for_residence",)),
        ),
        "away",
    ),
    "departures": Indicator(
        (
            Piece("migration_flows", ("emigration_total_counted",), where=RESIDENTS),
            Piece("migration_flows", ("departures_for_residence",)),
        ),
        "home",
    ),
    "working_abroad": Indicator(
        (
            Piece(
                "labour_and_stay",
                ("working_abroad", "citizens_abroad_stated", "labour_migrants_left"),
            ),
        ),
        "home",
    ),
    "money_received": Indicator(
        (
            Piece(
                "remittances",
                (
                    "remittances_received",
                    "remittances_bilateral_estimate",
                    "transfers_received_central_bank",
                ),
            ),
        ),
        "home",
    ),
    "money_gdp": Indicator(
        (
            Piece("remittances", ("remittances_received_gdp",)),
            Piece("sdg_indicators", ("sdg_17_3_2",)),
        ),
        "home",
    ),
    "money_paid": Indicator((Piece("remittances", ("remittances_paid",)),), "away"),
    "cost": Indicator(
        (
            Piece("remittance_costs", ("remittance_cost_inbound",)),
            Piece("sdg_indicators", ("sdg_10_c_1_receiving",)),
        ),
        "home",
    ),
    "stateless": Indicator(
        (Piece("forced_displacement", ("stateless", "stateless_reported")),), "away", STATELESS
    ),
    "students_in": Indicator(
        (Piece("education", ("mobile_students_inbound", "foreign_students_national")),), "away"
    ),
    "population": Indicator(
        (Piece("population", ("population",), where=(("series", ("estimate",)),)),)
    ),
    "gdp": Indicator((Piece("economy", ("gdp_usd",)),)),
}
COUNTRY = {**ONE_SIDED, "economy": "country", "sdg_indicators": "country"}
