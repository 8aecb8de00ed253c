"""Rows of the scorecard for two of the target's words: orderly and safe."""

from collections.abc import Sequence

import pandas as pd

from components.language import Language
from components.views.sdg.accidents import accident
from components.views.sdg.scores import Score, ScoreRow, absent, at_least, numeric
from components.views.spec import Tables
from data.areas import FIVE
from data.measures import sdg
from data.measures.readmission import agreements as agreed
from data.measures.readmission import in_force, pairs
from data.measures.returns import ENFORCED, UK_SOURCES, VOLUNTARY, uk_gaps

PEOPLE = ("humanitarian_returns", "humanitarian_returns_women_children")
CHILDREN = ("humanitarian_returns_children",)


def orderly(lang: Language, tables: Tables, places: Sequence[str]) -> list[ScoreRow]:
    """Return what speaks to “orderly”."""
    return [
        _voluntary(lang, tables["returns"], places),
        _readmission(lang, tables["readmission_agreements"], places),
        _humanitarian(
            lang,
            tables["returns"],
            places,
            "orderly",
            PEOPLE,
            lang.text("Brought home from conflict zones, people, cumulative"),
        ),
    ]


def safe(lang: Language, tables: Tables, places: Sequence[str]) -> list[ScoreRow]:
    """Return what speaks to “safe”."""
    indicators = tables["sdg_indicators"]
    return [
        _deaths(lang, indicators, tables["missing_migrants"], places),
        _victims(lang, indicators, places),
        _humanitarian(
            lang,
            tables["returns"],
            places,
            "safe",
            CHILDREN,
            lang.text("Children brought home from conflict zones, cumulative"),
        ),
        _tiers(lang, tables["trafficking_tiers"], places),
    ]


def _voluntary(lang: Language, returns: pd.DataFrame, places: Sequence[str]) -> ScoreRow:
    rows = returns.loc[
        returns["source_id"].isin(UK_SOURCES)
        & returns["origin"].isin([p for p in places if p != "RUS"])
        & returns["indicator"].isin([*VOLUNTARY, ENFORCED])
    ]
    gaps = uk_gaps(returns, FIVE)
    scores = {
        place: _counts(lang, sdg.returned_from_uk(rows, place), gaps)
        for place in places
        if place not in ("RUS", "R_CENTRAL_ASIA")
    }
    name = lang.text("Voluntary returns among returns from the United Kingdom, number")
    return ScoreRow("orderly", name, scores, (("returns", rows),))


def _counts(lang: Language, years: dict[int, sdg.Returned], gaps: Sequence[int]) -> Score:
    """Tell returns as counts: most voluntary ones are known from departure records alone."""
    if not years:
        return absent(lang.text("no returns recorded"))
    last = max(years)
    now = years[last]
    told = lang.text(
        "{voluntary} of {all}",
        voluntary=lang.number(now.voluntary),
        all=lang.number(now.voluntary + now.enforced),
    )
    more = [assisted_words(lang, now)]
    if missed := [str(year) for year in gaps if year < last]:
        more.append(lang.text("no figures of {years} were found", years=lang.listing(missed)))
    return Score("plain", told, float(now.voluntary), last, more="; ".join(filter(None, more)))


def assisted_words(lang: Language, now: sdg.Returned) -> str:
    """Say how many of the voluntary returns were assisted, or that it is not published."""
    if now.assisted is None:
        return lang.text("how many of them were assisted is not published")
    if not now.assisted:
        return ""
    return lang.text("{number} of them assisted", number=lang.number(now.assisted))


def _readmission(lang: Language, agreements: pd.DataFrame, places: Sequence[str]) -> ScoreRow:
    rows = agreements.loc[
        agreements["country"].isin(list(places)) | agreements["partner"].isin(list(places))
    ]
    scores = {}
    for place in places:
        if place in ("R_CENTRAL_ASIA", "WLD", "RUS"):
            continue
        partners = in_force(agreements, place)
        if not partners:
            scores[place] = absent(
                lang.text("none found"),
                lang.text("No agreement known to be in force was found."),
            )
            continue
        years = [day.year for day in partners.values()]
        then = sum(year <= sdg.BASE_YEAR for year in years)
        known = sdg.Reading(sdg.Point(len(partners), None), sdg.Point(then, sdg.BASE_YEAR))
        scores[place] = numeric(
            lang,
            known,
            lang.number,
            "",
            aside=lang.text("the last in {year}", year=max(years)),
            more=_partners(lang, agreements, place, sorted(partners)),
        )
    name = lang.text("Readmission agreements known to be in force, number")
    return ScoreRow("orderly", name, scores, (("readmission_agreements", rows),))


def _partners(lang: Language, agreements: pd.DataFrame, place: str, held: Sequence[str]) -> str:
    """Name the partners in force, and those of whom it is only reported."""
    told = lang.listing([lang.place(code) for code in held])
    linked = pairs(agreed(agreements), (place,))
    said = sorted(linked.loc[linked["step"].eq("reported"), "other"])
    if not said:
        return told
    reported = lang.listing([lang.place(code) for code in said])
    return lang.text(
        "{partners}; by report also {reported}, day not known", partners=told, reported=reported
    )


def _humanitarian(
    lang: Language,
    returns: pd.DataFrame,
    places: Sequence[str],
    word: str,
    indicators: Sequence[str],
    name: str,
) -> ScoreRow:
    scores: dict[str, Score] = {}
    used = []
    for place in places:
        if place in ("RUS", "WLD"):
            continue
        row = sdg.brought_home(returns, place, indicators)
        used.append(row)
        if not len(row):
            scores[place] = absent(
                lang.text("no total found"),
                lang.text("Single flights may be known; they are not added up."),
            )
            continue
        found = sdg.points(row)[0]
        text = at_least(lang, lang.number(found.value), found.status)
        aside = "" if found.year else lang.text("no date given")
        more = lang.text("The newest running total that was found")
        if row["indicator"].iloc[0] == "humanitarian_returns_women_children":
            more = lang.text("Women and children only")
        scores[place] = Score("plain", text, found.value, found.year, aside=aside, more=more)
    return ScoreRow(word, name, scores, (("returns", pd.concat(used)),))


def _deaths(
    lang: Language, indicators: pd.DataFrame, missing: pd.DataFrame, places: Sequence[str]
) -> ScoreRow:
    rows = _rows(indicators, "sdg_10_7_3", places)
    nothing = lang.text("nothing recorded")
    not_zero = lang.text("Nothing recorded is not the same as nobody dead.")
    scores = {}
    for place in places:
        found = sdg.points(sdg.indicator_rows(indicators, "sdg_10_7_3", place))
        more = "" if found else not_zero
        if found and found[-1].status == "disputed":
            more = lang.text("The official value appears to count an accident in Thailand.")
        elif one := accident(missing, place, found):
            more = lang.words(one)
        scores[place] = numeric(lang, sdg.alone(found), lang.number, nothing, more=more)
    name = lang.text("10.7.3 Recorded deaths and disappearances, people, at the place of incident")
    return ScoreRow("safe", name, scores, (("sdg_indicators", rows),))


def _victims(lang: Language, indicators: pd.DataFrame, places: Sequence[str]) -> ScoreRow:
    scores = {
        place: numeric(
            lang,
            sdg.alone(sdg.points(sdg.indicator_rows(indicators, "sdg_16_2_2_all", place))),
            lang.number,
            lang.text("not reported"),
        )
        for place in places
        if place not in ("R_CENTRAL_ASIA", "WLD")
    }
    name = lang.text(
        "16.2.2 Victims of trafficking whom the authorities detected, people (UN database)"
    )
    rows = _rows(indicators, "sdg_16_2_2_all", places)
    return ScoreRow("safe", name, scores, (("sdg_indicators", rows),))


def _rows(indicators: pd.DataFrame, indicator: str, places: Sequence[str]) -> pd.DataFrame:
    return pd.concat([sdg.indicator_rows(indicators, indicator, p) for p in places])


def _tiers(lang: Language, tiers: pd.DataFrame, places: Sequence[str]) -> ScoreRow:
    rows = tiers.loc[tiers["country"].isin(list(places))]
    scores = {}
    for place in places:
        known = {int(r.year): str(r.status) for r in rows.itertuples() if r.country == place}
        if known:
            scores[place] = _tier(lang, known)
    name = lang.text("US report on trafficking in persons, tier of the government's effort")
    return ScoreRow("safe", name, scores, (("trafficking_tiers", rows),))


def _tier(lang: Language, known: dict[int, str]) -> Score:
    last = max(known)
    before = min((y for y in known if sdg.BASE_YEAR <= y < last), default=None)
    then = known[before] if before else ""
    return Score(
        "plain",
        lang.label("statuses", known[last]),
        None,
        last,
        earlier=lang.label("statuses", then) if then else "",
        earlier_year=before,
        direction="" if not then else ("same" if then == known[last] else "changed"),
    )
