"""Readmission agreements: at which step each is known to be, and which are in force.

The order of the steps follows the Vienna Convention on the Law of Treaties (1969), articles 11 to
16 and 24: signature, consent to be bound (ratification, accession), entry into force.
"""

import datetime
from collections.abc import Mapping, Sequence
from typing import Any, Literal

import pandas as pd

from data.kept import kept
from data.measures.standings import State

Step = Literal[
    "in_force", "reported", "ratified", "approved", "signed", "in_preparation", "unknown"
]
STEPS: tuple[Step, ...] = (
    "in_force",
    "reported",
    "ratified",
    "approved",
    "signed",
    "in_preparation",
    "unknown",
)
# Where the two countries stand by each step, as in `data.measures.standings`.
STANDINGS: dict[Step, State] = {step: "yes" if step == "in_force" else "part" for step in STEPS}
CONTEXT = "readm_context"  # the note of an agreement that is not on readmission


def step_of(steps: Mapping[str, str]) -> Step:
    """Return the furthest step that an agreement is known to have reached.

    Parameters
    ----------
    steps : mapping
        Status of ``signed``, ``ratified`` and ``in_force``, as in ``readmission_agreements``.

    Returns
    -------
    str
        ``in_force`` only where the day is known; ``reported`` where somebody says that it is in
        force without a day; ``approved`` where an approval at home is reported
        without the day of a ratification; a signature counts also when only reported.
    """
    known = ("ratified", "signed", "reported")
    if steps.get("in_force") in ("in_force", "reported"):
        return "in_force" if steps["in_force"] == "in_force" else "reported"
    if steps.get("ratified") in known:
        return "approved" if steps["ratified"] == "reported" else "ratified"
    if steps.get("signed") in known:
        return "signed"
    return "in_preparation" if steps.get("signed") == "in_preparation" else "unknown"


@kept(entries=2)
def agreements(readmission: pd.DataFrame) -> pd.DataFrame:
    """Return one row per agreement of the table ``readmission_agreements``.

    Returns
    -------
    pandas.DataFrame
        ``country``, ``partner``, ``name``, the dates ``signed``, ``ratified`` and ``in_force``
        (NaT when not known), ``step`` (of `Step`), ``readmission`` (False for an agreement that
        only frames return), ``text_en`` and ``text_ru`` of all steps, ``reference``.
    """
    agreed: dict[tuple[str, str, str], list[Any]] = {}
    for row in readmission.itertuples():
        agreed.setdefault((str(row.country), str(row.partner), str(row.name)), []).append(row)
    found = []
    for (country, partner, name), rows in agreed.items():
        dates = {str(row.series): row.date for row in rows}
        found.append(
            {
                "country": country,
                "partner": partner,
                "name": name,
                **{step: dates.get(step, pd.NaT) for step in ("signed", "ratified", "in_force")},
                "step": step_of({str(row.series): str(row.status) for row in rows}),
                "readmission": all(str(row.note_id) != CONTEXT for row in rows),
                "text_en": tuple(dict.fromkeys(str(row.text_en) for row in rows)),
                "text_ru": tuple(dict.fromkeys(str(row.text_ru) for row in rows)),
                "reference": str(rows[0].reference),
            }
        )
    return pd.DataFrame(found)


def of_countries(found: pd.DataFrame, countries: Sequence[str]) -> pd.DataFrame:
    """Return the agreements that any of the countries is a side of, by country and partner."""
    sides = found["country"].isin(countries) | found["partner"].isin(countries)
    return found.loc[sides].reset_index(drop=True)


def pairs(found: pd.DataFrame, countries: Sequence[str]) -> pd.DataFrame:
    """Return the strongest readmission agreement of each country with each partner.

    Parameters
    ----------
    found : pandas.DataFrame
        As of `agreements`; those not on readmission are left out.
    countries : sequence of str
        The countries that are looked from; an agreement between two of them counts for both.

    Returns
    -------
    pandas.DataFrame
        ``home``, ``other``, ``step``, ``signed``, ``ratified``, ``in_force``; at most one row per
        pair, the furthest step first, and the later signature among equals.
    """
    linked = _linked(found)
    return linked.loc[linked["home"].isin(countries)].reset_index(drop=True)


@kept(entries=4)
def _linked(found: pd.DataFrame) -> pd.DataFrame:
    """Return `pairs` of every country that has an agreement."""
    treaty = found.loc[found["readmission"].astype(bool)]
    turned = treaty.rename(columns={"country": "partner", "partner": "country"})
    both = pd.concat([treaty, turned]).rename(columns={"country": "home", "partner": "other"})
    both = both.assign(rank=both["step"].map(STEPS.index))
    both = both.sort_values(["rank", "signed"], ascending=[True, False], kind="stable")
    first = both.drop_duplicates(["home", "other"])
    return first[["home", "other", "step", "signed", "ratified", "in_force"]]


def in_force_with(pairs_: pd.DataFrame) -> dict[str, list[str]]:
    """Return the partners of each country under an agreement known to be in force."""
    held = pairs_.loc[pairs_["step"].eq("in_force")]
    return {str(home): list(rows["other"]) for home, rows in held.groupby("home", sort=False)}


def concluded(found: pd.DataFrame) -> pd.DataFrame:
    """Return the agreements on readmission that are known to be signed, by any account."""
    signed = ~found["step"].isin(["in_preparation", "unknown"])
    return found.loc[found["readmission"].astype(bool) & signed]


def months_to_force(found: pd.DataFrame) -> list[int]:
    """Return how many whole months lay between signature and entry into force, shortest first.

    Parameters
    ----------
    found : pandas.DataFrame
        As of `agreements`; only those on readmission with both days known are counted.
    """
    known = found.loc[found["readmission"].astype(bool)].dropna(subset=["signed", "in_force"])
    spans = [
        12 * (end.year - start.year) + end.month - start.month - (end.day < start.day)
        for start, end in zip(known["signed"], known["in_force"], strict=True)
    ]
    return sorted(spans)


def in_force(readmission: pd.DataFrame, country: str) -> dict[str, datetime.date]:
    """Return the partners of a country under an agreement known to be in force, since when.

    Every page that counts readmission agreements counts these: both sides of an agreement have
    it, and one that is only reported to be in force, without a day, is not among them.
    """
    linked = pairs(agreements(readmission), (country,))
    held = linked.loc[linked["step"].eq("in_force")]
    return {str(row.other): row.in_force.date() for row in held.itertuples()}
