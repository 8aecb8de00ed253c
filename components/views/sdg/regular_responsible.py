"""Rows of the scorecard for two of the target's words: regular and responsible."""

from collections.abc import Sequence

import pandas as pd

from components.language import Language
from components.views.readiness.titles import when
from components.views.sdg.costs_row import cost_rows
from components.views.sdg.scores import Score, ScoreRow, absent, at_least, numeric
from components.views.spec import Tables
from data.areas import FIVE
from data.measures import sdg
from data.measures.drivers import MEMBERS, found_present, leading, list_figures
from data.measures.policy import treaty_count
from data.measures.readiness import evidence
from data.measures.readiness_rules import CHAIN
from data.measures.standings import state_of

# Members of the European Union since 2020 and of EFTA; the United Kingdom's figures end earlier.
EUROPE = (*MEMBERS, "CHE", "ISL", "LIE", "NOR")
PROFILE = "Migration Governance Indicators"
REVIEW = "Voluntary review of the Global Compact for Migration"
COMPACT = "A/RES/73/195"


def regular(lang: Language, tables: Tables, places: Sequence[str]) -> list[ScoreRow]:
    """Return what speaks to “regular”."""
    bans = tables["entry_bans"]
    return [
        _permits(lang, tables["labour_and_stay"], places),
        _found(lang, tables["irregular_movement"], places),
        _registry(
            lang, bans, places, "banned_from_entry", lang.text("Barred from entering Russia")
        ),
        _registry(
            lang,
            bans,
            places,
            "controlled_persons_register",
            lang.text("In Russia's register of controlled persons"),
        ),
        _recruitment(lang, places),
        _openness(lang, tables["visa_requirements"], places),
    ]


def responsible(lang: Language, tables: Tables, places: Sequence[str]) -> list[ScoreRow]:
    """Return what speaks to “responsible”."""
    return [
        _policies(lang, tables["policy_domains"], places),
        _treaties(lang, tables["treaties"], places),
        _vote(lang, tables["votes"], places),
        _reviews(lang, tables["memberships"], places),
        *cost_rows(lang, tables["remittance_costs"], tables["sdg_indicators"], places),
        _reintegration(lang, tables, places),
    ]


def _permits(lang: Language, stay: pd.DataFrame, places: Sequence[str]) -> ScoreRow:
    rows = stay.loc[
        stay["source_id"].eq("eurostat")
        & stay["indicator"].eq("residence_permits_valid")
        & stay["origin"].isin(list(places))
    ]
    scores = {}
    for place in (p for p in places if p in FIVE):
        sums = sdg.summed(rows.loc[rows["origin"].eq(place)], EUROPE)
        scores[place] = numeric(
            lang,
            sdg.like_for_like(sums),
            lang.number,
            lang.text("not reported"),
            more=_hosts(lang, sums),
        )
    name = lang.text("Valid residence permits in the EU and EFTA at the end of the year, permits")
    return ScoreRow("regular", name, scores, (("labour_and_stay", rows),))


def _found(lang: Language, irregular: pd.DataFrame, places: Sequence[str]) -> ScoreRow:
    rows = found_present(irregular, [p for p in places if p in FIVE])
    rows = rows.loc[rows["destination"].isin(MEMBERS)]
    scores = {}
    for place in (p for p in places if p in FIVE):
        sums = sdg.summed(rows.loc[rows["origin"].eq(place)], MEMBERS)
        scores[place] = numeric(
            lang,
            sdg.like_for_like(sums),
            lang.number,
            lang.text("not reported"),
            more=_hosts(lang, sums),
        )
    name = lang.text("Found without the right to stay in the EU, people")
    return ScoreRow("regular", name, scores, (("irregular_movement", rows),))


def _hosts(lang: Language, sums: dict[int, tuple[float, frozenset[str]]]) -> str:
    if not sums:
        return ""
    count = len(sums[max(sums)][1])
    return lang.text("Countries with a figure in the sum: {count}", count=count)


def _registry(
    lang: Language, bans: pd.DataFrame, places: Sequence[str], indicator: str, name: str
) -> ScoreRow:
    rows = leading(list_figures(bans, [p for p in places if p in FIVE], (indicator,)))
    scores = {}
    for place in (p for p in places if p not in ("RUS", "R_CENTRAL_ASIA")):
        found = sdg.points(rows.loc[rows["origin"].eq(place)])
        scores[place] = numeric(
            lang,
            sdg.alone(found),
            lang.number,
            lang.text("none found"),
            more=lang.text("From the press; counts of one year may differ"),
        )
    return ScoreRow("regular", name, scores, (("entry_bans", rows),))


def _recruitment(lang: Language, places: Sequence[str]) -> ScoreRow:
    told = absent(
        lang.text("not reported"),
        lang.text("The UN database has it for Bangladesh and Cambodia only"),
    )
    name = lang.text("10.7.1 What a worker pays to be recruited, months of earnings")
    return ScoreRow("regular", name, {p: told for p in places if p in FIVE})


def _openness(lang: Language, visas: pd.DataFrame, places: Sequence[str]) -> ScoreRow:
    rows = visas.loc[
        visas["series"].eq("passports_by_category") & visas["destination"].isin(list(places))
    ]
    scores = {}
    for place in (p for p in places if p not in ("R_CENTRAL_ASIA", "WLD")):
        days = sdg.admitted_without_visa(rows, place)
        years = {day.year: count for day, count in sorted(days.items())}
        found = sdg.alone(sdg.Point(count, year) for year, count in years.items())
        scores[place] = numeric(lang, found, lang.number, lang.text("not reported"))
    name = lang.text("Passports that are let in without a visa, number of countries")
    return ScoreRow("regular", name, scores, (("visa_requirements", rows),))


def _policies(lang: Language, domains: pd.DataFrame, places: Sequence[str]) -> ScoreRow:
    rows = domains.loc[domains["series"].eq("all_domains") & domains["country"].isin(list(places))]
    scores = {}
    for place in places:
        own = rows.loc[rows["country"].eq(place)]
        share = "sdg_10_7_2_share" in set(own["indicator"])
        found = sdg.reading(sdg.points(own))
        if share:
            scores[place] = numeric(
                lang,
                sdg.alone(sdg.points(own)),
                lambda v: lang.percent(v / 100),
                "",
                more=lang.text("Share of answering governments at level 3 or 4"),
            )
        else:
            scores[place] = _level(lang, found)
    name = lang.text("10.7.2 Migration policies as the government assesses them, level 1 to 4")
    return ScoreRow("responsible", name, scores, (("policy_domains", rows),))


LEVELS = {1: "requires_progress", 2: "partially_meets", 3: "meets", 4: "fully_meets"}


def _level(lang: Language, found: sdg.Reading | None) -> Score:
    missing = lang.text("not reported")
    more = lang.text("The government's own answers: policies on paper, not their effect")
    if found is None:
        return absent(missing, lang.text("The data have no answer from the government"))
    words = lang.label("statuses", LEVELS[int(found.latest.value)])
    return numeric(lang, found, lang.number, missing, aside=words, more=more)


def _treaties(lang: Language, treaties: pd.DataFrame, places: Sequence[str]) -> ScoreRow:
    countries = [p for p in places if p in (*FIVE, "RUS")]
    rows = treaties.loc[treaties["series"].eq("standing") & treaties["country"].isin(countries)]
    scores = {}
    for place in countries:
        standing = treaty_count(treaties, place)
        bound = standing.get("yes", [])
        total = sum(len(names) for names in standing.values())
        open_ = total - len(bound) - len(standing.get("no", []))
        more = lang.listing([lang.label("policy_names", name) for name in bound])
        if open_:
            told = lang.text("not known, not checked or in part: {n}", n=open_)
            more = f"{more}. {told}"
        text = lang.text("{number} of {all}", number=len(bound), all=total)
        scores[place] = Score("plain", text, float(len(bound)), more=more)
    name = lang.text("Treaties of the UN and the ILO on migration that bind it, number")
    return ScoreRow("responsible", name, scores, (("treaties", rows),))


def _vote(lang: Language, votes: pd.DataFrame, places: Sequence[str]) -> ScoreRow:
    rows = votes.loc[votes["name"].eq(COMPACT) & votes["country"].isin(list(places))]
    scores = {
        str(r.country): Score(
            state_of(str(r.status)), lang.label("statuses", str(r.status)), None, r.date.year
        )
        for r in rows.itertuples()
    }
    name = lang.text("Vote on the Global Compact for Migration")
    return ScoreRow("responsible", name, scores, (("votes", rows),))


def _reviews(lang: Language, members: pd.DataFrame, places: Sequence[str]) -> ScoreRow:
    rows = members.loc[
        members["name"].isin([PROFILE, REVIEW]) & members["country"].isin(list(places))
    ]
    scores = {}
    for place in (p for p in places if p in FIVE):
        own = rows.loc[rows["country"].eq(place)].sort_values("name")
        if not len(own):
            scores[place] = absent(lang.text("none found"))
            continue
        first = own.iloc[0]
        scores[place] = Score(
            state_of(str(first["status"])),
            lang.label("statuses", str(first["status"])),
            aside=lang.label("policy_names", str(first["name"])),
            more=lang.words(first),
        )
    name = lang.text("Review of migration governance: IOM profile or voluntary review")
    return ScoreRow("responsible", name, scores, (("memberships", rows),))


def _reintegration(lang: Language, tables: Tables, places: Sequence[str]) -> ScoreRow:
    scores, used = {}, []
    rule = next(one for one in CHAIN if one.id == "avrr")
    for place in (p for p in places if p in FIVE):
        one = evidence(tables, rule, place)
        if not one.found:
            scores[place] = absent(
                lang.text("none found"),
                lang.text("IOM has the figures: the annexes of its yearly report"),
            )
            continue
        used.append(one.rows)
        text = at_least(lang, lang.number(one.value or 0), str(one.rows["obs_status"].iloc[0]))
        scores[place] = Score("plain", text, one.value, one.year, aside=when(lang, one))
    name = lang.text("Helped by IOM to return, people")
    return ScoreRow("responsible", name, scores, tuple(("avrr", rows) for rows in used))
