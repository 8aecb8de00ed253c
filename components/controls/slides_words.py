"""What is said on the page of the reader's slides."""

from components.controls.slides import DECK
from components.decks.coded import (
    NAME,
    NOTE,
    SLIDES,
    TITLE,
    BadDeck,
    LargeDeck,
    LeftOut,
    coded,
)
from components.decks.model import Deck, Slide
from components.language import N_, Language
from components.navigation import PAGES

EXAMPLE = ("corridor-map", "counter-ranked", "avrr-coverage", "readiness-mechanisms")
LEADS = {"stories": N_("Ready-made stories"), "corridors": N_("Choose a first chart")}


def reason(error: BadDeck, lang: Language) -> str:
    """Say in the reader's language why a list cannot be shown."""
    if isinstance(error, LargeDeck):
        return lang.text(
            "This list is too large: a list has up to {slides} slides, a name up to {name} "
            "characters, a title up to {title} and a note up to {note}.",
            slides=lang.number(SLIDES),
            name=lang.number(NAME),
            title=lang.number(TITLE),
            note=lang.number(NOTE),
        )
    return lang.text("This is not a list of slides from the atlas, or it is damaged.")


def left_out(what: LeftOut, lang: Language) -> str:
    """Say what a link cannot hold of a long list; nothing where it holds all."""
    told: dict[str, str] = {
        "notes": lang.text("The list is too long for a link with its notes: the link has none."),
        "titles": lang.text(
            "The list is too long for a link with own words: the link has no notes and no titles."
        ),
        "slides": lang.text("The list is too long for a link: it holds the first slides only."),
    }
    return f"{told[what]} {lang.text('A file holds all of it.')}" if what else ""


def counted(deck: Deck, lang: Language) -> str:
    """Say how many slides a list has."""
    count = len(deck.slides)
    return lang.plural("{n} slide", "{n} slides", count, n=lang.number(count))


def labels(lang: Language) -> dict[str, str]:
    """Return what the list says in the browser."""
    return {
        "name": lang.text("Name of the presentation"),
        "title": lang.text("Own title"),
        "note": lang.text("Note for the speaker"),
        "slide": lang.text("Slide {n} of {all}", n="{n}", all="{all}"),
        "moved": lang.text("It is slide {n} of {all} now.", n="{n}", all="{all}"),
        "up": lang.text("Move up"),
        "down": lang.text("Move down"),
        "remove": lang.text("Remove"),
        "removed": lang.text("The slide is removed."),
        "undo": lang.text("Put back"),
        "put": lang.text("It is back."),
        "empty": lang.text("Empty the list"),
        "emptied": lang.text("The list is empty."),
        "save": lang.text("Save as a file"),
        "open": lang.text("Open a file"),
        "large": lang.text("The file is too large to be a list of slides."),
        "look": lang.text("Open the view"),
        "others": lang.text(
            "This list came with a link or a file. Your own list is kept and has not changed."
        ),
        "mine": lang.text("Make it mine"),
        "replace": lang.text("Replace my list with it"),
        "append": lang.text("Add it to my list"),
        "appended": lang.text("It is at the end of your list."),
        "full": lang.text("My slides are full: {n} is the most.", n=lang.number(SLIDES)),
        "replaced": lang.text("It is your list now."),
        "back": lang.text("Back to mine"),
        "fails": lang.text("This browser keeps nothing: save the list as a file."),
    }


def hints(lang: Language) -> tuple[str, str]:
    """Say how a list begins."""
    return (
        lang.text(
            "Open the menu “⋯” above a chart, a map or a table and choose “Add to my slides”. "
            "Here you put them in order and give them titles and notes of your own."
        ),
        lang.text(
            "The list is kept in this browser. Whoever has its link or its file sees the same "
            "slides."
        ),
    )


def ways_on(lang: Language) -> list[tuple[str, str, dict[str, str]]]:
    """Return where a reader without a list may go: an example, the stories, the first charts."""
    name = lang.text("Leaving and coming back: an example")
    example = coded(Deck(name, tuple(map(Slide, EXAMPLE))))
    there = {spec.url for spec in PAGES}
    leads: list[tuple[str, str, dict[str, str]]]
    leads = [(url, lang.text(words), {}) for url, words in LEADS.items() if url in there]
    return [("slides", lang.text("See an example"), {DECK: example}), *leads]
