"""Worked examples of the methods on streams, on return, and on choosing among figures."""

from components.language import Language
from components.views.sources.example import FIRST, Example, at, corridor, signed
from components.views.spec import Tables
from data.measures import yearly
from data.measures.catalogue import EARLIER, EDITION, METHODS, STOCKS, TYPED_METHODS
from data.measures.counted_flows import counted_pair, counted_ratios
from data.measures.counterstream import counter_stream_ratio, effectiveness
from data.measures.modelled_flows import (
    balances,
    corridor_flows,
    corridor_return_shares,
    exact_ratios,
    spread,
)
from data.measures.net_verdict import net_verdict
from data.measures.revision import revised

OTHER = "RUS"
METHOD = METHODS[0]


def _five_years(last: int) -> str:
    return f"{last - 5}–{last}"


def of_ratio(lang: Language, tables: Tables) -> Example:
    """Return the counter-stream ratio between the first of the five and Russia, main method."""
    rows = corridor_flows(tables["migration_flows"], FIRST, OTHER)
    row = rows.loc[rows["method"].eq(METHOD)].iloc[-1]
    there, back = float(row["stream"]), float(row["counter"])
    ratio = counter_stream_ratio(there, back) or 0
    one, other = lang.number(back), lang.number(there)
    return Example(
        corridor(lang, FIRST, OTHER, _five_years(int(row["year"]))),
        ((lang.text("people forward"), other), (lang.text("people back"), one)),
        f"{one} ÷ {other} = {lang.number(ratio, 2)}",
        (EDITION,),
    )


def of_spread(lang: Language, tables: Tables) -> Example:
    """Return the same ratio by all methods."""
    rows = corridor_flows(tables["migration_flows"], FIRST, OTHER)
    own = rows.loc[rows["year"].eq(rows["year"].max())]
    ratios = {name: value for name, value in exact_ratios(own).items() if value is not None}
    low, high = spread(ratios.values()) or (0.0, 0.0)
    return Example(
        corridor(lang, FIRST, OTHER, _five_years(int(own["year"].iloc[0]))),
        tuple((lang.label("methods", name), lang.number(v, 2)) for name, v in ratios.items()),
        f"{lang.number(low, 2)} … {lang.number(high, 2)}",
        (EDITION,),
    )


def _balance(tables: Tables) -> tuple[int, float, float, float]:
    found = balances(tables["migration_flows"], (FIRST,))
    row = found.loc[found["method"].eq(METHOD)].iloc[-1]
    return int(row["year"]), float(row["into"]), float(row["out"]), float(row["net"])


def of_net(lang: Language, tables: Tables) -> Example:
    """Return the net flow of the first of the five over five years, main method."""
    year, into, out, net = _balance(tables)
    one, other = lang.number(into), lang.number(out)
    return Example(
        at(lang, FIRST, _five_years(year)),
        ((lang.text("arrivals"), one), (lang.text("departures"), other)),
        f"{one} − {other} = {signed(lang, net)}",
        (EDITION,),
    )


def of_effectiveness(lang: Language, tables: Tables) -> Example:
    """Return migration effectiveness of the first of the five over five years, main method."""
    year, into, out, _ = _balance(tables)
    one, other = lang.number(into), lang.number(out)
    value = signed(lang, 100 * (effectiveness(into, out) or 0), 1)
    return Example(
        at(lang, FIRST, _five_years(year)),
        ((lang.text("arrivals"), one), (lang.text("departures"), other)),
        f"100 × ({one} − {other}) ÷ ({one} + {other}) = {value}",
        (EDITION,),
    )


def of_return_share(lang: Language, tables: Tables) -> Example:
    """Return the return share of moves from Russia to the first of the five."""
    found = corridor_return_shares(tables["migration_flows"], OTHER, FIRST)
    row = found.loc[found["method"].eq(TYPED_METHODS[0])].iloc[-1]
    one, other = lang.number(float(row["returns"])), lang.number(float(row["moves"]))
    return Example(
        corridor(lang, OTHER, FIRST, _five_years(int(row["year"]))),
        ((lang.text("returns to the country of birth"), one), (lang.text("all moves"), other)),
        f"{one} ÷ {other} = {lang.percent(float(row['share']), 1)}",
        (EARLIER,),
    )


def of_apart(lang: Language, tables: Tables) -> Example:
    """Return how far apart two editions are on the way from the first of the five to Russia."""
    rows = yearly.pair_rows(tables["yearly_flows"], FIRST, OTHER)
    found = yearly.one_way(yearly.flows_by_year(rows), FIRST, OTHER)
    both = found.loc[found["low"].gt(0)]
    last = both.iloc[-1]
    low, high = lang.number(float(last["low"])), lang.number(float(last["high"]))
    times = lang.number(float(last["high"]) / float(last["low"]), 2)
    middle = lang.number(yearly.apart(found) or 0, 2)
    years = f"{int(both['year'].iloc[0])}–{int(last['year'])}"
    return Example(
        corridor(lang, FIRST, OTHER, years),
        (
            (lang.text("{year}: higher ÷ lower edition", year=int(last["year"])), times),
            (lang.text("years with both editions"), lang.number(len(both))),
        ),
        f"{high} ÷ {low} = {times}; … → {middle}",
        ("gaskin_abel_flows",),
    )


def of_agreement(lang: Language, tables: Tables) -> Example:
    """Return in how many years all sources name the same way, first of the five and Russia."""
    rows = yearly.pair_rows(tables["yearly_flows"], FIRST, OTHER)
    counted = counted_ratios(
        counted_pair(tables["migration_flows"], tables["returns"], FIRST, OTHER), FIRST, OTHER
    )
    found = yearly.agreement(yearly.signs(yearly.flows_by_year(rows), counted, FIRST, OTHER))
    one, other = lang.number(found.agreed), lang.number(len(found.compared))
    return Example(
        corridor(lang, FIRST, OTHER, f"{found.compared[0]}–{found.compared[-1]}"),
        (
            (lang.text("years compared"), other),
            (lang.text("more people forward, by all sources"), lang.number(len(found.there))),
            (lang.text("more people back, by all sources"), lang.number(len(found.back))),
        ),
        f"{one} ÷ {other} = {lang.percent(found.agreed / len(found.compared))}",
        tuple(str(one) for one in rows["source_id"].unique()),
    )


def of_verdict(lang: Language, tables: Tables) -> Example:
    """Return what speaks against ten years of net migration of the first of the five."""
    found = net_verdict(tables, FIRST)
    words = {
        "": lang.text("nothing speaks against the sign"),
        "count": lang.text("the counts have the other sign"),
        "stocks": lang.text("the stocks moved the other way"),
        "few_years": lang.text("three years make up most of it"),
    }[found.against]
    return Example(
        at(lang, FIRST, f"{found.start}–{found.end}"),
        (
            (lang.text("sum of the estimates"), signed(lang, found.total)),
            (lang.text("estimates of the years counted"), signed(lang, found.same)),
            (lang.text("counted in the same years"), signed(lang, found.counted_sum)),
        ),
        f"{signed(lang, found.total)}: {words}",
        ("un_wpp2024", STOCKS),
    )


def of_revision(lang: Language, tables: Tables) -> Example:
    """Return what the newer edition changed most, in the last period."""
    flows = tables["migration_flows"]
    year = int(flows.loc[flows["source_id"].eq(EDITION), "year"].max())
    row = revised(flows, year, METHOD).iloc[0]
    new, old = lang.number(float(row["new"])), lang.number(float(row["old"]))
    return Example(
        corridor(lang, str(row["start"]), str(row["end"]), _five_years(year)),
        ((lang.text("newer edition"), new), (lang.text("older edition"), old)),
        f"{new} − {old} = {signed(lang, float(row['change']))}",
        (EDITION, EARLIER),
    )
