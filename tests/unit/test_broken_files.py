"""Whatever becomes of a file, what reads it says so as a `DataError`; sound files are taken."""

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from components.language import LANGUAGES, language
from components.language.catalogue import SOURCE, path_of
from data import codelists, loaders, provenance, shapes, texts
from data.errors import DamagedFile, DataError, EmptyTable, MissingFile, log_once, report
from data.paths import CODES, DATA, SOURCES
from data.schema import fields, tables
from geo import loader
from tests.broken import DAMAGES, ROOT, Change, broken, forget

SMALL = "citizenship_rules"
READ_BY: dict[Path, Callable[[], object]] = {
    DATA / "datapackage.json": partial(loaders.load, SMALL),
    DATA / "schema" / "fields.yml": fields,
    DATA / "schema" / "tables.yml": tables,
    DATA / "tables" / SMALL / f"{SMALL}.csv": partial(loaders.load, SMALL),
    ROOT / "geo" / "places.csv": loader.places,
    ROOT / "geo" / "regions.csv": loader.region_points,
    **{DATA / "texts" / f"{name}.yml": partial(texts.texts, name) for name in texts.SHAPES},
    **{path: partial(codelists.code_list, path.stem) for path in sorted(CODES.glob("*.csv"))},
    **{path: partial(provenance.source, path.stem) for path in sorted(SOURCES.glob("*.yml"))},
    **{
        ROOT / "static" / "geo" / f"{name}.geojson": partial(loader.outlines, name)
        for name in ("world", "central-asia", "water", "regions")
    },
}


def test_every_text_file_has_a_shape() -> None:
    assert {path.stem for path in (DATA / "texts").glob("*.yml")} == set(texts.SHAPES)


@pytest.mark.parametrize("path", READ_BY, ids=lambda path: path.name)
def test_a_file_that_is_not_as_it_has_to_be_is_told_by_name(path: Path) -> None:
    for damage, change in DAMAGES.items():
        with broken(path, change):
            with pytest.raises(DataError) as raised:
                READ_BY[path]()
            told = raised.value
            assert told.name in (f"{path.parent.name}/{path.name}", SMALL), damage
            assert told.detail
    READ_BY[path]()  # it is sound again


def without(key: str) -> Change:
    """Take the lines of a key away, or what stands in braces after it."""
    return lambda content: content.replace(f"{key}:".encode(), f"x{key}:".encode())


def with_a_list(key: str) -> Change:
    """Put a list where the key has something else."""
    return lambda content: (b"\n" + content).replace(
        f"\n{key}:".encode(), f"\n{key}: [1]\nx{key}:".encode()
    )


@pytest.mark.parametrize("key", ["id", "title", "short", "publisher", "url", "read", "licence"])
@pytest.mark.parametrize("change", [without, with_a_list])
def test_a_source_needs_each_of_its_keys(key: str, change: Callable[[str], Change]) -> None:
    with broken(SOURCES / "un_desa_ims2024.yml", change(key)), pytest.raises(DamagedFile):
        provenance.source("un_desa_ims2024")


@pytest.mark.parametrize("name", texts.SHAPES)
def test_a_text_needs_its_english_words_and_the_references_that_it_cites(name: str) -> None:
    path, told = DATA / "texts" / f"{name}.yml", texts.texts(name)
    keys = ("en", "references", "id", "title")
    for key in (one for one in keys if f"{one}:" in path.read_text("utf-8")):
        with broken(path, without(key)), pytest.raises(DamagedFile):
            texts.texts(name)
    if "references" not in told:
        return
    cited = next(iter(told["references"]))
    lost = f"  {cited}:".encode()
    told = pytest.raises(DamagedFile, match=f"cites '{cited}'")
    with broken(path, lambda content: content.replace(lost, b"  other:", 1)), told:
        texts.texts(name)


def test_an_entry_that_is_gone_is_told() -> None:
    with pytest.raises(DamagedFile, match="no entry 'nothing'"):
        texts.entry("framework", "claims", "nothing")


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ({"a": "x"}, ""),
        ({"a": "x", "b": None}, ""),
        ({"a": "x", "b": [{"en": "x", "kk": "y"}]}, ""),
        ({}, "it has no “a”"),
        ({"a": " "}, "a is ' '"),
        ({"a": 1}, "a is '1'"),
        ({"a": "x", "b": {}}, "b is no list"),
        ({"a": "x", "b": [{"ru": "x"}]}, "b[0] has no “en”"),
        ({"a": "x", "b": [{"en": ["x"]}]}, "b[0].en is \"['x']\""),
        ([], "it is no mapping"),
        (None, "it is no mapping"),
    ],
)
def test_a_shape_is_kept_or_the_place_is_named(value: object, says: str) -> None:
    shape = {"a": str, "b?": [shapes.WORDS]}
    if not says:
        shapes.expect(Path("x/y.yml"), value, shape)
        return
    with pytest.raises(DamagedFile) as raised:
        shapes.expect(Path("x/y.yml"), value, shape)
    assert raised.value.detail == says


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda text: text.replace(b"\nKAZ,", b"\nUZB,"), "'UZB' twice"),
        (lambda text: text.replace(b"\nKAZ,", b"\n,"), "without a code"),
        (lambda text: text.replace(b"name_en", b"name"), "no column 'name_en'"),
        (lambda text: text.replace(b"Kazakhstan,", b",", 1), "empty cell in the column 'name_en'"),
        (lambda text: text.partition(b"\n")[0] + b"\n", "no codes"),
    ],
)
def test_a_list_of_codes_is_whole(change: Change, says: str) -> None:
    with broken(CODES / "countries.csv", change), pytest.raises(DamagedFile, match=says):
        codelists.code_list("countries")


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace(b"\nKAZ,", b"\nUZB,"),
        lambda text: text.replace(b"\nKAZ,", b"\n,"),
        lambda text: text.replace(b"\nKAZ,6", b"\nKAZ,inf6", 1),
        lambda text: text.replace(b"\nKAZ,", b"\nKAZ,,", 1),
        lambda text: text.replace(b",False", b",perhaps", 1),
        lambda text: text.replace(b"anchor_lon", b"lon"),
    ],
)
def test_places_have_whole_spots(change: Change) -> None:
    with broken(ROOT / "geo" / "places.csv", change), pytest.raises(DamagedFile):
        loader.places()


# The log


def test_a_fault_is_logged_once_and_with_its_detail(caplog: pytest.LogCaptureFixture) -> None:
    forget()
    for _ in range(3):
        report(MissingFile("codes/x.csv", "codes/x.csv is not there"))
        report(EmptyTable("returns", "tables/returns/a.csv has no rows"))
    assert [record.getMessage() for record in caplog.records] == [
        "fault 895c1c: MissingFile: codes/x.csv: codes/x.csv is not there",
        "fault e4e91c: EmptyTable: returns: tables/returns/a.csv has no rows",
    ]
    assert all(record.levelno == logging.ERROR for record in caplog.records)


def test_what_nobody_expected_is_logged_with_its_trace(caplog: pytest.LogCaptureFixture) -> None:
    forget()
    for _ in range(2):
        try:
            {}["key"]
        except KeyError as error:
            report(error)
    assert len(caplog.records) == 1
    assert caplog.records[0].exc_info


def test_the_log_is_not_filled_by_ever_new_faults(caplog: pytest.LogCaptureFixture) -> None:
    forget()
    for number in range(2_000):
        log_once(f"fault {number}")
    assert len(caplog.records) == 500
    forget()


# Catalogues


def russian() -> Path:
    return path_of("ru")


@pytest.mark.parametrize("damage", ["missing", "binary", "another kind", "a word", "html"])
def test_without_its_catalogue_a_language_speaks_english(
    damage: str, caplog: pytest.LogCaptureFixture
) -> None:
    with broken(russian(), DAMAGES[damage]):
        for _ in range(2):
            lang = language("ru")
            assert lang.text("Corridors") == "Corridors"
            assert lang.plural("{n} return", "{n} returns", 2, n="2") == "2 returns"
            assert lang.place("KAZ") == "Kazakhstan"
            assert lang.number(1234567.5, 1) == "1,234,567.5"
            assert language("kk").place("KAZ") == "Қазақстан"
        assert len(caplog.records) == 1
        assert "atlas.po" in caplog.text


@pytest.mark.parametrize("keep", [0.0, 0.1, 0.5, 0.9])
def test_half_a_catalogue_never_fails(keep: float, caplog: pytest.LogCaptureFixture) -> None:
    with broken(russian(), lambda content: content[: int(len(content) * keep)]):
        lang = language("ru")
        assert lang.text("Year") in ("Год", "Year")
        assert lang.text("{first} and {last}", first="a", last="b") in ("a и b", "a and b")
        assert lang.text("no such message") == "no such message"
        told = [record.getMessage() for record in caplog.records]
        assert told  # of the cut, and of the message that it went through if that has placeholders
        assert len(set(told)) == len(told) <= 2


@pytest.mark.parametrize("wrong", ["{wrong}", "{", "{first.real}", "{first!z}", "{0}", "{last:d}"])
def test_a_translation_with_other_placeholders_is_not_used(
    wrong: str, caplog: pytest.LogCaptureFixture
) -> None:
    before = '\nmsgstr "{first} и {last}"\n'
    after = f'\nmsgstr "{wrong} и {{last}}"\n'

    def change(content: bytes) -> bytes:
        assert before.encode() in content
        return content.replace(before.encode(), after.encode())

    with broken(russian(), change):
        lang = language("ru")
        assert lang.listing(["a", "b"]) == "a and b"
        assert lang.text("Year") == "Год"
        told = [r.getMessage() for r in caplog.records if "placeholders" in r.getMessage()]
        assert told == [
            "catalogue ru: other placeholders than in the message: '{first} and {last}'"
        ]


def test_a_sound_catalogue_has_nothing_to_tell(caplog: pytest.LogCaptureFixture) -> None:
    forget()
    for code in LANGUAGES:
        assert language(code).text("Year")
    assert not caplog.records
    assert language(SOURCE).text("nobody has said this") == "nobody has said this"
    assert not caplog.records


def test_a_name_that_cannot_be_had_is_its_code_but_an_error_in_a_view(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with broken(CODES / "countries.csv", DAMAGES["empty"]):
        assert language("ru").place("KAZ", "in") == "KAZ"
        with pytest.raises(DamagedFile):
            language("ru", strict=True).place("KAZ", "in")
        assert len(caplog.records) == 1
    with pytest.raises(DataError):
        language("en", strict=True).label("units", "bushels")
