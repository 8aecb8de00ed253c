"""Views of assisted return: holes fill by themselves, words have references."""

import re

import pandas as pd

from components.context import RenderContext
from components.language import language
from components.views.avrr.coverage_words import known_words
from components.views.avrr.filters import AvrrFilters
from components.views.avrr.kazakhstan_known import hosts
from components.views.avrr.words import terms
from components.views.registry import SPECS
from data.codelists import known
from data.curation.run import source_ids
from tests.support import drawn, table
from tests.unit.test_measures_avrr import made

EN = RenderContext("en")


def found(name):
    """The table without what was brought as files, so that the holes of the sources are in it."""
    rows = table(name)
    return rows.loc[rows["source_id"].isin(source_ids())]


def built(name, filters=None, context=EN, **tables):
    spec = SPECS[name]
    return spec.view(
        lambda t: tables[t] if t in tables else found(t),
        filters or AvrrFilters(),
        context,
    )


def grown(*several):
    """The table with made rows added, as the command that brings IOM's annex adds them."""
    added = pd.DataFrame([made(**one) for one in several])
    return pd.concat([found("avrr").astype(object), added.astype(object)], ignore_index=True)


ANNEX = (
    {},
    {"host": "POL", "value": 2.0},
    {"origin": "UZB", "year": 2022, "value": 130.0},
    {"origin": "UZB", "year": 2021, "value": 90.0},
    {"host": "KAZ", "origin": "TJK", "value": 11.0},
)


def cell(shown, country, year):
    rows = shown.table.rows
    return rows.loc[rows["country"].eq(country) & rows["year"].eq(str(year))].iloc[0]


# The coverage matrix


def test_the_part_of_kyrgyzstan_2019_says_what_it_is_and_names_the_report():
    part = cell(built("avrr-coverage"), "Kyrgyzstan", 2019)
    assert part["state"] == "one number that no single year can claim"
    assert "Lithuania → Kyrgyzstan" in part["known"]
    assert "1 July 2018 – 31 December 2019" in part["known"]
    assert "Return and Reintegration Key Highlights 2019" in part["report"]


def test_every_hole_of_the_matrix_names_who_has_the_figure():
    for role in ("origin", "host"):
        rows = built("avrr-coverage", AvrrFilters(role)).table.rows
        years = rows.loc[rows["year"].str.isdigit()]
        assert years["report"].str.contains("IOM").all()


def test_the_tip_of_a_hole_names_the_report_too():
    tips = [text for text in drawn(built("avrr-coverage").figure) if "Kyrgyzstan, 2019" in text]
    assert len(tips) == 1
    assert "Key Highlights 2019" in tips[0].replace("<br>", " ")


def test_added_rows_fill_the_holes_and_leave_the_others():
    totals = ({"host": "WLD"}, {"host": "WLD", "origin": "UZB", "year": 2022})
    before, after = built("avrr-coverage"), built("avrr-coverage", avrr=grown(*ANNEX, *totals))
    filled = cell(after, "Kyrgyzstan", 2019)
    assert filled["state"] == "IOM’s figure for the whole year"
    assert filled["report"] == ""
    assert cell(after, "Uzbekistan", 2022)["state"] == "IOM’s figure for the whole year"
    assert cell(after, "Turkmenistan", 2019)["state"] == "no figure found"
    assert before.title != after.title


def test_figures_of_some_hosts_fill_a_hole_in_part_and_the_report_is_still_named():
    filled = cell(built("avrr-coverage", avrr=grown(*ANNEX)), "Kyrgyzstan", 2019)
    assert filled["state"].startswith("part of a year")
    assert "Return and Reintegration Key Highlights 2019" in filled["report"]


def test_a_year_after_the_last_report_gets_its_column():
    after = built("avrr-coverage", avrr=grown({"year": 2026}))
    years = {str(year) for year in range(2010, 2027)}
    assert set(after.table.rows["year"]) == {"before 2010", *years}


def test_what_came_after_the_last_report_has_a_column_of_its_own():
    rows = built("avrr-coverage").table.rows
    late = rows.loc[rows["year"].eq("after 2024")].set_index("country")
    assert "Ukraine → Uzbekistan" in late.loc["Uzbekistan", "known"]
    assert set(late.drop("Uzbekistan")["state"]) == {"no figure found"}
    assert "after 2024" not in set(built("avrr-coverage", AvrrFilters("host")).table.rows["year"])


def test_a_gap_names_the_publication_that_would_fill_it_beside_ioms_report():
    shown = built("avrr-coverage")
    assert "migr_eirt_ass" in cell(shown, "Turkmenistan", 2014)["report"]
    assert "Eurostat" not in cell(shown, "Turkmenistan", 2013)["report"]
    assert "REAB: 2011 Annual Report" in cell(shown, "Kyrgyzstan", 2011)["report"]
    assert "Ret_D01" in cell(shown, "Kyrgyzstan", 2024)["report"]
    [tip] = [text for text in drawn(shown.figure) if text.startswith("Turkmenistan, 2024")]
    assert "Ret_D01" in tip
    assert "Eurostat" in shown.missing


def test_the_largest_figure_is_told_first_and_of_equal_ones_the_newer():
    """The order of equal figures hung on the processor that sorted them."""
    made_rows = [made(year=year, value=4.0) for year in (2003, 2005, 2004)]
    rows = pd.DataFrame([*made_rows, made(year=2001, value=9.0)])
    told = known_words(language("en"), list(rows.itertuples()))
    assert re.findall(r"\((\d{4})\)", told) == ["2001", "2005", "2004"]
    assert told.endswith("1 more figure")


# The five countries


def squares(shown):
    """The cells of the matrix by country and year."""
    [grid] = shown.figure.blocks
    return {
        (row.head, head): cell
        for row in grid.rows
        for head, cell in zip(grid.heads, row.cells, strict=True)
    }


def test_a_square_is_blank_half_full_or_full_and_full_ones_have_their_number():
    before, after = built("avrr-coverage"), built("avrr-coverage", avrr=grown({"host": "WLD"}))
    assert squares(before)["Turkmenistan", "2019"].state == "hole"
    half = squares(before)["Kyrgyzstan", "2019"]
    assert (half.state, half.value) == ("several", "4")
    assert squares(before)["Tajikistan", "2020"].value == "≈ 3,000"
    assert squares(before)["Tajikistan", "2022"].value == "530"
    assert squares(before)["Kyrgyzstan", "2022"].value == "168"
    over_two_years = squares(before)["Kazakhstan", "2014"]
    assert (over_two_years.state, over_two_years.value) == ("other", "")
    full = squares(after)["Kyrgyzstan", "2019"]
    assert (full.state, full.value) == ("yes", "40")
    assert cell(after, "Kyrgyzstan", 2019)["value"] == 40.0


def test_figures_of_some_hosts_are_added_and_the_table_says_of_how_many():
    shown = built("avrr-coverage", avrr=grown(*ANNEX))
    told = cell(shown, "Kyrgyzstan", 2019)
    assert (told["value"], told["partners"]) == (42.0, 2.0)
    assert any("the table says how many" in note for note in shown.notes)
    assert squares(shown)["Kyrgyzstan", "2019"].value == "42"


def test_added_rows_of_a_host_are_seen_from_the_host():
    shown = built("avrr-coverage", AvrrFilters("host"), avrr=grown(*ANNEX))
    assert shown.table.rows["value"].dropna().to_list() == [11.0]


def test_whole_years_do_not_stand_among_the_parts_of_years():
    before, after = built("avrr-known"), built("avrr-known", avrr=grown(*ANNEX))
    assert after.table.rows.equals(before.table.rows)


def test_a_running_total_stands_for_the_journeys_that_it_contains():
    words = list(drawn(built("avrr-known", AvrrFilters(countries=("TJK",))).figure))
    assert "about 3,000" in words
    assert "650" not in words
    assert not any("no figure found" in word for word in words)


def test_a_host_that_the_report_does_not_name_is_not_named():
    words = " ".join(drawn(built("avrr-known", AvrrFilters(countries=("KGZ",))).figure))
    assert "Host not named" in words
    assert "Kazakhstan" not in words


# The world


def test_the_headline_of_the_world_says_who_was_from_central_asia_once_that_is_known():
    assert built("avrr-world").title.endswith("how many to Central Asia is unknown")
    after = built("avrr-world", avrr=grown({"year": 2023, "value": 120.0}))
    assert after.title.endswith("120 to 1 country of the five")


def test_years_with_a_sum_alone_are_not_split():
    shown = built("avrr-world")
    humanitarian = next(t for t in shown.figure.data if "VHR" in t.name and "AVRR" not in t.name)
    assert set(humanitarian.x) == {2022, 2023}
    assert "2019, 2024" in shown.missing


def test_germanys_figure_of_2016_is_a_lower_bound_and_is_called_so():
    assert "more than 54 thousand people" in built("avrr-hosts").title


def test_hosts_without_nationalities_are_named_with_who_would_know():
    missing = built("avrr-hosts").missing
    assert "from Poland" in missing
    assert missing.startswith("Nationality is not in the atlas")
    named = grown({"host": "POL", "origin": "TJK", "year": 2016})
    assert "from Poland" not in built("avrr-hosts", avrr=named).missing


# Words and their references


def pairs(part):
    """Every text in two languages inside a part of a file."""
    if isinstance(part, dict):
        if "en" in part or "ru" in part:
            yield part
        else:
            for value in part.values():
                yield from pairs(value)
    elif isinstance(part, list):
        for value in part:
            yield from pairs(value)


def test_every_word_stands_in_both_languages_and_nothing_else():
    for text in pairs(dict(terms())):
        assert set(text) == {"en", "ru"}
        assert all(text.values())


def test_every_fact_and_kind_has_a_reference_that_is_known():
    references = terms()["references"]
    for one in (*terms()["facts"], *terms()["kinds"]):
        named = one.get("references", [one.get("reference")])
        assert named
        assert set(named) <= set(references)
    assert all({"en", "ru"} == set(one["citation"]) for one in references.values())


def test_kinds_that_are_counted_have_rows_in_the_tables():
    names = ("avrr", "returns", "forced_displacement", "repatriation")
    counted = {str(i) for name in names for i in table(name)["indicator"].unique()}
    for kind in terms()["kinds"]:
        assert set(kind["indicators"]) <= counted & known("indicators")


def test_the_graphic_of_the_stages_shows_all_three_and_the_three_sides():
    for size in ("narrow", "wide"):
        words = " ".join(drawn(built("avrr-stages", context=RenderContext("en", size=size)).figure))
        for name in (
            "1. Before departure",
            "2. During travel",
            "3. After arrival",
            "Economic",
            "Social",
            "Psychosocial",
        ):
            assert name in words


def test_the_references_of_a_text_are_in_its_note_and_its_table():
    shown = built("avrr-stages")
    assert any("thailand.iom.int" in note for note in shown.notes)
    assert shown.table.rows["reference"].str.contains("http").all()


# Kazakhstan


def test_every_host_is_in_the_table_and_the_british_count_is_the_home_offices():
    rows = built("avrr-kazakhstan-hosts").table.rows
    lang = language("en")
    assert {lang.place(code) for code in hosts()} <= set(rows["host"])
    words = " ".join(drawn(built("avrr-kazakhstan-hosts").figure)).replace("<br>", " ")
    assert "Home Office’s own count" in words
