"""One look at a running atlas: what is asked, and what is said of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from http.cookiejar import DefaultCookiePolicy

import requests

PATIENCE = 30.0  # seconds


@dataclass(frozen=True)
class Line:
    """What was found.

    Attributes
    ----------
    ok : bool
        Whether it is as it should be.
    words : str
        What should be.
    seen : str
        What was seen; told when it is not so, and where it says more.
    """

    ok: bool
    words: str
    seen: str = ""

    def told(self) -> str:
        """Return it as a line for a person."""
        return f"{'ok    ' if self.ok else 'FAILED'}  {self.words}" + (
            f" ({self.seen})" if self.seen else ""
        )


@dataclass
class Site:
    """A running atlas.

    Attributes
    ----------
    address : str
        Where it is, without a slash at the end.
    """

    address: str
    _asker: requests.Session = field(default_factory=requests.Session)

    def __post_init__(self) -> None:
        """Ask this address alone, by no proxy, and keep no cookies."""
        self._asker.trust_env = False
        self._asker.cookies.set_policy(_NoCookies())

    def ask(
        self,
        path: str = "/",
        headers: Mapping[str, str] | None = None,
        method: str = "GET",
    ) -> requests.Response:
        """Return an answer as it came, wherever it would lead on.

        Parameters
        ----------
        path : str
            Below the address.
        headers : mapping of str to str or None
            What is sent with it.
        method : str
            How it is asked.
        """
        return self._asker.request(
            method,
            f"{self.address}{path}",
            headers=headers,
            timeout=PATIENCE,
            allow_redirects=False,
        )


class _NoCookies(DefaultCookiePolicy):
    def set_ok(self, cookie: object, request: object) -> bool:
        """Keep no cookie: every request is a stranger's."""
        return False
