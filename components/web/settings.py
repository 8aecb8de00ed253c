"""The settings of the server without which it would not be safe, where no file says them."""

import sys

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
    for name, value in SAFE.items():
        if not config.is_manually_set(name):
            config.set_option(name, value, "serve.py")
