"""Texts that a spreadsheet would take for a formula, and how they become plain text.

What begins with ``=``, ``+``, ``-``, ``@``, a tab or a line end (or the wide forms of the signs)
is run by spreadsheets when a CSV file or a workbook is opened. See
https://owasp.org/www-community/attacks/CSV_Injection.
"""

import re

SIGNS = tuple("=+-@＝＋－＠")
BREAKS = ("\t", "\r", "\n")
UNSEEN = "\ufeff\u200b\u200e\u200f\u2060 \u00a0"
NUMBER = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?|-")


def is_risky(text: str) -> bool:
    """Say whether a spreadsheet would run a text; a number that stands alone does no harm."""
    return _begins(text) and not NUMBER.fullmatch(text.strip())


def _begins(text: str) -> bool:
    return text.lstrip(UNSEEN).startswith((*SIGNS, *BREAKS))


def harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula, with one kind of line ends.

    Numbers are not for it: in a column of texts, what looks like one becomes text, too.
    """
    safe = f"'{text}" if _begins(text) else text
    return safe.replace("\r\n", "\n").replace("\r", "\n")
