"""Views that count the same thing in another way, on other pages: what “also on” leads to."""

from collections.abc import Iterator
from dataclasses import dataclass

from components.view import View


@dataclass(frozen=True)
class Count:
    """A view that counts something.

    Attributes
    ----------
    view : str
        Name of the view in the registry.
    address : str
        Where it stands, such as ``countries?part=money``.
    kind : str
        What has to be chosen for it to count this, as `View.choice` tells it; empty where nothing.
    """

    view: str
    address: str
    kind: str = ""

    @property
    def page(self) -> str:
        """Address of its page."""
        return self.address.partition("?")[0]


def _of_country(view: str, part: str, closer: str = "") -> Count:
    return Count(view, f"countries?part={part}" + (f"&closer={closer}" if closer else ""))


def _indicator(view: str, indicator: str) -> Count:
    return Count(view, f"sdg?closer=indicator&indicator={indicator}")


def _measure(name: str) -> Count:
    return Count("corridor-map", f"corridors?measure={name}", name)


def _series(flow_type: str, name: str) -> Count:
    address = f"flow-types?closer=compare&cell=KAZ.{flow_type}&measure={name}"
    return Count("types-compare", address, name)


# Each group counts one thing; a view leads to the first ones of its group on other pages.
ALIKE: tuple[tuple[Count, ...], ...] = (
    (
        Count("avrr-cases", "avrr?closer=known&pieces=cases"),
        Count("returns-crisis", "returns?part=crisis"),
    ),
    (_of_country("country-deaths", "protection", "deaths"), _indicator("sdg-deaths", "10.7.3")),
    (_of_country("country-sending-cost", "money", "cost"), _indicator("sdg-cost", "10.c.1")),
    (
        _of_country("country-forced-origin", "protection"),
        _indicator("sdg-refugees", "10.7.4"),
        _measure("refugees"),
    ),
    (
        _of_country("country-solutions", "protection", "solutions"),
        Count("returns-refugees", "returns?part=refugees"),
    ),
    (_of_country("country-remittances", "money"), _measure("remittances")),
    (
        _of_country("country-abroad", "people"),
        Count("corridor-map", "corridors"),
        Count("drivers-pool", "drivers?closer=pool"),
    ),
    (
        Count("country-net", "countries?closer=net"),
        Count("counter-totals", "counter-streams?closer=whole"),
    ),
    (
        Count("yearly-net", "countries?closer=net"),
        Count("counter-totals", "counter-streams?closer=whole"),
    ),
    (
        Count("evidence", "corridors?corridor=KAZ-RUS&closer=corridor"),
        Count("compare-sources", "compare"),
    ),
    (
        Count("yearly-ranked", "counter-streams?closer=by_year&by_year=ranked"),
        _measure("flow"),
    ),
    (Count("country-transit", "countries?closer=transit"), _series("transit", "transit_in")),
    (_of_country("country-strip", "types"), Count("types-matrix", "flow-types")),
    (
        Count("returns-uk-share", "returns?part=uk"),
        _measure("uk_voluntary"),
        _series("return", "uk_voluntary"),
    ),
    (
        Count("returns-eu-years", "returns?part=eu"),
        _measure("eu_ordered"),
        _series("return", "eu_returned"),
    ),
    (
        Count("drivers-found-years", "drivers?closer=found"),
        _series("irregular", "found_present"),
    ),
    (
        Count("drivers-refused", "drivers?closer=steps&step=refused"),
        _series("irregular", "eu_refused"),
    ),
    (
        Count("returns-dated", "returns?part=dated"),
        _series("return", "removed_russia"),
    ),
    (
        Count("returns-tracked", "returns?part=tracked"),
        _series("return", "returned_in_communities"),
    ),
    (
        Count("readmission-matrix", "policy?closer=readmission"),
        Count("readiness-mechanisms", "readiness"),
    ),
    (
        Count("policy-treaties", "policy"),
        Count("readiness-peers", "readiness?closer=peers"),
    ),
    (
        Count("country-regions", "countries?part=regions", "kandas_2023"),
        _series("repatriation", "kandas"),
    ),
    (_measure("permits"), _series("labour", "permits_europe")),
)
KINDS = {one.kind for group in ALIKE for one in group if one.kind}


def also(view: View, page: str) -> Iterator[Count]:
    """Yield views on other pages that count what a view counts.

    Parameters
    ----------
    view : View
        With its choice.
    page : str
        Address of the page that it stands on.
    """
    kind = next((one for one in view.choice if one in KINDS), "")
    for group in ALIKE:
        if any(one.view == view.name and one.kind == kind for one in group):
            yield from (one for one in group if one.page != page)
