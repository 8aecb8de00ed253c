"""How a view is to be cited: the atlas, its sources, its address."""

from components.language import Language
from components.phrases.references import SEPARATOR
from components.view import View
from data.provenance import source


def citation(view: View, lang: Language, address: str, day: str) -> str:
    """Return the citation of a view: title, atlas, address, the day it was read, sources.

    Parameters
    ----------
    view : View
        What is cited.
    lang : Language
        The reader's language.
    address : str
        Link that opens the view as it is.
    day : str
        When it was read, in words.
    """
    told = lang.text(
        "{atlas}: “{title}”. {subtitle}. {address}, accessed {day}.",
        atlas=lang.text("Central Asia Migration Atlas"),
        title=view.title,
        subtitle=view.subtitle.rstrip("."),
        address=address,
        day=day,
    )
    if not view.sources:
        return told
    behind = SEPARATOR.join(source(one).citation.rstrip(".") for one in view.sources)
    return told + " " + lang.text("Data: {sources}.", sources=behind)
