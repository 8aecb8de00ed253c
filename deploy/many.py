"""The atlas in several processes behind one nginx: ``python -m deploy.many --processes 2``.

SIGTERM and Ctrl-C end everything; SIGHUP starts the processes anew one after another, as after an
upgrade of code or data: each is first taken out of the proxy, so that nobody is sent to it.
"""

import argparse
import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from string import Template

ROOT = Path(__file__).resolve().parent.parent
TEMPLATE = Path(__file__).parent / "nginx.conf"
MODULES = Path("/usr/lib/nginx/modules")
BROTLI = ("ngx_http_brotli_filter_module.so", "ngx_http_brotli_static_module.so")
TYPES = (
    "text/plain text/css text/csv text/javascript application/javascript application/json "
    "application/geo+json application/xml image/svg+xml application/wasm"
)
BROTLI_ON = f"brotli on; brotli_comp_level 5; brotli_min_length 1000; brotli_types {TYPES};"
PATIENCE = 120.0  # seconds for a process to be ready
LEAVE = 10.0  # seconds for a process to end by itself
LOOK = 0.25  # seconds between two looks at the processes
REST = 2.0  # seconds before a process that ended is started again


@dataclass
class Process:
    """One server of the atlas, on a port of its own."""

    port: int
    running: subprocess.Popen[bytes] | None = None
    ended: float = 0.0

    def start(self) -> None:
        """Start it."""
        command = [sys.executable, "-m", "streamlit", "run", "serve.py"]
        told = ["--server.port", str(self.port), "--server.address", "127.0.0.1"]
        self.running = subprocess.Popen([*command, *told], cwd=ROOT)

    def is_up(self) -> bool:
        """Say whether it runs."""
        return self.running is not None and self.running.poll() is None

    def wait_ready(self) -> None:
        """Wait until it can do its work.

        Raises
        ------
        TimeoutError
            When it cannot.
        """
        end = time.monotonic() + PATIENCE
        while not ready(self.port):
            if not self.is_up() or time.monotonic() > end:
                raise TimeoutError(f"The process on port {self.port} did not become ready")
            time.sleep(LOOK)

    def stop(self) -> None:
        """End it."""
        if self.running is not None and self.is_up():
            self.running.terminate()
            try:
                self.running.wait(LEAVE)
            except subprocess.TimeoutExpired:
                self.running.kill()
                self.running.wait()


def ready(port: int) -> bool:
    """Say whether the process on a port can do its work."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", "/readyz")
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


@dataclass
class Many:
    """Processes and the proxy before them.

    Attributes
    ----------
    processes : list of Process
        The servers.
    listen : str
        Where the proxy answers, such as ``127.0.0.1:8501``.
    folder : Path
        Where the proxy keeps its files.
    """

    processes: list[Process]
    listen: str
    folder: Path
    _proxy: subprocess.Popen[bytes] | None = None
    _asked: set[str] = field(default_factory=set)

    def run(self) -> None:
        """Start everything, keep it up, and end it when asked to."""
        signal.signal(signal.SIGTERM, lambda *_: self._asked.add("end"))
        signal.signal(signal.SIGINT, lambda *_: self._asked.add("end"))
        signal.signal(signal.SIGHUP, lambda *_: self._asked.add("anew"))
        try:
            for one in self.processes:
                one.start()
            for one in self.processes:
                one.wait_ready()
            self._write()
            self._proxy = subprocess.Popen([*self._nginx(), "-g", "daemon off;"])
            print(f"The atlas is at http://{self.listen}", flush=True)
            self._watch()
        finally:
            if self._proxy is not None:
                self._proxy.terminate()
                self._proxy.wait()
            for one in self.processes:
                one.stop()

    def _watch(self) -> None:
        while "end" not in self._asked:
            if self._proxy is None or self._proxy.poll() is not None:
                raise RuntimeError("nginx has ended")
            if "anew" in self._asked:
                self._asked.discard("anew")
                self._anew()
            for one in self.processes:
                self._look_after(one)
            time.sleep(LOOK)

    def _look_after(self, one: Process) -> None:
        """Start a process again that has ended, after a rest."""
        if one.is_up():
            return
        if not one.ended:
            one.ended = time.monotonic()
        elif time.monotonic() - one.ended > REST:
            one.ended = 0.0
            one.start()

    def _anew(self) -> None:
        """Start the processes anew, one after another; each first leaves the proxy."""
        for one in self.processes:
            self._write(without=one)
            self._reload()
            one.stop()
            one.start()
            one.wait_ready()
            self._write()
            self._reload()
        print("All processes were started anew", flush=True)

    def _reload(self) -> None:
        subprocess.run([*self._nginx(), "-s", "reload"], check=True)

    def _nginx(self) -> list[str]:
        return [
            "nginx",
            "-e",
            str(self.folder / "error.log"),
            "-c",
            str(self.folder / "nginx.conf"),
        ]

    def _write(self, without: Process | None = None) -> None:
        """Write the proxy's file of settings."""
        self.folder.mkdir(parents=True, exist_ok=True)
        ports = {one.port: one is without for one in self.processes}
        (self.folder / "nginx.conf").write_text(settings(ports, self.listen, self.folder))


def settings(ports: dict[int, bool], listen: str, folder: Path, modules: Path = MODULES) -> str:
    """Return nginx's settings.

    Parameters
    ----------
    ports : dict of int to bool
        Ports of the processes, and whether a process is out of use for the moment.
    listen : str
        Where the proxy answers.
    folder : Path
        Where it keeps its files.
    modules : Path
        Where nginx has its modules; brotli is used where it is there.
    """
    there = [modules / name for name in BROTLI]
    brotli = all(path.is_file() for path in there)
    servers = [
        f"    server 127.0.0.1:{port} max_fails=1 fail_timeout=2s{' down' if out else ''};"
        for port, out in ports.items()
    ]
    return Template(TEMPLATE.read_text(encoding="utf-8")).substitute(
        modules="\n".join(f"load_module {path};" for path in there) if brotli else "",
        brotli=BROTLI_ON if brotli else "",
        servers="\n".join(servers),
        types=TYPES,
        listen=listen,
        folder=folder,
        mime="/etc/nginx/mime.types",
    )


def nginx() -> str | None:
    """Return where nginx is; Debian keeps it where not everybody looks."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")


def free_ports(number: int) -> list[int]:
    """Return ports on which nobody listens."""
    probes = [socket.socket() for _ in range(number)]
    for probe in probes:
        probe.bind(("127.0.0.1", 0))
    found = [int(probe.getsockname()[1]) for probe in probes]
    for probe in probes:
        probe.close()
    return found


def main(arguments: Sequence[str]) -> int:
    """Run the atlas in several processes; return 1 when that cannot be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--processes", type=int, default=max(2, os.cpu_count() or 2))
    parser.add_argument("--listen", default="127.0.0.1:8501")
    parser.add_argument("--folder", type=Path, default=ROOT / "build" / "many")
    told = parser.parse_args(arguments)
    if nginx() is None:
        print("nginx is not here. Install it: apt-get install nginx-light", file=sys.stderr)
        return 1
    processes = [Process(port) for port in free_ports(told.processes)]
    try:
        Many(processes, told.listen, told.folder.resolve()).run()
    except (RuntimeError, TimeoutError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
