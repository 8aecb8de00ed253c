"""What is done once, before anybody waits for it: in Streamlit, and in memory."""

import ctypes
from contextlib import suppress


def ready() -> None:
    """Let Streamlit read its list of emojis, and ask once what it was started by (0.2 s in all)."""
    with suppress(ImportError, AttributeError):  # another edition may do neither
        from streamlit import emojis, env_util  # noqa: F401, PLC0415

        env_util.is_repl()


def give_back() -> None:
    """Give the system the memory that building took and left free; glibc keeps it else."""
    with suppress(OSError, AttributeError):  # another C library has no such call
        ctypes.CDLL(None).malloc_trim(0)
