"""What is known to be wrong, missing or unsure in the atlas, as safe HTML."""

from typing import Any

from components.language import Language
from components.language.parts import marked
from components.views.sources.folded import folded
from data.texts import texts

FILE = "known_issues"


def issues_html(lang: Language, is_open: bool = True) -> str:
    """Return the known issues, group by group; the first is open at once, if it is to be."""
    known = texts(FILE)
    groups = []
    for index, group in enumerate(known["groups"]):
        own = [one for one in known["issues"] if one["about"] == group["id"]]
        items = "".join(_item(lang, one) for one in own)
        inside = f"<div class='atlas-terms'>{items}</div>"
        groups.append(
            folded(lang, lang.pick(group["title"]), len(own), inside, is_open and not index)
        )
    return f"<div class='atlas-folds'>{''.join(groups)}</div>"


def _item(lang: Language, one: dict[str, Any]) -> str:
    head, told = (marked(lang.pick(one[part]), lang.data_code) for part in ("title", "text"))
    return f"<section><h4>{head}</h4><p>{told}</p></section>"
