"""The recipe of the fonts, ``python -m components.style.font_recipe``: once for each new version.

From the two variable fonts that come with Streamlit (Source Sans 3 and Source Serif 4, SIL Open
Font License) it makes the three faces of the atlas' pictures: one weight each, with the letters of
the region's languages and the marks that views use. The licence wants another name for a changed
font: they are called Atlas Sans and Atlas Serif.
"""

import io
from importlib.metadata import distribution
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

FONTS = Path(__file__).parents[2] / "static" / "fonts"
WHEEL = Path(str(distribution("streamlit").locate_file("streamlit/static/static/media")))
SANS, SERIF = "SourceSansVF-Upright.ttf.*.woff2", "SourceSerifVariable-Roman.ttf.*.woff2"
FACES: dict[str, tuple[str, dict[str, float], str]] = {
    "atlas-sans-400": (SANS, {"wght": 400}, "Atlas Sans"),
    "atlas-sans-600": (SANS, {"wght": 600}, "Atlas Sans SemiBold"),
    "atlas-serif-600": (SERIF, {"wght": 600, "opsz": 44}, "Atlas Serif SemiBold"),
}
LETTERS = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),  # Latin of Europe and of the Turkic languages
    *range(0x218, 0x21C),
    *(0x2BB, 0x2BC),  # of Uzbek
    *range(0x400, 0x530),  # Cyrillic, with all that Kazakh, Kyrgyz, Tajik and Uzbek add
    *range(0x2010, 0x2027),
    *(0x2009, 0x202F, 0x2030, 0x2032, 0x2033, 0x2116, 0x20AC, 0x20B8, 0x20BD),
    *range(0x2070, 0x208A),
    *range(0x2190, 0x2196),
    *(0x2212, 0x2248, 0x2260, 0x2264, 0x2265),
    *range(0x25A0, 0x25D1),
    *(0x2713, 0x2717),
)


def main() -> None:
    """Make the three files."""
    FONTS.mkdir(exist_ok=True)
    for name, (pattern, location, called) in FACES.items():
        [found] = WHEEL.glob(pattern)
        (FONTS / f"{name}.woff2").write_bytes(made(found, location, called))


def made(path: Path, location: dict[str, float], called: str) -> bytes:
    """Return one weight of a variable font with the atlas' letters, under another name."""
    font = TTFont(path)
    options = subset.Options(layout_features=["kern", "ccmp", "locl", "mark"], hinting=False)
    options.name_IDs = [0, 5, 7, 8, 9, 10, 11, 13, 14]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=LETTERS)
    subsetter.subset(font)
    font = instancer.instantiateVariableFont(font, location, inplace=True)
    for number, text in ((1, called), (2, "Regular"), (3, called), (4, called), (6, called)):
        font["name"].setName(text.replace(" ", "") if number == 6 else text, number, 3, 1, 0x409)
    font.flavor = "woff2"
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()


if __name__ == "__main__":
    main()
