"""The category that a cue phrase of the lexicon names."""

from collections.abc import Iterator

from newsclean.document import Document
from newsclean.features import Features
from newsclean.lexicon import Lexicon
from newsclean.verdict import Hint


def name_phrases(document: Document, features: Features, lexicon: Lexicon) -> Iterator[Hint]:
    """The strongest phrase of a block names what it is, should the score leave it out. It moves nothing."""
    for order, cues in enumerate(features.cues):
        if cues:
            cue = max(cues, key=lambda each: (each.strength, each.end - each.start))
            yield Hint(order, cue.category, False, "phrase", f"it says '{cue.phrase}'")
