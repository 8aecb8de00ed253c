"""Symbols and dashes: one meaning for one mark, on every page.

Colours of countries and of flow types stand in `components.style.theme`; a chart takes the symbol
of a thing from here, so that a country has the same mark wherever it is drawn.
"""

from dataclasses import dataclass

from components.style.theme import Mode

# Of each country, region and the world.
PLACE_SYMBOLS: dict[str, str] = {
    "KAZ": "circle",
    "KGZ": "diamond",
    "TJK": "square",
    "TKM": "triangle-up",
    "UZB": "star",
    "RUS": "x",
    "R_CENTRAL_ASIA": "circle-open",
    "WLD": "square-open",
}
PLACE_DASHES: dict[str, str] = {"RUS": "dash", "R_CENTRAL_ASIA": "dot", "WLD": "dashdot"}
# Of the editions of one estimate, the older first; of corridors into the countries of the region.
EDITION_DASHES: tuple[str, str] = ("dot", "solid")
INBOUND_DASH = "dot"
DOT, HOLLOW = "circle", "circle-open"  # a figure, and an estimate
# Of series that are told apart by their order alone.
SERIES_SYMBOLS: tuple[str, ...] = ("circle", "square", "diamond", "triangle-up", "cross", "star")
# Of partner countries beside the five.
PARTNER_SYMBOLS: tuple[str, ...] = ("cross", "pentagon", "hexagon", "triangle-down", "star-open")
# Symbols of people whom the United States removed, who left without an order, and who were removed
# as its enforcement agency counts.
US_SYMBOLS: tuple[str, ...] = ("circle", "diamond-open", "square-open")
# Colour of the palette and symbol of groups of people under protection, of flows of money, and
# of the ways in which money from a country is counted.
PROTECTION_MARKS: dict[str, tuple[str, str]] = {
    "protected": ("out", "circle"),
    "seekers": ("into", "diamond"),
    "stateless": ("within", "square"),
    "claims": ("out", "circle"),
    "claims_made_here": ("into", "diamond"),
    "displaced": ("quiet", "triangle-up"),
    "displaced_idmc": ("quiet", "star-open"),
    "returned": ("into", "circle"),
    "resettled": ("within", "square"),
    "naturalised": ("out", "diamond"),
}
MONEY_MARKS: dict[str, tuple[str, str]] = {
    "received": ("into", "circle"),
    "paid": ("out", "square"),
    "received_gdp": ("within", "diamond"),
}
TRANSFER_MARKS: dict[str, tuple[str, str]] = {
    "systems": ("out", "square"),
    "all": ("out", "diamond"),
    "receiver": ("within", "star"),
    "modelled": ("quiet", "circle-open"),
    "total": ("into", "line-ns-open"),
}
# Of figures that are compared: the reference, those set against it, replaced ones, and the others.
COMPARED_MARKS: dict[str, tuple[str, str]] = {
    "reference": ("primary", "diamond"),
    "same": ("ink", "circle"),
    "old": ("quiet", "square"),
    "alone": ("other", "circle"),
}
# Colour of the palette and symbol of kinds of dated steps of policy, and of the steps of an
# agreement.
POLICY_MARKS: dict[str, tuple[str, str]] = {
    "treaties": ("primary", "square"),
    "memberships": ("within", "circle"),
    "votes": ("ink", "triangle-up"),
    "readmission": ("into", "diamond"),
    "cooperation": ("quiet", "star"),
}
AGREEMENT_MARKS: dict[str, tuple[str, str]] = {
    "signed": ("into", "circle-open"),
    "ratified": ("within", "diamond"),
    "in_force": ("primary", "circle"),
}


@dataclass(frozen=True)
class Mark:
    """A symbol with its colour in each mode.

    Attributes
    ----------
    symbol : str
        Marker symbol.
    light, dark : str
        Hex colours.
    """

    symbol: str
    light: str
    dark: str

    def colour(self, mode: Mode) -> str:
        """Return the colour of a mode."""
        return self.dark if mode == "dark" else self.light


RETURN_MARKS: dict[str, Mark] = {
    "assisted": Mark("circle", "#1f86c4", "#56b4e9"),
    "humanitarian": Mark("square", "#0b5d7a", "#8fd3ea"),
    "conflict": Mark("diamond", "#8a4f7d", "#d99bc8"),
    "state": Mark("triangle-up", "#007a5a", "#35c59b"),
    "covid": Mark("pentagon", "#5b4a8a", "#b9a6f0"),
    "own": Mark("hexagon", "#55666f", "#a3b4bc"),
    "enforced": Mark("triangle-down", "#b4540a", "#f08a4b"),
}
