"""Headings over links to other stories."""

from collections.abc import Iterator
from typing import Final

import numpy as np

from newsclean.category import Category
from newsclean.document import Document
from newsclean.features import Features
from newsclean.lexicon import Lexicon
from newsclean.rules.link_line import are_story_links
from newsclean.verdict import Hint

LONGEST: Final = 10  # words


def find_headings_of_links(document: Document, features: Features, lexicon: Lexicon) -> Iterator[Hint]:
    """A short line right over a line that is nothing but the linked headline of another story announces it, whatever it says.

    The crosshead of a story stands over a paragraph; one over a list of links to sights has a sentence between them, or its links
    are as short as menu entries.
    """
    links = are_story_links(features)
    for order in np.flatnonzero(links[1:] & ~links[:-1]).tolist():
        if order == features.topic.headline or features.ends_sentence[order] or not 0 < features.length[order] <= LONGEST:
            continue
        if features.strong[order] or features.boxes[order] not in (None, Category.RELATED):
            continue
        yield Hint(order, Category.RELATED, False, "heading", "a line right over a link to another story")
