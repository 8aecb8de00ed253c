"""A view's table as a file: numbers as numbers, and in each row what they are and whose."""

import csv
import io
import math
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from components.exports.tables import cells
from components.language import Language
from components.language.numbers import round_half_up
from components.phrases.codes import LISTS, code_of
from components.phrases.columns import codes_of
from components.phrases.licences import licence_name
from components.phrases.references import SEPARATOR
from components.view import Column, View
from data.harmless import harmless
from data.provenance import source

YEAR = re.compile(r"(?<!\d)(?:18|19|20)\d\d(?!\d)")
AS_PUBLISHED = 6  # decimals; a number with more comes from a division
DECIMALS, SMALLEST = 4, 9  # of such a number, and of one that is nearly nothing
MANY = 6  # places that a file name spells out


def csv_bytes(view: View, lang: Language) -> bytes:
    """Return a view's table as a CSV file for spreadsheets of the reader's language.

    One line of headings, then the rows. Beside each place and each source stands its code; at the
    end of each row what was counted, the places and the period that the view is about, the units,
    and each source with address and licence. Where a comma stands before decimals, as in Russian, a
    semicolon stands between cells (see ``docs/decisions``).
    """
    buffer = io.StringIO()
    between = ";" if lang.decimal == "," else ","
    writer = csv.writer(buffer, delimiter=between, lineterminator="\n")
    table, about = view.table, _about(view, lang)
    writer.writerow(map(harmless, (*_headings(table.columns, lang), *about)))
    told = tuple(map(harmless, about.values()))
    for row in cells(table):
        written: list[str] = []
        for column, value in zip(table.columns, row, strict=True):
            if column.digits is None:
                written.append(harmless(str(value)) if value is not None else "")
            else:
                written.append(number(value).replace(".", lang.decimal))
            if column.kind in LISTS:
                written.append(code_of(lang, column.kind, str(value)))
        writer.writerow((*written, *told))
    return ("\ufeff" + buffer.getvalue()).encode("utf-8")


def file_name(view: View, lang: Language, ending: str = "csv") -> str:
    """Return the name of a view's file: view, what was chosen of it, places, period, language."""
    years = dict.fromkeys(YEAR.findall(period(view)))
    places = "-".join(view.places[:MANY]) + ("-etc" if len(view.places) > MANY else "")
    parts = (view.name, "-".join(view.choice), places, "-".join(years), lang.code)
    return "_".join(part for part in parts if part) + f".{ending}"


def rounded(value: float) -> float:
    """Return a number as files have it: as published, or what comes from a division shortened."""
    decimals = -int(Decimal(str(value)).as_tuple().exponent)
    if decimals <= AS_PUBLISHED:
        return value
    size = math.floor(math.log10(abs(value)))
    return round_half_up(value, min(SMALLEST, max(DECIMALS, DECIMALS - 1 - size)))


def number(value: Any) -> str:
    """Write a number in full with a decimal point; what is missing stays empty."""
    if value is None:
        return ""
    plain = format(Decimal(str(rounded(float(value)))), "f")
    short = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return "0" if short == "-0" else short


def _headings(columns: Iterable[Column], lang: Language) -> list[str]:
    headings = []
    for column in columns:
        headings.append(column.label)
        if column.kind in LISTS:
            headings.append(codes_of(lang, column).label)
    return headings


def _about(view: View, lang: Language) -> dict[str, str]:
    """Return what each row says of the view, by heading."""
    sources = [source(one) for one in view.sources]
    return {
        lang.text("Measure, population, period"): view.subtitle,
        lang.text("Places of the view"): SEPARATOR.join(lang.place(code) for code in view.places),
        lang.text("Places of the view, codes"): SEPARATOR.join(view.places),
        lang.text("Period of the view"): period(view),
        lang.text("Units of the numbers"): _units(view, lang),
        lang.text("Sources, codes"): SEPARATOR.join(view.sources),
        lang.text("Sources, as to be cited"): SEPARATOR.join(one.citation for one in sources),
        lang.text("Addresses of the sources"): SEPARATOR.join(one.url for one in sources),
        lang.text("Licences of the sources"): SEPARATOR.join(
            licence_name(lang, one.licence["name"]) for one in sources
        ),
    }


def period(view: View) -> str:
    """Return the period that a view is about: its own, or the years in its table."""
    if view.period:
        return view.period
    columns = [c.name for c in view.table.columns if c.kind == "period"]
    told = view.table.rows[columns].astype(str).to_numpy().ravel()
    years = sorted({year for text in told for year in YEAR.findall(text)})
    return "–".join(dict.fromkeys((years[0], years[-1]))) if years else ""


def _units(view: View, lang: Language) -> str:
    """Return the unit of the numbers, column by column where they differ."""
    columns = view.table.columns
    own = next((c.label for c in columns if c.kind == "unit"), "")
    in_rows = lang.text("see the column “{heading}”", heading=own)
    units = {
        c.label: lang.label("units", c.unit) if c.unit else in_rows
        for c in columns
        if c.digits is not None
    }
    if len(set(units.values())) == 1:
        return next(iter(units.values()))
    return SEPARATOR.join(f"{heading}: {unit}" for heading, unit in units.items())
