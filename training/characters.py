"""Learns what runs of characters are worth."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from lines import Line
from newsclean.features import Column
from newsclean.learned.characters import PLACES, find_runs

STRENGTH: Final = 2.0  # of the data against the prior that no run is worth anything, as scikit-learn's C


def learn_characters(lines: Sequence[Line]) -> Column:
    """What a run of each place in the table adds to the logit of a line being story, by a logistic regression."""
    order, places = find_runs([line.text for line in lines])
    values = (1 / np.sqrt(np.bincount(order, minlength=len(lines))))[order]
    rows = csr_matrix((values, (order, places)), shape=(len(lines), PLACES))
    labels, counts = ([getattr(line, name) for line in lines] for name in ("label", "counts"))
    fitted = LogisticRegression(C=STRENGTH, solver="liblinear").fit(rows, labels, sample_weight=counts)
    return np.asarray(fitted.coef_[0], dtype=float)
