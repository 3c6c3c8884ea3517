"""p(story) for each block, with the reasons: by the trained model for pages, by weights set by hand for texts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from newsclean.document import Document
from newsclean.features import Column, Features
from newsclean.learned import model
from newsclean.learned.lines import name_line_reasons, score_lines
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
    if document.is_html and document.blocks:
        answer = model.load().ask(document, features, hints)
        return Score(answer.chances, answer.reasons)
    return Score(score_lines(document, features), lambda blocks: name_line_reasons(document, features, blocks))
