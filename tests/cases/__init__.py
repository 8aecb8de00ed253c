"""Choices under which each registered view is tested; one module per subject.

Each module has ``CASES``: name of a view → choices (``None`` where the view has none) that stand
for all that a reader can choose: every country, and what else changes what is shown.
"""

import importlib
import pkgutil
from typing import Any


def all_cases() -> dict[str, tuple[Any, ...]]:
    """Every registered view with its cases."""
    found: dict[str, tuple[Any, ...]] = {}
    for module in pkgutil.iter_modules(__path__):
        cases = importlib.import_module(f"{__name__}.{module.name}").CASES
        assert not found.keys() & cases.keys()
        found |= cases
    return found
