"""The settings of the server without which it would not be safe, where no file says them."""

import sys
from contextlib import suppress

from streamlit import config

# As in .streamlit/config.toml, which may be missing where the folder was copied without it.
SAFE: dict[str, object] = {
    "server.headless": True,
    "server.fileWatcherType": "none",
    "server.enableStaticServing": True,
    "server.maxMessageSize": 20,
    "server.maxWidgetStateSize": 1,
    "browser.gatherUsageStats": False,
    "client.toolbarMode": "viewer",
    "client.showErrorDetails": "none",
    "logger.enableRich": False,
}
ADDRESS = "server.address"
CONNECTIONS = 16_384  # that are open at once, files included


def be_safe() -> None:
    """Set what nobody has set: in a file, in the environment, or where the server was started.

    Raises
    ------
    SystemExit
        When nobody has said at which address to listen: Streamlit has opened all by then.
    """
    if not config.is_manually_set(ADDRESS):
        sys.exit(
            "The settings of .streamlit/config.toml are not here, so that the server would listen "
            "to the whole network. Put the file back, or say --server.address 127.0.0.1"
        )
    _open_as_many_as_may_be()
    for name, value in SAFE.items():
        if not config.is_manually_set(name):
            config.set_option(name, value, "serve.py")


def _open_as_many_as_may_be() -> None:
    """Let the process hold more connections than the usual 1,024, as far as its system allows."""
    with suppress(ImportError, ValueError, OSError):  # there is no such limit outside Unix
        import resource  # noqa: PLC0415

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = CONNECTIONS if hard == resource.RLIM_INFINITY else min(CONNECTIONS, hard)
        if soft != resource.RLIM_INFINITY and soft < wanted:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
