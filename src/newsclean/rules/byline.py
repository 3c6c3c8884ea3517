"""The printed line that names who wrote the article."""

import re
from collections.abc import Iterator
from typing import Final

from newsclean.category import Role
from newsclean.document import Block, Document
from newsclean.features import Features
from newsclean.front import front_of, is_chrome, is_foreign
from newsclean.lexicon import Lexicon
from newsclean.parse.byline import read_byline
from newsclean.parse.timestamp import read_timestamp_line
from newsclean.verdict import Hint

AUTHOR_TOKEN: Final = re.compile(r"author|byline|by-line|autor|verfasser|writer|contributor|reporter", re.IGNORECASE)
NOT_AUTHOR_TOKEN: Final = re.compile(r"bio|box|about|comment|avatar|social|related|date|time", re.IGNORECASE)
FAR: Final = 10  # blocks of chrome that may stand between a name and its date
NEIGHBOURS: Final = 2  # lines between a name and the date that vouches for it


def find_bylines(document: Document, features: Features, lexicon: Lexicon) -> Iterator[Hint]:
    """A line near the headline that reads as a byline, and that something vouches for.

    That is the 'By' it opens with, the page that marks it as the author, or a line with the date beside it.

    The tempting wrong case is the section label over the headline: 'Middle East' has the form of a name, but nothing vouches
    for it.
    """
    front = front_of(features)
    headline = features.topic.headline
    for order in front:
        block = document.blocks[order]
        if (
            order == headline
            or block.hidden
            or is_chrome(features, order)
            or read_timestamp_line(block.text, lexicon, month_first=False)
        ):
            continue
        line = read_byline(block.text, lexicon)
        if line is None:
            continue
        if line.opened:
            yield Hint(order, Role.BYLINE, True, "byline", "it opens as bylines do")
        elif _is_marked(block, document):
            yield Hint(order, Role.BYLINE, True, "byline", "the page marks it as the author")
        elif _dated_nearby(order, document, features, lexicon) and order > (headline or 0):
            yield Hint(order, Role.BYLINE, True, "byline", "a name beside the date, near the headline")


def _is_marked(block: Block, document: Document) -> bool:
    box = document.containers[block.container]
    tokens = [f"{mark.tokens} {mark.rel} {mark.itemprop}" for mark in block.marks if mark.end - mark.start > len(block.text) / 3]
    tokens += [box.tokens, document.containers[box.parent].tokens if box.parent >= 0 else ""]
    return any(AUTHOR_TOKEN.search(each) and not NOT_AUTHOR_TOKEN.search(each) for each in tokens)


def _dated_nearby(order: int, document: Document, features: Features, lexicon: Lexicon) -> bool:
    """Whether a date stands right above a line or a little below it, prompts, share bars and other foreign lines not counted."""
    above = [each for each in range(max(0, order - FAR), order) if not is_foreign(features, each)]
    below = [each for each in range(order + 1, min(order + FAR, len(document.blocks))) if not is_foreign(features, each)]
    nearby = (document.blocks[each].text for each in above[-1:] + below[:NEIGHBOURS])
    return any(read_timestamp_line(text, lexicon, month_first=False) for text in nearby)
