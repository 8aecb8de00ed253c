"""Work that takes long, done in turns: few pieces at once, and no more of one who asks."""

import ipaddress
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Condition


class Busy(Exception):
    """There is no turn to be had now.

    Attributes
    ----------
    own : bool
        Whether what stands in the way was asked for by the same one.
    """

    def __init__(self, own: bool) -> None:
        super().__init__("as much is being done as can be" + (" for one who asks" if own else ""))
        self.own = own


class Turns:
    """Hands out turns to threads.

    Parameters
    ----------
    at_once : int
        Pieces of work in all.
    of_one : int
        Of one who asks.
    waiting : int
        How many more of one who asks wait for their turn; the next is sent away at once.
    patience : float
        Seconds for which they wait.
    """

    def __init__(self, at_once: int, of_one: int, waiting: int, patience: float) -> None:
        self.at_once, self.of_one, self.waiting = at_once, of_one, waiting
        self.patience = patience
        self._free = Condition()
        self._working: Counter[str] = Counter()
        self._here: Counter[str] = Counter()

    @contextmanager
    def taken(self, who: str = "") -> Iterator[None]:
        """Wait for a turn, and have it.

        Parameters
        ----------
        who : str
            Who asks (see `whose`); where that is not known, nobody is told from others.

        Raises
        ------
        Busy
            When there is none in time.
        """
        with self._free:
            if who and self._here[who] >= self.of_one + self.waiting:
                raise Busy(own=True)
            self._here[who] += 1
        try:
            with self._free:
                if not self._free.wait_for(lambda: self._may(who), self.patience):
                    raise Busy(own=self._has_enough(who))
                self._working[who] += 1
            try:
                yield
            finally:
                self._leave(self._working, who)
        finally:
            self._leave(self._here, who)

    def _may(self, who: str) -> bool:
        return self._working.total() < self.at_once and not self._has_enough(who)

    def _has_enough(self, who: str) -> bool:
        return bool(who) and self._working[who] >= self.of_one

    def _leave(self, room: Counter[str], who: str) -> None:
        with self._free:
            room[who] -= 1
            if not room[who]:
                del room[who]
            self._free.notify_all()


def whose(address: str) -> str:
    """Return what is counted as one: an address of IPv4, a network of IPv6 (/64)."""
    with suppress(ValueError):
        found = ipaddress.ip_address(address.partition("%")[0])
        if isinstance(found, ipaddress.IPv6Address):
            mapped = found.ipv4_mapped
            return str(mapped or ipaddress.ip_network((found, 64), strict=False))
        return str(found)
    return address[:64]
