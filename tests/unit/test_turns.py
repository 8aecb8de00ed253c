"""Work in turns: few pieces at once, and one who asks again and again leaves room for others."""

import threading
from contextlib import ExitStack
from typing import Any

import pandas as pd
import pytest

from components import cache
from components.explore.sql_words import said
from components.language import language
from components.web import talks
from data.explore import sql
from data.explore.refusal import Refused
from data.turns import Busy, Turns
from tests.asking import ask


def turns(**more: Any) -> Turns:
    return Turns(**({"at_once": 2, "of_one": 1, "waiting": 0, "patience": 0.01} | more))


def test_one_who_asks_again_is_sent_away_and_another_is_served():
    two = turns()
    with two.taken("a"):
        with pytest.raises(Busy) as busy, two.taken("a"):
            pass
        assert busy.value.own
        with two.taken("b"):
            with pytest.raises(Busy) as busy, two.taken("c"):
                pass
            assert not busy.value.own
    with two.taken("a"), two.taken("c"):
        assert not two._here["b"]  # nothing is kept of who has gone
    assert not two._here
    assert not two._working


def test_who_waits_has_the_next_turn():
    one = turns(at_once=1, waiting=1, patience=30)
    done: list[str] = []

    def work() -> None:
        with one.taken("a"):
            done.append("second")

    with one.taken("a"):
        waiting = threading.Thread(target=work)
        waiting.start()
        done.append("first")
    waiting.join()
    assert done == ["first", "second"]


def test_where_nobody_is_known_all_share_the_turns():
    two = turns()
    with two.taken(), two.taken(), pytest.raises(Busy) as busy, two.taken():
        pass
    assert not busy.value.own


def test_a_turn_ends_with_an_error_too():
    one = turns(at_once=1)
    with pytest.raises(ZeroDivisionError), one.taken("a"):
        raise ZeroDivisionError
    with one.taken("a"):
        pass


def no_table(_: str) -> pd.DataFrame:
    raise AssertionError("no table is asked for")


def test_a_reader_who_asks_slow_queries_is_told_to_wait_and_others_are_not(monkeypatch):
    monkeypatch.setattr(sql, "_turns", turns(waiting=0))
    monkeypatch.setattr(sql, "_ask", lambda question: ({"reason": "sql_slow", "facts": {}}, None))
    with sql._turns.taken("192.0.2.1"):
        with pytest.raises(Refused) as refused:
            sql.run(no_table, "SELECT 1", "192.0.2.1")
        assert refused.value.reason == "sql_yours"
        assert "still running" in said(refused.value, language("en"))
        with pytest.raises(Refused) as refused:  # its turn came
            sql.run(no_table, "SELECT 1", "192.0.2.2")
        assert refused.value.reason == "sql_slow"


def test_an_answer_is_the_same_whoever_asks(monkeypatch):
    asked: list[str] = []
    monkeypatch.setattr(cache, "run", lambda _, text, who: asked.append(who) or text)
    cache.clear()
    assert cache.selected("SELECT 7", "a") == cache.selected("SELECT 7", "b")
    assert asked == ["a"]
    cache.clear()


def test_who_asks_for_talk_after_talk_is_asked_to_wait(monkeypatch):
    from starlette.applications import Starlette
    from starlette.routing import Route

    app = Starlette(routes=[Route("/talk", talks.talk_page)])
    monkeypatch.setattr(talks, "TURNS", turns(at_once=1))
    with ExitStack() as held:
        held.enter_context(talks.TURNS.taken("192.0.2.1"))
        own = ask(app, "/talk", "deck=ax", client="192.0.2.1")
        other = ask(app, "/talk", "deck=ax", client="192.0.2.2")
    assert (own.status, other.status) == (429, 503)
    assert own.headers["retry-after"]
    assert "ask again" in own.text
    assert ask(app, "/talk", "deck=ax", client="192.0.2.1").status == 400
