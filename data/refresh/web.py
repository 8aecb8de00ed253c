"""Asking a publisher: patiently, one question at a time, through a proxy where there is one."""

import copy
import hashlib
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar
from urllib.parse import unquote, urlencode, urlsplit

import requests
from urllib3.exceptions import InvalidHeader

from data.bring.problems import Refused, refuse
from data.refresh import faults, replies
from data.refresh.faults import passing
from data.refresh.kept import BLOCK, Kept

AGENT = "central-asia-migration-atlas"
BROWSER = f"Mozilla/5.0 (compatible; {AGENT})"  # for publishers that answer browsers only
LONGEST_ADDRESS = 8000

Query = Mapping[str, str | Sequence[str]]
T = TypeVar("T")


@dataclass(frozen=True)
class Patience:
    """How patient a run is.

    Attributes
    ----------
    attempts : int
        How often one question is asked.
    first, longest : float
        Seconds before the second try, doubled each time, and the longest wait; a publisher that
        asks for a longer one is not waited for.
    pause : float
        Seconds between two questions to one publisher.
    timeout : tuple of float
        Seconds until a connection, and between two parts of an answer.
    """

    attempts: int = 5
    first: float = 2
    longest: float = 120
    pause: float = 0.5
    timeout: tuple[float, float] = (20, 120)


@dataclass(frozen=True)
class Answer:
    """What came: a file, and what was said of it."""

    path: Path
    host: str
    modified: str = ""
    etag: str = ""

    @property
    def content(self) -> bytes:
        """The bytes of the answer."""
        return self.path.read_bytes()


class Web:
    """The way to all publishers.

    Parameters
    ----------
    folder : Path
        Where answers are kept.
    patience : Patience
        Waits and tries.
    fresh : float
        Seconds for which a kept answer is taken without asking again.
    at : str
        Address of a server that stands for all publishers (``at/host/path``), for tests.
    given : Path or None
        Folder of files that a person has saved; one with the name of a wanted file is used.
    sleep : callable
        Waits some seconds.
    """

    def __init__(
        self,
        folder: Path,
        patience: Patience | None = None,
        fresh: float = 6 * 3600,
        at: str = "",
        given: Path | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._folder, self._fresh, self._at, self._given = folder, fresh, at, given
        self._patience = patience or Patience()
        self._sleep, self._last = sleep, dict[str, float]()
        self._session = requests.Session()

    def within(self, name: str, again: bool = False) -> "Web":
        """Return the same way with a folder of its own: answers of two editions never mix.

        Parameters
        ----------
        name : str
            What is asked for: source and edition.
        again : bool
            Whether everything is asked for anew.
        """
        other = copy.copy(self)
        other._folder = self._folder / hashlib.sha256(name.encode()).hexdigest()[:12]
        other._fresh = 0 if again else self._fresh
        return other

    def ask(
        self,
        url: str,
        read: Callable[[Answer], T],
        query: Query | None = None,
        *,
        agent: str = AGENT,
        limit: int = LONGEST_ADDRESS,
        fresh: float | None = None,
    ) -> T:
        """Return what `read` makes of the answer; ask again while the fault may pass.

        Parameters
        ----------
        url, query
            The question.
        read : callable
            Reads an answer, or raises `Refused` or `faults.Passing`.
        agent : str
            What the program calls itself.
        limit : int
            Characters that the publisher allows an address to have.
        fresh : float or None
            Seconds for which a kept answer will do, if other than usual.
        """
        whole = f"{url}?{urlencode(query, doseq=True)}" if query else url
        host = urlsplit(url).hostname or ""
        if len(whole) > limit:
            raise refuse(faults.TOO_LONG, host=host, length=len(whole), limit=limit)
        kept = Kept(self._folder, whole)
        seconds = self._fresh if fresh is None else fresh

        def once() -> T:
            return self._read(kept, read, self._answer(whole, kept, agent, seconds))

        return self._patiently(once)

    def head(self, url: str, agent: str = AGENT) -> Answer:
        """Return what a server says of a file without fetching it."""
        given = self._saved(url)
        if given:
            return given

        def once() -> Answer:
            with self._response(url, "HEAD", {"User-Agent": agent}) as response:
                replies.check_status(response, url)
                headers = response.headers
                host = urlsplit(url).hostname or ""
                return Answer(
                    Path(), host, headers.get("Last-Modified", ""), headers.get("ETag", "")
                )

        return self._patiently(once)

    def _patiently(self, once: Callable[[], T]) -> T:
        """Try until it is well, or until the fault does not pass or the patience ends."""
        wait = self._patience.first
        for left in reversed(range(self._patience.attempts)):
            try:
                return once()
            except faults.Passing as fault:
                wanted = max(wait, fault.wait or 0)
                if not left or wanted > self._patience.longest:
                    raise
                self._sleep(wanted)
                wait = min(2 * wait, self._patience.longest)
        raise AssertionError("at least one attempt")

    @staticmethod
    def _read(kept: Kept, read: Callable[[Answer], T], answer: Answer) -> T:
        try:
            return read(answer)
        except Refused:
            kept.forget()
            raise

    def _answer(self, url: str, kept: Kept, agent: str, fresh: float) -> Answer:
        given = self._saved(url)
        if given:
            return given
        host = urlsplit(url).hostname or ""
        if kept.is_fresh(fresh):
            return _kept_answer(kept, host)
        headers = {"User-Agent": agent, "Accept-Encoding": "identity"} | kept.conditions()
        with self._response(url, "GET", headers) as response:
            if response.status_code == 304:
                kept.touch()
                return _kept_answer(kept, host)
            if response.status_code == 416:
                kept.forget()
                raise passing(faults.BROKEN_OFF, host=host, size=0)
            replies.check_status(response, url)
            goes_on = response.status_code == 206
            if goes_on and not replies.begins_at(response, kept.size()):
                kept.forget()
                raise passing(faults.BROKEN_OFF, host=host, size=0)
            packed = "Content-Encoding" in response.headers  # then sizes are not those of the file
            headers_told = {} if packed else response.headers
            try:
                kept.take(response.iter_content(BLOCK), headers_told, goes_on)
            except (requests.RequestException, InvalidHeader) as error:
                raise passing(faults.BROKEN_OFF, host=host, size=kept.size()) from error
            replies.check_sum(response, kept, host)
        return _kept_answer(kept, host)

    def _saved(self, url: str) -> Answer | None:
        name = unquote(Path(urlsplit(url).path).name)
        path = self._given / name if self._given and name else None
        if path is None or not path.is_file():
            return None
        return Answer(path, urlsplit(url).hostname or "")

    def _response(self, url: str, method: str, headers: Mapping[str, str]) -> requests.Response:
        """Ask once, not sooner after the last question than is polite."""
        host = urlsplit(url).hostname or ""
        early = self._patience.pause - (time.monotonic() - self._last.get(host, -1e9))
        if early > 0:
            self._sleep(early)
        self._last[host] = time.monotonic()
        try:
            return self._session.request(
                method,
                self._real(url),
                headers=dict(headers),
                stream=True,
                timeout=self._patience.timeout,
                allow_redirects=True,
            )
        except requests.exceptions.ProxyError as error:
            raise passing(faults.PROXY, host=host, detail=replies.short(error)) from error
        except requests.exceptions.SSLError as error:
            raise refuse(faults.NO_TRUST, host=host, detail=replies.short(error)) from error
        except requests.exceptions.TooManyRedirects as error:
            raise refuse(faults.REDIRECTS, host=host) from error
        except requests.exceptions.Timeout as error:
            raise passing(faults.NO_ANSWER, host=host) from error
        except requests.RequestException as error:
            if replies.has_no_such_name(error):
                raise refuse(faults.NO_NAME, host=host) from error
            raise passing(faults.NO_CONNECTION, host=host, detail=replies.short(error)) from error

    def _real(self, url: str) -> str:
        parts = urlsplit(url)
        rest = f"?{parts.query}" if parts.query else ""
        return f"{self._at}/{parts.hostname}{parts.path}{rest}" if self._at else url


def _kept_answer(kept: Kept, host: str) -> Answer:
    told = kept.told()
    return Answer(kept.path, host, told.get("modified", ""), told.get("etag", ""))
