"""What the source of single figures found in 2026 adds to a row: an operation, a place, a body."""

from components.language.language import N_

FOUND_SERIES = {
    "Almaty, one operation": N_("Almaty, one operation"),
    "Caritas": N_("supported by Caritas"),
    "IOM": N_("as counted by IOM"),
    "IOM, civil war": N_("IOM, after the civil war"),
    "Iran 2025": N_("from Iran, 2025"),
    "Middle East 2026": N_("from the Middle East, 2026"),
    "Middle East 2026, all who came back": N_("from the Middle East, 2026, most by themselves"),
    "Moscow region": N_("Moscow region only"),
    "NGO Istiqbolli Avlod": N_("helped by the organisation Istiqbolli Avlod"),
    "New York-Tashkent, citizens of Kyrgyzstan": N_("flight New York–Tashkent"),
    "New York-Tashkent, instead of Costa Rica": N_("flight New York–Tashkent, not to Costa Rica"),
    "Office for Foreigners": N_("Office for Foreigners"),
    "Sakharovo detention centre only": N_("Sakharovo detention centre only"),
    "UNHCR": N_("as counted by UNHCR"),
    "Ukraine 2022": N_("from Ukraine, 2022"),
    "Ukraine 2022, as counted by the ambassador": N_("Ukraine, 2022, the ambassador’s count"),
    "Ukraine 2022, students": N_("students in Ukraine, 2022"),
    "Ukraine 2022, through Hungary": N_("from Ukraine through Hungary, 2022"),
    "Ukraine 2022, through Romania": N_("from Ukraine through Romania, 2022"),
    "World Refugee Survey": N_("World Refugee Survey"),
    "adults": N_("adults"),
    "as stated by the ambassador of Kazakhstan": N_("as stated by Kazakhstan’s ambassador"),
    "business grants, Batken region": N_("business grants, Batken region"),
    "by rail": N_("by rail"),
    "charter flight": N_("charter flight"),
    "charter flights": N_("charter flights"),
    "citizens of Tajikistan, Turkmenistan and Uzbekistan together": N_(
        "citizens of Tajikistan, Turkmenistan and Uzbekistan together"
    ),
    "helped by the embassy": N_("helped by the embassy"),
    "joint charter flight from Poland": N_("joint charter flight from Poland"),
    "military charter flight": N_("military charter flight"),
    "nine charter flights": N_("nine charter flights"),
    "people without a home, helped by the embassy": N_("people without a home"),
    "police": N_("open with the police"),
    "to Costa Rica, first flight": N_("to Costa Rica, first flight"),
    "unaccompanied, helped by the embassy": N_("unaccompanied, helped by the embassy"),
    "victims of trafficking": N_("victims of trafficking"),
    "voluntary return project, one police region, one week": N_(
        "return project, one police region, one week"
    ),
    "with vulnerable migrants, whole programme": N_("whole programme, other migrants too"),
}
