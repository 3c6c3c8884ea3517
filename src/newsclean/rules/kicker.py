"""The label above the headline."""

import re
from collections.abc import Iterator
from typing import Final

from newsclean.category import Category, Kind, Role
from newsclean.document import Document
from newsclean.features import Features
from newsclean.front import is_chrome
from newsclean.lexicon import Lexicon
from newsclean.verdict import Hint

KICKER_TOKEN: Final = re.compile(
    r"kicker|overline|eyebrow|topline|roofline|dachzeile|pretitle|supertitle|antetitulo|occhiello|surtitre|entry-label|topper"
)
BARS: Final = re.compile(r"\s[|·•›»>/]\s")  # between the steps of a breadcrumb or the entries of a menu
FAR: Final = 8  # lines of chrome that may stand between the kicker and the headline of a text
LONGEST: Final = 8  # words


def find_kicker(document: Document, features: Features, lexicon: Lexicon) -> Iterator[Hint]:
    """The short line right above the headline, if the page calls it so, or if it stands alone there.

    The last entry of a menu stands right above the headline too, but other entries stand above it, in the same box.
    """
    headline = features.topic.headline
    above = _line_above(document, features, headline) if headline is not None else None
    if headline is None or above is None or features.length[above] > LONGEST or features.cues[above]:
        return
    if BARS.search(document.blocks[above].text) or document.blocks[above].kind is Kind.CAPTION:
        return
    if _is_marked(document, above):
        yield Hint(above, Role.KICKER, True, "kicker", "the page marks it as the label above the headline")
    elif features.boxes[above] is None and _stands_alone(document, features, above, headline):
        yield Hint(above, Role.KICKER, True, "kicker", "a label alone above the headline")


def _line_above(document: Document, features: Features, headline: int) -> int | None:
    """The nearest line above the headline, None if there is none; in a text, prompts and sentences between are passed over.

    A menu is not: what stands above it is the name of the outlet.
    """
    far = 1 if document.is_html else FAR
    for order in range(headline - 1, max(-1, headline - 1 - far), -1):
        if any(cue.category is Category.NAVIGATION for cue in features.cues[order]):
            return None
        if not features.ends_sentence[order] and (document.is_html or not is_chrome(features, order)):
            return order
    return None


def _stands_alone(document: Document, features: Features, above: int, headline: int) -> bool:
    """Whether no other entry stands above a line: it opens the headline's box, or follows something that is no entry."""
    if document.is_html and _opens_box_of(document, above, headline):
        return True
    box = document.containers[document.blocks[above].container]
    while box.last - box.first == 1 and box.parent >= 0:
        box = document.containers[box.parent]
    return box.first <= headline < box.last and (above == 0 or not _is_entry(features, above - 1))


def _is_marked(document: Document, order: int) -> bool:
    block = document.blocks[order]
    tokens = [document.containers[block.container].tokens, *(mark.tokens.lower() for mark in block.marks)]
    return any(KICKER_TOKEN.search(each) for each in tokens)


def _opens_box_of(document: Document, above: int, headline: int) -> bool:
    """Whether a block is the first in the box around the headline."""
    box = document.containers[document.blocks[headline].container]
    while box.first == headline and box.parent >= 0:
        box = document.containers[box.parent]
    return box.first == above


def _is_entry(features: Features, order: int) -> bool:
    """Whether a line could be one more entry of a menu; a prompt or a line without words could not."""
    return bool(0 < features.length[order] <= LONGEST and not features.cues[order])
