"""What can be wrong with an answer, in words: each fault is one sentence with its address."""

from typing import Any

from data.bring.problems import N_, Problem, Refused

NO_CONNECTION = N_("{host} cannot be reached: {detail}.")
NO_NAME = N_("{host} is not found: there is no way to the internet, or no such host.")
PROXY = N_("The proxy does not let the question through to {host}: {detail}.")
NO_TRUST = N_("The certificate of {host} is not accepted: {detail}.")
NO_ANSWER = N_("{host} did not answer in time.")
BROKEN_OFF = N_("The answer of {host} broke off after {size} bytes.")
REDIRECTS = N_("{host} sends the question round in circles.")
SORRY = N_("{host} shows its page for times when it is out of order.")
FORBIDDEN = N_(
    "{host} does not answer programs (status {status}). Save {address} with a browser into a "
    "folder and name the folder with {option}."
)
GONE = N_("There is nothing at {address} any more (status {status}).")
TOO_LARGE = N_("{host} finds the question too large (status {status}).")
TOO_LONG = N_("The address of the question has {length} characters, {host} takes {limit}.")
BUSY = N_("{host} asks to come back later (status {status}).")
BUSY_UNTIL = N_("{host} asks to come back in {seconds} seconds (status {status}).")
STATUS = N_("{host} answers with status {status}: {detail}")
EMPTY = N_("{host} sends an empty answer.")
HTML = N_("{host} sends a web page instead of data: “{detail}”.")
XML = N_("{host} sends XML although JSON was asked for: “{detail}”.")
CUT = N_("The answer of {host} is cut off or damaged; it cannot be read to its end.")
NOT_A_WORKBOOK = N_("{host} sends something that is no workbook.")
NOT_TEXT = N_("The answer of {host} is not text in UTF-8.")
WRONG_SIZE = N_("The answer of {host} has {size} bytes instead of {wanted}.")
WRONG_SUM = N_("The file from {host} does not have the checksum that the publisher gives for it.")
ERROR_INSIDE = N_("{host} answers as if all were well, but with an error inside: {detail}")
LAYOUT = N_("The layout of {what} has changed: there is no “{names}”.")
UNEXPECTED = N_("The layout of {what} has changed: {detail}.")
HALF = N_("{what}: {got} rows came, but the publisher speaks of {total}.")
HALF_SUM = N_("{what}: “{field}” adds up to {got}, but the publisher says {total}.")
EMPTY_PAGE = N_("{what}: page {page} of {pages} is empty.")
MOVED = N_("{what} changed while it was being read; start again.")
NOTHING = N_("{what}: nothing came for {names}. A code that means nothing answers nothing.")
NOT_A_NUMBER = N_("{what}: “{text}” in “{field}” is not a number.")
UNKNOWN_CODE = N_("{what}: the code “{text}” in “{field}” is not known.")
SUMS_DIFFER = N_("{what}: the parts add up to {got} and the total is {total}.")
NO_FILE = N_("No file like “{name}” is named at {address}.")
NO_EDITION = N_("{host} does not say when {what} was changed.")


class Passing(Refused):
    """Something that may be well in a moment: it is asked again.

    Attributes
    ----------
    wait : float or None
        Seconds after which the publisher asks to come back, if it says so.
    """

    def __init__(self, problem: Problem, wait: float | None = None) -> None:
        super().__init__(problem)
        self.wait = wait


def passing(message: str, /, wait: float | None = None, **values: Any) -> Passing:
    """Return a fault that is worth another try."""
    return Passing(Problem(message, values), wait)
