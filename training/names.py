"""Learns what class names and ids are worth."""

import math
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

import numpy as np

from newsclean.learned.block_inputs import sums
from newsclean.learned.names import name_words
from samples import Sample

SITES: Final = 4  # a word of fewer sites may be the name of one of them
PRIOR: Final = 1.0  # sites that speak for it, and against it, before anybody has seen it


def learn_names(samples: Iterable[Sample]) -> dict[str, float]:
    """The logarithm of the odds of body in boxes of each name; each site has one voice, shared by its characters.

    What was made is passed over: what was put into a story says nothing of the box that it stands in.
    """
    by_site: dict[str, list[Sample]] = defaultdict(list)
    for sample in (each for each in samples if not each.is_made):
        by_site[sample.site].append(sample)
    votes: dict[str, list[float]] = defaultdict(list)
    for group in by_site.values():
        for word, share in _shares(group).items():
            votes[word].append(share)
    return {
        word: round(math.log((sum(shares) + PRIOR) / (len(shares) - sum(shares) + PRIOR)), 3)
        for word, shares in sorted(votes.items())
        if len(shares) >= SITES
    }


def _shares(samples: Iterable[Sample]) -> dict[str, float]:
    """For each word of the names on one site, the share of body among the characters in its boxes."""
    body: dict[str, float] = defaultdict(float)
    known: dict[str, float] = defaultdict(float)
    for sample in samples:
        sizes = np.array([len(block.text) for block in sample.document.blocks]) * (sample.counts > 0)
        wanted, whole = sums(sizes * sample.labels), sums(sizes)
        for box in sample.document.containers:
            held = whole[box.last] - whole[box.first]
            if held and box.tokens:
                for word in set(name_words(box.tokens)):
                    body[word] += wanted[box.last] - wanted[box.first]
                    known[word] += held
    return {word: body[word] / held for word, held in known.items()}
