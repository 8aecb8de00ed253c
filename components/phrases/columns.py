"""The columns of every table: what each is called, what it is, and what it is counted in.

A column that stands for a field of the data is described by ``data/schema/fields.yml``: its title
in each language, and by its type and code list what kind of column it is. Columns that views make
(a share of the total, a finding in words) are declared once in `components.phrases.headings`. A
view asks for either by id.
"""

from functools import cache

from components.language import Language
from components.phrases.headings import HEADINGS, Heading
from components.view import Column, Kind
from data.schema import fields

PERIODS = ("year", "date", "period_start", "period_end")  # fields that say when
# What a column of codes of a list is; of other lists the names are words.
KINDS: dict[str, Kind] = {"countries": "place", "units": "unit", "sources": "source"}


def column(
    lang: Language,
    id: str,
    name: str = "",
    *,
    label: str = "",
    digits: int | None = None,
    unit: str = "",
    kind: Kind | None = None,
) -> Column:
    """Return a column of a table.

    Parameters
    ----------
    lang : Language
        The reader's language.
    id : str
        Field of the data, or a key of `HEADINGS`.
    name : str
        Column of the frame, where it is not called as the id.
    label : str
        Heading of what only one view has, such as the noun of its measure.
    digits, unit, kind
        As of `components.view.Column`, where they are not as declared.
    """
    found = HEADINGS.get(id) or _field(id)
    title = lang.text(found.title) if id in HEADINGS else lang.pick(fields()[id]["title"])
    return Column(
        name or id,
        label or title,
        found.digits if digits is None else digits,
        kind or found.kind,
        unit or found.unit,
    )


def codes_of(lang: Language, places: Column) -> Column:
    """Return the column of the codes of a column that names several places in a cell."""
    label = lang.text("{heading}, code", heading=places.label)
    return Column(f"{places.name}_codes", label, kind="codes")


@cache
def _field(name: str) -> Heading:
    """Return how a field of the data stands in a table."""
    entry = fields()[name]
    kind = "period" if name in PERIODS else KINDS.get(entry.get("codes", ""), "text")
    return Heading(entry["title"]["en"], 2 if entry["type"] == "number" else None, kind=kind)
