"""The messages of returns by host country."""

from components.language import N_, NP_
from components.views.corridors.forms import Sentences, Words

RETURNS_OUT = NP_("{n} return {who} in {period}", "{n} returns {who} in {period}")
BACK = N_("returned")
RETURNS = {
    "uk_voluntary": Words(
        N_("Voluntary returns from the United Kingdom"),
        N_(
            "Voluntary returns in the year, by nationality: assisted, controlled and other verified"
        ),
        Sentences(
            NP_(
                "The United Kingdom counted {n} voluntary return of citizens {of_end} in {period}",
                "The United Kingdom counted {n} voluntary returns of citizens {of_end} in {period}",
            ),
            RETURNS_OUT,
            NP_(
                "The United Kingdom counted {n} voluntary return of citizens {who} in {period}",
                "The United Kingdom counted {n} voluntary returns of citizens {who} in {period}",
            ),
        ),
        BACK,
        BACK,
        "from",
        "of",
    ),
    "uk_assisted": Words(
        N_("Assisted returns from the United Kingdom"),
        N_("Assisted returns in the year, by nationality: a part of the voluntary ones"),
        Sentences(
            NP_(
                "The United Kingdom counted {n} assisted return of citizens {of_end} in {period}",
                "The United Kingdom counted {n} assisted returns of citizens {of_end} in {period}",
            ),
            RETURNS_OUT,
            NP_(
                "The United Kingdom counted {n} assisted return of citizens {who} in {period}",
                "The United Kingdom counted {n} assisted returns of citizens {who} in {period}",
            ),
        ),
        BACK,
        BACK,
        "from",
        "of",
    ),
    "uk_enforced": Words(
        N_("Enforced returns from the United Kingdom"),
        N_("Enforced returns in the year, by nationality; refusals at the border apart"),
        Sentences(
            NP_(
                "The United Kingdom counted {n} enforced return of citizens {of_end} in {period}",
                "The United Kingdom counted {n} enforced returns of citizens {of_end} in {period}",
            ),
            RETURNS_OUT,
            NP_(
                "The United Kingdom counted {n} enforced return of citizens {who} in {period}",
                "The United Kingdom counted {n} enforced returns of citizens {who} in {period}",
            ),
        ),
        BACK,
        BACK,
        "from",
        "of",
    ),
    "eu_ordered": Words(
        N_("Returns from Europe after an order to leave"),
        N_(
            "Citizens returned to a non-EU country after an order to leave, in the year, from all "
            "reporting States: some are not members of the European Union"
        ),
        Sentences(
            NP_(
                "{n} citizen {of_end} returned {from_start} to their own or another non-EU "
                "country after an order to leave in {period}",
                "{n} citizens {of_end} returned {from_start} to their own or another non-EU "
                "country after an order to leave in {period}",
            ),
            RETURNS_OUT,
            NP_(
                "{n} citizen {who} returned from the European Union and other reporting "
                "countries to their own or another non-EU country after an order to leave "
                "in {period}",
                "{n} citizens {who} returned from the European Union and other reporting "
                "countries to their own or another non-EU country after an order to leave "
                "in {period}",
            ),
        ),
        BACK,
        BACK,
        "from",
        "of",
    ),
    "frontex_enforced": Words(
        N_("Enforced returns coordinated by Frontex"),
        N_("People returned in operations that Frontex coordinated, in the year"),
        Sentences(
            NP_(
                "{n} person was returned {from_start} {to_end} in operations coordinated by "
                "Frontex in {period}",
                "{n} people were returned {from_start} {to_end} in operations coordinated by "
                "Frontex in {period}",
            ),
            RETURNS_OUT,
            NP_(
                "{n} person was returned {who} in operations coordinated by Frontex in {period}",
                "{n} people were returned {who} in operations coordinated by Frontex in {period}",
            ),
        ),
        BACK,
        BACK,
    ),
    "frontex_voluntary": Words(
        N_("Humanitarian voluntary returns with Frontex"),
        N_("People on humanitarian voluntary return flights, in the year"),
        Sentences(
            NP_(
                "{n} person returned {from_start} {to_end} on a humanitarian flight in {period}",
                "{n} people returned {from_start} {to_end} on humanitarian flights in {period}",
            ),
            RETURNS_OUT,
            NP_(
                "{n} person returned {who} on a humanitarian flight in {period}",
                "{n} people returned {who} on humanitarian flights in {period}",
            ),
        ),
        BACK,
        BACK,
    ),
}
