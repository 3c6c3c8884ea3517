"""Credits: 'Additional reporting by ...' at the end of the story."""

from collections.abc import Iterator
from typing import Final

import numpy as np

from newsclean.category import Role
from newsclean.document import Document
from newsclean.features import Features
from newsclean.lexicon import Lexicon
from newsclean.verdict import Hint

LONGEST: Final = 25  # words; a longer block is a paragraph that happens to begin so
PHRASE_WORDS: Final = range(1, 9)  # the lengths of credit phrases; a character is a word in scripts without spaces


def find_credits(document: Document, features: Features, lexicon: Lexicon) -> Iterator[Hint]:
    """A short block that opens or ends with a credit phrase and stands after prose of the story.

    Before the story the same words are a byline: 'Reporting by A' under a headline names the author.
    """
    story = np.flatnonzero((features.prose > 0.5) & (features.in_region > 0))
    after = range(int(story[0]) + 1, len(features.words)) if len(story) else ()
    for order in after:
        words = features.words[order]
        if not 2 <= len(words) <= LONGEST:
            continue
        if words[0] in lexicon.label_openers and _opens(words, document.blocks[order].text, lexicon):
            yield Hint(order, Role.CREDIT, True, "credit", "it opens with a credit phrase, after the story")
        elif words[-1] in lexicon.credit_ends and any(words[-size:] in lexicon.credit_closers for size in PHRASE_WORDS):
            yield Hint(order, Role.CREDIT, True, "credit", "it ends with a credit phrase, after the story")


def _opens(words: tuple[str, ...], text: str, lexicon: Lexicon) -> bool:
    return any(words[:size] in lexicon.credit_openers and _names_follow(text, size) for size in PHRASE_WORDS)


def _names_follow(text: str, size: int) -> bool:
    """Whether what stands behind the first words could be a name: 'With agencies closed for winter, ...' is a sentence."""
    rest = " ".join(text.split()[size:]).lstrip(" :(-–—")
    return not rest[:1].islower()
