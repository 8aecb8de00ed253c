"""Tables of observations: rows of a curated table as they are, one line each, in words.

A view names the columns; how a field is written follows from `data/schema/fields.yml`: a code by
its name in the code list, a period and a reference in the words that all pages share, a value as
the number it is. What one view says otherwise it gives as a function of the row.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd

from components.language import Language
from components.phrases.columns import column
from components.phrases.periods import moment, period
from components.phrases.references import read_in, source_name
from components.view import Table
from data.schema import fields

Say = Callable[[Any], object]
CODES = "codes"  # codes of a row's places, kept beside what is shown
NO_SPLIT = "total"  # the code of a sex or an age that says all together


def observations(
    lang: Language,
    rows: pd.DataFrame,
    columns: Sequence[str],
    said: Mapping[str, Say] | None = None,
    codes: Say | None = None,
) -> Table:
    """Return rows of a curated table as a table of words and numbers.

    Parameters
    ----------
    lang : Language
        The reader's language.
    rows : pandas.DataFrame
        Rows with the fields that are shown.
    columns : sequence of str
        Ids of the columns in order, as of `components.phrases.columns.column`.
    said : mapping of str to callable or None
        What a column says of a row, where it is no field of the data or says it in own words.
    codes : callable or None
        Codes of a row's places, for tests and links; not shown.
    """
    say = {name: _written(lang, name) for name in columns if name not in (said or {})}
    say |= {**(said or {}), **({CODES: codes} if codes else {})}
    every = list(rows.itertuples())
    frame = pd.DataFrame({name: [tell(row) for row in every] for name, tell in say.items()})
    shown = tuple(column(lang, name) for name in columns)
    numbers = {c.name: float for c in shown if c.digits is not None}
    return Table(frame.astype(numbers), shown)


def _written(lang: Language, name: str) -> Say:
    """Return what writes a column of the data."""
    special: dict[str, Say] = {
        "what": lambda row: lang.label("indicators", row.indicator),
        "period": lambda row: period(lang, row),
        "date": lambda row: moment(lang, row.date, None),
        "value": lambda row: None if row.obs_status == "flag" else float(row.value),
        "people": lambda row: float(row.value),
        "unit": lambda row: "" if row.obs_status == "flag" else lang.label("units", row.unit),
        "source_id": lambda row: source_name(lang, row.source_id),
        "reference": lambda row: read_in(lang, row.reference),
    }
    return special.get(name) or _field(lang, name)


def _field(lang: Language, name: str) -> Say:
    """Return what writes a field by its code list, or as it stands."""
    listed = fields()[name].get("codes")

    def say(row: Any) -> str:
        value = getattr(row, name)
        if pd.isna(value) or value in ("", NO_SPLIT):
            return ""
        return lang.label(listed, str(value)) if listed else str(value)

    return say
