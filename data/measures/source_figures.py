"""Every figure that sources have of one corridor, or of one country, as it can be compared.

Rows fall into *kinds*: figures that count the same thing. Only figures of one kind are ever set
against one another (see `data.measures.source_gaps`). Who was counted (by birth, by citizenship,
by residence) always makes a kind of its own.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from data.measures.best import coverage_of
from data.measures.catalogue import MEASURES
from data.measures.corridors import corridors, pairs_behind
from data.measures.evidence import leaves_out
from data.measures.measure import Measure
from data.measures.rows import Tables, belongs, places_where
from data.measures.sides import SIDES, sides_of
from data.measures.source_subjects import (
    COUNTRY,
    INDICATORS,
    NO_BASIS,
    SAME,
    SUBJECTS,
    Piece,
)

WORKERS = "empirical_workers"  # note on counts that are of workers alone
BACK = ("flow_5y_return",)  # moves home, of which the columns are the two ends
FIELDS = (
    *("source_id", "indicator", "series", "method", "origin_basis", "measure"),
    *("period_type", "period_start", "period_end", "year", "value", "unit"),
    *("obs_status", "confidence", "note_id", "reference", "doubted"),
)
COLUMNS = [*FIELDS, "table", "kind", "coverage", "key", "atlas"]
MILLION = 1_000_000


def tables_of(pieces: Sequence[Piece]) -> tuple[str, ...]:
    """Return the names of the tables that pieces read."""
    return tuple(dict.fromkeys(one.table for one in pieces))


def corridor_figures(tables: Tables, subject: str, home: str, away: str) -> pd.DataFrame:
    """Return every figure that sources have of a subject on one corridor.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        Curated tables by name, those of `tables_of`.
    subject : str
        A key of `SUBJECTS`.
    home, away : str
        Codes of the country that people or money belong to, and of the one where they are (see
        `data.measures.sides`).

    Returns
    -------
    pandas.DataFrame
        `COLUMNS`: the fields of the rows, money in US dollars; ``table``; ``kind``, what is
        counted; ``coverage``, as of `data.measures.best.coverage_of`; ``key``, what tells series
        of figures apart; ``atlas``, whether the atlas shows this series elsewhere by its
        catalogue; ``doubted``, whether its source's own caution says that it leaves people out.
        Both sexes, all ages, dated rows. Nothing is joined or averaged.
    """
    return _together(
        [_rows(tables, piece, {"home": home, "away": away}) for piece in SUBJECTS[subject]]
    )


def country_figures(tables: Tables, indicator: str, country: str) -> pd.DataFrame:
    """Return every figure that sources have of an indicator of one country.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        Curated tables by name.
    indicator : str
        A key of `INDICATORS`.
    country : str
        ISO code.

    Returns
    -------
    pandas.DataFrame
        As `corridor_figures`.
    """
    asked = INDICATORS[indicator]
    ends = {"home": country, "away": asked.partner}
    if asked.side == "away":
        ends = {"home": asked.partner, "away": country}
    found = [_rows(tables, piece, ends | {"country": country}) for piece in asked.pieces]
    return _together(found)


def _rows(tables: Tables, piece: Piece, ends: Mapping[str, str]) -> pd.DataFrame:
    """Return the figures of one piece as they stand in its table, or added where they must be."""
    frame = tables[piece.table]
    if piece.measure:
        return _added(frame, MEASURES[piece.measure], piece.indicators[0], ends)
    told = {name: (code,) for name, code in _columns(piece, ends).items()}
    for name in ("sex", "age"):
        if name in frame:
            told[name] = ("total",)
    wanted = {"indicator": piece.indicators} | told | dict(piece.where)
    own = frame.take(places_where(frame, wanted))
    own = own.loc[own["year"].notna() & own["value"].notna()]
    own = own.loc[~_filled(own, piece.table)]
    if piece.table == "migrant_stocks":
        own = own.assign(doubted=leaves_out(own))
    places = {name: place for place, name in enumerate(piece.indicators)}
    own = own.iloc[own["indicator"].astype("object").map(places).argsort(kind="stable")]
    return _shaped(own, piece.table).assign(atlas=_of_the_atlas(own, piece.table).to_numpy())


def _columns(piece: Piece, ends: Mapping[str, str]) -> dict[str, str]:
    """Return which column holds which end."""
    if piece.table in COUNTRY:
        return {COUNTRY[piece.table]: ends["country"]}
    home, away = sides_of(piece.table, "home")
    if piece.indicators[0] in BACK:
        home, away = away, home
    return {home: ends["home"], away: ends["away"]}


def _added(
    frame: pd.DataFrame, measure: Measure, name: str, ends: Mapping[str, str]
) -> pd.DataFrame:
    """Return the figures of a measure whose rows are added, as its corridors have them."""
    found = corridors(frame, measure)
    back = SIDES[measure.table].back
    start, end = (ends["away"], ends["home"]) if back else (ends["home"], ends["away"])
    found = found.loc[found["start"].eq(start) & found["end"].eq(end)]
    behind = _shaped(pairs_behind(frame, measure, found), measure.table)
    if behind.empty:
        return behind.assign(atlas=False)
    first = behind.drop_duplicates("year").set_index("year")
    rows = first.assign(
        value=found.set_index("year")["value"].reindex(first.index),
        indicator=name,
        **dict.fromkeys(("series", "method", "reference")),
    )
    if measure.count != "stock":  # quarters, of which a year is made
        unknown = pd.Series(pd.NaT, index=rows.index)
        rows = rows.assign(period_type="calendar_year", period_start=unknown, period_end=unknown)
    return rows.reset_index().assign(atlas=True)


def _of_the_atlas(own: pd.DataFrame, table: str) -> pd.Series:
    """Say of each row whether a measure of the catalogue that names its source shows it."""
    met = pd.Series(False, index=own.index)
    for measure in MEASURES.values():
        if measure.table == table and measure.sources and not measure.added:
            met |= belongs(own, measure)
    return met


def _filled(own: pd.DataFrame, table: str) -> pd.Series:
    """Say of each row whether it is a zero with which its source fills an empty place."""
    met = pd.Series(False, index=own.index)
    for measure in MEASURES.values():
        if measure.table == table and not measure.zeros:
            met |= belongs(own, measure) & own["value"].eq(0)
    return met


def _shaped(own: pd.DataFrame, table: str) -> pd.DataFrame:
    """Return rows with the fields of all tables, in plain types, money in dollars."""
    plain = {name: own[name].astype("object") for name in FIELDS if name in own}
    rows = pd.DataFrame(plain, index=range(len(own))) if own.empty else pd.DataFrame(plain)
    rows = rows.reindex(columns=list(FIELDS)).reset_index(drop=True)
    rows = rows.where(rows.notna(), None)
    millions = rows["unit"].eq("million_usd")
    value = rows["value"].astype("float").where(~millions, rows["value"].astype("float") * MILLION)
    return rows.assign(
        table=table,
        doubted=rows["doubted"].eq(True),
        value=value.round(4),
        unit=rows["unit"].where(~millions, "usd"),
        year=rows["year"].astype("int"),
        period_start=pd.to_datetime(rows["period_start"]),
        period_end=pd.to_datetime(rows["period_end"]),
    )


def _together(parts: Sequence[pd.DataFrame]) -> pd.DataFrame:
    some = [one for one in parts if len(one)]
    if not some:
        return pd.DataFrame(columns=COLUMNS)
    rows = pd.concat(some, ignore_index=True)
    own = (
        rows[name].fillna("").astype(str) for name in ("source_id", "indicator", "series", "method")
    )
    rows = rows.assign(
        kind=[kind_of(row) for row in rows.to_dict("records")],
        coverage=[coverage_of(str(one)) for one in rows["period_type"]],
        key=["|".join(one) for one in zip(*own, strict=True)],
    )
    return rows[COLUMNS]


def kind_of(row: Mapping[Any, Any]) -> str:
    """Return what a row counts: its indicator or those that count the same, and by which mark."""
    indicator = str(row["indicator"])
    name = SAME.get(indicator, indicator)
    if row.get("note_id") and WORKERS in str(row["note_id"]).split():
        name = "workers_resident"
    basis = row.get("origin_basis")
    return name if name in NO_BASIS or pd.isna(basis) else f"{name}.{basis}"
