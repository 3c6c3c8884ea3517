"""The front of the article: where headline, byline, timestamps and standfirst stand."""

from collections.abc import Sequence
from typing import Final

from newsclean.features import Features

AFTER: Final = 14  # blocks behind the headline that are looked at; share bars and captions stand between
BEFORE: Final = 6  # blocks in front of it: some layouts print the date or the byline above the headline


def front_of(features: Features) -> Sequence[int]:
    """Orders of the blocks around the headline in which its companions may stand, up to the story's second paragraph.

    Empty without a headline: a name or a date somewhere in a list of lines is nobody's byline.
    """
    headline = features.topic.headline
    if headline is None:
        return range(0)
    last = min(headline + 1 + AFTER, len(features.words))
    paragraphs = [order for order in range(headline + 1, last) if is_paragraph(features, order)]
    return range(max(0, headline - BEFORE), paragraphs[1] if len(paragraphs) > 1 else last)


def is_paragraph(features: Features, order: int) -> bool:
    """Whether a block reads like a paragraph of the story rather than of a box."""
    return bool(features.prose[order] > 0.5 and features.boxes[order] is None)
