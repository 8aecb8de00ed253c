"""Why a question cannot be answered, and what to do: a sentence for each reason."""

from collections.abc import Callable, Sequence
from typing import Any

from components.language import N_, Language
from components.phrases.references import source_name
from data.explore.question import HOWS
from data.explore.refusal import Refused
from data.schema import fields

NAMED = 3  # names and values that a sentence says again
LONGEST = 60  # letters of each
WORDS: dict[str, str] = {
    "unknown_table": N_("There is no table “{table}”."),
    "unknown_column": N_("This table has no column {columns}."),
    "unknown_how": N_("“{way}” is no way to put rows together. These are: {known}."),
    "long_search": N_("A search takes at most {most} letters. Use fewer words."),
    "many_words": N_("A search takes at most {most} words. Use fewer."),
    "many_values": N_(
        "A filter takes at most {most} values, and “{name}” has more. Choose fewer, or give bounds."
    ),
    "not_integer": N_(
        "“{value}” is no year or whole number for “{name}”. Write 2020, or 2010..2020."
    ),
    "not_number": N_("“{value}” is no number for “{name}”. Write 1000, or 1000..5000."),
    "not_date": N_(
        "“{value}” is no day for “{name}”. Write 2020-12-31, or 2020-01-01..2020-12-31."
    ),
    "across_not_by": N_(
        "“{name}” can become columns only if rows are grouped by it. Add it to the grouping."
    ),
    "across_many": N_(
        "“{name}” has {n} values here, too many for columns: {most} is the most. "
        "Filter it to fewer, or leave it in rows."
    ),
    "by_value": N_(
        "Values are not grouped by themselves. Take “Value” out of the grouping, or count rows."
    ),
    "no_value": N_("This table has facts and no figures. Its rows can only be counted."),
    "rate_sum": N_("Rates and shares are never added. See the rows, or the largest and smallest."),
    "unit_sum": N_(
        "Figures in these units ({values}) are never added: a sum says nothing. "
        "See the rows, or the largest and smallest."
    ),
    "indicator_sum": N_(
        "Some of these figures ({values}) are per head or measure uncertainty, and are never "
        "added. See the rows, or the largest and smallest."
    ),
    "mixed_measure": N_(
        "Different kinds of figures meet here ({values}), and are never put together. "
        "Choose one kind, or group by it."
    ),
    "mixed_unit": N_(
        "Figures in different units meet here ({values}). Choose one unit, or group by it."
    ),
    "mixed_indicator": N_(
        "Different things are counted here ({values}). Choose one indicator, or group by it."
    ),
    "mixed_period_type": N_(
        "Periods of different kinds meet here ({values}). Choose one kind, or group by it."
    ),
    "mixed_source_id": N_(
        "Figures of several sources meet here ({values}) and may tell of the same people. "
        "Choose one source, or group by it."
    ),
    "mixed_method": N_(
        "Figures made by different methods meet here ({values}). Choose one, or group by it."
    ),
    "mixed_origin_basis": N_(
        "“Origin” means different things in these rows ({values}). Choose one, or group by it."
    ),
    "mixed_programme": N_(
        "Returns of several programmes meet here ({values}), and some are part of others. "
        "Choose one programme, or group by it."
    ),
    "mixed_obs_status": N_(
        "Bounds, plans or answers of yes and no stand among plain figures ({values}). "
        "Leave them out, or group by the status."
    ),
    "mixed_series": N_(
        "Several series of a source meet here ({values}), which repeat or revise each other. "
        "Choose one series, or group by it."
    ),
    "place_whole": N_(
        "“{name}” has sums of other places among them ({values}). "
        "Leave the sum out, keep it alone, or group by “{name}”."
    ),
    "sex_whole": N_(
        "Both sexes together stand here beside women and men, who would count twice. "
        "Keep the total or its parts, or group by sex."
    ),
    "age_whole": N_(
        "All ages together stand here beside age groups, which would count twice. "
        "Keep the total or its parts, or group by age."
    ),
    "age_overlap": N_(
        "Some age groups here overlap ({values}), so that people would count twice. "
        "Choose groups that do not, or group by age."
    ),
    "stock_years": N_(
        "People counted at one moment are never added over years ({values}). "
        "Choose one year, or group by year."
    ),
    "periods_overlap": N_(
        "Parts of years and running totals here may overlap. "
        "Choose one period, or group by its start and its end."
    ),
    "figure_twice": N_(
        "One figure stands here more than once: for several days of a year, or from several "
        "publications. Group by end of period and reference, or choose one."
    ),
}


def said(refused: Refused, lang: Language) -> str:
    """Return a refusal in words: why, and what to do.

    Parameters
    ----------
    refused : Refused
        What the engine raised.
    lang : Language
        The reader's language.
    """
    facts = refused.facts
    column = str(facts.get("column", ""))
    told: dict[str, Any] = {
        "table": _again(lang, facts.get("table", "")),
        "columns": _columns(lang, facts.get("columns", ())),
        "name": column_name(lang, column),
        "known": lang.verbatim(", ".join(HOWS)),
        "way": _again(lang, facts.get("how", "")),
        "value": _again(lang, facts.get("value", "")),
        "values": _values(lang, column, facts),
        "most": lang.number(facts["most"]) if "most" in facts else "",
        "n": lang.number(facts["n"]) if "n" in facts else "",
    }
    return lang.text(WORDS[refused.reason], **told)


def column_name(lang: Language, column: str) -> str:
    """Return the title of a column in the reader's language."""
    return lang.pick(fields()[column]["title"]) if column in fields() else _again(lang, column)


def shortened(told: str) -> str:
    """Return the beginning of what somebody asked for, which may be of any length."""
    return told if len(told) <= LONGEST else f"{told[:LONGEST]}…"


def _again(lang: Language, told: object) -> str:
    return lang.verbatim(shortened(str(told)))


def _columns(lang: Language, names: Sequence[object]) -> str:
    said = [f"“{_again(lang, name)}”" for name in names[:NAMED]]
    more = len(names) - NAMED
    return lang.listing([*said, lang.text("{n} more", n=lang.number(more))] if more > 0 else said)


def value_name(lang: Language, column: str) -> Callable[[str], str]:
    """Return what names a value of a column: by its code list, or as it stands."""
    listed = fields().get(column, {}).get("codes")
    if column == "age":
        return lambda code: lang.label("sexes", code) if code == "total" else lang.verbatim(code)
    if not listed:
        return lang.verbatim
    if listed == "sources":
        return lambda code: source_name(lang, code)
    return lambda code: lang.label(listed, code)


def _values(lang: Language, column: str, facts: dict[str, Any]) -> str:
    values = facts.get("values", [])
    if column == "year":
        ends = dict.fromkeys([values[0], values[-1]]) if values else {}
        return "–".join(str(year) for year in ends)
    names = [shortened(value_name(lang, column)(str(code))) for code in values[:NAMED]]
    more = facts.get("more", 0) + max(0, len(values) - NAMED)
    if more:
        names.append(lang.text("{n} more", n=lang.number(more)))
    return "; ".join(names)
