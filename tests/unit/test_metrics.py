"""Figures for whoever runs the atlas: on an address of their own, and none without it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bench.servers import free_port
from components.web import metrics
from data import errors

ROOT = Path(__file__).resolve().parents[2]
TRIED = """
import asyncio
from starlette.responses import PlainTextResponse
from components.web.metrics import Metrics, measure
measure()
async def app(scope, receive, send):
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
        print(told("atlas_sockets 1.0"))
        return
    await PlainTextResponse("x", 404)(scope, receive, send)
async def send(message): pass
def told(line):
    import urllib.request
    text = urllib.request.urlopen("http://127.0.0.1:%d/metrics").read().decode()
    return line in text.splitlines() or text
asyncio.run(Metrics(app)({"type": "http", "method": "GET", "headers": []}, None, send))
asyncio.run(Metrics(app)({"type": "websocket"}, None, send))
print(told('atlas_answers_total{status="404"} 1.0'))
print(told("atlas_sockets 0.0"))
print(told("atlas_views 0.0"))
"""


def test_answers_and_open_pages_are_counted():
    port = free_port()
    done = subprocess.run(
        [sys.executable, "-c", TRIED % port],
        cwd=ROOT,
        env=os.environ | {metrics.SETTING: f"127.0.0.1:{port}"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["True"] * 4, done.stdout


@pytest.mark.parametrize("told", ["9501", "127.0.0.1:99999", "here", "127.0.0.1:-1", "a b:1"])
def test_what_is_no_address_is_told_and_nothing_is_measured(told, monkeypatch, caplog):
    errors.forget()
    monkeypatch.setenv(metrics.SETTING, told)
    metrics.measure()
    assert metrics._figures == []
    assert repr(told) in caplog.text


def test_nobody_is_measured_who_did_not_ask(monkeypatch):
    monkeypatch.delenv(metrics.SETTING, raising=False)
    metrics.measure()
    assert metrics._figures == []
