"""How views are to be drawn for one reader."""

from dataclasses import dataclass

from components.language import Language, language
from components.style.theme import Palette, palette

# Rough width of the page's content in pixels, for figures that wrap their own text.
ROOM = {"narrow": 358, "medium": 660, "wide": 1290, "large": 1640, "banner": 1290}


@dataclass(frozen=True)
class RenderContext:
    """How a view is to be drawn: language, mode, and the width of the window.

    Attributes
    ----------
    lang : str
        Code of the language.
    mode : {"light", "dark"}
        Colours.
    size : {"narrow", "medium", "wide", "large", "banner"}
        Width class of the window; ``banner`` is a map over the whole width.
    static : str
        Address of the static folder.
    """

    lang: str = "en"
    mode: str = "light"
    size: str = "wide"
    static: str = "/app/static"

    @property
    def language(self) -> Language:
        """The reader's language; in a view a name that cannot be had is an error."""
        return language(self.lang, strict=True)

    @property
    def colours(self) -> Palette:
        """Colours of the page's mode."""
        return palette("dark" if self.mode == "dark" else "light")

    @property
    def narrow(self) -> bool:
        """Whether the window is a phone's."""
        return self.size == "narrow"

    def width(self, columns: int = 1) -> int:
        """Return the rough width in pixels of a card that shares its row with others.

        Parameters
        ----------
        columns : int
            How many cards stand side by side; phones and tablets stack them.
        """
        if self.size in ("narrow", "medium"):
            columns = 1
        return ROOM[self.size] // columns - (20 if columns > 1 else 0)
