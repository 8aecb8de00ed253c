"""Health stands for what the atlas needs; the server starts whatever is wrong, and says so."""

import json
import re
import shutil
import subprocess
import sys

import pytest

import serve
from components import cache
from components.health import faults
from data.paths import CODES, DATA, SOURCES
from tests.broken import DAMAGES, ROOT, Change, broken, forget


def answer() -> tuple[int, dict[str, object]]:
    found = serve.readyz(None)  # type: ignore[arg-type]
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
        (DATA / "datapackage.json", DAMAGES["missing"], "data/datapackage.json"),
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


# A sound entry, without those that the code asks for.
ONE = """
net_migration:
  table: population
  sources: [un_wpp2024]
  indicators: [net_migration]
  count: flow
  unit: persons
"""
ASK = """
import json
from streamlit.testing.v1 import AppTest
import serve
app = AppTest.from_file("app.py", default_timeout=120)
app.query_params["lang"] = "ru"
app.run()
found = serve.readyz(None)
told = [one.value for one in app.error]
print(json.dumps([told, len(app.exception), found.status_code, json.loads(bytes(found.body))]))
"""


@pytest.mark.parametrize("content", ["measures: [", "stock: {table: nothing}", "", ONE])
def test_a_broken_catalogue_of_measures_is_told_and_the_server_starts(content, tmp_path) -> None:
    for path in ROOT.iterdir():
        if path.name != "data" and not path.name.startswith(".git"):
            (tmp_path / path.name).symlink_to(path)
    (tmp_path / "data").mkdir()
    for path in DATA.iterdir():
        if path.name == "measures":
            shutil.copytree(path, tmp_path / "data" / path.name)
        elif path.suffix == ".py":
            shutil.copy(path, tmp_path / "data")
        else:
            (tmp_path / "data" / path.name).symlink_to(path)
    (tmp_path / "data" / "measures" / "measures.yml").write_text(content, "utf-8")
    command = [sys.executable, "-c", ASK]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-1500:]
    told, traces, status, health = json.loads(done.stdout.splitlines()[-1])
    assert traces == 0
    assert len(told) == 1
    assert "measures.yml" in told[0]
    assert re.search("[а-я]", told[0])
    assert (status, health["faults"]) == (503, ["measures/measures.yml"])
