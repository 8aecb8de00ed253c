"""What a reader can choose on the page where sources are compared."""

from dataclasses import dataclass


@dataclass(frozen=True)
class CompareFilters:
    """The state of the page; every field stands in the link.

    Attributes
    ----------
    start, end : str
        The country that people belong to, and the one where they are.
    subject : str
        A key of `data.measures.source_subjects.SUBJECTS`.
    in_year : int
        Year, or last year of a period; 0 where nobody has chosen one.
    country : str
        The country of the indicator.
    series : str
        A key of `data.measures.source_subjects.INDICATORS`.
    at : int
        Year of the indicator; 0 where nobody has chosen one.
    """

    start: str = "KAZ"
    end: str = "RUS"
    subject: str = "people"
    in_year: int = 0
    country: str = "UZB"
    series: str = "net"
    at: int = 0
