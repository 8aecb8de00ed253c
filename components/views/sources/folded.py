"""Parts of a page that open one by one: a heading that says how much is in it, then its text."""

import html

from components.language import Language
from components.language.parts import marked


def folded(lang: Language, head: str, count: int, inside: str, is_open: bool = False) -> str:
    """Return a part as safe HTML.

    Parameters
    ----------
    head : str
        What it is about, in the reader's language.
    count : int
        How much is in it.
    inside : str
        Its content, safe HTML already.
    is_open : bool
        Whether it is open at first.
    """
    opened = " open" if is_open else ""
    n = html.escape(lang.number(count))
    return (
        f"<details{opened}><summary><strong>{marked(head, lang.data_code)}</strong>"
        f"<small>{n}</small></summary>{inside}</details>"
    )
