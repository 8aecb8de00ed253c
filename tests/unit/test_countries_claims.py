"""What every headline of the page of countries may say: walked over all states of the page."""

import re
from itertools import product

import pytest

from components.context import RenderContext
from components.controls.countries import FIVE_ONLY
from components.phrases.figures import rate
from components.views.countries import VIEWS
from components.views.countries.filters import PER, SIX, CountryFilters
from components.views.registry import SPECS
from data.areas import FIVE
from data.measures.ages_abroad import counts
from data.measures.ages_hosts import covered
from data.measures.breaks import breaks_of
from data.measures.catalogue import BESIDE_EVENTS, SERIES
from data.measures.regions import regional_of
from data.measures.standards import SHARE_MINIMUM
from tests.claims import LANG, as_written, percents, told, years_in
from tests.support import built, table

WORKERS, EMIGRANTS = 1_588_678, 4_710  # of all regions of Uzbekistan, as printed
PAIR = re.compile(
    r"([\d.,]+(?: (?:thousand|million|billion|тыс\.|млн|млрд))?)(?:%|\s%)?"
    r"(?: to |–| до )\1(?!\d)"
)
FIELDS = {
    "beside": lambda country: ((), tuple(c for c in SIX if c != country)[:2]),
    "per": lambda country: PER,
    "sex": lambda country: ("total", "female", "male"),
    "measure": lambda country: BESIDE_EVENTS,
    "host": lambda country: ("", *counts(table("ages_abroad"), country)),
    "regional": lambda country: regional_of(country) or ("workers_share",),
}


def states(name, country):
    """Every choice that a view reads, for one country."""
    fields = [field for field in VIEWS[name].reads if field != "country"]
    for chosen in product(*(FIELDS[field](country) for field in fields)):
        filters = CountryFilters(country, **dict(zip(fields, chosen, strict=True)))
        if not (filters.beside and filters.per != PER[0]):  # one of the two changes a sentence
            yield filters


EVERY = [(name, country) for name in VIEWS for country in SIX]
OWN = [pair for pair in EVERY if pair[0] != "country-sending-cost"]


def people(view):
    """The column of absolute figures of a table."""
    return "people" if "people" in [c.name for c in view.table.columns] else "value"


def status(view, filters):
    rows = view.table.rows
    last = rows.loc[rows["period"].eq("2024") & rows["unit"].eq("people"), "value"].to_list()
    yield from as_written(*last[:2])
    yield from percents(last[-1] / last[-2])


def stocks(view, filters):
    rows = view.table.rows
    own = rows.loc[rows["country"].eq(LANG.place(filters.country))]
    yield from as_written(*own.loc[own["year"].isin(["1990", "2024"]), people(view)])


def net(view, filters):
    rows = view.table.rows
    own = rows.loc[rows["country"].eq(LANG.place(filters.country))]
    for first, last in re.findall(r"(\d{4})–(\d{4})", view.title):
        years = [str(y) for y in range(int(first), int(last) + 1)]
        residual = own["what"].eq("Net migration (residual)") & own["year"].isin(years)
        assert residual.sum() == len(years)
        yield from as_written(own.loc[residual, "value"].sum())
    counted = own["what"].eq("Net migration (counted)")
    same = own["what"].eq("Net migration (residual)")
    same &= own["year"].isin(own.loc[counted, "year"])
    yield from as_written(own.loc[same, "value"].sum())
    alone = own["what"].str.contains("Net migration with")
    year = own["year"].isin(own.loc[alone, "year"])
    yield from as_written(*own.loc[year, "value"])
    yield from as_written(own.loc[counted, "value"].sum())
    yield from as_written(*own.loc[own["what"].str.startswith("People"), "value"])


def partners(view, filters):
    own = view.table.rows[filters.sex]
    top = own.loc[~view.table.rows["codes"].isin(["OTH", "UNK"])].max()
    if filters.country == "RUS":
        yield from percents(float(view.table.rows["share"].max()) / 100)
        yield from as_written(100 * top / float(view.table.rows["share"].max()))
    else:
        yield from as_written(own.sum())
        yield from percents(top / own.sum())


def values(view, filters):
    yield from as_written(*view.table.rows["value"].dropna())


def women(view, filters):
    yield from percents(*view.table.rows["share"] / 100)


def ages(view, filters):
    rows = view.table.rows
    if len(rows):
        both = rows["female"] + rows["male"]
        first = rows["age"].str.extract(r"^(\d+)")[0].astype(int)
        yield from percents(
            both[first >= 60].sum() / both.sum(), both[first < 20].sum() / both.sum()
        )
    yield from ("60", "20")


def strip(view, filters):
    rows = view.table.rows.drop_duplicates("type")
    yield str(len(rows))
    yield str(int(rows["value"].notna().sum()))
    yield str(int(rows["grade"].eq("Official statistics").sum()))


def events(view, filters):
    rows = view.table.rows
    yield from as_written(*rows["value"].dropna(), *rows["change"].dropna())
    yield str(int(rows["words"].ne("").sum()))
    if filters.measure == "refugees" and years_in(view.title):
        yield str(len(set.intersection(*(hosts(filters.country, y) for y in years_in(view.title)))))


def hosts(country, year):
    """Countries that count refugees and others from a country in a year."""
    found = table("forced_displacement")
    rows = found["indicator"].isin(["refugees", "other_in_need_of_protection"])
    rows &= found["source_id"].eq("unhcr_refugee_statistics") & found["value"].gt(0)
    rows &= found["origin"].eq(country) & found["year"].eq(year)
    return set(found.loc[rows, "destination"])


def eaeu(view, filters):
    rows = view.table.rows
    yield from percents(*rows.loc[rows["what"].str.contains("census"), "since"] / 100)


def compare(view, filters):
    rows = view.table.rows
    year = str(max(years_in(view.title), default=0))
    yield from as_written(*rows.loc[rows["year"].eq(year), "value"].dropna())
    yield "1,000"


def recognition(view, filters):
    rows = view.table.rows
    last = int(rows["year"].astype(int).max())
    recent = rows.loc[
        rows["year"].astype(int).isin(years_in(view.title) or range(last - 4, last + 1))
    ]
    keys = ["side", "partner", "level"]
    sums = recent.groupby(keys)[["recognised", "complementary", "rejected"]].sum()
    positive, all_ = sums["recognised"] + sums["complementary"], sums.sum(axis=1)
    yield from as_written(*positive, *all_)
    yield from percents(*(positive / all_).dropna())


def deaths(view, filters):
    rows = view.table.rows
    yield from as_written(*rows["value"].dropna())
    own = rows.loc[rows["place"].eq(LANG.place(filters.country)) & rows["origin"].eq("")]
    yield from as_written(own["value"].sum())


def forced(view, filters):
    rows = view.table.rows
    own = rows.loc[rows["country"].eq(LANG.place(filters.country))]
    last = own.loc[own["year"].astype(int).isin(years_in(view.title))]
    yield from as_written(*last.loc[last["partner"].eq("All countries together"), "value"])
    parts = last.loc[last["partner"].ne("All countries together")]
    for _, group in parts.groupby("year"):
        for _, kind in group.groupby("what"):
            yield from percents(*kind["value"] / kind["value"].sum())
        # Two groups of the protected are one whole; the new group is of unknown origin or Afghan.
        protected = group.loc[~group["what"].str.contains("Asylum|tateless|isplaced")]
        for _, partner in protected.groupby("partner"):
            yield from percents(partner["value"].sum() / protected["value"].sum())


def claims(view, filters):
    rows = view.table.rows
    found = sorted(years_in(view.title))
    own = rows.loc[
        rows["country"].eq(LANG.place(filters.country))
        & rows["partner"].ne("All countries together")
    ]
    for _, group in own.groupby("what"):
        wide = group.pivot_table(index="partner", columns="year", values="value", aggfunc="sum")
        if set(map(str, found)) <= set(wide.columns):
            both = wide[[str(y) for y in found]].dropna()
            yield from as_written(*both.sum())
            yield str(len(both))


def solutions(view, filters):
    rows = view.table.rows
    own = rows.loc[
        rows["country"].eq(LANG.place(filters.country))
        & rows["partner"].eq("All countries together")
    ]
    back = own.loc[own["what"].eq("Went back to the country"), ["year", "value"]]
    assert {int(back["year"].min()), int(back["year"].max())} <= years_in(view.title)
    yield from as_written(back["value"].sum())


def money(view, filters):
    rows = view.table.rows
    column = "dollars" if "dollars" in [c.name for c in view.table.columns] else "value"
    yield from as_written(*rows.loc[rows["unit"].ne("%"), column].dropna())
    yield from percents(*rows.loc[rows["unit"].eq("%"), "value"] / 100)


def senders(view, filters):
    yield from as_written(*view.table.rows["million_dollars"] * 1e6)


def hosts_of_ages(view, filters):
    shared = (table("migrant_stocks"), table("ages_abroad"), filters.country)
    yield from ("2015", LANG.percent(1 - covered(*shared)))


def ages_abroad(view, filters):
    """Shares of what is below each group, added up from the table, and the ages themselves."""
    rows = view.table.rows
    if rows.empty:
        return
    whole = rows["both"].iloc[-1]
    yield from as_written(whole)
    yield from ("15", "64")
    for age, part in zip(rows["age"], rows["both"].cumsum() / whole, strict=True):
        last = re.search(r"–(\d+)", age)
        if last:
            yield from (str(int(last[1]) + 1), LANG.percent(part))
    ends = rows["age"].str.extract(r"^(\d+)–(\d+)").astype(float)
    working = ends[0].ge(15) & ends[1].le(64)
    yield LANG.percent(rows.loc[working, "both"].sum() / whole)


def regions(view, filters):
    """Values of the table, shares of its total or of the whole, and how many regions there are."""
    rows = view.table.rows
    yield str(len(rows))
    if "share" in rows:
        yield from percents(*rows["share"].dropna() / 100, rows["share"].sum() / 100)
    if "value" in rows:
        known = rows["value"].dropna()
        yield str(len(known))
        yield from as_written(*known)
        yield from percents(known.nlargest(3).sum() / WORKERS, known.max() / EMIGRANTS)


ALLOWED = {
    "country-status": status,
    "country-stocks": stocks,
    "country-net": net,
    "country-transit": values,
    "country-abroad": partners,
    "country-here": partners,
    "country-unnamed": values,
    "country-women": women,
    "country-women-corridors": women,
    "country-ages": ages,
    "ages-destinations": hosts_of_ages,
    "ages-pyramid": ages_abroad,
    "country-regions": regions,
    "country-regions-list": regions,
    "country-strip": strip,
    "country-events": events,
    "country-eaeu": eaeu,
    "country-compare": compare,
    "country-remittances": money,
    "country-remittance-senders": senders,
    "country-forced-origin": forced,
    "country-forced-host": forced,
    "country-asylum-claims": claims,
    "country-recognition": recognition,
    "country-deaths": deaths,
    "country-solutions": solutions,
}


def of_page(name, country):
    """States that the page shows: some views have only the five."""
    shown = country in FIVE or name not in FIVE_ONLY
    return list(states(name, country)) if shown else []


def rates(view, filters):
    """What a headline per 1,000 inhabitants may have beside counts: the figures of the table."""
    if filters.per == "per_1000":
        yield "1,000"
        for column in view.table.rows.select_dtypes("number"):
            yield from (rate(LANG, abs(v)) for v in view.table.rows[column].dropna())


@pytest.mark.parametrize(("name", "country"), OWN)
def test_each_number_of_a_headline_stands_in_the_table_or_is_made_of_its_rows(name, country):
    for filters in of_page(name, country):
        view = built(name, filters)
        allowed = {*ALLOWED[name](view, filters), *rates(view, filters)}
        assert [one for one in told(view.title) if one not in allowed] == [], (
            view.title,
            filters,
        )


@pytest.mark.parametrize("lang", ["en", "ru"])
@pytest.mark.parametrize(("name", "country"), EVERY)
def test_no_sentence_is_empty_absurd_or_broken(name, country, lang):
    for filters in of_page(name, country):
        if lang == "ru" and (filters.beside or filters.per != PER[0]):
            continue  # the same sentences as in English, which walks them all
        view = built(name, filters, RenderContext(lang))
        for text in (view.title, view.subtitle, view.missing, *view.notes):
            assert not re.search(r"\d[.,]0(?!\d)", text), text
            assert not PAIR.search(text), text
            assert "nan" not in text.lower().split(), text
            assert "None" not in text, text
            assert "{" not in text, text
            assert ". ." not in text, text
        assert not re.search(r"\b0 (largest|refugees|people|claims)\b", view.title), view.title
        assert view.title.count(" — ") < 3, view.title
        assert "— −" not in view.title, view.title


@pytest.mark.parametrize("country", SIX)
def test_a_share_of_positive_decisions_is_of_enough_and_whole_decisions(country):
    view = built("country-recognition", CountryFilters(country))
    rows = view.table.rows
    sums = rows.groupby(["codes", "side", "level", "year"])[["rejected", "rate"]].sum(min_count=1)
    shown = sums.loc[sums["rate"].notna()]
    assert len(shown)
    recent = rows.loc[rows["year"].astype(int).isin(years_in(view.title))]
    for share in re.findall(r"(\d+%)[^%]*?in ([A-Z][A-Za-z ]+?)(?: and|,| in \d|$)", view.title):
        own = recent.loc[recent["partner"].isin([share[1], share[1].removeprefix("the ")])]
        decided = (
            own.groupby("level")[["recognised", "complementary", "rejected"]].sum().sum(axis=1)
        )
        assert decided.max() >= SHARE_MINIMUM, view.title
    assert "United States" not in view.title
    usa = rows.loc[
        rows["codes"].eq("USA") & rows["level"].isin(["asylum officers", "immigration courts"])
    ]
    assert usa["rate"].isna().all()
    temporary = rows.loc[rows["level"].str.contains("temporary asylum") & rows["year"].ge("2016")]
    assert temporary["rate"].isna().all()  # no refusal is reported since 2016
    if country == "RUS":
        assert "%" not in view.title


def test_a_level_that_reports_no_refusal_has_no_share():
    rows = built("country-recognition", CountryFilters("TJK")).table.rows
    here = rows.loc[
        rows["side"].eq("people from elsewhere, in the country")
        & rows["level"].eq("first instance")
        & rows["year"].ge("2023")
    ]
    assert len(here)
    assert here["rate"].isna().all()


@pytest.mark.parametrize("measure", BESIDE_EVENTS)
@pytest.mark.parametrize("country", SIX)
def test_no_event_is_named_beside_a_change(country, measure):
    view = built("country-events", CountryFilters(country, measure=measure))
    named = view.table.rows.loc[view.table.rows["words"].ne(""), "words"]
    assert len(named)
    assert not any(words.split(":")[0] in view.title for words in named)
    assert "of that time" not in view.title


@pytest.mark.parametrize("country", SIX)
def test_a_verdict_by_net_migration_is_told_only_where_the_sources_agree(country):
    title = built("country-net", CountryFilters(country)).title
    assert " gained " not in title
    assert " lost " not in title
    doubted = ("contradicts the stocks", "no count confirms", "counts put")
    assert any(words in title for words in doubted)
    assert re.search(r"the UN\b|the United Nations", title)
    assert "net migration" not in built("country-status", CountryFilters(country)).title


@pytest.mark.parametrize("sex", ["female", "male"])
@pytest.mark.parametrize("name", ["country-abroad", "country-here"])
@pytest.mark.parametrize("country", SIX)
def test_a_chosen_sex_is_told_with_its_own_number(country, name, sex):
    view = built(name, CountryFilters(country, sex=sex))
    assert {"female": " women ", "male": " men "}[sex] in view.title
    assert view.title != built(name, CountryFilters(country)).title


@pytest.mark.parametrize("name", ["country-abroad", "country-stocks", "country-status"])
@pytest.mark.parametrize("country", ["KAZ", "KGZ", "TJK", "TKM", "UZB"])
def test_the_hosts_that_the_table_does_not_name_stand_in_the_subtitle(country, name):
    stocks = table("migrant_stocks")
    own = stocks["source_id"].eq("un_desa_ims2024") & stocks["series"].eq("pairs")
    named = set(stocks.loc[own & stocks["origin"].eq(country), "destination"])
    told_of = built(name, CountryFilters(country)).subtitle
    for code in ("USA", "GBR", "FRA", "ARE", "SAU", "DEU"):
        assert (LANG.place(code) in told_of) == (code not in named)


def test_people_of_the_largest_group_are_refugees_from_a_country_not_in_it():
    every = states("country-compare", "KAZ")
    of_refugees = [filters for filters in every if filters.measure == "refugees"]
    assert of_refugees
    for filters in of_refugees:
        view = built("country-compare", filters)
        assert re.search(r" came from \w+: ", view.title)
        assert " in Uzbekistan" not in view.title


@pytest.mark.parametrize("country", SIX)
def test_refugees_who_went_back_are_the_same_as_on_the_page_of_returns(country):
    forced_rows = table("forced_displacement")
    back = forced_rows.loc[
        forced_rows["indicator"].eq("returned_refugees") & forced_rows["origin"].eq(country)
    ]
    for filters in states("country-solutions", country):
        view = built("country-solutions", filters)
        rows = view.table.rows
        ours = rows.loc[
            rows["country"].eq(LANG.place(country))
            & rows["what"].eq("Went back to the country")
            & rows["partner"].eq("All countries together")
        ]
        assert ours["value"].sum() == back["value"].sum()
        assert (ours["year"].astype(int).min(), ours["year"].astype(int).max()) == (
            back["year"].min(),
            back["year"].max(),
        )


def gap(trace, year):
    """Whether a line has a hole between a year and the one before it."""
    points = list(zip(trace.x, trace.y, strict=True))
    return any(value is None for x, value in points if year - 1 <= x <= year)


@pytest.mark.parametrize("per", PER)
@pytest.mark.parametrize("country", ["KAZ", "KGZ", "TJK", "TKM", "UZB"])
def test_no_line_of_refugees_leads_into_the_first_row_of_russia(country, per):
    compared = built("country-compare", CountryFilters(country, per=per, measure="refugees"))
    assert len(compared.figure.data) == len(SIX) - 1
    assert all(gap(trace, 1996) for trace in compared.figure.data)
    forced_view = built("country-forced-origin", CountryFilters(country, per=per))
    main = forced_view.figure.data[0]
    assert main.type == "bar" or gap(main, 1996)
    if per == PER[0]:
        events_view = built("country-events", CountryFilters(country, measure="refugees"))
        assert gap(events_view.figure.data[0], 1996)


@pytest.mark.parametrize("country", ["KAZ", "KGZ", "TJK", "TKM", "UZB"])
def test_the_strip_joins_no_sums_over_other_countries(country):
    tables = {one: table(one) for one in SPECS["country-strip"].tables}
    assert 1996 in breaks_of(tables, SERIES["refugees_from"], country)
    stateless = SERIES["stateless_in"]
    assert breaks_of(tables, stateless, country) == stateless.breaks_in(country)
