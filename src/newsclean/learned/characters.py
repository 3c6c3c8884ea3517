"""What runs of characters are worth, as learned: 'subscri' speaks against a story whatever the word ends in.

A word that training has not seen is worth nothing, and most languages bend their words. Runs of two to four characters are many,
so each has a place in a table by its hash instead of an entry in a list; that some share a place does little harm (Weinberger et
al., 'Feature hashing for large scale multitask learning', ICML 2009).
"""

import base64
from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from newsclean.features import Column
from newsclean.learned.block_inputs import Columns, means_around, with_neighbours

SIZES: Final = range(2, 5)  # characters of a run
LOOKED_AT: Final = 400  # code points of a line
BITS: Final = 16
PLACES: Final = 1 << BITS  # of the table
STEP: Final = 1000.0  # in a worth of 1, as it is written
REACHES: Final = (1, 3)  # lines to each side
NEIGHBOURS: Final = {"runs": (-2, -1, 1, 2)}

# A run's hash is that of the run without its last character, times the one, plus the character; the other spreads it, or the
# first bits would tell little but the first characters. The FNV-1 prime, and a step of SplitMix64.
PRIME: Final = np.uint64(0x100000001B3)
SPREAD: Final = np.uint64(0xBF58476D1CE4E5B9)
HALF: Final = np.uint64(29)
TOP: Final = np.uint64(64 - BITS)

Numbers = npt.NDArray[np.int64]


def find_runs(lines: Sequence[str]) -> tuple[Numbers, Numbers]:
    """All runs of the lines, each as often as it is there; a space stands before and behind a line.

    Returns:
        For each the order of the line, and its place in the table.
    """
    cut = [f" {line[:LOOKED_AT].lower()} " for line in lines]
    points = np.frombuffer("".join(cut).encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
    order = np.repeat(np.arange(len(cut)), [len(each) for each in cut])
    hashes = points
    orders, places = [], []
    for size in SIZES:
        hashes = hashes[:-1] * PRIME + points[size - 1 :]
        (inside,) = (order[: 1 - size] == order[size - 1 :]).nonzero()
        found = hashes[inside]
        orders.append(order[inside])
        places.append((found ^ (found >> HALF)) * SPREAD >> TOP)
    return np.concatenate(orders), np.concatenate(places).astype(np.int64)


def score_runs(lines: Sequence[str], worth: Column) -> Columns:
    """The worth of the runs in and around each line.

    Args:
        lines: the text of each, one or more.
        worth: of each place in the table, what a run adds to the logit of a line being story; the sum over a line is divided by
            the root of how many it has.
    """
    order, places = find_runs(lines)
    count = np.bincount(order, minlength=len(lines))
    own = {"runs": np.bincount(order, worth[places], len(lines)) / np.sqrt(np.maximum(1, count))}
    return with_neighbours(own, NEIGHBOURS) | means_around(own, REACHES)


def write_worth(worth: Column) -> str:
    """The worth of all places, as a file of weights holds it: whole numbers of 16 bits in base 64."""
    limits = np.iinfo(np.int16)
    return base64.b64encode(np.clip(np.rint(worth * STEP), limits.min, limits.max).astype("<i2").tobytes()).decode()


def read_worth(written: str) -> Column:
    """The worth of all places, as `write_worth` wrote it."""
    return np.frombuffer(base64.b64decode(written), dtype="<i2") / STEP
