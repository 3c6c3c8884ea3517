"""What the readers of fields look at: the page, what was decided about it, and the words."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache, cached_property, partial
from itertools import chain, islice
from typing import Final

from newsclean.article import Person
from newsclean.category import Category, Kind, Role, Source
from newsclean.document import Block, Document
from newsclean.fields.candidate import Candidate
from newsclean.fields.stated import Stated
from newsclean.lexicon import Lexicon, words_of
from newsclean.line_readings import BylineLines
from newsclean.parse.byline import read_author
from newsclean.parse.name import CJK, has_role
from newsclean.parse.part import COLON
from newsclean.parse.timestamp import DIGITS, find_timestamps, is_explained
from newsclean.verdict import Kept, Removed

AMERICAN: Final = re.compile(r"en(?:[-_]us)?$", re.IGNORECASE)
AFTER: Final = 15  # blocks behind the headline in which its byline and date may stand; captions and share bars stand between
BEFORE: Final = 6  # blocks in front of it: some layouts print the date above the headline
OVER: Final = 3  # lines right above the headline
BESIDE: Final = 2  # lines between a name and the date
LAST: Final = 2  # last blocks of the story, one of which may be a signature
UNDER: Final = 1  # blocks under the story that are right under it
LONGEST_LINE: Final = 110  # code points; longer is prose
SMALL_WORD: Final = re.compile(r"\b[^\W\d_A-ZÀ-ÖØ-ÞА-ЯЁ][^\W\d_]+")
DATE_OR_COUNT: Final = re.compile(r"\d\d|\d\W?[^\W\d_]")  # '14.02.2015', '5 min read'; no price
MONTHS: Final = 12
# With a slash between; a clock of twelve hours is American
NUMBERS: Final = re.compile(
    r"(?<![\d/])(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?:20)?\d\d(?![\d/])(?P<half>,? \d{1,2}:\d\d(?::\d\d)? ?[AP]M)?"
)
LONGEST_LABEL: Final = 40  # code points
FOREIGN: Final = (Category.RELATED, Category.COMMENTS)


# No slots: the cached properties need a place.
@dataclass(frozen=True)
class Reading:
    """The input of every field.

    Attributes:
        document: the page or text.
        verdicts: one a block.
        words: those of each block as the lexicon compares them.
        lexicon: the words.
        bylines: what a line says when it is read as a byline.
        now: dates after it are not believed; None: no limit.
        url: the page's address, if the caller knows it.
    """

    document: Document
    verdicts: tuple[Kept | Removed, ...]
    words: Sequence[tuple[str, ...]]
    lexicon: Lexicon
    bylines: BylineLines
    now: datetime | None
    url: str | None = None

    @cached_property
    def stated(self) -> Stated:
        """What the page states to machines; nothing in a text."""
        return Stated(self.document.meta, self.url, tuple(block.text for block in self.printed(Role.HEADLINE)))

    @cached_property
    def read_author(self) -> Callable[[str], tuple[tuple[Person, ...], tuple[str, ...]]]:
        """Reads what metadata calls the author. Most pages say so in several places, in the same words."""
        return cache(partial(read_author, lexicon=self.lexicon))

    @property
    def printed_source(self) -> Source:
        """What to call a value that was read from the printed page."""
        return Source.HTML if self.document.is_html else Source.TEXT

    def printed(self, role: Role) -> Sequence[Block]:
        """The blocks that were given a role."""
        return self._kept.get(role, ())

    def body(self) -> Sequence[Block]:
        """The blocks of the story."""
        return self._kept.get(None, ())

    @cached_property
    def head(self) -> tuple[Block, ...]:
        """The short lines between the headline and the story's first paragraph; none where no headline is printed."""
        if self._headline is None:
            return ()
        return tuple(self._lines(range(self._headline + 1, self._paragraph_after(self._headline, 0))))

    @cached_property
    def around(self) -> tuple[Block, ...]:
        """The short lines near the head, nearest first, but for those that are about other stories or written by readers.

        They go up to the second paragraph, since the first may be a standfirst, then above the headline, upwards, then above the
        story, where that begins elsewhere.
        """
        first = next(iter(self._paragraphs), None)
        start = first if self._headline is None else self._headline
        if start is None:
            return ()
        below = range(self._paragraph_after(start, 0), self._paragraph_after(start, 1))
        above = range(start, max(start - BEFORE, 0) - 1, -1)
        is_elsewhere = first is not None and first not in range(start, start + AFTER)
        story = range(first, max(first - BEFORE, 0) - 1, -1) if first is not None and is_elsewhere else ()
        orders = dict.fromkeys((*below, *above, *story))
        return tuple(block for block in self._lines(orders) if abs(block.order - start) == 1 or not self.is_foreign(block))

    @cached_property
    def above(self) -> tuple[Block, ...]:
        """The short lines right above the headline, nearest first."""
        start = self._headline or 0
        return tuple(self._lines(range(start - 1, max(start - OVER, 0) - 1, -1)))

    def dated_chrome(self) -> tuple[Block, ...]:
        """All short lines with a date that were left out: those under the headline, then those above it."""
        start = self._headline or 0
        dated = [block.order for block in self.document.blocks if may_be_dated(block)]
        lines = self._lines(sorted(dated, key=lambda order: (order < start, order)))
        return tuple(block for block in lines if isinstance(self.verdicts[block.order], Removed))

    @cached_property
    def labelled(self) -> tuple[Block, ...]:
        """The short lines that a label may open or stand over, but for those of readers: first those at the story's end.

        It is a quick look at the first word of each line of the page, since few are worth to be read.
        """
        blocks, openers = self.document.blocks, self.lexicon.signature_openers
        opening = {block.order for block in blocks if len(block.text) <= LONGEST_LINE and self._opens_with_one_of(block, openers)}
        under = {order + 1 for order in opening if len(blocks[order].text) <= LONGEST_LABEL and order + 1 < len(blocks)}
        start = max(self._end - LAST, 0)
        lines = self._lines(sorted({0, *opening, *under}, key=lambda order: (order < start, order)) if blocks else ())
        return tuple(block for block in lines if not self._is_of(block, Category.COMMENTS))

    def is_at_end(self, block: Block) -> bool:
        """Whether a block is one of the story's last lines or stands right under it."""
        return -LAST <= block.order - self._end <= UNDER

    def role_of(self, block: Block) -> Role | None:
        """The role that a block was given; None for the story and for chrome."""
        verdict = self.verdicts[block.order]
        return verdict.role if isinstance(verdict, Kept) else None

    def is_of_story(self, block: Block) -> bool:
        """Whether a block was taken for one of the story."""
        verdict = self.verdicts[block.order]
        return isinstance(verdict, Kept) and verdict.role is None

    def is_above(self, block: Block) -> bool:
        """Whether a block stands above the headline."""
        return self._headline is not None and block.order < self._headline

    def is_below(self, block: Block) -> bool:
        """Whether a block stands under the story's first paragraph."""
        return block.order > self._paragraph_after(-1 if self._headline is None else self._headline, 0)

    def is_under_headline(self, block: Block) -> bool:
        """Whether a block is the line under the headline, or under that which follows it, its repeat or the summary."""
        return self._headline is not None and 1 <= block.order - self._headline <= OVER - 1

    def is_beside_date(self, block: Block) -> bool:
        """Whether a line near a block, or the block itself, says when, or how long the text takes to read.

        Chrome that a rule has told stands between as often as not, and is no line.
        """
        last = len(self.verdicts)
        above, below = range(block.order - 1, -1, -1), range(block.order + 1, last)
        near = (block, *(each for orders in (above, below) for each in islice(self._without_chrome(orders), BESIDE)))
        lines = [each for each in near if len(each.text) <= LONGEST_LINE and DATE_OR_COUNT.search(each.text)]
        return any(self._says_when(each) for each in lines)

    def _says_when(self, block: Block) -> bool:
        if find_timestamps(block.text, self.lexicon, False):
            return True
        return block.text[-1].isalpha() and is_explained(self.words[block.order], self.lexicon)

    def _without_chrome(self, orders: Iterable[int]) -> Iterator[Block]:
        """The blocks of these orders but for those that a rule has called chrome."""
        for order in orders:
            verdict = self.verdicts[order]
            if not isinstance(verdict, Removed) or verdict.rule == "score":
                yield self.document.blocks[order]

    def is_over_role(self, block: Block) -> bool:
        """Whether the line under a block is what somebody does: 'Harbour Correspondent'."""
        after = self.document.blocks[block.order + 1 : block.order + 2]
        return any(len(each.text) <= LONGEST_LABEL and has_role(each.text, self.lexicon) for each in after)

    @cached_property
    def small_words(self) -> frozenset[str]:
        """The words that stand in small letters: 'Event Planning' is no name where the text speaks of 'planning an event'."""
        return frozenset(chain.from_iterable(SMALL_WORD.findall(block.text) for block in self.document.blocks))

    def is_of_picture(self, block: Block) -> bool:
        """Whether the line under a block says who took a picture, 'Photo: ...', which the block tells about."""
        after = self.document.blocks[block.order + 1 : block.order + 2]
        labels = [tuple(words_of(COLON.split(each.text, maxsplit=1)[0])) for each in after if COLON.search(each.text)]
        return any(label in self.lexicon.not_author for label in labels)

    def label_before(self, block: Block, *phrases: Collection[tuple[str, ...]]) -> str:
        """The line before a block if it is just one of the phrases, as where 'Published' stands above the date; else ""."""
        if not block.order:
            return ""
        before = self.document.blocks[block.order - 1]
        words = self.words[before.order]
        return before.text if len(before.text) <= LONGEST_LABEL and any(words in each for each in phrases) else ""

    @cached_property
    def languages(self) -> tuple[Candidate[str], ...]:
        """What the page declares of its language, as written: the root element first, then the metadata."""
        root = self.document.meta.language
        first = [Candidate(root, Source.HTML, root)] if root else []
        tags = self.stated.meta("og:locale", "content-language", "language", "dc.language")
        return (*first, *self.stated.json_ld("inLanguage"), *tags)

    @cached_property
    def month_first(self) -> bool | None:
        """How '02/03/2015' is meant: month first only in American English; else other dates tell, or it stays open."""
        if self.languages:
            return all(AMERICAN.match(each.value) for each in self.languages)
        found = [m for block in self.document.blocks for m in NUMBERS.finditer(block.text)]
        orders = {
            int(m["b"]) > MONTHS or bool(m["half"])
            for m in found
            if m["half"] or (int(m["a"]) > MONTHS) != (int(m["b"]) > MONTHS)
        }
        return orders.pop() if len(orders) == 1 else None

    @cached_property
    def _kept(self) -> Mapping[Role | None, Sequence[Block]]:
        """The blocks that were kept, by role: each field asks for some of them."""
        kept: dict[Role | None, list[Block]] = {}
        for order, verdict in enumerate(self.verdicts):
            if isinstance(verdict, Kept):
                kept.setdefault(verdict.role, []).append(self.document.blocks[order])
        return kept

    @cached_property
    def _headline(self) -> int | None:
        return next((block.order for block in self.printed(Role.HEADLINE)), None)

    @cached_property
    def _paragraphs(self) -> tuple[int, ...]:
        return tuple(block.order for block in self.body() if len(block.text) > LONGEST_LINE)

    def _paragraph_after(self, start: int, number: int) -> int:
        """Order of a paragraph after a block, counted from 0; where there are not so many nearby, of the end of the search."""
        end = min(start + AFTER, len(self.verdicts))
        after = [order for order in self._paragraphs if start < order < end]
        return after[number] if number < len(after) else end

    @cached_property
    def _end(self) -> int:
        """Order of the story's last block."""
        return self.body()[-1].order if self.body() else -1

    def is_foreign(self, block: Block) -> bool:
        """Whether a block was left out as one about other stories or written by readers."""
        return self._is_of(block, *FOREIGN)

    def _is_of(self, block: Block, *categories: Category) -> bool:
        verdict = self.verdicts[block.order]
        return isinstance(verdict, Removed) and verdict.category in categories

    def _opens_with_one_of(self, block: Block, openers: Collection[str]) -> bool:
        """Whether the first word of a line may be one of some folded words; where there are no spaces, any character."""
        words = self.words[block.order]
        if not block.text.isascii() and CJK.search(block.text):
            return any(word in openers for word in words)
        return bool(words) and words[0] in openers

    def _lines(self, orders: Iterable[int]) -> Iterator[Block]:
        """The short lines of these orders, but for the times of a live page's entries, which say nothing of the article."""
        blocks = (self.document.blocks[order] for order in orders)
        return (
            block
            for block in blocks
            if len(block.text) <= LONGEST_LINE and not (block.hidden or (block.kind is Kind.UPDATE and self.is_of_story(block)))
        )


def may_be_dated(block: Block) -> bool:
    """Whether a line has the digits of a date, or an element that states one."""
    return DIGITS.search(block.text) is not None or (bool(block.marks) and any(mark.datetime for mark in block.marks))
