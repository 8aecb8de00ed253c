"""What the views of women say of shares that are in doubt, or taken over from another year."""

from collections.abc import Collection, Mapping

import pandas as pd

from components.language import Language
from data.measures.countries import Side
from data.measures.feminisation import pair_shares


def side_name(lang: Language, side: Side) -> str:
    """Name the two groups of people."""
    if side == "abroad":
        return lang.text("Born in the country, live abroad")
    return lang.text("Live in the country, born abroad")


def carried_note(lang: Language, old: Collection[int]) -> str:
    """Say in which years most shares were not counted anew, so that no sentence leans on them."""
    if not old:
        return ""
    return lang.text(
        "Left out above: {years}. For at least one group of people most shares of these "
        "years are not new counts; UN DESA took them from another year, or from all "
        "migrants.",
        years=", ".join(map(str, sorted(old))),
    )


def doubt_notes(
    lang: Language, stocks: pd.DataFrame, wrong: Mapping[tuple[str, Side], tuple[str, ...]]
) -> tuple[str, ...]:
    """Say of each pair in doubt what the file has, so that nobody takes it for a finding."""
    told = {}
    for (country, side), partners in wrong.items():
        pairs = pair_shares(stocks, country, side).set_index(["partner", "year"])["share"]
        for partner in partners:
            own = pairs.loc[partner]
            born, lives = (country, partner) if side == "abroad" else (partner, country)
            told[born, lives] = lang.text(
                "People born {born} who live {lives}: women are {low} in {first} and {high} in "
                "{last}, so in the file of UN DESA. It looks like an error of the sexes, not like "
                "a change: use the total, not the share. UN DESA could explain it.",
                born=lang.place(born, "in"),
                lives=lang.place(lives, "in"),
                low=lang.percent(float(own.iloc[0])),
                first=int(own.index[0]),
                high=lang.percent(float(own.iloc[-1])),
                last=int(own.index[-1]),
            )
    return tuple(told.values())
