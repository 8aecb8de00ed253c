"""Words of measures of people in need of protection."""

from components.language import N_, NP_
from components.views.measures.forms import (
    BesideWords,
    CorridorWords,
    MeasureWords,
    Sentences,
    SeriesWords,
)

WORDS: dict[str, MeasureWords] = {
    "refugees": MeasureWords(
        corridors=CorridorWords(
            N_("Refugees"),
            N_("Refugees and other people in need of international protection, end of year"),
            Sentences(
                NP_(
                    "{n} refugee or other person {from_start} was {in_end} at the end of {period}",
                    "{n} refugees and others {from_start} were {in_end} at the end of {period}",
                ),
                NP_(
                    "{n} refugee or other person {who} was abroad at the end of {period}",
                    "{n} refugees and others {who} were abroad at the end of {period}",
                ),
                NP_(
                    "{n} refugee or other person was {who} at the end of {period}",
                    "{n} refugees and others were {who} at the end of {period}",
                ),
            ),
            N_("from here, protected abroad"),
            N_("protected here, from abroad"),
            "from",
            "in",
            "in",
            "from",
        ),
        series={
            "refugees_from": SeriesWords(
                N_("Refugees and others in need of protection from the country"),
                NP_(
                    "{n} refugee or other person {leaving} needed protection abroad {when}",
                    "{n} refugees and others {leaving} needed protection abroad {when}",
                ),
            ),
            "refugees_in": SeriesWords(
                N_("Refugees and others in need of protection in the country"),
                NP_(
                    "{n} refugee or other person needed protection {inside} {when}",
                    "{n} refugees and others needed protection {inside} {when}",
                ),
            ),
        },
        beside={
            "refugees_from": BesideWords(
                N_("Refugees from the country"),
                N_("People, at the end of the year"),
                N_("UNHCR would have it; the atlas has only people from the five countries."),
                title=N_("The most refugees abroad at the end of {year} came {high_from}: {top}"),
                title_relative=N_(
                    "Per head, the most refugees at the end of {year} came {high_from}: {top}"
                ),
                note=N_(
                    "Refugees together with other people in need of international "
                    "protection, added over the "
                    "countries of asylum; in 2023–2025 UNHCR moved people between the two "
                    "groups, and the "
                    "line is broken there."
                ),
            ),
        },
    ),
    "asylum": MeasureWords(
        corridors=CorridorWords(
            N_("Asylum-seekers"),
            N_("People with a claim not yet decided, end of year"),
            Sentences(
                NP_(
                    "{n} asylum-seeker {from_start} was {in_end} at the end of {period}",
                    "{n} asylum-seekers {from_start} were {in_end} at the end of {period}",
                ),
                NP_(
                    "{n} asylum-seeker {who} was waiting at the end of {period}",
                    "{n} asylum-seekers {who} were waiting at the end of {period}",
                ),
                NP_(
                    "{n} asylum-seeker was waiting {who} at the end of {period}",
                    "{n} asylum-seekers were waiting {who} at the end of {period}",
                ),
            ),
            N_("from here, waiting abroad"),
            N_("waiting here, from abroad"),
            "from",
            "in",
            "in",
            "from",
        ),
        series={
            "asylum_from": SeriesWords(
                N_("Asylum-seekers from the country, waiting for a decision"),
                NP_(
                    "{n} asylum-seeker {leaving} waited abroad for a decision {when}",
                    "{n} asylum-seekers {leaving} waited abroad for a decision {when}",
                ),
            ),
            "asylum_in": SeriesWords(
                N_("Asylum-seekers in the country, waiting for a decision"),
                NP_(
                    "{n} asylum-seeker waited {inside} for a decision {when}",
                    "{n} asylum-seekers waited {inside} for a decision {when}",
                ),
            ),
        },
    ),
    "stateless": MeasureWords(
        series={
            "stateless_in": SeriesWords(
                N_("Stateless people in the country"),
                NP_(
                    "{n} stateless person lived {inside} {when}",
                    "{n} stateless people lived {inside} {when}",
                ),
            ),
        },
    ),
}
