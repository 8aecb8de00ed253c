"""What the views of women say: their findings, and which shares are in doubt or taken over."""

from collections.abc import Collection, Mapping

import pandas as pd

from components.language import Language
from data.measures.countries import Side
from data.measures.feminisation import pair_shares
from data.measures.women import Women, years_to_tell


def side_name(lang: Language, side: Side) -> str:
    """Name the two groups of people."""
    if side == "abroad":
        return lang.text("Born in the country, live abroad")
    return lang.text("Live in the country, born abroad")


def headline(lang: Language, stocks: pd.DataFrame, women: Women, countries: tuple[str, ...]) -> str:
    """State the highest and the lowest share abroad among those that can be relied on."""
    doubted = women.without
    sure = {c: women.published[c, "abroad"] for c in countries if (c, "abroad") not in doubted}
    if not sure:
        return _without_pair(lang, women, countries[0])
    years = sorted(years_to_tell(stocks, tuple(sure)))
    if not years:
        return lang.text("In no year were women counted anew among most of the people abroad")
    year, first = years[-1], years[0]
    most = max(sure, key=lambda code: sure[code][year])
    fewest = min(sure, key=lambda code: sure[code][year])
    said = {
        "year": year,
        "first": first,
        "most": lang.place(most, "in"),
        "high": lang.percent(sure[most][year]),
        "was": lang.percent(sure[most][first]),
    }
    if most == fewest:
        return lang.text(
            "In {year} women and girls were {high} of the people born {most} who lived abroad "
            "({was} in {first})",
            **said,
        )
    return lang.text(
        "In {year} women and girls were {high} of the people born {most} who lived abroad ({was} "
        "in {first}), and {low} of those born {fewest} ({old})",
        fewest=lang.place(fewest, "in"),
        low=lang.percent(sure[fewest][year]),
        old=lang.percent(sure[fewest][first]),
        **said,
    )


def _without_pair(lang: Language, women: Women, country: str) -> str:
    """State the share abroad without the pair whose sexes look wrong."""
    year = max(women.published[country, "abroad"])
    return lang.text(
        "In {year} women and girls were {less} of the people born {where} who lived abroad, "
        "without those {partner}, where the sexes look wrong",
        year=year,
        where=lang.place(country, "in"),
        less=lang.percent(women.without[country, "abroad"][year]),
        partner=lang.place(women.wrong[country, "abroad"][0], "in"),
    )


def carried_note(lang: Language, old: Collection[int]) -> str:
    """Say in which years most shares were not counted anew, so that no sentence leans on them."""
    if not old:
        return ""
    return lang.text(
        "Not told above: {years}. For at least one group of people most shares of these years were "
        "not counted anew; UN DESA took them from another year, or from all migrants.",
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
