"""How sure the body is, calibrated on documents of sites that were not trained on."""

from collections.abc import Sequence

import numpy as np

from newsclean.document import Document
from newsclean.features import Column
from newsclean.learned import model
from newsclean.verdict import Kept, Removed


def find_confidence(document: Document, verdicts: Sequence[Kept | Removed], chances: Column) -> float | None:
    """The chance that the body is right, 0 to 1; None without a body.

    Right means a word F1 of 0.95 or more against a hand-made body.

    Args:
        document: the input.
        verdicts: one a block.
        chances: p(story) of each block, as the score gave it.
    """
    expected = expect_f1(document, verdicts, chances)
    if expected is None:
        return None
    knots = model.load_for(document).confidence
    return round(float(np.interp(expected, knots[0], knots[1])), 3)


def expect_f1(document: Document, verdicts: Sequence[Kept | Removed], chances: Column) -> float | None:
    """The F1 of the body's characters that one would see if the probabilities were right; None without a body."""
    is_body = np.array([isinstance(verdict, Kept) and verdict.role is None for verdict in verdicts], dtype=bool)
    is_front = np.array([isinstance(verdict, Kept) and verdict.role is not None for verdict in verdicts], dtype=bool)
    characters = np.array([len(block.text) for block in document.blocks], dtype=float)
    kept = characters[is_body].sum()
    if not kept:
        return None
    story = characters * chances
    return round(float(2 * story[is_body].sum() / (kept + story[~is_front].sum())), 4)
