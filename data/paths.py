"""Where the curated data live."""

from pathlib import Path

DATA = Path(__file__).parent
CODES = DATA / "codes"
SOURCES = DATA / "sources"
TABLES = DATA / "tables"
PACKAGE = DATA / "datapackage.json"
CORRECTIONS = DATA / "corrections.yml"
