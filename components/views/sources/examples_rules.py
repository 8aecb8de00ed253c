"""Worked examples of the methods on return, and of the rules for choosing and telling."""

from typing import Any

from components.language import Language
from components.views.sources.example import FIRST, Example, at, corridor, signed
from components.views.spec import Tables
from data.areas import FIVE
from data.measures import changes, readmission, returns, sdg
from data.measures.catalogue import STOCKS
from data.measures.countries import stock_totals
from data.measures.flow_types import best
from data.measures.recognition import decisions, first_decisions, recognition_rate
from data.measures.standards import MARGIN, is_larger

RATE_OF = FIVE[2]  # whose citizens' claims are the example of recognition


def of_voluntary(lang: Language, tables: Tables) -> Example:
    """Return the voluntary share of returns from the United Kingdom to the last of the five."""
    country = FIVE[-1]
    found = sdg.returned_from_uk(tables["returns"], country)
    year = max(found)
    one, other = found[year].voluntary, found[year].enforced
    share = returns.voluntary_share(one, other) or 0
    left, right = lang.number(one), lang.number(other)
    return Example(
        corridor(lang, "GBR", country, year),
        ((lang.text("voluntary returns"), left), (lang.text("enforced returns"), right)),
        f"{left} ÷ ({left} + {right}) = {lang.percent(share, 1)}",
        returns.UK_SOURCES[-1:],
    )


def of_recognition(lang: Language, tables: Tables) -> Example:
    """Return the recognition rate of citizens of the third of the five, of most decisions."""
    found = first_decisions(decisions(tables["forced_displacement"], RATE_OF, "origin"))
    whole = found.loc[found["rate"].notna()]
    latest = whole.loc[whole["year"].eq(whole["year"].max())]
    row = latest.sort_values("substantive").iloc[-1]
    parts = [float(row[name]) for name in ("recognised", "complementary", "rejected")]
    rate = recognition_rate(*parts) or 0
    a, b, c = map(lang.number, parts)
    return Example(
        corridor(lang, RATE_OF, str(row["partner"]), int(row["year"])),
        (
            (lang.text("Refugee status"), a),
            (lang.text("Complementary protection"), b),
            (lang.text("Rejected"), c),
        ),
        f"({a} + {b}) ÷ ({a} + {b} + {c}) = {lang.percent(rate, 1)}",
        ("unhcr_refugee_statistics",),
    )


def of_months(lang: Language, tables: Tables) -> Example:
    """Return months from signature to force, of the agreement that was quickest."""
    found = readmission.agreements(tables["readmission_agreements"])
    spans = readmission.months_to_force(found)
    dated = found.loc[found["readmission"].astype(bool)].dropna(subset=["signed", "in_force"])
    row = next(
        one
        for one in dated.itertuples()
        if readmission.months_to_force(dated.loc[[one.Index]]) == spans[:1]
    )
    signed, force = lang.date(row.signed.date()), lang.date(row.in_force.date())
    return Example(
        f"{lang.place(str(row.country))} – {lang.place(str(row.partner))}",
        ((lang.text("Signed"), signed), (lang.text("In force"), force)),
        f"{signed} → {force}: {lang.number(spans[0])}",
        ("readmission_agreements",),
    )


def of_best(lang: Language, tables: Tables) -> Example:
    """Return which figure of labour migration stands for the second of the five, and why."""
    country = FIVE[1]
    found = best(tables, "labour", country)
    if found is None:
        raise ValueError("no figure of labour migration")
    lead, others = found.rows[0], found.rows[1:]
    beaten = max(others, key=lambda one: float(one["value"]))
    shown = [f"{lang.number(float(one['value']))} ({_when(one)})" for one in (lead, beaten)]
    return Example(
        f"{lang.place(country)}: {lang.label('flow_types', 'labour')}",
        (
            (lang.text("figures found"), lang.number(len(found.rows))),
            (lang.text("the one that leads"), shown[0]),
            (lang.text("the largest of the others"), shown[1]),
        ),
        lang.text("{one} stands before {other}", one=shown[0], other=shown[1]),
        tuple(dict.fromkeys(str(one["source_id"]) for one in (lead, beaten))),
    )


def _when(row: dict[str, Any]) -> str:
    return str(row["year"])


def of_same_reporters(lang: Language, tables: Tables) -> Example:
    """Return the change of people abroad of the first of the five, over the same hosts."""
    stocks = tables["migrant_stocks"]
    totals = stock_totals(stocks, FIRST, "abroad")
    years = sorted(totals)[0], max(totals)
    rows = stocks.loc[
        stocks["source_id"].eq(STOCKS)
        & stocks["origin"].eq(FIRST)
        & stocks["series"].eq("pairs")
        & stocks["sex"].eq("total")
        & stocks["age"].eq("total")
    ]
    change = changes.between(changes.reporters(rows, "destination"), *years)
    new, old = lang.number(change.new), lang.number(change.old)
    return Example(
        f"{lang.place(FIRST)}, {years[0]}–{years[1]}",
        (
            (lang.text("hosts with a figure in both years"), lang.number(change.reporters)),
            (str(years[0]), old),
            (str(years[1]), new),
        ),
        f"{new} − {old} = {signed(lang, change.value)}",
        (STOCKS,),
    )


def of_margin(lang: Language, tables: Tables) -> Example:
    """Return whether one side of the stocks of the first of the five is the larger."""
    here, abroad = (stock_totals(tables["migrant_stocks"], FIRST, s) for s in ("here", "abroad"))
    year = max(set(here) & set(abroad))
    small, large = sorted((here[year], abroad[year]))
    words = lang.text("larger") if is_larger(large, small) else lang.text("about the same")
    one, other = lang.number(large), lang.number(small)
    sign, times = ">" if is_larger(large, small) else "≤", lang.number(large / small, 2)
    return Example(
        at(lang, FIRST, year),
        ((lang.text("larger number"), one), (lang.text("smaller number"), other)),
        f"{one} ÷ {other} = {times} {sign} {lang.number(MARGIN, 1)}: {words}",
        (STOCKS,),
    )
