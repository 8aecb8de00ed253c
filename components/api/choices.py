"""The choices of a view, read from a request as a page reads them from its address."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias
from urllib.parse import parse_qsl

from components.controls.pages import SUBJECTS
from components.controls.placed import Placed, Told
from components.controls.places import Place, places
from components.session.choice import CLOSER, ChoiceSet
from components.session.memory import ADDED, NO, SHOW, TABLE, YES, parts_of
from components.views.registry import SPECS

Meaning: TypeAlias = Callable[[str], tuple[str, str]]  # of a text: what it means, what of it is odd


@dataclass(frozen=True)
class Heard(Told):
    """What a request asks for; what is not understood, or not to be had, is told in `odd`.

    Attributes
    ----------
    taken : dict of str to str
        What each choice is, as it stands in links.
    odd : list of str
        Parts of the request that were set aside, as ``name=value``.
    """

    taken: dict[str, str] = field(default_factory=dict)
    odd: list[str] = field(default_factory=list)

    def one(self, key: str, options: Sequence[str], default: str, shared: bool = False) -> str:
        """Return the option that was asked for."""
        found = super().one(key, options, default, shared)
        self._complain(key, options, 1)
        self.taken[key] = found
        return found

    def several(
        self,
        key: str,
        options: Sequence[str],
        default: Sequence[str],
        shared: bool = False,
        most: int | None = None,
    ) -> tuple[str, ...]:
        """Return the options that were asked for."""
        found = super().several(key, options, default, shared, most)
        self._complain(key, options, most or len(options))
        self.taken[key] = ",".join(found)
        return found

    def flag(self, key: str) -> bool:
        """Return whether something was asked to be on."""
        word = self.query.get(key, "").casefold()
        if word not in (*YES, *NO):
            self.odd.append(f"{key}={word}")
        self.taken[key] = "1" if word in YES else "0"
        return super().flag(key)

    def text(self, key: str, means: Meaning | None = None) -> str:
        """Return the text that was asked for, as far as it is understood."""
        said, odd = self.query.get(key, ""), ""
        if means and said:
            said, odd = means(said)
        if odd:
            self.odd.append(f"{key}={odd}")
        if said:
            self.taken[key] = said
        return said

    def set_aside(self, key: str) -> None:
        """Tell that there is no such choice beside the others."""
        if self.query.get(key):
            self.odd.append(f"{key}={self.query[key]}")

    def _complain(self, key: str, options: Sequence[str], most: int) -> None:
        known = {one.casefold() for one in options}
        told = parts_of(self.query.get(key))
        right = [one for one in told if one.casefold() in known]
        strange = [one for one in told if one.casefold() not in known]
        self.odd.extend(f"{key}={one}" for one in (*strange, *right[most:]))


@dataclass(frozen=True)
class Chosen:
    """A view as it was asked for.

    Attributes
    ----------
    placed : Placed
        Where it stands, and what it reads.
    declared : ChoiceSet
        The choices of its page.
    filters : dataclass
        What they are.
    taken : dict of str to str
        The same as it stands in links.
    odd : tuple of str
        Parts of the request that were set aside.
    """

    placed: Placed
    declared: ChoiceSet[Any]
    filters: Any
    taken: dict[str, str]
    odd: tuple[str, ...]


def places_of(view: str) -> tuple[Place, ...]:
    """Return where a view stands, page by page; nothing where there is none of that name.

    A view that only a question leads to may stand on any page.
    """
    found = tuple(one for one in places() if one.view == view)
    if not found and view in SPECS:
        return tuple(Place(url, view) for url in SUBJECTS)
    return found


def chosen(view: str, asked: Mapping[str, str]) -> Chosen | None:
    """Return a view with the choices that a request asks for.

    Parameters
    ----------
    view : str
        Its name in the registry.
    asked : mapping of str to str
        Choices, as they stand in links.

    Returns
    -------
    Chosen or None
        None where these choices lead to other views. Of several ways to it the one that
        understands the most comes first.
    """
    found = filter(None, (_at(place, asked) for place in places_of(view)))
    return min(found, key=lambda one: len(one.odd), default=None)


def _at(place: Place, asked: Mapping[str, str]) -> Chosen | None:
    declared = SUBJECTS[place.page]
    told = dict(_as_now(declared, asked))
    query = {**dict(place.query), **told}
    heard = Heard(query)
    filters = declared.read(heard)
    unknown = [f"{key}={value}" for key, value in told.items() if key not in declared.keys]
    for card in declared.all_views(filters):
        view, own = declared.asks(card, filters)
        if view == place.view:
            query.update(_opens(declared, card, filters))
            link = tuple(_understood(query, declared, set(heard.odd)))
            put = Placed(place.page, card, view, own, link)
            odd = tuple(dict.fromkeys((*heard.odd, *unknown)))
            taken = {key: code for key, code in heard.taken.items() if key != TABLE}
            return Chosen(put, declared, filters, taken, odd)
    return None


def _understood(
    query: Mapping[str, str], declared: ChoiceSet[Any], odd: set[str]
) -> Iterator[tuple[str, str]]:
    """Yield choices without what was set aside."""
    for key, value in query.items():
        if key in declared.keys and key != TABLE and f"{key}={value}" not in odd:
            kept = [one for one in value.split(",") if f"{key}={one}" not in odd]
            if kept:
                yield key, ",".join(kept)


def _as_now(declared: ChoiceSet[Any], asked: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield choices by their names of today; former ones still mean what they meant."""
    former = declared.former
    for told, value in asked.items():
        name = told.casefold()
        if name == SHOW or ADDED.fullmatch(name):  # how it is shown, and what others add on its way
            continue
        moved = parse_qsl(former.get(f"{name}={value}", ""))
        yield from moved or [(former.get(name, name), value)]


def _opens(declared: ChoiceSet[Any], card: str, filters: Any) -> dict[str, str]:
    parts = [part.key for part in declared.parts(filters) if card in part.views]
    return {CLOSER: parts[0]} if parts and card not in declared.views(filters) else {}
