"""IOM Missing Migrants Project: recorded incidents that concern Central Asia."""

import pandas as pd

from data.curation.raw import RawFolder
from data.curation.tidy import involving, observations

FILE = "mmp_central_asia_incidents.csv"
MISCODED = "2014.MMP00117"
WITHOUT_ID = {"2017-09-06": "Webb County, Texas, 2017-09-06"}
COUNTRIES = {
    "Cambodia": "KHM",
    "Costa Rica": "CRI",
    "Kazakhstan": "KAZ",
    "Kyrgyzstan": "KGZ",
    "Russian Federation": "RUS",
    "Tajikistan": "TJK",
    "United States of America": "USA",
    "Uzbekistan": "UZB",
}
CAUSES = {
    "Vehicle accident / death linked to hazardous transport": "vehicle accident",
    "Drowning": "drowning",
    "Violence": "violence",
}
NOTES = {
    MISCODED: "mmp_miscoded_country",
    "Webb County, Texas, 2017-09-06": "mmp_one_release",
    "2018.MMP00048": "",
    "2021.MMP00405": "",
    "2022.MMP0977": "",
}
ENGLISH = {
    MISCODED: "A road accident in Chonburi province, Thailand, recorded under Tajikistan.",
    "Webb County, Texas, 2017-09-06": "A citizen of Kazakhstan drowned in Texas, United States.",
    "2018.MMP00048": "A bus with citizens of Uzbekistan burned in Aktobe region, Kazakhstan.",
    "2021.MMP00405": "A citizen of Uzbekistan died by violence in Costa Rica.",
    "2022.MMP0977": "A road accident with citizens of Kyrgyzstan in Ulyanovsk region, Russia.",
}
RUSSIAN = {
    MISCODED: "Дорожная авария в провинции Чонбури (Таиланд), записанная за Таджикистаном.",
    "Webb County, Texas, 2017-09-06": "Гражданин Казахстана утонул в Техасе (США).",
    "2018.MMP00048": "В Актюбинской области Казахстана сгорел автобус с гражданами Узбекистана.",
    "2021.MMP00405": "Гражданин Узбекистана погиб в результате насилия в Коста-Рике.",
    "2022.MMP0977": "Дорожная авария с гражданами Кыргызстана в Ульяновской области России.",
}


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return one row per incident with the number of people dead and missing.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``missing_migrants``: persons dead and missing in each incident whose country of origin
        or of incident is recorded as Central Asian; the miscoded one is marked as disputed.
    """
    frame = raw.read(FILE)
    named = frame["main_id"].where(frame["main_id"] != "", frame["incident_date"].map(WITHOUT_ID))
    frame = frame.assign(
        name=named,
        country=frame["country_of_incident"].map(COUNTRIES.__getitem__),
        origin=frame["country_of_origin"].map(COUNTRIES.__getitem__),
        date=frame["incident_date"],
        year=frame["incident_year"],
        series=frame["cause_of_death"].map(CAUSES.__getitem__),
        value=frame["total_dead_and_missing"],
        note_id=named.map(NOTES.__getitem__),
        text_en=named.map(ENGLISH.__getitem__),
        text_ru=named.map(RUSSIAN.__getitem__),
        reference=(frame["information_source"].str.strip() + ", " + frame["source_url"]).str.strip(
            ", "
        ),
        obs_status=named.eq(MISCODED).map({True: "disputed", False: "normal"}),
        confidence=frame["main_id"].eq("").map({True: "machine_single", False: "machine_checked"}),
    )
    table = observations(
        involving(frame, "country", "origin"),
        "missing_migrants",
        period_type="event",
        indicator="dead_and_missing",
        unit="persons",
        source_id=raw.source_id,
    )
    return {"missing_migrants": table}
