"""Names of the kinds of return, of who counted each, and of who would know what is missing."""

from typing import Literal

from components.language import N_
from data.measures.returns_known import Group

GROUP_NAMES: dict[Group, tuple[str, str]] = {
    "assisted": (
        N_("Assisted return"),
        N_("of their own choice, with somebody’s help"),
    ),
    "voluntary": (
        N_("Other voluntary return"),
        N_("people without the right to stay who left by themselves"),
    ),
    "enforced": (
        N_("Enforced return"),
        N_("removed or deported by an authority"),
    ),
    "mixed": (
        N_("Voluntary or enforced, not distinguished"),
        N_("after an order to leave, out of detention, or without an order of removal"),
    ),
    "humanitarian": (
        N_("Humanitarian return"),
        N_("out of a war, by an operation of States"),
    ),
    "state": (
        N_("With help of the country of origin, or out of a crisis"),
        N_("not IOM’s programme; who paid is not always said"),
    ),
    "refugees": (
        N_("Refugees who went back"),
        N_("people with refugee status in the country that they left"),
    ),
    "tracked": (
        N_("Not a flow: people who have come back"),
        N_("found or counted at home, whoever brought them back: not a kind of return"),
    ),
}
LINE_NAMES: dict[str, str] = {
    "iom": N_("IOM: people helped home"),
    "uk_assisted": N_("United Kingdom: assisted returns"),
    "uk_voluntary": N_(
        "United Kingdom: all voluntary returns, the assisted ones not shown separately"
    ),
    "uk_other": N_("United Kingdom: voluntary returns without help"),
    "uk_enforced": N_("United Kingdom: enforced returns"),
    "us_removals": N_("United States, Yearbooks: people removed on an order"),
    "us_returns": N_("United States: returns without an order of removal"),
    "uk_detention": N_("United Kingdom: returned out of detention, a part of its returns"),
    "usa": N_("United States, enforcement agency: people removed"),
    "deu": N_("Germany: people removed"),
    "pol": N_("Poland: people removed"),
    "rus": N_("Russia: people removed, as counted at home"),
    "frontex": N_("Flights with Frontex: people on board"),
    "mexico": N_("Mexico: deportations, cases"),
    "eu": N_("European Union: people returned outside it after an order to leave"),
    "conflict": N_("From Syria and Iraq: people, or women and children alone"),
    "poland": N_("From Ukraine by way of Poland: people on flights"),
    "state": N_("Helped home by their State: people"),
    "covid": N_("Pandemic of 2020: people who came or were brought home"),
    "ukraine": N_("War in Ukraine, 2022: people evacuated"),
    "mideast": N_("Middle East, 2026: people who came home or were evacuated"),
    "unhcr": N_("UNHCR: returned refugees"),
    "dtm": N_("IOM’s tracking: people in communities"),
    "ministries": N_("Ministry at home: labour migrants"),
}
WOULD_KNOW: dict[Group, str] = {
    "assisted": N_("IOM and the host countries’ programmes"),
    "voluntary": N_("the host countries’ interior ministries"),
    "enforced": N_("the host countries’ border and migration services"),
    "mixed": N_("Eurostat and the interior ministries of the countries left"),
    "humanitarian": N_("the foreign ministry of the country of origin"),
    "state": N_("the migration authorities of the country of origin"),
    "refugees": N_("UNHCR"),
    "tracked": N_("IOM’s Displacement Tracking Matrix and labour ministries"),
}
# The bands in which the counts are drawn, and what each is called.
Band = Literal["voluntary", "enforced", "other", "apart"]
BANDS: dict[Group, Band] = {
    "assisted": "voluntary",
    "voluntary": "voluntary",
    "enforced": "enforced",
    "mixed": "other",
    "humanitarian": "other",
    "state": "other",
    "refugees": "other",
    "tracked": "apart",
}
BAND_NAMES: dict[Band, str] = {
    "voluntary": N_("Voluntary: assisted, or without help"),
    "enforced": N_("Enforced: removed or deported by an authority"),
    "other": N_("Other: not distinguished, out of a war or crisis, refugees"),
    "apart": N_("Not a flow: people who have come back"),
}
