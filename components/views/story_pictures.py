"""The small pictures of the story, as HTML that follows the page's colours."""

import html
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from components.style.variables import ink

ROUND = 10  # cells in a row of a hundred


@dataclass(frozen=True)
class Bar:
    """One bar: what it is called, what is written at its end, its length, its colour.

    Attributes
    ----------
    name, value : str
        Words.
    share : float or None
        Length from 0 to 1; None where there is no figure.
    colour : str
        Name of a colour (`components.style.variables.ink`).
    """

    name: str
    value: str
    share: float | None
    colour: str


def bars(rows: Iterable[Bar]) -> str:
    """Return bars below one another; one without a figure is an empty, dashed one."""
    told = "".join(
        f"<li><span>{html.escape(row.name)}</span>{_bar(row)}<b>{html.escape(row.value)}</b></li>"
        for row in rows
    )
    return f"<ul class='atlas-bars'>{told}</ul>"


def _bar(row: Bar) -> str:
    if row.share is None:
        return "<i class='hole'></i>"
    return f"<i style='--share:{row.share:.4f};--ink:{ink(row.colour)}'></i>"


def shade(share: int) -> str:
    """Return the one colour of magnitudes, so many per cent of it."""
    return f"color-mix(in srgb, {ink('primary')} {share}%, {ink('paper')})"


@dataclass(frozen=True)
class Part:
    """Some of the cells of a picture: how many, what they are, what is told, their colour (CSS)."""

    cells: int
    name: str
    value: str
    colour: str


def cells(parts: Sequence[Part], alt: str, row: int = ROUND) -> str:
    """Return people as squares, so many in a row, with what the colours stand for."""
    drawn = "".join(
        f"<i style='--ink:{part.colour}'></i>" for part in parts for _ in range(part.cells)
    )
    key = "".join(
        f"<li><i style='--ink:{part.colour}'></i>{html.escape(part.name)} "
        f"<b>{html.escape(part.value)}</b></li>"
        for part in parts
    )
    return (
        f"<div class='atlas-cells'><div style='--row:{row}' {_image(alt)}>{drawn}</div>"
        f"<ul>{key}</ul></div>"
    )


def years(values: Mapping[int, float], sums: Mapping[int, float], alt: str) -> str:
    """Return columns by year; sums of two programmes are hollow, a year without any is dashed."""
    every = range(min((*values, *sums)), max((*values, *sums)) + 1)
    top = max((*values.values(), *sums.values()))
    drawn = "".join(
        f"<i class='{_kind(year, values, sums)}' "
        f"style='--share:{values.get(year, sums.get(year, top)) / top:.3f}'></i>"
        for year in every
    )
    ends = f"<span>{every[0]}</span><span>{every[-1]}</span>"
    return f"<div class='atlas-years'><div {_image(alt)}>{drawn}</div><p>{ends}</p></div>"


def _kind(year: int, values: Mapping[int, float], sums: Mapping[int, float]) -> str:
    return "full" if year in values else "sum" if year in sums else "hole"


def _image(alt: str) -> str:
    return f"role='img' aria-label='{html.escape(alt, quote=True)}'"


def tiles(rows: Mapping[str, Sequence[str]], first: int, last: int, alt: str) -> str:
    """Return a row of tiles for each name: a state each, of which “none” is a hole."""
    told = "".join(
        f"<li><span>{html.escape(name)}</span>"
        + "".join(f"<i class='{html.escape(state)}'></i>" for state in states)
        + "</li>"
        for name, states in rows.items()
    )
    return (
        f"<div class='atlas-tiles' {_image(alt)}>"
        f"<ul aria-hidden='true'>{told}</ul><p><span>{first}</span><span>{last}</span></p></div>"
    )
