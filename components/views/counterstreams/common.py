"""What the views of counter-streams share: names of methods and periods, ratios, the statement."""

import math
from functools import partial

import pandas as pd

from components.language import Language
from components.phrases import figures as phrases
from components.phrases.sentences import lower_first
from components.view import Remark
from components.views.assemble import caveats_of, warnings_first
from data.kept import kept
from data.measures.modelled_flows import known
from data.measures.standards import SHARE_MINIMUM

PERIOD = 5  # years
FAR = 1_000  # for each hundred: a method that has the main current the other way round


def statement(lang: Language) -> str:
    """Return what no reader of a modelled ratio may miss."""
    return lang.text(
        "All these flows are modelled from the numbers of people by country of birth, five "
        "years apart. The minimum methods assume the fewest moves that explain the change, "
        "so counter-flows are as small as they can be; the pseudo-Bayesian one assumes that "
        "there are counter-flows. No modelled ratio alone confirms or refutes Ravenstein’s "
        "law."
    )


def method_name(lang: Language, method: str) -> str:
    """Name a method shortly."""
    return lang.label("methods", method)


def by_method(lang: Language, method: str) -> str:
    """Name a method for the end of a subtitle: “method: pseudo-Bayesian (closed)”."""
    return lang.text("method: {name}", name=method_within(lang, method))


def method_within(lang: Language, method: str) -> str:
    """Name a method in the middle of a sentence."""
    return lower_first(method_name(lang, method))


def exact_ratio(ratio: float | None) -> float:
    """Return a ratio for a table; one that is not defined is missing."""
    return math.nan if ratio is None else ratio


def per_hundred(lang: Language, ratio: float) -> str:
    """Write how many people come on a hundred; beyond `FAR` only that there are more."""
    if 100 * ratio > FAR:
        return lang.text("over {n}", n=lang.number(FAR))
    return lang.compact(100 * ratio)


def range_per_hundred(lang: Language, ends: tuple[float, float]) -> str:
    """Write how many people come on a hundred, from the lowest method to the highest."""
    return phrases.span(lang, *ends, partial(per_hundred, lang))


def by_period(rows: pd.DataFrame, column: str) -> tuple[list[int], list[float | None]]:
    """Return the periods of a series by one method, and its values: None breaks a line."""
    found = dict(zip(rows["year"].tolist(), rows[column].tolist(), strict=True))
    years = list(range(min(found), max(found) + 1, PERIOD)) if found else []
    return years, [known(found[year]) if year in found else None for year in years]


def cautions(lang: Language, rows: pd.DataFrame) -> tuple[Remark, ...]:
    """Return the statement as a warning, and the caveats of the modelled rows."""
    return _cautions(rows, lang)


@kept(entries=40)
def _cautions(rows: pd.DataFrame, lang: Language) -> tuple[Remark, ...]:
    own = (Remark("warning", statement(lang)),)
    return warnings_first(own, caveats_of(lang, "migration_flows", rows))


def ratio_legend(lang: Language) -> str:
    """Say what the marks of a chart of spreads are."""
    return lang.text(
        "Hollow circle: the chosen method. Small strokes: the other methods, joined by a thin line "
        "from the lowest to the highest."
    )


def few_note(lang: Language) -> str:
    """Say below how many people no ratio is told."""
    return lang.text(
        "Where fewer than {n} people moved forward, no ratio is given or drawn; the table "
        "has the exact numbers.",
        n=lang.number(SHARE_MINIMUM),
    )
