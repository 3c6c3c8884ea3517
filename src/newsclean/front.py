"""The front of the article: where headline, byline, timestamps and standfirst stand."""

from collections.abc import Sequence
from itertools import islice
from typing import Final

from newsclean.features import Features

AFTER: Final = 14  # blocks behind the headline that are looked at; share bars and captions stand between
ENOUGH: Final = 2  # words of the topic that make a block one of the story
SHARE: Final = 0.2  # and their share of the block's content words
SHORT: Final = 8  # words
BEFORE: Final = 6  # blocks in front of it: some layouts print the date or the byline above the headline


def front_of(features: Features) -> Sequence[int]:
    """Orders of the blocks around the headline in which its companions may stand, up to the story's second paragraph.

    Empty without a headline: a name or a date somewhere in a list of lines is nobody's byline.
    """
    headline = features.topic.headline
    if headline is None:
        return range(0)
    last = min(headline + 1 + AFTER, len(features.words))
    paragraphs = (
        order for order in range(headline + 1, last) if is_paragraph(features, order) and is_plainly_story(features, order)
    )
    return range(max(0, headline - BEFORE), next(islice(paragraphs, 1, None), last))


def is_paragraph(features: Features, order: int) -> bool:
    """Whether a block reads like a paragraph of the story rather than of a box or a prompt."""
    return bool(features.prose[order] > 0.5 and not is_chrome(features, order))


def is_story(features: Features, order: int) -> bool:
    """Whether a block is about what the headline is about."""
    topic = features.topic
    return bool(topic.shared[order] >= ENOUGH and topic.cohesion(order) >= SHARE)


def is_plainly_story(features: Features, order: int) -> bool:
    """Whether a block is so much about the headline that no section goes on behind it."""
    topic = features.topic
    return bool(topic.in_headline[order] >= ENOUGH or (topic.shared[order] >= 2 * ENOUGH and topic.cohesion(order) >= SHARE))


def is_chrome(features: Features, order: int) -> bool:
    """Whether a block has no word, says the headline again, or is chrome by its own cue or by the box around it.

    A weak cue is enough in a line that is no sentence.
    """
    if features.boxes[order] is not None or not features.words[order]:
        return True
    if features.cues[order]:
        is_line = not features.ends_sentence[order] and bool(features.length[order] <= SHORT)
        if is_line or features.strong[order]:
            return True
    headline = features.topic.headline
    return headline is not None and order != headline and features.words[order] == features.words[headline]


def is_foreign(features: Features, order: int) -> bool:
    """Whether a block stands among the lines of the front without being one: chrome, or a sentence about something else."""
    return is_chrome(features, order) or (bool(features.ends_sentence[order]) and not is_story(features, order))


def next_to(features: Features, order: int) -> int | None:
    """The nearest block behind another one that is not chrome; None at the end."""
    return next((each for each in range(order + 1, len(features.words)) if not is_chrome(features, each)), None)
