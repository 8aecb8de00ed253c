"""What the views of flows by year share: names of their sources, the statement, the table."""

from collections.abc import Iterable

import pandas as pd

from components.language import N_, Language
from components.phrases.columns import column
from components.phrases.figures import rate
from components.phrases.references import source_name
from components.style.marks import EDITION_DASHES
from components.view import Column, Remark
from components.views.assemble import caveats_of, warnings_first
from data.measures.yearly import EDITIONS, META

MODEL = "gaskin_abel_flows"
EDITION_NAMES = {
    EDITIONS[0]: N_("edition of 2025"),
    EDITIONS[1]: N_("edition of 2026"),
}
DASHES = dict(zip(EDITIONS, EDITION_DASHES, strict=True))
YEARLY = "yearly_flows"


def statement(lang: Language) -> str:
    """Return what no reader of a modelled flow by year may miss."""
    return lang.text(
        "Modelled, not counted: the two editions of the model differ widely on single pairs. "
        "Meta’s estimates are no check on the model, which was fitted to them, too. Sources stand "
        "side by side and are never added or joined."
    )


def told_by(lang: Language, source: str) -> str:
    """Name an edition of the model, Meta, or an office."""
    if source in EDITION_NAMES:
        return lang.text(EDITION_NAMES[source])
    return lang.text("Meta, online data") if source == META else source_name(lang, source)


def source_of(source: str) -> str:
    """Return the id of the source of an edition, or of what is a source itself."""
    return MODEL if source in EDITION_NAMES else source


def scale_note(lang: Language) -> str:
    """Say how the axis is read."""
    return lang.text(
        "On this axis equal ratios are equally high: from 1,000 to 10,000 it is as far as from "
        "10,000 to 100,000. A zero has no place on it and stands in the table."
    )


def times(lang: Language, ratio: float) -> str:
    """Write how many times as large one figure is as another, with two figures."""
    return rate(lang, ratio)


def cautions(lang: Language, *told: tuple[str, pd.DataFrame]) -> tuple[Remark, ...]:
    """Return the statement as a warning, and the caveats of rows of some tables."""
    own = (Remark("warning", statement(lang)),)
    return warnings_first(
        own, *(caveats_of(lang, table, rows) for table, rows in told if len(rows))
    )


def columns_of(lang: Language, names: Iterable[str]) -> tuple[Column, ...]:
    """Return the columns of a table of flows by source."""
    made = {
        "start": column(lang, "from", "start"),
        "end": column(lang, "to", "end"),
        "source": column(lang, "source_id", "source"),
        "line": column(lang, "line"),
        "period": column(lang, "period"),
        "value": column(lang, "people", "value"),
    }
    return tuple(made[name] for name in names)
