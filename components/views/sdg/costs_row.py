"""Rows of the scorecard on what sending money costs, the one indicator with an official target."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

import pandas as pd

from components.language import Language
from components.language.language import N_
from components.views.sdg.scores import Score, ScoreRow, numeric
from data.areas import FIVE
from data.measures import sdg

UNDER_TARGET = N_("Under the official target of 3%")
OVER_TARGET = N_("Over the official target of 3%")
UNDER_LIMIT = N_("Not over the official limit of 5% for any corridor")
OVER_LIMIT = N_("Over the official limit of 5% for any corridor")
WIDER = {"R_CENTRAL_ASIA": "R_CENTRAL_SOUTHERN_ASIA"}  # where the area itself has no figure


def cost_rows(
    lang: Language, costs: pd.DataFrame, indicators: pd.DataFrame, places: Sequence[str]
) -> list[ScoreRow]:
    """Return the cost from Russia, of the costliest corridor, and on average."""
    return [
        _from_russia(lang, costs, places),
        _costliest(lang, costs, places),
        _average(lang, indicators, places),
    ]


def per_cent(lang: Language, cost: float) -> str:
    """Write a cost given in per cent."""
    return lang.percent(cost / 100, 2)


def judged(lang: Language, score: Score, met: bool, yes: str, no: str) -> Score:
    """Return a cell with its status against an official target."""
    if score.value is None:
        return score
    return replace(score, state="yes" if met else "no", target=lang.text(yes if met else no))


def _from_russia(lang: Language, costs: pd.DataFrame, places: Sequence[str]) -> ScoreRow:
    scores, used = {}, []
    for place in (p for p in places if p in FIVE):
        rows = sdg.corridor_rows(costs, "RUS", place, "sdg_10_c_1_corridor")
        used.append(rows)
        scores[place] = _against_target(lang, rows)
    name = lang.text("10.c.1 Cost of sending 200 dollars from Russia, per cent (target: under 3)")
    return ScoreRow("responsible", name, scores, _used("remittance_costs", used))


def _against_target(
    lang: Language,
    rows: pd.DataFrame,
    read: Callable[[Iterable[sdg.Point]], sdg.Reading | None] = sdg.reading,
) -> Score:
    score = numeric(
        lang, read(sdg.points(rows)), lambda v: per_cent(lang, v), lang.text("not surveyed")
    )
    met = score.value is not None and sdg.cost_status(score.value) == "under_target"
    return judged(lang, score, met, UNDER_TARGET, OVER_TARGET)


def _costliest(lang: Language, costs: pd.DataFrame, places: Sequence[str]) -> ScoreRow:
    scores, used = {}, []
    for place in (p for p in places if p in FIVE):
        found = sdg.costliest(costs, place)
        if not found:
            scores[place] = numeric(lang, None, lang.number, lang.text("not surveyed"))
            continue
        sender, point = found
        used.append(sdg.corridor_rows(costs, sender, place, "sdg_10_c_1_corridor"))
        score = numeric(
            lang,
            sdg.Reading(point),
            lambda v: per_cent(lang, v),
            "",
            aside=lang.place(sender, "from"),
        )
        met = sdg.cost_status(point.value) != "over_limit"
        scores[place] = judged(lang, score, met, UNDER_LIMIT, OVER_LIMIT)
    name = lang.text("10.c.1 Costliest corridor surveyed, per cent (limit: 5)")
    return ScoreRow("responsible", name, scores, _used("remittance_costs", used))


def _average(lang: Language, indicators: pd.DataFrame, places: Sequence[str]) -> ScoreRow:
    scores, used = {}, []
    for place in (p for p in places if p != "RUS"):
        area = WIDER.get(place, place)
        rows = sdg.indicator_rows(indicators, "sdg_10_c_1_receiving", area)
        used.append(rows)
        score = _against_target(lang, rows, sdg.alone)
        if area != place:
            score = replace(score, aside=lang.place(area))
        scores[place] = score
    name = lang.text("10.c.1 Average cost of sending 200 dollars there, per cent (target: under 3)")
    return ScoreRow("responsible", name, scores, _used("sdg_indicators", used))


def _used(table: str, frames: list[pd.DataFrame]) -> tuple[tuple[str, pd.DataFrame], ...]:
    return ((table, pd.concat(frames)),) if frames else ()
