from components.views.countries.filters import SIX, CountryFilters

EACH = tuple(CountryFilters(country) for country in SIX)
PER_HEAD = tuple(CountryFilters(country, per="per_1000") for country in SIX)
BESIDE = (
    CountryFilters("KAZ", ("KGZ",)),
    CountryFilters("TJK", ("KAZ", "KGZ", "TKM", "UZB"), "per_1000"),
    CountryFilters("TKM", ("RUS",)),
    CountryFilters("RUS", ("KAZ", "UZB")),
)
CASES = {
    "country-remittances": (*EACH, *PER_HEAD, *BESIDE),
    "country-remittance-senders": EACH,
    "country-sending-cost": (*EACH, *BESIDE),
    "country-forced-origin": (*EACH, *PER_HEAD, *BESIDE),
    "country-forced-host": (*EACH, *PER_HEAD, *BESIDE),
    "country-asylum-claims": (*EACH, *PER_HEAD, *BESIDE),
    "country-recognition": EACH,
    "country-solutions": (*EACH, *PER_HEAD, *BESIDE),
}
