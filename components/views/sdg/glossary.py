"""Goal, target and indicators explained in a compact block."""

import html
from typing import Any

from components.language import Language
from data.texts import texts


def terms_html(lang: Language) -> str:
    """Return the explanation of goal 10, target 10.7 and the indicators as safe HTML."""
    known = texts("sdg_terms")
    items = "".join(_item(lang, term, known["references"]) for term in known["terms"])
    return f"<div class='atlas-terms'>{items}</div>"


def _item(lang: Language, term: dict[str, Any], references: dict[str, Any]) -> str:
    reference = references[term["reference"]]
    facts = [
        (lang.text("Looked after by"), term.get("custodian")),
        (lang.text("Unit"), term.get("unit")),
        (lang.text("What it cannot tell"), term.get("limit")),
    ]
    told = "".join(
        f"<dt>{html.escape(name)}</dt><dd>{html.escape(lang.pick(words))}</dd>"
        for name, words in facts
        if words
    )
    link = (
        f"<a href='{html.escape(reference['url'], quote=True)}' target='_blank' "
        f"rel='noopener noreferrer'>{html.escape(lang.pick(reference['citation']))}</a>"
    )
    return (
        f"<section><h4>{html.escape(lang.pick(term['title']))}</h4>"
        f"<p>{html.escape(lang.pick(term['text']))}</p>"
        f"<dl>{told}</dl><p class='atlas-terms-source'>{link}</p></section>"
    )
