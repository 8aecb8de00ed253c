"""Reading cells and files of any origin, and saying it in both languages."""

import ast
import csv
import io
import re
import string

import pytest
from babel.messages.pofile import read_po
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from components.language.update import COMMANDS, ROOT, template
from data.bring import cells, names
from data.bring.__main__ import main
from data.bring.brought import Wishes
from data.bring.eurostat_words import CITIZENS
from data.bring.layouts import LAYOUTS
from data.bring.problems import Found, Problem, Refused
from data.bring.reading import Grid, grid
from data.bring.sheets import cell_text
from data.bring.words import LOCALE, chosen, sentence, translations
from data.codelists import code_list
from data.curation.tidy import CENTRAL_ASIA
from data.harmless import SIGNS
from data.paths import DATA
from data.schema import tables

CYRILLIC = re.compile("[а-яё]")
PLAIN = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1, max_size=12
).filter(lambda text: not text.startswith(SIGNS) and "\ufeff" not in text)


# Cells


@given(st.integers(0, 999_999_999_999))
def test_every_number_of_people_is_read_as_it_is(number: int) -> None:
    found = Found()
    for text in (
        str(number),
        f"{number:,}".replace(",", " "),
        f"{number:,}".replace(",", "\u202f"),
    ):
        assert cells.people(text, found, 2, "value") == str(number)
    assert not found.problems


@given(st.text(max_size=30))
@example("1,5")
@example("1.000")
@example("١٢")
@example("1e3")
@example("+5")
@example("5 5")
@example("-0")
def test_a_cell_is_a_number_of_people_or_a_problem_and_never_both(text: str) -> None:
    found = Found()
    read = cells.people(text, found, 7, "value")
    assert bool(read) != bool(found.problems)
    if read:
        assert re.fullmatch("[0-9]+", read)
        assert int(read) == int(re.sub(r"\s", "", text))
    else:
        assert (found.problems[0].row, found.problems[0].column) == (7, "value")


@given(st.text(max_size=8) | st.integers(0, 3000).map(str))
def test_a_year_is_four_digits_of_a_year_that_is_over(text: str) -> None:
    found = Found()
    read = cells.year(text, found, 2, "year")
    assert bool(read) != bool(found.problems)
    assert not read or (read == text and 1970 <= int(read) <= 2100)


@given(st.text(max_size=20))
def test_a_place_is_a_known_code_or_a_problem(text: str) -> None:
    found = Found()
    code = names.place(text, found, 2, "host")
    assert bool(code) != bool(found.problems)
    assert not code or code in code_list("countries").index


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_country_is_understood_by_its_code_and_name(language: str) -> None:
    found = Found()
    listed = code_list("countries")
    countries = listed.loc[listed["kind"] == "country"]
    for code, name in countries[f"name_{language}"].items():
        assert names.place(code, found, 2, "host") == code
        assert names.place(name, found, 2, "host") == code, name
    assert not found.problems


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Kyrgyz Republic", "KGZ"),
        ("Киргизия", "KGZ"),
        ("Usbekistan", "UZB"),
        ("Turkey", "TUR"),
        ("Russian Federation", "RUS"),
        ("  the Netherlands ", "NLD"),
        ("World", "WLD"),
        ("Всего", "WLD"),
        ("weißrussland", "BLR"),
        ("KASACHSTAN", "KAZ"),
    ],
)
def test_other_names_of_countries_are_understood(name: str, code: str) -> None:
    found = Found()
    assert names.place(name, found, 2, "host") == code


def test_codes_of_eurostat_lead_to_countries() -> None:
    places = names.eurostat_places()
    wanted = {"DE": "DEU", "EL": "GRC", "UK": "GBR", "EU27_2020": "EU27_2020", "KZ": "KAZ"}
    assert {code: places[code] for code in wanted} == wanted
    assert set(CITIZENS.values()) == {*CENTRAL_ASIA, "WLD"}


# Files


@given(st.binary(max_size=300))
@example(b"PK\x03\x04")
@example(b"\xff\xfe")
@example(b'a,b\n"1')
@example(b"a\r1\r2")
def test_any_bytes_are_a_grid_or_a_refusal(content: bytes) -> None:
    try:
        read = grid(content)
    except Refused as refused:
        assert refused.problems
        return
    assert read.rows
    assert all(len(row) == len(read.header) for _, row in read.rows)


TABLE = st.lists(st.lists(PLAIN, min_size=3, max_size=3), min_size=1, max_size=5)


@given(TABLE, st.sampled_from(",;\t"))
def test_cells_of_a_text_file_are_read_as_they_were_written(rows, delimiter: str) -> None:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows([["a", "b", "c"], *rows])
    read = grid(b"\xef\xbb\xbf" + text.getvalue().encode())
    assert read == Grid(("a", "b", "c"), tuple((n, tuple(r)) for n, r in enumerate(rows, start=2)))


@given(TABLE)
@settings(max_examples=25)
def test_cells_of_a_workbook_are_read_as_they_were_written(rows) -> None:
    book, packed = Workbook(), io.BytesIO()
    for row in [["a", "b", "c"], [None, None, None], *rows]:
        book.active.append(row)
    for cell in (cell for line in book.active.iter_rows() for cell in line if cell.value):
        cell.data_type = "s"
    book.save(packed)
    read = grid(packed.getvalue(), "x.xlsx")
    assert read == Grid(("a", "b", "c"), tuple((n, tuple(r)) for n, r in enumerate(rows, start=3)))


def test_numbers_and_days_of_a_workbook_are_written_as_a_person_would() -> None:
    import datetime

    assert [cell_text(v) for v in (None, 12.0, 12.5, 7, datetime.datetime(2019, 1, 2))] == [
        "",
        "12",
        "12.5",
        "7",
        "2019-01-02",
    ]


# Words


def messages() -> list:
    with (LOCALE / "ru" / "LC_MESSAGES" / "bring.po").open("rb") as file:
        return [message for message in read_po(file, locale="ru") if message.id]


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_the_catalogue_has_every_message_of_the_commands_and_no_other() -> None:
    told = {m.id for m in template(COMMANDS) if m.id}
    assert {message.id for message in messages()} == told
    names_ = [
        n
        for place in COMMANDS
        for path in (ROOT / place).rglob("*.py")
        for n in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(n, ast.Call) and getattr(n.func, "id", "") == "N_"
    ]
    assert len({ast.literal_eval(call.args[0]) for call in names_}) == len(told)


@pytest.mark.parametrize("message", messages(), ids=lambda m: m.id[:40])
def test_a_message_is_translated_with_the_same_placeholders(message) -> None:
    assert fields(message.string) == fields(message.id)
    assert CYRILLIC.search(re.sub(r"\{.*?\}", "", message.string)) or "→" in message.id
    assert not message.fuzzy


@pytest.mark.parametrize(
    ("wanted", "environment", "language"),
    [
        (None, {}, "en"),
        ("ru", {"LANG": "en_GB.UTF-8"}, "ru"),
        (None, {"LANG": "ru_RU"}, "ru"),
        (None, {"LC_ALL": "", "LC_MESSAGES": "ru_KZ.UTF-8", "LANG": "en"}, "ru"),
        (None, {"LC_ALL": "C", "LANG": "ru_RU"}, "en"),
        ("xx", {"LANG": "ru"}, "en"),
    ],
)
def test_the_language_is_the_one_asked_for_or_of_the_environment(
    wanted, environment, language
) -> None:
    assert chosen(wanted, environment) == language


def test_a_problem_says_row_and_column_in_russian() -> None:
    problem = Problem(cells.NEGATIVE, {"text": "-3"}, 2, "value")
    said = sentence(problem, translations("ru"))
    assert said == "Строка 2, столбец «value»: «-3» меньше нуля; число людей — 0 или больше."


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([], "Укажите файл"),
        (["x.csv"], "Укажите строение файла"),
        (["x.csv", "--layout", "annex", "--means", "=a"], "КОД=значение"),
        (["--template", "x.doc", "--layout", "annex"], "Шаблон записывается в формате .xlsx, .csv"),
        (["--template", "x.csv"], "Шаблона «x» нет. Есть: annex, reag-garp"),
    ],
)
def test_the_command_says_in_russian_what_it_needs(options, expected, capsys) -> None:
    assert main([*options, "--lang", "ru"]) == 1
    assert expected in capsys.readouterr().err


# Layouts

WORDS = st.sampled_from(
    [
        "",
        "DEU",
        "KGZ",
        "WLD",
        "Kyrgyzstan",
        "2019",
        "2999",
        "12",
        "1.5",
        "-1",
        ":",
        "5 p",
        "9 x",
        "KG",
        "UZ",
        "DE",
        "A",
        "TOTAL",
        "PER",
        "male",
        "avrr",
        "A,KG,TOTAL,PER,DE",
        "2021-Q1",
        "{x}",
    ],
)
HEADERS = {
    "annex": ["host", "origin", "year", "value", "programme", "sex", "status"],
    "reag-garp": ["year", "nationality", "persons", "destination"],
    "migr_eirt_ass": ["freq", "assist", "citizen", "unit", "geo", "TIME_PERIOD", "OBS_VALUE"],
    "migr_eirt_vol": ["freq,citizen,ret_type,unit,geo\\TIME_PERIOD", "2021", "2021-Q1"],
    "table": list(tables()["returns"].columns),
}


@given(st.data(), st.sampled_from(sorted(HEADERS)))
@settings(max_examples=150)
def test_a_layout_makes_rows_of_its_table_or_refuses(data, layout: str) -> None:
    """Whatever stands in the cells, nothing but a refusal is raised, and it can be said."""
    header = (
        data.draw(st.permutations(HEADERS[layout]))
        if layout != "migr_eirt_vol"
        else (HEADERS[layout])
    )
    line = st.tuples(*[WORDS] * len(header))
    lines = data.draw(st.lists(line, min_size=1, max_size=4))
    read = Grid(tuple(header), tuple(enumerate(lines, start=2)))
    try:
        brought = LAYOUTS[layout](read, Wishes(layout=layout), DATA)
    except Refused as refused:
        assert all(sentence(p, translations("ru")) for p in refused.problems)
        return
    assert list(brought.rows.columns) == list(tables()[brought.table].columns)
    assert set(brought.rows.index) <= {number for number, _ in read.rows}


def test_made_cells_are_also_accepted_by_the_layouts() -> None:
    """So that the test before this one does not see refusals only."""
    good = {
        "annex": ("DEU", "KGZ", "2019", "12", "avrr", "male", ""),
        "reag-garp": ("2019", "KGZ", "12", ""),
        "migr_eirt_ass": ("A", "TOTAL", "KG", "PER", "DE", "2019", "12"),
    }
    for layout, line in good.items():
        read = Grid(tuple(HEADERS[layout]), ((2, line),))
        assert len(LAYOUTS[layout](read, Wishes(layout=layout), DATA).rows) == 1
