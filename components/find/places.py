"""Places as people name them: countries, their people, and what the atlas has of them."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

from components.find.entry import Hit
from components.find.words import alike, tokens

LONGEST_NAME = 4  # words
TYPED = 5  # letters of a name in which a slip is forgiven


@dataclass(frozen=True)
class Gazetteer:
    """Names of places, and what is to be had of them.

    Attributes
    ----------
    names : mapping of tuple of str to str
        Codes by name, made alike, word by word.
    stems : mapping of str to str
        Codes by the beginning of a word, such as ``tajik``.
    titles : mapping of str to str
        Name of each place in the reader's language.
    own : mapping of str to Hit
        The page of a country.
    partners : mapping of str to Hit
        What there is of a place that has no page.
    pairs : mapping of (str, str) to Hit
        Corridors.
    people : collection of str
        Words that ask for people as such.
    """

    names: Mapping[tuple[str, ...], str]
    stems: Mapping[str, str]
    titles: Mapping[str, str]
    own: Mapping[str, Hit] = field(default_factory=dict)
    partners: Mapping[str, Hit] = field(default_factory=dict)
    pairs: Mapping[tuple[str, str], Hit] = field(default_factory=dict)
    people: Collection[str] = ()

    def named(self, words: Sequence[str]) -> dict[int, str]:
        """Return the codes of the places that words name, by the position of each word."""
        found: dict[int, str] = {}
        at = 0
        while at < len(words):
            long, code = self._at(words, at)
            found |= dict.fromkeys(range(at, at + long), code) if code else {}
            at += max(long, 1)
        return found

    def _at(self, words: Sequence[str], at: int) -> tuple[int, str]:
        for long in range(min(LONGEST_NAME, len(words) - at), 0, -1):
            code = self.names.get(tuple(words[at : at + long]))
            if code:
                return long, code
        word = words[at]
        stem = next((one for one in self.stems if word.startswith(one)), "")
        return 1, self.stems.get(stem, "") or self._mistyped(word)

    def _mistyped(self, word: str) -> str:
        if len(word) < TYPED:
            return ""
        for stem, code in self.stems.items():
            if len(stem) >= TYPED and _nearly_begins(word, stem):
                return code
        single = {name[0]: code for name, code in self.names.items() if len(name) == 1}
        near = process.extractOne(
            word, [one for one in single if len(one) >= TYPED], scorer=OSA.distance, score_cutoff=1
        )
        return single[near[0]] if near else ""

    def is_of_people(self, word: str) -> bool:
        """Say whether a word asks for people as such: how many live somewhere."""
        return any(word.startswith(one) for one in self.people)

    def titled(self, title: str, codes: Sequence[str]) -> str:
        """Return a title with the names of the places that are set."""
        return f"{title} · {' → '.join(self.titles[code] for code in codes)}"

    def between(self, codes: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Yield the corridors between places that follow each other, each with its way back."""
        for start, end in pairwise(codes):
            if (start, end) in self.pairs:
                yield from (pair for pair in ((start, end), (end, start)) if pair in self.pairs)

    def hits(self, codes: Sequence[str]) -> Iterator[Hit]:
        """Yield what there is of places: corridors between them, then each of them."""
        yield from (self.pairs[pair] for pair in self.between(codes))
        for code in codes:
            for hits in (self.own, self.partners):
                if code in hits:
                    yield hits[code]


def gazetteer_names(
    listed: Iterable[tuple[str, Iterable[str]]], aliases: Mapping[str, Sequence[str]]
) -> tuple[dict[tuple[str, ...], str], dict[str, str]]:
    """Return codes of places by their names, and by the beginnings of words.

    Parameters
    ----------
    listed : iterable of (str, iterable of str)
        Codes with the names of the places, in all forms.
    aliases : mapping of str to sequence of str
        What else people call places, by code; an asterisk ends the beginning of a word.
    """
    names: dict[tuple[str, ...], str] = {}
    stems: dict[str, str] = {}
    for code, told in listed:
        for name in told:
            names.setdefault(tuple(tokens(name)), code)
    for code, told in aliases.items():
        for name in told:
            if name.endswith("*"):
                stems[alike(name[:-1])] = code
            else:
                names[tuple(tokens(name))] = code
    names.pop((), None)
    return names, stems


def _nearly_begins(word: str, stem: str) -> bool:
    """Say whether a word begins with a stem but for one slip of a key."""
    longest = range(len(stem) - 1, len(stem) + 2)
    return any(OSA.distance(word[:long], stem, score_cutoff=1) <= 1 for long in longest)
