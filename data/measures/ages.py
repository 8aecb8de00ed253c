"""Ages of the people born abroad who live in a country."""

import pandas as pd

AGE_SOURCES = ("un_desa_ims2024", "un_desa_ims2020")


def age_pyramid(stocks: pd.DataFrame, country: str) -> pd.DataFrame:
    """Return immigrants of a country by age and sex from the newest revision that has them.

    Parameters
    ----------
    stocks : pandas.DataFrame
        Table ``migrant_stocks``.
    country : str
        ISO code.

    Returns
    -------
    pandas.DataFrame
        Curated rows (``sex`` female or male, ``age``, ``value``) of one source and its last year;
        empty where no revision has ages. Revisions are never joined.
    """
    rows = stocks["series"].eq("ages") & stocks["destination"].eq(country)
    rows &= stocks["sex"].isin(["female", "male"]) & stocks["age"].ne("total")
    ages = stocks.loc[rows]
    for source in AGE_SOURCES:
        own = ages.loc[ages["source_id"].eq(source)]
        if not own.empty:
            own = own.loc[own["year"].eq(own["year"].max())]
            first = own["age"].astype(str).str.extract(r"^(\d+)")[0].astype(int)
            return own.assign(first=first).sort_values(["first", "sex"], ignore_index=True)
    return ages
