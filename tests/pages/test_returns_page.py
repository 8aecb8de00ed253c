"""The page of returns: its kinds, and what each of them builds and can be asked."""

import pytest

from components.controls.returns import CLOSER, LEADING, PART_NAMES
from tests.opening import control, open_page


def cards_of(app) -> set[str]:
    keys = {str(group.key) for group in app.button_group}
    return {key.removeprefix("face-") for key in keys if key.startswith("face-")}


def asked(app, name):
    found = app.query_params.get(name, "")
    return found[0] if isinstance(found, list) else found


OPEN = [(part, one) for part in LEADING for one in CLOSER.get(part, (None,))]


@pytest.mark.parametrize(("part", "closer"), OPEN)
def test_only_the_chosen_kind_is_built_and_of_what_is_closer_one_part(part, closer):
    more = {"closer": closer.key} if closer else {}
    app = open_page("returns", lang="en", part=part, **more)
    assert not app.exception
    assert not app.error
    assert cards_of(app) == {LEADING[part], *(closer.views if closer else ())}


def test_every_kind_has_a_name():
    assert set(LEADING) == set(PART_NAMES)


def test_the_united_kingdom_opens_with_the_latest_year_whose_help_is_known():
    app = open_page("returns", lang="en", part="uk")
    assert control(app, "year").value == "2023"
    assert control(app, "year").options[-1] == "2025"
    assert asked(app, "year") == ""


def test_the_years_offered_are_those_of_the_count():
    app = open_page("returns", lang="en", part="eu", series="all")
    assert not app.exception
    assert control(app, "year").options == [str(year) for year in range(2012, 2017)]
    assert control(app, "year").value == "2016"


def test_a_year_that_the_other_count_lacks_falls_back_to_its_latest():
    app = open_page("returns", lang="en", part="eu", series="third", year="2012")
    assert not app.exception
    assert control(app, "year").value == "2023"
    assert asked(app, "year") == ""


def test_the_kind_is_asked_for_only_where_it_is_read():
    with pytest.raises(LookupError):
        control(open_page("returns", part="uk"), "uk_kind")
    split = open_page("returns", part="uk", by="sex", uk_kind="enforced")
    assert not split.exception
    assert control(split, "uk_kind").value == "enforced"
    assert asked(split, "uk_kind") == "enforced"


def test_nonsense_is_left_out_of_the_link():
    for part in ("x", "uk", "eu"):
        junk = {"by": "mile", "uk_kind": "all", "kind": "z", "series": "y", "host": "USA"}
        app = open_page("returns", part=part, year="1", countries="DEU", **junk)
        assert not app.exception
        assert not {*junk, "year", "countries"} & set(app.query_params)
