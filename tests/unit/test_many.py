"""Several processes behind one proxy: its settings, and releases that take each other's place."""

import contextlib
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from deploy.many import ROOT, Process, free_ports, main, ready
from deploy.proxy import nginx, settings

NGINX = nginx()


def test_a_process_that_is_started_anew_gets_nobody(tmp_path):
    told = settings({9001: False, 9002: True}, "127.0.0.1:8501", tmp_path)
    assert "server 127.0.0.1:9001 max_fails=1 fail_timeout=2s;" in told
    assert "server 127.0.0.1:9002 max_fails=1 fail_timeout=2s down;" in told
    assert "$way" in told
    assert "$$" not in told


@pytest.mark.skipif(NGINX is None, reason="nginx is not here")
@pytest.mark.parametrize("modules", [Path("/usr/lib/nginx/modules"), Path("/nowhere")])
def test_nginx_takes_the_settings(tmp_path, modules):
    path = tmp_path / "nginx.conf"
    path.write_text(settings({9001: False, 9002: False}, "127.0.0.1:9003", tmp_path, modules))
    tried = subprocess.run(
        [NGINX, "-t", "-e", str(tmp_path / "error.log"), "-c", str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert tried.returncode == 0, tried.stderr


def test_without_nginx_the_command_says_what_to_install(monkeypatch, capsys):
    monkeypatch.setattr(shutil, "which", lambda *_, **__: None)
    assert main([]) == 1
    assert "apt-get install nginx-light" in capsys.readouterr().err


def test_where_nobody_answers_nobody_is_ready():
    assert not ready(1)
    assert not Process(1).is_up()


# A release in a folder of its own: its Python answers with the release's name, or not at all.
SERVER = """#!{python}
import http.server, sys
name = {name!r}
if name == "broken":
    sys.exit("this release does not start")
class Answer(http.server.BaseHTTPRequestHandler):
    protocol_version, wbufsize = "HTTP/1.1", 65536
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Length", str(len(name)))
        self.end_headers()
        self.wfile.write(name.encode())
    def log_message(self, *told): pass
port = int(sys.argv[sys.argv.index("--server.port") + 1])
http.server.ThreadingHTTPServer(("127.0.0.1", port), Answer).serve_forever()
"""


def release(folder: Path, name: str) -> Path:
    python = folder / name / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(SERVER.format(python=sys.executable, name=name))
    python.chmod(0o755)
    return folder / name


def switch(link: Path, target: Path) -> None:
    new = link.with_name("new")
    new.symlink_to(target)
    new.replace(link)


class Reader(threading.Thread):
    """Asks again and again, each time as somebody new, and keeps what was answered."""

    def __init__(self, address: str) -> None:
        super().__init__(daemon=True)
        self.address, self.said, self.done = address, [], False

    def run(self) -> None:
        while not self.done:
            try:
                with urllib.request.urlopen(self.address, timeout=10) as answer:
                    self.said.append(answer.read().decode())
            except (OSError, urllib.error.URLError) as error:
                self.said.append(repr(error))

    def wait_for(self, met: Callable[[list[str]], bool]) -> None:
        """Wait until the newest answers are such; fail when they never are."""
        end = time.monotonic() + 60
        while not met(self.said[-20:]):
            assert time.monotonic() < end, self.said[-20:]
            time.sleep(0.02)


@pytest.fixture
def running(tmp_path: Path) -> Iterator[tuple[Path, Reader, subprocess.Popen[bytes], Path]]:
    """Two processes of the first release behind the proxy, and somebody who asks."""
    link = tmp_path / "current"
    link.symlink_to(release(tmp_path, "first"))
    address, log = f"127.0.0.1:{free_ports(1)[0]}", tmp_path / "log"
    proxy = Path(tempfile.mkdtemp(prefix="atlas-"))
    proxy.chmod(0o755)  # where the tests are root's, nginx's workers are nobody's
    told = ["--processes", "2", "--listen", address, "--app", str(link), "--folder", str(proxy)]
    with log.open("wb") as said:
        command = [sys.executable, "-m", "deploy.many", *told]
        many = subprocess.Popen(command, cwd=ROOT, stdout=said, stderr=said)
    reader = Reader(f"http://{address}/")
    with contextlib.ExitStack() as ended:
        ended.callback(shutil.rmtree, proxy)
        ended.callback(many.wait)
        ended.callback(many.terminate)
        while b"The atlas is at" not in log.read_bytes():
            assert many.poll() is None, log.read_text()
            time.sleep(0.05)
        end = time.monotonic() + 60
        while not ready(int(address.rpartition(":")[2])):
            assert time.monotonic() < end, log.read_text()
            time.sleep(0.02)
        reader.start()
        yield link, reader, many, log
        reader.done = True
        reader.join()


@pytest.mark.skipif(NGINX is None, reason="nginx is not here")
def test_a_release_takes_the_place_of_another_and_nobody_sees_an_error(running, tmp_path):
    link, reader, many, log = running
    reader.wait_for(lambda said: len(said) == 20 and set(said) == {"first"})

    def kept() -> str:
        with urllib.request.urlopen(f"{reader.address}preview/avrr-en.png", timeout=10) as told:
            return told.read().decode()

    assert kept() == "first"
    switch(link, release(tmp_path, "second"))
    many.send_signal(signal.SIGHUP)
    reader.wait_for(lambda said: set(said) == {"second"})
    while b"All processes were started anew" not in log.read_bytes():
        time.sleep(0.02)
    assert kept() == "second"
    switch(link, release(tmp_path, "broken"))
    many.send_signal(signal.SIGHUP)
    while b"the others go on as they are" not in log.read_bytes():
        assert many.poll() is None, log.read_text()
        time.sleep(0.02)
    before = len(reader.said)
    reader.wait_for(lambda _: len(reader.said) > before + 20)
    switch(link, tmp_path / "first")
    many.send_signal(signal.SIGHUP)
    reader.wait_for(lambda said: set(said) == {"first"})
    assert set(reader.said) == {"first", "second"}
