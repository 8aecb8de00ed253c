"""Words on how often asylum is granted."""

import pandas as pd

from components.language import Language
from components.language.numbers import as_said
from components.phrases.headlines import fitting
from components.phrases.periods import years
from components.views.countries.levels import level_name
from data.areas import FIVE
from data.measures.protection import Side
from data.measures.recognition import first_decisions, pooled
from data.measures.standards import SHARE_MINIMUM, tellable

Decisions = dict[str, pd.DataFrame]  # of people from the country, and of those who ask in it
RECENT = 5  # years that the headline takes together


def recognition_title(lang: Language, country: str, found: Decisions, last: int) -> str:
    """Say how often decisions were positive where that is known, else how many were."""
    side: Side = "origin" if country in FIVE else "host"
    since = last - RECENT + 1
    top = pooled(first_decisions(found[side]), since)
    top = top.loc[top["unit"].eq("persons")]
    span = years(since, last)
    if side == "host":
        return _granted(lang, top.iloc[0], country, span)
    whole = top.loc[top["whole"]].drop_duplicates("partner")
    sure = whole.loc[[tellable(n) for n in whole["substantive"]]]
    told: dict[str, object] = {"where": lang.place(country, "from"), "years": span}
    if sure.empty:
        return _counted(lang, whole.iloc[0], told)
    first = sure.iloc[0]
    told |= {"share": lang.percent(first["rate"]), "place": lang.place(str(first["partner"]), "in")}
    brief = lang.text("{share} of first decisions on people {where} were positive {place}", **told)
    return fitting(lang, lang.text("{sentence} in {years}", sentence=brief, **told), brief)


def _counted(lang: Language, row: pd.Series, told: dict[str, object]) -> str:
    """Say how many of few decisions were positive in the country that took most of them."""
    return lang.text(
        "Of {all} first decisions on people {where} {place}, {n} gave protection",
        n=lang.number(positive(row)),
        all=lang.number(row["substantive"]),
        place=lang.place(str(row["partner"]), "in"),
        **told,
    )


def _granted(lang: Language, row: pd.Series, country: str, span: str) -> str:
    """Say how many people were given protection where refusals are not reported."""
    granted = positive(row)
    told = {
        "country": lang.place(country),
        "n": lang.compact(granted),
        "origin": lang.place(str(row["partner"]), "from"),
        "years": span,
    }
    return lang.plural(
        "{country} gave protection to {n} person {origin} in {years}",
        "{country} gave protection to {n} people {origin} in {years}",
        as_said(granted),
        **told,
    )


def positive(row: pd.Series) -> float:
    """Return how many people were given protection."""
    return float(row["recognised"] + row["complementary"])


def step_words(lang: Language, row: pd.Series) -> str:
    """Name the level and the authority that decided."""
    return level_name(lang, str(row["level"]), str(row["authority"]), str(row["unit"]))


def recognition_notes(lang: Language) -> tuple[str, ...]:
    """Say how to read shares of decisions."""
    return (
        lang.text(
            "UNHCR rounds small counts, so shares of few decisions should not be compared; "
            "the headline gives no share of fewer than {least}. There is no share where no "
            "decision was taken on the substance, no rejection is reported for the year, or "
            "the authority decides only part of the first claims.",
            least=lang.number(SHARE_MINIMUM),
        ),
        lang.text(
            "Claims closed otherwise, by withdrawal or on formal grounds, are not part of "
            "the rate; they are in the table, as are reviews, appeals and repeated claims. "
            "Levels are never added up, since an appeal decides the same claim again."
        ),
        lang.text(
            "In the United States asylum officers and immigration courts decide one after the "
            "other on part of the claims, so neither has a share of its own here. Temporary asylum "
            "in Russia is complementary protection for a limited time, granted in a procedure of "
            "its own."
        ),
    )


def recognition_hole(lang: Language, country: str, found: Decisions) -> str:
    """Say which decisions are missing, and who would have them."""
    if country not in FIVE:
        return lang.text(
            "The table has only decisions on people from Central Asia, and decisions there "
            "on people from Russia. UNHCR publishes the others."
        )
    own = found["host"]
    last = int(own["year"].max()) if len(own) else None
    latest = int(found["origin"]["year"].max())
    if last is None or last < latest:
        return lang.text(
            "Of decisions {where} the table has none for {latest}. The migration service of the "
            "country would have them.",
            where=lang.place(country, "in"),
            latest=latest,
        )
    return ""
