"""What a source of tables does."""

from typing import TYPE_CHECKING, Protocol

import pandas as pd
import pyarrow as pa

if TYPE_CHECKING:
    import ibis


class Store(Protocol):
    """A source of the curated tables."""

    def load(self, table: str) -> pd.DataFrame:
        """Return a whole table, checked (see `data.loaders.load`).

        Raises
        ------
        data.errors.DataError
            When it cannot be had, or is not what the schema promises.
        """

    def table(self, name: str) -> "ibis.Table":
        """Return a table as an expression, to be filtered and grouped before it is read.

        Texts and codes are strings, ``year`` an integer, ``value`` a float in the row's unit,
        days are dates.

        Raises
        ------
        data.errors.DataError
            When there is no such table, or it cannot be had.
        """

    def answer(self, expression: "ibis.Table") -> pa.Table:
        """Return the rows of an expression of this source's tables.

        Raises
        ------
        data.errors.DataError
            When the source cannot answer.
        """

    def check(self) -> None:
        """Ask the source whether it can be asked at all; for whoever watches over the atlas.

        Raises
        ------
        data.errors.DataError
            When it cannot.
        """
