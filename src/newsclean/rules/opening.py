"""What stands between the summary and the story."""

from collections.abc import Iterator

from newsclean.category import Category, Kind
from newsclean.document import Document
from newsclean.features import Features
from newsclean.front import is_chrome, is_paragraph
from newsclean.lexicon import Lexicon
from newsclean.rules.standfirst import find_standfirst
from newsclean.verdict import Hint


def find_opening_lines(document: Document, features: Features, lexicon: Lexicon) -> Iterator[Hint]:
    """A line of a text between the standfirst and the first paragraph is a prompt, a place or a date, but no crosshead.

    A crosshead divides a story, so it has to have paragraphs before it. On a page a heading says by its tag that it is one.
    """
    for standfirst in find_standfirst(document, features, lexicon):
        order = standfirst.block + 1
        while order < len(document.blocks) and not is_paragraph(features, order):
            if _is_plain_line(document, features, order):
                yield Hint(
                    order, Category.OTHER, not document.is_html, "opening", "a line between the summary and the first paragraph"
                )
            order += 1


def _is_plain_line(document: Document, features: Features, order: int) -> bool:
    """Whether a block is a line without a full stop, of which nothing else says what it is."""
    plain = document.blocks[order].kind is Kind.PARAGRAPH and not features.ends_sentence[order]
    return plain and not is_chrome(features, order)
