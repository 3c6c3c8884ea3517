"""Scores rows of numbers with boosted decision trees."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from newsclean.learned.descent import Descent, Matrix, Nodes

__all__ = ["Matrix", "Trees"]


# No slots: the cached property needs a place.
@dataclass(frozen=True)
class Trees:
    """The nodes of all trees, one after the other. A leaf is a node that leads to itself.

    Attributes:
        names: the columns that the trees were trained on, in order.
        roots: the first node of each tree.
        columns: of each node, the column it looks at.
        thresholds: of each node, the largest value that goes left; infinite for a leaf (null in the file).
        left: of each node, where it leads to from there; the right one is the next.
        values: of each leaf, what it adds to the logit, which is 0 before any tree; of each inner node, what its leaves add in
            the mean.
        depth: steps from a root to the farthest leaf.
    """

    names: tuple[str, ...]
    roots: Nodes
    columns: Nodes
    thresholds: npt.NDArray[np.float32]
    left: Nodes
    values: npt.NDArray[np.float32]
    depth: int

    @classmethod
    def from_dict(cls, written: Mapping[str, Any]) -> Self:
        """The trees that a file of weights holds."""
        return cls(
            names=tuple(written["names"]),
            roots=np.array(written["roots"], dtype=np.intp),
            columns=np.array(written["columns"], dtype=np.intp),
            thresholds=np.array([np.inf if each is None else each for each in written["thresholds"]], dtype=np.float32),
            left=np.array(written["left"], dtype=np.intp),
            values=np.array(written["values"], dtype=np.float32),
            depth=written["depth"],
        )

    def probabilities(self, matrix: Matrix) -> npt.NDArray[np.float64]:
        """One probability a row, 0 to 1."""
        return np.asarray(1 / (1 + np.exp(-self._descent.add(matrix))), dtype=float)

    def contributions(self, matrix: Matrix) -> Matrix:
        """What each column adds to the logit of each row: the sum of what the steps that looked at it added.

        After Saabas, 'Interpreting random forests' (2014): a step adds the mean of the node that it leads to less the mean of the
        node that it comes from.
        """
        flat = np.ascontiguousarray(matrix).ravel()
        starts = (np.arange(len(matrix)) * matrix.shape[1])[:, None]
        nodes = np.broadcast_to(self.roots, (len(matrix), len(self.roots)))
        places, gains = [np.zeros(0, dtype=np.intp)], [np.zeros(0, dtype=np.float32)]
        for _ in range(self.depth):
            following = self._step(nodes, flat, starts)
            places.append(starts + self.columns.take(nodes))
            gains.append(self.values.take(following) - self.values.take(nodes))
            nodes = following
        added = np.bincount(np.concatenate(places, axis=None), np.concatenate(gains, axis=None), minlength=flat.size)
        return added.astype(np.float32).reshape(matrix.shape)

    @cached_property
    def _descent(self) -> Descent:
        return Descent.of(self.roots, self.columns, self.thresholds, self.left, self.values)

    def _step(self, nodes: Nodes, flat: npt.NDArray[np.float32], starts: Nodes) -> Nodes:
        """The nodes that all rows come to next in all trees."""
        goes_right = flat.take(starts + self.columns.take(nodes)) > self.thresholds.take(nodes)
        return np.asarray(self.left.take(nodes) + goes_right)
