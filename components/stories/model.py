"""What a story is, read from its file in ``texts/`` and checked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from string import Formatter
from typing import Any

from components.decks.model import Slide
from components.language.catalogue import SOURCE
from components.stories.figures import AS, OF, Figure
from components.stories.spoken import add_to, names_in
from data.areas import FIVE
from data.errors import DamagedFile, DataError, report
from data.files import name_of, reading, until_mended
from data.shapes import WORDS, expect
from data.yamlfile import read_yaml

TEXTS = Path(__file__).with_name("texts")
SHAPE = {
    "order": int,
    "picture?": str,
    "title": WORDS,
    "lede": WORDS,
    "steps": [
        {
            "view": str,
            "title": WORDS,
            "words": {"en": [str], "*": [str]},
            "query?": {"*": str},
            "figures?": {"*": {"column": str, "noun?": {"*": {"*": str}}}},
        }
    ],
}
WHERE = ("where", "but", "among")
KINDS: dict[str, type | tuple[type, ...]] = {"times": (int, float), "digits": int, "none": bool}
CASES = ("name", "in", "from", "to", "of")
SAME = {"as": "form"}  # names in the file that are others here
ALIKE = {"five": FIVE}  # what stands for several values
SECONDS = 45  # for a picture and its words, read aloud


@dataclass(frozen=True)
class Step:
    """One view with its state and what is said of it.

    Attributes
    ----------
    slide : Slide
        The view, with the choices of its page as they stand in an address.
    title : mapping of str to str
        A few words, by language.
    words : mapping of str to tuple of str
        Sentences by language, the same number in each, figures in braces.
    figures : mapping of str to Figure
        What stands for the braces.
    """

    slide: Slide
    title: Mapping[str, str]
    words: Mapping[str, tuple[str, ...]]
    figures: Mapping[str, Figure] = field(default_factory=dict)


@dataclass(frozen=True)
class Story:
    """A guided tour.

    Attributes
    ----------
    name : str
        Name of its file and in addresses.
    order : int
        Its place among the stories.
    title, lede : mapping of str to str
        What it is called and what it tells, by language.
    steps : tuple of Step
        In their order.
    picture : str
        Address of the page whose small picture stands beside it; may be empty.
    """

    name: str
    order: int
    title: Mapping[str, str]
    lede: Mapping[str, str]
    steps: tuple[Step, ...]
    picture: str = ""

    @property
    def minutes(self) -> int:
        """How long it takes to be told."""
        return max(1, round(SECONDS * len(self.steps) / 60))


def stories(folder: Path | None = None) -> tuple[dict[str, Story], tuple[DataError, ...]]:
    """Return the stories by their names, in their order, and what is wrong with those left out."""
    return _stories(folder or TEXTS)


@until_mended
def _stories(folder: Path) -> tuple[dict[str, Story], tuple[DataError, ...]]:
    read, faults = [], []
    for path in sorted(folder.glob("*.yml")):
        try:
            with reading(path):
                read.append(story(path))
        except DataError as error:
            report(error)
            faults.append(error)
    read.sort(key=lambda one: one.order)
    return {one.name: one for one in read}, tuple(faults)


def story(path: Path) -> Story:
    """Read one story.

    Raises
    ------
    data.errors.DataError
        When the file cannot be read, or does not say what a story must say; it names the place.
    """
    raw = read_yaml(path)
    expect(path, raw, SHAPE)
    raw = add_to(raw)
    try:
        steps = tuple(_step(number, one) for number, one in enumerate(raw["steps"], 1))
    except ValueError as error:
        raise DamagedFile(name_of(path), str(error)) from None
    picture = raw.get("picture") or ""
    return Story(path.stem, raw["order"], raw["title"], raw["lede"], steps, picture)


def _step(number: int, raw: Mapping[str, Any]) -> Step:
    at = f"step {number}"
    figures = {
        name: _figure(f"{at}, {name}", own) for name, own in (raw.get("figures") or {}).items()
    }
    words = {code: tuple(said) for code, said in raw["words"].items()}
    for code, said in words.items():
        told = [list(_known(f"{at}, {code}", sentence, figures)) for sentence in said]
        own = [names_in(sentence) for sentence in words[SOURCE]]
        if told != own:
            raise ValueError(f"{at}: the sentences in {code} have other figures than in {SOURCE}")
    for name, figure in figures.items():
        if figure.below and figure.below not in figures:
            raise ValueError(f"{at}, {name}: there is no figure {figure.below}")
    query = tuple((raw.get("query") or {}).items())
    return Step(Slide(raw["view"], query), raw["title"], words, figures)


def _known(at: str, sentence: str, figures: Mapping[str, Figure]) -> Iterator[str]:
    for _, name, form, changed in Formatter().parse(sentence):
        if form or changed:
            raise ValueError(
                f"{at}: {name} is written as its figure says, not as {form or changed}"
            )
        if name is not None and name not in figures:
            raise ValueError(f"{at}: there is no figure {name!r}")
    yield from names_in(sentence)


def _figure(at: str, raw: Mapping[str, Any]) -> Figure:
    told = {SAME.get(name, name): value for name, value in raw.items()}
    if unknown := set(told) - {one.name for one in fields(Figure)}:
        raise ValueError(f"{at}: no such field: {', '.join(sorted(unknown))}")
    for name, value in told.items():
        if name in WHERE:
            told[name] = _where(f"{at}, {name}", value)
        elif name != "noun" and not isinstance(value, KINDS.get(name, str)):
            raise ValueError(f"{at}: {name} cannot be {value!r}")
    figure = Figure(**told)
    if figure.of not in OF or figure.form not in AS or figure.case not in CASES:
        raise ValueError(f"{at}: cannot be taken as {figure.of} and told as {figure.form}")
    if (figure.form == "counted") != (SOURCE in figure.noun):
        raise ValueError(f"{at}: has no noun, or one that is not told")
    if (figure.of in ("top", "bottom")) != bool(figure.by):
        raise ValueError(f"{at}: needs a column “by” for top and bottom, and for nothing else")
    if figure.none and figure.of != "count":
        raise ValueError(f"{at}: only a count may be of none")
    return figure


def _where(at: str, raw: Any) -> dict[str, tuple[str, ...]]:
    if not isinstance(raw, dict):
        raise ValueError(f"{at}: must have columns and values")
    return {str(column): _values(f"{at}, {column}", value) for column, value in raw.items()}


def _values(at: str, raw: Any) -> tuple[str, ...]:
    values = raw if isinstance(raw, list) else [raw]
    if not values or not all(type(one) in (str, int) for one in values):
        raise ValueError(f"{at}: must be texts or whole numbers")
    return tuple(map(str, ALIKE.get(raw, values) if isinstance(raw, str) else values))
