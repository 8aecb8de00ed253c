"""Headlines of the corridor views against sums made from the curated files by other code."""

import csv
import re
from collections import defaultdict
from functools import cache

import pytest

from components.language import language
from components.pictures.canvas import WIDE, framed
from components.pictures.words import words_of
from components.views.corridors.change import change
from components.views.corridors.titles import (
    largest,
    map_headline,
    ranked_headline,
    short_span,
)
from components.views.corridors.words import amount
from data.areas import FIVE
from data.codelists import codes
from data.measures.breaks import comparable, pair_breaks, sum_breaks
from data.measures.catalogue import CORRIDORS
from data.paths import TABLES
from data.provenance import source
from tests.picture_contract import ADDRESS
from tests.support import LARGEST, chosen, found, view

GROUPS = (FIVE, *((code,) for code in FIVE), ("KAZ", "UZB"), ("KGZ", "TJK", "TKM"))
SEXES = ("total", "female", "male")
CROSSING = {"flow", "remittances"}  # “moved away from”, “sent to”: only what crossed the border
UNNAMED = {"OTH", "UNK", "XXA", "OTN", "OTS", "UNK_ASIA", "UNK_EUROPE", "WLD", "CHI"}
SUMS = {"WLD", "EU27_2020", "EU27_2007", "EU28"}
VOLUNTARY = {
    "return_voluntary_assisted",
    "return_voluntary_controlled",
    "return_voluntary_other_verified",
    "return_voluntary_all",
}
READ = {
    "stock": ({"migrant_stock"}, "origin", "destination"),
    "flow": ({"flow_5y"}, "origin", "destination"),
    "refugees": ({"refugees", "other_in_need_of_protection"}, "origin", "destination"),
    "asylum": ({"asylum_seekers_pending"}, "origin", "destination"),
    "permits": ({"residence_permits_valid"}, "origin", "destination"),
    "remittances": ({"remittances_bilateral_estimate"}, "sender", "receiver"),
    "uk_voluntary": (VOLUNTARY, "host", "origin"),
    "uk_assisted": ({"return_voluntary_assisted"}, "host", "origin"),
    "uk_enforced": ({"return_enforced"}, "host", "origin"),
    "eu_ordered": ({"returned_after_order_third_country"}, "host", "origin"),
    "frontex_enforced": ({"frontex_operation_enforced"}, "host", "origin"),
    "frontex_voluntary": ({"frontex_humanitarian_voluntary"}, "host", "origin"),
}
every_measure = pytest.mark.parametrize("measure", CORRIDORS)
both_languages = pytest.mark.parametrize("lang", ["en", "ru"])


def raw_rows(name: str, source_id: str) -> list[dict[str, str]]:
    with (TABLES / name / f"{source_id}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def counted(measure: str) -> dict[tuple[int, str], dict[tuple[str, str], float]]:
    """Figures of each pair by year and sex, read from the file and not through the measures."""
    indicators, start, end = READ[measure]
    entry = CORRIDORS[measure]
    sums: dict = defaultdict(lambda: defaultdict(float))
    for source_id in entry.sources:
        for row in raw_rows(entry.table, source_id):
            if row["indicator"] not in indicators or not row["year"]:
                continue
            if measure in ("stock", "flow", "remittances") and row["series"] != "pairs":
                continue
            if measure == "flow" and row["method"] != "da_pb_closed":
                continue
            if {row[start], row[end]} & SUMS or not {row[start], row[end]} & set(FIVE):
                continue
            told = row["sex"] if measure in ("stock", "flow") else "total"
            scale = 1e6 if measure == "remittances" else 1.0
            pair = row[start], row[end]
            sums[int(row["year"]), told][pair] += scale * float(row["value"])
    return sums


def fitting(measure: str, year: int, sex: str, way: str, countries: tuple[str, ...]) -> dict:
    """The pairs that the words “from” or “to” these countries are about."""
    own = 0 if way == "from" else 1
    return {
        pair: value
        for pair, value in counted(measure)[year, sex].items()
        if value > 0
        and pair[own] in countries
        and not (measure in CROSSING and pair[1 - own] in countries)
    }


def states(measure: str):
    """Every direction, group of countries and sex, in the latest years and the first."""
    years = sorted(int(year) for year in found(measure)["year"].unique())
    for year in dict.fromkeys((*years[-3:], years[0])):
        for sex in SEXES if CORRIDORS[measure].sexes else SEXES[:1]:
            for way in ("from", "to"):
                for countries in GROUPS:
                    yield year, sex, way, countries


@both_languages
@every_measure
def test_a_headline_is_the_sum_of_the_rows_that_its_words_are_about(measure, lang):
    told = language(lang)
    for year, sex, way, countries in states(measure):
        rows = fitting(measure, year, sex, way, countries)
        picked = chosen(measure, countries, lang, "wide", year=year, sex=sex, direction=way)
        title = map_headline(picked)
        if rows:
            assert _number(told, measure, picked, rows) in title, (title, year, sex, way, countries)
        else:
            assert not re.search(r"[1-9]\d* (?!году)\w", title.replace(str(year), "")), title


def _number(told, measure: str, picked, rows) -> str:
    """What a headline says of some rows: their sum, or the range that the methods give."""
    ends = picked.by_methods
    if ends and told.compact(ends[0]) != told.compact(ends[1]):
        return short_span(told, *ends)
    return told.compact(sum(rows.values()))


WORDS = {
    "nearly all": (0.9, 1),
    "most": (0.55, 0.9),
    "about half": (0.5, 0.55),
    "nearly half": (0.45, 0.5),
    "about a third": (0.3, 0.37),
    "about a quarter": (0.23, 0.28),
}


@every_measure
def test_a_part_in_words_is_of_the_same_rows_and_never_of_a_few_people(measure):
    met = 0
    for year, sex, way, countries in states(measure):
        rows = fitting(measure, year, sex, way, countries)
        title = map_headline(
            chosen(measure, countries, "en", "wide", year=year, sex=sex, direction=way)
        )
        said = [word for word in WORDS if f", {word} " in title]
        if said:
            whole, ends = sum(rows.values()), defaultdict(float)
            for pair, value in rows.items():
                ends[pair[1 if way == "from" else 0]] += value
            named = max(v for c, v in ends.items() if c not in UNNAMED)
            low, high = WORDS[said[0]]
            assert whole >= 500, title
            assert low <= named / whole < high, title
            met += 1
    assert met or measure not in ("stock", "remittances")


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (84_000, 720_000, "84 to 720 thousand"),
        (844, 520_000, "844 to 520,000"),
        (140_000, 1_000_000, "0.14 to 1 million"),
        (0, 450_000, "0 to 450 thousand"),
        (3, 9, "3 to 9"),
    ],
)
def test_both_ends_of_a_range_are_in_one_power_of_ten(low, high, said):
    assert short_span(language("en"), low, high) == said


def test_a_sum_that_the_source_makes_too_low_is_said_as_at_least():
    assert map_headline(chosen("stock", FIVE, "en", "wide")).startswith("At least 6.3 million")
    assert "At least" not in map_headline(chosen("stock", FIVE, "en", "wide", partners=("RUS",)))


@both_languages
@every_measure
def test_headline_and_ranking_follow_the_selected_corridor(measure, lang):
    told = language(lang)
    picked = chosen(measure, FIVE, lang, "wide", pair=LARGEST)
    f = picked.filters
    start, end = (told.place(code).split()[-1][:4] for code in (f.start, f.end))
    title = map_headline(picked)
    assert end in title if "UK" not in title else True
    assert start in title or "UK" in title or "Великобритания" in title
    every = picked.selection.every
    if len(every) > 1 and (every["start"].eq(f.start) & every["end"].eq(f.end)).any():
        assert told.place(f.start) in ranked_headline(picked)


LIMITS = {"en": 90, "ru": 100}


@both_languages
@every_measure
def test_headlines_keep_to_their_length_in_every_state(measure, lang):
    last = int(found(measure)["year"].max())
    for year, sex, way, countries in states(measure):
        if year != last or sex == "male":  # the words for women are the longest
            continue
        for more in ({}, {"partners": ("RUS",)}, {"partners": ("DEU", "USA", "KOR")}):
            picked = chosen(
                measure, countries, lang, "wide", year=year, sex=sex, direction=way, **more
            )
            for title in (map_headline(picked), ranked_headline(picked)):
                assert len(title) <= LIMITS[lang], title


@every_measure
def test_what_went_between_the_chosen_countries_is_told_where_it_is_left_out(measure):
    for countries in GROUPS:
        for way in ("from", "to"):
            picked = chosen(measure, countries, "en", "wide", direction=way)
            between = sum(
                value
                for pair, value in counted(measure)[picked.filters.year, "total"].items()
                if set(pair) <= set(countries)
            )
            left_out = between if measure in CROSSING else 0
            assert picked.selection.between == pytest.approx(left_out)
            shown = view("corridor-map", measure, countries, direction=way)
            if left_out:
                said = amount(language("en"), CORRIDORS[measure], left_out, figures=3)
                assert any(said in note and "between" in note for note in shown.notes)


@every_measure
def test_a_named_partner_is_in_the_sum_even_inside_the_region(measure):
    latest = int(found(measure)["year"].max())
    for year, sex, way, countries in states(measure):
        own = 0 if way == "from" else 1
        if (year, sex) != (latest, "total"):
            continue
        for partner in ("KAZ", "RUS", "GBR"):
            rows = {
                pair: value
                for pair, value in counted(measure)[year, sex].items()
                if value > 0 and pair[own] in countries and pair[1 - own] == partner
            }
            picked = chosen(
                measure,
                countries,
                "en",
                "wide",
                year=year,
                sex=sex,
                direction=way,
                partners=(partner,),
            )
            assert picked.selection.total == pytest.approx(sum(rows.values()))
            if rows:
                assert _number(language("en"), measure, picked, rows) in map_headline(picked)


@pytest.mark.parametrize("name", ["corridor-map", "ranked", "sankey", "time", "five"])
@pytest.mark.parametrize("measure", [m for m in CORRIDORS if CORRIDORS[m].sexes])
def test_the_sex_that_was_chosen_is_said_in_headline_subtitle_and_alt(measure, name):
    words = {
        ("en", "female"): (r"\bwomen\b", r"\bpeople\b|\bmen\b"),
        ("en", "male"): (r"\bmen\b", r"\bpeople\b|\bwomen\b"),
        ("ru", "female"): (r"\bженщин", r"\bчеловек|\bмужчин"),
        ("ru", "male"): (r"\bмужчин", r"\bчеловек|\bженщин"),
    }
    for (lang, sex), (said, unsaid) in words.items():
        for countries in (FIVE, ("TKM",)):
            shown = view(name, measure, countries, lang, sex=sex)
            label = language(lang).label("sexes", sex)
            assert re.search(said, shown.title), shown.title
            assert not re.search(unsaid, shown.title), shown.title
            assert label in shown.subtitle
            assert re.search(said, shown.alt)
            assert not re.search(unsaid, shown.alt.split("Первые")[0].split("First")[0])


BROKEN = re.compile(
    r"\bThe 0 |[Нн]а 0 |(?<![\d.,])0\s?%|\d\.0\b|\b(\d{4})–\1\b|\b(\S+) (?:to|до) \2\b|"
    r"\bno figure for (?:in|out)\b|\b\d+ (?:in|out)\b(?! (?:19|20)\d\d)|[.:] *\.|: \. "
)


@both_languages
@every_measure
def test_no_sentence_is_empty_or_absurd(measure, lang):
    for name in ("corridor-map", "ranked", "sankey", "time", "five"):
        for countries in (FIVE, ("TKM",)):
            for way in ("from", "to", "both", "within") if name in ("ranked", "time") else ("to",):
                shown = view(name, measure, countries, lang, direction=way)
                for text in (shown.title, shown.subtitle, shown.alt, shown.missing, *shown.notes):
                    assert not BROKEN.search(text), text


@every_measure
def test_a_ranked_share_is_of_enough_and_counts_what_is_shown(measure):
    for countries in GROUPS:
        for least in (0, 1_000, 100_000):
            picked = chosen(measure, countries, "en", "wide", minimum=least)
            title, selection = ranked_headline(picked), picked.selection
            if "%" in title:
                assert selection.total >= 500
                assert len(selection.shown) >= 1
                share = float(selection.shown["value"].sum()) / selection.total
                digits = 1 if share > 0.99 else 0
                assert language("en").percent(share, digits) in title


@every_measure
@both_languages
def test_a_picture_keeps_the_whole_headline_and_subtitle(measure, lang):
    for name in ("ranked", "sankey", "time", "five"):
        shown = view(name, measure, FIVE, lang)
        sheet, _ = framed(WIDE, words_of(shown, language(lang), ADDRESS))
        told = "".join(box.text for box in sheet.boxes).replace(" ", "")
        for text in (shown.title, shown.subtitle):
            assert text.replace(" ", "") in told


@both_languages
@every_measure
def test_the_name_of_a_place_keeps_its_capital(measure, lang):
    names = {language(lang).place(code).lower() for code in codes("countries")}
    names = {name for name in names if len(name) > 4}
    for year in sorted(int(year) for year in found(measure)["year"].unique()):
        for partners in ((), ("RUS",), ("GBR", "DEU")):
            for sex in SEXES if CORRIDORS[measure].sexes else SEXES[:1]:
                title = largest(
                    chosen(measure, FIVE, lang, "wide", year=year, sex=sex, partners=partners)
                )
                small = {name for name in names if re.search(rf"\b{name}\b", title)}
                assert not small, title


@every_measure
def test_a_fall_from_a_peak_is_not_told_as_a_rise(measure):
    peaks = 0
    published = sorted(int(year) for year in found(measure)["year"].unique())
    for country in FIVE:
        picked = chosen(measure, (country,), "en", "wide")
        for row in picked.selection.every.head(10).itertuples():
            pair = picked.found.loc[
                picked.found["start"].eq(row.start) & picked.found["end"].eq(row.end)
            ]
            known = dict(zip(pair["year"], pair["value"], strict=True))
            stretch = comparable(known, published, pair_breaks(picked.measure, row.start, row.end))
            title = change(picked, (row.start, row.end), known, stretch)
            if stretch is None or not picked.measure.comparable:
                assert "peak" not in title
                continue
            between = [known[y] for y in known if stretch[0] < y < stretch[1]]
            turned = max(between, default=0) > 1.15 * max(known[stretch[0]], known[stretch[1]])
            assert ("peak" in title) == turned, title
            peaks += turned
    assert peaks or measure != "asylum"


@both_languages
def test_a_stock_speaks_only_of_origins_that_the_host_names(lang):
    told = language(lang)
    for host, known in source(CORRIDORS["stock"].sources[0]).unnamed.items():
        for countries in GROUPS:
            shown = view("corridor-map", "stock", countries, lang, partners=(host,))
            others = [told.place(c, "in") for c in countries if c not in known]
            if set(countries) & set(known):
                assert not any(name in shown.title for name in others), shown.title
                assert told.place("R_CENTRAL_ASIA", "in") not in shown.title
            else:
                assert told.place(host, "in") in shown.missing
            said = any(
                told.place(host, form).lower() in shown.caution.lower() for form in ("name", "in")
            )
            assert said == bool(others), shown.caution


@both_languages
def test_the_caution_on_hosts_is_only_of_the_chosen_partners(lang):
    told = language(lang)
    title = view("five", "stock", FIVE, lang, partners=("RUS",))
    assert not any(told.place("USA") in note for note in title.notes)
    notes = view("five", "stock", FIVE, lang, partners=("USA",)).notes
    assert any(told.place("USA") in note for note in notes)


@pytest.mark.parametrize("name", ["corridor-map", "ranked", "time", "five"])
def test_flows_of_one_sex_say_that_they_do_not_add_up(name):
    notes = {
        sex: view(name, "flow", ("KAZ",), sex=sex, partners=("DEU",), direction="to")
        for sex in SEXES
    }
    for sex in ("female", "male"):
        assert "do not add up" in notes[sex].subtitle
        assert any("do not add up" in remark.text for remark in notes[sex].remarks)
    assert "do not add up" not in notes["total"].subtitle


def test_refugees_in_uzbekistan_are_not_compared_across_its_new_count():
    shown = view("five", "refugees")
    assert any("Uzbekistan" in note and "2021" in note for note in shown.notes)
    picked = chosen("refugees", ("UZB",), "en", "wide", direction="to")
    rows = picked.found.loc[picked.found["end"].eq("UZB")]
    assert 2021 in pair_breaks(picked.measure, "AFG", "UZB")
    assert 2021 in sum_breaks(rows, picked.measure, "UZB", "end")
    other = picked.found.loc[picked.found["end"].eq("KAZ")]
    assert 2021 not in sum_breaks(other, picked.measure, "KAZ", "end")


@pytest.mark.parametrize("measure", ["uk_voluntary", "uk_enforced", "eu_ordered", "permits"])
def test_citizens_are_of_a_country_not_from_it(measure):
    way = CORRIDORS[measure].direction
    for lang, wrong, right in (
        ("en", "citizens from", "citizens? of Uz"),
        ("ru", "граждан из", ""),
    ):
        shown = view("corridor-map", measure, ("UZB",), lang, direction=way)
        pair = chosen(measure, ("UZB",), lang, "wide")
        row = pair.selection.every.iloc[0]
        said = pair.sentence(row.start, row.end, pair.filters.year, row.value)
        for told in (shown.title, said):
            assert wrong not in told
            assert re.search(right, told) if lang == "en" else "Узбекистана" in told, told
