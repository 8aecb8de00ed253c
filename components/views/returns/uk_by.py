"""Returns from the United Kingdom by kind, sex, age or quarter."""

from collections.abc import Sequence

import pandas as pd

from components.charts.stacks import Fill, Stack, stacks
from components.language import N_, Language
from components.look import Look
from components.theme import FLOW_COLOURS
from components.view import Column, Table, View
from components.views.assemble import assemble, caveats_of
from components.views.returns.filters import ReturnFilters
from components.views.spec import Tables
from data.measures.returns import (
    ASSISTED,
    ENFORCED,
    GROUPS,
    KIND_ROWS,
    OTHER_VOLUNTARY,
    REFUSED,
    UK,
    Kind,
    Split,
    uk_split,
    uk_years,
)

CONTROLLED, VERIFIED = OTHER_VOLUNTARY
FILLS: dict[str, Fill] = {
    VERIFIED: "pale", CONTROLLED: "middle", ASSISTED: "hatched", ENFORCED: "solid",
    REFUSED: "mark", "male": "pale", "female": "solid", "0-17": "faint", "18-29": "pale",
    "30-49": "middle", "50-69": "solid", "70+": "hatched", "unknown": "dotted", "all": "middle",
}  # fmt: skip
TYPE_NAMES = {
    VERIFIED: N_("Voluntary: other verified"),
    CONTROLLED: N_("Voluntary: controlled"),
    ASSISTED: N_("Voluntary: assisted"),
    ENFORCED: N_("Enforced"),
    REFUSED: N_("Refused entry at the border (apart)"),
}
KIND_NAMES: dict[Kind, str] = {
    "voluntary": N_("Voluntary returns"),
    "assisted": N_("Assisted voluntary returns"),
    "enforced": N_("Enforced returns"),
    "refused": N_("Refused entry and left"),
}
# The same inside a sentence.
KIND_WORDS: dict[Kind, str] = {
    "voluntary": N_("voluntary returns"),
    "assisted": N_("assisted voluntary returns"),
    "enforced": N_("enforced returns"),
    "refused": N_("people refused entry at the border"),
}
SEX_WORDS = {"male": N_("men"), "female": N_("women"), "unknown": N_("sex not known")}
SPLIT_WORDS: dict[Split, str] = {
    "type": N_("by kind"),
    "sex": N_("by sex"),
    "age": N_("by age"),
    "quarter": N_("by quarter"),
}
ASIDE = 0.21  # years that voluntary and enforced columns stand from the middle of the year


def uk_by(tables: Tables, filters: ReturnFilters, look: Look) -> View:
    """Return the Home Office's returns of each nationality over the years, split one way."""
    lang, by = look.language, filters.by
    found = uk_split(tables["returns"], filters.who, by, filters.uk_kind)
    years = uk_years(tables["returns"], filters.who)
    span = _span(tables["returns"])
    panels = [
        (lang.place(code), _series(look, found.loc[found["origin"].eq(code)], filters))
        for code in filters.who
    ]
    columns = 1 if look.narrow else min(3, len(panels))
    chart = stacks(panels, lang, look.colours, columns, span, look.width())
    return assemble(
        look,
        "returns-uk-by",
        _title(lang, found, filters),
        _subtitle(lang, filters, span),
        _table(lang, found, filters),
        lang.text("Small charts of columns"),
        (UK,),
        chart if len(found) else None,
        remarks=caveats_of(lang, "returns", _rows(tables["returns"], filters)),
        notes=_notes(lang, filters),
        missing=_missing(lang, found, years, span, filters),
    )


def _rows(returns: pd.DataFrame, filters: ReturnFilters) -> pd.DataFrame:
    """Return the rows behind the view, for their caveats."""
    shown = GROUPS["type"] if filters.by == "type" else KIND_ROWS[filters.uk_kind]
    own = returns["source_id"].eq(UK) & returns["origin"].isin(filters.who)
    return returns.loc[own & returns["indicator"].isin(shown)]


def _span(returns: pd.DataFrame) -> tuple[int, int]:
    years = returns.loc[returns["source_id"].eq(UK), "year"]
    return int(years.min()), int(years.max())


def _series(look: Look, rows: pd.DataFrame, filters: ReturnFilters) -> list[Stack]:
    lang = look.language
    drawn = []
    for group in GROUPS[filters.by]:
        own = rows.loc[rows["group"].eq(group)]
        if own.empty:
            continue
        name = group_name(lang, group, filters)
        places, width = _places(own, group, filters.by)
        tips = [
            lang.text("{when}, {what}: {n}", when=_when(lang, row.year, row.quarter), what=name,
                      n=lang.number(row.value))
            for row in own.itertuples()
        ]  # fmt: skip
        values = [float(value) for value in own["value"]]
        drawn.append(
            Stack(name, places, values, tips, _colour(look, group, filters), FILLS[group], width)
        )
    return drawn


def _places(rows: pd.DataFrame, group: str, by: Split) -> tuple[list[float], float]:
    """Return where the columns of a group stand and how wide they are, in years."""
    if by == "quarter":
        return [y + (q - 2.5) / 4 for y, q in zip(rows["year"], rows["quarter"], strict=True)], 0.22
    if by != "type":
        return [float(y) for y in rows["year"]], 0.76
    aside = {ENFORCED: ASIDE, REFUSED: 0.0}.get(group, -ASIDE)
    return [float(y) + aside for y in rows["year"]], 0.4


def _colour(look: Look, group: str, filters: ReturnFilters) -> str:
    colours = look.colours
    enforced = group == ENFORCED or (filters.by != "type" and filters.uk_kind == "enforced")
    if enforced:
        return colours.into
    if group == REFUSED or (filters.by != "type" and filters.uk_kind == "refused"):
        return colours.within
    if group == ASSISTED:
        return FLOW_COLOURS["return"]
    return colours.primary


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


def _when(lang: Language, year: int, quarter: int) -> str:
    return lang.text("Q{quarter} {year}", quarter=quarter, year=year) if quarter else str(year)


def _subtitle(lang: Language, filters: ReturnFilters, span: tuple[int, int]) -> str:
    what = N_("Returns") if filters.by == "type" else KIND_NAMES[filters.uk_kind]
    return lang.text(
        "{what} {split}, by citizenship, counted by the Home Office, United Kingdom, "
        "{first}–{last}; each country has its own scale",
        what=lang.text(what), split=lang.text(SPLIT_WORDS[filters.by]), first=span[0],
        last=span[1],
    )  # fmt: skip


def _title(lang: Language, found: pd.DataFrame, filters: ReturnFilters) -> str:
    """Tell the split of the nationality with most returns in the chosen year."""
    own = found.loc[found["year"].eq(filters.year)]
    counted = own.loc[own["group"].ne(REFUSED)] if filters.by == "type" else own
    if counted.empty:
        return lang.text("{year}: no such return from the United Kingdom is recorded",
                         year=filters.year)  # fmt: skip
    code = str(counted.groupby("origin")["value"].sum().idxmax())
    rows = counted.loc[counted["origin"].eq(code)]
    if filters.by == "type":
        return _title_of_types(lang, code, rows, filters.year)
    total = float(rows["value"].sum())
    top = rows.loc[rows["value"].idxmax()]
    said = {
        "place": lang.place(code), "year": filters.year, "n": lang.number(total),
        "kind": lang.text(KIND_WORDS[filters.uk_kind]), "top": lang.number(top["value"]),
    }  # fmt: skip
    if filters.by == "quarter":
        return lang.text(
            "{place}: {n} {kind} in {year}, {top} of them in the busiest quarter ({quarter})",
            quarter=_when(lang, filters.year, int(top["quarter"])), **said,
        )  # fmt: skip
    return lang.text(
        "{place}: {n} {kind} in {year}; the largest group: {group} ({top})",
        group=_group_words(lang, str(top["group"]), filters.by),
        **said,
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
    voluntary = sum(float(known.get(one, 0)) for one in (VERIFIED, CONTROLLED, ASSISTED))
    return lang.text(
        "{place}, {year}: {n} voluntary returns ({verified} only found in departure records, "
        "{assisted} assisted) and {enforced} enforced",
        place=lang.place(code), year=year, n=lang.number(voluntary),
        verified=lang.number(known.get(VERIFIED, 0)), assisted=lang.number(known.get(ASSISTED, 0)),
        enforced=lang.number(known.get(ENFORCED, 0)),
    )  # fmt: skip


def _notes(lang: Language, filters: ReturnFilters) -> tuple[str, ...]:
    if filters.by == "type":
        return (
            lang.text(
                "Stacked columns are voluntary returns and their parts; the columns beside them "
                "are enforced returns. Diamonds are people turned back at the border: no return "
                "of residents, and added to nothing."
            ),
            lang.text("Counts of the Home Office, not of IOM’s programme (AVRR)."),
        )
    groups = lang.text("Groups add to all returns of the kind; not known is shown as such.")
    return (
        groups if filters.by != "quarter" else lang.text("Four columns a year, one per quarter."),
        lang.text("Counts of the Home Office, not of IOM’s programme (AVRR)."),
    )


def _missing(
    lang: Language, found: pd.DataFrame, years: dict[str, list[int]], span: tuple[int, int],
    filters: ReturnFilters,
) -> str:  # fmt: skip
    """Name what has no row at all: nationalities, or single years of them."""
    told = []
    for code in filters.who:
        if found.loc[found["origin"].eq(code)].empty:
            told.append(lang.text("{place} (no return of this kind)", place=lang.place(code)))
            continue
        absent = [y for y in range(span[0], span[1] + 1) if y not in years[code]]
        if absent:
            listed = lang.listing([str(y) for y in absent])
            told.append(lang.text("{place} ({years})", place=lang.place(code), years=listed))
    if not told:
        return ""
    return lang.text(
        "No row in the source: {list}. It prints no zeros; the Home Office could say whether "
        "nobody returned.",
        list="; ".join(told),
    )


def _table(lang: Language, found: pd.DataFrame, filters: ReturnFilters) -> Table:
    order = {code: place for place, code in enumerate(filters.who)}
    groups: Sequence[str] = GROUPS[filters.by]
    rows = found.assign(
        order=found["origin"].map(order), part=[groups.index(g) for g in found["group"]]
    ).sort_values(["order", "year", "quarter", "part"])
    shown = pd.DataFrame({
        "place": [lang.place(code) for code in rows["origin"]],
        "when": [_when(lang, r.year, r.quarter) for r in rows.itertuples()],
        "what": [group_name(lang, g, filters) for g in rows["group"]],
        "value": rows["value"].to_list(),
    })  # fmt: skip
    when = lang.text("Quarter") if filters.by == "quarter" else lang.text("Year")
    return Table(shown, (
        Column("place", lang.text("Citizenship"), kind="place"),
        Column("when", when, kind="period"),
        Column("what", lang.text("What was counted")),
        Column("value", lang.text("Returns"), 0, unit="returns"),
    ))  # fmt: skip
