"""The list of places is what its recipe makes, complete and readable in both languages."""

import csv
import re
from pathlib import Path

import pytest
from babel.core import get_global

from data.curation import countries

PHRASES = ["in_en", "in_ru", "from_en", "from_ru", "to_en", "to_ru"]
STARTS = {
    "in_en": {"in"},
    "from_en": {"from"},
    "to_en": {"to"},
    "in_ru": {"в", "во", "на"},
    "from_ru": {"из", "с", "со"},
    "to_ru": {"в", "во", "на"},
}
OTHER_STARTS = {
    ("XXA", "in_en"): "among",
    ("XXA", "from_en"): "with",
    ("XXA", "in_ru"): "среди",
    ("XXA", "from_ru"): "без",
    ("XXA", "to_ru"): "к",
}
KINDS = {"country", "area", "historical", "aggregate", "residual"}
NOT_ISO = {"CHI", "XKX"}
HAND_CHECKED = {
    "KAZ": "in Kazakhstan|в Казахстане|from Kazakhstan|из Казахстана|to Kazakhstan|в Казахстан",
    "KGZ": "in Kyrgyzstan|в Кыргызстане|from Kyrgyzstan|из Кыргызстана|to Kyrgyzstan|в Кыргызстан",
    "RUS": "in Russia|в России|from Russia|из России|to Russia|в Россию",
    "USA": "in the United States|в США|from the United States|из США|to the United States|в США",
    "FRA": "in France|во Франции|from France|из Франции|to France|во Францию",
    "PHL": (
        "in the Philippines|на Филиппинах|from the Philippines|с Филиппин"
        "|to the Philippines|на Филиппины"
    ),
    "KOR": (
        "in South Korea|в Южной Корее|from South Korea|из Южной Кореи|to South Korea|в Южную Корею"
    ),
    "UKR": "in Ukraine|в Украине|from Ukraine|из Украины|to Ukraine|в Украину",
    "NLD": (
        "in the Netherlands|в Нидерландах|from the Netherlands|из Нидерландов"
        "|to the Netherlands|в Нидерланды"
    ),
    "ARE": (
        "in the United Arab Emirates|в ОАЭ|from the United Arab Emirates|из ОАЭ"
        "|to the United Arab Emirates|в ОАЭ"
    ),
    "GBR": (
        "in the United Kingdom|в Великобритании|from the United Kingdom|из Великобритании"
        "|to the United Kingdom|в Великобританию"
    ),
    "CIV": (
        "in Côte d’Ivoire|в Кот-д’Ивуаре|from Côte d’Ivoire|из Кот-д’Ивуара"
        "|to Côte d’Ivoire|в Кот-д’Ивуар"
    ),
    "CUB": "in Cuba|на Кубе|from Cuba|с Кубы|to Cuba|на Кубу",
    "TUR": "in Türkiye|в Турции|from Türkiye|из Турции|to Türkiye|в Турцию",
    "VNM": "in Vietnam|во Вьетнаме|from Vietnam|из Вьетнама|to Vietnam|во Вьетнам",
}


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    """Return the rows of the committed list of places."""
    return countries.read_forms(countries.COUNTRIES)


def test_file_is_what_the_recipe_makes(tmp_path: Path) -> None:
    made = countries.write(tmp_path / "countries.csv")
    assert made.read_bytes() == countries.COUNTRIES.read_bytes()
    assert b"\r" not in made.read_bytes()


def test_columns_order_and_unique_codes(rows: list[dict[str, str]]) -> None:
    assert list(rows[0]) == countries.COLUMNS
    codes = [row["code"] for row in rows]
    assert codes == sorted(set(codes))
    assert {row["kind"] for row in rows} == KINDS


@pytest.mark.parametrize("column", ["name_en", "name_ru", *PHRASES])
def test_no_two_places_read_the_same(rows: list[dict[str, str]], column: str) -> None:
    texts = [row[column] for row in rows]
    assert sorted(texts) == sorted(set(texts))


def test_all_iso_places_are_there(rows: list[dict[str, str]]) -> None:
    listed = {row["code"] for row in rows if row["kind"] in {"country", "area"}}
    assert listed >= NOT_ISO
    iso = listed - NOT_ISO
    assert len(iso) == 249
    aliases = get_global("territory_aliases")
    assert len({territory for code in iso for territory in aliases[code]}) == 249
    assert sum(row["kind"] == "country" for row in rows) == 195


def test_no_cell_is_empty_or_padded(rows: list[dict[str, str]]) -> None:
    bad = [
        (row["code"], column)
        for row in rows
        for column, text in row.items()
        if not text or text != " ".join(text.split())
    ]
    assert bad == []


@pytest.mark.parametrize("column", PHRASES)
def test_phrases_start_with_a_preposition(rows: list[dict[str, str]], column: str) -> None:
    for row in rows:
        start = row[column].split()[0]
        other = OTHER_STARTS.get((row["code"], column))
        assert start in ({other} if other else STARTS[column]), (row["code"], row[column])


def test_russian_prepositions_agree(rows: list[dict[str, str]]) -> None:
    pairs = {"в": {"из"}, "во": {"из"}, "на": {"с", "со"}}
    for row in rows:
        if row["code"] in {"WLD", "XXA"}:
            continue
        here, away, there = (row[column].split()[0] for column in ("in_ru", "from_ru", "to_ru"))
        assert here == there, row["code"]
        assert away in pairs[here], row["code"]


def test_each_language_keeps_its_letters(rows: list[dict[str, str]]) -> None:
    foreign = {"_en": r"[А-яЁё]", "_ru": r"[A-Za-zÀ-ɏ]"}
    bad = [
        (row["code"], column, text)
        for row in rows
        for column, text in row.items()
        for ending, letters in foreign.items()
        if column.endswith(ending) and re.search(letters, text)
    ]
    assert bad == []


@pytest.mark.parametrize("code", HAND_CHECKED)
def test_hand_checked_phrases(rows: list[dict[str, str]], code: str) -> None:
    row = next(row for row in rows if row["code"] == code)
    assert "|".join(row[column] for column in PHRASES) == HAND_CHECKED[code]


def test_a_place_without_any_name_is_refused() -> None:
    form = dict.fromkeys(countries.COLUMNS, "") | {"code": "SCG", "kind": "historical"}
    with pytest.raises(countries.UnnamedPlaceError, match="SCG"):
        countries.place(form)


def test_articles_are_only_for_listed_places(rows: list[dict[str, str]]) -> None:
    assert {row["code"] for row in rows} >= countries.WITH_ARTICLE


def test_forms_are_sorted() -> None:
    with countries.FORMS.open(encoding="utf-8", newline="") as file:
        codes = [row["code"] for row in csv.DictReader(file)]
    assert codes == sorted(codes)
