"""Lines without a word."""

from collections.abc import Iterator

from newsclean.category import Category
from newsclean.document import Document
from newsclean.features import Features
from newsclean.lexicon import Lexicon
from newsclean.verdict import Hint


def find_separators(document: Document, features: Features, lexicon: Lexicon) -> Iterator[Hint]:
    """'---', '***', '|' and a lone emoji say nothing: no letter and no digit stands in them."""
    for order, words in enumerate(features.words):
        if not words:
            yield Hint(order, Category.OTHER, True, "separator", "no letter or digit in it")
