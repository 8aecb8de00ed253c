"""Small raw sets, made up for the tests: a few rows of each raw file in the recipes' columns."""

from tests.refresh.shapes import Raw, Rows

FIVE = {"KAZ": "Kazakhstan", "KGZ": "Kyrgyzstan", "TJK": "Tajikistan"}
FIVE |= {"TKM": "Turkmenistan", "UZB": "Uzbekistan"}
NUMBERS = dict(zip(FIVE, ("398", "417", "762", "795", "860"), strict=True))


def rows(header: str, *lines: str) -> Rows:
    names = header.split(",")
    return [dict(zip(names, line.split(","), strict=True)) for line in lines]


def world_bank() -> Raw:
    money, share, paid = ("BX.TRF.PWKR.CD.DT", "BX.TRF.PWKR.DT.GD.ZS", "BM.TRF.PWKR.CD.DT")
    titles = {money: "Personal remittances, received", share: "Personal remittances, received"}
    titles[paid] = "Personal remittances, paid"
    found = [
        {
            "iso3": iso,
            "country": name,
            "year": year,
            "indicator_code": code,
            "indicator": titles[code],
            "unit": "% of GDP" if code == share else "current US$",
            "value": f"{n}{year[-1]}.5" if code == share else f"{n}{year}000.25",
            "source": "",
        }
        for n, (iso, name) in enumerate(FIVE.items(), 1)
        for year in ("2023", "2024")
        for code in titles
    ]
    gdp = [
        {
            "iso3": iso,
            "year": year,
            "gdp_current_usd": f"{n}00{year}0000.5",
            "gdp_per_capita_current_usd": f"{n}{year}.25",
            "source": "",
        }
        for n, iso in enumerate([*FIVE, "RUS"], 1)
        for year in ("2022", "2023")
    ]
    return {"wdi_remittances.csv": found, "gdp_context.csv": gdp}


def unhcr() -> Raw:
    def pair(year: str, origin: str, asylum: str) -> dict[str, str]:
        named = FIVE | {"DEU": "Germany", "AFG": "Afghanistan"}
        code = {"DEU": "GFR"}
        return {
            "year": year,
            "coo_name": named[origin],
            "coo": code.get(origin, origin),
            "coo_iso": origin,
            "coa_name": named[asylum],
            "coa": code.get(asylum, asylum),
            "coa_iso": asylum,
        }

    from data.refresh.publishers.unhcr import TABLES

    pairs = [pair("2024", iso, "DEU") for iso in FIVE] + [pair("2024", "AFG", "TJK")]
    apart = {
        "asylum-applications": {
            "procedure_type": "G",
            "app_type": "N",
            "dec_level": "NA",
            "app_pc": "P",
        },
        "asylum-decisions": {"procedure_type": "G", "dec_level": "FI", "dec_pc": "P"},
        "demographics": {
            "pop_type": "REF",
            "location": "Berlin : Point",
            "loc_type": "U",
            "acc_type": "I",
        },
    }
    found: Raw = {}
    for endpoint, (name, _, figures) in TABLES.items():
        mine = pairs if endpoint != "idmc" else [pair("2024", "KGZ", "KGZ")]
        found[name] = [
            p | apart.get(endpoint, {}) | {c: str(10 * n + i) for i, c in enumerate(figures)}
            for n, p in enumerate(mine, 1)
        ]
    for row in found["unhcr_population_central_asia.csv"]:
        row |= {"oip": "", "hst": "0", "idps": "0"}
    return found


FLOWS = (
    "year,coo_name,coo,coo_iso,coa_name,coa,coa_iso,refugees,asylum_seekers,refugee_like,oip\n"
    "2023,Tajikistan,TJK,TJK,Germany,GFR,DEU,,7,,\n"
)


def sdg() -> Raw:
    header = "sdg_indicator,series,m49,iso3,area,year,value,unit,age_group,sex,nature"
    deaths = "10.7.3,SM_DTH_MIGR,{},{},{},{},{},number,,,non-relevant"
    indicators = rows(
        header,
        deaths.format("762", "TJK", "Tajikistan", "2014", "2"),
        deaths.format("143", "", "Central Asia", "2014", "2"),
        deaths.format("398", "KAZ", "Kazakhstan", "2018", "52"),
        "16.2.2,VC_HTF_DETV,860,UZB,Uzbekistan,2020,31,number,Under 18,Female,country data",
        "8.8.2,SL_LBR_NTLCPL,398,KAZ,Kazakhstan,2021,7.6,"
        '"score (0-10; lower is better)",,,country data'.replace('"', ""),
    )
    indicators[-1]["unit"] = "score (0-10, lower is better)"
    levels = rows(
        "m49,iso3,area,year,policy_domain,level_code,level,reported",
        "398,KAZ,Kazakhstan,2021,1 Migrant rights,3,Meets,yes",
        "795,TKM,Turkmenistan,2021,All domains (summary),2,Partially meets,yes",
        "860,UZB,Uzbekistan,2021,1 Migrant rights,,No data,no",
    )
    share = "percent_of_governments_meeting_or_fully_meeting"
    shares = rows(f"m49,area,year,policy_domain,{share}", "1,World,2021,1 Migrant rights,54.5")
    costs = rows(
        "series,sending_m49,sending_iso3,sending_area,receiving_iso2,receiving_iso3,year,value,"
        "unit,nature",
        "SI_RMT_COST_BC,643,RUS,Russian Federation,TJ,TJK,2021,1.5,percent,global monitoring data",
        "SI_RMT_COST_BC,276,DEU,Germany,AF,AFG,2021,9.5,percent,global monitoring data",
        "SI_RMT_COST_SC,643,RUS,Russian Federation,UZ,UZB,2021,1.2,percent,global monitoring data",
    )
    return {
        "sdg_migration_indicators.csv": indicators,
        "sdg_10_7_2_policy_domains_by_country.csv": levels,
        "sdg_10_7_2_policy_domains_by_region.csv": shares,
        "sdg_10_c_1_corridor_costs.csv": costs,
    }


def eurostat() -> Raw:
    from data.refresh.publishers.eurostat import ENFORCEMENT, SETS

    found: Raw = {}
    for one in (*SETS, *ENFORCEMENT):
        citizen, reporter, name = one.columns
        found[one.file] = [
            {"year": year, citizen: iso, reporter: "AUT", name: "Austria"}
            | ({"sex": "female"} if one.kept else {})
            | {one.value: str(5 * n + int(year[-1]) * 100), "flag": ""}
            for n, iso in enumerate(FIVE, 1)
            for year in ("2023", "2024")
        ]
    return found


EARLIER = (
    "eurostat_table,indicator,citizen_iso3,citizen,reporter_iso3,reporter,year,value,flag\n"
    "migr_eiord,Ordered to leave,KAZ,Kazakhstan,AUT,Austria,2013,15,\n"
)


def desa() -> Raw:
    pairs = rows(
        "year,origin,origin_name,destination,destination_name,sex,migrants",
        *(f"2024,{iso},,RUS,,total,{n}00" for n, iso in enumerate(FIVE, 1)),
        *(f"2024,{iso},,RUS,,male,{n}0" for n, iso in enumerate(FIVE, 1)),
        *(f"2024,{iso},,RUS,,female,{n * 90}" for n, iso in enumerate(FIVE, 1)),
        "2024,OTH,,KAZ,,total,9",
        "2024,OTH,,KAZ,,male,4",
        "2024,OTH,,KAZ,,female,5",
    )
    to = rows(
        "destination,destination_name,year,total,male,female",
        "RUS,,2024,7000,3000,4000",
        "KAZ,,2024,2000,900,1100",
    )
    of = rows(
        "origin,origin_name,year,total,male,female",
        *(f"{iso},,2024,{n}000,{n}00,{n * 900}" for n, iso in enumerate(FIVE, 1)),
    )
    return {
        "ims2024_bilateral_central_asia.csv": pairs,
        "ims2024_destination_totals.csv": to,
        "ims2024_origin_totals.csv": of,
    }


AGES = "destination,year,sex,age_start,age_group,migrants\nKAZ,2024,female,0,0-4,47619\n"


def wpp() -> Raw:
    header = "iso3,country,year,series,population,births,deaths,net_migration,"
    header += "net_migration_rate_per_1000"
    names = FIVE | {"WLD": "World"}
    lines = [
        f"{iso},{name},{year},{kind},{n}0{year}571,{n}401985,{n}37903,-7368,-0.358"
        for n, (iso, name) in enumerate(names.items(), 1)
        for year, kind in (("2023", "estimate"), ("2024", "medium_projection"))
    ]
    return {"wpp2024_population_net_migration.csv": rows(header, *lines)}


def home_office(years: tuple[str, ...] = ("2022", "2023")) -> Raw:
    ends = {"1": "03-31", "2": "06-30", "3": "09-30", "4": "12-31"}
    by_nationality, by_destination = [], []
    for year in years:
        for quarter, end in ends.items():
            for n, (iso, name) in enumerate(FIVE.items(), 1):
                moment = f"{year}-{end},{year},{quarter}"
                kind = "Voluntary return,Assisted returns"
                by_nationality.append(
                    f"{moment},{name},{iso},Asia Central,{kind},18 to 29,Male,Home country,{n}"
                )
                by_destination.append(f"{moment},{kind},{name},Asia Central,{n},{iso}")
    totals = [
        f"{year},{group},1000"
        for year in years
        for group in ("Enforced return", "Voluntary return")
    ]
    return {
        "uk_returns_by_nationality_2004_2023_central_asia.csv": rows(
            "date,year,quarter,nationality,nationality_iso3,region,return_type_group,return_type,"
            "age,sex,return_destination_group,number_of_returns",
            *by_nationality,
        ),
        "uk_returns_by_destination_central_asia.csv": rows(
            "date,year,quarter,return_type_group,return_type,return_destination,"
            "return_destination_region,number_of_returns,return_destination_iso3",
            *by_destination,
        ),
        "uk_returns_world_totals_by_year.csv": rows(
            "year,return_type_group,number_of_returns", *totals
        ),
    }


def missing() -> Raw:
    """Incidents that the recipe knows, and the two miscoded ones that corrections expect."""
    told = {
        "2014.MMP00117": ("2014-06-15", "Cambodia", "Tajikistan", "2"),
        "2018.MMP00048": ("2018-01-18", "Uzbekistan", "Kazakhstan", "52"),
        "2022.MMP1263": ("2022-09-01", "Afghanistan", "Bosnia and Herzegovina", "1"),
        "2023.MMP1389": ("2023-11-01", "Bangladesh", "Iran (Islamic Republic of)", "1"),
    }
    found = []
    for name, (day, origin, place, dead) in told.items():
        row = {"main_id": name, "incident_date": day, "incident_year": day[:4]}
        row |= {"country_of_origin": origin, "country_of_incident": place}
        row |= {"total_dead_and_missing": dead, "number_dead": dead, "cause_of_death": "Violence"}
        row |= {"region_of_origin": "Central Asia" if "1263" in name else "Southern Asia"}
        row |= {"unsd_group": "Central Asia" if "1389" in name else "Eastern Europe"}
        found.append(row | {"location": "A place, with a comma", "information_source": "A paper"})
    return {"mmp_central_asia_incidents.csv": found}
