"""What the class names and ids around a block are worth, as learned: 'article-body' speaks for a story, 'footer' against."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Final

import numpy as np

from newsclean.document import Document
from newsclean.features import Column
from newsclean.learned.layout import Layout

# What is no small letter parts the words of names; as a table of bytes that takes half a pattern's time.
LETTERS: Final = bytes(code if ord("a") <= code <= ord("z") else ord(" ") for code in range(256))


def name_words(tokens: str) -> list[str]:
    """The words of class names and ids, and each two of them that stand side by side: 'article', 'body', 'article body'."""
    words = [word for word in tokens.encode("utf-8", "surrogatepass").translate(LETTERS).decode().split() if len(word) > 1]
    return [*words, *map(" ".join, pairwise(words))]


def score_names(document: Document, layout: Layout, worth: Mapping[str, float]) -> dict[str, Column]:
    """The worth of the names of the boxes around each block.

    Args:
        document: a page.
        layout: where its blocks stand.
        worth: of each word, the logarithm of the odds that what stands in a box of that name is body.
    """
    known = {"": (0.0, 0.0, 0.0)}  # the same few names stand all over a page
    own: list[float] = []
    around: list[float] = []
    lowest: list[float] = []
    highest: list[float] = []
    for box in document.containers:
        if box.tokens not in known:
            found = [*filter(None, map(worth.get, name_words(box.tokens)))]
            known[box.tokens] = (sum(found), min(found, default=0.0), max(found, default=0.0))
        total, low, high = known[box.tokens]
        above = box.parent
        own.append(total)
        around.append(total + (around[above] if above >= 0 else 0.0))
        lowest.append(min(low, lowest[above]) if above >= 0 else low)
        highest.append(max(high, highest[above]) if above >= 0 else high)
    return {
        "names_own": np.array(own)[layout.own],
        "names_above": np.array(own)[layout.wider[layout.own]],
        "names_sum": np.array(around)[layout.own],
        "names_lowest": np.array(lowest)[layout.own],
        "names_highest": np.array(highest)[layout.own],
    }
