"""What the words of each line are worth, as learned: 'your inbox' and 'copyright' speak against a story, 'she said' for one."""

from collections.abc import Mapping, Sequence
from itertools import chain, pairwise
from typing import Final

import numpy as np

from newsclean.learned.block_inputs import Columns, means_around, with_neighbours

LOOKED_AT: Final = 80  # words of a line; enough to tell what a paragraph is about
REACHES: Final = (1, 3, 8)  # lines to each side: an appeal of several paragraphs is one thing
NEIGHBOURS: Final = {"worth": (-2, -1, 1, 2)}


def grams_of(words: Sequence[str]) -> list[str]:
    """The first words of a line and each two of them that stand side by side, each once: 'your', 'inbox', 'your inbox'.

    In the order of the line, so that sums over them are the same in every process.
    """
    words = words[:LOOKED_AT]
    return [*dict.fromkeys(chain(words, map(" ".join, pairwise(words))))]


def score_words(words: Sequence[tuple[str, ...]], worth: Mapping[str, float]) -> Columns:
    """The worth of the words in and around each line.

    Args:
        words: of each line, as the lexicon compares them.
        worth: of words and of pairs of them, what each adds to the logit of the line being story, before their sum is divided by
            the root of how many are known. None is worth 0.
    """
    grams = [grams_of(each) for each in words]
    known = [[*filter(None, map(worth.get, each))] for each in grams]
    count = np.array([len(each) for each in known], dtype=float)
    own = np.array([sum(each) for each in known]) / np.sqrt(np.maximum(count, 1.0))
    columns = {"worth": own, "worth_known": count / np.array([max(1, len(each)) for each in grams])}
    return with_neighbours(columns, NEIGHBOURS) | means_around({"worth": own}, REACHES)
