"""What can be found in a language: the index of all pages, views, places, sources and words.

``python -m components.controls.finding`` builds every view once in each language and keeps what it
says, so that processes that start later need not.
"""

from components import cache
from components.context import RenderContext
from components.controls import headlines
from components.controls.corridors import offer_of
from components.controls.pages import giving_way
from components.controls.places import built, labels, places
from components.find.aliases import aliases
from components.find.entries import Spot, entries, spec_of
from components.find.entry import Goal, Hit
from components.find.places import Gazetteer, gazetteer_names
from components.find.search import Index
from components.language import LANGUAGES, Language, language
from components.language.customs import under_review
from components.phrases.places import corridor
from components.session.paths import static_root
from components.views.countries.filters import SIX
from data.codelists import code_list
from data.errors import report
from data.files import until_mended

FAULTS = 5  # after so many views that cannot be built no other is tried
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


_READY: dict[str, Index] = {}


@until_mended
def _light(code: str) -> Index:
    return index(code, whole=False)


def ready(code: str) -> Index:
    """Return the index of a language; until `prepare` has made it, without what views say."""
    return _READY.get(code) or _light(code)


def prepare() -> None:
    """Make the indexes of all languages that are not under review, without haste.

    A fault is logged, and leaves what there is. What was found while tables could not be had is
    looked for anew.
    """
    places.cache_clear()
    _light.cache_clear()
    for code in LANGUAGES:
        if under_review(code):
            continue
        try:
            if headlines.recalled(code) is None:
                for place in places():
                    with giving_way():
                        built(place, RenderContext(code, static=static_root()))
            with giving_way():
                _READY[code] = index(code)
        except Exception as error:  # searching then goes without what views say
            report(error)


class Incomplete(Exception):
    """Some views could not be built; those that stand without their own words are told."""

    def __init__(self, spots: tuple[Spot, ...]) -> None:
        super().__init__("some views could not be built")
        self.spots = spots


def spots(code: str, whole: bool = True) -> tuple[Spot, ...]:
    """Return all views where they stand, in a language (see `index`).

    They are kept when none is without its own words, which may be there the next time.
    """
    if not whole:
        return _named(code)
    try:
        return _complete(code)
    except Incomplete as error:
        return error.spots


def _named(code: str) -> tuple[Spot, ...]:
    """Return all views by their names alone."""
    known = headlines.recalled(code)
    if known is None:
        return _spots(code, whole=False)
    return tuple(Spot(one.goal, one.labels) for one in known)


def ready_spots(code: str) -> tuple[Spot, ...]:
    """Return all views with what they say, once `prepare` has made the index; until then none."""
    return spots(code) if code in _READY else ()


@cache.remembered
def _complete(code: str) -> tuple[Spot, ...]:
    known = headlines.recalled(code)
    if known is not None:
        return known
    found = _spots(code, whole=True)
    if not all(one.title for one in found):
        raise Incomplete(found)
    headlines.keep(code, found)
    return found


def _spots(code: str, *, whole: bool) -> tuple[Spot, ...]:
    lang, faults = language(code), 0
    spoken = {language(one) for one in LANGUAGES} | {lang}
    found = []
    for place in places():
        named = {one.code: labels(place, one) for one in spoken}
        goal = Goal(place.page, place.query, place.view, "" if place.leads else place.view)
        spot = Spot(goal, named)
        if whole and faults < FAULTS:
            try:
                view = built(place, RenderContext(code, static=static_root()))
                spot = Spot(goal, named, view.title, view.subtitle, view.sources)
            except Exception as error:  # whatever it is, its card will say so
                report(error)
                faults += 1
        found.append(spot)
    return tuple(found)


def _gazetteer(lang: Language) -> Gazetteer:
    listed = code_list("countries")
    columns = [f"{form}_{code}" for form in FORMS for code in LANGUAGES]
    there = [column for column in columns if column in listed]
    spoken = [language(one) for one in LANGUAGES]
    told = (
        (code, (*names, *(one.place(code) for one in spoken)))
        for code, *names in listed[["code", *there]].itertuples(index=False)
    )
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


if __name__ == "__main__":
    for one in LANGUAGES:
        spots(one)
