"""The words round a picture."""

from dataclasses import replace

from components.language import language
from components.pictures.words import words_of
from components.views.sdg.filters import SdgFilters
from tests.support import built


def test_two_notes_under_a_picture_do_not_read_as_one_sentence():
    view = replace(
        built("sdg-blocks", SdgFilters()), caution="totals are too low", credit="Boundaries: UN."
    )
    said = words_of(view, language("en"), "").disclaimer
    assert said == "totals are too low. Boundaries: UN."
    alone = replace(view, credit="")
    assert words_of(alone, language("en"), "").disclaimer == "totals are too low"
