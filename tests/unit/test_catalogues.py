"""Catalogues are complete and true to the code; numbers and sentences are right."""

import ast
import datetime
import re
import string

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from components.language import LANGUAGES, PSEUDO, choose, language
from components.language.catalogue import SOURCE, path_of
from components.language.customs import wishes
from components.language.numbers import round_figures
from components.language.update import ROOT, template
from components.views.corridors.words import group_sentence, pair_sentence
from components.views.measures import CORRIDOR_WORDS
from data.areas import FIVE
from data.explore.question import HOWS
from data.measures.catalogue import CORRIDORS
from tests.support import WHOLE

CYRILLIC = re.compile(r"[А-Яа-яЁё]")
LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
LATIN_ALLOWED = {
    "APA",
    "BibTeX",
    "DataFrame",
    "DuckDB",
    "Meta",
    "Python",
    "WPP",
    "pandas",
    "plotly",
    "HTML",
    "PDF",
    "PPTX",
    "PowerPoint",
    "Impress",
    "QR",
    "SQL",
    "ZIP",
    "AVRR",
    "CSV",
    "Excel",
    "GARP",
    "REAG",
    "TSV",
    "Earth",
    "Geodata",
    "IOM",
    "Natural",
    "Parquet",
    "RIS",
    "UTF",
    "PNG",
    "SVG",
    "UN",
    "VHR",
    "GET",
    "HEAD",
    "JSON",
    "OpenAPI",
    "RFC",
    "SDMX",
    "csv",
    *("Accept", "Language", "Retry", "After"),  # headers of requests and answers
    *HOWS,
}
# What stands in requests as it is: names that begin with a line, filters, addresses.
REQUEST = re.compile(r"\b_\w+|\w+=\S*|/api\S*")
ONLY_PLACEHOLDERS = re.compile(r"^(\{\w+\}|\W)*$")
OF_TOTAL = re.compile(r"^(?!.*\{count\}).*\{n\} из \{total\} ")
GENITIVE = re.compile(r"\b(?:из|нет|в|учла) \{n\} |^\{n\} стран")
NUMBERS = (1, 2, 5, 21, 305, 1234, 46_000, 1_300_000)
YEARS = {"flow": 2020, "remittances": 2018, "permits": 2023, "frontex_voluntary": 2022}
OUTWARD_PAIRS = (("KAZ", "RUS"), ("RUS", "UZB"), ("TJK", "USA"), ("PHL", "KGZ"), ("TKM", "TUR"))
RETURN_PAIRS = (("GBR", "UZB"), ("DEU", "TJK"), ("CYP", "KAZ"), ("POL", "KGZ"))
GROUPS = (tuple(FIVE), ("TJK",), ("KAZ", "UZB"), ("KGZ", "TJK", "UZB"))
NBSP = "\u00a0"
TRANSLATED = [code for code in LANGUAGES if code != SOURCE]
COMPLETE = [code for code in WHOLE if code != SOURCE]


def messages(code: str) -> list[Message]:
    with path_of(code).open("rb") as file:
        return [message for message in read_po(file, locale=code) if message.id]


def ids(message: Message) -> tuple[str, ...]:
    return message.id if isinstance(message.id, tuple) else (str(message.id),)


def forms(message: Message) -> tuple[str, ...]:
    found = message.string
    return tuple(found) if isinstance(found, (tuple, list)) else (str(found),)


def told(message: Message) -> tuple[str, ...]:
    """The forms of a translation; none where the message is left to another language."""
    return () if forms(message) in (("",), ("", "")) else forms(message)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def spoken(code: str) -> list:
    return [pytest.param(m, id=ids(m)[0][:60]) for m in messages(code)]


def messages_in_code() -> dict[str, str]:
    """Return every message that the code asks for, with the file that asks.

    Reads the syntax tree, which sees calls inside f-strings that extraction from tokens skips.
    """
    found = {}
    files = [ROOT / "app.py", *(ROOT / "components").rglob("*.py"), *(ROOT / "pages").rglob("*.py")]
    for path in files:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                for text in asked(node):
                    found[text] = str(path.relative_to(ROOT))
    return found


def asked(call: ast.Call) -> list[str]:
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    count = {"text": 1, "N_": 1, "plural": 2, "NP_": 2}.get(name, 0)
    return [
        argument.value
        for argument in call.args[:count]
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    ]


# ------------------------------------------------------------------------------- catalogues


@pytest.mark.parametrize("code", COMPLETE)
def test_every_message_is_translated(code):
    missing = [ids(m)[0] for m in messages(code) if not all(form.strip() for form in forms(m))]
    assert not missing


@pytest.mark.parametrize("code", TRANSLATED)
def test_no_translation_is_a_guess(code):
    assert not [ids(m)[0] for m in messages(code) if m.fuzzy]


@pytest.mark.parametrize("code", TRANSLATED)
def test_catalogue_is_up_to_date_with_the_code(code):
    assert {ids(m) for m in messages(code)} == {ids(m) for m in template() if m.id}


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_message_of_the_code_is_in_the_catalogue(code):
    known = {text for message in messages(code) for text in ids(message)}
    assert {t: where for t, where in messages_in_code().items() if t not in known} == {}


@pytest.mark.parametrize("code", TRANSLATED)
def test_translations_have_the_placeholders_of_their_source(code):
    """The form for one may leave out the number, as the English singular does."""
    for message in messages(code):
        wanted = [placeholders(text) for text in ids(message)]
        for form in told(message):
            assert placeholders(form) in wanted, form
        assert not told(message) or placeholders(told(message)[-1]) == wanted[-1], ids(message)[0]


@pytest.mark.parametrize("code", TRANSLATED)
def test_translations_begin_and_end_like_their_source(code):
    for message in messages(code):
        for form in told(message):
            assert form == form.strip()
            assert form.endswith(".") == ids(message)[0].endswith("."), form


@pytest.mark.parametrize("message", spoken("ru"))
def test_russian_message_is_russian(message):
    plural = isinstance(message.id, tuple)
    assert len(forms(message)) == (3 if plural else 1)
    for form in forms(message):
        words = REQUEST.sub("", re.sub(r"\{\w*\}", "", form))
        assert CYRILLIC.search(words) or ONLY_PLACEHOLDERS.match(form), form
        assert set(LATIN_WORD.findall(words)) <= LATIN_ALLOWED, form
        assert not re.search(r"[\"“”„’']", words), "quotation marks are « »"
        assert "  " not in form


def test_russian_tells_one_few_and_many_apart():
    counted = [message for message in messages("ru") if isinstance(message.id, tuple)]
    assert counted
    for message in counted:
        assert len(set(forms(message))) >= min(unlike(forms(message))), ids(message)[0]


def unlike(told: tuple[str, ...]) -> tuple[int, ...]:
    """How many of the three forms have to differ."""
    if all(OF_TOTAL.search(form) for form in told):  # the noun goes with the total
        return 1, 2
    if all(GENITIVE.search(form) for form in told):  # 21 человека, 2 человек, 5 человек
        return (2,)
    if re.search(r"\b(?:по|учла|граждан|нет|для) \{n\}", told[1]):  # по 3 странам, по 5 странам
        return (2,)
    return (2,) if "{n} человек" in told else (3,)  # one человек, five человек


# ---------------------------------------------------------------------------------- choice


@given(st.none() | st.text(), st.none() | st.text())
def test_any_wish_gives_a_language(wanted, browser):
    assert choose(wanted, browser) in {*wishes(), PSEUDO}
    assert language(choose(wanted, browser)).text("Year")


@pytest.mark.parametrize(
    ("wanted", "browser", "code"),
    [
        (None, None, "en"),
        ("", "", "en"),
        ("ru", "en-GB", "ru"),
        ("en", "ru-RU", "en"),
        (None, "ru-RU", "ru"),
        (None, "RU_kz", "ru"),
        ("de", "ru", "ru"),
        ("de", "de-DE", "en"),
        ("qps", "ru", "qps"),
        (None, "qps", "en"),
        ("kk", "en", "kk"),
        ("kk-en", "ru", "kk-en"),
        ("kk-de", "ru", "ru"),
        ("en-ru", None, "en"),
        (None, "kk-KZ", "ru"),  # a translation under review is for those who ask for it
    ],
)
def test_address_comes_before_browser(wanted, browser, code):
    assert choose(wanted, browser) == code


# --------------------------------------------------------------------------------- numbers


@pytest.mark.parametrize(
    ("value", "figures", "english", "russian"),
    [
        (0, 2, "0", "0"),
        (7, 2, "7", "7"),
        (305, 2, "305", "305"),
        (305.6, 2, "310", "310"),
        (1234, 2, "1,200", "1 200"),
        (1234, 3, "1,230", "1 230"),
        (9_996, 3, "10 thousand", "10 тыс."),
        (46_000, 2, "46 thousand", "46 тыс."),
        (123_456, 2, "120 thousand", "120 тыс."),
        (416_490, 3, "416 thousand", "416 тыс."),
        (999_999, 2, "1 million", "1 млн"),
        (1_049_000, 2, "1 million", "1 млн"),
        (1_300_000, 2, "1.3 million", "1,3 млн"),
        (6_321_000, 3, "6.32 million", "6,32 млн"),
        (2_838_687_692, 2, "2.8 billion", "2,8 млрд"),
        (3_450_000_000_000, 3, "3.45 trillion", "3,45 трлн"),
        (-46_000, 2, "-46 thousand", "-46 тыс."),
    ],
)
def test_compact_numbers(value, figures, english, russian):
    assert language("en").compact(value, figures) == english
    assert language("ru").compact(value, figures) == russian.replace(" ", NBSP)


@pytest.mark.parametrize(
    ("value", "digits", "english", "russian"),
    [
        (0, 0, "0", "0"),
        (1234, 0, "1,234", "1 234"),
        (6_321_987, 0, "6,321,987", "6 321 987"),
        (1234.5, 2, "1,234.5", "1 234,5"),
        (0.25, 2, "0.25", "0,25"),
    ],
)
def test_full_numbers(value, digits, english, russian):
    assert language("en").number(value, digits) == english
    assert language("ru").number(value, digits) == russian.replace(" ", NBSP)


def test_percentages():
    assert language("en").percent(0.6249) == "62%"
    assert language("ru").percent(0.6249) == f"62{NBSP}%"
    assert language("en").percent(0.0815, 1) == "8.2%"
    assert language("ru").percent(0.081, 1) == f"8,1{NBSP}%"
    assert language("en").percent(1) == "100%"


def test_short_numbers_dates_and_lists():
    assert language("en").short(1_300_000) == "1.3M"
    assert language("ru").short(1_300_000) == f"1,3{NBSP}млн"
    assert language("en").short(2_500) == "2.5K"
    assert language("ru").short(2_500) == f"2,5{NBSP}тыс."
    day = datetime.date(2024, 7, 1)
    assert language("en").date(day) == "1 July 2024"
    assert language("ru").date(day) == f"1 июля 2024{NBSP}г."
    assert language("en").listing(["a", "b", "c"]) == "a, b and c"
    assert language("ru").listing(["а", "б", "в"]) == "а, б и в"
    assert language("ru").listing(["а"]) == "а"
    assert language("ru").listing([]) == ""


WORTH = {
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "тыс.": 1e3,
    "млн": 1e6,
    "млрд": 1e9,
    "трлн": 1e12,
}


def read_back(text: str) -> float:
    """Read a number as a person would."""
    found = re.fullmatch(r"(-?[\d.,\s]+?)\s?([^\d\s]+)?", text)
    assert found, text
    digits, word = found.groups()
    digits = re.sub(r"\s", "", digits)
    decimal_comma = "," in digits and not re.search(r",\d{3}", digits)
    digits = digits.replace(",", "." if decimal_comma else "")
    return float(digits) * WORTH.get(word or "", 1)


@given(st.floats(0, 1e13), st.sampled_from([2, 3]), st.sampled_from([*LANGUAGES, PSEUDO]))
def test_compact_never_fails(value, figures, code):
    assert language(code).compact(value, figures)


@given(st.floats(10, 1e13) | st.integers(0, 10**13), st.sampled_from([2, 3]))
def test_compact_rounds_to_the_stated_figures(value, figures):
    exact = value < 1000 and float(value).is_integer()
    wanted = value if exact else round_figures(value, figures)
    for code in WHOLE:
        told = read_back(language(code).compact(value, figures))
        assert told == pytest.approx(wanted, abs=0.5 if wanted < 1000 else 1e-9 * wanted)


@given(st.floats(0, 1e13))
def test_axis_numbers_never_fail(value):
    for code in (*LANGUAGES, PSEUDO):
        assert language(code).short(value)
        assert language(code).number(value)


# ------------------------------------------------------------------------------- sentences


def rendered(code: str) -> list[str]:
    """Return every sentence of every measure for some countries and numbers."""
    lang, told = language(code), []
    for measure in CORRIDORS.values():
        year = YEARS.get(measure.id, 2023)
        pairs = RETURN_PAIRS if measure.flow_type == "return" else OUTWARD_PAIRS
        for value in NUMBERS:
            told += [pair_sentence(lang, measure, *pair, year, value) for pair in pairs]
            for side in ("from", "to"):
                told += [group_sentence(lang, measure, side, who, year, value) for who in GROUPS]
    return told


@pytest.mark.parametrize("code", [*WHOLE, PSEUDO])
def test_sentences_are_whole(code):
    for sentence in rendered(code):
        assert not re.search(r"[{}]|None|nan|  ", sentence), sentence
        text = sentence.strip("⟦⟧")
        assert text[0].isupper() or text[0].isdigit() or text[0] == "⟦", sentence
        assert not text.endswith("."), sentence


def test_no_russian_sentence_is_left_in_english():
    for sentence in rendered("ru"):
        assert not LATIN_WORD.search(sentence), sentence


def test_every_measure_has_words():
    assert set(CORRIDOR_WORDS) == set(CORRIDORS)


STOCK_IN_RUSSIAN = {
    1: "1 человек, родившийся в Казахстане, в 2024 году жил в России",
    2: "2 человека, родившихся в Казахстане, в 2024 году жили в России",
    5: "5 человек, родившихся в Казахстане, в 2024 году жили в России",
    21: "21 человек, родившийся в Казахстане, в 2024 году жил в России",
    305: "305 человек, родившихся в Казахстане, в 2024 году жили в России",
    46_000: "46 тыс. человек, родившихся в Казахстане, в 2024 году жили в России",
    1_300_000: "1,3 млн человек, родившихся в Казахстане, в 2024 году жили в России",
}


@pytest.mark.parametrize(("value", "wanted"), STOCK_IN_RUSSIAN.items())
def test_russian_sentence_agrees_with_its_number(value, wanted):
    told = pair_sentence(language("ru"), CORRIDORS["stock"], "KAZ", "RUS", 2024, value)
    assert told.replace(NBSP, " ") == wanted


def test_sentences_checked_by_hand():
    en, ru = language("en"), language("ru")
    flow, ordered = CORRIDORS["flow"], CORRIDORS["eu_ordered"]
    assert pair_sentence(en, flow, "KAZ", "RUS", 2020, 525_610) == (
        "An estimated 526 thousand people moved from Kazakhstan to Russia in 2015–2020"
    )
    assert pair_sentence(ru, flow, "KAZ", "RUS", 2020, 525_610).replace(NBSP, " ") == (
        "По оценке, в 2015–2020 годах из Казахстана в Россию переехали 526 тыс. человек"
    )
    assert group_sentence(ru, ordered, "to", FIVE, 2023, 21).replace(NBSP, " ") == (
        "В 2023 году после предписания о выезде из Европы вернулся 21 гражданин из Центральной Азии"
    )
    assert group_sentence(en, CORRIDORS["uk_assisted"], "to", ("KAZ", "UZB"), 2023, 1) == (
        "The UK counted 1 assisted return of citizens of Kazakhstan and of Uzbekistan in 2023"
    )


@given(st.integers(0, 20_000), st.sampled_from([2, 3]))
def test_russian_noun_fits_the_number_that_is_printed(value, figures):
    """1,231 people are printed as “1 230 человек”, which takes the form of 1,230."""
    told = pair_sentence(language("ru"), CORRIDORS["stock"], "KAZ", "RUS", 2024, value, figures)
    number, word = re.match(r"([\d\s]+)(\D.*?),", told).groups()
    printed = int(re.sub(r"\s", "", number))
    wanted, verb = "человек", " жили "
    if "тыс." not in word and printed % 100 not in (11, 12, 13, 14):
        if printed % 10 == 1:
            verb = " жил "
        elif printed % 10 in (2, 3, 4):
            wanted = "человека"
    assert word.split()[-1] == wanted, told
    assert verb in told, told


if __name__ == "__main__":  # to proofread them: python -m tests.unit.test_catalogues
    for a_language in [*LANGUAGES, PSEUDO]:
        print(*rendered(a_language), sep="\n")


@pytest.mark.parametrize(
    ("value", "digits", "expected"),
    [
        (0.5, 0, "1"),
        (2.5, 0, "3"),
        (-2.5, 0, "-3"),
        (1.005, 2, "1.01"),
        (28.5, 0, "29"),
        (1e20, 0, "100,000,000,000,000,000,000"),
    ],
)
def test_fives_are_rounded_up(value, digits, expected):
    assert language("en").number(value, digits) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [(1050, "1,100"), (1150, "1,200"), (10_500, "11 thousand"), (-1050, "-1,100")],
)
def test_a_number_of_a_sentence_rounds_fives_up(value, expected):
    assert language("en").compact(value) == expected


def test_a_percentage_rounds_fives_up():
    assert language("en").percent(0.285) == "29%"
    assert language("ru").percent(0.125) == "13\u00a0%"
