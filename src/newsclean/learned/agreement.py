"""Neighbours in one box agree: each draws the other to its side, the more so the more content words they share.

A short line between two paragraphs of a story may be its words or a button. The trees look at one block at a time, and many a
body is wrong in a line or two of this kind alone. An appeal among the paragraphs says other things than they do, so it is drawn
little; a line that is nothing but a link, or stands alone in a box whose name tells what it holds, is not drawn at all.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import numpy as np

from newsclean.features import Column, Features
from newsclean.learned.layout import Layout

TOGETHER: Final = 0.8  # logit for two neighbours on one side, where nothing but the box speaks for it
SHARED: Final = 0.3  # logit for each content word that they share
MOST: Final = 6  # words that count
LINK: Final = 0.6  # share of a line in links from which it is one
NEVER: Final = 1e-6  # no block is so sure that it hears nothing


def agree(chances: Column, layout: Layout, features: Features) -> Column:
    """How much likelier the best body with each block is than the best body without it, as a chance.

    A body is right only as a whole, so the likeliest body counts, not how likely each block is over all bodies: a block is in it
    where this is over one half. The blocks are a chain (a Markov random field), solved exactly by passing messages both ways
    (max-product; Pearl, 'Probabilistic Reasoning in Intelligent Systems', 1988). In logits, what a block tells the next one is
    what it holds and has heard itself, but no more than the coupling between them.

    Args:
        chances: p(story) of each block by itself, 0 to 1.
        layout: where the blocks stand; those whose smallest box with others in it is the same are coupled.
        features: what is measured on them, of which content words, links and the names of boxes count here.
    """
    bounded = np.minimum(np.maximum(chances, NEVER), 1 - NEVER)
    logits = np.log(bounded / (1 - bounded))
    couplings = list(_couplings(layout, features))
    before = np.array(_pass_on(logits.tolist(), couplings))
    behind = np.array(_pass_on(logits[::-1].tolist(), couplings[::-1]))[::-1]
    return np.asarray(1 / (1 + np.exp(-(logits + before + behind))))


def _couplings(layout: Layout, features: Features) -> Iterator[float]:
    """The logit for each block and the next one on one side; 0 where nothing holds them together.

    Two lines of the same words are not coupled: a headline that is printed twice stands in the body once at most.
    """
    places = zip(layout.shared.tolist(), (features.link_share > LINK).tolist(), features.boxes, strict=True)
    said = zip(features.topic.stems, features.words, strict=True)
    for (place, next_place), ((stems, words), (next_stems, next_words)) in zip(pairwise(places), pairwise(said), strict=True):
        together = place == next_place and words != next_words
        yield TOGETHER + SHARED * min(MOST, len(stems & next_stems)) if together else 0.0


def _pass_on(logits: Sequence[float], couplings: Sequence[float]) -> list[float]:
    """What each block hears from those before it."""
    heard = [0.0]
    for own, coupling in zip(logits, couplings, strict=False):
        said = own + heard[-1]
        heard.append(max(-coupling, min(said, coupling)))
    return heard
