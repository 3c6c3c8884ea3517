"""The label above the headline."""

import re
from collections.abc import Iterator
from typing import Final

from newsclean.category import Role
from newsclean.document import Document
from newsclean.features import Features
from newsclean.lexicon import Lexicon, Strength
from newsclean.topic import MENU_LINE
from newsclean.verdict import Hint

KICKER_TOKEN: Final = re.compile(r"kicker|overline|eyebrow|topline|roofline|dachzeile|pretitle|label-headline|supertitle", re.IGNORECASE)
LONGEST: Final = 8  # words


def find_kicker(document: Document, features: Features, lexicon: Lexicon) -> Iterator[Hint]:
    """The short line right above the headline, if the page calls it so, or if a text has it alone there.

    The last entry of a menu stands right above the headline too, but other entries stand above it.
    """
    headline = features.topic.headline
    if headline is None or headline == 0:
        return
    above = headline - 1
    block = document.blocks[above]
    if not 0 < features.length[above] <= LONGEST or features.ends_sentence[above] or features.has_cue(above, Strength.STRONG):
        return
    if MENU_LINE.search(block.text):
        return
    if document.is_html:
        tokens = " ".join([document.containers[block.container].tokens, *(mark.tokens for mark in block.marks)])
        if KICKER_TOKEN.search(tokens):
            yield Hint(above, Role.KICKER, True, "kicker", "the page marks it as the label above the headline")
    elif above == 0 or not _is_short_entry(features, above - 1):
        yield Hint(above, Role.KICKER, True, "kicker", "a label alone above the headline")


def _is_short_entry(features: Features, order: int) -> bool:
    """Whether a line could be one more entry of a menu; a prompt or a line without words could not."""
    return bool(0 < features.length[order] <= LONGEST and not features.has_cue(order, Strength.STRONG))
