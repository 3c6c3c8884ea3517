"""What stands between the summary and the story."""

from collections.abc import Iterator
from typing import Final

from newsclean.category import Category, Kind
from newsclean.document import Document
from newsclean.features import Features
from newsclean.front import is_chrome, is_paragraph
from newsclean.lexicon import Lexicon
from newsclean.rules.standfirst import find_standfirst
from newsclean.verdict import Hint

FAR: Final = 4  # lines; more of them are a list, which may be the story's own


def find_opening_lines(document: Document, features: Features, lexicon: Lexicon) -> Iterator[Hint]:
    """A line of a text between the standfirst and the first paragraph is a prompt, a place or a date, but no crosshead.

    A crosshead divides a story, so it has to have paragraphs before it. On a page a heading says by its tag that it is one. In a
    list of things the first heading stands there too: in the words of the story, or as one of many lines.
    """
    for standfirst in find_standfirst(document, features, lexicon):
        first = order = standfirst.block + 1
        while order < len(document.blocks) and not is_paragraph(features, order):
            order += 1
        lines = [each for each in range(first, order) if _is_plain_line(document, features, each)]
        for line in lines:
            certain = not document.is_html and len(lines) <= FAR and not features.topic.shared[line]
            yield Hint(line, Category.OTHER, certain, "opening", "a line between the summary and the first paragraph")


def _is_plain_line(document: Document, features: Features, order: int) -> bool:
    """Whether a block is a line without a full stop, of which nothing else says what it is."""
    plain = document.blocks[order].kind is Kind.PARAGRAPH and not features.ends_sentence[order]
    return plain and not is_chrome(features, order)
