"""Lines without a word."""

import re
from collections.abc import Iterator
from typing import Final

from newsclean.category import Category
from newsclean.document import Document
from newsclean.features import Features
from newsclean.lexicon import Lexicon
from newsclean.verdict import Hint

TAGS: Final = re.compile(r"(?:<[!?/]?[A-Za-z][^<>]*>\s*)+")


def find_separators(document: Document, features: Features, lexicon: Lexicon) -> Iterator[Hint]:
    """'---', '***', '|' and a lone emoji say nothing: no letter and no digit stands in them. Nor do tags left in a text.

    '<p>' alone is a tag; 'Write <p> first' has words, and '<3' is none. On a page, tags that can be read are a sample of code.
    """
    for order, words in enumerate(features.words):
        if not words:
            yield Hint(order, Category.OTHER, True, "separator", "no letter or digit in it")
        elif not document.is_html and document.blocks[order].text[0] == "<" and TAGS.fullmatch(document.blocks[order].text):
            yield Hint(order, Category.OTHER, True, "separator", "nothing but tags in it")
