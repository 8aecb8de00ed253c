"""Words of measures of money that migrants send."""

from components.language import N_, NP_
from components.views.measures.forms import BesideWords, CorridorWords, MeasureWords, Sentences

WORDS: dict[str, MeasureWords] = {
    "remittances_received": MeasureWords(
        beside={
            "remittances_received": BesideWords(
                N_("Remittances received"),
                N_("US dollars in the year"),
                N_("The central bank would have it, in the balance of payments."),
                title=N_("The most remittances in {year} went {high_to}: {top}"),
                title_relative=N_(
                    "Per inhabitant, the most remittances in {year} went {high_to}: {top}"
                ),
            ),
        },
    ),
    "remittances": MeasureWords(
        corridors=CorridorWords(
            N_("Remittances"),
            N_("US dollars sent in the year, modelled"),
            Sentences(
                NP_(
                    "An estimated {n} US dollar went {from_start} {to_end} in {period}",
                    "An estimated {n} US dollars went {from_start} {to_end} in {period}",
                ),
                NP_(
                    "An estimated {n} US dollar was sent home {who} in {period}",
                    "An estimated {n} US dollars was sent home {who} in {period}",
                ),
                NP_(
                    "An estimated {n} US dollar was sent {who} in {period}",
                    "An estimated {n} US dollars was sent {who} in {period}",
                ),
            ),
            N_("sent from here"),
            N_("sent here"),
        ),
    ),
}
