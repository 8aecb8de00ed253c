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

TYPE_NAMES = {
    VERIFIED: N_("Voluntary: other verified"),
    CONTROLLED: N_("Voluntary: controlled"),
    ASSISTED: N_("Voluntary: assisted"),
    NOT_SPLIT: N_("Voluntary: not split"),
    ENFORCED: N_("Enforced"),
    REFUSED: N_("Refused entry at the border (apart)"),
}
KIND_NAMES: dict[Kind, str] = {
    "voluntary": N_("Voluntary returns"),
    "assisted": N_("Assisted voluntary returns"),
    "enforced": N_("Enforced returns"),
    "refused": N_("Refused entry and left"),
}
# The same inside a sentence, with a number.
KIND_COUNTS: dict[Kind, tuple[str, str]] = {
    "voluntary": NP_("{n} voluntary return", "{n} voluntary returns"),
    "assisted": NP_("{n} assisted voluntary return", "{n} assisted voluntary returns"),
    "enforced": NP_("{n} enforced return", "{n} enforced returns"),
    "refused": NP_("{n} person refused entry", "{n} people refused entry"),
}
SEX_WORDS = {"male": N_("men"), "female": N_("women"), "unknown": N_("sex not known")}
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
        return lang.text(
            "Returns from the United Kingdom by citizenship: {year} was not found", year=year
        )
    own = found.loc[found["year"].eq(year)]
    counted = own.loc[own["group"].ne(REFUSED)] if filters.by == "type" else own
    if not counted["value"].sum():
        return lang.text("{year}: no such return from the United Kingdom is recorded", year=year)
    code = str(counted.groupby("origin")["value"].sum().idxmax())
    rows = counted.loc[counted["origin"].eq(code)]
    if filters.by == "type":
        return _title_of_types(lang, code, rows, year)
    total = float(rows["value"].sum())
    told = lang.text(
        "{place}, {year}: {count}",
        place=lang.place(code),
        year=year,
        count=lang.plural(*KIND_COUNTS[filters.uk_kind], total, n=lang.number(total)),
    )
    return _with_top(lang, told, rows, filters.by)


def _with_top(lang: Language, told: str, rows: pd.DataFrame, by: Split) -> str:
    """Add the largest group where there is one of more than one person."""
    most = rows.loc[rows["value"].eq(rows["value"].max())]
    top = most.iloc[0]
    if len(most) > 1 or top["value"] < 2 or len(rows) < 2:
        return told
    n = lang.number(top["value"])
    if by == "quarter":
        return lang.text(
            "{told}, {n} of them in the busiest quarter ({quarter})",
            told=told,
            n=n,
            quarter=quarter(lang, int(top["year"]), int(top["quarter"])),
        )
    return lang.text(
        "{told}; the largest group: {group} ({top})",
        told=told,
        top=n,
        group=_group_words(lang, str(top["group"]), by),
    )


def _group_words(lang: Language, group: str, by: Split) -> str:
    """Name a sex or an age inside a sentence."""
    if by == "sex":
        return lang.text(SEX_WORDS[group])
    if group == "unknown":
        return lang.text("age not known")
    return lang.text("aged {ages}", ages=group.replace("-", "–"))


def _title_of_types(lang: Language, code: str, rows: pd.DataFrame, year: int) -> str:
    known = rows.groupby("group")["value"].sum()
    voluntary = sum(float(known.get(one, 0)) for one in KIND_ROWS["voluntary"])
    total = voluntary + float(known.get(NOT_SPLIT, 0))
    enforced = float(known.get(ENFORCED, 0))
    said = {
        "place": lang.place(code),
        "year": year,
        "count": lang.plural(*KIND_COUNTS["voluntary"], total, n=lang.number(total)),
        "enforced": lang.plural(*KIND_COUNTS["enforced"], enforced, n=lang.number(enforced)),
    }
    if NOT_SPLIT in known:
        return lang.text("{place}, {year}: {count} (not split further) and {enforced}", **said)
    return lang.text(
        "{place}, {year}: {count} ({verified} only found in departure records, {assisted} "
        "assisted) and {enforced}",
        verified=lang.number(known.get(VERIFIED, 0)),
        assisted=lang.number(known.get(ASSISTED, 0)),
        **said,
    )
