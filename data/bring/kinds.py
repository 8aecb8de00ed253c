"""What a file is, by its first bytes: its name may say anything."""

import io
import json
import re
import zipfile

from data.bring.problems import N_, refuse

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP, GZIP = b"PK", b"\x1f\x8b"
WORKBOOK, ARCHIVE, TEXT = "workbook", "archive", "text"
BEGINNINGS = 4096

OLD_EXCEL = N_(
    "The file is an old Excel workbook (.xls) or one with a password. Open it and save it as an "
    "Excel workbook (.xlsx) without a password, or as CSV UTF-8."
)
BINARY_EXCEL = N_("The file is a binary Excel workbook (.xlsb). Save it as .xlsx or as CSV UTF-8.")
OPEN_DOCUMENT = N_(
    "The file is a spreadsheet in OpenDocument format (.ods). Save it as .xlsx or as CSV UTF-8."
)
OTHER_TABLE = N_("The file is a table of the kind {kind}. Save it as .xlsx or as CSV UTF-8.")
NO_TABLE = N_(
    "The file is of the kind {kind}, not a table. Copy its table into a sheet, look at every "
    "figure, and save it as .xlsx or as CSV UTF-8."
)
OTHER_PACKED = N_("The file is packed ({kind}). Unpack it, or pack it as .zip or .gz.")
HTML = N_(
    "The file is a page of a site (HTML), not the table itself: perhaps a message of an error or "
    "of a login. Open it in a browser, and save the table as .xlsx or as CSV UTF-8."
)

SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (OLE, OLD_EXCEL, ""),
    (b"\x09\x08", OLD_EXCEL, ""),
    (b"\x09\x04\x06\x00", OLD_EXCEL, ""),
    (b"\x09\x02\x06\x00", OLD_EXCEL, ""),
    (b"\x09\x00\x04\x00", OLD_EXCEL, ""),
    (b"PAR1", OTHER_TABLE, "Parquet"),
    (b"ARROW1", OTHER_TABLE, "Arrow"),
    (b"FEA1", OTHER_TABLE, "Feather"),
    (b"Obj\x01", OTHER_TABLE, "Avro"),
    (b"SQLite format 3", OTHER_TABLE, "SQLite"),
    (b"$FL", OTHER_TABLE, "SPSS"),
    (b"<stata_dta>", OTHER_TABLE, "Stata"),
    (b"\x89HDF", OTHER_TABLE, "HDF5"),
    (b"RDX", OTHER_TABLE, "R"),
    (b"%PDF-", NO_TABLE, "PDF"),
    (b"{\\rtf", NO_TABLE, "RTF"),
    (b"\x89PNG", NO_TABLE, "PNG"),
    (b"\xff\xd8\xff", NO_TABLE, "JPEG"),
    (b"GIF8", NO_TABLE, "GIF"),
    (b"II*\x00", NO_TABLE, "TIFF"),
    (b"MM\x00*", NO_TABLE, "TIFF"),
    (b"BZh", OTHER_PACKED, "bzip2"),
    (b"\xfd7zXZ\x00", OTHER_PACKED, "xz"),
    (b"7z\xbc\xaf\x27\x1c", OTHER_PACKED, "7-Zip"),
    (b"Rar!", OTHER_PACKED, "RAR"),
    (b"\x28\xb5\x2f\xfd", OTHER_PACKED, "Zstandard"),
)
IN_ZIP: tuple[tuple[str, str, str], ...] = (
    ("xl/workbook.bin", BINARY_EXCEL, ""),
    ("word/", NO_TABLE, "Word"),
    ("ppt/", NO_TABLE, "PowerPoint"),
    ("Index/Document.iwa", OTHER_TABLE, "Numbers"),
    ("Index/Tables/", OTHER_TABLE, "Numbers"),
    ("META-INF/MANIFEST.MF", NO_TABLE, "Java"),
)


def kind_of(content: bytes) -> str:
    """Return ``workbook``, ``archive`` (zip or gzip) or ``text``; refuse what is anything else."""
    if content.startswith(GZIP):
        return ARCHIVE
    if content.startswith(ZIP):
        return _in_zip(content)
    for beginning, message, kind in SIGNATURES:
        if content.startswith(beginning):
            raise refuse(message, kind=kind)
    if content[257:262] == b"ustar":
        raise refuse(OTHER_PACKED, kind="tar")
    _check_text(content)
    return TEXT


def _in_zip(content: bytes) -> str:
    """Return whether a zip is a workbook, as a broken one counts, or holds files."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            names = packed.namelist()
            kind = b""
            if "mimetype" in names:
                with packed.open("mimetype") as file:
                    kind = file.read(100)
    except Exception:  # whatever a damaged file makes of the library; told when it is read
        return WORKBOOK
    if "opendocument.spreadsheet" in kind.decode("latin-1"):
        raise refuse(OPEN_DOCUMENT)
    if "opendocument" in kind.decode("latin-1"):
        raise refuse(NO_TABLE, kind="OpenDocument")
    if "xl/workbook.xml" in names:
        return WORKBOOK
    for beginning, message, told in IN_ZIP:
        if any(name.startswith(beginning) for name in names):
            raise refuse(message, kind=told)
    return ARCHIVE


def _check_text(content: bytes) -> None:
    """Refuse text that is a document of another kind: a page, XML, JSON."""
    start = content[:BEGINNINGS].lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n").replace(b"\x00", b"")
    plain = start.lower()
    if re.match(rb"<!doctype html|<html|<table|<head|<body|<div|<meta|<script", plain):
        raise refuse(HTML)
    if plain.startswith(b"<?xml") or re.match(rb"<[a-z][\w:.-]*[\s/>]", plain):
        raise refuse(HTML) if b"<html" in plain else refuse(OTHER_TABLE, kind="XML")
    if re.match(rb'[{\[]\s*["\[{\]}\d-]', plain) and _is_json(content):
        raise refuse(OTHER_TABLE, kind="JSON")


def _is_json(content: bytes) -> bool:
    text = content[:BEGINNINGS].decode("utf-8-sig", "replace").lstrip()
    if text.startswith(("[[", "[{", '{"')):
        return True
    try:
        json.loads(content)
    except (ValueError, RecursionError):
        return False
    return True
