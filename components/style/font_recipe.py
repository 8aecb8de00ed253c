"""The recipe of the fonts, ``python -m components.style.font_recipe``: once for each new version.

From the two variable fonts that come with Streamlit (Source Sans 3 and Source Serif 4, SIL Open
Font License) it makes the three faces of the atlas' pictures: one weight each, with the letters of
the region's languages and the marks that views use. The licence wants another name for a changed
font: they are called Atlas Sans and Atlas Serif.
"""

import io
import json
import re
from collections.abc import Iterator, Mapping
from importlib.metadata import distribution
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from components.style.fonts import FILES, WIDTHS

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


ITALIC = "SourceSansVF-Italic.ttf.*.woff2"
ICONS = "MaterialSymbols-Rounded.*.woff2"
ICON = re.compile(r"material/([a-z0-9_]+)")
ROOT = Path(__file__).parents[2]


def main() -> None:
    """Make the six files, and the table of the letters' widths."""
    FONTS.mkdir(exist_ok=True)
    for name, (pattern, location, called) in FACES.items():
        [found] = WHEEL.glob(pattern)
        (FONTS / f"{name}.woff2").write_bytes(made(found, location, called))
    [found] = WHEEL.glob(SANS)
    (FONTS / "atlas-sans.woff2").write_bytes(made(found, {"wght": (400, 700)}, "Atlas Sans"))
    [found] = WHEEL.glob(ITALIC)
    italic = made(found, {"wght": (400, 700)}, "Atlas Sans Italic")
    (FONTS / "atlas-sans-italic.woff2").write_bytes(italic)
    [found] = WHEEL.glob(ICONS)
    (FONTS / "atlas-icons.woff2").write_bytes(icons(found, icon_names()))
    told = {face: widths(FONTS / name) for face, name in FILES.items()}
    WIDTHS.write_text(json.dumps(told, ensure_ascii=False, indent=0) + "\n", "utf-8")


def widths(path: Path) -> dict[str, float]:
    """Return the width of each letter of a font as a share of the type size."""
    font = TTFont(path)
    metrics, unit = font["hmtx"].metrics, font["head"].unitsPerEm
    return {chr(code): metrics[name][0] / unit for code, name in font.getBestCmap().items()}


def icon_names() -> set[str]:
    """Return the names of all icons that Streamlit's page and the atlas ask for."""
    scripts = [*WHEEL.parent.glob("js/*.js")]
    own = [ROOT / "app.py", *(ROOT / "pages").rglob("*.py"), *(ROOT / "components").rglob("*.py")]
    return {name for path in (*scripts, *own) for name in ICON.findall(path.read_text("utf-8"))}


def icons(path: Path, names: set[str]) -> bytes:
    """Return a font of icons, each drawn for its name in letters, with some of its icons."""
    font = TTFont(path)
    letters = letters_of(font)
    kept = {glyph for glyph, letter in letters.items() if re.fullmatch(r"[a-z0-9_ ]", letter)}
    for told, drawn in drawn_in(font):
        if told in names:
            kept.add(drawn)
    options = subset.Options(layout_features=["*"], layout_closure=False, hinting=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(glyphs=kept)
    subsetter.subset(font)
    return _packed(font)


def letters_of(font: TTFont) -> dict[str, str]:
    """Return the letters of a font by their glyphs."""
    return {glyph: chr(code) for code, glyph in font.getBestCmap().items()}


def drawn_in(font: TTFont) -> Iterator[tuple[str, str]]:
    """Yield the name of each icon of a font, and its glyph."""
    letters = letters_of(font)
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            ligatures = getattr(getattr(table, "ExtSubTable", table), "ligatures", {})
            for first, found in ligatures.items():
                for one in found:
                    told = "".join(letters.get(glyph, "?") for glyph in (first, *one.Component))
                    yield told, one.LigGlyph


def made(path: Path, location: Mapping[str, float | tuple[float, float]], called: str) -> bytes:
    """Return one weight, or some, of a variable font with the atlas' letters, by another name."""
    font = TTFont(path)
    options = subset.Options(layout_features=["kern", "ccmp", "locl", "mark"], hinting=False)
    options.name_IDs = [0, 5, 7, 8, 9, 10, 11, 13, 14]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=LETTERS)
    subsetter.subset(font)
    font = instancer.instantiateVariableFont(font, location, inplace=True)
    for number, text in ((1, called), (2, "Regular"), (3, called), (4, called), (6, called)):
        font["name"].setName(text.replace(" ", "") if number == 6 else text, number, 3, 1, 0x409)
    return _packed(font)


def _packed(font: TTFont) -> bytes:
    font.flavor = "woff2"
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()


if __name__ == "__main__":
    main()
