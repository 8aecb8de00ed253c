"""Parts of a page that run alone: what they ask for, and when the whole page has to follow."""

from collections.abc import Sequence

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from components.session.memory import TABLE, memory, parts_of, remember_link, write_address


def follow() -> None:
    """Run the whole page where a part of it that runs alone has heard of another choice."""
    known = memory()
    shown = (st.session_state.get(key, value) != value for key, value in known.given.items())
    if runs_alone() and (known.behind or any(shown)):
        st.rerun()


def runs_alone() -> bool:
    """Return whether only a part of the page runs."""
    run = get_script_run_ctx(suppress_warning=True)
    return bool(run and run.fragment_ids_this_run)


def shows_table(card: str) -> bool:
    """Say whether a card shows its table instead of its figure."""
    return card in parts_of(memory().given.get(TABLE))


def amend(key: str, codes: Sequence[str]) -> None:
    """Ask for several options where a part of the page runs alone, and write the address.

    Parameters
    ----------
    key : str
        Name of the parameter.
    codes : sequence of str
        What it is to say; nothing takes it away.
    """
    known = memory()
    known.asked[key] = known.given[key] = list(codes)
    written = {name: value for name, value in known.same[0].items() if name != key}
    if codes:
        written[key] = ",".join(codes)
    write_address(written)
    remember_link(written)


def turn(card: str, table: bool) -> None:
    """Show the table of a card, or its figure, and write the address."""
    shown = [one for one in parts_of(memory().asked.get(TABLE)) if one != card]
    amend(TABLE, sorted([*shown, card] if table else shown))
