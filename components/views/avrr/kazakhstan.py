"""Kazakhstan's practice: from which hosts people were helped to return, and with what help."""

import pandas as pd

from components.context import RenderContext
from components.documents.model import Document, Line, Panel, Panels, lines
from components.view import View
from components.views.assemble import assemble, sources_of
from components.views.avrr.kazakhstan_known import (
    beyond,
    beyond_words,
    counting,
    hosts,
    known_rows,
    known_table,
    remarks_on,
    said_of,
)
from components.views.avrr.what import text_view
from components.views.avrr.words import fact, facts
from components.views.spec import Tables


def avrr_kazakhstan_hosts(tables: Tables, filters: object, context: RenderContext) -> View:
    """Return the host countries one by one, with what is known of each."""
    lang, known = context.language, known_rows(tables)
    covered = {*known[0]["host"], *known[1]["host"]}
    shown = [
        Panel(
            lang.place(code),
            lines=tuple(Line(one) for one in said_of(lang, known, code)),
            state="plain" if code in covered else "hole",
        )
        for code in (*sorted(hosts(), key=lang.place), *beyond(known))
    ]
    rows = pd.concat([known[0], known[1]])
    own, n = counting(known), len(hosts())
    title = lang.plural(
        "{n} of {total} host countries says how many people it helped back to Kazakhstan",
        "{n} of {total} host countries say how many people they helped back to Kazakhstan",
        len(own),
        n=lang.number(len(own)),
        total=lang.number(n),
    )
    subtitle = lang.text(
        "Host countries of IOM’s programmes for people who returned to Kazakhstan, and the "
        "figures each gives"
    )
    return assemble(
        context,
        "avrr-kazakhstan-hosts",
        title,
        subtitle,
        known_table(lang, known),
        lang.text("Text panels"),
        sources_of(rows),
        Document((Panels(tuple(shown), most=3),)),
        remarks=remarks_on(lang, known),
        notes=beyond_words(lang, known),
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
            "In Kazakhstan, help lasts from the airport through the calendar year after arrival"
        ),
        lang.text("What IOM’s mission in Kazakhstan does for people who return"),
        (Panels(panels, form="steps", most=3),),
        [*steps, fact("kaz_hosts")],
        lang.text("Diagram of three steps from left to right"),
        steps,
    )
