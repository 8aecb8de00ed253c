"""Pages on files that are missing, empty or damaged say so in the reader's language."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components import navigation
from components.language.catalogue import path_of
from components.navigation import PAGES
from data import loaders
from data.paths import CODES, DATA, SOURCES
from tests.broken import DAMAGES, ROOT, broken
from tests.opening import OF_VIEWS, OPENED, messages

CYRILLIC = re.compile(r"[А-Яа-яЁё]")
URLS = [spec.url for spec in OF_VIEWS]
TEXTS = DATA / "texts"
LOADED = cache(loaders.load)
READ_ON = [
    (TEXTS / "framework.yml", "readiness", "half"),
    (TEXTS / "framework.yml", "countries", "a word"),
    (TEXTS / "avrr_terms.yml", "avrr", "another kind"),
    (TEXTS / "sdg_terms.yml", "sdg", "missing"),
    (SOURCES / "un_desa_ims2024.yml", "start", "half"),
    (SOURCES / "reentry_bans.yml", "drivers", "binary"),
    (SOURCES / "readmission_agreements.yml", "policy", "html"),
    (CODES / "flow_types.csv", "flow-types", "missing"),
    (CODES / "indicators.csv", "flow-types", "half"),
    (CODES / "policy_names.csv", "policy", "html"),
    (CODES / "units.csv", "countries", "binary"),
    (ROOT / "geo" / "places.csv", "corridors", "empty"),
    (ROOT / "geo" / "places.csv", "counter-streams", "half"),
    (DATA / "tables" / "treaties" / "treaties_and_memberships.csv", "policy", "binary"),
]


def go(url: str, lang: str) -> AppTest:
    """Open a page at once, as if it were the first of the menu."""
    pages = tuple(replace(spec, default=spec.url == url) for spec in PAGES)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(navigation, "PAGES", pages)
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
        app.query_params = {"lang": lang, **OPENED.get(url, {})}
        return app.run()


def tells(app: AppTest, lang: str) -> None:
    """The page stands, and says what is wrong in the reader's language."""
    assert not app.exception
    assert app.error
    for error in app.error:
        assert bool(CYRILLIC.search(error.value)) == (lang == "ru"), error.value
        assert "Error" not in error.value
        assert "Traceback" not in error.value
    bodies = " ".join(element.value for element in app.html if "<style" not in element.value)
    choices = {widget.key for widget in (*app.button_group, *app.selectbox)} - {"language-switch"}
    assert choices or re.search("<h[123]", bodies), "the page is not there"


def told_once(caplog: pytest.LogCaptureFixture, name: str) -> None:
    """The log has the fault in detail, and has it once."""
    told = [r.getMessage() for r in caplog.records if r.name == "atlas.data"]
    assert any(name in message for message in told), told
    assert len(told) == len(set(told))


@pytest.mark.parametrize(
    ("path", "url", "damage"), READ_ON, ids=lambda told: getattr(told, "name", told)
)
def test_a_page_tells_of_a_file_that_it_cannot_read(
    path: Path,
    url: str,
    damage: str,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lang = "ru" if damage in ("half", "missing") else "en"
    if path.parent in (TEXTS, SOURCES):  # no table is read with these
        monkeypatch.setattr(loaders, "load", LOADED)
    with broken(path, DAMAGES[damage]):
        app = go(url, lang)
        tells(app, lang)
        assert any(path.stem in e.value or path.parent.name in e.value for e in app.error)
    told_once(caplog, path.parent.name if path.parent.parent.name == "tables" else path.name)


@pytest.mark.parametrize(
    ("path", "damage", "url"),
    [
        # the list of tables names no place
        *((CODES / "countries.csv", "empty", url) for url in URLS if url != "explore"),
        (DATA / "schema" / "tables.yml", "a word", "start"),
        (DATA / "schema" / "fields.yml", "half", "corridors"),
        (DATA / "datapackage.json", "binary", "corridors"),
        (DATA / "datapackage.json", "missing", "readiness"),
    ],
    ids=lambda told: getattr(told, "name", told),
)
def test_every_page_stands_without_what_all_need(url: str, path: Path, damage: str) -> None:
    with broken(path, DAMAGES[damage]):
        app = go(url, "ru")
        tells(app, "ru")
        controls = (app.button_group, app.selectbox, app.get("popover"))
        assert any(controls), "no controls"


def test_the_log_is_not_told_again_by_the_next_run(caplog: pytest.LogCaptureFixture) -> None:
    with broken(TEXTS / "avrr_terms.yml", DAMAGES["empty"]):
        app = go("avrr", "en")
        logged = [record.getMessage() for record in caplog.records if record.name == "atlas.data"]
        assert logged
        tells(app.run(), "en")
    assert logged == [r.getMessage() for r in caplog.records if r.name == "atlas.data"]


@pytest.mark.parametrize("damage", ["missing", "half"])
def test_a_page_without_its_catalogue_is_english_and_works(
    damage: str, caplog: pytest.LogCaptureFixture
) -> None:
    with broken(path_of("ru"), DAMAGES[damage]):
        app = go("start", "ru")
        assert not app.exception
        assert not app.error
        assert any("Central Asia" in text for _, _, text in messages(app))
        assert len([r for r in caplog.records if r.name == "atlas.data"]) == 1


def test_a_builder_that_stumbles_is_told_and_the_rest_is_there(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Whatever a view fails on, its card says so; the log has the trace."""
    from components import cache as shared

    build = shared.view

    def stumble(name, *more, **named):
        return {}["hole"] if name == "ranked" else build(name, *more, **named)

    with broken(DATA / "nothing", DAMAGES["missing"]):
        monkeypatch.setattr(shared, "view", stumble)
        app = go("corridors", "ru")
        tells(app, "ru")
        assert len(app.error) == 1
        assert len(app.get("plotly_chart")) >= 1
    traced = [record for record in caplog.records if record.exc_info]
    assert len(traced) == 1
