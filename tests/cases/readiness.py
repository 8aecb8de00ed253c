from components.views.readiness.filters import ReadinessFilters
from data.areas import FIVE

GROUPS = (FIVE, *((code,) for code in FIVE), ("KAZ", "TKM"))
EACH = tuple(ReadinessFilters(countries=group) for group in GROUPS)
ONE = tuple(ReadinessFilters(country=code) for code in FIVE)
CASES = {
    "readiness-mechanisms": EACH,
    "readiness-factors": EACH,
    "readiness-obstacles": EACH,
    "readiness-chain": ONE,
    "readiness-peers": ONE,
}
