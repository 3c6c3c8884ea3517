"""Lines that are all link."""

from collections.abc import Iterator
from typing import Final

from newsclean.category import Category
from newsclean.document import Document
from newsclean.features import Features
from newsclean.lexicon import Lexicon
from newsclean.verdict import Hint

ALL_LINK: Final = 0.8
MENU_WORDS: Final = 5  # a link of more words is the headline of another story


def name_link_lines(document: Document, features: Features, lexicon: Lexicon) -> Iterator[Hint]:
    """A line that is all link is navigation if it is short and another story's headline if it is long. It moves nothing."""
    for order, share in enumerate(features.link_share):
        if is_story_link(features, order):
            yield Hint(order, Category.RELATED, False, "link_line", "a long line that is all link")
        elif share >= ALL_LINK:
            yield Hint(order, Category.NAVIGATION, False, "link_line", "a short line that is all link")


def is_story_link(features: Features, order: int) -> bool:
    """Whether a block is nothing but a link of more than a few words."""
    return bool(features.link_share[order] >= ALL_LINK and features.length[order] > MENU_WORDS)
