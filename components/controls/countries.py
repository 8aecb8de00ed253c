"""The choices of the page of one country: which, beside which, per head, and which part."""

from dataclasses import replace
from itertools import chain

from components import cache
from components.language import N_, Language
from components.session.choice import Choice, ChoiceSet, Part, messages, offered, place
from components.views.corridors.filters import CorridorFilters
from components.views.countries.filters import MOST_BESIDE, PER, SIX, CountryFilters
from components.views.countries.measured import name_of
from components.views.registry import SPECS
from data.areas import FIVE
from data.measures.ages_abroad import counts
from data.measures.catalogue import BESIDE_EVENTS
from data.measures.regions import regional_of

USUAL = CountryFilters()
SEXES = ("total", "female", "male")
# The view at the head of each part of the page, and what stands below it: key, title, views.
HEADS: dict[str, str] = {
    "status": "country-status",
    "people": "country-abroad",
    "regions": "country-regions",
    "types": "country-strip",
    "money": "country-remittances",
    "protection": "country-forced-origin",
    "events": "country-events",
}
BELOW: dict[str, tuple[tuple[str, str, tuple[str, ...]], ...]] = {
    "status": (
        ("stocks", N_("Here and abroad"), ("country-stocks",)),
        ("net", N_("Net migration"), ("country-net", "yearly-net")),
        ("transit", N_("Transit"), ("country-transit",)),
        ("five", N_("All five"), ("five",)),
    ),
    "people": (
        ("here", N_("Who lives here"), ("country-here", "country-ages")),
        ("flows", N_("To and from"), ("sankey",)),
        ("unnamed", N_("Missing from the UN table"), ("country-unnamed",)),
        ("women", N_("Women"), ("country-women", "country-women-corridors")),
        ("ages", N_("Ages"), ("ages-destinations", "ages-pyramid")),
    ),
    "regions": (),
    "types": (),
    "money": (
        ("senders", N_("By country the money is sent from"), ("country-remittance-senders",)),
        ("cost", N_("Cost of sending"), ("country-sending-cost",)),
    ),
    "protection": (
        ("host", N_("Protected here"), ("country-forced-host",)),
        ("claims", N_("Asylum claims"), ("country-asylum-claims",)),
        ("decisions", N_("Decisions"), ("country-recognition",)),
        ("solutions", N_("Return of refugees"), ("country-solutions",)),
        ("deaths", N_("Deaths on the way"), ("country-deaths",)),
    ),
    "events": (
        ("compare", N_("Countries compared"), ("country-compare",)),
        ("union", N_("Eurasian Economic Union"), ("country-eaeu",)),
    ),
}
CONTROLS = {"ages": ("host",)}  # choices in the line of a part
PART_NAMES = {
    "status": N_("Status"),
    "people": N_("People abroad and here"),
    "regions": N_("By region"),
    "types": N_("Flow types"),
    "money": N_("Money"),
    "protection": N_("Protection"),
    "events": N_("Events and comparison"),
}
REGIONAL_NAMES = {
    "workers_share": N_("Share of the employed"),
    "workers": N_("People working abroad"),
    "workers_told": N_("Named at a press club"),
    "emigrants": N_("Left for good"),
    "kandas_2023": N_("New kandas, early 2023"),
    "kandas_2021": N_("New kandas, early 2021"),
}
PER_NAMES = {"absolute": N_("People"), "per_1000": N_("Per 1,000 inhabitants")}
MONEY_NAMES = {"absolute": N_("In US dollars"), "per_1000": N_("In US dollars per inhabitant")}
# What only the five have: Russia is here as their hub, in a shorter form.
FIVE_ONLY = {
    "country-transit",
    "country-unnamed",
    "country-ages",
    "ages-destinations",
    "ages-pyramid",
    "country-women-corridors",
    "country-strip",
    "country-regions",
    "country-regions-list",
    "sankey",
}
# What stands beside the head of a part where there is room.
ASIDE = {"regions": ("country-regions-list",)}
OF_CORRIDORS = ("sankey", "five")  # views of the page of corridors
# Parts whose views read the unit.
WITH_PER = ("status", "money", "protection", "events")


def first_of(filters: CountryFilters) -> str:
    """Return the name of the view at the head of the page."""
    return HEADS[filters.part]


def aside_of(filters: CountryFilters) -> tuple[str, ...]:
    """Return the names of the views beside the head of the page."""
    return ASIDE.get(filters.part, ())


def parts_of(filters: CountryFilters) -> tuple[Part[CountryFilters], ...]:
    """Return what stands below the head of the page for a country, and for those beside it.

    A view that shows one country only stands there again for each country beside it, under its
    name and the country's code (``country-ages.KGZ``), as far as it is there for that country.
    """
    found = [
        Part[CountryFilters](
            key,
            title,
            tuple(chain(*(_each(one, filters) for one in names))),
            CONTROLS.get(key, ()),
        )
        for key, title, names in BELOW[filters.part]
    ]
    others = _each(first_of(filters), filters)[1:]
    if others:
        title, columns = N_("Comparison with other countries"), 1 + bool(aside_of(filters))
        found.append(Part[CountryFilters]("beside", title, others, columns=columns))
    return tuple(part for part in found if part.views)


def _there(name: str, country: str) -> bool:
    return country in FIVE or name not in FIVE_ONLY


def compares(name: str) -> bool:
    """Return whether a view draws all countries that are put side by side by itself."""
    return name in ("country-eaeu", "five") or "beside" in SPECS[name].reads


def _each(name: str, filters: CountryFilters) -> tuple[str, ...]:
    """Return a view's names for the country and for those beside it."""
    own = (name,) if _there(name, filters.country) else ()
    if compares(name):
        return own
    return (*own, *(f"{name}.{code}" for code in filters.beside if _there(name, code)))


def of_one(name: str, filters: CountryFilters) -> tuple[str, CountryFilters]:
    """Return the view that a name of `parts_of` stands for, and its choices."""
    view, _, code = name.partition(".")
    return view, replace(filters, country=code, beside=()) if code else filters


def parts(country: str) -> tuple[str, ...]:
    """Return the parts of the page that are there for a country."""
    return tuple(part for part, name in HEADS.items() if _there(name, country))


def _others(filters: CountryFilters) -> tuple[str, ...]:
    return tuple(code for code in SIX if code != filters.country)


def _per_name(lang: Language, per: str, filters: CountryFilters) -> str:
    return lang.text((MONEY_NAMES if filters.part == "money" else PER_NAMES)[per])


def corridor_filters(filters: CountryFilters) -> CorridorFilters:
    """Return the choice of this page as a choice of the corridor page, for its views."""
    return CorridorFilters(direction="both", countries=(filters.country,), sex=filters.sex)


def asks(name: str, filters: CountryFilters) -> tuple[str, object]:
    """Return the view that a name of `parts_of` stands for, and what it reads."""
    view, own = of_one(name, filters)
    return (view, corridor_filters(own)) if view in OF_CORRIDORS else (view, own)


@cache.remembered
def _known_hosts(country: str) -> tuple[str, ...]:
    return tuple(counts(cache.table("ages_abroad"), country))


def _hosts(filters: CountryFilters) -> tuple[str, ...]:
    """Return where ages are known, after the largest of them as nobody's choice."""
    none: tuple[str, ...] = ()
    return ("", *offered(_known_hosts, filters.country, otherwise=none))


def _host_name(lang: Language, code: str, filters: CountryFilters) -> str:
    if code:
        return lang.place(code)
    largest = _hosts(filters)[1:2]
    if not largest:
        return lang.text("The largest count")
    return lang.text("The largest count: {place}", place=lang.place(largest[0]))


CHOICES = ChoiceSet[CountryFilters](
    USUAL,
    (
        Choice(
            "countries",
            N_("Country"),
            SIX,
            place,
            shared=True,
            former=("who", "country"),
            into=lambda filters, code: replace(filters, country=code),
            help=N_("The country that the page is about."),
        ),
        Choice(
            "beside",
            N_("Compare with"),
            _others,
            place,
            form="several",
            empty=N_("No other country"),
            most=MOST_BESIDE,
            help=N_("Other countries, in the same views."),
        ),
        Choice(
            "part",
            N_("Part of the page"),
            lambda filters: parts(filters.country),
            messages(PART_NAMES),
            help=N_("The subject; what stands below it changes with it."),
        ),
        Choice(
            "per",
            N_("Measured in"),
            PER,
            _per_name,
            there=lambda filters: filters.part in WITH_PER,
            help=N_("As counted, or set against the number of inhabitants."),
        ),
        Choice(
            "sex",
            N_("Sex"),
            SEXES,
            lambda lang, sex, _: lang.label("sexes", sex),
            there=lambda filters: filters.part == "people",
            help=N_("All people, or women or men alone where the source tells them apart."),
        ),
        Choice(
            "host",
            N_("Country of residence"),
            _hosts,
            _host_name,
            form="list",
            there=lambda filters: filters.part == "people" and filters.country in FIVE,
            help=N_("Where the people live whose ages are drawn."),
        ),
        Choice(
            "regional",
            N_("Counted by region"),
            lambda filters: regional_of(filters.country),
            messages(REGIONAL_NAMES),
            there=lambda filters: filters.part == "regions",
            help=N_("What is shown of each region; each count is read alone."),
        ),
        Choice(
            "measure",
            N_("Measure"),
            tuple(BESIDE_EVENTS),
            lambda lang, measure, _: name_of(lang, BESIDE_EVENTS[measure]),
            there=lambda filters: filters.part == "events",
            help=N_("What is drawn over the years beside the events."),
        ),
    ),
    views=lambda filters: (first_of(filters), *aside_of(filters)),
    asks=asks,
    parts=parts_of,
)
