"""Headlines on how a series of a country changed: one unit, one set of reporters, no event named.

An event is marked on the chart and told in the list below it. It is not named in the headline: that
it falls into the same years is no finding.
"""

from components.language import N_, Language
from components.views.countries.filters import CountryFilters
from components.views.countries.words import signed
from data.measures.changes import Change

# What is said of a series that rose most, and of one that fell most.
CHANGED: dict[str, tuple[str, str]] = {
    "remittances": (
        N_("Remittances {to} rose most from {old} to {new}: by {n} US dollars"),
        N_("Remittances {to} fell most from {old} to {new}: by {n} US dollars"),
    ),
    "abroad": (
        N_("The number of emigrants {from_} rose most from {old} to {new}: by {n}"),
        N_("The number of emigrants {from_} fell most from {old} to {new}: by {n}"),
    ),
    "here": (
        N_("The number of immigrants {where} rose most from {old} to {new}: by {n}"),
        N_("The number of immigrants {where} fell most from {old} to {new}: by {n}"),
    ),
}
REFUGEES = (
    N_("The number of refugees {from_} rose most from {old} to {new}: by {n}"),
    N_("The number of refugees {from_} fell most from {old} to {new}: by {n}"),
)


def events_title(
    lang: Language,
    filters: CountryFilters,
    known: dict[int, float],
    change: Change | None,
    marks: int,
) -> str:
    """Say when a series changed most, in the unit in which the change was chosen.

    Parameters
    ----------
    lang : Language
        The reader's language.
    filters : CountryFilters
        The country and the measure.
    known : dict of int to float
        The series by year; empty where there is none.
    change : Change or None
        Its largest change over the same reporters, if any two figures can be compared.
    marks : int
        How many dated steps and events stand beside it.
    """
    country, measure = lang.place(filters.country), filters.measure
    if not known:
        return lang.plural(
            "{country} has {n} dated step or event, and no series to set it beside",
            "{country} has {n} dated steps and events, and no series to set them beside",
            marks,
            country=country,
            n=lang.number(marks),
        )
    if measure == "net":
        low = min(known, key=known.__getitem__)
        return lang.text(
            "Net migration {where} was lowest in {year}, at {value} by the UN’s estimate",
            where=lang.place(filters.country, "in"),
            year=low,
            value=signed(lang, known[low]),
        )
    if change is None:
        return lang.text(
            "{country} has only one figure here, of {year}",
            country=country,
            year=max(known),
        )
    return _changed(lang, filters, change)


def _changed(lang: Language, filters: CountryFilters, change: Change) -> str:
    rose, fell = CHANGED.get(filters.measure, REFUGEES)
    return lang.text(
        rose if change.value > 0 else fell,
        old=change.start,
        new=change.end,
        n=lang.compact(abs(change.value)),
        to=lang.place(filters.country, "to"),
        where=lang.place(filters.country, "in"),
        from_=lang.place(filters.country, "from"),
    )
