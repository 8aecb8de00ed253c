"""The atlas, a view and a source as works that can be cited."""

import datetime
import re
from dataclasses import replace

from components.cite.work import Work
from components.language import Language
from components.view import View
from data.citation import citation
from data.provenance import Source, source

DESIGNATION = re.compile(r"\S{1,40}")  # of a version; what is longer describes it
DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def atlas(lang: Language, address: str, read: datetime.date) -> Work:
    """Return the atlas as a work.

    Parameters
    ----------
    address : str
        Where it is.
    read : datetime.date
        When it was read.
    """
    told = citation()
    return Work(
        id="central-asia-migration-atlas",
        kind="software",
        title=lang.text("Central Asia Migration Atlas"),
        authors=told.authors,
        issued=told.released.isoformat(),
        read=read,
        address=address,
        version=told.version,
        lang=lang.data_code,
    )


def of_view(view: View, lang: Language, address: str, read: datetime.date) -> Work:
    """Return a view as a work: a part of the atlas, under its headline of today.

    Parameters
    ----------
    address : str
        Link that opens the view as it is.
    read : datetime.date
        When it was read.
    """
    whole = atlas(lang, address, read)
    return Work(
        id="-".join(filter(None, (whole.id, view.name))),
        kind="page",
        title=view.title.rstrip("."),
        authors=whole.authors,
        issued=whole.issued,
        read=read,
        address=address,
        container=whole.title,
        version=whole.version,
        lang=lang.data_code,
    )


def of_rows(title: str, name: str, lang: Language, address: str, read: datetime.date) -> Work:
    """Return rows that are taken from the atlas as a work.

    Parameters
    ----------
    title : str
        What they are, in the reader's language.
    name : str
        Name of their file, without its ending.
    address : str
        Link that opens them.
    read : datetime.date
        When they were taken.
    """
    whole = atlas(lang, address, read)
    return replace(
        whole,
        id=f"{whole.id}-{name}",
        kind="dataset",
        title=title.rstrip("."),
        container=whole.title,
    )


def of_source(source_id: str, lang: Language) -> Work:
    """Return a source as a work; the day on which it was read is that of our copy.

    Raises
    ------
    data.errors.MissingFile, data.errors.DamagedFile
        When its file is not there, or not as it has to be.
    """
    found = source(source_id)
    publisher = lang.pick(found.publisher)
    is_named = DESIGNATION.fullmatch(found.version) is not None
    return Work(
        id=found.id.replace("_", "-"),
        kind="dataset",
        title=lang.pick(found.title).rstrip("."),
        authors=(found.producer or publisher,),
        issued=_issued(found),
        read=datetime.date.fromisoformat(found.read),
        address=found.url,
        publisher=publisher if found.producer and publisher != found.producer else "",
        version=found.version if is_named else "",
        note="" if is_named else found.version,
        lang=lang.data_code,
    )


def of_sources(view: View, lang: Language) -> tuple[Work, ...]:
    """Return the sources of a view as works, each once."""
    return tuple(of_source(one, lang) for one in dict.fromkeys(view.sources))


def _issued(found: Source) -> str:
    """Return when a source came out; empty where its file tells no single date."""
    told = DATE.fullmatch(found.published)
    return told[0] if told else ""
