"""Choices of the page where sources are compared: every subject, every indicator, every country."""

from components.views.compare.filters import CompareFilters
from data.areas import FIVE
from data.measures.source_subjects import INDICATORS, SUBJECTS

PAIRS = {
    "people": ("UZB", "KOR"),
    "moves_5y": ("KAZ", "RUS"),
    "moves_1y": ("UZB", "KAZ"),
    "work": ("KGZ", "RUS"),
    "returns": ("UZB", "GBR"),
    "money": ("UZB", "RUS"),
    "students": ("KAZ", "RUS"),
    "refugees": ("TJK", "POL"),
    "citizenship": ("TJK", "RUS"),
}
CORRIDORS = (
    *(CompareFilters(*pair, subject) for subject, pair in PAIRS.items()),
    CompareFilters(),
    CompareFilters("RUS", "TKM"),  # people from outside the five
    CompareFilters("TKM", "ARE"),
    CompareFilters("KGZ", "DEU", in_year=2011),
    CompareFilters("TKM", "USA", "citizenship"),  # nothing known
)
LAST = "TKM"  # of which the least is known
COUNTRIES = (
    *(CompareFilters(country="KAZ", series=series) for series in INDICATORS),
    *(CompareFilters(country=code) for code in FIVE),
    CompareFilters(country=LAST, series="working_abroad"),  # nothing known
    CompareFilters(country=LAST, series="money_received"),
)
CASES = {
    "compare-sources": CORRIDORS,
    "compare-time": CORRIDORS,
    "compare-why": CORRIDORS,
    "compare-country": COUNTRIES,
    "compare-widest": tuple(CompareFilters(subject=subject) for subject in SUBJECTS),
}
