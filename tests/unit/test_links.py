"""Links that people have kept open what they opened when they were made."""

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from tests.reader import DECLARED, Reader, streamlit_of_its_own

pytestmark = pytest.mark.usefixtures(streamlit_of_its_own.__name__)
KEPT = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "links" / "today.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]


def plain(filters):
    """The choices as JSON writes them."""
    return json.loads(json.dumps(asdict(filters)))


@pytest.mark.parametrize("page", DECLARED)
def test_a_kept_link_opens_the_same_choices(page):
    links = [kept for kept in KEPT if kept["page"] == page]
    assert len(links) > 10
    for kept in links:
        reader = Reader(link=kept["link"])
        seen = plain(reader.sees(page)) | {"closer": reader.address.get("closer")}
        assert {name: seen[name] for name in kept["means"]} == kept["means"], kept["link"]
        assert reader.odd == [], kept["link"]


@pytest.mark.parametrize("page", DECLARED)
def test_a_kept_link_is_written_by_the_names_of_today_and_these_open_the_same(page):
    links = [kept["link"] for kept in KEPT if kept["page"] == page]
    assert links
    for link in links:
        reader = Reader(link=link)
        seen = reader.sees(page)
        assert set(reader.address) <= set(DECLARED[page].keys)
        assert Reader(**reader.address).sees(page) == seen, link
