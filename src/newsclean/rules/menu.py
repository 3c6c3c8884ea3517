"""Runs of short lines, as menus leave them in a text."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from newsclean.category import Category
from newsclean.document import Document
from newsclean.features import Features
from newsclean.lexicon import Lexicon
from newsclean.title import MENU_LINE
from newsclean.verdict import Hint

ENTRY_WORDS: Final = 5
RUN: Final = 3  # lines; fewer may be a place and a date


def name_menu_lines(document: Document, features: Features, lexicon: Lexicon) -> Iterator[Hint]:
    """A line of entries with bars between them is navigation: 'World | Business | Sport'. It moves nothing."""
    for order, block in enumerate(document.blocks):
        if MENU_LINE.search(block.text) and not features.ends_sentence[order]:
            yield Hint(order, Category.NAVIGATION, False, "menu", "entries with bars between them")


def name_menus(document: Document, features: Features, lexicon: Lexicon) -> Iterator[Hint]:
    """Three short lines or more behind one another, none of which ends as a sentence, are navigation. It moves nothing."""
    short = ((features.length > 0) & (features.length <= ENTRY_WORDS) & (features.ends_sentence == 0)).tolist()
    for is_entry, group in groupby(range(len(short)), key=short.__getitem__):
        run = list(group)
        if is_entry and len(run) >= RUN:
            because = f"one of {len(run)} short lines in a run"
            for order in run:
                yield Hint(order, Category.NAVIGATION, False, "menu", because)
