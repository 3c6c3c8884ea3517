"""Trains the whole model on some samples: the worth of names, and the trees."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np

from names import learn_names
from newsclean.learned.inputs import measure_inputs
from newsclean.learned.model import to_matrix
from newsclean.learned.names import score_names
from samples import Column, Sample
from trees import Shape, train

SHAPE: Final = Shape(trees=120, leaves=31, depth=8, rate=0.1)
PARTS: Final = 3  # inside the training pages, so that the trees see names as they will: on sites that the table has not seen
THINNED: Final = 3  # of the chrome outside the region every third block stands for three

Columns = Mapping[str, Column]


class Table:
    """The columns of the samples. Those that depend on nothing learned are measured once."""

    def __init__(self, samples: Sequence[Sample]) -> None:
        self.inputs = {
            sample.page: measure_inputs(sample.document, sample.features, sample.hints, sample.layout) for sample in samples
        }

    def with_names(self, sample: Sample, worth: Mapping[str, float]) -> Columns:
        """All columns of the model."""
        return self.inputs[sample.page] | score_names(sample.document, sample.layout, worth)


def fit(samples: Sequence[Sample], table: Table) -> dict[str, Any]:
    """The weights that these samples give."""
    columns: dict[str, Columns] = {}
    for part in range(PARTS):
        worth = learn_names(sample for sample in samples if _part_of(sample) != part)
        columns |= {sample.page: table.with_names(sample, worth) for sample in samples if _part_of(sample) == part}
    return {"names": learn_names(samples), "trees": _train(samples, columns)}


def _part_of(sample: Sample) -> int:
    """Which part of the training pages a page is in, by its site."""
    return hashlib.sha256(f"part of {sample.site}".encode()).digest()[0] % PARTS


def _train(samples: Sequence[Sample], columns: Mapping[str, Columns]) -> dict[str, Any]:
    names = tuple(columns[samples[0].page])
    rows = [_rows(sample) for sample in samples]
    return train(
        np.concatenate([to_matrix(columns[sample.page], names)[kept] for sample, (kept, _) in zip(samples, rows, strict=True)]),
        np.concatenate([sample.labels[kept] for sample, (kept, _) in zip(samples, rows, strict=True)]),
        np.concatenate([counts for _, counts in rows]),
        names,
        SHAPE,
    )


def _rows(sample: Sample) -> tuple[np.ndarray, Column]:
    """The blocks that are learned from, and what each counts. Menus outside the region are many and much alike."""
    far = (sample.features.in_region == 0) & (sample.labels == 0)
    counts = sample.counts * np.where(far, THINNED, 1)
    kept = (counts > 0) & (~far | (np.arange(len(far)) % THINNED == 0))
    return np.flatnonzero(kept), counts[kept]
