"""Which blocks of a page a given text holds: the text laid over the blocks.

A block whose words stand in the text is in it, but a teaser may repeat a sentence of the story, and a page may print the story
twice. So the blocks are laid over the text in order: of all the places where blocks match, those are taken that cover most words
without crossing one another, and each stretch of the text is given out once.
"""

import re
import unicodedata
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

WORD: Final = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]|\w+")
GRAM: Final = 4
COVERED: Final = (
    0.7  # share of a block's grams that have to lie close together in the text, where the block is not quite the same
)
PLACES: Final = 12  # places that are tried for one block; a short line may stand in the text a hundred times
TRIED: Final = 100  # beginnings that are looked at for one block, or a text that repeats itself would take forever
LOOSE: Final = 2  # words at each end of a near match that a neighbour may need: where it begins and ends is a guess

Index = Mapping[tuple[str, ...], Sequence[int]]


class Place(NamedTuple):
    """Where a block may stand in the text.

    Attributes:
        block: order of the block.
        start: first word of the text.
        end: word after the last.
        words: how many words match.
    """

    block: int
    start: int
    end: int
    words: int


class Chain(NamedTuple):
    """Places in order, linked from the last to the first.

    Attributes:
        words: how many words they cover together.
        place: the last one.
        before: the chain that it was added to.
    """

    words: int
    place: Place | None = None
    before: "Chain | None" = None


def find_in(text: str, blocks: Sequence[str]) -> npt.NDArray[np.float64]:
    """1 for each block that the text holds, else 0.

    Args:
        text: what a person or another tool took for the body of a page.
        blocks: the texts of the blocks, in the order of the page.
    """
    lines = [_words_in(line) for line in text.splitlines()]
    words = [word for line in lines for word in line]
    index, whole = _index(words), _index_lines(lines)
    found = np.zeros(len(blocks))
    own = [tuple(_words_in(block)) for block in blocks]
    copies, seen = Counter(own), Counter[tuple[str, ...]]()
    places = []
    for order, block in enumerate(own):
        alone = _nearest(whole.get(block, ()), seen[block], copies[block])
        places.append([Place(order, at, at + len(block), len(block)) for at in alone] or [*_places(order, block, words, index)])
        seen[block] += 1
    found[[place.block for place in _best_chain(places)]] = 1.0
    return found


def _words_in(text: str) -> list[str]:
    """The words as they are compared; characters of scripts without spaces are words."""
    return WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def _index(words: Sequence[str]) -> Index:
    """Where each word and each run of GRAM words begins."""
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for size in (1, GRAM):
        for at in range(len(words) - size + 1):
            index[tuple(words[at : at + size])].append(at)
    return index


def _index_lines(lines: Iterable[Sequence[str]]) -> Index:
    """Where each line begins, by its words."""
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    start = 0
    for line in lines:
        if line:
            index[tuple(line)].append(start)
        start += len(line)
    return index


def _nearest(places: Sequence[int], before: int, copies: int) -> Sequence[int]:
    """The lines that one of several equal blocks may be.

    Of as many blocks as lines the third is the third. If two of the blocks are not in the text, it is the first, second or third.

    Args:
        places: where the lines begin.
        before: equal blocks before this one.
        copies: equal blocks altogether.
    """
    spare = len(places) - copies
    first = max(0, before + min(0, spare))
    return places[first : min(before + max(0, spare) + 1, first + PLACES)]


def _places(order: int, block: tuple[str, ...], words: Sequence[str], index: Index) -> Iterator[Place]:
    """The places where a block stands word for word, else where most of its grams do."""
    size = len(block)
    if not size:
        return
    opening = tuple(block[: GRAM if size >= GRAM else 1])
    exact = [at for at in index.get(opening, ())[:TRIED] if tuple(words[at : at + size]) == block]
    for at in exact[:PLACES]:
        yield Place(order, at, at + size, size)
    if not exact and size >= 2 * GRAM:
        yield from _near_places(order, block, index)


def _near_places(order: int, block: Sequence[str], index: Index) -> Iterator[Place]:
    """The place where the grams of a block lie densest: a footnote sign or another space must not lose a paragraph."""
    grams = [tuple(block[at : at + GRAM]) for at in range(len(block) - GRAM + 1)]
    offsets = sorted(found - at for at, gram in enumerate(grams) for found in index.get(gram, ())[:PLACES])
    best, best_offset = 0, 0
    for at, offset in enumerate(offsets):
        near = bisect_left(offsets, offset + len(block) // 4 + 1) - at
        if near > best:
            best, best_offset = near, offset
    if best >= COVERED * len(grams):
        yield Place(order, best_offset + LOOSE, best_offset + len(block) - LOOSE, best)


def _best_chain(places: Sequence[Sequence[Place]]) -> Iterator[Place]:
    """The places that cover most words, one a block, neither crossing nor overlapping, last one first.

    The weighted longest increasing subsequence: for each end in the text the best chain that ends there or before. Both lists
    grow together, so that each look is a bisection.
    """
    ends, chains = [0], [Chain(0)]
    for group in places:
        grown = []
        for place in group:
            before = chains[max(0, bisect_left(ends, place.start + 1) - 1)]
            grown.append(Chain(before.words + place.words, place, before))
        for chain in grown:
            _insert(ends, chains, chain)
    last: Chain | None = chains[-1]
    while last is not None and last.place is not None:
        yield last.place
        last = last.before


def _insert(ends: list[int], chains: list[Chain], chain: Chain) -> None:
    """Put a chain in its place, unless an earlier end already covers as much, and drop those that it makes needless."""
    end = chain.place.end if chain.place else 0
    at = bisect_left(ends, end)
    if at > 0 and chains[at - 1].words >= chain.words:
        return
    if at < len(ends) and ends[at] == end and chains[at].words >= chain.words:  # of two equal ones the earlier block
        return
    last = at
    while last < len(ends) and chains[last].words <= chain.words:
        last += 1
    ends[at:last] = [end]
    chains[at:last] = [chain]
