"""Sections of related stories and donation appeals that read like prose."""

from collections.abc import Iterator
from typing import Final

from newsclean.category import Category, Kind
from newsclean.document import Document
from newsclean.features import SENTENCE_END, Features
from newsclean.front import is_plainly_story, is_story
from newsclean.lexicon import Lexicon, Strength
from newsclean.verdict import Hint

OPENER_WORDS: Final = 16  # a longer block is no heading
FAR: Final = 8  # blocks in which a section must have come to its end or to its next cue
QUOTES: Final = "\"“„«»‘'「『—–"
TEASER_WORDS: Final = 23  # a longer block of a text is no teaser
TEASERS: Final = 2  # sentences that show how long those of a section are
LONGER: Final = 1.5  # times the longest of them


def find_sections(document: Document, features: Features, lexicon: Lexicon) -> Iterator[Hint]:
    """A cue opens a section, which takes all that follows until the story comes back.

    'Top stories' is followed by teasers, 'Your support helps us' by paragraphs of an appeal. They are prose, so their form says
    little; but they are about something else. The story is back with a block that shares words with the headline and with the
    blocks about it, or that leans on what came before: a teaser never begins with 'But' or with a quotation mark. In a text,
    where no box tells, it is back too with a block of more words or sentences than a teaser has: many a paragraph shares no
    word with its headline. A story about an appeal shares the appeal's words, so it is not cut.
    """
    end = 0
    for order in [order for order, cues in enumerate(features.cues) if cues]:
        category = _opens(document, features, order) if order >= end else None
        if category is None:
            continue
        end = _end_of(document, features, lexicon, order, category)
        cue = document.blocks[order].text[:60]
        yield Hint(order, category, True, "section", "a cue that opens a section about something else than the headline")
        because = f"it stands in the section that '{cue}' opens, and is not about the headline"
        for inside in range(order + 1, end):
            yield Hint(inside, category, True, "section", because)


def _opens(document: Document, features: Features, order: int) -> Category | None:
    """The category of the section that a block opens, or None.

    A list of related stories has to be announced by its heading, since 'Related: the bridge' is complete in itself; an appeal may
    begin with any of its phrases.
    """
    if features.length[order] > OPENER_WORDS:
        return None
    if order == features.topic.headline or is_story(features, order):
        return None
    for cue in features.cues[order]:
        if cue.category is Category.RELATED and cue.strength is Strength.HEADING:
            return cue.category
        if cue.category is Category.DONATION and cue.strength >= Strength.STRONG:
            return cue.category
    return None


def _end_of(document: Document, features: Features, lexicon: Lexicon, opener: int, category: Category) -> int:
    """Order after the section's last block: its last cue, or the last of the blocks after that which could belong to it."""
    last = _box_end(document, opener, category)
    end = order = opener + 1
    while order < min(last, end + FAR):
        cue = _own_cue(features, order)
        if cue is category and _goes_on(document, features, lexicon, range(end, order), category):
            end = order + 1
        elif cue is not None or order == features.topic.headline or is_plainly_story(features, order):
            break
        order += 1
    tail = end
    while tail < last and _may_follow(document, features, lexicon, range(end, tail), category):
        tail += 1
    # Teasers don't come alone: one paragraph behind a heading is rather the story again, and that must not be lost.
    paragraphs = sum(bool(prose > 0.5) for prose in features.prose[end:tail])
    return end if category is Category.RELATED and paragraphs == 1 else tail


def _box_end(document: Document, opener: int, category: Category) -> int:
    """Order after the last block of the smallest box that holds more than the opener. A heading announces what its box holds.

    An appeal may begin with its last block, the button 'Chip in' under paragraphs that no phrase gives away: its box is not left.
    """
    box = document.containers[document.blocks[opener].container]
    while box.last == opener + 1 and box.parent >= 0 and not (category is Category.DONATION and box.first < opener):
        box = document.containers[box.parent]
    return box.last


def _own_cue(features: Features, order: int) -> Category | None:
    """The category of the block's own strong cue."""
    return features.strong[order][0].category if features.strong[order] else None


def _goes_on(document: Document, features: Features, lexicon: Lexicon, between: range, category: Category) -> bool:
    """Whether the blocks between two cues all belong to the section. In a text the last of them may be the story again."""
    if between and not document.is_html and is_story(features, between[-1]):
        return False
    return all(_may_stand_inside(document, features, lexicon, range(between.start, order), category) for order in between)


def _may_follow(document: Document, features: Features, lexicon: Lexicon, before: range, category: Category) -> bool:
    """Whether the block behind the section's last cue and some blocks goes with them."""
    order = before.stop
    if features.cues[order] and not features.ends_sentence[order]:
        return False
    if _own_cue(features, order) is not None or order == features.topic.headline or is_story(features, order):
        return False
    if category is Category.RELATED and _follows_headlines(features, order):
        return False
    return _may_stand_inside(document, features, lexicon, before, category)


def _follows_headlines(features: Features, order: int) -> bool:
    """Whether a sentence stands behind a teaser that is none. Teasers are alike: no paragraph follows headlines."""
    before = order - 1
    if not features.ends_sentence[order] or not features.words[before] or features.ends_sentence[before]:
        return False
    return _own_cue(features, before) is not Category.RELATED


def _may_stand_inside(document: Document, features: Features, lexicon: Lexicon, before: range, category: Category) -> bool:
    """Whether the form of the block behind a cue and some blocks allows it in the section.

    An appeal speaks to the reader. A teaser stands alone, so it doesn't open with 'But' or a quotation mark; in a text that is
    asked of sentences, since headlines open with both.
    """
    order = before.stop
    words, block = features.words[order], document.blocks[order]
    if category is Category.DONATION:
        return bool(features.to_reader[order])
    if not document.is_html:
        if _is_longer(document, features, before):
            return False
        if not features.ends_sentence[order]:  # 'Il' leans on what came before in French and opens a headline in Italian
            return block.kind is not Kind.CROSSHEAD
    return block.kind is not Kind.CROSSHEAD and block.text[0] not in QUOTES and not (words and words[0] in lexicon.continuers)


def _is_longer(document: Document, features: Features, before: range) -> bool:
    """Whether a block is longer than a teaser, or than those before it."""
    order = before.stop
    if features.length[order] > TEASER_WORDS:
        return True
    if not features.ends_sentence[order]:
        return False
    if len(SENTENCE_END.findall(document.blocks[order].text)) > 1:
        return True
    teasers = [features.length[each] for each in before[-FAR:] if features.ends_sentence[each]]
    return len(teasers) >= TEASERS and bool(features.length[order] > LONGER * max(teasers))
