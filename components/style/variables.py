"""Colours and type as CSS variables; colours follow the page's mode without a rerun."""

from functools import cache

from components.style import type as sizes
from components.style.theme import DARK, FLOW_COLOURS, LIGHT

SIZES = ("headline", "narrow_headline", "title", "lede", "body", "small", "unit")
MAPS = ("sea", "land", "region", "border", "region_border", "water", "halo")
ROLES = ("paper", "panel", "ink", "quiet", "rule", "primary", "other", "out", "into", "within")


@cache
def variables() -> str:
    """Return a rule that declares ``--atlas-…`` for each role, country and type of migration.

    Sizes of type are ``--atlas-type-…``, heights of their lines ``--atlas-line-…``.
    Each colour is a `light-dark()` pair: Streamlit sets ``color-scheme`` on the app when the reader
    switches the theme, and the browser picks the colour at once.
    """
    pairs = {role: (getattr(LIGHT, role), getattr(DARK, role)) for role in (*ROLES, *MAPS)}
    pairs |= {code: (light, DARK.countries[code]) for code, light in LIGHT.countries.items()}
    pairs |= {name: (colour, colour) for name, colour in FLOW_COLOURS.items()}
    told = "".join(
        f"--atlas-{name}:{light if light == dark else f'light-dark({light},{dark})'};"
        for name, (light, dark) in pairs.items()
    )
    type_told = "".join(map(_size, SIZES))
    return f":root{{{type_told}{told}}}"


def _size(name: str) -> str:
    """Return the variables of a size of type, in units that follow the reader's own size."""
    css = name.replace("_", "-").lower()
    size, line = (getattr(sizes, f"{name}{part}".upper()) / 16 for part in ("", "_line"))
    return f"--atlas-type-{css}:{size:g}rem;--atlas-line-{css}:{line:g}rem;"


def ink(name: str) -> str:
    """Return the CSS value of a colour by its name: a role, a country or a type of migration."""
    return f"var(--atlas-{name})"
