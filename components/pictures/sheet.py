"""A sheet on which a picture is drawn: SVG parts, and the box of every text on it."""

import html
from collections.abc import Sequence
from dataclasses import dataclass, field

from components.style.fonts import ASCENT, DESCENT, FACES, Face, text_width
from components.style.theme import LIGHT, Palette

Point = tuple[float, float]
GAP = 0.2  # of the type size: what is nearer side by side is read as one
ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}
CSS = (
    "text{font-family:'Source Sans',sans-serif;white-space:pre}"
    ".strong{font-weight:600}.serif{font-family:'Source Serif',serif;font-weight:600}"
)


@dataclass(frozen=True)
class TextBox:
    """A line of text as it stands on a sheet."""

    text: str
    size: float
    face: Face
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "TextBox") -> bool:
        """Say whether two texts cover one another, or are read as one."""
        gap = GAP * min(self.size, other.size)
        across = self.left - gap < other.right and other.left - gap < self.right
        return across and self.top < other.bottom and other.top < self.bottom


@dataclass
class Sheet:
    """What has been drawn so far.

    Attributes
    ----------
    width, height : float
        Pixels.
    colours : Palette
        What it is drawn in.
    parts : list of str
        SVG, from back to front.
    boxes : list of TextBox
        Every text.
    """

    width: float
    height: float
    colours: Palette = LIGHT
    parts: list[str] = field(default_factory=list)
    boxes: list[TextBox] = field(default_factory=list)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        colour: str,
        face: Face = "sans",
        anchor: str = "start",
        halo: str = "",
    ) -> None:
        """Write one line of text; `y` is the line on which the letters stand."""
        if not text:
            return
        wide = text_width(text, size, face)
        left = x - ANCHORS[anchor] * wide
        self.boxes.append(
            TextBox(text, size, face, left, y - ASCENT * size, left + wide, y + DESCENT * size)
        )
        extra = f' class="{face}"' if face != "sans" else ""
        extra += f' text-anchor="{anchor}"' if anchor != "start" else ""
        if halo:
            extra += (
                f' stroke="{halo}" stroke-width="4" stroke-linejoin="round" paint-order="stroke"'
            )
        self.parts.append(
            f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" fill="{colour}"{extra}>'
            f"{html.escape(text)}</text>"
        )

    def lines(
        self,
        x: float,
        top: float,
        lines: Sequence[str],
        size: float,
        colour: str,
        face: Face = "sans",
        leading: float = 1.25,
        anchor: str = "start",
    ) -> float:
        """Write lines below one another, from the height `top` on; return where they end."""
        step = leading * size
        for number, line in enumerate(lines):
            base = top + step * number + (step + (ASCENT - DESCENT) * size) / 2
            self.text(x, base, line, size, colour, face, anchor)
        return top + step * len(lines)

    def rect(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: str = "none",
        stroke: str = "",
        dash: str = "",
    ) -> None:
        """Draw a rectangle."""
        drawn = f' stroke="{stroke}" stroke-width="1.5"' if stroke else ""
        drawn += f' stroke-dasharray="{dash}"' if dash else ""
        self.parts.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" '
            f'fill="{fill}"{drawn}/>'
        )

    def path(
        self,
        points: Sequence[Point],
        stroke: str = "none",
        width: float = 1.0,
        fill: str = "none",
        closed: bool = False,
        dash: str = "",
    ) -> None:
        """Draw a line through points, or the area within them."""
        told = "L".join(f"{x:.1f},{y:.1f}" for x, y in points)
        extra = f' stroke-dasharray="{dash}"' if dash else ""
        self.parts.append(
            f'<path d="M{told}{"Z" if closed else ""}" fill="{fill}" stroke="{stroke}" '
            f'stroke-width="{width:.2f}" stroke-linejoin="round"{extra}/>'
        )

    def circle(
        self, x: float, y: float, radius: float, fill: str, stroke: str = "", line: float = 2
    ) -> None:
        """Draw a circle."""
        drawn = f' stroke="{stroke}" stroke-width="{line:g}"' if stroke else ""
        self.parts.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{fill}"{drawn}/>'
        )

    def put(self, svg: str) -> None:
        """Add ready SVG."""
        self.parts.append(svg)

    def letters(self) -> dict[Face, list[str]]:
        """Return all texts by the face that they are written in."""
        return {face: [box.text for box in self.boxes if box.face == face] for face in FACES}

    def svg(self, title: str, words: str, fonts: str) -> str:
        """Return the sheet as an SVG file that carries its letters in it.

        Parameters
        ----------
        title, words : str
            Name and description, for readers who do not see it.
        fonts : str
            The style that carries the letters (see `components.style.fonts.font_css`).
        """
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.width:g}" '
            f'height="{self.height:g}" viewBox="0 0 {self.width:g} {self.height:g}" role="img">'
            f"<title>{html.escape(title)}</title><desc>{html.escape(words)}</desc>"
            f"<style>{fonts}{CSS}</style>{''.join(self.parts)}</svg>"
        )
