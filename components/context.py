"""How views are to be drawn for one reader, and the window that they are drawn for."""

from dataclasses import dataclass

from components.browser import room as parsed
from components.language import Language, language
from components.style.theme import Mode, Palette, palette

# Rough width of the page's content in pixels, for figures that wrap their own text.
ROOM = {"narrow": 358, "medium": 660, "wide": 1290, "large": 1640}

SIZES = ("narrow", "medium", "wide", "large")


@dataclass(frozen=True)
class Window:
    """The reader's window.

    Attributes
    ----------
    size : {"narrow", "medium", "wide", "large"}
        Width class.
    room : tuple of int
        Width and height in pixels of the whole screen, for a view that has it alone.
    webgl : bool
        Whether the browser draws WebGL.
    """

    size: str = "wide"
    room: tuple[int, int] = (1920, 1080)
    webgl: bool = True

    @classmethod
    def told(cls, size: object, room: object, webgl: object = True) -> "Window":
        """Return the window that a browser tells; the usual one for what cannot be true.

        Parameters
        ----------
        size : object
            A width class.
        room : object
            Width and height as ``1280x720``.
        webgl : object
            Whether it draws WebGL.
        """
        return cls(
            size if isinstance(size, str) and size in SIZES else cls.size,
            parsed(room),
            webgl is not False,
        )


@dataclass(frozen=True)
class RenderContext:
    """How a view is to be drawn: language, mode, and the width of the window.

    Attributes
    ----------
    lang : str
        Code of the language.
    mode : {"light", "dark"}
        Colours.
    size : {"narrow", "medium", "wide", "large"}
        Width class of the window.
    static : str
        Address of the static folder.
    room, high : int
        Width and height in pixels that a picture has for the figure; 0 on a page.
    """

    lang: str = "en"
    mode: Mode = "light"
    size: str = "wide"
    static: str = "/app/static"
    room: int = 0
    high: int = 0

    @property
    def language(self) -> Language:
        """The reader's language; in a view a name that cannot be had is an error."""
        return language(self.lang, strict=True)

    @property
    def colours(self) -> Palette:
        """Colours of the page's mode."""
        return palette(self.mode)

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
        if self.room:
            return self.room
        if self.size in ("narrow", "medium"):
            columns = 1
        return ROOM[self.size] // columns - (20 if columns > 1 else 0)
