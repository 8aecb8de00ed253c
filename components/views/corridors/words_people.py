"""The messages of what counts people abroad, moves, protection, permits and money."""

from components.language import N_, NP_
from components.views.corridors.forms import Sentences, Words

PEOPLE = {
    "stock": Words(
        N_("People living abroad"),
        N_("People by country of birth, estimates of the United Nations for 1 July"),
        Sentences(
            NP_(
                "{n} person born {in_start} lived {in_end} in {period}",
                "{n} people born {in_start} lived {in_end} in {period}",
            ),
            NP_(
                "{n} person born {who} lived outside the country of birth in {period}",
                "{n} people born {who} lived outside their country of birth in {period}",
            ),
            NP_(
                "{n} person born in another country lived {who} in {period}",
                "{n} people born in another country lived {who} in {period}",
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
                "{n} woman born {who} lived outside her country of birth in {period}",
                "{n} women born {who} lived outside their country of birth in {period}",
            ),
            NP_(
                "{n} woman born in another country lived {who} in {period}",
                "{n} women born in another country lived {who} in {period}",
            ),
        ),
        Sentences(
            NP_(
                "{n} man born {in_start} lived {in_end} in {period}",
                "{n} men born {in_start} lived {in_end} in {period}",
            ),
            NP_(
                "{n} man born {who} lived outside his country of birth in {period}",
                "{n} men born {who} lived outside their country of birth in {period}",
            ),
            NP_(
                "{n} man born in another country lived {who} in {period}",
                "{n} men born in another country lived {who} in {period}",
            ),
        ),
    ),
    "flow": Words(
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
    "refugees": Words(
        N_("Refugees"),
        N_("Refugees and other people in need of international protection, end of year"),
        Sentences(
            NP_(
                "{n} refugee or other person in need of protection {from_start} was {in_end} "
                "at the end of {period}",
                "{n} refugees and other people in need of protection {from_start} were {in_end} "
                "at the end of {period}",
            ),
            NP_(
                "{n} refugee or other person in need of protection {who} was in another country "
                "at the end of {period}",
                "{n} refugees and other people in need of protection {who} were in other "
                "countries at the end of {period}",
            ),
            NP_(
                "{n} refugee or other person in need of protection was {who} "
                "at the end of {period}",
                "{n} refugees and other people in need of protection were {who} "
                "at the end of {period}",
            ),
        ),
        N_("from here, protected abroad"),
        N_("protected here, from abroad"),
        "from",
        "in",
        "in",
        "from",
    ),
    "asylum": Words(
        N_("Asylum-seekers"),
        N_("People with a claim not yet decided, end of year"),
        Sentences(
            NP_(
                "{n} person {from_start} was waiting for a decision on asylum {in_end} "
                "at the end of {period}",
                "{n} people {from_start} were waiting for a decision on asylum {in_end} "
                "at the end of {period}",
            ),
            NP_(
                "{n} person {who} was waiting for a decision on asylum at the end of {period}",
                "{n} people {who} were waiting for a decision on asylum at the end of {period}",
            ),
            NP_(
                "{n} person was waiting for a decision on asylum {who} at the end of {period}",
                "{n} people were waiting for a decision on asylum {who} at the end of {period}",
            ),
        ),
        N_("from here, waiting abroad"),
        N_("waiting here, from abroad"),
        "from",
        "in",
        "in",
        "from",
    ),
    "permits": Words(
        N_("Residence permits in Europe"),
        N_("Valid residence permits of citizens, on 31 December"),
        Sentences(
            NP_(
                "{n} citizen {of_start} held a valid residence permit {in_end} "
                "at the end of {period}",
                "{n} citizens {of_start} held valid residence permits {in_end} "
                "at the end of {period}",
            ),
            NP_(
                "{n} citizen {who} held a valid residence permit in Europe at the end of {period}",
                "{n} citizens {who} held valid residence permits in Europe at the end of {period}",
            ),
            NP_(
                "{n} person held a valid residence permit {who} at the end of {period}",
                "{n} people held valid residence permits {who} at the end of {period}",
            ),
        ),
        N_("citizens with permits in Europe"),
        N_("with permits here"),
        "of",
        "in",
        "in",
        "from",
    ),
    "remittances": Words(
        N_("Remittances"),
        N_("US dollars sent in the year, modelled"),
        Sentences(
            NP_(
                "An estimated {n} US dollar was sent {from_start} {to_end} in {period}",
                "An estimated {n} US dollars was sent {from_start} {to_end} in {period}",
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
}
