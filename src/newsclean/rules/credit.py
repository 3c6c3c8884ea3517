"""Credits: 'Additional reporting by ...' at the end of the story."""

from collections.abc import Iterator
from typing import Final

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
    story_began = False
    for order, words in enumerate(features.words):
        if story_began and 2 <= len(words) <= LONGEST:
            if any(
                words[:size] in lexicon.credit_openers and _names_follow(document.blocks[order].text, size)
                for size in PHRASE_WORDS
            ):
                yield Hint(order, Role.CREDIT, True, "credit", "it opens with a credit phrase, after the story")
            elif any(words[-size:] in lexicon.credit_closers for size in PHRASE_WORDS):
                yield Hint(order, Role.CREDIT, True, "credit", "it ends with a credit phrase, after the story")
        story_began = story_began or bool(features.prose[order] > 0.5 and features.in_region[order])


def _names_follow(text: str, size: int) -> bool:
    """Whether what stands behind the first words could be a name: 'With agencies closed for winter, ...' is a sentence."""
    rest = " ".join(text.split()[size:]).lstrip(" :(-–—")
    return not rest[:1].islower()
