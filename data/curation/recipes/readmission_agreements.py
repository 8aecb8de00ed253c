"""Agreements on readmission of the five states: what was signed, ratified and in force."""

import pandas as pd

from data.curation.press_steps import CONFIDENCES, looked_up
from data.curation.raw import RawFolder
from data.curation.tidy import observations

STEPS = {
    "signed": "signed_date",
    "ratified": "ratified_date",
    "in_force": "in_force_date",
}
PERSONS = "Agreement on readmission of persons"
PERSONS_RU = "Соглашение о реадмиссии лиц"
PROTOCOL_RU = " и исполнительный протокол"
ILLEGAL_RU = "Соглашение о реадмиссии лиц, пребывающих незаконно"
TITLES = {
    "Agreement on readmission": "Соглашение о реадмиссии",
    "Agreement on readmission + executive protocol": "Соглашение о реадмиссии" + PROTOCOL_RU,
    PERSONS: PERSONS_RU,
    f"{PERSONS} + executive protocol": PERSONS_RU + PROTOCOL_RU,
    f"{PERSONS} with illegal residence": ILLEGAL_RU,
    f"{PERSONS} illegally residing": ILLEGAL_RU,
    f"{PERSONS} residing without permission": ILLEGAL_RU,
    f"{PERSONS} residing illegally": ILLEGAL_RU,
    "Agreement on readmission of illegally staying persons": "Соглашение об обратном приёме "
    "незаконно пребывающих лиц",
    "Agreement on reception and transfer of persons staying illegally": "Соглашение о приёме и "
    "передаче незаконно пребывающих лиц",
    "Agreement on reception and transit of persons (readmission agreement)": "Соглашение о приёме "
    "и транзите лиц (о реадмиссии)",
    "Agreement on cooperation against illegal migration (not readmission)": "Соглашение о "
    "сотрудничестве в борьбе с незаконной миграцией (не о реадмиссии)",
    "Agreement on readmission (first, with protocol)": "Соглашение о реадмиссии "
    "(первое, с протоколом)",
    "Agreement on readmission (new) + executive protocol": "Соглашение о реадмиссии (новое)"
    + PROTOCOL_RU,
    "Treaty on comprehensive partnership in migration and mobility "
    "(with return/readmission part)": (
        "Договор о всеобъемлющем партнёрстве в области миграции и мобильности "
        "(с частью о возвращении и реадмиссии)"
    ),
    "Readmission agreement (in preparation, Dec 2022)": "Соглашение о реадмиссии "
    "(готовилось, декабрь 2022 года)",
    "Readmission agreement (in preparation)": "Соглашение о реадмиссии (готовилось)",
    "Agreement on readmission (draft approved)": "Соглашение о реадмиссии (одобрен проект)",
}
PLACES = {
    "": "",
    "Astana": "в Астане",
    "Bern": "в Берне",
    "Bishkek": "в Бишкеке",
    "Budapest": "в Будапеште",
    "Moscow": "в Москве",
    "Oslo": "в Осло",
    "Prague": "в Праге",
    "Riga": "в Риге",
    "Samarkand": "в Самарканде",
    "Sofia": "в Софии",
    "Warsaw": "в Варшаве",
}
ACTS = {
    "UZB Cabinet resolution No. 71": (
        "approved by Uzbekistan, Cabinet resolution No. 71",
        "утверждено Узбекистаном, постановление Кабинета министров № 71",
    ),
    "EST Government order No. 303 of 2022-11-04 (approval of draft)": (
        "Estonia approved the draft by Government order No. 303 of 4 November 2022",
        "Эстония одобрила проект распоряжением правительства № 303 от 4 ноября 2022 года",
    ),
}
# status note of the source: the step that it concerns, the status of that step where no date
# is printed, and the note in our words
REMARKS = {
    "": ("", "", "", ""),
    "bill sent to parliament by Government resolution No. 1262 of 2013-11-28; "
    "ratification date not seen": (
        "ratified",
        "unknown",
        "bill sent to Kazakhstan's parliament on 28 November 2013",
        "законопроект внесён в парламент Казахстана 28 ноября 2013 года",
    ),
    "bill sent to parliament by Government resolution No. 744 of 2015-09-04; "
    "Senate approval reported": (
        "ratified",
        "reported",
        "bill sent to Kazakhstan's parliament on 4 September 2015; the Senate's approval is "
        "reported",
        "законопроект внесён в парламент Казахстана 4 сентября 2015 года; сообщалось об одобрении "
        "Сенатом",
    ),
    "signing authorised by Government resolution No. 2048 of 2009-12-09; signing date not seen": (
        "signed",
        "unknown",
        "Kazakhstan authorised the signing on 9 December 2009",
        "Казахстан санкционировал подписание 9 декабря 2009 года",
    ),
    "context only": ("", "", "", ""),
    "protocol on implementation is dated 2007-07-04; replaced by the 2013 text": (
        "signed",
        "",
        "date of the implementing protocol; replaced by the agreement of 2013",
        "дата исполнительного протокола; заменено соглашением 2013 года",
    ),
    "in force per the database": (
        "in_force",
        "reported",
        "in force according to a legal database",
        "действует по данным правовой базы",
    ),
    "RT II, 21.02.2024, 1": (
        "in_force",
        "",
        "published in Riigi Teataja II, 21 February 2024, 1",
        "опубликовано в Riigi Teataja II, 21.02.2024, 1",
    ),
    "approved by the President of Uzbekistan; MIA named authority for readmission": (
        "ratified",
        "reported",
        "approved by the President of Uzbekistan; the Ministry of Internal Affairs handles "
        "readmission",
        "утверждён Президентом Узбекистана; реадмиссией занимается МВД",
    ),
    "not seen as signed": ("signed", "in_preparation", "", ""),
    "final round of talks announced; not seen as signed": (
        "signed",
        "in_preparation",
        "a last round of talks was announced",
        "объявлялось о заключительном раунде переговоров",
    ),
    "draft approved by RUS Government order No. 208-r of 2012-02-21": (
        "signed",
        "",
        "Russia approved the draft on 21 February 2012",
        "Россия одобрила проект 21 февраля 2012 года",
    ),
    "KGZ Cabinet order No. 320-r of 7 June (year not printed); not seen as signed": (
        "signed",
        "in_preparation",
        "Kyrgyzstan's Cabinet approved the draft on 7 June; the year is not printed",
        "Кабинет министров Кыргызстана одобрил проект 7 июня; год не указан",
    ),
    "treaty text exists; signing date not in the stored part": (
        "signed",
        "reported",
        "the text of the treaty exists",
        "текст договора существует",
    ),
}


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return one row per agreement and step.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``readmission_agreements``: ``country`` is the party that the raw file names first, always
        one of the five; a pair of two of the five stands once. ``series`` is the step; ``status``
        repeats it where a date is known, else ``reported``, ``unknown`` or ``in_preparation``.
    """
    frame = raw.read("readmission_agreements.csv")
    rows = [row for record in frame.to_dict("records") for row in _steps(record)]
    table = pd.DataFrame(rows)
    table["confidence"] = looked_up(CONFIDENCES, table["confidence"], "confidence")
    return {
        "readmission_agreements": observations(
            table, "readmission_agreements", source_id=raw.source_id
        )
    }


def _steps(record: dict[str, str]) -> list[dict[str, str]]:
    """Return the rows of one agreement; one in preparation has the step of signing alone."""
    concerned, status, *remark = REMARKS[record["status_note"]]
    rows = []
    for step, column in STEPS.items():
        date = record[column]
        of_step = concerned == step
        named = step if date else (status if of_step and status else "unknown")
        details = [_detail(record, step), tuple(remark) if of_step else ("", "")]
        rows.append(
            {
                "country": record["party_a_iso3"],
                "partner": record["party_b_iso3"],
                "name": record["instrument"],
                "series": step,
                "date": date,
                "status": named,
                "text_en": _joined(record["instrument"], [d[0] for d in details]),
                "text_ru": _joined(TITLES[record["instrument"]], [d[1] for d in details]),
                "confidence": record["confidence"],
                "note_id": "readm_context" if record["status_note"] == "context only" else "",
                "reference": f"{record['publisher']}, {record['source_url']}",
            }
        )
    return rows[:1] if rows[0]["status"] == "in_preparation" else rows


def _detail(record: dict[str, str], step: str) -> tuple[str, str]:
    """Return place or act of a step in English and Russian; empty where none is printed."""
    if step == "signed" and record["signed_place"]:
        place = record["signed_place"]
        return f"signed in {place}", f"подписано {PLACES[place]}"
    act = record["ratification_act"]
    if step != "ratified" or not act:
        return "", ""
    if act.startswith("KAZ Law No. "):
        number = act.removeprefix("KAZ Law No. ")
        return (
            f"ratified by Kazakhstan, Law No. {number}",
            f"ратифицировано Казахстаном, Закон № {number}",
        )
    return ACTS[act]


def _joined(title: str, details: list[str]) -> str:
    return "; ".join(part for part in [title, *details] if part)
