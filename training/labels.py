"""Which blocks of a page are its body, as far as the truth says."""

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from newsclean.alignment import find_in
from sets import Truth

Labels = npt.NDArray[np.float64]

UNKNOWN: Final = np.nan


def label_blocks(texts: Sequence[str], truth: Truth) -> Labels:
    """1 for body, 0 for anything else, not a number for blocks that the truth says nothing of.

    A gold body says it of all blocks; snippets only of those that they stand in.
    """
    if body := truth.get("body"):
        return find_in(body, texts)
    labels = np.full(len(texts), UNKNOWN)
    folded = [" ".join(text.split()) for text in texts]
    for snippets, label in ((truth.get("must_not", ()), 0.0), (truth.get("must_have", ()), 1.0)):
        for order in _with_snippets(folded, snippets):
            labels[order] = label
    return labels


def _with_snippets(folded: Sequence[str], snippets: Sequence[str]) -> Iterator[int]:
    """The blocks with one of the snippets in them; one that stands in several blocks says nothing."""
    for snippet in snippets:
        found = [order for order, text in enumerate(folded) if " ".join(snippet.split()) in text]
        if len(found) == 1:
            yield found[0]
