"""What the class names and ids around a block are worth, as learned: 'article-body' speaks for a story, 'footer' against."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Final

import numpy as np

from newsclean.features import Column
from newsclean.learned.layout import Layout

# What is no small letter parts the words of names; as a table of bytes that takes half a pattern's time.
LETTERS: Final = bytes(code if ord("a") <= code <= ord("z") else ord(" ") for code in range(256))


def name_words(tokens: str) -> list[str]:
    """The words of class names and ids, and each two of them that stand side by side: 'article', 'body', 'article body'."""
    words = [word for word in tokens.encode("utf-8", "surrogatepass").translate(LETTERS).decode().split() if len(word) > 1]
    return [*words, *map(" ".join, pairwise(words))]


def score_names(layout: Layout, worth: Mapping[str, float]) -> dict[str, Column]:
    """The worth of the names of the boxes around each block.

    Args:
        layout: where the blocks of a page stand.
        worth: of each word, the logarithm of the odds that what stands in a box of that name is body.
    """
    nothing = (0.0, 0.0, 0.0)
    known = {"": nothing}  # the same few names stand all over a page
    own: list[float] = []
    around: list[tuple[float, float, float]] = []
    for above, tokens in layout.steps:
        if tokens not in known:
            found = [*filter(None, map(worth.get, name_words(tokens)))]
            known[tokens] = (sum(found), min(found), max(found)) if found else nothing
        total, low, high = known[tokens]
        own.append(total)
        if above >= 0:
            total_around, lowest, highest = around[above]
            total += total_around
            low = min(lowest, low)
            high = max(highest, high)
        around.append((total, low, high))
    totals = np.array(own)
    sums, lowest_worths, highest_worths = np.array(around)[layout.by_names].T
    return {
        "names_own": totals[layout.by_names],
        "names_above": totals[layout.paths[layout.wider[layout.own]]],
        "names_sum": sums,
        "names_lowest": lowest_worths,
        "names_highest": highest_worths,
    }
