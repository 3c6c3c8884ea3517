"""Calibrates how sure the body is."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import numpy as np
from sklearn.isotonic import IsotonicRegression

from measures import word_f1
from newsclean import second_opinion
from newsclean.category import Kind
from newsclean.decide import choose, decide
from newsclean.learned.confidence import expect_f1
from newsclean.second_opinion import doubt
from newsclean.verdict import Kept
from samples import Column, Sample
from sets import read_set

RIGHT: Final = 0.95  # word F1 from which a body counts as right
BINS: Final = 12

Chances = tuple[Column, Column]
"""p(story) of the blocks of a document, and of each by itself, before its neighbours had their say."""


def read_bodies(data: Path, sets: Sequence[str]) -> dict[str, str | None]:
    """The gold body of each document of some sets, by set and id; None where there is none."""
    return {f"{name}/{page.truth['id']}": page.truth.get("body") for name in sets for page in read_set(data / name).pages()}


def calibrate(samples: Sequence[Sample], unseen: Mapping[str, Chances], bodies: Mapping[str, str | None]) -> list[list[float]]:
    """Knots of a rising curve, from the F1 that the probabilities promise to the share of right bodies.

    Args:
        samples: documents; those that were changed are passed over.
        unseen: p(story) of their blocks by weights that have not seen their sites, and p(story) of each by itself.
        bodies: the gold bodies.
    """
    found = [_expected_and_right(sample, unseen[sample.page], body) for sample in samples if (body := bodies.get(sample.page))]
    pairs = np.array(sorted(pair for pair in found if pair is not None))
    rising = IsotonicRegression(out_of_bounds="clip").fit(pairs[:, 0], pairs[:, 1]).predict(pairs[:, 0])
    groups = np.array_split(np.arange(len(pairs)), BINS)
    return [
        [round(float(pairs[group, 0].mean()), 4) for group in groups],
        [round(float(rising[group].mean()), 3) for group in groups],
    ]


def _expected_and_right(sample: Sample, unseen: Chances, body: str) -> tuple[float, bool] | None:
    document, (chances, alone) = sample.document, unseen
    chosen = choose(document, chances, doubt(document, alone), sample.hints, second_opinion.ask)
    verdicts = decide(document, chosen, sample.hints, lambda blocks: [""] * len(blocks))
    expected = expect_f1(document, verdicts, chances)
    if expected is None:
        return None
    kept = [
        block.text
        for block, verdict in zip(document.blocks, verdicts, strict=True)
        if isinstance(verdict, Kept) and verdict.role is None and block.kind is not Kind.CAPTION
    ]
    return expected, word_f1(body, "\n\n".join(kept)) >= RIGHT
