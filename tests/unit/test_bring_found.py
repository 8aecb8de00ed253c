"""What people really have: other encodings, packed files, covers, notes, names of publishers."""

import csv
import gzip
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from data.bring import cells, names
from data.bring.brought import Wishes
from data.bring.problems import Found
from data.bring.review import Review, review, with_remarks
from data.bring.words import sentence, translations
from data.codelists import code_list

HEAD = "host,origin,year,value\n"
ROW = "Germany,Kazakhstan,2019,12\n"
HEADER, CELLS = ("host", "origin", "year", "value"), ("Germany", "Kazakhstan", 2019, 12)
RUSSIAN = (
    "Приложение 2. Возвращения;;;\nПринимающая страна;Страна происхождения;Год;Число людей\n"
    "Германия;Казахстан;2019;1\u00a0250\nПольша;Кыргызская Республика;2019;5\n"
)
GERMAN = "Jahr;Staatsangehörigkeit;Personen\n2023;Türkei;4\n2023;Kasachstan;45\n"


def seen(content: bytes | str, name: str = "a.csv", layout: str = "annex", **means) -> Review:
    content = content.encode() if isinstance(content, str) else content
    return review(content, name, Wishes(layout, meanings=means))


def told(found: Review, language: str = "en") -> str:
    catalogue = translations(language)
    return "\n".join(sentence(one, catalogue) for one in (*found.problems, *found.remarks))


def book(*sheets, merged=()) -> bytes:
    made, saved = Workbook(), io.BytesIO()
    made.remove(made.active)
    for name, rows in sheets:
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
        for area in merged:
            sheet.merge_cells(area)
    made.save(saved)
    return saved.getvalue()


def archive(**files: str) -> bytes:
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in files.items():
            packed.writestr(name.replace("_", "."), text)
    return saved.getvalue()


# Numbers


@given(st.integers(0, 10**11), st.sampled_from(" \u00a0\u2009\u202f\u2007\u2003"))
def test_groups_of_three_are_one_number(number: int, space: str) -> None:
    written = f"{number:,}".replace(",", space)
    found = seen(f"{HEAD}Germany,Kazakhstan,2019,{written}\n")
    assert found.grid
    assert cells.people(found.grid.rows[0][1][3], Found(), 2, "value") == str(number)


@pytest.mark.parametrize(
    "text",
    [
        "45 2019",
        "1 23",
        "12 345 67",
        "7  100",
        "1 2345",
        "1234 567",
        "7\u00a0\u00a0100",
        "7\n100",
        "7\t100",
    ],
)
def test_two_figures_in_a_cell_are_refused(text: str) -> None:
    found = seen(f'{HEAD}Germany,Kazakhstan,2019,"{text}"\n')
    assert "Row 2, column “value”" in told(found)
    assert "is not one number" in told(found)


@pytest.mark.parametrize("text", ["12.0", "12,0", "12.00", "012"])
def test_a_whole_number_with_nothing_behind_the_point_is_whole(text: str) -> None:
    assert seen(f'{HEAD}Germany,Kazakhstan,2019.0,"{text}"\n').taken == 1
    assert seen(book(("S", [HEADER, ("Germany", "Kazakhstan", "2019.0", text)]))).taken == 1


@pytest.mark.parametrize("text", ["12.5", "1.000", "12,5", "1,000"])
def test_a_fraction_or_a_doubtful_number_is_not(text: str) -> None:
    assert seen(f'{HEAD}Germany,Kazakhstan,2019,"{text}"\n').problems


# Files


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866", "utf-16", "utf-16-le", "utf-8"])
def test_russian_text_of_any_encoding_is_read_or_doubted(encoding: str) -> None:
    found = seen(RUSSIAN.encode(encoding))
    assert found.taken == 2
    assert ("it was read as" in told(found)) == (encoding != "utf-8")


def test_german_text_of_windows_is_read() -> None:
    assert seen(GERMAN.encode("cp1252"), layout="reag-garp").taken == 1


def test_a_text_without_known_words_is_not_guessed() -> None:
    found = seen((HEAD + "Germany,Kazakhstan,2019,12\nЫЫЫ,KAZ,2019,3\n").encode("cp1251"))
    assert "Row 3: The text of the file is not in UTF-8." in told(found)


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (gzip.compress((HEAD + ROW).encode()), "a.csv.gz", "“a.csv” in it was read"),
        (gzip.compress(b"x" * 9)[:-9], "a.gz", "damaged or only a part"),
        (archive(a_csv=HEAD + ROW, readme_txt="x"), "a.zip", "“a.csv” in it was read"),
        (archive(a_csv=HEAD + ROW, b_csv=HEAD), "a.zip", "Several tables are packed"),
        (archive(a_pdf="x", b_doc="y"), "a.zip", "no table is in it"),
        (book(("S", [HEADER, CELLS])), "named.csv", ""),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "a.csv", "old Excel workbook"),
        (b"\x09\x08\x10\x00\x00\x06\x05\x00", "a.csv", "old Excel workbook"),
        (b"%PDF-1.7 ...", "a.csv", "of the kind PDF"),
        (b"PAR1....", "a.xlsx", "of the kind Parquet"),
        (b"<!doctype html><p>Log in", "a.csv", "page of a site (HTML)"),
        (b"\n  <html lang='en'>", "a.xls", "page of a site (HTML)"),
        (b'{"data": [1, 2]}', "a.csv", "of the kind JSON"),
        (b'[{"host": "DEU"}]', "a.csv", "of the kind JSON"),
        (b'<?xml version="1.0"?><a/>', "a.csv", "of the kind XML"),
        (b"7z\xbc\xaf\x27\x1c..", "a.csv", "packed (7-Zip)"),
        (archive(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "a.csv", "(.ods)"),
    ],
    ids=lambda told: told if isinstance(told, str) else "",  # packed content has the time in it
)
def test_what_a_file_is_is_seen_in_its_first_bytes(content, name, said) -> None:
    found = seen(content, name)
    assert said in told(found)
    assert bool(found.taken) == (said in {"", "“a.csv” in it was read"})
    assert all(sentence(one, translations("ru")) for one in (*found.problems, *found.remarks))


# Layout


def test_the_sheet_that_has_the_columns_is_read_and_the_others_are_named() -> None:
    content = book(("Cover", [("Contents",), ("x",)]), ("Ret_01", [HEADER, CELLS]))
    found = seen(content, "a.xlsx")
    assert (found.taken, "“Ret_01” was read; not read: “Cover”" in told(found)) == (1, True)
    assert "Прочитан лист «Ret_01»; не прочитаны: «Cover»." in told(found, "ru")
    alike = seen(book(("2019", [HEADER, CELLS]), ("2020", [HEADER, CELLS])), "a.xlsx")
    assert "Several sheets have the columns of the layout: “2019”, “2020”" in told(alike)


@pytest.mark.parametrize(
    ("lines", "taken", "said"),
    [
        (["Annex 2,,,\n", ",,,\n", HEAD, ROW], 1, "column names stand in row 3"),
        (["Returns in thousands\n", HEAD, ROW], 0, "are the figures in thousands?"),
        ([HEAD, ROW, '"Source: IOM, 2020",,,\n', "Total,,,12\n"], 1, "From row 3 on"),
        ([HEAD, ROW, "Total,,2019,12\n", "* estimate\n"], 1, "From row 3 on"),
        ([HEAD, ROW, HEAD, "Poland,Kazakhstan,2019,3\n"], 2, "repeat the column names"),
        ([HEAD, "Women,,,\n", ROW], 0, "Row 2: The line is no row of the table: “Women”"),
        ([HEAD, ROW, ",Kazakhstan,2019,4\n"], 0, "Row 3, column “host”: No country is named."),
        ([HEAD, ROW, *[f",Kazakhstan,{y},4\n" for y in (2016, 2017, 2018)]], 0, "rows 3–5"),
        (["host,origin,2018,2019\n", "Germany,Kazakhstan,1,2\n"], 0, "years stand side by side"),
        ([HEAD, *["Germany,Kazakhstan,2019,1,x\n"] * 9], 0, "The rows 2–10 have more cells"),
    ],
)
def test_what_stands_around_a_table_is_left_aside_and_told(lines, taken, said) -> None:
    found = seen("".join(lines))
    assert (found.taken, said in told(found)) == (taken, True), told(found)
    assert len(found.problems) <= 1


def test_a_merged_title_is_left_aside_and_merged_names_are_not() -> None:
    rows = [("Annex 2",), (), HEADER, CELLS]
    assert seen(book(("S", rows), merged=["A1:D1"]), "a.xlsx").taken == 1
    found = seen(book(("S", rows), merged=["A3:B3"]), "a.xlsx")
    assert "Row 3: The cells A3:B3 are merged." in told(found)


def test_russian_messages_name_russian_columns() -> None:
    said = told(seen("принимающая страна,год,число людей\nГермания,2019,5\n"), "ru")
    assert "Нет столбца «страна происхождения»." in said
    assert "Нужны столбцы: принимающая страна, страна происхождения, год, число людей." in said


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("WLD,KAZ,2019,100\nDEU,KAZ,2019,60\nPOL,KAZ,2019,70\n", "rows 3–4 make 130"),
        ("DEU,WLD,2019,5\nDEU,KAZ,2019,6\n", "Row 2 says 5, but its part in row 3 is 6."),
        ("DEU,WLD,2019,5\nDEU,KAZ,2019,3\nDEU,IRQ,2019,4\n", "rows 3–4 make 7"),
        ("WLD,KAZ,2019,100\nDEU,KAZ,2019,60\nPOL,KAZ,2019,40\n", ""),
        ("WLD,KAZ,2019,100\nR_EUROPE,KAZ,2019,90\nPOL,KAZ,2019,40\n", ""),
        ("WLD,KAZ,2018,100\nDEU,KAZ,2019,160\n", ""),
    ],
)
def test_parts_that_do_not_fit_into_their_total_are_named(lines: str, said: str) -> None:
    found = seen(HEAD + lines)
    assert not found.problems
    assert said in told(found)
    assert (" says " in told(found)) == bool(said)


def test_a_part_by_sex_that_is_more_than_the_total_is_named() -> None:
    lines = "host,origin,year,value,sex\nDEU,KAZ,2019,10,total\nDEU,KAZ,2019,12,male\n"
    assert "Row 2 says 10, but its part in row 3 is 12." in told(seen(lines))


# Names

PUBLISHED = {
    "Democratic Republic of the Congo": "COD",
    "Congo, Dem. Rep.": "COD",
    "Congo": "COG",
    "Congo, Rep.": "COG",
    "Korea, Dem. People's Rep.": "PRK",
    "Dem. People's Republic of Korea": "PRK",
    "Korea, Rep.": "KOR",
    "Iran (Islamic Republic of)": "IRN",
    "Lao People's Democratic Republic": "LAO",
    "Côte d’Ivoire": "CIV",
    "China, Hong Kong SAR": "HKG",
    "Kosovo*": "XKX",
    "Kosovo (under United Nations Security Council Resolution 1244/99)": "XKX",
    "State of Palestine": "PSE",
    "Occupied Palestinian Territories": "PSE",
    "Dominica": "DMA",
    "Dominican Republic": "DOM",
    "Niger": "NER",
    "Nigeria": "NGA",
    "Guinea-Bissau": "GNB",
    "Equatorial Guinea": "GNQ",
    "Papua New Guinea": "PNG",
    "Türkiye": "TUR",
    "Stateless": "XXA",
    "Unknown": "UNK",
    "Other": "OTH",
    "Various/Unknown": "UNK",
    "Лица без гражданства": "XXA",
    "Корейская Народно-Демократическая Республика": "PRK",
    "Соединённые Штаты Америки": "USA",
    "KG": "KGZ",
    "417": "KGZ",
    "004": "AFG",
    "European Union - 27 countries (from 2020)": "EU27_2020",
}


@pytest.mark.parametrize(("name", "code"), PUBLISHED.items())
def test_names_of_publishers_are_understood(name: str, code: str) -> None:
    assert names.code_of(name) == code


def test_names_of_the_list_lead_to_codes_of_the_atlas_and_to_one_each() -> None:
    listed, owner = code_list("countries").index, dict[str, str]()
    with names.NAMES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            assert row["code"] in listed
            for name in row["names"].split("|"):
                assert owner.setdefault(names.folded(name), row["code"]) == row["code"], name
                assert names.code_of(name) == row["code"], name


def test_a_hint_never_names_another_country() -> None:
    """Whatever name a publisher uses, were it not known, the hint is right or there is none."""
    known, wrong = dict(names.known_places()), []
    names.hint.cache_clear()
    with pytest.MonkeyPatch.context() as patch:
        for name, code in known.items():
            rest = {other: c for other, c in known.items() if other != name}
            patch.setattr(names, "known_places", lambda root, rest=rest: rest)
            meant = names.hint.__wrapped__(name)
            wrong += [(name, meant)] if meant not in {"", code} else []
    always_known = {"Ireland", "Iceland", "Ирландия"}
    assert {name for name, _ in wrong} <= {
        *map(names.folded, always_known),
        "republic of ireland",
        "republic of iceland",
    }


@pytest.mark.parametrize("name", ["Korea", "Dominican", "Nigeri", "Austrlia", "Virgin Islands"])
def test_where_two_countries_are_near_there_is_no_hint(name: str) -> None:
    assert names.code_of(name) == ""
    assert names.hint(names.folded(name)) == ""


@pytest.mark.parametrize("name", ["Kirgistann", "Kazakstann", "Tajikstan", "Turkmanistan"])
def test_a_slip_of_the_pen_in_one_of_the_five_stops_the_file(name: str) -> None:
    found = seen(f"{HEAD}{ROW}Germany,{name},2019,7\n")
    assert "Did you mean" in told(found)


def test_rows_that_cannot_matter_are_counted_in_one_remark() -> None:
    lines = "Germany,Ruritania,2019,7\nGermany,Blurland,2x,-3\nSomaliland,Iraq,2019,1\n"
    found = seen(HEAD + ROW + lines)
    assert found.taken == 1
    assert "(“Ruritania”, “Blurland”, “Somaliland”): 3." in told(found)
    assert len(found.remarks) == 2
    stopped = seen(f"{HEAD}{ROW}Somaliland,Kyrgyzstan,2019,1\n")
    assert "Row 3, column “host”: “Somaliland” is not a country" in told(stopped)


# Eurostat

LABELS = (
    "DATAFLOW,LAST UPDATE,freq,unit,citizen,age,sex,c_dest,return,geo,TIME_PERIOD,OBS_VALUE,"
    "OBS_FLAG,CONF_STATUS\n"
    "ESTAT:MIGR_EIRT_VOL(1.0),x,Annual,Person,Kazakhstan,Total,Total,Total,Voluntary return,"
    "Germany,2023,10,provisional,\n"
)
BOTH = (
    "STRUCTURE,STRUCTURE_ID,ACTION,SERIES_KEY,freq: Time frequency,unit: Unit of measure,"
    "citizen: Country of citizenship,sex: Sex,return: Type of return,geo: Entity,"
    "TIME_PERIOD: Time,OBS_VALUE: Observation value,OBS_FLAG: Flag\n"
    "dataflow,ESTAT:MIGR_EIRT_VOL(1.0): Returns,I,A.PER.KZ,A: Annual,PER: Person,"
    "KZ: Kazakhstan,T: Total,VOL: Voluntary return,DE: Germany,2023: 2023,10.0,p: provisional\n"
)
BESIDE = (
    "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,freq,Time frequency,unit,Unit of measure,citizen,"
    "Country of citizenship,sex,Sex,return,Type of return,geo,Entity,TIME_PERIOD,Time,OBS_VALUE,"
    "Observation value,OBS_FLAG,Observation status (Flag)\n"
    "dataflow,ESTAT:MIGR_EIRT_VOL(1.0),Returns,A,Annual,PER,Person,KZ,Kazakhstan,T,Total,VOL,"
    "Voluntary return,DE,Germany,2023,2023,10,10,p,provisional\n"
)
WIDE = "freq,unit,citizen,return,geo\\TIME_PERIOD\t2023 \nA,PER,KZ,VOL,DE\t10 p\n"


@pytest.mark.parametrize("text", [LABELS, BOTH, BESIDE, WIDE], ids=["1", "both", "names", "wide"])
def test_every_form_of_eurostat_says_the_same(text: str) -> None:
    for content in (text.encode(), gzip.compress(text.encode()), text.encode("utf-16")):
        found = seen(content, "a.csv", "migr_eirt_vol", VOL="voluntary")
        assert (found.taken, found.problems) == (1, ()), told(found)


def test_another_data_set_is_told_from_the_one_that_is_meant() -> None:
    found = seen(LABELS.replace("MIGR_EIRT_VOL", "MIGR_EIRTN"), layout="migr_eirt_vol")
    assert "The file is of the data set migr_eirtn, but the layout is migr_eirt_vol." in told(found)


def test_the_file_with_remarks_has_codes_where_names_were() -> None:
    found = seen(f"{HEAD}Germany,Kazakhstan,2019.0,1 250\nGermany,Kyrgyzstan,2019,few\n")
    content = with_remarks(found, "annex", lambda one: one.message[:4], "Remarks")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert rows[1] == ["DEU", "KAZ", "2019", "1250", ""]
    assert rows[2][:4] == ["DEU", "KGZ", "2019", "few"]
    assert rows[2][4]
