"""How a publication that would fill a gap is named, in a tip, a table and below a picture."""

from components.language import Language
from data.measures.publications import Gap, Publication, publications


def publication_words(lang: Language, one: Publication) -> str:
    """Name a publication: who publishes it, its title, the table in it."""
    return lang.text(
        "{publisher}, {title}: {part}",
        publisher=lang.pick(one["publisher"]),
        title=lang.pick(one["title"]),
        part=lang.pick(one["part"]),
    )


def publications_of(
    lang: Language, gap: Gap, year: int | None = None, addresses: bool = False
) -> str:
    """Name all publications that would fill a gap, with their addresses; empty where none is."""
    told = []
    for one in publications(gap, year):
        words, url = publication_words(lang, one), one.get("url", "")
        if addresses and url:
            words = lang.text("{citation}: {address}", citation=words, address=url)
        told.append(words)
    return "; ".join(told)


def would_fill(lang: Language, *gaps: Gap) -> str:
    """Say in a sentence which publications would fill gaps; empty where none is known."""
    told = "; ".join(filter(None, (publications_of(lang, gap) for gap in gaps)))
    return lang.text("Where it would be found: {publications}.", publications=told) if told else ""


def later_fill(lang: Language, last: int, *gaps: Gap) -> str:
    """Say which publications have the years after the last one found; empty where none is."""
    told = "; ".join(filter(None, (publications_of(lang, gap) for gap in gaps)))
    if not told:
        return ""
    return lang.text(
        "Later years than {year} are in: {publications}.", year=last, publications=told
    )
