"""Unpacking .zip and .gz in memory, never more than is read of any file."""

import io
import zipfile
import zlib
from pathlib import PurePosixPath

from data.bring.kinds import GZIP
from data.bring.problems import N_, refuse

MOST_BYTES = 32 * 1024 * 1024
MOST_FILES = 1000
TABLES = (".csv", ".tsv", ".tab", ".xlsx", ".xlsm", ".gz")
PERHAPS = (".txt", ".dat")
PIECE = 256 * 1024

TOO_LARGE = N_("The file is too large: at most {most} MB are read.")
TOO_LARGE_INSIDE = N_("What is packed in the file is too large: at most {most} MB are read.")
DAMAGED = N_("The file is packed, but it is damaged or only a part of it: it cannot be unpacked.")
NOTHING_INSIDE = N_("The file is packed, and no table is in it.")
SEVERAL = N_("Several tables are packed in the file: {names}. Unpack it and bring one of them.")
SECRET = N_("The file is packed with a password. Unpack it first.")


def unpacked(content: bytes, name: str) -> tuple[bytes, str]:
    """Return content and name of the one table that is packed in a file, or refuse it."""
    if content.startswith(GZIP):
        return _gunzipped(content), name.removesuffix(".gz").removesuffix(".GZ")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            entry = _only(packed.infolist())
            with packed.open(entry) as file:
                found = file.read(MOST_BYTES + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
        raise refuse(DAMAGED) from error
    if len(found) > MOST_BYTES:
        raise too_large()
    return found, PurePosixPath(entry.filename).name


def too_large() -> Exception:
    """Return the refusal of what becomes too large while it is unpacked."""
    return refuse(TOO_LARGE_INSIDE, most=MOST_BYTES // 1024**2)


def _only(entries: list[zipfile.ZipInfo]) -> zipfile.ZipInfo:
    if len(entries) > MOST_FILES:
        raise refuse(NOTHING_INSIDE)
    named = [
        e
        for e in entries
        if not e.is_dir()
        and "__MACOSX" not in e.filename
        and not PurePosixPath(e.filename).name.startswith(".")
    ]
    tables = [e for e in named if e.filename.casefold().endswith(TABLES)]
    tables = tables or [e for e in named if e.filename.casefold().endswith(PERHAPS)]
    tables = tables or (named if len(named) == 1 else [])
    if not tables:
        raise refuse(NOTHING_INSIDE)
    if len(tables) > 1:
        told = ", ".join(PurePosixPath(e.filename).name[:60] for e in tables[:6])
        raise refuse(SEVERAL, names=told + (", …" if len(tables) > 6 else ""))
    if tables[0].flag_bits & 1:
        raise refuse(SECRET)
    if tables[0].file_size > MOST_BYTES:
        raise too_large()
    return tables[0]


def _gunzipped(content: bytes) -> bytes:
    """Unpack gzip piece by piece, all its members, and stop where it becomes too much."""
    found, left = bytearray(), content
    while left.startswith(GZIP):
        stream = zlib.decompressobj(wbits=31)
        try:
            while not stream.eof:
                piece = stream.decompress(left, PIECE)
                found += piece
                if len(found) > MOST_BYTES:
                    raise too_large()
                left = stream.unconsumed_tail
                if not piece and not left and not stream.eof:
                    raise refuse(DAMAGED)
        except zlib.error as error:
            raise refuse(DAMAGED) from error
        left = stream.unused_data
    return bytes(found)
