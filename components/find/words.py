"""Words as people type them, made alike: letters, keyboards, alphabets."""

import re
import unicodedata

LONGEST = 100  # letters of a question
MOST = 12  # words of a question
TOKEN = re.compile(r"\d+(?:\.[\dc]+)+|[^\W_]+")
MARKS = str.maketrans("", "", "'’‘ʼʻ`´")
# The keys of a Russian keyboard, by the letters of an English one.
KEYS = dict(
    zip(
        "`qwertyuiop[]asdfghjkl;'zxcvbnm,.",
        "ёйцукенгшщзхъфывапролджэячсмитьбю",
        strict=True,
    )
)
TO_RUSSIAN = str.maketrans(KEYS)
TO_ENGLISH = str.maketrans({russian: english for english, russian in KEYS.items()})
# Russian in Latin letters, the longest first.
SPELT = {
    "shch": "щ",
    "sch": "щ",
    "yo": "е",
    "zh": "ж",
    "kh": "х",
    "ts": "ц",
    "ch": "ч",
    "sh": "ш",
    "yu": "ю",
    "ya": "я",
    "iy": "ий",
    **dict(zip("abvgdezijklmnoprstufhcyw", "абвгдезийклмнопрстуфхцыв", strict=True)),
}
LATIN = re.compile("|".join(SPELT))


def alike(text: str) -> str:
    """Return a text in small letters, without accents and apostrophes; ё is е."""
    plain = unicodedata.normalize("NFC", text).casefold().replace("ё", "е").translate(MARKS)
    return "".join(_bare(letter) for letter in plain)


def _bare(letter: str) -> str:
    parts = unicodedata.normalize("NFD", letter)
    return parts[0] if len(parts) > 1 and parts[0].isascii() else letter


def tokens(text: str) -> list[str]:
    """Return the words of a text, made alike; numbers such as 10.7.2 are one."""
    return TOKEN.findall(alike(text))


def other_ways(text: str) -> list[str]:
    """Return what may have been meant: typed with the wrong keyboard, or in Latin letters."""
    small = unicodedata.normalize("NFC", text).casefold()
    spelt = LATIN.sub(lambda found: SPELT[found[0]], alike(text))
    ways = (small.translate(TO_RUSSIAN), small.translate(TO_ENGLISH), spelt)
    return [one for one in dict.fromkeys(ways) if one != small]
