"""Sections of related stories and donation appeals that read like prose."""

from collections.abc import Iterator
from typing import Final

from newsclean.category import Category
from newsclean.document import Document
from newsclean.features import Features
from newsclean.lexicon import Lexicon, Strength
from newsclean.verdict import Hint

SECTIONS: Final = frozenset({Category.RELATED, Category.DONATION})
OPENER_WORDS: Final = 16  # a longer block is no heading
FAR: Final = 8  # blocks in which a section must have come to its end or to its next cue
ENOUGH: Final = 2  # words of the topic that bring the story back
SHARE: Final = 0.2  # and their share of the block's content words
QUOTES: Final = "\"“„«»‘'「『"


def find_sections(document: Document, features: Features, lexicon: Lexicon) -> Iterator[Hint]:
    """A cue opens a section, which takes all that follows until the story comes back.

    'Top stories' is followed by teasers, 'Your support helps us' by paragraphs of an appeal. They are prose, so their form says
    nothing; but they are about something else. The story is back with a block that shares words with the headline and with the
    blocks about it, or that leans on what came before: a teaser never begins with 'But' or with a quotation mark. A story about
    an appeal shares the appeal's words, so it is not cut.
    """
    order = 0
    while order < len(document.blocks):
        category = _opens(document, features, order)
        if category is None:
            order += 1
            continue
        end = _end_of(document, features, lexicon, order, category)
        cue = document.blocks[order].text[:60]
        yield Hint(order, category, True, "section", "a cue that opens a section about something else than the headline")
        for inside in range(order + 1, end):
            yield Hint(inside, category, True, "section", f"it stands in the section that '{cue}' opens, and is not about the headline")
        order = end


def _opens(document: Document, features: Features, order: int) -> Category | None:
    """The category of the section that a block opens, or None."""
    if features.length[order] > OPENER_WORDS or order == features.topic.headline:
        return None
    for cue in features.cues[order]:
        if cue.category in SECTIONS and cue.strength >= Strength.STRONG and not _is_story(features, order):
            return cue.category
    return None


def _end_of(document: Document, features: Features, lexicon: Lexicon, opener: int, category: Category) -> int:
    """Order after the section's last block."""
    end = opener + 1
    limit = min(len(document.blocks), opener + 1 + FAR)
    order = end
    while order < limit:
        same = any(cue.category is category and cue.strength >= Strength.STRONG for cue in features.cues[order])
        if same:
            end, limit = order + 1, min(len(document.blocks), order + 1 + FAR)
        elif _is_story(features, order) or order == features.topic.headline:
            break
        elif end == order and _could_belong(document, features, lexicon, order, category):
            end = order + 1
        order += 1
    return end


def _is_story(features: Features, order: int) -> bool:
    """Whether a block is about what the headline is about."""
    topic = features.topic
    return bool(topic.shared[order] >= ENOUGH and topic.cohesion(order) >= SHARE)


def _could_belong(document: Document, features: Features, lexicon: Lexicon, order: int, category: Category) -> bool:
    """Whether a block that is not about the headline could go with the section.

    A teaser stands alone, so it doesn't open with 'But' or a quotation mark; an appeal is prose or speaks to the reader.
    """
    words = features.words[order]
    if category is Category.DONATION:
        return bool(features.prose[order] > 0.5) or any(word in lexicon.reader_words for word in words)
    return document.blocks[order].text[0] not in QUOTES and not (words and words[0] in lexicon.continuers)
