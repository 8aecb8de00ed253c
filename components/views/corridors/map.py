"""The corridor map."""

from functools import partial

from components.language import Language
from components.maps.drawing import MapDrawing, Stroke
from components.maps.flows import FlowMap, flow_map
from components.maps.frame import (
    ROOMS,
    TALL,
    Box,
    Frame,
    frame,
    print_frame,
)
from components.phrases.references import source_name
from components.view import View
from components.views.corridors.common import Chosen
from components.views.corridors.hosts import named
from components.views.corridors.inks import ink_of
from components.views.corridors.titles import map_headline
from components.views.corridors.window import window
from components.views.corridors.words import amount, period, unit_words
from components.views.measures import CORRIDOR_WORDS
from data.areas import FIVE
from data.measures.corridor_choice import place_totals
from data.measures.corridors import NOT_A_PLACE
from data.measures.returns import NOT_SPLIT
from geo.loader import places

KEY_ROOM, ZOOM_ROOM = (285, 74), (145, 130)  # pixels of the legend and of the buttons


def corridor_map(chosen: Chosen) -> View:
    """Return the map of the chosen corridors."""
    drawing = _drawing(chosen, None)
    there = len(drawing.drawn.flows) > 0
    headline = map_headline(chosen)
    return View(
        name="corridor-map",
        title=headline,
        subtitle=chosen.subtitle,
        figure=drawing if there else None,
        drawing=partial(_drawing, chosen) if there else None,
        table=chosen.table,
        alt=_alt(chosen, headline),
        sources=chosen.sources,
        notes=_notes(chosen, drawing.drawn),
        remarks=chosen.remarks,
        caution=chosen.too_low,
        credit=credit(chosen),
        missing="" if there else _missing(chosen),
        period=period(chosen.lang, chosen.measure, chosen.filters.year),
    )


def _missing(chosen: Chosen) -> str:
    lang, f, source_id = chosen.lang, chosen.filters, chosen.measure.sources[0]
    away = f.direction == "from" and f.partners
    if away and not named(source_id, f.countries, f.partners):
        return lang.text(
            "{source} does not name these people {hosts}: that is a gap, not a zero. Other "
            "counts, where there are any, are in the view of all sources below.",
            source=source_name(lang, source_id),
            hosts=lang.listing([lang.place(code, "in") for code in f.partners]),
        )
    return chosen.lang.text(
        "{source} has no figure above zero for this choice: nothing was recorded, or "
        "nothing was reported. Another year, direction or country may have one; otherwise "
        "ask the statistical offices of the two countries.",
        source=source_name(chosen.lang, chosen.measure.sources[0]),
    )


def _draw(chosen: Chosen, own: Frame, corners: dict[str, Box] | None) -> FlowMap:
    wide, (across, down) = own.width, ZOOM_ROOM
    picked = chosen.selection
    return flow_map(
        picked.shown.assign(ink=[ink_of(chosen, row) for row in picked.shown.itertuples()]),
        places(),
        own,
        chosen.lang.place,
        FIVE,
        place_totals(picked.every),
        value=chosen.lang.short,
        valued=chosen.chosen,
        taken=() if corners is None else ((wide - across, 0, wide, down),),
        corners=corners,
        halves=_halves(chosen) if chosen.filters.direction == "both" else None,
    )


def _halves(chosen: Chosen) -> dict[str, float]:
    """Return which share of each place's total leads out of it."""
    every = chosen.selection.every
    leaving = every.groupby("start")["value"].sum()
    totals = place_totals(every)
    return {code: float(leaving.get(code, 0.0)) / total for code, total in totals.items() if total}


def _drawing(chosen: Chosen, room: tuple[int, int] | None) -> MapDrawing:
    """Return the map as vectors; for a picture it is computed anew."""
    part, size = window(chosen), chosen.context.size
    own = print_frame(room, part, TALL.get(part)) if room else frame(size, part)
    drawn = _draw(chosen, own, _corners(size) if not room else None)
    lang, way = chosen.lang, chosen.filters.direction
    heads = {
        "from": lang.text("Colour: country of origin"),
        "within": lang.text("Colour: country of origin"),
        "to": lang.text("Colour: country of destination"),
    }
    return MapDrawing(
        drawn,
        _tips(chosen),
        chosen.chosen & set(zip(drawn.flows["start"], drawn.flows["end"], strict=True)),
        chosen.measure.modelled,
        key=_key(chosen),
        unit=unit_words(lang, chosen.measure, chosen.filters.sex),
        key_head=heads.get(way, ""),
        place_tips=_place_tips(chosen),
        roams=chosen.filters.world,
    )


def _corners(size: str) -> dict[str, Box]:
    """Return the corners in which the legend may stand; on a phone it stands below the map."""
    width, height = ROOMS[size]
    wide, high = KEY_ROOM
    return {
        f"{down} {across}": (left, top, left + wide, top + high)
        for down, across, left, top in (
            ("bottom", "left", 0, height - high),
            ("bottom", "right", width - wide, height - high),
            ("top", "left", 0, 0),
        )
        if size != "narrow"
    }


def _key(chosen: Chosen) -> tuple[Stroke, ...]:
    if chosen.filters.direction == "both":
        return tuple(Stroke(side, words) for side, words in _sides(chosen).items())
    return tuple(Stroke(code, chosen.lang.place(code)) for code in FIVE)


def _tips(chosen: Chosen) -> dict[tuple[str, str], str]:
    year = chosen.filters.year
    return {
        (row.start, row.end): chosen.sentence(row.start, row.end, year, row.value)
        for row in chosen.selection.shown.itertuples()
    }


def _place_tips(chosen: Chosen) -> dict[str, str]:
    lang, every, measure = chosen.lang, chosen.selection.every, chosen.measure
    words, sex = CORRIDOR_WORDS[measure.id], chosen.filters.sex
    tips = {}
    arriving = every.groupby("end")["value"].sum().to_dict()
    leaving = every.groupby("start")["value"].sum().to_dict()
    for code in sorted({*arriving, *leaving, *FIVE}):
        lines = [lang.place(code)]
        if code in leaving:
            n = amount(lang, measure, float(leaving[code]), sex, 3)
            lines.append(lang.text("{what}: {n}", what=lang.text(words.side_out), n=n))
        if code in arriving:
            n = amount(lang, measure, float(arriving[code]), sex, 3)
            lines.append(lang.text("{what}: {n}", what=lang.text(words.side_into), n=n))
        tips[str(code)] = "\n".join(lines)
    return tips


def _alt(chosen: Chosen, headline: str) -> str:
    lang, shown = chosen.lang, chosen.selection.shown.head(3)
    told = [
        f"{chosen.name(r.start, r.end)}: {lang.compact(r.value, 3)}" for r in shown.itertuples()
    ]
    headline = headline.rstrip(".")  # the sentence has its own full stop
    if not told:
        return lang.text("Map without arrows. {headline}.", headline=headline)
    return lang.text(
        "Map with curved arrows between countries. {headline}. The largest: {list}.",
        headline=headline,
        list="; ".join(told).rstrip("."),
    )


def _notes(chosen: Chosen, drawn: FlowMap) -> tuple[str, ...]:
    lang, picked = chosen.lang, chosen.selection
    sex = chosen.filters.sex
    notes = [*chosen.incomplete]
    if picked.rest_count:
        notes.append(
            lang.plural(
                "{n} corridor ({value}) is not drawn: it is smaller, or has no place on the map. "
                "The table lists it.",
                "{n} corridors ({value}) are not drawn: they are smaller, or have no place on the "
                "map. The table lists them all.",
                picked.rest_count,
                n=lang.number(picked.rest_count),
                value=amount(lang, chosen.measure, picked.rest, sex, 3),
            )
        )
    notes += _unknown(chosen)
    if picked.between:
        notes.append(
            lang.text(
                "Corridors between the chosen countries are not in this sum: {value}. See "
                "“Both ways” or “Within”.",
                value=amount(lang, chosen.measure, picked.between, sex, 3),
            )
        )
    if chosen.measure.id == "uk_voluntary":
        notes.append(_beside_voluntary(chosen))
    if any(node.stub for node in drawn.nodes):
        notes.append(
            lang.text("Pointers at the edge mark countries beyond it; the world map shows them.")
        )
    return tuple(notes)


def _unknown(chosen: Chosen) -> list[str]:
    """Say how much of the total has an end that is not known or not named."""
    every = chosen.selection.every
    unknown = every.loc[every["start"].isin(NOT_A_PLACE) | every["end"].isin(NOT_A_PLACE), "value"]
    if not len(unknown):
        return []
    value = amount(chosen.lang, chosen.measure, float(unknown.sum()), chosen.filters.sex, 3)
    return [
        chosen.lang.text(
            "Origin or destination not known or not named: {value} of the total.", value=value
        )
    ]


def _beside_voluntary(chosen: Chosen) -> str:
    """Say how many of the voluntary returns were assisted, and how many were enforced beside."""
    rows = chosen.frame["source_id"].isin(chosen.measure.sources)
    rows &= chosen.frame["origin"].isin(chosen.filters.countries)
    rows &= chosen.frame["year"].eq(chosen.filters.year)
    sums = chosen.frame.loc[rows].groupby("indicator", observed=True)["value"].sum()
    if sums.get(NOT_SPLIT, 0):
        return chosen.lang.text(
            "How many of them were assisted is not published by citizenship. Enforced "
            "returns, counted separately: {enforced}. Refusals at the border are in neither.",
            enforced=chosen.lang.number(float(sums.get("return_enforced", 0))),
        )
    return chosen.lang.text(
        "Of these, assisted: {assisted}; known only from departure records: {others}. "
        "Enforced returns, counted separately: {enforced}. Refusals at the border are in "
        "neither.",
        assisted=chosen.lang.number(float(sums.get("return_voluntary_assisted", 0))),
        others=chosen.lang.number(float(sums.get("return_voluntary_other_verified", 0))),
        enforced=chosen.lang.number(float(sums.get("return_enforced", 0))),
    )


def _sides(chosen: Chosen) -> dict[str, str]:
    """Return what the colours stand for."""
    lang, moved = chosen.lang, chosen.measure.crossing or chosen.measure.reporter == "start"
    return {
        "out": lang.text("out of the chosen countries")
        if moved
        else lang.text("from the chosen countries"),
        "into": lang.text("into the chosen countries")
        if moved
        else lang.text("in the chosen countries"),
        "within": lang.text("among the five countries"),
    }


def credit(chosen: Chosen) -> str:
    """Return the boundary credit and disclaimer that stand under every map."""
    return boundary_credit(chosen.lang)


def boundary_credit(lang: Language) -> str:
    """Return the boundary credit and disclaimer in a language."""
    return lang.text(
        "Boundaries: UN Geodata; rivers and lakes: Natural Earth. The boundaries and names shown "
        "do not imply official endorsement or acceptance by the United Nations or the authors."
    )
