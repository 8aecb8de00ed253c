"""Hostile addresses and widgets of every wrong kind: the server stays up and nobody else notices.

A long run: ``python -m tests.fuzz 100000``.
"""

import asyncio
import logging
import random

import pytest

from components.web.logs import Once
from tests.fuzz.attack import attack, calm, server
from tests.fuzz.inside import PROBES, streamlit_left_alone

INPUTS = 400
INSIDE = 150  # of each kind that is asked in this process


def test_a_server_under_attack_shows_no_trace_and_serves_others_as_before(tmp_path):
    log = tmp_path / "log"
    with server(log) as port:
        before = asyncio.run(calm(port))
        found = asyncio.run(attack(port, INPUTS, 7))
        after = asyncio.run(calm(port))
    assert found.inputs >= INPUTS
    assert (found.failed, found.traces) == ([], [])
    assert before == after
    assert len(log.read_text(encoding="utf-8", errors="replace").splitlines()) < INPUTS


@pytest.mark.parametrize("kind", PROBES)
def test_what_reads_hostile_input_refuses_it_in_a_sentence_or_answers(kind):
    chance = random.Random(7)
    with streamlit_left_alone():
        ends = {PROBES[kind](chance) for _ in range(INSIDE)}
    assert ends == {"refused", "answered"}


def logged(caplog, *faults: Exception) -> list[logging.LogRecord]:
    logger = logging.getLogger("streamlit.tried")
    once = Once()
    logger.addFilter(once)
    caplog.clear()
    try:
        for fault in faults:
            try:
                raise fault
            except Exception:
                logger.exception("A fault %s", "x" * 1000)
    finally:
        logger.removeFilter(once)
    return caplog.records


def test_a_fault_is_told_once_from_where_it_arises_and_not_at_any_length(caplog):
    found = logged(caplog, TypeError("one"), TypeError("two"), ValueError("three"))
    assert [record.exc_info[0] for record in found] == [TypeError, ValueError]
    assert all(len(record.getMessage()) <= 500 for record in found)
