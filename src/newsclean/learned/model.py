"""The weights of the model, as training wrote them."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final, Self

import numpy as np

from newsclean.document import Document
from newsclean.features import Column, Features
from newsclean.learned.inputs import measure_inputs
from newsclean.learned.layout import lay_out
from newsclean.learned.names import score_names
from newsclean.learned.reasons import name_reasons
from newsclean.learned.trees import Matrix, Trees
from newsclean.verdict import Hint

FILE: Final = "page.json"


@dataclass(frozen=True, slots=True)
class PageModel:
    """p(story) for the blocks of a page.

    Attributes:
        worth: what each word of class names and ids is worth.
        trees: trees that look at a block and what is around it.
        confidence: knots of the curve from the F1 that the probabilities promise to the share of right bodies.
    """

    worth: Mapping[str, float]
    trees: Trees
    confidence: tuple[Sequence[float], Sequence[float]]

    @classmethod
    def from_dict(cls, written: Mapping[str, Any]) -> Self:
        """The model that a file of weights holds."""
        return cls(written["names"], Trees.from_dict(written["trees"]), tuple(written["confidence"]))

    def ask(self, document: Document, features: Features, hints: Sequence[Hint]) -> "Answer":
        """The answer for a page with one block or more."""
        layout = lay_out(document)
        columns = measure_inputs(document, features, hints, layout) | score_names(document, layout, self.worth)
        rows = to_matrix(columns, self.trees.names)
        return Answer(self.trees, rows, self.trees.probabilities(rows))


@dataclass(frozen=True, slots=True)
class Answer:
    """What the model made of one page.

    Attributes:
        trees: what it asked.
        rows: what they saw of each block.
        chances: p(story) of each block, 0 to 1.
    """

    trees: Trees
    rows: Matrix
    chances: Column

    def reasons(self, blocks: Sequence[int]) -> list[str]:
        """What spoke most against story in each of these blocks."""
        return name_reasons(self.trees.names, self.trees.contributions(self.rows[blocks]))


def to_matrix(columns: Mapping[str, Column], names: tuple[str, ...]) -> Matrix:
    """The columns of these names side by side, one row a block."""
    return np.array([columns[name] for name in names], dtype=np.float32).T


@cache
def load() -> PageModel:
    """The model that comes with the package, read on first use."""
    return PageModel.from_dict(json.loads(resources.files(__package__).joinpath(FILE).read_text(encoding="utf-8")))
