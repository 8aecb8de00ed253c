"""What a picture says of its view in the reader's language."""

from components.language import Language
from components.pictures.canvas import Words
from components.view import View
from data.provenance import source

NAMED = 3  # sources by name at most


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
        disclaimer=_sentences(view.caution, view.credit),
        alt=view.alt,
    )


def _sentences(*parts: str) -> str:
    """Return texts in one line, each but the last closed, so that two do not read as one."""
    told = [part for part in parts if part]
    closed = [part if part.endswith((".", "?", "!", "…")) else f"{part}." for part in told[:-1]]
    return " ".join((*closed, *told[-1:]))


def _sources(view: View, lang: Language) -> tuple[str, ...]:
    """Return the sources by name with the count of the others, the longest wording first."""
    names = [lang.pick(source(one).short) for one in view.sources]
    told = [_named(lang, names, n) for n in range(min(NAMED, len(names)), 0, -1)]
    count = lang.plural("{n} source", "{n} sources", len(names), n=lang.number(len(names)))
    return (*told, count) if told else ("",)


def _named(lang: Language, names: list[str], n: int) -> str:
    """Return the first names of a list, and how many more there are."""
    told, more = ", ".join(names[:n]), len(names) - n
    return lang.text("{names} + {n} more", names=told, n=lang.number(more)) if more else told
