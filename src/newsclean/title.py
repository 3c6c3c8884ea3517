"""Which block is the printed title: the one that the page's metadata quotes, or the line before all that is about it."""

import re
from collections import Counter, deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

from newsclean.category import Kind
from newsclean.document import Document, PageMeta
from newsclean.lexicon import Lexicon, words_of
from newsclean.paging import find_page_lines
from newsclean.parse.byline import may_open, read_byline
from newsclean.parse.timestamp import read_timestamp_line

ENDS_LIKE_PROSE: Final = re.compile(r"[.。:]$")
MENU_LINE: Final = re.compile(r"[|·•›»>/].*[|·•›»>/]")
TITLE_TAGS: Final = frozenset({"og:title", "twitter:title", "dc.title", "title"})

SITE_TAGS: Final = frozenset({"og:site_name", "application-name"})
BAR: Final = re.compile(r"\s+[|–—·:»-]+\s+")

TITLE_WORDS: Final = range(3, 41)
TITLE_SIZE: Final = 6  # words; a kicker or a menu entry has fewer
LONGEST_HEADING: Final = 60  # words
LIKE_TITLE: Final = 0.45  # likeness from which a block of a page is its title
FOUND: Final = 2  # words of a line that come back in the prose
SIGNED: Final = 8.0  # what a byline under a line is worth beside words that come back
FIRST: Final = 3.0  # what it is worth to be the first line of all
NEAR: Final = 8  # paragraphs before a line that are asked whether the story goes on behind it
GOES_ON: Final = 3  # words of a paragraph that come back in the prose behind the line
BEGUN: Final = 2  # such paragraphs, before which no title stands
LONGEST_SIGNATURE: Final = 120  # code points


@dataclass(frozen=True, slots=True)
class Lines:
    """What the search for the title looks at.

    Attributes:
        document: the input.
        words: of each block.
        stems: content words of each block, cut short.
        chrome: whether a cue or a box says that a block is chrome.
        prose: whether a block is running text that nothing says so of.
    """

    document: Document
    words: Sequence[tuple[str, ...]]
    stems: Sequence[frozenset[str]]
    chrome: npt.NDArray[np.bool_]
    prose: npt.NDArray[np.bool_]


def page_titles(meta: PageMeta) -> list[list[str]]:
    """The words of what the page's metadata calls it, best source first."""
    found = [value for item in meta.json_ld if isinstance(value := item.get("headline"), str)]
    found += [content for name, content in meta.pairs if name in TITLE_TAGS]
    found += [value for name, value in meta.microdata if name == "headline"]
    return [words_of(title) for title in [*found, meta.title or ""] if title.strip()]


def find_title(lines: Lines, titles: Sequence[frozenset[str]], lexicon: Lexicon) -> int | None:
    """Order of the block that is the headline, or None.

    Args:
        lines: the blocks.
        titles: content words of what the metadata calls the page.
        lexicon: the words of bylines and dates.
    """
    quoted = _quoted_by_metadata(lines, titles)
    return _before_its_story(lines, lexicon) if quoted is None else quoted


def _quoted_by_metadata(lines: Lines, titles: Sequence[frozenset[str]]) -> int | None:
    """The block that says what the metadata's titles say; a heading before plain text, the h1 before other headings.

    Titles are at times another wording, so most of the words is enough, and a lone h1 needs none.
    """
    best, best_likeness = None, LIKE_TITLE
    sites, crosshead, different = _site_names(lines.document.meta), Kind.CROSSHEAD, set(titles)
    known = frozenset[str]().union(*titles)
    for order, block in enumerate(lines.document.blocks):
        if block.level != 1 and known.isdisjoint(lines.stems[order]):
            continue
        heading, length = block.kind is crosshead, len(lines.words[order])
        if block.hidden or lines.words[order] in sites:
            continue
        if not 1 <= length <= LONGEST_HEADING or not (heading or length in TITLE_WORDS):
            continue
        likeness = max((_likeness(lines.stems[order], title) for title in different), default=0.0)
        likeness += 0.35 * (block.level == 1) + 0.15 * heading - 0.4 * (block.link_characters > len(block.text) / 2)
        if likeness > best_likeness:
            best, best_likeness = order, likeness
    return best


def _site_names(meta: PageMeta) -> set[tuple[str, ...]]:
    """The words of the outlet's names: as the metadata gives them, and the shorter end of a title with a bar or dash in it."""
    names = [content for name, content in meta.pairs if name in SITE_TAGS]
    parts = BAR.split(meta.title or "")
    if len(parts) > 1 and len(parts[-1]) < len(parts[0]):
        names.append(parts[-1])
    return {tuple(words_of(name)) for name in names}


def _likeness(block: frozenset[str], title: frozenset[str]) -> float:
    """How much a block says what a title says, 0 to 1.

    The mean of the share of the words of both that they have in common (Dice) and the share of the block's words that stand in
    the title, since titles carry the site's name.
    """
    shared = len(block & title)
    return shared / (len(block) + len(title)) + shared / (2 * len(block)) if shared else 0.0


def _before_its_story(lines: Lines, lexicon: Lexicon) -> int | None:
    """The line before all that is about it, whose words come back in the prose after it, or under which the byline stands.

    A menu entry's words don't come back, a crosshead's stood in the prose before it as well. Where two lines of that size stand
    behind one another, the first is the headline and the second its summary.
    """
    scores = _scores(lines, lexicon)
    if not scores:
        return None
    best = max(scores, key=lambda order: (scores[order], -order))
    return best - 1 if best - 1 in scores and len(lines.words[best - 1]) >= TITLE_SIZE else best


def _scores(lines: Lines, lexicon: Lexicon) -> dict[int, float]:
    """How well each line that could be the title fits what stands before and after it."""
    after = Counter(stem for order in np.flatnonzero(lines.prose).tolist() for stem in lines.stems[order])
    before: set[str] = set()
    paragraphs: deque[frozenset[str]] = deque(maxlen=NEAR)
    printed = Counter(lines.words)
    page_lines = find_page_lines(lines.document, lines.words, lines.prose.tolist())
    scores: dict[int, float] = {}
    signs = cache(lambda order: _signs(lines.document.blocks[order].text, lexicon))
    for order, own in enumerate(lines.stems):
        if lines.prose[order]:
            before |= own
            after.subtract(own)
            if printed[lines.words[order]] == 1:
                paragraphs.append(own)
        if order in page_lines or not _could_be_title(lines, order) or 2 * len(own & before) > max(1, len(own)):
            continue
        if not lines.document.is_html and _has_begun(paragraphs, after):
            continue
        found = [stem for stem in own if after[stem] > 0]
        score = sum(min(after[stem], 4) for stem in found) - (len(own) - len(found)) + FIRST * _opens_text(lines, order)
        if _is_signed(lines, order, signs):
            scores[order] = max(0, score) + SIGNED
        elif len(found) >= min(FOUND, len(own)) and score > 0:
            scores[order] = score
    return scores


def _has_begun(paragraphs: Iterable[frozenset[str]], after: Mapping[str, int]) -> bool:
    """Whether the story began before a line of a text: paragraphs above it are about what the prose below is about.

    A text whose title is lost would else have its first crosshead for one. A list of teasers above the title is about other
    things, and a prompt that is printed twice is about itself.
    """
    return sum(sum(after[stem] > 0 for stem in each) >= GOES_ON for each in paragraphs) >= BEGUN


def _could_be_title(lines: Lines, order: int) -> bool:
    text = lines.document.blocks[order].text
    if lines.chrome[order] or len(lines.words[order]) not in TITLE_WORDS:
        return False
    return not ENDS_LIKE_PROSE.search(text) and not MENU_LINE.search(text)


def _opens_text(lines: Lines, order: int) -> bool:
    """Whether a line is the first of all, right before prose, as a title is where a text holds nothing else."""
    return order == 0 and len(lines.prose) > 1 and bool(lines.prose[1])


def _is_signed(lines: Lines, order: int, signs: Callable[[int], bool]) -> bool:
    """Whether a byline or a date stands under a line, a summary between them at most, and the line is neither itself."""
    return not signs(order) and any(signs(below) for below in range(order + 1, min(order + 3, len(lines.stems))))


def _signs(text: str, lexicon: Lexicon) -> bool:
    if len(text) > LONGEST_SIGNATURE:
        return False
    if read_timestamp_line(text, lexicon, month_first=False) is not None:
        return True
    line = read_byline(text, lexicon) if may_open(text, lexicon) else None
    return line is not None and line.opened
