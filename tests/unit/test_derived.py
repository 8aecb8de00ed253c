"""What takes long to make is kept for the next process, and only as long as it fits."""

import gettext
import json

import pytest

from components.controls import finding, headlines
from components.find.entries import Spot
from components.find.entry import Goal
from components.language import LANGUAGES, catalogue
from data import derived
from tests.broken import DAMAGES, broken

SPOT = Spot(
    Goal("sdg", (("closer", "deaths"),), "sdg-deaths", "sdg-deaths"),
    dict.fromkeys(LANGUAGES, ("SDG", "Deaths")),
    "Nobody knows",
    "Persons",
    ("un_sdg_database",),
)


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(derived, "FOLDER", tmp_path / "derived")
    return tmp_path / "derived"


def test_what_is_kept_is_had_again_for_the_same_mark_alone():
    mark = derived.mark([b"a", b"b"])
    assert derived.mark([b"ab"]) != mark
    assert derived.recalled("x", mark) is None
    assert derived.keep("x", mark, b"line\nline")
    assert derived.recalled("x", mark) == b"line\nline"
    assert derived.recalled("x", derived.mark([b"a", b"c"])) is None


def test_a_file_that_was_cut_or_changed_is_made_anew(folder):
    derived.keep("x", "mark", b"a long content")
    for content in (b"", b"mark", (folder / "x").read_bytes()[:-3], b"\xff\xfe\n"):
        (folder / "x").write_bytes(content)
        assert derived.recalled("x", "mark") is None


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(derived, "FOLDER", tmp_path / "file" / "derived")
    assert not derived.keep("x", "mark", b"content")


def test_a_catalogue_that_is_kept_translates_as_the_one_that_was_read(folder):
    read = catalogue.read("ru")
    assert (folder / "ru.mo").is_file()
    kept = catalogue.read("ru")
    assert isinstance(kept, gettext.GNUTranslations)
    assert kept._catalog == read._catalog


def test_a_catalogue_of_which_something_is_left_out_is_not_kept(folder):
    wrong = 'msgid "{n} people"\nmsgstr "{m} человек"\n'.encode()
    with broken(catalogue.path_of("ru"), lambda _: b'msgid ""\nmsgstr ""\n\n' + wrong):
        catalogue.read("ru")
    assert not (folder / "ru.mo").exists()


def test_headlines_are_told_again_until_code_texts_or_tables_change(monkeypatch):
    headlines.keep("en", [SPOT])
    assert headlines.recalled("en") == (SPOT,)
    assert headlines.recalled("ru") is None
    table = headlines.ROOT / "data/tables/votes/unga_votes.csv"
    for path, damage in ((table, "half"), (catalogue.path_of("ru"), "empty"), (table, "missing")):
        with broken(path, DAMAGES[damage]):
            assert headlines.recalled("en") is None
    assert headlines.recalled("en") == (SPOT,)
    monkeypatch.setenv("ATLAS_TABLES", "postgres://host/atlas")
    assert headlines.recalled("en") is None  # tables may change under way


def test_no_view_is_built_for_what_is_known_of_it(monkeypatch):
    monkeypatch.setattr(headlines, "recalled", lambda _: (SPOT,))
    monkeypatch.setattr(finding, "built", None)
    finding._complete.cache.clear()
    assert finding.spots("en") == (SPOT,)
    [bare] = finding.spots("en", whole=False)
    assert (bare.goal, bare.title, bare.sources) == (SPOT.goal, "", ())
    finding._complete.cache.clear()


def test_what_was_found_is_kept_when_nothing_is_missing(folder, monkeypatch):
    told = [SPOT]
    monkeypatch.setattr(finding, "_spots", lambda *_, **__: tuple(told))
    finding._complete.cache.clear()
    assert finding.spots("en") == (SPOT,)
    assert json.loads((folder / "headlines.en.json").read_bytes().partition(b"\n")[2])
    told.append(Spot(SPOT.goal, SPOT.labels))
    finding._complete.cache.clear()
    assert len(finding.spots("ru")) == 2
    assert not (folder / "headlines.ru.json").exists()
    finding._complete.cache.clear()
