"""What is in another language than the page says so, for those who hear it."""

import pytest

from components.card.cards import typeset
from components.card.foot import notes_html
from components.documents.html import document_html
from components.documents.model import Document, Line, Panel, Panels
from components.exports.tables import table_html
from components.frame.footer import footer_html
from components.language import language
from components.language.parts import marked
from components.views.start import KeyNumber
from components.views.start_words import numbers_html, step_html
from components.views.story import Step
from data.citation import citation
from tests.support import view
from tests.unit.test_exports import Reader, a_table

EN, RU = language("en"), language("ru")
RUSSIAN, ENGLISH = "Росстат: миграция населения", "Estimates of the flow of people"


@pytest.mark.parametrize(
    ("text", "code", "wanted"),
    [
        (f"See: {RUSSIAN} (2024)", "en", f"See: <span lang='ru'>{RUSSIAN}</span> (2024)"),
        (f"См. «{ENGLISH}», 2024", "ru", f"См. «<span lang='en'>{ENGLISH}</span>», 2024"),
        ("Данные UN DESA, Eurostat", "ru", "Данные UN DESA, Eurostat"),
        ("Unidad de Política Migratoria", "ru", "Unidad de Política Migratoria"),
        ("https://data.un.org/the-page", "ru", "https://data.un.org/the-page"),
        ("Қазақстан статистикасы", "en", "Қазақстан статистикасы"),
        ("a < b & c", "en", "a &lt; b &amp; c"),
        (f"<b>{RUSSIAN}</b>", "en", f"&lt;b&gt;<span lang='ru'>{RUSSIAN}</span>&lt;/b&gt;"),
    ],
)
def test_words_of_another_language_are_marked_and_names_are_not(text, code, wanted):
    assert marked(text, code) == wanted


def parts(told):
    """The languages that the parts of a piece of HTML say they are in."""
    return {value for name, value in Reader(told).attributes if name == "lang"}


def test_tables_documents_and_the_foot_of_a_page_mark_them():
    document = Document((Panels((Panel("A", lines=(Line(RUSSIAN),)),)),))
    assert parts(document_html(document, EN, "one", "Title")) == {"ru"}
    assert parts(document_html(document, RU, "one", "Название")) == set()
    assert parts(table_html(a_table([(RUSSIAN, 1.0)]), EN, "Title", "one")) == {"ru"}
    assert parts(table_html(a_table([(ENGLISH, 1.0)]), RU, "Название", "one")) == {"en"}
    assert parts(footer_html(citation(), RU, "")) <= {"en"}


def test_headlines_and_the_start_page_mark_them():
    assert parts(typeset(f"A — {RUSSIAN}", EN)) == {"ru"}
    assert typeset("Заголовок — <b>", RU) == "Заголовок\u00a0— &lt;b&gt;"
    assert parts(numbers_html((KeyNumber("1", "человек", ENGLISH),), RU)) == {"en"}
    assert parts(numbers_html((KeyNumber("1", "человек", "Росстат"),), RU)) == set()
    step = Step("Шаг", "1", "слова", "", ENGLISH, "start", "дальше")
    assert parts(step_html(step, 1, RU)) == {"en"}


def test_citations_in_the_notes_of_a_russian_page_are_english():
    assert parts(notes_html(view("ranked", "stock", lang="ru"), RU)) == {"en"}
    assert parts(notes_html(view("ranked", "stock"), EN)) == set()
