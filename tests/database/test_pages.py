"""Pages on a database: it stops while somebody reads, and comes back."""

from functools import cache as cache_of_one

import pytest

import serve
from components import cache
from components.controls import finding
from data.store import chosen
from tests.broken import forget
from tests.pages.test_broken_files import go, tells

pytestmark = pytest.mark.xdist_group("database")  # one server, started and filled once
SENTENCE = {
    "en": "The table “treaties” cannot be read: the database does not answer. "
    "This view cannot be shown; the rest of the page works. "
    "Try again in a minute.",
    "ru": "Не удалось прочитать таблицу «treaties»: база данных не отвечает. "
    "Этот рисунок показать нельзя; остальная часть страницы работает. "
    "Попробуйте ещё раз через минуту.",
}


@pytest.mark.parametrize("lang", SENTENCE)
def test_a_page_says_that_the_database_is_gone_and_heals(lang, database, monkeypatch, caplog):
    monkeypatch.setenv(chosen.SETTING, database.reader())
    forget()
    for name in ("readmission_agreements", "policy_events"):
        cache.table(name)  # somebody else has read them
    with database.stopped():
        app = go("policy", lang)
        tells(app, lang)
        assert any(error.value.startswith(SENTENCE[lang]) for error in app.error)
        assert not any("readmission_agreements" in error.value for error in app.error)
    told = caplog.text + "".join(error.value for error in app.error)
    assert database.reader().split("@")[0].rpartition(":")[2] not in told
    app.run()
    assert not app.error
    assert not app.exception
    cache.store().close()
    forget()


def test_what_is_built_at_the_start_is_built_again_when_the_database_comes(database, monkeypatch):
    monkeypatch.setenv(chosen.SETTING, database.reader())
    monkeypatch.setattr(serve.time, "sleep", lambda _: database.start())
    monkeypatch.setattr(finding, "LANGUAGES", {})
    looked = cache_of_one(cache.reachable)  # as what is found on pages is kept
    monkeypatch.setattr(finding, "places", looked)
    forget()
    there: list[bool] = []
    database.stop()
    serve._in_turn(looked, finding.prepare, lambda: there.append(cache.reachable()))
    assert there == [False, True]
    assert looked() is True
    cache.store().close()
    forget()
