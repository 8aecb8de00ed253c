"""Headlines: a sentence with a verb, one finding, one number, short enough for two lines."""

from components.language import Language

LONGEST = {"en": 90}  # letters; other languages need more for the same
LONGEST_ELSEWHERE = 100


def fits(lang: Language, sentence: str) -> bool:
    """Return whether a sentence is short enough for a headline."""
    return len(sentence) <= LONGEST.get(lang.code, LONGEST_ELSEWHERE)


def fitting(lang: Language, *sentences: str) -> str:
    """Return the first of several ways to say a finding that is short enough for a headline.

    Parameters
    ----------
    lang : Language
        The reader's language.
    *sentences : str
        From the one that says most to the briefest, which is taken if none fits.
    """
    return next((one for one in sentences if fits(lang, one)), sentences[-1])
