"""The printed lines that say when."""

from collections.abc import Iterator
from typing import Final

from newsclean.category import Category, Role
from newsclean.document import Document
from newsclean.features import Features
from newsclean.front import front_of
from newsclean.lexicon import Lexicon
from newsclean.verdict import Hint

ELSEWHERE: Final = frozenset({Category.RELATED, Category.COMMENTS, Category.ADVERTISEMENT})  # boxes with dates of their own


def find_timestamp_lines(document: Document, features: Features, lexicon: Lexicon) -> Iterator[Hint]:
    """A line near the headline that holds dates and what goes with them, and nothing else.

    '14 February 2015' in a list of other stories is as much a date, so only the front of the article counts.
    """
    for order in front_of(features):
        if not document.blocks[order].hidden and features.boxes[order] not in ELSEWHERE and features.is_date[order]:
            yield Hint(order, Role.TIMESTAMP, True, "timestamp", "a date near the headline")
