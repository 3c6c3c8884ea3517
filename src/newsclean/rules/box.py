"""The category that the box around a block names."""

from collections.abc import Iterator
from typing import Final

from newsclean.category import Category
from newsclean.document import Document
from newsclean.features import Features
from newsclean.lexicon import Lexicon
from newsclean.verdict import Hint

BECAUSE: Final = {each: f"it stands in a box for {each.value.replace('_', ' ')}" for each in Category}


def name_boxes(document: Document, features: Features, lexicon: Lexicon) -> Iterator[Hint]:
    """A box whose tag, class or id says what it holds names its blocks. It only names."""
    for order, category in enumerate(features.boxes):
        if category is not None:
            yield Hint(order, category, False, "box", BECAUSE[category])
