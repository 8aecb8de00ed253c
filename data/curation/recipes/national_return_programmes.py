"""National return programmes, removals and returns: single figures from offices and the press."""

import pandas as pd

from data.curation.raw import RawFolder
from data.curation.returns_steps import collected
from data.curation.tidy import CENTRAL_ASIA, observations

FILE = "national_return_programmes.csv"
ICE = (
    "ICE removals by country of citizenship "
    "(all removals and returns recorded by ICE; not assisted voluntary return)"
)
FLIGHT_OF_THREE = (
    "Citizens returned by charter flight New York-Tashkent, paid by Uzbekistan "
    "(citizens of UZB, KAZ and KGZ)"
)
OF_THREE = "New York-Tashkent, citizens of Uzbekistan, Kazakhstan and Kyrgyzstan together"
SWEDISH = "Persons leaving on their own after a return decision, forecast of October 2025"
WOMEN_PLACED = "Returned women who applied to the employment agency, placed in permanent work"
EURP = "Returnees from Germany supported by the European Reintegration Programme (EURP, Frontex)"
BY_COURT = "Foreigners removed from Kazakhstan by court decision (five-year entry ban)"
KUTNA_HORA = "Applications for the voluntary return project at the Kutna Hora police office"
CZECH = "Applications for the voluntary return project (free flight and 500 euro)"
REMOVALS = {
    ICE: "ICE",
    "Removals (Abschiebungen) to the country": "Abschiebungen",
    "Removals (Abschiebungen)": "Abschiebungen",
    "Third-country nationals removed by the Border Guard": "Border Guard",
    "Forced returns carried out": "forced returns",
    "Former asylum seekers removed by the police to their home country": "former asylum-seekers",
    "Citizens deported from Russia": "all, as counted by Tajikistan",
    "Citizens deported from Russia by air": "by air, as counted by Tajikistan",
    "Foreigners removed from Kazakhstan": "Ministry of Internal Affairs",
    BY_COURT: "Ministry of Internal Affairs, by court decision",
    "Foreigners forcibly removed from Kazakhstan": "border service",
    "Foreigners removed after the operations Migrant and Nelegal": "operations Migrant and Nelegal",
}
FLIGHTS = {
    "Citizens returned on 11 charter flights organised by both governments": "eleven flights",
    "Citizens returned on the eleventh charter flight": "the eleventh flight",
    FLIGHT_OF_THREE: OF_THREE,
    "Citizens returned by special flight": "special flight",
    "Citizens returned by flight": "flight",
}
OBLIGED = {
    "Citizens with a final order of removal, not detained": "final order of removal, not detained",
    "Persons obliged to leave Germany (ausreisepflichtig)": "ausreisepflichtig",
}
LEFT = {
    "Persons who left after an order": "after an order",
    "Return decisions carried out (voluntary and forced)": "decisions carried out, all kinds",
    SWEDISH: "on their own, forecast of October 2025",
}
PROGRAMMES = {
    "Departures supported by REAG/GARP": "REAG/GARP",
    "Departures supported by REAG/GARP, cumulative since the start": "REAG/GARP",
    "Departures supported by programmes of the Laender": "programmes of the Länder",
    "Departures supported by other public funds": "other public funds",
    "Voluntary returns supported by IOM": "IOM Austria",
    "Voluntary returns under the Belgian programme": "Fedasil",
    "Voluntary returns under the IOM programme": "IOM Poland",
    "Persons given voluntary return assistance by IOM": "IOM Lithuania",
    "Aided voluntary returns (OFII)": "OFII",
    "Assisted voluntary returns": "assisted voluntary returns",
    "Assisted voluntary returns, cumulative": "assisted voluntary returns",
    "Assisted voluntary returns (IOM), cumulative": "IOM Slovakia",
}
OF_THEM = "Departures supported by REAG/GARP, of them "
PARTS = {
    OF_THEM + "persons obliged to leave": "REAG/GARP, obliged to leave",
    OF_THEM + "asylum seekers in procedure": "REAG/GARP, asylum-seekers in procedure",
    OF_THEM + "holders of a temporary residence permit": "REAG/GARP, temporary residence permit",
    "Voluntary returns with reintegration support": "Fedasil, with reintegration support",
    EURP: "European Reintegration Programme (Frontex)",
}
APPLIED = {
    "Departures approved under REAG/GARP": "REAG/GARP, approvals",
    CZECH: "voluntary return project",
    KUTNA_HORA: "voluntary return project, police office of Kutná Hora only",
}
ALL_VOLUNTARY = {
    "Voluntary returns, all": "all voluntary returns",
    "Voluntary returns, Fedasil and Immigration Office": "Fedasil and Immigration Office",
}
HELPED = {
    "Returned and deported citizens reached by employment measures": "reached by measures",
    "Returned and deported citizens placed in permanent work": "placed in permanent work",
    WOMEN_PLACED: "women placed in permanent work",
}
OFFENCES = {
    "Migration offences by foreigners: Overstays found": "overstays",
    "Migration offences by foreigners: No registration or permits": "no registration or permit",
    "Migration offences by foreigners: Unlawful work": "unlawful work",
}
GROUPS = {
    "removals_national": REMOVALS,
    "return_flights": FLIGHTS,
    "obliged_to_leave": OBLIGED,
    "ordered_to_leave": {"Persons ordered to leave": "Statistics Poland"},
    "left_after_order": LEFT,
    "assisted_return_programme": PROGRAMMES,
    "assisted_return_programme_part": PARTS,
    "assisted_return_applications": APPLIED,
    "voluntary_return_programme_all": ALL_VOLUNTARY,
    "returnees_employment_help": HELPED,
    "returned_women": {"Women who returned from Russia": "Committee of Women of Tajikistan"},
    "migration_offences": OFFENCES,
    "migration_offence_liability": {"Foreigners held liable for migration offences": ""},
    "border_entries": {"Arrivals of foreigners (border crossings)": ""},
    "border_exits": {"Departures of foreigners (border crossings)": ""},
}
LABELS = {
    label: (code, series) for code, group in GROUPS.items() for label, series in group.items()
}
LEFT_OUT = (
    "Planned beneficiaries of the AVRR project in Türkiye (EU, IOM)",
    "IOM-assisted departures of all kinds (mainly resettlement)",
    "Planned yearly capacity of Frontex reintegration support from 1 April 2022",
    "Share of arrivals of foreigners",
)
OTHER_ORIGINS = ("AFG", "BLR", "MNG", "RUS", "SYR", "TUR", "VNM")
GROUP_CODES = {"CA5": "R_CENTRAL_ASIA", "UZB+KAZ+KGZ": "R_CENTRAL_ASIA"}
MEASURES = {
    "return_flights": "event",
    "obliged_to_leave": "stock",
    "ordered_to_leave": "case",
    "assisted_return_applications": "case",
    "migration_offences": "case",
    "migration_offence_liability": "case",
    "border_entries": "event",
    "border_exits": "event",
}
UNITS = {"persons": "persons", "cases": "cases", "entries": "crossings", "exits": "crossings"}
TABLES = {
    "border_entries": "frontier_and_transit",
    "border_exits": "frontier_and_transit",
    "migration_offences": "entry_bans",
    "migration_offence_liability": "entry_bans",
}
TO_THE_COUNTRY = "Removals (Abschiebungen) to the country"
CONFLICT = "nrp_conflict"


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return removals, programme returns and related figures by host and citizenship.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``returns``, ``entry_bans`` and ``frontier_and_transit``: persons, cases or crossings;
        periods of every kind, told apart by ``period_type``. Origin WLD is all citizenships.
    """
    frame = collected(chosen(raw.read(FILE)))
    frame = frame.assign(
        measure=frame["code"].map(lambda code: MEASURES.get(code, "flow")),
        unit=frame["unit"].map(UNITS.__getitem__),
        table=frame["code"].map(lambda code: TABLES.get(code, "returns")),
    ).rename(columns={"indicator": "label", "code": "indicator"})
    constants = {"age": "total", "source_id": raw.source_id}
    return {
        str(table): observations(part, str(table), **constants)
        for table, part in frame.groupby("table")
    }


def chosen(frame: pd.DataFrame) -> pd.DataFrame:
    """Keep Central Asia and totals of hosts, with codes, series, basis of origin and notes."""
    keys = ["indicator", "origin_iso3", "destination_iso3", "sex", "period_start", "period_end"]
    again = frame.duplicated(keys, keep=False)
    conflict = again | frame["note"].str.contains("conflict|differs from|teaser")
    frame = frame.assign(note_id=conflict.map({True: CONFLICT, False: ""}))
    frame = frame.loc[~frame["indicator"].isin(LEFT_OUT)]
    frame = frame.loc[~frame["origin_iso3"].isin(OTHER_ORIGINS)]
    coded = frame["indicator"].map(LABELS.__getitem__)
    origin = frame["origin_iso3"].replace(GROUP_CODES)
    unknown = set(origin) - {*CENTRAL_ASIA, "WLD", "R_CENTRAL_ASIA"}
    if unknown:
        raise ValueError(f"unexpected origins {sorted(unknown)}")
    basis = origin.eq("WLD").map({True: "not_stated", False: "citizenship"})
    return frame.assign(
        code=coded.str[0],
        series=coded.str[1],
        origin=origin,
        host=frame["destination_iso3"],
        destination=frame["destination_iso3"],
        origin_basis=basis.mask(frame["indicator"].eq(TO_THE_COUNTRY), "return_place"),
    )
