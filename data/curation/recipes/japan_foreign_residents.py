"""Japan: residents with Central Asian citizenship by residence status, sex and prefecture."""

import pandas as pd

from data.curation.raw import RawFolder
from data.curation.tidy import involving, observations

STATUSES = {
    "教授": "Professor",
    "高度専門職１号イ": "Highly Skilled Professional 1(a)",
    "高度専門職１号ロ": "Highly Skilled Professional 1(b)",
    "高度専門職１号ハ": "Highly Skilled Professional 1(c)",
    "高度専門職２号": "Highly Skilled Professional 2",
    "経営・管理": "Business Manager",
    "研究": "Researcher",
    "教育": "Instructor",
    "技術・人文知識・国際業務": "Engineer / Specialist in Humanities / International Services",
    "企業内転勤": "Intra-company Transferee",
    "介護": "Nursing Care",
    "興行": "Entertainer",
    "技能": "Skilled Labor",
    "特定技能１号": "Specified Skilled Worker 1",
    "特定技能２号": "Specified Skilled Worker 2",
    "技能実習１号ロ": "Technical Intern Training 1(b)",
    "技能実習２号ロ": "Technical Intern Training 2(b)",
    "技能実習３号ロ": "Technical Intern Training 3(b)",
    "文化活動": "Cultural Activities",
    "留学": "Student",
    "研修": "Trainee",
    "家族滞在": "Dependent",
    "特定活動": "Designated Activities",
    "永住者": "Permanent Resident",
    "日本人の配偶者等": "Spouse or Child of Japanese National",
    "永住者の配偶者等": "Spouse or Child of Permanent Resident",
    "定住者": "Long-Term Resident",
}
SEXES = {"female": "female", "male": "male", "not_shown": "unknown"}


def curate(raw: RawFolder) -> dict[str, pd.DataFrame]:
    """Return the residents with Central Asian citizenship.

    Returns
    -------
    dict of str to pandas.DataFrame
        ``labour_and_stay``: persons by residence status (total and by sex) and, as a second
        indicator, by prefecture. Without a year, because the source does not state the date.
    """
    totals = raw.read("japan_residents_by_status.csv").assign(sex="total")
    by_sex = raw.read("japan_residents_by_status_and_sex.csv")
    by_sex["sex"] = [SEXES[name] for name in by_sex["sex"]]
    statuses = pd.concat([totals, by_sex], ignore_index=True)
    statuses["series"] = [STATUSES[name] for name in statuses["status_ja"]]
    statuses["indicator"] = "foreign_residents_by_status"
    regions = raw.read("japan_residents_by_prefecture.csv").assign(sex="total")
    regions = regions.assign(series=regions["prefecture"], indicator="foreign_residents_by_region")
    frame = pd.concat([statuses, regions], ignore_index=True)
    frame = frame.rename(columns={"iso3": "origin", "persons": "value"})
    return {
        "labour_and_stay": observations(
            involving(frame, "origin"),
            "labour_and_stay",
            destination="JPN",
            period_type="unknown",
            age="total",
            measure="stock",
            origin_basis="citizenship",
            method="register",
            obs_status="normal",
            confidence="machine_single",
            source_id=raw.source_id,
        )
    }
