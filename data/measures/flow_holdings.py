"""Everything that the tables hold on one type of migration in one country, and what they do not."""

from collections.abc import Mapping, Sequence

import pandas as pd

from data.codelists import code_list
from data.measures.flow_types import figures, partner_side, searched
from data.measures.sides import moving
from data.measures.yardsticks import Yardstick, applies, kinds_of, of_type

Tables = Mapping[str, pd.DataFrame]
# Where other rows answer the question of a yardstick in part: removals as the press of the country
# of origin tells them, or of one city.
ELSEWHERE: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "removed_russia": (
        ("entry_bans", ("deportations", "expulsions")),
        ("returns", ("removals_part",)),
    ),
}


def all_figures(tables: Tables, flow_type: str, country: str) -> pd.DataFrame:
    """Return every curated row on a type of migration that names a country on either side.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        Curated tables by name; those of `TABLES` are read.
    flow_type : str
        One of `data.measures.yardsticks.TYPES`.
    country : str
        ISO code of one of the five.

    Returns
    -------
    pandas.DataFrame
        Rows as they stand in the tables, with ``table``, ``side`` (the column that holds the
        country) and ``partner`` beside them. They are never added to one another.
    """
    listed = code_list("indicators")
    own = set(listed.index[listed["flow_type"].eq(flow_type)])
    own |= {one for chosen in of_type(flow_type) for one in chosen.indicators}
    parts = []
    for name in searched(flow_type):
        table = tables[name]
        if "indicator" not in table:
            continue
        start, end = moving(name)
        here = table.loc[table["indicator"].isin(own)]
        for side, other in ((start, end), (end, start)):
            rows = here.loc[here[side].eq(country)]
            parts.append(rows.assign(table=name, side=side, partner=rows[other].astype("object")))
    found = pd.concat(parts, ignore_index=True)
    twice = found["partner"].eq(country) & found["side"].eq("destination")
    return found.loc[~twice].reset_index(drop=True)


def holes(tables: Tables, flow_type: str, country: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the kinds of figure of a type that a country does not have.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        Curated tables by name.
    flow_type : str
        One of `data.measures.yardsticks.TYPES`.
    country : str
        ISO code of one of the five.

    Returns
    -------
    tuple of two tuples of str
        Kinds of which no row of the tables says anything, and kinds of which there are rows that
        no yardstick can show: without a year, or of another partner.
    """
    nothing: list[str] = []
    something: list[str] = []
    for kind in kinds_of(flow_type):
        own = [one for one in of_type(flow_type) if kind in (one.kind, one.id)]
        fit = [one for one in own if applies(one, country)]
        if not fit or any(len(figures(tables, one, country)) for one in fit):
            continue
        there = any(len(asked(tables, one, country)) for one in fit)
        (something if there else nothing).append(kind)
    return tuple(nothing), tuple(something)


def instead(
    tables: Tables, chosen: Yardstick, countries: Sequence[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return which countries without a figure of a yardstick are no holes.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        Curated tables by name.
    chosen : Yardstick
        How to count.
    countries : sequence of str
        ISO codes of countries that have no figure.

    Returns
    -------
    tuple of two tuples of str
        Countries that another yardstick of the same kind has a figure for, and countries with
        rows that the yardstick cannot show.
    """
    others = [one for one in of_type(chosen.flow_type) if one.kind == chosen.kind != ""]
    return (
        tuple(c for c in countries if any(len(figures(tables, one, c)) for one in others)),
        tuple(c for c in countries if len(asked(tables, chosen, c))),
    )


def asked(tables: Tables, chosen: Yardstick, country: str) -> pd.DataFrame:
    """Return rows that answer a yardstick's question, if only undated or for single partners."""
    parts = [_answers(tables[chosen.table], chosen, chosen.indicators, country)]
    for name, indicators in ELSEWHERE.get(chosen.id, ()):
        parts.append(_answers(tables[name], chosen, indicators, country))
    return pd.concat([part for part in parts if len(part)] or parts[:1])


def _answers(
    table: pd.DataFrame, chosen: Yardstick, indicators: Sequence[str], country: str
) -> pd.DataFrame:
    rows = table["indicator"].isin(indicators) & table[chosen.side].eq(country)
    if chosen.partners not in ("total", "sum"):
        other = partner_side(chosen)
        rows &= table[other].eq(chosen.partners)
    return table.loc[rows & table["value"].ne(0)]
