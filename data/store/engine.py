"""What a database engine does for the atlas, and how it says that it cannot."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

import pyarrow as pa

from data.errors import DataError

if TYPE_CHECKING:
    import ibis

Scope: TypeAlias = Literal["table", "all", "now"]


class Trouble(Exception):
    """An engine cannot answer.

    Attributes
    ----------
    kind : type of DataError
        What the reader is told.
    detail : str
        What was found, for the log; never with a password.
    scope : {"table", "all", "now"}
        Who else would wait in vain: those who ask for this table, all, or nobody a moment later.
    """

    def __init__(self, kind: type[DataError], detail: str, scope: Scope = "table") -> None:
        super().__init__(detail)
        self.kind = kind
        self.detail = detail
        self.scope = scope


class Engine(Protocol):
    """A database that answers expressions; safe to be asked by several threads."""

    def rows(self, expression: "ibis.Table", types: Mapping[str, pa.DataType]) -> pa.Table:
        """Return the rows of an expression.

        Parameters
        ----------
        expression : ibis.Table
            Built on unbound tables.
        types : mapping of str to pyarrow.DataType
            Its columns in order, as they are wanted.

        Raises
        ------
        Trouble
            When it cannot answer.
        """

    def close(self) -> None:
        """Let go of all connections."""
