"""p(story) for each line of a text: one logistic function of the measured columns.

The weights are set by hand from what the extractors of the literature agree on: running text is story (Kohlschütter et al.,
'Boilerplate detection using shallow text features', WSDM 2010), what stands outside the run with most of the prose is not, and a
short line is what its neighbours are.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np

from newsclean.category import Category, Kind
from newsclean.document import Document
from newsclean.features import Column, Features
from newsclean.lexicon import Strength

WEIGHTS: Final = {
    "bias": -2.6,
    "prose": 4.2,
    "in_region": 2.8,
    "outside_region": -2.5,
    "between_prose": 1.8,  # a crosshead, a list item, a one-word answer
    "link_share": -4.5,
    "boxed": -3.0,
    "sure_box": -4.0,  # on top of "boxed": templates name these reliably, and what stands in them is prose
    "hidden": -3.0,
    "strong_cue": -5.5,  # in a short block; it fades as the block gets longer
    "whole_cue": -7.0,
    "weak_cue": -0.6,
    "short_weak_cue": -4.0,  # in a line of a few words that is no sentence: 'Our mailing list'
    "heading": 0.8,
    "list_item": -0.5,
    "quote": 1.5,
    "table": 2.0,
    "preformatted": 2.0,
}
SHORT: Final = 8.0  # words
SURE_BOXES: Final = frozenset({Category.COMMENTS, Category.AUTHOR_BIO, Category.NEWSLETTER})
FULL_CUE_WORDS: Final = 25.0  # up to here a strong cue weighs in full; a paragraph of three times the length may quote one


def score_lines(document: Document, features: Features) -> Column:
    """One probability a line, 0 to 1, that it is body of the article.

    Args:
        document: the input, for the kinds of its blocks.
        features: its columns.
    """
    logit = np.sum([WEIGHTS[name] * column for name, column in _terms(document, features).items()], axis=0)
    return np.asarray(1 / (1 + np.exp(-logit)), dtype=float)


def name_line_reasons(document: Document, features: Features, lines: Sequence[int]) -> list[str]:
    """For each of these lines the term that spoke most against story."""
    terms = _terms(document, features)
    names = list(terms)
    weighed = np.array([WEIGHTS[name] * column for name, column in terms.items()])
    return [names[at].replace("_", " ") for at in weighed[1:, list(lines)].argmin(axis=0) + 1]


def _terms(document: Document, features: Features) -> dict[str, Column]:
    """The columns that the weights are for; the first is the constant."""
    kinds = {kind: np.array([block.kind is kind for block in document.blocks], dtype=float) for kind in Kind}
    strong = np.array([features.has_cue(order, Strength.STRONG) for order in range(len(document.blocks))], dtype=float)
    whole = np.array([features.has_cue(order, Strength.WHOLE_BLOCK) for order in range(len(document.blocks))], dtype=float)
    weak = np.array([sum(cue.strength is Strength.WEAK for cue in cues) for cues in features.cues], dtype=float)
    fading = np.minimum(1.0, FULL_CUE_WORDS / np.maximum(features.length, 1.0))
    return {
        "bias": np.ones(len(document.blocks)),
        "prose": features.prose,
        "in_region": features.in_region,
        "outside_region": 1 - features.in_region,
        "between_prose": features.between_prose,
        "link_share": features.link_share,
        "boxed": np.array([box is not None for box in features.boxes], dtype=float),
        "sure_box": np.array([box in SURE_BOXES for box in features.boxes], dtype=float),
        "hidden": np.array([block.hidden for block in document.blocks], dtype=float),
        "strong_cue": strong * fading,
        "whole_cue": whole,
        "weak_cue": np.minimum(weak, 3) * fading,
        "short_weak_cue": (weak > 0) * (features.length <= SHORT) * (1 - features.ends_sentence) * (1 - kinds[Kind.CROSSHEAD]),
        "heading": kinds[Kind.CROSSHEAD],
        "list_item": kinds[Kind.LIST_ITEM],
        "quote": kinds[Kind.QUOTE],
        "table": kinds[Kind.TABLE],
        "preformatted": kinds[Kind.PREFORMATTED],
    }
