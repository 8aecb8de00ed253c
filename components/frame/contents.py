"""The contents of the atlas: every view by its page, each a link that opens it."""

import html
from collections.abc import Sequence
from functools import partial
from itertools import groupby, pairwise

from components.find.entries import Spot, spec_of
from components.find.entry import Goal
from components.language import Language
from components.language.parts import marked
from components.session.links import address_of


def contents_html(spots: Sequence[Spot], lang: Language, folded: bool = False) -> str:
    """Return the contents as HTML.

    Parameters
    ----------
    spots : sequence of Spot
        All views, page by page.
    lang : Language
        The reader's language.
    folded : bool
        Whether each page is to be opened first, as on a phone.
    """
    parts = (
        _page(page, tuple(own), lang, folded)
        for page, own in groupby(spots, key=lambda spot: spot.goal.page)
    )
    return f"<div class='atlas-contents'>{''.join(parts)}</div>"


def _page(page: str, spots: Sequence[Spot], lang: Language, folded: bool) -> str:
    spec = spec_of(page)
    title, question = (
        marked(lang.text(one), lang.data_code) for one in (spec.title, spec.question)
    )
    spots = _together(spots, lang.code)
    paths = [spot.labels[lang.code][1:] for spot in spots]
    below = [
        bool(before[:1]) and later[:-1] == before[:1] for before, later in pairwise([(), *paths])
    ]
    items = map(partial(_item, lang=lang), spots, paths, below)
    listed = f"<ul>{''.join(items)}</ul>"
    if folded:
        n = html.escape(lang.number(len(spots)))
        head = f"<summary><h2>{title}</h2> {n}</summary>"
        return f"<details>{head}<p>{question}</p>{listed}</details>"
    link = html.escape(address_of(Goal(page), lang.code))
    return f"<section><h2><a href='{link}'>{title}</a></h2><p>{question}</p>{listed}</section>"


def _together(spots: Sequence[Spot], code: str) -> list[Spot]:
    """Return the views of a page with those side by side that the same choice leads to."""
    first = list(dict.fromkeys(spot.labels[code][1:2] for spot in spots))
    return sorted(spots, key=lambda spot: first.index(spot.labels[code][1:2]))


def _item(spot: Spot, path: tuple[str, ...], below: bool, lang: Language) -> str:
    """Return a line; one that stands below another does not repeat what leads to both."""
    link = html.escape(address_of(spot.goal, lang.code))
    where, told = (
        marked(" › ".join(path[1:] if below else path), lang.data_code),
        marked(spot.title, lang.data_code),
    )
    name = f"<strong>{where}</strong> " if where else ""
    place = " class='below'" if below else ""
    return f"<li{place}><a href='{link}'>{name}<span>{told}</span></a></li>"
