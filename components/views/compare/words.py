"""What is compared, in words: subjects, indicators, kinds of figures, and who else would know."""

from components.language import N_, Language
from components.phrases.places import corridor, headlined
from components.phrases.sentences import lower_first
from data.measures.source_subjects import STATELESS, WORLD

SUBJECT_NAMES: dict[str, str] = {
    "people": N_("People who live there"),
    "moves_5y": N_("Moves in five years"),
    "moves_1y": N_("Moves in a year"),
    "work": N_("Work and permits"),
    "returns": N_("Returns"),
    "money": N_("Money sent home"),
    "students": N_("Students"),
    "refugees": N_("Refugees and asylum"),
    "citizenship": N_("Citizenship and repatriation"),
}
INDICATOR_NAMES: dict[str, str] = {
    "abroad": N_("People born there who live abroad"),
    "here": N_("People from abroad who live there"),
    "net": N_("Net migration"),
    "arrivals": N_("Arrivals in a year"),
    "departures": N_("Departures in a year"),
    "working_abroad": N_("Citizens working abroad"),
    "money_received": N_("Money received from abroad"),
    "money_gdp": N_("Money received, share of GDP"),
    "money_paid": N_("Money sent abroad"),
    "cost": N_("Cost of sending money there"),
    "stateless": N_("Stateless people"),
    "students_in": N_("Students from abroad"),
    "population": N_("Population"),
    "gdp": N_("Gross domestic product"),
}
# Who could give a second figure, or the first one.
WHO: dict[str, str] = {
    "people": N_(
        "The census or the statistical office of the country of residence would have one."
    ),
    "moves_5y": N_("A census that asks where people lived five years before would have one."),
    "moves_1y": N_("The population registers of both countries would have one."),
    "work": N_("The ministries of labour of both countries would have one."),
    "returns": N_(
        "The authority that people leave, and the border service at home, would have one."
    ),
    "money": N_("The central banks of both countries would have one."),
    "students": N_("The ministries of education of both countries would have one."),
    "refugees": N_("The asylum authority of the country of refuge would have one."),
    "citizenship": N_("The migration authority of the country that grants it would have one."),
}
ELSEWHERE: dict[str, str] = {
    "money_received": N_("The central bank would have one."),
    "money_paid": N_("The central bank would have one."),
    "money_gdp": N_("The central bank would have one."),
    "gdp": N_("The statistical office and the IMF would have one."),
    "cost": N_("The central bank would have one."),
}
OFFICE = N_("The statistical office of the country would have one.")
# What a kind counts, in headings: kinds that are not one indicator, or are named with both ends.
KIND_NAMES: dict[str, str] = {
    "remittances": N_("Remittances, all ways"),
    "net": N_("Net migration of the year"),
    "registered": N_("Moves registered for residence"),
    "asylum_claims": N_("New asylum claims in the year"),
    "money_gdp": N_("Money received as a share of GDP"),
    "cost": N_("Cost of sending 200 dollars there"),
    "workers_resident": N_("Foreign workers alone"),
    "stateless": N_("Stateless people in the country"),
    "flow_5y": N_("Moves over five years"),
    "flow_1y": N_("Moves in the year"),
    "return_voluntary_all": N_("Voluntary returns, assisted ones among them"),
}
# The same in a headline.
ON_A_CORRIDOR: dict[str, str] = {
    "migrant_stock.birth": N_("People born {in_home} living {in_away}"),
    "citizens_resident.citizenship": N_("Citizens {of_home} living {in_away}"),
    "flow_5y.residence": N_("Moves {from_home} {to_away}"),
    "flow_1y.residence": N_("Moves {from_home} {to_away}"),
    "registered": N_("Registered moves {from_home} {to_away}"),
    "remittances": N_("Money sent {from_away} {to_home}"),
    "flow_5y_return.residence": N_("Returns {from_away} {to_home}"),
}
# The same of one country and all others: by kind, and whether the others are at home.
ALONE: dict[tuple[str, bool], str] = {
    ("migrant_stock.birth", False): N_("People born {in_home} living abroad"),
    ("migrant_stock.birth", True): N_("People born abroad living {in_away}"),
    ("citizens_resident.citizenship", True): N_("Foreign citizens living {in_away}"),
}


def indicator_of(kind: str) -> str:
    """Return the name of a kind without the mark by which people are counted."""
    return kind.partition(".")[0]


def kind_name(lang: Language, kind: str) -> str:
    """Name what a kind of figures counts, without its places."""
    name = indicator_of(kind)
    return lang.text(KIND_NAMES[name]) if name in KIND_NAMES else lang.label("indicators", name)


def heading(lang: Language, kind: str, home: str, away: str) -> str:
    """Name what a kind of figures counts, above its figures."""
    if kind == "migrant_stock.birth":
        return (
            lang.text("People born abroad")
            if home == WORLD
            else lang.text("People born {in_home}", in_home=lang.place(home, "in"))
        )
    if kind == "citizens_resident.citizenship":
        return (
            lang.text("Foreign citizens")
            if home == WORLD
            else lang.text("Citizens {of_home}", of_home=lang.place(home, "of"))
        )
    return kind_name(lang, kind)


def what(lang: Language, kind: str, home: str, away: str) -> str:
    """Name what a kind of figures counts, with its places, for a headline."""
    known = ALONE.get((kind, home == WORLD)) if WORLD in (home, away) else ON_A_CORRIDOR.get(kind)
    if known is None and {home, away} & {WORLD, STATELESS}:
        own = away if home in (WORLD, STATELESS) else home
        name = lower_first(kind_name(lang, kind))
        return lang.text("{place}, {what}", place=lang.place(own), what=name)
    if known is None:
        ways = corridor(lang, home, away)
        return lang.text("{what}, {corridor}", what=kind_name(lang, kind), corridor=ways)
    return lang.text(
        known,
        in_home=headlined(lang, home, "in"),
        of_home=lang.place(home, "of"),
        from_home=headlined(lang, home, "from"),
        to_home=lang.place(home, "to"),
        in_away=headlined(lang, away, "in"),
        from_away=headlined(lang, away, "from"),
        to_away=lang.place(away, "to"),
    )
