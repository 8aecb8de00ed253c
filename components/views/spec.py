"""How a view is made: from which tables and which choices, by which pure function."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from functools import partial
from typing import Any

import pandas as pd

from components.context import RenderContext
from components.view import View

Tables = Mapping[str, pd.DataFrame]
Places = tuple[str, ...]

# Choices that name places, in the order in which a view is about them.
OF_PLACES = ("countries", "country", "beside", "partners", "start", "end", "host", "pool")
# Choices that make it another view of the same places, as files and citations tell it.
OF_KIND = (
    "measure",
    "subject",
    "regional",
    "kind",
    "by",
    "uk_kind",
    "flow_type",
    "series",
    "word",
    "role",
    "direction",
    "side",
    "balance",
    "method",
    "per",
    "sex",
    "least",
    "minimum",
    "source",
    "subject",
    "licence",
)


@dataclass(frozen=True)
class TablesByName(Mapping[str, pd.DataFrame]):
    """Some of the curated tables, each read when it is first asked for.

    Attributes
    ----------
    names : tuple of str
        Tables that may be asked for.
    load : callable
        Returns a table by its name.
    """

    names: tuple[str, ...]
    load: Callable[[str], pd.DataFrame]

    def __getitem__(self, name: str) -> pd.DataFrame:
        if name not in self.names:
            raise KeyError(name)
        return self.load(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)


@dataclass(frozen=True)
class ViewSpec:
    """One view that pages can ask for by its name.

    Attributes
    ----------
    build : callable
        ``build(tables, filters, context)`` returns the view; pure, and callable without an app.
    tables : tuple of str
        Curated tables that it may read, which `build` gets by their names.
    reads : tuple of str
        Choices that it reads: fields of the filters of its subject. All others reach it with
        their defaults, so that they never build it anew.
    places : callable or None
        Says from the choices which places the view is about; by default those that it reads.
    kinds : callable or None
        Says from the choices what makes it another view of the same places, for names of files and
        citations; by default those of `OF_KIND` that it reads.
    """

    build: Callable[[Tables, Any, RenderContext], View]
    tables: tuple[str, ...]
    reads: tuple[str, ...]
    places: Callable[[Any], Places] | None = None
    kinds: Callable[[Any], tuple[str, ...]] | None = None

    def own(self, filters: Any) -> Any:
        """Return the choices with all that the view does not read at their defaults.

        None for a view that reads none.
        """
        if not self.reads:
            return None
        return replace(type(filters)(), **{one: getattr(filters, one) for one in self.reads})

    def view(
        self, load: Callable[[str], pd.DataFrame], filters: Any, context: RenderContext
    ) -> View:
        """Return the view for a reader's choices.

        Parameters
        ----------
        load : callable
            Returns a curated table by its name; only asked for what the choice needs.
        filters : dataclass or None
            The reader's choices: the fields that `reads` names.
        context : RenderContext
            Language, colours and width.

        Raises
        ------
        data.errors.DataError
            When a table that the view needs is missing or damaged.
        """
        own = self.own(filters)
        built = self.build(TablesByName(self.tables, load), own, context)
        again = partial(self.view, load, own)
        about, kind = self.about(own), (self.kinds or _kind)(own)
        return replace(built, places=about, choice=kind, again=again, filters=own)

    def about(self, filters: Any) -> Places:
        """Return the codes of the places that the view is about."""
        if self.places is not None:
            found = self.places(filters)
        else:
            found = tuple(
                code
                for name in OF_PLACES
                if name in self.reads
                for code in _codes(getattr(filters, name))
            )
        return tuple(dict.fromkeys(found))


def _codes(value: object) -> Places:
    if isinstance(value, str):
        return (value,)
    return value if isinstance(value, tuple) else ()


def _kind(filters: Any) -> tuple[str, ...]:
    """Return what was chosen besides places and years, where it is not what a page opens with."""
    usual = {field.name: field.default for field in fields(filters)} if filters else {}
    chosen = ((name, getattr(filters, name)) for name in OF_KIND if name in usual)
    return tuple(str(value) for name, value in chosen if value != usual[name])
