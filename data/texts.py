"""Texts of the atlas in both languages: what AVRR is, and the claims that the atlas tests."""

from functools import cache
from typing import Any

from data.paths import DATA
from data.yamlfile import read_yaml


@cache
def texts(name: str) -> dict[str, Any]:
    """Return a text file of ``data/texts`` by its name; it is shared and must not be changed.

    Raises
    ------
    FileNotFoundError
        When there is no such file.
    """
    return read_yaml(DATA / "texts" / f"{name}.yml")
