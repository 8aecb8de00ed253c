"""Every state of the page on assisted return, both languages: no broken sentence, no false hole."""

import re
from functools import cache

import pandas as pd
import pytest

from components.context import RenderContext
from components.views.avrr.world import world_figures
from components.views.start import key_numbers
from data.areas import FIVE
from data.measures.avrr import assisted_from_uk
from data.paths import TABLES
from tests.cases.avrr import CASES
from tests.support import built, drawn, table, written

LANGS = ("en", "ru")
STATES = [
    (name, at, lang) for name, cases in CASES.items() for at in range(len(cases)) for lang in LANGS
]
BROKEN = (
    (re.compile(r"\b(19|20)\d\d[.,]0\b"), "a year with a decimal"),
    (re.compile(r"\b(\d[\d\s,.]*)\s?[–—]\s?\1\b"), "a range with equal ends"),
    (re.compile(r"\bfrom (\S+) to \1\b|\bот (\S+) до \2\b"), "a range with equal ends"),
    (re.compile(r"\b(nan|NaN|NaT|None|<NA>|inf)\b"), "a missing value in words"),
    (re.compile(r"\bUNK\b|\bWLD\b|\bR_[A-Z]"), "a code"),
    (re.compile(r"at hand|под рукой"), "what was at hand reads as what is public"),
    (re.compile(r"\bfor 0\b|\bпо 0\b|\bза 0\b"), "a count of nothing"),
    (re.compile(r"\bnot published\b|\bне опубликован"), "published, but we could not get it"),
)
FEW = re.compile(r"(?<![\d.,])(?:\d*[02-9])?[234] (возвращений|чисел|показателей)\b")
ONE = re.compile(r"(?<![\d.,])(?:\d*[02-9])?1 (возвращени[йя]|чис(ел|ла)|людей)\b")


def shown(name, at, lang):
    return built(name, CASES[name][at], RenderContext(lang))


def texts(view):
    figures = [view.figure] if view.figure is not None else []
    told = [*written(view), *(text for figure in figures for text in drawn(figure))]
    return [str(text).replace("\u00a0", " ").replace("<br>", " ") for text in told]


@pytest.mark.parametrize(("name", "at", "lang"), STATES)
def test_no_sentence_is_broken(name, at, lang):
    for text in texts(shown(name, at, lang)):
        for pattern, what in BROKEN:
            assert not pattern.search(text), f"{what}: {text}"
        assert not FEW.search(text), text
        assert not ONE.search(text), text


BESIDE = re.compile(
    "applications|requests|spending|state_assisted|by_destination|share|reintegration_amount|"
    "event_participants|internal_migrants|assisted_iom|assisted_ngo|helped_to_leave|"
    "employment_help|mexico_assisted_returns_children|stranded_transit|stranded_students|"
    "other_counts|reintegration_help|voluntary_return_programme_all"
)
HELPED = re.compile(
    "assisted|avrr|vhr|stranded|partner_reintegration|humanitarian_voluntary|refugee_returns|"
    "trafficking_victims_returned_ngo|voluntary_returns_national"
)


@cache
def helped():
    """Every row of every table on people helped to return, read without the code of the atlas."""
    found = []
    for path in sorted(TABLES.glob("*/*.csv")):
        columns = set(pd.read_csv(path, nrows=0).columns)
        if {"host", "origin", "indicator"} <= columns:
            rows = pd.read_csv(path, dtype=str, keep_default_na=False)
            mask = rows["indicator"].str.contains(HELPED)
            found.append(rows.loc[mask & ~rows["indicator"].str.contains(BESIDE)])
    return pd.concat(found)


def rows_on(country, side, year):
    rows = helped()
    return rows.loc[rows[side].eq(country) & rows["year"].eq(str(year))]


@pytest.mark.parametrize("at", range(len(CASES["avrr-coverage"])))
def test_a_hole_of_the_matrix_has_no_row_in_any_table(at):
    """Asked of all tables by code that shares nothing with the view."""
    filters = CASES["avrr-coverage"][at]
    told = shown("avrr-coverage", at, "en").table.rows
    names = {code: RenderContext("en").language.place(code) for code in filters.countries}
    holes = 0
    for code, name in names.items():
        for row in told.loc[told["country"].eq(name) & told["year"].str.isdigit()].itertuples():
            found = rows_on(code, filters.role, row.year)
            if filters.role == "host":
                found = found.loc[found["obs_status"].ne("flag")]
            if row.state == "no figure found":
                holes += 1
                assert row.known == ""
                assert found.empty, (code, row.year, found["indicator"].tolist())
            else:
                assert row.known
    assert holes


def test_the_headline_counts_the_cells_of_the_matrix():
    for at, filters in enumerate(CASES["avrr-coverage"]):
        view = shown("avrr-coverage", at, "en")
        years = view.table.rows.loc[lambda rows: rows["year"].str.isdigit()]
        part = years["state"].str.match("part of a year|one number").sum()
        numbers = [int(one) for one in re.findall(r"(?<!\d)\d+(?!\d)", view.title)]
        if years["known"].eq("").all():
            assert "figure" in view.title
        else:
            told = {len(years)} | ({part} if part else set())
            assert set(numbers) == told, (filters, view.title)


def test_what_the_matrix_has_before_2010_is_in_its_first_column():
    host = next(
        at
        for at, one in enumerate(CASES["avrr-coverage"])
        if one.role == "host" and one.countries == ("TKM",)
    )
    rows = shown("avrr-coverage", host, "en").table.rows
    first = rows.iloc[0]
    assert first["year"] == "before 2010"
    assert "4,859" in first["known"]
    assert "4,847" in first["known"]
    assert rows.loc[rows["year"].str.isdigit(), "known"].eq("").all()


@pytest.mark.parametrize("code", FIVE)
def test_the_home_offices_count_of_a_year_is_one_number_everywhere(code):
    at = next(
        at
        for at, one in enumerate(CASES["avrr-coverage"])
        if one.role == "origin" and one.countries == (code,)
    )
    rows = shown("avrr-coverage", at, "en").table.rows.set_index("year")
    counted = assisted_from_uk(table("returns"), code).groupby("year")["value"].sum()
    inside = {int(year): value for year, value in counted.items() if year >= 2010}
    assert inside
    for year, value in inside.items():
        assert (
            f"{value:,.0f} ({year})" in rows.loc[str(year), "known"]
            or "more figure" in (rows.loc[str(year), "known"])
        )


@pytest.mark.parametrize("lang", LANGS)
def test_the_world_total_is_one_number_on_both_pages(lang):
    language = RenderContext(lang).language
    known = world_figures(table("avrr"))["avrr_returns"]
    told = language.compact(known[max(known)])
    assert told in shown("avrr-world", 0, lang).title
    names = ("migrant_stocks", "population", "remittances", "returns", "avrr")
    numbers = key_numbers(language, *(table(name) for name in names))
    assert told in {number.value for number in numbers}


@pytest.mark.parametrize("lang", LANGS)
def test_the_words_of_the_framework_stand_where_the_thing_is_named(lang):
    words = {
        "avrr-stages": {
            "en": (
                "AVRR",
                "Before departure",
                "During travel",
                "After arrival",
                "Economic",
                "Social",
                "Psychosocial",
            ),
            "ru": (
                "ПДВР",
                "До отъезда",
                "В пути",
                "После прибытия",
                "Экономическ",
                "Социальн",
                "Психосоциальн",
            ),
        },
        "avrr-principles": {
            "en": (
                "AVRR",
                "voluntariness",
                "Migrant-centred response",
                "Safety",
                "Sustainable reintegration",
                "Confidentiality",
                "Dialogue and partnership",
                "Evidence-based programming",
            ),
            "ru": (
                "ПДВР",
                "добровольность",
                "Безопасность",
                "Устойчивая реинтеграция",
                "Конфиденциальность",
                "Диалог и партнёрство",
            ),
        },
        "avrr-kazakhstan-help": {
            "en": ("Reintegration", "Monitoring"),
            "ru": ("реинтеграции", "Наблюдение"),
        },
    }
    for name, told in words.items():
        view = shown(name, 0, lang)
        here = " ".join((view.title, view.subtitle, *texts(view)))
        for word in told[lang]:
            assert word in here, (name, word)
