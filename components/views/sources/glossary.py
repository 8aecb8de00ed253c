"""The words of the atlas with their meaning, and the terms of the field in two languages.

Nothing is explained here a second time: meanings are those of the code lists and of the texts that
the pages show, terms those of ``docs/glossary.md``.
"""

import html
from collections.abc import Iterator

from components.language import N_, Language
from components.language.parts import marked
from components.views.sources.folded import folded
from data.codelists import code_list
from data.glossary import terms
from data.texts import texts

BOTH = ("en", "ru")  # the languages in which every name of the data stands
LISTS = {
    "measures": N_("Kinds of figure"),
    "methods": N_("How figures come about"),
    "obs_statuses": N_("What is said of a figure"),
}
TEXTS = {
    ("avrr_terms", "facts"): N_("Assisted return"),
    ("sdg_terms", "terms"): N_("Goals and indicators"),
    ("counterstream_terms", "terms"): N_("Streams and counter-streams"),
}
Item = tuple[str, str, str]  # the word, the word in the other language, its meaning


def glossary_html(lang: Language, is_open: bool = True) -> str:
    """Return all words, part by part, as safe HTML; the first is open, if it is to be."""
    parts = [
        *((lang.text(head), _of_list(lang, name)) for name, head in LISTS.items()),
        *((lang.text(head), _of_texts(lang, *where)) for where, head in TEXTS.items()),
        (lang.text("Terms in English and Russian"), _of_field(lang)),
    ]
    told = "".join(
        folded(lang, head, len(items), _written(lang, items), is_open and not index)
        for index, (head, items) in enumerate(parts)
    )
    return f"<div class='atlas-folds'>{told}</div>"


def _other(lang: Language) -> str:
    """Return the language beside the reader's in which each word is given."""
    return next(code for code in BOTH if code != lang.data_code)


def _of_list(lang: Language, name: str) -> list[Item]:
    listed = code_list(name)
    return [
        (
            lang.label(name, code),
            str(listed.loc[code, f"name_{_other(lang)}"]),
            lang.label(name, code, "description"),
        )
        for code in listed.index
    ]


def _of_texts(lang: Language, name: str, part: str) -> list[Item]:
    return [
        (lang.pick(one["title"]), str(one["title"][_other(lang)]), lang.pick(one["text"]))
        for one in texts(name)[part]
    ]


def _of_field(lang: Language) -> list[Item]:
    own = BOTH.index(lang.data_code) if lang.data_code in BOTH else 0
    found = [(pair[own], pair[1 - own], "") for pair in terms()]
    return sorted(found, key=lambda one: one[0].casefold())


def _written(lang: Language, items: list[Item]) -> str:
    return f"<dl class='atlas-words'>{''.join(_lines(lang, items))}</dl>"


def _lines(lang: Language, items: list[Item]) -> Iterator[str]:
    other = _other(lang)
    for word, same, meaning in items:
        beside = f"<span lang='{other}'>{html.escape(same)}</span>"
        told = f"<dd>{marked(meaning, lang.data_code)}</dd>" if meaning else ""
        yield f"<div><dt>{marked(word, lang.data_code)} {beside}</dt>{told}</div>"
