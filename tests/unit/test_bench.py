"""The benchmark counts bytes as they are, remembers what a browser does, and judges fairly."""

from collections import Counter
from pathlib import Path

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from bench import report, soak
from bench.explore import Explored
from bench.figures import median, percentile, table
from bench.pages import Measured
from bench.protocol import (
    Address,
    CacheMiss,
    MessageCache,
    count_bytes,
    kind,
    rerun_message,
)
from bench.servers import Server
from bench.session import Run
from bench.start import ATLAS, Start
from bench.tables import Load
from bench.targets import CHARTS, FLOOR, State, Target, new_choices


def big(name: str) -> ForwardMsg:
    message = ForwardMsg(hash=name)
    message.metadata.cacheable = True
    message.delta.new_element.html.body = name
    return message


def reference(name: str) -> ForwardMsg:
    return ForwardMsg(ref_hash=name)


def run(seconds: float, wire: int = 700) -> Run:
    return Run(seconds, wire, Counter(html=wire), ())


@pytest.mark.parametrize(
    ("values", "share", "expected"),
    [
        ([7.0], 95, 7.0),
        ([3.0, 1.0, 2.0], 50, 2.0),
        ([1.0, 2.0], 50, 1.5),
        ([1.0, 2.0, 3.0, 4.0], 0, 1.0),
        ([1.0, 2.0, 3.0, 4.0], 100, 4.0),
        (list(map(float, range(101))), 95, 95.0),
    ],
)
def test_percentile_lies_between_the_nearest_values(values, share, expected):
    assert percentile(values, share) == pytest.approx(expected)


def test_no_values_have_no_percentile():
    with pytest.raises(ValueError, match="no values"):
        percentile([], 50)


def test_median_is_not_moved_by_one_slow_run():
    assert median([5.0, 5.0, 6.0, 7.0, 900.0]) == 6.0


def test_table_is_markdown_with_aligned_columns_and_full_rows():
    assert table(["page", "ms"], [["Start", "12.5"], ["One|two"]]).splitlines() == [
        "| page     |   ms |",
        "| -------- | ---: |",
        "| Start    | 12.5 |",
        "| One\\|two |      |",
    ]


def test_bytes_are_counted_by_what_messages_carry():
    end = ForwardMsg(script_finished=ForwardMsg.FINISHED_SUCCESSFULLY)
    block = ForwardMsg()
    block.delta.add_block.allow_empty = True
    counted = count_bytes(
        [(big("a"), 10), (big("b"), 5), (block, 3), (reference("a"), 2), (end, 1)]
    )
    assert counted == Counter(html=15, add_block=3, ref_hash=2, script_finished=1)
    assert kind(ForwardMsg()) == "nothing"


def test_a_message_is_remembered_and_may_be_referred_to():
    cache = MessageCache()
    cache.see(big("a"))
    cache.see(ForwardMsg(hash="small"))
    cache.end_run()
    cache.see(reference("a"))
    assert cache.hashes() == ["a"]


def test_a_message_that_was_not_used_for_three_runs_is_forgotten():
    cache = MessageCache(max_age=2)
    cache.see(big("a"))
    for _ in range(2):
        cache.end_run()
        assert cache.hashes() == ["a"]
    cache.end_run()
    assert cache.hashes() == []


def test_a_use_keeps_a_message_alive():
    cache = MessageCache(max_age=2)
    cache.see(big("a"))
    for _ in range(6):
        cache.end_run()
        cache.see(reference("a"))
    assert cache.hashes() == ["a"]


def test_a_reference_to_nothing_is_an_error():
    with pytest.raises(CacheMiss):
        MessageCache().see(reference("a"))


def test_the_first_request_names_the_page_and_later_ones_its_script():
    first = rerun_message(Address("http://127.0.0.1:1/corridors", "corridors", query="year=2010"))
    assert first.rerun_script.page_name == "corridors"
    assert first.rerun_script.query_string == "year=2010"
    assert first.rerun_script.context_info.url == "http://127.0.0.1:1/corridors"
    later = rerun_message(Address("", "corridors", script="abc"), cached=["x"])
    assert later.rerun_script.page_name == ""
    assert later.rerun_script.page_script_hash == "abc"
    assert list(later.rerun_script.cached_message_hashes) == ["x"]


def test_a_rerun_has_ten_milliseconds_and_a_new_choice_a_hundred():
    page, new = (Target("", Server(Path(), ""), "", State("", is_new=new)) for new in (False, True))
    assert (report.rerun_aim(page), report.rerun_aim(new)) == (0.010, 0.1)


def measured(name: str, again: float, wire: int, crowd: float) -> Measured:
    target = Target(name, Server(folder=None, script=""))
    return Measured(target, [run(25 * again, wire)] * 3, [run(again)] * 3, [again] * 3, [crowd])


def test_pages_stand_beside_the_floor_with_their_verdicts():
    found = [
        measured(FLOOR, 0.004, 700, 0.02),
        measured(CHARTS, 0.006, 5000, 0.1),
        measured("Light", 0.010, 40_000, 0.2),
        measured("Heavy", 0.080, 200_000, 1.2),
        Measured(Target("Broken", Server(folder=None, script="")), failed="ScriptFailed: why"),
    ]
    lines = report.pages_table(found, 50).splitlines()
    cells = {line.split("|")[1].strip(): line for line in lines[2:]}
    assert "2.5 |   ok" in cells["Light"]
    assert cells["Light"].count("ok") == 4
    assert cells["Heavy"].count("miss") == 4
    assert "ok" not in cells[FLOOR] + cells[CHARTS]
    assert "ScriptFailed: why" in cells["Broken"]
    assert "50 at once" in lines[0]


def test_cold_starts_are_told_as_multiples_of_the_empty_apps():
    starts = {"empty": Start([0.4], [0.6]), ATLAS: Start([0.7], [0.84])}
    row = report.starts_table(starts).splitlines()[2]
    assert "1.40" in row
    assert "ok" in row


def test_the_load_of_the_data_is_judged_by_time_and_memory():
    load = Load(0.4, 0.3, 200_000_000, 26, 1000, ["votes: not there"])
    text = report.load_table([load])
    assert text.count("ok") == 1
    assert text.count("miss") == 1
    assert "votes: not there" in text


def test_new_choices_are_all_different():
    asked = list(new_choices())
    assert len(asked) == len(set(asked)) >= 100


def test_memory_is_told_for_the_nearest_sample():
    watched = soak.Watched("a", Server(folder=None, script=""))
    watched.memory = [(0.0, 100_000_000), (58.0, 120_000_000), (71.0, 150_000_000)]
    watched.reruns = [(1.0, 0.010), (2.0, 0.020)]
    row = soak.summary([watched], [0, 1]).splitlines()[2]
    assert [cell.strip() for cell in row.strip("|").split("|")] == [
        "a",
        "100",
        "120",
        "2",
        "0",
        "15, 20 ms",
    ]


def test_questions_are_judged_on_the_table_as_it_is():
    found = Explored({"1": 200, "10": 2000}, {"quick": [0.02, 0.3], "slow": [0.2, 0.9]}, 50_000_000)
    told = " ".join(report.explore_table(found).split())
    assert "| quick | 20.0 | 300.0 | ok |" in told and "| slow | 200.0 | 900.0 | miss |" in told
    assert "by 50 MB" in told
