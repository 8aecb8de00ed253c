"""What a request asks for, besides what it asks about: form, page, size."""

from dataclasses import dataclass

from starlette.requests import Request

from components.api.problems import Problem
from components.language import Language
from components.session.memory import LANG
from components.web.asking import spoken

FORMAT, PAGE, SIZE = "_format", "_page", "_size"
JSON, CSV, SDMX = "json", "csv", "sdmx-csv"
USUAL, MOST = 100, 1000  # rows of a page
FURTHEST = 1_000_000  # page


@dataclass(frozen=True)
class Asked:
    """A request in the terms of this interface.

    Attributes
    ----------
    lang : Language
        The reader's language.
    form : str
        One of the forms of the answer.
    page, size : int
        Page of rows, from 1, and its rows.
    paged : bool
        Whether a page was asked for: CSV is whole without it.
    rest : dict of str to str
        All else, a repeated name joined by commas, as in links.
    """

    lang: Language
    form: str
    page: int
    size: int
    paged: bool
    rest: dict[str, str]


def asked(request: Request, *forms: str) -> Asked:
    """Return what a request asks for.

    Parameters
    ----------
    request : Request
        The request.
    forms : str
        Forms of this answer, the usual one first.

    Raises
    ------
    Problem
        When it asks for another form, or for no page that can be.
    """
    lang, told = spoken(request), dict[str, list[str]]()
    for name, value in request.query_params.multi_items():
        told.setdefault(name, []).append(value)
    rest = {name: ",".join(values) for name, values in told.items() if name != LANG}
    form = rest.pop(FORMAT, "") or forms[0]
    if form not in forms:
        words = lang.text("{name} can be {values} here.", name=FORMAT, values=", ".join(forms))
        raise Problem(400, "unknown_format", words)
    paged = PAGE in rest or SIZE in rest
    page = _whole(lang, PAGE, rest.pop(PAGE, ""), 1, FURTHEST)
    size = _whole(lang, SIZE, rest.pop(SIZE, ""), USUAL, MOST)
    return Asked(lang, form, page, size, paged, rest)


def nothing_else(found: Asked) -> None:
    """Refuse names that mean nothing here."""
    if found.rest:
        words = found.lang.text(
            "These parts of the request mean nothing here: {names}.",
            names=", ".join(sorted(found.rest)),
        )
        raise Problem(400, "unknown_parameter", words)


def _whole(lang: Language, name: str, told: str, usual: int, most: int) -> int:
    if not told:
        return usual
    number = int(told) if told.isascii() and told.isdigit() and len(told) < 10 else 0
    if not 1 <= number <= most:
        words = lang.text(
            "{name} has to be a whole number from 1 to {most}.", name=name, most=lang.number(most)
        )
        raise Problem(400, "bad_number", words)
    return number
