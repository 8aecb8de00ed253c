"""The one way to the web: patience, resumption, proxies, and faults told in a sentence."""

import base64
import gzip
import hashlib
import os
from email.utils import formatdate
from pathlib import Path
from threading import Event

import pytest

from data.bring.problems import Refused
from data.refresh import answers
from data.refresh.publisher import Edition, file_edition, whole
from data.refresh.web import BROWSER, Patience, Web
from tests.refresh.conftest import QUICK
from tests.refresh.replay import Replay, Reply, serving

URL = "https://data.example.org/table.json"
PLACE = r"/data\.example\.org/table\.json"
GOOD = Reply(b'{"rows": [1, 2.50]}')
LONG = b"0123456789" * 20_000
HTML = b"<!DOCTYPE html><html><head><title>Just a moment...</title></head></html>"
SOON = {"Retry-After": "7"}


def told(web: Web, url: str = URL, read=answers.json_of, **more) -> str:
    """The sentence with which a question is refused."""
    with pytest.raises(Refused) as refused:
        web.ask(url, read, **more)
    return str(refused.value)


def test_numbers_stay_as_they_were_sent(replay: Replay, web: Web) -> None:
    replay.on(PLACE, GOOD)
    assert web.ask(URL, answers.json_of) == {"rows": ["1", "2.50"]}


@pytest.mark.parametrize(
    ("reply", "sentence"),
    [
        (Reply(b"no", 403), "does not answer programs (status 403). Save https://data.example"),
        (Reply(b"no", 404), "There is nothing at https://data.example.org/table.json any more"),
        (Reply(b"much", 413), "finds the question too large (status 413)"),
        (Reply(b"odd", 418), "answers with status 418: odd"),
        (Reply(b"x", 503), "asks to come back later (status 503)"),
        (Reply(b"x", 500), "asks to come back later (status 500)"),
        (Reply(b""), "sends an empty answer"),
        (Reply(HTML), "sends a web page instead of data: “Just a moment...”"),
        (Reply(b'<?xml version="1.0"?><wb:error>x</wb:error>'), "sends XML although JSON was"),
        (Reply(b'{"rows": [1,'), "cut off or damaged"),
        (Reply(b"\xff\xfe\x00"), "is not text in UTF-8"),
        (Reply(b'{"rows": []}', cut=4), "broke off after"),
        (Reply(b"{}", headers={"Content-MD5": "AAAA"}), "does not have the checksum"),
    ],
)
def test_a_fault_that_lasts_is_told(reply: Reply, sentence: str, replay: Replay, web: Web) -> None:
    replay.on(PLACE, reply)
    assert sentence in told(web)


@pytest.mark.parametrize(
    "reply",
    [
        Reply(b"x", 503),
        Reply(b"x", 429, SOON),
        Reply(HTML),
        Reply(b"<error/>"),
        Reply(b'{"rows": ['),
        Reply(b""),
        Reply(b'{"rows": [1, 2]}', cut=5),
    ],
)
def test_a_fault_that_passes_is_waited_for(reply, replay: Replay, web: Web, waits) -> None:
    replay.on(PLACE, GOOD)
    replay.spoil(PLACE, reply, reply)
    assert web.ask(URL, answers.json_of) == {"rows": ["1", "2.50"]}
    assert len(replay.questions(PLACE)) == 3
    assert waits == [7, 7] if reply.headers else len(waits) == 2


def test_a_moment_to_come_back_is_kept(replay: Replay, web: Web, waits: list[float]) -> None:
    replay.on(PLACE, GOOD)
    replay.spoil(PLACE, Reply(b"", 503, {"Retry-After": formatdate(usegmt=True)}))
    web.ask(URL, answers.json_of)
    assert waits == [0], "a day that is over is no wait"
    replay.on(PLACE, Reply(b"", 429, {"Retry-After": "18000"}))
    assert "asks to come back in 18000 seconds" in told(web)
    assert waits == [0], "nobody waits a day"


def test_what_does_not_pass_is_not_asked_again(replay: Replay, web: Web, waits) -> None:
    replay.on(PLACE, Reply(b"no", 403))
    told(web)
    assert len(replay.questions(PLACE)) == 1 and not waits


def test_waits_grow_and_questions_keep_their_distance(replay: Replay, tmp_path: Path) -> None:
    waits: list[float] = []
    patience = Patience(attempts=5, first=2, longest=10, pause=0, timeout=(2, 2))
    web = Web(tmp_path, patience, at=replay.address, sleep=waits.append)
    replay.on(PLACE, Reply(b"", 503))
    told(web)
    assert waits == [2, 4, 8, 10]
    waits.clear()
    slow = Web(tmp_path, Patience(pause=5), fresh=0, at=replay.address, sleep=waits.append)
    replay.on(PLACE, GOOD)
    slow.ask(URL, answers.json_of)
    slow.ask(URL, answers.json_of)
    assert len(waits) == 1 and 4 < waits[0] <= 5


def test_a_server_that_is_not_there(tmp_path: Path) -> None:
    web = Web(tmp_path, QUICK, at="http://127.0.0.1:1", sleep=lambda _: None)
    assert "data.example.org cannot be reached" in told(web)


def test_a_name_that_nobody_knows_is_asked_for_once(tmp_path: Path, monkeypatch, waits) -> None:
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    web = Web(tmp_path, QUICK, sleep=waits.append)
    assert "data.invalid is not found" in told(web, "https://data.invalid/table.json")
    assert not waits


def test_a_server_that_does_not_answer_in_time(replay: Replay, tmp_path: Path) -> None:
    patience = Patience(attempts=1, pause=0, timeout=(1, 0.05))
    web = Web(tmp_path, patience, at=replay.address, sleep=lambda _: None)

    asked_for_long_enough = Event()

    def late(match, query) -> Reply:
        asked_for_long_enough.wait(10)
        return GOOD

    replay.on(PLACE, late)
    assert "did not answer in time" in told(web)
    asked_for_long_enough.set()


def test_redirects_are_followed_but_not_in_circles(replay: Replay, web: Web) -> None:
    replay.on("/moved$", GOOD)
    replay.on(PLACE, Reply(b"", 302, {"Location": "/data.example.org/moved"}))
    assert web.ask(URL, answers.json_of)
    replay.on(PLACE, Reply(b"", 301, {"Location": "/data.example.org/table.json"}))
    assert "sends the question round in circles" in told(web)


def test_a_page_that_says_sorry(replay: Replay, web: Web) -> None:
    replay.on("/sorry.example.org", Reply(b"<html>We are sorry</html>"))
    replay.on(PLACE, Reply(b"", 302, {"Location": "/sorry.example.org/"}))
    assert "page for times when it is out of order" in told(web)


def test_addresses_are_not_longer_than_a_publisher_takes(web: Web) -> None:
    said = told(web, query={"country": ";".join(["KAZ"] * 500)}, limit=1500)
    assert "characters, data.example.org takes 1500" in said


def test_a_publisher_for_browsers_gets_another_name(replay: Replay, web: Web) -> None:
    replay.on(PLACE, GOOD)
    web.ask(URL, answers.json_of, agent=BROWSER)
    web.ask(URL, answers.json_of)
    named = [one.headers["User-Agent"] for one in replay.questions(PLACE)]
    assert named[0].startswith("Mozilla/5.0") and not named[1].startswith("Mozilla")
    assert all("central-asia-migration-atlas" in name for name in named)


# What is kept


def files_of(replay: Replay) -> Reply:
    reply = Reply(LONG, headers={"ETag": '"v1"', "Last-Modified": formatdate(0)}, is_file=True)
    replay.on(PLACE, reply)
    return reply


def test_a_file_that_broke_off_goes_on_where_it_was(replay: Replay, web: Web) -> None:
    files_of(replay)
    headers = {"ETag": '"v1"', "Content-Length": str(len(LONG))}
    replay.spoil(PLACE, Reply(LONG, headers=headers, cut=70_000))
    assert web.ask(URL, whole).content == LONG
    first, second = replay.questions(PLACE)
    assert "Range" not in first.headers
    assert second.headers["Range"] == "bytes=65536-", "whole blocks stayed"
    assert second.headers["If-Range"] == '"v1"'


def test_another_run_goes_on_too_and_a_new_file_begins_anew(replay, web, tmp_path) -> None:
    headers = {"ETag": '"v1"', "Content-Length": str(len(LONG))}
    replay.on(PLACE, Reply(LONG, headers=headers, cut=70_000))
    once = Web(tmp_path / "cache", Patience(1, 0, pause=0), fresh=0, at=replay.address)
    assert "broke off after" in told(once, read=whole)
    other = LONG[::-1]
    replay.on(PLACE, Reply(other, headers={"ETag": '"v2"'}, is_file=True))
    assert web.ask(URL, whole).content == other


def test_a_server_that_sends_another_part_is_asked_anew(replay: Replay, web: Web) -> None:
    files_of(replay)
    headers = {"ETag": '"v1"', "Content-Length": str(len(LONG))}
    wrong = Reply(b"zz", 206, {"Content-Range": "bytes 5-6/200000"})
    replay.spoil(PLACE, Reply(LONG, headers=headers, cut=70_000), wrong)
    assert web.ask(URL, whole).content == LONG
    replay.asked.clear()


def test_a_packed_answer_is_unpacked_and_never_goes_on(replay: Replay, web: Web) -> None:
    packed = gzip.compress(LONG + os.urandom(200_000))
    headers = {"ETag": '"v1"', "Content-Encoding": "gzip", "Content-MD5": "AAAA"}
    replay.on(PLACE, Reply(packed, headers=headers))
    replay.spoil(PLACE, Reply(packed, headers=headers, cut=len(packed) - 100))
    assert web.ask(URL, whole).content.startswith(LONG)
    assert all("Range" not in one.headers for one in replay.questions(PLACE))
    assert len(replay.questions(PLACE)) == 2


def test_what_did_not_change_is_not_sent_again(replay: Replay, web: Web, tmp_path: Path) -> None:
    files_of(replay)
    web.ask(URL, whole)
    assert web.ask(URL, whole).content == LONG
    assert replay.questions(PLACE)[1].headers["If-None-Match"] == '"v1"'
    fresh = Web(tmp_path / "cache", QUICK, fresh=60, at=replay.address)
    assert fresh.ask(URL, whole).content == LONG
    assert len(replay.questions(PLACE)) == 2, "a fresh answer is not asked for"


def test_an_answer_that_cannot_be_read_is_not_kept(replay: Replay, tmp_path: Path) -> None:
    web = Web(tmp_path, QUICK, fresh=3600, at=replay.address, sleep=lambda _: None)
    replay.on(PLACE, Reply(HTML))
    told(web)
    replay.on(PLACE, GOOD)
    assert web.ask(URL, answers.json_of)


def test_a_kept_answer_that_was_damaged_is_asked_for_again(replay: Replay, tmp_path: Path) -> None:
    web = Web(tmp_path, QUICK, fresh=3600, at=replay.address)
    replay.on(PLACE, GOOD)
    path = web.ask(URL, whole).path
    path.write_bytes(b"damaged")
    assert web.ask(URL, answers.json_of) == {"rows": ["1", "2.50"]}


def test_a_checksum_that_fits(replay: Replay, web: Web) -> None:
    told_sum = base64.b64encode(hashlib.md5(GOOD.body, usedforsecurity=False).digest()).decode()
    replay.on(PLACE, Reply(GOOD.body, headers={"Content-MD5": told_sum}))
    assert web.ask(URL, answers.json_of)


def test_a_file_that_somebody_saved_is_used(replay: Replay, tmp_path: Path) -> None:
    (tmp_path / "saved").mkdir()
    (tmp_path / "saved" / "table.json").write_bytes(GOOD.body)
    web = Web(tmp_path / "cache", QUICK, at=replay.address, given=tmp_path / "saved")
    assert web.ask(URL, answers.json_of) == {"rows": ["1", "2.50"]}
    assert len(file_edition(web, URL).mark) == 16
    assert not replay.asked


def test_the_edition_of_a_file_is_when_it_was_changed(replay: Replay, web: Web) -> None:
    files_of(replay)
    assert file_edition(web, URL) == Edition("Thu, 01 Jan 1970 00:00:00 -0000", "1970-01-01")
    assert [one.method for one in replay.questions(PLACE)] == ["HEAD"]
    replay.on(PLACE, GOOD)
    with pytest.raises(Refused, match="does not say when table"):
        file_edition(web, URL)


# Proxies


def test_questions_go_through_a_proxy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(Replay()) as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.address)
        monkeypatch.delenv("NO_PROXY", raising=False)
        monkeypatch.delenv("no_proxy", raising=False)
        proxy.on(r"/data\.example\.invalid/table", GOOD)
        web = Web(tmp_path, QUICK, sleep=lambda _: None)
        assert web.ask("http://data.example.invalid/table.json", answers.json_of)


def test_a_proxy_that_says_no_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(Replay()) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.address)
        monkeypatch.delenv("NO_PROXY", raising=False)
        monkeypatch.delenv("no_proxy", raising=False)
        web = Web(tmp_path, QUICK, sleep=lambda _: None)
        said = told(web, "https://data.example.invalid/table.json")
        assert "The proxy does not let the question through to data.example.invalid" in said
        assert proxy.asked[0].method == "CONNECT"
