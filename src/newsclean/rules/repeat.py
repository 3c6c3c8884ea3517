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

    The tempting wrong case is the refrain of a poem or 'Yes.' in an interview: short lines repeat in stories. On a page this only
    names: what looks like the headline there may be a crosshead that the title quotes.
    """
    headline = features.topic.headline
    title = features.words[headline] if headline is not None else None
    are_long = ((features.repeated > 0) & (features.length >= LONG) & (features.prose > 0)).tolist()
    for order, (words, is_long) in enumerate(zip(features.words, are_long, strict=True)):
        if words == title and order != headline:
            yield Hint(order, Category.REPEAT, not document.is_html, "repeat", "the headline once more")
        elif is_long:
            yield Hint(order, Category.REPEAT, not document.is_html, "repeat", "the same words stood before")
