"""What is done otherwise than Streamlit does it gives what Streamlit gives."""

import asyncio
from asyncio import Transport

import pytest
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session, runtime

from components.web.patches import ROUND, remember_theme, send_sooner
from components.web.sending import MOST, Together


class Wire(Transport):
    """A connection that keeps what is written."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[bytes] = []
        self.closed = False

    def write(self, data: bytes | bytearray | memoryview) -> None:
        self.sent.append(bytes(data))

    def is_closing(self) -> bool:
        return self.closed

    def close(self) -> None:
        self.closed = True


def test_messages_of_one_moment_leave_in_one_write_and_in_their_order() -> None:
    wire = Wire()

    async def talk() -> None:
        together = Together(wire, asyncio.get_running_loop())
        for number in range(40):  # as Streamlit sends: one in each turn of the loop
            together.write(b"%d " % number)
            await asyncio.sleep(0)
        assert not wire.sent
        for _ in range(10):
            await asyncio.sleep(0)
        together.write(b"later")
        together.close()

    asyncio.run(talk())
    assert wire.sent == [b"".join(b"%d " % number for number in range(40)), b"later"]
    assert wire.closed


def test_what_is_large_does_not_wait_and_nothing_is_written_to_a_closed_connection() -> None:
    wire = Wire()

    async def talk() -> None:
        together = Together(wire, asyncio.get_running_loop())
        together.write(b"x" * MOST)
        assert wire.sent == [b"x" * MOST]
        together.write(b"too late")
        wire.close()
        for _ in range(10):
            await asyncio.sleep(0)

    asyncio.run(talk())
    assert len(wire.sent) == 1


@pytest.mark.parametrize("section", ["theme", "theme.light", "theme.dark", "theme.sidebar"])
def test_the_theme_that_is_remembered_is_the_one_that_is_read(
    section: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = app_session._populate_theme_msg
    monkeypatch.setattr(app_session, "_populate_theme_msg", read)
    told = CustomThemeConfig()
    read(told, section)
    remember_theme()
    for _ in range(2):
        again = CustomThemeConfig()
        app_session._populate_theme_msg(again, section)
        assert again == told


def test_a_message_does_not_wait_five_milliseconds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runtime, "MESSAGE_FLUSH_INTERVAL_SECS", 0.005)
    send_sooner()
    assert runtime.MESSAGE_FLUSH_INTERVAL_SECS == ROUND
    assert "MESSAGE_FLUSH_INTERVAL_SECS" in runtime.Runtime._loop_coroutine.__code__.co_names
