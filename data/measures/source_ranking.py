"""On which corridors sources of the same thing are the farthest apart."""

import pandas as pd

from data.areas import FIVE
from data.measures.catalogue import MEASURES
from data.measures.corridors import NOT_A_PLACE
from data.measures.evidence import LAST_BEFORE, NEWEST, REPEATED, leaves_out
from data.measures.rows import Tables, of_kind, places_where
from data.measures.sides import sides_of
from data.measures.source_figures import BACK, kind_of
from data.measures.source_gaps import UNSURE
from data.measures.source_subjects import SUBJECTS, Piece

SINCE = 2010  # older differences are not ranked
LEAST = 1_000  # the smaller of two figures that are ranked by how far they are apart
ENDS = ("value", "source", "series", "method", "note_id")  # what is told of both ends of a range
WHOLE = ("calendar_year", "mid_year", "end_year", "start_year", "snapshot", "five_years")
TOLD = (
    *("source_id", "indicator", "series", "method", "origin_basis", "note_id", "year"),
    *("value", "unit"),
)


def widest(tables: Tables, subject: str) -> pd.DataFrame:
    """Return the corridors of the five on which sources differ, the widest apart first.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        Curated tables by name.
    subject : str
        A key of `SUBJECTS`.

    Returns
    -------
    pandas.DataFrame
        ``home``, ``away``, ``kind``, ``unit``, ``year``, ``low``, ``high``, ``count`` of
        series, ``low_source``, ``low_series``, ``low_method``, ``low_note_id`` and the same of the
        largest, ``times``: of each corridor and kind the newest year since `SINCE` of which two
        current series have a figure of at least `LEAST`. Of a model with several methods
        only that which the atlas shows.
    """
    parts = [_every(tables[one.table], one) for one in SUBJECTS[subject] if not one.measure]
    rows = pd.concat([part for part in parts if len(part)], ignore_index=True)
    keys = ["home", "away", "kind", "unit", "year"]
    rows = rows.drop_duplicates([*keys, "key"])
    rows = rows.loc[rows["year"].ge(SINCE)]
    rows = rows.assign(count=rows.groupby(keys)["key"].transform("nunique"))
    rows = rows.loc[rows["count"].gt(1) & rows.groupby(keys)["value"].transform("min").ge(LEAST)]
    newest = rows.groupby(keys[:-1])["year"].transform("max")
    rows = rows.loc[rows["year"].eq(newest)].sort_values("value", kind="stable")
    own = rows.rename(columns={"source_id": "source"})[[*keys, "count", *ENDS]]
    low = own.drop_duplicates(keys).rename(columns={one: f"low_{one}" for one in ENDS})
    high = own.drop_duplicates(keys, keep="last").rename(
        columns={one: f"high_{one}" for one in ENDS}
    )
    found = low.merge(high, on=[*keys, "count"])
    found = found.rename(columns={"low_value": "low", "high_value": "high"})
    found = found.assign(times=found["high"] / found["low"])
    return found.sort_values("times", ascending=False, kind="stable", ignore_index=True)


def _every(frame: pd.DataFrame, piece: Piece) -> pd.DataFrame:
    """Return the figures of all corridors that a ranking may read, with who and what they are."""
    home, away = sides_of(piece.table, "home")
    if piece.indicators[0] in BACK:
        home, away = away, home
    told: dict[str, tuple[str, ...]] = {
        name: ("total",) for name in ("sex", "age") if name in frame
    }
    methods = {method for one in MEASURES.values() for method in one.methods[:1]}
    if piece.table == "migration_flows" and frame["method"].isin(methods).any():
        told["method"] = (*methods, "collection", "press")
    rows = frame.take(
        places_where(frame, {"indicator": piece.indicators} | told | dict(piece.where))
    )
    rows = rows.loc[rows["year"].notna() & rows["value"].notna() & ~rows["obs_status"].isin(UNSURE)]
    rows = rows.loc[rows["period_type"].isin(WHOLE)]
    if piece.table == "migrant_stocks":
        rows = rows.loc[~leaves_out(rows)]
    plain = {name: rows[name].astype("object") for name in TOLD if name in rows}
    found = pd.DataFrame(plain).reindex(columns=list(TOLD))
    found = found.assign(home=rows[home].astype("object"), away=rows[away].astype("object"))
    out = NOT_A_PLACE | set(of_kind("aggregate"))
    found = found.loc[~found["home"].isin(out) & ~found["away"].isin(out)]
    found = found.loc[found["home"].isin(FIVE) | found["away"].isin(FIVE)]
    found = found.loc[~_old(found)]
    texts = (found[name].fillna("").astype(str) for name in ("source_id", "series", "method"))
    return found.assign(
        kind=[kind_of(row) for row in found.to_dict("records")],
        key=["|".join(one) for one in zip(*texts, strict=True)],
        value=found["value"].astype("float"),
        year=found["year"].astype("int"),
        **{name: found[name].fillna("") for name in ("series", "method", "note_id")},
    )


def _old(rows: pd.DataFrame) -> pd.Series:
    """Say of each row whether a newer edition has its corridor."""
    pairs = rows["home"] + "-" + rows["away"]
    newest = set(pairs.loc[rows["source_id"].eq(NEWEST)])
    old = rows["source_id"].isin(REPEATED)
    return old | (rows["source_id"].eq(LAST_BEFORE) & pairs.isin(newest))
