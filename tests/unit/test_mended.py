"""What was wrong is right again as soon as its file is, without a new start; each has a number."""

import asyncio
import logging
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.testing.v1 import AppTest

from components import health, navigation
from components.card.guarding import problem
from components.frame import sheet
from components.language import catalogue, language
from components.navigation import PAGES, PageSpec
from components.stories import model
from components.style import assets
from components.web.faults import UNMADE, Faults, Unmade
from components.web.logs import OneLine
from data import codelists, errors, files, loaders, provenance, texts
from data.errors import DataError, MissingFile, own_words, report
from data.paths import DATA
from geo import loader
from tests.asking import ask
from tests.broken import ROOT, forget

SMALL = "votes"
RUSSIAN = Path("ru", "LC_MESSAGES", "atlas.po")


@pytest.fixture(autouse=True)
def anew() -> Iterator[None]:
    """Everything is read anew before and after."""
    forget()
    yield
    forget()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of data with what the cases break, which is read instead of the atlas' own."""
    for part in ("texts", "sources", "codes", f"tables/{SMALL}"):
        shutil.copytree(DATA / part, tmp_path / part)
    shutil.copy(DATA / "datapackage.json", tmp_path)
    shutil.copytree(ROOT / "static" / "geo", tmp_path / "geo")
    shutil.copy(ROOT / "geo" / "places.csv", tmp_path)
    monkeypatch.setattr(loader, "_BOUNDARIES", tmp_path / "geo")
    monkeypatch.setattr(loader, "_PLACES", tmp_path / "places.csv")
    return tmp_path


READ: dict[str, Callable[[Path], object]] = {
    f"tables/{SMALL}/unga_votes.csv": partial(loaders.load, SMALL),
    "datapackage.json": partial(loaders.load, SMALL),
    "texts/framework.yml": partial(texts.texts, "framework"),
    "sources/unga_votes.yml": partial(provenance.source, "unga_votes"),
    "codes/units.csv": partial(codelists.code_list, "units"),
    "geo/water.geojson": lambda _: loader.outlines("water"),
    "places.csv": lambda _: loader.places(),
}


@pytest.mark.parametrize("name", READ)
@pytest.mark.parametrize("damage", [Path.unlink, lambda path: path.write_bytes(b"\x00\xff")])
def test_a_file_that_is_mended_is_read(name: str, damage, folder: Path) -> None:
    path = folder / name
    sound = path.read_bytes()
    damage(path)
    for _ in range(2):
        with pytest.raises(DataError):
            READ[name](folder)
    path.write_bytes(sound)
    assert READ[name](folder) is not None
    assert files.forget_mended()
    assert not files.forget_mended()


@pytest.fixture
def locale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(catalogue.LOCALE, tmp_path / "locale")
    monkeypatch.setattr(catalogue, "LOCALE", tmp_path / "locale")
    return tmp_path / "locale"


def first(url: str) -> tuple[PageSpec, ...]:
    """The pages, of which another one is opened at once."""
    return tuple(replace(spec, default=spec.url == url) for spec in PAGES)


def unready() -> set[str]:
    """Faults that make the atlas not ready, but for those of tables."""
    kinds = ("texts/", "assets/", "catalogue ")
    return set(map(health._fault, (one for one in health._checks() if one[0].startswith(kinds))))


def test_a_page_speaks_its_language_as_soon_as_the_catalogue_is_there(
    locale: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = (locale / RUSSIAN).rename(locale / "kept.po")
    monkeypatch.setattr(navigation, "PAGES", first("slides"))
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    app.query_params["lang"] = "ru"

    def headline() -> str:
        bodies = [one.value for one in app.run().html if "atlas-headline" in one.value]
        return re.sub("<[^>]+>", " ", bodies[0])

    assert not re.search("[а-яё]", headline())
    assert "ru/atlas.po" in unready()
    shutil.copy(kept, locale / RUSSIAN)
    assert re.search("[а-яё]", headline())
    assert "ru/atlas.po" not in unready()


def test_a_story_and_its_list_are_there_as_soon_as_its_file_is(tmp_path, monkeypatch) -> None:
    shutil.copytree(model.TEXTS, tmp_path / "texts")
    monkeypatch.setattr(model, "TEXTS", tmp_path / "texts")
    path = tmp_path / "texts" / "money.yml"
    sound = path.read_bytes()
    path.write_bytes(sound[:1000])
    assert "money" not in model.stories()[0]
    assert "texts/money.yml" in unready()
    path.write_bytes(sound)
    files.forget_mended()
    assert "money" in model.stories()[0]
    assert "texts/money.yml" not in unready()


def test_a_page_without_a_style_sheet_is_plain_and_has_it_again(tmp_path, monkeypatch) -> None:
    shutil.copytree(assets.FOLDER, tmp_path / "assets")
    monkeypatch.setattr(assets, "FOLDER", tmp_path / "assets")
    whole = sheet.address()
    kept = (tmp_path / "assets" / "cards.css").rename(tmp_path / "kept.css")
    forget()
    assert sheet.address() != whole
    assert "assets/cards.css" in unready()
    kept.rename(tmp_path / "assets" / "cards.css")
    files.forget_mended()
    assert sheet.address() == whole


def test_a_sound_file_that_breaks_later_is_not_missed(folder: Path) -> None:
    there = codelists.code_list("units", folder)
    (folder / "codes" / "units.csv").write_bytes(b"")
    assert codelists.code_list("units", folder) is there
    assert not files.forget_mended()


# The number of a fault


def stumble(word: str) -> Exception:
    try:
        {}[word]
    except KeyError as error:
        return error
    raise AssertionError


def test_reader_and_log_have_one_number_and_nothing_of_what_a_reader_typed(caplog) -> None:
    for word in ("secret of one", "secret of another"):
        error = stumble(word)
        report(error)
        told = re.search(r"Fault ([0-9a-f]{6})\.", problem(error, language("en")))
        assert told
        assert f"fault {told[1]}: " in caplog.text
        assert "secret" not in "".join(record.getMessage() for record in caplog.records)
    assert len(caplog.records) == 1
    assert told[1] in problem(stumble("x"), language("ru"))
    assert errors.number(MissingFile("a", "b")) != errors.number(MissingFile("a", "c"))


@pytest.mark.parametrize("said", ["'SELECT 1'", '"a b"', "“x”", "`x`", "'it's' or\n 'b'"])
def test_what_an_error_quotes_is_left_out(said: str) -> None:
    assert own_words(ValueError(f"no {said} here")) == "no … here"


def test_the_log_has_a_fault_on_one_line_with_its_way_through_the_code() -> None:
    error = stumble("hole")
    error.__cause__ = OSError("hole")
    record = logging.LogRecord(
        "atlas.data", logging.ERROR, "", 1, "one\ntwo", (), (KeyError, error, error.__traceback__)
    )
    line = OneLine().format(record)
    assert "\n" not in line
    assert re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z ERROR atlas.data one \| two", line)
    assert re.search(r"KeyError < tests/unit/test_mended\.py:\d+ stumble < OSError$", line)
    assert "hole" not in line


# Outside the pages


async def fails(scope, receive, send) -> None:
    raise RuntimeError("no 'file' at path")


def test_an_answer_that_cannot_be_made_is_a_sentence_with_a_number(caplog) -> None:
    for lang, word in (("en", "Fault"), ("ru", "Ошибка")):
        answer = ask(Faults(fails), "/", f"lang={lang}")
        assert answer.status == 500
        [number] = set(re.findall(rf"{word} ([0-9a-f]{{6}})\.", answer.text))
        assert "RuntimeError" not in answer.text
    assert [record.getMessage() for record in caplog.records] == [
        f"fault {number}: RuntimeError: no … at path (fails, line {LINE})"
    ]


LINE = fails.__code__.co_firstlineno + 1


def test_a_page_that_fails_as_a_whole_says_so_and_has_its_foot(monkeypatch) -> None:
    monkeypatch.setattr(navigation, "PAGES", first("slides"))
    monkeypatch.setattr("components.frame.page.surround", lambda *_: 1 / 0)
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run()
    assert not app.exception
    [told] = [one.value for one in app.error]
    assert "This page cannot be shown." in told
    assert any("atlas-footer" in one.value for one in app.html)


def response(words: str) -> bytes:
    message = ForwardMsg()
    message.backend_operation_response.error_msg = words
    return bytes(message.SerializeToString())


@pytest.mark.parametrize(
    ("query", "lang"),
    [("lang=kk&view=x", "kk"), ("", "ru"), ("lang=no", "ru"), ("lang=en", "en")],
)
def test_a_file_that_was_not_made_is_told_in_the_language_of_the_page(query, lang) -> None:
    page = BackMsg()
    page.rerun_script.query_string = query
    coming = [{"type": "websocket.receive", "bytes": page.SerializeToString()}]
    told: list[bytes] = []

    async def streamlit(scope, receive, send) -> None:
        await receive()
        for words in (UNMADE, f"not {UNMADE}"):
            await send({"type": "websocket.send", "bytes": response(words)})

    async def receive() -> dict:
        return coming.pop()

    async def send(message: dict) -> None:
        told.append(message["bytes"])

    scope = {"type": "websocket", "headers": [(b"accept-language", b"ru,kk;q=0.5")]}
    asyncio.run(Unmade(streamlit)(scope, receive, send))
    words = language(lang).text("The file was not made.")
    assert told == [response(words), response(f"not {UNMADE}")]
