"""Figures of a file that stand under other sources too: they may be the same people."""

from pathlib import Path

import pandas as pd

from data.bring.brought import Brought
from data.bring.origin import Origin
from data.bring.problems import N_, Problem

ELSEWHERE = N_(
    "Figures that stand under other sources too ({names}): {count}. They may be the same people "
    "counted twice: never add them."
)


def elsewhere(brought: Brought, source: Origin, root: Path) -> list[Problem]:
    """Say which other sources have figures on the same thing."""
    wanted = ("host", "origin", "destination", "country", "indicator", "year", "period_type", "sex")
    columns = [c for c in wanted if c in brought.rows]
    mine = set(brought.rows[columns].itertuples(index=False, name=None))
    there: dict[str, int] = {}
    for path in sorted((root / "tables" / brought.table).glob("*.csv")):
        if path.stem != source.source_id:
            rows = pd.read_csv(path, dtype=str, keep_default_na=False, usecols=columns)[columns]
            shared = mine & set(rows.itertuples(index=False, name=None))
            there |= {path.stem: len(shared)} if shared else {}
    values = {"count": max(there.values(), default=0), "names": ", ".join(there)}
    return [Problem(ELSEWHERE, values)] if there else []
