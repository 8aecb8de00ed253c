"""CIA World Factbook, field "Citizenship"."""

import pandas as pd

from data.curation.goals_steps import worded
from data.curation.raw import RawFolder
from data.curation.tidy import longer, observations

SERIES = {
    "citizenship_by_birth": "by_birth",
    "citizenship_by_descent": "by_descent",
    "dual_citizenship_recognized": "dual_citizenship",
    "residence_required_for_naturalization": "naturalisation_residence",
}
# Countries whose reforms the source may lag behind, for the rule that they changed.
REFORMED = ("DEU", "POL", "TKM")


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return four rules on citizenship of the five countries and five partner countries.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``citizenship_rules``: one row per country and rule, with a status and a description.
    """
    frame = raw.read("cia_factbook_citizenship.csv").drop(columns="country")
    frame = longer(frame, {name: name for name in SERIES}, "rule").reset_index(drop=True)
    frame = frame.rename(columns={"iso3": "country"})
    frame = frame.join(worded("citizenship_rules", frame["country"] + "|" + frame["rule"]))
    lag = frame["country"].isin(REFORMED) & frame["rule"].eq("dual_citizenship_recognized")
    return {
        "citizenship_rules": observations(
            frame.assign(
                series=frame["rule"].map(SERIES),
                note_id=lag.map({True: "citizenship_in_doubt", False: ""}),
            ),
            "citizenship_rules",
            confidence="machine_single",
            source_id=raw.source_id,
        )
    }
