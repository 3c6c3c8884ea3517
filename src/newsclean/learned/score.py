"""p(story) for each block, with the reasons, by the trained model of pages or of texts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from newsclean.document import Document
from newsclean.features import Column, Features
from newsclean.learned import model
from newsclean.verdict import Hint


@dataclass(frozen=True, slots=True)
class Score:
    """The model's answer.

    Attributes:
        chances: p(story) of each block, 0 to 1.
        reasons: tells for some blocks what spoke most against story; asked only for blocks of which no rule says what they are.
    """

    chances: Column
    reasons: Callable[[Sequence[int]], Sequence[str]]


def score(document: Document, features: Features, hints: Sequence[Hint]) -> Score:
    """How likely each block is body of the article.

    Args:
        document: the input.
        features: its columns.
        hints: what the rules say of its blocks.
    """
    if not document.blocks:
        return Score(np.zeros(0), lambda _: [])
    answer = model.load_for(document).ask(document, features, hints)
    return Score(answer.chances, answer.reasons)
