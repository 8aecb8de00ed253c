"""The measures explained: formula, author, and what each cannot tell."""

import html
from typing import Any

from components.language import Language
from data.texts import texts


def terms_html(lang: Language) -> str:
    """Return the explanation of each measure, with formula and author, as safe HTML."""
    known = texts("counterstream_terms")
    items = "".join(_item(lang, term, known["references"]) for term in known["terms"])
    return f"<div class='atlas-terms'>{items}</div>"


def _item(lang: Language, term: dict[str, Any], references: dict[str, Any]) -> str:
    facts = [
        (lang.text("Formula"), term.get("formula")),
        (lang.text("For example"), term.get("example")),
        (lang.text("What it cannot tell"), term.get("limit")),
    ]
    told = "".join(
        f"<dt>{html.escape(name)}</dt><dd>{html.escape(lang.pick(words))}</dd>"
        for name, words in facts
        if words
    )
    cited = "".join(_reference(lang, references[one]) for one in term["references"])
    return (
        f"<section><h4>{html.escape(lang.pick(term['title']))}</h4>"
        f"<p>{html.escape(lang.pick(term['text']))}</p><dl>{told}</dl>{cited}</section>"
    )


def _reference(lang: Language, reference: dict[str, Any]) -> str:
    words = html.escape(lang.pick(reference["citation"]))
    url = reference.get("url")
    if url:
        address = html.escape(url, quote=True)
        words = f"<a href='{address}' target='_blank' rel='noopener noreferrer'>{words}</a>"
    return f"<p class='atlas-terms-source'>{words}</p>"
