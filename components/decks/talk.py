"""A talk as one HTML document: every slide in it, keys included, for a stage without a network."""

import html
import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from components.decks.frames import Frames
from components.language import Language
from components.pictures.slides import described
from components.style.assets import asset
from components.style.theme import Mode

LONGEST = 600  # seconds that a slide stands, at most, when slides show themselves


def talk(
    frames: Frames, lang: Language, mode: Mode, *, plotly: str = "", icon: str = "", kiosk: int = 0
) -> str:
    """Return the document of a talk.

    Parameters
    ----------
    frames : Frames
        The slides.
    lang : Language
        The language of the words round them.
    mode : {"light", "dark"}
        Their colours.
    plotly : str
        Address of plotly's script, where slides have charts that are not drawn yet; without one
        the document carries the script in it.
    icon : str
        Address of the atlas' mark; may be empty.
    kiosk : int
        Seconds that a slide stands when slides show themselves; 0 where somebody turns them.
    """
    deck = {
        "name": frames.about.name,
        "fonts": frames.fonts,
        "kiosk": min(max(kiosk, 0), LONGEST),
        "words": _words(lang),
        "slides": [
            {"title": one.title, "alt": one.alt, "notes": one.notes, "group": one.group}
            | described(one.svg, one.chart, lang)
            for one in frames.slides
        ],
    }
    parts = {
        "lang": lang.data_code,
        "name": html.escape(frames.about.name),
        "icon": f'<link rel="icon" href="{html.escape(icon)}">' if icon else "",
        "css": frames.fonts + asset("talk.css"),
        "mode": mode,
        "body": _body(lang),
        "deck": json.dumps(deck, ensure_ascii=False).replace("<", "\\u003c"),
        "plotly": _plotly(plotly) if any(one.chart for one in frames.slides) else "",
        "js": script(),
    }
    return DOCUMENT.format_map(parts)


DOCUMENT = """<!DOCTYPE html>
<html lang="{lang}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>{name}</title>{icon}
<style>{css}</style></head>
<body class="{mode}">{body}
<script type="application/json" id="deck">{deck}</script>
{plotly}
<script>{js}</script></body></html>
"""


@cache
def script() -> str:
    """Return the script of a talk, which stands in its document, the same in each."""
    return f"(() => {{\n{asset('drawing.js')}\n{asset('talk.js')}\n}})()"


@cache
def plotly_script() -> bytes:
    """Return plotly's own script, as the library of the charts carries it."""
    return files("plotly").joinpath("package_data", "plotly.min.js").read_bytes()


def _plotly(address: str) -> str:
    if address:
        return f'<script src="{html.escape(address)}" defer></script>'
    return f"<script>{plotly_script().decode('utf-8')}</script>"


def _words(lang: Language) -> Mapping[str, str]:
    return {
        "failed": lang.text("Not every picture could be drawn in this browser."),
        "ready": lang.text("Slides fetched: {n} of {all}", n="{n}", all="{all}"),
        "whole": lang.text("All slides are here. The network may go."),
        "speaker": lang.text("Speaker’s window"),
        "more": lang.text("{n} of {all}, ↓ for more", n="{n}", all="{all}"),
        "now": lang.text("On the screen"),
        "next": lang.text("Next slide"),
        "notes": lang.text("Notes"),
        "time": lang.text("Time, and minutes since the start"),
        "reset": lang.text("Start the clock anew"),
        "black": lang.text("black screen"),
        "blocked": lang.text("The browser did not open a second window. Allow it and try again."),
        "turns": lang.text("Slides turn by themselves, {n} seconds each.", n="{n}"),
        "paused": lang.text("Slides no longer turn by themselves."),
    }


ICONS = {  # paths within 16 by 16
    "back": "M10 2 4 8l6 6",
    "on": "M6 2l6 6-6 6",
    "view-all": "M2 2h5v5H2zM9 2h5v5H9zM2 9h5v5H2zM9 9h5v5H9z",
    "full": "M1 5V1h4M11 1h4v4M15 11v4h-4M5 15H1v-4",
    "second": "M1 3h9v6H1zM6 9v4h9V7h-5",
    "show-keys": "M5.5 6a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M8 13v.6",
}


def _icon(name: str) -> str:
    return (
        '<svg viewBox="0 0 16 16" width="18" height="18" fill="none" stroke="currentColor" '
        f'stroke-width="1.8" aria-hidden="true"><path d="{ICONS[name]}"/></svg>'
    )


def _body(lang: Language) -> str:
    buttons = (
        ("back", lang.text("Previous slide"), ""),
        ("on", lang.text("Next slide"), ""),
        ("view-all", lang.text("All slides"), ""),
        ("full", lang.text("Full screen"), ""),
        ("second", lang.text("Speaker’s window"), " wide"),
        ("show-keys", lang.text("Keys"), " wide"),
    )
    tools = [
        f'<button type="button" class="{name}{more}" aria-label="{html.escape(words)}" '
        f'title="{html.escape(words)}">{_icon(name)}</button>'
        for name, words, more in buttons
    ]
    tools.insert(1, '<span class="where" aria-live="polite"></span>')
    wait = html.escape(lang.text("The slides are being drawn."))
    needs = html.escape(lang.text("A talk needs scripts. Please allow them in your browser."))
    return (
        f'<main class="slide"><img alt="" hidden><p class="wait">{wait}</p></main>'
        f'<noscript><p class="said">{needs}</p></noscript>'
        '<div class="black" hidden></div><p class="said" role="status" hidden></p>'
        f'<div class="tools" role="toolbar" aria-label="{html.escape(lang.text("Talk"))}">'
        f"{''.join(tools)}</div>"
        f"{_dialog(lang, 'overview', lang.text('All slides'), '<ol class=all></ol>')}"
        f"{_dialog(lang, 'help', lang.text('Keys'), _keys(lang))}"
        '<div class="paper" aria-hidden="true"></div>'
    )


def _dialog(lang: Language, name: str, head: str, inside: str) -> str:
    close = html.escape(lang.text("Close"))
    return (
        f'<dialog class="{name}" aria-labelledby="head-{name}">'
        f'<h2 id="head-{name}">{html.escape(head)}</h2>{inside}'
        f'<button type="button" class="close">{close}</button></dialog>'
    )


def _keys(lang: Language) -> str:
    keys = (
        (f"→ Page Down, {lang.text('space')}", lang.text("next slide")),
        ("← Page Up", lang.text("slide before")),
        ("↓ ↑", lang.text("more of this slide, where it has more, and back")),
        ("Home, End", lang.text("first slide, last slide")),
        (lang.text("a number"), lang.text("that slide")),
        ("O", lang.text("all slides")),
        (lang.text("B or full stop"), lang.text("black screen, and back")),
        ("F", lang.text("full screen")),
        ("S", lang.text("speaker’s window: this slide, the next, notes, time")),
        ("P", lang.text("slides turn by themselves, or stop")),
    )
    told = "".join(f"<dt>{html.escape(a)}</dt><dd>{html.escape(b)}</dd>" for a, b in keys)
    return f'<dl class="keys">{told}</dl>'
