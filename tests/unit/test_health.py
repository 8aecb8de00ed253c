"""Health stands for what the atlas needs; the server starts whatever is wrong, and says so."""

import json

import pytest

import serve
from components import cache
from components.health import faults
from data.paths import CODES, DATA, SOURCES
from tests.broken import DAMAGES, ROOT, Change, broken, forget


def answer() -> tuple[int, dict[str, object]]:
    found = serve.healthz(None)  # type: ignore[arg-type]
    return found.status_code, json.loads(bytes(found.body))


def test_a_sound_atlas_is_well() -> None:
    forget()
    assert answer() == (200, {"status": "ok", "faults": []})


@pytest.mark.parametrize(
    ("path", "change", "named"),
    [
        (DATA / "tables" / "votes" / "unga_votes.csv", DAMAGES["half"], "votes"),
        (CODES / "policy_names.csv", DAMAGES["empty"], "codes/policy_names.csv"),
        (SOURCES / "us_tip_tiers.yml", DAMAGES["binary"], "sources/us_tip_tiers.yml"),
        (DATA / "texts" / "framework.yml", DAMAGES["missing"], "texts/framework.yml"),
        (DATA / "schema" / "tables.yml", DAMAGES["half"], "schema/tables.yml"),
        (DATA / "datapackage.json", DAMAGES["missing"], "migrant_stocks"),
        (ROOT / "geo" / "places.csv", DAMAGES["empty"], "geo/places.csv"),
        (ROOT / "static" / "geo" / "water.geojson", DAMAGES["half"], "geo/water.geojson"),
    ],
    ids=lambda told: getattr(told, "name", ""),
)
def test_a_fault_is_named_and_the_server_starts(path, change: Change, named: str) -> None:
    with broken(path, change):
        assert cache.warm()  # what the server does before it takes anybody in
        status, told = answer()
        assert status == 503
        assert named in told["faults"]
        assert "cannot" not in json.dumps(told)  # names, no details


def test_a_view_that_cannot_be_built_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(*_: object, **__: object) -> None:
        raise KeyError("hole")

    monkeypatch.setattr(cache, "view", stumble)
    assert faults() == ("ranked",)
