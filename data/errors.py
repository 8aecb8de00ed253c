"""Errors of the data layer; a card turns each into a plain message for the reader."""


class DataError(Exception):
    """Something is wrong with the curated data.

    Attributes
    ----------
    table : str
        The table that was asked for.
    detail : str
        What was found, in English, for the log and for the curious reader.
    """

    def __init__(self, table: str, detail: str) -> None:
        super().__init__(f"{table}: {detail}")
        self.table = table
        self.detail = detail


class MissingTable(DataError):
    """A table, or one source's part of it, is not there."""


class EmptyTable(DataError):
    """A table has no rows."""


class DamagedTable(DataError):
    """A table is there but is not the one that its description promises."""


class UnknownCode(DamagedTable):
    """A table uses a code that is in no code list."""
