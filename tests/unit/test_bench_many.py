"""The benchmark of clicks, browsers, rows and many readers counts as it says."""

import asyncio
from collections import Counter
from dataclasses import replace

import pandas as pd
import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from bench import browser, load, report, rows
from bench.clicks import Clicked, Widget, widgets
from bench.many import Running
from bench.memory import Memory
from bench.readers import CHOICE, CLICK, PAGE, LeanSession, Met
from bench.session import Run
from bench.targets import FLOOR
from bench.visits import Fetched, Visit


def cells(markdown: str, row: int = 0) -> list[str]:
    return [cell.strip() for cell in markdown.splitlines()[2 + row].strip("|").split("|")]


def group(key: str, *options: str, part: str = "p1") -> ForwardMsg:
    message = ForwardMsg()
    message.delta.fragment_id = part
    told = message.delta.new_element.button_group
    told.id = f"$$ID-{'0' * 32}-{key}"
    for option in options:
        told.options.add().content = option
    return message


def test_widgets_are_those_of_parts_that_run_alone():
    menu = ForwardMsg()
    menu.delta.fragment_id = "p2"
    menu.delta.add_block.popover.id = f"$$ID-{'1' * 32}-more-map"
    outside = group("language", "English", part="")
    found = widgets([outside, group("face-map", "Chart", "Table"), menu])
    assert list(found) == ["face-map", "more-map"]
    assert found["face-map"].options == ("Chart", "Table")
    assert found["more-map"].fragment == "p2"


def test_a_reader_clicks_on_what_is_not_chosen():
    states = Widget("w", "p", ("Chart", "Table")).states()
    assert [list(next(states).string_array_value.data) for _ in range(3)] == [
        ["Table"],
        ["Chart"],
        ["Table"],
    ]
    assert list(next(Widget("w", "p", ("a", "b")).states(1)).string_array_value.data) == ["a"]
    opened = Widget("w", "p").states()
    assert [next(opened).bool_value for _ in range(3)] == [True, False, True]


def test_clicks_and_memory_are_judged():
    runs = [Run(seconds, 2000, Counter(), ()) for seconds in (0.004, 0.005, 0.02)]
    told = cells(report.clicks_table([Clicked("avrr", "face", runs)]))
    assert told[:4] == ["/avrr", "face", "5.0", "ok"]
    found = {FLOOR: Memory(80_000_000, 60_000), "Atlas": Memory(310_000_000, 400_000.0)}
    assert cells(report.memory_table(found), 1) == ["Atlas", "310", "miss", "0.40", "ok"]


def visit(text: float, picture: float, *files: Fetched) -> Visit:
    return Visit(text, picture, {str(n): one for n, one in enumerate(files)}, 44_000)


def test_what_the_browser_had_is_not_counted_and_what_it_asked_for_again_is():
    kept = Fetched("/a.js", 500, 200, True, "br", "immutable")
    again = Fetched("/b.svg", 120, 304, False, "", "max-age=60")
    bare = Fetched("/c.js", 5000, 200, False, "", "")
    font = Fetched("/d.woff2", 9000, 200, False, "", "max-age=60")
    one = visit(1, 2, kept, again, bare, font)
    assert (one.wire, len(one.asked), one.unchanged) == (14_120, 3, 1)
    assert browser.faults([one]) == ["/c.js: not compressed", "/c.js: no Cache-Control"]


@pytest.mark.parametrize(("picture", "verdict"), [(3.9, "ok"), (4.1, "miss")])
def test_the_first_picture_has_two_seconds_after_the_first_text(picture, verdict):
    seen = browser.Seen("avrr", 390, browser.SLOW, [visit(2.0, picture)], [visit(1.0, 1.0)])
    cold, warm = (cells(browser.visits_table([seen]), row) for row in (0, 1))
    assert cold[:7] == ["/avrr", "390", "1.6 Mbit/s", "cold", "2.0", f"{picture}", verdict]
    assert warm[3:7] == ["warm", "1.0", "1.0", "ok"]


def test_copies_of_rows_are_about_places_that_do_not_exist():
    kinds = pd.Series(["stock", "flow"], dtype="category")
    places = pd.Series(["KAZ", None], dtype="category")
    frame = pd.DataFrame({"origin": places, "kind": kinds, "value": [1.5, 2.5]})
    grown = rows.many(frame, 3)
    assert grown["origin"].tolist()[::2] == ["KAZ", "KAZ~1", "KAZ~2"]
    assert grown["origin"].isna().tolist() == [False, True] * 3
    assert grown["kind"].tolist() == ["stock", "flow"] * 3
    assert grown["value"].sum() == 12
    assert rows.many(frame, 1) is frame


def test_a_view_is_flat_when_its_time_stays():
    one = rows.Grown(10, 1, {"a": 0.1, "b": 0.1}, {"a": 0.1, "b": 0.01}, {"a": "A", "b": "B"})
    ten = replace(one, again={"a": 0.2, "b": 0.019}, titles={"a": "A", "b": "C"})
    told = rows.grown_table({1: one, 10: ten})
    assert cells(told)[:4] == ["a", "100", "200", "miss"]
    assert cells(told, 1)[:4] == ["b (says something else)", "10", "19", "ok"]


def step(readers: int, seconds: float, wrong: int = 0) -> load.Step:
    kinds = {kind: [seconds] for kind in (CLICK, CHOICE, PAGE)}
    return load.Step(readers, [seconds] * 20, kinds, wrong, 0.9, 0.3)


def test_a_server_bears_readers_without_errors_within_half_a_second():
    assert step(50, 0.5).is_borne
    assert not step(50, 0.51).is_borne
    assert not step(50, 0.1, wrong=1).is_borne
    assert not replace(step(50, 0.1), seconds=[]).is_borne
    assert cells(load.steps_table([step(400, 0.6)]))[:5] == ["400", "20", "0.600", "0.600", "miss"]


def test_the_ceiling_is_found_by_doubling_and_halving(monkeypatch):
    asked = []

    async def look(crowd: load.Crowd, readers: int, window: float) -> load.Step:
        asked.append(readers)
        return step(readers, 0.1 if readers <= 280 else 0.9)

    monkeypatch.setattr(load.Crowd, "step", look)
    steps = asyncio.run(load.climb(Running(1)))
    assert asked == [50, 100, 200, 400, 300, 250]
    assert [one.readers for one in steps if one.is_borne] == [50, 100, 200, 250]


def test_what_readers_saw_is_told_in_full():
    met = Met([(1.0, 0.2, CLICK), (9.0, 0.4, PAGE)], 3, 1, 2, ["a → b"], 2, 1, ["x: no headline"])
    assert met.seconds(5) == [0.4]
    assert met.seconds(kind=CLICK) == [0.2]
    told = load.saw(met)
    assert "3 connections broke" in told
    assert "2 readers came back to what they had left, 1 to something else (a → b)" in told
    assert "1 runs failed (x: no headline)" in told


def test_a_lean_session_finds_the_headline_among_what_names_it():
    session, probe, words = LeanSession(1), ForwardMsg(), ForwardMsg()
    probe.delta.new_element.markdown.body = ".atlas-headline"
    words.delta.new_element.html.body = "<h1 class='atlas-headline'>Six</h1>"
    session.frames = (probe.SerializeToString(), words.SerializeToString())
    assert "Six" in session.headline()
    assert not session.has(b"atlas-table")
