"""What Streamlit does once, when the first page is run, done before anybody waits for it."""

from contextlib import suppress


def ready() -> None:
    """Let Streamlit read its list of emojis, and ask once what it was started by (0.2 s in all)."""
    with suppress(ImportError, AttributeError):  # another edition may do neither
        from streamlit import emojis, env_util  # noqa: F401, PLC0415

        env_util.is_repl()
