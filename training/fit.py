"""Trains a model on some samples: what words are worth, and the trees."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import numpy as np

from mixes import PASSAGES
from names import learn_names
from newsclean.learned.layout import lay_out
from newsclean.learned.line_inputs import measure_line_inputs
from newsclean.learned.model import measure_words, to_matrix
from newsclean.learned.names import score_names
from newsclean.learned.page_inputs import measure_page_inputs
from newsclean.learned.second_look import measure_second_look
from newsclean.learned.trees import Trees
from newsclean.learned.words import Worth
from samples import PARTS, Column, Sample, part_of
from splice import read_languages
from trees import Shape, train
from words import learn_words

OF_PAGES: Final = Shape(trees=150, leaves=31, depth=8, rate=0.1, rows=30)
OF_TEXTS: Final = Shape(trees=200, leaves=31, depth=8, rate=0.1, rows=100)
THINNED: Final = 3  # of the chrome outside the region every third block stands for three

Columns = dict[str, Column]
Words = Mapping[int | None, Mapping[str, float]]
"""What words are worth, as all parts of the training data but one have it; under None, as all of them have it."""


class Table:
    """The columns of the samples. Those that depend on nothing learned are measured once."""

    def __init__(self, samples: Sequence[Sample]) -> None:
        self.inputs = {sample.page: _measure(sample) for sample in samples}

    def with_worth(self, sample: Sample, names: Mapping[str, float], words: Worth) -> Columns:
        """All columns of the model."""
        columns = self.inputs[sample.page] | measure_words(sample.document, sample.features, words)
        return columns | score_names(lay_out(sample.document), names) if sample.document.is_html else columns


def fit_words(texts: Iterable[Sample]) -> Words:
    """What words are worth, by these texts and the passages."""
    texts, languages = [sample for sample in texts if not sample.is_made], read_languages(PASSAGES)
    return {
        without: learn_words([sample for sample in texts if part_of(sample.site) != without], languages, without)
        for without in (*range(PARTS), None)
    }


def fit(samples: Sequence[Sample], table: Table, words: Words) -> dict[str, Any]:
    """The weights that these samples, all pages or all texts, give."""
    columns: dict[str, Columns] = {}
    for part in range(PARTS):
        names, worth = _learn_names(samples, without=part), Worth.of(words[part])
        columns |= {sample.page: table.with_worth(sample, names, worth) for sample in samples if part_of(sample.site) == part}
    weights = {"names": _learn_names(samples), "trees": _train(samples, columns)}
    return weights if samples[0].document.is_html else weights | {"again": _train(samples, _look_again(samples, columns))}


def _look_again(samples: Sequence[Sample], columns: Mapping[str, Columns]) -> Mapping[str, Columns]:
    """The columns with those of a second look at texts, by the first answers of trees that have not seen the part they are in."""
    more: dict[str, Columns] = {}
    for part in range(PARTS):
        trees = Trees.from_dict(_train([sample for sample in samples if part_of(sample.site) != part], columns))
        for sample in (each for each in samples if part_of(each.site) == part):
            chances = trees.probabilities(to_matrix(columns[sample.page], trees.names))
            more[sample.page] = columns[sample.page] | measure_second_look(sample.features, chances)
    return more


def _learn_names(samples: Sequence[Sample], without: int | None = None) -> dict[str, float]:
    """What class names are worth, by all parts of the training data but one; texts have none."""
    return learn_names(sample for sample in samples if sample.document.is_html and part_of(sample.site) != without)


def _measure(sample: Sample) -> Columns:
    if sample.document.is_html:
        return measure_page_inputs(sample.document, sample.features, sample.hints, lay_out(sample.document))
    return measure_line_inputs(sample.document, sample.features, sample.hints)


def _train(samples: Sequence[Sample], columns: Mapping[str, Columns]) -> dict[str, Any]:
    names = tuple(columns[samples[0].page])
    rows = [_rows(sample) for sample in samples]
    return train(
        np.concatenate([to_matrix(columns[sample.page], names)[kept] for sample, (kept, _) in zip(samples, rows, strict=True)]),
        np.concatenate([sample.labels[kept] for sample, (kept, _) in zip(samples, rows, strict=True)]),
        np.concatenate([counts for _, counts in rows]),
        names,
        OF_PAGES if samples[0].document.is_html else OF_TEXTS,
    )


def _rows(sample: Sample) -> tuple[np.ndarray, Column]:
    """The blocks that are learned from, and what each counts. Menus outside the region are many and much alike."""
    far = (sample.features.in_region == 0) & (sample.labels == 0)
    counts = sample.counts * np.where(far, THINNED, 1)
    kept = (counts > 0) & (~far | (np.arange(len(far)) % THINNED == 0))
    return np.flatnonzero(kept), counts[kept]
