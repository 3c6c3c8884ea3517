"""The way down boosted trees, for many rows together."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Self

import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.float32]
Nodes = npt.NDArray[np.intp]
Bits = npt.NDArray[np.uint64]

ROWS: Final = 64  # that one number has bits for
ALL: Final = ~np.uint64(0)


@dataclass(frozen=True, slots=True)
class Descent:
    """All trees, laid out for going down them a level at a time, 64 rows in one operation on bits.

    The trees ask few different questions ('is the third column over 1.5?'), each in several places, so each is asked once of all
    rows. The rows that come to a node are those that came to the one above it and gave the answer that leads there. The tempting
    way, each row for itself, fetches four numbers from all over the memory for each step, and takes twice as long. QuickScorer
    (Lucchese et al., SIGIR 2015) goes down with bits too: one for each leaf there, one for each row here.

    Attributes:
        columns: of each question, the column that it looks at.
        thresholds: of each question, the largest value for which the answer is no.
        roots: how many trees there are, and so nodes on the first level.
        levels: of each level, the nodes with others below them, and the question of each. All their left ones, then all their
            right ones make the next level.
        leaves: the leaves of a tree are numbered; of each bit of such a number and each tree a column with the places of the
            leaves whose number has that bit, in all levels put one after the other.
        values: of each tree a row with what its leaves add.
    """

    columns: Nodes
    thresholds: Matrix
    roots: int
    levels: tuple[tuple[Nodes, Nodes], ...]
    leaves: Nodes
    values: Matrix

    @classmethod
    def of(cls, roots: Nodes, columns: Nodes, thresholds: npt.NDArray[np.float32], left: Nodes, values: Matrix) -> Self:
        """The way down trees that are given node by node, as `Trees` has them."""
        count = len(left)
        is_inner = left != np.arange(count)
        asked = np.array([columns, thresholds], dtype=np.float64)[:, is_inner]
        questions, places = np.unique(asked, axis=1, return_inverse=True)
        question = np.zeros(count, dtype=np.intp)
        question[is_inner] = places.ravel()
        levels = list(_levels(roots, left, is_inner))
        place = np.full(count + 1, count)  # behind all levels is a node that no row comes to
        place[np.concatenate(levels)] = np.arange(count)
        groups = [first + np.flatnonzero(~is_inner[first:last]) for first, last in pairwise((*roots.tolist(), count))]
        bits = max(1, max(map(len, groups)) - 1).bit_length()
        numbered = np.full((len(roots), 1 << bits), count)
        for row, group in zip(numbered, groups, strict=True):
            row[: len(group)] = group
        has_bit = [np.flatnonzero(np.arange(1 << bits) >> bit & 1) for bit in range(bits)]
        inner = [np.flatnonzero(is_inner[level]) for level in levels[:-1]]
        return cls(
            columns=questions[0].astype(np.intp),
            thresholds=questions[1].astype(np.float32)[:, None],
            roots=len(roots),
            levels=tuple((those, question[level[those]]) for level, those in zip(levels, inner, strict=False)),
            leaves=np.concatenate([place[numbered[:, those]].T for those in has_bit], axis=1),
            values=np.append(values, np.float32(0))[numbered],
        )

    def add(self, matrix: Matrix) -> npt.NDArray[np.float64]:
        """What all trees together add to each row."""
        met = self._rows_at_nodes(self._answers(matrix))
        numbers = np.bitwise_or.reduce(met.take(self.leaves, axis=1), axis=1)
        bits = np.unpackbits(np.ascontiguousarray(numbers.T).view(np.uint8), axis=1, count=len(matrix), bitorder="little")
        leaves = np.zeros((self.roots, len(matrix)), dtype=np.uint16)
        for start in range(len(bits) - self.roots, -1, -self.roots):  # the highest bit first
            leaves <<= 1
            leaves |= bits[start : start + self.roots]
        firsts = np.arange(0, self.values.size, self.values.shape[1])[:, None]
        return np.asarray(self.values.take(firsts + leaves).sum(axis=0, dtype=np.float64))

    def _answers(self, matrix: Matrix) -> Bits:
        """For each 64 rows, the answers to all questions; rows of zeros fill up the last 64."""
        words = len(matrix) // ROWS + 1
        padded = np.zeros((matrix.shape[1], words * ROWS), dtype=np.float32)
        padded[:, : len(matrix)] = matrix.T
        answers = np.packbits(padded.take(self.columns, axis=0) > self.thresholds, bitorder="little")
        return np.ascontiguousarray(answers.view(np.uint64).reshape(-1, words).T)

    def _rows_at_nodes(self, answers: Bits) -> Bits:
        """For each 64 rows, which of them come to each node, level after level; last the node to which none comes."""
        level = np.full((len(answers), self.roots), ALL)
        met = [level]
        for inner, questions in self.levels:
            above = level.take(inner, axis=1)
            right = above & answers.take(questions, axis=1)
            level = np.concatenate((above ^ right, right), axis=1)
            met.append(level)
        return np.concatenate((*met, np.zeros((len(answers), 1), dtype=np.uint64)), axis=1)


def _levels(roots: Nodes, left: Nodes, is_inner: npt.NDArray[np.bool_]) -> Iterator[Nodes]:
    """The nodes of all trees, level after level."""
    level = roots
    while len(level):
        yield level
        above = level[is_inner[level]]
        level = np.concatenate((left[above], left[above] + 1))
