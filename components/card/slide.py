"""The view of a card as a slide for a presentation program."""

from collections.abc import Callable
from importlib import import_module

from components.context import RenderContext
from components.decks.native import native
from components.decks.shown import Shown
from components.documents.model import Document
from components.language import Language
from components.session.paths import static_root
from components.view import View


def has_slide(view: View) -> bool:
    """Return whether a view is more on a slide than rows of numbers: words, a map, or a chart."""
    return isinstance(view.figure, Document) or bool(view.drawing) or native(view) is not None


def slide_bytes(view: View, lang: Language, address: str, cite: str) -> bytes:
    """Return a view as a PowerPoint file, light; python-pptx is loaded when it is asked for.

    Parameters
    ----------
    view : View
        What is shown.
    lang : Language
        The reader's language.
    address : str
        Link to the card with the choices made.
    cite : str
        How it is to be cited.
    """
    context = RenderContext(lang.code, "light", static=static_root())
    built = view.again(context) if view.again else view
    write: Callable[..., bytes] = import_module("components.decks.pptx").pptx_bytes
    return write([Shown(built, address=address, cite=cite)], context)
