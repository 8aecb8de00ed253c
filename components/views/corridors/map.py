"""The corridor map."""

from functools import partial

import plotly.graph_objects as go

from components.charts.base import for_print
from components.language import Language
from components.maps.deck import deck
from components.maps.flows import FlowMap, flow_map
from components.maps.frame import frame
from components.maps.legend import legend_html
from components.maps.vector import vector
from components.view import View
from components.views.corridors.common import Chosen
from components.views.corridors.wording import period
from data.measures.corridors import FIVE, NOT_A_PLACE, place_totals
from data.provenance import source
from geo.loader import places


def corridor_map(chosen: Chosen) -> View:
    """Return the map of the chosen corridors."""
    drawn = _draw(chosen, chosen.look.size)
    tips = _tips(chosen)
    figure = deck(
        drawn, chosen.colours, tips, _place_tips(chosen), chosen.look.static, chosen.chosen,
        _centre(chosen),
        _state(chosen),
        hollow=chosen.measure.modelled,
    )  # fmt: skip
    return View(
        name="corridor-map",
        title=chosen.headline,
        subtitle=chosen.subtitle,
        figure=figure if len(drawn.flows) else None,
        print_figure=partial(_print, chosen) if len(drawn.flows) else None,
        vector_figure=partial(_vector, chosen, drawn, legend=False) if len(drawn.flows) else None,
        table=chosen.table(),
        alt=_alt(chosen),
        sources=(chosen.measure.source_id,),
        notes=_notes(chosen, drawn),
        remarks=chosen.remarks,
        legend=_legend(chosen, drawn),
        credit=credit(chosen),
        missing="" if len(drawn.flows) else _missing(chosen),
        period=period(chosen.lang, chosen.measure, chosen.filters.year),
    )


def _missing(chosen: Chosen) -> str:
    return chosen.lang.text(
        "{source} has no figure for this choice; that is a gap, not a zero. Another year, "
        "direction or country may have one; else the statistical offices of the two countries.",
        source=chosen.lang.pick(source(chosen.measure.source_id).short),
    )


def _state(chosen: Chosen) -> str:
    f = chosen.filters
    return "/".join(("", f.start or "", f.end or "", f.place or "", *f.countries, *f.partners))


def _centre(chosen: Chosen) -> tuple[float, float] | None:
    code = chosen.filters.place
    if code is None or code not in places().index:
        return None
    spot = places().loc[code]
    return float(spot["anchor_lon"]), float(spot["anchor_lat"])


def _draw(chosen: Chosen, size: str) -> FlowMap:
    picked = chosen.selection
    return flow_map(
        picked.shown,
        places(),
        frame(size, chosen.filters.world),
        chosen.lang.place,
        FIVE,
        place_totals(picked.every),
    )


def _vector(chosen: Chosen, drawn: FlowMap, legend: bool = True) -> go.Figure:
    return vector(
        drawn,
        chosen.lang,
        chosen.colours,
        _tips(chosen),
        chosen.chosen,
        chosen.measure.modelled,
        legend,
    )


def _print(chosen: Chosen) -> go.Figure:
    chart = _vector(chosen, _draw(chosen, "print"))
    foot = (*chosen.source_line, credit(chosen))
    return for_print(chart, chosen.headline, chosen.subtitle, foot, chosen.colours, scale=1)


def _tips(chosen: Chosen) -> dict[tuple[str, str], str]:
    year = chosen.filters.year
    return {
        (row.start, row.end): chosen.sentence(row.start, row.end, year, row.value)
        for row in chosen.selection.shown.itertuples()
    }


def _place_tips(chosen: Chosen) -> dict[str, str]:
    lang, every = chosen.lang, chosen.selection.every
    tips = {}
    arriving = every.groupby("end")["value"].sum()
    leaving = every.groupby("start")["value"].sum()
    for code in {*arriving.index, *leaving.index, *FIVE}:
        lines = [lang.place(code)]
        if code in leaving.index:
            lines.append(lang.text("From here: {n}", n=lang.compact(float(leaving[code]), 3)))
        if code in arriving.index:
            lines.append(lang.text("To here: {n}", n=lang.compact(float(arriving[code]), 3)))
        tips[str(code)] = "\n".join(lines)
    return tips


def _alt(chosen: Chosen) -> str:
    lang, shown = chosen.lang, chosen.selection.shown.head(3)
    told = [
        f"{chosen.name(r.start, r.end)}: {lang.compact(r.value, 3)}" for r in shown.itertuples()
    ]
    return lang.text(
        "Map with curved arrows between countries. {headline}. The largest: {list}.",
        headline=chosen.headline,
        list="; ".join(told),
    )


def _notes(chosen: Chosen, drawn: FlowMap) -> tuple[str, ...]:
    lang, picked = chosen.lang, chosen.selection
    notes = []
    if picked.rest_count:
        notes.append(
            lang.plural(
                "{n} smaller corridor, or one without a place on the map, is not drawn "
                "({value} in all); it is “Other” in the table.",
                "{n} smaller corridors, or ones without a place on the map, are not drawn "
                "({value} in all); they are “Other” in the table.",
                picked.rest_count,
                n=lang.number(picked.rest_count),
                value=lang.compact(picked.rest, 3),
            )
        )
    unknown = picked.every.loc[
        picked.every["start"].isin(NOT_A_PLACE) | picked.every["end"].isin(NOT_A_PLACE), "value"
    ]
    if len(unknown):
        notes.append(
            lang.text(
                "{value} of the total have an origin or destination that is not known "
                "or not named.",
                value=lang.compact(float(unknown.sum()), 3),
            )
        )
    if chosen.measure.id == "uk_voluntary":
        notes.append(_beside_voluntary(chosen))
    if any(node.stub for node in drawn.nodes):
        notes.append(
            lang.text("Small points at the edge stand for countries beyond it; see the world view.")
        )
    return tuple(notes)


def _beside_voluntary(chosen: Chosen) -> str:
    """Say how many of the voluntary returns were assisted, and how many were enforced beside."""
    rows = chosen.frame["source_id"].eq(chosen.measure.source_id)
    rows &= chosen.frame["origin"].isin(chosen.filters.countries)
    rows &= chosen.frame["year"].eq(chosen.filters.year)
    sums = chosen.frame.loc[rows].groupby("indicator", observed=True)["value"].sum()
    return chosen.lang.text(
        "Of these voluntary returns {assisted} were assisted; {enforced} enforced returns are "
        "counted apart. Refusals at the border are in neither.",
        assisted=chosen.lang.number(float(sums.get("return_voluntary_assisted", 0))),
        enforced=chosen.lang.number(float(sums.get("return_enforced", 0))),
    )


def _legend(chosen: Chosen, drawn: FlowMap) -> str:
    lang = chosen.lang
    names = {
        "out": lang.text("out of the chosen countries"),
        "into": lang.text("into the chosen countries"),
        "within": lang.text("among the five countries"),
    }
    return legend_html(drawn, names, lang, chosen.colours, chosen.measure.modelled)


def credit(chosen: Chosen) -> str:
    """Return the boundary credit and disclaimer that stand under every map."""
    return boundary_credit(chosen.lang)


def boundary_credit(lang: Language) -> str:
    """Return the boundary credit and disclaimer in a language."""
    return lang.text(
        "Boundaries: UN Geodata; rivers and lakes: Natural Earth. The boundaries and names shown "
        "do not imply official endorsement or acceptance by the United Nations or the authors."
    )
