"""The marks of states, and the small drawings inside documents."""

from components.documents.slopes import Bar, Slope
from components.documents.states import State
from components.pictures.canvas import DATA
from components.pictures.sheet import Sheet
from components.style.theme import FLOW_COLOURS, Palette

WIDTH = 1.15  # of the type size: what a mark takes before a text
SMALL = 1.6  # of the type size: height of a small line or bar
ENDS = 1.3 * DATA  # pixels for the words below its ends


def ink(name: str, colours: Palette) -> str:
    """Return a colour by its name: a type of migration, a country's code, or a role."""
    if name in FLOW_COLOURS:
        return FLOW_COLOURS[name]
    return colours.ink_of(name) if name else colours.primary


def mark(sheet: Sheet, state: State, x: float, base: float, size: float) -> float:
    """Draw the mark of a state before a text that stands on `base`; return the width it takes."""
    colours = sheet.colours
    radius, line = 0.3 * size, max(1.6, 0.09 * size)
    middle, y = x + radius + line / 2, base - 0.32 * size
    if state == "yes":
        sheet.circle(middle, y, radius + line / 2, colours.primary)
    elif state == "part":
        sheet.circle(middle, y, radius, colours.paper, colours.primary, line)
        sheet.put(
            f'<path d="M{middle:.1f},{y - radius:.1f}a{radius:.1f},{radius:.1f} 0 0 0 0,'
            f'{2 * radius:.1f}z" fill="{colours.primary}"/>'
        )
    elif state == "no":
        sheet.circle(middle, y, radius, colours.paper, colours.primary, line)
    elif state in ("official", "relayed", "press", "other"):
        _square(sheet, state, (middle, y), radius, line)
    elif state == "several":
        _striped(sheet, (middle, y), radius, line)
    elif state in ("none", "hole"):
        sheet.path([(x, y), (x + 2 * radius + line, y)], colours.quiet, line)
    elif state in ("unknown", "estimate"):
        sheet.text(x, base, "?" if state == "unknown" else "≈", size, colours.quiet, "strong")
    else:
        return 0.0
    return WIDTH * size


def _square(
    sheet: Sheet, state: State, middle: tuple[float, float], half: float, line: float
) -> None:
    """Draw the mark that says who tells a figure: full, half full or hollow, or on its corner."""
    (x, y), ink = middle, sheet.colours.primary
    turned = f' transform="rotate(45 {x:.1f} {y:.1f})"' if state == "other" else ""
    filled = {"official": 2 * half, "relayed": half}.get(state, 0.0)
    box = f'x="{x - half:.1f}" y="{y - half:.1f}" height="{2 * half:.1f}"'
    sheet.put(
        f'<g{turned}><rect {box} width="{filled:.1f}" fill="{ink}"/>'
        f'<rect {box} width="{2 * half:.1f}" fill="none" stroke="{ink}" '
        f'stroke-width="{line:.1f}"/></g>'
    )


def _striped(sheet: Sheet, middle: tuple[float, float], half: float, line: float) -> None:
    """Draw a frame with two bars across it."""
    (x, y), ink = middle, sheet.colours.primary
    sheet.put(
        f'<rect x="{x - half:.1f}" y="{y - half:.1f}" height="{2 * half:.1f}" '
        f'width="{2 * half:.1f}" fill="none" stroke="{ink}" stroke-width="{line:.1f}"/>'
    )
    for at in (-half / 3, half / 3):
        sheet.path([(x - half, y + at), (x + half, y + at)], ink, line)


def takes(state: State, size: float) -> float:
    """Return the width that the mark of a state takes."""
    return 0.0 if state in ("plain", "away") else WIDTH * size


def tall(drawn: Slope | Bar | None, size: float) -> float:
    """Return the height of a small drawing beside text of a size."""
    if drawn is None:
        return 0.0
    return SMALL * size + (ENDS if isinstance(drawn, Slope) and any(drawn.ends) else 0.0)


def inline(
    sheet: Sheet, drawn: Slope | Bar, x: float, top: float, width: float, height: float
) -> None:
    """Draw a small line or bar into a box."""
    colours = sheet.colours
    if isinstance(drawn, Bar):
        sheet.rect(x, top + 0.25 * height, width, 0.5 * height, colours.panel)
        sheet.rect(
            x,
            top + 0.25 * height,
            max(2.0, drawn.share * width),
            0.5 * height,
            ink(drawn.ink, colours),
        )
        return
    inset = 4.0
    if any(drawn.ends):
        height -= ENDS
        base = top + height + DATA
        sheet.text(x, base, drawn.ends[0], DATA, colours.quiet)
        sheet.text(x + width, base, drawn.ends[1], DATA, colours.quiet, anchor="end")
    for points in drawn.segments:
        placed = [
            (x + inset + a * (width - 2 * inset), top + height - inset - b * (height - 2 * inset))
            for a, b in points
        ]
        if len(placed) > 1:
            sheet.path(placed, ink(drawn.ink, colours), 2.4)
        else:
            sheet.circle(*placed[0], 3.0, ink(drawn.ink, colours))
