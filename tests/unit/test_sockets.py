"""What comes over the socket of a page, and how many sockets there are."""

import asyncio
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.proto.BackMsg_pb2 import BackendOperationRequest, BackMsg

from components.web import sockets
from components.web.sockets import ALL, HEARD, LARGEST, OF_ONE, Sockets
from data import errors

KINDS = [one.name for one in BackMsg.DESCRIPTOR.oneofs_by_name["type"].fields]
GONE = {"type": "websocket.disconnect", "code": 1000}


def said(kind: str) -> bytes:
    message = BackMsg()
    field = BackMsg.DESCRIPTOR.fields_by_name[kind]
    if field.message_type:
        getattr(message, kind).SetInParent()
    else:
        setattr(message, kind, "x" if field.type == field.TYPE_STRING else True)
    return message.SerializeToString()


def heard(*frames: bytes | str) -> tuple[list[dict], list[dict]]:
    """What Streamlit hears of what a browser sends, and what the browser is told."""
    coming = [
        {"type": "websocket.receive", "bytes": one if isinstance(one, bytes) else None, "text": one}
        for one in frames
    ] + [GONE]
    passed: list[dict] = []
    told: list[dict] = []

    async def app(scope: dict, receive: Any, send: Any) -> None:
        while True:
            passed.append(await receive())
            if passed[-1]["type"] == "websocket.disconnect":
                return

    async def receive() -> dict:
        return coming.pop(0)

    async def send(message: dict) -> None:
        told.append(message)

    scope = {"type": "websocket", "client": ("10.0.0.1", 1)}
    asyncio.run(Sockets(app)(scope, receive, send))
    return passed[:-1], told


@pytest.mark.parametrize(
    "payload", [one.name for one in BackendOperationRequest.DESCRIPTOR.oneofs[0].fields]
)
def test_a_file_is_made_when_its_button_is_pressed_and_nothing_is_installed(payload):
    message = BackMsg()
    getattr(message.backend_operation_request, payload).SetInParent()
    passed, told = heard(message.SerializeToString())
    assert bool(passed) == (payload == "deferred_file")
    assert told == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_runs_and_nothing_else_is_done_for_strangers(kind):
    passed, told = heard(said(kind))
    assert bool(passed) == (kind in HEARD)
    assert told == []


def test_emptying_the_caches_is_not_heard_and_the_page_goes_on():
    passed, told = heard(said("clear_cache"), said("rerun_script"))
    assert [one["bytes"] for one in passed] == [said("rerun_script")]
    assert told == []


@pytest.mark.parametrize(
    ("frame", "code"),
    [("words", 1002), (b"\xff\xff\xff", 1002), (b"\x00" * (LARGEST + 1), 1009)],
)
def test_what_is_no_message_of_a_page_ends_its_socket_without_a_word_in_the_log(
    frame, code, caplog
):
    passed, told = heard(frame, said("rerun_script"))
    assert passed == []
    assert told == [{"type": "websocket.close", "code": code}]
    assert caplog.text == ""


@given(st.lists(st.binary(max_size=60) | st.text(max_size=9), max_size=6))
def test_whatever_a_browser_sends_is_heard_left_out_or_ends_the_socket(frames):
    passed, told = heard(*frames)
    assert len(passed) <= len(frames)
    assert len(told) <= 1


def test_a_socket_too_many_is_refused_and_the_next_is_taken_when_one_has_gone(monkeypatch):
    monkeypatch.setenv(ALL, "3")
    monkeypatch.setenv(OF_ONE, "2")
    errors.forget()

    async def opened() -> list[str]:
        leave = asyncio.Event()

        async def app(scope: dict, receive: Any, send: Any) -> None:
            await send({"type": "websocket.accept"})
            await leave.wait()

        door, answers = Sockets(app), []

        async def come(who: str) -> None:
            async def send(message: dict) -> None:
                answers.append(f"{who} {message['type'].removeprefix('websocket.')}")

            await door({"type": "websocket", "client": (who, 1)}, None, send)

        first = [asyncio.create_task(come(who)) for who in ("a", "a", "a", "b", "c")]
        while len(answers) < len(first):
            await asyncio.sleep(0)
        leave.set()
        await asyncio.gather(*first)
        await come("c")
        assert not door.open
        return answers

    assert asyncio.run(opened()) == [
        "a accept",
        "a accept",
        "a close",
        "b accept",
        "c close",
        "c accept",
    ]


@pytest.mark.parametrize(("told", "meant"), [("7", 7), ("", 5), ("0", 5), ("-3", 5), ("many", 5)])
def test_a_setting_that_is_no_number_is_told_and_the_usual_one_is_meant(told, meant, monkeypatch):
    errors.forget()
    monkeypatch.setenv(ALL, told)
    assert sockets.whole(ALL, 5) == meant
