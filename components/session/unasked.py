"""What a reader asks for who has chosen nothing."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

Meaning: TypeAlias = Callable[[str], tuple[str, str]]  # what a text means, and what does not


class Unasked:
    """What a reader asks for who has chosen nothing: read as `Choices` are."""

    def one(self, key: str, options: Sequence[str], default: str, shared: bool = False) -> str:
        """Return what is usual."""
        return default

    def several(
        self,
        key: str,
        options: Sequence[str],
        default: Sequence[str],
        shared: bool = False,
        most: int | None = None,
    ) -> tuple[str, ...]:
        """Return what is usual."""
        return tuple(default)

    def flag(self, key: str) -> bool:
        """Return that it is off."""
        return False

    def text(self, key: str, means: Meaning | None = None) -> str:
        """Return that there is none."""
        return ""

    def set_aside(self, key: str) -> None:
        """Keep nothing: nothing was asked for."""
