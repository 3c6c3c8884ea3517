"""Text that the page already gave."""

from collections.abc import Iterator
from typing import Final

from newsclean.category import Category
from newsclean.document import Document
from newsclean.features import Features
from newsclean.lexicon import Lexicon
from newsclean.verdict import Hint

LONG: Final = 8  # words; a shorter line may well come twice in a story: a refrain, the questions of an interview


def find_repeats(document: Document, features: Features, lexicon: Lexicon) -> Iterator[Hint]:
    """The headline a second time, and a long block that stood before.

    The tempting wrong case is the refrain of a poem or 'Yes.' in an interview: short lines repeat in stories.
    """
    headline = features.topic.headline
    for order in range(len(document.blocks)):
        if headline is not None and order != headline and features.words[order] == features.words[headline]:
            yield Hint(order, Category.REPEAT, True, "repeat", "the headline once more")
        elif features.repeated[order] and features.length[order] >= LONG and features.prose[order] > 0:
            yield Hint(order, Category.REPEAT, True, "repeat", "the same words stood before")
