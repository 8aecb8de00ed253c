"""Sentences joined to others."""


def lower_first(text: str) -> str:
    """Return a name as it stands in the middle of a sentence."""
    at = 1 if text.startswith("⟦") else 0
    return text[:at] + text[at : at + 1].lower() + text[at + 1 :]
