"""The lines from which it is learned what wording is worth: those of texts, of passages and of invented stories."""

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np

from newsclean.lexicon import words_of
from samples import Sample, part_of
from splice import Language

OF_PASSAGE: Final = 3.0  # what a line of a passage or of an invented story counts, where a text of n lines counts its root
LOOKS_LIKE: Final = 9.0  # and a line of a story that looks like chrome: there are few, to show that no word proves it


class Line(NamedTuple):
    """What is learned from.

    Attributes:
        text: as printed.
        words: of the line, as the lexicon compares them.
        label: 1 for story, 0 for chrome.
        counts: how much it counts.
        voice: who says it: a site, a passage, a story.
    """

    text: str
    words: Sequence[str]
    label: float
    counts: float
    voice: str


def read_lines(samples: Iterable[Sample], languages: Iterable[Language], without: int | None = None) -> list[Line]:
    """All lines with a word in them.

    Args:
        samples: texts; those that were made are passed over, as their parts are here already.
        languages: passages and invented stories.
        without: the part of the passages and stories that is left out.
    """
    return [line for found in (_of_texts(samples), _of_passages(languages, without)) for line in found if line.words]


def _of_texts(samples: Iterable[Sample]) -> Iterator[Line]:
    for sample in samples:
        if not sample.is_made:
            counts = 1 / math.sqrt(max(1, int(np.count_nonzero(sample.counts))))
            rows = zip(sample.document.blocks, sample.features.words, sample.labels.tolist(), sample.counts, strict=True)
            yield from (Line(block.text, words, label, counts, sample.site) for block, words, label, count in rows if count)


def _of_passages(languages: Iterable[Language], without: int | None) -> Iterator[Line]:
    for language in languages:
        for passage in language.passages:
            voice = " ".join(passage.lines)
            if part_of(voice) != without:
                yield from (Line(line, words_of(line), 0.0, OF_PASSAGE, voice) for line in passage.lines)
        for site, story in language.invented:
            if part_of(site) != without:
                looks_like = {each.story.paragraphs[each.at] for each in language.negatives if each.story == story}
                for line in story.paragraphs:
                    yield Line(line, words_of(line), 1.0, LOOKS_LIKE if line in looks_like else OF_PASSAGE, site)
