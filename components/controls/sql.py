"""Queries in SQL on a page: written, run, answered in pages of rows, and taken away.

The address holds the query that was run last, if it is short enough for a link. A query that comes
with a link is shown and not run: the reader sees first what it asks.
"""

import html
from dataclasses import dataclass
from functools import partial
from typing import Any

import streamlit as st

from components import cache
from components.card.guarding import problem
from components.explore.sql_examples import EXAMPLES
from components.explore.sql_schema import schema_html
from components.explore.sql_words import quoted, said
from components.exports.sql_rows import PAGE, csv_bytes, pages, rows_html
from components.frame.page import Page
from components.language import Language
from components.session import memory
from components.session.alone import follow
from components.session.asker import asker
from components.session.choice import Choice
from data.errors import DataError, report
from data.explore.refusal import Refused
from data.explore.sql import CODES, LONGEST, SqlAnswer, known
from data.explore.sql_guard import AGGREGATES, SCALARS, WINDOWS
from data.explore.sql_worker import ROWS, SECONDS

SQL = "sql"
TEXT, EXAMPLE, NUMBER = "sql-text", "sql-example", "sql-page"  # keys of widgets
LINK = 2_000  # letters of a query that a link holds
HIGH, HIGH_NARROW = 270, 190
_KEPT = "_sql"


@dataclass
class Kept:
    """What a session remembers of its queries.

    Attributes
    ----------
    asked : str
        What the address said last.
    run : str
        The query that was run last; empty before the first.
    fault : Refused, DataError or None
        Why it has no answer; it is not run again for that.
    """

    asked: str = ""
    run: str = ""
    fault: Refused | DataError | None = None


def sql_choice() -> Choice[Any]:
    """Return the choice of a page that holds the query: its filters have a field ``sql``."""
    return Choice(SQL, "", form="text")


@st.fragment
def sql_part(page: Page[Any]) -> None:
    """Show the field for a query, what helps to write one, and the answer to the last one.

    Parameters
    ----------
    page : Page
        The page that it stands on, among whose choices is `sql_choice`.
    """
    follow()
    kept, lang = _kept(), page.lang
    _take(kept, str(getattr(page.filters, SQL, "")))
    with st.container(key="sql", gap="small"):
        _say(_limits(lang))
        if page.stacked:
            field, below, aside = st.container(), st.container(), st.container()
        else:
            field, aside = st.columns([7, 5], gap="medium")
            below = st.container()
        with field:
            _field(kept, lang, HIGH_NARROW if page.stacked else HIGH)
        with aside:
            _schema(lang)
        if kept.run:
            with below:
                _answered(kept, lang)


def _kept() -> Kept:
    found: Kept = st.session_state.setdefault(_KEPT, Kept())
    return found


def _take(kept: Kept, asked: str) -> None:
    """Put the query of a link into the field, once; and what ran, where the field was left."""
    if TEXT not in st.session_state and kept.run:
        st.session_state[TEXT] = kept.run
    if asked != kept.asked:
        kept.asked = asked
        if asked and asked != kept.run:
            st.session_state[TEXT] = asked[:LONGEST]
            kept.run, kept.fault = "", None


def _limits(lang: Language) -> str:
    return " ".join(
        (
            lang.text(
                "One query in the SQL of DuckDB over the tables of the atlas. It reads and changes "
                "nothing; an answer has at most {rows} rows and takes at most {seconds} seconds.",
                rows=lang.number(ROWS),
                seconds=lang.number(SECONDS),
            ),
            lang.text(
                "SQL adds whatever it is told to: choose one indicator, source, series, method, "
                "sex and age before you add, for totals stand beside their parts."
            ),
        )
    )


def _field(kept: Kept, lang: Language, height: int) -> None:
    st.text_area(
        lang.text("Query"),
        key=TEXT,
        height=height,
        max_chars=LONGEST,
        placeholder="SELECT …",
    )
    with st.container(key="sql-row", horizontal=True, gap="small"):
        memory.button(lang.text("Run"), partial(_run, kept), "sql-run", type="primary")
        titles = {one.key: lang.text(one.title) for one in EXAMPLES}
        st.menu_button(
            lang.text("Examples"),
            list(titles),
            format_func=titles.__getitem__,
            key=EXAMPLE,
            on_click=partial(_example, kept, lang),
        )
        with st.popover(lang.text("Functions"), key="sql-functions"):
            _functions(lang)
    if kept.asked and not kept.run:
        _say(lang.text("This query came with the link and has not been run yet."))


def _run(kept: Kept) -> None:
    """Run the query that stands in the field, and let the address hold it."""
    text = str(st.session_state.get(TEXT, "")).strip()
    kept.run, kept.fault = text, None
    st.session_state.pop(NUMBER, None)
    if not text:
        kept.fault = Refused("sql_empty")
        kept.run = " "
    kept.asked = text if len(text) <= LINK else ""
    if kept.asked != memory.text_of(memory.memory().asked.get(SQL)):
        memory.ask(**{SQL: kept.asked})


def _example(kept: Kept, lang: Language) -> None:
    chosen = st.session_state.get(EXAMPLE)
    for one in EXAMPLES:
        if one.key == chosen:
            st.session_state[TEXT] = one.statement(lang)
            _run(kept)


def _functions(lang: Language) -> None:
    groups = (
        (lang.text("Of many rows"), AGGREGATES),
        (lang.text("Of the rows around"), WINDOWS),
        (lang.text("Of one row"), SCALARS),
    )
    told = []
    for name, group in groups:
        listed = ", ".join(sorted(group - {"count_star"}))  # how DuckDB calls count(*)
        told.append(f"<p><b>{html.escape(name)}</b><br><code>{html.escape(listed)}</code></p>")
    st.html(f"<div class='atlas-sql-functions'>{''.join(told)}</div>")


def _schema(lang: Language) -> None:
    table = st.selectbox(
        lang.text("Tables and their columns"), known(), key="sql-table", filter_mode="fuzzy"
    )
    st.html(schema_html(table, lang))
    if not table.startswith(CODES):
        _say(
            lang.text(
                "Codes get their names by a join: {example}",
                example="JOIN codes_sources s ON s.code = source_id",
            )
        )


def _answered(kept: Kept, lang: Language) -> None:
    if kept.fault is None:
        with st.spinner(lang.text("The query is running.")):
            try:
                answer = cache.selected(kept.run, asker())
            except (Refused, DataError) as error:
                kept.fault = error
                if isinstance(error, DataError):
                    report(error)
            else:
                _shown(answer, kept, lang)
                return
    _refused(kept.fault, lang)


def _refused(fault: Refused | DataError | None, lang: Language) -> None:
    if isinstance(fault, DataError):
        st.error(problem(fault, lang), icon=":material/database_off:")
    elif fault:
        words = html.escape(said(fault, lang))
        told = html.escape(quoted(fault))
        told = f"<pre class='atlas-sql-said' lang='en'>{told}</pre>" if told else ""
        st.html(f"<p class='atlas-odd' role='alert'>{words}</p>{told}")


def _shown(answer: SqlAnswer, kept: Kept, lang: Language) -> None:
    rows = answer.rows
    st.html(f"<p class='atlas-sql-count' role='status'>{html.escape(_counted(answer, lang))}</p>")
    last = pages(rows)
    number = 1
    with st.container(key="sql-taken", horizontal=True, gap="small", vertical_alignment="bottom"):
        if last > 1:
            number = int(
                st.number_input(
                    lang.text("Page (of {pages})", pages=lang.number(last)),
                    1,
                    last,
                    key=NUMBER,
                    width=170,
                )
            )
        st.download_button(
            lang.text("Answer as CSV"),
            data=lambda: csv_bytes(rows, answer.tables, lang),
            file_name="atlas-sql.csv",
            mime="text/csv",
            key="sql-csv",
            on_click="ignore",
        )
    st.html(rows_html(rows, number, lang, lang.text("Rows of the answer")))
    if len(kept.run) > LINK:
        _say(lang.text("The query is too long for the link to this page: keep it elsewhere."))


def _counted(answer: SqlAnswer, lang: Language) -> str:
    count = answer.rows.num_rows
    many = lang.plural("{n} row", "{n} rows", count, n=lang.number(count))
    parts = [many]
    if answer.cut:
        parts = [lang.text("The first {n} rows; there are more", n=lang.number(count))]
    parts.append(lang.text("{n} s", n=lang.number(answer.seconds, 3)))
    if answer.tables:
        parts.append(lang.text("from {tables}", tables=", ".join(answer.tables)))
    sources = len(_sources(answer.tables))
    if sources:
        said_of = lang.plural(
            "{n} source in these tables",
            "{n} sources in these tables",
            sources,
            n=lang.number(sources),
        )
        parts.append(said_of)
    if count > PAGE:
        parts.append(lang.text("{n} on a page", n=lang.number(PAGE)))
    return " · ".join(parts)


def _sources(names: tuple[str, ...]) -> set[str]:
    """Return the sources whose rows stand in tables: an answer does not say from which it is."""
    return {
        source
        for name in names
        if not name.startswith(CODES) and "source_id" in cache.table(name)
        for source in cache.table(name)["source_id"].unique()
    }


def _say(words: str) -> None:
    st.html(f"<p class='atlas-note'>{html.escape(words)}</p>")
