"""How a figure is known: official statistics, a model, or the press."""

from data.measures.catalogue import METHODS

GRADES = ("official", "modelled", "official_press", "press", "none")
# Collections whose press reports quote an authority and say which; others are “press only”.
OFFICIAL_VIA_PRESS = {
    "cbr_transfers_press": "central bank of Russia",
    "ethnic_return": "ministries of labour and of the interior, quoted by name",
    "kaz_flows_and_foreign_labour": "statistics, labour and border authorities of Kazakhstan",
    "kaz_kandas": "Ministry of Labour and Social Protection of Kazakhstan",
    "kgz_kairylman": "migration authority of Kyrgyzstan",
    "labour_migrants": "labour and migration authorities of the countries named",
    "other_destinations_press": "authorities of the countries of destination",
    "rus_administrative": "Ministry of Internal Affairs of Russia",
    "rus_official_press": "Border Service and Ministry of Internal Affairs of Russia",
    "state_assisted_returns": "ministries and agencies of the state that paid",
    "tjk_labour_ministry": "Ministry of Labour, Migration and Employment of Tajikistan",
    "tur_residence_permits": "Presidency of Migration Management of Türkiye",
    "uzb_official_press": "statistics and migration authorities of Uzbekistan",
}
# Authorities whose figures stand, quoted by name, in collections that are otherwise “press only”.
AUTHORITIES = ("Ministry of Internal Affairs of Kazakhstan",)
ESTIMATES = ("estimate", "key_informant")  # methods beside the models whose figures are estimates
CONFIDENCES = ("machine_checked", "machine_single", "official_text", "press")  # best first


def grade(confidence: str, method: str, source_id: str, reference: str = "") -> str:
    """Return how a figure is known, as one of `GRADES`.

    Parameters
    ----------
    confidence : str
        Code of ``confidences.csv``.
    method : str
        Code of ``methods.csv``, or an empty string.
    source_id : str
        Source of the row.
    reference : str
        Where the row was read; it begins with the authority that is quoted, if any is.
    """
    if method in (*METHODS, *ESTIMATES):
        return "modelled"
    if confidence != "press":
        return "official"
    quoted = source_id in OFFICIAL_VIA_PRESS or reference.startswith(AUTHORITIES)
    return "official_press" if quoted else "press"
