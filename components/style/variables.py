"""The colours of the theme as CSS variables that follow the page's mode without a rerun."""

from functools import cache

from components.style.theme import DARK, FLOW_COLOURS, LIGHT

MAPS = ("sea", "land", "region", "border", "region_border", "water", "halo")
ROLES = ("paper", "panel", "ink", "quiet", "rule", "primary", "other", "out", "into", "within")


@cache
def variables() -> str:
    """Return a rule that declares ``--atlas-…`` for each role, country and type of migration.

    Each is a `light-dark()` pair: Streamlit sets ``color-scheme`` on the app when the reader
    switches the theme, and the browser picks the colour at once.
    """
    pairs = {role: (getattr(LIGHT, role), getattr(DARK, role)) for role in (*ROLES, *MAPS)}
    pairs |= {code: (light, DARK.countries[code]) for code, light in LIGHT.countries.items()}
    pairs |= {name: (colour, colour) for name, colour in FLOW_COLOURS.items()}
    told = "".join(
        f"--atlas-{name}:{light if light == dark else f'light-dark({light},{dark})'};"
        for name, (light, dark) in pairs.items()
    )
    return f".stApp{{{told}}}"


def ink(name: str) -> str:
    """Return the CSS value of a colour by its name: a role, a country or a type of migration."""
    return f"var(--atlas-{name})"
