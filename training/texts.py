"""What the model of texts learns from: documents with labelled lines, pieces of them, and stories with chrome put in."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from random import Random
from typing import Final

import numpy as np

from folds import fold_of, site_of_page
from mixes import Counts, Line, Mix, read_mixes
from newsclean import lexicon
from newsclean.features import measure
from newsclean.read.decode import decode
from newsclean.read.text import read_text
from newsclean.rules import find_hints
from newsclean.split import split
from samples import Column, Sample
from sets import read_set
from splice import RENDERINGS

TEXT_SETS: Final = ("wcxb-dev-text", "fundus-dev-text", "zh-dev-text")
BODY: Final = 1.3  # what a line of a body counts: to lose one is worse than to keep a line of chrome
OF_PIECE: Final = Counts(2.0, 2.0)  # and the lines of a piece
PIECE: Final = range(1, 5)  # lines of a piece
ENDS: Final = frozenset(".!?…。！？")


def read_texts(data: Path) -> Iterator[Sample]:
    """All texts, in the order of the sets, each followed by pieces of it; then the stories with chrome put in."""
    words = lexicon.load()
    for name in TEXT_SETS:
        for page in read_set(data / name).pages():
            identity, site, text = f"{name}/{page.truth['id']}", site_of_page(page), decode(page.read()).text
            labels = [np.nan if label is None else float(label) for label in page.truth["lines"]]
            yield from _sample(identity, site, text, labels, words)
            lines = [line for line in text.splitlines() if line.strip()]
            for piece in find_pieces(identity, list(zip(lines, labels, strict=True))):
                yield from _made(Mix(f"{identity} piece {piece[0][1]:.0f}", site, piece, OF_PIECE), words)
    for mixed in read_mixes(data):
        yield from _made(mixed, words)


def find_pieces(name: str, lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """A few lines of the menus alone, and a few lines of the story alone; the name decides which.

    Nearly every document of the sets has both, so that nothing else teaches what to make of a text that is all story or has no
    story at all. Chrome that ends as a sentence does is left out: a teaser alone is no different from a story's first paragraph.
    """
    chance = Random(name)
    plain = [(line, label) for line, label in lines if label != 0 or line.rstrip()[-1] not in ENDS]
    runs = [(label, list(run)) for label, run in groupby(plain, key=lambda line: line[1])]
    for wanted in (0, 1):
        if fitting := [run for label, run in runs if label == wanted]:
            run = chance.choice(fitting)
            count = min(chance.choice(PIECE), len(run))
            first = chance.randint(0, len(run) - count)
            yield run[first : first + count]


def _made(made: Mix, words: lexicon.Lexicon) -> Iterator[Sample]:
    """A text made of lines, with or without blank lines between them."""
    between = Random(made.name).choice(tuple(RENDERINGS.values()))
    text = between.join(line for line, _ in made.lines)
    for sample in _sample(made.name, made.site, text, [label for _, label in made.lines], words):
        counts = np.where(sample.labels == 1, made.counts.body, made.counts.chrome)
        yield replace(sample, is_made=True, counts=np.where(sample.counts > 0, counts, 0.0))


def _sample(identity: str, site: str, text: str, labels: Sequence[float], words: lexicon.Lexicon) -> Iterator[Sample]:
    """One text; a block has the label of the line in which it begins."""
    document = split(read_text(text), words)
    if not document.blocks:
        return
    features = measure(document, words)
    told = _labels_of([block.span.start for block in document.blocks if block.span], text, labels)
    yield Sample(
        page=identity,
        site=site,
        fold=fold_of(site),
        document=document,
        features=features,
        hints=find_hints(document, features, words),
        labels=np.nan_to_num(told),
        counts=np.where(np.isnan(told), 0.0, np.where(told == 1, BODY, 1.0)),
    )


def _labels_of(starts: Sequence[int], text: str, labels: Sequence[float]) -> Column:
    """The labels of the lines that begin last before or at some places of the text."""
    lines, at = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            lines.append(at)
        at += len(line)
    if len(lines) != len(labels):
        raise ValueError(f"{len(labels)} labels for {len(lines)} lines")
    return np.array(labels)[np.searchsorted(lines, starts, side="right") - 1]
