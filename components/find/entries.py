"""The entries of the index: all that can be found, from what the atlas is made of."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from components.find.aliases import Aliases
from components.find.entry import PAIR, Entry, Goal
from components.language import LANGUAGES, Language, language
from components.navigation import PAGES, PageSpec
from components.phrases.references import source_name
from components.views.countries.filters import SIX
from components.views.measures import CORRIDOR_WORDS
from components.views.types.words import name_of, type_of
from data.areas import FIVE
from data.measures.catalogue import SERIES, TYPES, of_type
from data.provenance import source
from data.schema import tables
from data.texts import texts

NAME, PATH, TOLD, ASIDE = 1.0, 0.5, 0.4, 0.3  # weights of texts
WORDS_MOST = 40  # words of a long text that count
Texts = tuple[tuple[str, float], ...]

# Where the terms of the texts are explained, by file, list and group.
TERMS: dict[tuple[str, str, str], Goal] = {
    ("counterstream_terms", "terms", ""): Goal("counter-streams"),
    ("sdg_terms", "terms", ""): Goal("sdg"),
    ("avrr_terms", "facts", "principles"): Goal("avrr", (("closer", "rests"),)),
    ("avrr_terms", "facts", "voluntariness"): Goal("avrr", (("closer", "rests"),)),
    ("avrr_terms", "facts", "kazakhstan"): Goal(
        "avrr", (("closer", "kazakhstan"), ("practice", "help"))
    ),
    ("avrr_terms", "facts", ""): Goal("avrr", (("closer", "stages"),)),
    ("avrr_terms", "kinds", ""): Goal("avrr", (("closer", "rests"), ("rests", "differs"))),
    ("framework", "claims", "factors"): Goal("readiness", (("closer", "factors"),)),
    ("framework", "claims", "obstacles"): Goal("readiness", (("closer", "obstacles"),)),
    ("framework", "claims", "mechanisms"): Goal("readiness"),
}


@dataclass(frozen=True)
class Spot:
    """A view where it stands, in words.

    Attributes
    ----------
    goal : Goal
        Where it is.
    labels : mapping of str to tuple of str
        What leads to it in each language: page, choices.
    title, subtitle : str
        What it says in the reader's language; empty where it could not be built.
    sources : tuple of str
        Ids of its sources.
    """

    goal: Goal
    labels: Mapping[str, tuple[str, ...]]
    title: str = ""
    subtitle: str = ""
    sources: tuple[str, ...] = field(default=())


def entries(lang: Language, spots: Sequence[Spot], also: Aliases) -> list[Entry]:
    """Return all that can be found, in a language.

    Parameters
    ----------
    lang : Language
        The reader's.
    spots : sequence of Spot
        All views.
    also : Aliases
        What else people type.
    """
    views = [_view(lang, spot, also) for spot in spots]
    named = {(one.title, one.goal.page) for one in views}
    return [
        *_pages(lang, also),
        *views,
        *_questions(lang, also),
        *_measures(lang, also),
        *_series(lang, also),
        *_tables(lang),
        *_sources(lang, spots),
        *(one for one in _terms(lang) if (one.title, one.goal.page) not in named),
    ]


def spec_of(page: str) -> PageSpec:
    """Return a page's entry in the menu."""
    return next(spec for spec in PAGES if spec.url == page)


def every_language(message: str, weight: float) -> Texts:
    """Return a message in all languages."""
    told = dict.fromkeys(language(code).text(message) for code in LANGUAGES)
    return tuple((one, weight) for one in told)


def _also(words: Iterable[str], weight: float = NAME) -> Texts:
    return tuple((one, weight) for one in words)


def open_to(page: str) -> tuple[str, ...]:
    """Return the countries that a page can be set to."""
    return SIX if page == "countries" else FIVE


def _pages(lang: Language, also: Aliases) -> Iterator[Entry]:
    for spec in PAGES:
        told = every_language(spec.title, NAME) + every_language(spec.question, PATH)
        yield Entry(
            "page",
            lang.text(spec.title),
            lang.text(spec.question),
            Goal(spec.url),
            told + _also(also.views.get(spec.url, ())),
            "" if spec.default else "countries={}",
            open_to(spec.url),
        )


def _view(lang: Language, spot: Spot, also: Aliases) -> Entry:
    told: Texts = ()
    for code in LANGUAGES:
        *path, name = spot.labels[code]
        told += ((name, NAME if path else PATH), *((one, PATH) for one in path))
    told += ((spot.title, TOLD), (spot.subtitle, ASIDE))
    *path, name = spot.labels[lang.code]
    pair = "corridor" in dict(spot.goal.query)
    return Entry(
        "view",
        name,
        " › ".join(path),
        spot.goal,
        told + _also(also.views.get(spot.goal.view, ())),
        PAIR if pair else "countries={}",
        () if pair else open_to(spot.goal.page),
    )


def _questions(lang: Language, also: Aliases) -> Iterator[Entry]:
    for one in also.questions:
        told = tuple((text, NAME) for text in one.texts.values())
        where = lang.text(spec_of(one.goal.page).title)
        yield Entry("question", lang.pick(one.texts), where, one.goal, told)


def _measures(lang: Language, also: Aliases) -> Iterator[Entry]:
    page = spec_of("corridors")
    for name, words in CORRIDOR_WORDS.items():
        told = every_language(words.name, NAME) + every_language(words.what, ASIDE)
        yield Entry(
            "measure",
            lang.text(words.name),
            lang.text(page.title),
            Goal(page.url, (("measure", name),)),
            told + _also(also.measures.get(name, ())),
            "countries={}",
            FIVE,
        )


def _series(lang: Language, also: Aliases) -> Iterator[Entry]:
    page = spec_of("flow-types")
    for flow_type in TYPES:
        for one in of_type(flow_type):
            first = next(iter(one.only), FIVE[0])
            spoken = [language(code) for code in LANGUAGES]
            told = tuple((name_of(other, SERIES[one.id]), NAME) for other in spoken)
            told += tuple((type_of(other, flow_type), PATH) for other in spoken)
            choices = {"closer": "compare", "cell": f"{first}.{flow_type}", "measure": one.id}
            yield Entry(
                "measure",
                name_of(lang, SERIES[one.id]),
                f"{lang.text(page.title)} › {type_of(lang, flow_type)}",
                Goal(page.url, tuple(choices.items())),
                told + _also(also.series.get(one.id, ())),
                f"cell={{}}.{flow_type}",
                tuple(one.only) or FIVE,
            )


def _sources(lang: Language, spots: Sequence[Spot]) -> Iterator[Entry]:
    """Yield the sources, each with the view that rests on it most: alone if there is such."""
    best: dict[str, tuple[int, Spot]] = {}
    for spot in spots:
        for rank, one in enumerate(spot.sources):
            weight = 100 * rank + len(spot.sources)
            if one not in best or weight < best[one][0]:
                best[one] = (weight, spot)
    for one, (_, spot) in best.items():
        known = source(one)
        told: Texts = ()
        named = ((known.short, NAME), (known.title, TOLD), (known.publisher, NAME))
        for words, counts in named:
            told += tuple((text, counts) for text in dict.fromkeys(words.values()))
        where = " › ".join((lang.text("Source"), *spot.labels[lang.code]))
        yield Entry("source", source_name(lang, one), where, spot.goal, told)


def _tables(lang: Language) -> Iterator[Entry]:
    """Yield the curated tables, below what the atlas shows of them."""
    page = spec_of("explore")
    for name, table in tables().items():
        told: Texts = tuple((words, TOLD) for words in (*table.titles.values(), name))
        told += tuple((words, ASIDE) for words in table.descriptions.values())
        where = " › ".join((lang.text(page.title), lang.text("Table")))
        goal = Goal(page.url, (("data", name),))
        yield Entry("view", lang.pick(table.titles), where, goal, told)


def _terms(lang: Language) -> Iterator[Entry]:
    for (name, part, group), goal in TERMS.items():
        own = {one for file, listed, one in TERMS if (file, listed) == (name, part)} - {""}
        for term in texts(name)[part]:
            its = term.get("group") or term.get("section") or ""
            if its != group and (group or its in own):
                continue
            told = tuple((text, NAME) for text in term["title"].values())
            words = (term.get("text") or {}).values()
            told += tuple((" ".join(text.split()[:WORDS_MOST]), ASIDE) for text in words)
            where = " › ".join((lang.text("Term"), lang.text(spec_of(goal.page).title)))
            yield Entry("term", lang.pick(term["title"]), where, goal, told)
