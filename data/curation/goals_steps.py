"""Steps that the recipes on money, SDG indicators and policy share.

``goals_texts.csv`` beside this module holds, for each row of the policy sources, the name of the
agreement or body, the status code, and a short description in both languages. ``part`` is the raw
file that the rows belong to, ``key`` identifies the row in it.
"""

from decimal import Decimal
from pathlib import Path

import pandas as pd

TEXTS = Path(__file__).with_name("goals_texts.csv")
MONTHS_EN = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
MONTHS_RU = [
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
]


def plain(value: str) -> str:
    """Write a number without an exponent and without changing it (``9.1e-05`` as 0.000091)."""
    return format(Decimal(value), "f") if "e" in value.lower() else value


def worded(part: str, keys: pd.Series) -> pd.DataFrame:
    """Return name, status and text in both languages of the rows of one raw file.

    Parameters
    ----------
    part : str
        Raw file, as in the first column of the list of texts.
    keys : pandas.Series
        Key of each raw row.

    Returns
    -------
    pandas.DataFrame
        Columns ``name``, ``status``, ``text_en`` and ``text_ru``, with the index of `keys`.

    Raises
    ------
    ValueError
        When a row has no text, or a text no row.
    """
    listed = pd.read_csv(TEXTS, dtype=str, keep_default_na=False)
    listed = listed.loc[listed["part"] == part].drop(columns="part").set_index("key")
    if sorted(keys) != sorted(listed.index):
        raise ValueError(f"{part}: texts and rows differ: {set(keys) ^ set(listed.index)}")
    return listed.loc[keys.tolist()].set_axis(keys.index, axis=0)


def full_date(column: pd.Series) -> pd.Series:
    """Keep full ISO dates; a year or a month alone becomes empty."""
    return column.where(column.str.fullmatch(r"\d{4}-\d{2}-\d{2}"), "")


def as_of(moment: str) -> tuple[str, str]:
    """Write a month, a year, or ``year or later`` in English and in Russian.

    Examples
    --------
    >>> as_of("2013-07")
    ('July 2013', 'июль 2013 года')
    >>> as_of("2018 or later")
    ('2018 or later', '2018 год или позднее')
    """
    year, _, rest = moment.partition(" or ")
    if rest:
        return moment, f"{year} год или позднее"
    year, _, month = moment.partition("-")
    if not month:
        return year, f"{year} год"
    number = int(month) - 1
    return f"{MONTHS_EN[number]} {year}", f"{MONTHS_RU[number]} {year} года"
