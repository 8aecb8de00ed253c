"""Names of pieces of evidence and of tables, and the claims of the literature."""

from collections.abc import Mapping
from typing import Any

from components.language import Language
from components.language.language import N_
from data.texts import entry, texts

Claim = Mapping[str, Any]

RULES = {
    "emigrants": N_("Born here, living abroad, people"),
    "immigrants": N_("Born abroad, living here, people"),
    "net_migration": N_("Net migration in the year, people"),
    "all_domains": N_("Migration policy, own assessment (10.7.2)"),
    "regular_migration": N_("Policy on orderly and regular migration, own assessment (10.7.2)"),
    "population_policy": N_("Population policy"),
    "treaties": N_("Treaties on migration that bind it"),
    "eaeu": N_("Eurasian Economic Union"),
    "cis": N_("Commonwealth of Independent States"),
    "trafficking_tier": N_("Tier in the US report on trafficking in persons"),
    "governance_profile": N_("Migration governance profile (IOM)"),
    "found_in_eu": N_("Found without the right to stay in the EU, people"),
    "avrr": N_("Helped by IOM to return, people"),
    "uk_assisted": N_("Assisted voluntary returns from the United Kingdom"),
    "state_paid": N_("Helped home or evacuated by their State, people"),
    "women_abroad": N_("Women among those who live abroad"),
    "students_net": N_("Students from abroad minus students abroad"),
    "entries_for_work": N_("Entries to Russia for work, border crossings"),
    "urban": N_("Growth of cities"),
    "destinations": N_("Countries where people born here were counted"),
    "share_in_russia": N_("Share of people living abroad who live in Russia"),
    "returned_from_eu": N_("Returned from the EU to third countries after an order, people"),
    "afghans_protected": N_("Afghans under protection here, people"),
    "refugees_of_origin": N_("Refugees from here per 100,000 people (10.7.4)"),
    "banned_from_entry": N_("Barred from entering Russia, people"),
    "remittances": N_("Remittances received, share of GDP"),
    "gdp_per_capita": N_("GDP per person, US dollars"),
    "repatriated": N_("Status of ethnic repatriate granted, people (not return)"),
    "readmission_russia": N_("Readmission agreement with Russia"),
    "event_participants": N_("At community events on reintegration, people"),
    "counselled": N_("Counselled on assisted return, people"),
    "requests": N_("Asked their State for help to return, applications"),
    "migrant_rights": N_("Policy on migrants’ rights, own assessment (10.7.2)"),
    "cooperation": N_("Policy on cooperation, own assessment (10.7.2)"),
    "whole_of_government": N_("Whole-of-government policy, own assessment (10.7.2)"),
    "coordination": N_("Coordination on the Global Compact for Migration"),
    "spending": N_("State spending on bringing citizens home, soum"),
    "reintegration_money": N_("Spent on reintegration of one returnee"),
    "readmission_five": N_("Others of the five with a readmission agreement in force"),
}


def claim(name: str) -> Claim:
    """Return a claim of the framework by its id."""
    return entry("framework", "claims", name)


def claims(section: str) -> list[Claim]:
    """Return the claims of a section in their order."""
    return [one for one in texts("framework")["claims"] if one["section"] == section]


def basis(lang: Language, one: Claim) -> str:
    """Say what a claim rests on: the reference of the literature, or that it gives none."""
    if not one["reference"]:
        return lang.pick(texts("framework")["unreferenced"])
    url = texts("framework")["references"][one["reference"]]["url"]
    return lang.text("{citation}: {address}", citation=_citation(lang, one), address=url)


def told(lang: Language, one: Claim) -> str:
    """Write a claim with what it rests on, in brackets, without addresses."""
    rests = _citation(lang, one) if one["reference"] else basis(lang, one)
    return lang.text("{words} ({basis})", words=lang.pick(one["text"]).rstrip("."), basis=rests)


def _citation(lang: Language, one: Claim) -> str:
    found = texts("framework")["references"][one["reference"]]
    return lang.pick(found["citation"])
