"""Words of measures of people who come to their historic homeland, and of students."""

from components.language import N_, NP_
from components.views.measures.forms import MeasureWords, SeriesWords

WORDS: dict[str, MeasureWords] = {
    "kandas": MeasureWords(
        series={
            "kandas": SeriesWords(
                N_("Kandas status granted by Kazakhstan"),
                NP_(
                    "Kazakhstan granted kandas status to {n} person {when}",
                    "Kazakhstan granted kandas status to {n} people {when}",
                ),
            ),
        },
    ),
    "kairylman": MeasureWords(
        series={
            "kairylman": SeriesWords(
                N_("Kairylman status granted by Kyrgyzstan"),
                NP_(
                    "Kyrgyzstan granted kairylman status to {n} person {when}",
                    "Kyrgyzstan granted kairylman status to {n} people {when}",
                ),
            ),
            "kairylman_from": SeriesWords(
                N_("Kairylman status granted by Kyrgyzstan to people from the country"),
                NP_(
                    "Kyrgyzstan granted kairylman status to {n} person {leaving} {when}",
                    "Kyrgyzstan granted kairylman status to {n} people {leaving} {when}",
                ),
            ),
        },
    ),
    "kandas_share_from": MeasureWords(
        series={
            "kandas_share_from": SeriesWords(
                N_("Share of Kazakhstan's new kandas who came from the country"),
                NP_(
                    "{n} of Kazakhstan's new kandas came {leaving} {when}",
                    "{n} of Kazakhstan's new kandas came {leaving} {when}",
                ),
            ),
        },
    ),
    "citizenship": MeasureWords(
        series={
            "citizenship_russia": SeriesWords(
                N_("Citizenship of Russia granted, on any ground"),
                NP_(
                    "Russia granted citizenship to {n} person {leaving} {when}",
                    "Russia granted citizenship to {n} people {leaving} {when}",
                ),
            ),
            "citizenship_kazakhstan": SeriesWords(
                N_("Citizenship of Kazakhstan granted, on any ground"),
                NP_(
                    "Kazakhstan granted citizenship to {n} person {leaving} {when}",
                    "Kazakhstan granted citizenship to {n} people {leaving} {when}",
                ),
            ),
        },
    ),
    "students_abroad": MeasureWords(
        series={
            "students_abroad": SeriesWords(
                N_("Students abroad"),
                NP_(
                    "{n} student {leaving} studied abroad {when}",
                    "{n} students {leaving} studied abroad {when}",
                ),
            ),
        },
    ),
    "students_in": MeasureWords(
        series={
            "students_in": SeriesWords(
                N_("Foreign students in the country"),
                NP_(
                    "{n} foreign student studied {inside} {when}",
                    "{n} foreign students studied {inside} {when}",
                ),
            ),
        },
    ),
}
