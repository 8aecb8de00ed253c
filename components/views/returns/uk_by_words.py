"""Words of the view of returns from the United Kingdom by kind, sex, age or quarter."""

from collections.abc import Sequence

import pandas as pd

from components.language import N_, Language
from components.language.language import NP_
from components.phrases.periods import quarter
from components.views.returns.filters import ReturnFilters
from data.measures.returns import (
    ASSISTED,
    CONTROLLED,
    ENFORCED,
    KIND_ROWS,
    NOT_SPLIT,
    REFUSED,
    VERIFIED,
    Kind,
    Split,
)

LEAST = 2  # returns of which a part can be told
TYPE_NAMES = {
    VERIFIED: N_("Voluntary: other verified"),
    CONTROLLED: N_("Voluntary: controlled"),
    ASSISTED: N_("Voluntary: assisted"),
    NOT_SPLIT: N_("Voluntary: not split"),
    ENFORCED: N_("Enforced"),
    REFUSED: N_("Refused entry at the border (counted separately)"),
}
KIND_NAMES: dict[Kind, str] = {
    "voluntary": N_("Voluntary returns"),
    "assisted": N_("Assisted voluntary returns"),
    "enforced": N_("Enforced returns"),
    "refused": N_("Refused entry and left"),
}
# The same inside a sentence, with a number of them.
KIND_COUNTS: dict[Kind, tuple[str, str]] = {
    "voluntary": NP_("{n} voluntary return", "{n} voluntary returns"),
    "assisted": NP_("{n} assisted voluntary return", "{n} assisted voluntary returns"),
    "enforced": NP_("{n} enforced return", "{n} enforced returns"),
    "refused": NP_("{n} refusal of entry", "{n} refusals of entry"),
}
SEX_WORDS = {
    "male": N_("men"),
    "female": N_("women"),
    "unknown": N_("people whose sex is not known"),
}
SPLIT_WORDS: dict[Split, str] = {
    "type": N_("by kind"),
    "sex": N_("by sex"),
    "age": N_("by age"),
    "quarter": N_("by quarter"),
}


def group_name(lang: Language, group: str, filters: ReturnFilters) -> str:
    """Name a group of the split."""
    if group in TYPE_NAMES:
        return lang.text(TYPE_NAMES[group])
    if group == "all":
        return lang.text(KIND_NAMES[filters.uk_kind])
    if filters.by == "sex":
        return lang.label("sexes", group)
    if group == "unknown":
        return lang.text("Age not known")
    return lang.text("Aged {ages}", ages=group.replace("-", "–"))


def title_words(
    lang: Language, found: pd.DataFrame, filters: ReturnFilters, year: int, gaps: Sequence[int]
) -> str:
    """Tell the split of the nationality with most returns in a year that has the split."""
    if year in gaps:
        return lang.text("Returns from the UK by citizenship were not found for {year}", year=year)
    own = found.loc[found["year"].eq(year)]
    counted = own.loc[own["group"].ne(REFUSED)] if filters.by == "type" else own
    if not counted["value"].sum():
        return lang.text("No such return from the UK is recorded in {year}", year=year)
    code = str(counted.groupby("origin")["value"].sum().idxmax())
    rows = counted.loc[counted["origin"].eq(code)]
    if filters.by == "type":
        return _title_of_types(lang, code, rows, year)
    return _with_top(lang, code, rows, filters, year)


def _with_top(
    lang: Language, code: str, rows: pd.DataFrame, filters: ReturnFilters, year: int
) -> str:
    """Tell the largest group where there is one of more than one person, else the whole."""
    most = rows.loc[rows["value"].eq(rows["value"].max())]
    top, total = most.iloc[0], float(rows["value"].sum())
    if len(most) > 1 or top["value"] < 2 or len(rows) < 2:
        return _whole(lang, code, KIND_COUNTS[filters.uk_kind], total, year)
    said = {
        "place": lang.place(code),
        "n": lang.number(top["value"]),
        "all": lang.plural(*KIND_COUNTS[filters.uk_kind], total, n=lang.number(total)),
    }
    if filters.by == "quarter":
        when = quarter(lang, int(top["year"]), int(top["quarter"]))
        return lang.text("{place}: {n} of {all} (UK) came in {quarter}", quarter=when, **said)
    group = _group_words(lang, str(top["group"]), filters.by)
    return lang.text(
        "{place}: {n} of {all} (UK, {year}) were of {group}", year=year, group=group, **said
    )


def _whole(lang: Language, code: str, forms: tuple[str, str], total: float, year: int) -> str:
    return lang.text(
        "The UK recorded {count} of people {origin} in {year}",
        count=lang.plural(*forms, total, n=lang.compact(total)),
        origin=lang.place(code, "from"),
        year=year,
    )


def _group_words(lang: Language, group: str, by: Split) -> str:
    """Name a sex or an age inside a sentence."""
    if by == "sex":
        return lang.text(SEX_WORDS[group])
    if group == "unknown":
        return lang.text("people whose age is not known")
    return lang.text("people aged {ages}", ages=group.replace("-", "–"))


def _title_of_types(lang: Language, code: str, rows: pd.DataFrame, year: int) -> str:
    known = rows.groupby("group")["value"].sum()
    voluntary = sum(float(known.get(one, 0)) for one in KIND_ROWS["voluntary"])
    total = voluntary + float(known.get(NOT_SPLIT, 0))
    verified = float(known.get(VERIFIED, 0))
    if NOT_SPLIT in known or total < LEAST or not verified:
        return _whole(lang, code, KIND_COUNTS["voluntary"], total, year)
    return lang.text(
        "{place}: {n} of {all} (UK, {year}) were seen only in departure records",
        place=lang.place(code),
        n=lang.number(verified),
        all=lang.plural(*KIND_COUNTS["voluntary"], total, n=lang.number(total)),
        year=year,
    )
