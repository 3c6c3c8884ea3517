"""What the models see of the content words that a line or block has in common with the rest of its document.

A paragraph of a story takes up words of the others, near and far. An appeal, a teaser or a note about the outlet may read like
one, but says other things. Its lines take up each other's words, which is why words that come back farther away are counted
besides. Lexical cohesion, after Halliday and Hasan, 'Cohesion in English' (1976); `topic` measures how much a line has in common
with the headline.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import chain, repeat
from typing import Final

import numpy as np
import numpy.typing as npt

from newsclean.features import Column
from newsclean.learned.block_inputs import Columns

PROSE: Final = 0.3  # from here on the words of a block count for the others, where nothing is known of the story yet
NEAR: Final = 2  # lines above a line, and below it
FAR: Final = 3  # lines; words that come back behind them are not those of the same passage
STEPS: Final = 256.0  # in a weight of 1: sums of whole numbers are the same in any order, and stems come in none

Stems = Sequence[frozenset[str]]


def measure_lexical_cohesion(stems: Stems, is_asked: npt.NDArray[np.bool_]) -> Columns:
    """The columns, by name: shares of the content words of each line, 0 to 1, that also stand in some of the other lines.

    Args:
        stems: content words of each line, as `Topic` has them; one line or more.
        is_asked: the lines whose words count for the others, as those that are prose.
    """
    sizes = np.array([len(each) for each in stems])
    line = np.repeat(np.arange(len(stems)), sizes)
    numbers: dict[str, int] = {}
    stem = np.array([numbers.setdefault(each, len(numbers)) for each in chain.from_iterable(stems)], dtype=np.intp)
    asked = is_asked[line]
    times = np.bincount(stem[asked], minlength=len(numbers))
    first, last = np.full(len(numbers), len(stems)), np.full(len(numbers), -1)
    last[stem[asked]] = line[asked]  # of places that come again the last one stays
    first[stem[asked][::-1]] = line[asked][::-1]
    others = times[stem] - asked
    is_afar = (first[stem] < line - FAR) | (last[stem] > line + FAR)
    rarity = np.rint(STEPS * np.log1p(np.count_nonzero(is_asked) / np.maximum(1, times)))[stem]

    def share(values: Column | npt.NDArray[np.bool_], weights: Column | None = None) -> Column:
        own = sizes if weights is None else np.bincount(line, weights, len(stems))
        return np.asarray(np.bincount(line, values, len(stems)) / np.maximum(1, own))

    shares = {"lexical": share(others > 0), "lexical_afar": share(is_afar), "lexical_rare": share(rarity * is_afar, rarity)}
    rows = np.array([*shares.values()])
    middles = np.median(rows[:, is_asked], axis=1) if is_asked.any() else np.zeros(len(rows))
    above, below = _shared_nearby(stems, is_asked)
    return (
        shares
        | {f"{name}_more": row - middle for name, row, middle in zip(shares, rows, middles, strict=True)}
        | {
            "lexical_often": share(np.rint(STEPS * np.log1p(others))) / STEPS,
            "lexical_above": above / np.maximum(1, sizes),
            "lexical_below": below / np.maximum(1, sizes),
        }
    )


def _shared_nearby(stems: Stems, is_asked: npt.NDArray[np.bool_]) -> tuple[Column, Column]:
    """How many content words of each line the lines next above it that are asked have too, and those next below it."""
    asked: list[int] = np.flatnonzero(is_asked).tolist()
    said = [*repeat(frozenset[str](), NEAR), *(stems[order] for order in asked)]
    nearby = [frozenset[str]().union(*said[at : at + NEAR]) for at in range(len(said) + 1)]
    above, below = np.zeros(len(stems)), np.zeros(len(stems))
    for order, own in enumerate(stems):
        if own:
            at = bisect_left(asked, order)
            above[order] = len(own & nearby[at])
            below[order] = len(own & nearby[at + is_asked[order] + NEAR])
    return above, below
