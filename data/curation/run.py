"""Run recipes: ``python -m data.curation.run --raw DIR [source ...]``."""

import argparse
import importlib
import pkgutil
from pathlib import Path

import pandas as pd

from data.curation import recipes
from data.curation.brought_rows import BROUGHT, existing, merged
from data.curation.raw import RawFolder, provenance
from data.curation.tidy import write
from data.paths import DATA, TABLES


def source_ids() -> list[str]:
    """Return the ids of all sources that have a recipe."""
    return sorted(module.name for module in pkgutil.iter_modules(recipes.__path__))


def curate(
    source_id: str,
    raw: Path,
    out: Path = TABLES,
    brought: Path = DATA / BROUGHT,
    data: Path | None = None,
) -> list[Path]:
    """Run one recipe and write its tables, with the rows that were brought as files.

    Parameters
    ----------
    source_id : str
        Name of the recipe's module and of its provenance file.
    raw : Path
        Folder with all raw source folders.
    out : Path
        Folder to write the tables to.
    brought : Path
        Folder of the rows that ``python -m data.bring`` added for sources with a recipe.
    data : Path or None
        The data folder whose provenance and corrections count; None is that of the project.

    Returns
    -------
    list of Path
        The files written.
    """
    recipe = importlib.import_module(f"data.curation.recipes.{source_id}")
    frames = recipe.curate(RawFolder(raw, source_id, data))
    if not compared(source_id, data):
        frames = {table: lowered(frame) for table, frame in frames.items()}
    added = {path.parent.name for path in brought.glob(f"*/{source_id}.csv")}
    for table in sorted(added):
        made = frames.get(table, existing(out, table, ""))
        frames[table] = merged(table, made, existing(brought, table, source_id)).rows
    return [write(frame, table, source_id, out) for table, frame in frames.items()]


def compared(source_id: str, data: Path | None = None) -> bool:
    """Say whether the edition that we have was compared with a second copy since it was fetched."""
    return bool(provenance(source_id, data).get("edition", {}).get("compared", True))


def lowered(frame: pd.DataFrame) -> pd.DataFrame:
    """Return rows that nobody compared: what a recipe calls checked rests on one copy now."""
    if "confidence" not in frame:
        return frame
    return frame.assign(confidence=frame["confidence"].replace("machine_checked", "machine_single"))


def main() -> None:
    """Run the named recipes, or all of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sources", nargs="*", help="source ids; all when none is named")
    parser.add_argument("--raw", type=Path, required=True, help="folder of the raw source folders")
    parser.add_argument("--out", type=Path, default=TABLES, help="folder for the tables")
    options = parser.parse_args()
    for source_id in options.sources or source_ids():
        for path in curate(source_id, options.raw, options.out):
            print(f"{source_id}: {path.relative_to(options.out)}")


if __name__ == "__main__":
    main()
