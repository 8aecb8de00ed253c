"""A text that reports a number: what was seen and where, with blanks for what is wrong."""

import datetime
from urllib.parse import quote

from components.language import Language
from components.view import View
from data.citation import Citation

BLANK = "…"
MOST = 8  # sources that are named


def report_text(
    view: View,
    lang: Language,
    address: str,
    atlas: Citation,
    read: datetime.date,
    day: datetime.date,
) -> str:
    """Return the text.

    Parameters
    ----------
    view : View
        What the number was seen in.
    lang : Language
        The reader's language, in which the text is.
    address : str
        Link that opens the view as it is.
    atlas : Citation
        The version of the atlas.
    read : datetime.date
        When the newest source was read.
    day : datetime.date
        Today.
    """
    version = lang.text(
        "{version} of {date}; data read by {read}",
        version=atlas.version,
        date=lang.date(atlas.released),
        read=lang.date(read),
    )
    lines = (
        (lang.text("Atlas"), lang.text("Central Asia Migration Atlas")),
        (lang.text("Version"), version),
        (lang.text("View"), f"{view.title} [{view.name}]"),
        (lang.text("What it shows"), view.subtitle),
        (lang.text("Link"), address),
        (lang.text("Sources"), _sources(view)),
        (lang.text("Date"), lang.date(day)),
        (lang.text("Which number"), BLANK),
        (lang.text("What is wrong with it"), BLANK),
        (lang.text("What it should be"), BLANK),
        (lang.text("Where that is published: publisher, title, page, date"), BLANK),
    )
    return "\n".join(f"{head}: {told}" for head, told in lines)


def _sources(view: View) -> str:
    """Write the ids of the sources; of many the first ones."""
    told = ", ".join(view.sources[:MOST]) or BLANK
    return f"{told}, {BLANK}" if len(view.sources) > MOST else told


def mail_address(atlas: Citation, subject: str, text: str) -> str:
    """Return a link that opens a letter with the text; empty where there is nobody to get it."""
    if not atlas.contact:
        return ""
    return f"mailto:{atlas.contact}?subject={quote(subject)}&body={quote(text)}"
