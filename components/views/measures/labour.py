"""Words of measures of work and stay abroad, and of foreign workers."""

from components.language import N_, NP_
from components.views.measures.forms import CorridorWords, MeasureWords, Sentences, SeriesWords

WORDS: dict[str, MeasureWords] = {
    "permits": MeasureWords(
        corridors=CorridorWords(
            N_("Residence permits in Europe"),
            N_("Valid residence permits of citizens, on 31 December"),
            Sentences(
                NP_(
                    "{n} citizen {of_start} had a residence permit {in_end} at the end of {period}",
                    "{n} citizens {of_start} had residence permits {in_end} at the end of {period}",
                ),
                NP_(
                    "{n} citizen {who} had a residence permit in Europe in late {period}",
                    "{n} citizens {who} had residence permits in Europe in late {period}",
                ),
                NP_(
                    "{n} person had a residence permit {who} at the end of {period}",
                    "{n} people had residence permits {who} at the end of {period}",
                ),
            ),
            N_("citizens with permits in Europe"),
            N_("with permits here"),
            "of",
            "in",
            "in",
            "from",
        ),
        series={
            "permits_europe": SeriesWords(
                N_("Valid residence permits in Europe, for any purpose"),
                NP_(
                    "People {leaving} held {n} residence permit in Europe {when}",
                    "People {leaving} held {n} residence permits in Europe {when}",
                ),
            ),
        },
    ),
    "working_abroad": MeasureWords(
        series={
            "working_abroad": SeriesWords(
                N_("People working abroad, by officials' estimate"),
                NP_(
                    "Officials estimate that {n} person {leaving} worked abroad {when}",
                    "Officials estimate that {n} people {leaving} worked abroad {when}",
                ),
            ),
            "working_russia": SeriesWords(
                N_("People working in Russia, by officials' estimate"),
                NP_(
                    "Officials estimate that {n} person {leaving} worked in Russia {when}",
                    "Officials estimate that {n} people {leaving} worked in Russia {when}",
                ),
            ),
        },
    ),
    "citizens_abroad": MeasureWords(
        series={
            "citizens_abroad": SeriesWords(
                N_("Citizens who stay abroad as migrants, by officials' statement"),
                NP_(
                    "Officials speak of {n} migrant {leaving} abroad {when}",
                    "Officials speak of {n} migrants {leaving} abroad {when}",
                ),
            ),
            "citizens_russia": SeriesWords(
                N_("Citizens who stay in Russia as migrants, by officials' statement"),
                NP_(
                    "Officials speak of {n} migrant {leaving} in Russia {when}",
                    "Officials speak of {n} migrants {leaving} in Russia {when}",
                ),
            ),
        },
    ),
    "labour_migrants_left": MeasureWords(
        series={
            "labour_migrants_left": SeriesWords(
                N_("Departures to work abroad"),
                NP_(
                    "{n} departure {leaving} to work abroad was counted {when}",
                    "{n} departures {leaving} to work abroad were counted {when}",
                ),
            ),
        },
    ),
    "workers_in_communities": MeasureWords(
        series={
            "workers_in_communities": SeriesWords(
                N_("Migrant workers in the country, in assessed communities"),
                NP_(
                    "IOM found {n} migrant worker in communities {inside} {when}",
                    "IOM found {n} migrant workers in communities {inside} {when}",
                ),
            ),
        },
    ),
    "permits_turkiye": MeasureWords(
        series={
            "permits_turkiye": SeriesWords(
                N_("Residence permit holders in Türkiye, for any purpose"),
                NP_(
                    "{n} person {leaving} held a residence permit in Türkiye {when}",
                    "{n} people {leaving} held residence permits in Türkiye {when}",
                ),
            ),
        },
    ),
    "entries_for_work_russia": MeasureWords(
        series={
            "entries_for_work_russia": SeriesWords(
                N_("Entries to Russia for work"),
                NP_(
                    "People {leaving} entered Russia for work {n} time {when}",
                    "People {leaving} entered Russia for work {n} times {when}",
                ),
            ),
        },
    ),
    "patents_russia": MeasureWords(
        series={
            "patents_russia": SeriesWords(
                N_("Work patents issued in Russia"),
                NP_(
                    "Russia issued {n} work patent to people {leaving} {when}",
                    "Russia issued {n} work patents to people {leaving} {when}",
                ),
            ),
        },
    ),
    "registered_russia": MeasureWords(
        series={
            "registered_russia": SeriesWords(
                N_("In the migration register of Russia"),
                NP_(
                    "{n} person {leaving} was in Russia's migration register {when}",
                    "{n} people {leaving} were in Russia's migration register {when}",
                ),
            ),
        },
    ),
    "work_permits_poland": MeasureWords(
        series={
            "work_permits_poland": SeriesWords(
                N_("Work permits issued in Poland"),
                NP_(
                    "Poland issued {n} work permit to people {leaving} {when}",
                    "Poland issued {n} work permits to people {leaving} {when}",
                ),
            ),
        },
    ),
    "foreign_workers": MeasureWords(
        series={
            "foreign_workers": SeriesWords(
                N_("Foreign workers on permits in the country"),
                NP_(
                    "{n} foreigner worked {inside} on a permit {when}",
                    "{n} foreigners worked {inside} on permits {when}",
                ),
            ),
        },
    ),
    "foreign_labour_permits": MeasureWords(
        series={
            "foreign_labour_permits": SeriesWords(
                N_("Permits for foreign labour in the country"),
                NP_(
                    "{n} permit for foreign labour was issued {inside} {when}",
                    "{n} permits for foreign labour were issued {inside} {when}",
                ),
            ),
        },
    ),
}
