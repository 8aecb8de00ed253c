"""The interface beside the pages: both are answered by one server, and nothing leaves it."""

import io
import json
import urllib.request
from urllib.parse import parse_qsl, urlsplit

import pandas as pd
from playwright.sync_api import expect

from components.language import language
from tests.browser.conftest import Server


def fetch(server: Server, path: str) -> tuple[bytes, dict[str, str]]:
    asked = urllib.request.Request(server.address + path, headers={"Accept-Encoding": "identity"})
    with urllib.request.urlopen(asked, timeout=60) as found:
        return found.read(), {name.lower(): value for name, value in found.headers.items()}


def test_programs_and_readers_are_answered_by_one_server(server, visit):
    body, headers = fetch(server, "/api/views/ranked?countries=TJK&lang=ru")
    told = json.loads(body)
    assert headers["etag"]
    assert told["links"]["page"].startswith(f"{server.address}/corridors?countries=TJK")
    body, headers = fetch(server, "/api/views/ranked?countries=TJK&_format=csv")
    rows = pd.read_csv(io.BytesIO(body))
    assert rows["value"].tolist() == [row["value"] for row in told["rows"]]
    assert "access-control-allow-origin" not in fetch(server, "/corridors")[1]
    link = urlsplit(told["links"]["page"])
    seen = visit(link.path, **dict(parse_qsl(link.query)))
    card = seen.page.locator(f"#{link.fragment}")
    expect(card).to_have_text(told["title"].replace(" — ", "\u00a0— "))
    assert seen.problems == []


def test_the_foot_leads_to_the_page_of_the_interface(server, visit):
    one = visit("/readiness", lang="ru")
    words = language("ru").text("Data interface")
    with one.page.context.expect_page() as opened:
        one.page.get_by_role("link", name=words).click()
    page = opened.value
    expect(page.get_by_role("heading", level=1)).to_have_text(words)
    page.close()
    assert one.problems == [], "nothing is asked of another site"
