"""Text that the page already gave."""

from collections.abc import Iterator
from typing import Final

import numpy as np

from newsclean.category import Category
from newsclean.document import Document
from newsclean.features import Features
from newsclean.lexicon import Lexicon
from newsclean.verdict import Hint

LONG: Final = 8  # words; a shorter line may well come twice in a story: a refrain, the questions of an interview
RUN: Final = 10  # long blocks in a row that come again in the same order: the page prints the body twice
RUN_OF_TEXT: Final = 5  # the same for a text: of 328 blocks in such runs the gold bodies have 14, of 528 others 186
TITLE: Final = 6  # words; what looks like a shorter headline may be a kicker or a menu entry
SKIPPED: Final = 3  # long blocks of the first time that may be missing the second time between two that are there


def find_repeats(document: Document, features: Features, lexicon: Lexicon) -> Iterator[Hint]:
    """The headline a second time, and a long block that stood before.

    The tempting wrong case is the refrain of a poem or 'Yes.' in an interview: short lines repeat in stories, and a list of
    contents prints all crossheads before the story does. So this only names, unless a whole stretch of the body comes again, as a
    table of courses or a weekly plan has the same long lines several times. A headline of some words is certain too in a text,
    and on a page right behind the first; farther down what looks like it may be a crosshead that the title quotes.
    """
    headline = features.topic.headline
    title = features.words[headline] if headline is not None else None
    is_title = headline is not None and bool(features.length[headline] >= TITLE)
    are_long = ((features.repeated > 0) & (features.length >= LONG) & (features.prose > 0)).tolist()
    copied = _find_copied(document, features) if any(are_long) else frozenset()
    for order, (words, is_long) in enumerate(zip(features.words, are_long, strict=True)):
        if headline is not None and words == title and order != headline:
            certain = is_title and (not document.is_html or order == headline + 1)
            yield Hint(order, Category.REPEAT, certain, "repeat", "the headline once more")
        elif is_long:
            yield Hint(order, Category.REPEAT, order in copied, "repeat", "the same words stood before")


def _find_copied(document: Document, features: Features) -> frozenset[int]:
    """The blocks of the body's second time: long ones in a row that readers see, in the order in which they stood before."""
    are_long = np.flatnonzero((features.length >= LONG) & (features.prose > 0)).tolist()
    long = [order for order in are_long if not document.blocks[order].hidden]
    first: dict[tuple[str, ...], int] = {}
    stood = [first.setdefault(features.words[order], at) for at, order in enumerate(long)]
    copied: set[int] = set()
    enough = RUN if document.is_html else RUN_OF_TEXT
    run: list[int] = []
    for at, before in enumerate(stood):
        if before == at or (run and not 0 < before - stood[run[-1]] <= SKIPPED):
            run = []
        if before < at:
            run.append(at)
        if len(run) >= enough:
            copied.update(long[each] for each in run)
    return frozenset(copied)
