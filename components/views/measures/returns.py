"""Words of measures of returns."""

from components.language import N_, NP_
from components.views.measures.forms import CorridorWords, MeasureWords, Sentences, SeriesWords

RETURNS_OUT = NP_("{n} return {who} in {period}", "{n} returns {who} in {period}")
BACK = N_("returned")
WORDS: dict[str, MeasureWords] = {
    "uk_voluntary": MeasureWords(
        corridors=CorridorWords(
            N_("Voluntary returns from the United Kingdom"),
            N_(
                "Voluntary returns in the year, by nationality: assisted, controlled and "
                "other verified"
            ),
            Sentences(
                NP_(
                    "The UK counted {n} voluntary return of citizens {of_end} in {period}",
                    "The UK counted {n} voluntary returns of citizens {of_end} in {period}",
                ),
                RETURNS_OUT,
                NP_(
                    "The UK counted {n} voluntary return of citizens {who} in {period}",
                    "The UK counted {n} voluntary returns of citizens {who} in {period}",
                ),
            ),
            BACK,
            BACK,
            "from",
            "of",
        ),
        series={
            "uk_voluntary": SeriesWords(
                N_("Voluntary returns from the UK"),
                NP_(
                    "The United Kingdom counted {n} voluntary return of people {leaving} {when}",
                    "The United Kingdom counted {n} voluntary returns of people {leaving} {when}",
                ),
            ),
        },
    ),
    "uk_assisted": MeasureWords(
        corridors=CorridorWords(
            N_("Assisted returns from the United Kingdom"),
            N_("Assisted returns in the year, by nationality: a part of the voluntary ones"),
            Sentences(
                NP_(
                    "The UK counted {n} assisted return of citizens {of_end} in {period}",
                    "The UK counted {n} assisted returns of citizens {of_end} in {period}",
                ),
                RETURNS_OUT,
                NP_(
                    "The UK counted {n} assisted return of citizens {who} in {period}",
                    "The UK counted {n} assisted returns of citizens {who} in {period}",
                ),
            ),
            BACK,
            BACK,
            "from",
            "of",
        ),
    ),
    "uk_enforced": MeasureWords(
        corridors=CorridorWords(
            N_("Enforced returns from the United Kingdom"),
            N_(
                "Enforced returns in the year, by nationality; refusals at the border are "
                "counted separately"
            ),
            Sentences(
                NP_(
                    "The UK counted {n} enforced return of citizens {of_end} in {period}",
                    "The UK counted {n} enforced returns of citizens {of_end} in {period}",
                ),
                RETURNS_OUT,
                NP_(
                    "The UK counted {n} enforced return of citizens {who} in {period}",
                    "The UK counted {n} enforced returns of citizens {who} in {period}",
                ),
            ),
            BACK,
            BACK,
            "from",
            "of",
        ),
        series={
            "uk_enforced": SeriesWords(
                N_("Enforced returns from the UK"),
                NP_(
                    "The United Kingdom counted {n} enforced return of people {leaving} {when}",
                    "The United Kingdom counted {n} enforced returns of people {leaving} {when}",
                ),
            ),
        },
    ),
    "eu_ordered": MeasureWords(
        corridors=CorridorWords(
            N_("Returns from Europe after an order to leave"),
            N_(
                "Citizens returned to a non-EU country after an order to leave, in the year, "
                "from all "
                "reporting States: some are not members of the European Union"
            ),
            Sentences(
                NP_(
                    "{n} citizen {of_end} returned {from_start} after an order to leave in "
                    "{period}",
                    "{n} citizens {of_end} returned {from_start} after an order to leave in "
                    "{period}",
                ),
                RETURNS_OUT,
                NP_(
                    "{n} citizen {who} returned from Europe after an order to leave in {period}",
                    "{n} citizens {who} returned from Europe after an order to leave in {period}",
                ),
            ),
            BACK,
            BACK,
            "from",
            "of",
        ),
        series={
            "eu_returned": SeriesWords(
                N_("Returned from the EU to third countries after an order to leave"),
                NP_(
                    "{n} person {leaving} ordered to leave left the EU for a third country {when}",
                    "{n} people {leaving} ordered to leave left the EU for a third country {when}",
                ),
            ),
        },
    ),
    "frontex_enforced": MeasureWords(
        corridors=CorridorWords(
            N_("Enforced returns coordinated by Frontex"),
            N_("People returned in operations that Frontex coordinated, in the year"),
            Sentences(
                NP_(
                    "{n} person was returned {from_start} {to_end} in Frontex operations in "
                    "{period}",
                    "{n} people were returned {from_start} {to_end} in Frontex operations in "
                    "{period}",
                ),
                RETURNS_OUT,
                NP_(
                    "{n} person was returned {who} in Frontex operations in {period}",
                    "{n} people were returned {who} in Frontex operations in {period}",
                ),
            ),
            BACK,
            BACK,
        ),
    ),
    "frontex_voluntary": MeasureWords(
        corridors=CorridorWords(
            N_("Humanitarian voluntary returns with Frontex"),
            N_("People on humanitarian voluntary return flights, in the year"),
            Sentences(
                NP_(
                    "{n} person returned {from_start} {to_end} on a humanitarian flight in "
                    "{period}",
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
    ),
    "labour_returned": MeasureWords(
        series={
            "labour_returned": SeriesWords(
                N_("Labour migrants who came back"),
                NP_(
                    "{n} labour migrant came back {into} {when}",
                    "{n} labour migrants came back {into} {when}",
                ),
            ),
        },
    ),
    "returned_in_communities": MeasureWords(
        series={
            "returned_in_communities": SeriesWords(
                N_("Return migrants in assessed communities"),
                NP_(
                    "In assessed communities, {n} person came back {into} {when}",
                    "In assessed communities, {n} people came back {into} {when}",
                ),
            ),
        },
    ),
    "removed_russia": MeasureWords(
        series={
            "removed_russia": SeriesWords(
                N_("Removed from Russia"),
                NP_(
                    "Russia removed {n} person {into} {when}",
                    "Russia removed {n} people {into} {when}",
                ),
            ),
        },
    ),
    "state_paid": MeasureWords(
        series={
            "state_paid": SeriesWords(
                N_("Returns with the help of the State of origin"),
                NP_(
                    "{n} person was helped back {into} by the State {when}",
                    "{n} people were helped back {into} by the State {when}",
                ),
            ),
        },
    ),
    "pandemic_russia": MeasureWords(
        series={
            "pandemic_russia": SeriesWords(
                N_("Came or brought home from Russia during the pandemic"),
                NP_(
                    "{n} person came or was brought {into} from Russia {when}",
                    "{n} people came or were brought {into} from Russia {when}",
                ),
            ),
        },
    ),
    "evacuated": MeasureWords(
        series={
            "evacuated": SeriesWords(
                N_("Came home or evacuated from a war or crisis"),
                NP_(
                    "{n} person came or was evacuated {into} {when}",
                    "{n} people came or were evacuated {into} {when}",
                ),
            ),
        },
    ),
    "return_flow": MeasureWords(
        series={
            "return_flow": SeriesWords(
                N_("Moves back to the country of birth, over five years"),
                NP_(
                    "An estimated {n} person born {inside} moved back there {when}",
                    "An estimated {n} people born {inside} moved back there {when}",
                ),
            ),
        },
    ),
}
