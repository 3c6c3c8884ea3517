"""What the words of each line are worth, as learned: 'subscribe' and 'copyright' speak against a story, 'said' for one."""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from newsclean.features import Column
from newsclean.learned.block_inputs import Columns, means_around

LOOKED_AT: Final = 80  # words of a line; enough to tell what a paragraph is about
REACHES: Final = (1, 3)  # lines to each side: an appeal of several paragraphs is one thing


def score_words(words: Sequence[tuple[str, ...]], worth: Mapping[str, float]) -> Columns:
    """The worth of the words in and around each line.

    Args:
        words: of each line, as the lexicon compares them.
        worth: of each word, the logarithm of how much more often stories have it than chrome.
    """
    found = [[worth[word] for word in each[:LOOKED_AT] if word in worth] for each in words]
    mean = np.array([sum(each) / (len(each) + 1) for each in found])
    return {
        "worth": mean,
        "worth_sum": np.array([sum(each) for each in found], dtype=float),
        "worth_lowest": np.array([min(each, default=0.0) for each in found]),
        "worth_highest": np.array([max(each, default=0.0) for each in found]),
        "worth_known": _share_known(words, found),
    } | means_around({"worth": mean}, REACHES)


def _share_known(words: Sequence[tuple[str, ...]], found: Sequence[Sequence[float]]) -> Column:
    return np.array([len(known) / max(1, min(len(each), LOOKED_AT)) for each, known in zip(words, found, strict=True)])
