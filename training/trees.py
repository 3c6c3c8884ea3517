"""Trains boosted trees and writes them as the product reads them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from sklearn.ensemble import HistGradientBoostingClassifier

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


BINS: Final = 63
SHRINK: Final = 1.0
LOOKED_AT: Final = 0.3  # share of the columns, drawn anew for each split, so that the trees are not all alike


def train(matrix: Matrix, labels: Column, counts: Column, names: Sequence[str], shape: Shape) -> dict[str, Any]:
    """Trees on these rows, as `newsclean.learned.trees.Trees.from_dict` takes them. The same rows give the same trees."""
    model = HistGradientBoostingClassifier(
        max_iter=shape.trees,
        max_leaf_nodes=shape.leaves,
        max_depth=shape.depth,
        learning_rate=shape.rate,
        max_bins=BINS,
        min_samples_leaf=shape.rows,
        l2_regularization=SHRINK,
        max_features=LOOKED_AT,
        early_stopping=False,
        random_state=0,
    ).fit(matrix, labels, sample_weight=counts)
    written: dict[str, Any] = {"names": list(names), "roots": [], "columns": [], "thresholds": [], "left": [], "values": []}
    depth = 0
    for (predictor,) in model._predictors:  # noqa: SLF001 - scikit-learn has no public way to the nodes
        depth = max(depth, int(predictor.nodes["depth"].max()))
        _write_tree(predictor.nodes, shape.rate, written)
    bias = float(model._baseline_prediction[0, 0])  # noqa: SLF001 - as above
    return written | {"depth": depth, "bias": round(bias, 6)}


def _write_tree(nodes: "np.ndarray[Any, Any]", rate: float, written: dict[str, Any]) -> None:
    """One tree, breadth first, so that the two children of a node stand side by side.

    The values of the inner nodes, which tell what each step adds, are not yet scaled by the rate as those of the leaves are.
    """
    written["roots"].append(len(written["columns"]))
    queue = [0]
    end = len(written["columns"]) + 1
    for at in queue:
        node = nodes[at]
        here = len(written["columns"])
        if node["is_leaf"]:
            written["columns"].append(0)
            written["thresholds"].append(None)
            written["left"].append(here)
            written["values"].append(round(float(node["value"]), 5))
        else:
            written["columns"].append(int(node["feature_idx"]))
            written["thresholds"].append(_not_above(float(node["num_threshold"])))
            written["left"].append(end)
            written["values"].append(round(float(node["value"]) * rate, 5))
            queue += [int(node["left"]), int(node["right"])]
            end += 2


def _not_above(threshold: float) -> float:
    """The largest number of single precision that is not above: rows are in single precision, so they go the same way."""
    near = np.float32(threshold)
    return float(str(near if float(near) <= threshold else np.nextafter(near, np.float32(-np.inf))))
