"""A reader finds out how many returns were voluntary, how many assisted, and what is not known."""

import pytest


@pytest.fixture
def reader(chromium_without_webgl):
    return chromium_without_webgl


def test_share_of_voluntary_returns_of_uzbeks_is_told_with_the_assisted_ones(visit):
    seen = visit("/returns", lang="en", who="UZB", part="uk", year="2023")
    told = seen.headline.replace("\u00a0", " ")
    assert "Uzbekistan: 95% of returns from the United Kingdom in 2023 were voluntary" in told
    assert "(305, of them assisted 8; enforced 15)" in told
