"""The eight types of migration of one country as a strip of panels with small lines."""

from collections.abc import Sequence

import pandas as pd

from components.context import RenderContext
from components.documents.model import Document, Link, Panel, Panels, lines
from components.documents.slopes import Slope, segments
from components.language import Language
from components.phrases.columns import column
from components.phrases.periods import period
from components.phrases.references import source_name
from components.phrases.sentences import lower_first
from components.view import Remark, Table, View
from components.views.assemble import assemble, caveats_of, warnings_first
from components.views.countries.filters import CountryFilters
from components.views.spec import Tables
from components.views.types.words import (
    GRADE_NAMES,
    HOLDERS,
    name_of,
    told,
    type_of,
    unit_of,
)
from data.measures.breaks import breaks_of
from data.measures.catalogue import TYPES
from data.measures.country_types import best_of_each
from data.measures.flow_types import Best, searched
from data.measures.rows import rows_of
from data.measures.series_figures import Figure

Found = dict[str, Best | None]


def country_strip(tables: Tables, filters: CountryFilters, context: RenderContext) -> View:
    """Return the best figure of each type of migration in a country, with its history."""
    lang, country = context.language, filters.country
    known = best_of_each(tables, country)
    found: Found = {one: own and own[0] for one, own in known.items()}
    past = {one: own[1] for one, own in known.items() if own}
    breaks = {one: breaks_of(tables, own.series, country) for one, own in found.items() if own}
    panels = tuple(
        panel_of(lang, one, found[one], past.get(one), breaks.get(one, ())) for one in TYPES
    )
    title = _title(lang, country, found)
    subtitle = lang.text(
        "Best known figure for each flow type · each in its own unit and period, each line "
        "on its own scale · the figures cannot be added up"
    )
    shown = {one: own for one, own in found.items() if own}
    sources = tuple(dict.fromkeys(str(own.row["source_id"]) for own in shown.values()))
    return assemble(
        context,
        "country-strip",
        title,
        subtitle,
        _table(lang, found, past),
        lang.text("Strip of small charts"),
        sources,
        Document((Panels(panels),)),
        remarks=_remarks(lang, tables, shown, past),
        notes=(
            lang.text(
                "A line needs three full years from one source, counted in one way; a gap "
                "is a year without a figure, a new way of counting, or a sum over other "
                "countries."
            ),
        ),
        missing=_missing(lang, country, found),
    )


def panel_of(
    lang: Language,
    flow_type: str,
    own: Best | None,
    past: Sequence[Figure] | None,
    breaks: Sequence[int],
) -> Panel:
    """Return the panel of one type: its best figure and history, or who would have one."""
    name = type_of(lang, flow_type)
    if own is None or past is None:
        none, holder = lang.text("no data found"), lang.text(HOLDERS[flow_type])
        return Panel(name, none, lines=lines(holder), state="hole", ink=flow_type)
    row, chosen = own.row, own.series
    counted = f"{name_of(lang, chosen)}\n{unit_of(lang, chosen)} · {period(lang, row)}"
    years = [one["year"] for one in past]
    slope = None
    if years:
        drawn = segments(years, [one["value"] for one in past], (years[0], years[-1]), breaks)
        slope = Slope(drawn, flow_type, (str(years[0]), str(years[-1])))
    return Panel(
        name,
        told(lang, chosen, row),
        lines=lines(counted),
        foot=lang.text(GRADE_NAMES[str(row["grade"])]),
        inline=slope,
        link=_to_cell(lang, str(row["country"]), flow_type),
        ink=flow_type,
    )


def _to_cell(lang: Language, country: str, flow_type: str) -> Link:
    """Return the way to all figures of a type in a country."""
    address = f"/flow-types?cell={country}.{flow_type}&closer=cell&lang={lang.code}"
    return Link(
        lang.text("All figures: {type}", type=lower_first(type_of(lang, flow_type))), address
    )


def _title(lang: Language, country: str, found: Found) -> str:
    known = [own for own in found.values() if own]
    official = sum(str(own.row["grade"]) == "official" for own in known)
    told = {"country": lang.place(country), "official": official, "all": len(found)}
    if len(known) == len(found):
        return lang.text(
            "{country} has a figure for all {all} flow types, {official} of them official",
            **told,
        )
    return lang.text(
        "{country} has a figure for {n} of {all} flow types, {official} of them official",
        n=len(known),
        **told,
    )


def _missing(lang: Language, country: str, found: Found) -> str:
    holes = [
        f"{type_of(lang, one)}: {lang.text(HOLDERS[one])}" for one, own in found.items() if not own
    ]
    if not holes:
        return ""
    return lang.text(
        "No data found, {country}. {types}", country=lang.place(country), types=" ".join(holes)
    )


def _remarks(
    lang: Language, tables: Tables, shown: dict[str, Best], past: dict[str, list[Figure]]
) -> tuple[Remark, ...]:
    groups = []
    for one, own in shown.items():
        row = own.rows[0]
        years = {row["year"], *(figure["year"] for figure in past[one])}
        rows = rows_of(tables, own.series, row["country"], years, row["source_id"])
        groups.append(caveats_of(lang, own.series.measure.table, rows))
    return warnings_first(*groups)


def _rows(
    lang: Language, flow_type: str, own: Best | None, past: dict[str, list[Figure]]
) -> list[dict[str, object]]:
    """Return the figures of one type, or one row that says where they were searched for."""
    name = type_of(lang, flow_type)
    if own is None:
        return [
            {
                "type": name,
                "what": "",
                "unit": "",
                "when": "",
                "value": None,
                "grade": lang.text(GRADE_NAMES["none"]),
                "source": ", ".join(searched(flow_type)),
            }
        ]
    shown = pd.DataFrame(past[flow_type] or own.rows[:1])
    return [
        {
            "type": name,
            "what": name_of(lang, own.series),
            "unit": unit_of(lang, own.series),
            "when": period(lang, row),
            "value": float(row.value),
            "grade": lang.text(GRADE_NAMES[str(row.grade)]),
            "source": source_name(lang, str(row.source_id)),
        }
        for row in shown.itertuples()
    ]


def _table(lang: Language, found: Found, past: dict[str, list[Figure]]) -> Table:
    rows = [row for one, own in found.items() for row in _rows(lang, one, own, past)]
    return Table(
        pd.DataFrame(rows).astype({"value": "float"}),
        (
            column(lang, "flow_type", "type"),
            column(lang, "what"),
            column(lang, "unit"),
            column(lang, "period", "when"),
            column(lang, "value", digits=1),
            column(lang, "known_how", "grade"),
            column(lang, "source_or_searched", "source"),
        ),
    )
