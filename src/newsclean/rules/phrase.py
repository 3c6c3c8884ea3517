"""The category that a cue phrase of the lexicon names."""

from collections.abc import Iterator

from newsclean.document import Document
from newsclean.features import Features
from newsclean.front import SHORT
from newsclean.lexicon import Cue, Lexicon
from newsclean.verdict import Hint


def name_phrases(document: Document, features: Features, lexicon: Lexicon) -> Iterator[Hint]:
    """The strongest phrase of a block names what it is, should the score leave it out. It only names."""
    for order, strong in enumerate(features.strong):
        if strong:
            yield _hint(order, max(strong, key=lambda each: (each.strength, each.end - each.start)))


def name_short_lines(document: Document, features: Features, lexicon: Lexicon) -> Iterator[Hint]:
    """A weak phrase names a line of a few words, 'Our mailing list', more exactly than the box around it."""
    for order, cues in enumerate(features.cues):
        if cues and features.length[order] <= SHORT and not features.ends_sentence[order]:
            yield _hint(order, cues[0])


def name_weak_phrases(document: Document, features: Features, lexicon: Lexicon) -> Iterator[Hint]:
    """A weak phrase names a longer line only where nothing else does: 'subscribers' stands in teasers too."""
    for order, cues in enumerate(features.cues):
        if cues:
            yield _hint(order, cues[0])


def _hint(order: int, cue: Cue) -> Hint:
    return Hint(order, cue.category, False, "phrase", f"it says '{cue.phrase}'")
