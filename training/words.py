"""Learns what the words of stories and of chrome are worth."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Final, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from newsclean.learned.words import grams_of
from newsclean.lexicon import words_of
from samples import Sample, part_of
from splice import Language

VOICES: Final = 3  # sites, passages and stories; a word of fewer may be the name of one of them
STRENGTH: Final = 2.0  # of the data against the prior that no word is worth anything, as scikit-learn's C
TOLERANCE: Final = 1e-7  # a looser one gives other answers on other kinds of processor
TELLING: Final = 0.03  # a worth nearer to nothing is left out
OF_PASSAGE: Final = 3.0  # what a line of a passage or of an invented story counts, where a text of n lines counts its root
LOOKS_LIKE: Final = 9.0  # and a line of a story that looks like chrome: there are few, to show that no word proves it


class Line(NamedTuple):
    """What is learned from.

    Attributes:
        grams: of the line.
        label: 1 for story, 0 for chrome.
        counts: how much it counts.
        voice: who says it: a site, a passage, a story.
    """

    grams: Sequence[str]
    label: float
    counts: float
    voice: str


def learn_words(samples: Iterable[Sample], languages: Iterable[Language], without: int | None = None) -> dict[str, float]:
    """What each word, and each two side by side, adds to the logit of a line being story: a logistic regression over the lines.

    Args:
        samples: texts; those that were made are passed over, as their parts are here already.
        languages: passages and invented stories.
        without: the part of the passages and stories that is left out.
    """
    lines = [line for line in chain(_of_texts(samples), _of_passages(languages, without)) if line.grams]
    voices: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        for gram in line.grams:
            voices[gram].add(line.voice)
    said = sorted(gram for gram, each in voices.items() if len(each) >= VOICES and not gram.replace(" ", "").isdigit())
    rows = _rows(lines, {gram: column for column, gram in enumerate(said)})
    labels, counts = ([getattr(line, name) for line in lines] for name in ("label", "counts"))
    fitted = LogisticRegression(C=STRENGTH, solver="liblinear", tol=TOLERANCE).fit(rows, labels, sample_weight=counts)
    worth = zip(said, fitted.coef_[0].tolist(), strict=True)
    return {gram: round(value, 2) for gram, value in worth if abs(value) >= TELLING}


def _of_texts(samples: Iterable[Sample]) -> Iterator[Line]:
    for sample in samples:
        if not sample.is_made:
            known = np.count_nonzero(sample.counts)
            for words, label, count in zip(sample.features.words, sample.labels.tolist(), sample.counts.tolist(), strict=True):
                if count:
                    yield Line(grams_of(words), label, known**-0.5, sample.site)


def _of_passages(languages: Iterable[Language], without: int | None) -> Iterator[Line]:
    for language in languages:
        for passage in language.passages:
            voice = " ".join(passage.lines)
            if part_of(voice) != without:
                yield from (Line(grams_of(words_of(line)), 0.0, OF_PASSAGE, voice) for line in passage.lines)
        for site, story in language.invented:
            if part_of(site) != without:
                looks_like = {each.story.paragraphs[each.at] for each in language.negatives if each.story == story}
                for line in story.paragraphs:
                    yield Line(grams_of(words_of(line)), 1.0, LOOKS_LIKE if line in looks_like else OF_PASSAGE, site)


def _rows(lines: Sequence[Line], columns: dict[str, int]) -> csr_matrix:
    """One row a line, of length 1, since a long line says no more than a short one by having more words."""
    found = [[columns[gram] for gram in line.grams if gram in columns] for line in lines]
    sizes = np.array([len(each) for each in found])
    values = np.repeat(1 / np.sqrt(np.maximum(sizes, 1)), sizes)
    ends = np.concatenate(([0], np.cumsum(sizes)))
    return csr_matrix((values, np.array([*chain.from_iterable(found)], dtype=np.intp), ends), shape=(len(lines), len(columns)))
