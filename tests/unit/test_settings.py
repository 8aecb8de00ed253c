"""The settings without which the server would not be safe."""

import tomllib
from pathlib import Path

import pytest
from streamlit import config

from components.web.settings import ADDRESS, SAFE, be_safe

FILE = Path(__file__).parents[2] / ".streamlit" / "config.toml"


def test_they_are_those_of_the_file():
    told = tomllib.loads(FILE.read_text(encoding="utf-8"))
    for name, value in (SAFE | {ADDRESS: "127.0.0.1"}).items():
        section, key = name.split(".")
        assert told[section][key] == value, name


def test_what_nobody_has_set_is_set_and_what_somebody_has_is_left(monkeypatch):
    known = {ADDRESS, "server.maxMessageSize"}
    found = {}
    monkeypatch.setattr(config, "is_manually_set", lambda name: name in known)
    monkeypatch.setattr(config, "set_option", lambda name, value, _: found.update({name: value}))
    be_safe()
    assert found == {name: value for name, value in SAFE.items() if name not in known}


def test_a_server_that_would_listen_to_the_whole_network_does_not_start(monkeypatch):
    monkeypatch.setattr(config, "is_manually_set", lambda name: False)
    with pytest.raises(SystemExit, match="whole network"):
        be_safe()
