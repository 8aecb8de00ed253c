"""Worked examples of the methods on people abroad and at home, and on money."""

from components.language import Language
from components.views.sources.example import FIRST, Example, at, both_latest, signed
from components.views.spec import Tables
from data.areas import FIVE
from data.measures import eaeu, sdg
from data.measures.ages_abroad import counts, group_of_rank
from data.measures.ages_hosts import covered, hosts
from data.measures.catalogue import STOCKS
from data.measures.countries import (
    hub_shares,
    inhabitants,
    net_migration,
    partners,
    per_1000,
    stock_ratio,
    stock_totals,
    women_share,
)
from data.measures.remittances import by_year, per_inhabitant, reported_rows

HUB = "RUS"


def of_stock_ratio(lang: Language, tables: Tables) -> Example:
    """Return people born abroad for each born here and abroad, of the first of the five."""
    here, abroad = (stock_totals(tables["migrant_stocks"], FIRST, s) for s in ("here", "abroad"))
    year = both_latest(here, abroad)
    ratio = stock_ratio(here[year], abroad[year]) or 0
    one, other = lang.number(here[year]), lang.number(abroad[year])
    return Example(
        at(lang, FIRST, year),
        (
            (lang.text("born abroad, living here"), one),
            (lang.text("born here, living abroad"), other),
        ),
        f"{one} ÷ {other} = {lang.number(ratio, 2)}",
        (STOCKS,),
    )


def of_per_1000(lang: Language, tables: Tables) -> Example:
    """Return net migration for 1,000 inhabitants, of the first of the five."""
    net, people = (f(tables["population"], FIRST) for f in (net_migration, inhabitants))
    year = both_latest(net, people)
    rate = per_1000(net, people)[year]
    one, other = signed(lang, net[year]), lang.number(people[year])
    return Example(
        at(lang, FIRST, year),
        ((lang.text("net migration, people"), one), (lang.text("inhabitants"), other)),
        f"{lang.number(1000)} × ({one}) ÷ {other} = {signed(lang, rate, 2)}",
        _sources(tables, "population"),
    )


def of_women(lang: Language, tables: Tables) -> Example:
    """Return women among people born in the first of the five who live abroad."""
    female, total = (
        stock_totals(tables["migrant_stocks"], FIRST, "abroad", sex) for sex in ("female", "total")
    )
    year = both_latest(female, total)
    share = women_share(female, total)[year]
    one, other = lang.number(female[year]), lang.number(total[year])
    return Example(
        at(lang, FIRST, year),
        (
            (lang.text("women and girls abroad"), one),
            (lang.text("all people abroad"), other),
        ),
        f"{one} ÷ {other} = {lang.percent(share, 1)}",
        (STOCKS,),
    )


def of_hub(lang: Language, tables: Tables) -> Example:
    """Return the part of people abroad who live in Russia, of the first of the five."""
    stocks = tables["migrant_stocks"]
    totals = stock_totals(stocks, FIRST, "abroad")
    year = max(totals)
    there = partners(stocks, FIRST, "abroad", year).set_index("partner")["total"]
    share = hub_shares(stocks, (FIRST,), HUB)[FIRST]
    one, other = lang.number(float(there[HUB])), lang.number(totals[year])
    return Example(
        at(lang, FIRST, year),
        (
            (lang.text("people who live {in_place}", in_place=lang.place(HUB, "in")), one),
            (lang.text("all people abroad"), other),
        ),
        f"{one} ÷ {other} = {lang.percent(share, 1)}",
        (STOCKS,),
    )


def of_median(lang: Language, tables: Tables) -> Example:
    """Return the age group of the median in the largest count of the first of the five."""
    found = counts(tables["ages_abroad"], FIRST)
    count = next(one for one in found.values() if group_of_rank(one, 0.5))
    group = group_of_rank(count, 0.5)
    passed, age = 0.0, ""
    for one in count.groups:
        if one == group:
            age = f"{one.first}–{one.last}"
            break
        passed += one.both
    half = lang.number(count.people / 2)
    upto = lang.number(passed + (group.both if group else 0))
    return Example(
        f"{lang.place(FIRST)} → {lang.place(count.destination)}, {count.year}",
        (
            (lang.text("half of all people"), half),
            (lang.text("people younger than the group"), lang.number(passed)),
            (lang.text("people up to the end of the group"), upto),
        ),
        f"{lang.number(passed)} < {half} ≤ {upto} → {age}",
        _sources(tables, "ages_abroad"),
    )


def of_covered(lang: Language, tables: Tables) -> Example:
    """Return the part of people abroad whose ages are known, of the first of the five."""
    stocks, ages = tables["migrant_stocks"], tables["ages_abroad"]
    share = covered(stocks, ages, FIRST)
    totals = stock_totals(stocks, FIRST, "abroad")
    year = max(totals)
    named = [one for one in hosts(stocks, ages, FIRST) if one.named and one.count]
    recent = sum(one.people for one in named if one.count and one.count.is_recent)
    one, other = lang.number(recent), lang.number(totals[year])
    return Example(
        at(lang, FIRST, year),
        (
            (lang.text("people in hosts with a recent count of ages"), one),
            (lang.text("all people abroad"), other),
        ),
        f"{one} ÷ {other} = {lang.percent(share, 1)}",
        (STOCKS, *_sources(tables, "ages_abroad")),
    )


def of_dollars(lang: Language, tables: Tables) -> Example:
    """Return remittances received per inhabitant, of the third of the five."""
    country = FIVE[2]
    rows = reported_rows(tables["remittances"], country, "received")
    dollars, people = by_year(rows), inhabitants(tables["population"], country)
    year = both_latest(dollars, people)
    each = per_inhabitant(dollars, people)[year]
    one, other = lang.number(dollars[year]), lang.number(people[year])
    return Example(
        at(lang, country, year),
        ((lang.text("US dollars received"), one), (lang.text("inhabitants"), other)),
        f"{one} ÷ {other} = {lang.number(each)}",
        (str(rows["source_id"].iloc[0]), *_sources(tables, "population")),
    )


def of_cost(lang: Language, tables: Tables) -> Example:
    """Return the costliest surveyed corridor to the third of the five."""
    country = FIVE[2]
    sender, point = sdg.costliest(tables["remittance_costs"], country) or ("", sdg.Point(0, None))
    words = {
        "under_target": lang.text("under the target"),
        "under_limit": lang.text("under the limit"),
        "over_limit": lang.text("over the limit"),
    }[sdg.cost_status(point.value)]
    cost = lang.percent(point.value / 100, 1)
    limit = lang.percent(sdg.CORRIDOR_LIMIT / 100)
    sign = ">" if point.value > sdg.CORRIDOR_LIMIT else "≤"
    return Example(
        f"{lang.place(sender)} → {lang.place(country)}, {point.year}",
        ((lang.text("cost of sending 200 US dollars"), cost),),
        f"{cost} {sign} {limit}: {words}",
        ("un_sdg_database",),
    )


def of_since_2015(lang: Language, tables: Tables) -> Example:
    """Return refugees per 100,000 people of the third of the five, indicator 10.7.4."""
    country = FIVE[2]
    rows = sdg.indicator_rows(tables["sdg_indicators"], "sdg_10_7_4", country)
    found = sdg.reading(sdg.points(rows))
    if found is None or found.earlier is None:
        raise ValueError("no two values of indicator 10.7.4")
    words = {
        "up": lang.text("higher"),
        "down": lang.text("lower"),
        "about": lang.text("about the same"),
        "same": lang.text("the same"),
    }[found.direction or "same"]
    now, then = (lang.number(one.value, 2) for one in (found.latest, found.earlier))
    ratio = found.latest.value / found.earlier.value
    return Example(
        f"10.7.4, {lang.place(country)}",
        ((str(found.earlier.year), then), (str(found.latest.year), now)),
        f"{now} ÷ {then} = {lang.number(ratio, 2)}: {words}",
        ("un_sdg_database",),
    )


def of_index(lang: Language, tables: Tables) -> Example:
    """Return remittances received by the third of the five, 2014 = 100."""
    country, base = FIVE[2], sdg.BASE_YEAR - 1
    rows = eaeu.received_rows(tables["remittances"])
    known = eaeu.by_country(rows, "receiver")[country]
    year = max(known)
    one, other = lang.number(known[year]), lang.number(known[base])
    value = lang.number(eaeu.indexed(known, base)[year], 1)
    return Example(
        f"{lang.place(country)}, {base} = 100",
        ((str(base), other), (str(year), one)),
        f"100 × {one} ÷ {other} = {value}",
        (str(rows["source_id"].iloc[0]),),
    )


def _sources(tables: Tables, name: str) -> tuple[str, ...]:
    return tuple(str(one) for one in tables[name]["source_id"].unique())
