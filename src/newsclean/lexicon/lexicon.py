"""The table of all words that newsclean knows, and the cue phrases that it finds in blocks."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from itertools import accumulate, chain, compress, count, repeat
from typing import Final, NamedTuple, TypeAlias

from newsclean.category import Category

LONGEST_BLOCK: Final = 24  # words of the longest phrase that has to be a whole block, with room for scripts without spaces


class Strength(IntEnum):
    """How much a cue phrase says."""

    WEAK = 0
    """Common in this chrome and known in prose too."""
    STRONG = 1
    """Speaks to the reader or of the page; seldom in a reporter's prose."""
    WHOLE_BLOCK = 2
    """The block is just this, and complete in itself: 'Share this article'."""
    HEADING = 3
    """The block is just this, and announces what follows: 'Top stories'."""


class Cue(NamedTuple):
    """A phrase of the lexicon that was found in a block.

    Attributes:
        category: the chrome that it is known from.
        strength: how much it says.
        phrase: its words, as the lexicon has them.
        start: index of its first word in the block.
        end: index after its last word.
    """

    category: Category
    strength: Strength
    phrase: str
    start: int
    end: int


Phrase: TypeAlias = tuple[str, ...]  # its words


class Meaning(NamedTuple):
    """What a phrase of a `cues` table says: the chrome that it is known from, and how much it says."""

    category: Category
    strength: Strength


# No slots: the cached properties need a place.
@dataclass(frozen=True)
class Lexicon:
    """All languages joined. Phrases are tuples of words as `words_of` gives them.

    Attributes:
        cues: the cue phrases that count anywhere in a block.
        cue_keys: key word -> word behind it, or "" -> those phrases, each with the place of the key in it. The key is the first
            word that is no function word, since texts are full of those.
        blocks: the cue phrases that have to be the whole block.
        stop_words: function words.
        function_words: code of a language -> its function words.
        weekdays: names of weekdays.
        months: name of a month -> 1 to 12.
        published: what stands before a publication time.
        modified: what stands before a time of change.
        between: small words inside a line that is only a date.
        relative: words of a relative time.
        by: what opens a byline.
        joiners: what joins two names.
        places: what stands between name and place.
        outlets: what stands between name and outlet.
        not_author: what opens the name of somebody who did not write the text.
        roles: job words.
        role_words: all words of the job words: 'senior' and 'staff' are no given names.
        organisation_words: words that make a name one of an organisation.
        particles: lower-case words inside a name.
        credit_openers: what opens a credit line.
        credit_closers: what ends a credit line.
        agencies: names of news agencies.
        names: what tells the parts of a byline apart, by kind ('places', 'credentials'); `names.toml` explains them.
        surnames: 'zh', 'ja' or 'ko' -> surnames in that script, as printed.
        clock: what stands with a time of day, by kind; `clock.toml` explains them.
        zones: abbreviation of a time zone, lower case -> minutes from UTC.
        reader_words: words by which an outlet speaks of itself and to its readers.
        continuers: words that open a sentence which leans on the one before.
        boxes: word of a class name or id -> what such a box holds.
        elements: name of an element -> what such a box holds.
    """

    cues: Mapping[Phrase, Meaning]
    cue_keys: Mapping[str, Mapping[str, tuple[tuple[int, Phrase], ...]]]
    blocks: Mapping[Phrase, Meaning]
    stop_words: frozenset[str]
    function_words: Mapping[str, frozenset[str]]
    weekdays: frozenset[tuple[str, ...]]
    months: Mapping[str, int]
    published: frozenset[tuple[str, ...]]
    modified: frozenset[tuple[str, ...]]
    between: frozenset[tuple[str, ...]]
    relative: frozenset[tuple[str, ...]]
    by: frozenset[tuple[str, ...]]
    joiners: frozenset[tuple[str, ...]]
    places: frozenset[tuple[str, ...]]
    outlets: frozenset[tuple[str, ...]]
    not_author: frozenset[tuple[str, ...]]
    roles: frozenset[tuple[str, ...]]
    role_words: frozenset[str]
    organisation_words: frozenset[str]
    particles: frozenset[str]
    credit_openers: frozenset[tuple[str, ...]]
    credit_closers: frozenset[tuple[str, ...]]
    agencies: frozenset[tuple[str, ...]]
    names: Mapping[str, frozenset[tuple[str, ...]]]
    surnames: Mapping[str, frozenset[str]]
    clock: Mapping[str, frozenset[tuple[str, ...]]]
    zones: Mapping[str, int]
    reader_words: frozenset[str]
    continuers: frozenset[str]
    boxes: Mapping[str, Category]
    elements: Mapping[str, Category]

    @cached_property
    def beside_dates(self) -> Mapping[str, frozenset[tuple[str, ...]]]:
        """First word -> phrases that go with a date, itself first: what stands before a time, and weekdays."""
        known = self.published | self.modified | self.between | self.relative | self.weekdays | self.clock["beside"]
        groups: dict[str, set[tuple[str, ...]]] = {}
        for phrase in known:
            groups.setdefault(phrase[0], set()).add(phrase)
        return {first: frozenset(group) for first, group in groups.items()}

    @cached_property
    def labels(self) -> frozenset[tuple[str, ...]]:
        """What says in a byline who or what follows."""
        return self.by | self.names["before_colon"] | self.not_author | self.credit_openers | self.published | self.modified

    @cached_property
    def label_openers(self) -> frozenset[str]:
        """First words of what says in a byline who or what follows."""
        return frozenset(phrase[0] for phrase in self.labels)

    @cached_property
    def author_openers(self) -> frozenset[str]:
        """First words of what says who wrote a text."""
        return frozenset(phrase[0] for group in (self.by, self.names["before_colon"]) for phrase in group)

    @cached_property
    def signature_openers(self) -> frozenset[str]:
        """First words of what says who wrote or edited a text."""
        return self.author_openers | self.editor_openers

    @cached_property
    def editor_openers(self) -> frozenset[str]:
        """First words of what names the editor in place of the author."""
        return frozenset(phrase[0] for phrase in self.names["editors"])

    @cached_property
    def date_label_ends(self) -> frozenset[str]:
        """Last words of what stands before the time of publication or of a change."""
        return frozenset(phrase[-1] for phrase in self.published | self.modified)

    @cached_property
    def jobs(self) -> frozenset[tuple[str, ...]]:
        """The job words and the names of professions."""
        return self.roles | self.names["professions"]

    @cached_property
    def job_openers(self) -> frozenset[str]:
        """First words of the jobs."""
        return frozenset(phrase[0] for phrase in self.jobs)

    @cached_property
    def organisation_openers(self) -> frozenset[str]:
        """First words of what makes a name one of an organisation."""
        return frozenset(phrase.partition(" ")[0] for phrase in self.organisation_words)

    @cached_property
    def credit_ends(self) -> frozenset[str]:
        """Last words of what ends a credit line."""
        return frozenset(phrase[-1] for phrase in self.credit_closers)

    @cached_property
    def block_openers(self) -> frozenset[str]:
        """First words of the phrases that have to be a whole block."""
        return frozenset(words[0] for words in self.blocks)

    @cached_property
    def box_openers(self) -> frozenset[str]:
        """What a word of a class name may be that begins one of `boxes`: 'author' of 'authorbox'."""
        return frozenset(word[:size] for word in self.boxes for size in range(1, len(word)))

    def cues_in(self, words: Sequence[str]) -> tuple[Cue, ...]:
        """The cue phrases in a block.

        Args:
            words: as `words_of` gives them.

        Returns:
            A phrase that has to be the whole block, if it is, numbers at the ends not counted ('Comments (12)'); then the longest
            phrase at each word, in order.
        """
        return self.cues_in_each([tuple(words)])[0]

    def cues_in_each(self, blocks: Sequence[tuple[str, ...]]) -> list[tuple[Cue, ...]]:
        """The cue phrases in each of many blocks, in one pass over the words of all: most blocks have none."""
        cues: list[tuple[Cue, ...]] = [()] * len(blocks)
        for order, found in self._cues_inside(blocks).items():
            cues[order] = tuple(found)
        openers = self.block_openers
        for order, words in enumerate(blocks):
            if words and (words[0] in openers or words[0].isdigit()) and (whole := self.whole_cue(words)):
                cues[order] = (whole, *cues[order])
        return cues

    def whole_cue(self, words: tuple[str, ...]) -> Cue | None:
        """The phrase that has to be a whole block, if a block is just this; numbers at its ends are not counted."""
        first, last = _without_numbers(words)
        phrase = words[first:last]
        whole = self.blocks.get(phrase) if last - first <= LONGEST_BLOCK else None
        return Cue(*whole, " ".join(phrase), first, last) if whole else None

    def _cues_inside(self, blocks: Sequence[tuple[str, ...]]) -> dict[int, list[Cue]]:
        """The phrases that count anywhere, by the order of their block.

        An empty word stands before each block and after the last one, which no phrase goes across.
        """
        words = ("", *chain.from_iterable(chain.from_iterable(zip(blocks, repeat(("",))))))
        longest: dict[int, Phrase] = {}
        for at in compress(count(), map(self.cue_keys.__contains__, words)):  # no loop of ours over the words that are no key
            group = self.cue_keys[words[at]]
            for offset, phrase in group.get(words[at + 1]) or group.get("", ()):
                start, size = at - offset, len(phrase)
                if words[start : start + size] == phrase and (start not in longest or len(longest[start]) < size):
                    longest[start] = phrase
        begins = [*accumulate((len(block) + 1 for block in blocks), initial=1)] if longest else []
        cues: dict[int, list[Cue]] = {}
        for place, phrase in sorted(longest.items()):
            order = bisect_right(begins, place) - 1
            start = place - begins[order]
            cues.setdefault(order, []).append(Cue(*self.cues[phrase], " ".join(phrase), start, start + len(phrase)))
        return cues


def _without_numbers(words: Sequence[str]) -> tuple[int, int]:
    """The stretch [first, last) of the words of a block without the numbers at its ends."""
    first, last = 0, len(words)
    while first < last and words[first].isdigit():
        first += 1
    while last > first and words[last - 1].isdigit():
        last -= 1
    return first, last
