"""What all sessions share: built once, whoever asks, and out of a browser's reach."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
import streamlit as st

from components import cache
from components.context import RenderContext
from components.controls.corridors import CHOICES
from data.errors import MissingFile


def test_what_many_ask_for_at_once_is_built_once():
    begun, go, built = Event(), Event(), []

    @cache.remembered
    def slow(number: int) -> object:
        begun.set()
        assert go.wait(10)
        built.append(number)
        return object()

    with ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(slow, 1) for _ in range(8)]
        assert begun.wait(10)
        go.set()
        found = {id(one.result(10)) for one in asked}
    assert built == [1]
    assert len(found) == 1


def test_what_is_built_anew_takes_the_place_of_the_oldest(monkeypatch):
    monkeypatch.setattr(cache, "VIEWS", 3)
    built = []

    @cache.remembered
    def found(number: int) -> int:
        built.append(number)
        return number

    for number in (1, 2, 3, 4, 4, 1):
        assert found(number) == number
    assert built == [1, 2, 3, 4, 1]
    assert len(found.cache) == 3


def test_a_failure_is_not_remembered():
    there = [False]

    @cache.remembered
    def found() -> int:
        if not there[0]:
            raise MissingFile("a.csv", "a.csv is not there")
        return 5

    with pytest.raises(MissingFile):
        found()
    there[0] = True
    assert found() == 5


def test_no_browser_empties_what_is_shared():
    table, view = cache.table("votes"), cache.view("time", CHOICES.unchosen(), RenderContext("en"))
    st.cache_data.clear()  # what a browser's message makes Streamlit do
    st.cache_resource.clear()
    assert cache.table("votes") is table
    assert cache.view("time", CHOICES.unchosen(), RenderContext("en")) is view


def test_what_is_cleared_is_read_anew():
    before = cache.table("votes")
    cache.clear()
    assert cache.table("votes") is not before
