from components.views.countries.filters import SIX, CountryFilters

EACH = tuple(CountryFilters(country) for country in SIX)
PER_HEAD = tuple(CountryFilters(country, per="per_1000") for country in SIX)
BY_SEX = tuple(CountryFilters(country, sex=sex) for country in SIX for sex in ("female", "male"))
BESIDE = (
    CountryFilters("KAZ", ("KGZ",)),
    CountryFilters("TJK", ("KAZ", "KGZ", "TKM", "UZB"), "per_1000"),
    CountryFilters("RUS", ("KAZ", "UZB")),
)
CASES = {
    "country-status": EACH,
    "country-stocks": (*EACH, *PER_HEAD, *BESIDE),
    "country-net": (*EACH, *PER_HEAD, *BESIDE),
    "country-transit": EACH,
    "country-abroad": (*EACH, *BY_SEX),
    "country-here": (*EACH, *BY_SEX),
    "country-unnamed": EACH,
    "country-women": (*EACH, *BESIDE),
    "country-women-corridors": EACH[:-1],
    "country-deaths": EACH,
    "country-ages": EACH,
}
