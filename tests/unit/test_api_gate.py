"""The door and the gate of the interface: caching, rates, what is refused, and its description."""

import asyncio
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from starlette.applications import Starlette

from components.api import app as api
from components.api import door, gate
from components.api.app import build, described_app
from components.api.gate import AT_ONCE, OF_ONE, Gate, Rates, whose
from components.language import language
from components.web import asking as web_asking
from data.errors import DamagedFile, DamagedTable
from tests.asking import ask, asking
from tests.opening import ROOT

APP = build("off")
VOTES = "/api/tables/votes"

# Answers that are kept


def test_an_answer_is_known_again_until_the_question_is_another():
    first = ask(APP, VOTES, "country=KAZ")
    mark = first.headers["etag"]
    assert mark.startswith('W/"')
    assert "max-age" in first.headers["cache-control"]
    assert "Accept-Language" in first.headers["vary"]
    again = ask(APP, VOTES, "country=KAZ", if_none_match=f'"x", {mark}')
    assert (again.status, again.body, again.headers["etag"]) == (304, b"", mark)
    for other in ({"query": "country=UZB"}, {"query": "country=KAZ", "accept_language": "ru"}):
        query = other.pop("query")
        assert ask(APP, VOTES, query, if_none_match=mark, **other).status == 200
    assert ask(APP, "/api/tables/nothing", if_none_match=mark).status == 404


def test_another_edition_is_another_answer(monkeypatch):
    from components.api import edition

    mark = ask(APP, VOTES).headers["etag"]
    sound = edition.edition()
    monkeypatch.setattr(edition, "edition", lambda: edition.Edition("9.9.9", "", sound.data))
    assert ask(APP, VOTES, if_none_match=mark).status == 200


@pytest.mark.parametrize("query", ["", "_format=csv", "x=1"])
def test_head_has_the_headers_of_get_and_no_body(query):
    got, head = ask(APP, VOTES, query), ask(APP, VOTES, query, "HEAD")
    assert head.body == b""
    assert head.status == got.status
    assert head.headers["content-type"] == got.headers["content-type"]
    assert head.headers.get("etag") == got.headers.get("etag")


def test_headers_of_a_whole_table_are_told_without_reading_it(monkeypatch):
    from components.api import tables

    def read(_: object) -> Iterator[None]:
        yield pytest.fail("it was read")

    monkeypatch.setattr(tables, "_pieces", read)
    assert ask(APP, VOTES, "_format=csv", "HEAD").status == 200


def test_a_file_whose_source_fails_on_the_way_has_no_end(monkeypatch):
    from components.api import tables

    def pieces(_: object) -> Iterator[dict[str, list[str]]]:
        yield {"country": ["KAZ"]}
        raise DamagedTable("votes", "the disk is gone")

    monkeypatch.setattr(tables, "_pieces", pieces)
    found = ask(APP, VOTES, "_format=csv&_columns=country")
    assert (found.status, found.whole, found.body) == (200, False, b"country\nKAZ\n")
    assert ask(APP, VOTES).whole


# Who may ask what


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "COPY"])
def test_nothing_can_be_changed(method):
    found = ask(APP, VOTES, method=method)
    assert found.status == 405
    assert found.headers["allow"] == "GET, HEAD, OPTIONS"
    assert found.told["detail"]


def test_scripts_of_other_sites_may_read_here_and_send_no_cookies():
    found = ask(APP, VOTES, origin="https://news.example")
    assert found.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in found.headers
    before = ask(
        APP,
        VOTES,
        method="OPTIONS",
        origin="https://news.example",
        access_control_request_method="GET",
    )
    assert before.status == 200
    refused = ask(
        APP,
        VOTES,
        method="OPTIONS",
        origin="https://news.example",
        access_control_request_method="DELETE",
    )
    assert refused.status == 400
    assert ask(APP, VOTES, method="OPTIONS").status == 204


def test_who_asks_too_often_is_told_when_to_ask_again():
    app = build("3/minute")
    assert [ask(app, "/api/codes/sexes").status for _ in range(4)] == [200, 200, 200, 429]
    found = ask(app, "/api/codes/sexes", "lang=ru")
    seconds = int(found.headers["retry-after"])
    assert 1 <= seconds <= 60
    assert str(seconds) in found.told["detail"]
    assert found.told["title"] == language("ru").text("Too many requests")
    assert ask(app, "/api/codes/sexes", client="192.0.2.2").status == 200
    assert ask(app, "/api/codes/sexes", x_forwarded_for="192.0.2.3").status == 429


def test_addresses_are_counted_in_bounded_memory():
    rates = Rates("2/minute", most=50)
    assert [rates.wait("2001:db8::1"), rates.wait("2001:db8::2")] == [0, 0]
    assert rates.wait("2001:db8::3") > 0, "one network of IPv6 is one"
    waits = [rates.wait(f"198.51.{n // 250}.{n % 250}") for n in range(500)]
    assert waits.count(0) <= 50 + 2
    assert len(rates._seen) <= 50
    assert len(rates._count.storage.storage) <= 2 * 51


@pytest.mark.parametrize("told", ["", "often", "0/minute/0", "many; 3"])
def test_a_rate_that_is_none_leaves_the_usual(told):
    assert [str(item) for item in Rates(told).items] == [str(item) for item in Rates("").items]


def test_no_rate_can_be_asked_for():
    rates = Rates("off")
    assert not any(rates.wait("192.0.2.1") for _ in range(200))


def test_whose_an_address_is():
    assert whose("::ffff:192.0.2.1") == "192.0.2.1"
    assert whose("fe80::1%eth0") == "fe80::/64"
    assert whose("x" * 999) == "x" * 64


# Few at once


class Slow:
    """An app that answers when it is told to."""

    def __init__(self) -> None:
        self.go, self.now, self.most = asyncio.Event(), 0, 0

    async def __call__(self, scope, receive, send) -> None:
        self.now += 1
        self.most = max(self.most, self.now)
        await self.go.wait()
        self.now -= 1
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"here"})


def test_few_are_answered_at_once_and_others_wait(monkeypatch):
    monkeypatch.setattr(gate, "PATIENCE", 0.2)

    async def many() -> tuple[Counter[int], int, list[str]]:
        slow = Slow()
        app = Gate(slow, "off")
        every = [asking(app, "/api", client=f"192.0.2.{n}") for n in range(AT_ONCE + 2)]
        tasks = [asyncio.create_task(one) for one in every]
        await asyncio.sleep(0.5)
        slow.go.set()
        found = await asyncio.gather(*tasks)
        return Counter(one.status for one in found), slow.most, [one.text for one in found]

    statuses, most, texts = asyncio.run(many())
    assert most == AT_ONCE
    assert statuses == {200: AT_ONCE, 503: 2}
    assert sum("busy" in text for text in texts) == 2


def test_one_address_does_not_take_all_places():
    async def many() -> Counter[int]:
        slow = Slow()
        app = Gate(slow, "off")
        tasks = [asyncio.create_task(asking(app, "/api")) for _ in range(OF_ONE + 1)]
        await asyncio.sleep(0.05)
        slow.go.set()
        return Counter([one.status for one in await asyncio.gather(*tasks)])

    assert asyncio.run(many()) == {200: OF_ONE, 429: 1}


def test_an_answer_that_nobody_takes_breaks_off(monkeypatch):
    monkeypatch.setattr(gate, "LONGEST", 0.1)

    async def one() -> int:
        app = Gate(Slow(), "off")
        found = await asking(app, "/api")
        assert app.free._value == AT_ONCE
        return found.status

    assert asyncio.run(one()) == 0


def test_the_event_loop_is_free_while_an_answer_is_made(monkeypatch):
    from components.api import sources

    here, there = threading.get_ident(), []

    def slowly() -> tuple[str, ...]:
        there.append(threading.get_ident())
        return ("sexes",)

    monkeypatch.setattr(sources, "lists", slowly)
    assert ask(APP, "/api/codes/sexes", "lang=tg").status == 200
    assert there
    assert here not in there


# The door


def outside(monkeypatch, base: str = "") -> Starlette:
    monkeypatch.setattr(door, "base_path", lambda: base)
    monkeypatch.setattr(web_asking, "base_path", lambda: base)
    monkeypatch.setenv(gate.SETTING, "off")
    return Starlette(routes=door.routes())


@pytest.mark.parametrize("base", ["", "/atlas"])
def test_the_interface_stands_below_the_path_of_the_server(monkeypatch, base):
    app = outside(monkeypatch, base)
    found = ask(app, f"{base}/api")
    assert found.told["links"]["tables"] == f"https://atlas.test{base}/api/tables"
    rows = ask(app, f"{base}{VOTES}", "_size=1")
    assert rows.told["links"]["self"].startswith(f"https://atlas.test{base}{VOTES}?")
    described = ask(app, f"{base}/api/openapi.json").told
    assert "/api/tables/{name}" in described["paths"]
    assert [one["url"] for one in described.get("servers", [])] == ([base] if base else [])
    view = ask(app, f"{base}/api/views/ranked").told
    assert view["links"]["page"].startswith(f"https://atlas.test{base}/corridors?")
    assert ask(app, "/apis").status == 404


def test_a_door_behind_which_nothing_can_be_had_says_so(monkeypatch):
    def broken() -> None:
        raise DamagedFile("measures/measures.yml", "is damaged")

    app = outside(monkeypatch)
    with monkeypatch.context() as patch:
        patch.setattr(api, "build", broken)
        found = ask(app, "/api/tables", "lang=ru")
        assert found.status == 503
        assert found.headers["content-type"] == "application/problem+json"
        assert "Traceback" not in found.text
    assert ask(app, "/api").status == 200, "it is tried again"


def test_a_fault_of_our_own_is_a_sentence_too(monkeypatch):
    from components.api import sources

    monkeypatch.setattr(sources, "frame_of", lambda *_: 1 / 0)
    found = ask(APP, "/api/sources", "lang=tk")
    assert found.status == 503
    words = language("tk").text("Something is wrong with the data.")
    assert found.told["detail"].startswith(f"{words} ")


def test_the_server_starts_without_what_only_programs_need():
    code = (
        "import sys, serve\n"
        "print([n for n in ('fastapi', 'limits', 'ibis', 'duckdb', 'components.api.app')"
        " if n in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip().endswith("[]")


# What is described is what is answered

LABELS = [f"GET /api{path}" for path, *_ in api.ROUTES]


@pytest.fixture(scope="module")
def operations() -> dict[str, Any]:
    import schemathesis

    schema = schemathesis.openapi.from_asgi("/api/openapi.json", described_app())
    return {one.ok().label: one.ok() for one in schema.get_all_operations()}


def test_every_address_is_described(operations):
    assert list(operations) == LABELS


@pytest.mark.parametrize("label", LABELS)
def test_whatever_is_asked_the_answer_is_as_described(label, operations):
    """Valid names with any choices at all: refused or answered, in the forms of the description."""

    from schemathesis.specs.openapi.checks import positive_data_acceptance

    @settings(
        max_examples=20 if "{" in label else 5,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operations[label].as_strategy())
    def holds(case: Any) -> None:
        found = case.call()
        seen[found.status_code] += 1
        # what a filter may say depends on its column: a value of another kind is refused by 400
        case.validate_response(found, excluded_checks=[positive_data_acceptance])

    seen: Counter[int] = Counter()
    holds()
    assert seen[200]
