"""Colours, symbols and type: one look for figures, maps and pages, in light and dark."""

from dataclasses import dataclass
from typing import Literal

Mode = Literal["light", "dark"]
FONT = '"Source Sans", "Source Sans 3", "Source Sans Pro", "Helvetica Neue", Arial, sans-serif'

# After Okabe and Ito (2008), told apart with every common form of colour blindness; the light ones
# darker, the dark one lighter, so that a line of each has 3:1 on both papers.
FLOW_COLOURS = {
    "labour": "#0072B2",
    "forced": "#D55E00",
    "frontier": "#009E73",
    "transit": "#BC7C00",
    "repatriation": "#CC79A7",
    "return": "#2D93CF",
    "educational": "#8C6D1F",
    "irregular": "#7A6FA8",
    "all": "#24809F",
}


@dataclass(frozen=True)
class Palette:
    """The colours of one mode.

    On `paper`, words have a contrast of at least 4.5:1 and lines of at least 3:1; the five
    countries stand out from the land around them by 1.4:1 (tested).
    """

    paper: str
    panel: str
    ink: str
    quiet: str
    rule: str
    primary: str
    sea: str
    land: str
    region: str
    border: str
    region_border: str
    water: str
    out: str
    into: str
    within: str
    other: str
    halo: str
    sources: tuple[str, ...]  # neutral: never one of a flow, a way or a country
    countries: dict[str, str]

    def ink_of(self, name: str) -> str:
        """Return a colour by its name: a role, or the code of a country."""
        return self.countries[name] if name in self.countries else str(getattr(self, name))

    def of_origin(self, code: str) -> str:
        """Return the colour of a corridor: its origin’s, quiet where that is not of the five."""
        return self.countries.get(code, self.quiet)


LIGHT = Palette(
    paper="#ffffff",
    panel="#f3f6f7",
    ink="#13242c",
    quiet="#55666f",
    rule="#d7dfe2",
    primary="#0b5d7a",
    sea="#cfdee6",
    land="#d6dbd7",
    region="#ffffff",
    border="#bfc7c4",
    region_border="#77848a",
    water="#b3c7d2",
    out="#0b5d7a",
    into="#a86400",
    within="#5b4a8a",
    other="#7f8f96",
    halo="#ffffff",
    sources=("#13242c", "#5f6b70", "#8a8173"),
    countries={
        "KAZ": "#0072B2",
        "KGZ": "#B4540A",
        "TJK": "#007A5A",
        "TKM": "#8A4F7D",
        "UZB": "#8C6D1F",
    },
)
DARK = Palette(
    paper="#0e181d",
    panel="#17242b",
    ink="#e9f0f3",
    quiet="#a3b4bc",
    rule="#2d3d45",
    primary="#6cc0dd",
    sea="#0b151a",
    land="#18252b",
    region="#324850",
    border="#2b3c44",
    region_border="#8fa3ab",
    water="#1d3642",
    out="#6cc0dd",
    into="#f0b14a",
    within="#b9a6f0",
    other="#6d7d85",
    halo="#0e181d",
    sources=("#e9f0f3", "#a9a08f", "#7c8a91"),
    countries={
        "KAZ": "#56B4E9",
        "KGZ": "#F08A4B",
        "TJK": "#35C59B",
        "TKM": "#D99BC8",
        "UZB": "#E0BE62",
    },
)


def palette(mode: Mode) -> Palette:
    """Return the colours of a mode."""
    return DARK if mode == "dark" else LIGHT


def rgb(colour: str, alpha: float = 1.0) -> list[int]:
    """Return a hex colour as red, green, blue and alpha from 0 to 255."""
    return [int(colour[i : i + 2], 16) for i in (1, 3, 5)] + [round(255 * alpha)]


def rgba(colour: str, alpha: float) -> str:
    """Return a hex colour as a CSS colour with transparency."""
    red, green, blue, _ = rgb(colour)
    return f"rgba({red},{green},{blue},{alpha:g})"


def blend(over: str, under: str, alpha: float) -> str:
    """Return the hex colour that one of some opacity has on another."""
    pairs = zip(rgb(over)[:3], rgb(under)[:3], strict=True)
    return "#" + "".join(f"{round(alpha * a + (1 - alpha) * b):02x}" for a, b in pairs)
