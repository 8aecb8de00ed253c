"""What is drawn can be seen, and what is written can be read, in both modes."""

import re
from dataclasses import fields

import plotly.graph_objects as go
import pytest

from components.context import RenderContext
from components.style import marks
from components.style.theme import DARK, FLOW_COLOURS, LIGHT, Palette
from tests.cases import all_cases
from tests.support import built

MODES = {"light": LIGHT, "dark": DARK}
WORDS, LINES, REGION = 4.5, 3.0, 1.4
NEUTRAL = 30  # between the strongest and the weakest part of a colour, of 255
HEX = re.compile("#[0-9a-fA-F]{6}")
CASES = all_cases()

in_both_modes = pytest.mark.parametrize("mode", MODES)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def drawn(palette: Palette) -> dict[str, str]:
    """Every colour of the registry that is a line, a bar or a mark of data."""
    roles = {name: getattr(palette, name) for name in ("out", "into", "within", "other", "primary")}
    dark = palette is DARK
    own = {
        f"{name} {key}": mark.colour("dark" if dark else "light")
        for name, table_of in vars(marks).items()
        if isinstance(table_of, dict)
        for key, mark in table_of.items()
        if isinstance(mark, marks.Mark)
    }
    sources = {f"source {at}": colour for at, colour in enumerate(palette.sources)}
    return {**roles, **palette.countries, **FLOW_COLOURS, **own, **sources}


@in_both_modes
def test_lines_can_be_seen_on_paper(mode):
    palette = MODES[mode]
    faint = {
        name: round(contrast(colour, palette.paper), 2)
        for name, colour in drawn(palette).items()
        if contrast(colour, palette.paper) < LINES
    }
    assert faint == {}


@in_both_modes
def test_words_can_be_read_on_paper_and_panel(mode):
    palette = MODES[mode]
    roles = {name: getattr(palette, name) for name in ("ink", "quiet", "primary")}
    for name, colour in roles.items():
        assert contrast(colour, palette.paper) >= WORDS, name
        assert contrast(colour, palette.panel) >= WORDS, name
    for name, colour in {**palette.countries, "out": palette.out, "into": palette.into}.items():
        assert contrast(colour, palette.paper) >= WORDS, name


@in_both_modes
def test_the_five_stand_out_from_the_land_around_them(mode):
    palette = MODES[mode]
    assert contrast(palette.region, palette.land) >= REGION
    assert contrast(palette.region_border, palette.region) >= 2
    for code, colour in palette.countries.items():
        assert contrast(colour, palette.land) >= LINES, code


def test_every_colour_of_a_mode_has_its_pair_in_the_other():
    for field in fields(Palette):
        one, other = getattr(LIGHT, field.name), getattr(DARK, field.name)
        if isinstance(one, str):
            assert HEX.fullmatch(one)
        else:
            assert set(one) == set(other) if isinstance(one, dict) else len(one) == len(other)


@in_both_modes
def test_sources_are_neutral_and_told_apart(mode):
    palette = MODES[mode]
    assert len(set(palette.sources)) == len(palette.sources)
    for colour in palette.sources:
        parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
        assert max(parts) - min(parts) <= NEUTRAL, colour
        assert colour not in {*palette.countries.values(), *FLOW_COLOURS.values()}
    for colour in {*palette.countries.values(), palette.out, palette.into, palette.within}:
        parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
        assert max(parts) - min(parts) > NEUTRAL, colour


def words_of(figure: go.Figure) -> list[tuple[str, str]]:
    """Every colour that words of a figure are written in, with what they say."""
    layout = figure.to_dict()["layout"]
    base = layout["font"]["color"]
    told = [
        (one.get("font", {}).get("color", base), one.get("text", ""))
        for one in layout.get("annotations", ())
        if not one.get("bgcolor")
    ]
    axes = [value for key, value in layout.items() if re.fullmatch(r"[xy]axis\d*", key)]
    ticks = [
        (axis.get("tickfont", {}).get("color", base), "ticks")
        for axis in axes
        if axis.get("showticklabels", True) and axis.get("visible", True)
    ]
    return [(colour, text) for colour, text in (*told, *ticks) if HEX.fullmatch(str(colour))]


@in_both_modes
@pytest.mark.parametrize("name", list(CASES))
def test_the_words_of_every_chart_can_be_read(name, mode):
    shown = built(name, CASES[name][0], RenderContext("en", mode))
    if isinstance(shown.figure, go.Figure):
        paper = MODES[mode].paper
        faint = {
            text[:40]: colour
            for colour, text in words_of(shown.figure)
            if contrast(colour, paper) < WORDS
        }
        assert faint == {}


def inks(figure: go.Figure) -> set[str]:
    """The colours of lines and marks of data."""
    parts = [one.get(part, {}) for one in figure.to_dict()["data"] for part in ("line", "marker")]
    return {part["color"] for part in parts if HEX.fullmatch(str(part.get("color")))}


@in_both_modes
@pytest.mark.parametrize("name", ["corridor-history", "counter-counted"])
def test_each_way_of_a_corridor_has_the_colour_of_its_origin(name, mode):
    palette = MODES[mode]
    for case in CASES[name]:
        shown = built(name, case, RenderContext("en", mode))
        if isinstance(shown.figure, go.Figure):
            origins = {palette.of_origin(case.start), palette.of_origin(case.end)}
            assert inks(shown.figure) <= origins, case


@in_both_modes
@pytest.mark.parametrize("name", ["evidence", "counter-editions"])
def test_sources_have_no_colour_of_a_flow(name, mode):
    shown = built(name, CASES[name][0], RenderContext("en", mode))
    assert inks(shown.figure)
    assert inks(shown.figure) <= set(MODES[mode].sources)
