"""The page registry. Edit here to add a page or to change the menu's order."""

from dataclasses import dataclass

from components.language import N_


@dataclass(frozen=True)
class PageSpec:
    """One page of the menu.

    Attributes
    ----------
    path : str
        File of the page, from the project's root.
    url : str
        Its address.
    section : str
        Section of the menu; a message.
    title : str
        Name in the menu; a message.
    default : bool
        Whether it is the first page.
    """

    path: str
    url: str
    section: str
    title: str
    default: bool = False


PAGES = (
    PageSpec("pages/atlas/start.py", "start", N_("Atlas"), N_("Start"), default=True),
    PageSpec("pages/atlas/corridors.py", "corridors", N_("Atlas"), N_("Corridors")),
    PageSpec(
        "pages/return/counter_streams.py", "counter-streams", N_("Return"), N_("Counter-streams")
    ),
    PageSpec("pages/return/returns.py", "returns", N_("Return"), N_("Returns by kind")),
    PageSpec("pages/return/avrr.py", "avrr", N_("Return"), N_("Assisted return")),
    PageSpec("pages/return/drivers.py", "drivers", N_("Return"), N_("What drives return")),
    PageSpec("pages/return/readiness.py", "readiness", N_("Return"), N_("Readiness")),
    PageSpec("pages/goals/sdg.py", "sdg", N_("Goals"), N_("SDG 10.7")),
    PageSpec("pages/goals/policy.py", "policy", N_("Goals"), N_("Policy")),
)
