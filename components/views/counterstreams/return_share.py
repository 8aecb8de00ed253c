"""Which share of a country's moves were returns, in the one edition that tells returns apart."""

import pandas as pd

from components.context import RenderContext
from components.language import Language
from components.phrases import figures as phrases
from components.phrases.columns import column
from components.phrases.periods import five_years
from components.view import Table, View
from components.views.assemble import assemble
from components.views.counterstreams.balance import ends_of, key_columns, keys, latest_of, spreads
from components.views.counterstreams.common import (
    by_method,
    cautions,
    exact_ratio,
    method_within,
    ratio_legend,
    statement,
)
from components.views.counterstreams.filters import CounterFilters
from components.views.spec import Tables
from data.measures.catalogue import EARLIER, TYPED_METHODS
from data.measures.modelled_flows import (
    TYPES,
    known,
    modelled_rows,
    return_shares,
)


def return_share(tables: Tables, filters: CounterFilters, context: RenderContext) -> View:
    """Return which share of a country's moves were returns to the country of birth."""
    lang, flows = context.language, tables["migration_flows"]
    method = typed(filters.method)
    found = return_shares(flows, filters.countries, filters.side)
    values = found.assign(value=found["told"])
    title = _share_title(lang, filters, values, method)
    chart = spreads(
        context, filters, values, method, [0, 0.25, 0.5, 0.75, 1], lang.percent, lang.percent
    )
    return assemble(
        context,
        "counter-return-share",
        title,
        _subtitle(lang, filters, method),
        _share_table(lang, found),
        lang.text("Small charts of ranges"),
        (EARLIER,),
        chart,
        remarks=cautions(lang, modelled_rows(flows, "pairs", TYPES, EARLIER)),
        notes=_notes(lang, filters, method),
        caution=statement(lang),
    )


def _subtitle(lang: Language, filters: CounterFilters, method: str) -> str:
    told = {"edition": lang.text("edition on the 2020 stocks"), "method": by_method(lang, method)}
    if filters.side == "to":
        return lang.text(
            "Moves to the country of birth as a share of all who moved into the country, "
            "five years, modelled, {edition}; {method}",
            **told,
        )
    return lang.text(
        "Moves to the country of birth as a share of all who moved out of the country, "
        "five years, modelled, {edition}; {method}",
        **told,
    )


def _notes(lang: Language, filters: CounterFilters, method: str) -> list[str]:
    """Say what a return is here, and which method is shown where the chosen one has none."""
    told = [
        ratio_legend(lang),
        lang.text(
            "Three of the six methods identify returns. A return here is a move to the "
            "country of birth, alone or with help, by choice or not; it is neither assisted "
            "return nor repatriation."
        ),
        lang.text(
            "Only the edition on the 2020 stocks identifies returns, so these are shares of "
            "its own flows. The edition on the 2024 stocks has since about halved these "
            "flows between Russia and Kazakhstan, and changed those on other corridors by "
            "factors of their own."
        ),
    ]
    if method != filters.method:
        told.append(
            lang.text(
                "The chosen method ({chosen}) does not identify returns; another ({shown}) "
                "is shown in its place.",
                chosen=method_within(lang, filters.method),
                shown=method_within(lang, method),
            )
        )
    return told


def typed(method: str) -> str:
    """Return the method, or the first that tells returns apart where this one does not."""
    return method if method in TYPED_METHODS else TYPED_METHODS[0]


def _share_title(lang: Language, filters: CounterFilters, values: pd.DataFrame, method: str) -> str:
    """Tell the range of the methods for the country with the highest share by the chosen one."""
    own, latest = latest_of(values, method)
    if not own:
        return lang.text("By this method too few people moved to give a return share")
    most = max(own, key=lambda code: (own[code], code))
    low, high = ends_of(latest, most)
    told = {
        "range": phrases.span(lang, low, high, lang.percent),
        "period": five_years(int(latest["year"].max())),
        "to": lang.place(most, "to"),
        "from": lang.place(most, "from"),
    }
    if filters.side == "to":
        return lang.text("{range} of those who moved {to} in {period} were born there", **told)
    return lang.text(
        "{range} of those who moved {from} in {period} went to their country of birth", **told
    )


def _share_table(lang: Language, found: pd.DataFrame) -> Table:
    frame = keys(lang, found).assign(
        returns=found["returns"],
        moves=found["moves"],
        share=[exact_ratio(known(v)) for v in found["share"]],
    )
    return Table(
        frame,
        (
            *key_columns(lang),
            column(lang, "moves_back", "returns"),
            column(lang, "moves"),
            column(lang, "return_share", "share"),
        ),
    )
