"""A figure of each way of counting as a sentence: subject, verb, number, time."""

from typing import Any

import pandas as pd

from components.language import NP_, Language
from components.language.language import as_said
from components.views.types.words import STOCKS
from components.views.types.words import told as measured
from data.measures.measure import CountrySeries

PAIRS: dict[str, tuple[str, str]] = {
    "working_abroad": NP_(
        "{n} person {leaving} worked abroad {when}, by officials' estimate",
        "{n} people {leaving} worked abroad {when}, by officials' estimate",
    ),
    "citizens_abroad": NP_(
        "{n} person {leaving} stayed abroad as a migrant {when}, officials said",
        "{n} people {leaving} stayed abroad as migrants {when}, officials said",
    ),
    "labour_migrants_left": NP_(
        "{n} departure {leaving} to work abroad was counted {when}",
        "{n} departures {leaving} to work abroad were counted {when}",
    ),
    "working_russia": NP_(
        "{n} person {leaving} worked in Russia {when}, by officials' estimate",
        "{n} people {leaving} worked in Russia {when}, by officials' estimate",
    ),
    "citizens_russia": NP_(
        "{n} person {leaving} stayed in Russia as a migrant {when}, officials said",
        "{n} people {leaving} stayed in Russia as migrants {when}, officials said",
    ),
    "workers_in_communities": NP_(
        "{n} migrant worker lived {inside} {when}, in the communities that IOM assessed",
        "{n} migrant workers lived {inside} {when}, in the communities that IOM assessed",
    ),
    "permits_turkiye": NP_(
        "{n} person {leaving} held a residence permit in Türkiye {when}, for any purpose",
        "{n} people {leaving} held residence permits in Türkiye {when}, for any purpose",
    ),
    "entries_for_work_russia": NP_(
        "{n} entry to Russia for work by people {leaving} was counted {when}",
        "{n} entries to Russia for work by people {leaving} were counted {when}",
    ),
    "patents_russia": NP_(
        "Russia issued {n} work patent to people {leaving} {when}",
        "Russia issued {n} work patents to people {leaving} {when}",
    ),
    "registered_russia": NP_(
        "{n} person {leaving} was in Russia's migration register {when}",
        "{n} people {leaving} were in Russia's migration register {when}",
    ),
    "permits_europe": NP_(
        "{n} residence permit of people {leaving} was valid in Europe {when}, for any purpose",
        "{n} residence permits of people {leaving} were valid in Europe {when}, for any purpose",
    ),
    "work_permits_poland": NP_(
        "Poland issued {n} work permit to people {leaving} {when}",
        "Poland issued {n} work permits to people {leaving} {when}",
    ),
    "foreign_workers": NP_(
        "{n} foreigner worked {inside} on a permit {when}",
        "{n} foreigners worked {inside} on permits {when}",
    ),
    "foreign_labour_permits": NP_(
        "{n} permit for foreign labour was issued {inside} {when}",
        "{n} permits for foreign labour were issued {inside} {when}",
    ),
    "refugees_from": NP_(
        "{n} refugee or other person in need of protection {leaving} lived abroad {when}",
        "{n} refugees and others in need of protection {leaving} lived abroad {when}",
    ),
    "asylum_from": NP_(
        "{n} asylum-seeker {leaving} waited abroad for a decision {when}",
        "{n} asylum-seekers {leaving} waited abroad for a decision {when}",
    ),
    "refugees_in": NP_(
        "{n} refugee or other person in need of protection lived {inside} {when}",
        "{n} refugees and others in need of protection lived {inside} {when}",
    ),
    "asylum_in": NP_(
        "{n} asylum-seeker waited {inside} for a decision {when}",
        "{n} asylum-seekers waited {inside} for a decision {when}",
    ),
    "stateless_in": NP_(
        "{n} stateless person lived {inside} {when}",
        "{n} stateless people lived {inside} {when}",
    ),
    "entries_kazakhstan": NP_(
        "{n} entry to Kazakhstan by people {leaving} was counted {when}",
        "{n} entries to Kazakhstan by people {leaving} were counted {when}",
    ),
    "visits_uzbekistan": NP_(
        "{n} visit to Uzbekistan for tourism by people {leaving} was counted {when}",
        "{n} visits to Uzbekistan for tourism by people {leaving} were counted {when}",
    ),
    "entries_in": NP_(
        "{n} entry {into} by a foreigner was counted {when}",
        "{n} entries {into} by foreigners were counted {when}",
    ),
    "entries_russia": NP_(
        "{n} entry to Russia by people {leaving} was counted {when}",
        "{n} entries to Russia by people {leaving} were counted {when}",
    ),
    "visits_in": NP_(
        "{n} visit {into} for tourism by a foreigner was counted {when}",
        "{n} visits {into} for tourism by foreigners were counted {when}",
    ),
    "departures_all": NP_(
        "{n} trip abroad {leaving}, for any purpose, was counted {when}",
        "{n} trips abroad {leaving}, for any purpose, were counted {when}",
    ),
    "transit_in": NP_(
        "A model puts at {n} the people who moved {into} {when} and were born neither there nor "
        "in the country that they left",
        "A model puts at {n} the people who moved {into} {when} and were born neither there nor "
        "in the country that they left",
    ),
    "transit_out": NP_(
        "A model puts at {n} the people who moved away {leaving} {when} and were born neither "
        "there nor in the country that they went to",
        "A model puts at {n} the people who moved away {leaving} {when} and were born neither "
        "there nor in the country that they went to",
    ),
    "mexico_proceedings": NP_(
        "Mexico opened {n} proceeding on irregular stay of people {leaving} {when}",
        "Mexico opened {n} proceedings on irregular stay of people {leaving} {when}",
    ),
    "honduras_entries": NP_(
        "Honduras counted {n} irregular entry of people {leaving} {when}",
        "Honduras counted {n} irregular entries of people {leaving} {when}",
    ),
    "panama_transits": NP_(
        "Panama counted {n} crossing of the Darién by people {leaving} {when}",
        "Panama counted {n} crossings of the Darién by people {leaving} {when}",
    ),
    "kandas": NP_(
        "Kazakhstan granted kandas status to {n} person {when}",
        "Kazakhstan granted kandas status to {n} people {when}",
    ),
    "kairylman": NP_(
        "Kyrgyzstan granted kairylman status to {n} person {when}",
        "Kyrgyzstan granted kairylman status to {n} people {when}",
    ),
    "kandas_share_from": NP_(
        "{n} of Kazakhstan's new kandas came {leaving} {when}",
        "{n} of Kazakhstan's new kandas came {leaving} {when}",
    ),
    "kairylman_from": NP_(
        "Kyrgyzstan granted kairylman status to {n} person {leaving} {when}",
        "Kyrgyzstan granted kairylman status to {n} people {leaving} {when}",
    ),
    "citizenship_russia": NP_(
        "Russia granted citizenship to {n} person {leaving} {when}",
        "Russia granted citizenship to {n} people {leaving} {when}",
    ),
    "citizenship_kazakhstan": NP_(
        "Kazakhstan granted citizenship to {n} person {leaving} {when}",
        "Kazakhstan granted citizenship to {n} people {leaving} {when}",
    ),
    "eu_returned": NP_(
        "{n} person {leaving} left the European Union for a country outside it {when} after an "
        "order to leave",
        "{n} people {leaving} left the European Union for a country outside it {when} after an "
        "order to leave",
    ),
    "removed_russia": NP_(
        "Russia removed {n} person {into} {when}",
        "Russia removed {n} people {into} {when}",
    ),
    "uk_voluntary": NP_(
        "The United Kingdom counted {n} voluntary return of people {leaving} {when}",
        "The United Kingdom counted {n} voluntary returns of people {leaving} {when}",
    ),
    "uk_enforced": NP_(
        "The United Kingdom counted {n} enforced return of people {leaving} {when}",
        "The United Kingdom counted {n} enforced returns of people {leaving} {when}",
    ),
    "return_flow": NP_(
        "A model puts at {n} the people born {inside} who moved back there {when}",
        "A model puts at {n} the people born {inside} who moved back there {when}",
    ),
    "state_paid": NP_(
        "{n} person was helped back {into} by the State {when}",
        "{n} people were helped back {into} by the State {when}",
    ),
    "pandemic_russia": NP_(
        "{n} person came or was brought home {into} from Russia during the pandemic {when}",
        "{n} people came or were brought home {into} from Russia during the pandemic {when}",
    ),
    "evacuated": NP_(
        "{n} person came or was evacuated {into} {when}",
        "{n} people came or were evacuated {into} {when}",
    ),
    "labour_returned": NP_(
        "{n} labour migrant came back {into} {when}",
        "{n} labour migrants came back {into} {when}",
    ),
    "returned_in_communities": NP_(
        "{n} person came back {into} {when}, in the communities that IOM assessed",
        "{n} people came back {into} {when}, in the communities that IOM assessed",
    ),
    "students_abroad": NP_(
        "{n} student {leaving} studied abroad {when}",
        "{n} students {leaving} studied abroad {when}",
    ),
    "students_in": NP_(
        "{n} foreign student studied {inside} {when}",
        "{n} foreign students studied {inside} {when}",
    ),
    "found_present": NP_(
        "{n} person {leaving} was found in the European Union without a right to stay {when}",
        "{n} people {leaving} were found in the European Union without a right to stay {when}",
    ),
    "eu_border": NP_(
        "{n} irregular crossing of the EU's external border by people {leaving} was detected "
        "{when}",
        "{n} irregular crossings of the EU's external border by people {leaving} were detected "
        "{when}",
    ),
    "eu_refused": NP_(
        "{n} person {leaving} was refused entry at Europe's external border {when}",
        "{n} people {leaving} were refused entry at Europe's external border {when}",
    ),
}


def statement(lang: Language, chosen: CountrySeries, row: Any) -> str:
    """Say a figure as a sentence.

    Parameters
    ----------
    lang : Language
        The reader's language.
    chosen : CountrySeries
        How it was counted.
    row : pandas.Series
        A row of `data.measures.flow_types.figures`.
    """
    one, many = PAIRS[chosen.id]
    country = row["country"]
    told = lang.plural(
        one,
        many,
        as_said(float(row["value"])),
        n=measured(lang, chosen, row),
        when=during(lang, row),
        leaving=lang.place(country, "from"),
        inside=lang.place(country, "in"),
        into=lang.place(country, "to"),
    )
    return told[:1].upper() + told[1:]


def during(lang: Language, row: Any) -> str:
    """Write the period, or the day, of a figure as it stands in a sentence: “in 2023”.

    Parameters
    ----------
    row : pandas.Series
        With ``year``, ``period_type``, ``period_start`` and ``period_end``.
    """
    kind, year, end = row["period_type"], int(row["year"]), row["period_end"]
    if kind == "end_year":
        return lang.text("at the end of {year}", year=year)
    if kind == "snapshot" and pd.notna(end):
        return lang.text("on {day}", day=lang.date(end.date()))
    if kind == "five_years":
        return lang.text("in {first}–{last}", first=year - 5, last=year)
    if kind in (*STOCKS, "calendar_year", "snapshot"):
        return lang.text("in {year}", year=year)
    if kind == "fiscal_year":
        return lang.text("in the fiscal year {year}", year=year)
    return _during_part(lang, year, row["period_start"], end)


def _during_part(lang: Language, year: int, start: Any, end: Any) -> str:
    if pd.isna(end):
        return lang.text("in a part of {year}", year=year)
    if pd.isna(start):
        return lang.text("up to {last}", last=lang.date(end.date()))
    return lang.text(
        "from {first} to {last}", first=lang.date(start.date()), last=lang.date(end.date())
    )
