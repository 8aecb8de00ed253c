"""What is said alike of sources: their rows, years, kinds of figure and confidence."""

from collections.abc import Sequence

from components.language import N_, Language
from components.language.language import NP_
from components.phrases.periods import years
from components.phrases.sentences import lower_first
from data.measures.census import Counts, Holding, added, span

CHECKED = "machine_checked"
SHORT = {
    CHECKED: N_("two copies"),
    "machine_single": N_("one copy"),
    "official_text": N_("official text"),
    "press": N_("press"),
}
ROWS = NP_("{n} row", "{n} rows")


def sum_of(holdings: Sequence[Holding]) -> int:
    """Return the rows of holdings together."""
    return sum(one.rows for one in holdings)


def rows_said(lang: Language, count: int) -> str:
    """Write a number of rows in full."""
    return lang.plural(*ROWS, count, n=lang.number(count))


def years_said(lang: Language, holdings: Sequence[Holding]) -> str:
    """Write the first and the last year of any row; that there is none where no row has one."""
    found = span(tuple(holdings))
    return years(*found) if found else lang.text("no year")


def listed(lang: Language, list_name: str, counts: Counts) -> str:
    """Write codes of a list by their names, the most frequent first."""
    names = [lang.label(list_name, code) for code in counts]
    return ", ".join(name if not at else lower_first(name) for at, name in enumerate(names))


def copies(lang: Language, counts: Counts) -> str:
    """Write in a few letters how rows were read: in two copies, in one, in a text, in the press."""
    return ", ".join(lang.text(SHORT[code]) for code in counts)


def shares(lang: Language, list_name: str, counts: Counts) -> str:
    """Write codes of a list with the share of rows that each has; a single one alone."""
    if len(counts) == 1:
        return listed(lang, list_name, counts)
    whole = sum(counts.values())
    told = (
        f"{lang.label(list_name, code)}: {share(lang, count, whole)}"
        for code, count in counts.items()
    )
    return "; ".join(told)


def share(lang: Language, part: int, whole: int) -> str:
    """Write a part of rows in per cent, never rounded to all or to nothing."""
    told = part / whole
    if 0 < told < SMALL:
        return lang.text("under {share}", share=lang.percent(SMALL))
    if 1 - SMALL < told < 1:
        return lang.text("over {share}", share=lang.percent(1 - SMALL))
    return lang.percent(told)


SMALL = 0.01


def is_checked(holdings: Sequence[Holding]) -> bool:
    """Say whether any row was checked against a second copy."""
    return CHECKED in added(tuple(holdings), "confidence")
