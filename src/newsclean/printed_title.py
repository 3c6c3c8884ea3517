"""The title of a text, which no metadata quotes: told by where the line stands and by what comes back below it."""

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Final

import numpy as np
import numpy.typing as npt

from newsclean.document import Block, Document
from newsclean.line_readings import LineReadings
from newsclean.paging import find_page_lines
from newsclean.parse.byline import may_open
from newsclean.parse.timestamp import DIGITS

# Measured by `training/titles.py`, but that a text which does not begin with its story is expected to have a title: of what was
# measured for there being none, 1.0 stands with `story_first`.
WEIGHTS: Final = {
    "few": -1.48,
    "short": -0.56,
    "many": -1.29,
    "bars": -1.29,
    "numbered": -1.72,
    "full_stop": -3.53,
    "colon": -1.86,
    "running": -0.86,
    "signs": -1.83,
    "found": 1.05,
    "often": 1.03,
    "in_lead": 1.17,
    "known": -1.26,
    "story_above": -1.7,
    "first": 1.07,
    "far_from_prose": -2.02,
    "before_story": -0.4,
    "in_story": -0.79,
    "behind_story": -2.94,
    "signed": 2.38,
    "signed_above": 0.74,
    "crowd": -2.25,
    "over_line": 0.35,
    "twin": 1.78,
    "within": 2.0,
    "glued": -1.71,
    "none": -0.58,
    "story_first": 1.73,
    "story_comes_back": 2.37,
}

AS_GOOD: Final = 1.0  # in the sum of the weights
SIZE: Final = 6  # words; a kicker or a menu entry has fewer
LENGTHS: Final = range(2, 41)  # words; three characters count as two where there are no spaces
FEW: Final = 5  # words: a menu entry or a crosshead
SHORT: Final = 7  # words: a kicker, at times
MANY: Final = 20
LONGEST: Final = 220  # code points
LONG_SENTENCE: Final = 14  # words of running text with a full stop, which is a paragraph
LONGEST_SIGNATURE: Final = 120  # code points
LEAD: Final = 3  # blocks of prose behind a line that say what it announced
FAR: Final = 30  # lines down to the first of them
OFTEN: Final = 30  # a word that comes back more often is as good as that
CROWD: Final = 4  # lines on each side among which other stories are listed
LISTED: Final = range(5, 26)  # words of a line in such a list
WITHOUT_SPACES: Final = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
MOST: Final = 100  # lines; farther is as far
LINE: Final = 8  # words of the line below a title, if that is no prose: the summary
TOP: Final = 3  # lines at the top, one of which may be the page's title
ABOVE: Final = 12  # lines above the title, one of which may be the breadcrumb
LONGEST_AROUND: Final = 400  # code points of them
ASKED: Final = 8  # blocks of prose above a line
SHARED: Final = 2  # words of one that stand in the prose below: it goes with it
COMES_BACK: Final = 0.2  # of the words of the first paragraph, in the last third of the prose
ENOUGH: Final = 6  # blocks of prose; of fewer it cannot be told whether the first is of the story
SHORTEST_END: Final = 15  # code points of a line that is told at the end of another
PROSE_GAIN: Final = 0.75
LINE_COST: Final = 0.12
MENU_LINE: Final = re.compile(r"[|·•›»>/].*[|·•›»>/]")
COLON: Final = re.compile("[:：]")
BARS: Final = re.compile(r"\s[|•›»>/]\s")  # between the steps of a breadcrumb, or before the name of the site
NUMBERED: Final = re.compile(r"\s*(?:\W*\d{1,3}[.)]\s|#\d|[-–•*] )")


@dataclass(frozen=True, slots=True)
class Lines:
    """What the search for the title looks at.

    Attributes:
        document: the input.
        words: of each block.
        stems: content words of each block, cut short.
        chrome: whether a cue or a box says that a block is chrome.
        prose: whether a block is running text that nothing says so of.
        readings: what the lines say as dates and bylines, and the words by which they are read.
    """

    document: Document
    words: Sequence[tuple[str, ...]]
    stems: Sequence[frozenset[str]]
    chrome: npt.NDArray[np.bool_]
    prose: npt.NDArray[np.bool_]
    readings: LineReadings


Look = Mapping[str, float]


def find_printed_title(lines: Lines) -> int | None:
    """The line that looks most like a title, or None where none looks enough like one.

    A title stands over the story it is about: its words come back in the first paragraphs and stood in none before, as those of a
    crosshead did; a byline or a date follows. A menu entry is short, stands among its like, and nothing below says it again. Many
    texts begin with the first paragraph, and there the best crosshead would be a wrong answer. Of two lines behind one another
    that look about as much like one, the first is the title and the second its summary, unless a label opens the first.
    """
    scores = {order: sum(WEIGHTS[name] * value for name, value in look.items()) for order, look in looks_of(lines)}
    best = max(scores, key=lambda order: scores[order])
    if best is None or scores.get(best - 1, -math.inf) < scores[best] - AS_GOOD:
        return best
    return best - 1 if len(lines.words[best - 1]) >= SIZE and not COLON.search(lines.document.blocks[best - 1].text) else best


def looks_of(lines: Lines) -> Iterator[tuple[int | None, Look]]:
    """Each line that could be the title, with what it looks like; the last one is that there is none."""
    text = _Text(lines)
    yield from ((order, text.look(order)) for order in text.candidates())
    yield None, text.look_without()


# No slots: the cached properties need a place.
@dataclass(frozen=True)
class _Text:
    """What is asked about each line, counted once for all of them."""

    lines: Lines

    def candidates(self) -> Iterator[int]:
        """Orders of the lines that could be a title by their length."""
        page_lines = find_page_lines(self.lines.document, self.lines.words, self.lines.prose.tolist())
        for order, block in enumerate(self.lines.document.blocks):
            if self.lines.chrome[order] or block.hidden or len(block.text) > LONGEST or order in page_lines:
                continue
            size = self.sizes[order]
            if size in LENGTHS and not (self.lines.prose[order] and size > LONG_SENTENCE and block.text[-1] in ".。"):
                yield order

    def look(self, order: int) -> Look:
        """What a line looks like as a title, by the names of the weights."""
        return self._form(order) | self._words(order) | self._place(order) | self._neighbours(order)

    def look_without(self) -> Look:
        """What the text looks like as one without a title: it begins with a paragraph."""
        first = next(iter(self.prose_orders), 0)
        own = self.lines.stems[first] if self.prose_orders else frozenset()
        late = self.prose_orders[2 * len(self.prose_orders) // 3] if self.prose_orders else 0
        back = [stem for stem in own if self.prose_with[stem][-1] > max(late, first)]
        share = len(back) / max(len(own), 1) if first < LEAD else 0.0
        is_first = share >= COMES_BACK or len(self.prose_orders) < ENOUGH
        return {"none": 1.0, "story_first": float(is_first), "story_comes_back": share}

    def _form(self, order: int) -> dict[str, float]:
        line, size = self._line(order), self.sizes[order]
        return {
            "few": size < FEW,
            "short": size < SHORT,
            "many": size >= MANY,
            "bars": BARS.search(line) is not None or MENU_LINE.search(line) is not None,
            "numbered": NUMBERED.match(line) is not None,
            "full_stop": line[-1] in ".。",
            "colon": line[-1] in ":：",
            "running": bool(self.lines.prose[order]),
            "signs": self.signing[order],
        }

    def _words(self, order: int) -> dict[str, float]:
        """How much of a line comes back below it, in the first paragraphs above all, and how much of it stood above."""
        own = self.lines.stems[order]
        number = max(len(own), 1)
        below = [len(orders) - bisect_right(orders, order) for stem in own if (orders := self.prose_with.get(stem))]
        above = sum(stem in self.prose_with and self.prose_with[stem][0] < order for stem in own)
        return {
            "found": sum(map(bool, below)) / number,
            "often": math.log1p(sum(min(count, OFTEN) for count in below) / number),
            "in_lead": len(own & self._lead(order)) / number,
            "known": above / number,
            "story_above": math.log1p(self._story_above(order)),
        }

    def _story_above(self, order: int) -> int:
        """How many of the blocks of prose above a line go with that below: under a crosshead most, under a title none."""
        until, lead = self.prose_until[order], self._lead(order)
        above = self.prose_orders[max(until - ASKED, 0) : until]
        return sum(len(self.lines.stems[each] & lead) >= SHARED for each in above)

    def _place(self, order: int) -> dict[str, float]:
        """Where a line stands: a title is near the beginning of the story."""
        start, end = self.story
        return {
            "first": order == 0,
            "far_from_prose": self.next_prose[order + 1] - order > FAR,
            "before_story": math.log1p(min(max(start - order, 0), MOST)),
            "in_story": math.log1p(order - start) if start <= order < end else 0.0,
            "behind_story": order >= end,
        }

    def _neighbours(self, order: int) -> dict[str, float]:
        """What stands around a line: who wrote the text and when, the line again, lines of its like."""
        last = len(self.sizes)
        listed = self.listed[min(order + CROWD + 1, last)] - self.listed[max(order - CROWD, 0)]
        beside = [each for each in (order - 1, order + 1) if 0 <= each < last]
        return {
            "signed": any(self.signing[order + 1 : order + 5]),
            "signed_above": any(self.signing[max(order - 2, 0) : order]),
            "crowd": (listed - (self.listed[order + 1] - self.listed[order])) / (2 * CROWD),
            "over_line": order + 1 < last and self.sizes[order + 1] >= LINE,
            "twin": any(self.lines.words[each] == self.lines.words[order] for each in beside),
            "within": self._is_within(order),
            "glued": any(self._is_glued(order, each) for each in (*beside, order + 2) if each < last),
        }

    def _is_within(self, order: int) -> bool:
        """Whether a line stands in a longer one: the page's title with the site's name, or the breadcrumb."""
        if self.sizes[order] < FEW - 1:
            return False
        own = self.said[order]
        near = (*range(min(TOP, len(self.said))), *range(max(0, order - ABOVE), min(order + CROWD, len(self.said))))
        return any(len(own) < len(self.said[each]) <= LONGEST_AROUND and own in self.said[each] for each in near)

    def _is_glued(self, order: int, other: int) -> bool:
        """Whether a line is another one with words glued to it: 'HomeNewsThe harbour opens' over 'The harbour opens'."""
        line, end = self._line(order), self._line(other)
        return SHORTEST_END <= len(end) < len(line) and line.endswith(end)

    def _lead(self, order: int) -> frozenset[str]:
        """The words of the next blocks of prose."""
        return self.leads[self.next_prose[order + 1]]

    def _line(self, order: int) -> str:
        return self.lines.document.blocks[order].text

    @cached_property
    def signing(self) -> Sequence[bool]:
        """Whether each line is a date, or opens as bylines do."""
        return [self._signs(block) for block in self.lines.document.blocks]

    def _signs(self, block: Block) -> bool:
        line, readings = block.text, self.lines.readings
        if len(line) > LONGEST_SIGNATURE:
            return False
        if DIGITS.search(line) and readings.is_date[block.order]:
            return True
        signed = readings.bylines[line] if may_open(line, self.lines.words[block.order], readings.lexicon) else None
        return signed is not None and signed.opened

    @cached_property
    def sizes(self) -> Sequence[int]:
        """Words of each line; three characters count as two where there are no spaces."""
        blocks = zip(self.lines.document.blocks, self.lines.words, strict=True)
        return [
            len(words) if block.text.isascii() or not WITHOUT_SPACES.search(block.text) else 2 * len(words) // 3
            for block, words in blocks
        ]

    @cached_property
    def said(self) -> Sequence[str]:
        """The words of each line between spaces, so that one is found in another only as whole words."""
        return [f" {' '.join(words)} " for words in self.lines.words]

    @cached_property
    def prose_orders(self) -> Sequence[int]:
        """Orders of the prose; a paragraph that is printed again is none, as it says nothing new."""
        found: list[int] = np.flatnonzero(self.lines.prose).tolist()
        return sorted({self.lines.words[order]: order for order in reversed(found)}.values())

    @cached_property
    def prose_with(self) -> Mapping[str, Sequence[int]]:
        """Of each word the orders of the prose that has it."""
        orders: dict[str, list[int]] = {}
        for order in self.prose_orders:
            for stem in self.lines.stems[order]:
                orders.setdefault(stem, []).append(order)
        return orders

    @cached_property
    def prose_until(self) -> Sequence[int]:
        """How many blocks of prose stand above each line."""
        return [bisect_left(self.prose_orders, order) for order in range(len(self.sizes))]

    @cached_property
    def next_prose(self) -> Sequence[int]:
        """Order of the first prose from each line on; that behind the last line where there is none."""
        ends, prose = [len(self.sizes)], set(self.prose_orders)
        for order in range(len(self.sizes) - 1, -1, -1):
            ends.append(order if order in prose else ends[-1])
        return ends[::-1]

    @cached_property
    def leads(self) -> "_Leads":
        """For each block of prose its words and those of the next ones; none behind the last line."""
        return _Leads(self.lines.stems, self.prose_orders)

    @cached_property
    def listed(self) -> Sequence[int]:
        """How many lines before each are as long as those of lists of other stories."""
        lines = (size in LISTED and not prose for size, prose in zip(self.sizes, self.lines.prose.tolist(), strict=True))
        return [*accumulate(lines, initial=0)]

    @cached_property
    def story(self) -> tuple[int, int]:
        """The run of lines [first, last) with the most prose, each other line counted against it."""
        total, start, most, found = 0.0, 0, 0.0, (0, 0)
        prose = set(self.prose_orders)
        for order in range(len(self.sizes)):
            if total <= 0:
                total, start = 0.0, order
            total += PROSE_GAIN if order in prose else -LINE_COST
            if total > most:
                most, found = total, (start, order + 1)
        return found


class _Leads(dict[int, frozenset[str]]):
    """For each block of prose its words and those of the next ones. Few are asked for: the candidates stand before the same."""

    def __init__(self, stems: Sequence[frozenset[str]], prose_orders: Sequence[int]) -> None:
        self._stems = stems
        self._prose_orders = prose_orders

    def __missing__(self, order: int) -> frozenset[str]:
        first = bisect_left(self._prose_orders, order)
        orders = self._prose_orders[first : first + LEAD]
        lead = self[order] = frozenset[str]().union(*[self._stems[each] for each in orders])
        return lead
