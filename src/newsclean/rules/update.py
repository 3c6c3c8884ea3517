"""The time lines of a live page."""

from collections.abc import Iterator
from typing import Final

from newsclean.category import Kind
from newsclean.document import Document
from newsclean.features import Features
from newsclean.lexicon import Lexicon
from newsclean.verdict import Hint

LIVE: Final = 3  # time lines that make a page a live page; one or two are an opening time or the length of a film


def find_updates(document: Document, features: Features, lexicon: Lexicon) -> Iterator[Hint]:
    """A time of day alone on its line, before an entry of the story, on a page with several such lines."""
    update = Kind.UPDATE
    lines = [
        order
        for order, block in enumerate(document.blocks)
        if block.kind is update and features.in_region[order] and features.boxes[order] is None
    ]
    if len(lines) >= LIVE:
        for order in lines:
            yield Hint(order, None, True, "update", "the time of an entry of a live page")
