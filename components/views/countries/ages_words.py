"""What the views of ages abroad say alike: groups, who would have the ages, headlines."""

from components.language import N_, Language
from components.language.numbers import as_said
from components.phrases.places import headlined
from data.measures.ages_abroad import (
    OLDEST,
    RECENT,
    Count,
    Group,
    group_of_rank,
    share_of_ages,
)
from data.measures.standards import tellable

WORKING = (15, 64)
WIDEST = 10  # years of a group by which a median is told
# Who would have the ages of people in the large hosts for which the atlas has none, or old ones.
OFFICES: dict[str, str] = {
    "RUS": N_("Rosstat (censuses of 2010 and 2021)"),
    "KAZ": N_("Bureau of National Statistics (census of 2021)"),
    "USA": N_("US Census Bureau (American Community Survey)"),
    "DEU": N_("Destatis (register of foreigners, microcensus)"),
    "UKR": N_("State Statistics Service (census of 2001)"),
    "BLR": N_("Belstat (census of 2019)"),
    "UZB": N_("National Statistics Committee"),
    "KGZ": N_("National Statistical Committee (census of 2022)"),
    "TJK": N_("Agency on Statistics (census of 2020)"),
    "TKM": N_("State Committee on Statistics (census of 2022)"),
    "ISR": N_("Central Bureau of Statistics (census of 2022)"),
    "GRC": N_("ELSTAT (census of 2021)"),
    "POL": N_("Statistics Poland (census of 2021)"),
    "GBR": N_("offices of its nations (censuses of 2021 and 2022)"),
}


def office(lang: Language, code: str) -> str:
    """Say which office would have the ages."""
    return lang.text(OFFICES.get(code, N_("its statistical office")))


def span_of(first: int, last: int) -> str:
    """Write the years of an age group: “35–39”, “95+”."""
    return f"{first}+" if last >= OLDEST else f"{first}–{last}"


def group_name(group: Group | None) -> str:
    """Write an age group; nothing where it is not known."""
    return span_of(group.first, group.last) if group else ""


def narrow_median(count: Count) -> Group | None:
    """Return the group of the median where it is narrow enough to say something, and has an end."""
    found = group_of_rank(count, 0.5)
    if found is None or found.is_open or found.last - found.first >= WIDEST:
        return None
    return found


def count_title(lang: Language, origin: str, count: Count) -> str:
    """Say the finding on one count: the share under an age, half or more, or of working age."""
    born = count.basis == "birth"
    median, working = narrow_median(count), share_of_ages(count, *WORKING)
    told = {
        "where": lang.place(origin, "in"),
        "of": lang.place(origin, "of"),
        "host": headlined(lang, count.destination, "in"),
        "year": count.year,
    }
    young = share_of_ages(count, 0, median.last) if median else None
    if tellable(count.people) and median and young is not None:
        return _younger(lang, born, young, {"age": lang.number(median.last + 1), **told})
    if tellable(count.people) and working is not None:
        share = lang.percent(working)
        if born:
            return lang.text(
                "{share} of those born {where} who lived {host} in {year} were aged 15–64",
                share=share,
                **told,
            )
        return lang.text(
            "{share} of the citizens {of} who lived {host} in {year} were aged 15–64",
            share=share,
            **told,
        )
    return _counted(lang, born, count, told)


def _younger(lang: Language, born: bool, share: float, told: dict[str, object]) -> str:
    said = {"share": lang.percent(share), **told}
    if born:
        return lang.text(
            "{share} of those born {where} who lived {host} in {year} were under {age}", **said
        )
    return lang.text(
        "{share} of the citizens {of} who lived {host} in {year} were under {age}", **said
    )


def _counted(lang: Language, born: bool, count: Count, told: dict[str, object]) -> str:
    n, said = lang.compact(count.people), as_said(count.people)
    if born:
        return lang.plural(
            "{n} person born {where} lived {host} in {year}",
            "{n} people born {where} lived {host} in {year}",
            said,
            n=n,
            **told,
        )
    return lang.plural(
        "{n} citizen {of} lived {host} in {year}",
        "{n} citizens {of} lived {host} in {year}",
        said,
        n=n,
        **told,
    )


def hole_title(lang: Language, origin: str, share: float) -> str:
    """Say of how many people the atlas has no ages that are not old."""
    return lang.text(
        "The atlas has no ages from {year} on for {share} of people born {where} who live abroad",
        year=RECENT,
        share=lang.percent(share),
        where=lang.place(origin, "in"),
    )
