"""nginx before several processes: where it is, its settings, and its worker processes."""

import contextlib
import shutil
from pathlib import Path
from string import Template

TEMPLATE = Path(__file__).parent / "nginx.conf"
MODULES = Path("/usr/lib/nginx/modules")
BROTLI = ("ngx_http_brotli_filter_module.so", "ngx_http_brotli_static_module.so")
TYPES = (
    "text/plain text/css text/csv text/javascript application/javascript application/json "
    "application/geo+json application/xml image/svg+xml application/wasm"
)
BROTLI_ON = f"brotli on; brotli_comp_level 5; brotli_min_length 1000; brotli_types {TYPES};"


def settings(
    ports: dict[int, bool], listen: str, folder: Path, modules: Path = MODULES, release: str = ""
) -> str:
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
    release : str
        What is kept is kept for this release alone.
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
        release=release,
        mime="/etc/nginx/mime.types",
    )


def workers(master: int) -> dict[str, bool]:
    """Return the worker processes of nginx, and whether each still takes requests."""
    try:
        found = Path(f"/proc/{master}/task/{master}/children").read_text("ascii").split()
    except OSError:
        return {}
    told = {one: Path(f"/proc/{one}/cmdline") for one in found}
    with contextlib.suppress(OSError):
        return {
            one: b"worker process" in (said := path.read_bytes()) and b"shutting" not in said
            for one, path in told.items()
        }
    return workers(master)  # one has just ended


def nginx() -> str | None:
    """Return where nginx is; Debian keeps it where not everybody looks."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
