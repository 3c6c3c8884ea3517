"""Boosted trees: a forest of two trees worked out by hand, and any forest against going down it node by node."""

import math
from typing import Any, Final, TypeAlias

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.learned.model import PAGES, TEXTS, load
from newsclean.learned.trees import Matrix, Trees

# The first tree asks whether the first column is over 1.5, and on the right side whether the second one is over 0; the second
# tree asks whether the second column is over 2.
FOREST: Final[dict[str, Any]] = {
    "names": ["length", "links"],
    "roots": [0, 5],
    "columns": [0, 0, 1, 0, 0, 1, 0, 0],
    "thresholds": [1.5, None, 0.0, None, None, 2.0, None, None],
    "left": [1, 1, 3, 3, 4, 6, 6, 7],
    "values": [0.25, -1.0, 1.0, 0.5, 2.0, -0.125, 0.25, -0.75],
    "depth": 2,
}
LOGITS: Final = {
    (1.0, 0.0): -1.0 + 0.25,
    (1.0, 3.0): -1.0 - 0.75,
    (2.0, -1.0): 0.5 + 0.25,
    (2.0, 1.0): 2.0 + 0.25,
    (2.0, 3.0): 2.0 - 0.75,
}


def matrix(*rows: tuple[float, ...]) -> Matrix:
    return np.array(rows, dtype=np.float32)


def logistic(logit: float) -> float:
    return 1 / (1 + math.exp(-logit))


@pytest.mark.parametrize(("row", "logit"), LOGITS.items())
def test_probability_of_a_row(row: tuple[float, float], logit: float) -> None:
    (found,) = Trees.from_dict(FOREST).probabilities(matrix(row))
    assert found == pytest.approx(logistic(logit), abs=1e-7)


def test_all_rows_at_once() -> None:
    found = Trees.from_dict(FOREST).probabilities(matrix(*LOGITS))
    assert found == pytest.approx([logistic(logit) for logit in LOGITS.values()], abs=1e-7)


def test_value_of_the_threshold_goes_left_and_the_next_one_right() -> None:
    next_one = float(np.nextafter(np.float32(1.5), np.float32(2)))
    found = Trees.from_dict(FOREST).probabilities(matrix((1.5, 1.0), (next_one, 1.0), (2.0, 0.0), (2.0, 2.0)))
    assert found == pytest.approx([logistic(each) for each in (-0.75, 2.25, 0.75, 2.25)], abs=1e-7)


def test_values_without_end() -> None:
    """Nothing is over what a leaf asks, as it stays where it is."""
    found = Trees.from_dict(FOREST).probabilities(matrix((-math.inf, -math.inf), (math.inf, math.inf)))
    assert found == pytest.approx([logistic(-0.75), logistic(1.25)], abs=1e-7)


def test_no_rows() -> None:
    trees = Trees.from_dict(FOREST)
    nothing = np.zeros((0, 2), dtype=np.float32)
    assert trees.probabilities(nothing).shape == (0,)
    assert trees.contributions(nothing).shape == (0, 2)


def test_rows_that_do_not_lie_side_by_side() -> None:
    """A matrix made of columns, as the model's is."""
    rows = np.array([[1.0, 2.0, 2.0], [0.0, 1.0, 3.0]], dtype=np.float32).T
    assert Trees.from_dict(FOREST).probabilities(rows) == pytest.approx(
        [logistic(each) for each in (-0.75, 2.25, 1.25)], abs=1e-7
    )
    assert Trees.from_dict(FOREST).contributions(rows)[2].tolist() == [0.75, 0.375]


def test_tree_of_many_leaves() -> None:
    """A leaf for each number of 0 to 299: more of them than a byte can number, and more rows than one number has bits for."""
    tree: Tree = 299.0
    for number in range(298, -1, -1):
        tree = (0, float(number), 0.0, float(number), tree)
    trees = Trees.from_dict(written([tree]) | {"values": np.array(written([tree])["values"]) / 100})
    found = trees.probabilities(matrix(*[(float(number), 0.0, 0.0) for number in range(300)]))
    assert found == pytest.approx([logistic(number / 100) for number in range(300)], abs=1e-6)


# What each column adds


def test_contributions_by_hand() -> None:
    """A step adds the value that it leads to less the one that it comes from."""
    found = Trees.from_dict(FOREST).contributions(matrix((1.0, 0.0), (2.0, 3.0)))
    assert found.tolist() == [
        [-1.0 - 0.25, 0.25 + 0.125],
        [1.0 - 0.25, (2.0 - 1.0) + (-0.75 + 0.125)],
    ]


def test_column_that_nobody_looks_at_adds_nothing() -> None:
    found = Trees.from_dict(FOREST | {"names": ["length", "links", "tag"]}).contributions(matrix((2.0, 3.0, 9.0)))
    assert found.tolist() == [[0.75, 0.375, 0.0]]


# Any forest

COLUMNS: Final = 3
VALUES: Final = st.integers(-20, 20).map(lambda number: number / 8)
Tree: TypeAlias = float | tuple[int, float, float, Any, Any]
TREES: Final[st.SearchStrategy[Tree]] = st.recursive(
    VALUES, lambda below: st.tuples(st.integers(0, COLUMNS - 1), VALUES, VALUES, below, below), max_leaves=8
)
ROWS: Final = st.lists(st.tuples(*[VALUES] * COLUMNS), min_size=1, max_size=6)


def written(trees: list[Tree]) -> dict[str, Any]:
    """Trees as the file of weights has them, breadth first. An inner node is (column, threshold, value, left, right)."""
    forest: dict[str, Any] = {"names": ["a", "b", "c"], "depth": max(depth_of(tree) for tree in trees)}
    forest |= {"roots": [], "columns": [], "thresholds": [], "left": [], "values": []}
    for tree in trees:
        forest["roots"].append(len(forest["left"]))
        queue = [tree]
        end = len(forest["left"]) + 1
        for node in queue:
            column, threshold, value, *below = node if isinstance(node, tuple) else (0, None, node)
            forest["left"].append(end if below else len(forest["left"]))
            forest["columns"].append(column)
            forest["thresholds"].append(threshold)
            forest["values"].append(value)
            queue += below
            end += len(below)
    return forest


def depth_of(tree: Tree) -> int:
    return 1 + max(depth_of(tree[3]), depth_of(tree[4])) if isinstance(tree, tuple) else 0


def leaf_of(tree: Tree, row: tuple[float, ...]) -> float:
    while isinstance(tree, tuple):
        column, threshold, _, left, right = tree
        tree = left if row[column] <= threshold else right
    return tree


FORESTS: Final = st.lists(TREES, min_size=1, max_size=4)


@given(forest=FORESTS, rows=ROWS)
def test_any_forest_is_gone_down_node_by_node(forest: list[Tree], rows: list[tuple[float, ...]]) -> None:
    found = Trees.from_dict(written(forest)).probabilities(matrix(*rows))
    assert found == pytest.approx([logistic(sum(leaf_of(tree, row) for tree in forest)) for row in rows], abs=1e-6)


@given(forest=FORESTS, rows=ROWS)
def test_contributions_are_what_the_trees_add_to_their_roots(forest: list[Tree], rows: list[tuple[float, ...]]) -> None:
    trees = Trees.from_dict(written(forest))
    probabilities = trees.probabilities(matrix(*rows))
    logits = np.log(probabilities / (1 - probabilities))
    roots = sum(tree[2] if isinstance(tree, tuple) else tree for tree in forest)
    assert trees.contributions(matrix(*rows)).sum(axis=1) == pytest.approx(logits - roots, abs=1e-3)


@given(forest=FORESTS, rows=ROWS, data=st.data())
def test_order_of_the_rows_makes_no_difference(forest: list[Tree], rows: list[tuple[float, ...]], data: st.DataObject) -> None:
    trees = Trees.from_dict(written(forest))
    order = data.draw(st.permutations(range(len(rows))))
    found, shuffled = trees.probabilities(matrix(*rows)), trees.probabilities(matrix(*rows)[order])
    assert ((found > 0) & (found < 1)).all()
    assert shuffled.tolist() == found[order].tolist()


# The shipped ones


@pytest.fixture(params=[PAGES, TEXTS])
def shipped(request: pytest.FixtureRequest) -> Trees:
    return load(request.param).trees


def test_shipped_nodes_lead_to_nodes(shipped: Trees) -> None:
    """A leaf leads to itself; an inner node to two behind it, each of which one node alone leads to."""
    at = np.arange(len(shipped.left))
    leaf = np.isinf(shipped.thresholds)
    assert len(shipped.columns) == len(shipped.values) == len(at)
    assert (shipped.left[leaf] == at[leaf]).all()
    assert (shipped.left[~leaf] > at[~leaf]).all()
    reached = np.concatenate([shipped.roots, shipped.left[~leaf], shipped.left[~leaf] + 1])
    assert np.sort(reached).tolist() == at.tolist()
    assert ((shipped.columns >= 0) & (shipped.columns < len(shipped.names))).all()


def test_shipped_depth_reaches_the_leaves(shipped: Trees) -> None:
    depths = np.zeros(len(shipped.left), dtype=int)
    for at, left in enumerate(shipped.left.tolist()):
        if left != at:
            depths[left : left + 2] = depths[at] + 1
    assert depths.max() == shipped.depth


def test_shipped_trees_have_no_name_twice(shipped: Trees) -> None:
    assert len(set(shipped.names)) == len(shipped.names)


@given(seed=st.integers(0, 1000), scale=st.sampled_from([1.0, 100.0, 1e6]), name=st.sampled_from([PAGES, TEXTS]))
def test_shipped_trees_give_probabilities(seed: int, scale: float, name: str) -> None:
    trees = load(name).trees
    rows = np.random.default_rng(seed).normal(0, scale, (5, len(trees.names))).astype(np.float32)
    found = trees.probabilities(rows)
    assert ((found > 0) & (found < 1)).all()
    assert trees.probabilities(rows[::-1]).tolist() == found[::-1].tolist()
