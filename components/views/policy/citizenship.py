"""Rules of citizenship: by birth, by descent, two citizenships, years before naturalisation."""

from typing import Any

import pandas as pd

from components.context import RenderContext
from components.documents.model import Cell, Group, Row
from components.documents.states import State
from components.language import Language
from components.language.language import N_
from components.phrases.columns import column
from components.view import Table, View
from components.views.assemble import caveats_of, sources_of
from components.views.policy.filters import PolicyFilters
from components.views.policy.words import grid_view, own_words, table_of
from components.views.spec import Tables
from data.provenance import source

RULES = {
    "by_birth": N_("Citizenship by birth in the country"),
    "by_descent": N_("Citizenship by descent"),
    "dual_citizenship": N_("Two citizenships"),
    "naturalisation_residence": N_("Residence before naturalisation"),
}
DOUBTED = "citizenship_in_doubt"  # the note of a rule that the source's own caution doubts
STATES: dict[str, State] = {"yes": "yes", "conditional": "part", "no": "no"}


def policy_citizenship(tables: Tables, filters: PolicyFilters, context: RenderContext) -> View:
    """Return rule by country, in a word, with the whole wording at the pointer."""
    lang, rules = context.language, tables["citizenship_rules"]
    rows = rules.loc[rules["country"].isin(filters.shown)]
    held = {(row.country, row.series): row for row in rows.itertuples()}
    lines = [
        Row(lang.text(name), tuple(_cell(lang, held.get((code, series))) for code in filters.shown))
        for series, name in RULES.items()
    ]
    return grid_view(
        context,
        "policy-citizenship",
        _title(lang, held, filters.countries),
        lang.text("Rules on citizenship in one reference work; not legal advice"),
        [lang.place(code) for code in filters.shown],
        (Group(tuple(lines)),),
        key_words(lang),
        lang.text("Rule"),
        _table(lang, rows),
        sources_of(rows),
        caveats_of(lang, "citizenship_rules", rows),
        missing=lang.text(
            "The laws on citizenship themselves were not read; the ministries of "
            "justice publish them."
        ),
        period=source(str(rows["source_id"].iloc[0])).published[:4],
    )


def _table(lang: Language, rows: pd.DataFrame) -> Table:
    told = [
        (
            lang.text(RULES[str(row.series)]),
            lang.place(row.country),
            lang.label("statuses", row.status),
            own_words(lang, row),
        )
        for row in rows.itertuples()
    ]
    columns = (
        column(lang, "rule"),
        column(lang, "country"),
        column(lang, "in_a_word", "status"),
        column(lang, "wording", "words"),
    )
    return table_of(told, columns)


def key_words(lang: Language) -> dict[State, str]:
    """Say what the states of the grid mean."""
    return {
        "yes": lang.text("the law has it"),
        "part": lang.text("on conditions"),
        "no": lang.text("the law does not have it"),
        "unknown": lang.text("the wording may be older than a reform"),
        "none": lang.text("nothing found"),
    }


def _cell(lang: Language, row: Any) -> Cell:
    if row is None:
        return Cell("none", words=lang.text("nothing found"))
    state = "unknown" if row.note_id == DOUBTED else STATES.get(row.status, "plain")
    words = own_words(lang, row)
    tip = lang.text("{place}: {words}", place=lang.place(row.country), words=words)
    short = (
        words if row.series == "naturalisation_residence" else lang.label("statuses", row.status)
    )
    return Cell(state, words=short, tip=tip)


def _title(lang: Language, held: dict[Any, Any], countries: tuple[str, ...]) -> str:
    """Say how many recognise a second citizenship; rules in doubt are not told."""
    rules = {c: held[c, "dual_citizenship"] for c in countries}
    sure = {c: row.status for c, row in rules.items() if row.note_id != DOUBTED}
    if len(countries) == 1:
        return _of_one(lang, countries[0], sure.get(countries[0], ""))
    if not sure:
        return lang.text("Whether the chosen countries recognise a second citizenship is in doubt")
    refusing = sum(status == "no" for status in sure.values())
    if not refusing:
        return lang.text("None of the chosen countries is known to refuse a second citizenship")
    return lang.plural(
        "{n} of the {total} countries does not recognise a second citizenship",
        "{n} of the {total} countries do not recognise a second citizenship",
        refusing,
        n=lang.number(refusing),
        total=lang.number(len(countries)),
    )


def _of_one(lang: Language, code: str, status: str) -> str:
    said = {"place": lang.place(code)}
    return {
        "no": lang.text("{place} does not recognise a second citizenship", **said),
        "conditional": lang.text("{place} recognises a second citizenship on conditions", **said),
        "yes": lang.text("{place} recognises a second citizenship", **said),
        "": lang.text("Whether {place} recognises a second citizenship is in doubt", **said),
    }[status]
