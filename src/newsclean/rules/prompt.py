"""Short blocks that ask the reader for something."""

from collections.abc import Iterator
from typing import Final

from newsclean.category import Category, Kind
from newsclean.document import Block, Document
from newsclean.features import Features
from newsclean.front import SHORT
from newsclean.lexicon import Cue, Lexicon, Strength
from newsclean.verdict import Hint

LONGEST: Final = 25  # words; a longer block may be a paragraph that quotes one
SHARE_WORDS: Final = 3
LEAST: Final = {
    Category.COMMENTS: Strength.STRONG,
    Category.CONSENT: Strength.STRONG,
    Category.DONATION: Strength.STRONG,
    Category.NEWSLETTER: Strength.STRONG,
    Category.NOTIFICATION: Strength.STRONG,
    Category.REGISTRATION: Strength.STRONG,
    Category.SUBSCRIPTION: Strength.WHOLE_BLOCK,  # 'billed annually' stands in reviews and lists of prices
}


def find_prompts(document: Document, features: Features, lexicon: Lexicon) -> Iterator[Hint]:
    """A short block of a page with a phrase in which an outlet asks its readers for something.

    Of 5,228 such blocks in pages with a hand-made body 22 were body. Other categories are left to the model: 'Contact' and
    'Advertising' may be crossheads, 'Facebook' and 'E-mail' too, and 'subscribe' alone is no prompt in a story on software.
    """
    if not document.is_html:
        return
    for order, cues in enumerate(features.cues):
        if cues and order != features.topic.headline and len(features.words[order]) <= LONGEST:
            cue = max(cues, key=lambda each: each.strength)
            if _asks(cue, features, document.blocks[order]):
                yield Hint(order, cue.category, True, "prompt", f"it says '{cue.phrase}'")


def _asks(cue: Cue, features: Features, block: Block) -> bool:
    """Whether a phrase makes a block a prompt. 'Our mailing list' does in a line of a few words, no sentence and no heading."""
    is_line = features.length[block.order] <= SHORT and not features.ends_sentence[block.order]
    if cue.category is Category.NEWSLETTER and is_line and block.kind is not Kind.CROSSHEAD:
        return True
    if cue.category is Category.SHARE:  # 'Share on Facebook' does, 'Facebook' may be a crosshead
        return cue.strength >= Strength.STRONG and len(features.words[block.order]) >= SHARE_WORDS
    return cue.strength >= LEAST.get(cue.category, Strength.HEADING + 1)
