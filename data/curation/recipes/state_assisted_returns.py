"""Returns that the State of origin pays or organises: Uzbekistan, and the pandemic of 2020."""

import pandas as pd

from data.curation.avrr_steps import coded, noted, once, periods, published
from data.curation.press_steps import looked_up
from data.curation.raw import RawFolder
from data.curation.tidy import observations

INDICATORS = {
    "state_assisted_returns": ("state_assisted_returns", "flow"),
    "state_assisted_returns:children": ("state_assisted_returns_children", "flow"),
    "state_assisted_returns_serious_injury": ("state_assisted_returns_injured", "flow"),
    "medical_special_flights": ("state_assisted_returns_medical", "flow"),
    "return_requests": ("state_return_requests", "case"),
    "expenditure": ("state_return_spending", "money"),
    "released_from_temporary_detention": ("released_from_detention", "flow"),
    "covid_repatriation": ("covid_repatriation", "flow"),
    "covid_repatriation_cumulative": ("covid_repatriation", "flow"),
}
PROGRAMMES = {
    "Uzbekistan state-assisted return (Migration Fund / Agency for Migration)": "uzb_state_return",
    "Uzbekistan MFA consular return": "uzb_consular_return",
    "Uzbekistan Ministry of Employment fund": "uzb_employment_return",
    "Kyrgyzstan COVID-19 repatriation (charter flights and buses)": "kgz_covid_repatriation",
    "Tajikistan COVID-19 charter repatriation": "tjk_covid_repatriation",
    "Uzbekistan COVID-19 special trains from Samara region": "uzb_covid_repatriation",
}
NOTES = (
    ({"period_type": "part_year", "programme": "uzb_state_return"}, "statret_campaign"),
    ({"period": "2025-07-30..2025-08-19"}, "statret_campaign_interim"),
    ({"indicator": "state_return_requests"}, "statret_requests"),
    ({"period": "2018-10..2019-06"}, "statret_overlap"),
    ({"period": "2019-01..2019-06"}, "statret_overlap"),
    ({"period_type": "cumulative"}, "statret_overlap"),
    ({"period": "2020-07-01..2020-07-31"}, "statret_overlap"),
    ({"indicator": "state_assisted_returns_medical"}, "statret_medical"),
    ({"period": "2020-05-25"}, "statret_detention"),
    ({"programme": "uzb_consular_return"}, "statret_half_year"),
)


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return the journeys home that States of origin paid or organised.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``returns``: persons by host where it is printed (else WLD), one amount in Uzbek soum
        and one count of requests; single operations, parts of years, years and running totals
        differ by ``period_type``.
    """
    frame = raw.read("state_assisted_returns.csv")
    frame = frame.rename(columns={"host_iso3": "host", "origin_iso3": "origin"})
    children = frame["age"] == "children"
    label = frame["measure"].mask(children, frame["measure"] + ":children")
    running = label.str.endswith("_cumulative")
    frame = frame.assign(
        label=label,
        age=frame["age"].mask(children, ""),
        programme=looked_up(PROGRAMMES, frame["programme"], "programme"),
        **periods(frame["period"], frame["year"], running, {}),
    )
    frame = noted(published(coded(frame, INDICATORS, "label")), NOTES)
    return {
        "returns": once(
            observations(
                frame,
                "returns",
                sex="total",
                age="total",
                origin_basis="citizenship",
                source_id=raw.source_id,
            )
        )
    }
