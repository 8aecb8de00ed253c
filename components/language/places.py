"""Names of places by the Unicode CLDR, and with the endings that say in, from, to and of.

The four Turkic languages put an ending where English puts a word before the name. It follows from
the name's last vowel and last letter, and from whether the name is itself a possessive (“United
States of America”: «Америка Құрама Штаттары»). Tajik puts a word before it, as English does.
"""

from collections.abc import Callable

from babel.core import Locale, get_global

from components.language.listed import listed_name

FORMS = ("in", "from", "to", "of")
VOICELESS = frozenset("кқпстфхцчшщһkqptfsşhçx")


def place_name(code: str, form: str, language: str) -> str:
    """Return the name of a country, alone or with what says in, from, to or of.

    Parameters
    ----------
    code : str
        Its code in the list of countries.
    form : {"name", "in", "from", "to", "of"}
        What is wanted.
    language : str
        A language.

    Returns
    -------
    str
        The name; nothing where there is none, or no rule for its form.
    """
    if form != "name" and (form not in FORMS or language not in DECLINED):
        return ""
    name = listed_name("countries", code, language) or _named(code, language)
    if form == "name" or not name:
        return name
    return DECLINED[language](name, FORMS.index(form))


def _named(code: str, language: str) -> str:
    if language in ("en", "ru"):  # the list has them
        return ""
    short = get_global("territory_aliases").get(code, [""])[0]
    return str(Locale(language).territories.get(short, "")) if short else ""


def _last(name: str, vowels: str) -> str:
    """Return the last vowel of a name among some; the first of these where it has none."""
    return next((letter for letter in reversed(name.casefold()) if letter in vowels), vowels[0])


def _is_possessive(name: str, endings: str) -> bool:
    """Say whether a name of several words ends as what belongs to the word before."""
    return " " in name and name[-1] in endings


def _joint(name: str) -> str:
    """Return what stands before an ending: abbreviations are set apart from it."""
    return "-" if name.isupper() else ""


def _kazakh(name: str, form: int) -> str:
    back = _last(name, "аяоёуұыюәэеөүіи") in "аяоёуұыю"
    last = name[-1].casefold()
    if name == "АҚШ":
        back, last = True, "ш"
    if _is_possessive(name, "ыі"):
        ending = ("нда нан на ның" if back else "нде нен не нің").split()[form]
    elif last in VOICELESS or last in "бвгд":
        ending = ("та тан қа тың" if back else "те тен ке тің").split()[form]
    elif last in "мнң":
        ending = ("да нан ға ның" if back else "де нен ге нің").split()[form]
    elif last in "аяоёуұыюәэеөүіи":
        ending = ("да дан ға ның" if back else "де ден ге нің").split()[form]
    else:
        ending = ("да дан ға дың" if back else "де ден ге дің").split()[form]
    return f"{name}{_joint(name)}{ending}"


# Vowels, and those that follow them: an open one, and a close one in the ending of “of”.
_KYRGYZ = (
    ("аяы", "а", "ы"),
    ("ую", "а", "у"),
    ("еэи", "е", "и"),
    ("оё", "о", "у"),
    ("өү", "ө", "ү"),
)


def _kyrgyz(name: str, form: int) -> str:
    vowel = _last(name, "аяыуюеэиоёөү")
    open_one, close_one = next(told for group, *told in _KYRGYZ if vowel in group)
    last, after = name[-1].casefold(), "тк"
    if last not in VOICELESS and last not in "бвгд":
        after = "дг"
    if _is_possessive(name, "ыиуү"):
        stems = ("нд{}", "н{}н", "н{}", "н{}н")
    elif last in "аяыуюеэиоёөү":
        stems = ("д{}", "д{}н", "г{}", "н{}н")
    else:
        stems = (f"{after[0]}{{}}", f"{after[0]}{{}}н", f"{after[1]}{{}}", f"{after[0]}{{}}н")
    return f"{name}{_joint(name)}{stems[form].format(close_one if form == 3 else open_one)}"


def _turkmen(name: str, form: int) -> str:
    back = _last(name, "aouyeäöüiý".replace("ý", "")) in "aouy"
    last = name[-1].casefold()
    if _is_possessive(name, "yi"):
        return name + ("nda ndan na nyň" if back else "nde nden ne niň").split()[form]
    if last in "aouyäeöüi":
        if form < 2:
            return name + ("da dan" if back else "de den").split()[form]
        stem = f"{name[:-1]}ä" if last == "e" else name
        return stem + ("" if form == 2 else "nyň" if back else "niň")
    joint = _joint(name)
    return name + joint + ("da dan a yň" if back else "de den e iň").split()[form]


def _uzbek(name: str, form: int) -> str:
    last = name[-1].casefold()
    to = {"k": "ka", "q": "qa"}.get(last, "ga")
    return f"{name}{('da', 'dan', to, 'ning')[form]}"


def _tajik(name: str, form: int) -> str:
    return f"{('дар ', 'аз ', 'ба ', '')[form]}{name}"


DECLINED: dict[str, Callable[[str, int], str]] = {
    "kk": _kazakh,
    "ky": _kyrgyz,
    "tg": _tajik,
    "tk": _turkmen,
    "uz": _uzbek,
}
