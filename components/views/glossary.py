"""Terms explained on a page: each with its facts and where it is from, as safe HTML."""

import html
from collections.abc import Mapping
from typing import Any

from components.language import Language
from components.language.parts import marked
from data.texts import texts


def terms_html(lang: Language, name: str, facts: Mapping[str, str]) -> str:
    """Return the terms of a file of texts, explained.

    Parameters
    ----------
    lang : Language
        The reader's language.
    name : str
        Name of the file: ``terms``, each with ``title``, ``text`` and ``references``, and the
        ``references`` that they name.
    facts : mapping of str to str
        Messages that head further entries of a term, by the entry, in their order; a term has
        those that it has.
    """
    known = texts(name)
    items = "".join(_item(lang, term, facts, known["references"]) for term in known["terms"])
    return f"<div class='atlas-terms'>{items}</div>"


def _item(
    lang: Language, term: dict[str, Any], facts: Mapping[str, str], references: dict[str, Any]
) -> str:
    told = "".join(
        f"<dt>{html.escape(lang.text(head))}</dt>"
        f"<dd>{marked(lang.pick(term[entry]), lang.data_code)}</dd>"
        for entry, head in facts.items()
        if term.get(entry)
    )
    cited = "".join(_reference(lang, references[one]) for one in term["references"])
    return (
        f"<section><h4>{marked(lang.pick(term['title']), lang.data_code)}</h4>"
        f"<p>{marked(lang.pick(term['text']), lang.data_code)}</p><dl>{told}</dl>{cited}</section>"
    )


def _reference(lang: Language, reference: dict[str, Any]) -> str:
    words = marked(lang.pick(reference["citation"]), lang.data_code)
    url = reference.get("url")
    if url:
        address = html.escape(url, quote=True)
        words = f"<a href='{address}' target='_blank' rel='noopener noreferrer'>{words}</a>"
    return f"<p class='atlas-terms-source'>{words}</p>"
