from components.views.countries.filters import SIX, CountryFilters

EACH = tuple(CountryFilters(country) for country in SIX)
PER_HEAD = tuple(CountryFilters(country, per="per_1000") for country in SIX)
BY_SEX = tuple(CountryFilters(country, sex=sex) for country in SIX for sex in ("female", "male"))
BESIDE = (
    CountryFilters("KAZ", ("KGZ",)),
    CountryFilters("TJK", ("KAZ", "KGZ", "TKM", "UZB"), "per_1000"),
    CountryFilters("RUS", ("KAZ", "UZB")),
)
AGES = (
    *(CountryFilters("KAZ", host=host) for host in ("TUR", "CAN", "GBR", "KOR", "ARM", "EGY")),
    *(CountryFilters("TKM", host=host) for host in ("GBR", "NLD", "ESP", "ARM", "DEU")),
    *(CountryFilters("UZB", host=host) for host in ("JPN", "AUS", "IRL", "NZL", "KOR")),
    CountryFilters("TJK", host="ROU"),
    CountryFilters("KGZ", host="RUS"),
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
    "ages-destinations": EACH,
    "ages-pyramid": (*EACH, *AGES),
}
