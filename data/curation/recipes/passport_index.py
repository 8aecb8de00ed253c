"""Passport Index: visa requirements between pairs of countries, and counts by category."""

import pandas as pd

from data.curation.raw import RawFolder
from data.curation.tidy import involving, observations

CATEGORIES = {
    "visa free": "visa_free",
    "visa on arrival": "visa_on_arrival",
    "eta": "eta",
    "e-visa": "e_visa",
    "visa required": "visa_required",
    "no admission": "no_admission",
    "covid ban": "covid_ban",
    "Hayya Entry Permit": "hayya_permit",
}
ROLES = {
    "as passport (destinations open to its citizens)": "destinations_by_category",
    "as destination (passports it admits)": "passports_by_category",
}


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return what passports need at each snapshot.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``visa_requirements``: pairs with a Central Asian side (value: visa-free days where a
        number is printed), and counts of countries by category for citizens of a country
        (destination WLD) and for the passports that it admits (origin WLD).
    """
    pairs, counts = (_both(raw, name) for name in ("pairs", "counts"))
    frame = pd.concat([_pairs(pairs), _counts(counts)], ignore_index=True)
    frame = frame.rename(columns={"snapshot": "date"})
    covid = frame["category"] == "covid ban"
    frame = frame.assign(
        status=frame["category"].map(lambda category: CATEGORIES[category]),
        note_id=covid.map({True: "passport_covid", False: ""}),
    )
    return {
        "visa_requirements": observations(
            frame, "visa_requirements", confidence="machine_single", source_id=raw.source_id
        )
    }


def _both(raw: RawFolder, name: str) -> pd.DataFrame:
    """Return the snapshots to 2025 and the one of 2026, which another compiler made."""
    files = [f"passport_index_{name}.csv", f"passport_index_{name}_2026.csv"]
    return pd.concat([raw.read(file) for file in files], ignore_index=True)


def _pairs(frame: pd.DataFrame) -> pd.DataFrame:
    frame = frame.rename(columns={"passport": "origin"})
    frame = involving(frame, "origin", "destination")
    days = frame["requirement"].str.fullmatch(r"\d+")
    if (frame["requirement"] != frame["category"])[~days].any():
        raise ValueError("a requirement is neither a number of days nor its category")
    return frame.assign(
        series="pairs",
        value=frame["requirement"].where(days, ""),
        unit=days.map({True: "days", False: ""}),
    )


def _counts(frame: pd.DataFrame) -> pd.DataFrame:
    frame = frame.rename(columns={"count": "value"})
    series = frame["role"].map(lambda role: ROLES[role])
    passport = series == "destinations_by_category"
    return frame.assign(
        series=series,
        origin=frame["iso3"].where(passport, "WLD"),
        destination=frame["iso3"].mask(passport, "WLD"),
        unit="countries",
    )
