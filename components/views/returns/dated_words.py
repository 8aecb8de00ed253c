"""How single figures on return are said: kind, people, journey, time, and who counted."""

import re
from typing import Any

from components.charts.keys import Sign
from components.context import RenderContext
from components.language import Language
from components.language.language import N_, NP_
from components.phrases.figures import qualified
from components.phrases.periods import period
from components.phrases.references import source_name
from components.style.marks import RETURN_MARKS
from components.views.returns.found_series import FOUND_SERIES
from data.measures.avrr import UNKNOWN
from data.measures.dated_returns import Figure
from data.measures.dated_rows import ALL

KIND_NAMES = {
    "all": N_("All kinds"),
    "assisted": N_("Helped home by IOM or by the host country"),
    "humanitarian": N_("Humanitarian voluntary return flights"),
    "conflict": N_("Brought home from conflict zones"),
    "state": N_("Helped home by their own State, or evacuated"),
    "covid": N_("Came or were brought home during the pandemic"),
    "own": N_("Came home by themselves, or for any reason"),
    "enforced": N_("Enforced: removals, expulsions, deportations"),
    "beside": N_("Bears on return, but is not a return"),
}
PEOPLE = {
    "humanitarian_returns_children": NP_("{n} child", "{n} children"),
    "humanitarian_returns_women": NP_("{n} woman", "{n} women"),
    "humanitarian_returns_women_children": NP_("{n} women and children", "{n} women and children"),
    "returned_women": NP_("{n} woman", "{n} women"),
}
NUMBERED = re.compile(r"^(Aikol|Mehr|Zhusan)-(\d)$")
OPERATIONS = {"Aikol": N_("Aikol-{n}"), "Mehr": N_("Mehr-{n}"), "Zhusan": N_("Zhusan-{n}")}
# What the source adds to single rows, as the table has it.
SERIES = {
    "Rusafa": N_("Rusafa"),
    "Meerim": N_("Meerim"),
    "Meerim (later official count)": N_("Meerim, later official count"),
    "Iraq operation": N_("operation from Iraq, day not given"),
    "Tajik flight, at Kazakhstan’s request": N_("on the Tajik flight, at Kazakhstan’s request"),
    "Zhusan (May phase)": N_("Zhusan, May phase"),
    "Zhusan (all phases to early 2021)": N_("Zhusan, all phases to early 2021"),
    "Zhusan (as counted by KNB, Feb 2020)": N_("Zhusan, National Security Committee"),
    "Zhusan phases 1–4": N_("Zhusan, phases 1–4"),
    "Aikol-1 to Aikol-6 (official)": N_("Aikol, six missions"),
    "Aikol-4 (later count)": N_("Aikol-4, later count"),
    "Fourth group": N_("fourth group"),
    "Syria flight 1": N_("first flight"),
    "Syria flight 1 (MFA split)": N_("first flight, split of the foreign ministry"),
    "Syria flight 2": N_("second flight"),
    "MFA operation": N_("operation of the foreign ministry"),
    "Mehr-1 (UzA count)": N_("Mehr-1, count of the state agency"),
    "Mehr-1 (as handed over by Kurdish authorities)": N_("Mehr-1, as handed over"),
    "all": N_("all operations and single returns"),
    "individual returns": N_("single returns"),
    "all Central Asia": N_("all Central Asia"),
    "all to 2023": N_("all to 2023"),
    "Mehr (all)": N_("Mehr, all operations"),
    "Mehr-1 to Mehr-4": N_("Mehr-1 to Mehr-4"),
    "voluntary return project, police office of Kutná Hora only": N_(
        "return project, one police office only"
    ),
    "Abschiebungen": N_("removals"),
    "ausreisepflichtig": N_("obliged to leave"),
    "Ministry of Internal Affairs": N_("Ministry of Internal Affairs"),
    "Ministry of Internal Affairs, by court decision": N_(
        "Ministry of Internal Affairs, by court decision"
    ),
    "border service": N_("border service"),
    "operations Migrant and Nelegal": N_("two police operations, Migrant and Nelegal"),
    "Border Guard": N_("Border Guard"),
    "all, as counted by Tajikistan": N_("all, as counted by Tajikistan"),
    "by air, as counted by Tajikistan": N_("by air, as counted by Tajikistan"),
    "Committee of Women of Tajikistan": N_("Committee of Women of Tajikistan"),
    "placed in permanent work": N_("placed in permanent work"),
    "reached by measures": N_("reached by measures"),
    "women placed in permanent work": N_("women placed in permanent work"),
    "ICE": N_("US Immigration and Customs Enforcement"),
    "special flight": N_("special flight"),
    "New York-Tashkent, citizens of Uzbekistan, Kazakhstan and Kyrgyzstan together": N_(
        "New York to Tashkent: citizens of Uzbekistan, Kazakhstan and Kyrgyzstan together"
    ),
    "final order of removal, not detained": N_("final order of removal, not detained"),
    "eleven flights": N_("eleven flights"),
    "flight": N_("one flight"),
    "the eleventh flight": N_("the eleventh flight"),
    **FOUND_SERIES,
}
FRONTEX = re.compile(r"^(RO-|VRD-)")


def kind_marks(context: RenderContext) -> dict[str, Sign]:
    """Return symbol and colour of each kind of return."""
    lang = context.language
    return {
        kind: Sign(lang.text(KIND_NAMES[kind]), mark.symbol, mark.colour(context.mode))
        for kind, mark in RETURN_MARKS.items()
    }


def series_words(lang: Language, series: str) -> str:
    """Say what a source adds to a row: an operation, an authority; may be empty."""
    if not series:
        return ""
    if series in SERIES:
        return lang.text(SERIES[series])
    numbered = NUMBERED.match(series)
    if numbered:
        return lang.text(OPERATIONS[numbered[1]], n=numbered[2])
    if FRONTEX.match(series):
        return lang.text("operation {code}", code=series.partition(",")[0])
    return lang.verbatim(series)


def values_words(lang: Language, one: Figure, sign: bool = False) -> str:
    """Write the values of a figure: “21 or 55 ≠” where its sources disagree."""
    told = []
    for value in one.values:
        row = next(row for row in one.rows if float(row.value) == value)
        long = sign and value >= 10_000
        number = lang.short(value) if long else lang.number(value)
        forms = PEOPLE.get(row.indicator)
        last = value == one.values[-1]
        people = lang.plural(*forms, value, n=number) if forms and last and not long else number
        told.append(qualified(lang, row.obs_status, people, sign=sign))
    joined = told[0]
    for more in told[1:]:
        joined = lang.text("{first} or {second}", first=joined, second=more)
    return f"{joined} ≠" if one.disagrees else joined


def host_words(lang: Language, row: Any) -> str:
    """Name the country that people left, where the source names one."""
    if row.host == UNKNOWN:
        return lang.text("Host not named")
    return lang.text("Abroad") if row.host == ALL else lang.place(row.host)


def journey(lang: Language, row: Any) -> str:
    """Name the journey of a row: from where to where, or of whom."""
    host = host_words(lang, row)
    if row.origin == ALL:
        return lang.text("{host} → all citizenships", host=host)
    return lang.text("{host} → {origin}", host=host, origin=lang.place(row.origin))


def what_words(lang: Language, row: Any) -> str:
    """Say what was counted, with what the source adds."""
    what, more = lang.label("indicators", row.indicator), series_words(lang, row.series)
    return lang.text("{what} ({more})", what=what, more=more) if more else what


def tip(lang: Language, one: Figure) -> str:
    """Say all of a figure in a few sentences."""
    first = one.first
    told = [
        lang.text(
            "{journey}, {when}: {value} ({unit}).",
            journey=journey(lang, first),
            when=period(lang, first),
            value=values_words(lang, one).replace(" ≠", ""),
            unit=lang.label("units", first.unit),
        ),
        lang.text("{what}.", what=what_words(lang, first)),
    ]
    if one.parts:
        parts = [
            lang.text("{what} {value}", what=_part_name(lang, part), value=lang.number(part.value))
            for part in one.parts
        ]
        told.append(lang.text("Among them: {parts}.", parts=", ".join(parts)))
    if one.disagrees:
        told.append(lang.text("Sources count or split it differently."))
    if one.running:
        told.append(lang.text("A total that includes other figures."))
    names = dict.fromkeys(source_name(lang, row.source_id) for row in one.rows)
    told.append(lang.text("Source: {names}", names="; ".join(names)))
    return " ".join(told)


def _part_name(lang: Language, part: Any) -> str:
    """Name some of the people of a figure."""
    for word, name in (
        ("orphans", lang.text("orphans")),
        ("women", lang.text("women")),
        ("children", lang.text("children")),
        ("injured", lang.text("seriously injured")),
    ):
        if part.indicator.endswith(word):
            return name
    if part.sex != "total":
        return lang.label("sexes", part.sex)
    return lang.place(part.host, "from")
