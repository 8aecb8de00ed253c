"""Sentences joined to others."""


def upper_first(text: str) -> str:
    """Return words as they stand at the beginning of a sentence."""
    at = 1 if text.startswith("⟦") else 0
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]


def lower_first(text: str) -> str:
    """Return a name as it stands in the middle of a sentence."""
    at = 1 if text.startswith("⟦") else 0
    return text[:at] + text[at : at + 1].lower() + text[at + 1 :]
