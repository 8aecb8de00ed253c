"""What a reader can choose on the page of flow types."""

from dataclasses import dataclass

from data.areas import FIVE
from data.measures.catalogue import TYPES, of_type

PER = ("absolute", "per_1000")


@dataclass(frozen=True)
class TypesFilters:
    """The state of the page; every field stands in the link.

    Attributes
    ----------
    countries : tuple of str
        Which of the five are compared.
    flow_type : str
        Type of migration of the cell in hand, and of the comparison.
    country : str
        Country of the cell in hand.
    measure : str
        Series of the type by which the countries are compared, from the catalogue of measures.
    per : {"absolute", "per_1000"}
        Whether the comparison is in numbers, or per 1,000 inhabitants.
    """

    countries: tuple[str, ...] = FIVE
    flow_type: str = TYPES[0]
    country: str = FIVE[0]
    measure: str = of_type(TYPES[0])[0].id
    per: str = PER[0]
