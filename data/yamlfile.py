"""Reading YAML files."""

from pathlib import Path
from typing import Any

import yaml

from data import files
from data.errors import DamagedFile

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the one in C is ten times as fast


def read_yaml(path: Path) -> Any:
    """Return the content of a YAML file.

    Raises
    ------
    MissingFile
        When it is not there.
    DamagedFile
        When it cannot be read, or is no YAML.
    """
    with files.reading(path):
        told = files.text(path)
        try:
            return yaml.load(told, Loader=LOADER)  # noqa: S506 - both are safe
        except (yaml.YAMLError, ValueError, RecursionError) as error:
            raise DamagedFile(files.name_of(path), f"is no YAML: {error}") from error
