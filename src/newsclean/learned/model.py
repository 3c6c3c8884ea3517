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
from newsclean.learned.surroundings import measure_surroundings
from newsclean.learned.trees import Matrix, Trees
from newsclean.verdict import Hint

FILE: Final = "page.json"


@dataclass(frozen=True, slots=True)
class PageModel:
    """p(story) for the blocks of a page, in two passes.

    Attributes:
        worth: what each word of class names and ids is worth.
        first: trees that look at a block and what is around it.
        second: trees that look at the answers of the first pass besides.
        confidence: knots of the curve from the F1 that the probabilities promise to the share of right bodies.
    """

    worth: Mapping[str, float]
    first: Trees
    second: Trees
    confidence: tuple[Sequence[float], Sequence[float]]

    @classmethod
    def from_dict(cls, written: Mapping[str, Any]) -> Self:
        """The model that a file of weights holds."""
        first, second = Trees.from_dict(written["first"]), Trees.from_dict(written["second"])
        return cls(written["names"], first, second, tuple(written["confidence"]))

    def ask(self, document: Document, features: Features, hints: Sequence[Hint]) -> "Passes":
        """The answers of both passes for a page with one block or more."""
        layout = lay_out(document)
        columns = measure_inputs(document, features, hints, layout) | score_names(document, layout, self.worth)
        rows = to_matrix(columns, self.first.names)
        columns |= measure_surroundings(features.length, layout, self.first.probabilities(rows))
        wider = to_matrix(columns, self.second.names)
        return Passes(self, rows, wider, self.second.probabilities(wider))


@dataclass(frozen=True, slots=True)
class Passes:
    """What the model made of one page.

    Attributes:
        model: the model.
        rows: what the first pass saw.
        wider: what the second pass saw.
        chances: p(story) of each block, 0 to 1.
    """

    model: PageModel
    rows: Matrix
    wider: Matrix
    chances: Column

    def reasons(self, blocks: Sequence[int]) -> list[str]:
        """What spoke most against story in each of these blocks."""
        first, second = self.model.first, self.model.second
        return name_reasons(
            [
                (first.names, first.contributions(self.rows[blocks])),
                (second.names, second.contributions(self.wider[blocks])),
            ]
        )


def to_matrix(columns: Mapping[str, Column], names: tuple[str, ...]) -> Matrix:
    """The columns of these names side by side, one row a block."""
    return np.array([columns[name] for name in names], dtype=np.float32).T


@cache
def load() -> PageModel:
    """The model that comes with the package, read on first use."""
    return PageModel.from_dict(json.loads(resources.files(__package__).joinpath(FILE).read_text(encoding="utf-8")))
