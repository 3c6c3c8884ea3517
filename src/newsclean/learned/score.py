"""p(story) for each block, with the reasons, by the trained model of pages or of texts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from newsclean.document import Document
from newsclean.features import Column, Features
from newsclean.learned import model
from newsclean.verdict import Hint

PROSE: Final = 0.4  # from here on a line is a paragraph: nine words that end as a sentence does
FAVOUR: Final = 6.0  # 1/7 becomes 1/2
LONG: Final = 100.0  # words; in a line as long as this some phrase of a prompt proves nothing


@dataclass(frozen=True, slots=True)
class Score:
    """The model's answer.

    Attributes:
        chances: p(story) of each block, 0 to 1.
        alone: the same before its neighbours had their say, which tells better whether the page is read at all.
        reasons: tells for some blocks what spoke most against story; asked only for blocks of which no rule says what they are.
    """

    chances: Column
    alone: Column
    reasons: Callable[[Sequence[int]], Sequence[str]]


def score(document: Document, features: Features, hints: Sequence[Hint]) -> Score:
    """How likely each block is body of the article.

    Args:
        document: the input.
        features: its columns.
        hints: what the rules say of its blocks.
    """
    if not document.blocks:
        return Score(np.zeros(0), np.zeros(0), lambda _: [])
    answer = model.load_for(document).ask(document, features, hints)
    chances = answer.chances if document.is_html else _favour_paragraphs(answer.chances, features)
    return Score(chances, answer.alone, answer.reasons)


def _favour_paragraphs(chances: Column, features: Features) -> Column:
    """The odds of paragraphs without a cue, raised so that one is story from 1/7 on: losing it is worse than keeping some chrome.

    A story of ten lines has few like it in the sets, and the model is less sure there, least of its short last sentence. With
    weights that have not seen the site, line F1 of `wet` on wcxb-dev-text and fundus-dev-text hardly moves: .866 and .880 with
    odds three times as high, .864 and .879 with six times. From six times on .995 of the story stays beside the passages of
    `benchmarks/splice.py` in each language; with three times it is .986 in Turkish.
    """
    plain = (features.prose > PROSE) & (np.array([not cues for cues in features.cues]) | (features.length > LONG))
    factor = np.where(plain, FAVOUR, 1.0)
    return np.asarray(chances * factor / (1 - chances + chances * factor))
