"""Nothing that leaves the atlas is run by a spreadsheet: files, slides, the package."""

import csv
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from pptx import Presentation
from pptx.util import Inches

from components.decks.charts import put_chart
from components.decks.native import NativeChart, Series
from components.style.theme import LIGHT
from data.bring.brought import Wishes
from data.bring.problems import Found
from data.bring.review import review, with_remarks
from data.bring.table import check_cell
from data.harmless import BREAKS, SIGNS, harmless, is_risky
from data.paths import DATA

RISKY = ("=1+1", "+1 a", "-1+2", "@SUM(A1)", "＝1", "＋a", "－a", "＠a", " =1", "\u200b=1")
TEXT = st.one_of(st.sampled_from(RISKY), st.text(max_size=20))


@pytest.mark.parametrize("text", [*RISKY, "\t=1", "\ra", "\na"])
def test_a_text_like_a_formula_is_refused_in_every_cell(text: str) -> None:
    found = Found()
    check_cell(2, "reference", text, found)
    assert found.problems
    assert (found.problems[0].row, found.problems[0].column) == (2, "reference")


@pytest.mark.parametrize("text", ["-5", "-1 234", "-1.5", "+5", "–", "-", "a=b", "1+1", "a@b"])
def test_a_number_or_a_plain_text_is_no_formula(text: str) -> None:
    found = Found()
    check_cell(2, "value", text, found)
    assert not found.problems


@given(TEXT)
def test_what_is_made_harmless_is_never_risky_and_is_kept(text: str) -> None:
    told = harmless(text)
    assert not is_risky(told)
    assert not told.startswith((*SIGNS, *BREAKS))
    assert told.removeprefix("'") == text.removeprefix("'").replace("\r\n", "\n").replace(
        "\r", "\n"
    )


@pytest.mark.parametrize("part", sorted((DATA / "tables").glob("*/*.csv")), ids=lambda p: p.stem)
def test_no_text_of_the_package_is_run(part) -> None:
    with part.open(encoding="utf-8", newline="") as file:
        cells = {cell for line in csv.reader(file) for cell in line}
    assert not [cell for cell in cells if is_risky(cell)]


@pytest.mark.parametrize("part", sorted((DATA / "codes").glob("*.csv")), ids=lambda p: p.stem)
def test_no_text_of_a_code_list_is_run(part) -> None:
    with part.open(encoding="utf-8", newline="") as file:
        assert not [cell for line in csv.reader(file) for cell in line if is_risky(cell)]


@given(st.lists(TEXT, min_size=1, max_size=4), st.integers(-999, 999))
def test_the_file_with_remarks_is_harmless_and_numbers_stay(texts, number: int) -> None:
    text = io.StringIO()
    csv.writer(text).writerows(
        [("host", "origin", "year", "value"), *(("DEU", t, "2019", number) for t in texts)]
    )
    seen = review(text.getvalue().encode("utf-8", "replace"), "a.csv", Wishes("annex"))
    told = with_remarks(seen, "annex", lambda problem: "=remark", "=Remarks").decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(told)))
    assert not [cell for row in rows for cell in row if is_risky(cell)]
    assert all(row[3] == str(number) for row in rows[1:])


def test_the_sheet_inside_a_chart_of_a_slide_has_no_formula() -> None:
    series = (Series("=1+1", ((0.0, 1.0), (1.0, -2.0)), "#112233"),)
    chart = NativeChart("columns", series, ((0.0, "=HYPERLINK(1)"), (1.0, "@b")), -2, 1)
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    put_chart(slide, chart, (Inches(1), Inches(1), Inches(5), Inches(4)), LIGHT)
    saved = io.BytesIO()
    deck.save(saved)
    with zipfile.ZipFile(saved) as packed:
        inside = next(n for n in packed.namelist() if n.endswith(".xlsx"))
        book = load_workbook(io.BytesIO(packed.read(inside)))
    cells = [cell for row in book.active.iter_rows() for cell in row if cell.value is not None]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert [cell.value for cell in cells if isinstance(cell.value, (int, float))] == [1, -2]
