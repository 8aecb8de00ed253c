"""Is it in order at its address? ``python -m deploy.check https://…`` (``make deploy-check``).

Asks a running atlas as a browser and as a stranger would, and says line by line what is in order.
Without an address it starts a server of its own. Ends with 1 when something is not. Nothing is
written and nothing but this address is asked.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from urllib.parse import urlsplit

import requests

from bench.servers import atlas
from deploy import asked, guarded
from deploy.looks import Line, Site

Check = Callable[[Site], Iterator[Line]]
CHECKS: tuple[Check, ...] = (
    asked.alive,
    asked.documents,
    asked.every_answer,
    asked.packed,
    asked.absent,
    asked.told_to_engines,
    guarded.strangers,
    guarded.closed,
    guarded.silent,
    guarded.by_tls,
    asked.reader,
    asked.sticky,
)


def look(address: str, checks: Sequence[Check] = CHECKS) -> list[Line]:
    """Return what was found at an address.

    Parameters
    ----------
    address : str
        Of the atlas, with its path where it has one.
    checks : sequence of callable
        What is looked at.
    """
    site = Site(address.rstrip("/"))
    found: list[Line] = []
    for check in checks:
        try:
            found += check(site)
        except (requests.RequestException, OSError, ValueError) as error:
            found.append(Line(False, f"{check.__name__}: no answer", repr(error)[:200]))
    return found


def main(arguments: Sequence[str]) -> int:
    """Look, and say what was found; return 1 when something is not in order."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("address", nargs="?", default="")
    told = parser.parse_args(arguments)
    if not told.address:
        with atlas() as server:
            return said(look(f"http://127.0.0.1:{server.port}"))
    if urlsplit(told.address).scheme not in ("http", "https"):
        print(f"{told.address} is no address: it begins with http:// or https://", file=sys.stderr)
        return 1
    return said(look(told.address))


def said(found: Sequence[Line]) -> int:
    """Print what was found; return 1 when something is not in order."""
    for line in found:
        print(line.told())
    wrong = sum(not line.ok for line in found)
    print(f"{len(found) - wrong} in order, {wrong} not")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
