"""What went wrong, in a sentence in the reader's language (RFC 9457), never with a trace."""

from typing import Any

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from components.card.guarding import numbered, reason
from components.explore.refusals import said
from components.language import N_, Language
from components.web.asking import root, spoken
from data.errors import DataError, report
from data.explore.refusal import Refused

KIND = "application/problem+json"
TITLES = {
    400: N_("The request is not well put"),
    404: N_("There is nothing at this address"),
    405: N_("Here things can only be read"),
    422: N_("The question cannot be answered"),
    429: N_("Too many requests"),
    503: N_("The atlas cannot answer now"),
}


class Problem(Exception):
    """A request that is not answered.

    Attributes
    ----------
    status : int
        HTTP status.
    reason : str
        A code for programs.
    words : str
        A sentence for people, in their language.
    instead : tuple of str
        Addresses of what could be asked instead, the best first.
    """

    def __init__(self, status: int, reason: str, words: str, instead: tuple[str, ...] = ()) -> None:
        super().__init__(f"{status} {reason}")
        self.instead = instead
        self.status = status
        self.reason = reason
        self.words = words


def told(request: Request, problem: Problem, headers: dict[str, str] | None = None) -> JSONResponse:
    """Answer with a problem."""
    lang = spoken(request)
    content: dict[str, Any] = {
        "type": f"{root(request)}/api/docs#problem-{problem.status}",
        "title": lang.text(TITLES[problem.status]),
        "status": problem.status,
        "detail": problem.words,
        "instance": request.url.path,
        "reason": problem.reason,
    }
    if problem.instead:
        content["instead"] = list(problem.instead)
    usual = {"Cache-Control": "no-store", "Content-Language": lang.data_code}
    return JSONResponse(content, problem.status, {**usual, **(headers or {})}, KIND)


def no_address(lang: Language) -> Problem:
    """Return that there is nothing at an address."""
    words = lang.text("There is nothing at this address; /api lists what there is.")
    return Problem(404, "unknown_address", words)


def only_reading(lang: Language) -> Problem:
    """Return that nothing can be changed here."""
    words = lang.text("Only GET and HEAD are answered: the data can be read, not changed.")
    return Problem(405, "read_only", words)


def handled(app: FastAPI) -> None:
    """Let an app answer in this way, whatever goes wrong."""
    handlers: dict[Any, Any] = {
        Problem: told,
        Refused: _refused,
        DataError: _broken,
        HTTPException: _http,
        Exception: _broken,
    }
    for kind, handler in handlers.items():
        app.add_exception_handler(kind, handler)


def of_fault(error: Exception, lang: Language) -> Problem:
    """Return a fault of ours as a problem, with the number by which the log tells of it."""
    return Problem(503, "data", f"{reason(error, lang)} {numbered(error, lang)}")


def of_refusal(refused: Refused, lang: Language, instead: tuple[str, ...] = ()) -> Problem:
    """Return a question that is refused as a problem: 404, 400 or 422."""
    formal = ("unknown_", "not_", "long_", "many_", "across_not_by")
    status = 404 if refused.reason == "unknown_table" else 422
    if status == 422 and refused.reason.startswith(formal):
        status = 400
    return Problem(status, refused.reason, said(refused, lang), instead)


def _refused(request: Request, error: Refused) -> Response:
    return told(request, of_refusal(error, spoken(request)))


def _broken(request: Request, error: Exception) -> Response:
    report(error)
    return told(request, of_fault(error, spoken(request)))


def _http(request: Request, error: HTTPException) -> Response:
    lang = spoken(request)
    return told(request, only_reading(lang) if error.status_code == 405 else no_address(lang))
