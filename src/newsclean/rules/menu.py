"""Runs of short lines, as menus leave them in a text."""

import re
from collections.abc import Iterator
from typing import Final

import numpy as np

from newsclean.category import Category
from newsclean.document import Document
from newsclean.features import LOOKED_AT, SENTENCE_END, Features
from newsclean.lexicon import Lexicon
from newsclean.title import MENU_LINE
from newsclean.verdict import Hint

ENTRY_WORDS: Final = 5
MARKUP: Final = re.compile(
    r"(?<=\])\([^()\s]{1,2000}\)|</?[A-Za-z][^<>]*>"
)  # the address of a link, a tag: their bars part no entries
RUN: Final = 3  # lines; fewer may be a place and a date


def name_menu_lines(document: Document, features: Features, lexicon: Lexicon) -> Iterator[Hint]:
    """A line of entries with bars between them is navigation: 'World | Business | Sport'. It only names.

    No entry has a sentence in it, as the cells of a table may: some extractors leave a whole story between two bars.
    """
    for order in np.flatnonzero(features.ends_sentence == 0).tolist():
        text = document.blocks[order].text
        if SENTENCE_END.search(text, 0, LOOKED_AT):
            continue
        if MENU_LINE.search(MARKUP.sub("", text) if "](" in text or "<" in text else text):
            yield Hint(order, Category.NAVIGATION, False, "menu", "entries with bars between them")


def name_menus(document: Document, features: Features, lexicon: Lexicon) -> Iterator[Hint]:
    """Three short lines or more behind one another, none of which ends as a sentence, are navigation. It only names."""
    are_entries = (features.length > 0) & (features.length <= ENTRY_WORDS) & (features.ends_sentence == 0)
    framed = np.zeros(len(are_entries) + 2, dtype=bool)
    framed[1:-1] = are_entries
    edges = np.flatnonzero(framed[1:] != framed[:-1]).tolist()
    navigation = Category.NAVIGATION
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        if last - first >= RUN:
            because = f"one of {last - first} short lines in a run"
            for order in range(first, last):
                yield Hint(order, navigation, False, "menu", because)
