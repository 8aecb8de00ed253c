"""Words of measures of movement across borders, in transit and without permission."""

from components.language import N_, NP_
from components.views.measures.forms import MeasureWords, SeriesWords

WORDS: dict[str, MeasureWords] = {
    "border_entries": MeasureWords(
        series={
            "entries_kazakhstan": SeriesWords(
                N_("Entries to Kazakhstan by citizens of the country"),
                NP_(
                    "People {leaving} entered Kazakhstan {n} time {when}",
                    "People {leaving} entered Kazakhstan {n} times {when}",
                ),
            ),
            "entries_in": SeriesWords(
                N_("Entries to the country by all foreigners"),
                NP_(
                    "{n} entry {into} by a foreigner was counted {when}",
                    "{n} entries {into} by foreigners were counted {when}",
                ),
            ),
            "entries_russia": SeriesWords(
                N_("Entries to Russia by citizens of the country"),
                NP_(
                    "People {leaving} entered Russia {n} time {when}",
                    "People {leaving} entered Russia {n} times {when}",
                ),
            ),
        },
    ),
    "tourist_visits": MeasureWords(
        series={
            "visits_uzbekistan": SeriesWords(
                N_("Tourist visits to Uzbekistan by citizens of the country"),
                NP_(
                    "People {leaving} made {n} tourist visit to Uzbekistan {when}",
                    "People {leaving} made {n} tourist visits to Uzbekistan {when}",
                ),
            ),
            "visits_in": SeriesWords(
                N_("Tourist visits to the country by all foreigners"),
                NP_(
                    "Foreigners made {n} tourist visit {into} {when}",
                    "Foreigners made {n} tourist visits {into} {when}",
                ),
            ),
        },
    ),
    "departures_all": MeasureWords(
        series={
            "departures_all": SeriesWords(
                N_("Trips abroad for any purpose"),
                NP_(
                    "{n} trip abroad {leaving}, for any purpose, was counted {when}",
                    "{n} trips abroad {leaving}, for any purpose, were counted {when}",
                ),
            ),
        },
    ),
    "transit": MeasureWords(
        series={
            "transit_in": SeriesWords(
                N_("Moves in by people born in neither country, in five years"),
                NP_(
                    "An estimated {n} person born elsewhere moved {into} {when}",
                    "An estimated {n} people born elsewhere moved {into} {when}",
                ),
            ),
            "transit_out": SeriesWords(
                N_("Moves out by people born in neither country, in five years"),
                NP_(
                    "An estimated {n} person born elsewhere moved on {leaving} {when}",
                    "An estimated {n} people born elsewhere moved on {leaving} {when}",
                ),
            ),
        },
    ),
    "mexico_proceedings": MeasureWords(
        series={
            "mexico_proceedings": SeriesWords(
                N_("Proceedings on irregular stay in Mexico"),
                NP_(
                    "Mexico opened {n} proceeding on irregular stay of people {leaving} {when}",
                    "Mexico opened {n} proceedings on irregular stay of people {leaving} {when}",
                ),
            ),
        },
    ),
    "honduras_entries": MeasureWords(
        series={
            "honduras_entries": SeriesWords(
                N_("Irregular entries to Honduras"),
                NP_(
                    "Honduras counted {n} irregular entry of people {leaving} {when}",
                    "Honduras counted {n} irregular entries of people {leaving} {when}",
                ),
            ),
        },
    ),
    "panama_transits": MeasureWords(
        series={
            "panama_transits": SeriesWords(
                N_("Crossings of the Darién in Panama"),
                NP_(
                    "Panama counted {n} crossing of the Darién by people {leaving} {when}",
                    "Panama counted {n} crossings of the Darién by people {leaving} {when}",
                ),
            ),
        },
    ),
    "found_present": MeasureWords(
        series={
            "found_present": SeriesWords(
                N_("Found in the EU without the right to stay"),
                NP_(
                    "{n} person {leaving} was found in the EU without a right to stay {when}",
                    "{n} people {leaving} were found in the EU without a right to stay {when}",
                ),
            ),
        },
    ),
    "eu_border": MeasureWords(
        series={
            "eu_border": SeriesWords(
                N_("Detections of irregular crossings at the EU's external border"),
                NP_(
                    "{n} irregular crossing of the EU's border by people {leaving} was seen {when}",
                    "{n} irregular crossings of the EU's border by people {leaving} were seen "
                    "{when}",
                ),
            ),
        },
    ),
    "eu_refused": MeasureWords(
        series={
            "eu_refused": SeriesWords(
                N_("Refused entry at Europe's external border"),
                NP_(
                    "{n} person {leaving} was refused entry at Europe's external border {when}",
                    "{n} people {leaving} were refused entry at Europe's external border {when}",
                ),
            ),
        },
    ),
}
