"""The numbers of members of the Eurasian Economic Union and of the others, as a table."""

from collections.abc import Mapping

import pandas as pd

from components.language import N_, Language
from components.phrases.columns import column
from components.phrases.periods import years
from components.view import Table
from components.views.countries.eaeu_series import (
    Compared,
    censuses_of,
    ends_of,
    known_throughout,
    time_words,
)
from data.areas import FIVE
from data.measures.eaeu import change, group_level


def eaeu_table(
    lang: Language, found: list[Compared], joined: Mapping[str, object], counted: pd.DataFrame
) -> Table:
    """Return the censuses, then each series by country and by group, before and after."""
    rows = _census_table(lang, counted, joined)
    members, others = _groups(joined)
    for one in found:
        for code in FIVE:
            if code in one.known:
                group = lang.text("member") if code in joined else lang.text("not a member")
                rows.append(_row(lang, one, lang.place(code), group, (code,)))
        for name, codes in (
            (N_("Members together: {names}"), members),
            (N_("Others together: {names}"), others),
        ):
            there = known_throughout(one, codes)
            if len(there) > 1:
                names = ", ".join(lang.place(code) for code in there)
                rows.append(_row(lang, one, lang.text(name, names=names), "", there))
    numbers = dict.fromkeys(("earlier", "before", "after", "until", "since"), "float")
    frame = pd.DataFrame(rows).astype(numbers)
    return Table(
        frame,
        (
            column(lang, "what"),
            column(lang, "unit"),
            column(lang, "country"),
            column(lang, "eaeu", "group"),
            column(lang, "times"),
            column(lang, "earlier"),
            column(lang, "before"),
            column(lang, "after"),
            column(lang, "change_until", "until"),
            column(lang, "change_since", "since"),
        ),
    )


def _census_table(
    lang: Language, counted: pd.DataFrame, joined: Mapping[str, object]
) -> list[dict[str, object]]:
    """Return the first and the last census of Russia, with the change between them."""
    censuses = censuses_of(counted)
    first, last = ends_of(censuses)
    rows: list[dict[str, object]] = []
    for code, own in censuses.items():
        moved = change(own.get(first), own.get(last))
        rows.append(
            {
                "what": lang.text("Born in the country, counted by the census of Russia"),
                "unit": lang.text("People, by census"),
                "country": lang.place(code),
                "group": lang.text("member") if code in joined else lang.text("not a member"),
                "times": f"{first} · {last}",
                "earlier": None,
                "before": own.get(first),
                "after": own.get(last),
                "until": None,
                "since": None if moved is None else 100 * moved,
            }
        )
    return rows


def _row(
    lang: Language, one: Compared, name: str, group: str, codes: tuple[str, ...]
) -> dict[str, object]:
    times = (one.times.earlier, one.times.before, one.times.after)
    earlier, before, after = (group_level(one.known, codes, window) for window in times)
    until, since = change(earlier, before), change(before, after)
    return {
        "what": lang.text(one.name),
        "unit": lang.text(one.unit),
        "country": name,
        "group": group,
        "times": " · ".join(_window(one, window) for window in times),
        "earlier": earlier,
        "before": before,
        "after": after,
        "until": None if until is None else 100 * until,
        "since": None if since is None else 100 * since,
    }


def _window(one: Compared, window: tuple[int, int]) -> str:
    first, last = window
    return time_words(one, last) if first == last else years(first, last)


def _groups(joined: Mapping[str, object]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    members = tuple(code for code in FIVE if code in joined)
    return members, tuple(code for code in FIVE if code not in joined)
