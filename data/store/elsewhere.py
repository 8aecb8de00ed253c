"""Other engines that Ibis speaks with, by their address: DuckDB, Trino, BigQuery, Snowflake, Spark.

Tried on a DuckDB file only. One connection answers one question at a time, and nothing here limits
how long it takes: that is up to the engine.
"""

import logging
from collections.abc import Mapping
from threading import Lock
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from data.errors import DamagedTable, DatabaseDown, DataError, MissingLibrary, MissingTable
from data.store.engine import Trouble

if TYPE_CHECKING:
    import ibis


class Elsewhere:
    """An engine by its address.

    Parameters
    ----------
    url : str
        As ``ibis.connect`` understands it.
    """

    def __init__(self, url: str) -> None:
        self._url = url
        self._backend: Any = None
        self._lock = Lock()

    def rows(self, expression: "ibis.Table", types: Mapping[str, pa.DataType]) -> pa.Table:
        """Return the rows of an expression (see `data.store.engine.Engine.rows`)."""
        with self._lock:
            backend = self._connected()
            try:
                found = backend.to_pyarrow(expression)
            except Exception as error:  # each engine has errors of its own
                self._forget()
                raise Trouble(_kind(error), type(error).__name__) from None
        try:
            return pa.table([_as(found[name], kind) for name, kind in types.items()], list(types))
        except (pa.ArrowException, KeyError) as error:
            raise Trouble(DamagedTable, str(error)) from None

    def close(self) -> None:
        """Let go of the connection."""
        with self._lock:
            self._forget()

    def _connected(self) -> Any:
        import ibis  # noqa: PLC0415  # see data.store.package

        if self._backend is None:
            try:
                self._backend = ibis.connect(self._url)
            except ImportError as error:
                raise Trouble(MissingLibrary, f"{error.name} is not installed", "all") from None
            except Exception as error:  # its words may repeat the address, and with it a password
                raise Trouble(DatabaseDown, type(error).__name__, "all") from None
        return self._backend

    def _forget(self) -> None:
        backend, self._backend = self._backend, None
        try:
            if backend is not None:
                backend.disconnect()
        except Exception as error:  # it is gone either way
            logging.getLogger("atlas.data").debug("closing: %s", type(error).__name__)


def _kind(error: Exception) -> type[DataError]:
    """Return what a reader is told; most engines do not say in a common way what is wrong."""
    name = type(error).__name__
    if name in ("TableNotFound", "CatalogException"):
        return MissingTable
    return DamagedTable if name in ("BinderException", "ConversionException") else DatabaseDown


def _as(cells: pa.ChunkedArray, kind: pa.DataType) -> pa.ChunkedArray:
    if pa.types.is_dictionary(kind):
        return cells.cast(kind.value_type).combine_chunks().dictionary_encode().cast(kind)
    return cells.cast(kind)
