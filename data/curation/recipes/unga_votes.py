"""Votes of the General Assembly on the two Global Compacts, December 2018."""

import pandas as pd

from data.curation.raw import RawFolder
from data.curation.tidy import observations

VOTES = {
    "in favour": "in_favour",
    "against": "against",
    "abstained": "abstained",
    "not voting": "not_voting",
}
ENGLISH = (
    "Totals: {total_in_favour} in favour, {total_against} against, {total_abstained} abstained."
)
RUSSIAN = (
    "Итог: за — {total_in_favour}, против — {total_against}, воздержались — {total_abstained}."
)


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return how the five countries and five partner countries voted.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``votes``: one row per country and resolution, with the totals of the vote as text.
    """
    frame = raw.read("gcm_gcr_unga_votes.csv").drop(columns="country")
    cells = frame.to_dict("records")
    frame = frame.rename(columns={"iso3": "country", "resolution": "name"}).assign(
        status=frame["vote"].map(lambda vote: VOTES[vote]),
        text_en=[ENGLISH.format(**row) for row in cells],
        text_ru=[RUSSIAN.format(**row) for row in cells],
    )
    return {
        "votes": observations(frame, "votes", confidence="machine_checked", source_id=raw.source_id)
    }
