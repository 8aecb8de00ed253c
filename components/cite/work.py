"""A work that is cited, in the terms that all forms share."""

import datetime
from dataclasses import dataclass
from typing import Literal

Kind = Literal["dataset", "page", "software"]


@dataclass(frozen=True)
class Work:
    """A work that is cited.

    Attributes
    ----------
    id : str
        Short name, in Latin letters, by which a reference manager keeps it.
    kind : {"dataset", "page", "software"}
        What it is: a source, a view of the atlas, the atlas itself.
    title : str
        Title.
    authors : tuple of str
        Bodies that made it, each in full.
    issued : str
        When it came out, as far as it is known: ``2024``, ``2024-02`` or ``2024-02-29``; empty
        where the publisher does not say.
    read : datetime.date
        When it was read.
    address : str
        Where it is.
    publisher : str
        Who published it, where that is not the author.
    container : str
        What it is a part of.
    version : str
        Version, where it has a designation such as ``0.1.0`` or ``POP/DB/MIG/Stock/Rev.2024``.
    note : str
        What else tells the edition, in a few words.
    lang : str
        Language of the title, as an IETF tag; empty where it is not known.
    """

    id: str
    kind: Kind
    title: str
    authors: tuple[str, ...]
    issued: str
    read: datetime.date
    address: str
    publisher: str = ""
    container: str = ""
    version: str = ""
    note: str = ""
    lang: str = ""

    @property
    def parts(self) -> tuple[int, ...]:
        """Year, month and day on which it came out, as far as they are known."""
        return tuple(int(part) for part in self.issued.split("-") if part)

    @property
    def year(self) -> str:
        """Year in which it came out; empty where it is not known."""
        return self.issued[:4]
