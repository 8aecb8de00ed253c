"""People born in the five countries who live abroad, by age and sex, as national offices count."""

import pandas as pd

from data.curation.raw import RawFolder
from data.curation.recipes.migrant_stock_empirical import day, method
from data.curation.tidy import observations

INDICATORS = {"foreign_born": "born_abroad_by_age", "foreign_citizens": "citizens_by_age"}
BASES = {"foreign_born": "birth", "foreign_citizens": "citizenship"}
SINCE = 2005  # an older count says nothing of the people who live there now
FEWEST = 100  # people of one origin in one destination, both sexes together
WHOLE = 0.9  # of an office's total that the ages of a destination have to add up to
# Years in which a country has nobody born before 1991: in Eurostat's tables such people seem to
# stand as born in the Soviet Union.
BORN_IN_USSR = {"BEL": (1990, 2030), "ITA": (2019, 2030), "NLD": (1990, 2020)}
# Destinations whose last group is not open: whoever is older is in the office's total alone.
CLOSED = ("ARM", "AUS", "CAN", "IRL", "JPN", "TUR")
COUNT = ["destination", "source", "population", "year", "ref_date"]
ONE = [*COUNT, "origin", "sex"]
NUMBERS = ("year", "age_start", "age_length", "migrants", "sum_of_ages", "total")


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return the latest usable count of each destination.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``ages_abroad``: persons by age group, and of all ages where the office has a total; the
        series is the original source, the end of the period its day where it names one.
    """
    ages = _numbers(raw.read("age_sex_born_in_central_asia_by_destination.csv"))
    told = _numbers(raw.read("age_tables_check.csv"))
    counts = chosen(told)
    ages = _large(ages.merge(counts, on=COUNT), told)
    ages = ages.assign(age=_age(ages), value=ages["migrants"])
    totals = told.merge(ages[ONE].drop_duplicates(), on=ONE).dropna(subset=["total"])
    frame = pd.concat([ages, totals.assign(age="total", value=totals["total"])])
    frame = frame.assign(
        series=frame["source"],
        indicator=frame["population"].map(INDICATORS),
        origin_basis=frame["population"].map(BASES),
        method=frame["source"].map(method),
        period_end=[day(*pair) for pair in zip(frame["source"], frame["ref_date"], strict=True)],
        note_id=frame["destination"].isin(CLOSED).map({True: "ages_abroad_closed", False: ""}),
    )
    return {
        "ages_abroad": observations(
            frame,
            "ages_abroad",
            period_type="snapshot",
            measure="stock",
            unit="persons",
            obs_status="normal",
            confidence="machine_single",
            source_id=raw.source_id,
        )
    }


def chosen(told: pd.DataFrame) -> pd.DataFrame:
    """Return the one count that is kept of each destination, by the columns `COUNT`.

    Parameters
    ----------
    told : pandas.DataFrame
        One row for each table: its sum of ages and its office's total.

    Notes
    -----
    The latest one; of equal years one by birth before one by citizenship, then the later day, then
    the one whose ages come nearer to the office's totals, then the one with more age groups.
    """
    both = told.loc[told["sex"].eq("total") & told["year"].ge(SINCE)]
    rows = both.assign(known=both["sum_of_ages"].where(both["total"].notna(), 0.0))
    found = rows.groupby(COUNT, as_index=False)[["sum_of_ages", "known", "total", "groups"]].agg(
        {"sum_of_ages": "max", "known": "sum", "total": "sum", "groups": "max"}
    )
    share = (found["known"] / found["total"]).where(found["total"].gt(0), 1.0).clip(upper=1.0)
    soviet = [
        BORN_IN_USSR.get(place, (0, 0))[0] <= year <= BORN_IN_USSR.get(place, (0, 0))[1]
        for place, year in zip(found["destination"], found["year"], strict=True)
    ]
    usable = share.ge(WHOLE) & found["sum_of_ages"].ge(FEWEST) & ~pd.Series(soviet, found.index)
    best = found.assign(share=share.round(3), birth=found["population"].eq("foreign_born"))
    best["groups"] = best["groups"].astype(int)
    order = ["year", "birth", "ref_date", "share", "groups", "source"]
    return best.loc[usable].sort_values(order).groupby("destination").tail(1)[COUNT]


def _numbers(frame: pd.DataFrame) -> pd.DataFrame:
    named = {name: pd.to_numeric(frame[name]) for name in NUMBERS if name in frame}
    return frame.assign(**named)


def _large(ages: pd.DataFrame, told: pd.DataFrame) -> pd.DataFrame:
    """Keep origins with `FEWEST` people or more."""
    large = told.loc[told["sex"].eq("total") & told["sum_of_ages"].ge(FEWEST)]
    return ages.merge(large[[*COUNT, "origin"]], on=[*COUNT, "origin"])


def _age(ages: pd.DataFrame) -> pd.Series:
    """Return the code of each group; the last of a destination is open but where it is not."""
    last = ages["age_start"].eq(ages.groupby("destination")["age_start"].transform("max"))
    start, end = ages["age_start"], ages["age_start"] + ages["age_length"] - 1
    code = start.astype(str) + "-" + end.astype(str)
    code = code.mask(end.eq(0), "<1")
    return code.mask(last & ~ages["destination"].isin(CLOSED), start.astype(str) + "+")
