"""The style sheet of the atlas, at an address of its own.

A page names the address instead of sending the sheet: a browser fetches it once and keeps it, and
no run of a page reads 50 kB of it again.
"""

from hashlib import sha256

from components.language import LANGUAGES, N_, language
from components.session.paths import base_path
from components.style.assets import SHEETS, sheets
from components.style.variables import variables
from data.files import until_mended

LOGO = ':is([data-testid="stHeader"], [data-testid="stSidebarHeader"]) :has(> .stLogo)'
LOST = '[data-testid="stConnectionStatus"]'


@until_mended
def sheet() -> str:
    """Return the style sheet."""
    return f"{variables()}{sheets(SHEETS)}{_bar()}"


def address() -> str:
    """Return the address of the style sheet, which changes with it."""
    return f"{base_path()}/style-{_version()}.css"


@until_mended
def _version() -> str:
    return sha256(sheet().encode()).hexdigest()[:8]


def _bar() -> str:
    """Return what is said in each language: the atlas' name, the menu, that the server is away."""
    said = {
        LOGO: N_("Central Asia Migration Atlas"),
        '[data-testid="stExpandSidebarButton"]': N_("Menu"),
        LOST: N_("No connection. The page tries again by itself."),
    }
    return "".join(
        f"html[lang={code}] {part}::after{{content:'{language(code).text(message)}'}}"
        for code in LANGUAGES
        for part, message in said.items()
    )
