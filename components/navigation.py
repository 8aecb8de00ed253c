"""The page registry. Edit here to add a page or to change the menu's order."""

import os
from dataclasses import dataclass

from components.language import N_, Language


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
    question : str
        The question that it answers; a message.
    default : bool
        Whether it is the first page.
    """

    path: str
    url: str
    section: str
    title: str
    question: str
    default: bool = False


ATLAS, RETURN, GOALS = N_("Atlas"), N_("Return"), N_("Goals")
RESEARCH, PRESENT = N_("Research"), N_("Present")
BRING_FORM = "ATLAS_BRING_FORM"  # set to 1 by an operator whose readers may have tables checked
BRING = PageSpec(
    "pages/present/bring.py",
    "bring",
    PRESENT,
    N_("Check a table"),
    N_("Is a table ready for the atlas, and if not, what is wrong with it?"),
)


def bring_form() -> bool:
    """Say whether readers may have tables checked."""
    return os.environ.get(BRING_FORM, "") == "1"


CHECKING: tuple[PageSpec, ...] = (BRING,) if bring_form() else ()
PAGES = (
    PageSpec(
        "pages/atlas/start.py",
        "start",
        ATLAS,
        N_("Start"),
        N_("What is this atlas, and what does it show?"),
        default=True,
    ),
    PageSpec(
        "pages/atlas/corridors.py",
        "corridors",
        ATLAS,
        N_("Corridors"),
        N_("Who moves, or has moved, between which countries?"),
    ),
    PageSpec(
        "pages/atlas/countries.py",
        "countries",
        ATLAS,
        N_("Countries"),
        N_("What is each country's migration like?"),
    ),
    PageSpec(
        "pages/atlas/flow_types.py",
        "flow-types",
        ATLAS,
        N_("Flow types"),
        N_("Which flow types does each country have, how large are they, and how is it known?"),
    ),
    PageSpec(
        "pages/atlas/views.py",
        "views",
        ATLAS,
        N_("Contents"),
        N_("What is in the atlas, page by page?"),
    ),
    PageSpec(
        "pages/return/counter_streams.py",
        "counter-streams",
        RETURN,
        N_("Counter-streams"),
        N_("Does every migration stream have a counter-stream?"),
    ),
    PageSpec(
        "pages/return/returns.py",
        "returns",
        RETURN,
        N_("Returns by kind"),
        N_("Who goes back, of their own choice or by order?"),
    ),
    PageSpec(
        "pages/return/avrr.py",
        "avrr",
        RETURN,
        N_("Assisted return"),
        N_("Who is helped to return, and how?"),
    ),
    PageSpec(
        "pages/return/drivers.py",
        "drivers",
        RETURN,
        N_("What drives return"),
        N_("What leads to a return, and where do people live now?"),
    ),
    PageSpec(
        "pages/return/readiness.py",
        "readiness",
        RETURN,
        N_("Readiness"),
        N_("What are the obstacles to assisted return, and what is the evidence?"),
    ),
    PageSpec(
        "pages/goals/sdg.py",
        "sdg",
        GOALS,
        N_("SDG 10.7"),
        N_("What do the figures say about SDG target 10.7?"),
    ),
    PageSpec(
        "pages/goals/policy.py",
        "policy",
        GOALS,
        N_("Policy"),
        N_("Which treaties, organisations and agreements bind which country?"),
    ),
    PageSpec(
        "pages/research/explore.py",
        "explore",
        RESEARCH,
        N_("Explore"),
        N_("What do the tables hold, row by row?"),
    ),
    PageSpec(
        "pages/research/compare.py",
        "compare",
        RESEARCH,
        N_("Compare sources"),
        N_("Why do the numbers differ?"),
    ),
    PageSpec(
        "pages/research/sources.py",
        "sources",
        RESEARCH,
        N_("Sources and methods"),
        N_("Where is each number from, and how is it made?"),
    ),
    PageSpec(
        "pages/present/stories.py",
        "stories",
        PRESENT,
        N_("Stories"),
        N_("Which stories do the figures tell?"),
    ),
    PageSpec(
        "pages/present/slides.py",
        "slides",
        PRESENT,
        N_("My slides"),
        N_("Which views make up your own presentation, and in what order?"),
    ),
    *CHECKING,
)


def path_of(spec: PageSpec) -> str:
    """Return the path of a page below the atlas' own, such as ``/corridors``."""
    return "/" if spec.default else f"/{spec.url}"


def title_of(spec: PageSpec, lang: Language) -> str:
    """Return the title of a page's document: its name and the atlas'."""
    name = lang.text("Central Asia Migration Atlas")
    return name if spec.default else f"{lang.text(spec.title)} – {name}"
