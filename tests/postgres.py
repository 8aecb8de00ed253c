"""A PostgreSQL server of the tests' own, on a free port, with a folder that goes with it."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from data.store.fill import fill

PASSWORD = "open:se@same/ü %"  # all that an address has to escape  # noqa: S105
ESCAPED = "open%3Ase%40same%2F%C3%BC%20%25"
RULES = "local all all trust\nhost all all 127.0.0.1/32 scram-sha-256\n"
SETTINGS = """
listen_addresses = '127.0.0.1'
unix_socket_directories = '{folder}'
port = {port}
max_connections = 20
shared_buffers = 64MB
fsync = off
full_page_writes = off
wal_level = minimal
max_wal_senders = 0
autovacuum = off
password_encryption = 'scram-sha-256'
"""


def programs() -> Path | None:
    """The folder of the server's programs, the newest where there are several."""
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    found.sort(key=lambda folder: int(folder.parent.name))
    beside = shutil.which("initdb")
    return found[-1] if found else Path(beside).parent if beside else None


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


class Server:
    """A server with the tables in it, and the roles ``postgres`` (may all) and ``reader``."""

    def __init__(self, bin_: Path, folder: Path) -> None:
        self.bin, self.folder, self.port = bin_, folder, _free_port()
        self.data = folder / "data"
        # root may not run a server: the user of Debian's package does
        self.user = "postgres" if os.getuid() == 0 else None
        if self.user:
            shutil.chown(folder, self.user)
        locale = ["--encoding=UTF8", "--locale=C", "--username=postgres", "--auth=trust"]
        self._run("initdb", "-D", self.data, *locale, "--no-sync", "--no-instructions")
        (self.data / "pg_hba.conf").write_text(RULES, "utf-8")
        settings = SETTINGS.format(folder=folder, port=self.port)
        with (self.data / "postgresql.conf").open("a", encoding="utf-8") as file:
            file.write(settings)

    def _run(self, program: str, *more: object) -> None:
        command = [str(self.bin / program), *map(str, more)]
        quiet = {"stdout": subprocess.DEVNULL, "stdin": subprocess.DEVNULL}
        subprocess.run(command, check=True, cwd=self.folder, user=self.user, **quiet)

    @property
    def owner(self) -> str:
        return f"postgres://postgres@/postgres?host={self.folder}&port={self.port}"

    def reader(self, password: str = ESCAPED, more: str = "") -> str:
        return f"postgres://reader:{password}@127.0.0.1:{self.port}/postgres{more}"

    def start(self) -> None:
        self._run("pg_ctl", "-D", self.data, "-l", self.folder / "log", "-w", "start")

    def stop(self) -> None:
        if (self.data / "postmaster.pid").exists():
            self._run("pg_ctl", "-D", self.data, "-m", "immediate", "-w", "stop")

    def do(self, *statements: str) -> None:
        with psycopg.connect(self.owner) as connection:
            for statement in statements:
                connection.execute(statement.encode())

    def ask(self, query: str) -> list[tuple[object, ...]]:
        with psycopg.connect(self.owner) as connection:
            return connection.execute(query.encode()).fetchall()

    @contextmanager
    def stopped(self) -> Iterator[None]:
        self.stop()
        try:
            yield
        finally:
            self.start()

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """The server is there and does nothing, as on a machine that hangs."""
        first = int((self.data / "postmaster.pid").read_text("utf-8").split()[0])
        whole = [first, *_children(first)]
        for pid in whole:
            os.kill(pid, signal.SIGSTOP)
        try:
            yield
        finally:
            for pid in whole:
                os.kill(pid, signal.SIGCONT)


def _children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text("utf-8")
    return [int(child) for child in listed.split()]


@pytest.fixture(scope="session")
def database() -> Iterator[Server]:
    """A server that has been filled; who breaks something in it puts it back."""
    found = programs()
    if found is None:
        pytest.skip("PostgreSQL is not installed: sh tests/install-packages.sh")
    folder = Path(tempfile.mkdtemp(prefix="atlas-pg-"))  # a socket's address has to be short
    server = Server(found, folder)
    try:
        server.start()
        server.do(f"CREATE ROLE reader LOGIN PASSWORD '{PASSWORD}'")
        fill(server.owner, ("reader",))
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)
