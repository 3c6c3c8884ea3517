"""Captions of the story's own images."""

from collections.abc import Iterator

from newsclean.category import Kind
from newsclean.document import Document
from newsclean.features import Features
from newsclean.lexicon import Lexicon
from newsclean.verdict import Hint


def find_captions(document: Document, features: Features, lexicon: Lexicon) -> Iterator[Hint]:
    """A caption inside the region of the story is the story's own; any other goes with the region it stands in."""
    for order, block in enumerate(document.blocks):
        if block.kind is Kind.CAPTION and features.in_region[order] and features.boxes[order] is None and not block.hidden:
            yield Hint(order, None, True, "caption", "a caption within the story")
