"""The lines that a printed page adds to a text: its number, and the head or foot that stands beside the number on every page."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

from newsclean.document import Document

LONGEST: Final = 24  # code points of a line with a number
HEAD_WORDS: Final = 12
PAGES: Final = 2  # numbers in a row
# '4', '- 4 -', 'Page 4', 'S. 4', 'Seite 4 von 7', '4 / 7', '第4页'; but no '4 %', '4.5', '4/5 stars' and no '4. Harbours'
NUMBER: Final = re.compile(
    r"[-–—~|•\[(<\s]*([^\W\d]*\.?)\s*(\d{1,4})(?:\s*(?:/|[^\W\d]{1,4})\s*(\d{1,4}))?\s*([页頁]?)[-–—~|•\])>\s]*"
)


class _Number(NamedTuple):
    """A line that may number a page: its order, what it says but for the number, and the number."""

    order: int
    shape: tuple[str, str, str]
    value: int


def find_page_lines(document: Document, words: Sequence[tuple[str, ...]], prose: Sequence[bool]) -> frozenset[int]:
    """Orders of the lines of a text that number its pages, with the heads and feet beside them.

    Numbers go up by one and have paragraphs between them, so those of a list or of a table of scores are none. Chapters are
    numbered like that too; so a form feed has to stand beside each number, or the same line beside each, or the last of them ends
    the text, which no heading does.

    Args:
        document: the input.
        words: of each block.
        prose: whether each block is running text.
    """
    if document.is_html:
        return frozenset()
    paragraphs = [0, *accumulate(map(int, prose))]
    lines: set[int] = set()
    for run in _runs(_numbers(document), paragraphs):
        orders = [number.order for number in run]
        heads = _heads_beside(orders, words)
        if heads or _all_beside_form_feed(document, orders) or (orders[-1] == len(words) - 1 and paragraphs[orders[0]]):
            lines.update(orders)
            lines.update(order for order, each in enumerate(words) if each in heads)
    return frozenset(lines)


def _numbers(document: Document) -> Iterator[_Number]:
    for block in document.blocks:
        line = NUMBER.fullmatch(block.text) if len(block.text) <= LONGEST else None
        if line is not None:
            word, number, total, ending = line.groups(default="")
            yield _Number(block.order, (word, total, ending), int(number))


def _runs(numbers: Iterable[_Number], paragraphs: Sequence[int]) -> Iterator[list[_Number]]:
    """The numbers of one shape, where each is one more than the one before and paragraphs stand between them."""
    shapes: dict[tuple[str, str, str], list[_Number]] = {}
    for number in numbers:
        shapes.setdefault(number.shape, []).append(number)
    for run in shapes.values():
        goes_up = all(
            below.value == above.value + 1 and paragraphs[below.order] > paragraphs[above.order] for above, below in pairwise(run)
        )
        if len(run) >= PAGES and goes_up:
            yield run


def _heads_beside(orders: Sequence[int], words: Sequence[tuple[str, ...]]) -> frozenset[tuple[str, ...]]:
    """The short lines that come again beside the numbers, on most pages."""
    beside = Counter(
        words[near]
        for order in orders
        for near in (order - 1, order + 1)
        if 0 <= near < len(words) and 0 < len(words[near]) <= HEAD_WORDS
    )
    return frozenset(line for line, times in beside.items() if times >= max(PAGES, len(orders) - 1))


def _all_beside_form_feed(document: Document, orders: Sequence[int]) -> bool:
    """Whether the text was cut into pages above each of the numbers but the first, or below each but the last."""
    above = all(_form_feed_behind(document, order - 1) for order in orders[1:])
    return above or all(_form_feed_behind(document, order) for order in orders[:-1])


def _form_feed_behind(document: Document, order: int) -> bool:
    span, following = document.blocks[order].span, document.blocks[order + 1].span
    return span is not None and following is not None and "\f" in document.source[span.end : following.start]
