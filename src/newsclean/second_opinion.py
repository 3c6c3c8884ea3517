"""trafilatura's answer, asked only where the score is unsure, and only matched against our own blocks."""

from collections import Counter
from typing import Final

import numpy as np

from newsclean.document import Document
from newsclean.features import Column
from newsclean.lexicon import words_of

UNSURE: Final = (0.2, 0.8)
FOUND: Final = 0.7  # share of a block's words that trafilatura's text has to hold for the block to count as kept by it
KEPT, DROPPED = 0.9, 0.1


def doubt(document: Document, probabilities: Column) -> float:
    """How unsure the score is of a page: characters in blocks with p between 0.2 and 0.8 over characters kept.

    0 for no doubt; there is no upper end, a page that keeps nothing counts as kept one character.
    """
    characters = np.array([len(block.text) for block in document.blocks], dtype=float)
    unsure = (probabilities > UNSURE[0]) & (probabilities < UNSURE[1])
    return float(characters[unsure].sum() / max(1.0, characters[probabilities >= 0.5].sum()))


def ask(document: Document) -> Column | None:
    """What trafilatura would keep, as one probability a block; None where it has no answer."""
    import trafilatura

    text = trafilatura.extract(document.source, fast=True, include_comments=False, include_tables=True, favor_precision=True)
    if not text:
        return None
    lines = {_key(line) for line in text.splitlines()}
    bag = Counter(words_of(text))
    return np.array([KEPT if _is_in(block.text, lines, bag) else DROPPED for block in document.blocks])


def _key(text: str) -> str:
    return " ".join(words_of(text))


def _is_in(text: str, lines: set[str], bag: Counter[str]) -> bool:
    """Whether a block stands in the answer: as a line, or, if it is long, with most of its words."""
    words = words_of(text)
    if " ".join(words) in lines:
        return True
    return len(words) >= 8 and sum(word in bag for word in words) >= FOUND * len(words)
