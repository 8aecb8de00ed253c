"""Words of measures of people by where they were born, and of moves between countries."""

from components.language import N_, NP_
from components.views.measures.forms import BesideWords, CorridorWords, MeasureWords, Sentences

WORDS: dict[str, MeasureWords] = {
    "net_migration": MeasureWords(
        beside={
            "net_migration": BesideWords(
                N_("Net migration"),
                N_("People in the year, estimated"),
                N_("The Population Division of the United Nations would have it."),
            ),
        },
    ),
    "stock": MeasureWords(
        corridors=CorridorWords(
            N_("People living abroad"),
            N_("People by country of birth, estimates of the United Nations for 1 July"),
            Sentences(
                NP_(
                    "{n} person born {in_start} lived {in_end} in {period}",
                    "{n} people born {in_start} lived {in_end} in {period}",
                ),
                NP_(
                    "{n} person born {who} lived abroad in {period}",
                    "{n} people born {who} lived abroad in {period}",
                ),
                NP_(
                    "{n} person born in another country lived {who} in {period}",
                    "{n} people born in another country lived {who} in {period}",
                ),
                NP_(
                    "{n} person born {who} lives abroad",
                    "{n} people born {who} live abroad",
                ),
            ),
            N_("born here, living abroad"),
            N_("living here, born abroad"),
            "in",
            "in",
            "in",
            "from",
            Sentences(
                NP_(
                    "{n} woman born {in_start} lived {in_end} in {period}",
                    "{n} women born {in_start} lived {in_end} in {period}",
                ),
                NP_(
                    "{n} woman born {who} lived abroad in {period}",
                    "{n} women born {who} lived abroad in {period}",
                ),
                NP_(
                    "{n} woman born in another country lived {who} in {period}",
                    "{n} women born in another country lived {who} in {period}",
                ),
                NP_(
                    "{n} woman born {who} lives abroad",
                    "{n} women born {who} live abroad",
                ),
            ),
            Sentences(
                NP_(
                    "{n} man born {in_start} lived {in_end} in {period}",
                    "{n} men born {in_start} lived {in_end} in {period}",
                ),
                NP_(
                    "{n} man born {who} lived abroad in {period}",
                    "{n} men born {who} lived abroad in {period}",
                ),
                NP_(
                    "{n} man born in another country lived {who} in {period}",
                    "{n} men born in another country lived {who} in {period}",
                ),
                NP_(
                    "{n} man born {who} lives abroad",
                    "{n} men born {who} live abroad",
                ),
            ),
        ),
        beside={
            "abroad": BesideWords(
                N_("People born here who live abroad"),
                N_("People, on 1 July"),
                N_("The Population Division of the United Nations would have it."),
                title=N_("In {year} the most people living abroad were born {high_in}: {top}"),
                title_relative=N_(
                    "Per head, the most people living abroad in {year} were born {high_in}: {top}"
                ),
            ),
            "here": BesideWords(
                N_("People born abroad who live here"),
                N_("People, on 1 July"),
                N_("The Population Division of the United Nations would have it."),
                title=N_("In {year} the most residents born abroad lived {high_in}: {top}"),
                title_relative=N_(
                    "Per head, the most residents born abroad lived {high_in} in {year}: {top}"
                ),
            ),
        },
    ),
    "flow": MeasureWords(
        corridors=CorridorWords(
            N_("Moves in five years (modelled)"),
            N_("People who changed their country of residence in five years, modelled"),
            Sentences(
                NP_(
                    "An estimated {n} person moved {from_start} {to_end} in {period}",
                    "An estimated {n} people moved {from_start} {to_end} in {period}",
                ),
                NP_(
                    "An estimated {n} person moved away {who} in {period}",
                    "An estimated {n} people moved away {who} in {period}",
                ),
                NP_(
                    "An estimated {n} person moved {who} in {period}",
                    "An estimated {n} people moved {who} in {period}",
                ),
            ),
            N_("moved out"),
            N_("moved in"),
            women=Sentences(
                NP_(
                    "An estimated {n} woman moved {from_start} {to_end} in {period}",
                    "An estimated {n} women moved {from_start} {to_end} in {period}",
                ),
                NP_(
                    "An estimated {n} woman moved away {who} in {period}",
                    "An estimated {n} women moved away {who} in {period}",
                ),
                NP_(
                    "An estimated {n} woman moved {who} in {period}",
                    "An estimated {n} women moved {who} in {period}",
                ),
            ),
            men=Sentences(
                NP_(
                    "An estimated {n} man moved {from_start} {to_end} in {period}",
                    "An estimated {n} men moved {from_start} {to_end} in {period}",
                ),
                NP_(
                    "An estimated {n} man moved away {who} in {period}",
                    "An estimated {n} men moved away {who} in {period}",
                ),
                NP_(
                    "An estimated {n} man moved {who} in {period}",
                    "An estimated {n} men moved {who} in {period}",
                ),
            ),
        ),
    ),
}
