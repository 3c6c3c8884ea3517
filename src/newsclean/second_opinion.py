"""trafilatura's answer, asked only where the score is unsure, and only matched against our own blocks."""

from typing import Final

import numpy as np

from newsclean.alignment import find_in
from newsclean.document import Document
from newsclean.features import Column

UNSURE: Final = (0.2, 0.8)


def doubt(document: Document, probabilities: Column) -> float:
    """How unsure the score is of a page: characters in blocks with p between 0.2 and 0.8 over characters kept.

    0 for no doubt; there is no upper end, a page that keeps nothing counts as kept one character.
    """
    characters = np.array([len(block.text) for block in document.blocks], dtype=float)
    unsure = (probabilities > UNSURE[0]) & (probabilities < UNSURE[1])
    return float(characters[unsure].sum() / max(1.0, characters[probabilities >= 0.5].sum()))


def ask(document: Document) -> Column | None:
    """What trafilatura would keep, as 1 or 0 for each block; None where it has no answer."""
    import trafilatura

    text = trafilatura.extract(document.source, fast=True, include_comments=False, include_tables=True, favor_precision=True)
    return find_in(text, [block.text for block in document.blocks]) if text else None
