"""The printed line that names who wrote the article."""

import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import Final

from newsclean.category import Role
from newsclean.document import Block, Document
from newsclean.features import Features
from newsclean.front import front_of, is_chrome, is_foreign
from newsclean.lexicon import Lexicon
from newsclean.parse.byline import is_prose, may_open
from newsclean.verdict import Hint

# Looked for in small letters, which is ten times as fast as to ignore the case.
AUTHOR_TOKEN: Final = re.compile(r"author|byline|by-line|autor|verfasser|writer|contributor|reporter")
NOT_AUTHOR_TOKEN: Final = re.compile(r"bio|box|about|comment|avatar|social|related|date|time")
FAR: Final = 10  # blocks of chrome that may stand between a name and its date
NEIGHBOURS: Final = 2  # lines between a name and the date that vouches for it


def find_bylines(document: Document, features: Features, lexicon: Lexicon) -> Iterator[Hint]:
    """A line near the headline that reads as a byline, and that something vouches for.

    That is the 'By' it opens with, the page that marks it as the author, or a line with the date beside it.

    The tempting wrong case is the section label over the headline: 'Middle East' has the form of a name, but nothing vouches
    for it.
    """
    for order in front_of(features):
        block = document.blocks[order]
        if order == features.topic.headline or block.hidden or is_chrome(features, order) or is_prose(block.text):
            continue
        if not may_open(block.text, features.words[order], lexicon) and not _vouched(order, document, features):
            continue
        line = features.bylines[block.text] if not features.is_date[order] else None
        if line is None:
            continue
        because = "it opens as bylines do" if line.opened else _vouched(order, document, features)
        if because:
            yield Hint(order, Role.BYLINE, True, "byline", because)


def _vouched(order: int, document: Document, features: Features) -> str | None:
    """What vouches for a name that nothing opens, or None."""
    if _is_marked(document.blocks[order], document):
        return "the page marks it as the author"
    if order > (features.topic.headline or 0) and _dated_nearby(order, features):
        return "a name beside the date, near the headline"
    return None


def _is_marked(block: Block, document: Document) -> bool:
    box = document.containers[block.container]
    marks = (mark for mark in block.marks if mark.end - mark.start > len(block.text) / 3)
    tokens = [f"{mark.tokens} {mark.rel} {mark.itemprop}".lower() for mark in marks]
    tokens += [box.tokens, document.containers[box.parent].tokens if box.parent >= 0 else ""]
    return any(AUTHOR_TOKEN.search(each) and not NOT_AUTHOR_TOKEN.search(each) for each in tokens)


def _dated_nearby(order: int, features: Features) -> bool:
    """Whether a date stands right above a line or a little below it, prompts, share bars and other foreign lines not counted."""
    above = (each for each in range(order - 1, max(0, order - FAR) - 1, -1) if not is_foreign(features, each))
    below = (each for each in range(order + 1, min(order + FAR, len(features.words))) if not is_foreign(features, each))
    return any(features.is_date[each] for each in chain(islice(above, 1), islice(below, NEIGHBOURS)))
