"""Every view in a language that has nothing but its entry, on data with hostile words."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest

from components.card.cards import typeset
from components.card.foot import foot_line, notes_html
from components.card.map import key_html
from components.card.tools import label
from components.context import RenderContext
from components.documents.html import document_html
from components.documents.model import Document
from components.exports.files import csv_bytes
from components.exports.tables import table_html
from components.language import LANGUAGES, language
from components.language import language as speaking
from components.language.catalogue import SOURCE, path_of
from components.language.customs import Customs
from components.language.language import Language
from components.language.names import JOINER, harmless
from components.language.parts import markdown
from components.maps.draw import map_body
from components.maps.drawing import MapDrawing
from components.style.plotly_locale import config
from components.style.variables import ink
from components.view import View
from components.views.registry import SPECS
from data import files
from data.errors import MissingFile
from data.paths import CODES, SOURCES
from tests.broken import forget
from tests.cases import all_cases
from tests.document_contract import parsed
from tests.support import table

CODE = "tr"
EVIL = "<b >x</b ><script>y</script>%{z}&lt;<img src=x onerror=alert(1)> [a](javascript:a) $x$"
# What builders write on purpose; all other markup came in with words of the data.
OWN = re.compile(r"</?b>|<br>|</?span[^<>]*>|<extra></extra>")
LIVE = re.compile(r"<[A-Za-z/!?]|&#?\w+;")
CASES = all_cases()


@pytest.fixture(scope="module")
def turkish() -> Iterator[Language]:
    """Turkish by its one entry, with an empty catalogue, on data whose names are hostile."""
    read = files.content

    def content(path: Path) -> bytes:
        if path == path_of(CODE):
            return b'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n'
        found = read(path)
        if path == CODES / "countries.csv":
            found = found.replace(b"code,kind,name_en,name_ru,", b"code,kind,name_en,name_tr,")
            return found.replace("Таджикистан,".encode(), f"Tacikistan {EVIL},".encode())
        if path.parent == SOURCES:
            return found.replace(b"short: {en: ", f'short: {{en: "{EVIL}", was: '.encode())
        return found

    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(LANGUAGES, CODE, Customs("Türkçe"))
        patch.setattr(files, "content", content)
        forget()
        yield language(CODE)
    forget()


@cache
def hostile(name: str) -> pd.DataFrame:
    """A table whose free words are hostile too."""
    frame = table(name).copy(deep=False)
    for column in {"reference", "text_en"} & set(frame.columns):
        frame[column] = frame[column].cat.rename_categories(lambda words: f"{words} {EVIL}")
    return frame


def strings(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        for value in part.values():
            yield from strings(value)
    elif isinstance(part, list | tuple | np.ndarray):
        for value in part:
            yield from strings(value)
    elif isinstance(part, str):
        yield part


def figures(shown: View) -> list[str]:
    """Every string of the figure of a view that a library could take for markup."""
    plots: list[Any] = [shown.alt]
    if isinstance(shown.figure, go.Figure):
        plots.append(shown.figure.to_plotly_json())
    if isinstance(shown.figure, MapDrawing):
        plots.append(drawn_words(map_body(shown.figure, ink)))
        plots.append([*shown.figure.tips.values(), *shown.figure.place_tips.values()])  # of a deck
    return list(strings(plots))


def drawn_words(body: str) -> list[str]:
    """The words of a drawing, as a browser takes them from its markup, which must be its own."""
    drawing = ElementTree.fromstring(f"<svg>{body}</svg>")  # noqa: S314 (our own markup)
    names = {one.tag for one in drawing.iter()}
    assert not names & {"b", "script", "foreignObject"}, names
    words = [text for one in drawing.iter() for text in (one.text, one.tail, *one.attrib.values())]
    return [text for text in words if text]


def pages(shown: View, lang: Language) -> Iterator[str]:
    """What is written of a view as HTML: on its card, below it, in files."""
    yield typeset(shown.title, lang)
    yield table_html(shown.table, lang, shown.title, "name")
    yield notes_html(shown, lang)
    if isinstance(shown.figure, Document):
        yield document_html(shown.figure, lang, "name", shown.title)
    if isinstance(shown.figure, MapDrawing):
        yield key_html(shown.figure, lang)


def runs_nothing(page: str) -> None:
    """Check that all elements of a page are the atlas' own, and that none does anything."""
    for one in parsed(page).all():
        assert one.tag not in ("script", "img", "iframe", "object", "embed", "style", "form"), one
        for name, told in one.attributes.items():
            assert not name.startswith("on"), one.attributes
            ways = ("", "http", "https", "mailto")
            assert name not in ("href", "src") or urlsplit(told).scheme in ways, told


@pytest.mark.parametrize("name", sorted(SPECS))
def test_a_view_is_there_and_its_words_show_as_they_are(name: str, turkish: Language) -> None:
    spec = SPECS[name]
    shown = spec.build(
        {one: hostile(one) for one in spec.tables}, CASES[name][0], RenderContext(CODE)
    )
    assert shown.title
    assert csv_bytes(shown, turkish)
    written = figures(shown)
    assert [text for text in written if LIVE.search(OWN.sub("", text))] == []
    assert [text for text in written if "%{z}" in text] == []
    runs_nothing("".join(pages(shown, turkish)))
    told = label(foot_line(shown, turkish), shown.title)
    assert not re.search(r"(?<!\\)[\[<$]", told), told


def test_the_hostile_words_were_met(turkish: Language) -> None:
    assert harmless(EVIL) in turkish.place("TJK")
    spec = SPECS["returns-usa"]
    tables = {one: hostile(one) for one in spec.tables}
    shown = spec.build(tables, CASES["returns-usa"][0], RenderContext(CODE))
    assert any(JOINER in text for text in figures(shown))


@pytest.mark.parametrize(
    "text",
    ["[a](javascript:b)", "![](x)", "$x$", ":red[x]", "**x**", "_x_", "# x", "1. x", "<b>", "`x`"],
)
def test_words_in_a_label_are_no_markdown(text: str) -> None:
    made = markdown(text)
    assert made != text
    assert re.sub(r"\\(.)", r"\1", made) == text
    assert not re.search(r"(?<!\\)[\[\]$*`<]|^#|^\d+\.|(?<!\\):r", made)


@pytest.mark.parametrize("text", ["UN DESA, 2024. The (x)", "migration_flows", "5–7", "a & b"])
def test_plain_words_in_a_label_stay(text: str) -> None:
    assert markdown(text) == text


@pytest.mark.parametrize(
    "text",
    ["<b>x</b>", "<script>", "</b>", "&lt;", "&#60;", "%{x}", "<!--", "a <br> b", "<a href=x>"],
)
def test_markup_in_words_is_text(text: str) -> None:
    made = harmless(text)
    assert made != text
    assert made.replace("\u2060", "") == text
    assert not LIVE.search(made)
    assert "%{" not in made


@pytest.mark.parametrize("text", ["R&D", "5 < 6", "100 %", "a & b", "<15", "€ {x}", "→ <"])
def test_plain_signs_stay(text: str) -> None:
    assert harmless(text) == text


def test_formats_are_those_of_the_cldr(turkish: Language) -> None:
    import datetime

    assert turkish.number(1234567.5, 1) == "1.234.567,5"
    assert turkish.decimal == ","
    assert turkish.percent(0.625) == "%63"
    assert turkish.date(datetime.date(2024, 7, 1)) == "1 Temmuz 2024"
    assert turkish.short(1_300_000).startswith("1,3\u00a0")
    assert turkish.compact(1_300_000) == "1,3 milyon"
    assert config(turkish)["locales"][CODE]["format"]["months"][6] == "Temmuz"


def test_what_is_not_there_is_english(turkish: Language) -> None:
    assert turkish.text("Corridors") == "Corridors"
    assert turkish.plural("{n} return", "{n} returns", 5, n="5") == "5 returns"
    assert turkish.place("KAZ", "of") == "of Kazakhstan"
    assert turkish.place("KAZ") == "Казахстан"  # the column comes first
    assert turkish.label("sexes", "female") == "Women"
    assert turkish.pick({"en": "a", "ru": "b"}) == "a"
    assert turkish.pick({"en": "a", "tr": "ş"}) == "ş"
    row = pd.Series({"text_en": "a", "text_ru": "b", "text_tr": "ş"})
    assert (turkish.words(row), turkish.words(row.drop("text_tr"))) == ("ş", "a")
    assert speaking("ru").words(row) == "b"
    assert speaking(SOURCE).words(pd.Series({"text_en": float("nan")})) == ""


def test_the_entry_alone_will_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before a catalogue is made the language is English, and nothing fails."""
    monkeypatch.setitem(LANGUAGES, "az", Customs("Azərbaycanca"))
    with pytest.raises(MissingFile):
        files.content(path_of("az"))
    assert language("az").text("Corridors") == "Corridors"
    assert language("az").number(1234.5, 1) == "1,234.5"
    language.cache_clear()
