"""Reading the raw folders: every file is checked against the checksum in its provenance."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from data.paths import CORRECTIONS, SOURCES
from data.yamlfile import read_yaml


class RawFileError(ValueError):
    """A raw file is missing or is not the one that the provenance file describes."""


class CorrectionError(ValueError):
    """A correction does not find the raw value that it expects to change."""


def provenance(source_id: str, root: Path | None = None) -> dict[str, Any]:
    """Return the provenance file of a source (``sources/<source_id>.yml``) of a data folder."""
    told: dict[str, Any] = read_yaml((root / "sources" if root else SOURCES) / f"{source_id}.yml")
    return told


def corrections(root: Path | None = None) -> list[dict[str, Any]]:
    """Return every recorded correction of a data folder, in the order of the file."""
    return read_yaml(root / CORRECTIONS.name if root else CORRECTIONS) or []


@dataclass(frozen=True)
class RawFolder:
    """The raw files of one source.

    Attributes
    ----------
    root : Path
        The folder that holds all raw source folders.
    source_id : str
        Id of the source; its provenance file lists the files with their checksums.
    data : Path or None
        The data folder whose provenance and corrections count; None is that of the project.
    """

    root: Path
    source_id: str
    data: Path | None = None

    def read(self, name: str, **options: Any) -> pd.DataFrame:
        """Read one raw file as text, with the recorded corrections applied.

        Parameters
        ----------
        name : str
            File name, as the last part of a ``raw[].file`` in the provenance file.
        **options
            Passed on to `pandas.read_csv`.

        Returns
        -------
        pandas.DataFrame
            All columns are strings; an empty cell is an empty string.

        Raises
        ------
        RawFileError
            When the file is not in the provenance, is missing, or has another checksum.
        CorrectionError
            When a correction does not find what it expects.
        """
        entry = self._entry(name)
        path = self.root / entry["file"]
        if not path.is_file():
            raise RawFileError(f"{self.source_id}: no file {entry['file']} in the raw folder")
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        if digest != entry["sha256"]:
            raise RawFileError(
                f"{self.source_id}: {entry['file']} has sha256 {digest}, expected {entry['sha256']}"
            )
        frame = pd.read_csv(path, dtype=str, keep_default_na=False, **options)
        return apply_corrections(frame, self.source_id, name, self.data)

    def _entry(self, name: str) -> dict[str, Any]:
        listed: list[dict[str, Any]] = provenance(self.source_id, self.data)["raw"]
        for entry in listed:
            if Path(entry["file"]).name == name:
                return entry
        raise RawFileError(f"{self.source_id}: {name} is not listed in its provenance file")


def apply_corrections(
    frame: pd.DataFrame, source_id: str, name: str, root: Path | None = None
) -> pd.DataFrame:
    """Apply the recorded corrections of one raw file.

    A correction names the rows (``match``), the column, what the raw file is ``expected`` to
    say, and the ``action``: ``set`` (with ``new``), ``drop``, or ``mark`` (the value is kept, the
    recipe gives the row a note).
    """
    frame = frame.copy()
    for item in corrections(root):
        if item["source_id"] != source_id or item["file"] != name:
            continue
        rows = pd.Series(True, index=frame.index)
        for column, value in item["match"].items():
            rows &= frame[column] == str(value)
        found = frame.loc[rows, item["column"]].unique().tolist()
        if found != [str(item["expected"])]:
            raise CorrectionError(f"{item['id']}: expected {item['expected']!r}, found {found!r}")
        if item["action"] == "set":
            frame.loc[rows, item["column"]] = str(item["new"])
        elif item["action"] == "drop":
            frame = frame.loc[~rows]
    return frame
