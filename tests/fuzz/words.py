"""Hostile words: what strangers put into addresses, widgets, statements, lists of slides, files."""

import base64
import gzip
import io
import json
import math
import random
import zipfile
import zlib
from typing import Any
from urllib.parse import quote, urlencode

from components.explore.sql_examples import EXAMPLES
from components.language import language
from components.navigation import PAGES
from components.views.registry import SPECS
from data.explore.params import OWN
from data.explore.sql import known
from data.schema import tables
from tests.fuzz.hostile import KEYS, TEXTS

VIEWS, TABLES = tuple(SPECS), tuple(tables())
STATEMENTS = tuple(one.statement(language("en")) for one in EXAMPLES)
PARTS = """
SELECT * FROM WHERE GROUP BY ORDER LIMIT ( ) , ; -- /* */ ' " $$ AS WITH RECURSIVE UNION ALL JOIN
read_csv('/etc/passwd') glob('/*') COPY ATTACH INSTALL PRAGMA SET getenv('HOME') sum(value) count(*)
range(10000000000) repeat('x',1000000000) CAST PIVOT UNNEST LATERAL ?::int CREATE DROP 1e400 x'00'
information_schema.tables duckdb_settings() \u202e \u0000 [1,2] {'a':1} OVER CASE WHEN END BETWEEN
"""
SQL = PARTS.split()
HEAD = b"host,origin,year,value\n"
GOOD = ("DEU,KGZ,2019,1", "POL,Uzbekistan,2020,-", "FRA,TJK,2018,7")
CELLS = ("DEU", "KGZ", "2019", "1", "", "-", "=1+1", "NaN", "1e999", "Kyrgyzstan", "\u0000", '"')
LARGE = 60_000  # letters


def text(chance: random.Random) -> str:
    """Return some hostile text: a known one, letters of any alphabet, or several put together."""
    way = chance.random()
    if way < 0.5:
        return chance.choice(TEXTS)
    if way < 0.8:
        return "".join(chr(chance.randrange(0x20, 0xD7FF)) for _ in range(chance.randint(0, 20)))
    if way < 0.99:
        return chance.choice((",", "", " ", ".."))[:2].join(chance.choices(TEXTS, k=3))
    return chance.choice("ab,;%<\u0301") * LARGE


def anything(chance: random.Random, deep: int = 4) -> Any:
    """Return a value of JSON, of any form."""
    way = chance.random()
    if deep and way < 0.25:
        return [anything(chance, deep - 1) for _ in range(chance.randint(0, 3))]
    if deep and way < 0.5:
        names = ("selection", "objects", "points", "pick", "chosen", "slides", "version", "a")
        return {chance.choice(names): anything(chance, deep - 1) for _ in range(3)}
    plain = (None, True, 0, -1, 2**70, 1.5, math.nan, "place UZB", "corridor UZB-RUS", "9x9")
    return chance.choice(plain) if way < 0.8 else text(chance)


def address(chance: random.Random) -> str:
    """Return the query of an address, with names that pages know and some that nobody does."""
    names = [*chance.choices(KEYS, k=chance.randint(0, 6)), *chance.choices(TEXTS, k=1)]
    told = urlencode([(name, text(chance)) for name in names], errors="replace")
    return told if chance.random() < 0.9 else damaged(chance, told)


def damaged(chance: random.Random, told: str) -> str:
    """Return a text with some of its letters lost, doubled or changed."""
    letters = list(told)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(letters) + 1)
        letters[at : at + chance.randint(0, 2)] = chance.choice(["", "%", "&", "=", "\u0000", "я"])
    return "".join(letters)


def params(chance: random.Random) -> tuple[str, dict[str, str]]:
    """Return a table and a question to it."""
    table = chance.choice(TABLES)
    names = (*tables()[table].columns, *OWN, *TEXTS[:4])
    told = {chance.choice(names): text(chance) for _ in range(chance.randint(0, 4))}
    if chance.random() < 0.3:
        told[chance.choice(("_by", "_columns", "_sort"))] = chance.choice(names)
    return (table if chance.random() < 0.9 else text(chance)), told


def statement(chance: random.Random) -> str:
    """Return something like SQL."""
    way = chance.random()
    if way < 0.4:
        return damaged(chance, chance.choice(STATEMENTS))
    if way < 0.8:
        words = chance.choices((*SQL, *known()[:8]), k=chance.randint(1, 14))
        return chance.choice(("SELECT ", "")) + " ".join(words)
    if way < 0.82:
        return "SELECT " + "(" * chance.randint(1, 900) + "1" + ")" * chance.randint(0, 900)
    return text(chance)


def slides(chance: random.Random) -> str:
    """Return a list of slides as JSON, most of them wrong somewhere."""
    shown = [
        {
            "view": chance.choice((*VIEWS, text(chance)[:200])),
            "query": chance.choice(({"year": text(chance)[:300]}, anything(chance))),
            "title": text(chance)[:200],
            "note": anything(chance) if chance.random() < 0.2 else text(chance)[:900],
        }
        for _ in range(chance.choice((0, 1, 2, 3, 50)))
    ]
    told = {"version": chance.choice((1, 1, 1, 2, "1")), "name": text(chance)[:99], "slides": shown}
    return json.dumps(told if chance.random() < 0.8 else anything(chance))


def code(chance: random.Random) -> str:
    """Return the code of a list of slides, or something like it."""
    way = chance.random()
    if way < 0.2:
        return "a" + text(chance)
    raw = slides(chance).encode() if way < 0.95 else b"[" * LARGE
    packed = zlib.compress(b"\x00" * 10**7 if way > 0.99 else raw)
    told = "a" + base64.urlsafe_b64encode(packed).decode().rstrip("=")
    return told if way < 0.8 else damaged(chance, told)


def _row(chance: random.Random) -> str:
    return ",".join(chance.choices(CELLS, k=chance.choice((3, 4, 4, 4, 5))))


def file(chance: random.Random) -> tuple[bytes, str]:
    """Return a file that is to be a table, and its name."""
    wild = chance.choice((0.0, 0.1, 0.5, 1.0))
    rows = "".join(
        f"{_row(chance) if chance.random() < wild else chance.choice(GOOD)}\n"
        for _ in range(chance.randint(0, 12))
    )
    content = chance.choice((HEAD, HEAD, b"", b"\xff\xfe")) + rows.encode("utf-8", "replace")
    if chance.random() < 0.2:
        content = damaged(chance, content.decode("latin-1")).encode("utf-8", "replace")
    ending = chance.choice(("csv", "csv", "tsv", "xlsx", "zip", "csv.gz", "xls", "ods", "exe", ""))
    if ending == "csv.gz":
        content = gzip.compress(content)
    if ending in ("zip", "xlsx"):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as made:
            made.writestr(
                chance.choice(("a.csv", "../a.csv", "xl/workbook.xml", "")) or "a", content
            )
        content = packed.getvalue()
    if chance.random() < 0.2:
        content = content[: chance.randint(0, len(content))]
    return content, f"{chance.choice(('a', '../a', 'я'))}.{ending}"


PATHS = (
    *("", *(f"/{one.url}" for one in PAGES)),
    *("/find", "/find", "/talk", "/talk", "/robots.txt", "/sitemap.xml", "/healthz", "/find.js"),
    *("/api", "/api/tables", "/api/views", "/api/docs", "/api/sources", "/api/openapi.json"),
    *("/_stcore/health", "/_stcore/metrics", "/_stcore/host-config", "/_stcore/agent/x"),
    *("/_stcore/upload_file/a/b", "/_stcore/bidi-components/a/b.js", "/_stcore/stream"),
    *("/app/static/geo/world.geojson", "/app/static/../serve.py", "/app/static/%2e%2e/serve.py"),
    *("/media/x.csv", "/component/a/b", "/static/../../x", "/static/index.html", "/style-x.css"),
    *("/preview/corridors-en.png", "/preview/x-y.png", "/preview/..%2f-en.png", "/.git/config"),
    *("/vendor", "//evil.example", "/\\evil.example", "/corridors/", "/corridors//x", "/%00"),
)
METHODS = ("GET",) * 12 + ("HEAD", "OPTIONS", "POST", "PUT", "DELETE", "TRACE", "PATCH", "X")
FIELDS = (
    *(b"accept-language", b"accept-encoding", b"origin", b"host", b"cookie", b"range"),
    *(b"if-none-match", b"if-modified-since", b"content-length", b"transfer-encoding", b"expect"),
    *(b"x-forwarded-for", b"x-forwarded-host", b"accept", b"referer", b"upgrade", b"connection"),
    *(b"authorization", b"x-http-method-override", b"forwarded", b"content-type"),
)
VALUES = (
    *(b"", b"*", b"gzip, br", b"null", b"chunked", b"100-continue", b"-1", b"99999999999"),
    *(b"bytes=0-", b"bytes=5-1", b"bytes=" + b"0-1," * 900, b"ru", b"kk-en;q=9", b"\xff\xfe"),
    *(b"https://evil.example", b"127.0.0.1, 1.2.3.4", b"_streamlit_xsrf=" + b"x" * 4000),
    *(b'W/"x", "y"', b"Mon, 99 Foo 2026", b"application/json", b"text/html;q=x", b"x" * 40_000),
)


def path(chance: random.Random) -> str:
    """Return a path, of the atlas or of none."""
    way = chance.random()
    if way < 0.75:
        return chance.choice(PATHS)
    if way < 0.85:
        kind = chance.choice(("tables", "views", "sources"))
        name = chance.choice((*TABLES, *VIEWS, quote(text(chance), errors="replace")))
        form = chance.choice(("", ".csv", ".json", ".xlsx", ".parquet", ".x"))
        return f"/api/{kind}/{name}{form}"
    return "/" + quote(text(chance), errors="replace")


def fields(chance: random.Random) -> list[tuple[bytes, bytes]]:
    """Return the headers of a request."""
    return [
        (chance.choice(FIELDS), chance.choice(VALUES)) for _ in range(chance.choice((0, 1, 2, 5)))
    ]
