"""Choices that no case lists: any mixture of what the cases of a subject choose, in any language.

The cases stand for what a reader is likely to choose; here the fields of their filters are mixed
at random, as an address can mix them.
"""

from collections import defaultdict
from dataclasses import fields
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from components.context import RenderContext
from components.views.countries.filters import CountryFilters
from components.views.registry import SPECS
from tests.cases import all_cases
from tests.support import table
from tests.view_contract import holds

CASES = all_cases()
LANGUAGES = ("en", "ru")


def offered() -> dict[type, dict[str, list[Any]]]:
    """What the cases of each class of filters choose for each of its fields."""
    found: dict[type, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for case in (one for cases in CASES.values() for one in cases if one is not None):
        for field in fields(case):
            known, value = found[type(case)][field.name], getattr(case, field.name)
            if value not in known:
                known.append(value)
    return found


OFFERED = offered()
CHOSEN = sorted(name for name, cases in CASES.items() if cases[0] is not None)


@pytest.mark.parametrize("name", CHOSEN)
@settings(
    max_examples=8,
    derandomize=True,
    database=None,
    phases=[Phase.generate],  # a view takes too long to be built for shrinking
    suppress_health_check=list(HealthCheck),
)
@given(data=st.data())
def test_a_view_keeps_its_promises_whatever_is_chosen(name: str, data: st.DataObject) -> None:
    kind = type(CASES[name][0])
    choice = {field: st.sampled_from(values) for field, values in OFFERED[kind].items()}
    filters = data.draw(st.builds(kind, **choice))
    assume(not isinstance(filters, CountryFilters) or filters.country not in filters.beside)
    lang = data.draw(st.sampled_from(LANGUAGES))
    spec = SPECS[name]
    shown = spec.view(table, filters, RenderContext(lang))
    assert shown.name == name
    holds(shown, lang)
