"""What a language lacks is said in another, wholly; and places have their endings."""

import copy
import datetime
import pickle

import pandas as pd
import pytest

from components.language import Language, language
from components.language.customs import parts_of, spoken, wishes
from components.language.incomplete import Said
from components.language.parts import marked
from components.language.places import FORMS

UNSAID = "People on flights that nobody has translated: {n}, {place}, {day}"
DAY = datetime.date(2024, 7, 1)


@pytest.fixture(params=["kk", "ky", "tg", "tk", "uz"])
def lang(request: pytest.FixtureRequest) -> Language:
    return language(str(request.param))


def test_a_language_is_asked_for_with_another_for_what_it_lacks() -> None:
    assert (spoken("kk", "ru"), spoken("kk", "en")) == ("kk", "kk-en")
    assert [parts_of(one) for one in ("kk", "kk-en", "ru", "qps")] == [
        ("kk", "ru"),
        ("kk", "en"),
        ("ru", ""),
        ("qps", ""),
    ]
    assert {"en", "ru", "uz", "uz-en"} <= set(wishes())
    assert not {"ru-en", "en-ru", "uz-ru"} & set(wishes())


def test_a_missing_sentence_is_wholly_in_the_other_language(lang: Language) -> None:
    n, place, day = lang.compact(1_300_000), lang.place("KAZ", "in"), lang.date(DAY)
    said = lang.text(UNSAID, n=n, place=place, day=day)
    english = language(f"{lang.data_code}-en")
    assert said == UNSAID.format(n="1,3\u00a0млн", place="в Казахстане", day="1 июля 2024\u00a0г.")
    told = {"n": english.compact(1_300_000), "place": english.place("KAZ", "in")}
    assert english.text(UNSAID, **told, day=english.date(DAY)) == UNSAID.format(
        n="1.3 million", place="in Kazakhstan", day="1 July 2024"
    )


def test_a_sentence_in_a_missing_sentence_is_said_again(lang: Language) -> None:
    years = lang.text("in {year}", year=2024)
    assert lang.text("Unknown: {years}", years=years) == "Unknown: в 2024 году"
    both = lang.listing([lang.place("KAZ"), lang.place("UZB")])
    assert lang.text("Unknown: {both}", both=both) == "Unknown: Казахстан и Узбекистан"
    assert lang.place("KAZ") in both
    assert lang.text("Unknown: {n}", n=lang.number(1234.5, 1)) == "Unknown: 1\u00a0234,5"
    assert lang.text("Unknown: {n}", n=lang.percent(0.25)) == "Unknown: 25\u00a0%"
    assert lang.text("Unknown: {n}", n=lang.short(2_500)) == "Unknown: 2,5\u00a0тыс."
    assert lang.text("Unknown: {n}", n=lang.month(DAY)) == "Unknown: июль 2024\u00a0г."


def test_what_the_data_say_follows_the_same_way(lang: Language) -> None:
    code = lang.data_code
    assert lang.pick({"en": "a", "ru": "б"}) == "б"
    assert lang.pick({"en": "a", "ru": "б", code: "ә"}) == "ә"
    assert language(f"{code}-en").pick({"en": "a", "ru": "б"}) == "a"
    assert lang.pick({"en": "a"}) == "a"
    row = pd.Series({"text_en": "a", "text_ru": "б"})
    assert (lang.words(row), language(f"{code}-en").words(row)) == ("б", "a")
    assert lang.words(pd.Series({"text_en": "a", "text_ru": "б", f"text_{code}": "ә"})) == "ә"
    assert lang.words(pd.Series({"text_en": float("nan"), "text_ru": ""})) == ""
    assert lang.label("statuses", "asylum_seeker") == language("ru").label(
        "statuses", "asylum_seeker"
    )


def test_words_know_their_language_and_a_copy_is_plain_text(lang: Language) -> None:
    own, other = lang.text("Corridors"), lang.text("Nobody has said this")
    assert isinstance(own, Said)
    assert isinstance(other, Said)
    assert (own.code, other.code) == (lang.data_code, "ru")
    for again in (copy.deepcopy(own), pickle.loads(pickle.dumps(own))):
        assert type(again) is str
        assert again == own


def test_words_in_the_other_language_say_so_on_the_page(lang: Language) -> None:
    told = lang.pick({"en": "a", "ru": "Два <b>слова</b>"})
    html = marked(told, lang.data_code)
    assert html.startswith("<span lang='ru'>Два ")
    assert "<b>" not in html
    own = marked(lang.text("Corridors"), lang.data_code)
    assert own == lang.text("Corridors")


HERE = {
    "kk": {
        "KAZ": "Қазақстан Қазақстанда Қазақстаннан Қазақстанға Қазақстанның",
        "RUS": "Ресей Ресейде Ресейден Ресейге Ресейдің",
        "USA": "АҚШ АҚШ-та АҚШ-тан АҚШ-қа АҚШ-тың",
        "IRQ": "Ирак Иракта Ирактан Иракқа Ирактың",
        "TUR": "Түркия Түркияда Түркиядан Түркияға Түркияның",
    },
    "ky": {
        "KGZ": "Кыргызстан Кыргызстанда Кыргызстандан Кыргызстанга Кыргызстандын",
        "RUS": "Россия Россияда Россиядан Россияга Россиянын",
        "ISR": "Израиль Израильде Израильден Израильге Израильдин",
        "PER": "Перу Перуда Перудан Перуга Перунун",
    },
    "tg": {"TJK": "Тоҷикистон дар~Тоҷикистон аз~Тоҷикистон ба~Тоҷикистон Тоҷикистон"},
    "tk": {
        "TKM": "Türkmenistan Türkmenistanda Türkmenistandan Türkmenistana Türkmenistanyň",
        "TUR": "Türkiýe Türkiýede Türkiýeden Türkiýä Türkiýäniň",
        "RUS": "Russiýa Russiýada Russiýadan Russiýa Russiýanyň",
        "CHN": "Hytaý Hytaýda Hytaýdan Hytaýa Hytaýyň",
    },
    "uz": {
        "UZB": "Oʻzbekiston Oʻzbekistonda Oʻzbekistondan Oʻzbekistonga Oʻzbekistonning",
        "IRQ": "Iroq Iroqda Iroqdan Iroqqa Iroqning",
        "USA": "AQSh AQShda AQShdan AQShga AQShning",
    },
}
OF_TWO_WORDS = {
    "kk": "Корея Республикасында Корея Республикасынан Корея Республикасына",
    "ky": "Корея Республикасында Корея Республикасынан Корея Республикасына",
    "tk": "Koreýa Respublikasynda Koreýa Respublikasyndan Koreýa Respublikasyna",
    "uz": "Koreya Respublikasida Koreya Respublikasidan Koreya Respublikasiga",
}


def test_places_have_the_endings_of_the_language(lang: Language) -> None:
    for code, wanted in HERE[lang.data_code].items():
        told = [lang.place(code, form).replace(" ", "~") for form in ("name", *FORMS)]
        assert " ".join(told) == wanted
    if lang.data_code in OF_TWO_WORDS:
        told = [lang.place("KOR", form) for form in FORMS[:3]]
        assert " ".join(told) == OF_TWO_WORDS[lang.data_code]


def test_every_country_has_a_name_and_its_forms(lang: Language) -> None:
    from data.codelists import code_list

    listed = code_list("countries")
    for code in listed.index[listed["kind"].isin(["country", "area"])]:
        name = lang.place(code)
        assert isinstance(name, Said)
        assert name.code == lang.data_code, code
        for form in FORMS:
            assert name[:-1] in lang.place(code, form), code


def test_a_thousand_is_not_mistaken_for_a_million() -> None:
    assert language("kk").short(900_000) == "900\u00a0мың"
    assert language("kk").short(1_300_000) == "1,3\u00a0млн"
