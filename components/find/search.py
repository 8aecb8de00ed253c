"""Searching: words against words, a slip of a key forgiven, places set as choices."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

from rapidfuzz import process
from rapidfuzz.distance import OSA

from components.find.entry import PAIR, Entry, Found, Goal, Hit
from components.find.places import Gazetteer
from components.find.words import LONGEST, MOST, other_ways, tokens

HITS = 8
SURE = 0.5  # share of a question, by weight, that an answer has to meet
NEAR = 0.2  # and that what is shown in its place has to meet
WEAK = 0.6  # a match below this is no reason to call a word common
YEAR = re.compile(r"(19|20)\d\d")
SET, BESIDE = 0.85, 0.25  # worth of a place that can be set, and weight of one that cannot
PRIOR = {"question": 0.03, "page": 0.04, "view": 0.02, "country": 0.2, "corridor": 0.3}
OF_NAME = 0.15  # worth of a name that is asked for whole
WHOLE = 1.0  # weight of a name


@dataclass(frozen=True)
class Asked:
    """A question, read.

    Attributes
    ----------
    words : tuple of str
        Its words, those that say nothing left out.
    matches : tuple of dict
        For each word the words of the index that it may be, and how surely, from 0 to 1.
    weights : tuple of float
        How much each word says.
    places : mapping of int to str
        Words that name a place, by their position, with its code.
    """

    words: tuple[str, ...]
    matches: tuple[dict[str, float], ...]
    weights: tuple[float, ...]
    places: Mapping[int, str]

    @property
    def codes(self) -> tuple[str, ...]:
        """Codes of the places that are named, in their order."""
        return tuple(dict.fromkeys(self.places[at] for at in sorted(self.places)))

    def setting(self, entry: Entry, places: Gazetteer) -> tuple[str, ...]:
        """Return the places that an entry can be set to: one, two of a corridor, or none."""
        if entry.takes == PAIR:
            return next(iter(places.between(self.codes)), ())
        return tuple(one for one in self.codes if one in entry.open_to)[:1]


@dataclass(frozen=True)
class Scored:
    """How well an entry answers: for the order, and as the share of the question that it meets."""

    score: float
    share: float


class Index:
    """All that can be found, ready to be searched.

    Parameters
    ----------
    entries : sequence of Entry
        What can be found.
    places : Gazetteer
        Names of places, and what is to be had of them.
    skipped : sequence of str
        Words that say nothing of what is looked for.
    """

    def __init__(
        self, entries: Sequence[Entry], places: Gazetteer, skipped: Sequence[str] = ()
    ) -> None:
        self.entries, self.places = tuple(entries), places
        self.skipped = {word for one in skipped for word in tokens(one)}
        self.weights: dict[str, dict[int, float]] = defaultdict(dict)
        for at, entry in enumerate(self.entries):
            for text, weight in entry.texts:
                for word in tokens(text):
                    self.weights[word][at] = max(weight, self.weights[word].get(at, 0.0))
        self.known = list(self.weights)

    @cached_property
    def names(self) -> list[list[set[str]]]:
        """The words of each of an entry's names."""
        told = ((text for text, weight in one.texts if weight >= WHOLE) for one in self.entries)
        return [[set(tokens(text)) - self.skipped for text in own] for own in told]

    def find(self, question: str) -> Found:
        """Return what answers a question; where nothing does, the nearest there is.

        Parameters
        ----------
        question : str
            Anything at all; of a long one the beginning counts.
        """
        question = question[:LONGEST]
        found = self._answer(question)
        if not found.sure:
            for other in other_ways(question):
                meant = self._answer(other)
                if meant.sure:
                    return meant
        return found

    def _answer(self, question: str) -> Found:
        asked = self._read(question)
        if not asked.words:
            return Found((), False)
        scored = [*self._ranked(asked), *self._of_places(asked)]
        scored.sort(key=lambda one: -one[0].score)
        sure = any(one.share >= SURE for one, _ in scored)
        least = SURE if sure else NEAR
        hits: dict[Goal, Hit] = {}
        for one, hit in scored:
            if one.share >= least:
                hits.setdefault(Goal(hit.goal.page, hit.goal.query), hit)
        return Found(tuple(hits.values())[: HITS if sure else 3], sure)

    def _read(self, question: str) -> Asked:
        words = tokens(question)[:MOST]
        words = [word for word in words if word not in self.skipped]
        places = self.places.named(words)
        found = [(at, word, self._matches(word)) for at, word in enumerate(words)]
        kept = [
            (at, word, matches)
            for at, word, matches in found
            if matches or at in places or not YEAR.fullmatch(word)
        ]
        return Asked(
            tuple(word for _, word, _ in kept),
            tuple(matches for _, _, matches in kept),
            tuple(self._weight(matches) for _, _, matches in kept),
            {new: places[at] for new, (at, _, _) in enumerate(kept) if at in places},
        )

    def _weight(self, matches: Mapping[str, float]) -> float:
        meant = set().union(*(self.weights[word] for word, how in matches.items() if how >= WEAK))
        return log((len(self.entries) + 1) / (len(meant) + 0.5))

    def _matches(self, word: str) -> dict[str, float]:
        """Return the words of the index that a word may be, and how surely."""
        found = {word: 1.0} if word in self.weights else {}
        if any(letter.isdigit() for letter in word):
            begun = (one for one in self.known if len(word) > 2 and one.startswith(word))
            return found or dict.fromkeys(begun, 0.8)
        for one in self.known:
            how = _begun(word, one)
            if how:
                found.setdefault(one, how)
        allowed = 0 if len(word) < 4 else 1 if len(word) < 8 else 2
        if allowed:
            near = process.extract(
                word, self.known, scorer=OSA.distance, score_cutoff=allowed, limit=40
            )
            for one, slips, _ in near:
                if len(one) > 3:
                    found[one] = max(found.get(one, 0.0), 1.0 - 0.2 * slips)
        return found

    def _ranked(self, asked: Asked) -> Iterator[tuple[Scored, Hit]]:
        best: list[dict[int, tuple[float, float]]] = []
        for matches in asked.matches:
            one: dict[int, tuple[float, float]] = {}
            for word, how in matches.items():
                for at, weight in self.weights[word].items():
                    one[at] = max(one.get(at, (0.0, 0.0)), (how * weight, how))
            best.append(one)
        for at in set().union(*best):
            yield self._scored(at, asked, best)

    def _scored(
        self, at: int, asked: Asked, best: Sequence[Mapping[int, tuple[float, float]]]
    ) -> tuple[Scored, Hit]:
        entry = self.entries[at]
        there = asked.setting(entry, self.places)
        whole = got = met = 0.0
        for index, weight in enumerate(asked.weights):
            worth, how = best[index].get(at, (0.0, 0.0))
            if asked.places.get(index) in there:
                worth, how = max(worth, SET), 1.0
            said = BESIDE if asked.places.get(index) and not worth else 1.0
            whole += said * weight
            got += said * weight * worth
            met += said * weight * how
        asked_for = {word for matches in asked.matches for word in matches}
        share = max((len(one & asked_for) / len(one) for one in self.names[at] if one), default=0.0)
        score = got / whole + OF_NAME * share + PRIOR.get(entry.kind, 0.0)
        return Scored(score, met / whole), self._hit(entry, there)

    def _hit(self, entry: Entry, there: Sequence[str]) -> Hit:
        if not there:
            return Hit(entry.kind, entry.title, entry.where, entry.goal)
        goal = entry.goal.of(**entry.choice("-".join(there)))
        return Hit(entry.kind, self.places.titled(entry.title, there), entry.where, goal)

    def _of_places(self, asked: Asked) -> Iterator[tuple[Scored, Hit]]:
        """Yield what is to be had of the places that are named."""
        whole = sum(asked.weights) or 1.0
        said = {
            index
            for index, matches in enumerate(asked.matches)
            if index in asked.places or self.places.is_of_people(asked.words[index])
        }
        met = sum(asked.weights[index] for index in said) / whole
        for hit in self.places.hits(asked.codes):
            yield Scored(met + PRIOR[hit.kind], met), hit


def _begun(word: str, one: str) -> float:
    """Say how surely a word is the beginning of another, or another form of it."""
    if len(word) > 1 and one.startswith(word):
        return 0.95 if len(one) - len(word) <= 3 else 0.8
    same = 0
    for mine, its in zip(word, one, strict=False):
        if mine != its:
            break
        same += 1
    longest = max(len(word), len(one))
    return same / longest if same >= 4 and same >= 0.6 * longest else 0.0
