"""The address of a deck as a QR code."""

import segno

LONGEST = 900  # letters of an address whose code a phone can read from its seat
QUIET = 4  # modules of white round it


def code_svg(address: str, side: float, left: float = 0.0, top: float = 0.0) -> str:
    """Return the QR code of an address as SVG, dark on white in light and dark.

    Parameters
    ----------
    address : str
        At most `LONGEST` letters.
    side : float
        Pixels.
    left, top : float
        Where it stands on a sheet.
    """
    code = segno.make(address, error="m")
    modules = len(code.matrix) + 2 * QUIET
    squares = "".join(
        f"M{x + QUIET} {y + QUIET}h1v1h-1z"
        for y, row in enumerate(code.matrix)
        for x, dark in enumerate(row)
        if dark
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" x="{left:.1f}" y="{top:.1f}" width="{side:g}" '
        f'height="{side:g}" viewBox="0 0 {modules} {modules}" shape-rendering="crispEdges">'
        f'<rect width="{modules}" height="{modules}" fill="#ffffff"/>'
        f'<path d="{squares}" fill="#000000"/></svg>'
    )
