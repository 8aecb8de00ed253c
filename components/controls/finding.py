"""What can be found in a language: the index of all pages, views, places, sources and words."""

from functools import cache, partial

from components.context import RenderContext
from components.controls.corridors import offer_of
from components.controls.places import Place, built, labels, places
from components.find.aliases import aliases
from components.find.entries import Spot, entries, spec_of
from components.find.entry import Goal, Hit
from components.find.places import Gazetteer, gazetteer_names
from components.find.search import Index
from components.language import LANGUAGES, Language, language
from components.phrases.places import corridor
from components.session.paths import static_root
from components.views.countries.filters import SIX
from data.codelists import code_list
from data.errors import report

FORMS = ("name", "in", "from", "to", "of")


def index(code: str, whole: bool = True) -> Index:
    """Return the index of a language.

    Parameters
    ----------
    code : str
        A key of `LANGUAGES`.
    whole : bool
        Whether it holds what the views say; that takes some seconds in a fresh process.
    """
    lang, also = language(code), aliases()
    return Index(entries(lang, spots(code, whole), also), _gazetteer(lang), also.skip)


_SPOTS: dict[str, tuple[Spot, ...]] = {}
_READY: dict[str, Index] = {}
_light = cache(partial(index, whole=False))


def ready(code: str) -> Index:
    """Return the index of a language; until `prepare` has made it, without what views say."""
    return _READY.get(code) or _light(code)


def prepare() -> None:
    """Make the indexes of all languages; a fault is logged, and leaves what there is."""
    for code in LANGUAGES:
        try:
            _READY[code] = index(code)
        except Exception as error:  # searching then tells it in its place
            report(error)


def spots(code: str, whole: bool = True) -> tuple[Spot, ...]:
    """Return all views where they stand, in a language (see `index`).

    They are kept when none is without its own words, which may be there the next time.
    """
    if code in _SPOTS and whole:
        return _SPOTS[code]
    lang = language(code)
    found = tuple(_spot(place, lang, whole) for place in places())
    if all(one.title for one in found):
        _SPOTS[code] = found
    return found


def _spot(place: Place, lang: Language, whole: bool) -> Spot:
    card = "" if place.leads else place.view
    goal = Goal(place.page, place.query, place.view, card)
    named = {code: labels(place, language(code)) for code in LANGUAGES}
    if whole:
        try:
            view = built(place, RenderContext(lang.code, static=static_root()))
        except Exception as error:  # whatever it is, its card will say so
            report(error)
        else:
            return Spot(goal, named, view.title, view.subtitle, view.sources)
    return Spot(goal, named)


def _gazetteer(lang: Language) -> Gazetteer:
    listed = code_list("countries")
    columns = [f"{form}_{code}" for form in FORMS for code in LANGUAGES]
    there = [column for column in columns if column in listed]
    told = zip(listed["code"], listed[there].itertuples(index=False), strict=True)
    also = aliases()
    names, stems = gazetteer_names(told, also.places)
    offer = offer_of("stock", "total", None)
    pairs = (code.split("-") for code in offer.corridors)
    page, own = (lang.text(spec_of(url).title) for url in ("corridors", "countries"))
    return Gazetteer(
        names,
        stems,
        {code: lang.place(code) for code in listed["code"]},
        {code: Hit("country", lang.place(code), own, _goal("countries", code)) for code in SIX},
        {
            str(code): Hit("country", lang.place(str(code)), page, _goal("partners", str(code)))
            for code in offer.partners
            if code not in SIX
        },
        {
            (start, end): Hit(
                "corridor", corridor(lang, start, end), page, _goal("corridor", f"{start}-{end}")
            )
            for start, end in pairs
        },
        also.people,
    )


def _goal(key: str, code: str) -> Goal:
    page = "countries" if key == "countries" else "corridors"
    return Goal(page, ((key, code),))
