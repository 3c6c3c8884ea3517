"""Lines that are all link."""

from collections.abc import Iterator
from typing import Final

import numpy as np
import numpy.typing as npt

from newsclean.category import Category
from newsclean.document import Document
from newsclean.features import Features
from newsclean.lexicon import Lexicon
from newsclean.verdict import Hint

ALL_LINK: Final = 0.8
MENU_WORDS: Final = 5  # a link of more words is the headline of another story
LONG: Final = (Category.RELATED, "a long line that is all link")
SHORT: Final = (Category.NAVIGATION, "a short line that is all link")


def name_link_lines(document: Document, features: Features, lexicon: Lexicon) -> Iterator[Hint]:
    """A line that is all link is navigation if it is short and another story's headline if it is long. It only names."""
    are_long = are_story_links(features).tolist()
    for order in np.flatnonzero(features.link_share >= ALL_LINK).tolist():
        category, because = LONG if are_long[order] else SHORT
        yield Hint(order, category, False, "link_line", because)


def are_story_links(features: Features) -> npt.NDArray[np.bool_]:
    """For each block whether it is nothing but a link of more than a few words."""
    return (features.link_share >= ALL_LINK) & (features.length > MENU_WORDS)
