"""Treaties on migration, memberships and processes, compiled cell by cell."""

import pandas as pd

from data.curation.goals_steps import as_of, full_date, worded
from data.curation.raw import RawFolder
from data.curation.tidy import observations

# raw status: code, English and Russian text
STANDINGS = {
    "party": ("party", "Party; state of {en}.", "Участник; по состоянию на {ru}."),
    "not party": ("not_party", "Not a party; state of {en}.", "Не участвует; на {ru}."),
    "not listed in snapshot": (
        "unknown",
        "Not in the list of parties of {en}; joining later could not be checked.",
        "Нет в списке участников на {ru}; более позднее присоединение проверить не удалось.",
    ),
    "signatory, not ratified in snapshot": (
        "signed_not_ratified",
        "Signed and not ratified by {en}; a later ratification could not be checked.",
        "Подписано и не ратифицировано на {ru}; более позднюю ратификацию проверить не удалось.",
    ),
    "ratified by national law": (
        "ratified_by_national_law",
        "Ratified by a national law; the date of registration with the ILO was not found.",
        "Ратифицировано национальным законом; дата регистрации в МОТ не найдена.",
    ),
}
ACTIONS = {
    "accession": "acceded",
    "ratification": "ratified",
    "national ratification law": "ratified_by_national_law",
}
# raw note: date of entry into force that it holds
NOTES = {
    "": "",
    "signed 28 Jun 2001; later ratification could not be checked": "",
    "in force for Uzbekistan 16 Sep 2020": "2020-09-16",
    "date is of the national law; date of ILO registration not found": "",
    "year of ratification not seen in a source": "",
}
COLLECTION = "UN Treaty Collection scrape (zmjones/untreaties)"
FACTBOOK = "CIA World Factbook, International organization participation"
PRESS = "The New Humanitarian|Trend|TASS|Asia-Plus|ISSI|Wikipedia"
VOTES = "UNGA vote on the Global Compact for Migration (A/RES/73/195)"


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return who is bound by which treaty and who belongs to which body or process.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``treaties``: one row for the standing of each country (series ``standing``) and one for
        each step with a date (``signature``, ``binding``, ``in_force``); ``memberships``: one
        row per country and body, process or pledge.
    """
    return {"treaties": _treaties(raw), "memberships": _memberships(raw)}


def _treaties(raw: RawFolder) -> pd.DataFrame:
    frame = raw.read("treaty_status.csv").drop(columns="country")
    frame = frame.rename(columns={"iso3": "country", "instrument": "name"})
    of_un = frame["source"] == COLLECTION
    checked = of_un & (frame["second_source"] != "")
    frame = frame.assign(
        confidence=of_un.map({True: "machine_single", False: "official_text"}).mask(
            checked, "machine_checked"
        ),
        reference=[_reference(*c) for c in frame[["source", "second_source"]].to_numpy()],
    )
    forced = frame["note"].map(lambda note: NOTES[note])
    parts = [
        _standing(frame),
        _step(frame, frame["signature_date"], "signature", pd.Series("signed", frame.index)),
        _step(frame, frame["binding_date"], "binding", frame["action"].map(ACTIONS)),
        _step(frame, forced, "in_force", pd.Series("in_force", frame.index)),
    ]
    return observations(pd.concat(parts, ignore_index=True), "treaties", source_id=raw.source_id)


def _reference(source: str, second: str) -> str:
    if source != COLLECTION:
        return source
    checked = f" (also: {second})" if second else ""
    return f"United Nations Treaty Collection{checked}, https://treaties.un.org"


def _standing(frame: pd.DataFrame) -> pd.DataFrame:
    known = frame["status"].map(lambda status: STANDINGS[status])
    moments = frame["status_as_of"].map(as_of)
    return frame.assign(
        series="standing",
        status=known.str[0],
        text_en=[k[1].format(en=m[0]) for k, m in zip(known, moments, strict=True)],
        text_ru=[k[2].format(ru=m[1]) for k, m in zip(known, moments, strict=True)],
    )


def _step(frame: pd.DataFrame, moment: pd.Series, series: str, status: pd.Series) -> pd.DataFrame:
    rows = moment != ""
    year_only = moment.str.fullmatch(r"\d{4}")
    steps = frame.assign(
        series=series,
        status=status,
        date=full_date(moment),
        text_en=("In " + moment + "; the day is not known.").where(year_only, ""),
        text_ru=("В " + moment + " году; день неизвестен.").where(year_only, ""),
    ).loc[rows]
    if steps["status"].isna().any():
        raise ValueError(f"{series}: a step without a known action")
    return steps


def _memberships(raw: RawFolder) -> pd.DataFrame:
    bodies = raw.read("memberships.csv")
    bodies = bodies.join(
        worded("memberships", bodies["body"] + "|" + bodies["iso3"]), suffixes=("", "_code")
    )
    compact = raw.read("gcm_and_mgi.csv")
    compact = compact.loc[compact["topic"] != VOTES]
    keys = compact["topic"] + "|" + compact["iso3"] + "|" + compact["date"]
    compact = compact.join(worded("gcm_and_mgi", keys), suffixes=("", "_code"))
    frame = pd.concat([bodies, compact], ignore_index=True)
    factbook = frame["source"] == FACTBOOK
    press = frame["source"].str.contains(PRESS)
    frame = frame.assign(
        country=frame["iso3"].where(frame["iso3"] != "", "UNK"),
        status=frame["status_code"],
        date=full_date(frame["date"]),
        confidence=pd.Series("official_text", frame.index)
        .mask(factbook, "machine_single")
        .mask(press, "press"),
        note_id=factbook.map({True: "tm_factbook", False: ""}),
        reference=frame["source"] + ", " + frame["url"].str.split(" (copy", regex=False).str[0],
    )
    return observations(frame, "memberships", source_id=raw.source_id)
