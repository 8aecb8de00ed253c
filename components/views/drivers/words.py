"""How the figures of the page on drivers are said: when, how many, who says so."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from components.language import Language
from components.language.language import N_
from data.measures.drivers import Kind

KIND_NAMES: dict[Kind, str] = {
    "banned": N_("Banned from entry"),
    "register": N_("Register of controlled persons"),
    "lifted": N_("Bans lifted"),
    "submitted": N_("Bans submitted"),
    "enforced": N_("Expelled or deported"),
}
# Publishers as the table names them: words for both languages, and an outlet named as it is.
SAID_BY = {
    "TASS (Foreign Ministry of Kyrgyzstan)": (
        N_("Ministry of Foreign Affairs of Kyrgyzstan, in {outlet}"),
        "TASS",
    ),
    "Deputy Minister of Labour of Kyrgyzstan in parliament": (
        N_("Deputy Minister of Labour of Kyrgyzstan, in parliament"),
        "",
    ),
    "24.kg (MFA consular department)": (N_("Consular service of Kyrgyzstan, in {outlet}"), "24.kg"),
    "24.kg (Ministry of Labour)": (N_("Ministry of Labour of Kyrgyzstan, in {outlet}"), "24.kg"),
    "24.kg (State Migration Service)": (
        N_("State Migration Service of Kyrgyzstan, in {outlet}"),
        "24.kg",
    ),
    "7info.ru (Ministry of Labour)": (
        N_("Ministry of Labour of Tajikistan, in {outlet}"),
        "7info.ru",
    ),
    "Apostrophe / ITAR-TASS (FMS head)": (
        N_("Head of the Federal Migration Service of Russia, in ITAR-TASS"),
        "",
    ),
    "Asia-Plus": (N_("Asia-Plus (press)"), ""),
    "Asia-Plus / Regnum": (N_("Asia-Plus and Regnum (press)"), ""),
    "Centre for Employment of Citizens Abroad (Ministry of Labour of the Kyrgyz Republic) "
    "via Azattyk": (N_("Ministry of Labour of Kyrgyzstan, in Azattyk"), ""),
    "Civil Aviation Agency of Tajikistan": (N_("Civil Aviation Agency of Tajikistan"), ""),
    "Embassy of Uzbekistan in Russia": (N_("Embassy of Uzbekistan in Russia"), ""),
    "Federal Bailiff Service of Russia": (N_("Federal Bailiff Service of Russia"), ""),
    "Federal Bailiff Service of Russia via TASS": (
        N_("Federal Bailiff Service of Russia, in TASS"),
        "",
    ),
    "Federal Migration Service of Russia": (N_("Federal Migration Service of Russia"), ""),
    "IOM Tajikistan (2014; study of 2013)": (N_("IOM in Tajikistan, study of 2013"), ""),
    "Ministry of Foreign Affairs of the Kyrgyz Republic": (
        N_("Ministry of Foreign Affairs of Kyrgyzstan"),
        "",
    ),
    "Ministry of Internal Affairs of Russia": (N_("Ministry of Internal Affairs of Russia"), ""),
    "Ministry of Internal Affairs of Russia, as reported in the press": (
        N_("Ministry of Internal Affairs of Russia"),
        "",
    ),
    "Ministry of Labour, Migration and Employment of Tajikistan via TASS": (
        N_("Ministry of Labour of Tajikistan, in TASS"),
        "",
    ),
    "Ministry of Labour, Migration and Employment of Tajikistan, as reported in the press": (
        N_("Ministry of Labour of Tajikistan (press)"),
        "",
    ),
    "Representative Office of the Ministry of Labour of Tajikistan in Russia via Asia-Plus": (
        N_("Ministry of Labour of Tajikistan, in Asia-Plus"),
        "",
    ),
    "Rossiyskaya Gazeta": (N_("Rossiyskaya Gazeta (press)"), ""),
    "Sputnik Kyrgyzstan": (N_("{outlet} (press)"), "Sputnik"),
    "APA via icma.az (Migration Service of Tajikistan)": (
        N_("Migration Service of Tajikistan, in {outlet}"),
        "APA",
    ),
    "TASS": (N_("TASS (press)"), ""),
    "Vzglyad v RIV (Migration Service of Tajikistan)": (
        N_("Migration Service of Tajikistan, in {outlet}"),
        "Vzglyad v RIV",
    ),
    "kant.kg (MFA)": (N_("Ministry of Foreign Affairs of Kyrgyzstan, in {outlet}"), "kant.kg"),
    "pn14.info citing Interfax (Minister of Labour)": (
        N_("Minister of Labour of Tajikistan, in Interfax"),
        "",
    ),
    "rf-smi.ru (Majlisi Milli speaker)": (
        N_("Speaker of the upper house of Tajikistan, in {outlet}"),
        "rf-smi.ru",
    ),
    "vesti.news citing TASS (Minister of Labour)": (
        N_("Minister of Labour of Tajikistan, in TASS"),
        "",
    ),
}


def said_by(lang: Language, row: Any) -> str:
    """Name who says a figure: the authority, and the outlet that quotes it."""
    publisher = str(row.reference).partition(", http")[0]
    if publisher in SAID_BY:
        message, outlet = SAID_BY[publisher]
        return lang.text(message, outlet=outlet)
    return lang.verbatim(publisher)


def sentence(lang: Language, kind: Kind, n: str, origin: str, when: str) -> str:
    """Say the figure that stands for a list, with its year and whose citizens they are."""
    said = {"n": n, "origin": origin, "when": when}
    return {
        "banned": lang.text("Russia’s list of entry bans named {n} people {origin} {when}", **said),
        "register": lang.text(
            "Russia’s register named {n} people {origin} as controlled {when}", **said
        ),
        "lifted": lang.text("Russia lifted the entry bans of {n} people {origin} {when}", **said),
        "submitted": lang.text(
            "Russia’s Interior Ministry submitted {n} entry bans {when}, all nationalities",
            **said,
        ),
        "enforced": lang.text("Russia removed {n} people {origin} {when}", **said),
    }[kind]


def hole_words(lang: Language, countries: Sequence[str], rows: pd.DataFrame) -> str:
    """Name the countries without a dated figure and who would have it."""
    known = set(rows.loc[rows["moment"].notna(), "origin"])
    holes = [lang.place(code) for code in countries if code not in known]
    if not holes:
        return ""
    return lang.text(
        "No dated figure was found for: {places}. That is not a zero: the Ministry of Internal "
        "Affairs of Russia would have the figures by citizenship; we found none.",
        places=", ".join(holes),
    )
