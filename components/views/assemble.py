"""Putting a view together from its parts."""

from collections.abc import Iterable, Sequence

import pandas as pd
import plotly.graph_objects as go

from components.context import RenderContext
from components.documents.model import Document
from components.language import Language
from components.maps.drawing import MapDrawing
from components.phrases.caveats import remarks as caveats
from components.view import Remark, Table, View


def assemble(
    context: RenderContext,
    name: str,
    title: str,
    subtitle: str,
    table: Table,
    alt: str,
    sources: Sequence[str],
    figure: go.Figure | MapDrawing | Document | None,
    remarks: tuple[Remark, ...] = (),
    notes: Iterable[str] = (),
    missing: str = "",
    period: str = "",
    caution: str = "",
) -> View:
    """Return a view of a chart or of words.

    Parameters
    ----------
    context : RenderContext
        The reader's language and colours.
    alt : str
        Kind of chart in the reader's language, such as “Line chart”; title and subtitle follow it.
    figure : plotly Figure, MapDrawing, Document or None
        None when there is nothing to show; `missing` then says what, and who would have it.

    Notes
    -----
    Other parameters as in `components.view.View`.
    """
    lang = context.language
    return View(
        name=name,
        title=title,
        subtitle=subtitle,
        figure=figure,
        table=table,
        alt=lang.text(
            "{kind}. {title}. {subtitle}.",
            kind=alt,
            title=title.rstrip("."),
            subtitle=subtitle.rstrip("."),
        ),
        sources=tuple(sources),
        notes=tuple(note for note in notes if note),
        remarks=remarks,
        missing=missing,
        period=period,
        caution=caution,
    )


def caveats_of(lang: Language, table: str, rows: pd.DataFrame) -> tuple[Remark, ...]:
    """Return the caveats that bear on a table's rows, of all the sources that they are from."""
    return caveats(lang, table, tuple(dict.fromkeys(rows["source_id"])), rows)


def warnings_first(*groups: Iterable[Remark]) -> tuple[Remark, ...]:
    """Join remarks of several tables, each once, warnings first."""
    together = dict.fromkeys(remark for group in groups for remark in group)
    return tuple(sorted(together, key=lambda remark: remark.level != "warning"))


def sources_of(*frames: pd.DataFrame) -> tuple[str, ...]:
    """Return the ids of the sources that rows are from, in their order of appearance."""
    return tuple(dict.fromkeys(str(one) for frame in frames for one in frame["source_id"]))
