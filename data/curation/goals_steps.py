"""Steps that the recipes on money, SDG indicators and policy share."""

from decimal import Decimal


def plain(value: str) -> str:
    """Write a number without an exponent and without changing it (``9.1e-05`` as 0.000091)."""
    return format(Decimal(value), "f") if "e" in value.lower() else value
