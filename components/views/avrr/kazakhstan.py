"""Kazakhstan's practice: from where people were helped to return, and with what help."""

from dataclasses import replace
from functools import partial
from typing import Any

import pandas as pd

from components.context import RenderContext
from components.documents.model import Document, Line, Panel, Panels, lines
from components.language import Language
from components.maps.deck import deck
from components.maps.drawing import MapDrawing
from components.maps.flows import FlowMap, flow_map
from components.maps.frame import Frame, print_frame
from components.phrases.columns import column
from components.phrases.figures import exact
from components.phrases.periods import period, years
from components.phrases.places import nationality
from components.view import Table, View
from components.views.assemble import (
    assemble,
    caveats_of,
    sources_of,
    warnings_first,
)
from components.views.avrr.hosts import NATIONAL
from components.views.avrr.rows import remarks_of
from components.views.avrr.what import text_view
from components.views.avrr.words import citation, fact, facts
from components.views.corridors.map import boundary_credit
from components.views.spec import Tables
from data.measures.avrr import WORLD, assisted_from_uk, host_programmes
from data.measures.avrr_known import returns_of
from data.texts import entry
from geo.loader import places

HOME = "KAZ"
THIN = 1.6  # pixels of every line: no number is known
WINDOW = (-17.0, 30.0, 86.0, 66.5)
SIZES = {
    "narrow": (358, 330),
    "medium": (660, 450),
    "wide": (830, 520),
    "large": (1040, 620),
    "banner": (1290, 560),
}


def hosts() -> tuple[str, ...]:
    """Return the codes of the host countries that the claim of the framework names."""
    return tuple(entry("framework", "claims", "avrr_kazakhstan_hosts")["countries"])


def avrr_kazakhstan_map(tables: Tables, filters: object, context: RenderContext) -> View:
    """Return the map of the host countries: equal thin lines, because no number is known."""
    lang = context.language
    known = known_rows(tables)
    title = _map_title(lang, known)
    subtitle = lang.text(
        "Host countries of IOM’s programmes for people who returned to "
        "Kazakhstan; the lines carry no number"
    )
    frame = Frame(context.size, *WINDOW, *SIZES[context.size])
    drawn, tips = _draw(context, frame), _tips(lang, known)
    words = {pair: told.replace("<br>", "\n") for pair, told in tips.items()}
    spots = {start: told for (start, _), told in words.items()} | {HOME: lang.place(HOME)}
    rows = pd.concat([known[0], known[1]])
    view = assemble(
        context,
        "avrr-kazakhstan-map",
        title,
        subtitle,
        _table(lang, known),
        lang.text("Map with thin curved arrows to Kazakhstan"),
        sources_of(rows),
        deck(drawn, context.colours, words, spots, context.static),
        remarks=_remarks(lang, known),
        notes=(
            *_beyond_words(lang, known),
            lang.text(
                "All lines are equally thin: no host’s full figure was found. Lines link "
                "countries; they are not routes. A point at the edge stands for a country "
                "beyond it."
            ),
            lang.text(
                "Host countries as in: {reference}",
                reference=citation(lang, fact("kaz_hosts")["reference"]),
            ),
        ),
        missing=lang.text(
            "How many people came from each host stands in IOM’s yearly reports, "
            "whose tables we could not get; IOM Kazakhstan and the missions in the "
            "host countries would know too."
        ),
    )
    return replace(
        view,
        credit=boundary_credit(lang),
        drawing=partial(_drawing, drawn, context, words),
    )


Known = tuple[pd.DataFrame, pd.DataFrame]


def known_rows(tables: Tables) -> Known:
    """Return what is known of the hosts: all nationalities, and citizens of Kazakhstan."""
    avrr = tables["avrr"]
    rows = avrr["host"].isin(hosts()) & avrr["period_type"].eq("calendar_year")
    rows &= avrr["origin"].eq(WORLD) & avrr["unit"].eq("persons")
    rows &= avrr["indicator"].isin((*NATIONAL, "avrr_returns")) & avrr["sex"].eq("total")
    own = returns_of(avrr, HOME, "origin")
    own = own.loc[own["host"].ne(WORLD) & own["obs_status"].ne("flag")]
    whole = avrr.loc[rows & avrr["age"].eq("total")]
    programmes = host_programmes(tables["returns"])
    programmes = programmes.loc[programmes["host"].isin(hosts())]
    together = pd.concat([own, whole, programmes.reindex(columns=avrr.columns)])
    return together, assisted_from_uk(tables["returns"], HOME)


def counting(known: Known) -> tuple[str, ...]:
    """Return the hosts that say how many citizens of Kazakhstan went home, in whatever period."""
    own = known[0].loc[known[0]["origin"].eq(HOME), "host"]
    return tuple(sorted({*own.astype(str), *known[1]["host"].astype(str)} & {*hosts()}))


def beyond(known: Known) -> tuple[str, ...]:
    """Return the hosts with a count of people who went home that the claim does not name."""
    return tuple(sorted({*known[0]["host"].astype(str)} - {*hosts()}))


def _beyond_words(lang: Language, known: Known) -> tuple[str, ...]:
    """Say what is known of hosts beyond those of the claim."""
    return tuple(
        lang.text(
            "{place} is not among these hosts. {facts}",
            place=lang.place(code),
            facts="; ".join(_said(lang, known, code)),
        )
        for code in beyond(known)
    )


def _map_title(lang: Language, known: Known) -> str:
    places = lang.listing([lang.place(code) for code in counting(known)])
    n = len(hosts())
    if not places:
        return lang.plural(
            "IOM’s programmes in {n} host country have brought people back to Kazakhstan; how "
            "many was not found",
            "IOM’s programmes in {n} host countries have brought people back to Kazakhstan; how "
            "many was not found",
            n,
            n=lang.number(n),
        )
    return lang.plural(
        "IOM’s programmes in {n} host country have brought people back to Kazakhstan; partial "
        "counts were found for {places}",
        "IOM’s programmes in {n} host countries have brought people back to Kazakhstan; partial "
        "counts were found for {places}",
        n,
        n=lang.number(n),
        places=places,
    )


def _latest(rows: pd.DataFrame) -> list[Any]:
    """Return the latest row of each indicator."""
    ordered = rows.sort_values("year").drop_duplicates(["indicator", "origin"], keep="last")
    ordered = ordered.sort_values("origin", key=lambda codes: codes.eq(WORLD), kind="stable")
    return list(ordered.itertuples())


def _said(lang: Language, known: Known, code: str) -> list[str]:
    """Say all that is known of one host, in short sentences."""
    told = []
    if code == "GBR" and len(known[1]):
        told.append(_uk_words(lang, known[1]))
    for row in _latest(known[0].loc[known[0]["host"].eq(code)]):
        who = lang.text("all nationalities") if row.origin == WORLD else lang.place(row.origin)
        told.append(
            lang.text(
                "{what}, {when}, {who}: {value}",
                who=who,
                value=exact(lang, row),
                when=period(lang, row),
                what=lang.label("indicators", row.indicator),
            )
        )
    return told or [lang.text("No figure found")]


def _uk_words(lang: Language, rows: pd.DataFrame) -> str:
    n = float(rows["value"].sum())
    return lang.plural(
        "Citizens of Kazakhstan: {n} assisted return in {years} by the Home Office’s own count, "
        "which is not IOM’s",
        "Citizens of Kazakhstan: {n} assisted returns in {years} by the Home Office’s own count, "
        "which is not IOM’s",
        n,
        n=lang.number(n),
        years=years(rows["year"].min(), rows["year"].max()),
    )


def _tips(lang: Language, known: Known) -> dict[tuple[str, str], str]:
    return {
        (code, HOME): "<br>".join([lang.place(code), *_said(lang, known, code)]) for code in hosts()
    }


def _remarks(lang: Language, known: Known) -> tuple[Any, ...]:
    return warnings_first(remarks_of(lang, known[0]), caveats_of(lang, "returns", known[1]))


def _draw(context: RenderContext, frame: Frame) -> FlowMap:
    flows = pd.DataFrame({"start": hosts(), "end": HOME, "value": 1.0, "side": "into"})
    return flow_map(flows, places(), frame, context.language.place, (HOME,), {}, width=THIN)


def _drawing(
    drawn: FlowMap,
    context: RenderContext,
    tips: dict[tuple[str, str], str],
    room: tuple[int, int] | None,
) -> MapDrawing:
    """Return the map as vectors; for a picture it is computed anew."""
    thin = context.language.text(
        "All lines are equally thin: no host’s full figure was found. Lines link "
        "countries; they are not routes."
    )
    if room:
        drawn = _draw(context, print_frame(room, WINDOW))
    return MapDrawing(drawn, tips, words=(thin,))


def _table(lang: Language, known: Known) -> Table:
    told: list[tuple[Any, ...]] = [
        (
            lang.place(row.host),
            nationality(lang, row.origin),
            lang.label("indicators", row.indicator),
            period(lang, row),
            float(row.value),
            lang.label("obs_statuses", row.obs_status),
        )
        for row in known[0].itertuples()
    ]
    by_year = known[1].groupby("year")["value"].sum()
    told += [
        (
            lang.place("GBR"),
            lang.text("Citizens of Kazakhstan"),
            lang.label("indicators", "return_voluntary_assisted"),
            str(year),
            float(value),
            "",
        )
        for year, value in by_year.items()
    ]
    covered = {*known[0]["host"], *known[1]["host"]}
    told += [
        (lang.place(code), "", lang.text("No figure found"), "", None, "")
        for code in hosts()
        if code not in covered
    ]
    names = ["host", "who", "what", "year", "value", "status"]
    return Table(
        pd.DataFrame(told, columns=names).astype({"value": float}),
        (
            column(lang, "host"),
            column(lang, "who"),
            column(lang, "what"),
            column(lang, "year"),
            column(lang, "people", "value"),
            column(lang, "obs_status", "status"),
        ),
    )


def avrr_kazakhstan_hosts(tables: Tables, filters: object, context: RenderContext) -> View:
    """Return the host countries one by one, with what is known of each."""
    lang, known = context.language, known_rows(tables)
    covered = {*known[0]["host"], *known[1]["host"]}
    shown = [
        Panel(
            lang.place(code),
            lines=tuple(Line(one) for one in _said(lang, known, code)),
            state="plain" if code in covered else "hole",
        )
        for code in (*sorted(hosts(), key=lang.place), *beyond(known))
    ]
    rows = pd.concat([known[0], known[1]])
    own, n = counting(known), len(hosts())
    title = lang.plural(
        "{n} of {total} host countries is known to say how many people it helped back to "
        "Kazakhstan: {places}",
        "{n} of {total} host countries are known to say how many people they helped back to "
        "Kazakhstan: {places}",
        len(own),
        n=lang.number(len(own)),
        total=lang.number(n),
        places=lang.listing([lang.place(code) for code in own]),
    )
    subtitle = lang.text(
        "The host countries with what was found for each; hosts’ own counts are "
        "not IOM’s and are never added to it"
    )
    return assemble(
        context,
        "avrr-kazakhstan-hosts",
        title,
        subtitle,
        _table(lang, known),
        lang.text("Panels of words"),
        sources_of(rows),
        Document((Panels(tuple(shown), most=5),)),
        remarks=_remarks(lang, known),
        notes=_beyond_words(lang, known),
    )


def avrr_kazakhstan_help(tables: Tables, filters: object, context: RenderContext) -> View:
    """Return what help people get in Kazakhstan, from the airport to the end of the year after."""
    lang = context.language
    steps = [one for one in facts("kazakhstan") if "countries" not in one]
    panels = tuple(
        Panel(lang.pick(one["title"]), lines=lines(lang.pick(one["text"]))) for one in steps
    )
    return text_view(
        context,
        "avrr-kazakhstan-help",
        lang.text(
            "In Kazakhstan help begins at the airport and goes on through the calendar year "
            "after arrival"
        ),
        lang.text("What IOM’s mission in Kazakhstan does for people who return"),
        (Panels(panels, form="steps", most=3),),
        [*steps, fact("kaz_hosts")],
        lang.text("Diagram of three steps from left to right"),
        steps,
    )
