"""The atlas in several processes behind one nginx: ``python -m deploy.many --processes 2``.

SIGTERM and Ctrl-C end everything; SIGHUP starts the processes anew one after another, as after an
upgrade of code or data: each is first taken out of the proxy, so that nobody is sent to it. Where
``--app`` is a link to the folder of a release, it is followed anew at each start of a process. A
release that does not become ready stays out of the proxy, and the other processes go on.
"""

import argparse
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from deploy.proxy import nginx, settings, workers

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 120.0  # seconds for a process to be ready
LEAVE = 10.0  # seconds for a process to end by itself
SHORT = 0.05  # seconds between two looks at the proxy
LOOK = 0.25  # seconds between two looks at the processes
REST = 2.0  # seconds before a process that ended is started again


@dataclass
class Process:
    """One server of the atlas, on a port of its own.

    Attributes
    ----------
    port : int
        Where it answers.
    app : Path
        The folder of the release, or a link to it.
    out : bool
        Whether the proxy sends nobody to it.
    """

    port: int
    app: Path = ROOT
    out: bool = False
    running: subprocess.Popen[bytes] | None = None
    ended: float = 0.0

    def start(self) -> None:
        """Start it, in the folder to which the link leads now, by that folder's own Python."""
        folder = self.app.resolve()
        own = folder / ".venv" / "bin" / "python"
        python = str(own) if own.exists() else sys.executable
        command = [python, "-m", "streamlit", "run", "serve.py"]
        told = ["--server.port", str(self.port), "--server.address", "127.0.0.1"]
        self.running = subprocess.Popen([*command, *told], cwd=folder)

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


def _now() -> str:
    return f"{time.time_ns():x}"


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
    _release: str = field(default_factory=_now)

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
            one.out = True
            self._write()
            self._reload()
            one.stop()
            try:
                one.start()
                one.wait_ready()
            except (OSError, TimeoutError) as error:
                print(f"{error}; the others go on as they are", file=sys.stderr, flush=True)
                return
            one.out = False
            self._write()
            self._reload()
        self._release = _now()  # files of the former release are kept no longer
        self._write()
        self._reload()
        print("All processes were started anew", flush=True)

    def _reload(self) -> None:
        """Have the proxy follow its settings, and wait until nobody goes by the former ones.

        nginx lets its former workers take requests until the new ones are there; a process that
        they still know must not end before.
        """
        master = self._proxy.pid if self._proxy else 0
        former = workers(master)
        subprocess.run([*self._nginx(), "-s", "reload"], check=True)
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            now = workers(master)
            if now.keys() - former.keys() and not any(now.get(one) for one in former):
                break
            time.sleep(SHORT)
        time.sleep(SHORT)  # for requests that were taken just before

    def _nginx(self) -> list[str]:
        told = ["-e", str(self.folder / "error.log"), "-c", str(self.folder / "nginx.conf")]
        return [nginx() or "nginx", *told]

    def _write(self) -> None:
        """Write the proxy's file of settings."""
        self.folder.mkdir(parents=True, exist_ok=True)
        ports = {one.port: one.out for one in self.processes}
        (self.folder / "nginx.conf").write_text(
            settings(ports, self.listen, self.folder, release=self._release)
        )


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
    parser.add_argument("--app", type=Path, default=ROOT, help="a release, or a link to it")
    told = parser.parse_args(arguments)
    if nginx() is None:
        print("nginx is not here. Install it: apt-get install nginx-light", file=sys.stderr)
        return 1
    app = told.app.absolute()
    processes = [Process(port, app) for port in free_ports(told.processes)]
    try:
        Many(processes, told.listen, told.folder.resolve()).run()
    except (RuntimeError, TimeoutError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
