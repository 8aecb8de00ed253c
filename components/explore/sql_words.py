"""Why a query in SQL was not answered, in the reader's language."""

from components.explore.refusals import shortened
from components.language import N_, Language
from data.explore.refusal import Refused

REASONS = {
    "sql_empty": N_("There is no query yet."),
    "sql_long": N_("The query is longer than {most} letters."),
    "sql_letters": N_("The query has letters that cannot be read."),
    "sql_only_select": N_(
        "Only a query that begins with one of these words is run: {words}. "
        "Nothing can be changed, loaded or set here."
    ),
    "sql_several": N_("There are several queries; one is run at a time."),
    "sql_parameter": N_("Parameters (?, $1) have no value here: write the value itself."),
    "sql_pivot": N_("This form needs its columns by name: {example}."),
    "sql_table": N_("There is no table “{table}” here."),
    "sql_function": N_("The function “{function}” is not among those that can be used here."),
    "sql_type": N_("The type “{type}” is not among those that can be used here."),
    "sql_form": N_("The form “{form}” is not among those that can be used here."),
    "sql_deep": N_("The query has too many parts inside each other."),
    "sql_syntax": N_("The query cannot be read. DuckDB says in English:"),
    "sql_error": N_("The query cannot be answered. DuckDB says in English:"),
    "sql_memory": N_(
        "The query needs more memory than one query can have. Filter first, or ask for less."
    ),
    "sql_slow": N_("The query was stopped after {seconds} seconds. Filter first, or ask for less."),
    "sql_large": N_("The answer is too large. Ask for fewer rows or shorter texts."),
    "sql_busy": N_("Other queries are running just now. Try again in a few seconds."),
    "sql_yours": N_("Your query before this one is still running. Try again in a few seconds."),
    "sql_failed": N_("The query ended without an answer. Try to write it in another way."),
}
WRITTEN = {  # parts of the language of queries, the same in every other
    "words": "SELECT, WITH, FROM, PIVOT, DESCRIBE, SUMMARIZE",
    "example": "PIVOT … ON year IN (2015, 2020)",
}
NEAR = N_("Did you mean {near}?")


def said(refused: Refused, lang: Language) -> str:
    """Return a sentence that says why there is no answer."""
    facts = {name: _told(fact, lang) for name, fact in refused.facts.items() if name != "near"}
    facts.pop("message", None)
    sentence = lang.text(REASONS.get(refused.reason, REASONS["sql_failed"]), **{**WRITTEN, **facts})
    near = refused.facts.get("near")
    return f"{sentence} {lang.text(NEAR, near=', '.join(near))}" if near else sentence


def quoted(refused: Refused) -> str:
    """Return what DuckDB says of the query, in English; nothing where the sentence says it all."""
    return str(refused.facts.get("message", ""))


def _told(fact: object, lang: Language) -> str:
    if isinstance(fact, int):
        return lang.number(fact)
    return shortened(str(fact))
