"""What a picture says of its view in the reader's language."""

from components.language import Language
from components.phrases.licences import licence_name
from components.pictures.canvas import Words
from components.view import View
from data.provenance import source


def words_of(view: View, lang: Language, address: str) -> Words:
    """Return what stands round the picture of a view.

    Parameters
    ----------
    view : View
        What is shown.
    lang : Language
        The reader's language.
    address : str
        Link to the page with the choices made.
    """
    return Words(
        title=view.title,
        measure=view.subtitle,
        sources=_sources(view, lang),
        name=lang.text("Central Asia Migration Atlas"),
        address=address,
        disclaimer=" ".join(part for part in (view.caution, view.credit) if part),
        alt=view.alt,
    )


def _sources(view: View, lang: Language) -> tuple[str, ...]:
    """Return the count of a view's sources with the first one's name, the longest wording first."""
    if not view.sources:
        return ("",)
    found, n = source(view.sources[0]), len(view.sources)
    name = lang.pick(found.short)
    licensed = f"{name} ({licence_name(lang, found.licence['name'])})"
    count = lang.plural("{n} source", "{n} sources", n, n=lang.number(n))
    first, short = (f"{count}: {_and_more(lang, told, n - 1)}" for told in (licensed, name))
    notes = len(view.notes) + len(view.remarks)
    noted = lang.plural("{n} note", "{n} notes", notes, n=lang.number(notes))
    return (f"{first} · {noted}", first, short, count) if notes else (first, short, count)


def _and_more(lang: Language, name: str, n: int) -> str:
    return lang.text("{name} + {n} more", name=name, n=lang.number(n)) if n else name
