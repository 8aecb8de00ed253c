"""Servers to measure: the atlas, and empty apps made in a temporary folder."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).resolve().parent.parent
LIBRARIES = ("numpy", "pandas", "pyarrow", "plotly.graph_objects", "shapely")
PATIENCE = 60.0
EMPTY = """import streamlit as st

st.write("x")
if st.button("Count", key="count"):
    st.session_state["n"] = st.session_state.get("n", 0) + 1
"""
THREE = """import pandas as pd
import plotly.graph_objects as go
import streamlit as st


@st.cache_data(show_spinner=False)
def load():
    return pd.DataFrame({"x": range(30), "a": range(30), "b": range(30, 60)})


frame = load()
column = st.selectbox("Column", ["a", "b"], key="column")
for number in range(3):
    st.plotly_chart(go.Figure(go.Scatter(x=frame.x, y=frame[column] + number)), key=f"c{number}")
"""
FIXES = {
    "STREAMLIT_RUNNER_POST_SCRIPT_GC": "false",
    "STREAMLIT_SERVER_FILE_WATCHER_TYPE": "none",
}
SETTLED = """import gc

import streamlit as st


@st.cache_resource(show_spinner=False)
def settled():
    gc.collect()
    gc.freeze()
    return True


settled()
"""
UNSET = ("STREAMLIT_", "PYTHONDONTWRITEBYTECODE")  # byte code is kept, as where it is installed
ABSENT = 'raise ModuleNotFoundError("left out by the benchmark", name=__name__)\n'


@dataclass
class Server:
    """A Streamlit server in a process of its own, on the loopback interface.

    Attributes
    ----------
    folder : Path
        Where it runs.
    script : str
        What it runs.
    options : mapping of str to str
        Streamlit's options, by their environment variables.
    port : int
        Where it listens; chosen at the start.
    healthy : float
        Seconds from the start of the process to its first sign of health.
    """

    folder: Path
    script: str
    options: Mapping[str, str] = field(default_factory=dict)
    port: int = 0
    healthy: float = 0.0
    started: float = 0.0
    _process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        """Start it and wait until it is healthy."""
        self.port = free_port()
        kept = {k: v for k, v in os.environ.items() if not k.startswith(UNSET)}
        command = [sys.executable, "-m", "streamlit", "run", self.script]
        self.started = time.perf_counter()
        self._process = subprocess.Popen(
            [*command, "--server.port", str(self.port), *_LOCAL],
            cwd=self.folder,
            env=kept | dict(self.options),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        while not healthy(self.port):
            if self._process.poll() is not None:
                raise RuntimeError(f"{self.script} ended while it was starting")
            if time.perf_counter() - self.started > PATIENCE:
                raise TimeoutError(f"{self.script} did not become healthy")
            time.sleep(0.005)
        self.healthy = time.perf_counter() - self.started
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop it."""
        if self._process:
            self._process.terminate()
            try:
                self._process.wait(10)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()

    @property
    def pid(self) -> int:
        """Id of the process."""
        return self._process.pid if self._process else 0


_LOCAL = [
    "--server.address",
    "127.0.0.1",
    "--browser.serverAddress",
    "127.0.0.1",
    "--server.headless",
    "true",
    "--browser.gatherUsageStats",
    "false",
]


def atlas(options: Mapping[str, str] | None = None, folder: Path = ROOT) -> Server:
    """Return the atlas as it is run."""
    return Server(folder, "serve.py", options or {})


def empty(folder: Path, libraries: bool, fixed: bool) -> Server:
    """Write an empty app and return its server.

    Parameters
    ----------
    folder : Path
        Where to write it.
    libraries : bool
        Whether it imports what the atlas imports; this is what a collection costs.
    fixed : bool
        Whether it gets the atlas's two fixes: no collection after each run of objects that
        live as long as the process, and uvloop with httptools. Otherwise these two are hidden
        from it, as if Streamlit were installed without its extra.
    """
    folder.mkdir(parents=True)
    imports = "".join(f"import {name}\n" for name in LIBRARIES) if libraries else ""
    (folder / "app.py").write_text(imports + (SETTLED if fixed else "") + EMPTY, encoding="utf-8")
    if fixed:
        return Server(folder, "app.py", FIXES)
    hidden = folder / "hidden"
    hidden.mkdir()
    for name in ("uvloop", "httptools"):
        (hidden / f"{name}.py").write_text(ABSENT, encoding="utf-8")
    return Server(folder, "app.py", {"PYTHONPATH": str(hidden)})


def three_charts(folder: Path) -> Server:
    """Write a plain app of three charts with the atlas's two fixes, and return its server."""
    folder.mkdir(parents=True)
    (folder / "app.py").write_text(SETTLED + THREE, encoding="utf-8")
    return Server(folder, "app.py", FIXES)


def free_port() -> int:
    """Return a port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def healthy(port: int) -> bool:
    """Say whether the server on a port answers that it is well."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == 200
    except (ConnectionError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def resident(pid: int) -> int:
    """Return the resident memory of a process in bytes (Linux)."""
    pages = Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def cpu_seconds(pid: int) -> float:
    """Return the processor time that a process has used so far, all its threads (Linux).

    Time spent waiting for a core is not in it; what else runs still makes it longer.
    """
    return time.clock_gettime((~pid << 3) | 2)  # the kernel's name for a process's own clock
