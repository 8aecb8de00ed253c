"""A view's table as what is taken away: the numbers and codes that its CSV file has."""

import datetime

import pyarrow as pa

from components.exports.files import file_name, period, rounded
from components.exports.tables import cells
from components.exports.taken import Field, Taken
from components.language import Language
from components.phrases.codes import LISTS, code_of
from components.phrases.columns import codes_of
from components.phrases.references import SEPARATOR
from components.view import Column, View

CODE = "_code"  # ends the name of the column of codes beside a column of names


def of_view(view: View, lang: Language, address: str, day: datetime.date) -> Taken:
    """Return the table of a view as it is taken away.

    Parameters
    ----------
    address : str
        Link that opens the view as it is.
    day : datetime.date
        When it is taken.
    """
    fields: list[Field] = []
    columns: list[pa.Array] = []
    rows = list(cells(view.table))
    for place, column in enumerate(view.table.columns):
        told = [row[place] for row in rows]
        fields.append(_field(column, lang))
        if column.digits is None:
            texts = [None if one is None else str(one) for one in told]
            columns.append(pa.array(texts, pa.string()))
        else:
            numbers = [None if one is None else rounded(float(one)) for one in told]
            columns.append(pa.array(numbers, pa.float64()))
        if column.kind in LISTS:
            fields.append(_codes(column, lang))
            codes = [code_of(lang, column.kind, "" if one is None else str(one)) for one in told]
            columns.append(pa.array([one or None for one in codes], pa.string()))
    return Taken(
        name=file_name(view, lang, "").removesuffix("."),
        title=view.title,
        told=view.subtitle,
        filters=_chosen(view, lang),
        fields=tuple(fields),
        rows=pa.table(columns, names=[one.name for one in fields]),
        sources=tuple(dict.fromkeys(view.sources)),
        cautions=_once(view.missing, view.caution, *(one.text for one in view.remarks)),
        notes=_once(*view.notes, view.credit),
        address=address,
        day=day.isoformat(),
    )


def _field(column: Column, lang: Language) -> Field:
    kind = "string" if column.digits is None else "number"
    unit = lang.label("units", column.unit) if column.unit else ""
    between = SEPARATOR if column.kind == "codes" else ""
    codes = "countries" if column.kind == "codes" else ""
    return Field(
        column.name, column.label, column.label, kind, unit=unit, codes=codes, between=between
    )


def _codes(column: Column, lang: Language) -> Field:
    label = codes_of(lang, column).label
    listed = LISTS[column.kind][0]
    return Field(f"{column.name}{CODE}", label, label, "string", codes=listed, between=SEPARATOR)


def _chosen(view: View, lang: Language) -> tuple[tuple[str, str], ...]:
    told = {
        lang.text("Places of the view"): SEPARATOR.join(lang.place(code) for code in view.places),
        lang.text("Period of the view"): period(view),
    }
    return tuple((head, words) for head, words in told.items() if words)


def _once(*texts: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))
