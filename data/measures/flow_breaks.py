"""Where a series of a yardstick is broken: a new way of counting, or other partners in a sum."""

from data.measures.best import FULL
from data.measures.changes import Reporters, broken_at, reporters
from data.measures.flow_types import Tables, partner_side, rows_behind
from data.measures.yardsticks import Yardstick, breaks_in


def reporting(tables: Tables, chosen: Yardstick, country: str) -> Reporters:
    """Return what each partner gave of a sum, by whole year; nothing where nothing is added."""
    if chosen.partners != "sum":
        return {}
    rows = rows_behind(tables, chosen, (country,))
    lacking = {*chosen.incomplete, *(year for code, year in chosen.lacking if code == country)}
    whole = rows["period_type"].isin(FULL) & ~rows["year"].isin(lacking)
    return reporters(rows.loc[whole], partner_side(chosen))


def breaks_of(tables: Tables, chosen: Yardstick, country: str) -> tuple[int, ...]:
    """Return the years into which no line may be drawn: a new count, or others in the sum.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        Curated tables by name.
    chosen : Yardstick
        How to count.
    country : str
        ISO code.
    """
    others = broken_at(reporting(tables, chosen, country))
    return tuple(sorted({*breaks_in(chosen, country), *others}))
