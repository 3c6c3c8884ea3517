"""What a document is about, and how much each block is about it.

Teasers and appeals are prose; what tells them from the story is that they are about something else. The headline gives the first
words of the topic, the blocks that share words with it give the rest.
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import chain, compress, pairwise
from typing import Final

import numpy as np
import numpy.typing as npt

from newsclean.category import Kind
from newsclean.document import Document
from newsclean.line_readings import LineReadings
from newsclean.title import Lines, find_title, page_titles

Column = npt.NDArray[np.float64]

LINE: Final = 3  # words; a shorter line is a menu entry, about which no question is asked, unless it is a heading
STEM: Final = 6  # letters of a word that are compared: enough to tell words apart, few enough to drop most endings
SHORTEST: Final = 4  # letters of a content word; shorter ones are function words or say little, save in scripts without spaces
WITHOUT_SPACES: Final = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
PROSE: Final = 0.4  # evidence from which a block counts as running text of the story
ANCHOR: Final = 2  # words that a block shares with the headline to be surely of the story


@dataclass(frozen=True, slots=True)
class Topic:
    """The topic, and each block measured against it.

    Attributes:
        headline: order of the block most like a headline, or None.
        stems: content words of each block, cut to their first letters.
        shared: how many of them stand in the headline or in another block that is surely of the story.
        in_headline: how many of them stand in the headline.
    """

    headline: int | None
    stems: tuple[frozenset[str], ...]
    shared: Column
    in_headline: Column

    def cohesion(self, block: int) -> float:
        """Share of the block's content words that belong to the topic, 0 to 1."""
        return float(self.shared[block]) / max(1, len(self.stems[block]))


def find_topic(
    document: Document,
    words: Sequence[tuple[str, ...]],
    chrome: npt.NDArray[np.bool_],
    evidence: Column,
    readings: LineReadings,
) -> Topic:
    """Find the headline, then everything that is about it.

    Args:
        document: the input.
        words: of each block, as the lexicon gives them.
        chrome: whether a strong cue or the box around it says that a block is chrome.
        evidence: how much each block is running text of the story, 0 to 1.
        readings: what the lines say, and the lexicon, whose function words say nothing about the topic.
    """
    lexicon, crosshead = readings.lexicon, Kind.CROSSHEAD
    asked = [
        each if len(each) >= LINE or block.kind is crosshead else () for block, each in zip(document.blocks, words, strict=True)
    ]
    stems = _stems_of_each(asked, lexicon.stop_words)
    titles = _stems_of_each(page_titles(document.meta), lexicon.stop_words)
    prose = evidence > PROSE
    headline = find_title(Lines(document, words, stems, chrome, prose & ~chrome, readings), titles)
    about = stems[headline] if headline is not None else frozenset[str]().union(*titles)
    in_headline = np.array([len(each & about) for each in stems], dtype=float)
    anchors = prose & (in_headline >= min(ANCHOR, len(about))) if about else prose
    others = Counter(chain.from_iterable(compress(stems, anchors.tolist())))
    known = about | others.keys()
    known_elsewhere = about | {stem for stem, count in others.items() if count > 1}  # to an anchor, whose stems are all counted
    shared = [
        len(each & (known_elsewhere if is_anchor else known)) for each, is_anchor in zip(stems, anchors.tolist(), strict=True)
    ]
    return Topic(headline, stems, np.array(shared, dtype=float), in_headline)


def _stems_of_each(blocks: Sequence[Sequence[str]], stop_words: Collection[str]) -> tuple[frozenset[str], ...]:
    """The content words of each block, cut to their first letters; pairs of characters where a script has no spaces.

    Of a word with an apostrophe the longer side counts: 'Iran' of "Iran's", 'école' of "l'école". Each word is looked at once: a
    page has three times as many words as different ones.
    """
    vocabulary = set(chain.from_iterable(blocks))
    content = [word for word in vocabulary.difference(stop_words) if len(word) >= SHORTEST]
    sides = ((word, max(word.split("'"), key=len) if "'" in word else word) for word in content)
    stems = {word: side[:STEM] for word, side in sides if len(side) >= SHORTEST and not side.isdigit()}
    single = {word for word in vocabulary if len(word) == 1 and WITHOUT_SPACES.match(word)}
    found = [frozenset(filter(None, map(stems.get, block))) for block in blocks]
    return tuple(
        each | _pairs(block, single) if single and not single.isdisjoint(block) else each
        for block, each in zip(blocks, found, strict=True)
    )


def _pairs(words: Sequence[str], single: Collection[str]) -> frozenset[str]:
    """Each two single characters that come next to one another among all such characters."""
    return frozenset(first + second for first, second in pairwise([word for word in words if word in single]))
