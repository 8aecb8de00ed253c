"""UN DESA, World Population Prospects 2024: population and net migration, 1990-2030."""

import pandas as pd

from data.curation.raw import RawFolder
from data.curation.tidy import CENTRAL_ASIA, calendar_year, longer, observations, on_day

FIRST_YEAR = 1990
FLOWS = {
    "births": "births",
    "deaths": "deaths",
    "net_migration": "net_migration",
    "net_migration_rate_per_1000": "net_migration_rate",
}
MEASURES = {"net_migration_rate": "rate"}
UNITS = {"net_migration_rate": "per_1000"}
METHODS = {"estimate": "estimate", "medium_projection": "projection"}
STATUSES = {"estimate": "estimated", "medium_projection": "projection"}


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return population and its change.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``population``: persons on 1 July; net migration of the calendar year in persons and per
        1,000 people; births and deaths of Central Asia and the world in persons.
    """
    wide = raw.read("wpp2024_population_net_migration.csv").drop(columns="country")
    wide = wide.loc[wide["year"].astype(int) >= FIRST_YEAR].rename(columns={"iso3": "country"})
    wide["method"] = [METHODS[name] for name in wide["series"]]
    wide["obs_status"] = [STATUSES[name] for name in wide["series"]]
    frame = pd.concat([people(wide), changes(wide)], ignore_index=True)
    return {
        "population": observations(
            frame,
            "population",
            sex="total",
            age="total",
            unit="persons",
            confidence="machine_checked",
            source_id=raw.source_id,
        )
    }


def people(wide: pd.DataFrame) -> pd.DataFrame:
    """Return the population on 1 July; derived figures carry a note."""
    frame = wide.assign(indicator="population", measure="stock", value=wide["population"])
    projected = frame["series"] == "medium_projection"
    frame["note_id"] = projected.map({True: "wpp2024_midyear", False: ""})
    frame.loc[(frame["country"] == "WLD") & ~projected, "note_id"] = "wpp2024_world"
    return on_day(frame, "07-01", "mid_year")


def changes(wide: pd.DataFrame) -> pd.DataFrame:
    """Return the changes within a calendar year, as rows.

    Births and deaths are kept for Central Asia and the world only; the world has no net migration.
    """
    frame = longer(wide, FLOWS, "indicator")
    natural = frame["indicator"].isin(["births", "deaths"])
    world = frame["country"] == "WLD"
    kept = frame["country"].isin(CENTRAL_ASIA) | (natural == world)
    frame = calendar_year(frame.loc[kept])
    frame["measure"] = [MEASURES.get(name, "flow") for name in frame["indicator"]]
    frame["unit"] = [UNITS.get(name, "persons") for name in frame["indicator"]]
    return frame
