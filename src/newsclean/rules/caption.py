"""Captions of the story's own images."""

from collections.abc import Iterator

import numpy as np

from newsclean.category import Kind
from newsclean.document import Container, Document
from newsclean.features import Features
from newsclean.lexicon import Lexicon
from newsclean.verdict import Hint


def find_captions(document: Document, features: Features, lexicon: Lexicon) -> Iterator[Hint]:
    """A caption in the smallest box with headline and story in it is the story's own; any other goes with where it stands.

    The caption of a related story stands in that story's box, or outside.
    """
    holder, caption = _box_of_story(document, features), Kind.CAPTION
    for block in document.blocks[holder.first : holder.last]:
        if block.kind is caption and features.boxes[block.order] is None and not block.hidden:
            yield Hint(block.order, None, True, "caption", "a caption within the story")


def _box_of_story(document: Document, features: Features) -> Container:
    """The smallest box with the headline and the region in it."""
    inside = np.flatnonzero(features.in_region).tolist()
    if features.topic.headline is not None:
        inside.append(features.topic.headline)
    first, last = min(inside, default=0), max(inside, default=-1)
    index = document.blocks[first].container if document.blocks else 0
    while not document.containers[index].first <= first <= last < document.containers[index].last and index > 0:
        index = document.containers[index].parent
    return document.containers[index]
