"""What a document is about, and how much each block is about it.

Teasers and appeals are prose; what tells them from the story is that they are about something else. The headline gives the first
words of the topic, the blocks that share words with it give the rest.
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt

from newsclean.category import Kind
from newsclean.document import Document
from newsclean.lexicon import Lexicon, words_of
from newsclean.parse.byline import read_byline
from newsclean.parse.timestamp import read_timestamp_line

Column = npt.NDArray[np.float64]

STEM: Final = 6  # letters of a word that are compared: enough to tell words apart, few enough to drop most endings
SHORTEST: Final = 4  # letters of a content word; shorter ones are function words or say little, save in scripts without spaces
WITHOUT_SPACES: Final = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
ENDS_LIKE_PROSE: Final = re.compile(r"[.。:]$")
MENU_LINE: Final = re.compile(r"[|·•›»>/].*[|·•›»>/]")
HEADLINE_WORDS: Final = range(3, 41)
HEADLINE_SIZE: Final = 6  # words; a kicker or a menu entry has fewer
SIGNED: Final = 8.0  # what a byline under a line is worth beside words that come back
LONGEST_SIGNATURE: Final = 120  # code points
ANCHOR: Final = 2  # words that a block shares with the headline to be surely of the story


@dataclass(frozen=True, slots=True)
class Topic:
    """The topic, and each block measured against it.

    Attributes:
        headline: order of the block most like a headline, or None.
        stems: content words of each block, cut to their first letters.
        shared: how many of them stand in the headline or in a block that is surely of the story.
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
    document: Document, words: Sequence[tuple[str, ...]], chrome: npt.NDArray[np.bool_], evidence: Column, lexicon: Lexicon
) -> Topic:
    """Find the headline, then everything that is about it.

    Args:
        document: the input.
        words: of each block, as the lexicon gives them.
        chrome: whether a strong cue or the box around it says that a block is chrome.
        evidence: how much each block is running text of the story, 0 to 1.
        lexicon: gives the function words, which say nothing about the topic, and the words of bylines and dates.
    """
    stems = tuple(_stems(each, lexicon.stop_words) for each in words)
    titles = [_stems(tuple(title), lexicon.stop_words) for title in _page_titles(document)]
    headline = _headline_of_page(document, words, stems, titles)
    if headline is None:
        headline = _headline_of_text(document, words, stems, chrome, evidence, lexicon)
    about = stems[headline] if headline is not None else frozenset[str]().union(*titles)
    in_headline = np.array([len(each & about) for each in stems], dtype=float)
    prose = evidence > 0.4
    anchors = prose & (in_headline >= min(ANCHOR, len(about))) if about else prose
    others = Counter(stem for order in np.flatnonzero(anchors) for stem in stems[order])
    shared = np.array(
        [sum(1 for stem in each if stem in about or others[stem] > anchors[order]) for order, each in enumerate(stems)], dtype=float
    )
    return Topic(headline, stems, shared, in_headline)


def _stems(words: tuple[str, ...], stop_words: Collection[str]) -> frozenset[str]:
    found = {word[:STEM] for word in words if len(word) >= SHORTEST and word not in stop_words and not word.isdigit()}
    single = [word for word in words if WITHOUT_SPACES.match(word)]
    found.update(first + second for first, second in pairwise(single))
    return frozenset(found)


def _page_titles(document: Document) -> list[list[str]]:
    """What the page's metadata calls it, best source first."""
    meta = document.meta
    found = [value for item in meta.json_ld if isinstance(value := item.get("headline"), str)]
    found += [content for name, content in meta.pairs if name in ("og:title", "twitter:title", "dc.title", "title")]
    found += [value for name, value in meta.microdata if name == "headline"]
    return [words_of(title) for title in [*found, meta.title or ""] if title.strip()]


def _headline_of_page(
    document: Document, words: Sequence[tuple[str, ...]], stems: Sequence[frozenset[str]], titles: Sequence[frozenset[str]]
) -> int | None:
    """The block that says what the metadata's titles say; a heading before plain text, the h1 before other headings.

    Titles are at times another wording, so most of the words is enough, and a lone h1 needs none.
    """
    best, best_likeness = None, 0.0
    for order, block in enumerate(document.blocks):
        heading = block.kind is Kind.CROSSHEAD
        if block.hidden or not 1 <= len(words[order]) <= 60 or not (heading or len(words[order]) >= 3):
            continue
        likeness = max((_likeness(stems[order], title) for title in titles), default=0.0)
        likeness += 0.35 * (block.level == 1) + 0.15 * heading - 0.4 * (block.link_characters > len(block.text) / 2)
        if likeness > max(best_likeness, 0.45):
            best, best_likeness = order, likeness
    return best


def _likeness(block: frozenset[str], title: frozenset[str]) -> float:
    """How much a block says what a title says, 0 to 1: the mean of the share of the words of both that they share (Dice) and the
    share of the block's words that stand in the title, since titles carry the site's name.
    """
    shared = len(block & title)
    return shared / (len(block) + len(title)) + shared / (2 * len(block)) if shared else 0.0


def _headline_of_text(
    document: Document,
    words: Sequence[tuple[str, ...]],
    stems: Sequence[frozenset[str]],
    chrome: npt.NDArray[np.bool_],
    evidence: Column,
    lexicon: Lexicon,
) -> int | None:
    """The line before all that is about it, whose words come back in the prose after it, or under which the byline stands.

    A menu entry's words don't come back, a crosshead's stood in the prose before it as well. Where two lines of that size stand
    behind one another, the first is the headline and the second its summary.
    """
    prose = (evidence > 0.4) & ~chrome
    after = Counter(stem for order in np.flatnonzero(prose) for stem in stems[order])
    before: set[str] = set()
    scores: dict[int, float] = {}
    for order, block in enumerate(document.blocks):
        own = stems[order]
        if prose[order]:
            before |= own
            after.subtract(own)
        if chrome[order] or not _could_be_headline(block.text, len(words[order])) or 2 * len(own & before) > max(1, len(own)):
            continue
        found = [stem for stem in own if after[stem] > 0]
        score = sum(min(after[stem], 4) for stem in found) - (len(own) - len(found))
        if _is_signed(document, order, lexicon):
            scores[order] = max(0, score) + SIGNED
        elif len(found) >= min(ANCHOR, len(own)) and score > 0:
            scores[order] = score
    if not scores:
        return None
    best = max(scores, key=lambda order: (scores[order], -order))
    return best - 1 if best - 1 in scores and len(words[best - 1]) >= HEADLINE_SIZE else best


def _could_be_headline(text: str, length: int) -> bool:
    return length in HEADLINE_WORDS and not ENDS_LIKE_PROSE.search(text) and not MENU_LINE.search(text)


def _is_signed(document: Document, order: int, lexicon: Lexicon) -> bool:
    """Whether a byline or a date stands under a line, with at most a summary between, and the line is neither itself."""
    own = document.blocks[order].text
    if _signs(own, lexicon):
        return False
    return any(_signs(block.text, lexicon) for block in document.blocks[order + 1 : order + 3])


def _signs(text: str, lexicon: Lexicon) -> bool:
    if len(text) > LONGEST_SIGNATURE:
        return False
    line = read_byline(text, lexicon)
    return bool(line and line.opened) or read_timestamp_line(text, lexicon, month_first=False) is not None
