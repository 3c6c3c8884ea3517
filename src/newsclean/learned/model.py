"""The weights of the two models, of pages and of texts, as training wrote them."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Any, Final, Self

import numpy as np

from newsclean.document import Document
from newsclean.features import Column, Features
from newsclean.learned.agreement import agree
from newsclean.learned.block_inputs import Columns
from newsclean.learned.layout import lay_out
from newsclean.learned.line_inputs import measure_line_inputs
from newsclean.learned.names import score_names
from newsclean.learned.page_inputs import measure_page_inputs
from newsclean.learned.reasons import name_reasons
from newsclean.learned.second_look import measure_second_look
from newsclean.learned.trees import Matrix, Trees
from newsclean.learned.words import NOTHING, Worth, is_chinese, score_words
from newsclean.verdict import Hint

PAGES: Final = "pages"
TEXTS: Final = "texts"
"""The names of the two models."""
WORDS: Final = "words"
"""The name of what both know of words."""


@dataclass(frozen=True, slots=True)
class Model:
    """p(story) for the blocks of a page or of a text.

    Attributes:
        words: what the words of a block are worth; the same for both models.
        names: what the words of class names and ids are worth; none in the model of texts.
        trees: trees that look at a block and what is around it.
        again: trees that look once more, when the first answers are known; None in the model of pages.
        confidence: knots of the curve from the F1 that the probabilities promise to the share of right bodies.
    """

    words: Worth
    names: Mapping[str, float]
    trees: Trees
    again: Trees | None
    confidence: tuple[Sequence[float], Sequence[float]]

    @classmethod
    def from_dict(cls, written: Mapping[str, Any], words: Worth) -> Self:
        """The model that a file of weights holds, with what the file of words holds."""
        again = Trees.from_dict(written["again"]) if "again" in written else None
        return cls(words, written["names"], Trees.from_dict(written["trees"]), again, tuple(written["confidence"]))

    def ask(self, document: Document, features: Features, hints: Sequence[Hint]) -> "Answer":
        """The answer for a document with one block or more."""
        if document.is_html:
            layout = lay_out(document)
            columns = measure_page_inputs(document, features, hints, layout) | score_names(layout, self.names)
            answer = Answer.of(self.trees, columns | measure_words(document, features, self.words))
            return replace(answer, chances=agree(answer.chances, layout, features))
        columns = measure_line_inputs(document, features, hints) | measure_words(document, features, self.words)
        answer = Answer.of(self.trees, columns)
        if self.again is None:
            return answer
        return Answer.of(self.again, columns | measure_second_look(features, answer.chances))


@dataclass(frozen=True, slots=True)
class Answer:
    """What the model made of one document.

    Attributes:
        trees: what it asked.
        rows: what they saw of each block.
        chances: p(story) of each block, 0 to 1.
        alone: the same before its neighbours had their say; of a text they have none.
    """

    trees: Trees
    rows: Matrix
    chances: Column
    alone: Column

    @classmethod
    def of(cls, trees: Trees, columns: Columns) -> Self:
        """What trees make of these columns."""
        rows = to_matrix(columns, trees.names)
        chances = trees.probabilities(rows)
        return cls(trees, rows, chances, chances)

    def reasons(self, blocks: Sequence[int]) -> list[str]:
        """What spoke most against story in each of these blocks."""
        return name_reasons(self.trees.names, self.trees.contributions(self.rows[blocks]))


def measure_words(document: Document, features: Features, words: Worth) -> Columns:
    """What the words of a document are worth. Of a Chinese page none is known: boxes say more there than single characters."""
    return score_words(features.words, NOTHING if document.is_html and is_chinese(features.words) else words)


def to_matrix(columns: Mapping[str, Column], names: tuple[str, ...]) -> Matrix:
    """The columns of these names side by side, one row a block."""
    return np.array([columns[name] for name in names], dtype=np.float32).T


@cache
def load(name: str) -> Model:
    """One of the models that come with the package, read on first use.

    Args:
        name: PAGES or TEXTS.
    """
    return Model.from_dict(_read(name), _load_words())


@cache
def _load_words() -> Worth:
    return Worth.of(_read(WORDS)["worth"])


def _read(name: str) -> Any:  # noqa: ANN401 - what a file of JSON holds
    return json.loads(resources.files(__package__).joinpath(f"{name}.json").read_text(encoding="utf-8"))


def load_for(document: Document) -> Model:
    """The model for a document."""
    return load(PAGES if document.is_html else TEXTS)
