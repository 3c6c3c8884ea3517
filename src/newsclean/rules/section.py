"""Sections of related stories and donation appeals that read like prose."""

from collections.abc import Iterator
from typing import Final

from newsclean.category import Category, Kind
from newsclean.document import Document
from newsclean.features import Features
from newsclean.lexicon import Lexicon, Strength
from newsclean.verdict import Hint

OPENER_WORDS: Final = 16  # a longer block is no heading
FAR: Final = 8  # blocks in which a section must have come to its end or to its next cue
ENOUGH: Final = 2  # words of the topic that bring the story back
SHARE: Final = 0.2  # and their share of the block's content words
QUOTES: Final = "\"“„«»‘'「『—–"


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
            because = f"it stands in the section that '{cue}' opens, and is not about the headline"
            yield Hint(inside, category, True, "section", because)
        order = end


def _opens(document: Document, features: Features, order: int) -> Category | None:
    """The category of the section that a block opens, or None.

    A list of related stories has to be announced by its heading, since 'Related: the bridge' is complete in itself; an appeal may
    begin with any of its phrases.
    """
    if features.length[order] > OPENER_WORDS or order == features.topic.headline or is_story(features, order):
        return None
    for cue in features.cues[order]:
        if cue.category is Category.RELATED and cue.strength is Strength.HEADING:
            return cue.category
        if cue.category is Category.DONATION and cue.strength >= Strength.STRONG:
            return cue.category
    return None


def _end_of(document: Document, features: Features, lexicon: Lexicon, opener: int, category: Category) -> int:
    """Order after the section's last block."""
    end = opener + 1
    last = _box_end(document, opener)
    limit = min(last, opener + 1 + FAR)
    order = end
    while order < limit:
        cue = _own_cue(features, order)
        if cue is category:
            end, limit = order + 1, min(last, order + 1 + FAR)
        elif cue is not None or order == features.topic.headline or is_story(features, order):
            break
        elif end == order and _could_belong(document, features, lexicon, opener, order, category):
            end = order + 1
        order += 1
    return end


def _box_end(document: Document, opener: int) -> int:
    """Order after the last block of the smallest box that holds more than the opener. A heading announces what its box holds."""
    box = document.containers[document.blocks[opener].container]
    while box.last == opener + 1 and box.parent >= 0:
        box = document.containers[box.parent]
    return box.last


def _own_cue(features: Features, order: int) -> Category | None:
    """The category of the block's own strong cue."""
    return next((cue.category for cue in features.cues[order] if cue.strength >= Strength.STRONG), None)


def is_story(features: Features, order: int) -> bool:
    """Whether a block is about what the headline is about."""
    topic = features.topic
    return bool(topic.shared[order] >= ENOUGH and topic.cohesion(order) >= SHARE)


def _could_belong(document: Document, features: Features, lexicon: Lexicon, opener: int, order: int, category: Category) -> bool:
    """Whether a block that is not about the headline could go with the section.

    An appeal is prose or speaks to the reader. A teaser stands alone, so it doesn't open with 'But' or a quotation mark; and
    teasers are alike: no paragraph follows headlines.
    """
    words, block = features.words[order], document.blocks[order]
    if category is Category.DONATION:
        return bool(features.prose[order] > 0.5) or any(word in lexicon.reader_words for word in words)
    if order > opener + 1 and features.ends_sentence[order] and words and not features.ends_sentence[order - 1]:
        return False
    return block.kind is not Kind.CROSSHEAD and block.text[0] not in QUOTES and not (words and words[0] in lexicon.continuers)
