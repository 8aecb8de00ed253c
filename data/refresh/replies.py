"""What the status and the headers of a reply say, in words."""

import base64
import hashlib
from urllib.parse import urlsplit

import requests
from urllib3.exceptions import InvalidHeader, NameResolutionError
from urllib3.util import Retry

from data.bring.problems import refuse
from data.refresh import faults
from data.refresh.faults import passing
from data.refresh.kept import Kept

LATER = {429, 500, 502, 503, 504}


def check_status(response: requests.Response, url: str) -> None:
    """Refuse an answer by its status, or by the page that it was sent to; 200 and 206 are well."""
    host, status = urlsplit(url).hostname or "", response.status_code
    if "/sorry." in response.url:
        raise passing(faults.SORRY, host=host)
    if status in LATER:
        wait = _retry_after(response)
        if wait is None:
            raise passing(faults.BUSY, host=host, status=status)
        raise passing(faults.BUSY_UNTIL, wait, host=host, status=status, seconds=f"{wait:.0f}")
    if status in (401, 403):
        given = "--given"
        raise refuse(faults.FORBIDDEN, host=host, status=status, address=url, option=given)
    if status in (404, 410):
        raise refuse(faults.GONE, address=url, status=status)
    if status in (413, 414):
        raise refuse(faults.TOO_LARGE, host=host, status=status)
    if status not in (200, 206):
        raise refuse(faults.STATUS, host=host, status=status, detail=response.text[:200])


def check_sum(response: requests.Response, kept: Kept, host: str) -> None:
    """Compare a file with the checksum that some servers send along."""
    told = response.headers.get("Content-MD5", "")
    packed = "Content-Encoding" in response.headers
    if told and response.status_code == 200 and not packed:
        found = hashlib.md5(kept.path.read_bytes(), usedforsecurity=False).digest()
        if base64.b64encode(found).decode() != told:
            kept.forget()
            raise passing(faults.WRONG_SUM, host=host)


def _retry_after(response: requests.Response) -> float | None:
    try:
        told = response.headers.get("Retry-After")
        return Retry().parse_retry_after(told) if told else None
    except InvalidHeader:
        return None


def begins_at(response: requests.Response, size: int) -> bool:
    """Say whether a part of a file begins where the part that we have ends."""
    return response.headers.get("Content-Range", "").startswith(f"bytes {size}-")


def short(error: Exception) -> str:
    """Return the innermost reason of an error, without the names of classes around it."""
    while error.args and isinstance(error.args[0], Exception):
        error = error.args[0]
    said = str(getattr(error, "reason", None) or error).rsplit(": ", 1)[-1].strip(" >'\"")
    if said.count(")") > said.count("("):
        said = said.rstrip(")")
    return said.rstrip("'\"")[:120] or type(error).__name__


def has_no_such_name(error: Exception) -> bool:
    """Say whether a host's name is not known, so that asking again is of no use."""
    inside = error.args[0] if error.args else None
    return isinstance(getattr(inside, "reason", None), NameResolutionError)
