"""Captions of the story's own images."""

from collections.abc import Iterator

from newsclean.category import Kind
from newsclean.document import Document
from newsclean.features import Features
from newsclean.lexicon import Lexicon
from newsclean.verdict import Hint



def find_captions(document: Document, features: Features, lexicon: Lexicon) -> Iterator[Hint]:
    """A caption in the region of the story, or between the headline and it, is the story's own; any other goes with where it stands.

    The caption of a related story stands in that story's box, or behind the region.
    """
    region = [order for order, inside in enumerate(features.in_region) if inside]
    if not region:
        return
    headline = features.topic.headline
    first = region[0] if headline is None else min(region[0], headline)
    for order, block in enumerate(document.blocks):
        if block.kind is Kind.CAPTION and first <= order <= region[-1] and features.boxes[order] is None and not block.hidden:
            yield Hint(order, None, True, "caption", "a caption within the story")
