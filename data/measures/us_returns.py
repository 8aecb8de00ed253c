"""Removals and returns from the United States by nationality and fiscal year.

Several Yearbooks print removals of the same years; they are never added. A year has the total of
the newest Yearbook that names the nationality. Where no Yearbook at hand prints totals, people with
and without a criminal record are added where both are printed. A number that the publisher hides is
missing, whatever an older Yearbook says.
"""

from collections.abc import Mapping, Sequence

import pandas as pd

USA = "us_dhs_yearbook"
REMOVED, RETURNED = "us_removals", "us_returns"
BY_AGENCY = "removals_national"  # of later years than the Yearbooks, by another body
APPREHENDED, INADMISSIBLE = "us_apprehensions", "us_inadmissible"
TOTAL, WITH, WITHOUT = "total", "with a criminal record", "without a criminal record"
ALL = "WLD"
COLUMNS = ["origin", "year", "indicator", "value", "series"]
Removals = dict[tuple[str, int, str], float]  # by nationality, fiscal year and Yearbook


def us_rows(table: pd.DataFrame, origins: Sequence[str]) -> pd.DataFrame:
    """Return the Yearbooks' rows on some nationalities, and on all of them together.

    Parameters
    ----------
    table : pandas.DataFrame
        The table ``returns`` or ``irregular_movement``.
    origins : sequence of str
        Nationalities.
    """
    rows = table.loc[table["source_id"].eq(USA) & table["origin"].isin([*origins, ALL])]
    return rows.astype({"origin": str, "indicator": str, "series": str, "year": int})


def us_agency(table: pd.DataFrame, origins: Sequence[str]) -> pd.DataFrame:
    """Return removals as the enforcement agency counts them, of each nationality and fiscal year.

    Of a year for which two numbers are told there is none.

    Parameters
    ----------
    table : pandas.DataFrame
        The table ``returns`` or ``irregular_movement``.
    origins : sequence of str
        Nationalities.
    """
    host = "host" if "host" in table else "destination"
    chosen = table["indicator"].eq(BY_AGENCY) & table[host].eq("USA")
    found = table.loc[chosen & table["origin"].isin(list(origins))]
    plain = found.astype({"indicator": "object", "origin": "object", "series": "object"})
    plain = plain.drop_duplicates(["origin", "year"], keep=False)
    return plain.sort_values(["origin", "year"])


def us_hole(own: pd.DataFrame, until: int) -> tuple[int, int] | None:
    """Return the first and last year after the Yearbooks without a removal of one nationality.

    Parameters
    ----------
    own : pandas.DataFrame
        Rows of one nationality, of `us_years` and of `us_agency`.
    until : int
        Last year that any nationality has.
    """
    removed = own.loc[own["indicator"].isin([REMOVED, BY_AGENCY])]
    books = removed.loc[removed["indicator"].eq(REMOVED), "year"]
    if books.empty:
        return None
    first = int(books.max()) + 1
    later = removed.loc[removed["year"].ge(first), "year"]
    last = int(later.min()) - 1 if len(later) else until
    return (first, last) if first <= last else None


def us_years(rows: pd.DataFrame) -> pd.DataFrame:
    """Return one figure for each nationality, fiscal year and indicator that has one.

    Parameters
    ----------
    rows : pandas.DataFrame
        As of `us_rows`.

    Returns
    -------
    pandas.DataFrame
        ``origin`` (`ALL` too), ``year`` (fiscal), ``indicator``, ``value``, and ``series``: the
        Yearbook.
    """
    removed = rows["indicator"].eq(REMOVED)
    plain = rows.loc[~removed, COLUMNS]
    told = [plain, _removals(rows.loc[removed])] if removed.any() else [plain]
    found = pd.concat(told, ignore_index=True)
    return found.sort_values(["origin", "indicator", "year"], ignore_index=True)


def _removals(rows: pd.DataFrame) -> pd.DataFrame:
    """Return one figure of removals for each nationality and year that has one."""
    totals, parts = _by_part(rows)
    starts: dict[str, int] = {}
    last: dict[str, int] = {}
    for origin, year, book in totals:
        starts[book] = min(year, starts.get(book, year))
        last[origin] = max(year, last.get(origin, year))
    summed = {
        key: value
        for key, value in parts.items()
        if key[1] > last.get(key[0], 0) and not pd.isna(value)
    }
    told = {**_newest(totals, starts), **summed}
    return pd.DataFrame(
        [(*key[:2], REMOVED, value, key[2]) for key, value in told.items()], columns=COLUMNS
    )


def _by_part(rows: pd.DataFrame) -> tuple[Removals, Removals]:
    """Return the printed totals, and people with and without a record added (NaN where unknown)."""
    found: dict[str, Removals] = {TOTAL: {}, WITH: {}, WITHOUT: {}}
    columns = (rows[name].to_list() for name in ("origin", "year", "series", "value"))
    for origin, year, series, value in zip(*columns, strict=True):
        part, _, book = series.partition(", ")
        if part in found:
            found[part][origin, year, book] = value
    without = found[WITHOUT]
    both = {key: value + without[key] for key, value in found[WITH].items() if key in without}
    return found[TOTAL], both


def _newest(totals: Removals, starts: Mapping[str, int]) -> Removals:
    """Return the totals of each nationality and year from the newest Yearbook that names it.

    A year that a newer Yearbook covers is not taken from an older one, printed there or not.
    """
    found: Removals = {}
    for origin in dict.fromkeys(origin for origin, _, _ in totals):
        own = {key: value for key, value in totals.items() if key[0] == origin}
        upto = max(year for _, year, _ in own) + 1
        for book in sorted({book for _, _, book in own}, reverse=True):
            found |= {key: value for key, value in own.items() if key[2] == book and key[1] < upto}
            upto = min(upto, starts[book])
    return found
