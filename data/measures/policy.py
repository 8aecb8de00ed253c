"""Where countries stand: bound by a treaty, member of a body, open to which passports."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from data.measures.rows import among
from data.measures.standings import State, state_of

NOT_READMISSION = "not readmission"  # how the source marks instruments that only border on it
UNKNOWN_COUNTRY = "UNK"
YEAR = re.compile(
    r"^In (\d{4});|(?:since|member in|in force in) (?:[A-Z][a-z]+ )?(\d{4})\b"
)  # a year that stands in words because the day is not known


def year_in_words(text: object) -> int | None:
    """Return the year of a step that a row gives in words only.

    Parameters
    ----------
    text : object
        The English words of a row, such as “Member since 2000; the day is not known.”; anything
        that is not a text has no year.
    """
    found = YEAR.search(text) if isinstance(text, str) else None
    return int(next(group for group in found.groups() if group)) if found else None


def year_of(date: pd.Timestamp | None, text: object) -> int | None:
    """Return the year of a date, or of the words where the day is not known."""
    return year_in_words(text) if date is None or pd.isna(date) else int(date.year)


def treaty_standings(
    treaties: pd.DataFrame, names: Sequence[str], countries: Sequence[str]
) -> pd.DataFrame:
    """Return where each country stands towards each treaty.

    Parameters
    ----------
    treaties : pandas.DataFrame
        The curated table ``treaties``.
    names : sequence of str
        Treaties, by their names in the table.
    countries : sequence of str
        ISO 3166-1 alpha-3.

    Returns
    -------
    pandas.DataFrame
        One row per treaty and country: ``name``, ``country``, ``standing`` (of
        `data.measures.standings`; ``none`` where the table has no row), ``status`` and ``date``
        of the act by which it was bound (or signed), ``year`` of that act (None when not known),
        ``text_en``, ``text_ru`` and ``reference`` of the row on its standing.
    """
    rows = treaties.take(np.flatnonzero(among(treaties["country"], countries)))
    steps: dict[tuple[str, str], dict[str, Any]] = {}
    for row in rows.itertuples():
        steps.setdefault((str(row.name), str(row.country)), {})[str(row.series)] = row
    return pd.DataFrame(
        [
            _treaty(steps.get((name, country), {}), name, country)
            for name in names
            for country in countries
        ]
    )


def _treaty(steps: Mapping[str, Any], name: str, country: str) -> dict[str, Any]:
    standing, act = steps.get("standing"), steps.get("binding") or steps.get("signature")
    return _standing(name, country, standing) | {
        "status": str(act.status) if act else "",
        "date": act.date if act else pd.NaT,
        "year": year_of(act.date, act.text_en) if act else None,
    }


def _standing(name: str, country: str, row: Any) -> dict[str, Any]:
    return {
        "name": name,
        "country": country,
        "standing": state_of(str(row.status) if row else ""),
        "text_en": _text(row.text_en) if row else "",
        "text_ru": _text(row.text_ru) if row else "",
        "reference": _text(row.reference) if row else "",
    }


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def treaty_count(treaties: pd.DataFrame, country: str) -> dict[State, list[str]]:
    """Return the treaties of the table by where a country stands towards them.

    Every page that counts treaties counts these: all that the table has a row of for anybody.
    Ratification by a national law, without registration, is ``part``.
    """
    names = list(dict.fromkeys(treaties["name"].astype(str)))
    found = treaty_standings(treaties, names, (country,))
    by_standing: dict[State, list[str]] = {}
    for name, standing in zip(found["name"], found["standing"], strict=True):
        by_standing.setdefault(standing, []).append(name)
    return by_standing


def together(memberships: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """Return memberships with the bodies and pledges that are filed as events."""
    frames = [
        frame.astype({"country": "object", "name": "object", "status": "object"})
        for frame in (memberships, events)
    ]
    return pd.concat(frames, ignore_index=True)


def membership_standings(
    memberships: pd.DataFrame, names: Sequence[str], countries: Sequence[str]
) -> pd.DataFrame:
    """Return where each country stands towards each body, process or pledge.

    Parameters
    ----------
    memberships : pandas.DataFrame
        The curated table ``memberships``.
    names : sequence of str
        Bodies, by their names in the table.
    countries : sequence of str
        ISO 3166-1 alpha-3.

    Returns
    -------
    pandas.DataFrame
        As of `treaty_standings`; ``year`` is kept only where the country belongs or has a status
        of its own. Where the source does not know which countries took part (its row stands under
        the unknown country), every country is ``unknown``.
    """
    rows: dict[tuple[str, str], Any] = {}
    for row in memberships.sort_values("date", na_position="first", kind="stable").itertuples():
        rows.setdefault((str(row.name), str(row.country)), row)
    found = [_member(rows, name, country) for name in names for country in countries]
    return pd.DataFrame(found)


def _member(rows: Mapping[tuple[str, str], Any], name: str, country: str) -> dict[str, Any]:
    row = rows.get((name, country))
    told = _standing(name, country, row)
    if row is None:
        nameless = rows.get((name, UNKNOWN_COUNTRY))
        if nameless:
            told |= _standing(name, country, nameless) | {"standing": "unknown"}
        return told | {"status": "", "date": pd.NaT, "year": None}
    own = told["standing"] in ("yes", "part")
    return told | {
        "status": str(row.status),
        "date": row.date,
        "year": year_of(row.date, row.text_en) if own else None,
    }


def common_to_all(standings: pd.DataFrame) -> list[str]:
    """Return the names that every country is bound by, or belongs to, in their order."""
    whole = standings["standing"].eq("yes").groupby(standings["name"], sort=False).all()
    return [str(name) for name, all_bound in whole.items() if all_bound]


def latest_rules(visas: pd.DataFrame) -> pd.DataFrame:
    """Return the visa rules between pairs of countries in the latest snapshot.

    Parameters
    ----------
    visas : pandas.DataFrame
        The curated table ``visa_requirements``.

    Returns
    -------
    pandas.DataFrame
        Rows of the table; ``value`` is days without a visa, where a number is printed.
    """
    rules = visas.loc[visas["series"].eq("pairs")]
    return rules.loc[rules["date"].eq(rules["date"].max())]


def admitted(visas: pd.DataFrame, countries: Sequence[str]) -> pd.DataFrame:
    """Return how many passports each country admits under which rule, in the latest snapshot.

    Returns
    -------
    pandas.DataFrame
        Rows of the table ``visa_requirements`` whose ``value`` counts passports; the rules of one
        country add up to all passports but its own.
    """
    counts = visas.loc[visas["series"].eq("passports_by_category")]
    counts = counts.loc[counts["date"].eq(counts["date"].max())]
    return counts.loc[counts["destination"].isin(countries)]
