"""A choice, declared once: what can be chosen, what is usual, how it is called and shown.

Reading it, showing it as a widget and writing it into the address follow from the declaration.
The key is the name in the address, the key of the widget and the field of the filters.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeAlias, TypeVar

from components.language import N_, Language
from components.session.memory import TABLE
from components.session.state import Choices
from components.session.unasked import Unasked
from data.areas import FIVE
from data.errors import report

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

F = TypeVar("F", bound="DataclassInstance")  # the filters of a page
Offered = TypeVar("Offered")
Option: TypeAlias = str | int
Form = Literal["pills", "segmented", "tabs", "list", "slider", "toggle", "several", "text"]
FREE = ("toggle", "text")  # forms without options
Asked: TypeAlias = tuple[str, object]  # name of a view in the registry, and its choices
Name: TypeAlias = Callable[[Language, Any, F], str]


def offered(find: Callable[..., Offered], *choice: Any, otherwise: Offered) -> Offered:
    """Return what there is to choose from; something else where it cannot be read, as cards say."""
    try:
        return find(*choice)
    except Exception as error:  # whatever the data are like; it is logged with its trace
        report(error)
        return otherwise


def messages(names: Mapping[Any, str]) -> Callable[[Language, Any, object], str]:
    """Name options by messages."""
    return lambda lang, option, _: lang.text(names[option])


def place(lang: Language, option: str, _: object) -> str:
    """Name a place."""
    return lang.place(option)


def plain(_: Language, option: Option, __: object) -> str:
    """Name an option by itself, as a year."""
    return str(option)


def _always(_: object) -> bool:
    return True


@dataclass(frozen=True)
class Choice(Generic[F]):
    """One choice of a page.

    Attributes
    ----------
    key : str
        Name in the address, key of the widget, field of the filters.
    label : str or callable
        What the widget is called; a message, or made from the filters as they are.
    options : sequence, or callable
        Codes that can be chosen (text or whole numbers), all or those that the choices before it
        leave; for a toggle there are none.
    name : callable
        Says an option in the reader's language.
    form : {"pills", "segmented", "tabs", "list", "slider", "toggle", "several", "text"}
        Kind of widget: pills and several take more than one option, a slider needs two, tabs are
        segments that stay in full in a line, but on a phone. A text has neither options nor a
        widget: it may be anything at all, or what `means` understands.
    default : callable or None
        What is usual, from the filters so far and the options; else the field's own default.
    shared : bool
        Whether the choice goes along to other pages.
    former : tuple of str
        Former names in the address; links that have them still work.
    there : callable
        Whether it is there, after the choices before it; else what was asked for is set aside.
    into : callable or None
        Puts the option into the filters, where it is not one field of its own.
    help : str
        A message: what the choice is for, in a few plain words.
    empty : str
        A message that says what is meant where nothing is selected of several.
    most : int or None
        How many.
    means : callable or None
        Returns what a text means, after the choices before it, and what of it is odd.
    """

    key: str
    label: str | Callable[[Language, F], str]
    options: Sequence[Option] | Callable[[F], Sequence[Option]] = ()
    name: Name[F] = plain
    form: Form = "segmented"
    default: Callable[[F, Sequence[Option]], Option] | None = None
    shared: bool = False
    former: tuple[str, ...] = ()
    there: Callable[[F], bool] = _always
    into: Callable[[F, Any], F] | None = None
    help: str = ""
    empty: str = ""
    most: int | None = None
    means: Callable[[F, str], tuple[str, str]] | None = None

    def offers(self, filters: F) -> dict[str, Option]:
        """Return what can be chosen, by its code."""
        found = self.options(filters) if callable(self.options) else self.options
        return {str(option): option for option in found}

    def read(self, choices: Choices | Unasked, filters: F, usual: F) -> F:
        """Return the filters with this choice read into them.

        Parameters
        ----------
        choices : Choices
            What the reader has asked for.
        filters : dataclass
            The filters with the choices before this one.
        usual : dataclass
            The filters of a reader who has chosen nothing.
        """
        if not self.is_there(filters):
            choices.set_aside(self.key)
            return filters
        value = self._read(choices, filters, usual)
        if self.into:
            return self.into(filters, value)
        return replace(filters, **{self.key: value})

    def is_there(self, filters: F) -> bool:
        """Return whether there is such a choice, for what has been chosen before it."""
        return self.there(filters) and (self.form in FREE or bool(self.offers(filters)))

    def _read(self, choices: Choices | Unasked, filters: F, usual: F) -> object:
        if self.form == "toggle":
            return choices.flag(self.key)
        if self.form == "text":
            return choices.text(self.key, partial(self.means, filters) if self.means else None)
        offers = self.offers(filters)
        if self.form in ("pills", "several"):
            whole = list(offers) if self.form == "pills" else []
            return choices.several(self.key, tuple(offers), whole, self.shared, self.most)
        default = self.default(filters, tuple(offers.values())) if self.default else None
        if default is None:
            default = getattr(usual, self.key, None)
        code = str(default) if str(default) in offers else next(iter(offers))
        return offers[choices.one(self.key, tuple(offers), code, self.shared)]


@dataclass(frozen=True)
class Part(Generic[F]):
    """A part of "Look closer" on a page: one is open at a time, and only that one is built.

    Attributes
    ----------
    key : str
        Its name in the address.
    title : str
        A message: what it is about, in a few words.
    views : tuple of str
        Names of its views, each a card.
    controls : tuple of str
        Keys of the choices that stand in a line above its cards.
    more : tuple of str
        Keys of those behind the last control of that line.
    words : str
        A message: a sentence above its cards.
    columns : int
        How many cards stand side by side where the window is wide enough.
    """

    key: str
    title: str
    views: tuple[str, ...]
    controls: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    words: str = ""
    columns: int = 1


CLOSER = "closer"  # key of the choice of the open part


def _same(filters: F) -> F:
    return filters


def _none(_: object) -> tuple[Any, ...]:
    return ()


def _as_named(name: str, filters: object) -> Asked:
    return name, filters


@dataclass(frozen=True)
class ChoiceSet(Generic[F]):
    """The choices of a page.

    Attributes
    ----------
    usual : dataclass
        The filters of a reader who has chosen nothing.
    choices : tuple of Choice
        The choices, each after those on which it depends.
    settle : callable
        Completes the filters with what nobody has chosen.
    views, parts : callable
        Names of the views outside the parts of "Look closer", and these parts, for the choices
        that were made.
    asks : callable
        Says which view of the registry a name stands for, and what it reads: by default the view
        of that name, with the page's choices.
    moved : mapping of str to str
        What former links ask for, such as ``claims=obstacles``, as it is asked for now.
    """

    usual: F
    choices: tuple[Choice[F], ...] = ()
    settle: Callable[[F], F] = _same
    views: Callable[[F], Sequence[str]] = _none
    parts: Callable[[F], Sequence[Part[F]]] = _none
    asks: Callable[[str, F], Asked] = _as_named
    moved: Mapping[str, str] = field(default_factory=dict)
    keys: dict[str, Choice[F]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        closer = (self._closer(),) if self.parts is not _none else ()
        object.__setattr__(self, "choices", (*self.choices, *closer, self._tables()))
        object.__setattr__(self, "keys", {one.key: one for one in self.choices})

    def _closer(self) -> Choice[F]:
        """Return the choice of the part that is open."""

        def titled(lang: Language, key: str, filters: F) -> str:
            return lang.text({one.key: one.title for one in self.parts(filters)}[key])

        return Choice(
            CLOSER,
            N_("Look closer"),
            lambda filters: [one.key for one in self.parts(filters)],
            titled,
            into=lambda filters, _: filters,
            help=N_("More on the same question; one part is open at a time."),
        )

    def all_views(self, filters: F) -> tuple[str, ...]:
        """Return the names of all views of the page, those of its parts too."""
        parts = (name for one in self.parts(filters) for name in one.views)
        return tuple(dict.fromkeys((*self.views(filters), *parts)))

    def _tables(self) -> Choice[F]:
        """Return the choice of the cards that show their table instead of the figure."""

        def names(filters: F) -> list[str]:
            return sorted(self.all_views(filters))  # as `turn` writes them

        return Choice(TABLE, N_("Table"), names, form="several", into=lambda filters, _: filters)

    @property
    def former(self) -> dict[str, str]:
        """Former names in the address, with the keys that they have now; and those of `moved`."""
        names = {
            name: one.key for one in self.choices for name in one.former if name not in self.keys
        }
        return {**names, **self.moved}

    def unchosen(self) -> F:
        """Return the filters of a reader who has just come: what is usual with today's data."""
        return self.read(Unasked())

    def read(self, choices: Choices | Unasked) -> F:
        """Return the filters that the reader has chosen."""
        filters = self.usual
        for one in self.choices:
            filters = one.read(choices, filters, self.usual)
        return self.settle(filters)


def countries(usual: F) -> Choice[F]:
    """Return the choice of one or more of the five, alike on all pages, of these filters."""
    return Choice(
        "countries",
        N_("Countries of Central Asia"),
        FIVE,
        place,
        form="pills",
        shared=True,
        former=("who", "country"),
        empty=N_("All five"),
        help=N_("Which of the five countries are shown; with none selected, all."),
    )
