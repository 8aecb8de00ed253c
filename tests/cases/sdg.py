from components.views.sdg.filters import WORDS, SdgFilters
from data.areas import FIVE

GROUPS = (FIVE, *((code,) for code in FIVE), ("KAZ", "TKM"), ("TJK", "UZB"), ("KGZ", "TJK", "UZB"))
EACH = tuple(SdgFilters(countries=group) for group in GROUPS)
CASES = {
    "sdg-blocks": EACH,
    "sdg-scorecard": (
        *EACH,
        *(SdgFilters(countries=group, word=word) for word in WORDS for group in GROUPS),
    ),
    "sdg-policies": EACH,
    "sdg-deaths": EACH,
    "sdg-refugees": EACH,
    "sdg-cost": EACH,
    "sdg-trafficking": EACH,
    "sdg-tiers": EACH,
    "sdg-recruitment": EACH,
    "sdg-avrr-links": (SdgFilters(),),
}
