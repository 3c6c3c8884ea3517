"""Trains boosted trees and writes them as the product reads them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import lightgbm
import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.float32]
Column = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Shape:
    """How large a forest is; depth is what costs when it is asked.

    Attributes:
        trees: how many.
        leaves: of each, at most.
        depth: of each, at most.
        rate: how much of each tree's answer is taken.
        rows: in each leaf, at least.
    """

    trees: int
    leaves: int
    depth: int
    rate: float
    rows: int


SETTINGS: Final = {
    "objective": "binary",
    "max_bin": 63,
    "lambda_l2": 1.0,
    # Each tree sees half of the rows, each split three tenths of the columns, drawn anew, so that the trees are not all alike.
    "bagging_fraction": 0.5,
    "bagging_freq": 1,
    "feature_fraction_bynode": 0.3,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "seed": 0,
    "verbosity": -1,
}


def train(matrix: Matrix, labels: Column, counts: Column, names: Sequence[str], shape: Shape) -> dict[str, Any]:
    """Trees on these rows, as `newsclean.learned.trees.Trees.from_dict` takes them. The same rows give the same trees."""
    grown = {
        "num_leaves": shape.leaves,
        "max_depth": shape.depth,
        "learning_rate": shape.rate,
        "min_data_in_leaf": shape.rows,
    }
    rows = lightgbm.Dataset(matrix, labels, weight=counts / counts.mean())
    own = lightgbm.train(SETTINGS | grown, rows, num_boost_round=shape.trees).dump_model()
    written: dict[str, Any] = {"names": list(names), "roots": [], "columns": [], "thresholds": [], "left": [], "values": []}
    return written | {"depth": max(_write_tree(tree["tree_structure"], written) for tree in own["tree_info"])}


def _write_tree(root: Mapping[str, Any], written: dict[str, Any]) -> int:
    """One tree, breadth first, so that the two children of a node stand side by side; returns its depth."""
    written["roots"].append(len(written["columns"]))
    queue = [(root, 0)]
    end = len(written["columns"]) + 1
    depth = 0
    for node, depth in queue:
        is_leaf = "leaf_value" in node
        written["columns"].append(0 if is_leaf else node["split_feature"])
        written["thresholds"].append(None if is_leaf else _not_above(node["threshold"]))
        written["left"].append(len(written["left"]) if is_leaf else end)
        written["values"].append(round(node["leaf_value" if is_leaf else "internal_value"], 5))
        if not is_leaf:
            queue += [(node["left_child"], depth + 1), (node["right_child"], depth + 1)]
            end += 2
    return depth


def _not_above(threshold: float) -> float:
    """The largest number of single precision that is not above: rows are in single precision, so they go the same way."""
    near = np.float32(threshold)
    return float(str(near if float(near) <= threshold else np.nextafter(near, np.float32(-np.inf))))
