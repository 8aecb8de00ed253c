"""The words of every measure of the catalogue, by its id: one place for all pages."""

from components.language import N_
from components.views.measures import (
    labour,
    money,
    movement,
    people,
    protection,
    returns,
    settling,
)
from components.views.measures.forms import (
    BesideWords,
    CorridorWords,
    MeasureWords,
    SeriesWords,
)

WORDS: dict[str, MeasureWords] = {
    **people.WORDS,
    **protection.WORDS,
    **labour.WORDS,
    **money.WORDS,
    **returns.WORDS,
    **movement.WORDS,
    **settling.WORDS,
}
CORRIDOR_WORDS: dict[str, CorridorWords] = {
    name: words.corridors for name, words in WORDS.items() if words.corridors
}
SERIES_WORDS: dict[str, SeriesWords] = {
    name: own for words in WORDS.values() for name, own in words.series.items()
}
BESIDE_WORDS: dict[str, BesideWords] = {
    name: own for words in WORDS.values() for name, own in words.beside.items()
}
# Kinds of figure of which several series compete.
KIND_NAMES: dict[str, str] = {
    "abroad": N_("People who work abroad, or departures to work"),
    "neighbour": N_("Crossings into a neighbouring country by citizens of the country"),
    "came_back": N_("People who came back, not brought by a State"),
    "state": N_("People helped home by the State of origin, or evacuated"),
}
