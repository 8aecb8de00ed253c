"""Students abroad in years of which UNESCO publishes only what they could be worked out from."""

from collections.abc import Sequence

import pandas as pd

INBOUND, NET = "mobile_students_inbound", "mobile_students_net"


def derivable_years(
    education: pd.DataFrame, countries: Sequence[str], since: int
) -> tuple[int, ...]:
    """Return years in which foreign students and the net flow are both published, but no total.

    Parameters
    ----------
    education : pandas.DataFrame
        Table ``education``.
    countries : sequence of str
        ISO codes.
    since : int
        Last year with a total of students abroad; earlier years are left out.

    Returns
    -------
    tuple of int
        In order, over all the countries. The difference is nobody's published figure and is not
        worked out.
    """
    own = education.loc[education["destination"].isin(countries) & education["origin"].eq("WLD")]
    own = own.dropna(subset="year")
    years = {
        (str(code), int(year), str(what))
        for code, year, what in zip(own["destination"], own["year"], own["indicator"], strict=True)
    }
    both = {year for code, year, what in years if what == NET and (code, year, INBOUND) in years}
    return tuple(sorted(year for year in both if year > since))
