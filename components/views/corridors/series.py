"""Series of stocks in words: what kind of count a source drew a figure from."""

import pandas as pd

from components.language import N_, Language

# By what the name of a series holds; the first that fits names it.
COUNTS: tuple[tuple[str, str], ...] = (
    ("unsd", N_("UN Demographic Yearbook ({name})")),
    ("census", N_("census ({name})")),
    ("archive", N_("archived table of the statistical office ({name})")),
    ("nso", N_("statistical office ({name})")),
    ("capmas", N_("statistical office ({name})")),
    ("smr", N_("statistical office ({name})")),
    ("frs", N_("survey ({name})")),
    ("arrived after", N_("arrived after 21 September 2022")),
)
PLAIN = ("pairs", "totals", "ages")  # the source's own tables, which need no name


def series_words(lang: Language, series: object) -> str:
    """Name a series of a source in the reader's language, with the source's own name of it.

    Parameters
    ----------
    lang : Language
        The reader's language.
    series : object
        As it stands in the table; may be missing.

    Returns
    -------
    str
        Empty where the source has one series.
    """
    if pd.isna(series) or str(series) in PLAIN:
        return ""
    name = str(series)
    for part, words in COUNTS:
        if part in name.casefold():
            return lang.text(words, name=name)
    return lang.text("series “{name}”", name=name)
