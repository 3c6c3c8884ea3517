"""Learns what the words of stories and of chrome are worth."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import chain
from typing import Final

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from lines import Line
from newsclean.learned.words import grams_of

VOICES: Final = 3  # sites, passages and stories; a word of fewer may be the name of one of them
STRENGTH: Final = 2.0  # of the data against the prior that no word is worth anything, as scikit-learn's C
TELLING: Final = 0.03  # a worth nearer to nothing is left out


def learn_words(lines: Sequence[Line]) -> dict[str, float]:
    """What each word, and each two side by side, adds to the logit of a line being story, by a logistic regression."""
    grams = [grams_of(line.words) for line in lines]
    voices: dict[str, set[str]] = defaultdict(set)
    for line, own in zip(lines, grams, strict=True):
        for gram in own:
            voices[gram].add(line.voice)
    said = sorted(gram for gram, each in voices.items() if len(each) >= VOICES and not gram.replace(" ", "").isdigit())
    rows = _rows(grams, {gram: column for column, gram in enumerate(said)})
    labels, counts = ([getattr(line, name) for line in lines] for name in ("label", "counts"))
    fitted = LogisticRegression(C=STRENGTH, solver="liblinear").fit(rows, labels, sample_weight=counts)
    worth = zip(said, fitted.coef_[0].tolist(), strict=True)
    return {gram: round(value, 2) for gram, value in worth if abs(value) >= TELLING}


def _rows(lines: Sequence[Sequence[str]], columns: dict[str, int]) -> csr_matrix:
    """One row a line, of length 1, since a long line says no more than a short one by having more words."""
    found = [[columns[gram] for gram in line if gram in columns] for line in lines]
    sizes = np.array([len(each) for each in found])
    values = np.repeat(1 / np.sqrt(np.maximum(sizes, 1)), sizes)
    ends = np.concatenate(([0], np.cumsum(sizes)))
    return csr_matrix((values, np.array([*chain.from_iterable(found)], dtype=np.intp), ends), shape=(len(lines), len(columns)))
