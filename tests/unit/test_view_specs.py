"""What a view is registered with: the choices that it reads and the tables that it needs."""

from dataclasses import fields, replace
from typing import Any

import pytest

from components.context import RenderContext
from components.views.registry import SPECS
from tests.cases import all_cases
from tests.support import built, table

CASES = all_cases()
every_view = pytest.mark.parametrize("name", sorted(SPECS))
MOST = 8  # cases that are tried until all choices have been read


def watched(filters: Any, read: set[str]) -> Any:
    """The same choices, telling which of them are read."""
    names = {field.name for field in fields(filters)}

    class Watched(type(filters)):
        def __getattribute__(self, name: str) -> Any:
            if name in names:
                read.add(name)
            return super().__getattribute__(name)

    copy = object.__new__(Watched)
    for name in names:
        object.__setattr__(copy, name, getattr(filters, name))
    return copy


@every_view
def test_a_view_reads_just_the_choices_that_it_is_registered_with(name):
    spec, read = SPECS[name], set()
    for filters in CASES[name][:MOST] if spec.reads else ():
        tables = {one: table(one) for one in spec.tables}
        spec.build(tables, watched(filters, read), RenderContext("en"))
        if read >= set(spec.reads):
            break
    assert read == set(spec.reads)


@every_view
def test_a_choice_that_is_not_read_builds_nothing_anew(name):
    spec = SPECS[name]
    if not spec.reads:
        assert {spec.own(filters) for filters in CASES[name]} == {None}
        return
    plain = type(CASES[name][0])()
    other = {field.name: "moved" for field in fields(plain) if field.name not in spec.reads}
    assert spec.own(replace(plain, **other)) == spec.own(plain) == plain


@every_view
def test_a_view_needs_no_table_that_it_is_not_registered_with(name):
    asked = set()

    def load(one: str):
        asked.add(one)
        return table(one)

    for filters in CASES[name][:2]:
        SPECS[name].view(load, filters, RenderContext("en"))
    assert asked <= set(SPECS[name].tables)


def test_what_is_derived_from_a_table_is_kept_with_that_table_alone():
    first = built("ranked", CASES["ranked"][0])
    rows = table("migrant_stocks")
    halved = rows.assign(value=rows["value"] / 2)
    other = SPECS["ranked"].view(lambda _name: halved, CASES["ranked"][0], RenderContext("en"))
    assert other.table.rows["value"].tolist() == [v / 2 for v in first.table.rows["value"]]
