"""A reader's session without a browser: an address, and what the widgets hold."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qsl

import pytest

from components.controls.pages import CHOICES
from components.session import memory, state
from components.session.choice import ChoiceSet
from components.session.state import Choices

# The start page has nothing to choose; what an address tells a page of lists may be any text.
DECLARED: dict[str, ChoiceSet] = {
    url: one
    for url, one in CHOICES.items()
    if any(choice.form != "text" for key, choice in one.keys.items() if key != memory.TABLE)
}


class Address(dict):
    """Stands for Streamlit's query parameters: each name has a list of values."""

    def __getitem__(self, name: str) -> str:
        return super().__getitem__(name)[-1]

    def get_all(self, name: str) -> list[str]:
        return list(self.get(name, []))

    def items(self) -> Iterator[tuple[str, str]]:
        return ((name, self[name]) for name in self)

    def from_dict(self, given: dict[str, str]) -> None:
        self.clear()
        self.update({name: [value] for name, value in given.items()})


class Reader:
    """One reader's session.

    Parameters
    ----------
    locale : str or None
        What the browser prefers.
    link : str
        The query by which the reader arrives.
    """

    def __init__(self, locale: str | None = "en-US", link: str = "", **address: str) -> None:
        self.st = SimpleNamespace(
            query_params=Address(),
            session_state={},
            context=SimpleNamespace(locale=locale, url=None),
        )
        self.page = ""
        self.types(link, **address)

    def types(self, link: str = "", **address: str) -> None:
        """Type an address into the browser."""
        self.st.query_params.clear()
        for name, value in (*parse_qsl(link, keep_blank_values=True), *address.items()):
            self.st.query_params.setdefault(name, []).append(value)

    def goes(self, page: str) -> Any:
        """Go to a page by the menu, and see it."""
        self.st.query_params.clear()
        return self.sees(page)

    @property
    def address(self) -> dict[str, str]:
        return dict(self.st.query_params.items())

    @property
    def widgets(self) -> dict[str, Any]:
        return self.st.session_state

    def open(self, page: str = "corridors", former: dict[str, str] | None = None) -> Choices:
        memory.st = state.st = self.st
        return Choices(page, former)

    def shows(self, choices: Choices) -> None:
        """Give the widgets the values that they are told in the first run of a session."""
        for key, value in choices.memory.given.items():
            if choices.is_new(key):
                self.widgets[key] = value
        choices.memory.known.update(choices.memory.given)

    def sees(self, page: str) -> Any:
        """One run of a page: what has been chosen."""
        declared = DECLARED[page]
        choices = self.open(page, declared.former)
        choices.language()
        filters = declared.read(choices)
        choices.write()
        self.shows(choices)
        self.odd = choices.odd
        return filters


@pytest.fixture
def streamlit_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put Streamlit back after a test with readers."""
    monkeypatch.setattr(state, "st", state.st)
    monkeypatch.setattr(memory, "st", memory.st)
